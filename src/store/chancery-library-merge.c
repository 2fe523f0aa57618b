/* chancery-library-merge.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-library-merge.h"

#include "chancery-library-private.h"
#include "chancery-store-merge.h"

typedef struct
{
  GPtrArray *objects;
  /* Results */
  GStrv uids;
  guint n_new;
  ChanceryMergeCounts counts;
} Merge;

static void
merge_free (gpointer data)
{
  Merge *merge = data;

  g_ptr_array_unref (merge->objects);
  g_strfreev (merge->uids);
  g_free (merge);
}

static void
begin (ChanceryLibrary     *self,
       ChanceryJobFunc      run,
       GPtrArray           *objects,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data,
       gpointer             source_tag)
{
  ChanceryJob *job = chancery_library_new_job (self, run, chancery_library_return_success);
  Merge *merge = g_new0 (Merge, 1);

  merge->objects = g_ptr_array_ref (objects);
  job->writes = TRUE;
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_task_data (job->task, merge, merge_free);
  chancery_library_begin_task (self, job, cancellable, source_tag);
}

static void
run_articles (ChanceryJob *job)
{
  Merge *merge = g_task_get_task_data (job->task);

  merge->uids = chancery_store_merge_articles (job->store, merge->objects, g_get_real_time (), &merge->n_new, &job->error);
}

void
chancery_library_merge_articles_async (ChanceryLibrary     *self,
                                       GPtrArray           *articles,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (articles != NULL);

  begin (self, run_articles, articles, cancellable, callback, user_data, chancery_library_merge_articles_async);
}

GStrv
chancery_library_merge_articles_finish (ChanceryLibrary  *self,
                                        GAsyncResult     *result,
                                        guint            *n_new,
                                        GError          **error)
{
  Merge *merge = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  if (n_new != NULL)
    *n_new = merge->n_new;
  return g_steal_pointer (&merge->uids);
}

static void
run_notes (ChanceryJob *job)
{
  Merge *merge = g_task_get_task_data (job->task);

  chancery_store_merge_notes (job->store, merge->objects, &merge->counts, &job->error);
}

void
chancery_library_merge_notes_async (ChanceryLibrary     *self,
                                    GPtrArray           *notes,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (notes != NULL);

  begin (self, run_notes, notes, cancellable, callback, user_data, chancery_library_merge_notes_async);
}

gboolean
chancery_library_merge_notes_finish (ChanceryLibrary      *self,
                                     GAsyncResult         *result,
                                     ChanceryMergeCounts  *counts,
                                     GError              **error)
{
  Merge *merge = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (counts != NULL)
    *counts = merge->counts;
  return TRUE;
}
