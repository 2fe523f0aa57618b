/* chancery-version-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-article.h"
#include "chancery-version.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_VERSION_TEXT (chancery_version_text_get_type ())

/* A version of an article in full, to be read and copied. */
G_DECLARE_FINAL_TYPE (ChanceryVersionText, chancery_version_text, CHANCERY, VERSION_TEXT, GtkWidget)

void chancery_version_text_show (ChanceryVersionText *self,
                                 ChanceryVersion     *version,
                                 ChanceryArticle     *article);

G_END_DECLS
