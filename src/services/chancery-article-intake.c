/* chancery-article-intake.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-article-intake.h"

#include "chancery-note-carrying.h"

/* Taking in an article: one that is new, or there already, is imported; a newer
 * copy of one that is there becomes its revision, and the notes are carried over. */

/* In a task's data. */
typedef struct
{
  ChanceryArticle *article;
  ChanceryIntake *intake;
} TakeIn;

/**
 * chancery_intake_free:
 * @intake: (transfer full): what became of an article
 */
void
chancery_intake_free (ChanceryIntake *intake)
{
  g_free (intake->uid);
  g_free (intake);
}

static void
take_in_free (TakeIn *take_in)
{
  g_object_unref (take_in->article);
  g_clear_pointer (&take_in->intake, chancery_intake_free);
  g_free (take_in);
}

static void
return_intake (GTask *task)
{
  TakeIn *take_in = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&take_in->intake), (GDestroyNotify) chancery_intake_free);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TakeIn *take_in = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  char *uid = chancery_library_import_article_finish (CHANCERY_LIBRARY (source), result, NULL, &error);

  if (uid == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_free (take_in->intake->uid);
  take_in->intake->uid = uid;
  return_intake (task);
}

static void
revised_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!chancery_library_revise_article_finish (CHANCERY_LIBRARY (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    return_intake (task);
}

static void
carried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TakeIn *take_in = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GPtrArray) carried = chancery_note_carrying_finish (CHANCERY_LIBRARY (source), result, &error);

  if (carried == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  for (guint i = 0; i < carried->len; i++)
    if (chancery_note_get_orphan (g_ptr_array_index (carried, i)))
      take_in->intake->n_orphans++;
    else
      take_in->intake->n_carried++;
  chancery_library_revise_article_async (CHANCERY_LIBRARY (source), take_in->intake->uid, take_in->article, carried,
                                         cancellable, revised_cb, g_steal_pointer (&task));
}

static void
old_loaded_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TakeIn *take_in = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (ChanceryArticle) old_article =
    chancery_library_load_article_finish (CHANCERY_LIBRARY (source), result, &error);

  if (old_article == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  chancery_note_carrying_async (CHANCERY_LIBRARY (source), take_in->intake->uid, old_article, take_in->article, G_MININT64,
                                cancellable, carried_cb, g_steal_pointer (&task));
}

static void
matched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TakeIn *take_in = g_task_get_task_data (task);
  ChanceryLibrary *library = CHANCERY_LIBRARY (source);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (!chancery_library_match_article_finish (library, result, &take_in->intake->match, &take_in->intake->uid,
                                              &take_in->intake->similarity, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (take_in->intake->match == CHANCERY_ARTICLE_MATCH_REVISION)
    chancery_library_load_article_async (library, take_in->intake->uid, cancellable, old_loaded_cb,
                                         g_steal_pointer (&task));
  else
    chancery_library_import_article_async (library, take_in->article, cancellable, imported_cb, g_steal_pointer (&task));
}

static GTask *
new_task (ChanceryLibrary     *library,
          ChanceryArticle     *article,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data,
          gpointer             source_tag)
{
  TakeIn *take_in = g_new0 (TakeIn, 1);
  GTask *task = g_task_new (library, cancellable, callback, user_data);

  take_in->article = g_object_ref (article);
  take_in->intake = g_new0 (ChanceryIntake, 1);
  g_task_set_source_tag (task, source_tag);
  /* What was written is told, whoever lost interest meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, take_in, (GDestroyNotify) take_in_free);

  return task;
}

/**
 * chancery_article_take_in_async:
 * @library: a library
 * @article: an article
 * @cancellable: (nullable): a cancellable, heeded until writing begins
 * @callback: called when it is in the library
 * @user_data: data for @callback
 *
 * Takes an article into a library. One that is new is imported; of one that is
 * there with the very same words, nothing changes; a newer copy becomes a
 * revision, and the notes find their places in it or become orphans. To undo
 * that, see chancery_library_revert_revision_async(). On the main thread.
 */
void
chancery_article_take_in_async (ChanceryLibrary     *library,
                                ChanceryArticle     *article,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (library));
  g_return_if_fail (CHANCERY_IS_ARTICLE (article));

  chancery_library_match_article_async (library, article, cancellable, matched_cb,
                                        new_task (library, article, cancellable, callback, user_data,
                                                  chancery_article_take_in_async));
}

/**
 * chancery_article_revise_async:
 * @library: a library
 * @uid: an article in it
 * @article: the text that it is to have
 * @cancellable: (nullable): a cancellable, heeded until writing begins
 * @callback: called when it is in the library
 * @user_data: data for @callback
 *
 * Makes a text the article's new revision, whatever it looks like, and carries
 * the notes over. End it with chancery_article_take_in_finish(). On the main
 * thread.
 */
void
chancery_article_revise_async (ChanceryLibrary     *library,
                               const char          *uid,
                               ChanceryArticle     *article,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;
  TakeIn *take_in;

  g_return_if_fail (CHANCERY_IS_LIBRARY (library));
  g_return_if_fail (uid != NULL);
  g_return_if_fail (CHANCERY_IS_ARTICLE (article));

  task = new_task (library, article, cancellable, callback, user_data, chancery_article_revise_async);
  take_in = g_task_get_task_data (task);
  take_in->intake->match = CHANCERY_ARTICLE_MATCH_REVISION;
  take_in->intake->uid = g_strdup (uid);
  chancery_library_load_article_async (library, uid, cancellable, old_loaded_cb, task);
}

/**
 * chancery_article_take_in_finish:
 * @library: the library
 * @result: what the callback was given
 * @error: return location for an error of the library
 *
 * Returns: (transfer full): what became of the article; %NULL with @error set
 */
ChanceryIntake *
chancery_article_take_in_finish (ChanceryLibrary  *library,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
