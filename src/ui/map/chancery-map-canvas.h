/* chancery-map-canvas.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-map-palette.h"
#include "states/chancery-state-item.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_MAP_CANVAS (chancery_map_canvas_get_type ())

/* The map itself, without labels and buttons around it. */
G_DECLARE_FINAL_TYPE (ChanceryMapCanvas, chancery_map_canvas, CHANCERY, MAP_CANVAS, GtkWidget)

GtkWidget                *chancery_map_canvas_new               (void);

GtkSelectionModel        *chancery_map_canvas_get_model         (ChanceryMapCanvas *self);
void                      chancery_map_canvas_set_model         (ChanceryMapCanvas *self,
                                                                 GtkSelectionModel *model);
ChanceryStateItem        *chancery_map_canvas_get_pointed       (ChanceryMapCanvas *self);
const char               *chancery_map_canvas_get_remark        (ChanceryMapCanvas *self);
const ChanceryMapPalette *chancery_map_canvas_get_palette       (ChanceryMapCanvas *self);
gboolean                  chancery_map_canvas_get_ready         (ChanceryMapCanvas *self);
char                     *chancery_map_canvas_dup_error         (ChanceryMapCanvas *self);

void                      chancery_map_canvas_fit_members       (ChanceryMapCanvas *self);
void                      chancery_map_canvas_fit_selection     (ChanceryMapCanvas *self);
void                      chancery_map_canvas_fit_world         (ChanceryMapCanvas *self);
void                      chancery_map_canvas_zoom_in           (ChanceryMapCanvas *self);
void                      chancery_map_canvas_zoom_out          (ChanceryMapCanvas *self);

G_END_DECLS
