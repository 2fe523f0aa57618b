/* chancery-cursor-changes.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-private.h"

/* How cursors follow changes, and tell their lists. */

/* With more changes than this at once, a list is told of one stretch. */
#define MAX_SPLICES 64

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  return chancery_key_compare (((const ChanceryCursorRow *) a)->key, ((const ChanceryCursorRow *) b)->key);
}

/* Where @key is, or would be, among the keys that are kept. */
static guint
find_kept (ChanceryCursor *self,
           ChanceryKey     key)
{
  guint low = 0, high = self->kept->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (chancery_key_compare (g_array_index (self->kept, ChanceryKey, middle), key) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Whether a cursor that keeps its keys has this one. */
gboolean
chancery_cursor_has_key (ChanceryCursor *self,
                         ChanceryKey     key)
{
  guint position = find_kept (self, key);

  return position < self->kept->len && chancery_key_compare (g_array_index (self->kept, ChanceryKey, position), key) == 0;
}

void
chancery_cursor_remove_row (ChanceryCursor *self,
                            ChanceryKey     key)
{
  const ChanceryCursorRow row = { key, NULL };

  g_array_append_val (self->removed, row);
}

void
chancery_cursor_add_row (ChanceryCursor *self,
                         ChanceryKey     key,
                         const char     *uid)
{
  const ChanceryCursorRow row = { key, g_strdup (uid) };

  g_array_append_val (self->added, row);
}

/* How many of the sorted @rows come before @key, or are it. */
static guint
count_rows (GArray      *rows,
            ChanceryKey  key,
            gboolean     or_is)
{
  guint low = 0, high = rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = chancery_key_compare (g_array_index (rows, ChanceryCursorRow, middle).key, key);

      if (order < 0 || (or_is && order == 0))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Before the change for a row that goes, after it for a row that comes. */
static gboolean
find_position (ChanceryCursor  *self,
               ChanceryKey      key,
               gboolean         before_change,
               guint           *position,
               GError         **error)
{
  if (self->kept != NULL)
    {
      *position = find_kept (self, key);
      return TRUE;
    }

  if (!chancery_cursor_rank (self, key, position, error))
    return FALSE;
  if (before_change)
    *position = *position - count_rows (self->added, key, FALSE) + count_rows (self->removed, key, FALSE);

  return TRUE;
}

static void
shift_anchors (ChanceryCursor *self)
{
  for (guint i = 0; i < self->anchors->len; i++)
    {
      ChanceryAnchor *anchor = &g_array_index (self->anchors, ChanceryAnchor, i);

      anchor->n_before -= count_rows (self->removed, anchor->key, TRUE);
      anchor->n_before += count_rows (self->added, anchor->key, TRUE);
    }
}

static GObject *
load_row (ChanceryCursor           *self,
          ChanceryStore            *store,
          const ChanceryCursorRow  *row,
          GError                  **error)
{
  if (self->kind != CHANCERY_CURSOR_ARTICLES)
    {
      ChanceryNote *note = chancery_store_load_note (store, row->uid, error);

      return note != NULL ? G_OBJECT (note) : NULL;
    }
  else
    {
      ChancerySqliteStatement *statement = chancery_store_statement (store, CHANCERY_STATEMENT_ARTICLE_ITEM, error);
      GObject *item = NULL;
      gboolean found;

      if (statement == NULL)
        return NULL;
      chancery_sqlite_statement_bind_int64 (statement, 1, row->key.id);
      if (!chancery_sqlite_statement_step (statement, &found, error))
        return NULL;
      if (found)
        item = chancery_store_read_item (statement);
      chancery_sqlite_statement_reset (statement);
      return item;
    }
}

/* One event from the first place that changes to the last. */
static void
add_stretch (ChanceryCursor *self,
             ChanceryStore  *store,
             guint           n_rows,
             const guint    *removed,
             const guint    *added)
{
  guint head = G_MAXUINT, tail = G_MAXUINT;
  ChanceryStoreEvent *event;

  if (self->removed->len > 0)
    {
      head = removed[0];
      tail = self->n_rows - 1 - removed[self->removed->len - 1];
    }
  if (self->added->len > 0)
    {
      head = MIN (head, added[0]);
      tail = MIN (tail, n_rows - 1 - added[self->added->len - 1]);
    }

  event = chancery_store_add_event (store, CHANCERY_STORE_EVENT_SPLICE, self, NULL);
  event->position = head;
  event->n_removed = self->n_rows - head - tail;
  event->n_added = n_rows - head - tail;
}

/* Tells the list of the rows that go and come, each at its place. */
static gboolean
add_splices (ChanceryCursor  *self,
             ChanceryStore   *store,
             const guint     *removed,
             const guint     *added,
             GError         **error)
{
  for (guint i = self->removed->len; i > 0; i--)
    {
      ChanceryStoreEvent *event = chancery_store_add_event (store, CHANCERY_STORE_EVENT_SPLICE, self, NULL);

      event->position = removed[i - 1];
      event->n_removed = 1;
    }

  for (guint i = 0; i < self->added->len; i++)
    {
      ChanceryCursorRow *row = &g_array_index (self->added, ChanceryCursorRow, i);
      ChanceryStoreEvent *event = chancery_store_add_event (store, CHANCERY_STORE_EVENT_SPLICE, self, row->uid);

      event->position = added[i];
      event->n_added = 1;
      event->row = load_row (self, store, row, error);
      if (event->row == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Makes the rows that were collected with chancery_cursor_remove_row() and
 * chancery_cursor_add_row() go and come. */
gboolean
chancery_cursor_apply (ChanceryCursor  *self,
                       ChanceryStore   *store,
                       GError         **error)
{
  const guint n_removed = self->removed->len, n_added = self->added->len;
  const guint n_rows = self->n_rows - n_removed + n_added;
  g_autofree guint *removed = g_new0 (guint, n_removed + 1), *added = g_new0 (guint, n_added + 1);
  const gboolean many = n_removed + n_added > MAX_SPLICES;
  gboolean success = TRUE;

  if (n_removed + n_added == 0)
    return TRUE;

  g_array_sort (self->removed, compare_rows);
  g_array_sort (self->added, compare_rows);
  if (self->kept == NULL)
    shift_anchors (self);

  /* Of a stretch, only the ends matter. */
  for (guint i = 0; success && i < n_removed; i++)
    if (!many || i == 0 || i == n_removed - 1)
      success = find_position (self, g_array_index (self->removed, ChanceryCursorRow, i).key, TRUE,
                               &removed[i], error);
  if (self->kept != NULL)
    {
      for (guint i = n_removed; i > 0; i--)
        g_array_remove_index (self->kept, find_kept (self, g_array_index (self->removed, ChanceryCursorRow, i - 1).key));
      for (guint i = 0; i < n_added; i++)
        {
          ChanceryKey key = g_array_index (self->added, ChanceryCursorRow, i).key;

          g_array_insert_val (self->kept, find_kept (self, key), key);
        }
    }
  for (guint i = 0; success && i < n_added; i++)
    if (!many || i == 0 || i == n_added - 1)
      success = find_position (self, g_array_index (self->added, ChanceryCursorRow, i).key, FALSE, &added[i], error);

  if (success && many)
    add_stretch (self, store, n_rows, removed, added);
  else if (success)
    success = add_splices (self, store, removed, added, error);

  self->n_rows = n_rows;
  self->lost = !success;
  g_array_set_size (self->removed, 0);
  g_array_set_size (self->added, 0);

  return success;
}
