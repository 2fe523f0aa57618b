/* chancery-map-camera.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map-canvas-private.h"

#include <math.h>

/* What part of the Earth is seen, and the ways from one view to another. */

#define FIT_MS 350
#define ZOOM_MS 180
#define SETTLE_MS 120

#define ZOOM_STEP 1.7

/* What is seen at least when something is fitted, in radii of the Earth: some 700 km. */
#define MIN_FITTED 0.11

gboolean
chancery_map_canvas_is_animating (ChanceryMapCanvas *self)
{
  return adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING;
}

/* Where the view will be: what comes next adds to it. */
const ChanceryMapView *
chancery_map_canvas_get_target (ChanceryMapCanvas *self)
{
  return chancery_map_canvas_is_animating (self) ? &self->to : &self->view;
}

void
chancery_map_canvas_set_view (ChanceryMapCanvas     *self,
                              const ChanceryMapView *view)
{
  self->view = *view;
  self->has_view = TRUE;
  chancery_map_canvas_update_layers (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
chancery_map_canvas_settle (ChanceryMapCanvas *self)
{
  ChanceryMapView settled;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->in_gesture = FALSE;
  if (!self->has_view)
    return;

  if (chancery_map_view_settle (&self->view, chancery_map_canvas_get_width (self), chancery_map_canvas_get_height (self), &settled))
    self->view = settled;
  self->to = self->view;
  chancery_map_canvas_update_layers (self);

  chancery_map_canvas_trim_layers (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
settle_cb (gpointer user_data)
{
  ChanceryMapCanvas *self = user_data;

  self->settle_id = 0;
  chancery_map_canvas_settle (self);

  return G_SOURCE_REMOVE;
}

/* Stays where it is. */
void
chancery_map_canvas_stop (ChanceryMapCanvas *self)
{
  const ChanceryMapView view = self->view;

  adw_animation_reset (self->animation);
  self->view = self->to = view;
}

/* For what has no end of its own. */
void
chancery_map_canvas_settle_later (ChanceryMapCanvas *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settle_cb, self);
}

static void
animate_cb (double   value,
            gpointer user_data)
{
  ChanceryMapCanvas *self = user_data;

  self->view = chancery_map_view_interpolate (&self->from, &self->to, value);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
animation_done_cb (ChanceryMapCanvas *self)
{
  self->view = self->to;
  chancery_map_canvas_settle (self);
}

void
chancery_map_canvas_animate_to (ChanceryMapCanvas     *self,
                                const ChanceryMapView *view,
                                AdwEasing              easing,
                                guint                  duration_ms)
{
  if (!self->has_view)
    {
      self->to = *view;
      chancery_map_canvas_set_view (self, view);
      return;
    }

  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->in_gesture = FALSE;
  self->from = chancery_map_view_reproject (&self->view, &view->projection);
  self->view = self->from;
  self->to = *view;
  adw_animation_reset (self->animation);
  self->view = self->from;
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), easing);
  adw_timed_animation_set_duration (ADW_TIMED_ANIMATION (self->animation), duration_ms);
  /* Goes to the end at once if the user doesn't want animations. */
  adw_animation_play (self->animation);
  chancery_map_canvas_update_layers (self);
}

static gboolean
is_belonging (ChanceryMembershipStatus status)
{
  return status == CHANCERY_MEMBERSHIP_STATUS_MEMBER || status == CHANCERY_MEMBERSHIP_STATUS_SUSPENDED;
}

static void
add_places (ChanceryMapCanvas *self,
            GArray            *places,
            guint              position)
{
  ChanceryMapEntry *entry = &g_array_index (self->entries, ChanceryMapEntry, position);
  const ChanceryMapHome *home = chancery_map_places_lookup (self->places, chancery_state_item_get_iso (entry->item));

  if (home != NULL)
    g_array_append_vals (places, home->places->data, home->places->len);
}

static ChanceryMapView
fit (ChanceryMapCanvas *self,
     GArray            *places)
{
  return chancery_map_view_fit ((const ChanceryMapPlace *) (gpointer) places->data, places->len, chancery_map_canvas_get_width (self),
                                chancery_map_canvas_get_height (self), MIN (chancery_map_canvas_get_width (self), chancery_map_canvas_get_height (self)) / MIN_FITTED);
}

static ChanceryMapView
get_followed_view (ChanceryMapCanvas *self)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (ChanceryMapPlace));
  gboolean any = FALSE;

  if (self->follow == CHANCERY_MAP_FOLLOW_MEMBERS && self->places != NULL)
    {
      for (guint i = 0; i < self->entries->len; i++)
        if (is_belonging (chancery_state_item_get_status (g_array_index (self->entries, ChanceryMapEntry, i).item)))
          add_places (self, places, i);
      any = places->len > 0;
      /* Without members, those who would be. */
      for (guint i = 0; i < self->entries->len && !any; i++)
        if (chancery_state_item_get_status (g_array_index (self->entries, ChanceryMapEntry, i).item) !=
            CHANCERY_MEMBERSHIP_STATUS_NONE)
          add_places (self, places, i);
    }

  return fit (self, places);
}

static void
follow (ChanceryMapCanvas *self,
        gboolean           animate)
{
  ChanceryMapView view;

  if (self->follow == CHANCERY_MAP_FOLLOW_NOTHING || chancery_map_canvas_get_width (self) < 1)
    return;

  view = get_followed_view (self);
  if (animate)
    {
      chancery_map_canvas_animate_to (self, &view, ADW_EASE_IN_OUT_CUBIC, FIT_MS);
    }
  else
    {
      adw_animation_reset (self->animation);
      self->to = view;
      chancery_map_canvas_set_view (self, &view);
    }
}

/* Pans if a state can't be seen, or hardly. */
void
chancery_map_canvas_reveal (ChanceryMapCanvas *self,
                            guint              position)
{
  const ChanceryMapView *view = chancery_map_canvas_get_target (self);
  const double width = chancery_map_canvas_get_width (self), height = chancery_map_canvas_get_height (self);
  const double margin = MIN (width, height) / 10;
  const ChanceryMapHome *home;
  ChanceryMapEntry *entry;
  ChanceryMapView revealed;
  double x, y;

  if (!self->has_view || self->places == NULL || position >= self->entries->len)
    return;
  entry = &g_array_index (self->entries, ChanceryMapEntry, position);
  home = chancery_map_places_lookup (self->places, chancery_state_item_get_iso (entry->item));
  if (home == NULL)
    return;

  if (chancery_map_view_get_point (view, &home->label, width, height, &x, &y) && x >= margin && y >= margin &&
      x <= width - margin && y <= height - margin)
    return;

  self->follow = CHANCERY_MAP_FOLLOW_NOTHING;
  revealed = chancery_map_view_pan (view, width / 2 - x, height / 2 - y, width, height);
  if (!chancery_map_view_get_point (&revealed, &home->label, width, height, &x, &y) || x < 0 || y < 0 || x > width ||
      y > height)
    {
      const ChanceryMapProjection projection = chancery_map_projection_regional (home->label.longitude,
                                                                                home->label.latitude);

      /* Out of the projection's reach. */
      revealed = (ChanceryMapView) { projection, 0, 0, view->scale };
      revealed = chancery_map_view_clamp (&revealed, width, height);
    }
  chancery_map_canvas_animate_to (self, &revealed, ADW_EASE_IN_OUT_CUBIC, FIT_MS);
}

/* After the size has changed, perhaps. */
void
chancery_map_canvas_allocate_camera (ChanceryMapCanvas *self)
{
  if (!self->has_view || self->follow != CHANCERY_MAP_FOLLOW_NOTHING)
    {
      ChanceryMapView view = get_followed_view (self);

      /* An allocation for another reason leaves an animation alone. */
      if (!self->has_view || !chancery_map_view_equal (&view, &self->to))
        follow (self, FALSE);
    }
  else if (!chancery_map_canvas_is_animating (self) && !self->in_gesture)
    {
      ChanceryMapView view = chancery_map_view_clamp (&self->view, chancery_map_canvas_get_width (self),
                                                      chancery_map_canvas_get_height (self));

      self->to = view;
      if (!chancery_map_view_equal (&view, &self->view))
        chancery_map_canvas_set_view (self, &view);
    }
}

/* After the standings have changed. */
void
chancery_map_canvas_follow (ChanceryMapCanvas *self)
{
  if (self->has_view && self->follow == CHANCERY_MAP_FOLLOW_MEMBERS)
    follow (self, TRUE);
}

void
chancery_map_canvas_init_camera (ChanceryMapCanvas *self)
{
  self->follow = CHANCERY_MAP_FOLLOW_MEMBERS;
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FIT_MS,
                                             adw_callback_animation_target_new (animate_cb, self, NULL));
  g_signal_connect_object (self->animation, "done", G_CALLBACK (animation_done_cb), self, G_CONNECT_SWAPPED);
}

void
chancery_map_canvas_clear_camera (ChanceryMapCanvas *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->animation);
}

/**
 * chancery_map_canvas_fit_members:
 * @self: a map
 *
 * Shows all members, and goes on doing so until the user moves the map.
 */
void
chancery_map_canvas_fit_members (ChanceryMapCanvas *self)
{
  g_return_if_fail (CHANCERY_IS_MAP_CANVAS (self));

  self->follow = CHANCERY_MAP_FOLLOW_MEMBERS;
  follow (self, TRUE);
}

/**
 * chancery_map_canvas_fit_world:
 * @self: a map
 *
 * Shows the whole Earth.
 */
void
chancery_map_canvas_fit_world (ChanceryMapCanvas *self)
{
  g_return_if_fail (CHANCERY_IS_MAP_CANVAS (self));

  self->follow = CHANCERY_MAP_FOLLOW_WORLD;
  follow (self, TRUE);
}

/**
 * chancery_map_canvas_fit_selection:
 * @self: a map
 *
 * Shows the selected states; without any, the members.
 */
void
chancery_map_canvas_fit_selection (ChanceryMapCanvas *self)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (ChanceryMapPlace));
  ChanceryMapView view;

  g_return_if_fail (CHANCERY_IS_MAP_CANVAS (self));

  for (guint i = 0; i < self->entries->len && self->places != NULL; i++)
    if (gtk_selection_model_is_selected (self->model, i))
      add_places (self, places, i);
  if (places->len == 0)
    {
      chancery_map_canvas_fit_members (self);
      return;
    }

  self->follow = CHANCERY_MAP_FOLLOW_NOTHING;
  if (chancery_map_canvas_get_width (self) < 1)
    return;
  view = fit (self, places);
  chancery_map_canvas_animate_to (self, &view, ADW_EASE_IN_OUT_CUBIC, FIT_MS);
}

/* Zooms so that one point of the map stays where it is. Far out, this leads
 * into the world, and far in, into a region. */
void
chancery_map_canvas_zoom_at (ChanceryMapCanvas *self,
                             double             factor,
                             double             x,
                             double             y)
{
  const double width = chancery_map_canvas_get_width (self), height = chancery_map_canvas_get_height (self);
  ChanceryMapView zoomed, settled;

  if (!self->has_view)
    return;

  self->follow = CHANCERY_MAP_FOLLOW_NOTHING;
  zoomed = chancery_map_view_zoom (chancery_map_canvas_get_target (self), factor, x, y, width, height);
  chancery_map_view_settle (&zoomed, width, height, &settled);
  chancery_map_canvas_animate_to (self, &settled, ADW_EASE_OUT_CUBIC, ZOOM_MS);
}

static void
zoom_by (ChanceryMapCanvas *self,
         double             factor)
{
  chancery_map_canvas_zoom_at (self, factor, chancery_map_canvas_get_width (self) / 2,
                               chancery_map_canvas_get_height (self) / 2);
}

void
chancery_map_canvas_zoom_in (ChanceryMapCanvas *self)
{
  g_return_if_fail (CHANCERY_IS_MAP_CANVAS (self));

  zoom_by (self, ZOOM_STEP);
}

void
chancery_map_canvas_zoom_out (ChanceryMapCanvas *self)
{
  g_return_if_fail (CHANCERY_IS_MAP_CANVAS (self));

  zoom_by (self, 1 / ZOOM_STEP);
}
