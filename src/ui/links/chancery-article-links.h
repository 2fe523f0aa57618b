/* chancery-article-links.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chancery-library.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_ARTICLE_LINKS (chancery_article_links_get_type ())

/* Which notes are linked with an article as a whole: a row that unfolds, and is there only if there are any. */
G_DECLARE_FINAL_TYPE (ChanceryArticleLinks, chancery_article_links, CHANCERY, ARTICLE_LINKS, AdwBin)

GtkWidget *chancery_article_links_new         (void);
void       chancery_article_links_set_library (ChanceryArticleLinks *self,
                                               ChanceryLibrary      *library);
void       chancery_article_links_set_article (ChanceryArticleLinks *self,
                                               const char           *uid);

G_END_DECLS
