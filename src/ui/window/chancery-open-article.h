/* chancery-open-article.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-context.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_OPEN_ARTICLE (chancery_open_article_get_type ())

/* The article that is open, with what belongs to it: its notes, its mentions of states, where it was left. */
G_DECLARE_FINAL_TYPE (ChanceryOpenArticle, chancery_open_article, CHANCERY, OPEN_ARTICLE, GObject)

ChanceryOpenArticle *chancery_open_article_new           (ChanceryContext     *context);

void                 chancery_open_article_open          (ChanceryOpenArticle *self,
                                                          const char          *uid);
void                 chancery_open_article_reload        (ChanceryOpenArticle *self);
void                 chancery_open_article_refresh       (ChanceryOpenArticle *self);
void                 chancery_open_article_close         (ChanceryOpenArticle *self);

const char          *chancery_open_article_get_uid       (ChanceryOpenArticle *self);
ChanceryArticle     *chancery_open_article_get_article   (ChanceryOpenArticle *self);
GListModel          *chancery_open_article_get_notes     (ChanceryOpenArticle *self);
GArray              *chancery_open_article_get_mentions  (ChanceryOpenArticle *self);
gsize                chancery_open_article_get_position_chars (ChanceryOpenArticle *self);
ChanceryDate         chancery_open_article_get_date      (ChanceryOpenArticle *self);

G_END_DECLS
