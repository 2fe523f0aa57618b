/* chancery-map-view.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-map-projection.h"

G_BEGIN_DECLS

/**
 * ChanceryMapView:
 * @projection: how the Earth is laid flat
 * @x: what is in the middle, in radii of the Earth, to the right
 * @y: likewise, downwards
 * @scale: logical pixels to a radius of the Earth
 *
 * What part of the Earth is seen. Passed by value or pointer; pure functions.
 */
typedef struct
{
  ChanceryMapProjection projection;
  double x;
  double y;
  double scale;
} ChanceryMapView;

/**
 * ChanceryMapPlace:
 *
 * Longitude and latitude in degrees.
 */
typedef struct
{
  double longitude;
  double latitude;
} ChanceryMapPlace;

ChanceryMapView  chancery_map_view_fit         (const ChanceryMapPlace *places,
                                                gsize                   n_places,
                                                double                  width,
                                                double                  height,
                                                double                  max_scale);
ChanceryMapView  chancery_map_view_clamp       (const ChanceryMapView  *self,
                                                double                  width,
                                                double                  height);
ChanceryMapView  chancery_map_view_zoom        (const ChanceryMapView  *self,
                                                double                  factor,
                                                double                  x,
                                                double                  y,
                                                double                  width,
                                                double                  height);
ChanceryMapView  chancery_map_view_pan         (const ChanceryMapView  *self,
                                                double                  x,
                                                double                  y,
                                                double                  width,
                                                double                  height);
ChanceryMapView  chancery_map_view_interpolate (const ChanceryMapView  *from,
                                                const ChanceryMapView  *to,
                                                double                  progress);
ChanceryMapView  chancery_map_view_reproject   (const ChanceryMapView  *self,
                                                const ChanceryMapProjection *projection);
gboolean         chancery_map_view_settle      (const ChanceryMapView  *self,
                                                double                  width,
                                                double                  height,
                                                ChanceryMapView        *settled);
gboolean         chancery_map_view_equal       (const ChanceryMapView  *a,
                                                const ChanceryMapView  *b);

gboolean         chancery_map_view_get_place   (const ChanceryMapView  *self,
                                                double                  x,
                                                double                  y,
                                                double                  width,
                                                double                  height,
                                                ChanceryMapPlace       *place);
gboolean         chancery_map_view_get_point   (const ChanceryMapView  *self,
                                                const ChanceryMapPlace *place,
                                                double                  width,
                                                double                  height,
                                                double                 *x,
                                                double                 *y);

G_END_DECLS
