/* chancery-map-lines.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Thin lines in great number. Of all that a map is drawn of, its borders take
 * the longest by far when they are stroked as shapes; here a line of one or
 * two pixels is drawn column by column. Where lines meet or lie on each other,
 * the stronger coverage counts, so that a border of two states, which both
 * draw, looks like any other line. For any thread. */
typedef struct
{
  guint8 *coverage;
  int width;
  int height;
} ChanceryMapLines;

void chancery_map_lines_init  (ChanceryMapLines *self,
                               int               width,
                               int               height);
void chancery_map_lines_clear (ChanceryMapLines *self);
void chancery_map_lines_add   (ChanceryMapLines *self,
                               GskPath          *path,
                               double            scale,
                               double            x,
                               double            y,
                               double            line_width);
void chancery_map_lines_draw  (ChanceryMapLines *self,
                               cairo_surface_t  *surface,
                               const GdkRGBA    *colour);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChanceryMapLines, chancery_map_lines_clear)

G_END_DECLS
