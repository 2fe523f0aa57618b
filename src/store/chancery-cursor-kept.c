/* chancery-cursor-kept.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-private.h"

#include <string.h>

/* Cursors that keep the keys of all their rows, since no index of the database
 * has them in order: those of filters.
 *
 * Words are looked for in the search index from the newest rows to the oldest,
 * for a few milliseconds at a time, so that the first page of a word that is
 * everywhere doesn't wait for the last. Until then the cursor counts: it has the
 * rows that were found so far, each in its place. */

static gint64 ids_a_scan = 65536;
static gint64 patience_us = 8 * 1000;

#define BITS 64

/* For the tests: how many ids are looked at, and how long, before others get their turn. */
void
chancery_cursor_set_patience (guint n_ids,
                              guint time_us)
{
  ids_a_scan = n_ids;
  patience_us = time_us;
}

/* When to let others have their turn. */
gint64
chancery_cursor_make_deadline (void)
{
  return g_get_monotonic_time () + patience_us;
}

/* Sets a bit an id: collect_ids (rowid), an aggregate without a result. */
static void
collect_step (sqlite3_context  *context,
              int               n_values,
              sqlite3_value   **values)
{
  ChanceryIdCollector *collector = sqlite3_user_data (context);
  const gint64 id = sqlite3_value_int64 (values[0]);

  if (id >= 0 && id / BITS < (gint64) collector->n_found)
    collector->found[id / BITS] |= (guint64) 1 << id % BITS;
}

static void
collect_final (sqlite3_context *context)
{
  sqlite3_result_null (context);
}

static gboolean
prepare_scan (ChanceryStore  *store,
              GError        **error)
{
  int code;

  if (store->scan != NULL)
    return TRUE;

  code = sqlite3_create_function_v2 (chancery_sqlite_connection_get_handle (store->connection), "collect_ids", 1,
                                     SQLITE_UTF8 | SQLITE_DIRECTONLY, &store->collector, NULL, collect_step,
                                     collect_final, NULL);
  if (code != SQLITE_OK)
    return chancery_sqlite_connection_set_error (store->connection, code, error);

  store->scan = chancery_sqlite_connection_prepare (store->connection,
                                                    "SELECT collect_ids (rowid) FROM note_search "
                                                    "WHERE note_search MATCH ?1 AND rowid BETWEEN ?2 AND ?3", error);
  return store->scan != NULL;
}

/* Looks for the words until the time is up. */
static gboolean
scan (ChanceryCursor  *self,
      ChanceryStore   *store,
      gint64           deadline_us,
      GError         **error)
{
  if (!prepare_scan (store, error))
    return FALSE;

  do
    {
      const gint64 from = MAX (self->unscanned - ids_a_scan + 1, 0);

      store->collector = (ChanceryIdCollector) { self->found, self->n_found };
      chancery_sqlite_statement_bind_text (store->scan, 1, self->query);
      chancery_sqlite_statement_bind_int64 (store->scan, 2, from);
      chancery_sqlite_statement_bind_int64 (store->scan, 3, self->unscanned);
      if (!chancery_sqlite_statement_run (store->scan, error))
        return FALSE;
      self->unscanned = from - 1;
    }
  while (self->unscanned >= 0 && g_get_monotonic_time () < deadline_us);

  return TRUE;
}

static void
begin_scan (ChanceryCursor    *self,
            ChanceryNoteIndex *index)
{
  g_free (self->found);
  self->unscanned = chancery_note_index_get_last_id (index);
  self->n_found = (gsize) (self->unscanned / BITS + 1);
  self->found = g_new0 (guint64, self->n_found);
}

static void
end_scan (ChanceryCursor *self)
{
  g_clear_pointer (&self->found, g_free);
  self->n_found = 0;
  self->unscanned = -1;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return chancery_key_compare (*(const ChanceryKey *) a, *(const ChanceryKey *) b);
}

/* What the index can't say, the database does. */
static gboolean
select_by_sql (ChanceryCursor  *self,
               GArray          *keys,
               GError         **error)
{
  chancery_cursor_bind_condition (self, self->all);
  while (TRUE)
    {
      ChanceryKey key;
      gboolean row;

      if (!chancery_sqlite_statement_step (self->all, &row, error))
        return FALSE;
      if (!row)
        break;
      key = chancery_cursor_read_key (self, self->all);
      g_array_append_val (keys, key);
    }
  g_array_sort (keys, compare_keys);

  return TRUE;
}

/* The keys of all rows that are known by now. */
static GArray *
select_keys (ChanceryCursor  *self,
             ChanceryStore   *store,
             gboolean         anew,
             gint64           deadline_us,
             GError         **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (ChanceryKey));
  ChanceryNoteIndex *index = chancery_store_get_note_index (store);

  if (!chancery_note_index_load (index, G_MAXINT64, error))
    return NULL;
  if (!chancery_note_index_is_usable (index))
    {
      end_scan (self);
      return select_by_sql (self, keys, error) ? g_steal_pointer (&keys) : NULL;
    }

  if (anew && self->query != NULL)
    begin_scan (self, index);
  if ((self->query != NULL && !scan (self, store, deadline_us, error)) ||
      !chancery_note_index_select (index, self->filter, self->found, self->n_found, keys, error))
    return NULL;

  if (self->unscanned < 0)
    end_scan (self);
  return g_steal_pointer (&keys);
}

/* Whether there may be more rows than are known. */
gboolean
chancery_cursor_is_counting (ChanceryCursor *self)
{
  return self->unscanned >= 0;
}

/* Finds the rows, the last ones perhaps later, unless @all are wanted now. */
gboolean
chancery_cursor_load_kept (ChanceryCursor  *self,
                           ChanceryStore   *store,
                           gboolean         all,
                           GError         **error)
{
  GArray *keys = select_keys (self, store, TRUE, all ? G_MAXINT64 : chancery_cursor_make_deadline (), error);

  if (keys == NULL)
    return FALSE;

  g_array_unref (self->kept);
  self->kept = keys;
  self->n_rows = keys->len;
  if (chancery_cursor_is_counting (self))
    chancery_store_add_event (store, CHANCERY_STORE_EVENT_COUNTING, self, NULL);
  return TRUE;
}

/* One event for all that is between the first and the last row that differ. */
static void
replace_kept (ChanceryCursor *self,
              ChanceryStore  *store,
              GArray         *keys)
{
  const ChanceryKey *old = (const ChanceryKey *) (void *) self->kept->data;
  const ChanceryKey *new = (const ChanceryKey *) (void *) keys->data;
  const guint shorter = MIN (self->kept->len, keys->len);
  guint head = 0, tail = 0;

  while (head < shorter && chancery_key_compare (old[head], new[head]) == 0)
    head++;
  while (tail < shorter - head &&
         chancery_key_compare (old[self->kept->len - 1 - tail], new[keys->len - 1 - tail]) == 0)
    tail++;

  if (self->kept->len != keys->len || head < shorter)
    {
      ChanceryStoreEvent *event = chancery_store_add_event (store, CHANCERY_STORE_EVENT_SPLICE, self, NULL);

      event->position = head;
      event->n_removed = self->kept->len - head - tail;
      event->n_added = keys->len - head - tail;
    }

  g_array_unref (self->kept);
  self->kept = keys;
  self->n_rows = keys->len;
}

/* A note changed that may have been looked at already. */
void
chancery_cursor_note_found (ChanceryCursor *self,
                            gint64          id,
                            gboolean        found)
{
  if (self->found == NULL || id < 0)
    return;

  if (id / BITS >= (gint64) self->n_found)
    {
      const gsize n_found = (gsize) (id / BITS + 1);

      self->found = g_renew (guint64, self->found, n_found);
      memset (self->found + self->n_found, 0, (n_found - self->n_found) * sizeof *self->found);
      self->n_found = n_found;
    }
  if (found)
    self->found[id / BITS] |= (guint64) 1 << id % BITS;
  else
    self->found[id / BITS] &= ~((guint64) 1 << id % BITS);
}

/* The sort key that a row has here, by its id; slow, but for the usual order. */
gboolean
chancery_cursor_find_kept (ChanceryCursor *self,
                           ChanceryKey     by_time,
                           ChanceryKey    *key)
{
  const ChanceryNoteSort sort = chancery_note_filter_get_sort (self->filter);

  if (sort == CHANCERY_NOTE_SORT_NEWEST || sort == CHANCERY_NOTE_SORT_OLDEST)
    {
      *key = sort == CHANCERY_NOTE_SORT_NEWEST ? by_time : (ChanceryKey) { -by_time.key, -by_time.id };
      return chancery_cursor_has_key (self, *key);
    }

  for (guint i = 0; i < self->kept->len; i++)
    if (g_array_index (self->kept, ChanceryKey, i).id == by_time.id)
      {
        *key = g_array_index (self->kept, ChanceryKey, i);
        return TRUE;
      }

  return FALSE;
}

/**
 * chancery_store_count_on:
 * @self: a store
 * @cursor_id: a list's number
 * @error: return location
 *
 * Looks for more rows of a list that counts, for a few milliseconds. What it
 * finds is among the store's events, and whether it has found all.
 *
 * Returns: whether it worked
 */
gboolean
chancery_store_count_on (ChanceryStore  *self,
                         guint           cursor_id,
                         GError        **error)
{
  ChanceryCursor *cursor;
  GArray *keys = NULL;

  if (!chancery_store_begin_read (self, error))
    return FALSE;

  /* It may have been dropped, or begun anew, meanwhile. */
  cursor = chancery_store_get_cursor (self, cursor_id);
  if (cursor == NULL || !chancery_cursor_is_counting (cursor))
    {
      chancery_store_end_read (self);
      return TRUE;
    }

  keys = select_keys (cursor, self, FALSE, chancery_cursor_make_deadline (), error);
  chancery_store_end_read (self);
  if (keys == NULL)
    return FALSE;

  replace_kept (cursor, self, keys);
  chancery_store_add_event (self, chancery_cursor_is_counting (cursor) ? CHANCERY_STORE_EVENT_COUNTING
                            : CHANCERY_STORE_EVENT_COUNTED, cursor, NULL);
  return TRUE;
}
