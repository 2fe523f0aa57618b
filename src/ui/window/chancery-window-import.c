/* chancery-window-import.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-window-private.h"

#include <glib/gi18n.h>

#include "chancery-article-intake.h"
#include "exchange/chancery-notes-intake.h"
#include "chancery-revision-deed.h"

/* One round of importing: files, one after the other, or a text. */
typedef struct
{
  /* Inputs */
  ChanceryWindow *window; /* (owned) */
  GListModel *files; /* (owned) (nullable): none for a text */

  /* In progress */
  guint n_tried;
  ChanceryArticle *article; /* (owned) (nullable): what is being taken in */

  /* Results */
  guint n_new;
  guint n_known;
  guint n_revised;
  ChanceryIntake *revision; /* (owned) (nullable): what became of the last newer copy */
  ChanceryArticle *newer; /* (owned) (nullable): that copy */
  GString *failures; /* (owned): a line a file that could not be imported */
  guint n_failed;
  char *uid; /* (owned) (nullable): the last article */
} ImportRound;

static void import_next (ImportRound *import);

static ImportRound *
import_round_new (ChanceryWindow *window,
                  GListModel     *files)
{
  ImportRound *import = g_new0 (ImportRound, 1);

  import->window = g_object_ref (window);
  import->files = files != NULL ? g_object_ref (files) : NULL;
  import->failures = g_string_new (NULL);

  return import;
}

static void
import_round_free (ImportRound *import)
{
  g_object_unref (import->window);
  g_clear_object (&import->files);
  g_string_free (import->failures, TRUE);
  g_clear_object (&import->article);
  g_clear_pointer (&import->revision, chancery_intake_free);
  g_clear_object (&import->newer);
  g_free (import->uid);
  g_free (import);
}

static void
show_failures (ImportRound *import)
{
  g_autofree char *heading = g_strdup_printf (ngettext ("%'u Text Can’t Be Imported", "%'u Texts Can’t Be Imported",
                                                        import->n_failed), import->n_failed);
  AdwDialog *dialog = adw_alert_dialog_new (heading, import->failures->str);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (import->window));
}

static void
finish_round (ImportRound *import)
{
  ChanceryWindow *self = import->window;

  if (import->n_failed > 0)
    show_failures (import);
  if (import->n_new > 1)
    {
      g_autofree char *message = g_strdup_printf (ngettext ("%'u article imported", "%'u articles imported",
                                                            import->n_new), import->n_new);

      chancery_window_say (self, message);
    }
  if (import->n_revised == 1)
    chancery_window_tell_revision (self, import->newer, import->revision->uid, import->revision->n_carried,
                                   import->revision->n_orphans);
  else if (import->n_revised > 1)
    {
      g_autofree char *message = g_strdup_printf (ngettext ("%'u article has a newer text now",
                                                            "%'u articles have a newer text now", import->n_revised),
                                                  import->n_revised);

      chancery_window_say (self, message);
    }
  if (import->n_new == 0 && import->n_revised == 0 && import->n_known > 0)
    chancery_window_say (self, ngettext ("The article is in the library already",
                                         "The articles are in the library already", import->n_known));
  if (import->uid != NULL)
    chancery_window_open (self, import->uid);

  import_round_free (import);
}

static void
fail_one (ImportRound  *import,
          const GError *error)
{
  if (import->failures->len > 0)
    g_string_append_c (import->failures, '\n');
  g_string_append (import->failures, error->message);
  import->n_failed++;
}

/* Taking a newer copy in can be undone. */
static void
record_revision (ImportRound     *import,
                 ChanceryLibrary *library,
                 const char      *uid)
{
  ChanceryContext *context = import->window->context;
  ChanceryHistory *history = context != NULL ? chancery_context_get_history (context) : NULL;
  g_autoptr (ChanceryDeed) deed = NULL;

  if (history == NULL)
    return;

  deed = chancery_revision_deed_new (library, uid, import->article, FALSE);
  chancery_history_record_deed (history, deed);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ImportRound *import = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryIntake) intake = chancery_article_take_in_finish (CHANCERY_LIBRARY (source), result, &error);

  if (intake == NULL)
    fail_one (import, error);
  else
    {
      g_set_str (&import->uid, intake->uid);
      switch (intake->match)
        {
        case CHANCERY_ARTICLE_MATCH_NEW:
          import->n_new++;
          break;
        case CHANCERY_ARTICLE_MATCH_REVISION:
          import->n_revised++;
          record_revision (import, CHANCERY_LIBRARY (source), intake->uid);
          g_clear_pointer (&import->revision, chancery_intake_free);
          import->revision = g_steal_pointer (&intake);
          g_set_object (&import->newer, import->article);
          break;
        case CHANCERY_ARTICLE_MATCH_SAME:
        default:
          import->n_known++;
          break;
        }
    }

  import_next (import);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ImportRound *import = user_data;
  ChanceryContext *context = import->window->context;
  ChanceryLibrary *library = context != NULL ? chancery_context_get_library (context) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryArticle) article =
    chancery_importer_import_finish (CHANCERY_IMPORTER (source), result, NULL, &error);

  if (article != NULL && library != NULL)
    {
      g_set_object (&import->article, article);
      chancery_article_take_in_async (library, article, NULL, kept_cb, import);
      return;
    }

  if (article == NULL)
    fail_one (import, error);
  import_next (import);
}

static void
import_next (ImportRound *import)
{
  g_autoptr (GFile) file = NULL;

  /* The window may have gone meanwhile. */
  if (import->window->context == NULL)
    {
      import_round_free (import);
      return;
    }

  if (import->files != NULL)
    file = g_list_model_get_item (import->files, import->n_tried);
  if (file == NULL)
    {
      finish_round (import);
      return;
    }

  import->n_tried++;
  chancery_importer_import_file_async (chancery_context_get_importer (import->window->context), file,
                                       import->window->cancellable, imported_cb, import);
}

/* What comes before the library is open waits for it. */
static void
library_ready_cb (ChanceryContext *context,
                  GParamSpec      *pspec,
                  gpointer         user_data)
{
  ChanceryWindow *self = user_data;
  g_autoptr (GListModel) files = NULL;

  if (chancery_context_get_library (context) == NULL)
    return;

  g_signal_handlers_disconnect_by_func (context, library_ready_cb, self);
  files = g_object_steal_data (G_OBJECT (self), "files-to-import");
  chancery_window_import_files (self, files);
}

/**
 * chancery_window_import_files:
 * @self: a window
 * @files: a list of #GFile
 *
 * Imports files, one after the other, and opens the last of them; or, if they are
 * files of notes, shows what would come in. What can't be
 * imported is listed with the reasons when all are done.
 */
void
chancery_window_import_files (ChanceryWindow *self,
                              GListModel     *files)
{
  g_return_if_fail (CHANCERY_IS_WINDOW (self));

  if (chancery_context_get_library (self->context) == NULL)
    {
      g_object_set_data_full (G_OBJECT (self), "files-to-import", g_object_ref (files), g_object_unref);
      g_signal_handlers_disconnect_by_func (self->context, library_ready_cb, self);
      g_signal_connect_object (self->context, "notify::library", G_CALLBACK (library_ready_cb), self,
                               G_CONNECT_DEFAULT);
      return;
    }

  /* No article is written so. */
  if (chancery_notes_intake_suits (files, FALSE))
    chancery_window_import_notes (self, files);
  else
    import_next (import_round_new (self, files));
}

static void
import_text (ChanceryWindow *self,
             const char     *text)
{
  if (chancery_context_get_library (self->context) == NULL)
    return;

  chancery_importer_import_text_async (chancery_context_get_importer (self->context), text, self->cancellable,
                                       imported_cb, import_round_new (self, NULL));
}

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (files != NULL)
    chancery_window_import_files (self, files);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    chancery_window_say_error (self, _("Files can’t be chosen"), error);
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) texts = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_autofree const char **mime_types = chancery_importer_dup_mime_types ();

  gtk_file_filter_set_name (texts, _("Texts"));
  for (gsize i = 0; mime_types[i] != NULL; i++)
    gtk_file_filter_add_mime_type (texts, mime_types[i]);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, texts);
  g_list_store_append (filters, all);

  gtk_file_dialog_set_title (dialog, _("Import"));
  gtk_file_dialog_set_accept_label (dialog, _("_Import"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (self), self->cancellable, files_chosen_cb, g_object_ref (self));
}

static void
files_pasted_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (value == NULL)
    {
      chancery_window_say_error (self, _("The clipboard can’t be read"), error);
      return;
    }

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_list_store_append (files, l->data);
  chancery_window_import_files (self, G_LIST_MODEL (files));
}

static void
text_pasted_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (text == NULL)
    chancery_window_say_error (self, _("The clipboard can’t be read"), error);
  else
    import_text (self, text);
}

static void
import_clipboard_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, self->cancellable,
                                    files_pasted_cb, g_object_ref (self));
  else if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING) ||
           gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8") ||
           gdk_content_formats_contain_mime_type (formats, "text/plain"))
    gdk_clipboard_read_text_async (clipboard, self->cancellable, text_pasted_cb, g_object_ref (self));
  else
    chancery_window_say (self, _("There is no text in the clipboard"));
}

static gboolean
drop_cb (ChanceryWindow *self,
         const GValue   *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

      for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
        g_list_store_append (files, l->data);
      chancery_window_import_files (self, G_LIST_MODEL (files));
      return TRUE;
    }
  if (G_VALUE_HOLDS_STRING (value))
    {
      import_text (self, g_value_get_string (value));
      return TRUE;
    }

  return FALSE;
}

/* A text dragged inside the window is not meant to be imported. */
static gboolean
accept_cb (GtkDropTarget *target,
           GdkDrop       *drop)
{
  return gdk_drop_get_drag (drop) == NULL;
}

void
chancery_window_accept_drops (ChanceryWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), NULL);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->toasts), GTK_EVENT_CONTROLLER (target));
}

void
chancery_window_install_import_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.import-clipboard", NULL, import_clipboard_action);
}
