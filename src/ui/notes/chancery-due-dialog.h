/* chancery-due-dialog.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chancery-catalogue.h"
#include "chancery-library.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_DUE_DIALOG (chancery_due_dialog_get_type ())

/* All notes that are due some time, by when they are. */
G_DECLARE_FINAL_TYPE (ChanceryDueDialog, chancery_due_dialog, CHANCERY, DUE_DIALOG, AdwDialog)

AdwDialog *chancery_due_dialog_new (ChanceryLibrary   *library,
                                    ChanceryCatalogue *catalogue);

G_END_DECLS
