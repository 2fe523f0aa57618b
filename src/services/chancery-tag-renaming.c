/* chancery-tag-renaming.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-tag-renaming.h"

#include "chancery-library-bulk.h"

static void
renamed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  GError *error = NULL;

  if (!chancery_library_rename_tags_finish (CHANCERY_LIBRARY (source), result, &before, &after, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  changes = g_ptr_array_new_full (before->len, (GDestroyNotify) chancery_note_change_free);
  for (guint i = 0; i < before->len; i++)
    g_ptr_array_add (changes, chancery_note_change_new_take (g_object_ref (g_ptr_array_index (before, i)),
                                                             g_object_ref (g_ptr_array_index (after, i))));
  if (changes->len > 0)
    chancery_history_record (g_task_get_source_object (task), g_steal_pointer (&changes));
  g_task_return_int (task, (gssize) before->len);
}

/**
 * chancery_rename_tags_async:
 * @history: what shall be able to undo it
 * @library: where the notes are
 * @from: (array zero-terminated=1): tags; more than one to merge them
 * @to: (nullable): the tag that notes are to have in their place, which may be
 *   there already; %NULL to take them off all notes
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Renames, merges or deletes tags in the whole library, as one step.
 */
void
chancery_rename_tags_async (ChanceryHistory     *history,
                            ChanceryLibrary     *library,
                            const char * const  *from,
                            const char          *to,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = g_task_new (history, cancellable, callback, user_data);

  g_task_set_source_tag (task, chancery_rename_tags_async);
  chancery_library_rename_tags_async (library, from, to, cancellable, renamed_cb, task);
}

/**
 * chancery_rename_tags_finish:
 * @history: the history
 * @result: what the callback was given
 * @n_notes: (out) (optional): how many notes changed
 * @error: (nullable): where to put an error
 *
 * Returns: whether it was done
 */
gboolean
chancery_rename_tags_finish (ChanceryHistory  *history,
                             GAsyncResult     *result,
                             guint            *n_notes,
                             GError          **error)
{
  gssize n;

  g_return_val_if_fail (g_task_is_valid (result, history), FALSE);

  n = g_task_propagate_int (G_TASK (result), error);
  if (n < 0)
    return FALSE;

  if (n_notes != NULL)
    *n_notes = (guint) n;
  return TRUE;
}
