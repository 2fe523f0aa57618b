/* chancery-store-filter.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-private.h"

/* What can be asked of a filter without a list: a cursor is made for the moment. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryCursor, chancery_cursor_free)

/* All rows, however long it takes. */
static ChanceryCursor *
find_rows (ChanceryStore             *self,
           const ChanceryNoteFilter  *filter,
           GError                   **error)
{
  g_autoptr (ChanceryCursor) cursor = chancery_cursor_new (0, CHANCERY_CURSOR_NOTES, filter);

  if (!chancery_cursor_prepare (cursor, self, error))
    return NULL;
  if (!(cursor->kept != NULL ? chancery_cursor_load_kept (cursor, self, TRUE, error)
        : chancery_cursor_load (cursor, self, error)))
    return NULL;

  return g_steal_pointer (&cursor);
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

  if (!chancery_store_begin_read (self, error))
    return FALSE;

  cursor = find_rows (self, filter, error);
  chancery_store_end_read (self);
  if (cursor == NULL)
    return FALSE;

  *n_notes = cursor->n_rows;
  return TRUE;
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

  cursor = find_rows (self, filter, error);
  success = cursor != NULL && (cursor->n_rows == 0 || chancery_cursor_fetch (cursor, 0, cursor->n_rows, notes, error));
  chancery_store_end_read (self);

  return success ? g_steal_pointer (&notes) : NULL;
}
