/* chancery-diff-item.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-diff-item.h"

#include <string.h>

#include <glib/gi18n.h>

#include "chancery-note-place.h"
#include "notes/chancery-note-text.h"

/* How much of what went and came is read out before the paragraph itself. */
#define MAX_SPOKEN_CHARS 200

#define THIN_SPACE "\u2009"
#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_DIRECTIONAL_ISOLATE "\u2069"

struct _ChanceryDiffItem
{
  GObject parent_instance;

  ChanceryComparison *comparison; /* (owned) */
  guint first;
  guint n_paragraphs;
  GPtrArray *notes; /* (owned) (element-type ChanceryNote) */
};

G_DEFINE_FINAL_TYPE (ChanceryDiffItem, chancery_diff_item, G_TYPE_OBJECT)

static void
chancery_diff_item_finalize (GObject *object)
{
  ChanceryDiffItem *self = CHANCERY_DIFF_ITEM (object);

  g_clear_object (&self->comparison);
  g_clear_pointer (&self->notes, g_ptr_array_unref);

  G_OBJECT_CLASS (chancery_diff_item_parent_class)->finalize (object);
}

static void
chancery_diff_item_class_init (ChanceryDiffItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = chancery_diff_item_finalize;
}

static void
chancery_diff_item_init (ChanceryDiffItem *self)
{
}

static const ChanceryTextParagraph *
get_paragraph (ChanceryDiffItem *self)
{
  guint n_paragraphs;
  const ChanceryTextParagraph *paragraphs =
    chancery_text_diff_get_paragraphs (chancery_comparison_get_diff (self->comparison), &n_paragraphs);

  return &paragraphs[self->first];
}

static const ChanceryTextRun *
get_runs (ChanceryDiffItem *self)
{
  guint n_runs;

  return chancery_text_diff_get_runs (chancery_comparison_get_diff (self->comparison), &n_runs) +
         get_paragraph (self)->first_run;
}

/**
 * chancery_diff_item_new:
 * @comparison: a comparison
 * @first: a paragraph of it
 * @n_paragraphs: 1; or more for unchanged ones that are to be folded
 * @notes: (nullable) (element-type ChanceryNote): the notes in it
 *
 * Returns: (transfer full): a row
 */
ChanceryDiffItem *
chancery_diff_item_new (ChanceryComparison *comparison,
                        guint               first,
                        guint               n_paragraphs,
                        GPtrArray          *notes)
{
  ChanceryDiffItem *self = g_object_new (CHANCERY_TYPE_DIFF_ITEM, NULL);

  self->comparison = g_object_ref (comparison);
  self->first = first;
  self->n_paragraphs = n_paragraphs;
  self->notes = notes != NULL ? g_ptr_array_ref (notes) : g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

guint
chancery_diff_item_get_first (ChanceryDiffItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_DIFF_ITEM (self), 0);

  return self->first;
}

guint
chancery_diff_item_get_n_paragraphs (ChanceryDiffItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_DIFF_ITEM (self), 0);

  return self->n_paragraphs;
}

/**
 * chancery_diff_item_is_folded:
 * @self: a row
 *
 * Returns: whether it stands for several unchanged paragraphs
 */
gboolean
chancery_diff_item_is_folded (ChanceryDiffItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_DIFF_ITEM (self), FALSE);

  return self->n_paragraphs > 1;
}

/**
 * chancery_diff_item_is_heading:
 * @self: a row
 *
 * Returns: whether it stands above the article's text: the headline, say
 */
gboolean
chancery_diff_item_is_heading (ChanceryDiffItem *self)
{
  const ChanceryTextParagraph *paragraph;

  g_return_val_if_fail (CHANCERY_IS_DIFF_ITEM (self), FALSE);

  paragraph = get_paragraph (self);
  if (self->n_paragraphs > 1)
    return FALSE;

  return paragraph->change == CHANCERY_TEXT_CHANGE_REMOVED
    ? paragraph->before.start_bytes < chancery_comparison_get_head_bytes (self->comparison, FALSE)
    : paragraph->after.start_bytes < chancery_comparison_get_head_bytes (self->comparison, TRUE);
}

/**
 * chancery_diff_item_get_change:
 * @self: a row
 *
 * Returns: what became of the paragraph
 */
ChanceryTextChange
chancery_diff_item_get_change (ChanceryDiffItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_DIFF_ITEM (self), CHANCERY_TEXT_CHANGE_KEPT);

  return get_paragraph (self)->change;
}

/**
 * chancery_diff_item_get_notes:
 * @self: a row
 *
 * Returns: (transfer none) (element-type ChanceryNote): the notes in it
 */
GPtrArray *
chancery_diff_item_get_notes (ChanceryDiffItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_DIFF_ITEM (self), NULL);

  return self->notes;
}

static void
append_span (ChanceryDiffItem *self,
             GString          *text,
             gboolean          of_newer,
             ChanceryTextSpan  span)
{
  ChanceryTextDiff *diff = chancery_comparison_get_diff (self->comparison);
  const char *whole = of_newer ? chancery_text_diff_get_new_text (diff) : chancery_text_diff_get_old_text (diff);

  g_string_append_len (text, whole + span.start_bytes, (gssize) (span.end_bytes - span.start_bytes));
}

static void
append_run (ChanceryDiffItem      *self,
            GString               *text,
            const ChanceryTextRun *run)
{
  if (run->change == CHANCERY_TEXT_CHANGE_REMOVED)
    append_span (self, text, FALSE, run->before);
  else
    append_span (self, text, TRUE, run->after);
}

static char *
end_line (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == '\n')
    g_string_truncate (text, text->len - 1);

  return g_string_free_and_steal (text);
}

/* Words that went aren't to run into those that came in their stead. */
static gboolean
needs_gap (ChanceryDiffItem      *self,
           const GString         *before,
           const ChanceryTextRun *run)
{
  g_autoptr (GString) next = NULL;

  if (run->change != CHANCERY_TEXT_CHANGE_ADDED || run == get_runs (self) ||
      run[-1].change != CHANCERY_TEXT_CHANGE_REMOVED || before->len == 0)
    return FALSE;

  next = g_string_new (NULL);
  append_run (self, next, run);
  return next->len > 0 && !g_unichar_isspace (g_utf8_get_char (next->str)) &&
         !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (before->str + before->len)));
}

/**
 * chancery_diff_item_dup_text:
 * @self: a row
 *
 * Returns: (transfer full): what it shows: the paragraph with what went and what
 *   came; for folded ones, how many they are
 */
char *
chancery_diff_item_dup_text (ChanceryDiffItem *self)
{
  const ChanceryTextParagraph *paragraph;
  const ChanceryTextRun *runs;
  GString *text;

  g_return_val_if_fail (CHANCERY_IS_DIFF_ITEM (self), NULL);

  if (self->n_paragraphs > 1)
    return g_strdup_printf (ngettext ("%'u Unchanged Paragraph", "%'u Unchanged Paragraphs", self->n_paragraphs),
                            self->n_paragraphs);

  paragraph = get_paragraph (self);
  runs = get_runs (self);
  text = g_string_new (NULL);
  for (guint i = 0; i < paragraph->n_runs; i++)
    {
      if (needs_gap (self, text, &runs[i]))
        g_string_append (text, THIN_SPACE);
      append_run (self, text, &runs[i]);
    }

  return end_line (text);
}

static void
add_attribute (PangoAttrList  *attributes,
               PangoAttribute *attribute,
               gsize           start,
               gsize           end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

/**
 * chancery_diff_item_dup_attributes:
 * @self: a row
 *
 * Returns: (transfer full): how the text looks: in an edited paragraph what went is
 *   struck through and what came is underlined, each on a ground of its own
 */
PangoAttrList *
chancery_diff_item_dup_attributes (ChanceryDiffItem *self)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  const ChanceryTextParagraph *paragraph;
  const ChanceryTextRun *runs;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (CHANCERY_IS_DIFF_ITEM (self), attributes);

  paragraph = get_paragraph (self);
  if (self->n_paragraphs > 1 || paragraph->change != CHANCERY_TEXT_CHANGE_EDITED)
    return attributes;

  runs = get_runs (self);
  for (guint i = 0; i < paragraph->n_runs; i++)
    {
      gsize start, end;

      if (needs_gap (self, text, &runs[i]))
        g_string_append (text, THIN_SPACE);
      start = text->len;
      append_run (self, text, &runs[i]);
      end = text->len;
      if (runs[i].change == CHANCERY_TEXT_CHANGE_REMOVED)
        {
          add_attribute (attributes, pango_attr_strikethrough_new (TRUE), start, end);
          add_attribute (attributes, pango_attr_background_new (0xe0e0, 0x1b1b, 0x2424), start, end);
          add_attribute (attributes, pango_attr_background_alpha_new (0x3800), start, end);
        }
      else if (runs[i].change == CHANCERY_TEXT_CHANGE_ADDED)
        {
          add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
          add_attribute (attributes, pango_attr_background_new (0x2e2e, 0xc2c2, 0x7e7e), start, end);
          add_attribute (attributes, pango_attr_background_alpha_new (0x4800), start, end);
        }
    }

  return attributes;
}

/* All of one kind, in one line. */
static char *
dup_gathered (ChanceryDiffItem   *self,
              ChanceryTextChange  change)
{
  const ChanceryTextParagraph *paragraph = get_paragraph (self);
  const ChanceryTextRun *runs = get_runs (self);
  g_autoptr (GString) gathered = g_string_new (NULL);

  for (guint i = 0; i < paragraph->n_runs; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      if (runs[i].change != change)
        continue;
      append_run (self, text, &runs[i]);
      g_strstrip (text->str);
      if (*text->str == '\0')
        continue;
      if (gathered->len > 0)
        g_string_append (gathered, C_("list separator", ", "));
      g_string_append_printf (gathered, FIRST_STRONG_ISOLATE "%s" POP_DIRECTIONAL_ISOLATE, text->str);
    }

  return gathered->len > 0 ? chancery_note_text_shorten (gathered->str, MAX_SPOKEN_CHARS) : NULL;
}

static char *
dup_spoken_change (ChanceryDiffItem *self,
                   const char       *text)
{
  g_autofree char *went = NULL;
  g_autofree char *came = NULL;
  g_autofree char *now = NULL;

  switch (get_paragraph (self)->change)
    {
    case CHANCERY_TEXT_CHANGE_REMOVED:
      /* Translators: read out by a screen reader; %s is a paragraph */
      return g_strdup_printf (_("Removed paragraph: %s"), text);
    case CHANCERY_TEXT_CHANGE_ADDED:
      return g_strdup_printf (_("Added paragraph: %s"), text);
    case CHANCERY_TEXT_CHANGE_EDITED:
      went = dup_gathered (self, CHANCERY_TEXT_CHANGE_REMOVED);
      came = dup_gathered (self, CHANCERY_TEXT_CHANGE_ADDED);
      now = chancery_diff_item_dup_copy (self);
      if (went != NULL && came != NULL)
        /* Translators: read out by a screen reader: words that went, words that came, and the paragraph as it is now */
        return g_strdup_printf (_("Changed paragraph. Removed: %1$s. Added: %2$s. Now: %3$s"), went, came, now);
      if (went != NULL)
        return g_strdup_printf (_("Changed paragraph. Removed: %1$s. Now: %2$s"), went, now);
      if (came != NULL)
        return g_strdup_printf (_("Changed paragraph. Added: %1$s. Now: %2$s"), came, now);
      return g_strdup_printf (_("Changed paragraph: %s"), now);
    case CHANCERY_TEXT_CHANGE_KEPT:
    default:
      return g_strdup_printf (_("Unchanged paragraph: %s"), text);
    }
}

/**
 * chancery_diff_item_dup_spoken:
 * @self: a row
 *
 * Returns: (transfer full): the row as it is read out
 */
char *
chancery_diff_item_dup_spoken (ChanceryDiffItem *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) spoken = NULL;
  g_autofree char *change = NULL;

  g_return_val_if_fail (CHANCERY_IS_DIFF_ITEM (self), NULL);

  text = chancery_diff_item_dup_text (self);
  if (self->n_paragraphs > 1)
    return g_steal_pointer (&text);

  change = dup_spoken_change (self, text);
  spoken = g_string_new (change);
  for (guint i = 0; i < self->notes->len; i++)
    {
      g_autofree char *place = chancery_note_dup_place_label (g_ptr_array_index (self->notes, i));
      const ChancerySelector *selector = chancery_note_get_selector (g_ptr_array_index (self->notes, i));
      g_autofree char *passage = chancery_note_text_shorten (selector->exact != NULL ? selector->exact : "", 100);

      g_string_append (spoken, C_("separator of sentences", ". "));
      /* Translators: read out by a screen reader: the passage of a note, and what became of its place */
      g_string_append_printf (spoken, _("Note on “%1$s”: %2$s"), passage, place);
    }

  return g_string_free_and_steal (g_steal_pointer (&spoken));
}

/**
 * chancery_diff_item_dup_copy:
 * @self: a row
 *
 * Returns: (transfer full): the paragraph as it is now or, if it went, as it was;
 *   all of those that are folded
 */
char *
chancery_diff_item_dup_copy (ChanceryDiffItem *self)
{
  GString *text;

  g_return_val_if_fail (CHANCERY_IS_DIFF_ITEM (self), NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->n_paragraphs; i++)
    {
      const ChanceryTextParagraph *paragraph = get_paragraph (self) + i;

      if (paragraph->change == CHANCERY_TEXT_CHANGE_REMOVED)
        append_span (self, text, FALSE, paragraph->before);
      else
        append_span (self, text, TRUE, paragraph->after);
    }

  return end_line (text);
}
