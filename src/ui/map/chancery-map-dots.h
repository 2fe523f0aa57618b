/* chancery-map-dots.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-map-looks.h"
#include "chancery-map-scene.h"

G_BEGIN_DECLS

/* In logical pixels: a state less than this across is a dot, and how large that is. */
#define CHANCERY_MAP_SMALL 6.0
#define CHANCERY_MAP_DOT_RADIUS 4.0

/**
 * ChanceryMapDot:
 * @code: of the state
 * @x: to the right, in the pixels that were asked for
 * @y: downwards, likewise
 *
 * Stands for a state that is too small to be seen.
 */
typedef struct
{
  char code[3];
  float x;
  float y;
} ChanceryMapDot;

GArray *chancery_map_dots_new (ChanceryMapScene       *scene,
                               const ChanceryMapLooks *looks,
                               double                  scale,
                               double                  device_scale);

G_END_DECLS
