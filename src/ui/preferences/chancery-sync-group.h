/* chancery-sync-group.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sync/chancery-sync.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_SYNC_GROUP (chancery_sync_group_get_type ())

/* The folder that syncs: which one, how it is, and what needs a look. */
G_DECLARE_FINAL_TYPE (ChancerySyncGroup, chancery_sync_group, CHANCERY, SYNC_GROUP, AdwPreferencesGroup)

void chancery_sync_group_set_sync (ChancerySyncGroup *self,
                                   ChancerySync      *sync);

G_END_DECLS
