/* chancery-note-merger.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-merger.h"

#include "chancery-library-links.h"

/* What is asked for. */
typedef struct
{
  ChanceryLibrary *library; /* (owned) (nullable) */
  ChanceryArticle *article; /* (owned) */
  GPtrArray *notes; /* (owned) */
  GPtrArray *changes; /* (owned) (nullable) */
  GQueue linking; /* (element-type utf8): notes that link to those that go, and are still to be read */
  ChanceryMergeability mergeability;
  char *uid; /* (owned) (nullable): of the note that stays */
} Merging;

static void
merging_free (Merging *merging)
{
  g_clear_object (&merging->library);
  g_object_unref (merging->article);
  g_ptr_array_unref (merging->notes);
  g_clear_pointer (&merging->changes, g_ptr_array_unref);
  g_queue_clear_full (&merging->linking, g_free);
  g_free (merging->uid);
  g_free (merging);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Merging *merging = g_task_get_task_data (task);
  GError *error = NULL;

  if (chancery_history_finish (CHANCERY_HISTORY (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&merging->uid), g_free);
  else
    g_task_return_error (task, error);
}

static void
write_changes (GTask *task)
{
  ChanceryHistory *history = g_task_get_source_object (task);
  Merging *merging = g_task_get_task_data (task);

  chancery_history_write_async (history, g_steal_pointer (&merging->changes), NULL, written_cb, task);
}

static void read_next (GTask *task);

static void
note_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GTask *task = user_data;
  Merging *merging = g_task_get_task_data (task);
  /* One that went meanwhile doesn't matter. */
  g_autoptr (ChanceryNote) note = chancery_library_load_note_finish (CHANCERY_LIBRARY (source), result, NULL);
  g_autoptr (ChanceryNote) relinked =
    note != NULL ? chancery_note_new_relinked (note, merging->notes, merging->uid) : NULL;

  if (relinked != NULL)
    g_ptr_array_add (merging->changes,
                     chancery_note_change_new_take (g_steal_pointer (&note), g_steal_pointer (&relinked)));
  read_next (task);
}

static void
read_next (GTask *task)
{
  Merging *merging = g_task_get_task_data (task);
  g_autofree char *uid = g_queue_pop_head (&merging->linking);

  if (uid != NULL)
    chancery_library_load_note_async (merging->library, uid, NULL, note_loaded_cb, task);
  else
    write_changes (task);
}

static gboolean
is_one_of (GPtrArray  *notes,
           const char *uid)
{
  for (guint i = 0; i < notes->len; i++)
    if (g_str_equal (chancery_note_get_uid (g_ptr_array_index (notes, i)), uid))
      return TRUE;

  return FALSE;
}

static void
links_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GTask *task = user_data;
  Merging *merging = g_task_get_task_data (task);
  g_autoptr (GHashTable) links = NULL;
  GHashTableIter iter;
  GError *error = NULL;
  gpointer ends;

  links = chancery_library_load_links_finish (CHANCERY_LIBRARY (source), result, &error);
  if (links == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  g_hash_table_iter_init (&iter, links);
  while (g_hash_table_iter_next (&iter, NULL, &ends))
    for (guint i = 0; i < ((ChanceryLinkEnds *) ends)->ends->len; i++)
      {
        const ChanceryLinkEnd *end = g_ptr_array_index (((ChanceryLinkEnds *) ends)->ends, i);

        if (end->is_backwards && end->note_uid != NULL && !is_one_of (merging->notes, end->note_uid) &&
            g_queue_find_custom (&merging->linking, end->note_uid, (GCompareFunc) g_strcmp0) == NULL)
          g_queue_push_tail (&merging->linking, g_strdup (end->note_uid));
      }
  read_next (task);
}

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  Merging *merging = g_task_get_task_data (task);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) uids = NULL;

  chancery_history_finish (CHANCERY_HISTORY (source), result, NULL);
  merging->changes = chancery_notes_merge (merging->notes, merging->article, &merging->mergeability);
  if (merging->changes == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      g_object_unref (task);
      return;
    }

  merging->uid = g_strdup (chancery_note_change_get_uid (g_ptr_array_index (merging->changes, 0)));
  if (merging->library == NULL)
    {
      write_changes (task);
      return;
    }

  for (guint i = 1; i < merging->changes->len; i++)
    g_strv_builder_add (builder, chancery_note_change_get_uid (g_ptr_array_index (merging->changes, i)));
  uids = g_strv_builder_end (builder);
  chancery_library_load_links_async (merging->library, (const char * const *) uids, FALSE, NULL, links_loaded_cb, task);
}

/**
 * chancery_notes_merge_async:
 * @history: what changes notes
 * @library: (nullable): where other notes are; %NULL to leave these as they are
 * @article: the article that @notes are on
 * @notes: (element-type ChanceryNote): notes, as they are shown
 * @callback: called when it is written, or failed
 * @user_data: data for @callback
 *
 * Merges notes, as chancery_notes_merge() does, once what was asked of @history
 * before is done, for what is being typed into one of them belongs to what they
 * become. What links to one that goes links to the one that stays. All of it is
 * one step.
 */
void
chancery_notes_merge_async (ChanceryHistory     *history,
                            ChanceryLibrary     *library,
                            ChanceryArticle     *article,
                            GPtrArray           *notes,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task;
  Merging *merging;

  g_return_if_fail (CHANCERY_IS_HISTORY (history));
  g_return_if_fail (CHANCERY_IS_ARTICLE (article));

  task = g_task_new (history, NULL, callback, user_data);
  g_task_set_source_tag (task, chancery_notes_merge_async);
  merging = g_new0 (Merging, 1);
  merging->library = library != NULL ? g_object_ref (library) : NULL;
  merging->article = g_object_ref (article);
  merging->notes = g_ptr_array_ref (notes);
  g_queue_init (&merging->linking);
  g_task_set_task_data (task, merging, (GDestroyNotify) merging_free);

  chancery_history_settle_async (history, NULL, settled_cb, task);
}

/**
 * chancery_notes_merge_finish:
 * @history: what changes notes
 * @result: what the callback was given
 * @mergeability: (out) (optional): return location for why they can't be merged
 * @error: return location for a #GError, that of the library
 *
 * Returns: (transfer full) (nullable): the uid of the note that stays; %NULL if
 *   they can't be merged, or with @error set
 */
char *
chancery_notes_merge_finish (ChanceryHistory       *history,
                             GAsyncResult          *result,
                             ChanceryMergeability  *mergeability,
                             GError               **error)
{
  g_return_val_if_fail (g_task_is_valid (result, history), NULL);

  if (mergeability != NULL)
    *mergeability = ((Merging *) g_task_get_task_data (G_TASK (result)))->mergeability;

  return g_task_propagate_pointer (G_TASK (result), error);
}
