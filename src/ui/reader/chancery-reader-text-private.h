/* chancery-reader-text-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-reader-text.h"

G_BEGIN_DECLS

/* What the parts of the text view share: chancery-reader-text.c has the text and
 * its typography, chancery-reader-paint.c what is drawn around it,
 * chancery-reader-accessible.c what assistive technology learns of that. */
struct _ChanceryReaderText
{
  GtkTextView parent_instance;

  ChanceryDisplayText *display; /* (owned) (nullable) */
  ChanceryArticle *article; /* (owned) (nullable) */
  ChanceryCatalogue *catalogue; /* (owned) (nullable): where the names of states are */
  GtkTextTagTable *tags; /* (owned) */

  /* Typography, in pixels but for the factor */
  double line_height;
  double em;
  int line_pixels;
  int ascent;

  /* What is marked */
  ChancerySpanIndex *layers[CHANCERY_READER_N_LAYERS]; /* (owned) (nullable) */
  ChanceryColourScheme scheme;
  gpointer active; /* (unowned) (nullable): the data of a highlight */
  double flash;
  guint match;
  int marked;
  guint ring_start;
  guint ring_end;
  guint handle_start; /* of the highlight that has handles; none if it is handle_end */
  guint handle_end;

  /* Where it is drawn: a line's number to its fragments, as long as the layout stays */
  GHashTable *fragments; /* (owned) (element-type guint GArray) */
  int fragments_width;
  PangoLayout *bullet; /* (owned) (nullable) */
};

void chancery_reader_text_paint_below      (ChanceryReaderText *self,
                                            GtkSnapshot        *snapshot);
void chancery_reader_text_paint_above      (ChanceryReaderText *self,
                                            GtkSnapshot        *snapshot);
void chancery_reader_text_paint_handles    (ChanceryReaderText *self,
                                            GtkSnapshot        *snapshot);
void chancery_reader_text_forget_fragments (ChanceryReaderText *self);
GdkRGBA chancery_reader_text_get_accent    (ChanceryReaderText *self);
void chancery_reader_text_accessible_init  (GtkAccessibleTextInterface *iface);

G_END_DECLS
