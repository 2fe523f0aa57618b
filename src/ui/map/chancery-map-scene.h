/* chancery-map-scene.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-geometry.h"
#include "chancery-map-projection.h"

G_BEGIN_DECLS

/**
 * ChanceryMapShape:
 * @outline: what is drawn
 * @path: (nullable): its area, for the even-odd rule, in the scene's pixels;
 *   %NULL for what has no rings or is too small to be drawn
 * @border: (nullable): what of its border is one, and not the rim of the map
 * @bounds: of @path, in the scene's pixels
 * @extent: the longer side of the largest of its rings, in the scene's pixels
 */
typedef struct
{
  const ChanceryOutline *outline;
  GskPath *path;
  GskPath *border;
  graphene_rect_t bounds;
  float extent;
} ChanceryMapShape;

/* All outlines of a geometry in one projection, simplified for one scale.
 * Immutable and counted, so any thread may use it. */
typedef struct _ChanceryMapScene ChanceryMapScene;

ChanceryMapScene            *chancery_map_scene_new            (ChanceryGeometry            *geometry,
                                                                const ChanceryMapProjection *projection,
                                                                double                       scale);
ChanceryMapScene            *chancery_map_scene_ref            (ChanceryMapScene            *self);
void                         chancery_map_scene_unref          (ChanceryMapScene            *self);

const ChanceryMapProjection *chancery_map_scene_get_projection (ChanceryMapScene            *self);
double                       chancery_map_scene_get_scale      (ChanceryMapScene            *self);
const ChanceryMapShape      *chancery_map_scene_get_shapes     (ChanceryMapScene            *self,
                                                                gsize                       *n_shapes);
GskPath                     *chancery_map_scene_get_graticule  (ChanceryMapScene            *self);
GskPath                     *chancery_map_scene_get_rim        (ChanceryMapScene            *self);
const ChanceryMapShape      *chancery_map_scene_pick           (ChanceryMapScene            *self,
                                                                double                       x,
                                                                double                       y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryMapScene, chancery_map_scene_unref)

G_END_DECLS
