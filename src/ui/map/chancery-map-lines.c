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
  gsize size;
  guint8 *coverage;
} Sheet;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->coverage);
  g_free (sheet);
}

/* A thread draws on the same sheet again and again: it is empty after use. */
static guint8 *
get_sheet (gsize size)
{
  static GPrivate private_sheet = G_PRIVATE_INIT (sheet_free);
  Sheet *sheet = g_private_get (&private_sheet);

  if (sheet == NULL)
    {
      sheet = g_new0 (Sheet, 1);
      g_private_set (&private_sheet, sheet);
    }
  if (sheet->size < size)
    {
      g_free (sheet->coverage);
      sheet->coverage = g_malloc0 (size);
      sheet->size = size;
    }

  return sheet->coverage;
}

/**
 * chancery_map_lines_init:
 * @self: (out caller-allocates): an empty sheet
 * @width: in pixels
 * @height: in pixels
 *
 * A thread has one sheet at a time; draw it before the next.
 */
void
chancery_map_lines_init (ChanceryMapLines *self,
                         int               width,
                         int               height)
{
  /* So that the last eight pixels can be read at once. */
  self->coverage = get_sheet ((gsize) width * (gsize) height + sizeof (guint64));
  self->width = width;
  self->height = height;
  self->top = height;
  self->bottom = 0;
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

/**
 * chancery_map_pen_line:
 * @pen: a pen of a half to three pixels
 * @x0: where the line begins, in pixels of the sheet
 * @y0: likewise
 * @x1: where it ends
 * @y1: likewise
 *
 * Draws what of a line is on the sheet.
 */
void
chancery_map_pen_line (const ChanceryMapPen *pen,
                       float                 x0,
                       float                 y0,
                       float                 x1,
                       float                 y1)
{
  ChanceryMapLines *self = pen->lines;
  const float margin = 2 * pen->half_width;
  const float top = MIN (y0, y1) - margin, bottom = MAX (y0, y1) + margin;

  if (MAX (x0, x1) < -margin || bottom < 0 || MIN (x0, x1) > (float) self->width + margin ||
      top > (float) self->height)
    return;

  self->top = MIN (self->top, MAX ((int) top, 0));
  self->bottom = MAX (self->bottom, MIN ((int) bottom + 1, self->height));

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

  for (int y = self->top; y < self->bottom; y++)
    {
      guint8 *coverage = &self->coverage[(gsize) y * (gsize) self->width];
      guint32 *pixels = (guint32 *) (gpointer) &data[(gsize) y * (gsize) stride];

      for (int x = 0; x < self->width; x++)
        {
          guint64 eight;

          if (coverage[x] == 0)
            {
              /* Most of a map is not border. */
              memcpy (&eight, &coverage[x], sizeof eight);
              if (eight == 0)
                x += 7;
              continue;
            }
          pixels[x] = blend (pixels[x], above, coverage[x]);
          coverage[x] = 0;
        }
    }

  self->top = self->height;
  self->bottom = 0;
  cairo_surface_mark_dirty (surface);
}
