/* chancery-highlight-toolbar.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-highlight-toolbar.h"

#include <glib/gi18n.h>

#include "chancery-colour-swatch.h"
#include "notes/chancery-colour-namer.h"

struct _ChanceryHighlightToolbar
{
  GtkPopover parent_instance;

  GtkWidget *buttons[CHANCERY_N_COLOURS];
  GtkWidget *fit_button;
  GtkWidget *fit_image;
};

G_DEFINE_FINAL_TYPE (ChanceryHighlightToolbar, chancery_highlight_toolbar, GTK_TYPE_POPOVER)

static void
set_tip (GtkWidget  *button,
         const char *tip)
{
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
}

static GtkWidget *
make_button (const char *action,
             const char *tip,
             GtkWidget  *child)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_focus_on_click (button, FALSE);
  set_tip (button, tip);

  return button;
}

static void
name_colours (ChanceryHighlightToolbar *self)
{
  for (ChanceryColour colour = 0; colour < CHANCERY_N_COLOURS; colour++)
    {
      /* Translators: a colour, and the key that highlights in it */
      g_autofree char *tip = g_strdup_printf (C_("highlight", "%s (%u)"),
                                              chancery_colour_namer_get_name (GTK_WIDGET (self), colour),
                                              (guint) colour + 1);

      set_tip (self->buttons[colour], tip);
    }
}

static void
chancery_highlight_toolbar_map (GtkWidget *widget)
{
  name_colours (CHANCERY_HIGHLIGHT_TOOLBAR (widget));

  GTK_WIDGET_CLASS (chancery_highlight_toolbar_parent_class)->map (widget);
}

static void
chancery_highlight_toolbar_class_init (ChanceryHighlightToolbarClass *klass)
{
  GTK_WIDGET_CLASS (klass)->map = chancery_highlight_toolbar_map;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
chancery_highlight_toolbar_init (ChanceryHighlightToolbar *self)
{
  GtkPopover *popover = GTK_POPOVER (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button;

  gtk_popover_set_autohide (popover, FALSE);
  gtk_popover_set_position (popover, GTK_POS_TOP);
  gtk_widget_add_css_class (GTK_WIDGET (self), "highlight-toolbar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Highlight"), -1);

  for (ChanceryColour colour = 0; colour < CHANCERY_N_COLOURS; colour++)
    {
      button = make_button ("reader.highlight", "", chancery_colour_swatch_new (colour));
      self->buttons[colour] = button;
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (gint32) colour);
      gtk_box_append (GTK_BOX (box), button);
    }

  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  self->fit_image = gtk_image_new ();
  self->fit_button = make_button ("reader.fit", "", self->fit_image);
  gtk_widget_set_visible (self->fit_button, FALSE);
  gtk_box_append (GTK_BOX (box), self->fit_button);
  gtk_box_append (GTK_BOX (box),
                  make_button ("reader.annotate", _("Add Note"), gtk_image_new_from_icon_name ("document-edit-symbolic")));
  gtk_box_append (GTK_BOX (box),
                  make_button ("reader.copy", _("Copy"), gtk_image_new_from_icon_name ("edit-copy-symbolic")));

  gtk_popover_set_child (popover, box);
  name_colours (self);
}

/**
 * chancery_highlight_toolbar_new:
 *
 * Returns: (transfer floating): a toolbar, to be given a parent among the
 *   reader's widgets
 */
GtkWidget *
chancery_highlight_toolbar_new (void)
{
  return g_object_new (CHANCERY_TYPE_HIGHLIGHT_TOOLBAR, NULL);
}

/**
 * chancery_highlight_toolbar_set_fitting:
 * @self: a toolbar
 * @fits: whether the selection has to do with a highlight
 * @shrinks: whether it is a part of it
 *
 * Offers to extend a highlight by the selection, or to shrink it to that.
 */
void
chancery_highlight_toolbar_set_fitting (ChanceryHighlightToolbar *self,
                                        gboolean                  fits,
                                        gboolean                  shrinks)
{
  g_return_if_fail (CHANCERY_IS_HIGHLIGHT_TOOLBAR (self));

  gtk_widget_set_visible (self->fit_button, fits);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->fit_image),
                                shrinks ? "chancery-shrink-symbolic" : "chancery-extend-symbolic");
  set_tip (self->fit_button, shrinks ? _("Shrink Highlight to Selection") : _("Extend Highlight by Selection"));
}
