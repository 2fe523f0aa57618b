/* chancery-cursor.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-sqlite-connection.h"
#include "chancery-store.h"

G_BEGIN_DECLS

/**
 * ChanceryKey:
 * @key: the time of a note, or the day of an article as yyyymmdd
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
 * @filter: which notes; its strings are owned
 * @kept: (nullable) (element-type ChanceryKey): the keys of all rows, in order,
 *   where the order isn't that of an index; else rows are found by anchors
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
  ChanceryNoteFilter filter;
  char *query;
  GArray *kept;
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

void            chancery_cursor_free        (ChanceryCursor  *self);
ChanceryCursor *chancery_store_get_cursor   (ChanceryStore   *store,
                                             guint            cursor_id);
gboolean        chancery_cursor_load        (ChanceryCursor  *self,
                                             ChanceryStore   *store,
                                             GError         **error);
gboolean        chancery_cursor_matches     (ChanceryCursor  *self,
                                             const char      *uid,
                                             gboolean        *matches,
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

/* For the tests. */
void            chancery_cursor_set_stride  (guint            n_rows);

G_END_DECLS
