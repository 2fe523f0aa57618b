/* chancery-article-item.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-date.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_ARTICLE_ITEM (chancery_article_item_get_type ())

/**
 * ChanceryArticleItem:
 *
 * A row of the list of articles: what the list shows, without the text.
 *
 * It may be handed out before the library has read it. Then its uid is %NULL,
 * its strings are %NULL and its numbers 0, until all properties are notified
 * at once; chancery_article_item_get_loaded() tells. Later changes to the
 * article are notified likewise. Read it on the main thread only.
 */
G_DECLARE_FINAL_TYPE (ChanceryArticleItem, chancery_article_item, CHANCERY, ARTICLE_ITEM, GObject)

gboolean     chancery_article_item_get_loaded    (ChanceryArticleItem *self);
const char  *chancery_article_item_get_uid       (ChanceryArticleItem *self);
const char  *chancery_article_item_get_headline  (ChanceryArticleItem *self);
const char  *chancery_article_item_get_source    (ChanceryArticleItem *self);
const char  *chancery_article_item_get_agency    (ChanceryArticleItem *self);
const char  *chancery_article_item_get_lang      (ChanceryArticleItem *self);
ChanceryDate chancery_article_item_get_published (ChanceryArticleItem *self);
gboolean     chancery_article_item_get_unread    (ChanceryArticleItem *self);
guint        chancery_article_item_get_n_notes   (ChanceryArticleItem *self);

G_END_DECLS
