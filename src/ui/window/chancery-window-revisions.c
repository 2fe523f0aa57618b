/* chancery-window-revisions.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-window-private.h"

#include <glib/gi18n.h>

#include "notes/chancery-note-text.h"
#include "notes/chancery-undo-toast.h"
#include "revisions/chancery-note-place.h"
#include "revisions/chancery-orphan-tray.h"
#include "revisions/chancery-versions-dialog.h"

/* What a toast shows of a headline, and for how long such a long one stays. */
#define MAX_HEADLINE_CHARS 60
#define TOAST_S 15

/**
 * chancery_window_look_for_revision:
 * @self: the window
 *
 * Shows the open article's text anew if it has changed in the library.
 */
void
chancery_window_look_for_revision (ChanceryWindow *self)
{
  if (self->open_article != NULL)
    chancery_open_article_refresh (self->open_article);
}

/* Notes without a place */

static void end_placing (ChanceryWindow *self);
static void show_tray (ChanceryWindow *self,
                       const char     *article_uid);

static void
counted_orphans_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autofree char *title = NULL;
  guint n_notes;

  if (!chancery_library_count_notes_finish (CHANCERY_LIBRARY (source), result, &n_notes, NULL) ||
      self->orphan_banner == NULL)
    return;

  if (n_notes > 0)
    title = g_strdup_printf (ngettext ("%'u note needs a place", "%'u notes need a place", n_notes), n_notes);
  adw_banner_set_title (self->orphan_banner, title != NULL ? title : "");
  adw_banner_set_revealed (self->orphan_banner, n_notes > 0);
}

/* Whose notes the panel's banner and the tray are about. */
static const char *
get_article_in_scope (ChanceryWindow *self)
{
  return chancery_notes_panel_get_scope (self->notes_panel) != CHANCERY_NOTES_SCOPE_ALL
    ? chancery_open_article_get_uid (self->open_article) : NULL;
}

/**
 * chancery_window_count_orphans:
 * @self: the window
 *
 * Says above the notes how many of them have lost their place.
 */
void
chancery_window_count_orphans (ChanceryWindow *self)
{
  ChanceryLibrary *library = chancery_context_get_library (self->context);
  ChanceryNoteFilter filter = { .article_uid = get_article_in_scope (self), .orphans = CHANCERY_NOTE_ORPHANS_ONLY };

  g_cancellable_cancel (self->orphans_cancellable);
  g_clear_object (&self->orphans_cancellable);
  if (library == NULL)
    return;
  if (chancery_notes_panel_get_scope (self->notes_panel) == CHANCERY_NOTES_SCOPE_STATE)
    {
      adw_banner_set_revealed (self->orphan_banner, FALSE);
      return;
    }

  self->orphans_cancellable = g_cancellable_new ();
  chancery_library_count_notes_async (library, &filter, self->orphans_cancellable, counted_orphans_cb, g_object_ref (self));
}

/* The text gets a cursor, so that a passage can be selected by keyboard. */
static void
move_by_hand_cb (ChanceryWindow *self,
                 ChanceryNote   *note)
{
  g_set_object (&self->note_to_place, note);
  chancery_window_open (self, chancery_note_get_article_uid (note));
  if (adw_overlay_split_view_get_collapsed (self->notes_split) || !gtk_widget_get_mapped (GTK_WIDGET (self->reader)))
    chancery_window_set_notes_shown (self, FALSE);
  self->placing_had_caret = chancery_reader_get_caret_mode (self->reader);
  chancery_reader_set_caret_mode (self->reader, TRUE);
  chancery_placing_bar_set_note (self->placing_bar, note);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.place-note", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-placing", TRUE);
}

/* A dialog gives the focus back to what had it before. */
static void
tray_closed_cb (ChanceryWindow *self)
{
  if (self->note_to_place != NULL)
    chancery_reader_focus_text (self->reader);
}

static void
show_tray (ChanceryWindow *self,
           const char     *article_uid)
{
  AdwDialog *tray;

  if (chancery_context_get_library (self->context) == NULL)
    return;

  end_placing (self);
  g_set_str (&self->tray_uid, article_uid);
  tray = chancery_orphan_tray_new (self->context, article_uid);
  g_signal_connect_object (tray, "move-by-hand", G_CALLBACK (move_by_hand_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tray, "closed", G_CALLBACK (tray_closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (tray, GTK_WIDGET (self));
}

static void
end_placing (ChanceryWindow *self)
{
  if (self->note_to_place == NULL)
    return;

  g_clear_object (&self->note_to_place);
  chancery_placing_bar_set_note (self->placing_bar, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.place-note", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-placing", FALSE);
  if (!self->placing_had_caret)
    chancery_reader_set_caret_mode (self->reader, FALSE);
}

static void
cancel_placing_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  g_autofree char *uid = g_strdup (self->tray_uid);

  if (self->note_to_place != NULL)
    show_tray (self, uid);
}

static void
placing_undone_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!chancery_history_finish (CHANCERY_HISTORY (source), result, &error))
    chancery_window_say_error (self, _("The last change can’t be undone"), error);
}

static void
counted_rest_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autofree char *uid = g_strdup (self->tray_uid);
  guint n_notes;

  if (chancery_library_count_notes_finish (CHANCERY_LIBRARY (source), result, &n_notes, NULL) && n_notes > 0 &&
      self->context != NULL)
    show_tray (self, uid);
}

/* Goes on with the other notes, if there are any. */
static void
placed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  ChanceryHistory *history = CHANCERY_HISTORY (source);
  ChanceryLibrary *library = self->context != NULL ? chancery_context_get_library (self->context) : NULL;
  g_autoptr (GError) error = NULL;

  if (!chancery_history_finish (history, result, &error))
    chancery_window_say_error (self, _("The note can’t be saved"), error);
  else if (library != NULL && self->toasts != NULL)
    {
      adw_toast_overlay_add_toast (self->toasts, chancery_undo_toast_new_titled (history, _("Note attached"), G_OBJECT (self),
                                                                                 placing_undone_cb));
      chancery_library_count_notes_async (library,
                                          &(ChanceryNoteFilter) { .article_uid = self->tray_uid,
                                                                  .orphans = CHANCERY_NOTE_ORPHANS_ONLY },
                                          self->cancellable, counted_rest_cb, g_object_ref (self));
    }
}

static void
place_note_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  ChanceryHistory *history = chancery_context_get_history (self->context);
  ChanceryArticle *article = chancery_open_article_get_article (self->open_article);
  g_autoptr (ChancerySelector) selector = chancery_reader_dup_selection (self->reader);
  g_autoptr (ChanceryNote) placed = NULL;

  if (self->note_to_place == NULL || history == NULL)
    return;
  if (article == NULL ||
      g_strcmp0 (chancery_article_get_uid (article), chancery_note_get_article_uid (self->note_to_place)) != 0)
    {
      chancery_window_say (self, _("The note is on another article"));
      return;
    }
  if (selector == NULL)
    {
      chancery_window_say (self, _("Select a passage first"));
      return;
    }

  placed = chancery_note_new_at_place (self->note_to_place, selector);
  chancery_history_change_note_async (history, self->note_to_place, placed, 0, NULL, placed_cb, g_object_ref (self));
  end_placing (self);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  ChanceryWindow *self = CHANCERY_WINDOW (gtk_widget_get_root (widget));
  g_autoptr (ChancerySelector) selector = NULL;

  /* What the text lets go of with Escape comes first. */
  if (self->note_to_place == NULL || !GTK_IS_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (self))))
    return GDK_EVENT_PROPAGATE;
  selector = chancery_reader_dup_selection (self->reader);
  if (selector != NULL)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.cancel-placing", NULL);
  return GDK_EVENT_STOP;
}

static void
find_places_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);

  show_tray (self, get_article_in_scope (self));
}

static void
review_notes_cb (ChanceryWindow *self)
{
  show_tray (self, chancery_open_article_get_uid (self->open_article));
}

/**
 * chancery_window_dispose_placing:
 * @self: the window
 *
 * Lets go of the note that is being placed, and of what is under way.
 */
void
chancery_window_dispose_placing (ChanceryWindow *self)
{
  g_cancellable_cancel (self->orphans_cancellable);
  g_clear_object (&self->orphans_cancellable);
  g_clear_object (&self->note_to_place);
  g_clear_pointer (&self->tray_uid, g_free);
}

/**
 * chancery_window_prepare_placing:
 * @self: the window
 *
 * Lets Escape end placing a note by hand.
 */
void
chancery_window_prepare_placing (ChanceryWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->reader_stack), controller);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.place-note", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-placing", FALSE);
}

/* Versions */

/**
 * chancery_window_show_versions:
 * @self: the window
 * @uid: an article
 *
 * Shows what changed in the article's latest version.
 */
void
chancery_window_show_versions (ChanceryWindow *self,
                               const char     *uid)
{
  AdwDialog *dialog;

  if (chancery_context_get_library (self->context) == NULL)
    return;

  dialog = chancery_versions_dialog_new (self->context, uid);
  g_signal_connect_object (dialog, "review-notes", G_CALLBACK (review_notes_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
versions_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  ChanceryArticle *article = chancery_open_article_get_article (self->open_article);

  if (article != NULL)
    chancery_window_show_versions (self, chancery_article_get_uid (article));
}

static char *
dup_what_became (const char *headline,
                 guint       n_carried,
                 guint       n_orphans)
{
  g_autofree char *carried = NULL;
  g_autofree char *orphans = NULL;

  if (n_carried > 0)
    /* Translators: in "New version of “…”: 3 notes carried over, 1 needs a place" */
    carried = g_strdup_printf (ngettext ("%'u note carried over", "%'u notes carried over", n_carried), n_carried);
  if (n_orphans > 0 && n_carried > 0)
    /* Translators: in "New version of “…”: 3 notes carried over, 1 needs a place"; it is notes that are counted */
    orphans = g_strdup_printf (ngettext ("%'u needs a place", "%'u need a place", n_orphans), n_orphans);
  else if (n_orphans > 0)
    orphans = g_strdup_printf (ngettext ("%'u note needs a place", "%'u notes need a place", n_orphans), n_orphans);

  if (carried != NULL && orphans != NULL)
    /* Translators: a headline, "3 notes carried over" and "1 needs a place" */
    return g_strdup_printf (_("New version of “%1$s”: %2$s, %3$s"), headline, carried, orphans);
  if (carried != NULL || orphans != NULL)
    /* Translators: a headline, and "3 notes carried over" or "1 note needs a place" */
    return g_strdup_printf (_("New version of “%1$s”: %2$s"), headline, carried != NULL ? carried : orphans);

  /* Translators: %s is a headline */
  return g_strdup_printf (_("New version of “%s”"), headline);
}

static void
compare_cb (AdwToast *toast,
            gpointer  user_data)
{
  ChanceryWindow *self = user_data;

  if (self->context != NULL)
    chancery_window_show_versions (self, g_object_get_data (G_OBJECT (toast), "uid"));
}

/**
 * chancery_window_tell_revision:
 * @self: the window
 * @article: the newer copy
 * @uid: the article that it is a version of now
 * @n_carried: how many notes have their place in it
 * @n_orphans: how many lost it
 *
 * Says that an article has a newer version; a button shows what changed.
 */
void
chancery_window_tell_revision (ChanceryWindow  *self,
                               ChanceryArticle *article,
                               const char      *uid,
                               guint            n_carried,
                               guint            n_orphans)
{
  const char *headline = chancery_article_get_headline (article);
  g_autofree char *title = chancery_note_text_shorten (headline != NULL ? headline : _("Article"), MAX_HEADLINE_CHARS);
  g_autofree char *message = dup_what_became (title, n_carried, n_orphans);
  AdwToast *toast;
  GtkWidget *label;

  if (self->toasts == NULL)
    return;

  /* The end of it matters most, so it isn't cut short. */
  label = gtk_label_new (message);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  toast = adw_toast_new (message);
  adw_toast_set_custom_title (toast, label);
  adw_toast_set_button_label (toast, _("_Compare"));
  adw_toast_set_timeout (toast, TOAST_S);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (toast), "uid", g_strdup (uid), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (compare_cb), self, G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
chancery_window_install_revision_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.versions", NULL, versions_action);
  gtk_widget_class_install_action (widget_class, "win.find-places", NULL, find_places_action);
  gtk_widget_class_install_action (widget_class, "win.place-note", NULL, place_note_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-placing", NULL, cancel_placing_action);
}
