/* chancery-tags-dialog.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chancery-history.h"
#include "chancery-library.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_TAGS_DIALOG (chancery_tags_dialog_get_type ())

/* All tags of the library, to be renamed, merged or deleted. */
G_DECLARE_FINAL_TYPE (ChanceryTagsDialog, chancery_tags_dialog, CHANCERY, TAGS_DIALOG, AdwDialog)

AdwDialog *chancery_tags_dialog_new (ChanceryLibrary *library,
                                     ChanceryHistory *history);

G_END_DECLS
