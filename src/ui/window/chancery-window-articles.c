/* chancery-window-articles.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-window-private.h"

#include <glib/gi18n.h>

#include "chancery-starter.h"
#include "library/chancery-properties-dialog.h"

/* Opening the library */

static void
show_trouble (ChanceryWindow *self,
              const GError   *error)
{
  gboolean damaged = g_error_matches (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_DAMAGED);
  gboolean unusable = damaged ||
                      g_error_matches (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_A_LIBRARY) ||
                      g_error_matches (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NEWER_VERSION);
  g_autofree char *description = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->trouble_page, description);
  gtk_widget_set_visible (self->recover_button, damaged);
  gtk_widget_set_visible (self->new_library_button, unusable);
  gtk_stack_set_visible_child_name (self->reader_stack, "trouble");
  chancery_window_show_reader (self);
  chancery_window_set_ready (self);
}

/**
 * chancery_window_library_damaged:
 * @self: the window
 * @message: what is wrong with it
 *
 * Shows that the library turned out to be damaged, and what can be done.
 */
void
chancery_window_library_damaged (ChanceryWindow *self,
                                 const char     *message)
{
  g_autoptr (GError) error = g_error_new_literal (CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_DAMAGED, message);

  show_trouble (self, error);
}

static void
articles_listed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) articles = chancery_library_list_articles_finish (CHANCERY_LIBRARY (source), result, &error);
  g_autofree char *last = NULL;

  if (articles == NULL)
    {
      chancery_window_say_error (self, _("The library can’t be listed"), error);
      return;
    }

  chancery_library_page_set_model (self->library_page, articles);

  /* What was asked for meanwhile, on the command line say, goes first. */
  if (chancery_open_article_get_uid (self->open_article) != NULL)
    return;

  last = g_settings_get_string (chancery_context_get_settings (self->context), "article");
  if (*last != '\0')
    chancery_window_open (self, last);
  else
    {
      gtk_stack_set_visible_child_name (self->reader_stack, "empty");
      chancery_window_set_ready (self);
    }
}

static void
list_articles (ChanceryWindow *self)
{
  ChanceryLibrary *library = chancery_context_get_library (self->context);

  if (library == NULL)
    return;

  chancery_library_list_articles_async (library, self->cancellable, articles_listed_cb, g_object_ref (self));
  chancery_window_count_notes (self);
}

static void
starter_added_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = chancery_starter_add_finish (CHANCERY_LIBRARY (source), result, &error);

  if (first == NULL)
    chancery_window_say_error (self, _("The first articles can’t be added"), error);
  if (self->context == NULL)
    return;

  if (first != NULL)
    {
      GSettings *settings = chancery_context_get_settings (self->context);

      g_settings_reset (settings, "starter-pending");
      if (chancery_open_article_get_uid (self->open_article) == NULL)
        g_settings_set_string (settings, "article", first);
    }
  list_articles (self);
}

static void
library_opened_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  ChanceryLibrary *library;
  GSettings *settings;

  if (!chancery_context_open_library_finish (CHANCERY_CONTEXT (source), result, &error) || self->context == NULL)
    {
      if (self->context != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_trouble (self, error);
      return;
    }

  library = chancery_context_get_library (self->context);
  settings = chancery_context_get_settings (self->context);
  g_signal_group_set_target (self->library_signals, library);
  g_signal_group_set_target (self->history_signals, chancery_context_get_history (self->context));
  chancery_notes_panel_set_library (self->notes_panel, library);
  chancery_notes_panel_set_history (self->notes_panel, chancery_context_get_history (self->context));
  chancery_reader_set_history (self->reader, chancery_context_get_history (self->context),
                               chancery_context_get_library (self->context));
  chancery_window_history_changed (self);
  gtk_stack_set_visible_child_name (self->reader_stack, "nothing");

  /* If the program ends before all is added, the next start goes on. */
  if (self->library_is_new)
    g_settings_set_boolean (settings, "starter-pending", TRUE);
  if (g_settings_get_boolean (settings, "starter-pending"))
    chancery_starter_add_async (library, self->cancellable, starter_added_cb, g_object_ref (self));
  else
    list_articles (self);
}

static void
file_queried_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);

  if (self->context == NULL)
    return;

  self->library_is_new = info == NULL;
  chancery_context_open_library_async (self->context, self->cancellable, library_opened_cb, g_object_ref (self));
}

/**
 * chancery_window_open_library:
 * @self: the window
 *
 * Opens the library, with what was read last, or says why that isn't possible.
 * A library that is made at that moment gets the bundled articles.
 */
void
chancery_window_open_library (ChanceryWindow *self)
{
  g_file_query_info_async (chancery_context_get_library_file (self->context), G_FILE_ATTRIBUTE_STANDARD_TYPE,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, self->cancellable, file_queried_cb,
                           g_object_ref (self));
}

static void
try_again_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);

  if (chancery_context_get_library (self->context) == NULL)
    chancery_window_open_library (self);
  else
    list_articles (self);
}

static void
recovered_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *articles = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *body = NULL;
  guint n_articles, n_notes;
  g_autoptr (GFile) kept = chancery_library_recover_finish (result, &n_articles, &n_notes, &error);
  AdwDialog *dialog;

  if (self->context == NULL)
    return;
  if (kept == NULL)
    {
      show_trouble (self, error);
      return;
    }

  name = g_file_get_parse_name (kept);
  articles = g_strdup_printf (ngettext ("%'u article was saved.", "%'u articles were saved.", n_articles), n_articles);
  notes = g_strdup_printf (ngettext ("%'u note was saved.", "%'u notes were saved.", n_notes), n_notes);
  /* Translators: two sentences that say how much was saved, then where the old file is */
  body = g_strdup_printf (_("%1$s %2$s The damaged file is kept as %3$s."), articles, notes, name);
  dialog = adw_alert_dialog_new (_("Library Recovered"), body);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
  chancery_window_open_library (self);
}

static void
closed_for_recovery_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;

  chancery_context_close_library_finish (CHANCERY_CONTEXT (source), result, NULL);
  if (self->context == NULL)
    return;
  chancery_library_recover_async (chancery_context_get_library_file (self->context), self->cancellable, recovered_cb,
                                  g_object_ref (self));
}

static void
recover_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);

  chancery_library_page_set_model (self->library_page, NULL);
  chancery_open_article_close (self->open_article);
  chancery_context_close_library_async (self->context, closed_for_recovery_cb, g_object_ref (self));
}

static void
set_aside_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) kept = chancery_library_set_aside_finish (result, &error);
  g_autofree char *name = NULL;
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  if (self->context == NULL)
    return;
  if (kept == NULL)
    {
      show_trouble (self, error);
      return;
    }

  name = g_file_get_parse_name (kept);
  /* Translators: %s is the name of a file */
  body = g_strdup_printf (_("The old file is kept as %s."), name);
  dialog = adw_alert_dialog_new (_("New Library Started"), body);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
  chancery_window_open_library (self);
}

static void
closed_for_new_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;

  chancery_context_close_library_finish (CHANCERY_CONTEXT (source), result, NULL);
  if (self->context == NULL)
    return;
  chancery_library_set_aside_async (chancery_context_get_library_file (self->context), self->cancellable,
                                    set_aside_cb, g_object_ref (self));
}

static void
new_library_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);

  chancery_library_page_set_model (self->library_page, NULL);
  chancery_open_article_close (self->open_article);
  chancery_context_close_library_async (self->context, closed_for_new_cb, g_object_ref (self));
}

static void
show_folder_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  g_autoptr (GtkFileLauncher) launcher =
    gtk_file_launcher_new (chancery_context_get_library_file (self->context));

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (self), self->cancellable, NULL, NULL);
}

/* The article that is open */

/**
 * chancery_window_open:
 * @self: the window
 * @uid: an article of the library
 *
 * Shows the article where it was left.
 */
void
chancery_window_open (ChanceryWindow *self,
                      const char     *uid)
{
  if (chancery_context_get_library (self->context) == NULL)
    return;

  chancery_window_show_reader (self);
  if (g_strcmp0 (uid, chancery_open_article_get_uid (self->open_article)) == 0)
    return;

  chancery_window_save_reading (self);
  chancery_open_article_open (self->open_article, uid);
}

/**
 * chancery_window_article_changed:
 * @self: the window
 *
 * Shows the open article, or that there is none.
 */
void
chancery_window_article_changed (ChanceryWindow *self)
{
  ChanceryArticle *article = chancery_open_article_get_article (self->open_article);
  const char *uid = article != NULL ? chancery_article_get_uid (article) : NULL;
  const char *headline = article != NULL ? chancery_article_get_headline (article) : NULL;

  g_settings_set_string (chancery_context_get_settings (self->context), "article", uid != NULL ? uid : "");
  chancery_library_page_set_current (self->library_page, uid);

  chancery_reader_set_article (self->reader, article);
  chancery_reader_set_notes (self->reader, chancery_open_article_get_notes (self->open_article));
  if (article != NULL)
    chancery_reader_set_position_chars (self->reader,
                                        chancery_open_article_get_position_chars (self->open_article));
  self->saved_chars = chancery_open_article_get_position_chars (self->open_article);
  self->article_shown = article != NULL;
  if (article != NULL && self->note_to_show != NULL &&
      g_strcmp0 (chancery_note_get_article_uid (self->note_to_show), uid) == 0)
    chancery_reader_scroll_to_note (self->reader, self->note_to_show);
  g_clear_object (&self->note_to_show);

  gtk_stack_set_visible_child_name (self->reader_stack, article != NULL ? "reader" : "empty");
  adw_navigation_page_set_title (self->reader_page, headline != NULL ? headline : _("Article"));
  gtk_window_set_title (GTK_WINDOW (self), headline != NULL ? headline : "Chancery");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.find", article != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.properties", article != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.versions", article != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.remove-article", article != NULL);
  gtk_widget_set_visible (self->article_button, article != NULL);

  chancery_window_update_point_of_view (self);
  chancery_window_update_notes (self);
}

/**
 * chancery_window_mentions_changed:
 * @self: the window
 *
 * Shows the mentions of states in the text, in the list and on the map.
 */
void
chancery_window_mentions_changed (ChanceryWindow *self)
{
  GArray *mentions = chancery_open_article_get_mentions (self->open_article);

  chancery_reader_set_mentions (self->reader, mentions);
  if (self->states != NULL)
    chancery_states_set_mentions (self->states, mentions);
  if (mentions != NULL)
    chancery_window_set_ready (self);
}

/* The notes can be filtered by the organisation's members, as the states have just been told. */
static void
set_members (ChanceryWindow *self)
{
  GListModel *items = G_LIST_MODEL (chancery_states_get_selection (self->states));
  ChanceryOrganisation *organisation = chancery_states_get_organisation (self->states);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) members = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (ChanceryStateItem) item = g_list_model_get_item (items, i);

      if (chancery_state_item_get_status (item) == CHANCERY_MEMBERSHIP_STATUS_MEMBER)
        g_strv_builder_add (builder, chancery_state_item_get_iso (item));
    }

  members = g_strv_builder_end (builder);
  chancery_notes_panel_set_members (self->notes_panel,
                                    organisation != NULL ? chancery_organisation_get_abbreviation (organisation) : NULL,
                                    (const char * const *) members);
}

/**
 * chancery_window_update_point_of_view:
 * @self: the window
 *
 * Resolves members for the chosen organisation and the open article's date.
 */
void
chancery_window_update_point_of_view (ChanceryWindow *self)
{
  ChanceryCatalogue *catalogue = chancery_context_get_catalogue (self->context);
  ChanceryOrganisation *organisation;
  ChanceryDate date = chancery_open_article_get_date (self->open_article);
  g_autofree char *id = NULL;

  if (catalogue == NULL || self->states == NULL)
    return;

  id = g_settings_get_string (chancery_context_get_settings (self->context), "organisation");
  organisation = chancery_catalogue_lookup_organisation (catalogue, id);
  if (organisation == NULL)
    {
      g_settings_reset (chancery_context_get_settings (self->context), "organisation");
      g_free (id);
      id = g_settings_get_string (chancery_context_get_settings (self->context), "organisation");
      organisation = chancery_catalogue_lookup_organisation (catalogue, id);
    }

  chancery_states_set_point_of_view (self->states, organisation, date);
  set_members (self);
  chancery_reader_set_organisation (self->reader, organisation);
  chancery_reader_set_as_of_date (self->reader, date);
}

/**
 * chancery_window_save_reading:
 * @self: the window
 *
 * Keeps where the open article is being left. The library finishes it even if
 * the program ends.
 */
void
chancery_window_save_reading (ChanceryWindow *self)
{
  ChanceryArticle *article = chancery_open_article_get_article (self->open_article);
  ChanceryLibrary *library = chancery_context_get_library (self->context);

  if (article == NULL || library == NULL || !self->article_shown)
    return;

  self->saved_chars = chancery_reader_get_position_chars (self->reader);
  chancery_library_set_reading_async (library, chancery_article_get_uid (article), self->saved_chars, TRUE, NULL, NULL,
                                      NULL);
}

/* Properties */

static void
updated_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!chancery_library_update_article_finish (CHANCERY_LIBRARY (source), result, &error))
    {
      chancery_window_say_error (self, _("The properties can’t be saved"), error);
      return;
    }

  if (self->open_article != NULL)
    chancery_open_article_reload (self->open_article);
}

static void
save_cb (ChanceryWindow  *self,
         ChanceryArticle *article)
{
  ChanceryLibrary *library = chancery_context_get_library (self->context);

  if (library == NULL)
    return;

  chancery_window_save_reading (self);
  chancery_library_update_article_async (library, article, NULL, updated_cb, g_object_ref (self));
}

static void
loaded_for_properties_cb (GObject      *source,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryArticle) article =
    chancery_library_load_article_finish (CHANCERY_LIBRARY (source), result, &error);
  AdwDialog *dialog;

  if (article == NULL)
    {
      chancery_window_say_error (self, _("The article can’t be opened"), error);
      return;
    }

  if (self->context == NULL)
    return;
  dialog = chancery_properties_dialog_new (article);
  g_signal_connect_object (dialog, "save", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * chancery_window_show_properties:
 * @self: the window
 * @uid: an article of the library
 *
 * Shows the article's fields, to be corrected.
 */
void
chancery_window_show_properties (ChanceryWindow *self,
                                 const char     *uid)
{
  ChanceryLibrary *library = chancery_context_get_library (self->context);

  if (library != NULL)
    chancery_library_load_article_async (library, uid, self->cancellable, loaded_for_properties_cb,
                                         g_object_ref (self));
}

static void
properties_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  ChanceryArticle *article = chancery_open_article_get_article (self->open_article);

  if (article != NULL)
    chancery_window_show_properties (self, chancery_article_get_uid (article));
}

/* Removing */

typedef struct
{
  ChanceryWindow *window; /* (owned) */
  char *uid; /* (owned) */
  gboolean was_open;
} Removal;

static void
removal_free (gpointer  data,
              GClosure *closure)
{
  Removal *removal = data;

  g_object_unref (removal->window);
  g_free (removal->uid);
  g_free (removal);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!chancery_library_restore_article_finish (CHANCERY_LIBRARY (source), result, &error))
    chancery_window_say_error (self, _("The article can’t be brought back"), error);
}

static void
restore_cb (AdwToast *toast,
            gpointer  user_data)
{
  Removal *removal = user_data;
  ChanceryContext *context = removal->window->context;
  ChanceryLibrary *library = context != NULL ? chancery_context_get_library (context) : NULL;

  if (library == NULL)
    return;

  chancery_library_restore_article_async (library, removal->uid, NULL, restored_cb, g_object_ref (removal->window));
  if (removal->was_open)
    chancery_window_open (removal->window, removal->uid);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Removal *removal = user_data;
  ChanceryWindow *self = removal->window;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (!chancery_library_remove_article_finish (CHANCERY_LIBRARY (source), result, &error))
    {
      chancery_window_say_error (self, _("The article can’t be removed"), error);
      removal_free (removal, NULL);
      return;
    }

  if (self->open_article == NULL)
    {
      removal_free (removal, NULL);
      return;
    }
  if (g_strcmp0 (removal->uid, chancery_open_article_get_uid (self->open_article)) == 0)
    {
      removal->was_open = TRUE;
      chancery_open_article_close (self->open_article);
    }
  toast = adw_toast_new (_("Article removed"));
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (restore_cb), removal, removal_free, G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * chancery_window_remove_article:
 * @self: the window
 * @uid: an article of the library
 *
 * Removes the article and its notes; a toast offers to undo it.
 */
void
chancery_window_remove_article (ChanceryWindow *self,
                                const char     *uid)
{
  ChanceryLibrary *library = chancery_context_get_library (self->context);
  Removal *removal;

  if (library == NULL)
    return;

  removal = g_new0 (Removal, 1);
  removal->window = g_object_ref (self);
  removal->uid = g_strdup (uid);
  chancery_library_remove_article_async (library, removal->uid, NULL, removed_cb, removal);
}

static void
remove_article_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  ChanceryArticle *article = chancery_open_article_get_article (self->open_article);

  if (article != NULL)
    chancery_window_remove_article (self, chancery_article_get_uid (article));
}

void
chancery_window_install_article_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.properties", NULL, properties_action);
  gtk_widget_class_install_action (widget_class, "win.remove-article", NULL, remove_article_action);
  gtk_widget_class_install_action (widget_class, "win.try-again", NULL, try_again_action);
  gtk_widget_class_install_action (widget_class, "win.recover", NULL, recover_action);
  gtk_widget_class_install_action (widget_class, "win.new-library", NULL, new_library_action);
  gtk_widget_class_install_action (widget_class, "win.show-folder", NULL, show_folder_action);
}
