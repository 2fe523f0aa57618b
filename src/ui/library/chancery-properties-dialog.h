/* chancery-properties-dialog.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chancery-article.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_PROPERTIES_DIALOG (chancery_properties_dialog_get_type ())

/* An article's fields, to be corrected. */
G_DECLARE_FINAL_TYPE (ChanceryPropertiesDialog, chancery_properties_dialog, CHANCERY, PROPERTIES_DIALOG, AdwDialog)

AdwDialog *chancery_properties_dialog_new (ChanceryArticle *article);

G_END_DECLS
