/* chancery-reader-header.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-article.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_READER_HEADER (chancery_reader_header_get_type ())

/* What stands above an article's text: kicker, headline, standfirst, byline
 * and dateline, each a label that can be selected and copied, and below them
 * room for one more widget. */
G_DECLARE_FINAL_TYPE (ChanceryReaderHeader, chancery_reader_header, CHANCERY, READER_HEADER, GtkWidget)

GtkWidget *chancery_reader_header_new         (void);
void       chancery_reader_header_set_article (ChanceryReaderHeader *self,
                                               ChanceryArticle      *article);
guint      chancery_reader_header_count_minutes (const char *text);

G_END_DECLS
