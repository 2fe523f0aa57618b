/* chancery-library-merge.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-library-merge.h"

#include "chancery-library-private.h"
#include "chancery-store-merge.h"

/* Begins an operation on many objects at once. */
static void
begin (ChanceryLibrary     *self,
       ChanceryJobFunc      run,
       gboolean             writes,
       GPtrArray           *objects,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data,
       gpointer             source_tag)
{
  ChanceryJob *job = chancery_library_new_job (self, run, chancery_library_return);

  job->writes = writes;
  job->objects = g_ptr_array_ref (objects);
  chancery_library_begin (self, job, cancellable, callback, user_data, source_tag);
}

typedef struct
{
  GStrv uids;
  GStrv new_uids;
} MergedArticles;

static void
merged_articles_free (gpointer data)
{
  MergedArticles *merged = data;

  g_strfreev (merged->uids);
  g_strfreev (merged->new_uids);
  g_free (merged);
}

static void
run_merge_articles (ChanceryJob *job)
{
  MergedArticles *merged = g_new0 (MergedArticles, 1);

  job->result = merged;
  job->result_free = merged_articles_free;
  merged->uids = chancery_store_merge_articles (job->store, job->objects, g_get_real_time (), &merged->new_uids, &job->error);
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

  begin (self, run_merge_articles, TRUE, articles, cancellable, callback, user_data, chancery_library_merge_articles_async);
}

GStrv
chancery_library_merge_articles_finish (ChanceryLibrary  *self,
                                        GAsyncResult     *result,
                                        GStrv            *new_uids,
                                        GError          **error)
{
  MergedArticles *merged;
  GStrv uids;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  merged = g_task_propagate_pointer (G_TASK (result), error);
  if (merged == NULL)
    return NULL;

  uids = g_steal_pointer (&merged->uids);
  if (new_uids != NULL)
    *new_uids = g_steal_pointer (&merged->new_uids);
  merged_articles_free (merged);
  return uids;
}

static void
run_find_articles (ChanceryJob *job)
{
  job->result = chancery_store_find_articles (job->store, job->objects, &job->error);
  job->result_free = (GDestroyNotify) g_strfreev;
}

void
chancery_library_find_articles_async (ChanceryLibrary     *self,
                                      GPtrArray           *articles,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (articles != NULL);

  begin (self, run_find_articles, FALSE, articles, cancellable, callback, user_data, chancery_library_find_articles_async);
}

GStrv
chancery_library_find_articles_finish (ChanceryLibrary  *self,
                                       GAsyncResult     *result,
                                       GError          **error)
{
  return chancery_library_end_with (self, result, error);
}

static void
run_merge_notes (ChanceryJob *job)
{
  job->result = chancery_store_merge_notes (job->store, job->objects, &job->error);
  job->result_free = (GDestroyNotify) chancery_merged_notes_free;
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

  begin (self, run_merge_notes, TRUE, notes, cancellable, callback, user_data, chancery_library_merge_notes_async);
}

ChanceryMergedNotes *
chancery_library_merge_notes_finish (ChanceryLibrary  *self,
                                     GAsyncResult     *result,
                                     GError          **error)
{
  return chancery_library_end_with (self, result, error);
}

static void
run_find_notes (ChanceryJob *job)
{
  job->result = chancery_store_find_notes (job->store, job->objects, &job->error);
  job->result_free = (GDestroyNotify) g_array_unref;
}

void
chancery_library_find_notes_async (ChanceryLibrary     *self,
                                   GPtrArray           *notes,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (notes != NULL);

  begin (self, run_find_notes, FALSE, notes, cancellable, callback, user_data, chancery_library_find_notes_async);
}

GArray *
chancery_library_find_notes_finish (ChanceryLibrary  *self,
                                    GAsyncResult     *result,
                                    GError          **error)
{
  return chancery_library_end_with (self, result, error);
}
