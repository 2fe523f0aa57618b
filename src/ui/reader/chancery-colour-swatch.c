/* chancery-colour-swatch.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-colour-swatch.h"

#include <adwaita.h>

#include "notes/chancery-colours.h"

#define SIZE 20

struct _ChanceryColourSwatch
{
  GtkWidget parent_instance;

  ChanceryColour colour;
};

G_DEFINE_FINAL_TYPE (ChanceryColourSwatch, chancery_colour_swatch, GTK_TYPE_WIDGET)

static void
chancery_colour_swatch_measure (GtkWidget      *widget,
                                GtkOrientation  orientation,
                                int             for_size,
                                int            *minimum,
                                int            *natural,
                                int            *minimum_baseline,
                                int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
chancery_colour_swatch_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  ChanceryColourSwatch *self = CHANCERY_COLOUR_SWATCH (widget);
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  ChanceryColourScheme scheme = chancery_colour_scheme_for (adw_style_manager_get_dark (manager),
                                                            adw_style_manager_get_high_contrast (manager));
  const GdkRGBA *line = chancery_colour_get_line (self->colour, scheme);
  float x = (float) (gtk_widget_get_width (widget) - SIZE) / 2;
  float y = (float) (gtk_widget_get_height (widget) - SIZE) / 2;
  graphene_rect_t area = GRAPHENE_RECT_INIT (x, y, SIZE, SIZE);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &area, 5);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, chancery_colour_get_highlight (self->colour, scheme), &area);
  chancery_colour_snapshot_line (self->colour,
                                 scheme,
                                 snapshot,
                                 &GRAPHENE_RECT_INIT (x + 3, y + SIZE - 6, SIZE - 6, 3),
                                 GTK_ORIENTATION_HORIZONTAL);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot,
                              &outline,
                              (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { *line, *line, *line, *line });
}

static void
chancery_colour_swatch_class_init (ChanceryColourSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = chancery_colour_swatch_measure;
  widget_class->snapshot = chancery_colour_swatch_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
chancery_colour_swatch_init (ChanceryColourSwatch *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * chancery_colour_swatch_new:
 * @colour: the colour
 *
 * Returns: (transfer floating): a patch of it
 */
GtkWidget *
chancery_colour_swatch_new (ChanceryColour colour)
{
  ChanceryColourSwatch *self = g_object_new (CHANCERY_TYPE_COLOUR_SWATCH, NULL);

  self->colour = colour;
  return GTK_WIDGET (self);
}
