/* chancery-map-projection.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map-projection.h"

#include <math.h>

#define DEGREES (180.0 / G_PI)
#define RADIANS (G_PI / 180.0)

/* Equal Earth: B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map
 * projection", International Journal of Geographical Information Science 33
 * (2019, online 2018), equations 1 to 6. */
#define A1 1.340264
#define A2 (-0.081106)
#define A3 0.000893
#define A4 0.003796
#define M 0.86602540378443864676 /* √3 / 2 */

/* Centres lie on a grid, so that equal views have equal projections. */
static double
snap (double degrees)
{
  return round (degrees * 100) / 100;
}

ChanceryMapProjection
chancery_map_projection_world (double longitude)
{
  return (ChanceryMapProjection) { CHANCERY_MAP_PROJECTION_WORLD, snap (longitude), 0, 0, 1 };
}

ChanceryMapProjection
chancery_map_projection_regional (double longitude,
                                  double latitude)
{
  const double phi = snap (latitude) * RADIANS;

  return (ChanceryMapProjection) {
    CHANCERY_MAP_PROJECTION_REGIONAL, snap (longitude), snap (latitude), sin (phi), cos (phi),
  };
}

gboolean
chancery_map_projection_equal (const ChanceryMapProjection *a,
                               const ChanceryMapProjection *b)
{
  return a->kind == b->kind && fabs (a->longitude - b->longitude) < 1e-9 && fabs (a->latitude - b->latitude) < 1e-9;
}

/**
 * chancery_map_wrap_longitude:
 * @longitude: in degrees
 *
 * Returns: the same meridian, between -180 and 180
 */
double
chancery_map_wrap_longitude (double longitude)
{
  return longitude - 360 * floor ((longitude + 180) / 360);
}

/**
 * chancery_map_angle:
 *
 * Returns: the angle between two places as the Earth's centre sees it, in degrees
 */
double
chancery_map_angle (double longitude_a,
                    double latitude_a,
                    double longitude_b,
                    double latitude_b)
{
  const double dy = sin ((latitude_b - latitude_a) * RADIANS / 2);
  const double dx = sin ((longitude_b - longitude_a) * RADIANS / 2);
  const double h = dy * dy + cos (latitude_a * RADIANS) * cos (latitude_b * RADIANS) * dx * dx;

  return 2 * asin (MIN (1, sqrt (h))) * DEGREES;
}

static void
project_world (double  lambda,
               double  phi,
               double *x,
               double *y)
{
  const double theta = asin (M * sin (phi));
  const double t2 = theta * theta, t6 = t2 * t2 * t2;

  *x = lambda * cos (theta) / (M * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)));
  *y = -theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
}

static gboolean
unproject_world (double  x,
                 double  y,
                 double *lambda,
                 double *phi)
{
  double theta = -y;
  double t2, t6, sine;

  /* Newton's method; the polynomial is monotonic over the whole range. */
  for (guint i = 0; i < 12; i++)
    {
      double step;

      t2 = theta * theta;
      t6 = t2 * t2 * t2;
      step = (theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2)) + y) / (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2));
      theta -= step;
      if (fabs (step) < 1e-13)
        break;
    }

  t2 = theta * theta;
  t6 = t2 * t2 * t2;
  sine = sin (theta) / M;
  if (!(fabs (sine) <= 1))
    return FALSE;

  *phi = asin (sine);
  *lambda = M * x * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)) / cos (theta);
  return fabs (*lambda) <= G_PI + 1e-9;
}

/**
 * chancery_map_projection_project:
 * @self: a projection
 * @longitude: in degrees
 * @latitude: in degrees
 * @x: (out): to the right
 * @y: (out): downwards
 *
 * A regional projection moves what is beyond its reach to its rim.
 *
 * Returns: whether the place is within the projection's reach
 */
gboolean
chancery_map_projection_project (const ChanceryMapProjection *self,
                                 double                       longitude,
                                 double                       latitude,
                                 double                      *x,
                                 double                      *y)
{
  const double phi = latitude * RADIANS;
  double lambda, east, north, towards, k;

  if (self->kind == CHANCERY_MAP_PROJECTION_WORLD)
    {
      project_world (chancery_map_wrap_longitude (longitude - self->longitude) * RADIANS, phi, x, y);
      return TRUE;
    }

  lambda = (longitude - self->longitude) * RADIANS;
  east = cos (phi) * sin (lambda);
  north = self->cos_latitude * sin (phi) - self->sin_latitude * cos (phi) * cos (lambda);
  towards = self->sin_latitude * sin (phi) + self->cos_latitude * cos (phi) * cos (lambda);

  if (towards < cos (CHANCERY_MAP_PROJECTION_REACH * RADIANS))
    {
      const double length = hypot (east, north);

      k = 2 * sin (CHANCERY_MAP_PROJECTION_REACH * RADIANS / 2) / MAX (length, 1e-12);
      *x = east * k;
      *y = -north * k;
      return FALSE;
    }

  k = sqrt (2 / (1 + towards));
  *x = east * k;
  *y = -north * k;
  return TRUE;
}

/**
 * chancery_map_projection_unproject:
 * @self: a projection
 * @x: to the right
 * @y: downwards
 * @longitude: (out): in degrees, between -180 and 180
 * @latitude: (out): in degrees
 *
 * Returns: whether there is a place on the Earth at @x, @y; if not, the
 *   results are not set
 */
gboolean
chancery_map_projection_unproject (const ChanceryMapProjection *self,
                                   double                       x,
                                   double                       y,
                                   double                      *longitude,
                                   double                      *latitude)
{
  double lambda, phi;

  if (self->kind == CHANCERY_MAP_PROJECTION_WORLD)
    {
      if (!unproject_world (x, y, &lambda, &phi))
        return FALSE;
    }
  else
    {
      const double rho = hypot (x, y);
      double c;

      if (rho > 2 * sin (CHANCERY_MAP_PROJECTION_REACH * RADIANS / 2))
        return FALSE;
      c = 2 * asin (rho / 2);
      phi = rho < 1e-12 ? self->latitude * RADIANS
                        : asin (cos (c) * self->sin_latitude - y * sin (c) * self->cos_latitude / rho);
      lambda = atan2 (x * sin (c), rho * self->cos_latitude * cos (c) + y * self->sin_latitude * sin (c));
    }

  *longitude = chancery_map_wrap_longitude (lambda * DEGREES + self->longitude);
  *latitude = phi * DEGREES;
  return TRUE;
}
