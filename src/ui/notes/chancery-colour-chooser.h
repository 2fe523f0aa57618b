/* chancery-colour-chooser.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-colours.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_COLOUR_CHOOSER (chancery_colour_chooser_get_type ())

/* The eight colours as a group of radio buttons: one is chosen, the arrow keys
 * move the choice, and each says its name. */
G_DECLARE_FINAL_TYPE (ChanceryColourChooser, chancery_colour_chooser, CHANCERY, COLOUR_CHOOSER, GtkWidget)

GtkWidget     *chancery_colour_chooser_new        (void);
ChanceryColour chancery_colour_chooser_get_colour (ChanceryColourChooser *self);
void           chancery_colour_chooser_set_colour (ChanceryColourChooser *self,
                                                   ChanceryColour         colour);

G_END_DECLS
