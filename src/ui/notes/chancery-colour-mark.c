/* chancery-colour-mark.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-colour-mark.h"

#include <adwaita.h>

#include "chancery-enum-types.h"

#define EDGE_WIDTH 5
#define SWATCH_SIZE 22
#define SWATCH_LINE 4

struct _ChanceryColourMark
{
  GtkWidget parent_instance;

  ChanceryColour colour;
  gboolean is_swatch;
};

typedef enum
{
  PROP_COLOUR = 1,
  PROP_IS_SWATCH,
} ChanceryColourMarkProps;

static GParamSpec *props[PROP_IS_SWATCH + 1];

G_DEFINE_FINAL_TYPE (ChanceryColourMark, chancery_colour_mark, GTK_TYPE_WIDGET)

static void
chancery_colour_mark_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ChanceryColourMark *self = CHANCERY_COLOUR_MARK (object);

  switch ((ChanceryColourMarkProps) prop_id)
    {
    case PROP_COLOUR:
      g_value_set_enum (value, (int) self->colour);
      break;
    case PROP_IS_SWATCH:
      g_value_set_boolean (value, self->is_swatch);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_colour_mark_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ChanceryColourMark *self = CHANCERY_COLOUR_MARK (object);

  switch ((ChanceryColourMarkProps) prop_id)
    {
    case PROP_COLOUR:
      chancery_colour_mark_set_colour (self, (ChanceryColour) g_value_get_enum (value));
      break;
    case PROP_IS_SWATCH:
      self->is_swatch = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_colour_mark_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  ChanceryColourMark *self = CHANCERY_COLOUR_MARK (widget);

  if (self->is_swatch)
    *minimum = *natural = SWATCH_SIZE;
  else
    *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? EDGE_WIDTH : 0;
}

static void
snapshot_swatch (ChanceryColourMark   *self,
                 GtkSnapshot          *snapshot,
                 ChanceryColourScheme  scheme,
                 float                 width,
                 float                 height)
{
  const GdkRGBA *line = chancery_colour_get_line (self->colour, scheme);
  float x = (width - SWATCH_SIZE) / 2;
  float y = (height - SWATCH_SIZE) / 2;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, y, SWATCH_SIZE, SWATCH_SIZE), SWATCH_SIZE / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, chancery_colour_get_highlight (self->colour, scheme), &outline.bounds);
  chancery_colour_snapshot_line (self->colour, scheme, snapshot,
                                 &GRAPHENE_RECT_INIT (x, y + (SWATCH_SIZE - SWATCH_LINE) / 2.0f, SWATCH_SIZE, SWATCH_LINE),
                                 GTK_ORIENTATION_HORIZONTAL);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { *line, *line, *line, *line });
}

static void
chancery_colour_mark_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  ChanceryColourMark *self = CHANCERY_COLOUR_MARK (widget);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  ChanceryColourScheme scheme =
    chancery_colour_scheme_for (adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style));
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, width, height);

  if (self->is_swatch)
    {
      snapshot_swatch (self, snapshot, scheme, width, height);
      return;
    }

  gtk_snapshot_append_color (snapshot, chancery_colour_get_highlight (self->colour, scheme), &area);
  chancery_colour_snapshot_line (self->colour, scheme, snapshot, &area, GTK_ORIENTATION_VERTICAL);
}

static void
chancery_colour_mark_realize (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  GTK_WIDGET_CLASS (chancery_colour_mark_parent_class)->realize (widget);

  g_signal_connect_swapped (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget);
  g_signal_connect_swapped (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), widget);
}

static void
chancery_colour_mark_unrealize (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  g_signal_handlers_disconnect_by_data (style, widget);

  GTK_WIDGET_CLASS (chancery_colour_mark_parent_class)->unrealize (widget);
}

static void
chancery_colour_mark_class_init (ChanceryColourMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = chancery_colour_mark_get_property;
  object_class->set_property = chancery_colour_mark_set_property;

  widget_class->measure = chancery_colour_mark_measure;
  widget_class->snapshot = chancery_colour_mark_snapshot;
  widget_class->realize = chancery_colour_mark_realize;
  widget_class->unrealize = chancery_colour_mark_unrealize;

  props[PROP_COLOUR] = g_param_spec_enum ("colour", NULL, NULL, CHANCERY_TYPE_COLOUR, CHANCERY_COLOUR_YELLOW,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_IS_SWATCH] = g_param_spec_boolean ("is-swatch", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "colourmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
chancery_colour_mark_init (ChanceryColourMark *self)
{
}

/**
 * chancery_colour_mark_new:
 * @colour: a colour
 * @is_swatch: whether it is a round spot; else it is an upright edge
 *
 * Returns: (transfer floating): a mark
 */
GtkWidget *
chancery_colour_mark_new (ChanceryColour colour,
                          gboolean       is_swatch)
{
  return g_object_new (CHANCERY_TYPE_COLOUR_MARK, "colour", colour, "is-swatch", is_swatch, NULL);
}

void
chancery_colour_mark_set_colour (ChanceryColourMark *self,
                                 ChanceryColour      colour)
{
  g_return_if_fail (CHANCERY_IS_COLOUR_MARK (self));

  if (self->colour == colour)
    return;

  self->colour = colour;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COLOUR]);
}
