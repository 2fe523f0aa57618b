/* chancery-window.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-window-private.h"

#include <glib/gi18n.h>

#include "chancery-about.h"
#include "chancery-config.h"
#include "chancery-help-dialog.h"
#include "chancery-shortcuts-dialog.h"
#include "notes/chancery-colour-namer.h"
#include "preferences/chancery-preferences-dialog.h"

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_NOTES_SHOWN,
} ChanceryWindowProps;

static GParamSpec *props[PROP_NOTES_SHOWN + 1];

/* A person takes less for no wait at all. */
#define MAX_WAIT_MS 150

static void chancery_window_name_colours (ChanceryColourNamerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ChanceryWindow, chancery_window, ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (CHANCERY_TYPE_COLOUR_NAMER, chancery_window_name_colours))

static const char *
get_colour_name (ChanceryColourNamer *namer,
                 ChanceryColour       colour)
{
  ChanceryWindow *self = CHANCERY_WINDOW (namer);
  ChanceryLibrary *library = self->context != NULL ? chancery_context_get_library (self->context) : NULL;

  return library != NULL ? chancery_library_get_colour_name (library, colour) : NULL;
}

static void
chancery_window_name_colours (ChanceryColourNamerInterface *iface)
{
  iface->get_name = get_colour_name;
}

/**
 * chancery_window_say:
 * @self: the window
 * @message: a short sentence
 *
 * Shows a toast.
 */
void
chancery_window_say (ChanceryWindow *self,
                     const char     *message)
{
  AdwToast *toast;

  /* What was under way may end after the window has gone. */
  if (self->toasts == NULL)
    return;

  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
details_cb (AdwToast *toast,
            gpointer  user_data)
{
  ChanceryWindow *self = user_data;
  AdwDialog *dialog = adw_alert_dialog_new (g_object_get_data (G_OBJECT (toast), "message"),
                                            g_object_get_data (G_OBJECT (toast), "details"));

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static AdwToast *
make_error_toast (ChanceryWindow *self,
                  const char     *message,
                  const char     *details)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Details"));
  adw_toast_set_timeout (toast, 0);
  g_object_set_data_full (G_OBJECT (toast), "message", g_strdup (message), g_free);
  g_object_set_data_full (G_OBJECT (toast), "details", g_strdup (details), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (details_cb), self, G_CONNECT_DEFAULT);

  return toast;
}

/**
 * chancery_window_say_error:
 * @self: the window
 * @message: what didn't work, a short sentence
 * @error: why
 *
 * Shows a toast whose button tells why. A cancellation is silence.
 */
void
chancery_window_say_error (ChanceryWindow *self,
                           const char     *message,
                           const GError   *error)
{
  if (self->toasts != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    adw_toast_overlay_add_toast (self->toasts, make_error_toast (self, message, error->message));
}

/**
 * chancery_window_list_failed:
 * @self: the window
 * @details: why
 *
 * Shows that rows of a list could not be read. They are asked for again and
 * again, so this is said once.
 */
void
chancery_window_list_failed (ChanceryWindow *self,
                             const char     *details)
{
  if (self->toasts == NULL || self->list_toast != NULL)
    return;

  g_set_weak_pointer (&self->list_toast, make_error_toast (self, _("A part of the library can’t be read"), details));
  adw_toast_overlay_add_toast (self->toasts, self->list_toast);
}

/* Presenting */

static void
present_now (gpointer user_data)
{
  ChanceryWindow *self = user_data;

  self->present_id = 0;
  gtk_window_present (GTK_WINDOW (self));
  self->first_focus = gtk_root_get_focus (GTK_ROOT (self));
}

/* The text or, where there is no article, what is offered instead. */
static gboolean
focus_reader (ChanceryWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->reader_stack);

  if (child == GTK_WIDGET (self->reader))
    return chancery_reader_focus_text (self->reader);

  return gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

/**
 * chancery_window_present:
 * @self: the window
 *
 * Presents the window, a new one as soon as what was read last is there, or
 * else after a moment: what comes in the first frame needn't be drawn twice.
 */
void
chancery_window_present (ChanceryWindow *self)
{
  g_return_if_fail (CHANCERY_IS_WINDOW (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) || self->ready)
    {
      gtk_window_present (GTK_WINDOW (self));
      return;
    }

  /* The display is set up while the library is read. */
  gtk_widget_realize (GTK_WIDGET (self));
  if (self->present_id == 0)
    self->present_id = g_timeout_add_once (MAX_WAIT_MS, present_now, self);
}

/**
 * chancery_window_set_ready:
 * @self: the window
 *
 * Says that there is nothing more to wait for before the window is shown.
 */
void
chancery_window_set_ready (ChanceryWindow *self)
{
  if (self->ready)
    return;
  self->ready = TRUE;

  /* One begins to read, unless one has begun with something else. */
  if (gtk_root_get_focus (GTK_ROOT (self)) == self->first_focus)
    focus_reader (self);
  self->first_focus = NULL;
  if (self->present_id == 0)
    return;

  g_clear_handle_id (&self->present_id, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

/* The panes */

static gboolean
is_narrow (ChanceryWindow *self)
{
  return g_strcmp0 (adw_multi_layout_view_get_layout_name (self->layouts), "narrow") == 0;
}

void
chancery_window_show_reader (ChanceryWindow *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

gboolean
chancery_window_get_notes_shown (ChanceryWindow *self)
{
  /* The action on this property asks before the template is there. */
  if (self->layouts == NULL)
    return FALSE;

  return is_narrow (self) ? adw_bottom_sheet_get_open (self->notes_sheet)
                          : adw_overlay_split_view_get_show_sidebar (self->notes_split);
}

void
chancery_window_set_notes_shown (ChanceryWindow *self,
                                 gboolean        shown)
{
  if (!is_narrow (self))
    {
      adw_overlay_split_view_set_show_sidebar (self->notes_split, shown);
      return;
    }

  /* The sheet is the article's, which may be behind the states. */
  if (shown)
    chancery_window_show_reader (self);
  adw_bottom_sheet_set_open (self->notes_sheet, shown);
}

static void
notes_shown_cb (ChanceryWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NOTES_SHOWN]);
}

static void
preferences_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);

  adw_dialog_present (chancery_preferences_dialog_new (chancery_context_get_settings (self->context),
                                                       chancery_context_get_library (self->context),
                                                       chancery_context_get_sync (self->context)), widget);
}

static void
shortcuts_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  adw_dialog_present (chancery_shortcuts_dialog_new (), widget);
}

static void
help_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  adw_dialog_present (chancery_help_dialog_new (), widget);
}

static void
about_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  adw_dialog_present (chancery_about_new (), widget);
}

static void
choose_organisation_action (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  chancery_organisation_chooser_popup (self->chooser);
}

static gboolean
has_focus_inside (ChanceryWindow *self,
                  GtkWidget      *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
show_page_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  const char *page = g_str_equal (name, "win.show-library") ? "library" : "states";
  GtkWidget *child;

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  adw_view_stack_set_visible_child_name (self->sidebar_stack, page);
  child = adw_view_stack_get_visible_child (self->sidebar_stack);
  if (has_focus_inside (self, child))
    return;
  if (child == GTK_WIDGET (self->library_page))
    chancery_library_page_focus (self->library_page);
  else
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

static gboolean
focus_pane (ChanceryWindow *self,
            GtkWidget      *pane)
{
  if (pane == GTK_WIDGET (self->reader_stack))
    return focus_reader (self);
  if (pane == GTK_WIDGET (self->notes_panel))
    return chancery_notes_panel_focus (self->notes_panel);

  return gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

/* F6: the next pane that is in sight gets the focus. */
static void
next_pane_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  GtkWidget *panes[] = { GTK_WIDGET (self->sidebar_stack), GTK_WIDGET (self->reader_stack),
                         GTK_WIDGET (self->notes_panel) };
  const gboolean back = g_str_equal (name, "win.previous-pane");
  const guint n = G_N_ELEMENTS (panes);
  guint at = back ? 0 : n - 1, n_others = n;

  for (guint i = 0; i < n; i++)
    if (has_focus_inside (self, panes[i]))
      {
        at = i;
        n_others = n - 1;
      }

  for (guint i = 1; i <= n_others; i++)
    {
      GtkWidget *pane = panes[back ? (at + n - i) % n : (at + i) % n];

      if (gtk_widget_get_mapped (pane) && gtk_widget_get_child_visible (pane) && focus_pane (self, pane))
        return;
    }
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (CHANCERY_WINDOW (widget)->reader), "reader.find", NULL);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (CHANCERY_WINDOW (widget)->reader), "reader.zoom", parameter);
}

static void
organisation_chosen_cb (ChanceryWindow *self,
                        const char     *id)
{
  g_settings_set_string (chancery_context_get_settings (self->context), "organisation", id);
  chancery_window_update_point_of_view (self);
}

static void
show_state_cb (ChanceryWindow *self,
               const char     *iso)
{
  adw_navigation_split_view_set_show_content (self->split, FALSE);
  adw_view_stack_set_visible_child_name (self->sidebar_stack, "states");
  chancery_states_page_reveal (self->states_page, iso);
}

/* A state that is activated shows what is kept on it. */
static void
activate_state_cb (ChanceryWindow *self,
                   const char     *iso)
{
  chancery_states_select (self->states, iso);
  chancery_notes_panel_set_scope (self->notes_panel, CHANCERY_NOTES_SCOPE_STATE);
  chancery_window_show_reader (self);
  chancery_window_set_notes_shown (self, TRUE);
}

static void
state_selected_cb (ChanceryWindow *self)
{
  ChanceryStateItem *item = chancery_states_get_selected (self->states);

  chancery_reader_set_marked_state (self->reader, item != NULL ? chancery_state_item_get_iso (item) : NULL);
  if (chancery_notes_panel_get_scope (self->notes_panel) == CHANCERY_NOTES_SCOPE_STATE)
    chancery_window_update_notes (self);
}

static void
catalogue_loaded_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  ChanceryCatalogue *catalogue;

  if (!chancery_context_load_catalogue_finish (CHANCERY_CONTEXT (source), result, &error))
    {
      chancery_window_say_error (self, _("The list of states can’t be read"), error);
      return;
    }

  catalogue = chancery_context_get_catalogue (self->context);
  self->states = chancery_states_new (catalogue);
  g_signal_connect_object (self->states, "notify::selected", G_CALLBACK (state_selected_cb), self,
                           G_CONNECT_SWAPPED);
  chancery_window_update_point_of_view (self);
  chancery_organisation_chooser_set_catalogue (self->chooser, catalogue);
  chancery_organisation_chooser_set_states (self->chooser, self->states);
  chancery_states_page_set_states (self->states_page, self->states);
  chancery_reader_set_catalogue (self->reader, catalogue);
  chancery_notes_panel_set_catalogue (self->notes_panel, catalogue);
  chancery_window_mentions_changed (self);
  chancery_window_count_notes (self);
}

static void
create_note_cb (ChanceryWindow   *self,
                ChancerySelector *selector,
                ChanceryColour    colour,
                gboolean          edit)
{
  chancery_window_create_note (self, selector, colour, edit);
}

static void
create_notes_cb (ChanceryWindow *self,
                 GPtrArray      *selectors,
                 ChanceryColour  colour)
{
  chancery_window_create_notes (self, selectors, colour);
}

static void
recolour_note_cb (ChanceryWindow *self,
                  ChanceryNote   *note,
                  ChanceryColour  colour)
{
  chancery_window_recolour_note (self, note, colour);
}

static void
remove_note_cb (ChanceryWindow *self,
                ChanceryNote   *note)
{
  chancery_window_remove_note (self, note);
}

static void
edit_note_cb (ChanceryWindow *self,
              ChanceryNote   *note)
{
  chancery_window_edit_note (self, note);
}

static void
correct_date_cb (ChanceryWindow *self)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.properties", NULL);
}

/* So that little is lost if the program is killed. */
static void
reader_rested_cb (ChanceryWindow *self)
{
  if (chancery_reader_get_position_chars (self->reader) != self->saved_chars)
    chancery_window_save_reading (self);
}

static void
message_cb (ChanceryWindow *self,
            const char     *message)
{
  chancery_window_say (self, message);
}

static void
reader_note_activated_cb (ChanceryWindow *self,
                          ChanceryNote   *note)
{
  chancery_notes_panel_set_scope (self->notes_panel, CHANCERY_NOTES_SCOPE_ARTICLE);
  chancery_window_set_notes_shown (self, TRUE);
  chancery_notes_panel_focus_note (self->notes_panel, note);
}

static void
panel_note_activated_cb (ChanceryWindow *self,
                         ChanceryNote   *note)
{
  chancery_window_activate_note (self, note);
}

static void
open_article_cb (ChanceryWindow *self,
                 const char     *uid)
{
  chancery_window_open (self, uid);
}

static void
show_properties_cb (ChanceryWindow *self,
                    const char     *uid)
{
  chancery_window_show_properties (self, uid);
}

static void
remove_article_cb (ChanceryWindow *self,
                   const char     *uid)
{
  chancery_window_remove_article (self, uid);
}

/* The panel filters the notes of an article itself; of more, the library gives those that fit. */
static void
words_changed_cb (ChanceryWindow *self)
{
  if (chancery_notes_panel_needs_filter (self->notes_panel))
    chancery_window_update_notes (self);
}

static void
open_failed_cb (ChanceryWindow *self,
                GError         *error)
{
  chancery_window_say_error (self, _("The article can’t be opened"), error);
  if (chancery_open_article_get_article (self->open_article) == NULL)
    gtk_stack_set_visible_child_name (self->reader_stack, "empty");
  chancery_window_set_ready (self);
}

/* What comes back at the next start */

static void
bind_settings (ChanceryWindow *self)
{
  GSettings *settings = chancery_context_get_settings (self->context);
  g_autoptr (GAction) caret_mode = g_settings_create_action (settings, "caret-mode");

  g_action_map_add_action (G_ACTION_MAP (self), caret_mode);
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximised", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "sidebar-page", self->sidebar_stack, "visible-child-name", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reader-font", self->reader, "font", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "reader-font-size", self->reader, "font-size", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reader-line-height", self->reader, "line-height", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "reader-width", self->reader, "column-width", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "reader-scheme", self->reader, "scheme", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "caret-mode", self->reader, "caret-mode", G_SETTINGS_BIND_DEFAULT);
  adw_overlay_split_view_set_show_sidebar (self->notes_split, g_settings_get_boolean (settings, "show-notes"));
  adw_navigation_split_view_set_collapsed (self->split, !g_settings_get_boolean (settings, "show-sidebar"));
}

/* A pane that is away because the window is narrow isn't hidden for good. */
static void
save_panes (ChanceryWindow *self)
{
  GSettings *settings = chancery_context_get_settings (self->context);

  if (!adw_overlay_split_view_get_collapsed (self->notes_split))
    g_settings_set_boolean (settings, "show-notes",
                            adw_overlay_split_view_get_show_sidebar (self->notes_split));
  if (!is_narrow (self))
    g_settings_set_boolean (settings, "show-sidebar", !adw_navigation_split_view_get_collapsed (self->split));
}

static void
toggle_sidebar_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);

  if (is_narrow (self))
    adw_navigation_split_view_set_show_content (self->split,
                                                !adw_navigation_split_view_get_show_content (self->split));
  else
    {
      adw_navigation_split_view_set_show_content (self->split, TRUE);
      adw_navigation_split_view_set_collapsed (self->split, !adw_navigation_split_view_get_collapsed (self->split));
    }
}

static gboolean
chancery_window_close_request (GtkWindow *window)
{
  ChanceryWindow *self = CHANCERY_WINDOW (window);

  chancery_notes_panel_finish_editing (self->notes_panel);
  chancery_window_save_reading (self);
  save_panes (self);

  return GTK_WINDOW_CLASS (chancery_window_parent_class)->close_request (window);
}

static void
chancery_window_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ChanceryWindow *self = CHANCERY_WINDOW (object);

  switch ((ChanceryWindowProps) prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_NOTES_SHOWN:
      g_value_set_boolean (value, chancery_window_get_notes_shown (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_window_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ChanceryWindow *self = CHANCERY_WINDOW (object);

  switch ((ChanceryWindowProps) prop_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_NOTES_SHOWN:
      chancery_window_set_notes_shown (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_window_constructed (GObject *object)
{
  ChanceryWindow *self = CHANCERY_WINDOW (object);

  G_OBJECT_CLASS (chancery_window_parent_class)->constructed (object);

  bind_settings (self);
  self->open_article = chancery_open_article_new (self->context);
  g_signal_connect_object (self->open_article, "notify::article", G_CALLBACK (chancery_window_article_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->open_article, "notify::mentions", G_CALLBACK (chancery_window_mentions_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->open_article, "failed", G_CALLBACK (open_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notes_panel, "notify::scope", G_CALLBACK (chancery_window_update_notes), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notes_panel, "notify::words", G_CALLBACK (words_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notes_panel, "filter-changed", G_CALLBACK (chancery_window_update_notes), self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (self->notes_panel, "title", self->notes_title, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->notes_panel, "subtitle", self->notes_title, "subtitle", G_BINDING_SYNC_CREATE);

  chancery_context_load_catalogue_async (self->context, self->cancellable, catalogue_loaded_cb, g_object_ref (self));
  chancery_window_open_library (self);
}

static void
chancery_window_dispose (GObject *object)
{
  ChanceryWindow *self = CHANCERY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->present_id, g_source_remove);
  g_clear_handle_id (&self->count_notes_id, g_source_remove);
  g_cancellable_cancel (self->notes_cancellable);
  g_clear_object (&self->notes_cancellable);
  g_clear_object (&self->note_to_show);
  chancery_window_dispose_placing (self);
  g_clear_weak_pointer (&self->list_toast);
  g_clear_object (&self->library_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->states);
  g_clear_object (&self->open_article);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), CHANCERY_TYPE_WINDOW);

  G_OBJECT_CLASS (chancery_window_parent_class)->dispose (object);
}

static void
chancery_window_finalize (GObject *object)
{
  g_clear_object (&CHANCERY_WINDOW (object)->cancellable);
  g_strfreev (CHANCERY_WINDOW (object)->tags);

  G_OBJECT_CLASS (chancery_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CHANCERY_TYPE_ORGANISATION_CHOOSER);
  g_type_ensure (CHANCERY_TYPE_STATES_PAGE);
  g_type_ensure (CHANCERY_TYPE_LIBRARY_PAGE);
  g_type_ensure (CHANCERY_TYPE_READER);
  g_type_ensure (CHANCERY_TYPE_PLACING_BAR);
  g_type_ensure (CHANCERY_TYPE_NOTES_PANEL);
  g_type_ensure (CHANCERY_TYPE_ARTICLE_LINKS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/window/chancery-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, split);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, sidebar_stack);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, chooser);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, states_page);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, library_page);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, reader_page);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, layouts);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, notes_split);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, notes_sheet);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, reader_stack);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, reader);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, placing_bar);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, orphan_banner);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, notes_panel);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, article_links);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, notes_title);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, due_button);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, trouble_page);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, recover_button);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, new_library_button);
  gtk_widget_class_bind_template_child (widget_class, ChanceryWindow, article_button);
  gtk_widget_class_bind_template_callback (widget_class, organisation_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_state_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_state_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_article_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_properties_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_article_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_note_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_notes_cb);
  gtk_widget_class_bind_template_callback (widget_class, recolour_note_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_note_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_note_cb);
  gtk_widget_class_bind_template_callback (widget_class, correct_date_cb);
  gtk_widget_class_bind_template_callback (widget_class, reader_rested_cb);
  gtk_widget_class_bind_template_callback (widget_class, message_cb);
  gtk_widget_class_bind_template_callback (widget_class, reader_note_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_note_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, chancery_notes_panel_focus);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "win.notes", "notes-shown");
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_action);
  gtk_widget_class_install_action (widget_class, "win.choose-organisation", NULL, choose_organisation_action);
  gtk_widget_class_install_action (widget_class, "win.show-states", NULL, show_page_action);
  gtk_widget_class_install_action (widget_class, "win.show-library", NULL, show_page_action);
  gtk_widget_class_install_action (widget_class, "win.next-pane", NULL, next_pane_action);
  gtk_widget_class_install_action (widget_class, "win.previous-pane", NULL, next_pane_action);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, toggle_sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.zoom", "i", zoom_action);
  chancery_window_install_article_actions (widget_class);
  chancery_window_install_note_actions (widget_class);
  chancery_window_install_due_actions (widget_class);
  chancery_window_install_link_actions (widget_class);
  chancery_window_install_import_actions (widget_class);
  chancery_window_install_exchange_actions (widget_class);
  chancery_window_install_revision_actions (widget_class);

  /* Bindings of the window come after those of the widget that has the focus, so that entries keep theirs. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.import-clipboard", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "win.properties", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "win.place-note", NULL);
}

static void
chancery_window_class_init (ChanceryWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = chancery_window_get_property;
  object_class->set_property = chancery_window_set_property;
  object_class->constructed = chancery_window_constructed;
  object_class->dispose = chancery_window_dispose;
  object_class->finalize = chancery_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = chancery_window_close_request;

  props[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, CHANCERY_TYPE_CONTEXT,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_NOTES_SHOWN] = g_param_spec_boolean ("notes-shown", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  bind_template (widget_class);
  install_actions (widget_class);
}

static void
chancery_window_init (ChanceryWindow *self)
{
  static const char * const counted[] = { "note-changed", "note-removed", "articles-changed", "changed-elsewhere" };

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  if (g_str_equal (CHANCERY_PROFILE, "development"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");

  self->library_signals = g_signal_group_new (CHANCERY_TYPE_LIBRARY);
  g_signal_group_connect_swapped (self->library_signals, "damaged", G_CALLBACK (chancery_window_library_damaged), self);
  g_signal_group_connect_swapped (self->library_signals, "list-failed", G_CALLBACK (chancery_window_list_failed), self);
  for (gsize i = 0; i < G_N_ELEMENTS (counted); i++)
    g_signal_group_connect_swapped (self->library_signals, counted[i], G_CALLBACK (chancery_window_count_notes), self);
  for (gsize i = G_N_ELEMENTS (counted) - 2; i < G_N_ELEMENTS (counted); i++)
    g_signal_group_connect_swapped (self->library_signals, counted[i], G_CALLBACK (chancery_window_look_for_revision), self);
  self->history_signals = g_signal_group_new (CHANCERY_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "notify", G_CALLBACK (chancery_window_history_changed), self);
  g_signal_connect_swapped (self->notes_split, "notify::show-sidebar", G_CALLBACK (notes_shown_cb), self);
  g_signal_connect_swapped (self->notes_sheet, "notify::open", G_CALLBACK (notes_shown_cb), self);
  g_signal_connect_swapped (self->layouts, "notify::layout-name", G_CALLBACK (notes_shown_cb), self);
  /* A day may have passed. */
  g_signal_connect (self, "notify::is-active", G_CALLBACK (chancery_window_count_due), NULL);
  chancery_window_accept_drops (self);
  chancery_window_accept_note_drops (self);
  chancery_window_prepare_placing (self);
  chancery_window_history_changed (self);
}

/**
 * chancery_window_new:
 * @application: the application
 * @context: the services that it shows
 *
 * Returns: (transfer none): a window, which begins to load what was open last
 */
ChanceryWindow *
chancery_window_new (GtkApplication  *application,
                     ChanceryContext *context)
{
  return g_object_new (CHANCERY_TYPE_WINDOW, "application", application, "context", context, NULL);
}
