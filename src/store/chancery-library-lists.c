/* chancery-library-lists.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-library-private.h"

#include "chancery-article-notes.h"
#include "chancery-paged-list.h"

/* The library's lists: each has a cursor in the store, and hears of changes by
 * the cursor's number. The library doesn't hold them. */

static GListModel *
get_list (ChanceryLibrary *self,
          guint            cursor_id)
{
  GListModel *list = g_hash_table_lookup (self->lists, GUINT_TO_POINTER (cursor_id));

  return list != NULL ? g_object_ref (list) : NULL;
}

static void
run_add (ChanceryJob *job)
{
  guint n_rows = 0;

  if (chancery_store_add_cursor (job->store, job->cursor_id, job->kind, job->filter, &n_rows,
                                 (GPtrArray **) &job->result, &job->error))
    {
      job->result_free = (GDestroyNotify) g_ptr_array_unref;
      job->out_number = n_rows;
    }
}

static void
fill (ChanceryJob *job,
      GListModel  *list)
{
  if (CHANCERY_IS_ARTICLE_NOTES (list))
    chancery_article_notes_fill (CHANCERY_ARTICLE_NOTES (list), job->result);
  else
    chancery_paged_list_fill (CHANCERY_PAGED_LIST (list), (guint) job->out_number, job->result);
}

static void
reply_add (ChanceryJob *job)
{
  ChanceryLibrary *self = CHANCERY_LIBRARY (job->library);
  g_autoptr (GListModel) list = NULL;

  chancery_library_follow (job);

  list = get_list (self, job->cursor_id);
  if (job->error == NULL && list != NULL)
    fill (job, list);

  if (job->task == NULL && job->error != NULL)
    chancery_library_list_failed (self, job->error);
  else if (job->task != NULL && job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else if (job->task != NULL)
    g_task_return_pointer (job->task, g_steal_pointer (&list), g_object_unref);
}

/* Makes a list, and the job that fills it. */
static GListModel *
make_list (ChanceryLibrary           *self,
           ChanceryCursorKind         kind,
           const ChanceryNoteFilter  *filter,
           ChanceryJob              **job)
{
  const guint cursor_id = ++self->last_cursor_id;
  GListModel *list = kind == CHANCERY_CURSOR_ARTICLE_NOTES
    ? G_LIST_MODEL (chancery_article_notes_new (self, cursor_id))
    : G_LIST_MODEL (chancery_paged_list_new (self, cursor_id, kind));

  g_hash_table_insert (self->lists, GUINT_TO_POINTER (cursor_id), list);
  *job = chancery_library_new_job (self, run_add, reply_add);
  (*job)->cursor_id = cursor_id;
  (*job)->kind = kind;
  (*job)->filter = filter != NULL ? chancery_note_filter_copy (filter) : NULL;

  return list;
}

static GListModel *
list_now (ChanceryLibrary          *self,
          ChanceryCursorKind        kind,
          const ChanceryNoteFilter *filter)
{
  ChanceryJob *job;
  GListModel *list = make_list (self, kind, filter, &job);

  chancery_library_push (self, job);
  return list;
}

static void
list_async (ChanceryLibrary          *self,
            ChanceryCursorKind        kind,
            const ChanceryNoteFilter *filter,
            GCancellable             *cancellable,
            GAsyncReadyCallback       callback,
            gpointer                  user_data,
            gpointer                  source_tag)
{
  ChanceryJob *job;
  GListModel *list = make_list (self, kind, filter, &job);

  /* Nobody has the list until it is filled, so the job does. */
  job->object = G_OBJECT (list);
  chancery_library_begin (self, job, cancellable, callback, user_data, source_tag);
}

GListModel *
chancery_library_list_articles (ChanceryLibrary *self)
{
  g_return_val_if_fail (CHANCERY_IS_LIBRARY (self), NULL);

  return list_now (self, CHANCERY_CURSOR_ARTICLES, NULL);
}

void
chancery_library_list_articles_async (ChanceryLibrary     *self,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));

  list_async (self, CHANCERY_CURSOR_ARTICLES, NULL, cancellable, callback, user_data,
              chancery_library_list_articles_async);
}

GListModel *
chancery_library_list_articles_finish (ChanceryLibrary  *self,
                                       GAsyncResult     *result,
                                       GError          **error)
{
  return chancery_library_end_with (self, result, error);
}

static ChanceryCursorKind
get_kind (const ChanceryNoteFilter *filter)
{
  return chancery_note_filter_is_of_one_article (filter) ? CHANCERY_CURSOR_ARTICLE_NOTES : CHANCERY_CURSOR_NOTES;
}

GListModel *
chancery_library_list_notes (ChanceryLibrary          *self,
                             const ChanceryNoteFilter *filter)
{
  g_return_val_if_fail (CHANCERY_IS_LIBRARY (self), NULL);

  return list_now (self, get_kind (filter), filter);
}

void
chancery_library_list_notes_async (ChanceryLibrary          *self,
                                   const ChanceryNoteFilter *filter,
                                   GCancellable             *cancellable,
                                   GAsyncReadyCallback       callback,
                                   gpointer                  user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));

  list_async (self, get_kind (filter), filter, cancellable, callback, user_data, chancery_library_list_notes_async);
}

GListModel *
chancery_library_list_notes_finish (ChanceryLibrary  *self,
                                    GAsyncResult     *result,
                                    GError          **error)
{
  return chancery_library_end_with (self, result, error);
}

static void
run_count (ChanceryJob *job)
{
  guint n_notes = 0;

  chancery_store_count_notes (job->store, job->filter, &n_notes, &job->error);
  job->out_number = n_notes;
}

static void
reply_count (ChanceryJob *job)
{
  chancery_library_follow (job);

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_int (job->task, (gssize) job->out_number);
}

void
chancery_library_count_notes_async (ChanceryLibrary          *self,
                                    const ChanceryNoteFilter *filter,
                                    GCancellable             *cancellable,
                                    GAsyncReadyCallback       callback,
                                    gpointer                  user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));

  job = chancery_library_new_job (self, run_count, reply_count);
  job->filter = chancery_note_filter_copy (filter);
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_count_notes_async);
}

gboolean
chancery_library_count_notes_finish (ChanceryLibrary  *self,
                                     GAsyncResult     *result,
                                     guint            *n_notes,
                                     GError          **error)
{
  gssize n;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  n = g_task_propagate_int (G_TASK (result), error);
  if (n < 0)
    return FALSE;

  *n_notes = (guint) n;
  return TRUE;
}

static void
run_load (ChanceryJob *job)
{
  job->result = chancery_store_load_notes (job->store, job->filter, &job->error);
  job->result_free = (GDestroyNotify) g_ptr_array_unref;
}

void
chancery_library_load_notes_async (ChanceryLibrary          *self,
                                   const ChanceryNoteFilter *filter,
                                   GCancellable             *cancellable,
                                   GAsyncReadyCallback       callback,
                                   gpointer                  user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));

  job = chancery_library_new_job (self, run_load, chancery_library_return);
  job->filter = chancery_note_filter_copy (filter);
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_load_notes_async);
}

GPtrArray *
chancery_library_load_notes_finish (ChanceryLibrary  *self,
                                    GAsyncResult     *result,
                                    GError          **error)
{
  return chancery_library_end_with (self, result, error);
}

static void
run_prepare (ChanceryJob *job)
{
  chancery_store_prepare_filtering (job->store, &job->out_flag, &job->error);
}

/* Goes to the end of the queue until it is ready. */
static void
reply_prepare (ChanceryJob *job)
{
  ChanceryLibrary *self = CHANCERY_LIBRARY (job->library);
  ChanceryJob *next;

  if (job->error != NULL || job->out_flag || self->closed)
    {
      chancery_library_return_success (job);
      return;
    }

  chancery_library_follow (job);
  next = chancery_library_new_job (self, run_prepare, reply_prepare);
  next->task = g_steal_pointer (&job->task);
  next->cancellable = g_steal_pointer (&job->cancellable);
  chancery_library_push (self, next);
}

void
chancery_library_prepare_filtering_async (ChanceryLibrary     *self,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (self));

  chancery_library_begin (self, chancery_library_new_job (self, run_prepare, reply_prepare), cancellable, callback,
                          user_data, chancery_library_prepare_filtering_async);
}

gboolean
chancery_library_prepare_filtering_finish (ChanceryLibrary  *self,
                                           GAsyncResult     *result,
                                           GError          **error)
{
  return chancery_library_end (self, result, error);
}

/* For the lists */

static void
run_count_on (ChanceryJob *job)
{
  chancery_store_count_on (job->store, job->cursor_id, &job->error);
}

static void
reply_count_on (ChanceryJob *job)
{
  ChanceryLibrary *self = CHANCERY_LIBRARY (job->library);

  g_hash_table_remove (self->counts, GUINT_TO_POINTER (job->cursor_id));
  chancery_library_follow (job);
  if (job->error != NULL && !g_error_matches (job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    chancery_library_list_failed (self, job->error);
}

/* Asks for more rows of a list that counts. */
void
chancery_library_count_on (ChanceryLibrary *self,
                           guint            cursor_id)
{
  ChanceryJob *job = chancery_library_new_job (self, run_count_on, reply_count_on);

  job->cursor_id = cursor_id;
  job->cancellable = g_cancellable_new ();
  g_hash_table_insert (self->counts, GUINT_TO_POINTER (cursor_id), g_object_ref (job->cancellable));
  chancery_library_push (self, job);
}

static void
run_fetch (ChanceryJob *job)
{
  job->result = chancery_store_fetch (job->store, job->cursor_id, (guint) job->number, job->count, &job->error);
  job->result_free = (GDestroyNotify) g_ptr_array_unref;
}

static void
reply_fetch (ChanceryJob *job)
{
  ChanceryLibrary *self = CHANCERY_LIBRARY (job->library);
  g_autoptr (GListModel) list = NULL;

  chancery_library_follow (job);

  list = get_list (self, job->cursor_id);
  if (list != NULL && CHANCERY_IS_PAGED_LIST (list))
    chancery_paged_list_deliver (CHANCERY_PAGED_LIST (list), (guint) job->number, job->result);
  else if (list != NULL && job->error == NULL)
    chancery_article_notes_replace (CHANCERY_ARTICLE_NOTES (list), job->result);
  if (job->error != NULL)
    chancery_library_list_failed (self, job->error);
}

/* Asks for rows of a list; they come with chancery_paged_list_deliver() or
 * chancery_article_notes_replace(). */
void
chancery_library_fetch (ChanceryLibrary *self,
                        guint            cursor_id,
                        guint            position,
                        guint            n_rows)
{
  ChanceryJob *job = chancery_library_new_job (self, run_fetch, reply_fetch);

  job->cursor_id = cursor_id;
  job->number = position;
  job->count = n_rows;
  chancery_library_push (self, job);
}

static void
run_drop (ChanceryJob *job)
{
  chancery_store_drop_cursor (job->store, job->cursor_id);
}

/* A list is gone. */
void
chancery_library_drop_list (ChanceryLibrary *self,
                            guint            cursor_id)
{
  ChanceryJob *job = chancery_library_new_job (self, run_drop, chancery_library_follow);

  GCancellable *counting = g_hash_table_lookup (self->counts, GUINT_TO_POINTER (cursor_id));

  if (counting != NULL)
    g_cancellable_cancel (counting);
  g_hash_table_remove (self->lists, GUINT_TO_POINTER (cursor_id));
  job->cursor_id = cursor_id;
  chancery_library_push (self, job);
}
