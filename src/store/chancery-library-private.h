/* chancery-library-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library.h"
#include "chancery-worker.h"

G_BEGIN_DECLS

struct _ChanceryLibrary
{
  GObject parent_instance;

  GFile *file;
  ChanceryLibraryFlags flags;
  ChanceryWorker *worker;
  gboolean closed;
  gboolean damaged;

  /* (element-type guint GListModel): the lists by their cursors' numbers, borrowed */
  GHashTable *lists;
  guint last_cursor_id;
  /* (element-type guint GCancellable): what ends the counting of lists that count */
  GHashTable *counts;

  /* (nullable): CHANCERY_N_COLOURS of them, empty for those without a name */
  GStrv colour_names;

  GFileMonitor *monitor;
  /* Atomic: whether a look at what others wrote is asked for, and hasn't begun */
  gint refresh_waits;
  /* The weekly look at the whole file */
  guint check_source;
  GCancellable *check_cancellable;
};

/* What operations are made of. */

ChanceryJob *chancery_library_new_job     (ChanceryLibrary     *self,
                                           ChanceryJobFunc      run,
                                           ChanceryJobFunc      reply);
void         chancery_library_push        (ChanceryLibrary     *self,
                                           ChanceryJob         *job);
void         chancery_library_begin       (ChanceryLibrary     *self,
                                           ChanceryJob         *job,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data,
                                           gpointer             source_tag);
void         chancery_library_begin_task  (ChanceryLibrary     *self,
                                           ChanceryJob         *job,
                                           GCancellable        *cancellable,
                                           gpointer             source_tag);
void         chancery_library_begin_for_uid (ChanceryLibrary   *self,
                                           ChanceryJobFunc      run,
                                           ChanceryJobFunc      reply,
                                           gboolean             writes,
                                           const char          *uid,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data,
                                           gpointer             source_tag);
gboolean     chancery_library_end         (ChanceryLibrary     *self,
                                           GAsyncResult        *result,
                                           GError             **error);
gpointer     chancery_library_end_with    (ChanceryLibrary     *self,
                                           GAsyncResult        *result,
                                           GError             **error);
void         chancery_library_follow      (ChanceryJob         *job);
void         chancery_library_return      (ChanceryJob         *job);
void         chancery_library_return_success (ChanceryJob      *job);
void         chancery_library_set_damaged (ChanceryLibrary     *self,
                                           const char          *message);
void         chancery_library_list_failed (ChanceryLibrary     *self,
                                           const GError        *error);
void         chancery_library_start_care  (ChanceryLibrary     *self);
void         chancery_library_stop_care   (ChanceryLibrary     *self);

void         chancery_library_take_colour_names (ChanceryLibrary *self,
                                           GStrv                names);
void         chancery_library_refresh_colour_names (ChanceryLibrary *self);

/* For the lists. */

void         chancery_library_fetch       (ChanceryLibrary     *self,
                                           guint                cursor_id,
                                           guint                position,
                                           guint                n_rows);
void         chancery_library_count_on    (ChanceryLibrary     *self,
                                           guint                cursor_id);
void         chancery_library_drop_list   (ChanceryLibrary     *self,
                                           guint                cursor_id);

/* For the tests: how long other processes are waited for, by libraries that are
 * opened from now on. */
void         chancery_library_set_busy_timeout (guint busy_timeout_ms);

G_END_DECLS
