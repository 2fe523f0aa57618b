/* chancery-geometry.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ChanceryRing:
 * @points: longitude and latitude in degrees, one after the other, 2 × @n_points
 * @n_points: the ring's points; the last is not the first again
 *
 * A closed ring of an outline. Inner rings are told by the even-odd rule.
 */
typedef struct
{
  const float *points;
  gsize n_points;
} ChanceryRing;

/**
 * ChanceryOutline:
 * @code: an ISO code; more than one outline may have it. Empty for an area
 *   that is nobody's, or disputed as a whole
 * @disputed: whether the area is claimed by another state as well
 * @remark: (nullable): who claims it, for people to read
 */
typedef struct
{
  char code[3];
  gboolean disputed;
  const char *remark;
  double label_longitude;
  double label_latitude;
  const ChanceryRing *rings;
  gsize n_rings;
} ChanceryOutline;

typedef enum
{
  CHANCERY_GEOMETRY_110M,
  CHANCERY_GEOMETRY_50M,
} ChanceryGeometryScale;

#define CHANCERY_TYPE_GEOMETRY (chancery_geometry_get_type ())

/* Outlines of the states at one scale. Immutable, so any thread may read it. */
G_DECLARE_FINAL_TYPE (ChanceryGeometry, chancery_geometry, CHANCERY, GEOMETRY, GObject)

ChanceryGeometry      *chancery_geometry_load         (ChanceryGeometryScale   scale,
                                                       GError                **error);
const ChanceryOutline *chancery_geometry_get_outlines (ChanceryGeometry       *self,
                                                       gsize                  *n_outlines);

G_END_DECLS
