/* chancery-note-filter.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-date.h"
#include "chancery-enums.h"

G_BEGIN_DECLS

/**
 * ChanceryNoteOrphans:
 * @CHANCERY_NOTE_ORPHANS_ANY: notes that have their place, and those that lost it
 * @CHANCERY_NOTE_ORPHANS_NONE: only notes that have their place
 * @CHANCERY_NOTE_ORPHANS_ONLY: only notes that lost their place
 */
typedef enum
{
  CHANCERY_NOTE_ORPHANS_ANY,
  CHANCERY_NOTE_ORPHANS_NONE,
  CHANCERY_NOTE_ORPHANS_ONLY,
} ChanceryNoteOrphans;

/**
 * ChanceryNoteSort:
 * @CHANCERY_NOTE_SORT_DEFAULT: by place for the notes of one article, else the
 *   newest first
 * @CHANCERY_NOTE_SORT_PLACE: by article, the newest first, and in each in the
 *   order of the text, those without a passage first; notes on no article last
 * @CHANCERY_NOTE_SORT_NEWEST: by when they were made, the newest first
 * @CHANCERY_NOTE_SORT_OLDEST: the other way round
 * @CHANCERY_NOTE_SORT_DUE: by when they are due, the earliest first, those that
 *   never are last; a month or a year is due with its last day
 */
typedef enum
{
  CHANCERY_NOTE_SORT_DEFAULT,
  CHANCERY_NOTE_SORT_PLACE,
  CHANCERY_NOTE_SORT_NEWEST,
  CHANCERY_NOTE_SORT_OLDEST,
  CHANCERY_NOTE_SORT_DUE,
} ChanceryNoteSort;

/**
 * ChanceryNoteFilter:
 * @article_uid: (nullable): only notes on this article
 * @elsewhere: not those on @article_uid, but all others
 * @iso: (nullable): only notes about this state
 * @tag: (nullable): only notes with this tag
 * @words: (nullable): only notes whose body or passage has all of these words,
 *   and the phrases in quotation marks; the last word may be a beginning
 * @colours: a bit mask, `1 << colour`; 0 for any
 * @kinds: a bit mask, `1 << kind`; 0 for any
 * @orphans: whether notes without a place are wanted
 * @states: (nullable): only notes about any of these states
 * @organisation: (nullable): only notes about any of these states, too: the
 *   members of an organisation, of which @states may pick some
 * @tags: (nullable): only notes with all of these tags
 * @created_from_us: only notes made at or after this time, in microseconds since
 *   1970-01-01T00:00:00Z; 0 for any
 * @created_before_us: only notes made before this time; 0 for any
 * @due_only: only notes that are due some time
 * @due_by: only notes that are due on this day or before; zeroes for any
 * @sort: their order
 *
 * Which notes a list has: those that satisfy all members. Strings and arrays are
 * borrowed for the call. All zeroes, or %NULL, is every note.
 */
typedef struct
{
  const char *article_uid;
  gboolean elsewhere;
  const char *iso;
  const char *tag;
  const char *words;
  guint colours;
  guint kinds;
  ChanceryNoteOrphans orphans;
  const char * const *states;
  const char * const *organisation;
  const char * const *tags;
  gint64 created_from_us;
  gint64 created_before_us;
  gboolean due_only;
  ChanceryDate due_by;
  ChanceryNoteSort sort;
} ChanceryNoteFilter;

ChanceryNoteFilter *chancery_note_filter_copy (const ChanceryNoteFilter *filter);
void                chancery_note_filter_free (ChanceryNoteFilter       *filter);
ChanceryNoteSort    chancery_note_filter_get_sort (const ChanceryNoteFilter *filter);
gboolean            chancery_note_filter_is_of_one_article (const ChanceryNoteFilter *filter);
gint64              chancery_due_day          (ChanceryDate              due);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryNoteFilter, chancery_note_filter_free)

G_END_DECLS
