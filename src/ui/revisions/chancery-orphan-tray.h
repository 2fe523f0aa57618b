/* chancery-orphan-tray.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chancery-context.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_ORPHAN_TRAY (chancery_orphan_tray_get_type ())

/* The notes that lost their place: each can be put where it most likely belongs, placed by hand, kept on
 * the article as a whole, or deleted. */
G_DECLARE_FINAL_TYPE (ChanceryOrphanTray, chancery_orphan_tray, CHANCERY, ORPHAN_TRAY, AdwDialog)

AdwDialog *chancery_orphan_tray_new (ChanceryContext *context,
                                     const char      *article_uid);

G_END_DECLS
