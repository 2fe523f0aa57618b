/* chancery-article-item-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-article-item.h"

G_BEGIN_DECLS

/* What a row of the list says; borrowed. */
typedef struct
{
  const char *uid;
  const char *kicker;
  const char *headline;
  const char *source;
  const char *agency;
  const char *lang;
  ChanceryDate published;
  gboolean published_guessed;
  gboolean unread;
  guint n_notes;
} ChanceryArticleItemFields;

ChanceryArticleItem *chancery_article_item_new    (const ChanceryArticleItemFields *fields);
void                 chancery_article_item_assign (ChanceryArticleItem             *self,
                                                   ChanceryArticleItem             *other);

G_END_DECLS
