/* chancery-geometry-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "chancery-geometry.h"

G_BEGIN_DECLS

/* What a geometry file is compiled to: outlines of code, remark (empty for
 * none), label (longitude, latitude) and rings (longitude and latitude, one
 * after the other), all in hundredths of a degree. */
#define CHANCERY_GEOMETRY_TYPE_STRING "a(ssnnaan)"
#define CHANCERY_GEOMETRY_RINGS 4

GVariant         *chancery_geometry_read_json       (GFile         *file,
                                                     GCancellable  *cancellable,
                                                     GError       **error);
ChanceryGeometry *chancery_geometry_new_for_variant (GVariant      *variant,
                                                     GError       **error);

G_END_DECLS
