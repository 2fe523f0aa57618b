/* chancery-export-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-export-dialog.h"

#include <glib/gi18n.h>

#include "chancery-export-options.h"
#include "chancery-note-counting.h"
#include "exchange/chancery-exporter.h"

/* So much is shown; a text view is slow with more. */
#define PREVIEW_NOTES 40
#define PREVIEW_BYTES ((gsize) 48 * 1024)
/* What is written sooner needs no bar. */
#define PROGRESS_MS 300

struct _ChanceryExportDialog
{
  AdwDialog parent_instance;

  AdwToolbarView *view;
  AdwToastOverlay *toasts;
  GtkBox *panes;
  AdwComboRow *scope_row;
  AdwComboRow *format_row;
  GtkLabel *explanation;
  GtkWidget *options_group;
  AdwEntryRow *title_row;
  AdwSwitchRow *text_row;
  AdwSwitchRow *mark_row;
  GtkLabel *count_label;
  GtkStack *preview_stack;
  GtkTextView *preview;
  AdwStatusPage *nothing;
  GtkLabel *remark_label;
  GtkProgressBar *progress_bar;

  ChanceryLibrary *library;
  ChanceryCatalogue *catalogue; /* (owned) (nullable) */
  GSettings *settings;
  const ChanceryExportFormat *format; /* (nullable): until the dialog is set up */
  char *given_title; /* what the chosen notes are called, unless the user calls them something else */

  GCancellable *looking; /* (owned) (nullable): ends the preview and the count that are under way */
  GCancellable *writing; /* (owned) (nullable): ends what is being written, if anything is */
  GFile *file; /* (owned) (nullable): where to */
  GOutputStream *memory; /* (owned) (nullable): what goes to the clipboard */
  guint progress_id;
  guint n_notes;
  gboolean counted;
  gboolean cut; /* whether the preview is not all of it */
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryExportDialog, chancery_export_dialog, ADW_TYPE_DIALOG)

/* What is chosen */

static ChanceryNoteChoice *
get_choice (ChanceryExportDialog *self)
{
  return adw_combo_row_get_selected_item (self->scope_row);
}

/* The strings are the dialog's. */
static ChanceryExportOptions
get_options (ChanceryExportDialog *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title_row));

  return (ChanceryExportOptions) {
    .with_text = chancery_export_has_text (self->format) && adw_switch_row_get_active (self->text_row),
    .without_mark = !adw_switch_row_get_active (self->mark_row),
    .title = *title != '\0' ? title : self->given_title,
    .catalogue = self->catalogue,
  };
}

static void
update_actions (ChanceryExportDialog *self)
{
  const gboolean can_write = self->writing == NULL && self->counted && self->n_notes > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.copy", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.stop", self->writing != NULL);
  adw_dialog_set_can_close (ADW_DIALOG (self), self->writing == NULL);
}

/* The preview */

static void
show_nothing (ChanceryExportDialog *self,
              const char           *title,
              const char           *description)
{
  g_autofree char *escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, escaped);
  gtk_stack_set_visible_child_name (self->preview_stack, "nothing");
}

static void
update_remark (ChanceryExportDialog *self)
{
  const gboolean is_text = chancery_export_is_text (self->format);
  const gboolean cut = self->cut || (self->counted && self->n_notes > PREVIEW_NOTES);
  const char *remark = NULL;

  if (self->counted && self->n_notes == 0)
    remark = NULL;
  else if (!is_text && cut)
    remark = _("The beginning of the document’s text, without its looks");
  else if (!is_text)
    remark = _("The document’s text, without its looks");
  else if (cut)
    remark = _("The beginning of what will be written");

  gtk_label_set_label (self->remark_label, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark_label), remark != NULL);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ChanceryExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  guint n_articles = 0, n_notes = 0;

  if (!chancery_note_counting_count_finish (CHANCERY_LIBRARY (source), result, &n_notes, &n_articles, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->preview != NULL)
        show_nothing (self, _("The Notes Can’t Be Read"), error->message);
      return;
    }
  if (self->preview == NULL)
    return;

  /* Of citations, notes that are on no article make none. */
  self->n_notes = self->format->scope == CHANCERY_EXPORT_CITATIONS ? n_articles : n_notes;
  self->counted = TRUE;
  words = chancery_note_counting_describe (self->format, n_notes, n_articles);
  if (!g_str_equal (gtk_label_get_label (self->count_label), words))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
  gtk_label_set_label (self->count_label, words);
  if (self->n_notes > 0)
    gtk_stack_set_visible_child_name (self->preview_stack, "text");
  else if (self->format->scope == CHANCERY_EXPORT_DUE && n_notes == 0)
    show_nothing (self, _("Nothing Is Due"), _("None of these notes has a date by which it should have come true."));
  else if (self->format->scope == CHANCERY_EXPORT_CITATIONS)
    show_nothing (self, _("Nothing to Cite"), _("None of these notes is on an article."));
  else
    show_nothing (self, _("No Notes"), _("There is nothing to export."));
  update_remark (self);
  update_actions (self);
}

/* Cuts at the end of a line, if that is not far. */
static gsize
find_end (const char *text)
{
  const char *end = text + PREVIEW_BYTES, *line;

  end = g_utf8_find_prev_char (text, end + 1);
  line = g_strrstr_len (text, end - text, "\n");
  return (gsize) ((line != NULL && end - line < 2000 ? line : end) - text);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ChanceryExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = chancery_exporter_preview_finish (CHANCERY_LIBRARY (source), result, &error);
  gsize length;
  GtkTextIter start;
  GtkTextBuffer *buffer;

  if (self->preview == NULL)
    return;
  if (text == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_nothing (self, _("The Notes Can’t Be Read"), error->message);
      return;
    }

  length = strlen (text);
  self->cut = length > PREVIEW_BYTES;
  if (self->cut)
    length = find_end (text);
  buffer = gtk_text_view_get_buffer (self->preview);
  gtk_text_buffer_set_text (buffer, text, (int) length);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_view_set_monospace (self->preview, !chancery_export_is_prose (self->format));
  update_remark (self);
}

/* Makes the preview anew, and counts. What is shown stays until then. */
static void
look (ChanceryExportDialog *self)
{
  ChanceryNoteChoice *choice = get_choice (self);
  ChanceryExportOptions options;

  if (self->format == NULL || choice == NULL)
    return;

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  self->looking = g_cancellable_new ();

  options = get_options (self);
  chancery_exporter_preview_async (self->library, chancery_note_choice_get_filter (choice),
                                   chancery_note_choice_get_uids (choice), self->format, &options, PREVIEW_NOTES,
                                   self->looking, previewed_cb, g_object_ref (self));
  chancery_note_counting_count_async (self->library, chancery_note_choice_get_filter (choice),
                                      chancery_note_choice_get_uids (choice),
                                      self->format->scope == CHANCERY_EXPORT_DUE, self->looking, counted_cb,
                                      g_object_ref (self));
}

static void
title_changed_cb (ChanceryExportDialog *self)
{
  look (self);
}

static void
scope_selected_cb (ChanceryExportDialog *self)
{
  ChanceryNoteChoice *choice = get_choice (self);

  if (self->format == NULL || choice == NULL)
    return;

  self->counted = FALSE;
  update_actions (self);
  g_signal_handlers_block_by_func (self->title_row, title_changed_cb, self);
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->title_row)), self->given_title))
    gtk_editable_set_text (GTK_EDITABLE (self->title_row), chancery_note_choice_get_title (choice));
  g_signal_handlers_unblock_by_func (self->title_row, title_changed_cb, self);
  g_set_str (&self->given_title, chancery_note_choice_get_title (choice));
  look (self);
}

static void
show_format (ChanceryExportDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->title_row), chancery_export_has_title (self->format));
  gtk_widget_set_visible (GTK_WIDGET (self->text_row), chancery_export_has_text (self->format));
  gtk_widget_set_visible (GTK_WIDGET (self->mark_row), chancery_export_has_mark (self->format));
  gtk_widget_set_visible (self->options_group, chancery_export_has_title (self->format) ||
                                               chancery_export_has_text (self->format) ||
                                               chancery_export_has_mark (self->format));
  gtk_label_set_label (self->explanation, chancery_export_explain (self->format));
}

static void
format_selected_cb (ChanceryExportDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->format_row);

  if (self->format == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  self->format = chancery_export_list_formats ()[selected];
  self->counted = FALSE;
  g_settings_set_string (self->settings, "export-format", self->format->id);
  show_format (self);
  update_actions (self);
  look (self);
}

/* Writing */

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  ChanceryExportDialog *self = user_data;

  if (self->progress_bar != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}

static void
show_progress_cb (gpointer user_data)
{
  ChanceryExportDialog *self = user_data;

  self->progress_id = 0;
  adw_toolbar_view_set_reveal_bottom_bars (self->view, TRUE);
}

static void
end_writing (ChanceryExportDialog *self)
{
  g_clear_object (&self->writing);
  g_clear_object (&self->file);
  g_clear_object (&self->memory);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (self->preview == NULL)
    return;

  adw_toolbar_view_set_reveal_bottom_bars (self->view, FALSE);
  update_actions (self);
}

static void
begin_writing (ChanceryExportDialog *self)
{
  self->writing = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  self->progress_id = g_timeout_add_once (PROGRESS_MS, show_progress_cb, self);
  update_actions (self);
}

static void
say (ChanceryExportDialog *self,
     const char           *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
fail (ChanceryExportDialog *self,
      const GError         *error)
{
  AdwDialog *dialog;

  if (self->preview == NULL)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      say (self, _("The export was stopped. Nothing was written."));
      return;
    }

  dialog = adw_alert_dialog_new (_("The Notes Can’t Be Exported"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ChanceryExportDialog) self = user_data;
  g_autoptr (GFile) file = g_object_ref (self->file);
  g_autoptr (GError) error = NULL;
  gboolean saved = chancery_exporter_export_finish (CHANCERY_LIBRARY (source), result, NULL, NULL, &error);

  end_writing (self);
  if (!saved)
    {
      fail (self, error);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_SAVED], 0, file);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save (ChanceryExportDialog *self,
      GFile                *file)
{
  ChanceryNoteChoice *choice = get_choice (self);
  ChanceryExportOptions options;

  begin_writing (self);
  self->file = g_object_ref (file);
  options = get_options (self);
  chancery_exporter_export_file_async (self->library, chancery_note_choice_get_filter (choice),
                                       chancery_note_choice_get_uids (choice), self->format, &options, file,
                                       progress_cb, self, self->writing, saved_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ChanceryExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->preview == NULL || self->writing != NULL)
    return;
  if (file != NULL)
    save (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    fail (self, error);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ChanceryExportDialog *self = CHANCERY_EXPORT_DIALOG (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title_row));
  g_autofree char *file_name = chancery_export_make_file_name (self->format, *title != '\0' ? title : self->given_title);
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_file_filter_set_name (filter, _(self->format->name));
  gtk_file_filter_add_suffix (filter, self->format->extension);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _("Export Notes"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, file_chosen_cb, g_object_ref (self));
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChanceryExportDialog) self = user_data;
  g_autoptr (GOutputStream) memory = g_object_ref (self->memory);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) both = NULL;
  gboolean copied = chancery_exporter_export_finish (CHANCERY_LIBRARY (source), result, NULL, NULL, &error);

  end_writing (self);
  if (!copied)
    {
      fail (self, error);
      return;
    }
  if (self->preview == NULL)
    return;

  g_output_stream_close (memory, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  providers[0] = gdk_content_provider_new_for_bytes (chancery_export_is_text (self->format) ? self->format->mime_type
                                                                                            : "text/plain", bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
  say (self, _("Copied to the clipboard"));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ChanceryExportDialog *self = CHANCERY_EXPORT_DIALOG (widget);
  ChanceryNoteChoice *choice = get_choice (self);
  const ChanceryExportFormat *format = chancery_export_is_text (self->format) ? self->format
                                                                              : chancery_export_find_format ("text");
  ChanceryExportOptions options;

  begin_writing (self);
  self->memory = g_memory_output_stream_new_resizable ();
  options = get_options (self);
  options.without_mark = TRUE;
  chancery_exporter_export_async (self->library, chancery_note_choice_get_filter (choice),
                                  chancery_note_choice_get_uids (choice), format, &options, self->memory,
                                  progress_cb, self, self->writing, copied_cb, g_object_ref (self));
}

static void
stop (ChanceryExportDialog *self)
{
  g_cancellable_cancel (self->writing);
}

static void
stop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  stop (CHANCERY_EXPORT_DIALOG (widget));
}

/* The list of formats */

static void
setup_format_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *explanation = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (explanation), 0);
  gtk_label_set_wrap (GTK_LABEL (explanation), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (explanation), 36);
  gtk_widget_add_css_class (explanation, "caption");
  gtk_widget_add_css_class (explanation, "dimmed");
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), explanation);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), check);
  gtk_list_item_set_child (item, row);
}

static void
show_check (ChanceryExportDialog *self,
            GtkListItem          *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  gtk_widget_set_opacity (gtk_widget_get_last_child (row),
                          gtk_list_item_get_position (item) == adw_combo_row_get_selected (self->format_row) ? 1 : 0);
}

static void
selected_changed_cb (GtkListItem *item,
                     GParamSpec  *pspec,
                     GtkWidget   *format_row)
{
  show_check (CHANCERY_EXPORT_DIALOG (gtk_widget_get_ancestor (format_row, CHANCERY_TYPE_EXPORT_DIALOG)), item);
}

static void
bind_format_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                ChanceryExportDialog     *self)
{
  const ChanceryExportFormat *format = chancery_export_list_formats ()[gtk_list_item_get_position (item)];
  GtkWidget *texts = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (texts)), _(format->name));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (texts)), chancery_export_explain (format));
  gtk_list_item_set_accessible_label (item, _(format->name));
  gtk_list_item_set_accessible_description (item, chancery_export_explain (format));
  g_signal_connect_object (self->format_row, "notify::selected", G_CALLBACK (selected_changed_cb), item, G_CONNECT_SWAPPED);
  show_check (self, item);
}

static void
unbind_format_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item,
                  ChanceryExportDialog     *self)
{
  if (self->format_row != NULL)
    g_signal_handlers_disconnect_by_func (self->format_row, selected_changed_cb, item);
}

static void
add_formats (ChanceryExportDialog *self)
{
  const ChanceryExportFormat * const *formats = chancery_export_list_formats ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autofree char *last = g_settings_get_string (self->settings, "export-format");
  guint selected = 0;

  for (guint i = 0; formats[i] != NULL; i++)
    {
      gtk_string_list_append (names, _(formats[i]->name));
      if (g_str_equal (formats[i]->id, last))
        selected = i;
    }
  g_signal_connect (factory, "setup", G_CALLBACK (setup_format_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_format_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_format_cb), self);
  adw_combo_row_set_list_factory (self->format_row, factory);
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->format_row, selected);
  self->format = formats[selected];
}

/* The object */

static void
chancery_export_dialog_dispose (GObject *object)
{
  ChanceryExportDialog *self = CHANCERY_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->looking);
  g_cancellable_cancel (self->writing);
  g_clear_object (&self->looking);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CHANCERY_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (chancery_export_dialog_parent_class)->dispose (object);
}

static void
chancery_export_dialog_finalize (GObject *object)
{
  ChanceryExportDialog *self = CHANCERY_EXPORT_DIALOG (object);

  g_clear_object (&self->library);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->settings);
  g_clear_object (&self->writing);
  g_clear_object (&self->file);
  g_clear_object (&self->memory);
  g_free (self->given_title);

  G_OBJECT_CLASS (chancery_export_dialog_parent_class)->finalize (object);
}

static void
chancery_export_dialog_class_init (ChanceryExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chancery_export_dialog_dispose;
  object_class->finalize = chancery_export_dialog_finalize;

  /**
   * ChanceryExportDialog::saved:
   * @self: the dialog, which closes
   * @file: where the notes are
   *
   * Everything was written.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (CHANCERY_TYPE_NOTE_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/exchange/chancery-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryExportDialog, view);
  gtk_widget_class_bind_template_child (widget_class, ChanceryExportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ChanceryExportDialog, panes);
  gtk_widget_class_bind_template_child (widget_class, ChanceryExportDialog, scope_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryExportDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, ChanceryExportDialog, options_group);
  gtk_widget_class_bind_template_child (widget_class, ChanceryExportDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryExportDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryExportDialog, mark_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryExportDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, ChanceryExportDialog, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, ChanceryExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, ChanceryExportDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, ChanceryExportDialog, remark_label);
  gtk_widget_class_bind_template_child (widget_class, ChanceryExportDialog, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, scope_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, look);

  gtk_widget_class_install_action (widget_class, "export.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "export.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "export.stop", NULL, stop_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "export.save", NULL);
}

static void
chancery_export_dialog_init (ChanceryExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Escape stops what is being written; once nothing is, it closes the dialog. */
  g_signal_connect (self, "close-attempt", G_CALLBACK (stop), NULL);
}

/**
 * chancery_export_dialog_new:
 * @library: the library that has the notes
 * @catalogue: (nullable): where the names of the states are
 * @settings: the program's settings, which have the format chosen last
 * @choices: (element-type ChanceryNoteChoice): the notes that can be chosen
 * @selected: which of @choices is chosen at first
 *
 * Returns: (transfer floating): a dialog to export notes
 */
AdwDialog *
chancery_export_dialog_new (ChanceryLibrary   *library,
                            ChanceryCatalogue *catalogue,
                            GSettings         *settings,
                            GListModel        *choices,
                            guint              selected)
{
  ChanceryExportDialog *self = g_object_new (CHANCERY_TYPE_EXPORT_DIALOG, NULL);
  ChanceryNoteChoice *choice;

  self->library = g_object_ref (library);
  g_set_object (&self->catalogue, catalogue);
  self->settings = g_object_ref (settings);
  adw_combo_row_set_model (self->scope_row, choices);
  adw_combo_row_set_selected (self->scope_row, selected);
  choice = get_choice (self);
  self->given_title = g_strdup (chancery_note_choice_get_title (choice));
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), self->given_title);
  add_formats (self);
  show_format (self);
  update_actions (self);
  look (self);

  return ADW_DIALOG (self);
}
