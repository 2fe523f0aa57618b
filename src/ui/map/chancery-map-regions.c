/* chancery-map-regions.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chancery-map-remarks.h"

/* The children of the map: a widget a state, which draws nothing and is there
 * for the keyboard and for assistive technology. Two hundred and fifty of them
 * would slow the start down, so they are made when the focus enters the map or
 * when somebody asks for its accessible children. */

static void
select_cb (ChanceryMapRegion *region,
           ChanceryMapCanvas *self)
{
  chancery_map_canvas_select (self, chancery_map_region_get_position (region));
}

static void
activate_cb (ChanceryMapRegion *region,
             ChanceryMapCanvas *self)
{
  chancery_map_canvas_activate (self, chancery_map_region_get_position (region));
}

static void
has_focus_cb (ChanceryMapRegion *region,
              GParamSpec        *pspec,
              ChanceryMapCanvas *self)
{
  const guint position = chancery_map_region_get_position (region);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (gtk_widget_has_focus (GTK_WIDGET (region)))
    {
      const gboolean visible = GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root));

      chancery_map_canvas_set_focused (self, position, visible);
      if (visible)
        chancery_map_canvas_reveal (self, position);
    }
  else if (self->focused == position)
    {
      chancery_map_canvas_set_focused (self, GTK_INVALID_LIST_POSITION, FALSE);
      self->last_focused = position;
    }
}

static ChanceryMapRegion *
create_region (ChanceryMapCanvas *self)
{
  ChanceryMapRegion *region = chancery_map_region_new ();

  g_signal_connect_object (region, "select", G_CALLBACK (select_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (region, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (region, "notify::has-focus", G_CALLBACK (has_focus_cb), self, G_CONNECT_DEFAULT);

  return region;
}

/* Makes the children that are not there yet, and brings all into the order of the model. */
void
chancery_map_canvas_ensure_regions (ChanceryMapCanvas *self)
{
  GtkWidget *last = NULL;

  if (self->has_regions)
    return;
  self->has_regions = TRUE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      ChanceryMapEntry *entry = &g_array_index (self->entries, ChanceryMapEntry, i);

      if (entry->region == NULL)
        entry->region = create_region (self);
      chancery_map_region_set_position (entry->region, i);
      gtk_widget_insert_after (GTK_WIDGET (entry->region), GTK_WIDGET (self), last);
      last = GTK_WIDGET (entry->region);
      chancery_map_canvas_update_region (self, i);
    }
}

void
chancery_map_canvas_update_region (ChanceryMapCanvas *self,
                                   guint              position)
{
  ChanceryMapEntry *entry = &g_array_index (self->entries, ChanceryMapEntry, position);
  const char *iso = chancery_state_item_get_iso (entry->item);
  const ChanceryMapHome *home = self->places != NULL ? chancery_map_places_lookup (self->places, iso) : NULL;
  g_autofree char *standing = chancery_state_item_dup_standing_text (entry->item);
  g_autofree char *label = NULL;

  /* Translators: what a screen reader says of a state on the map: its name and what it is to the organisation, as in
   * "Armenia, member since 1994" */
  label = g_strdup_printf (C_("map", "%s, %s"), chancery_state_item_get_display_name (entry->item), standing);
  chancery_map_region_describe (entry->region, label,
                                home != NULL && home->remark != NULL ? chancery_map_remark_translate (home->remark) : NULL);
  chancery_map_region_set_selected (entry->region, gtk_selection_model_is_selected (self->model, position));
}

/* Puts the children where their states are drawn, for magnifiers and such. */
void
chancery_map_canvas_allocate_regions (ChanceryMapCanvas *self)
{
  if (!self->has_regions)
    return;

  for (guint i = 0; i < self->entries->len; i++)
    {
      ChanceryMapEntry *entry = &g_array_index (self->entries, ChanceryMapEntry, i);
      graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, 0, 0);
      GtkAllocation allocation;

      chancery_map_canvas_get_area (self, i, &area);
      allocation.x = (int) floorf (area.origin.x);
      allocation.y = (int) floorf (area.origin.y);
      allocation.width = (int) ceilf (area.size.width);
      allocation.height = (int) ceilf (area.size.height);
      gtk_widget_size_allocate (GTK_WIDGET (entry->region), &allocation, -1);
    }
}

/* Where the focus goes when it enters: what is selected, or where it was, or
 * the member nearest to the middle of what is seen. */
guint
chancery_map_canvas_get_first_focus (ChanceryMapCanvas *self)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  guint nearest = self->entries->len > 0 ? 0 : GTK_INVALID_LIST_POSITION;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < self->entries->len; i++)
    if (gtk_selection_model_is_selected (self->model, i))
      return i;
  if (self->last_focused < self->entries->len)
    return self->last_focused;

  for (guint i = 0; i < self->entries->len && self->places != NULL; i++)
    {
      ChanceryStateItem *item = g_array_index (self->entries, ChanceryMapEntry, i).item;
      const ChanceryMapHome *home = chancery_map_places_lookup (self->places, chancery_state_item_get_iso (item));
      double x, y, distance;

      if (home == NULL || !chancery_map_view_get_point (&self->view, &home->label, width, height, &x, &y))
        continue;
      distance = hypot (x - width / 2, y - height / 2);
      if (chancery_state_item_get_status (item) == CHANCERY_MEMBERSHIP_STATUS_NONE)
        distance += 1e6;
      if (distance < least)
        {
          least = distance;
          nearest = i;
        }
    }

  return nearest;
}

void
chancery_map_canvas_focus_region (ChanceryMapCanvas *self,
                                  guint              position)
{
  chancery_map_canvas_ensure_regions (self);
  if (position < self->entries->len)
    gtk_widget_grab_focus (GTK_WIDGET (g_array_index (self->entries, ChanceryMapEntry, position).region));
}

static GtkAccessible *
get_first_accessible_child (GtkAccessible *accessible)
{
  ChanceryMapCanvas *self = CHANCERY_MAP_CANVAS (accessible);

  chancery_map_canvas_ensure_regions (self);

  return GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL
                           ? g_object_ref (gtk_widget_get_first_child (GTK_WIDGET (self)))
                           : NULL);
}

void
chancery_map_canvas_accessible_init (GtkAccessibleInterface *iface)
{
  iface->get_first_accessible_child = get_first_accessible_child;
}
