/* chancery-library-revisions.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-library-revisions.h"

#include "chancery-library-private.h"

/* The library's operations on revisions: each runs one function of the store. */

typedef struct
{
  ChanceryArticleMatch match;
  char *uid;
  double similarity;
} Matched;

static void
matched_free (Matched *matched)
{
  g_free (matched->uid);
  g_free (matched);
}

static void
run_match (ChanceryJob *job)
{
  Matched *matched = g_new0 (Matched, 1);

  job->result = matched;
  job->result_free = (GDestroyNotify) matched_free;
  chancery_store_match_article (job->store, CHANCERY_ARTICLE (job->object), &matched->match, &matched->uid,
                                &matched->similarity, &job->error);
}

void
chancery_library_match_article_async (ChanceryLibrary     *self,
                                      ChanceryArticle     *article,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (CHANCERY_IS_ARTICLE (article));

  job = chancery_library_new_job (self, run_match, chancery_library_return);
  job->object = g_object_ref (G_OBJECT (article));
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_match_article_async);
}

gboolean
chancery_library_match_article_finish (ChanceryLibrary       *self,
                                       GAsyncResult          *result,
                                       ChanceryArticleMatch  *match,
                                       char                 **uid,
                                       double                *similarity,
                                       GError               **error)
{
  Matched *matched;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  matched = g_task_propagate_pointer (G_TASK (result), error);
  if (matched == NULL)
    return FALSE;

  *match = matched->match;
  if (uid != NULL)
    *uid = g_steal_pointer (&matched->uid);
  if (similarity != NULL)
    *similarity = matched->similarity;
  matched_free (matched);
  return TRUE;
}

static void
run_revise (ChanceryJob *job)
{
  chancery_store_revise_article (job->store, job->text, CHANCERY_ARTICLE (job->object), job->objects,
                                 g_get_real_time (), &job->error);
}

void
chancery_library_revise_article_async (ChanceryLibrary     *self,
                                       const char          *uid,
                                       ChanceryArticle     *article,
                                       GPtrArray           *notes,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (uid != NULL);
  g_return_if_fail (CHANCERY_IS_ARTICLE (article));

  job = chancery_library_new_job (self, run_revise, chancery_library_return_success);
  job->writes = TRUE;
  job->text = g_strdup (uid);
  job->object = g_object_ref (G_OBJECT (article));
  job->objects = notes != NULL ? g_ptr_array_ref (notes) : NULL;
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_revise_article_async);
}

gboolean
chancery_library_revise_article_finish (ChanceryLibrary  *self,
                                        GAsyncResult     *result,
                                        GError          **error)
{
  return chancery_library_end (self, result, error);
}

static void
run_revert (ChanceryJob *job)
{
  chancery_store_revert_revision (job->store, job->text, job->objects, &job->error);
}

void
chancery_library_revert_revision_async (ChanceryLibrary     *self,
                                        const char          *uid,
                                        GPtrArray           *notes,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (uid != NULL);

  job = chancery_library_new_job (self, run_revert, chancery_library_return_success);
  job->writes = TRUE;
  job->text = g_strdup (uid);
  job->objects = notes != NULL ? g_ptr_array_ref (notes) : NULL;
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_revert_revision_async);
}

gboolean
chancery_library_revert_revision_finish (ChanceryLibrary  *self,
                                         GAsyncResult     *result,
                                         GError          **error)
{
  return chancery_library_end (self, result, error);
}

static void
run_list (ChanceryJob *job)
{
  job->result = chancery_store_list_revisions (job->store, job->text, &job->error);
  job->result_free = (GDestroyNotify) g_ptr_array_unref;
}

void
chancery_library_list_revisions_async (ChanceryLibrary     *self,
                                       const char          *uid,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (uid != NULL);

  chancery_library_begin_for_uid (self, run_list, chancery_library_return, FALSE, uid, cancellable, callback, user_data,
                                  chancery_library_list_revisions_async);
}

GPtrArray *
chancery_library_list_revisions_finish (ChanceryLibrary  *self,
                                        GAsyncResult     *result,
                                        GError          **error)
{
  return chancery_library_end_with (self, result, error);
}

static void
run_load (ChanceryJob *job)
{
  job->result = chancery_store_load_revision (job->store, job->text, job->count, &job->error);
  job->result_free = g_object_unref;
}

void
chancery_library_load_revision_async (ChanceryLibrary     *self,
                                      const char          *uid,
                                      guint                number,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (uid != NULL);

  job = chancery_library_new_job (self, run_load, chancery_library_return);
  job->text = g_strdup (uid);
  job->count = number;
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_load_revision_async);
}

ChanceryArticle *
chancery_library_load_revision_finish (ChanceryLibrary  *self,
                                       GAsyncResult     *result,
                                       GError          **error)
{
  return chancery_library_end_with (self, result, error);
}
