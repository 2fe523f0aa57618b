/* chancery-link-dialog.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chancery-catalogue.h"
#include "chancery-library.h"
#include "chancery-link-choice.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_LINK_DIALOG (chancery_link_dialog_get_type ())

/* Chooses what to link a note with, and how. */
G_DECLARE_FINAL_TYPE (ChanceryLinkDialog, chancery_link_dialog, CHANCERY, LINK_DIALOG, AdwDialog)

AdwDialog *chancery_link_dialog_new (ChanceryLibrary   *library,
                                     ChanceryCatalogue *catalogue,
                                     ChanceryNote      *note,
                                     gboolean           is_new,
                                     const char        *open_article_uid);

G_END_DECLS
