/* chancery-reader-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-catalogue.h"
#include "chancery-display-text.h"
#include "chancery-span-index.h"
#include "notes/chancery-colours.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_READER_TEXT (chancery_reader_text_get_type ())

/* The body of an article as a text view. Draws what is marked in it: mentions,
 * highlights, matches. All offsets are those of the display text, in code
 * points. */
G_DECLARE_FINAL_TYPE (ChanceryReaderText, chancery_reader_text, CHANCERY, READER_TEXT, GtkTextView)

/* From the lowest to the topmost. */
typedef enum
{
  CHANCERY_READER_LAYER_HIGHLIGHTS,
  CHANCERY_READER_LAYER_MATCHES,
  CHANCERY_READER_LAYER_MENTIONS,
} ChanceryReaderLayer;

#define CHANCERY_READER_N_LAYERS (CHANCERY_READER_LAYER_MENTIONS + 1)

#define CHANCERY_READER_TEXT_MARGIN 18

GtkWidget                 *chancery_reader_text_new             (void);

void                       chancery_reader_text_set_article     (ChanceryReaderText   *self,
                                                                 ChanceryArticle      *article);
void                       chancery_reader_text_set_catalogue   (ChanceryReaderText   *self,
                                                                 ChanceryCatalogue    *catalogue);
const ChanceryDisplayText *chancery_reader_text_get_display     (ChanceryReaderText   *self);

void                       chancery_reader_text_take_layer      (ChanceryReaderText   *self,
                                                                 ChanceryReaderLayer   layer,
                                                                 ChancerySpanIndex    *index);
const ChancerySpanIndex   *chancery_reader_text_get_layer       (ChanceryReaderText   *self,
                                                                 ChanceryReaderLayer   layer);

void                       chancery_reader_text_set_scheme      (ChanceryReaderText   *self,
                                                                 ChanceryColourScheme  scheme);
void                       chancery_reader_text_set_line_height (ChanceryReaderText   *self,
                                                                 double                line_height);
int                        chancery_reader_text_measure_column  (ChanceryReaderText   *self,
                                                                 guint                 n_chars);

void                       chancery_reader_text_set_active      (ChanceryReaderText   *self,
                                                                 gpointer              note);
void                       chancery_reader_text_set_flash       (ChanceryReaderText   *self,
                                                                 double                strength);
void                       chancery_reader_text_set_match       (ChanceryReaderText   *self,
                                                                 guint                 match);
void                       chancery_reader_text_set_marked      (ChanceryReaderText   *self,
                                                                 int                   style);
void                       chancery_reader_text_set_ring        (ChanceryReaderText   *self,
                                                                 guint                 start,
                                                                 guint                 end);

gboolean                   chancery_reader_text_get_offset_at   (ChanceryReaderText   *self,
                                                                 double                x,
                                                                 double                y,
                                                                 guint                *offset);
guint                      chancery_reader_text_get_first_visible (ChanceryReaderText *self);
void                       chancery_reader_text_get_area        (ChanceryReaderText   *self,
                                                                 guint                 start,
                                                                 guint                 end,
                                                                 GdkRectangle         *area);
gboolean                   chancery_reader_text_get_selection   (ChanceryReaderText   *self,
                                                                 guint                *start,
                                                                 guint                *end);
void                       chancery_reader_text_place_caret     (ChanceryReaderText   *self,
                                                                 guint                 offset);

G_END_DECLS
