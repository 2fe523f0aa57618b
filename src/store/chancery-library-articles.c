/* chancery-library-articles.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-library-private.h"

/* The library's operations on articles: each runs one function of the store. */

typedef struct
{
  char *uid;
  gboolean is_new;
} Imported;

static void
imported_free (Imported *imported)
{
  g_free (imported->uid);
  g_free (imported);
}

static void
run_import (ChanceryJob *job)
{
  Imported *imported = g_new0 (Imported, 1);

  job->result = imported;
  job->result_free = (GDestroyNotify) imported_free;
  imported->uid = chancery_store_import_article (job->store, CHANCERY_ARTICLE (job->object), g_get_real_time (),
                                                 &imported->is_new, &job->error);
}

void
chancery_library_import_article_async (ChanceryLibrary     *self,
                                       ChanceryArticle     *article,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (CHANCERY_IS_ARTICLE (article));

  job = chancery_library_new_job (self, run_import, chancery_library_return);
  job->writes = TRUE;
  job->object = g_object_ref (G_OBJECT (article));
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_import_article_async);
}

char *
chancery_library_import_article_finish (ChanceryLibrary  *self,
                                        GAsyncResult     *result,
                                        gboolean         *is_new,
                                        GError          **error)
{
  Imported *imported;
  char *uid;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  imported = g_task_propagate_pointer (G_TASK (result), error);
  if (imported == NULL)
    return NULL;

  if (is_new != NULL)
    *is_new = imported->is_new;
  uid = g_steal_pointer (&imported->uid);
  imported_free (imported);
  return uid;
}

static void
run_load (ChanceryJob *job)
{
  job->result = chancery_store_load_article (job->store, job->text, &job->error);
  job->result_free = g_object_unref;
}

void
chancery_library_load_article_async (ChanceryLibrary     *self,
                                     const char          *uid,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (uid != NULL);

  chancery_library_begin_for_uid (self, run_load, chancery_library_return, FALSE, uid, cancellable, callback, user_data,
                                  chancery_library_load_article_async);
}

ChanceryArticle *
chancery_library_load_article_finish (ChanceryLibrary  *self,
                                      GAsyncResult     *result,
                                      GError          **error)
{
  return chancery_library_end_with (self, result, error);
}

static void
run_update (ChanceryJob *job)
{
  chancery_store_update_article (job->store, CHANCERY_ARTICLE (job->object), &job->error);
}

void
chancery_library_update_article_async (ChanceryLibrary     *self,
                                       ChanceryArticle     *article,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (CHANCERY_IS_ARTICLE (article));

  job = chancery_library_new_job (self, run_update, chancery_library_return_success);
  job->writes = TRUE;
  job->object = g_object_ref (G_OBJECT (article));
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_update_article_async);
}

gboolean
chancery_library_update_article_finish (ChanceryLibrary  *self,
                                        GAsyncResult     *result,
                                        GError          **error)
{
  return chancery_library_end (self, result, error);
}

static void
run_remove (ChanceryJob *job)
{
  chancery_store_remove_article (job->store, job->text, g_get_real_time (), &job->error);
}

void
chancery_library_remove_article_async (ChanceryLibrary     *self,
                                       const char          *uid,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (uid != NULL);

  chancery_library_begin_for_uid (self, run_remove, chancery_library_return_success, TRUE, uid, cancellable, callback, user_data,
                                  chancery_library_remove_article_async);
}

gboolean
chancery_library_remove_article_finish (ChanceryLibrary  *self,
                                        GAsyncResult     *result,
                                        GError          **error)
{
  return chancery_library_end (self, result, error);
}

static void
run_restore (ChanceryJob *job)
{
  chancery_store_restore_article (job->store, job->text, &job->error);
}

void
chancery_library_restore_article_async (ChanceryLibrary     *self,
                                        const char          *uid,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (uid != NULL);

  chancery_library_begin_for_uid (self, run_restore, chancery_library_return_success, TRUE, uid, cancellable, callback, user_data,
                                  chancery_library_restore_article_async);
}

gboolean
chancery_library_restore_article_finish (ChanceryLibrary  *self,
                                         GAsyncResult     *result,
                                         GError          **error)
{
  return chancery_library_end (self, result, error);
}

static void
run_set_reading (ChanceryJob *job)
{
  chancery_store_set_reading (job->store, job->text, (gsize) job->number, job->flag, &job->error);
}

void
chancery_library_set_reading_async (ChanceryLibrary     *self,
                                    const char          *article_uid,
                                    gsize                position_chars,
                                    gboolean             read,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (article_uid != NULL);

  job = chancery_library_new_job (self, run_set_reading, chancery_library_return_success);
  job->writes = TRUE;
  job->text = g_strdup (article_uid);
  job->number = position_chars;
  job->flag = read;
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_set_reading_async);
}

gboolean
chancery_library_set_reading_finish (ChanceryLibrary  *self,
                                     GAsyncResult     *result,
                                     GError          **error)
{
  return chancery_library_end (self, result, error);
}

typedef struct
{
  gsize position_chars;
  gboolean read;
} Reading;

static void
run_get_reading (ChanceryJob *job)
{
  Reading *reading = g_new0 (Reading, 1);

  job->result = reading;
  job->result_free = g_free;
  chancery_store_get_reading (job->store, job->text, &reading->position_chars, &reading->read, &job->error);
}

void
chancery_library_get_reading_async (ChanceryLibrary     *self,
                                    const char          *article_uid,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (article_uid != NULL);

  chancery_library_begin_for_uid (self, run_get_reading, chancery_library_return, FALSE, article_uid, cancellable, callback, user_data,
                                  chancery_library_get_reading_async);
}

gboolean
chancery_library_get_reading_finish (ChanceryLibrary  *self,
                                     GAsyncResult     *result,
                                     gsize            *position_chars,
                                     gboolean         *read,
                                     GError          **error)
{
  g_autofree Reading *reading = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  reading = g_task_propagate_pointer (G_TASK (result), error);
  if (reading == NULL)
    return FALSE;

  if (position_chars != NULL)
    *position_chars = reading->position_chars;
  if (read != NULL)
    *read = reading->read;
  return TRUE;
}
