/* chancery-library-care.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-library-private.h"

/* Searching, and looking after the file. */

/* A library that was checked longer ago is checked while it is in use, a while
 * after it was opened, when nobody waits for anything: reading a large file
 * whole would slow the start. */
#define CHECK_AFTER_SECONDS 60
#define CHECK_EVERY_US (7 * G_TIME_SPAN_DAY)

/* Search */

static void
run_search (ChanceryJob *job)
{
  job->result = chancery_store_search (job->store, job->text, job->count, &job->error);
  job->result_free = (GDestroyNotify) g_ptr_array_unref;
}

void
chancery_library_search_async (ChanceryLibrary     *self,
                               const char          *words,
                               guint                n_max,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (words != NULL);

  job = chancery_library_new_job (self, run_search, chancery_library_return);
  job->text = g_strdup (words);
  job->count = n_max;
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_search_async);
}

GPtrArray *
chancery_library_search_finish (ChanceryLibrary  *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  return chancery_library_end_with (self, result, error);
}

/* Check */

static void
run_check (ChanceryJob *job)
{
  job->result = chancery_store_check (job->store, &job->error);
  job->result_free = (GDestroyNotify) g_strfreev;
}

static void
check_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  GError *error = NULL;
  GStrv problems = chancery_store_check_file (task_data, cancellable, &error);

  if (problems != NULL)
    g_task_return_pointer (task, problems, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

/* The thread's task has no library, which must not end in that thread. */
static void
check_done_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GStrv problems = g_task_propagate_pointer (G_TASK (result), &error);

  if (problems != NULL)
    g_task_return_pointer (task, problems, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

void
chancery_library_check_async (ChanceryLibrary     *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));

  if (self->file == NULL || self->closed)
    {
      ChanceryJob *job = chancery_library_new_job (self, run_check, chancery_library_return);

      chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_check_async);
    }
  else
    {
      GTask *task = g_task_new (self, cancellable, callback, user_data);
      g_autoptr (GTask) in_thread = g_task_new (NULL, cancellable, check_done_cb, task);

      g_task_set_source_tag (task, chancery_library_check_async);
      g_task_set_task_data (in_thread, g_file_get_path (self->file), g_free);
      g_task_run_in_thread (in_thread, check_thread);
    }
}

GStrv
chancery_library_check_finish (ChanceryLibrary  *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  return chancery_library_end_with (self, result, error);
}

/* Other processes */

static void
run_refresh (ChanceryJob *job)
{
  /* What changes from now on may not be seen any more, and is to be looked at again. */
  g_atomic_int_set (&CHANCERY_LIBRARY (job->library)->refresh_waits, FALSE);
  chancery_store_refresh (job->store, &job->error);
}

void
chancery_library_refresh (ChanceryLibrary *self)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));

  if (self->closed || !g_atomic_int_compare_and_exchange (&self->refresh_waits, FALSE, TRUE))
    return;

  chancery_library_push (self, chancery_library_new_job (self, run_refresh, chancery_library_follow));
}

/* Every commit, ours too, changes the log; asking whether it was another's is cheap. */
static void
log_changed_cb (ChanceryLibrary *self)
{
  chancery_library_refresh (self);
}

/* The weekly look at the whole file */

static void
run_set_checked (ChanceryJob *job)
{
  chancery_store_set_checked (job->store, g_get_real_time (), &job->error);
}

static void
weekly_check_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ChanceryLibrary) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      ChanceryJob *job = chancery_library_new_job (self, run_set_checked, chancery_library_follow);

      job->writes = TRUE;
      chancery_library_push (self, job);
    }
  else if (g_error_matches (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_DAMAGED))
    {
      chancery_library_set_damaged (self, error->message);
    }
}

static void
weekly_check_thread (GTask        *task,
                     gpointer      source_object,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  GError *error = NULL;

  if (chancery_store_is_sound (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run_get_checked (ChanceryJob *job)
{
  gint64 time_us = 0;

  chancery_store_get_checked (job->store, &time_us, &job->error);
  job->out_number = (guint64) time_us;
}

static void
reply_get_checked (ChanceryJob *job)
{
  ChanceryLibrary *self = CHANCERY_LIBRARY (job->library);
  g_autoptr (GTask) task = NULL;

  chancery_library_follow (job);
  if (job->error != NULL || self->closed || (gint64) job->out_number + CHECK_EVERY_US > g_get_real_time ())
    return;

  g_clear_object (&self->check_cancellable);
  self->check_cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->check_cancellable, weekly_check_cb, g_object_ref (self));
  g_task_set_source_tag (task, reply_get_checked);
  g_task_set_task_data (task, g_file_get_path (self->file), g_free);
  g_task_run_in_thread (task, weekly_check_thread);
}

static void
check_due_cb (gpointer user_data)
{
  ChanceryLibrary *self = user_data;

  self->check_source = 0;
  chancery_library_push (self, chancery_library_new_job (self, run_get_checked, reply_get_checked));
}

/* Begins to watch over a library that has been opened. */
void
chancery_library_start_care (ChanceryLibrary *self)
{
  g_autofree char *path = NULL, *log_path = NULL;
  g_autoptr (GFile) log = NULL;

  if (self->file == NULL || (self->flags & CHANCERY_LIBRARY_READ_ONLY) != 0)
    return;

  path = g_file_get_path (self->file);
  log_path = g_strconcat (path, "-wal", NULL);
  log = g_file_new_for_path (log_path);
  /* Without a monitor, what others do is seen with the next operation. */
  self->monitor = g_file_monitor_file (log, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (log_changed_cb), self, G_CONNECT_SWAPPED);

  self->check_source = g_timeout_add_seconds_once (CHECK_AFTER_SECONDS, check_due_cb, self);
}

void
chancery_library_stop_care (ChanceryLibrary *self)
{
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_handle_id (&self->check_source, g_source_remove);
  if (self->check_cancellable != NULL)
    g_cancellable_cancel (self->check_cancellable);
  g_clear_object (&self->check_cancellable);
}

/* Recovery */

typedef struct
{
  char *path;
  char *kept;
  guint n_articles;
  guint n_notes;
} Recovered;

static void
recovered_free (Recovered *recovered)
{
  g_free (recovered->path);
  g_free (recovered->kept);
  g_free (recovered);
}

static void
recover_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Recovered *recovered = task_data;
  GError *error = NULL;

  recovered->kept = chancery_store_recover (recovered->path, &recovered->n_articles, &recovered->n_notes,
                                            cancellable, &error);
  if (recovered->kept != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
chancery_library_recover_async (GFile               *file,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Recovered *recovered;

  g_return_if_fail (G_IS_FILE (file) && g_file_peek_path (file) != NULL);

  recovered = g_new0 (Recovered, 1);
  recovered->path = g_file_get_path (file);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, chancery_library_recover_async);
  g_task_set_task_data (task, recovered, (GDestroyNotify) recovered_free);
  /* Once the files have changed their names, it has happened. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, recover_thread);
}

GFile *
chancery_library_recover_finish (GAsyncResult  *result,
                                 guint         *n_articles,
                                 guint         *n_notes,
                                 GError       **error)
{
  Recovered *recovered;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  recovered = g_task_get_task_data (G_TASK (result));
  if (n_articles != NULL)
    *n_articles = recovered->n_articles;
  if (n_notes != NULL)
    *n_notes = recovered->n_notes;
  return g_file_new_for_path (recovered->kept);
}

static void
set_aside_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  g_autofree char *kept = chancery_store_set_aside (task_data, &error);

  if (kept != NULL)
    g_task_return_pointer (task, g_file_new_for_path (kept), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
chancery_library_set_aside_async (GFile               *file,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file) && g_file_peek_path (file) != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, chancery_library_set_aside_async);
  g_task_set_task_data (task, g_file_get_path (file), g_free);
  /* Once the file has changed its name, it has happened. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, set_aside_thread);
}

GFile *
chancery_library_set_aside_finish (GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
