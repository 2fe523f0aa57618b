/* chancery-export-dialog.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chancery-catalogue.h"
#include "chancery-library.h"
#include "chancery-note-choice.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_EXPORT_DIALOG (chancery_export_dialog_get_type ())

/* Notes are chosen, shown as they will be in some format, and written to a file or the clipboard. */
G_DECLARE_FINAL_TYPE (ChanceryExportDialog, chancery_export_dialog, CHANCERY, EXPORT_DIALOG, AdwDialog)

AdwDialog *chancery_export_dialog_new (ChanceryLibrary   *library,
                                       ChanceryCatalogue *catalogue,
                                       GSettings         *settings,
                                       GListModel        *choices,
                                       guint              selected);

G_END_DECLS
