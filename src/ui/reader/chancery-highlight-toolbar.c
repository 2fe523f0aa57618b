/* chancery-highlight-toolbar.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-highlight-toolbar.h"

#include <glib/gi18n.h>

#include "chancery-colour-swatch.h"
#include "notes/chancery-colours.h"

struct _ChanceryHighlightToolbar
{
  GtkPopover parent_instance;
};

G_DEFINE_FINAL_TYPE (ChanceryHighlightToolbar, chancery_highlight_toolbar, GTK_TYPE_POPOVER)

static GtkWidget *
make_button (const char *action,
             const char *tip,
             GtkWidget  *child)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);

  return button;
}

static void
chancery_highlight_toolbar_class_init (ChanceryHighlightToolbarClass *klass)
{
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
      /* Translators: a colour, and the key that highlights in it */
      g_autofree char *tip =
        g_strdup_printf (C_("highlight", "%s (%u)"), chancery_colour_get_name (colour), (guint) colour + 1);

      button = make_button ("reader.highlight", tip, chancery_colour_swatch_new (colour));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (gint32) colour);
      gtk_box_append (GTK_BOX (box), button);
    }

  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box),
                  make_button ("reader.annotate", _("Add Note"), gtk_image_new_from_icon_name ("document-edit-symbolic")));
  gtk_box_append (GTK_BOX (box),
                  make_button ("reader.copy", _("Copy"), gtk_image_new_from_icon_name ("edit-copy-symbolic")));

  gtk_popover_set_child (popover, box);
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
