/* chancery-map-legend.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-map-palette.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_MAP_LEGEND (chancery_map_legend_get_type ())

/* What the colours and patterns of the map mean, in words. */
G_DECLARE_FINAL_TYPE (ChanceryMapLegend, chancery_map_legend, CHANCERY, MAP_LEGEND, GtkWidget)

void chancery_map_legend_update (ChanceryMapLegend        *self,
                                 GListModel               *states,
                                 const ChanceryMapPalette *palette);

G_END_DECLS
