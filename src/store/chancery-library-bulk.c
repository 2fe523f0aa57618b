/* chancery-library-bulk.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-library-bulk.h"

#include "chancery-library-private.h"

static void
run_write (ChanceryJob *job)
{
  chancery_store_write_notes (job->store, job->objects, (const char * const *) job->words, &job->error);
}

void
chancery_library_write_notes_async (ChanceryLibrary     *self,
                                    GPtrArray           *put,
                                    const char * const  *removed,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));

  job = chancery_library_new_job (self, run_write, chancery_library_return_success);
  job->writes = TRUE;
  job->objects = put != NULL ? g_ptr_array_ref (put) : NULL;
  job->words = g_strdupv ((char **) removed);
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_write_notes_async);
}

gboolean
chancery_library_write_notes_finish (ChanceryLibrary  *self,
                                     GAsyncResult     *result,
                                     GError          **error)
{
  return chancery_library_end (self, result, error);
}

typedef struct
{
  GStrv removed;
  GStrv articles;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_strfreev (import->removed);
  g_strfreev (import->articles);
  g_free (import);
}

static void
run_write_import (ChanceryJob *job)
{
  const Import *import = g_task_get_task_data (job->task);

  chancery_store_write_import (job->store, job->objects, (const char * const *) import->removed,
                               (const char * const *) import->articles, job->flag, g_get_real_time (), &job->error);
}

void
chancery_library_write_import_async (ChanceryLibrary     *self,
                                     GPtrArray           *put,
                                     const char * const  *removed,
                                     const char * const  *articles,
                                     gboolean             back,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  ChanceryJob *job;
  Import *import;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (articles != NULL);

  import = g_new0 (Import, 1);
  import->removed = g_strdupv ((char **) removed);
  import->articles = g_strdupv ((char **) articles);
  job = chancery_library_new_job (self, run_write_import, chancery_library_return_success);
  job->writes = TRUE;
  job->objects = put != NULL ? g_ptr_array_ref (put) : NULL;
  job->flag = back;
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_task_data (job->task, import, import_free);
  chancery_library_begin_task (self, job, cancellable, chancery_library_write_import_async);
}

static void
run_list_tags (ChanceryJob *job)
{
  job->result = chancery_store_list_tags (job->store, &job->error);
  job->result_free = (GDestroyNotify) g_ptr_array_unref;
}

void
chancery_library_list_tags_async (ChanceryLibrary     *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));

  chancery_library_begin (self, chancery_library_new_job (self, run_list_tags, chancery_library_return), cancellable,
                          callback, user_data, chancery_library_list_tags_async);
}

GPtrArray *
chancery_library_list_tags_finish (ChanceryLibrary  *self,
                                   GAsyncResult     *result,
                                   GError          **error)
{
  return chancery_library_end_with (self, result, error);
}

typedef struct
{
  GPtrArray *before;
  GPtrArray *after;
} Renamed;

static void
renamed_free (Renamed *renamed)
{
  g_clear_pointer (&renamed->before, g_ptr_array_unref);
  g_clear_pointer (&renamed->after, g_ptr_array_unref);
  g_free (renamed);
}

static void
run_rename_tags (ChanceryJob *job)
{
  Renamed *renamed = g_new0 (Renamed, 1);

  job->result = renamed;
  job->result_free = (GDestroyNotify) renamed_free;
  chancery_store_rename_tags (job->store, (const char * const *) job->words, job->text, g_get_real_time (),
                              &renamed->before, &renamed->after, &job->error);
}

void
chancery_library_rename_tags_async (ChanceryLibrary     *self,
                                    const char * const  *from,
                                    const char          *to,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (from != NULL);

  job = chancery_library_new_job (self, run_rename_tags, chancery_library_return);
  job->writes = TRUE;
  job->words = g_strdupv ((char **) from);
  job->text = g_strdup (to);
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_rename_tags_async);
}

gboolean
chancery_library_rename_tags_finish (ChanceryLibrary  *self,
                                     GAsyncResult     *result,
                                     GPtrArray       **before,
                                     GPtrArray       **after,
                                     GError          **error)
{
  Renamed *renamed;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  renamed = g_task_propagate_pointer (G_TASK (result), error);
  if (renamed == NULL)
    return FALSE;

  if (before != NULL)
    *before = g_steal_pointer (&renamed->before);
  if (after != NULL)
    *after = g_steal_pointer (&renamed->after);
  renamed_free (renamed);
  return TRUE;
}
