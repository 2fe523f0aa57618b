/* chancery-cursor.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-note-index.h"
#include "chancery-sqlite-connection.h"
#include "chancery-store.h"

G_BEGIN_DECLS

/* How many rows come at or before a key. */
typedef struct
{
  ChanceryKey key;
  guint n_before;
} ChanceryAnchor;

/* What a row was, and is, to a list. */
typedef struct
{
  ChanceryKey key;
  char *uid;
} ChanceryCursorRow;

/**
 * ChanceryCursor:
 * @id: the list's number
 * @kind: what it lists
 * @filter: which notes
 * @query: (nullable): the filter's words, for FTS5
 * @states: (nullable): the filter's states, as a JSON array; likewise
 *   @organisation and @tags
 * @kept: (nullable) (element-type ChanceryKey): the keys of all rows, in order,
 *   where the order isn't that of an index; else rows are found by anchors
 * @found: (nullable) (array length=n_found): a bit an id, of the rows that have the
 *   words, as far as they have been looked for
 * @unscanned: the highest id where the words have not been looked for; -1 if
 *   they have been everywhere
 * @anchors: (element-type ChanceryAnchor): known places, in order
 * @n_rows: how many rows there are
 * @lost: whether it couldn't follow a change, so that its list must be read anew
 * @removed: (element-type ChanceryCursorRow): scratch: what is about to go
 * @added: (element-type ChanceryCursorRow): scratch: what is about to come
 *
 * A list's view of the database: it turns positions into rows, and changes
 * into positions. An anchor says how many rows come at or before a key; it
 * stays true when rows come and go, if they are counted. So a position is found
 * from the nearest anchor or end, walking an index, and the way is marked for
 * the next time.
 */
typedef struct
{
  guint id;
  ChanceryCursorKind kind;
  ChanceryNoteFilter *filter;
  char *query;
  char *states;
  char *organisation;
  char *tags;
  GArray *kept;
  guint64 *found;
  gsize n_found;
  gint64 unscanned;
  GArray *anchors;
  guint n_rows;
  gboolean lost;

  GArray *removed;
  GArray *added;

  ChancerySqliteStatement *step_forward;
  ChancerySqliteStatement *step_back;
  ChancerySqliteStatement *count_between;
  ChancerySqliteStatement *rows_forward;
  ChancerySqliteStatement *rows_back;
  ChancerySqliteStatement *count;
  ChancerySqliteStatement *match;
  ChancerySqliteStatement *all;
} ChanceryCursor;

ChanceryCursor *chancery_cursor_new         (guint            id,
                                             ChanceryCursorKind kind,
                                             const ChanceryNoteFilter *filter);
gboolean        chancery_cursor_prepare     (ChanceryCursor  *self,
                                             ChanceryStore   *store,
                                             GError         **error);
gboolean        chancery_cursor_fetch       (ChanceryCursor  *self,
                                             guint            position,
                                             guint            n_rows,
                                             GPtrArray       *rows,
                                             GError         **error);
void            chancery_cursor_free        (ChanceryCursor  *self);
ChanceryCursor *chancery_store_get_cursor   (ChanceryStore   *store,
                                             guint            cursor_id);
gboolean        chancery_cursor_load        (ChanceryCursor  *self,
                                             ChanceryStore   *store,
                                             GError         **error);
gboolean        chancery_cursor_matches     (ChanceryCursor  *self,
                                             const char      *uid,
                                             gboolean        *matches,
                                             ChanceryKey     *key,
                                             GError         **error);
gboolean        chancery_cursor_rank        (ChanceryCursor  *self,
                                             ChanceryKey      key,
                                             guint           *n_before,
                                             GError         **error);
gboolean        chancery_cursor_has_key     (ChanceryCursor  *self,
                                             ChanceryKey      key);
void            chancery_cursor_remove_row  (ChanceryCursor  *self,
                                             ChanceryKey      key);
void            chancery_cursor_add_row     (ChanceryCursor  *self,
                                             ChanceryKey      key,
                                             const char      *uid);
gboolean        chancery_cursor_apply       (ChanceryCursor  *self,
                                             ChanceryStore   *store,
                                             GError         **error);

gboolean        chancery_cursor_count_by_sql (ChanceryCursor *self,
                                             ChanceryStore   *store,
                                             guint           *n_rows,
                                             GError         **error);
ChanceryKey     chancery_cursor_read_key    (ChanceryCursor  *self,
                                             ChancerySqliteStatement *statement);
void            chancery_cursor_bind_condition (ChanceryCursor *self,
                                             ChancerySqliteStatement *statement);

/* Of cursors that keep the keys of all their rows. */
gboolean        chancery_cursor_load_kept   (ChanceryCursor  *self,
                                             ChanceryStore   *store,
                                             gboolean         all,
                                             GError         **error);
gboolean        chancery_cursor_is_counting (ChanceryCursor  *self);
void            chancery_cursor_note_found  (ChanceryCursor  *self,
                                             gint64           id,
                                             gboolean         found);
gboolean        chancery_cursor_find_kept   (ChanceryCursor  *self,
                                             ChanceryKey      by_time,
                                             ChanceryKey     *key);

gint64          chancery_cursor_make_deadline (void);

/* For the tests. */
void            chancery_cursor_set_patience (guint           n_ids,
                                             guint            time_us);
void            chancery_cursor_set_stride  (guint            n_rows);

G_END_DECLS
