/* chancery-versions-dialog.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chancery-context.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_VERSIONS_DIALOG (chancery_versions_dialog_get_type ())

/* The versions of an article: any two of them compared, each of them in full, and the older ones to be
 * brought back. */
G_DECLARE_FINAL_TYPE (ChanceryVersionsDialog, chancery_versions_dialog, CHANCERY, VERSIONS_DIALOG, AdwDialog)

AdwDialog *chancery_versions_dialog_new (ChanceryContext *context,
                                         const char      *uid);

G_END_DECLS
