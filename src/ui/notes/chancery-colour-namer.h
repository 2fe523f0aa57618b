/* chancery-colour-namer.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-enums.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_COLOUR_NAMER (chancery_colour_namer_get_type ())

G_DECLARE_INTERFACE (ChanceryColourNamer, chancery_colour_namer, CHANCERY, COLOUR_NAMER, GtkWidget)

/**
 * ChanceryColourNamer:
 * @get_name: (nullable result): what the reader calls a colour
 *
 * A widget, the window say, that knows what the reader calls the colours. The
 * widgets within it ask it, so that they needn't know where names are kept.
 */
struct _ChanceryColourNamerInterface
{
  GTypeInterface parent_iface;

  const char *(*get_name) (ChanceryColourNamer *self,
                           ChanceryColour       colour);
};

const char *chancery_colour_namer_get_name (GtkWidget      *widget,
                                            ChanceryColour  colour);
void        chancery_colour_namer_label    (GtkWidget      *button,
                                            ChanceryColour  colour);

G_END_DECLS
