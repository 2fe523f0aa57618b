/* chancery-sync.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library.h"
#include "chancery-sync-report.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_SYNC (chancery_sync_get_type ())

/**
 * ChancerySync:
 *
 * Keeps a library and its folder together while the program runs: after changes here, and when files of the folder
 * change. Passes run in a thread; while nothing happens, nothing is done. It belongs to the library's thread, and
 * holds no reference on the library between passes that would keep it open.
 */
G_DECLARE_FINAL_TYPE (ChancerySync, chancery_sync, CHANCERY, SYNC, GObject)

ChancerySync             *chancery_sync_new        (ChanceryLibrary *library);
void                      chancery_sync_start      (ChancerySync    *self);
void                      chancery_sync_stop       (ChancerySync    *self);
void                      chancery_sync_end_async  (ChancerySync        *self,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
void                      chancery_sync_end_finish (ChancerySync    *self,
                                                    GAsyncResult    *result);
void                      chancery_sync_set_folder (ChancerySync    *self,
                                                    GFile           *folder);
GFile                    *chancery_sync_get_folder (ChancerySync    *self);
void                      chancery_sync_request    (ChancerySync    *self,
                                                    gboolean         at_once);
gboolean                  chancery_sync_get_busy   (ChancerySync    *self);
const GError             *chancery_sync_get_error  (ChancerySync    *self);
const ChancerySyncReport *chancery_sync_get_report (ChancerySync    *self);

G_END_DECLS
