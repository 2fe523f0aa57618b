/* chancery-map-palette.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-enums.h"

G_BEGIN_DECLS

#define CHANCERY_N_MEMBERSHIP_STATUSES (CHANCERY_MEMBERSHIP_STATUS_INVITED + 1)

/**
 * ChanceryMapPattern:
 *
 * How an area is drawn on, so that colour is never the only sign.
 */
typedef enum
{
  CHANCERY_MAP_PATTERN_PLAIN,
  CHANCERY_MAP_PATTERN_CROSSED,
  CHANCERY_MAP_PATTERN_DIAGONAL,
  CHANCERY_MAP_PATTERN_DOTTED,
  CHANCERY_MAP_PATTERN_WIDE,
  CHANCERY_MAP_PATTERN_DISPUTED,
} ChanceryMapPattern;

typedef struct
{
  GdkRGBA colour;
  GdkRGBA ink;
  ChanceryMapPattern pattern;
} ChanceryMapFill;

/**
 * ChanceryMapPalette:
 * @outside: beyond the rim of the world
 * @sea: water
 * @graticule: meridians and parallels
 * @border: coasts and borders
 * @dispute: the ink of disputed areas, and of their borders
 * @selection: around what is selected
 * @casing: on both sides of @selection and around dots
 * @hover: around what is pointed at
 * @border_width: in logical pixels
 * @fills: of land, by status
 *
 * All colours of the map. Passed by value or pointer, never changed.
 */
typedef struct
{
  GdkRGBA outside;
  GdkRGBA sea;
  GdkRGBA graticule;
  GdkRGBA border;
  GdkRGBA dispute;
  GdkRGBA selection;
  GdkRGBA casing;
  GdkRGBA hover;
  double border_width;
  ChanceryMapFill fills[CHANCERY_N_MEMBERSHIP_STATUSES];
} ChanceryMapPalette;

void     chancery_map_palette_init  (ChanceryMapPalette       *self,
                                     const GdkRGBA            *accent,
                                     gboolean                  dark,
                                     gboolean                  high_contrast);
gboolean chancery_map_palette_equal (const ChanceryMapPalette *a,
                                     const ChanceryMapPalette *b);

G_END_DECLS
