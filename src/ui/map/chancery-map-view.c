/* chancery-map-view.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map-view.h"

#include <math.h>
#include <stdlib.h>

#define DEGREES (180.0 / G_PI)
#define RADIANS (G_PI / 180.0)

/* The world map's seam lies where the fewest states are: in the Bering Strait. */
#define WORLD_LONGITUDE 11.0

/* What the world map shows; Antarctica is not drawn. */
#define NORTH 88.0
#define SOUTH (-63.0)

/* Beyond this, in degrees from the middle, a region is shown as the world. */
#define MAX_REGION 58.0

/* How far the corners of a view may be from its middle, in radii of the Earth,
 * before a region becomes the world, and the world a region; and how far a
 * region's middle may be from its projection's, in degrees. */
#define MAX_REGIONAL_RADIUS 1.25
#define MIN_WORLD_RADIUS 0.75
#define MAX_OFF_CENTRE 24.0

/* A hundredth of a degree, which is all the geometry knows, becomes three pixels. */
#define MAX_SCALE 17000.0

/* Around what is fitted, as a share of the view. */
#define PADDING 0.06

typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} Box;

static Box
get_limits (const ChanceryMapProjection *projection)
{
  Box limits;
  double x;

  if (projection->kind == CHANCERY_MAP_PROJECTION_REGIONAL)
    {
      const double reach = 2 * sin (75 * RADIANS / 2);

      return (Box) { -reach, -reach, reach, reach };
    }

  chancery_map_projection_project (projection, projection->longitude + 179.9999, 0, &limits.right, &x);
  chancery_map_projection_project (projection, projection->longitude, NORTH, &x, &limits.top);
  chancery_map_projection_project (projection, projection->longitude, SOUTH, &x, &limits.bottom);
  limits.left = -limits.right;

  return limits;
}

static double
clamp_axis (double middle,
            double half,
            double from,
            double to)
{
  if (2 * half >= to - from)
    return (from + to) / 2;
  return CLAMP (middle, from + half, to - half);
}

/**
 * chancery_map_view_clamp:
 * @self: a view
 * @width: of the window onto it, in logical pixels
 * @height: likewise
 *
 * Returns: the nearest view that shows no more than the Earth
 */
ChanceryMapView
chancery_map_view_clamp (const ChanceryMapView *self,
                         double                 width,
                         double                 height)
{
  const Box limits = get_limits (&self->projection);
  ChanceryMapView clamped = *self;

  if (self->projection.kind == CHANCERY_MAP_PROJECTION_WORLD)
    {
      const double least = MIN (width / (limits.right - limits.left), height / (limits.bottom - limits.top));

      clamped.scale = CLAMP (self->scale, least, MAX_SCALE);
    }
  else
    {
      /* Twice as far as where the world takes over, so that a gesture doesn't stick there. */
      clamped.scale = CLAMP (self->scale, hypot (width, height) / 2 / (1.5 * MAX_REGIONAL_RADIUS), MAX_SCALE);
    }
  clamped.x = clamp_axis (self->x, width / 2 / clamped.scale, limits.left, limits.right);
  clamped.y = clamp_axis (self->y, height / 2 / clamped.scale, limits.top, limits.bottom);

  return clamped;
}

static void
get_middle (const ChanceryMapView *self,
            ChanceryMapPlace      *place)
{
  /* Beside the rim of the world there is no place: take what is nearest. */
  for (double share = 1; share > 0; share -= 0.02)
    if (chancery_map_projection_unproject (&self->projection, self->x * share, self->y * share, &place->longitude,
                                           &place->latitude))
      return;

  *place = (ChanceryMapPlace) { self->projection.longitude, self->projection.latitude };
}

/**
 * chancery_map_view_reproject:
 * @self: a view
 * @projection: another projection
 *
 * Returns: the same place in the middle at the same scale, as areas go
 */
ChanceryMapView
chancery_map_view_reproject (const ChanceryMapView       *self,
                             const ChanceryMapProjection *projection)
{
  ChanceryMapView view = { *projection, 0, 0, self->scale };
  ChanceryMapPlace middle;

  if (chancery_map_projection_equal (&self->projection, projection))
    return *self;

  get_middle (self, &middle);
  chancery_map_projection_project (projection, middle.longitude, middle.latitude, &view.x, &view.y);

  return view;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* The middle of what is left when the widest gap between meridians is taken away. */
static double
get_middle_meridian (const ChanceryMapPlace *places,
                     gsize                   n_places)
{
  g_autofree double *longitudes = g_new (double, n_places + 1);
  double widest = 0, middle = WORLD_LONGITUDE;

  for (gsize i = 0; i < n_places; i++)
    longitudes[i] = chancery_map_wrap_longitude (places[i].longitude);
  qsort (longitudes, n_places, sizeof *longitudes, compare_doubles);
  longitudes[n_places] = longitudes[0] + 360;

  for (gsize i = 0; i < n_places; i++)
    if (longitudes[i + 1] - longitudes[i] > widest)
      {
        widest = longitudes[i + 1] - longitudes[i];
        middle = (longitudes[i] + longitudes[i + 1]) / 2 + 180;
      }

  return widest > 45 ? chancery_map_wrap_longitude (middle) : WORLD_LONGITUDE;
}

/* The smallest circle around all places, nearly: the middle moves towards the
 * farthest by less and less (M. Bădoiu, K. Clarkson, "Smaller core-sets for
 * balls", 2003, section 2; here on the sphere). */
static double
get_middle_place (const ChanceryMapPlace *places,
                  gsize                   n_places,
                  ChanceryMapPlace       *middle)
{
  double x = 0, y = 0, z = 0, length, radius = 0;

  for (gsize i = 0; i < n_places; i++)
    {
      const double lambda = places[i].longitude * RADIANS, phi = places[i].latitude * RADIANS;

      x += cos (phi) * cos (lambda);
      y += cos (phi) * sin (lambda);
      z += sin (phi);
    }

  for (guint step = 0; step <= 64; step++)
    {
      double least = 2, towards[3] = { 0, 0, 0 };

      length = sqrt (x * x + y * y + z * z);
      if (length < 1e-6)
        return 180;
      x /= length;
      y /= length;
      z /= length;

      for (gsize i = 0; i < n_places; i++)
        {
          const double lambda = places[i].longitude * RADIANS, phi = places[i].latitude * RADIANS;
          const double px = cos (phi) * cos (lambda), py = cos (phi) * sin (lambda), pz = sin (phi);
          const double cosine = px * x + py * y + pz * z;

          if (cosine < least)
            {
              least = cosine;
              towards[0] = px;
              towards[1] = py;
              towards[2] = pz;
            }
        }
      radius = acos (CLAMP (least, -1, 1)) * DEGREES;
      if (step == 64)
        break;

      x += (towards[0] - x) / (step + 2);
      y += (towards[1] - y) / (step + 2);
      z += (towards[2] - z) / (step + 2);
    }

  middle->longitude = atan2 (y, x) * DEGREES;
  middle->latitude = asin (CLAMP (z, -1, 1)) * DEGREES;
  return radius;
}

static ChanceryMapView
fit_projection (const ChanceryMapProjection *projection,
                const ChanceryMapPlace      *places,
                gsize                        n_places,
                double                       width,
                double                       height,
                double                       max_scale)
{
  ChanceryMapView view = { *projection, 0, 0, max_scale };
  Box box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  const double share = 1 - 2 * PADDING;

  for (gsize i = 0; i < n_places; i++)
    {
      double x, y;

      chancery_map_projection_project (projection, places[i].longitude, places[i].latitude, &x, &y);
      box.left = MIN (box.left, x);
      box.top = MIN (box.top, y);
      box.right = MAX (box.right, x);
      box.bottom = MAX (box.bottom, y);
    }

  view.x = (box.left + box.right) / 2;
  view.y = (box.top + box.bottom) / 2;
  if (box.right > box.left)
    view.scale = MIN (view.scale, width * share / (box.right - box.left));
  if (box.bottom > box.top)
    view.scale = MIN (view.scale, height * share / (box.bottom - box.top));

  return view;
}

/**
 * chancery_map_view_fit:
 * @places: (array length=n_places): what is to be seen; none for the world
 * @n_places: how many
 * @width: of the window onto it, in logical pixels
 * @height: likewise
 * @max_scale: the largest scale, in logical pixels to a radius of the Earth
 *
 * Chooses a projection as well: one centred on the places if they are a part
 * of the world, and the world otherwise, cut where the places aren't.
 *
 * Returns: a view of the places
 */
ChanceryMapView
chancery_map_view_fit (const ChanceryMapPlace *places,
                       gsize                   n_places,
                       double                  width,
                       double                  height,
                       double                  max_scale)
{
  ChanceryMapProjection projection = chancery_map_projection_world (WORLD_LONGITUDE);
  ChanceryMapView view = { projection, 0, 0, 0 };
  ChanceryMapPlace middle;

  if (n_places == 0)
    return chancery_map_view_clamp (&view, width, height);

  if (get_middle_place (places, n_places, &middle) <= MAX_REGION)
    {
      projection = chancery_map_projection_regional (middle.longitude, middle.latitude);
      view = fit_projection (&projection, places, n_places, width, height, max_scale);
      if (hypot (width, height) / 2 / view.scale <= MAX_REGIONAL_RADIUS)
        return chancery_map_view_clamp (&view, width, height);
    }

  projection = chancery_map_projection_world (get_middle_meridian (places, n_places));
  view = fit_projection (&projection, places, n_places, width, height, max_scale);

  return chancery_map_view_clamp (&view, width, height);
}

/**
 * chancery_map_view_zoom:
 * @self: a view
 * @factor: more than one to come nearer
 * @x: what stays where it is, in logical pixels
 * @y: likewise
 * @width: of the window, in logical pixels
 * @height: likewise
 *
 * Returns: the view after the zoom
 */
ChanceryMapView
chancery_map_view_zoom (const ChanceryMapView *self,
                        double                 factor,
                        double                 x,
                        double                 y,
                        double                 width,
                        double                 height)
{
  ChanceryMapView view = *self;
  double applied;

  view.scale *= factor;
  view = chancery_map_view_clamp (&view, width, height);
  applied = 1 / self->scale - 1 / view.scale;
  view.x = self->x + (x - width / 2) * applied;
  view.y = self->y + (y - height / 2) * applied;

  return chancery_map_view_clamp (&view, width, height);
}

/**
 * chancery_map_view_pan:
 * @self: a view
 * @x: how far the map moves to the right, in logical pixels
 * @y: likewise, downwards
 * @width: of the window, in logical pixels
 * @height: likewise
 *
 * Returns: the view after the move
 */
ChanceryMapView
chancery_map_view_pan (const ChanceryMapView *self,
                       double                 x,
                       double                 y,
                       double                 width,
                       double                 height)
{
  ChanceryMapView view = *self;

  view.x -= x / self->scale;
  view.y -= y / self->scale;

  return chancery_map_view_clamp (&view, width, height);
}

/**
 * chancery_map_view_interpolate:
 * @from: the first view
 * @to: the last view, of the same projection
 * @progress: 0 … 1
 *
 * Returns: a view on a way where zoom and move go together
 */
ChanceryMapView
chancery_map_view_interpolate (const ChanceryMapView *from,
                               const ChanceryMapView *to,
                               double                 progress)
{
  ChanceryMapView view = *to;
  double share = progress;

  if (progress >= 1)
    return view;

  view.scale = exp ((1 - progress) * log (from->scale) + progress * log (to->scale));
  /* As if one point of the picture stayed where it is. */
  if (fabs (to->scale / from->scale - 1) > 1e-3)
    share = (1 / from->scale - 1 / view.scale) / (1 / from->scale - 1 / to->scale);
  view.x = from->x + (to->x - from->x) * share;
  view.y = from->y + (to->y - from->y) * share;

  return view;
}

/**
 * chancery_map_view_settle:
 * @self: a view
 * @width: of the window, in logical pixels
 * @height: likewise
 * @settled: (out): the same place and scale in a projection that suits them
 *
 * Returns: whether @settled differs from @self
 */
gboolean
chancery_map_view_settle (const ChanceryMapView *self,
                          double                 width,
                          double                 height,
                          ChanceryMapView       *settled)
{
  const double radius = hypot (width, height) / 2 / self->scale;
  ChanceryMapProjection projection;
  ChanceryMapPlace middle;

  *settled = *self;
  get_middle (self, &middle);

  if (self->projection.kind == CHANCERY_MAP_PROJECTION_WORLD)
    {
      if (radius >= MIN_WORLD_RADIUS)
        return FALSE;
      projection = chancery_map_projection_regional (middle.longitude, middle.latitude);
    }
  else if (radius > MAX_REGIONAL_RADIUS)
    {
      projection = chancery_map_projection_world (WORLD_LONGITUDE);
    }
  else if (chancery_map_angle (middle.longitude, middle.latitude, self->projection.longitude,
                               self->projection.latitude) > MAX_OFF_CENTRE)
    {
      projection = chancery_map_projection_regional (middle.longitude, middle.latitude);
    }
  else
    {
      return FALSE;
    }

  *settled = chancery_map_view_reproject (self, &projection);
  *settled = chancery_map_view_clamp (settled, width, height);
  return TRUE;
}

gboolean
chancery_map_view_equal (const ChanceryMapView *a,
                         const ChanceryMapView *b)
{
  return chancery_map_projection_equal (&a->projection, &b->projection) && fabs (a->scale / b->scale - 1) < 1e-9 &&
         hypot (a->x - b->x, a->y - b->y) * a->scale < 1e-3;
}

/**
 * chancery_map_view_get_place:
 * @self: a view
 * @x: in logical pixels, from the left
 * @y: in logical pixels, from the top
 * @width: of the window, in logical pixels
 * @height: likewise
 * @place: (out): what is there
 *
 * Returns: whether there is a place on the Earth at @x, @y
 */
gboolean
chancery_map_view_get_place (const ChanceryMapView *self,
                             double                 x,
                             double                 y,
                             double                 width,
                             double                 height,
                             ChanceryMapPlace      *place)
{
  return chancery_map_projection_unproject (&self->projection, self->x + (x - width / 2) / self->scale,
                                            self->y + (y - height / 2) / self->scale, &place->longitude,
                                            &place->latitude);
}

/**
 * chancery_map_view_get_point:
 * @self: a view
 * @place: a place
 * @width: of the window, in logical pixels
 * @height: likewise
 * @x: (out): where it is, in logical pixels, from the left; perhaps outside
 * @y: (out): likewise, from the top
 *
 * Returns: whether the place is within reach of the projection
 */
gboolean
chancery_map_view_get_point (const ChanceryMapView  *self,
                             const ChanceryMapPlace *place,
                             double                  width,
                             double                  height,
                             double                 *x,
                             double                 *y)
{
  gboolean reached = chancery_map_projection_project (&self->projection, place->longitude, place->latitude, x, y);

  *x = (*x - self->x) * self->scale + width / 2;
  *y = (*y - self->y) * self->scale + height / 2;
  return reached;
}
