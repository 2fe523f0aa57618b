/* chancery-map-picture.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map-picture.h"

#include <math.h>

#include "chancery-map-lines.h"

/* In logical pixels. */
#define PATTERN_PERIOD 6
#define WIDE_PERIOD 10
#define DISPUTED_PERIOD 5

typedef struct
{
  const ChanceryMapPicture *picture;
  ChanceryMapScene *scene;
  cairo_t *cr;
  ChanceryMapLines lines;
  graphene_rect_t area; /* in pixels of the picture */
  cairo_pattern_t *patterns[CHANCERY_N_MEMBERSHIP_STATUSES];
  cairo_pattern_t *disputed;
} Painting;

static void
draw_diagonals (cairo_t *cr,
                double   period,
                double   width,
                gboolean rising)
{
  cairo_set_line_width (cr, width);
  /* Three lines, so that corners are filled as well. */
  for (int i = -1; i <= 1; i++)
    {
      const double x = i * period;

      if (rising)
        {
          cairo_move_to (cr, x - period, 2 * period);
          cairo_line_to (cr, x + 2 * period, -period);
        }
      else
        {
          cairo_move_to (cr, x - period, -period);
          cairo_line_to (cr, x + 2 * period, 2 * period);
        }
    }
  cairo_stroke (cr);
}

/* A pattern is a small square that repeats. Its phase is the whole picture's, so that tiles fit. */
static cairo_pattern_t *
create_pattern (ChanceryMapPattern  kind,
                const GdkRGBA      *ink,
                double              device_scale,
                int                 x,
                int                 y)
{
  const double logical_period = kind == CHANCERY_MAP_PATTERN_WIDE       ? WIDE_PERIOD
                                : kind == CHANCERY_MAP_PATTERN_DISPUTED ? DISPUTED_PERIOD
                                                                        : PATTERN_PERIOD;
  const int period = (int) ceil (logical_period * device_scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, period, period);
  cairo_t *cr = cairo_create (surface);
  cairo_pattern_t *pattern;
  cairo_matrix_t matrix;

  gdk_cairo_set_source_rgba (cr, ink);
  switch (kind)
    {
    case CHANCERY_MAP_PATTERN_CROSSED:
      draw_diagonals (cr, period, 1.0 * device_scale, TRUE);
      draw_diagonals (cr, period, 1.0 * device_scale, FALSE);
      break;
    case CHANCERY_MAP_PATTERN_DIAGONAL:
      draw_diagonals (cr, period, 1.8 * device_scale, TRUE);
      break;
    case CHANCERY_MAP_PATTERN_DOTTED:
      cairo_arc (cr, period * 0.25, period * 0.25, 1.15 * device_scale, 0, 2 * G_PI);
      cairo_fill (cr);
      cairo_arc (cr, period * 0.75, period * 0.75, 1.15 * device_scale, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case CHANCERY_MAP_PATTERN_WIDE:
      draw_diagonals (cr, period, 1.4 * device_scale, TRUE);
      break;
    case CHANCERY_MAP_PATTERN_DISPUTED:
      draw_diagonals (cr, period, 0.8 * device_scale, FALSE);
      break;
    case CHANCERY_MAP_PATTERN_PLAIN:
    default:
      break;
    }
  cairo_destroy (cr);

  pattern = cairo_pattern_create_for_surface (surface);
  cairo_surface_destroy (surface);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_matrix_init_translate (&matrix, x % period, y % period);
  cairo_pattern_set_matrix (pattern, &matrix);

  return pattern;
}

/* Puts a path of the scene into the picture's pixels. */
static void
trace (Painting *painting,
       GskPath  *path)
{
  const double factor = painting->picture->scale / chancery_map_scene_get_scale (painting->scene);

  cairo_save (painting->cr);
  cairo_translate (painting->cr, (double) -painting->area.origin.x, (double) -painting->area.origin.y);
  cairo_scale (painting->cr, factor, factor);
  gsk_path_to_cairo (path, painting->cr);
  cairo_restore (painting->cr);
}

static void
add_lines (Painting *painting,
           GskPath  *path,
           double    width)
{
  chancery_map_lines_add (&painting->lines, path,
                          painting->picture->scale / chancery_map_scene_get_scale (painting->scene),
                          (double) painting->area.origin.x, (double) painting->area.origin.y,
                          width * painting->picture->device_scale);
}

static void
draw_lines (Painting      *painting,
            const GdkRGBA *colour)
{
  chancery_map_lines_draw (&painting->lines, cairo_get_target (painting->cr), colour);
}

static gboolean
is_in_area (Painting               *painting,
            const ChanceryMapShape *shape,
            double                  margin)
{
  const double factor = painting->picture->scale / chancery_map_scene_get_scale (painting->scene);
  graphene_rect_t bounds = shape->bounds;

  if (shape->path == NULL)
    return FALSE;

  graphene_rect_scale (&bounds, (float) factor, (float) factor, &bounds);
  graphene_rect_inset (&bounds, (float) -margin, (float) -margin);
  return graphene_rect_intersection (&bounds, &painting->area, NULL);
}

static gboolean
is_within (Painting *painting,
           GskPath  *path)
{
  const float factor = (float) (chancery_map_scene_get_scale (painting->scene) / painting->picture->scale);

  for (guint i = 0; i < 4; i++)
    {
      const graphene_point_t corner = {
        (painting->area.origin.x + (i % 2 == 0 ? 0 : painting->area.size.width)) * factor,
        (painting->area.origin.y + (i < 2 ? 0 : painting->area.size.height)) * factor,
      };

      if (!gsk_path_in_fill (path, &corner, GSK_FILL_RULE_WINDING))
        return FALSE;
    }

  return TRUE;
}

static void
paint_sea (Painting *painting)
{
  const ChanceryMapPalette *palette = &painting->picture->palette;
  GskPath *rim = chancery_map_scene_get_rim (painting->scene);

  /* The rim bulges outwards: what has all corners inside is inside. */
  if (rim != NULL && is_within (painting, rim))
    rim = NULL;

  gdk_cairo_set_source_rgba (painting->cr, rim != NULL ? &palette->outside : &palette->sea);
  cairo_paint (painting->cr);
  if (rim != NULL)
    {
      trace (painting, rim);
      gdk_cairo_set_source_rgba (painting->cr, &palette->sea);
      cairo_fill (painting->cr);
    }

  add_lines (painting, chancery_map_scene_get_graticule (painting->scene), 1);
  draw_lines (painting, &palette->graticule);
}

static cairo_pattern_t *
get_pattern (Painting                 *painting,
             ChanceryMembershipStatus  status)
{
  const ChanceryMapFill *fill = &painting->picture->palette.fills[status];

  if (fill->pattern == CHANCERY_MAP_PATTERN_PLAIN)
    return NULL;
  if (painting->patterns[status] == NULL)
    painting->patterns[status] = create_pattern (fill->pattern, &fill->ink, painting->picture->device_scale,
                                                 (int) painting->area.origin.x, (int) painting->area.origin.y);
  return painting->patterns[status];
}

static cairo_pattern_t *
get_disputed (Painting *painting)
{
  if (painting->disputed == NULL)
    painting->disputed = create_pattern (CHANCERY_MAP_PATTERN_DISPUTED, &painting->picture->palette.dispute,
                                         painting->picture->device_scale, (int) painting->area.origin.x,
                                         (int) painting->area.origin.y);
  return painting->disputed;
}

static ChanceryMembershipStatus
get_status (Painting   *painting,
            const char *code)
{
  if (*code == '\0')
    return CHANCERY_MEMBERSHIP_STATUS_NONE;
  return (ChanceryMembershipStatus) painting->picture->looks.status[chancery_map_looks_index (code)];
}

static gboolean
is_selected (Painting   *painting,
             const char *code)
{
  return *code != '\0' && painting->picture->looks.selected[chancery_map_looks_index (code)];
}

static void
paint_area (Painting               *painting,
            const ChanceryMapShape *shape)
{
  const ChanceryMapPalette *palette = &painting->picture->palette;
  const ChanceryMembershipStatus status = get_status (painting, shape->outline->code);
  cairo_pattern_t *pattern = get_pattern (painting, status);
  cairo_t *cr = painting->cr;

  trace (painting, shape->path);
  gdk_cairo_set_source_rgba (cr, &palette->fills[status].colour);
  cairo_fill_preserve (cr);
  if (pattern != NULL)
    {
      cairo_set_source (cr, pattern);
      cairo_fill_preserve (cr);
    }
  if (shape->outline->disputed)
    {
      cairo_set_source (cr, get_disputed (painting));
      cairo_fill_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
paint_disputed_border (Painting               *painting,
                       const ChanceryMapShape *shape)
{
  const double scale = painting->picture->device_scale;
  const double dashes[] = { 3 * scale, 2 * scale };
  cairo_t *cr = painting->cr;

  trace (painting, shape->border);
  gdk_cairo_set_source_rgba (cr, &painting->picture->palette.dispute);
  cairo_set_line_width (cr, scale);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_selection (Painting               *painting,
                 const ChanceryMapShape *shape)
{
  const ChanceryMapPalette *palette = &painting->picture->palette;
  cairo_t *cr = painting->cr;

  trace (painting, shape->border);
  gdk_cairo_set_source_rgba (cr, &palette->casing);
  cairo_set_line_width (cr, 4.5 * painting->picture->device_scale);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &palette->selection);
  cairo_set_line_width (cr, 2 * painting->picture->device_scale);
  cairo_stroke (cr);
}

static void
paint_dot (Painting             *painting,
           const ChanceryMapDot *dot)
{
  const ChanceryMapPalette *palette = &painting->picture->palette;
  const double scale = painting->picture->device_scale;
  const ChanceryMembershipStatus status = get_status (painting, dot->code);
  const gboolean selected = is_selected (painting, dot->code);
  const double x = (double) (dot->x - painting->area.origin.x), y = (double) (dot->y - painting->area.origin.y);
  const double radius = CHANCERY_MAP_DOT_RADIUS * scale;
  cairo_pattern_t *pattern = get_pattern (painting, status);
  cairo_t *cr = painting->cr;

  if (x < -3 * radius || y < -3 * radius || x > (double) painting->area.size.width + 3 * radius ||
      y > (double) painting->area.size.height + 3 * radius)
    return;

  if (selected)
    {
      cairo_arc (cr, x, y, radius + 3.5 * scale, 0, 2 * G_PI);
      gdk_cairo_set_source_rgba (cr, &palette->casing);
      cairo_fill (cr);
      cairo_arc (cr, x, y, radius + 2.25 * scale, 0, 2 * G_PI);
      gdk_cairo_set_source_rgba (cr, &palette->selection);
      cairo_fill (cr);
    }

  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &palette->fills[status].colour);
  cairo_fill_preserve (cr);
  if (pattern != NULL)
    {
      cairo_set_source (cr, pattern);
      cairo_fill_preserve (cr);
      gdk_cairo_set_source_rgba (cr, &palette->fills[status].ink);
    }
  else
    {
      gdk_cairo_set_source_rgba (cr, status == CHANCERY_MEMBERSHIP_STATUS_NONE ? &palette->border : &palette->casing);
    }
  cairo_set_line_width (cr, status == CHANCERY_MEMBERSHIP_STATUS_NONE ? palette->border_width * scale : scale);
  cairo_stroke (cr);
}

static GdkTexture *
finish (cairo_t *cr)
{
  cairo_surface_t *surface = cairo_surface_reference (cairo_get_target (cr));
  const int height = cairo_image_surface_get_height (surface);
  const int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                    G_BYTE_ORDER == G_LITTLE_ENDIAN ? GDK_MEMORY_B8G8R8X8 : GDK_MEMORY_X8R8G8B8, bytes,
                                    (gsize) stride);

  return texture;
}

/**
 * chancery_map_picture_paint:
 * @self: what the map looks like
 * @scene: where everything is
 * @dots: (element-type ChanceryMapDot): the small states
 * @x: the left edge of what to paint, in pixels of the picture, which has the
 *   projection's centre at 0
 * @y: the upper edge, likewise
 * @width: in pixels
 * @height: in pixels
 *
 * Any thread may call it.
 *
 * Returns: (transfer full): the pixels, opaque
 */
GdkTexture *
chancery_map_picture_paint (const ChanceryMapPicture *self,
                            ChanceryMapScene         *scene,
                            GArray                   *dots,
                            int                       x,
                            int                       y,
                            int                       width,
                            int                       height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  Painting painting = { .picture = self, .scene = scene, .cr = cr,
                        .area = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height) };
  gsize n_shapes;
  const ChanceryMapShape *shapes = chancery_map_scene_get_shapes (scene, &n_shapes);
  const double margin = 3 * self->device_scale;

  cairo_surface_destroy (surface);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  /* Borders are drawn over the edges of areas. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  chancery_map_lines_init (&painting.lines, width, height);

  paint_sea (&painting);
  for (gsize i = 0; i < n_shapes; i++)
    if (is_in_area (&painting, &shapes[i], margin))
      paint_area (&painting, &shapes[i]);
  for (gsize i = 0; i < n_shapes; i++)
    if (is_in_area (&painting, &shapes[i], margin))
      add_lines (&painting, shapes[i].border, self->palette.border_width);
  draw_lines (&painting, &self->palette.border);

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_GOOD);
  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].outline->disputed && is_in_area (&painting, &shapes[i], margin))
      paint_disputed_border (&painting, &shapes[i]);
  for (gsize i = 0; i < n_shapes; i++)
    if (is_selected (&painting, shapes[i].outline->code) && is_in_area (&painting, &shapes[i], margin))
      paint_selection (&painting, &shapes[i]);
  for (guint i = 0; i < dots->len; i++)
    paint_dot (&painting, &g_array_index (dots, ChanceryMapDot, i));

  for (guint i = 0; i < G_N_ELEMENTS (painting.patterns); i++)
    g_clear_pointer (&painting.patterns[i], cairo_pattern_destroy);
  g_clear_pointer (&painting.disputed, cairo_pattern_destroy);
  chancery_map_lines_clear (&painting.lines);

  return finish (cr);
}

/**
 * chancery_map_picture_paint_sample:
 * @palette: the colours
 * @fill: of an area
 * @disputed: whether it is one that is disputed
 * @device_scale: pixels to a logical pixel
 * @width: in pixels
 * @height: in pixels
 *
 * Returns: (transfer full): what an area looks like, for a legend
 */
GdkTexture *
chancery_map_picture_paint_sample (const ChanceryMapPalette *palette,
                                   const ChanceryMapFill    *fill,
                                   gboolean                  disputed,
                                   double                    device_scale,
                                   int                       width,
                                   int                       height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  gdk_cairo_set_source_rgba (cr, &fill->colour);
  cairo_paint (cr);
  if (fill->pattern != CHANCERY_MAP_PATTERN_PLAIN)
    {
      cairo_pattern_t *pattern = create_pattern (fill->pattern, &fill->ink, device_scale, 0, 0);

      cairo_set_source (cr, pattern);
      cairo_paint (cr);
      cairo_pattern_destroy (pattern);
    }
  if (disputed)
    {
      cairo_pattern_t *pattern = create_pattern (CHANCERY_MAP_PATTERN_DISPUTED, &palette->dispute, device_scale, 0, 0);

      cairo_set_source (cr, pattern);
      cairo_paint (cr);
      cairo_pattern_destroy (pattern);
    }

  return finish (cr);
}
