/* chancery-worker.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-worker.h"

#define IDLE_US (250 * G_TIME_SPAN_MILLISECOND)

struct _ChanceryWorker
{
  gatomicrefcount ref_count;
  GAsyncQueue *jobs;
  GMainContext *context;
  /* The thread's alone */
  ChanceryStore *store;
};

void
chancery_job_free (ChanceryJob *job)
{
  g_clear_object (&job->task);
  g_clear_object (&job->cancellable);
  g_clear_object (&job->object);
  g_clear_pointer (&job->objects, g_ptr_array_unref);
  g_free (job->text);
  g_strfreev (job->words);
  g_clear_pointer (&job->filter, chancery_note_filter_free);
  if (job->result != NULL && job->result_free != NULL)
    job->result_free (job->result);
  g_clear_pointer (&job->events, g_ptr_array_unref);
  g_clear_error (&job->error);
  g_clear_object (&job->library);
  g_free (job);
}

static void
worker_unref (ChanceryWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_async_queue_unref (self->jobs);
  g_main_context_unref (self->context);
  g_free (self);
}

static gboolean
reply_cb (gpointer user_data)
{
  ChanceryJob *job = user_data;

  if (job->reply != NULL)
    job->reply (job);
  return G_SOURCE_REMOVE;
}

/* Never in this thread, as g_main_context_invoke() might, and in order. */
static void
send_reply (ChanceryWorker *self,
            ChanceryJob    *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, reply_cb, job, (GDestroyNotify) chancery_job_free);
  g_source_set_static_name (source, "[chancery] library reply");
  g_source_attach (source, self->context);
}

/* Waits for a job. What can wait is done once nobody has asked for anything for a moment: an import asks for one thing
 * after the other. */
static ChanceryJob *
next_job (ChanceryWorker *self)
{
  gboolean very;

  if (self->store != NULL && chancery_store_is_untidy (self->store, &very))
    {
      ChanceryJob *job = very ? NULL : g_async_queue_timeout_pop (self->jobs, IDLE_US);

      if (job != NULL)
        return job;
      chancery_store_tidy (self->store);
    }
  return g_async_queue_pop (self->jobs);
}

static gpointer
work (gpointer user_data)
{
  ChanceryWorker *self = user_data;

  while (TRUE)
    {
      ChanceryJob *job = next_job (self);

      if (job->run == NULL)
        {
          chancery_job_free (job);
          break;
        }

      job->worker = self;
      job->store = self->store;
      if (!g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
        {
          if (self->store != NULL)
            chancery_store_set_cancellable (self->store, job->writes ? NULL : job->cancellable);
          job->run (job);
        }
      if (self->store != NULL)
        {
          chancery_store_set_cancellable (self->store, NULL);
          job->events = chancery_store_take_events (self->store);
        }
      send_reply (self, job);
    }

  g_clear_pointer (&self->store, chancery_store_close);
  worker_unref (self);
  return NULL;
}

/**
 * chancery_worker_new:
 *
 * Returns: (transfer full): a worker without a store
 */
ChanceryWorker *
chancery_worker_new (void)
{
  ChanceryWorker *self = g_new0 (ChanceryWorker, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_atomic_ref_count_inc (&self->ref_count);
  self->jobs = g_async_queue_new ();
  self->context = g_main_context_ref_thread_default ();
  g_thread_unref (g_thread_new ("library", work, self));

  return self;
}

/**
 * chancery_worker_free:
 * @self: (transfer full): a worker
 *
 * Ends the thread once all jobs have been done. Doesn't wait for it.
 */
void
chancery_worker_free (ChanceryWorker *self)
{
  g_async_queue_push (self->jobs, g_new0 (ChanceryJob, 1));
  worker_unref (self);
}

/**
 * chancery_worker_push:
 * @self: a worker
 * @job: (transfer full): what to do
 */
void
chancery_worker_push (ChanceryWorker *self,
                      ChanceryJob    *job)
{
  g_async_queue_push (self->jobs, job);
}

/**
 * chancery_worker_set_store:
 * @self: a worker
 * @store: (transfer full) (nullable): its store
 *
 * For jobs that open or close.
 */
void
chancery_worker_set_store (ChanceryWorker *self,
                           ChanceryStore  *store)
{
  self->store = store;
}
