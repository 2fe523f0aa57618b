/* chancery-colours.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-enums.h"

G_BEGIN_DECLS

/* How the eight colours of highlights look, wherever they are drawn: the
 * reader, the notes, menus. Each has a name, a background for text, a strong
 * shade for edges and lines, and a pattern of line that no other has, so that
 * the colour is never the only sign. */

/**
 * ChanceryColourScheme:
 *
 * What the colours are drawn on.
 */
typedef enum
{
  CHANCERY_COLOUR_SCHEME_LIGHT,
  CHANCERY_COLOUR_SCHEME_DARK,
  CHANCERY_COLOUR_SCHEME_SEPIA,
  CHANCERY_COLOUR_SCHEME_HIGH_CONTRAST,
  CHANCERY_COLOUR_SCHEME_HIGH_CONTRAST_DARK,
} ChanceryColourScheme;

#define CHANCERY_N_COLOUR_SCHEMES (CHANCERY_COLOUR_SCHEME_HIGH_CONTRAST_DARK + 1)

ChanceryColourScheme chancery_colour_scheme_for        (gboolean             dark,
                                                        gboolean             high_contrast);
const GdkRGBA       *chancery_colour_scheme_get_page   (ChanceryColourScheme scheme);
const GdkRGBA       *chancery_colour_scheme_get_text   (ChanceryColourScheme scheme);

const char          *chancery_colour_get_name          (ChanceryColour       colour);
const char          *chancery_colour_get_css_class     (ChanceryColour       colour);
const GdkRGBA       *chancery_colour_get_highlight     (ChanceryColour       colour,
                                                        ChanceryColourScheme scheme);
const GdkRGBA       *chancery_colour_get_line          (ChanceryColour       colour,
                                                        ChanceryColourScheme scheme);
void                 chancery_colour_snapshot_line     (ChanceryColour       colour,
                                                        ChanceryColourScheme scheme,
                                                        GtkSnapshot         *snapshot,
                                                        const graphene_rect_t *area,
                                                        GtkOrientation       orientation);

G_END_DECLS
