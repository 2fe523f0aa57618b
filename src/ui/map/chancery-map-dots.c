/* chancery-map-dots.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map-dots.h"

#include <math.h>
#include <string.h>

/* A dot that is closer to a more important one than this, in logical pixels, is left out. */
#define CROWDED 5.0
#define CROWDED_WITHOUT_STANDING 9.0

typedef struct
{
  ChanceryMapDot dot;
  guint rank; /* the higher, the more it matters */
} Candidate;

static guint
get_rank (const ChanceryMapLooks *looks,
          const char             *code)
{
  const guint index = chancery_map_looks_index (code);

  if (looks->selected[index])
    return 3;
  if (looks->status[index] == CHANCERY_MEMBERSHIP_STATUS_MEMBER)
    return 2;
  return looks->status[index] == CHANCERY_MEMBERSHIP_STATUS_NONE ? 0 : 1;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank > second->rank ? -1 : 1;
  return strcmp (first->dot.code, second->dot.code);
}

static gboolean
is_crowded (GArray               *dots,
            const ChanceryMapDot *dot,
            float                 distance)
{
  for (guint i = 0; i < dots->len; i++)
    {
      const ChanceryMapDot *other = &g_array_index (dots, ChanceryMapDot, i);

      if (hypotf (other->x - dot->x, other->y - dot->y) < distance)
        return TRUE;
    }

  return FALSE;
}

/**
 * chancery_map_dots_new:
 * @scene: where everything is
 * @looks: what the states look like
 * @scale: pixels to a radius of the Earth
 * @device_scale: pixels to a logical pixel
 *
 * Finds the states that are too small to be seen at @scale. Of dots that lie
 * on each other, those of states with a standing stay. Any thread may call it.
 *
 * Returns: (transfer full) (element-type ChanceryMapDot): dots in pixels, in
 *   the order in which they are drawn, the most important last
 */
GArray *
chancery_map_dots_new (ChanceryMapScene       *scene,
                       const ChanceryMapLooks *looks,
                       double                  scale,
                       double                  device_scale)
{
  const ChanceryMapProjection *projection = chancery_map_scene_get_projection (scene);
  const double factor = scale / chancery_map_scene_get_scale (scene);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GArray *dots = g_array_new (FALSE, FALSE, sizeof (ChanceryMapDot));
  const ChanceryMapShape *shapes;
  gsize n_shapes;

  shapes = chancery_map_scene_get_shapes (scene, &n_shapes);
  for (gsize i = 0, next; i < n_shapes; i = next)
    {
      const ChanceryOutline *outline = shapes[i].outline;
      float extent = 0;
      Candidate candidate;
      double x, y;

      /* The outlines of a state follow each other; the first is the main one. */
      for (next = i; next < n_shapes && strcmp (shapes[next].outline->code, outline->code) == 0; next++)
        extent = MAX (extent, shapes[next].extent);

      if (*outline->code == '\0' || (double) extent * factor >= CHANCERY_MAP_SMALL * device_scale ||
          !chancery_map_projection_project (projection, outline->label_longitude, outline->label_latitude, &x, &y))
        continue;

      memcpy (candidate.dot.code, outline->code, sizeof candidate.dot.code);
      candidate.dot.x = (float) (x * scale);
      candidate.dot.y = (float) (y * scale);
      candidate.rank = get_rank (looks, outline->code);
      g_array_append_val (candidates, candidate);
    }

  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      const double distance = candidate->rank == 0 ? CROWDED_WITHOUT_STANDING : CROWDED;

      if (candidate->rank >= 2 || !is_crowded (dots, &candidate->dot, (float) (distance * device_scale)))
        g_array_prepend_val (dots, candidate->dot);
    }

  return dots;
}
