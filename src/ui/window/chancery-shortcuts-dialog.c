/* chancery-shortcuts-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-shortcuts-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *title;
  const char *accelerators; /* separated by spaces */
} Shortcut;

static const Shortcut general[] = {
  { N_("Import Files"), "<Control>o" },
  { N_("Import From Clipboard"), "<Control>v" },
  { N_("Import Notes"), "<Shift><Control>o" },
  { N_("Export Notes"), "<Shift><Control>e" },
  { N_("Choose an Organisation"), "<Control>l" },
  { N_("Undo"), "<Control>z" },
  { N_("Redo"), "<Shift><Control>z" },
  { N_("Next Pane"), "F6" },
  { N_("Previous Pane"), "<Shift>F6" },
  { N_("States"), "<Alt>1" },
  { N_("Library"), "<Alt>2" },
  { N_("Due Notes"), "<Alt>3" },
  { N_("Show or Hide the Sidebar"), "F9" },
  { N_("Show or Hide the Notes"), "<Shift>F9" },
  { N_("Preferences"), "<Control>comma" },
  { N_("Keyboard Shortcuts"), "<Control>question" },
  { N_("Close the Window"), "<Control>w" },
  { N_("Quit"), "<Control>q" },
};

static const Shortcut reading[] = {
  { N_("Find in Article"), "<Control>f" },
  { N_("Next Find"), "<Control>g" },
  { N_("Previous Find"), "<Shift><Control>g" },
  { N_("Caret Reading"), "F7" },
  { N_("Next Mention of a State"), "period" },
  { N_("Previous Mention of a State"), "comma" },
  { N_("Next Note"), "bracketright" },
  { N_("Previous Note"), "bracketleft" },
  { N_("Larger Text"), "<Control>plus" },
  { N_("Smaller Text"), "<Control>minus" },
  { N_("Normal Text"), "<Control>0" },
  { N_("Article Properties"), "<Alt>Return" },
  { N_("Versions of the Article"), "<Control>d" },
  { N_("Notes Without a Place"), "<Shift><Control>d" },
};

static const Shortcut marking[] = {
  { N_("Highlight in One of Eight Colours"), "1 8" },
  { N_("Highlight in the Last Colour"), "h" },
  { N_("Highlight Wherever the Words Stand"), "<Shift>h" },
  { N_("Highlight and Write a Note"), "n" },
  { N_("Move the End of the Highlight by a Word"), "<Alt><Shift>Left <Alt><Shift>Right" },
  { N_("Move the End of the Highlight by a Sentence"), "<Alt><Shift>Page_Up <Alt><Shift>Page_Down" },
  { N_("Move the Start of the Highlight by a Word"), "<Alt><Shift>Home <Alt><Shift>End" },
  { N_("Move the Start of the Highlight by a Sentence"), "<Control><Alt><Shift>Home <Control><Alt><Shift>End" },
  { N_("Extend or Shrink the Highlight to the Selection"), "x" },
  { N_("Split the Highlight at the Cursor"), "s" },
  { N_("Merge Highlights, or One With the Next"), "m" },
  { N_("Note on the Whole Article"), "<Shift><Control>n" },
  { N_("Note on the Selected State"), "<Shift><Control>m" },
  { N_("Edit the Note"), "e F2" },
  { N_("Take the Suggested Due Date"), "<Control>t" },
  { N_("Link the Note or the Passage"), "l" },
  { N_("Remove the Link"), "Delete" },
  { N_("Copy as a Quotation"), "<Shift><Control>c" },
  { N_("Delete the Note"), "Delete" },
  { N_("Select All Notes"), "<Control>a" },
  { N_("Select or Unselect the Note"), "<Control>space" },
  { N_("Confirm the Place of the Note"), "c" },
};

static const Shortcut versions[] = {
  { N_("Next Change"), "<Alt>Down n" },
  { N_("Previous Change"), "<Alt>Up p" },
  { N_("Text Before, Changes, Text After"), "<Alt>Left <Alt>Right" },
  { N_("Copy the Paragraph"), "<Control>c" },
  { N_("Attach the Note to the Likeliest Place"), "Return r" },
  { N_("Move the Note by Hand"), "m" },
  { N_("Attach the Note to the Selected Passage"), "<Control>Return" },
  { N_("Keep the Note on the Article"), "k" },
};

static const Shortcut map[] = {
  { N_("Zoom In"), "plus" },
  { N_("Zoom Out"), "minus" },
  { N_("Fit to the Members"), "0" },
  { N_("Next State in That Direction"), "Left Right Up Down" },
  { N_("Select the State"), "Return" },
};

static GtkWidget *
make_key (const char *accelerator)
{
  g_autofree char *text = NULL;
  GdkModifierType modifiers;
  GtkWidget *label;
  guint keyval;

  if (!gtk_accelerator_parse (accelerator, &keyval, &modifiers))
    return NULL;

  text = gtk_accelerator_get_label (keyval, modifiers);
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "keycap");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);

  return label;
}

static AdwPreferencesGroup *
make_group (const char     *title,
            const Shortcut *shortcuts,
            gsize           n_shortcuts)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  for (gsize i = 0; i < n_shortcuts; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      g_auto (GStrv) accelerators = g_strsplit (shortcuts[i].accelerators, " ", -1);
      g_autoptr (GString) spoken = g_string_new (NULL);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(shortcuts[i].title));
      for (gsize j = 0; accelerators[j] != NULL; j++)
        {
          GtkWidget *key = make_key (accelerators[j]);

          g_string_append_printf (spoken, j == 0 ? "%s" : ", %s", gtk_label_get_label (GTK_LABEL (key)));
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), key);
        }
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken->str, -1);
      adw_preferences_group_add (group, row);
    }

  return group;
}

/**
 * chancery_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): an overview of what the keyboard can do
 */
AdwDialog *
chancery_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_add (page, make_group (_("General"), general, G_N_ELEMENTS (general)));
  adw_preferences_page_add (page, make_group (_("Reading"), reading, G_N_ELEMENTS (reading)));
  adw_preferences_page_add (page, make_group (_("Marking"), marking, G_N_ELEMENTS (marking)));
  adw_preferences_page_add (page, make_group (_("Versions and Notes Without a Place"), versions, G_N_ELEMENTS (versions)));
  adw_preferences_page_add (page, make_group (_("Map"), map, G_N_ELEMENTS (map)));

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (page));
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_title (dialog, _("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 640);

  return dialog;
}
