/* chancery-library.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-library-private.h"

#include <glib/gi18n.h>

#include "chancery-article-notes.h"
#include "chancery-config.h"
#include "chancery-paged-list.h"

enum
{
  NOTE_CHANGED,
  NOTE_REMOVED,
  NOTES_CHANGED,
  ARTICLES_CHANGED,
  COLOUR_NAMES_CHANGED,
  CHANGED_ELSEWHERE,
  DAMAGED,
  LIST_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In milliseconds; only tests set it. */
static guint busy_timeout = CHANCERY_STORE_BUSY_TIMEOUT_MS;

G_DEFINE_FINAL_TYPE (ChanceryLibrary, chancery_library, G_TYPE_OBJECT)

static void
chancery_library_dispose (GObject *object)
{
  ChanceryLibrary *self = CHANCERY_LIBRARY (object);

  chancery_library_stop_care (self);
  g_clear_pointer (&self->worker, chancery_worker_free);

  G_OBJECT_CLASS (chancery_library_parent_class)->dispose (object);
}

static void
chancery_library_finalize (GObject *object)
{
  ChanceryLibrary *self = CHANCERY_LIBRARY (object);

  g_clear_object (&self->file);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->counts);
  g_strfreev (self->colour_names);

  G_OBJECT_CLASS (chancery_library_parent_class)->finalize (object);
}

static void
chancery_library_class_init (ChanceryLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = chancery_library_dispose;
  object_class->finalize = chancery_library_finalize;

  signals[NOTE_CHANGED] = g_signal_new ("note-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NOTE_REMOVED] = g_signal_new ("note-removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NOTES_CHANGED] = g_signal_new ("notes-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[ARTICLES_CHANGED] = g_signal_new ("articles-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);
  signals[COLOUR_NAMES_CHANGED] = g_signal_new ("colour-names-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 0);
  signals[CHANGED_ELSEWHERE] = g_signal_new ("changed-elsewhere", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 0);
  signals[DAMAGED] = g_signal_new ("damaged", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LIST_FAILED] = g_signal_new ("list-failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
chancery_library_init (ChanceryLibrary *self)
{
  self->lists = g_hash_table_new (NULL, NULL);
  self->counts = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

/* Following the store */

static void
apply_to_list (ChanceryLibrary    *self,
               ChanceryStoreEvent *event)
{
  GListModel *found = g_hash_table_lookup (self->lists, GUINT_TO_POINTER (event->cursor_id));
  g_autoptr (GListModel) list = NULL;

  if (found == NULL)
    return;

  list = g_object_ref (found);
  switch (event->kind)
    {
    case CHANCERY_STORE_EVENT_SPLICE:
      chancery_paged_list_splice (CHANCERY_PAGED_LIST (list), event->position, event->n_removed, event->n_added,
                                  event->row);
      break;
    case CHANCERY_STORE_EVENT_UPDATE:
      chancery_paged_list_update (CHANCERY_PAGED_LIST (list), event->row);
      break;
    case CHANCERY_STORE_EVENT_NOTE:
      chancery_article_notes_follow (CHANCERY_ARTICLE_NOTES (list), event->uid, (ChanceryNote *) event->row);
      break;
    case CHANCERY_STORE_EVENT_RESET:
      if (CHANCERY_IS_ARTICLE_NOTES (list))
        chancery_library_fetch (self, event->cursor_id, 0, G_MAXUINT);
      else
        chancery_paged_list_reset (CHANCERY_PAGED_LIST (list), event->n_added);
      break;
    case CHANCERY_STORE_EVENT_COUNTING:
      chancery_paged_list_set_counting (CHANCERY_PAGED_LIST (list), TRUE);
      chancery_library_count_on (self, event->cursor_id);
      break;
    case CHANCERY_STORE_EVENT_COUNTED:
      chancery_paged_list_set_counting (CHANCERY_PAGED_LIST (list), FALSE);
      break;
    case CHANCERY_STORE_EVENT_NOTE_CHANGED:
    case CHANCERY_STORE_EVENT_NOTE_REMOVED:
    case CHANCERY_STORE_EVENT_NOTES_CHANGED:
    case CHANCERY_STORE_EVENT_ARTICLES_CHANGED:
    case CHANCERY_STORE_EVENT_CHANGED_ELSEWHERE:
    default:
      g_assert_not_reached ();
    }
}

static void
emit_event (ChanceryLibrary    *self,
            ChanceryStoreEvent *event)
{
  switch (event->kind)
    {
    case CHANCERY_STORE_EVENT_NOTE_CHANGED:
      g_signal_emit (self, signals[NOTE_CHANGED], 0, event->uid);
      break;
    case CHANCERY_STORE_EVENT_NOTE_REMOVED:
      g_signal_emit (self, signals[NOTE_REMOVED], 0, event->uid);
      break;
    case CHANCERY_STORE_EVENT_NOTES_CHANGED:
      g_signal_emit (self, signals[NOTES_CHANGED], 0);
      break;
    case CHANCERY_STORE_EVENT_ARTICLES_CHANGED:
      g_signal_emit (self, signals[ARTICLES_CHANGED], 0);
      break;
    case CHANCERY_STORE_EVENT_CHANGED_ELSEWHERE:
      chancery_library_refresh_colour_names (self);
      g_signal_emit (self, signals[CHANGED_ELSEWHERE], 0);
      break;
    case CHANCERY_STORE_EVENT_SPLICE:
    case CHANCERY_STORE_EVENT_UPDATE:
    case CHANCERY_STORE_EVENT_NOTE:
    case CHANCERY_STORE_EVENT_RESET:
    case CHANCERY_STORE_EVENT_COUNTING:
    case CHANCERY_STORE_EVENT_COUNTED:
    default:
      g_assert_not_reached ();
    }
}

void
chancery_library_set_damaged (ChanceryLibrary *self,
                              const char      *message)
{
  if (self->damaged)
    return;

  self->damaged = TRUE;
  g_signal_emit (self, signals[DAMAGED], 0, message);
}

void
chancery_library_take_colour_names (ChanceryLibrary *self,
                                    GStrv            names)
{
  const gboolean changed = self->colour_names != NULL &&
                           !g_strv_equal ((const char * const *) self->colour_names, (const char * const *) names);

  g_strfreev (self->colour_names);
  self->colour_names = names;
  if (changed)
    g_signal_emit (self, signals[COLOUR_NAMES_CHANGED], 0);
}

/* A list couldn't be read, and nobody waits for an answer that could say so. */
void
chancery_library_list_failed (ChanceryLibrary *self,
                              const GError    *error)
{
  g_signal_emit (self, signals[LIST_FAILED], 0, error->message);
}

/* Brings the lists up to date with what happened until the job was done; all
 * of them before anybody hears of it. */
void
chancery_library_follow (ChanceryJob *job)
{
  g_autoptr (ChanceryLibrary) self = g_object_ref (CHANCERY_LIBRARY (job->library));

  for (guint i = 0; job->events != NULL && i < job->events->len; i++)
    {
      ChanceryStoreEvent *event = g_ptr_array_index (job->events, i);

      if (event->cursor_id != 0)
        apply_to_list (self, event);
    }
  for (guint i = 0; job->events != NULL && i < job->events->len; i++)
    {
      ChanceryStoreEvent *event = g_ptr_array_index (job->events, i);

      if (event->cursor_id == 0)
        emit_event (self, event);
    }

  if (g_error_matches (job->error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_DAMAGED))
    chancery_library_set_damaged (self, job->error->message);
}

/* Jobs */

ChanceryJob *
chancery_library_new_job (ChanceryLibrary *self,
                          ChanceryJobFunc  run,
                          ChanceryJobFunc  reply)
{
  ChanceryJob *job = g_new0 (ChanceryJob, 1);

  job->library = g_object_ref (G_OBJECT (self));
  job->run = run;
  job->reply = reply;

  return job;
}

/* Pushes a job that nobody waits for. */
void
chancery_library_push (ChanceryLibrary *self,
                       ChanceryJob     *job)
{
  if (self->closed)
    chancery_job_free (job);
  else
    chancery_worker_push (self->worker, job);
}

/* Pushes a job whose outcome is @callback's. */
void
chancery_library_begin (ChanceryLibrary     *self,
                        ChanceryJob         *job,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data,
                        gpointer             source_tag)
{
  job->task = g_task_new (self, cancellable, callback, user_data);
  chancery_library_begin_task (self, job, cancellable, source_tag);
}

/* The same for a job that has a task, with data of its own. */
void
chancery_library_begin_task (ChanceryLibrary *self,
                             ChanceryJob     *job,
                             GCancellable    *cancellable,
                             gpointer         source_tag)
{
  g_task_set_source_tag (job->task, source_tag);
  g_set_object (&job->cancellable, cancellable);
  /* What has been written is told, whoever lost interest meanwhile. */
  if (job->writes)
    g_task_set_check_cancellable (job->task, FALSE);

  if (self->closed)
    {
      g_task_return_new_error_literal (job->task, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_CLOSED,
                                       _("The library has been closed."));
      chancery_job_free (job);
      return;
    }

  chancery_worker_push (self->worker, job);
}

/* Begins an operation on what has that uid, which @run finds in the job's text. */
void
chancery_library_begin_for_uid (ChanceryLibrary     *self,
                                ChanceryJobFunc      run,
                                ChanceryJobFunc      reply,
                                gboolean             writes,
                                const char          *uid,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data,
                                gpointer             source_tag)
{
  ChanceryJob *job = chancery_library_new_job (self, run, reply);

  job->writes = writes;
  job->text = g_strdup (uid);
  chancery_library_begin (self, job, cancellable, callback, user_data, source_tag);
}

/* Ends an operation that only works or fails. */
gboolean
chancery_library_end (ChanceryLibrary  *self,
                      GAsyncResult     *result,
                      GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Ends an operation with a result, which becomes the caller's. */
gpointer
chancery_library_end_with (ChanceryLibrary  *self,
                           GAsyncResult     *result,
                           GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The usual reply: the lists follow, and the task returns the job's result. */
void
chancery_library_return (ChanceryJob *job)
{
  chancery_library_follow (job);

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->result_free);
}

/* The reply of operations that only work or fail. */
void
chancery_library_return_success (ChanceryJob *job)
{
  chancery_library_follow (job);

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_boolean (job->task, TRUE);
}

/* Opening and closing */

static void
run_open (ChanceryJob *job)
{
  ChanceryStore *store = chancery_store_open (job->text, (ChanceryLibraryFlags) job->number, job->count, &job->error);

  chancery_worker_set_store (job->worker, store);
  if (store == NULL)
    return;

  /* The library can be used without them. */
  job->result = chancery_store_list_colour_names (store, NULL);
  job->result_free = (GDestroyNotify) g_strfreev;
}

static void
reply_open (ChanceryJob *job)
{
  ChanceryLibrary *self = CHANCERY_LIBRARY (job->library);

  if (job->error != NULL)
    {
      self->closed = TRUE;
      g_task_return_error (job->task, g_steal_pointer (&job->error));
      return;
    }

  if (job->result != NULL)
    chancery_library_take_colour_names (self, g_steal_pointer (&job->result));
  chancery_library_start_care (self);
  g_task_return_pointer (job->task, g_object_ref (self), g_object_unref);
}

void
chancery_library_open_async (GFile                *file,
                             ChanceryLibraryFlags  flags,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_autoptr (ChanceryLibrary) self = NULL;
  ChanceryJob *job;

  g_return_if_fail (file == NULL || G_IS_FILE (file));

  self = g_object_new (CHANCERY_TYPE_LIBRARY, NULL);
  g_set_object (&self->file, file);
  self->flags = flags;
  self->worker = chancery_worker_new ();

  job = chancery_library_new_job (self, run_open, reply_open);
  job->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, chancery_library_open_async);
  job->text = file != NULL ? g_file_get_path (file) : NULL;
  job->number = (guint64) flags;
  job->count = busy_timeout;
  g_set_object (&job->cancellable, cancellable);

  if (file != NULL && job->text == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      self->closed = TRUE;
      g_task_return_new_error (job->task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _("“%s” is not on this computer, where a library must be."), name);
      chancery_job_free (job);
      return;
    }

  chancery_worker_push (self->worker, job);
}

ChanceryLibrary *
chancery_library_open_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
run_close (ChanceryJob *job)
{
  chancery_store_purge (job->store, g_get_real_time (), NULL);
  chancery_store_close (job->store);
  chancery_worker_set_store (job->worker, NULL);
}

void
chancery_library_close_async (ChanceryLibrary     *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));

  chancery_library_stop_care (self);
  job = chancery_library_new_job (self, run_close, chancery_library_return_success);
  job->writes = TRUE;
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_close_async);
  self->closed = TRUE;
}

gboolean
chancery_library_close_finish (ChanceryLibrary  *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

GFile *
chancery_library_get_file (ChanceryLibrary *self)
{
  g_return_val_if_fail (CHANCERY_IS_LIBRARY (self), NULL);

  return self->file;
}

GFile *
chancery_library_default_file (void)
{
  const char *folder = g_strcmp0 (CHANCERY_PROFILE, "development") == 0 ? "chancery-devel" : "chancery";

  return g_file_new_build_filename (g_get_user_data_dir (), folder, "library.db", NULL);
}

void
chancery_library_set_busy_timeout (guint busy_timeout_ms)
{
  busy_timeout = busy_timeout_ms;
}
