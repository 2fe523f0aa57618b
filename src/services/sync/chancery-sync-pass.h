/* chancery-sync-pass.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-sync-record.h"
#include "chancery-sync-report.h"

G_BEGIN_DECLS

typedef gint64 (*ChancerySyncClock) (gpointer user_data);

/**
 * ChancerySyncOptions:
 * @folder: (type filename): an absolute path
 * @home: (nullable): what tells this library from a copy of it, as chancery_sync_describe_home() says; %NULL for one
 *   in memory
 * @anew: whether to make a folder ready that has been used before and is empty now
 * @clock: (nullable): tells the time, in microseconds since 1970; %NULL for the system's
 * @clock_data: for @clock
 *
 * What a pass is told.
 */
typedef struct
{
  const char *folder;
  const char *home;
  gboolean anew;
  ChancerySyncClock clock;
  gpointer clock_data;
} ChancerySyncOptions;

char               *chancery_sync_describe_home (const char                 *library_path);
ChancerySyncReport *chancery_sync_run           (ChanceryStore              *store,
                                                 const ChancerySyncOptions  *options,
                                                 GCancellable               *cancellable,
                                                 GError                    **error);
ChancerySyncReport *chancery_sync_run_file      (const char                 *library_path,
                                                 const char                 *folder,
                                                 gboolean                    anew,
                                                 GCancellable               *cancellable,
                                                 GError                    **error);

G_END_DECLS
