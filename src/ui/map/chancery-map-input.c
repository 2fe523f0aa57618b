/* chancery-map-input.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map-canvas-private.h"

#include <math.h>

#include "chancery-map-remarks.h"

/* Wheel, fingers, pointer and keys. */

#define WHEEL_STEP 1.35
#define TOUCHPAD_STEP 1.01 /* a logical pixel of the fingers' way */
#define ZOOM_STEP 1.7
#define PAN_STEP 0.2 /* of the view's shorter side, a key press */

#define PAN_MS 160

/* A drag that is let go of moves on, and is slowed down to a stop within this time. */
#define COAST_MS 450
#define MIN_COAST_SPEED 120.0 /* logical pixels a second */

/* From now on the map shows what the user chose. */
static void
begin_gesture (ChanceryMapCanvas *self)
{
  chancery_map_canvas_stop (self);
  self->follow = CHANCERY_MAP_FOLLOW_NOTHING;
  self->in_gesture = TRUE;
  self->gesture_view = self->view;
}

/* Pointer */

static void
motion_cb (ChanceryMapCanvas *self,
           double             x,
           double             y)
{
  const char *remark;
  guint position;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->in_gesture)
    return;

  position = chancery_map_canvas_pick (self, x, y, FALSE, &remark);
  chancery_map_canvas_set_hovered (self, position, remark);
}

static void
leave_cb (ChanceryMapCanvas *self)
{
  chancery_map_canvas_set_hovered (self, GTK_INVALID_LIST_POSITION, NULL);
}

/* Who administers and who claims what is under the pointer. */
static gboolean
query_tooltip_cb (ChanceryMapCanvas *self,
                  int                x,
                  int                y,
                  gboolean           keyboard_mode,
                  GtkTooltip        *tooltip)
{
  if (keyboard_mode || self->in_gesture || self->hovered_remark == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, chancery_map_remark_translate (self->hovered_remark));
  return TRUE;
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_gesture_get_device (gesture);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
released_cb (ChanceryMapCanvas *self,
             int                n_press,
             double             x,
             double             y,
             GtkGesture        *gesture)
{
  const GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  const char *remark;
  guint position;

  if (self->in_gesture)
    return;

  position = chancery_map_canvas_pick (self, x, y, is_touch (gesture), &remark);
  if (n_press == 2 && (modifiers & GDK_CONTROL_MASK) != 0)
    {
      chancery_map_canvas_activate (self, position);
    }
  else if (n_press == 2)
    {
      chancery_map_canvas_zoom_at (self, ZOOM_STEP, x, y);
    }
  else if (n_press == 1)
    {
      chancery_map_canvas_select (self, position);
      if (self->has_regions && position != GTK_INVALID_LIST_POSITION)
        chancery_map_canvas_focus_region (self, position);
      if (is_touch (gesture))
        chancery_map_canvas_set_hovered (self, position, remark);
    }
}

static void
drag_update_cb (ChanceryMapCanvas *self,
                double             x,
                double             y,
                GtkGesture        *gesture)
{
  ChanceryMapView view;

  if (!self->has_view)
    return;
  if (!self->in_gesture)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y))
        return;
      begin_gesture (self);
      chancery_map_canvas_set_hovered (self, GTK_INVALID_LIST_POSITION, NULL);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    }

  /* By whole pixels, as tiles lie. */
  view = chancery_map_view_pan (&self->gesture_view, round (x), round (y), chancery_map_canvas_get_width (self), chancery_map_canvas_get_height (self));
  chancery_map_canvas_set_view (self, &view);
}

static void
drag_end_cb (ChanceryMapCanvas *self,
             double             x,
             double             y)
{
  double speed_x = 0, speed_y = 0;
  ChanceryMapView view;

  if (!self->in_gesture)
    return;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
  if (gtk_gesture_swipe_get_velocity (GTK_GESTURE_SWIPE (self->swipe), &speed_x, &speed_y) &&
      hypot (speed_x, speed_y) > MIN_COAST_SPEED && adw_get_enable_animations (GTK_WIDGET (self)))
    {
      /* The way of a speed that falls to nothing as a cube does. */
      view = chancery_map_view_pan (&self->view, speed_x * COAST_MS / 4000, speed_y * COAST_MS / 4000,
                                    chancery_map_canvas_get_width (self), chancery_map_canvas_get_height (self));
      chancery_map_canvas_animate_to (self, &view, ADW_EASE_OUT_CUBIC, COAST_MS);
      return;
    }

  chancery_map_canvas_settle (self);
}

static void
zoom_begin_cb (ChanceryMapCanvas *self,
               GdkEventSequence  *sequence,
               GtkGesture        *gesture)
{
  begin_gesture (self);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
zoom_changed_cb (ChanceryMapCanvas *self,
                 double             factor,
                 GtkGesture        *gesture)
{
  double x = chancery_map_canvas_get_width (self) / 2, y = chancery_map_canvas_get_height (self) / 2;
  ChanceryMapView view;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  view = chancery_map_view_zoom (&self->gesture_view, factor, x, y, chancery_map_canvas_get_width (self), chancery_map_canvas_get_height (self));
  chancery_map_canvas_set_view (self, &view);
}

static void
zoom_end_cb (ChanceryMapCanvas *self)
{
  chancery_map_canvas_settle (self);
}

static gboolean
scroll_cb (ChanceryMapCanvas        *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  const GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  const double width = chancery_map_canvas_get_width (self), height = chancery_map_canvas_get_height (self);
  ChanceryMapView view;

  if (!self->has_view)
    return GDK_EVENT_PROPAGATE;
  self->follow = CHANCERY_MAP_FOLLOW_NOTHING;

  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    {
      if (!self->in_gesture)
        begin_gesture (self);
      if ((modifiers & GDK_SHIFT_MASK) != 0)
        view = chancery_map_view_pan (&self->view, -dx, -dy, width, height);
      else
        view = chancery_map_view_zoom (&self->view, pow (TOUCHPAD_STEP, -dy), self->pointer_x, self->pointer_y, width,
                                       height);
      chancery_map_canvas_set_view (self, &view);
      chancery_map_canvas_settle_later (self);
      return GDK_EVENT_STOP;
    }

  if ((modifiers & GDK_SHIFT_MASK) != 0 || dy == 0)
    {
      const double step = PAN_STEP * MIN (width, height);

      view = chancery_map_view_pan (chancery_map_canvas_get_target (self), -(dx != 0 ? dx : dy) * step, 0, width, height);
      chancery_map_canvas_animate_to (self, &view, ADW_EASE_OUT_CUBIC, PAN_MS);
    }
  else
    {
      chancery_map_canvas_zoom_at (self, pow (WHEEL_STEP, -dy), self->pointer_x, self->pointer_y);
    }

  return GDK_EVENT_STOP;
}

/* Keys */

static void
move_focus (ChanceryMapCanvas    *self,
            ChanceryMapDirection  direction)
{
  const char *code;
  const ChanceryMapHome *home;
  guint position;

  if (self->focused >= self->entries->len || self->places == NULL)
    return;

  code = chancery_state_item_get_iso (g_array_index (self->entries, ChanceryMapEntry, self->focused).item);
  for (gsize i = 0; i < chancery_map_places_get_n (self->places); i++)
    {
      home = chancery_map_places_move (self->places, &chancery_map_canvas_get_target (self)->projection, code, direction);
      if (home == NULL)
        break;
      position = chancery_map_canvas_find (self, home->code);
      if (position != GTK_INVALID_LIST_POSITION)
        {
          chancery_map_canvas_focus_region (self, position);
          return;
        }
      /* A place that the model doesn't know of is passed over. */
      code = home->code;
    }

  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
pan_by_key (ChanceryMapCanvas    *self,
            ChanceryMapDirection  direction)
{
  const double step = PAN_STEP * MIN (chancery_map_canvas_get_width (self), chancery_map_canvas_get_height (self));
  ChanceryMapView view;

  self->follow = CHANCERY_MAP_FOLLOW_NOTHING;
  view = chancery_map_view_pan (chancery_map_canvas_get_target (self),
                                direction == CHANCERY_MAP_LEFT    ? step
                                : direction == CHANCERY_MAP_RIGHT ? -step
                                                                  : 0,
                                direction == CHANCERY_MAP_UP     ? step
                                : direction == CHANCERY_MAP_DOWN ? -step
                                                                 : 0,
                                chancery_map_canvas_get_width (self), chancery_map_canvas_get_height (self));
  chancery_map_canvas_animate_to (self, &view, ADW_EASE_OUT_CUBIC, PAN_MS);
}

static gboolean
get_direction (guint                 keyval,
               ChanceryMapDirection *direction)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *direction = CHANCERY_MAP_LEFT;
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *direction = CHANCERY_MAP_RIGHT;
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *direction = CHANCERY_MAP_UP;
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *direction = CHANCERY_MAP_DOWN;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (ChanceryMapCanvas *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  const GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  const guint n_entries = self->entries->len;
  ChanceryMapDirection direction;

  if (n_entries == 0 || (modifiers & ~(GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (get_direction (keyval, &direction))
    {
      if (modifiers == GDK_SHIFT_MASK)
        pan_by_key (self, direction);
      else if (modifiers == 0)
        move_focus (self, direction);
      else
        return GDK_EVENT_PROPAGATE;
      return GDK_EVENT_STOP;
    }
  if ((modifiers & GDK_CONTROL_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      chancery_map_canvas_zoom_in (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      chancery_map_canvas_zoom_out (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      chancery_map_canvas_fit_members (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      chancery_map_canvas_focus_region (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      chancery_map_canvas_focus_region (self, n_entries - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      if (self->focused < n_entries)
        chancery_map_canvas_focus_region (self, (self->focused + n_entries - 1) % n_entries);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      if (self->focused < n_entries)
        chancery_map_canvas_focus_region (self, (self->focused + 1) % n_entries);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      if (self->focused < n_entries)
        chancery_map_canvas_select (self, self->focused);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_KP_Enter:
      chancery_map_canvas_activate (self, self->focused);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

void
chancery_map_canvas_add_input (ChanceryMapCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion, *scroll, *keys;
  GtkGesture *click, *zoom;

  motion = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, motion);

  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);

  scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, scroll);

  keys = gtk_event_controller_key_new ();
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);

  click = gtk_gesture_click_new ();
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->drag));

  self->swipe = gtk_gesture_swipe_new ();
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->swipe));
  gtk_gesture_group (self->swipe, self->drag);

  zoom = gtk_gesture_zoom_new ();
  g_signal_connect_swapped (zoom, "begin", G_CALLBACK (zoom_begin_cb), self);
  g_signal_connect_swapped (zoom, "scale-changed", G_CALLBACK (zoom_changed_cb), self);
  g_signal_connect_swapped (zoom, "end", G_CALLBACK (zoom_end_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (zoom));
}
