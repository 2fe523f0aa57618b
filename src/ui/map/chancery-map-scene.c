/* chancery-map-scene.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map-scene.h"

#include <math.h>

#define RADIANS (G_PI / 180.0)

/* In units of the geometry: half the way around, and how long an edge may be
 * before it has to follow the curve of the projection. */
#define HALF_TURN 18000
#define MAX_EDGE 200

/* A ring less than this across, in pixels, has no border: that would be all that is seen of it. */
#define MIN_BORDERED 3.0

/* Points closer than this, in pixels, become one. All outlines share one grid,
 * so that neighbours keep a common border whichever way they go around. */
#define GRID 0.7

struct _ChanceryMapScene
{
  gatomicrefcount ref_count;

  ChanceryGeometry *geometry;
  ChanceryMapProjection projection;
  double scale;

  ChanceryMapShape *shapes;
  gsize n_shapes;
  GskPath *graticule;
  GskPath *rim;
};

typedef struct
{
  int x;
  int y;
} Place;

/* A point of the grid; on the rim of the map, where its ring has been cut, or not. */
typedef struct
{
  int x;
  int y;
  gboolean on_rim;
} GridPoint;

typedef struct
{
  guint end; /* in the points of the shape */
  gboolean bordered;
} RingEnd;

typedef struct
{
  const ChanceryMapProjection *projection;
  double scale;
  int centre;
  GArray *points; /* (element-type GridPoint): of all rings of the shape so far */
  GArray *ends; /* (element-type RingEnd) */
  guint start; /* of the ring at hand */
  int extent; /* of the largest ring so far, in the grid */
} Builder;

/* The geometry's places lie on a grid of their own, so that sines are looked up. */
static const double *
get_sines (void)
{
  static const double *sines;

  if (g_once_init_enter_pointer (&sines))
    {
      double *table = g_new (double, 9001);

      for (guint i = 0; i <= 9000; i++)
        table[i] = sin (i * CHANCERY_GEOMETRY_UNIT * RADIANS);
      g_once_init_leave_pointer (&sines, table);
    }

  return sines;
}

static double
sine (const double *table,
      int           angle)
{
  angle %= 36000;
  if (angle < 0)
    angle += 36000;
  if (angle > 27000)
    return -table[36000 - angle];
  if (angle > 18000)
    return -table[angle - 18000];
  if (angle > 9000)
    return table[18000 - angle];
  return table[angle];
}

static double
cosine (const double *table,
        int           angle)
{
  return sine (table, angle + 9000);
}

/* For each latitude from the equator to the pole: how far a degree is on the
 * world map, and how high the parallel is. */
static const graphene_point_t *
get_parallels (void)
{
  static const graphene_point_t *parallels;

  if (g_once_init_enter_pointer (&parallels))
    {
      const ChanceryMapProjection world = chancery_map_projection_world (0);
      graphene_point_t *table = g_new (graphene_point_t, 9001);

      for (guint i = 0; i <= 9000; i++)
        {
          double x, y;

          chancery_map_projection_project (&world, 1, i * CHANCERY_GEOMETRY_UNIT, &x, &y);
          table[i] = GRAPHENE_POINT_INIT ((float) (x * CHANCERY_GEOMETRY_UNIT), (float) y);
        }
      g_once_init_leave_pointer (&parallels, table);
    }

  return parallels;
}

/* Projects a place, whose longitude is relative to the centre, in pixels. */
static gboolean
project (const Builder *builder,
         Place          place,
         double        *x,
         double        *y)
{
  const ChanceryMapProjection *projection = builder->projection;
  const double *sines = get_sines ();
  double cos_phi, sin_phi, cos_lambda, east, north, towards, k;

  if (projection->kind == CHANCERY_MAP_PROJECTION_WORLD)
    {
      const graphene_point_t *parallel = &get_parallels ()[ABS (place.y)];

      *x = place.x * (double) parallel->x * builder->scale;
      *y = (place.y < 0 ? -1 : 1) * (double) parallel->y * builder->scale;
      return TRUE;
    }

  cos_phi = cosine (sines, place.y);
  sin_phi = sine (sines, place.y);
  cos_lambda = cosine (sines, place.x);
  towards = projection->sin_latitude * sin_phi + projection->cos_latitude * cos_phi * cos_lambda;
  /* Beyond the reach, and for the little that is exactly opposite. */
  if (towards < cos (CHANCERY_MAP_PROJECTION_REACH * RADIANS))
    {
      gboolean inside = chancery_map_projection_project (projection,
                                                         place.x * CHANCERY_GEOMETRY_UNIT + projection->longitude,
                                                         place.y * CHANCERY_GEOMETRY_UNIT, x, y);

      *x *= builder->scale;
      *y *= builder->scale;
      return inside;
    }

  east = cos_phi * sine (sines, place.x);
  north = projection->cos_latitude * sin_phi - projection->sin_latitude * cos_phi * cos_lambda;
  k = sqrt (2 / (1 + towards)) * builder->scale;
  *x = east * k;
  *y = -north * k;
  return TRUE;
}

static void
add_place (Builder *builder,
           Place    place)
{
  GridPoint point;
  double x, y;

  point.on_rim = !project (builder, place, &x, &y);
  if (builder->projection->kind == CHANCERY_MAP_PROJECTION_WORLD)
    point.on_rim = ABS (place.x) == HALF_TURN;
  point.x = (int) lrint (x / GRID);
  point.y = (int) lrint (y / GRID);

  if (builder->points->len > builder->start)
    {
      const GridPoint *last = &g_array_index (builder->points, GridPoint, builder->points->len - 1);

      if (last->x == point.x && last->y == point.y && last->on_rim == point.on_rim)
        return;
    }
  g_array_append_val (builder->points, point);
}

/* Adds the edge to @to, without @from: straight lines between longitudes and latitudes are curves on the map. */
static void
add_edge (Builder *builder,
          Place    from,
          Place    to)
{
  const int n_parts = MAX (ABS (to.x - from.x), ABS (to.y - from.y)) / MAX_EDGE + 1;

  for (int i = 1; i < n_parts; i++)
    add_place (builder, (Place) { from.x + (to.x - from.x) * i / n_parts, from.y + (to.y - from.y) * i / n_parts });
  add_place (builder, to);
}

static void
end_ring (Builder *builder)
{
  const GridPoint *points = &g_array_index (builder->points, GridPoint, 0);
  guint end = builder->points->len;
  gboolean all_on_rim = TRUE;
  GridPoint least = { G_MAXINT, G_MAXINT }, most = { G_MININT, G_MININT };

  while (end > builder->start + 1 && points[end - 1].x == points[builder->start].x &&
         points[end - 1].y == points[builder->start].y)
    end--;
  for (guint i = builder->start; i < end; i++)
    {
      all_on_rim = all_on_rim && points[i].on_rim;
      least.x = MIN (least.x, points[i].x);
      least.y = MIN (least.y, points[i].y);
      most.x = MAX (most.x, points[i].x);
      most.y = MAX (most.y, points[i].y);
    }
  if (end > builder->start && !all_on_rim)
    builder->extent = MAX (builder->extent, MAX (most.x - least.x, most.y - least.y));

  if (end - builder->start < 3 || all_on_rim)
    end = builder->start;
  else
    g_array_append_val (builder->ends, ((RingEnd) { end, MAX (most.x - least.x, most.y - least.y) * GRID >= MIN_BORDERED }));
  g_array_set_size (builder->points, end);
  builder->start = end;
}

static void
add_places (Builder     *builder,
            const Place *places,
            gsize        n_places)
{
  if (n_places < 3)
    return;

  for (gsize i = 0; i < n_places; i++)
    add_edge (builder, places[(i + n_places - 1) % n_places], places[i]);
  end_ring (builder);
}

/* Keeps what of a ring is on one side of a meridian (I. Sutherland, G. Hodgman,
 * "Reentrant polygon clipping", 1974). Edges along the meridian that this makes
 * have no area, and are known by their longitude. */
static void
clip_side (GArray *places,
           GArray *clipped,
           int     meridian,
           int     side)
{
  g_array_set_size (clipped, 0);

  for (guint i = 0; i < places->len; i++)
    {
      const Place a = g_array_index (places, Place, i == 0 ? places->len - 1 : i - 1);
      const Place b = g_array_index (places, Place, i);
      const gboolean a_inside = (a.x - meridian) * side >= 0, b_inside = (b.x - meridian) * side >= 0;

      if (a_inside != b_inside)
        {
          const double t = (double) (meridian - a.x) / (b.x - a.x);
          const Place crossing = { meridian, a.y + (int) lrint (t * (b.y - a.y)) };

          g_array_append_val (clipped, crossing);
        }
      if (b_inside)
        g_array_append_val (clipped, b);
    }
}

static void
add_ring_to_world (Builder            *builder,
                   const ChanceryRing *ring)
{
  g_autoptr (GArray) places = g_array_sized_new (FALSE, FALSE, sizeof (Place), (guint) ring->n_points);
  int west = G_MAXINT, east = G_MININT, shift;

  for (gsize i = 0; i < ring->n_points; i++)
    {
      const Place place = { ring->points[2 * i] - builder->centre, ring->points[2 * i + 1] };

      g_array_append_val (places, place);
      west = MIN (west, place.x);
      east = MAX (east, place.x);
    }

  /* A ring that crosses the rim goes on at the other side. */
  for (shift = -36000; shift <= 36000; shift += 36000)
    {
      g_autoptr (GArray) shifted = NULL, clipped = NULL;

      if (east + shift <= -HALF_TURN || west + shift >= HALF_TURN)
        continue;

      shifted = g_array_copy (places);
      for (guint i = 0; i < shifted->len; i++)
        g_array_index (shifted, Place, i).x += shift;
      if (west + shift < -HALF_TURN || east + shift > HALF_TURN)
        {
          clipped = g_array_new (FALSE, FALSE, sizeof (Place));
          clip_side (shifted, clipped, -HALF_TURN, 1);
          clip_side (clipped, shifted, HALF_TURN, -1);
        }
      add_places (builder, &g_array_index (shifted, Place, 0), shifted->len);
    }
}

/* Whether the place opposite the centre is inside a ring. */
static gboolean
ring_holds_opposite (const Builder      *builder,
                     const ChanceryRing *ring)
{
  const int y = (int) lrint (-builder->projection->latitude / CHANCERY_GEOMETRY_UNIT);
  gboolean inside = FALSE;

  for (int x = builder->centre - HALF_TURN; x <= builder->centre + HALF_TURN; x += 2 * HALF_TURN)
    for (gsize i = 0; i < ring->n_points; i++)
      {
        const gint16 *a = &ring->points[2 * i];
        const gint16 *b = &ring->points[2 * ((i + 1) % ring->n_points)];

        if ((a[1] > y) != (b[1] > y) && x < (double) (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0])
          inside = !inside;
      }

  return inside;
}

static void
add_ring_to_region (Builder            *builder,
                    const ChanceryRing *ring)
{
  const guint n_rings = builder->ends->len;
  gboolean on_rim = FALSE;
  Place last;

  last = (Place) { ring->points[2 * ring->n_points - 2] - builder->centre, ring->points[2 * ring->n_points - 1] };
  for (gsize i = 0; i < ring->n_points; i++)
    {
      const Place place = { ring->points[2 * i] - builder->centre, ring->points[2 * i + 1] };

      add_edge (builder, last, place);
      last = place;
    }
  for (guint i = builder->start; i < builder->points->len && !on_rim; i++)
    on_rim = g_array_index (builder->points, GridPoint, i).on_rim;
  end_ring (builder);

  /* What goes around the place opposite is outside in on the map: the rim puts that right. */
  if (on_rim && builder->ends->len > n_rings && ring_holds_opposite (builder, ring))
    {
      const double radius = 2 * sin (CHANCERY_MAP_PROJECTION_REACH * RADIANS / 2) * builder->scale / GRID;

      for (guint degrees = 0; degrees < 360; degrees++)
        {
          const GridPoint point = { (int) lrint (radius * cos (degrees * RADIANS)),
                                    (int) lrint (radius * sin (degrees * RADIANS)), TRUE };

          g_array_append_val (builder->points, point);
        }
      g_array_append_val (builder->ends, ((RingEnd) { builder->points->len, FALSE }));
      builder->start = builder->points->len;
    }
}

static void
line_to (GskPathBuilder  *path,
         const GridPoint *point)
{
  gsk_path_builder_line_to (path, (float) (point->x * GRID), (float) (point->y * GRID));
}

static void
move_to (GskPathBuilder  *path,
         const GridPoint *point)
{
  gsk_path_builder_move_to (path, (float) (point->x * GRID), (float) (point->y * GRID));
}

static GskPath *
build_area (const Builder *builder)
{
  GskPathBuilder *path = gsk_path_builder_new ();
  guint start = 0;

  for (guint i = 0; i < builder->ends->len; i++)
    {
      const guint end = g_array_index (builder->ends, RingEnd, i).end;
      const GridPoint *points = &g_array_index (builder->points, GridPoint, start);

      move_to (path, &points[0]);
      for (guint j = 1; j < end - start; j++)
        line_to (path, &points[j]);
      gsk_path_builder_close (path);
      start = end;
    }

  return gsk_path_builder_free_to_path (path);
}

static GskPath *
build_border (const Builder *builder)
{
  GskPathBuilder *path = gsk_path_builder_new ();
  guint start = 0;

  for (guint i = 0; i < builder->ends->len; i++)
    {
      const RingEnd *ring = &g_array_index (builder->ends, RingEnd, i);
      const guint end = ring->end;
      const GridPoint *points = &g_array_index (builder->points, GridPoint, start);
      gboolean drawing = FALSE;

      for (guint j = 0; ring->bordered && j < end - start; j++)
        {
          const GridPoint *a = &points[j], *b = &points[(j + 1) % (end - start)];

          if (a->on_rim && b->on_rim)
            {
              drawing = FALSE;
              continue;
            }
          if (!drawing)
            move_to (path, a);
          drawing = TRUE;
          line_to (path, b);
        }
      start = end;
    }

  return gsk_path_builder_free_to_path (path);
}

static void
build_shape (Builder          *builder,
             ChanceryMapShape *shape)
{
  gboolean same = TRUE;

  g_array_set_size (builder->points, 0);
  g_array_set_size (builder->ends, 0);
  builder->start = 0;
  builder->extent = 0;

  for (gsize i = 0; i < shape->outline->n_rings; i++)
    {
      if (builder->projection->kind == CHANCERY_MAP_PROJECTION_WORLD)
        add_ring_to_world (builder, &shape->outline->rings[i]);
      else
        add_ring_to_region (builder, &shape->outline->rings[i]);
    }
  shape->extent = (float) (builder->extent * GRID);
  if (builder->ends->len == 0)
    return;

  for (guint i = 0; i < builder->ends->len && same; i++)
    same = g_array_index (builder->ends, RingEnd, i).bordered;
  for (guint i = 0; i < builder->points->len && same; i++)
    same = !g_array_index (builder->points, GridPoint, i).on_rim;

  shape->path = build_area (builder);
  shape->border = same ? gsk_path_ref (shape->path) : build_border (builder);
  gsk_path_get_bounds (shape->path, &shape->bounds);
}

static void
add_line (Builder        *builder,
          GskPathBuilder *path,
          Place           from,
          Place           to)
{
  gboolean drawing = FALSE;

  g_array_set_size (builder->points, 0);
  builder->start = 0;
  add_place (builder, from);
  add_edge (builder, from, to);

  for (guint i = 0; i < builder->points->len; i++)
    {
      const GridPoint *point = &g_array_index (builder->points, GridPoint, i);

      if (point->on_rim && builder->projection->kind == CHANCERY_MAP_PROJECTION_REGIONAL)
        drawing = FALSE;
      else if (!drawing)
        move_to (path, point);
      else
        line_to (path, point);
      drawing = !point->on_rim || builder->projection->kind == CHANCERY_MAP_PROJECTION_WORLD;
    }
}

static GskPath *
build_graticule (Builder *builder)
{
  GskPathBuilder *path = gsk_path_builder_new ();
  const double pixels_per_degree = builder->scale * RADIANS;
  const int step = pixels_per_degree * 10 > 120 ? 1000 : pixels_per_degree * 15 > 80 ? 1500 : 3000;
  const int first = (int) floor ((double) (builder->centre - HALF_TURN) / step) * step;

  for (int meridian = first; meridian <= first + 36000; meridian += step)
    if (ABS (meridian - builder->centre) < HALF_TURN)
      add_line (builder, path, (Place) { meridian - builder->centre, -9000 }, (Place) { meridian - builder->centre, 9000 });
  for (int parallel = -9000 + step; parallel < 9000; parallel += step)
    add_line (builder, path, (Place) { -HALF_TURN, parallel }, (Place) { HALF_TURN, parallel });

  return gsk_path_builder_free_to_path (path);
}

static GskPath *
build_rim (Builder *builder)
{
  const Place corners[] = { { -HALF_TURN, -9000 }, { HALF_TURN, -9000 }, { HALF_TURN, 9000 }, { -HALF_TURN, 9000 } };

  g_array_set_size (builder->points, 0);
  g_array_set_size (builder->ends, 0);
  builder->start = 0;
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    add_edge (builder, corners[(i + 3) % 4], corners[i]);
  g_array_append_val (builder->ends, ((RingEnd) { builder->points->len, FALSE }));

  return build_area (builder);
}

/**
 * chancery_map_scene_new:
 * @geometry: outlines
 * @projection: how they are laid flat
 * @scale: pixels to a radius of the Earth, the most that the scene is good for
 *
 * Projects, cuts and simplifies. Any thread may call it; it takes a few
 * milliseconds at 1:50 million.
 *
 * Returns: (transfer full): the scene
 */
ChanceryMapScene *
chancery_map_scene_new (ChanceryGeometry            *geometry,
                        const ChanceryMapProjection *projection,
                        double                       scale)
{
  ChanceryMapScene *self = g_new0 (ChanceryMapScene, 1);
  Builder builder = { 0 };
  const ChanceryOutline *outlines;

  g_atomic_ref_count_init (&self->ref_count);
  self->geometry = g_object_ref (geometry);
  self->projection = *projection;
  self->scale = scale;

  builder.projection = &self->projection;
  builder.scale = scale;
  builder.centre = (int) lrint (projection->longitude / CHANCERY_GEOMETRY_UNIT);
  builder.points = g_array_new (FALSE, FALSE, sizeof (GridPoint));
  builder.ends = g_array_new (FALSE, FALSE, sizeof (RingEnd));

  outlines = chancery_geometry_get_outlines (geometry, &self->n_shapes);
  self->shapes = g_new0 (ChanceryMapShape, self->n_shapes);
  for (gsize i = 0; i < self->n_shapes; i++)
    {
      self->shapes[i].outline = &outlines[i];
      build_shape (&builder, &self->shapes[i]);
    }
  self->graticule = build_graticule (&builder);
  if (projection->kind == CHANCERY_MAP_PROJECTION_WORLD)
    self->rim = build_rim (&builder);

  g_array_unref (builder.points);
  g_array_unref (builder.ends);

  return self;
}

ChanceryMapScene *
chancery_map_scene_ref (ChanceryMapScene *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
chancery_map_scene_unref (ChanceryMapScene *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (gsize i = 0; i < self->n_shapes; i++)
    {
      g_clear_pointer (&self->shapes[i].path, gsk_path_unref);
      g_clear_pointer (&self->shapes[i].border, gsk_path_unref);
    }
  g_free (self->shapes);
  g_clear_pointer (&self->graticule, gsk_path_unref);
  g_clear_pointer (&self->rim, gsk_path_unref);
  g_object_unref (self->geometry);
  g_free (self);
}

const ChanceryMapProjection *
chancery_map_scene_get_projection (ChanceryMapScene *self)
{
  return &self->projection;
}

double
chancery_map_scene_get_scale (ChanceryMapScene *self)
{
  return self->scale;
}

/**
 * chancery_map_scene_get_shapes:
 * @self: a scene
 * @n_shapes: (out): how many there are
 *
 * Returns: (array length=n_shapes) (transfer none): a shape an outline of the
 *   geometry, in its order
 */
const ChanceryMapShape *
chancery_map_scene_get_shapes (ChanceryMapScene *self,
                               gsize            *n_shapes)
{
  *n_shapes = self->n_shapes;
  return self->shapes;
}

/**
 * chancery_map_scene_get_graticule:
 * @self: a scene
 *
 * Returns: (transfer none): meridians and parallels, as lines
 */
GskPath *
chancery_map_scene_get_graticule (ChanceryMapScene *self)
{
  return self->graticule;
}

/**
 * chancery_map_scene_get_rim:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable): the area of the whole Earth; %NULL where
 *   the map has no edge that is ever seen
 */
GskPath *
chancery_map_scene_get_rim (ChanceryMapScene *self)
{
  return self->rim;
}

/**
 * chancery_map_scene_pick:
 * @self: a scene
 * @x: to the right, in the scene's pixels
 * @y: downwards, in the scene's pixels
 *
 * Returns: (transfer none) (nullable): the shape at @x, @y, or %NULL at sea
 */
const ChanceryMapShape *
chancery_map_scene_pick (ChanceryMapScene *self,
                         double            x,
                         double            y)
{
  const graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  for (gsize i = 0; i < self->n_shapes; i++)
    {
      const ChanceryMapShape *shape = &self->shapes[i];

      if (shape->path != NULL && graphene_rect_contains_point (&shape->bounds, &point) &&
          gsk_path_in_fill (shape->path, &point, GSK_FILL_RULE_EVEN_ODD))
        return shape;
    }

  return NULL;
}
