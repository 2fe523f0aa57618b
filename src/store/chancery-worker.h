/* chancery-worker.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-store.h"

G_BEGIN_DECLS

/**
 * ChanceryWorker:
 *
 * The thread that owns a library's store. Jobs run one after the other, and
 * their replies come, in the same order, in the main context of the thread that
 * made the worker.
 */
typedef struct _ChanceryWorker ChanceryWorker;

typedef struct _ChanceryJob ChanceryJob;

typedef void (*ChanceryJobFunc) (ChanceryJob *job);

/**
 * ChanceryJob:
 * @run: what the worker does; @store may be %NULL only in opening
 * @reply: (nullable): what is done with the outcome in the main context
 * @writes: whether it changes something, so that it can be cancelled only before
 *   it begins
 *
 * One operation. The inputs are set before it is pushed, the results by @run.
 */
struct _ChanceryJob
{
  ChanceryJobFunc run;
  ChanceryJobFunc reply;
  gboolean writes;

  /* Inputs, each (owned) (nullable) */
  GObject *library;
  GTask *task;
  GCancellable *cancellable;
  GObject *object;
  GPtrArray *objects;
  char *text;
  GStrv words;
  ChanceryNoteFilter *filter;
  guint cursor_id;
  ChanceryCursorKind kind;
  guint64 number;
  guint count;
  gboolean flag;

  /* In progress, (unowned) */
  ChanceryWorker *worker;
  ChanceryStore *store;

  /* Results, each (owned) (nullable) */
  gpointer result;
  GDestroyNotify result_free;
  gboolean out_flag;
  guint64 out_number;
  GPtrArray *events;
  GError *error;
};

ChanceryWorker *chancery_worker_new       (void);
void            chancery_worker_free      (ChanceryWorker *self);
void            chancery_worker_push      (ChanceryWorker *self,
                                           ChanceryJob    *job);
void            chancery_job_free         (ChanceryJob    *job);
void            chancery_worker_set_store (ChanceryWorker *self,
                                           ChanceryStore  *store);

G_END_DECLS
