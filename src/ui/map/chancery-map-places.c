/* chancery-map-places.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map-places.h"

#include <math.h>
#include <string.h>

/* A ring is a main part of its state if it is at least this share of the largest. */
#define MAIN_SHARE 0.1

/* Enough corners of a ring to know how far it reaches. */
#define MAX_CORNERS 40

/* How much worse it is to be off the way than to be farther along it. */
#define OFF_THE_WAY 2.0

struct _ChanceryMapPlaces
{
  ChanceryGeometry *geometry;
  GArray *homes; /* (element-type ChanceryMapHome) */
};

static void
clear_home (gpointer data)
{
  ChanceryMapHome *home = data;

  g_clear_pointer (&home->places, g_array_unref);
}

/* The area of a ring as the sphere has it, in no particular unit. */
static double
measure_ring (const ChanceryRing *ring)
{
  double area = 0;

  for (gsize i = 0; i < ring->n_points; i++)
    {
      const gint16 *a = &ring->points[2 * i];
      const gint16 *b = &ring->points[2 * ((i + 1) % ring->n_points)];
      const double latitude = (a[1] + b[1]) / 2.0 * CHANCERY_GEOMETRY_UNIT * G_PI / 180;

      area += (b[0] - a[0]) * sin (latitude);
    }

  return fabs (area);
}

static void
add_main_parts (ChanceryMapHome       *home,
                const ChanceryOutline *outlines,
                gsize                  n_outlines)
{
  double largest = 0;

  for (gsize i = 0; i < n_outlines; i++)
    for (gsize j = 0; j < outlines[i].n_rings; j++)
      largest = MAX (largest, measure_ring (&outlines[i].rings[j]));

  for (gsize i = 0; i < n_outlines; i++)
    for (gsize j = 0; j < outlines[i].n_rings; j++)
      {
        const ChanceryRing *ring = &outlines[i].rings[j];

        if (measure_ring (ring) < MAIN_SHARE * largest)
          continue;
        for (gsize k = 0; k < ring->n_points; k += 1 + ring->n_points / MAX_CORNERS)
          {
            const ChanceryMapPlace place = { ring->points[2 * k] * CHANCERY_GEOMETRY_UNIT,
                                             ring->points[2 * k + 1] * CHANCERY_GEOMETRY_UNIT };

            g_array_append_val (home->places, place);
          }
      }

  if (home->places->len == 0)
    g_array_append_val (home->places, home->label);
}

/**
 * chancery_map_places_new:
 * @geometry: outlines
 *
 * Returns: (transfer full): where the states of @geometry are
 */
ChanceryMapPlaces *
chancery_map_places_new (ChanceryGeometry *geometry)
{
  ChanceryMapPlaces *self = g_new0 (ChanceryMapPlaces, 1);
  const ChanceryOutline *outlines;
  gsize n_outlines;

  self->geometry = g_object_ref (geometry);
  self->homes = g_array_new (FALSE, TRUE, sizeof (ChanceryMapHome));
  g_array_set_clear_func (self->homes, clear_home);

  outlines = chancery_geometry_get_outlines (geometry, &n_outlines);
  for (gsize i = 0, next; i < n_outlines; i = next)
    {
      ChanceryMapHome home = { 0 };

      for (next = i; next < n_outlines && strcmp (outlines[next].code, outlines[i].code) == 0; next++)
        ;
      if (*outlines[i].code == '\0')
        continue;

      memcpy (home.code, outlines[i].code, sizeof home.code);
      home.label = (ChanceryMapPlace) { outlines[i].label_longitude, outlines[i].label_latitude };
      home.places = g_array_new (FALSE, FALSE, sizeof (ChanceryMapPlace));
      home.remark = outlines[i].remark;
      add_main_parts (&home, &outlines[i], next - i);
      g_array_append_val (self->homes, home);
    }

  return self;
}

void
chancery_map_places_free (ChanceryMapPlaces *self)
{
  g_array_unref (self->homes);
  g_object_unref (self->geometry);
  g_free (self);
}

gsize
chancery_map_places_get_n (ChanceryMapPlaces *self)
{
  return self->homes->len;
}

const ChanceryMapHome *
chancery_map_places_get (ChanceryMapPlaces *self,
                         gsize              index)
{
  g_return_val_if_fail (index < self->homes->len, NULL);

  return &g_array_index (self->homes, ChanceryMapHome, index);
}

/**
 * chancery_map_places_lookup:
 * @self: places
 * @code: of a state
 *
 * Returns: (transfer none) (nullable): where it is
 */
const ChanceryMapHome *
chancery_map_places_lookup (ChanceryMapPlaces *self,
                            const char        *code)
{
  for (guint i = 0; i < self->homes->len; i++)
    {
      const ChanceryMapHome *home = &g_array_index (self->homes, ChanceryMapHome, i);

      if (strcmp (home->code, code) == 0)
        return home;
    }

  return NULL;
}

/**
 * chancery_map_places_move:
 * @self: places
 * @projection: how they are drawn
 * @code: the state to go from
 * @direction: which way
 *
 * Finds the nearest state in a quarter of the compass; at the edge of the map,
 * the nearest in that half.
 *
 * Returns: (transfer none) (nullable): the state to go to, or %NULL if there
 *   is none that way
 */
const ChanceryMapHome *
chancery_map_places_move (ChanceryMapPlaces           *self,
                          const ChanceryMapProjection *projection,
                          const char                  *code,
                          ChanceryMapDirection         direction)
{
  const ChanceryMapHome *from = chancery_map_places_lookup (self, code);
  const ChanceryMapHome *nearest = NULL, *nearest_beyond = NULL;
  double least = G_MAXDOUBLE, least_beyond = G_MAXDOUBLE;
  double from_x, from_y;

  if (from == NULL)
    return NULL;
  chancery_map_projection_project (projection, from->label.longitude, from->label.latitude, &from_x, &from_y);

  for (guint i = 0; i < self->homes->len; i++)
    {
      const ChanceryMapHome *to = &g_array_index (self->homes, ChanceryMapHome, i);
      double x, y, along, across, cost;

      if (to == from ||
          !chancery_map_projection_project (projection, to->label.longitude, to->label.latitude, &x, &y))
        continue;

      x -= from_x;
      y -= from_y;
      along = direction == CHANCERY_MAP_LEFT    ? -x
              : direction == CHANCERY_MAP_RIGHT ? x
              : direction == CHANCERY_MAP_UP    ? -y
                                                : y;
      across = fabs (direction == CHANCERY_MAP_LEFT || direction == CHANCERY_MAP_RIGHT ? y : x);
      if (along <= 0)
        continue;

      cost = along + OFF_THE_WAY * across;
      if (across <= along && cost < least)
        {
          least = cost;
          nearest = to;
        }
      if (cost < least_beyond)
        {
          least_beyond = cost;
          nearest_beyond = to;
        }
    }

  return nearest != NULL ? nearest : nearest_beyond;
}
