/* chancery-note-index.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-note-filter.h"
#include "chancery-sqlite-connection.h"

G_BEGIN_DECLS

/**
 * ChanceryKey:
 * @key: the time of a note, the day of an article as yyyymmdd, or what else a
 *   list is sorted by
 * @id: the row's id, which sets rows with the same key apart
 *
 * Where a row is in the order of the lists, which is from the highest key to
 * the lowest.
 */
typedef struct
{
  gint64 key;
  gint64 id;
} ChanceryKey;

/* Below 0 if @a comes before @b in the lists. */
static inline int
chancery_key_compare (ChanceryKey a,
                      ChanceryKey b)
{
  if (a.key != b.key)
    return a.key > b.key ? -1 : 1;
  if (a.id != b.id)
    return a.id > b.id ? -1 : 1;
  return 0;
}

/**
 * ChanceryNoteFacts:
 * @created_us: when it was made
 * @article: the article's row; 0 for none
 * @start_chars: where its passage begins, plus one; 0 for none
 * @due_day: when it is due, as yyyymmdd; 0 for never
 * @colour: its colour
 * @kind: its kind
 * @orphan: whether it has lost its place
 *
 * What a note is chosen and sorted by, beside its words, tags and states.
 */
typedef struct
{
  gint64 created_us;
  guint32 article;
  guint32 start_chars;
  guint32 due_day;
  guint8 colour;
  guint8 kind;
  guint8 orphan;
  guint8 present;
} ChanceryNoteFacts;

/**
 * ChanceryNoteIndex:
 *
 * The facts of all notes, in memory, so that a filter looks at a million of
 * them in some milliseconds. It is read from an index of the database when it is
 * first needed, 24 bytes a note, and follows every change.
 */
typedef struct _ChanceryNoteIndex ChanceryNoteIndex;

/* The columns of CHANCERY_NOTE_FACTS, of notes AS n. */
#define CHANCERY_NOTE_FACTS \
  "n.id, n.created_us, coalesce (n.article, 0), coalesce (n.start_chars + 1, 0), coalesce (n.due_day, 0), " \
  "n.colour, n.kind, n.orphan"

gint64             chancery_note_facts_read       (ChancerySqliteStatement  *statement,
                                                   ChanceryNoteFacts        *facts);
ChanceryKey        chancery_note_facts_get_key    (const ChanceryNoteFacts  *facts,
                                                   gint64                    id,
                                                   gint64                    article_day,
                                                   ChanceryNoteSort          sort);
void               chancery_keys_sort             (GArray                   *keys);

ChanceryNoteIndex *chancery_note_index_new        (ChancerySqliteConnection *connection);
void               chancery_note_index_free       (ChanceryNoteIndex        *self);
gboolean           chancery_note_index_load       (ChanceryNoteIndex        *self,
                                                   gint64                    deadline_us,
                                                   GError                  **error);
gboolean           chancery_note_index_load_states (ChanceryNoteIndex       *self,
                                                   gint64                    deadline_us,
                                                   gboolean                 *ready,
                                                   GError                  **error);
gboolean           chancery_note_index_is_complete (ChanceryNoteIndex       *self);
gboolean           chancery_note_index_is_usable  (ChanceryNoteIndex        *self);
gboolean           chancery_note_index_select     (ChanceryNoteIndex        *self,
                                                   const ChanceryNoteFilter *filter,
                                                   const guint64            *words,
                                                   gsize                     n_words,
                                                   GArray                   *keys,
                                                   GError                  **error);
gint64             chancery_note_index_get_last_id (ChanceryNoteIndex       *self);

/* For the tests. */
void               chancery_note_index_set_rows_a_look (guint n_rows);

/* Following changes */

void               chancery_note_index_expect     (ChanceryNoteIndex        *self,
                                                   guint                     n_changes);
void               chancery_note_index_set_note   (ChanceryNoteIndex        *self,
                                                   gint64                    id,
                                                   const ChanceryNoteFacts  *facts);
void               chancery_note_index_set_words  (ChanceryNoteIndex        *self,
                                                   gint64                    id,
                                                   gboolean                  are_states,
                                                   const char               *old_json,
                                                   const char               *new_json);
void               chancery_note_index_drop_article (ChanceryNoteIndex      *self,
                                                   gint64                    article);
void               chancery_note_index_forget_words (ChanceryNoteIndex     *self);
void               chancery_note_index_forget_days (ChanceryNoteIndex       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryNoteIndex, chancery_note_index_free)

G_END_DECLS
