/* chancery-map-lines.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map-lines.h"

#include <math.h>
#include <string.h>

typedef struct
{
  ChanceryMapLines *lines;
  float scale;
  float x;
  float y;
  float half_width;
} Pen;

/**
 * chancery_map_lines_init:
 * @self: (out caller-allocates): an empty sheet
 * @width: in pixels
 * @height: in pixels
 */
void
chancery_map_lines_init (ChanceryMapLines *self,
                         int               width,
                         int               height)
{
  self->coverage = g_malloc0 ((gsize) width * (gsize) height);
  self->width = width;
  self->height = height;
}

void
chancery_map_lines_clear (ChanceryMapLines *self)
{
  g_clear_pointer (&self->coverage, g_free);
}

/* Covers the pixels of one column (or row) between two places of it. */
static inline void
cover (guint8 *pixels,
       int     stride,
       int     n_pixels,
       float   from,
       float   to)
{
  const int first = MAX ((int) floorf (from), 0), last = MIN ((int) floorf (to), n_pixels - 1);

  for (int i = first; i <= last; i++)
    {
      const float share = MIN (to, (float) (i + 1)) - MAX (from, (float) i);
      const guint8 value = (guint8) (share * 255.0f);
      guint8 *pixel = &pixels[i * stride];

      if (*pixel < value)
        *pixel = value;
    }
}

/* Draws along the axis on which the line is longer: @a is on it, @b across. */
static void
draw_along (guint8 *pixels,
            int     stride_a,
            int     n_a,
            int     stride_b,
            int     n_b,
            float   a0,
            float   b0,
            float   a1,
            float   b1,
            float   half_width)
{
  const float slope = a1 > a0 ? (b1 - b0) / (a1 - a0) : 0;
  const float half = half_width * sqrtf (1 + slope * slope);
  const int first = MAX ((int) floorf (a0), 0), last = MIN ((int) floorf (a1), n_a - 1);

  for (int i = first; i <= last; i++)
    {
      const float a = CLAMP ((float) i + 0.5f, a0, a1);
      const float b = b0 + slope * (a - a0);

      cover (&pixels[i * stride_a], stride_b, n_b, b - half, b + half);
    }
}

static void
draw_segment (const Pen        *pen,
              graphene_point_t  from,
              graphene_point_t  to)
{
  ChanceryMapLines *self = pen->lines;
  const float x0 = from.x * pen->scale - pen->x, y0 = from.y * pen->scale - pen->y;
  const float x1 = to.x * pen->scale - pen->x, y1 = to.y * pen->scale - pen->y;
  const float margin = 2 * pen->half_width;

  if (MAX (x0, x1) < -margin || MAX (y0, y1) < -margin || MIN (x0, x1) > (float) self->width + margin ||
      MIN (y0, y1) > (float) self->height + margin)
    return;

  if (fabsf (x1 - x0) >= fabsf (y1 - y0))
    {
      if (x0 <= x1)
        draw_along (self->coverage, 1, self->width, self->width, self->height, x0, y0, x1, y1, pen->half_width);
      else
        draw_along (self->coverage, 1, self->width, self->width, self->height, x1, y1, x0, y0, pen->half_width);
    }
  else
    {
      if (y0 <= y1)
        draw_along (self->coverage, self->width, self->height, 1, self->width, y0, x0, y1, x1, pen->half_width);
      else
        draw_along (self->coverage, self->width, self->height, 1, self->width, y1, x1, y0, x0, pen->half_width);
    }
}

static gboolean
draw_operation_cb (GskPathOperation        operation,
                   const graphene_point_t *points,
                   gsize                   n_points,
                   float                   weight,
                   gpointer                user_data)
{
  if (operation == GSK_PATH_LINE || operation == GSK_PATH_CLOSE)
    draw_segment (user_data, points[0], points[1]);

  return G_SOURCE_CONTINUE;
}

/**
 * chancery_map_lines_add:
 * @self: a sheet
 * @path: of straight lines
 * @scale: pixels to a unit of @path
 * @x: the left edge of the sheet, in pixels from the origin of @path
 * @y: the upper edge, likewise
 * @line_width: in pixels, from a half to three
 *
 * Draws lines.
 */
void
chancery_map_lines_add (ChanceryMapLines *self,
                        GskPath          *path,
                        double            scale,
                        double            x,
                        double            y,
                        double            line_width)
{
  Pen pen = { self, (float) scale, (float) x, (float) y, (float) line_width / 2 };

  gsk_path_foreach (path, 0, draw_operation_cb, &pen);
}

static inline guint32
blend (guint32 below,
       guint32 above,
       guint32 coverage)
{
  /* Two channels at a time. */
  const guint32 rb = (below & 0xff00ff) * (255 - coverage) + (above & 0xff00ff) * coverage;
  const guint32 g = (below & 0x00ff00) * (255 - coverage) + (above & 0x00ff00) * coverage;

  return ((rb >> 8) & 0xff00ff) | ((g >> 8) & 0x00ff00);
}

/**
 * chancery_map_lines_draw:
 * @self: a sheet
 * @surface: of format RGB24, as large as the sheet
 * @colour: opaque
 *
 * Puts the lines onto @surface and empties the sheet.
 */
void
chancery_map_lines_draw (ChanceryMapLines *self,
                         cairo_surface_t  *surface,
                         const GdkRGBA    *colour)
{
  const guint32 above = (guint32) lrintf (colour->red * 255) << 16 | (guint32) lrintf (colour->green * 255) << 8 |
                        (guint32) lrintf (colour->blue * 255);
  guint8 *data;
  int stride;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < self->height; y++)
    {
      guint8 *coverage = &self->coverage[(gsize) y * (gsize) self->width];
      guint32 *pixels = (guint32 *) (gpointer) &data[(gsize) y * (gsize) stride];

      for (int x = 0; x < self->width; x++)
        {
          if (coverage[x] == 0)
            continue;
          pixels[x] = blend (pixels[x], above, coverage[x]);
          coverage[x] = 0;
        }
    }

  cairo_surface_mark_dirty (surface);
}
