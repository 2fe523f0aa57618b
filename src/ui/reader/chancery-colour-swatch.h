/* chancery-colour-swatch.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-enums.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_COLOUR_SWATCH (chancery_colour_swatch_get_type ())

/* A patch of one of the colours of highlights, with its line. */
G_DECLARE_FINAL_TYPE (ChanceryColourSwatch, chancery_colour_swatch, CHANCERY, COLOUR_SWATCH, GtkWidget)

GtkWidget *chancery_colour_swatch_new (ChanceryColour colour);

G_END_DECLS
