/* chancery-library-notes.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-library-private.h"

/* The library's operations on notes: each runs one function of the store. */

static void
run_put (ChanceryJob *job)
{
  chancery_store_put_note (job->store, CHANCERY_NOTE (job->object), &job->error);
}

void
chancery_library_put_note_async (ChanceryLibrary     *self,
                                 ChanceryNote        *note,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (CHANCERY_IS_NOTE (note));

  job = chancery_library_new_job (self, run_put, chancery_library_return_success);
  job->writes = TRUE;
  job->object = G_OBJECT (chancery_note_copy (note));
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_put_note_async);
}

gboolean
chancery_library_put_note_finish (ChanceryLibrary  *self,
                                  GAsyncResult     *result,
                                  GError          **error)
{
  return chancery_library_end (self, result, error);
}

static void
run_remove (ChanceryJob *job)
{
  chancery_store_remove_note (job->store, job->text, &job->error);
}

void
chancery_library_remove_note_async (ChanceryLibrary     *self,
                                    const char          *uid,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (uid != NULL);

  chancery_library_begin_for_uid (self, run_remove, chancery_library_return_success, TRUE, uid, cancellable, callback, user_data,
                                  chancery_library_remove_note_async);
}

gboolean
chancery_library_remove_note_finish (ChanceryLibrary  *self,
                                     GAsyncResult     *result,
                                     GError          **error)
{
  return chancery_library_end (self, result, error);
}

static void
run_load (ChanceryJob *job)
{
  job->result = chancery_store_load_note (job->store, job->text, &job->error);
  job->result_free = g_object_unref;
}

void
chancery_library_load_note_async (ChanceryLibrary     *self,
                                  const char          *uid,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (uid != NULL);

  chancery_library_begin_for_uid (self, run_load, chancery_library_return, FALSE, uid, cancellable, callback, user_data,
                                  chancery_library_load_note_async);
}

ChanceryNote *
chancery_library_load_note_finish (ChanceryLibrary  *self,
                                   GAsyncResult     *result,
                                   GError          **error)
{
  return chancery_library_end_with (self, result, error);
}

static void
run_count (ChanceryJob *job)
{
  job->result = chancery_store_count_by_state (job->store, job->text, &job->error);
  job->result_free = (GDestroyNotify) g_hash_table_unref;
}

void
chancery_library_count_notes_by_state_async (ChanceryLibrary     *self,
                                             const char          *article_uid,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));

  chancery_library_begin_for_uid (self, run_count, chancery_library_return, FALSE, article_uid, cancellable, callback, user_data,
                                  chancery_library_count_notes_by_state_async);
}

GHashTable *
chancery_library_count_notes_by_state_finish (ChanceryLibrary  *self,
                                              GAsyncResult     *result,
                                              GError          **error)
{
  return chancery_library_end_with (self, result, error);
}
