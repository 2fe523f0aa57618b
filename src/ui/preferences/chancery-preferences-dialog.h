/* chancery-preferences-dialog.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chancery-library.h"
#include "sync/chancery-sync.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_PREFERENCES_DIALOG (chancery_preferences_dialog_get_type ())

/* How articles are set, what the colours of highlights mean, and the folder that syncs. */
G_DECLARE_FINAL_TYPE (ChanceryPreferencesDialog, chancery_preferences_dialog, CHANCERY, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *chancery_preferences_dialog_new (GSettings       *settings,
                                            ChanceryLibrary *library,
                                            ChancerySync    *sync);

G_END_DECLS
