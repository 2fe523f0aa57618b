/* chancery-window-exchange.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-window-private.h"

#include <glib/gi18n.h>

#include "exchange/chancery-export-dialog.h"
#include "exchange/chancery-note-import-dialog.h"
#include "exchange/chancery-notes-intake.h"
#include "notes/chancery-note-loading.h"

/* Export */

static void
add_choice (GListStore         *choices,
            ChanceryNoteChoice *choice,
            gboolean            wanted,
            guint              *selected)
{
  if (wanted)
    *selected = g_list_model_get_n_items (G_LIST_MODEL (choices));
  g_list_store_append (choices, choice);
  g_object_unref (choice);
}

static void
add_selected_notes (GListStore *choices,
                    GPtrArray  *notes,
                    gboolean    wanted,
                    guint      *selected)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) uids = NULL;

  if (notes == NULL || notes->len == 0)
    return;

  for (guint i = 0; i < notes->len; i++)
    g_strv_builder_add (builder, chancery_note_get_uid (notes->pdata[i]));
  uids = g_strv_builder_end (builder);
  add_choice (choices, chancery_note_choice_new_named (C_("notes to export", "Selected Notes"), _("Notes"),
                                                       (const char * const *) uids), wanted, selected);
}

static void
add_article (ChanceryWindow *self,
             GListStore     *choices,
             gboolean        wanted,
             guint          *selected)
{
  ChanceryArticle *article = chancery_open_article_get_article (self->open_article);
  const char *headline;
  ChanceryNoteFilter filter = { 0 };

  if (article == NULL)
    return;

  filter.article_uid = chancery_article_get_uid (article);
  headline = chancery_article_get_headline (article);
  add_choice (choices, chancery_note_choice_new (C_("notes to export", "This Article"),
                                                 headline != NULL ? headline : _("Notes"), &filter), wanted, selected);
}

static void
add_state (ChanceryWindow *self,
           GListStore     *choices,
           gboolean        wanted,
           guint          *selected)
{
  ChanceryStateItem *item = self->states != NULL ? chancery_states_get_selected (self->states) : NULL;
  const char *name;
  ChanceryNoteFilter filter = { 0 };

  if (item == NULL)
    return;

  filter.iso = chancery_state_item_get_iso (item);
  name = chancery_state_item_get_display_name (item);
  add_choice (choices, chancery_note_choice_new (name, name, &filter), wanted, selected);
}

static gboolean
is_filtered (const ChanceryNoteFilter *filter)
{
  return (filter->words != NULL && *filter->words != '\0') || filter->colours != 0 || filter->kinds != 0 ||
         filter->orphans != CHANCERY_NOTE_ORPHANS_ANY || filter->states != NULL || filter->organisation != NULL ||
         filter->tags != NULL || filter->created_from_us != 0 || filter->created_before_us != 0 || filter->due_only ||
         chancery_date_is_set (filter->due_by);
}

static void
add_shown (ChanceryWindow *self,
           GListStore     *choices,
           gboolean        wanted,
           guint          *selected)
{
  ChanceryNoteFilter filter;

  if (chancery_window_fill_filter (self, &filter) && is_filtered (&filter))
    add_choice (choices, chancery_note_choice_new (C_("notes to export", "Notes Found in the List"), _("Notes"), &filter),
                wanted, selected);
}

static void
show_file_cb (AdwToast *toast,
              gpointer  user_data)
{
  ChanceryWindow *self = user_data;
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (g_object_get_data (G_OBJECT (toast), "file"));

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (self), self->cancellable, NULL, NULL);
}

static void
saved_cb (ChanceryWindow *self,
          GFile          *file)
{
  g_autofree char *base_name = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base_name);
  /* Translators: %s is the name of a file */
  g_autofree char *message = g_strdup_printf (_("Exported to “%s”"), name);
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("Show in _Folder"));
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_file_cb), self, G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_export (ChanceryWindow *self,
             GPtrArray      *selected_notes,
             const char     *scope)
{
  static const char * const scopes[] = {
    [CHANCERY_NOTES_SCOPE_ARTICLE] = "article",
    [CHANCERY_NOTES_SCOPE_STATE] = "state",
    [CHANCERY_NOTES_SCOPE_ALL] = "all",
  };
  const gboolean of_panel = g_str_equal (scope, "panel");
  ChanceryLibrary *library = chancery_context_get_library (self->context);
  g_autoptr (GListStore) choices = g_list_store_new (CHANCERY_TYPE_NOTE_CHOICE);
  guint selected = GTK_INVALID_LIST_POSITION;
  AdwDialog *dialog;

  if (library == NULL)
    return;

  if (of_panel)
    scope = scopes[chancery_notes_panel_get_scope (self->notes_panel)];
  add_article (self, choices, g_str_equal (scope, "article"), &selected);
  add_state (self, choices, g_str_equal (scope, "state"), &selected);
  add_choice (choices, chancery_note_choice_new (C_("notes to export", "The Whole Library"), _("Notes"), NULL),
              selected == GTK_INVALID_LIST_POSITION, &selected);
  add_shown (self, choices, of_panel, &selected);
  /* One is always selected where there has been the focus, and needn't be meant. */
  add_selected_notes (choices, selected_notes, of_panel && selected_notes != NULL && selected_notes->len > 1, &selected);

  dialog = chancery_export_dialog_new (library, chancery_context_get_catalogue (self->context),
                                       chancery_context_get_settings (self->context), G_LIST_MODEL (choices), selected);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

typedef struct
{
  ChanceryWindow *window; /* (owned) */
  char *scope; /* (owned) */
} Exporting;

static void
selection_loaded_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autofree Exporting *exporting = user_data;
  g_autoptr (ChanceryWindow) self = exporting->window;
  g_autofree char *scope = exporting->scope;
  g_autoptr (GPtrArray) notes = chancery_notes_load_finish (G_LIST_MODEL (source), result, NULL);

  if (self->context != NULL)
    show_export (self, notes, scope);
}

/* The parameter says what is offered first: “article”, “state”, “all”, or “panel” for what the notes panel shows. */
static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  Exporting *exporting;

  if (chancery_context_get_library (self->context) == NULL)
    return;

  /* What is being written in the panel is to go out, too. */
  chancery_notes_panel_finish_editing (self->notes_panel);
  exporting = g_new0 (Exporting, 1);
  exporting->window = g_object_ref (self);
  exporting->scope = g_variant_dup_string (parameter, NULL);
  chancery_notes_panel_load_selected_async (self->notes_panel, self->cancellable, selection_loaded_cb, exporting);
}

/* Import */

typedef struct
{
  ChanceryHistory *history; /* (owned) */
  guint64 serial; /* of the last step */
  guint n_steps;
  ChanceryWindow *window; /* (owned): once it is being undone */
} ImportedOffer;

static void undo_next (ImportedOffer *offer);

static void
offer_free (ImportedOffer *offer)
{
  g_object_unref (offer->history);
  g_clear_object (&offer->window);
  g_free (offer);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ImportedOffer *offer = user_data;
  g_autoptr (GError) error = NULL;

  if (!chancery_history_finish (CHANCERY_HISTORY (source), result, &error))
    {
      chancery_window_say_error (offer->window, _("The import can’t be undone"), error);
      offer_free (offer);
      return;
    }

  offer->n_steps--;
  undo_next (offer);
}

/* Each file is a step. */
static void
undo_next (ImportedOffer *offer)
{
  if (offer->n_steps > 0)
    {
      chancery_history_undo_async (offer->history, NULL, undone_cb, offer);
      return;
    }

  chancery_window_say (offer->window, _("The import was undone"));
  offer_free (offer);
}

static void
undo_clicked_cb (AdwToast *toast,
                 gpointer  user_data)
{
  const ImportedOffer *offer = g_object_get_data (G_OBJECT (toast), "offer");
  ImportedOffer *undoing;

  /* A toast can still be clicked while it goes. */
  if (chancery_history_get_serial (offer->history) != offer->serial)
    return;

  undoing = g_memdup2 (offer, sizeof *offer);
  undoing->history = g_object_ref (offer->history);
  undoing->window = g_object_ref (user_data);
  undo_next (undoing);
}

static char *
dup_imported (guint n_notes,
              guint n_texts)
{
  g_autofree char *notes = g_strdup_printf (ngettext ("%'u note imported", "%'u notes imported", n_notes), n_notes);
  g_autofree char *texts = NULL;

  if (n_texts == 0)
    return g_steal_pointer (&notes);

  /* Translators: of which only the address was known, until a file of notes was imported that has the text */
  texts = g_strdup_printf (ngettext ("%'u article got its text", "%'u articles got their text", n_texts), n_texts);
  if (n_notes == 0)
    return g_steal_pointer (&texts);

  /* Translators: what an import did: “3 notes imported”, and “1 article got its text” */
  return g_strdup_printf (C_("import", "%1$s · %2$s"), notes, texts);
}

static void
imported_cb (ChanceryWindow *self,
             guint           n_notes,
             guint           n_texts,
             guint           n_steps)
{
  ChanceryHistory *history = chancery_context_get_history (self->context);
  g_autofree char *message = dup_imported (n_notes, n_texts);
  AdwToast *toast;
  ImportedOffer *offer;

  if (n_steps == 0 || history == NULL)
    {
      chancery_window_say (self, message);
      return;
    }

  offer = g_new0 (ImportedOffer, 1);
  offer->history = g_object_ref (history);
  offer->serial = chancery_history_get_serial (history);
  offer->n_steps = n_steps;
  toast = adw_toast_new (message);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "offer", offer, (GDestroyNotify) offer_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self, G_CONNECT_DEFAULT);
  /* The offer stands only as long as undo means the import. */
  g_signal_connect_object (history, "notify::serial", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * chancery_window_import_notes:
 * @self: the window
 * @files: (nullable) (element-type GFile): files of notes; %NULL to choose them
 *
 * Lets the user import notes of other programs.
 */
void
chancery_window_import_notes (ChanceryWindow *self,
                              GListModel     *files)
{
  ChanceryHistory *history = chancery_context_get_history (self->context);
  AdwDialog *dialog;

  if (history == NULL)
    return;

  chancery_notes_panel_finish_editing (self->notes_panel);
  dialog = chancery_note_import_dialog_new (chancery_context_get_library (self->context), history, files);
  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
import_notes_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  chancery_window_import_notes (CHANCERY_WINDOW (widget), NULL);
}

/* What isn't named as notes are is taken for articles, as anywhere in the window. */
static gboolean
drop_cb (ChanceryWindow *self,
         const GValue   *value)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_list_store_append (files, l->data);
  if (chancery_notes_intake_suits (G_LIST_MODEL (files), TRUE))
    chancery_window_import_notes (self, G_LIST_MODEL (files));
  else
    chancery_window_import_files (self, G_LIST_MODEL (files));
  return TRUE;
}

void
chancery_window_accept_note_drops (ChanceryWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->notes_panel), GTK_EVENT_CONTROLLER (target));
}

void
chancery_window_install_exchange_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import-notes", NULL, import_notes_action);
  gtk_widget_class_install_action (widget_class, "win.export", "s", export_action);
}
