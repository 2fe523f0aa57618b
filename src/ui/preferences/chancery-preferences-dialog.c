/* chancery-preferences-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-preferences-dialog.h"

#include <glib/gi18n.h>

#include "chancery-sync-group.h"
#include "notes/chancery-colour-mark.h"
#include "notes/chancery-colours.h"

/* The places of the choices in the combo rows. */
enum
{
  FONT_SERIF,
  FONT_SANS,
  FONT_OTHER,
};

struct _ChanceryPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  AdwComboRow *font_row;
  AdwActionRow *other_font_row;
  GtkFontDialogButton *other_font_button;
  AdwSpinRow *font_size_row;
  AdwSpinRow *line_height_row;
  AdwSpinRow *width_row;
  AdwComboRow *scheme_row;
  AdwSwitchRow *caret_row;
  AdwPreferencesGroup *colours_group;
  ChancerySyncGroup *sync_group;

  GSettings *settings;
  ChanceryLibrary *library; /* (owned) (nullable) */
  GtkWidget *colour_rows[CHANCERY_N_COLOURS];
};

G_DEFINE_FINAL_TYPE (ChanceryPreferencesDialog, chancery_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
show_font (ChanceryPreferencesDialog *self)
{
  g_autofree char *font = g_settings_get_string (self->settings, "reader-font");
  gboolean serif = g_str_equal (font, "serif"), sans = g_str_equal (font, "sans");

  adw_combo_row_set_selected (self->font_row, serif ? FONT_SERIF : sans ? FONT_SANS : FONT_OTHER);
  gtk_widget_set_visible (GTK_WIDGET (self->other_font_row), !serif && !sans);
  if (!serif && !sans)
    {
      g_autoptr (PangoFontDescription) description = pango_font_description_new ();

      pango_font_description_set_family (description, font);
      gtk_font_dialog_button_set_font_desc (self->other_font_button, description);
    }
}

static void
font_selected_cb (ChanceryPreferencesDialog *self)
{
  PangoFontDescription *description;
  guint selected = adw_combo_row_get_selected (self->font_row);

  if (self->settings == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->other_font_row), selected == FONT_OTHER);
  if (selected != FONT_OTHER)
    {
      g_settings_set_string (self->settings, "reader-font", selected == FONT_SERIF ? "serif" : "sans");
      return;
    }

  description = gtk_font_dialog_button_get_font_desc (self->other_font_button);
  if (description != NULL && pango_font_description_get_family (description) != NULL)
    g_settings_set_string (self->settings, "reader-font", pango_font_description_get_family (description));
}

static void
scheme_selected_cb (ChanceryPreferencesDialog *self)
{
  if (self->settings != NULL)
    g_settings_set_enum (self->settings, "reader-scheme", (int) adw_combo_row_get_selected (self->scheme_row));
}

static void
reset_cb (ChanceryPreferencesDialog *self)
{
  static const char * const keys[] = {
    "reader-font", "reader-font-size", "reader-line-height", "reader-width", "reader-scheme",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (self->settings, keys[i]);
  show_font (self);
  adw_combo_row_set_selected (self->scheme_row, (guint) g_settings_get_enum (self->settings, "reader-scheme"));
}

static void
chancery_preferences_dialog_dispose (GObject *object)
{
  g_clear_object (&CHANCERY_PREFERENCES_DIALOG (object)->settings);
  g_clear_object (&CHANCERY_PREFERENCES_DIALOG (object)->library);
  gtk_widget_dispose_template (GTK_WIDGET (object), CHANCERY_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (chancery_preferences_dialog_parent_class)->dispose (object);
}

static void
chancery_preferences_dialog_class_init (ChanceryPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chancery_preferences_dialog_dispose;

  g_type_ensure (CHANCERY_TYPE_SYNC_GROUP);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/chancery_app/Chancery/ui/preferences/"
                                                             "chancery-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryPreferencesDialog, font_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPreferencesDialog, other_font_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPreferencesDialog, other_font_button);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPreferencesDialog, font_size_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPreferencesDialog, line_height_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPreferencesDialog, width_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPreferencesDialog, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPreferencesDialog, caret_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPreferencesDialog, colours_group);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPreferencesDialog, sync_group);
  gtk_widget_class_bind_template_callback (widget_class, font_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, scheme_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
chancery_preferences_dialog_init (ChanceryPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ChanceryPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (chancery_library_set_colour_name_finish (CHANCERY_LIBRARY (source), result, &error))
    return;

  toast = adw_toast_new ("");
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, error->message);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), toast);
}

static void
colour_named_cb (ChanceryPreferencesDialog *self,
                 GtkWidget                 *row)
{
  for (guint i = 0; i < CHANCERY_N_COLOURS; i++)
    if (row == self->colour_rows[i])
      chancery_library_set_colour_name_async (self->library, (ChanceryColour) i,
                                              gtk_editable_get_text (GTK_EDITABLE (row)), NULL, named_cb,
                                              g_object_ref (self));
}

static void
add_colour_rows (ChanceryPreferencesDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->colours_group), self->library != NULL);
  for (guint i = 0; self->library != NULL && i < CHANCERY_N_COLOURS; i++)
    {
      GtkWidget *row = adw_entry_row_new ();
      const char *name = chancery_library_get_colour_name (self->library, (ChanceryColour) i);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), chancery_colour_get_name ((ChanceryColour) i));
      gtk_editable_set_text (GTK_EDITABLE (row), name != NULL ? name : "");
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
      adw_entry_row_add_prefix (ADW_ENTRY_ROW (row), chancery_colour_mark_new ((ChanceryColour) i, TRUE));
      g_signal_connect_swapped (row, "apply", G_CALLBACK (colour_named_cb), self);
      adw_preferences_group_add (self->colours_group, row);
      self->colour_rows[i] = row;
    }
}

/**
 * chancery_preferences_dialog_new:
 * @settings: the program's settings
 * @library: (nullable): where the names of the colours are
 * @sync: (nullable): what syncs the library
 *
 * Returns: (transfer floating): a dialog that changes them as it is used
 */
AdwDialog *
chancery_preferences_dialog_new (GSettings       *settings,
                                 ChanceryLibrary *library,
                                 ChancerySync    *sync)
{
  ChanceryPreferencesDialog *self = g_object_new (CHANCERY_TYPE_PREFERENCES_DIALOG, NULL);

  g_settings_bind (settings, "reader-font-size", self->font_size_row, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reader-line-height", self->line_height_row, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reader-width", self->width_row, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "caret-mode", self->caret_row, "active", G_SETTINGS_BIND_DEFAULT);
  adw_combo_row_set_selected (self->scheme_row, (guint) g_settings_get_enum (settings, "reader-scheme"));
  self->settings = g_object_ref (settings);
  show_font (self);
  g_set_object (&self->library, library);
  add_colour_rows (self);
  chancery_sync_group_set_sync (self->sync_group, sync);

  return ADW_DIALOG (self);
}
