/* chancery-map-region.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CHANCERY_TYPE_MAP_REGION (chancery_map_region_get_type ())

/* A state of the map as assistive technology and the keyboard meet it. Draws
 * nothing: the canvas, its parent, draws all states at once. */
G_DECLARE_FINAL_TYPE (ChanceryMapRegion, chancery_map_region, CHANCERY, MAP_REGION, GtkWidget)

ChanceryMapRegion *chancery_map_region_new          (void);
guint              chancery_map_region_get_position (ChanceryMapRegion *self);
void               chancery_map_region_set_position (ChanceryMapRegion *self,
                                                     guint              position);
void               chancery_map_region_describe     (ChanceryMapRegion *self,
                                                     const char        *label,
                                                     const char        *description);
void               chancery_map_region_set_selected (ChanceryMapRegion *self,
                                                     gboolean           selected);

G_END_DECLS
