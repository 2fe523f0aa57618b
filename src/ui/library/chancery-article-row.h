/* chancery-article-row.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-article-item.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_ARTICLE_ROW (chancery_article_row_get_type ())

/* A row of the library: headline, source and date, whether it is unread, how many notes. */
G_DECLARE_FINAL_TYPE (ChanceryArticleRow, chancery_article_row, CHANCERY, ARTICLE_ROW, GtkBox)

GtkWidget *chancery_article_row_new      (GtkListItem         *list_item);
void       chancery_article_row_set_item (ChanceryArticleRow  *self,
                                          ChanceryArticleItem *item);
ChanceryArticleItem *chancery_article_row_dup_item (ChanceryArticleRow *self);

G_END_DECLS
