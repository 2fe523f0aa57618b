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

/* In pixels. */
#define TRACE_MARGIN 16
#define MIN_PATTERN_SIZE 64

/* In bytes: what a large map takes; a small one never has so much to spare. */
#define MAX_SPARE (32u * 1024 * 1024)

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

static cairo_surface_t *
create_period (ChanceryMapPattern  kind,
               const GdkRGBA      *ink,
               double              device_scale)
{
  const double logical_period = kind == CHANCERY_MAP_PATTERN_WIDE       ? WIDE_PERIOD
                                : kind == CHANCERY_MAP_PATTERN_DISPUTED ? DISPUTED_PERIOD
                                                                        : PATTERN_PERIOD;
  const int period = (int) ceil (logical_period * device_scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, period, period);
  cairo_t *cr = cairo_create (surface);

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

  return surface;
}

/* A pattern is a small square that repeats. Its phase is the whole picture's, so that tiles fit. */
static cairo_pattern_t *
create_pattern (ChanceryMapPattern  kind,
                const GdkRGBA      *ink,
                double              device_scale,
                int                 x,
                int                 y)
{
  cairo_surface_t *small = create_period (kind, ink, device_scale);
  const int period = cairo_image_surface_get_width (small);
  const int size = (MIN_PATTERN_SIZE + period - 1) / period * period;
  /* Of several periods, which is quicker to repeat. */
  cairo_surface_t *large = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (large);
  cairo_pattern_t *pattern;
  cairo_matrix_t matrix;

  cairo_set_source_surface (cr, small, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_REPEAT);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (small);

  pattern = cairo_pattern_create_for_surface (large);
  cairo_surface_destroy (large);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_matrix_init_translate (&matrix, x % period, y % period);
  cairo_pattern_set_matrix (pattern, &matrix);

  return pattern;
}

enum
{
  SIDE_LEFT = 1,
  SIDE_RIGHT = 2,
  SIDE_ABOVE = 4,
  SIDE_BELOW = 8,
};

typedef struct
{
  cairo_t *cr; /* (nullable): for lines alone */
  const ChanceryMapPen *pen; /* (nullable): for an area alone */
  float scale;
  float x;
  float y;
  float right;
  float bottom;
  guint sides; /* on which all points since the last that was put lie */
  float skipped_x;
  float skipped_y;
  gboolean has_skipped;
  float last_x;
  float last_y;
} Tracer;

static guint
get_sides (const Tracer *tracer,
           float         x,
           float         y)
{
  return (x < 0 ? SIDE_LEFT : x > tracer->right ? SIDE_RIGHT : 0U) |
         (y < 0 ? SIDE_ABOVE : y > tracer->bottom ? SIDE_BELOW : 0U);
}

static void
put_skipped (Tracer *tracer)
{
  if (tracer->has_skipped)
    cairo_line_to (tracer->cr, (double) tracer->skipped_x, (double) tracer->skipped_y);
  tracer->has_skipped = FALSE;
}

/* What goes on on one side of the area makes no difference inside: of a run of
 * such points, the last is enough. A large state has few points in a tile. */
static void
trace_point (Tracer *tracer,
             float   x,
             float   y,
             guint   sides)
{
  if ((tracer->sides & sides) != 0)
    {
      tracer->sides &= sides;
      tracer->skipped_x = x;
      tracer->skipped_y = y;
      tracer->has_skipped = TRUE;
      return;
    }

  put_skipped (tracer);
  cairo_line_to (tracer->cr, (double) x, (double) y);
  tracer->sides = sides;
}

static gboolean
trace_cb (GskPathOperation        operation,
          const graphene_point_t *points,
          gsize                   n_points,
          float                   weight,
          gpointer                user_data)
{
  Tracer *tracer = user_data;
  const graphene_point_t *point = &points[n_points - 1];
  const float x = point->x * tracer->scale - tracer->x, y = point->y * tracer->scale - tracer->y;
  const guint sides = get_sides (tracer, x, y);

  if (operation == GSK_PATH_MOVE)
    {
      if (tracer->cr != NULL)
        {
          put_skipped (tracer);
          cairo_move_to (tracer->cr, (double) x, (double) y);
        }
      tracer->sides = sides;
    }
  else
    {
      if (tracer->pen != NULL && (get_sides (tracer, tracer->last_x, tracer->last_y) & sides) == 0)
        chancery_map_pen_line (tracer->pen, tracer->last_x - TRACE_MARGIN, tracer->last_y - TRACE_MARGIN,
                               x - TRACE_MARGIN, y - TRACE_MARGIN);
      if (tracer->cr != NULL && operation == GSK_PATH_CLOSE)
        {
          put_skipped (tracer);
          cairo_close_path (tracer->cr);
        }
      else if (tracer->cr != NULL)
        {
          trace_point (tracer, x, y, sides);
        }
    }
  tracer->last_x = x;
  tracer->last_y = y;

  return TRUE;
}

/* Puts a path of the scene into the picture's pixels, as far as it is seen in
 * the area: as a path of cairo's, as lines of a pen, or both. */
static void
trace_both (Painting             *painting,
            GskPath              *path,
            cairo_t              *cr,
            const ChanceryMapPen *pen)
{
  Tracer tracer = {
    .cr = cr,
    .pen = pen,
    .scale = (float) (painting->picture->scale / chancery_map_scene_get_scale (painting->scene)),
    /* With room for wide lines. */
    .x = painting->area.origin.x - TRACE_MARGIN,
    .y = painting->area.origin.y - TRACE_MARGIN,
    .right = painting->area.size.width + 2 * TRACE_MARGIN,
    .bottom = painting->area.size.height + 2 * TRACE_MARGIN,
  };

  if (cr != NULL)
    {
      cairo_save (cr);
      cairo_translate (cr, -TRACE_MARGIN, -TRACE_MARGIN);
    }
  gsk_path_foreach (path, 0, trace_cb, &tracer);
  if (cr != NULL)
    {
      put_skipped (&tracer);
      cairo_restore (cr);
    }
}

static void
trace (Painting *painting,
       GskPath  *path)
{
  trace_both (painting, path, painting->cr, NULL);
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
  const ChanceryMapPen pen = { &painting->lines, (float) painting->picture->device_scale / 2 };

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

  trace_both (painting, chancery_map_scene_get_graticule (painting->scene), NULL, &pen);
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

/* Fills an area, and draws its border on the sheet. */
static void
paint_area (Painting               *painting,
            const ChanceryMapShape *shape)
{
  const ChanceryMapPalette *palette = &painting->picture->palette;
  const ChanceryMembershipStatus status = get_status (painting, shape->outline->code);
  const ChanceryMapPen pen = { &painting->lines,
                               (float) (palette->border_width * painting->picture->device_scale / 2) };
  cairo_pattern_t *pattern = get_pattern (painting, status);
  cairo_t *cr = painting->cr;

  if (shape->border == shape->path)
    {
      trace_both (painting, shape->path, cr, &pen);
    }
  else
    {
      trace_both (painting, shape->path, cr, NULL);
      trace_both (painting, shape->border, NULL, &pen);
    }

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

/* Pixels of tiles that are gone, for new tiles: fresh memory costs more than to paint on it. */
G_LOCK_DEFINE_STATIC (spare);
static GSList *spare_pixels;
static gsize spare_size; /* of each */
static guint n_spare;

typedef struct
{
  gsize size;
  guint8 *data;
} Pixels;

static void
pixels_free (Pixels *pixels)
{
  g_free (pixels->data);
  g_free (pixels);
}

static Pixels *
pixels_new (gsize size)
{
  Pixels *pixels = NULL;

  G_LOCK (spare);
  if (size != spare_size)
    {
      g_slist_free_full (g_steal_pointer (&spare_pixels), (GDestroyNotify) pixels_free);
      spare_size = size;
      n_spare = 0;
    }
  if (spare_pixels != NULL)
    {
      pixels = spare_pixels->data;
      spare_pixels = g_slist_delete_link (spare_pixels, spare_pixels);
      n_spare--;
    }
  G_UNLOCK (spare);

  if (pixels == NULL)
    {
      pixels = g_new (Pixels, 1);
      pixels->size = size;
      pixels->data = g_malloc (size);
    }

  return pixels;
}

static void
pixels_done (gpointer data)
{
  Pixels *pixels = data;

  G_LOCK (spare);
  if (pixels->size == spare_size && (n_spare + 1) * spare_size <= MAX_SPARE)
    {
      spare_pixels = g_slist_prepend (spare_pixels, g_steal_pointer (&pixels));
      n_spare++;
    }
  G_UNLOCK (spare);

  if (pixels != NULL)
    pixels_free (pixels);
}

/* Makes a texture of what was painted, without a copy. */
static GdkTexture *
finish (cairo_t *cr,
        Pixels  *pixels)
{
  cairo_surface_t *surface = cairo_get_target (cr);
  const int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  const int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  cairo_destroy (cr);
  bytes = g_bytes_new_with_free_func (pixels->data, (gsize) stride * (gsize) height, pixels_done, pixels);

  return gdk_memory_texture_new (width, height,
                                 G_BYTE_ORDER == G_LITTLE_ENDIAN ? GDK_MEMORY_B8G8R8X8 : GDK_MEMORY_X8R8G8B8, bytes,
                                 (gsize) stride);
}

static cairo_t *
begin (int      width,
       int      height,
       Pixels **pixels)
{
  const int stride = cairo_format_stride_for_width (CAIRO_FORMAT_RGB24, width);
  cairo_surface_t *surface;
  cairo_t *cr;

  *pixels = pixels_new ((gsize) stride * (gsize) height);
  surface = cairo_image_surface_create_for_data ((*pixels)->data, CAIRO_FORMAT_RGB24, width, height, stride);
  cr = cairo_create (surface);
  cairo_surface_destroy (surface);

  return cr;
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
  Pixels *pixels;
  cairo_t *cr = begin (width, height, &pixels);
  Painting painting = { .picture = self, .scene = scene, .cr = cr,
                        .area = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height) };
  gsize n_shapes;
  const ChanceryMapShape *shapes = chancery_map_scene_get_shapes (scene, &n_shapes);
  const double margin = 3 * self->device_scale;
  g_autofree const ChanceryMapShape **visible = g_new (const ChanceryMapShape *, n_shapes);
  gsize n_visible = 0;

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  /* Borders are drawn over the edges of areas. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  chancery_map_lines_init (&painting.lines, width, height);

  for (gsize i = 0; i < n_shapes; i++)
    if (is_in_area (&painting, &shapes[i], margin))
      visible[n_visible++] = &shapes[i];

  paint_sea (&painting);
  for (gsize i = 0; i < n_visible; i++)
    paint_area (&painting, visible[i]);
  draw_lines (&painting, &self->palette.border);

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_GOOD);
  for (gsize i = 0; i < n_visible; i++)
    if (visible[i]->outline->disputed)
      paint_disputed_border (&painting, visible[i]);
  for (gsize i = 0; i < n_visible; i++)
    if (is_selected (&painting, visible[i]->outline->code))
      paint_selection (&painting, visible[i]);
  for (guint i = 0; i < dots->len; i++)
    paint_dot (&painting, &g_array_index (dots, ChanceryMapDot, i));

  for (guint i = 0; i < G_N_ELEMENTS (painting.patterns); i++)
    g_clear_pointer (&painting.patterns[i], cairo_pattern_destroy);
  g_clear_pointer (&painting.disputed, cairo_pattern_destroy);

  return finish (cr, pixels);
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
  Pixels *pixels;
  cairo_t *cr = begin (width, height, &pixels);

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

  return finish (cr, pixels);
}
