/* chancery-sync-settler.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-sync-facts.h"
#include "chancery-sync-report.h"

G_BEGIN_DECLS

/**
 * ChancerySyncSettler:
 *
 * What brings a note or an article of the library and its record together, within a transaction: what was changed in
 * the library since the last time is written into the record, what came from elsewhere is joined to it, and what the
 * record then says goes into the library. Belongs to the store's thread.
 */
typedef struct _ChancerySyncSettler ChancerySyncSettler;

ChancerySyncSettler *chancery_sync_settler_new    (ChanceryStoreSync         *sync,
                                                   const char                *machine,
                                                   gint64                     now_us,
                                                   ChancerySyncReport        *report);
void                 chancery_sync_settler_free   (ChancerySyncSettler       *self);
void                 chancery_sync_settler_begin  (ChancerySyncSettler       *self);
const char          *chancery_sync_settler_get_machine (ChancerySyncSettler  *self);
char                *chancery_sync_make_machine   (void);
gboolean             chancery_sync_settler_settle (ChancerySyncSettler       *self,
                                                   ChancerySyncKind           kind,
                                                   const char                *uid,
                                                   const ChancerySyncRecord  *incoming,
                                                   GError                   **error);
gboolean             chancery_sync_settler_expire (ChancerySyncSettler       *self,
                                                   ChancerySyncKind           kind,
                                                   const char                *uid,
                                                   GError                   **error);

G_END_DECLS
