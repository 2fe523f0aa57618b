/* chancery-map.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CHANCERY_TYPE_MAP (chancery_map_get_type ())

/* The map of the states with a line about what is pointed at, a legend and
 * buttons to zoom. Shares its selection model with the list of states. */
G_DECLARE_FINAL_TYPE (ChanceryMap, chancery_map, CHANCERY, MAP, GtkWidget)

GtkWidget         *chancery_map_new           (void);

GtkSelectionModel *chancery_map_get_model     (ChanceryMap       *self);
void               chancery_map_set_model     (ChanceryMap       *self,
                                               GtkSelectionModel *model);

void               chancery_map_fit_members   (ChanceryMap       *self);
void               chancery_map_fit_selection (ChanceryMap       *self);
void               chancery_map_fit_world     (ChanceryMap       *self);
void               chancery_map_zoom_in       (ChanceryMap       *self);
void               chancery_map_zoom_out      (ChanceryMap       *self);

G_END_DECLS
