/* chancery-note-filter.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-filter.h"

/* An empty choice is no choice. */
static const char * const *
dup_words (const char * const *words)
{
  return words != NULL && words[0] != NULL ? (const char * const *) g_strdupv ((char **) words) : NULL;
}

/**
 * chancery_note_filter_copy:
 * @filter: (nullable): a filter
 *
 * Returns: (transfer full): a copy that owns its strings; of %NULL, one that
 *   every note satisfies
 */
ChanceryNoteFilter *
chancery_note_filter_copy (const ChanceryNoteFilter *filter)
{
  ChanceryNoteFilter *copy;

  if (filter == NULL)
    return g_new0 (ChanceryNoteFilter, 1);

  copy = g_memdup2 (filter, sizeof *filter);
  copy->article_uid = g_strdup (filter->article_uid);
  copy->iso = g_strdup (filter->iso);
  copy->tag = g_strdup (filter->tag);
  copy->words = g_strdup (filter->words);
  copy->states = dup_words (filter->states);
  copy->organisation = dup_words (filter->organisation);
  copy->tags = dup_words (filter->tags);

  return copy;
}

/**
 * chancery_note_filter_free:
 * @filter: (transfer full): a filter that chancery_note_filter_copy() made
 */
void
chancery_note_filter_free (ChanceryNoteFilter *filter)
{
  g_free ((char *) filter->article_uid);
  g_free ((char *) filter->iso);
  g_free ((char *) filter->tag);
  g_free ((char *) filter->words);
  g_strfreev ((char **) filter->states);
  g_strfreev ((char **) filter->organisation);
  g_strfreev ((char **) filter->tags);
  g_free (filter);
}

/**
 * chancery_note_filter_get_sort:
 * @filter: a filter
 *
 * Returns: the order that it stands for, never %CHANCERY_NOTE_SORT_DEFAULT
 */
ChanceryNoteSort
chancery_note_filter_get_sort (const ChanceryNoteFilter *filter)
{
  if (filter->sort != CHANCERY_NOTE_SORT_DEFAULT)
    return filter->sort;

  return filter->article_uid != NULL && !filter->elsewhere ? CHANCERY_NOTE_SORT_PLACE : CHANCERY_NOTE_SORT_NEWEST;
}

/**
 * chancery_note_filter_is_of_one_article:
 * @filter: (nullable): a filter
 *
 * Returns: whether it is for notes of one article in the order of its text, of
 *   which there are few enough to have them all at hand
 */
gboolean
chancery_note_filter_is_of_one_article (const ChanceryNoteFilter *filter)
{
  return filter != NULL && filter->article_uid != NULL && !filter->elsewhere &&
         chancery_note_filter_get_sort (filter) == CHANCERY_NOTE_SORT_PLACE;
}

/**
 * chancery_due_day:
 * @due: when something is due, at the precision that is known
 *
 * Returns: the last day on which it is on time, as yyyymmdd; 0 for never
 */
gint64
chancery_due_day (ChanceryDate due)
{
  const ChanceryDate last = chancery_date_last_day (due);

  return last.year * 10000 + last.month * 100 + last.day;
}
