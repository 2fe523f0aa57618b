/* chancery-map-picture.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-map-dots.h"
#include "chancery-map-looks.h"
#include "chancery-map-palette.h"
#include "chancery-map-scene.h"

G_BEGIN_DECLS

/**
 * ChanceryMapPicture:
 * @scale: pixels of the picture to a radius of the Earth
 * @device_scale: pixels of the picture to a logical pixel
 * @palette: the colours
 * @looks: what the states look like
 *
 * What a scene is to look like, at one scale.
 */
typedef struct
{
  double scale;
  double device_scale;
  ChanceryMapPalette palette;
  ChanceryMapLooks looks;
} ChanceryMapPicture;

GdkTexture *chancery_map_picture_paint        (const ChanceryMapPicture *self,
                                               ChanceryMapScene         *scene,
                                               GArray                   *dots,
                                               int                       x,
                                               int                       y,
                                               int                       width,
                                               int                       height);
GdkTexture *chancery_map_picture_paint_sample (const ChanceryMapPalette *palette,
                                               const ChanceryMapFill    *fill,
                                               gboolean                  disputed,
                                               double                    device_scale,
                                               int                       width,
                                               int                       height);

G_END_DECLS
