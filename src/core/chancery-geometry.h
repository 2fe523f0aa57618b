/* chancery-geometry.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CHANCERY_GEOMETRY_UNIT:
 *
 * What longitudes and latitudes are counted in, in degrees.
 */
#define CHANCERY_GEOMETRY_UNIT 0.01

/**
 * ChanceryRing:
 * @points: longitude and latitude in %CHANCERY_GEOMETRY_UNIT, one after the
 *   other, 2 × @n_points. A ring is continuous: where it crosses the
 *   antimeridian, its longitudes go on beyond 180°, to 200° at most
 * @n_points: the ring's points, three or more; the last is not the first again
 *
 * A closed ring of an outline. Inner rings are told by the even-odd rule.
 */
typedef struct
{
  const gint16 *points;
  gsize n_points;
} ChanceryRing;

/**
 * ChanceryOutline:
 * @code: an ISO code; more than one outline may have it. Empty for an area
 *   that is disputed as a whole
 * @disputed: whether the area is claimed by another state as well
 * @remark: (nullable): who administers and who claims it, in English
 * @label_longitude: where a name or a dot goes, in degrees
 * @label_latitude: likewise
 * @rings: (array length=n_rings): none for a state that is too small for the
 *   scale
 *
 * A part of a state that is drawn alike. Borders follow the positions of the
 * United Nations; what is disputed is an outline of its own.
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

/* Outlines of the states at one scale, in the order of their codes. Immutable, so any thread may read it. */
G_DECLARE_FINAL_TYPE (ChanceryGeometry, chancery_geometry, CHANCERY, GEOMETRY, GObject)

ChanceryGeometry      *chancery_geometry_load         (ChanceryGeometryScale   scale,
                                                       GError                **error);
const ChanceryOutline *chancery_geometry_get_outlines (ChanceryGeometry       *self,
                                                       gsize                  *n_outlines);

G_END_DECLS
