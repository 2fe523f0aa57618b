/* chancery-library-page.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CHANCERY_TYPE_LIBRARY_PAGE (chancery_library_page_get_type ())

/* The articles of the library, newest first. */
G_DECLARE_FINAL_TYPE (ChanceryLibraryPage, chancery_library_page, CHANCERY, LIBRARY_PAGE, AdwBin)

void chancery_library_page_set_model   (ChanceryLibraryPage *self,
                                        GListModel          *articles);
void chancery_library_page_focus       (ChanceryLibraryPage *self);
void chancery_library_page_set_current (ChanceryLibraryPage *self,
                                        const char          *uid);

G_END_DECLS
