/* chancery-map-stage.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map-canvas-private.h"

#include <math.h>
#include <string.h>

/* The layers of the map: what is shown, what fades out below it, and what is being painted. */

/* 1:50 million from this many pixels of the screen to a degree on. */
#define FINE_PIXELS_PER_DEGREE 3.2

/* A gesture may blow the picture up by this before it is painted anew. */
#define MAX_STRETCH 1.6

#define FADE_MS 150

static double
get_device_scale (ChanceryMapCanvas *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_surface_get_scale (surface) : gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static void
close_layer (ChanceryMapLayer **layer)
{
  g_clear_pointer (layer, chancery_map_layer_close);
}

/* The middle of the view in the pixels of a layer. Another projection is met in the middle alone. */
static void
get_layer_middle (ChanceryMapLayer      *layer,
                  const ChanceryMapView *view,
                  double                *x,
                  double                *y)
{
  const ChanceryMapView there = chancery_map_view_reproject (view, chancery_map_layer_get_projection (layer));
  const double scale = chancery_map_layer_get_picture (layer)->scale;

  *x = there.x * scale;
  *y = there.y * scale;
}

/* The tiles that a view needs, with so many more around them. */
static cairo_rectangle_int_t
get_tiles (ChanceryMapCanvas     *self,
           ChanceryMapLayer      *layer,
           const ChanceryMapView *view,
           int                    margin)
{
  const ChanceryMapPicture *picture = chancery_map_layer_get_picture (layer);
  const double factor = picture->scale / (view->scale * picture->device_scale);
  const double width = chancery_map_canvas_get_width (self) * picture->device_scale * factor;
  const double height = chancery_map_canvas_get_height (self) * picture->device_scale * factor;
  const int size = chancery_map_layer_get_tile_size (layer);
  cairo_rectangle_int_t tiles;
  double x, y;

  get_layer_middle (layer, view, &x, &y);
  /* Half a pixel more, for rounding. */
  tiles.x = (int) floor ((x - width / 2 - 0.5) / size) - margin;
  tiles.y = (int) floor ((y - height / 2 - 0.5) / size) - margin;
  tiles.width = (int) floor ((x + width / 2 + 0.5) / size) + margin - tiles.x + 1;
  tiles.height = (int) floor ((y + height / 2 + 0.5) / size) + margin - tiles.y + 1;

  return tiles;
}

static ChanceryGeometryScale
get_detail (ChanceryMapCanvas *self,
            double             pixels_per_radius)
{
  /* The first picture is to be there at once. */
  if (self->current == NULL)
    return CHANCERY_GEOMETRY_110M;
  return pixels_per_radius * G_PI / 180 >= FINE_PIXELS_PER_DEGREE ? CHANCERY_GEOMETRY_50M : CHANCERY_GEOMETRY_110M;
}

/* Small tiles waste less of a small map; large ones are quicker to paint. With
 * the overlap, each is a power of two. */
static int
get_tile_size (ChanceryMapCanvas *self,
               double             device_scale)
{
  const double n_pixels = chancery_map_canvas_get_width (self) * chancery_map_canvas_get_height (self) * device_scale * device_scale;

  const int size = n_pixels < 200e3 ? 256 : 512;

  return size - CHANCERY_MAP_TILE_OVERLAP;
}

static gboolean
is_same_geometry (ChanceryMapLayer            *layer,
                  const ChanceryMapPicture    *picture,
                  const ChanceryMapProjection *projection)
{
  const ChanceryMapPicture *painted = chancery_map_layer_get_picture (layer);

  return fabs (painted->scale / picture->scale - 1) < 1e-9 &&
         fabs (painted->device_scale - picture->device_scale) < 1e-9 &&
         chancery_map_projection_equal (chancery_map_layer_get_projection (layer), projection);
}

static gboolean
is_wanted (ChanceryMapLayer            *layer,
           const ChanceryMapPicture    *picture,
           const ChanceryMapProjection *projection,
           ChanceryGeometryScale        detail)
{
  const ChanceryMapPicture *painted = chancery_map_layer_get_picture (layer);

  return is_same_geometry (layer, picture, projection) &&
         chancery_map_layer_get_detail (layer) == detail &&
         chancery_map_palette_equal (&painted->palette, &picture->palette) &&
         memcmp (&painted->looks, &picture->looks, sizeof picture->looks) == 0;
}

static gboolean
upgrade_cb (gpointer user_data)
{
  ChanceryMapCanvas *self = user_data;

  self->upgrade_id = 0;
  chancery_map_canvas_update_layers (self);

  return G_SOURCE_REMOVE;
}

/* Shows what has been painted, if it is enough for what is seen. */
static void
promote (ChanceryMapCanvas *self)
{
  const ChanceryMapView *view = chancery_map_canvas_get_target (self);
  const gboolean was_ready = self->current != NULL;
  cairo_rectangle_int_t tiles;

  if (self->incoming == NULL)
    return;
  tiles = get_tiles (self, self->incoming, view, 0);
  if (!chancery_map_layer_has (self->incoming, &tiles))
    return;

  if (self->current != NULL && !is_same_geometry (self->current, chancery_map_layer_get_picture (self->incoming),
                                                  chancery_map_layer_get_projection (self->incoming)))
    {
      close_layer (&self->previous);
      self->previous = g_steal_pointer (&self->current);
      self->fade_progress = 0;
      adw_animation_reset (self->fade);
      adw_animation_play (self->fade);
    }
  close_layer (&self->current);
  self->current = g_steal_pointer (&self->incoming);

  if (!was_ready)
    {
      g_object_notify (G_OBJECT (self), "ready");
      if (self->upgrade_id == 0)
        self->upgrade_id = g_idle_add_full (G_PRIORITY_LOW, upgrade_cb, self, NULL);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
collect (ChanceryMapCanvas *self)
{
  if (chancery_map_painter_collect (self->painter))
    promote (self);
}

static void
tiles_ready_cb (gpointer user_data)
{
  ChanceryMapCanvas *self = user_data;

  collect (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Sees to it that what is seen, or will be, is painted. */
void
chancery_map_canvas_update_layers (ChanceryMapCanvas *self)
{
  const ChanceryMapView *view = chancery_map_canvas_get_target (self);
  ChanceryMapPicture picture = { 0 };
  ChanceryGeometryScale detail;
  cairo_rectangle_int_t tiles;

  if (!self->has_view || chancery_map_canvas_get_width (self) < 1 || chancery_map_canvas_get_height (self) < 1)
    return;

  picture.device_scale = get_device_scale (self);
  picture.scale = view->scale * picture.device_scale;
  picture.palette = self->palette;
  picture.looks = self->looks;
  detail = get_detail (self, picture.scale);

  /* Fingers or wheel at work: the picture is stretched, as long as it bears it. */
  if (self->in_gesture && self->current != NULL &&
      chancery_map_projection_equal (chancery_map_layer_get_projection (self->current), &view->projection))
    {
      const double stretch = picture.scale / chancery_map_layer_get_picture (self->current)->scale;

      tiles = get_tiles (self, self->current, view, 0);
      if (self->incoming != NULL ||
          (stretch < MAX_STRETCH && stretch > 1 && chancery_map_layer_has (self->current, &tiles)))
        return;
    }

  if (self->current != NULL && is_wanted (self->current, &picture, &view->projection, detail))
    {
      close_layer (&self->incoming);
      tiles = get_tiles (self, self->current, view, self->in_gesture ? 1 : 0);
      chancery_map_layer_request (self->current, &tiles);
      return;
    }

  if (self->incoming == NULL || !is_wanted (self->incoming, &picture, &view->projection, detail))
    {
      close_layer (&self->incoming);
      self->incoming = chancery_map_layer_new (self->painter, &picture, &view->projection, detail,
                                               get_tile_size (self, picture.device_scale), self->current);
    }
  tiles = get_tiles (self, self->incoming, view, 0);
  if (chancery_map_layer_request (self->incoming, &tiles))
    promote (self);
}

static void
snapshot_layer (ChanceryMapCanvas *self,
                GtkSnapshot       *snapshot,
                ChanceryMapLayer  *layer,
                double             opacity)
{
  const ChanceryMapPicture *picture = chancery_map_layer_get_picture (layer);
  const double device_scale = picture->device_scale;
  const double factor = self->view.scale * device_scale / picture->scale;
  const gboolean is_exact = fabs (factor - 1) < 1e-9;
  const int size = chancery_map_layer_get_tile_size (layer);
  const cairo_rectangle_int_t tiles = get_tiles (self, layer, &self->view, 0);
  double x, y;

  get_layer_middle (layer, &self->view, &x, &y);
  /* Of the left and upper edge of tile 0, in pixels of the screen. */
  x = chancery_map_canvas_get_width (self) * device_scale / 2 - x * factor;
  y = chancery_map_canvas_get_height (self) * device_scale / 2 - y * factor;
  if (is_exact)
    {
      x = round (x);
      y = round (y);
    }

  if (opacity < 1)
    gtk_snapshot_push_opacity (snapshot, opacity);
  for (int row = tiles.y; row < tiles.y + tiles.height; row++)
    for (int column = tiles.x; column < tiles.x + tiles.width; column++)
      {
        GdkTexture *texture = chancery_map_layer_get_tile (layer, column, row);
        const int right_edge = (column + 1) * size + CHANCERY_MAP_TILE_OVERLAP;
        const int lower_edge = (row + 1) * size + CHANCERY_MAP_TILE_OVERLAP;
        /* Edges on whole pixels. */
        const double left = round (x + column * size * factor), right = round (x + right_edge * factor);
        const double top = round (y + row * size * factor), bottom = round (y + lower_edge * factor);

        if (texture == NULL)
          continue;
        gtk_snapshot_append_scaled_texture (snapshot, texture,
                                            is_exact ? GSK_SCALING_FILTER_NEAREST : GSK_SCALING_FILTER_LINEAR,
                                            &GRAPHENE_RECT_INIT ((float) (left / device_scale),
                                                                 (float) (top / device_scale),
                                                                 (float) ((right - left) / device_scale),
                                                                 (float) ((bottom - top) / device_scale)));
      }
  if (opacity < 1)
    gtk_snapshot_pop (snapshot);
}

/* A line around a state, of a colour and a width, on another that sets it off. */
static void
snapshot_outline (ChanceryMapCanvas *self,
                  GtkSnapshot       *snapshot,
                  guint              position,
                  double             width,
                  double             casing_width,
                  gboolean           dashed)
{
  const char *code = chancery_state_item_get_iso (chancery_map_canvas_get_entry (self, position)->item);
  ChanceryMapScene *scene = chancery_map_layer_get_scene (self->current);
  const float factor = (float) (self->view.scale / chancery_map_scene_get_scale (scene));
  GArray *dots = chancery_map_layer_get_dots (self->current);
  g_autoptr (GskPath) circle = NULL;
  const ChanceryMapShape *shapes;
  gsize n_shapes;

  for (guint i = 0; i < dots->len && circle == NULL; i++)
    {
      const ChanceryMapDot *dot = &g_array_index (dots, ChanceryMapDot, i);
      double x, y;

      if (strcmp (dot->code, code) == 0)
        {
          GskPathBuilder *builder = gsk_path_builder_new ();

          chancery_map_canvas_get_dot_point (self, dot, &x, &y);
          gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT ((float) x, (float) y),
                                       (float) CHANCERY_MAP_DOT_RADIUS + 2);
          circle = gsk_path_builder_free_to_path (builder);
        }
    }

  for (guint pass = casing_width > 0 ? 0 : 1; pass < 2; pass++)
    {
      const double line_width = pass == 0 ? casing_width : width;
      const GdkRGBA *colour = pass == 0 ? &self->palette.casing : &self->palette.hover;
      g_autoptr (GskStroke) stroke = gsk_stroke_new ((float) line_width / (circle != NULL ? 1 : factor));

      if (dashed && pass == 1)
        {
          const float unit = 1 / (circle != NULL ? 1 : factor);
          const float dashes[] = { 5 * unit, 3 * unit };

          gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
        }
      gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_BEVEL);

      if (circle != NULL)
        {
          gtk_snapshot_append_stroke (snapshot, circle, stroke, colour);
          continue;
        }

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT ((float) (chancery_map_canvas_get_width (self) / 2 - self->view.x * self->view.scale),
                                                    (float) (chancery_map_canvas_get_height (self) / 2 - self->view.y * self->view.scale)));
      gtk_snapshot_scale (snapshot, factor, factor);
      shapes = chancery_map_scene_get_shapes (scene, &n_shapes);
      for (gsize i = 0; i < n_shapes; i++)
        if (shapes[i].path != NULL && strcmp (shapes[i].outline->code, code) == 0)
          gtk_snapshot_append_stroke (snapshot, shapes[i].border, stroke, colour);
      gtk_snapshot_restore (snapshot);
    }
}

void
chancery_map_canvas_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  ChanceryMapCanvas *self = CHANCERY_MAP_CANVAS (widget);

  /* What was painted since the last frame shows in this one. */
  collect (self);

  gtk_snapshot_append_color (snapshot, &self->palette.sea,
                             &GRAPHENE_RECT_INIT (0, 0, (float) chancery_map_canvas_get_width (self), (float) chancery_map_canvas_get_height (self)));
  if (self->current == NULL)
    return;

  if (self->previous != NULL)
    snapshot_layer (self, snapshot, self->previous, 1);
  snapshot_layer (self, snapshot, self->current, self->previous != NULL ? self->fade_progress : 1);

  if (!chancery_map_canvas_is_shown (self))
    return;
  if (self->hovered < self->entries->len)
    snapshot_outline (self, snapshot, self->hovered, 1.5, 0, FALSE);
  if (self->focus_visible && self->focused < self->entries->len)
    snapshot_outline (self, snapshot, self->focused, 2, 5, TRUE);
}

static void
fade_cb (double   value,
         gpointer user_data)
{
  ChanceryMapCanvas *self = user_data;

  self->fade_progress = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fade_done_cb (ChanceryMapCanvas *self)
{
  self->fade_progress = 1;
  if (!chancery_map_canvas_is_animating (self))
    close_layer (&self->previous);
}

/* Drops what is far from what is seen. */
void
chancery_map_canvas_trim_layers (ChanceryMapCanvas *self)
{
  cairo_rectangle_int_t tiles;

  if (self->current != NULL)
    {
      tiles = get_tiles (self, self->current, &self->view, 1);
      chancery_map_layer_keep (self->current, &tiles);
    }
  if (self->previous != NULL && self->fade_progress >= 1)
    close_layer (&self->previous);
}

static void
update_palette (ChanceryMapCanvas *self)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);

  chancery_map_palette_init (&self->palette, accent, adw_style_manager_get_dark (manager),
                             adw_style_manager_get_high_contrast (manager));
  chancery_map_canvas_update_layers (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
chancery_map_canvas_init_stage (ChanceryMapCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  self->painter = chancery_map_painter_new (tiles_ready_cb, self);
  self->fade = adw_timed_animation_new (widget, 0, 1, FADE_MS, adw_callback_animation_target_new (fade_cb, self, NULL));
  g_signal_connect_object (self->fade, "done", G_CALLBACK (fade_done_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_palette), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_palette), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::accent-color-rgba", G_CALLBACK (update_palette), self, G_CONNECT_SWAPPED);
  update_palette (self);
}

void
chancery_map_canvas_clear_stage (ChanceryMapCanvas *self)
{
  g_clear_handle_id (&self->upgrade_id, g_source_remove);
  close_layer (&self->previous);
  close_layer (&self->current);
  close_layer (&self->incoming);
  g_clear_pointer (&self->painter, chancery_map_painter_free);
  g_clear_object (&self->fade);
}
