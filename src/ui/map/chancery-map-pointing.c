/* chancery-map-pointing.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map-canvas-private.h"

#include <math.h>
#include <string.h>

/* Pointer and finger find a dot this near, in logical pixels; at sea, any dot in reach. */
#define DOT_REACH 12.0
#define DOT_REACH_TOUCH 20.0
#define DOT_REACH_AT_SEA 24.0

/* Pointing */

gboolean
chancery_map_canvas_is_shown (ChanceryMapCanvas *self)
{
  return self->current != NULL &&
         chancery_map_projection_equal (chancery_map_layer_get_projection (self->current), &self->view.projection) &&
         chancery_map_layer_get_dots (self->current) != NULL;
}

void
chancery_map_canvas_get_dot_point (ChanceryMapCanvas    *self,
               const ChanceryMapDot *dot,
               double               *x,
               double               *y)
{
  const double scale = chancery_map_layer_get_picture (self->current)->scale;

  *x = ((double) dot->x / scale - self->view.x) * self->view.scale + chancery_map_canvas_get_width (self) / 2;
  *y = ((double) dot->y / scale - self->view.y) * self->view.scale + chancery_map_canvas_get_height (self) / 2;
}

static const ChanceryMapDot *
find_dot (ChanceryMapCanvas *self,
          double             x,
          double             y,
          double             reach)
{
  GArray *dots = chancery_map_layer_get_dots (self->current);
  const ChanceryMapDot *nearest = NULL;

  for (guint i = 0; i < dots->len; i++)
    {
      const ChanceryMapDot *dot = &g_array_index (dots, ChanceryMapDot, i);
      double dot_x, dot_y;

      chancery_map_canvas_get_dot_point (self, dot, &dot_x, &dot_y);
      if (hypot (dot_x - x, dot_y - y) <= reach)
        {
          reach = hypot (dot_x - x, dot_y - y);
          nearest = dot;
        }
    }

  return nearest;
}

/*
 * chancery_map_canvas_pick:
 * @x: in logical pixels
 * @y: likewise
 * @touch: whether it is a finger that points
 * @remark: (out): what is to be said about the area at that place, or %NULL
 *
 * Returns: the position of the state that is meant, or
 *   %GTK_INVALID_LIST_POSITION
 */
guint
chancery_map_canvas_pick (ChanceryMapCanvas  *self,
                          double              x,
                          double              y,
                          gboolean            touch,
                          const char        **remark)
{
  const ChanceryMapShape *shape = NULL;
  const ChanceryMapDot *dot;
  ChanceryMapScene *scene;
  double scale;

  *remark = NULL;
  if (!chancery_map_canvas_is_shown (self))
    return GTK_INVALID_LIST_POSITION;

  dot = find_dot (self, x, y, touch ? DOT_REACH_TOUCH : DOT_REACH);
  if (dot == NULL)
    {
      scene = chancery_map_layer_get_scene (self->current);
      scale = chancery_map_scene_get_scale (scene);
      shape = chancery_map_scene_pick (scene, (self->view.x + (x - chancery_map_canvas_get_width (self) / 2) / self->view.scale) * scale,
                                       (self->view.y + (y - chancery_map_canvas_get_height (self) / 2) / self->view.scale) * scale);
    }
  if (shape != NULL)
    {
      *remark = shape->outline->remark;
      return chancery_map_canvas_find (self, shape->outline->code);
    }

  if (dot == NULL)
    dot = find_dot (self, x, y, DOT_REACH_AT_SEA);
  return dot != NULL ? chancery_map_canvas_find (self, dot->code) : GTK_INVALID_LIST_POSITION;
}

/* Where a state is on the canvas: the bounds of its areas, or its dot. */
gboolean
chancery_map_canvas_get_area (ChanceryMapCanvas *self,
                              guint              position,
                              graphene_rect_t   *area)
{
  const char *code = chancery_state_item_get_iso (chancery_map_canvas_get_entry (self, position)->item);
  const ChanceryMapShape *shapes;
  ChanceryMapScene *scene;
  GArray *dots;
  gboolean any = FALSE;
  double factor;
  gsize n_shapes;

  if (!chancery_map_canvas_is_shown (self))
    return FALSE;

  dots = chancery_map_layer_get_dots (self->current);
  for (guint i = 0; i < dots->len; i++)
    {
      const ChanceryMapDot *dot = &g_array_index (dots, ChanceryMapDot, i);
      double x, y;

      if (strcmp (dot->code, code) != 0)
        continue;
      chancery_map_canvas_get_dot_point (self, dot, &x, &y);
      graphene_rect_init (area, (float) (x - CHANCERY_MAP_DOT_RADIUS), (float) (y - CHANCERY_MAP_DOT_RADIUS),
                          (float) (2 * CHANCERY_MAP_DOT_RADIUS), (float) (2 * CHANCERY_MAP_DOT_RADIUS));
      return TRUE;
    }

  scene = chancery_map_layer_get_scene (self->current);
  shapes = chancery_map_scene_get_shapes (scene, &n_shapes);
  for (gsize i = 0; i < n_shapes; i++)
    {
      if (shapes[i].path == NULL || strcmp (shapes[i].outline->code, code) != 0)
        continue;
      if (any)
        graphene_rect_union (area, &shapes[i].bounds, area);
      else
        *area = shapes[i].bounds;
      any = TRUE;
    }
  if (!any)
    return FALSE;

  factor = self->view.scale / chancery_map_scene_get_scale (scene);
  graphene_rect_scale (area, (float) factor, (float) factor, area);
  graphene_rect_offset (area, (float) (chancery_map_canvas_get_width (self) / 2 - self->view.x * self->view.scale),
                        (float) (chancery_map_canvas_get_height (self) / 2 - self->view.y * self->view.scale));
  return TRUE;
}

void
chancery_map_canvas_set_hovered (ChanceryMapCanvas *self,
                                 guint              position,
                                 const char        *remark)
{
  if (self->hovered == position && self->hovered_remark == remark)
    return;

  self->hovered = position;
  self->hovered_remark = remark;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), position != GTK_INVALID_LIST_POSITION ? "pointer" : NULL);
  g_object_notify (G_OBJECT (self), "pointed");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
chancery_map_canvas_set_focused (ChanceryMapCanvas *self,
                                 guint              position,
                                 gboolean           visible)
{
  if (self->focused == position && self->focus_visible == visible)
    return;

  self->focused = position;
  self->focus_visible = visible;
  g_object_notify (G_OBJECT (self), "pointed");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Selects a state, or unselects it if it is the one that is selected; the sea unselects all. */
void
chancery_map_canvas_select (ChanceryMapCanvas *self,
                            guint              position)
{
  if (self->model == NULL)
    return;

  self->is_selecting = TRUE;
  if (position >= self->entries->len)
    gtk_selection_model_unselect_all (self->model);
  else if (gtk_selection_model_is_selected (self->model, position))
    gtk_selection_model_unselect_item (self->model, position);
  else
    gtk_selection_model_select_item (self->model, position, TRUE);
  self->is_selecting = FALSE;
}

void
chancery_map_canvas_activate (ChanceryMapCanvas *self,
                              guint              position)
{
  ChanceryMapEntry *entry = chancery_map_canvas_get_entry (self, position);

  if (entry != NULL)
    g_signal_emit_by_name (self, "activate-state", chancery_state_item_get_iso (entry->item));
}

