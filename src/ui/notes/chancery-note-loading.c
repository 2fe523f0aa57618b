/* chancery-note-loading.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-loading.h"

#include <glib/gi18n.h>

/**
 * chancery_notes_dup_read:
 * @model: (element-type ChanceryNote): a list of notes
 * @positions: which of them
 *
 * Returns: (transfer full) (nullable) (element-type ChanceryNote): the notes, or
 *   %NULL if one of them has not been read yet
 */
GPtrArray *
chancery_notes_dup_read (GListModel *model,
                         GtkBitset  *positions)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint position;

  for (gboolean is_valid = gtk_bitset_iter_init_first (&iter, positions, &position); is_valid;
       is_valid = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (ChanceryNote) note = g_list_model_get_item (model, position);

      if (note == NULL || *chancery_note_get_uid (note) == '\0')
        return NULL;

      g_ptr_array_add (notes, g_steal_pointer (&note));
    }

  return g_steal_pointer (&notes);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GListModel *model = g_task_get_source_object (task);
  GtkBitset *positions = g_task_get_task_data (task);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = chancery_library_load_notes_finish (CHANCERY_LIBRARY (source), result, &error);
  GtkBitsetIter iter;
  guint position;

  if (all == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* A place means another note if the list has changed meanwhile. */
  if (all->len != g_list_model_get_n_items (model))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_BUSY,
                               _("The notes have just changed. Select them again."));
      return;
    }

  for (gboolean is_valid = gtk_bitset_iter_init_first (&iter, positions, &position); is_valid;
       is_valid = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (notes, g_object_ref (g_ptr_array_index (all, position)));
  g_task_return_pointer (task, g_steal_pointer (&notes), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * chancery_notes_load_async:
 * @model: (element-type ChanceryNote): a list of notes
 * @positions: which of them
 * @library: (nullable): where they are read from
 * @source: (nullable): what the list holds, if it is read page by page
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Gets many notes of a list, of which not all may have been read yet.
 */
void
chancery_notes_load_async (GListModel               *model,
                           GtkBitset                *positions,
                           ChanceryLibrary          *library,
                           const ChanceryNoteFilter *source,
                           GCancellable             *cancellable,
                           GAsyncReadyCallback       callback,
                           gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (model, cancellable, callback, user_data);
  g_autoptr (GPtrArray) notes = chancery_notes_dup_read (model, positions);

  g_task_set_source_tag (task, chancery_notes_load_async);
  g_task_set_task_data (task, gtk_bitset_copy (positions), (GDestroyNotify) gtk_bitset_unref);
  if (notes != NULL)
    g_task_return_pointer (task, g_steal_pointer (&notes), (GDestroyNotify) g_ptr_array_unref);
  else if (library == NULL || source == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_BUSY, _("The notes are still being read"));
  else
    chancery_library_load_notes_async (library, source, cancellable, loaded_cb, g_steal_pointer (&task));
}

/**
 * chancery_notes_load_finish:
 *
 * Returns: (transfer full) (element-type ChanceryNote): the notes, in the order of
 *   the list; they may be those that the list shows
 */
GPtrArray *
chancery_notes_load_finish (GListModel    *model,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, model), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
