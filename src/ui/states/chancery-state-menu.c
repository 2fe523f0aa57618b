/* chancery-state-menu.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-state-menu.h"

#include "chancery-state-row.h"

/* The menu of a state in the list. What it offers is about the state that is selected, so that comes first. */

typedef struct
{
  GtkWidget *owner; /* (unowned): it has this, the list and the popover */
  GtkListView *list; /* (unowned) */
  GMenuModel *menu; /* (owned) */
  GtkWidget *popover; /* (nullable): made when it is needed */
} StateMenu;

static void
closed_cb (StateMenu *menu)
{
  gtk_widget_grab_focus (GTK_WIDGET (menu->list));
}

static void
popup (StateMenu *menu,
       double     x,
       double     y)
{
  graphene_point_t point;

  if (!gtk_widget_compute_point (GTK_WIDGET (menu->list), menu->owner, &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  if (menu->popover == NULL)
    {
      menu->popover = gtk_popover_menu_new_from_model (menu->menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (menu->popover), FALSE);
      gtk_popover_set_position (GTK_POPOVER (menu->popover), GTK_POS_BOTTOM);
      gtk_widget_set_halign (menu->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (menu->popover, menu->owner);
      g_signal_connect_swapped (menu->popover, "closed", G_CALLBACK (closed_cb), menu);
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (menu->popover), &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (menu->popover));
}

static void
popup_at (StateMenu *menu,
          double     x,
          double     y)
{
  GtkWidget *row = gtk_widget_pick (GTK_WIDGET (menu->list), x, y, GTK_PICK_DEFAULT);
  GtkSelectionModel *selection = gtk_list_view_get_model (menu->list);
  guint position;

  /* In a row, on it, or beside it in what the list puts around it. */
  while (row != NULL && row != GTK_WIDGET (menu->list) && !CHANCERY_IS_STATE_ROW (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      row = child != NULL && CHANCERY_IS_STATE_ROW (child) ? child : gtk_widget_get_parent (row);
    }
  if (row == NULL || !CHANCERY_IS_STATE_ROW (row))
    return;

  position = chancery_state_row_get_position (CHANCERY_STATE_ROW (row));
  if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
  popup (menu, x, y);
}

static void
pressed_cb (StateMenu       *menu,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_at (menu, x, y);
}

static void
long_pressed_cb (StateMenu           *menu,
                 double               x,
                 double               y,
                 GtkGestureLongPress *gesture)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_at (menu, x, y);
}

/* For the row with the focus. */
static gboolean
key_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  StateMenu *menu = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget) || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return GDK_EVENT_PROPAGATE;

  popup_at (menu, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2);
  return GDK_EVENT_STOP;
}

static void
free_menu (gpointer data)
{
  StateMenu *menu = data;

  g_object_unref (menu->menu);
  g_free (menu);
}

static void
destroyed_cb (StateMenu *menu)
{
  g_clear_pointer (&menu->popover, gtk_widget_unparent);
}

/**
 * chancery_state_menu_add:
 * @owner: the widget that has the list, and lays out its children
 * @list: a list whose rows are #ChanceryStateRow
 * @menu: what can be done with the selected state
 *
 * Gives each row of the list a menu, by pointer, finger and keyboard.
 */
void
chancery_state_menu_add (GtkWidget   *owner,
                         GtkListView *list,
                         GMenuModel  *menu)
{
  StateMenu *self = g_new0 (StateMenu, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->owner = owner;
  self->list = list;
  self->menu = g_object_ref (menu);
  g_object_set_data_full (G_OBJECT (owner), "state-menu", self, free_menu);
  g_signal_connect_swapped (owner, "destroy", G_CALLBACK (destroyed_cb), self);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_swapped (long_press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (long_press));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                          gtk_callback_action_new (key_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}
