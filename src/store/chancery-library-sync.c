/* chancery-library-sync.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-library-sync.h"

#include "chancery-library-private.h"
#include "chancery-store-sync.h"

#define SETTING_FOLDER "folder"

static void
run_get (ChanceryJob *job)
{
  g_autofree char *text = chancery_store_read_sync_setting (job->store, SETTING_FOLDER, &job->error);

  /* Names of files needn't be UTF-8; the setting is. */
  job->result = text != NULL ? g_uri_unescape_string (text, NULL) : NULL;
  job->result_free = g_free;
}

void
chancery_library_get_sync_folder_async (ChanceryLibrary     *self,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));

  chancery_library_begin (self, chancery_library_new_job (self, run_get, chancery_library_return), cancellable, callback,
                          user_data, chancery_library_get_sync_folder_async);
}

gboolean
chancery_library_get_sync_folder_finish (ChanceryLibrary  *self,
                                         GAsyncResult     *result,
                                         char            **path,
                                         GError          **error)
{
  GError *local_error = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  *path = g_task_propagate_pointer (G_TASK (result), &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static void
run_set (ChanceryJob *job)
{
  g_autofree char *text = job->text != NULL ? g_uri_escape_string (job->text, "/", FALSE) : NULL;

  chancery_store_write_sync_setting (job->store, SETTING_FOLDER, text, &job->error);
}

void
chancery_library_set_sync_folder_async (ChanceryLibrary     *self,
                                        const char          *path,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));

  job = chancery_library_new_job (self, run_set, chancery_library_return_success);
  job->writes = TRUE;
  job->text = g_strdup (path);
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_set_sync_folder_async);
}

gboolean
chancery_library_set_sync_folder_finish (ChanceryLibrary  *self,
                                         GAsyncResult     *result,
                                         GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
