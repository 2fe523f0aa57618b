/* chancery-map-region.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map-region.h"

struct _ChanceryMapRegion
{
  GtkWidget parent_instance;

  guint position;
};

enum
{
  SIGNAL_SELECT,
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryMapRegion, chancery_map_region, GTK_TYPE_WIDGET)

static void
select_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_SELECT], 0);
}

static void
activate_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ACTIVATE], 0);
}

static void
chancery_map_region_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
chancery_map_region_class_init (ChanceryMapRegionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = chancery_map_region_measure;

  /**
   * ChanceryMapRegion::select:
   *
   * The user wants the state to be selected.
   */
  signals[SIGNAL_SELECT] = g_signal_new ("select", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  /**
   * ChanceryMapRegion::activate:
   *
   * The user wants to go to the state.
   */
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);

  /* Actions are what assistive technology finds. */
  gtk_widget_class_install_action (widget_class, "region.select", NULL, select_cb);
  gtk_widget_class_install_action (widget_class, "region.activate", NULL, activate_cb);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (widget_class, "region");
}

static void
chancery_map_region_init (ChanceryMapRegion *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* The pointer meets the canvas, which knows the state's shape. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

ChanceryMapRegion *
chancery_map_region_new (void)
{
  return g_object_new (CHANCERY_TYPE_MAP_REGION, NULL);
}

/**
 * chancery_map_region_get_position:
 * @self: a region
 *
 * Returns: the position of the state in the model
 */
guint
chancery_map_region_get_position (ChanceryMapRegion *self)
{
  g_return_val_if_fail (CHANCERY_IS_MAP_REGION (self), GTK_INVALID_LIST_POSITION);

  return self->position;
}

void
chancery_map_region_set_position (ChanceryMapRegion *self,
                                  guint              position)
{
  g_return_if_fail (CHANCERY_IS_MAP_REGION (self));

  self->position = position;
}

/**
 * chancery_map_region_describe:
 * @self: a region
 * @label: the state's name and standing
 * @description: (nullable): what else is to be said
 */
void
chancery_map_region_describe (ChanceryMapRegion *self,
                              const char        *label,
                              const char        *description)
{
  g_return_if_fail (CHANCERY_IS_MAP_REGION (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (description != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

void
chancery_map_region_set_selected (ChanceryMapRegion *self,
                                  gboolean           selected)
{
  g_return_if_fail (CHANCERY_IS_MAP_REGION (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
