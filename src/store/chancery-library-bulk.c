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
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
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
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
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
