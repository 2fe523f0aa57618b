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
  int top; /* the rows that have been drawn on */
  int bottom;
} ChanceryMapLines;

typedef struct
{
  ChanceryMapLines *lines;
  float half_width;
} ChanceryMapPen;

void chancery_map_lines_init  (ChanceryMapLines *self,
                               int               width,
                               int               height);
void chancery_map_pen_line    (const ChanceryMapPen *pen,
                               float             x0,
                               float             y0,
                               float             x1,
                               float             y1);
void chancery_map_lines_draw  (ChanceryMapLines *self,
                               cairo_surface_t  *surface,
                               const GdkRGBA    *colour);

G_END_DECLS
