/* chancery-note-place.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-place.h"

#include <math.h>

#include <glib/gi18n.h>

/**
 * chancery_note_has_unsure_place:
 * @note: a note
 *
 * Returns: whether its passage was found again in a text that had changed, and
 *   nobody has confirmed it yet
 */
gboolean
chancery_note_has_unsure_place (ChanceryNote *note)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE (note), FALSE);

  return chancery_note_get_selector (note) != NULL && !chancery_note_get_orphan (note) &&
         chancery_note_get_score (note) < 1;
}

/**
 * chancery_score_dup_label:
 * @score: how sure a place is, 0 … 1
 *
 * Returns: (transfer full): the same for the user, "87 % sure"; what isn't quite
 *   sure is never called 100 %
 */
char *
chancery_score_dup_label (double score)
{
  const int percent = score < 1 ? (int) CLAMP (floor (score * 100), 0, 99) : 100;

  /* Translators: how sure it is that a passage is the right one */
  return g_strdup_printf (_("%d %% sure"), percent);
}

/**
 * chancery_note_dup_place_label:
 * @note: a note on a passage
 *
 * Returns: (transfer full): what became of its place, in a few words
 */
char *
chancery_note_dup_place_label (ChanceryNote *note)
{
  g_autofree char *score = NULL;

  g_return_val_if_fail (CHANCERY_IS_NOTE (note), NULL);

  if (chancery_note_get_orphan (note))
    return g_strdup (_("Needs a place"));
  if (!chancery_note_has_unsure_place (note))
    return g_strdup (_("In its place"));

  score = chancery_score_dup_label (chancery_note_get_score (note));
  /* Translators: a note's passage in a text that has changed; %s is "87 % sure" */
  return g_strdup_printf (_("Found again, %s"), score);
}

/**
 * chancery_note_new_at_place:
 * @note: a note
 * @selector: (nullable): the passage that it belongs to; %NULL for the one that
 *   it has
 *
 * Returns: (transfer full): the same note at a place that somebody has confirmed
 */
ChanceryNote *
chancery_note_new_at_place (ChanceryNote           *note,
                            const ChancerySelector *selector)
{
  ChanceryNoteFields fields;

  g_return_val_if_fail (CHANCERY_IS_NOTE (note), NULL);

  chancery_note_get_fields (note, &fields);
  if (selector != NULL)
    fields.selector = selector;
  fields.orphan = FALSE;
  fields.score = 1;

  return chancery_note_new (&fields);
}

/**
 * chancery_note_new_on_article:
 * @note: a note on a passage
 *
 * Returns: (transfer full): the same note on the article as a whole, with the
 *   words of the passage before its own, so that they aren't lost
 */
ChanceryNote *
chancery_note_new_on_article (ChanceryNote *note)
{
  ChanceryNoteFields fields;
  g_autofree char *quotation = NULL;
  g_autofree char *body = NULL;

  g_return_val_if_fail (CHANCERY_IS_NOTE (note), NULL);

  chancery_note_get_fields (note, &fields);
  if (fields.selector != NULL && fields.selector->exact != NULL)
    {
      quotation = g_strdup_printf (C_("quotation", "“%s”"), fields.selector->exact);
      body = fields.body != NULL && *fields.body != '\0' ? g_strconcat (quotation, "\n\n", fields.body, NULL)
                                                         : g_strdup (quotation);
      fields.body = body;
    }
  fields.selector = NULL;
  fields.orphan = FALSE;
  fields.score = 1;

  return chancery_note_new (&fields);
}
