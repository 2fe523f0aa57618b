/* chancery-store-filter.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-private.h"

/* What can be asked of a filter without a list: a cursor is made for the moment. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryCursor, chancery_cursor_free)

/* The notes of one article come by its index; see ChanceryCursorKind. */
static ChanceryCursor *
make_cursor (ChanceryStore             *self,
             const ChanceryNoteFilter  *filter,
             GError                   **error)
{
  const gboolean of_article = chancery_note_filter_is_of_one_article (filter);
  g_autoptr (ChanceryCursor) cursor =
    chancery_cursor_new (0, of_article ? CHANCERY_CURSOR_ARTICLE_NOTES : CHANCERY_CURSOR_NOTES, filter);

  return chancery_cursor_prepare (cursor, self, error) ? g_steal_pointer (&cursor) : NULL;
}

/* All rows, however long it takes. */
static gboolean
find_rows (ChanceryStore   *self,
           ChanceryCursor  *cursor,
           GError         **error)
{
  return cursor->kept != NULL ? chancery_cursor_load_kept (cursor, self, TRUE, error)
                              : chancery_cursor_load (cursor, self, error);
}

/**
 * chancery_store_find_rows:
 * @self: a store, in a transaction
 * @filter: (nullable): which notes, and in which order
 * @error: return location
 *
 * Returns: (transfer full): a cursor that knows all its rows, to be fetched a page at a time
 */
ChanceryCursor *
chancery_store_find_rows (ChanceryStore             *self,
                          const ChanceryNoteFilter  *filter,
                          GError                   **error)
{
  g_autoptr (ChanceryCursor) cursor = chancery_cursor_new (0, CHANCERY_CURSOR_NOTES, filter);

  return chancery_cursor_prepare (cursor, self, error) && find_rows (self, cursor, error) ? g_steal_pointer (&cursor) : NULL;
}

/* A count alone isn't worth reading the facts of all notes. */
static gboolean
count_rows (ChanceryStore   *self,
            ChanceryCursor  *cursor,
            guint           *n_rows,
            GError         **error)
{
  if (cursor->count == NULL &&
      (cursor->kept == NULL || !chancery_note_index_is_complete (chancery_store_get_note_index (self))))
    return chancery_cursor_count_by_sql (cursor, self, n_rows, error);
  if (!find_rows (self, cursor, error))
    return FALSE;

  *n_rows = cursor->n_rows;
  return TRUE;
}

/**
 * chancery_store_count_notes:
 * @self: a store
 * @filter: (nullable): which notes
 * @n_notes: (out): how many there are
 * @error: return location
 *
 * Returns: whether it worked
 */
gboolean
chancery_store_count_notes (ChanceryStore             *self,
                            const ChanceryNoteFilter  *filter,
                            guint                     *n_notes,
                            GError                   **error)
{
  g_autoptr (ChanceryCursor) cursor = NULL;
  gboolean success;

  if (!chancery_store_begin_read (self, error))
    return FALSE;

  cursor = make_cursor (self, filter, error);
  success = cursor != NULL && count_rows (self, cursor, n_notes, error);
  chancery_store_end_read (self);

  return success;
}

/**
 * chancery_store_load_notes:
 * @self: a store
 * @filter: (nullable): which notes, and in which order
 * @error: return location
 *
 * Returns: (transfer full) (element-type ChanceryNote): all of them
 */
GPtrArray *
chancery_store_load_notes (ChanceryStore             *self,
                           const ChanceryNoteFilter  *filter,
                           GError                   **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ChanceryCursor) cursor = NULL;
  gboolean success;

  if (!chancery_store_begin_read (self, error))
    return NULL;

  cursor = make_cursor (self, filter, error);
  success = cursor != NULL && find_rows (self, cursor, error) &&
            chancery_cursor_fetch (cursor, 0, cursor->n_rows, notes, error);
  chancery_store_end_read (self);

  return success ? g_steal_pointer (&notes) : NULL;
}
