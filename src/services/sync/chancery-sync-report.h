/* chancery-sync-report.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ChancerySyncLeft:
 * @name: (owned): its place in the folder
 * @reason: (owned): why, in the user's language
 *
 * A file that was left alone.
 */
typedef struct
{
  char *name;
  char *reason;
} ChancerySyncLeft;

/**
 * ChancerySyncCounts:
 * @n_added: how many came from the folder
 * @n_changed: how many were changed by what came
 * @n_removed: how many went because they were removed elsewhere
 *
 * What a pass did to the library.
 */
typedef struct
{
  guint n_added;
  guint n_changed;
  guint n_removed;
} ChancerySyncCounts;

/**
 * ChancerySyncReport:
 * @n_files: how many files of ours the folder has
 * @n_read: how many were new or had changed
 * @n_written: how many were written
 * @n_merged: how many copies that other programs made in a conflict were taken in and removed
 * @n_expired: how many files of what was removed long ago were deleted
 * @n_waiting: how many notes wait for their article
 * @notes: what became of notes
 * @articles: what became of articles
 * @conflicts: (owned) (element-type utf8): the notes that have two texts
 * @left: (owned) (element-type ChancerySyncLeft): files that were left alone, the first thousand
 * @n_left: how many that are
 * @finished_us: when it ended
 *
 * What a pass found and did.
 */
typedef struct
{
  guint n_files;
  guint n_read;
  guint n_written;
  guint n_merged;
  guint n_expired;
  guint n_waiting;
  ChancerySyncCounts notes;
  ChancerySyncCounts articles;
  GPtrArray *conflicts;
  GPtrArray *left;
  guint n_left;
  gint64 finished_us;
} ChancerySyncReport;

ChancerySyncReport *chancery_sync_report_new     (void);
void                chancery_sync_report_free    (ChancerySyncReport       *self);
void                chancery_sync_report_leave   (ChancerySyncReport       *self,
                                                  const char               *name,
                                                  const char               *reason);
gboolean            chancery_sync_report_did_change (const ChancerySyncReport *self);
char               *chancery_sync_report_to_json (const ChancerySyncReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChancerySyncReport, chancery_sync_report_free)

G_END_DECLS
