/* chancery-map-projection.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Equal-area projections of the sphere. Projected coordinates are in radii of
 * the Earth, x to the right and y downwards. Pure functions, for any thread. */

typedef enum
{
  CHANCERY_MAP_PROJECTION_WORLD,
  CHANCERY_MAP_PROJECTION_REGIONAL,
} ChanceryMapProjectionKind;

/**
 * ChanceryMapProjection:
 * @kind: Equal Earth for the world, Lambert's azimuthal equal-area projection
 *   for a part of it
 * @longitude: of the centre, in degrees
 * @latitude: of the centre, in degrees; 0 for the world
 * @sin_latitude: what @latitude implies
 * @cos_latitude: likewise
 */
typedef struct
{
  ChanceryMapProjectionKind kind;
  double longitude;
  double latitude;
  double sin_latitude;
  double cos_latitude;
} ChanceryMapProjection;

/* How far, in degrees from its centre, a regional projection reaches. */
#define CHANCERY_MAP_PROJECTION_REACH 110.0

ChanceryMapProjection chancery_map_projection_world     (double                       longitude);
ChanceryMapProjection chancery_map_projection_regional  (double                       longitude,
                                                         double                       latitude);
gboolean              chancery_map_projection_equal     (const ChanceryMapProjection *a,
                                                         const ChanceryMapProjection *b);
gboolean              chancery_map_projection_project   (const ChanceryMapProjection *self,
                                                         double                       longitude,
                                                         double                       latitude,
                                                         double                      *x,
                                                         double                      *y);
gboolean              chancery_map_projection_unproject (const ChanceryMapProjection *self,
                                                         double                       x,
                                                         double                       y,
                                                         double                      *longitude,
                                                         double                      *latitude);

double                chancery_map_wrap_longitude       (double                       longitude);
double                chancery_map_angle                (double                       longitude_a,
                                                         double                       latitude_a,
                                                         double                       longitude_b,
                                                         double                       latitude_b);

G_END_DECLS
