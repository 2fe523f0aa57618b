/* chancery-note-carrying.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-carrying.h"

#include "chancery-carried-notes.h"

/* In a task's data. The notes are nobody else's. */
typedef struct
{
  ChanceryArticle *from; /* (owned) */
  ChanceryArticle *to; /* (owned) */
  gint64 since_us;
  GPtrArray *notes; /* (owned) */
  GPtrArray *carried; /* (owned) */
} Carrying;

static void
carrying_free (gpointer data)
{
  Carrying *carrying = data;

  g_object_unref (carrying->from);
  g_object_unref (carrying->to);
  g_clear_pointer (&carrying->notes, g_ptr_array_unref);
  g_clear_pointer (&carrying->carried, g_ptr_array_unref);
  g_free (carrying);
}

static void
carry_thread (GTask        *in_thread,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Carrying *carrying = task_data;

  carrying->carried = chancery_carry_whole_notes (chancery_article_get_text (carrying->from),
                                                  chancery_article_get_text (carrying->to), carrying->notes);
  g_task_return_boolean (in_thread, TRUE);
}

static void
carried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Carrying *carrying = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&carrying->carried), (GDestroyNotify) g_ptr_array_unref);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Carrying *carrying = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) in_thread = NULL;

  carrying->notes = chancery_library_load_notes_finish (CHANCERY_LIBRARY (source), result, &error);
  if (carrying->notes == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* Those on the whole article stay as they are. */
  for (guint i = carrying->notes->len; i > 0; i--)
    {
      ChanceryNote *note = g_ptr_array_index (carrying->notes, i - 1);

      if (chancery_note_get_selector (note) == NULL || chancery_note_get_created_us (note) < carrying->since_us)
        g_ptr_array_remove_index (carrying->notes, i - 1);
    }

  /* The thread's task has no library, which must not end in that thread. */
  in_thread = g_task_new (NULL, NULL, carried_cb, task);
  g_task_set_source_tag (in_thread, loaded_cb);
  g_task_set_task_data (in_thread, carrying, NULL);
  g_task_run_in_thread (in_thread, carry_thread);
  g_steal_pointer (&task);
}

/**
 * chancery_note_carrying_async:
 * @library: a library
 * @uid: an article in it
 * @from: the text that it has
 * @to: the text that it is to have
 * @since_us: only notes that were made then or later; %G_MININT64 for all
 * @cancellable: (nullable): a cancellable
 *
 * Finds the places of an article's notes on passages in another text, in a thread. Nothing is written. On the main
 * thread.
 */
void
chancery_note_carrying_async (ChanceryLibrary     *library,
                              const char          *uid,
                              ChanceryArticle     *from,
                              ChanceryArticle     *to,
                              gint64               since_us,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Carrying *carrying;
  GTask *task;

  g_return_if_fail (CHANCERY_IS_LIBRARY (library));
  g_return_if_fail (uid != NULL);
  g_return_if_fail (CHANCERY_IS_ARTICLE (from) && CHANCERY_IS_ARTICLE (to));

  carrying = g_new0 (Carrying, 1);
  carrying->from = g_object_ref (from);
  carrying->to = g_object_ref (to);
  carrying->since_us = since_us;
  task = g_task_new (library, cancellable, callback, user_data);
  g_task_set_source_tag (task, chancery_note_carrying_async);
  g_task_set_task_data (task, carrying, carrying_free);
  chancery_library_load_notes_async (library, &(ChanceryNoteFilter) { .article_uid = uid }, cancellable, loaded_cb, task);
}

/**
 * chancery_note_carrying_finish:
 *
 * Returns: (transfer full) (element-type ChanceryNote): the notes as they are to be in the new text; orphans where they
 *   lost their place
 */
GPtrArray *
chancery_note_carrying_finish (ChanceryLibrary  *library,
                               GAsyncResult     *result,
                               GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
