/* chancery-colour-chooser.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-colour-chooser.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "chancery-colour-mark.h"
#include "chancery-colour-namer.h"
#include "chancery-enum-types.h"

struct _ChanceryColourChooser
{
  GtkWidget parent_instance;

  GtkWidget *wrap; /* (owned) */
  GtkWidget *buttons[CHANCERY_N_COLOURS];
  ChanceryColour colour;
};

typedef enum
{
  PROP_COLOUR = 1,
} ChanceryColourChooserProps;

static GParamSpec *props[PROP_COLOUR + 1];

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryColourChooser, chancery_colour_chooser, GTK_TYPE_WIDGET)

static void
chancery_colour_chooser_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  ChanceryColourChooser *self = CHANCERY_COLOUR_CHOOSER (object);

  switch ((ChanceryColourChooserProps) prop_id)
    {
    case PROP_COLOUR:
      g_value_set_enum (value, (int) self->colour);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_colour_chooser_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  ChanceryColourChooser *self = CHANCERY_COLOUR_CHOOSER (object);

  switch ((ChanceryColourChooserProps) prop_id)
    {
    case PROP_COLOUR:
      chancery_colour_chooser_set_colour (self, (ChanceryColour) g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
chancery_colour_chooser_focus (GtkWidget        *widget,
                               GtkDirectionType  direction)
{
  ChanceryColourChooser *self = CHANCERY_COLOUR_CHOOSER (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean forward;
  guint next;

  /* Tab enters at what is chosen and leaves; arrows move the choice. */
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD || !inside)
    return !inside && gtk_widget_grab_focus (self->buttons[self->colour]);

  forward = direction == GTK_DIR_DOWN || direction == (is_rtl ? GTK_DIR_LEFT : GTK_DIR_RIGHT);
  next = ((guint) self->colour + (forward ? 1 : CHANCERY_N_COLOURS - 1)) % CHANCERY_N_COLOURS;
  gtk_widget_grab_focus (self->buttons[next]);
  gtk_widget_activate (self->buttons[next]);

  return TRUE;
}

static void
toggled_cb (GtkToggleButton *button,
            gpointer         user_data)
{
  ChanceryColourChooser *self = CHANCERY_COLOUR_CHOOSER (user_data);
  gboolean is_active = gtk_toggle_button_get_active (button);

  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                               is_active ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  if (!is_active)
    return;

  for (guint i = 0; i < CHANCERY_N_COLOURS; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      chancery_colour_chooser_set_colour (self, (ChanceryColour) i);
}

static void
clicked_cb (GtkButton *button,
            gpointer   user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_CHOSEN], 0);
}

static void
chancery_colour_chooser_map (GtkWidget *widget)
{
  ChanceryColourChooser *self = CHANCERY_COLOUR_CHOOSER (widget);

  for (guint i = 0; i < CHANCERY_N_COLOURS; i++)
    chancery_colour_namer_label (self->buttons[i], (ChanceryColour) i);

  GTK_WIDGET_CLASS (chancery_colour_chooser_parent_class)->map (widget);
}

static void
chancery_colour_chooser_dispose (GObject *object)
{
  ChanceryColourChooser *self = CHANCERY_COLOUR_CHOOSER (object);

  g_clear_pointer (&self->wrap, gtk_widget_unparent);

  G_OBJECT_CLASS (chancery_colour_chooser_parent_class)->dispose (object);
}

static void
chancery_colour_chooser_class_init (ChanceryColourChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = chancery_colour_chooser_map;
  object_class->get_property = chancery_colour_chooser_get_property;
  object_class->set_property = chancery_colour_chooser_set_property;
  object_class->dispose = chancery_colour_chooser_dispose;

  widget_class->focus = chancery_colour_chooser_focus;

  props[PROP_COLOUR] = g_param_spec_enum ("colour", NULL, NULL, CHANCERY_TYPE_COLOUR, CHANCERY_COLOUR_YELLOW,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ChanceryColourChooser::chosen:
   * @self: the chooser
   *
   * The user chose a colour, perhaps the one that was chosen already.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "colourchooser");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
chancery_colour_chooser_init (ChanceryColourChooser *self)
{
  self->wrap = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->wrap), 2);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->wrap), 2);
  gtk_widget_set_parent (self->wrap, GTK_WIDGET (self));

  for (guint i = 0; i < CHANCERY_N_COLOURS; i++)
    {
      GtkWidget *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);

      gtk_button_set_child (GTK_BUTTON (button), chancery_colour_mark_new ((ChanceryColour) i, TRUE));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "circular");
      gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                                   i == 0 ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
      if (i == 0)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->buttons[0]));
      g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
      g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
      chancery_colour_namer_label (button, (ChanceryColour) i);
      adw_wrap_box_append (ADW_WRAP_BOX (self->wrap), button);
      self->buttons[i] = button;
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Colour"), -1);
}

GtkWidget *
chancery_colour_chooser_new (void)
{
  return g_object_new (CHANCERY_TYPE_COLOUR_CHOOSER, NULL);
}

ChanceryColour
chancery_colour_chooser_get_colour (ChanceryColourChooser *self)
{
  g_return_val_if_fail (CHANCERY_IS_COLOUR_CHOOSER (self), CHANCERY_COLOUR_YELLOW);

  return self->colour;
}

void
chancery_colour_chooser_set_colour (ChanceryColourChooser *self,
                                    ChanceryColour         colour)
{
  g_return_if_fail (CHANCERY_IS_COLOUR_CHOOSER (self));
  g_return_if_fail ((guint) colour < CHANCERY_N_COLOURS);

  if (self->colour == colour)
    return;

  self->colour = colour;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[colour]), TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COLOUR]);
}
