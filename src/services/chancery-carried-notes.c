/* chancery-carried-notes.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-carried-notes.h"

#include <string.h>

/* How much of the text around a passage must have stayed for it to be sure without looking further. */
#define CONTEXT_BYTES ((gsize) 32)

/* A passage in text that stayed, but right beside what did not. */
#define SCORE_BESIDE_CHANGE 0.95

typedef struct
{
  const ChanceryTextRun *runs;
  guint n_runs;
  ChanceryAnchorText *old_text;
  ChanceryAnchorText *new_text;
} Carrier;

/* The last run that begins in the old text at a place or before it and isn't empty there. */
static const ChanceryTextRun *
find_run (const Carrier *self,
          gsize          old_bytes)
{
  guint low = 0, high = self->n_runs;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->runs[middle].before.end_bytes <= old_bytes)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n_runs ? &self->runs[low] : NULL;
}

/* Whether a selector is at its position in the old text, so that the difference tells what became of it. */
static gboolean
find_in_old (const Carrier          *self,
             const ChancerySelector *selector,
             gsize                  *start,
             gsize                  *end)
{
  const char *text = chancery_anchor_text_get_text (self->old_text);
  gsize exact_bytes;

  if (selector->exact == NULL || *selector->exact == '\0' || !selector->has_position)
    return FALSE;
  exact_bytes = strlen (selector->exact);
  *start = chancery_anchor_text_chars_to_bytes (self->old_text, selector->start_chars);
  *end = *start + exact_bytes;

  return strncmp (text + *start, selector->exact, exact_bytes) == 0;
}

/* Follows a passage that is wholly in words that were kept. They may be in several runs without anything in between. */
static gboolean
follow_kept (const Carrier       *self,
             gsize                start,
             gsize                end,
             ChanceryCarriedNote *note)
{
  const ChanceryTextRun *first = find_run (self, start), *last = first, *runs_end = self->runs + self->n_runs;
  gsize before, after;

  if (first == NULL || first->change != CHANCERY_TEXT_CHANGE_KEPT)
    return FALSE;
  while (last->before.end_bytes < end)
    if (++last == runs_end || last->change != CHANCERY_TEXT_CHANGE_KEPT)
      return FALSE;

  note->anchor.start_bytes = first->after.start_bytes + start - first->before.start_bytes;
  note->anchor.end_bytes = last->after.start_bytes + end - last->before.start_bytes;

  before = start - first->before.start_bytes;
  while (first > self->runs && before < CONTEXT_BYTES && first[-1].change == CHANCERY_TEXT_CHANGE_KEPT)
    {
      first--;
      before = start - first->before.start_bytes;
    }
  after = last->before.end_bytes - end;
  while (last + 1 < runs_end && after < CONTEXT_BYTES && last[1].change == CHANCERY_TEXT_CHANGE_KEPT)
    {
      last++;
      after = last->before.end_bytes - end;
    }
  note->is_unchanged = (before >= CONTEXT_BYTES || first == self->runs) &&
                       (after >= CONTEXT_BYTES || last + 1 == runs_end);
  note->anchor.score = note->is_unchanged ? 1.0 : SCORE_BESIDE_CHANGE;

  return TRUE;
}

/* How much of a passage was kept, and where in the new text the first of that is. */
static gsize
count_kept (const Carrier *self,
            gsize          start,
            gsize          end,
            gsize         *new_start_chars)
{
  const ChanceryTextRun *run = find_run (self, start);
  gsize n_kept = 0;

  for (; run != NULL && run < self->runs + self->n_runs && run->before.start_bytes < end; run++)
    if (run->change == CHANCERY_TEXT_CHANGE_KEPT)
      {
        if (n_kept == 0)
          *new_start_chars = run->after.start_chars;
        n_kept += MIN (run->before.end_bytes, end) - MAX (run->before.start_bytes, start);
      }
  return n_kept;
}

static ChanceryCarriedNote *
carry (const Carrier          *self,
       const ChancerySelector *selector)
{
  g_autoptr (ChanceryCarriedNote) note = g_new0 (ChanceryCarriedNote, 1);
  g_autoptr (ChancerySelector) moved = NULL;
  gsize start, end, new_start_chars = 0;
  gboolean found;

  if (find_in_old (self, selector, &start, &end))
    {
      found = follow_kept (self, start, end, note);
      if (!found)
        {
          /* Where it is expected is known better than by its old position; or, if nothing of it is left there, not at all. */
          moved = chancery_selector_copy (selector);
          moved->has_position = count_kept (self, start, end, &new_start_chars) > 0;
          moved->start_chars = new_start_chars;
          moved->end_chars = new_start_chars + (selector->end_chars - selector->start_chars);
          found = chancery_anchor_text_find (self->new_text, moved, &note->anchor);
        }
    }
  else
    found = chancery_anchor_text_find (self->new_text, selector, &note->anchor);

  if (found)
    note->selector = chancery_anchor_text_make_selector (self->new_text, note->anchor.start_bytes, note->anchor.end_bytes);
  return g_steal_pointer (&note);
}

/**
 * chancery_carry_notes:
 * @diff: how a text differs from an older one
 * @selectors: (element-type ChancerySelector) (nullable elements): where the
 *   notes were in the older one; %NULL or without words for a note that has no
 *   passage
 *
 * Finds where notes belong in a text's new revision: what was kept takes its
 * notes along, and the rest is looked for. Nothing is dropped. Pure; any thread.
 *
 * Returns: (transfer full) (element-type ChanceryCarriedNote): what became of
 *   each, in the same order; %NULL for a note that has no passage
 */
GPtrArray *
chancery_carry_notes (ChanceryTextDiff *diff,
                      GPtrArray        *selectors)
{
  const char *old_text = chancery_text_diff_get_old_text (diff), *new_text = chancery_text_diff_get_new_text (diff);
  g_autoptr (ChanceryAnchorText) old_prepared = chancery_anchor_text_new (old_text, strlen (old_text));
  g_autoptr (ChanceryAnchorText) new_prepared = chancery_anchor_text_new (new_text, strlen (new_text));
  GPtrArray *notes = g_ptr_array_new_full (selectors->len, (GDestroyNotify) chancery_carried_note_free);
  Carrier carrier = { NULL, 0, old_prepared, new_prepared };

  carrier.runs = chancery_text_diff_get_runs (diff, &carrier.n_runs);
  for (guint i = 0; i < selectors->len; i++)
    {
      const ChancerySelector *selector = g_ptr_array_index (selectors, i);

      g_ptr_array_add (notes, selector != NULL && (selector->exact != NULL || selector->has_position)
                                ? carry (&carrier, selector) : NULL);
    }

  return notes;
}

static ChanceryNote *
place_note (ChanceryNote              *note,
            const ChanceryCarriedNote *carried)
{
  ChanceryNoteFields fields;

  chancery_note_get_fields (note, &fields);
  fields.orphan = carried->selector == NULL;
  fields.score = carried->anchor.score;
  if (carried->selector != NULL)
    fields.selector = carried->selector;

  return chancery_note_new (&fields);
}

/**
 * chancery_carry_whole_notes:
 * @old_text: a text
 * @new_text: its new revision
 * @notes: (element-type ChanceryNote): notes on passages of the old one
 *
 * Finds the places of notes in a text's new revision. Pure; any thread that has
 * the notes to itself.
 *
 * Returns: (transfer full) (element-type ChanceryNote): the notes as they are to
 *   be in the new text, in the same order; orphans where they lost their place
 */
GPtrArray *
chancery_carry_whole_notes (const char *old_text,
                            const char *new_text,
                            GPtrArray  *notes)
{
  g_autoptr (ChanceryTextDiff) diff = chancery_text_diff_new (old_text, new_text);
  g_autoptr (GPtrArray) selectors = g_ptr_array_new (), places = NULL;
  GPtrArray *carried = g_ptr_array_new_full (notes->len, g_object_unref);

  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (selectors, (gpointer) chancery_note_get_selector (g_ptr_array_index (notes, i)));
  places = chancery_carry_notes (diff, selectors);
  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (carried, place_note (g_ptr_array_index (notes, i), g_ptr_array_index (places, i)));

  return carried;
}

/**
 * chancery_carried_note_free:
 * @self: (nullable): what became of a note
 *
 * Frees it.
 */
void
chancery_carried_note_free (ChanceryCarriedNote *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->selector, chancery_selector_free);
  g_free (self);
}
