/* chancery-map-places.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-geometry.h"
#include "chancery-map-view.h"

G_BEGIN_DECLS

/**
 * ChanceryMapDirection:
 *
 * Which way the focus goes, on the map as it is drawn.
 */
typedef enum
{
  CHANCERY_MAP_LEFT,
  CHANCERY_MAP_UP,
  CHANCERY_MAP_RIGHT,
  CHANCERY_MAP_DOWN,
} ChanceryMapDirection;

/**
 * ChanceryMapHome:
 * @code: of the state
 * @label: where its name or dot goes
 * @places: (element-type ChanceryMapPlace): corners of its main parts, without
 *   far islands
 * @remark: (nullable): who administers and who claims it, in English, if it is
 *   disputed as a whole
 *
 * Where a state is.
 */
typedef struct
{
  char code[3];
  ChanceryMapPlace label;
  GArray *places;
  const char *remark;
} ChanceryMapHome;

/* Where all states are, in the order of their codes. */
typedef struct _ChanceryMapPlaces ChanceryMapPlaces;

ChanceryMapPlaces     *chancery_map_places_new     (ChanceryGeometry            *geometry);
void                   chancery_map_places_free    (ChanceryMapPlaces           *self);
gsize                  chancery_map_places_get_n   (ChanceryMapPlaces           *self);
const ChanceryMapHome *chancery_map_places_get     (ChanceryMapPlaces           *self,
                                                    gsize                        index);
const ChanceryMapHome *chancery_map_places_lookup  (ChanceryMapPlaces           *self,
                                                    const char                  *code);
const ChanceryMapHome *chancery_map_places_move    (ChanceryMapPlaces           *self,
                                                    const ChanceryMapProjection *projection,
                                                    const char                  *code,
                                                    ChanceryMapDirection         direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryMapPlaces, chancery_map_places_free)

G_END_DECLS
