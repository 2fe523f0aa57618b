/* chancery-map-layer.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-map-picture.h"

G_BEGIN_DECLS

/* How many pixels a tile is larger than its place, to the right and downwards,
 * so that no seams are seen where renderers smooth the edges of textures. */
#define CHANCERY_MAP_TILE_OVERLAP 1

/* Paints layers in threads of its own. For the main thread. */
typedef struct _ChanceryMapPainter ChanceryMapPainter;

/* The map at one scale and with one look, in tiles that are painted as they
 * are asked for. For the main thread. */
typedef struct _ChanceryMapLayer ChanceryMapLayer;

typedef void (*ChanceryMapPainterFunc) (gpointer user_data);

ChanceryMapPainter          *chancery_map_painter_new          (ChanceryMapPainterFunc        tiles_ready,
                                                                gpointer                      user_data);
void                         chancery_map_painter_free         (ChanceryMapPainter           *self);
gboolean                     chancery_map_painter_collect      (ChanceryMapPainter           *self);
GError                      *chancery_map_painter_dup_error    (ChanceryMapPainter           *self);

ChanceryMapLayer            *chancery_map_layer_new            (ChanceryMapPainter           *painter,
                                                                const ChanceryMapPicture     *picture,
                                                                const ChanceryMapProjection  *projection,
                                                                ChanceryGeometryScale         detail,
                                                                int                           tile_size,
                                                                ChanceryMapLayer             *similar);
void                         chancery_map_layer_close          (ChanceryMapLayer             *self);

const ChanceryMapPicture    *chancery_map_layer_get_picture    (ChanceryMapLayer             *self);
const ChanceryMapProjection *chancery_map_layer_get_projection (ChanceryMapLayer             *self);
ChanceryGeometryScale        chancery_map_layer_get_detail     (ChanceryMapLayer             *self);
int                          chancery_map_layer_get_tile_size  (ChanceryMapLayer             *self);
ChanceryMapScene            *chancery_map_layer_get_scene      (ChanceryMapLayer             *self);
GArray                      *chancery_map_layer_get_dots       (ChanceryMapLayer             *self);

gboolean                     chancery_map_layer_request        (ChanceryMapLayer             *self,
                                                                const cairo_rectangle_int_t  *tiles);
gboolean                     chancery_map_layer_has            (ChanceryMapLayer             *self,
                                                                const cairo_rectangle_int_t  *tiles);
GdkTexture                  *chancery_map_layer_get_tile       (ChanceryMapLayer             *self,
                                                                int                           column,
                                                                int                           row);
void                         chancery_map_layer_keep           (ChanceryMapLayer             *self,
                                                                const cairo_rectangle_int_t  *tiles);

G_END_DECLS
