/* chancery-reader-page.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CHANCERY_TYPE_READER_PAGE (chancery_reader_page_get_type ())

/* A widget above a text view, scrolled as one. The text view keeps scrolling
 * itself, so that only what is seen of it is laid out and drawn; this adds
 * what is above it. */
G_DECLARE_FINAL_TYPE (ChanceryReaderPage, chancery_reader_page, CHANCERY, READER_PAGE, GtkWidget)

GtkWidget *chancery_reader_page_new               (GtkWidget          *header,
                                                   GtkTextView        *text);

void       chancery_reader_page_scroll_to_top     (ChanceryReaderPage *self);
void       chancery_reader_page_scroll_to         (ChanceryReaderPage *self,
                                                   guint               offset_chars,
                                                   double              align);
void       chancery_reader_page_reveal            (ChanceryReaderPage *self,
                                                   guint               offset_chars,
                                                   double              align);
double     chancery_reader_page_get_value         (ChanceryReaderPage *self);
int        chancery_reader_page_get_header_height (ChanceryReaderPage *self);
int        chancery_reader_page_get_pending       (ChanceryReaderPage *self);

G_END_DECLS
