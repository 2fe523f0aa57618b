/* chancery-library-visit.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-library-visit.h"

#include "chancery-library-private.h"
#include "chancery-store-visit.h"

typedef struct
{
  /* Inputs, each (owned) (nullable) but the visitor's data */
  ChanceryNoteFilter *filter;
  GStrv uids;
  ChanceryVisitor visitor;
  gpointer visitor_data;
  char *path;
} Visit;

static void
visit_free (gpointer data)
{
  Visit *visit = data;

  g_clear_pointer (&visit->filter, chancery_note_filter_free);
  g_strfreev (visit->uids);
  g_free (visit->path);
  g_free (visit);
}

static void
run_visit (ChanceryJob *job)
{
  Visit *visit = g_task_get_task_data (job->task);

  /* A file is read in a thread of its own, after what was asked for before. */
  if (visit->path == NULL)
    chancery_store_visit (job->store, visit->filter, (const char * const *) visit->uids, &visit->visitor,
                          visit->visitor_data, &job->error);
}

static void
visit_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Visit *visit = g_task_get_task_data (task_data);
  GError *error = NULL;
  ChanceryStore *store = chancery_store_open (visit->path, CHANCERY_LIBRARY_READ_ONLY, CHANCERY_STORE_BUSY_TIMEOUT_MS, &error);

  if (store != NULL)
    {
      chancery_store_set_cancellable (store, cancellable);
      chancery_store_visit (store, visit->filter, (const char * const *) visit->uids, &visit->visitor,
                            visit->visitor_data, &error);
      chancery_store_close (store);
    }

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
visited_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
reply_visit (ChanceryJob *job)
{
  Visit *visit = g_task_get_task_data (job->task);
  g_autoptr (GTask) in_thread = NULL;

  if (visit->path == NULL || job->error != NULL)
    {
      chancery_library_return_success (job);
      return;
    }

  chancery_library_follow (job);
  /* The thread's task has no library, which must not end in that thread; nor may what is visited for end before. */
  in_thread = g_task_new (NULL, job->cancellable, visited_cb, g_object_ref (job->task));
  g_task_set_check_cancellable (in_thread, FALSE);
  g_task_set_source_tag (in_thread, chancery_library_visit_async);
  g_task_set_task_data (in_thread, job->task, NULL);
  g_task_run_in_thread (in_thread, visit_thread);
}

void
chancery_library_visit_async (ChanceryLibrary          *self,
                              const ChanceryNoteFilter *filter,
                              const char * const       *uids,
                              const ChanceryVisitor    *visitor,
                              gpointer                  visitor_data,
                              GCancellable             *cancellable,
                              GAsyncReadyCallback       callback,
                              gpointer                  user_data)
{
  ChanceryJob *job;
  Visit *visit;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (visitor != NULL);

  visit = g_new0 (Visit, 1);
  visit->filter = chancery_note_filter_copy (filter);
  visit->uids = g_strdupv ((GStrv) uids);
  visit->visitor = *visitor;
  visit->visitor_data = visitor_data;
  visit->path = self->file != NULL ? g_file_get_path (self->file) : NULL;

  job = chancery_library_new_job (self, run_visit, reply_visit);
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_task_data (job->task, visit, visit_free);
  chancery_library_begin_task (self, job, cancellable, chancery_library_visit_async);
}

gboolean
chancery_library_visit_finish (ChanceryLibrary  *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  return chancery_library_end (self, result, error);
}

static void
run_list_places (ChanceryJob *job)
{
  job->result = chancery_store_list_places (job->store, &job->error);
  job->result_free = (GDestroyNotify) g_ptr_array_unref;
}

void
chancery_library_list_places_async (ChanceryLibrary     *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));

  job = chancery_library_new_job (self, run_list_places, chancery_library_return);
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_list_places_async);
}

GPtrArray *
chancery_library_list_places_finish (ChanceryLibrary  *self,
                                     GAsyncResult     *result,
                                     GError          **error)
{
  return chancery_library_end_with (self, result, error);
}
