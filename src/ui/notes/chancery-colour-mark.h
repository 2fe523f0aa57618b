/* chancery-colour-mark.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-colours.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_COLOUR_MARK (chancery_colour_mark_get_type ())

/* A spot in one of the eight colours, with its pattern: the edge of a card, or
 * the swatch of a choice. Says nothing to assistive technologies: what it marks
 * names the colour. */
G_DECLARE_FINAL_TYPE (ChanceryColourMark, chancery_colour_mark, CHANCERY, COLOUR_MARK, GtkWidget)

GtkWidget     *chancery_colour_mark_new        (ChanceryColour      colour,
                                                gboolean            is_swatch);
void           chancery_colour_mark_set_colour (ChanceryColourMark *self,
                                                ChanceryColour      colour);

G_END_DECLS
