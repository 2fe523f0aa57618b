/* chancery-properties-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-properties-dialog.h"

#include <glib/gi18n.h>

struct _ChanceryPropertiesDialog
{
  AdwDialog parent_instance;

  AdwPreferencesGroup *date_group;
  AdwEntryRow *date_row;
  GtkCalendar *calendar;
  GtkPopover *calendar_popover;
  AdwSwitchRow *guess_row;
  AdwEntryRow *kicker_row;
  AdwEntryRow *headline_row;
  AdwEntryRow *standfirst_row;
  AdwEntryRow *section_row;
  AdwEntryRow *place_row;
  AdwEntryRow *agency_row;
  AdwEntryRow *byline_row;
  AdwEntryRow *source_row;
  AdwEntryRow *address_row;
  AdwEntryRow *lang_row;
  GtkLabel *length_label;

  ChanceryArticle *article;
};

enum
{
  SAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryPropertiesDialog, chancery_properties_dialog, ADW_TYPE_DIALOG)

static const char *
get_text (AdwEntryRow *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  return *text != '\0' ? text : NULL;
}

static void
set_text (AdwEntryRow *row,
          const char  *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static gboolean
parse_date (ChanceryPropertiesDialog *self,
            ChanceryDate             *date)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->date_row));

  *date = CHANCERY_DATE_NONE;
  return *text == '\0' || chancery_date_parse (text, date);
}

static void
date_changed_cb (ChanceryPropertiesDialog *self)
{
  ChanceryDate date;
  gboolean valid = parse_date (self, &date);

  if (self->article == NULL)
    return;

  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->date_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->date_row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->date_row), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "properties.save", valid);
  /* Who corrects the date knows it. */
  adw_switch_row_set_active (self->guess_row,
                             valid && chancery_date_equal (date, chancery_article_get_published (self->article)) &&
                             chancery_article_get_published_guessed (self->article));
}

static void
calendar_shown_cb (ChanceryPropertiesDialog *self)
{
  ChanceryDate date;

  if (parse_date (self, &date) && chancery_date_is_set (date))
    {
      ChanceryDate day = chancery_date_first_day (date);
      g_autoptr (GDateTime) date_time = g_date_time_new_local (day.year, day.month, day.day, 0, 0, 0);

      gtk_calendar_select_day (self->calendar, date_time);
    }
}

static void
day_selected_cb (ChanceryPropertiesDialog *self)
{
  g_autoptr (GDateTime) date_time = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = chancery_date_to_string (chancery_date_from_g_date_time (date_time));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->calendar)))
    return;
  set_text (self->date_row, text);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ChanceryPropertiesDialog *self = CHANCERY_PROPERTIES_DIALOG (widget);
  g_autoptr (ChanceryArticle) corrected = NULL;
  ChanceryArticleFields fields;
  ChanceryDate date;

  if (!parse_date (self, &date))
    return;

  chancery_article_get_fields (self->article, &fields);
  fields.kicker = get_text (self->kicker_row);
  fields.headline = get_text (self->headline_row);
  fields.standfirst = get_text (self->standfirst_row);
  fields.section = get_text (self->section_row);
  fields.place = get_text (self->place_row);
  fields.agency = get_text (self->agency_row);
  fields.byline = get_text (self->byline_row);
  fields.source = get_text (self->source_row);
  fields.address = get_text (self->address_row);
  fields.lang = get_text (self->lang_row);
  fields.published = date;
  fields.published_guessed = adw_switch_row_get_active (self->guess_row);
  corrected = chancery_article_new (&fields);

  g_signal_emit (self, signals[SAVE], 0, corrected);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
chancery_properties_dialog_dispose (GObject *object)
{
  g_clear_object (&CHANCERY_PROPERTIES_DIALOG (object)->article);
  gtk_widget_dispose_template (GTK_WIDGET (object), CHANCERY_TYPE_PROPERTIES_DIALOG);

  G_OBJECT_CLASS (chancery_properties_dialog_parent_class)->dispose (object);
}

static void
chancery_properties_dialog_class_init (ChanceryPropertiesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chancery_properties_dialog_dispose;

  /**
   * ChanceryPropertiesDialog::save:
   * @self: the dialog
   * @article: the corrected article, with the same uid
   */
  signals[SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, CHANCERY_TYPE_ARTICLE);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/chancery_app/Chancery/ui/library/"
                                                             "chancery-properties-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryPropertiesDialog, date_group);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPropertiesDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPropertiesDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPropertiesDialog, calendar_popover);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPropertiesDialog, guess_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPropertiesDialog, kicker_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPropertiesDialog, headline_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPropertiesDialog, standfirst_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPropertiesDialog, section_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPropertiesDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPropertiesDialog, agency_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPropertiesDialog, byline_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPropertiesDialog, source_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPropertiesDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPropertiesDialog, lang_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPropertiesDialog, length_label);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);

  gtk_widget_class_install_action (widget_class, "properties.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "properties.save", NULL);
}

static void
chancery_properties_dialog_init (ChanceryPropertiesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * chancery_properties_dialog_new:
 * @article: an article
 *
 * Returns: (transfer floating): a dialog with its fields
 */
AdwDialog *
chancery_properties_dialog_new (ChanceryArticle *article)
{
  ChanceryPropertiesDialog *self = g_object_new (CHANCERY_TYPE_PROPERTIES_DIALOG, NULL);
  gboolean guessed = chancery_article_get_published_guessed (article);
  g_autofree char *date = chancery_date_to_string (chancery_article_get_published (article));
  gulong n_chars = (gulong) chancery_article_get_length_chars (article);
  g_autofree char *length = g_strdup_printf (ngettext ("%lu character", "%lu characters", n_chars), n_chars);

  set_text (self->date_row, date);
  set_text (self->kicker_row, chancery_article_get_kicker (article));
  set_text (self->headline_row, chancery_article_get_headline (article));
  set_text (self->standfirst_row, chancery_article_get_standfirst (article));
  set_text (self->section_row, chancery_article_get_section (article));
  set_text (self->place_row, chancery_article_get_place (article));
  set_text (self->agency_row, chancery_article_get_agency (article));
  set_text (self->byline_row, chancery_article_get_byline (article));
  set_text (self->source_row, chancery_article_get_source (article));
  set_text (self->address_row, chancery_article_get_address (article));
  set_text (self->lang_row, chancery_article_get_lang (article));
  gtk_label_set_label (self->length_label, length);

  adw_switch_row_set_active (self->guess_row, guessed);
  gtk_widget_set_visible (GTK_WIDGET (self->guess_row), guessed);
  if (guessed)
    adw_preferences_group_set_description (self->date_group,
                                           _("The text doesn’t give the whole date. What is missing was guessed: "
                                             "please check it, since members and office holders depend on it."));
  self->article = g_object_ref (article);

  return ADW_DIALOG (self);
}
