/* chancery-note-import-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-import-dialog.h"

#include <glib/gi18n.h>

#include "chancery-notes-intake.h"

/* Of each list so many rows are shown. */
#define MAX_ROWS 200u
/* What is taken in sooner needs no bar. */
#define PROGRESS_MS 300

struct _ChanceryNoteImportDialog
{
  AdwDialog parent_instance;

  AdwToolbarView *view;
  GtkStack *stack;
  GtkWidget *import_button;
  GtkWidget *choose_button;
  AdwActionRow *new_row;
  AdwActionRow *changed_row;
  AdwActionRow *kept_row;
  AdwActionRow *orphans_row;
  AdwActionRow *texts_row;
  AdwPreferencesGroup *articles_group;
  AdwPreferencesGroup *skipped_group;
  AdwPreferencesGroup *warnings_group;
  AdwStatusPage *nothing_page;
  GtkProgressBar *progress_bar;

  ChanceryLibrary *library;
  ChanceryHistory *history;
  GListModel *files; /* (owned) (nullable) */
  GPtrArray *rows; /* (unowned) (element-type GtkWidget): those of the preview that go with it */

  GCancellable *looking; /* (owned) (nullable): ends the preview that is under way */
  GCancellable *taking; /* (owned) (nullable): ends the import, if one is under way */
  guint progress_id;
  guint focus_id;
  gboolean can_import;
};

enum
{
  SIGNAL_IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryNoteImportDialog, chancery_note_import_dialog, ADW_TYPE_DIALOG)

static void
update_actions (ChanceryNoteImportDialog *self)
{
  const gboolean idle = self->taking == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.import", idle && self->can_import);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.stop", !idle);
  adw_dialog_set_can_close (ADW_DIALOG (self), idle);
}

/* The preview */

static void
clear_rows (ChanceryNoteImportDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP)), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static GtkWidget *
add_row (ChanceryNoteImportDialog *self,
         AdwPreferencesGroup      *group,
         const char               *title,
         const char               *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
show_more (ChanceryNoteImportDialog *self,
           AdwPreferencesGroup      *group,
           guint                     n_more)
{
  g_autofree char *title = NULL;

  if (n_more == 0)
    return;
  /* Translators: the last row of a list of which the beginning is shown */
  title = g_strdup_printf (ngettext ("%'u more", "%'u more", n_more), n_more);
  gtk_widget_add_css_class (add_row (self, group, title, NULL), "dimmed");
}

static void
show_count (AdwActionRow *row,
            guint         count,
            gboolean      always)
{
  g_autofree char *text = g_strdup_printf ("%'u", count);
  GtkWidget *label = g_object_get_data (G_OBJECT (row), "count");

  if (label == NULL)
    {
      label = gtk_label_new (NULL);
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (row, label);
      g_object_set_data (G_OBJECT (row), "count", label);
    }
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_visible (GTK_WIDGET (row), always || count > 0);
}

static void
show_articles (ChanceryNoteImportDialog   *self,
               const ChanceryImportReport *report)
{
  const guint n_shown = MIN (report->articles->len, MAX_ROWS);
  guint n_more = 0;

  for (guint i = 0; i < n_shown; i++)
    {
      const ChanceryImportArticle *article = report->articles->pdata[i];
      g_autofree char *notes = g_strdup_printf (ngettext ("%'u note", "%'u notes", article->n_notes), article->n_notes);
      g_autofree char *subtitle = NULL;

      if (article->is_new && !article->has_text)
        /* Translators: %s is as in “3 notes”; of an article that is new in the library */
        subtitle = g_strdup_printf (_("%s · New, without its text"), notes);
      else if (article->is_new)
        /* Translators: %s is as in “3 notes”; of an article that is new in the library */
        subtitle = g_strdup_printf (_("%s · New"), notes);
      add_row (self, self->articles_group, *article->title != '\0' ? article->title : _("Untitled article"),
               subtitle != NULL ? subtitle : notes);
    }
  for (guint i = n_shown; i < report->articles->len; i++)
    n_more += ((ChanceryImportArticle *) report->articles->pdata[i])->n_notes;
  if (report->n_elsewhere + n_more > 0)
    {
      const guint n = report->n_elsewhere + n_more;
      g_autofree char *notes = g_strdup_printf (ngettext ("%'u note", "%'u notes", n), n);

      add_row (self, self->articles_group,
               report->articles->len >= MAX_ROWS ? _("Elsewhere") : _("On a state, or on nothing"), notes);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->articles_group), n_shown > 0 || report->n_elsewhere > 0);
}

static void
show_remarks (ChanceryNoteImportDialog *self,
              AdwPreferencesGroup      *group,
              GPtrArray                *remarks,
              guint                     n_remarks)
{
  const guint n_shown = MIN (remarks->len, MAX_ROWS);

  for (guint i = 0; i < n_shown; i++)
    {
      const ChanceryImportRemark *remark = remarks->pdata[i];

      adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (add_row (self, group, remark->reason, remark->place)), TRUE);
    }
  show_more (self, group, n_remarks - n_shown);
  gtk_widget_set_visible (GTK_WIDGET (group), n_remarks > 0);
}

static void
show_nothing (ChanceryNoteImportDialog   *self,
              const ChanceryImportReport *report)
{
  g_autoptr (GString) reasons = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  for (guint i = 0; i < MIN (report->skipped->len, 5); i++)
    {
      const ChanceryImportRemark *remark = report->skipped->pdata[i];

      /* Translators: where in a file, and what is the matter there */
      g_string_append_printf (reasons, C_("remark", "%1$s: %2$s"), remark->place, remark->reason);
      g_string_append_c (reasons, '\n');
    }
  escaped = g_markup_escape_text (reasons->len > 0 ? reasons->str : _("There are no notes in it."), -1);
  adw_status_page_set_title (self->nothing_page, _("Nothing Can Be Imported"));
  adw_status_page_set_description (self->nothing_page, g_strchomp (escaped));
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
show_report (ChanceryNoteImportDialog   *self,
             const ChanceryImportReport *report)
{
  g_autofree char *left_out = NULL, *remarked = NULL, *summary = NULL;

  clear_rows (self);
  self->can_import = report->n_imported + report->n_replaced + report->n_articles + report->n_texts > 0;
  update_actions (self);
  if (!self->can_import && report->n_kept == 0)
    {
      show_nothing (self, report);
      return;
    }

  show_count (self->new_row, report->n_imported, TRUE);
  show_count (self->changed_row, report->n_replaced, FALSE);
  show_count (self->kept_row, report->n_kept, FALSE);
  show_count (self->orphans_row, report->n_orphans, FALSE);
  show_count (self->texts_row, report->n_texts, FALSE);
  show_articles (self, report);
  left_out = g_strdup_printf (ngettext ("%'u Left Out", "%'u Left Out", report->n_skipped), report->n_skipped);
  adw_preferences_group_set_title (self->skipped_group, left_out);
  show_remarks (self, self->skipped_group, report->skipped, report->n_skipped);
  remarked = g_strdup_printf (ngettext ("%'u Small Mistake", "%'u Small Mistakes", report->n_warnings), report->n_warnings);
  adw_preferences_group_set_title (self->warnings_group, remarked);
  show_remarks (self, self->warnings_group, report->warnings, report->n_warnings);
  gtk_stack_set_visible_child_name (self->stack, "preview");

  summary = g_strdup_printf (ngettext ("%'u new note", "%'u new notes", report->n_imported), report->n_imported);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), summary, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (self->can_import)
    gtk_widget_grab_focus (self->import_button);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChanceryNoteImportDialog) self = user_data;
  guint n_steps, n_failed;
  g_autoptr (ChanceryImportReport) report =
    chancery_notes_intake_run_finish (CHANCERY_LIBRARY (source), result, &n_steps, &n_failed);

  if (self->stack != NULL && !g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    show_report (self, report);
}

static void
look (ChanceryNoteImportDialog *self,
      GListModel               *files)
{
  const ChanceryImportOptions options = { .preview = TRUE };

  g_set_object (&self->files, files);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  self->looking = g_cancellable_new ();
  self->can_import = FALSE;
  update_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "looking");
  chancery_notes_intake_run_async (self->library, files, &options, self->looking, looked_cb, g_object_ref (self));
}

/* Choosing */

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChanceryNoteImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->stack == NULL || self->taking != NULL)
    return;
  if (files != NULL)
    look (self, files);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    {
      AdwDialog *dialog = adw_alert_dialog_new (_("Files can’t be chosen"), error->message);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
      adw_dialog_present (dialog, GTK_WIDGET (self));
    }
}

static void
choose_cb (ChanceryNoteImportDialog *self)
{
  static const char * const suffixes[] = { "json", "jsonld", "csv", "md", "markdown" };
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) notes = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_filter_set_name (notes, _("Notes (JSON, CSV, Markdown)"));
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (notes, suffixes[i]);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, notes);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, _("Import Notes"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, chosen_cb,
                                 g_object_ref (self));
}

static void
focus_choose_cb (gpointer user_data)
{
  ChanceryNoteImportDialog *self = user_data;

  self->focus_id = 0;
  gtk_widget_grab_focus (self->choose_button);
}

/* A dialog gives the focus to its first control, whatever else is there to be done. */
static void
choose_mapped_cb (ChanceryNoteImportDialog *self)
{
  if (self->focus_id == 0)
    self->focus_id = g_idle_add_once (focus_choose_cb, self);
}

static gboolean
drop_cb (ChanceryNoteImportDialog *self,
         const GValue             *value)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (self->taking != NULL)
    return FALSE;

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_list_store_append (files, l->data);
  look (self, G_LIST_MODEL (files));
  return TRUE;
}

/* Taking in */

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  ChanceryNoteImportDialog *self = user_data;

  if (self->progress_bar != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}

static void
show_progress_cb (gpointer user_data)
{
  ChanceryNoteImportDialog *self = user_data;

  self->progress_id = 0;
  adw_toolbar_view_set_reveal_bottom_bars (self->view, TRUE);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ChanceryNoteImportDialog) self = user_data;
  guint n_steps = 0, n_failed = 0;
  g_autoptr (ChanceryImportReport) report =
    chancery_notes_intake_run_finish (CHANCERY_LIBRARY (source), result, &n_steps, &n_failed);

  g_clear_object (&self->taking);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (self->stack == NULL)
    return;

  adw_toolbar_view_set_reveal_bottom_bars (self->view, FALSE);
  update_actions (self);
  /* A file that could be read before and can't be any more. */
  if (n_failed > 0 && n_steps == 0)
    {
      show_report (self, report);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, report->n_imported + report->n_replaced, report->n_texts, n_steps);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ChanceryNoteImportDialog *self = CHANCERY_NOTE_IMPORT_DIALOG (widget);
  const ChanceryImportOptions options = {
    .history = self->history,
    .progress = progress_cb,
    .progress_data = self,
  };

  self->taking = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  self->progress_id = g_timeout_add_once (PROGRESS_MS, show_progress_cb, self);
  update_actions (self);
  chancery_notes_intake_run_async (self->library, self->files, &options, self->taking, imported_cb, g_object_ref (self));
}

static void
stop (ChanceryNoteImportDialog *self)
{
  g_cancellable_cancel (self->taking);
}

static void
stop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  stop (CHANCERY_NOTE_IMPORT_DIALOG (widget));
}

/* The object */

static void
chancery_note_import_dialog_dispose (GObject *object)
{
  ChanceryNoteImportDialog *self = CHANCERY_NOTE_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->looking);
  g_cancellable_cancel (self->taking);
  g_clear_object (&self->looking);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_handle_id (&self->focus_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CHANCERY_TYPE_NOTE_IMPORT_DIALOG);

  G_OBJECT_CLASS (chancery_note_import_dialog_parent_class)->dispose (object);
}

static void
chancery_note_import_dialog_finalize (GObject *object)
{
  ChanceryNoteImportDialog *self = CHANCERY_NOTE_IMPORT_DIALOG (object);

  g_clear_object (&self->library);
  g_clear_object (&self->history);
  g_clear_object (&self->files);
  g_clear_object (&self->taking);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (chancery_note_import_dialog_parent_class)->finalize (object);
}

static void
chancery_note_import_dialog_class_init (ChanceryNoteImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chancery_note_import_dialog_dispose;
  object_class->finalize = chancery_note_import_dialog_finalize;

  /**
   * ChanceryNoteImportDialog::imported:
   * @self: the dialog, which closes
   * @n_notes: how many notes came in or were changed
   * @n_texts: how many articles that were there without their text got it
   * @n_steps: how many steps of the history it was, the last
   */
  signals[SIGNAL_IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/chancery_app/Chancery/ui/exchange/"
                                                             "chancery-note-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteImportDialog, view);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteImportDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteImportDialog, new_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteImportDialog, changed_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteImportDialog, kept_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteImportDialog, orphans_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteImportDialog, texts_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteImportDialog, articles_group);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteImportDialog, skipped_group);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteImportDialog, warnings_group);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteImportDialog, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteImportDialog, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_mapped_cb);

  gtk_widget_class_install_action (widget_class, "import.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "import.stop", NULL, stop_action);
}

static void
chancery_note_import_dialog_init (ChanceryNoteImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (target));
  /* Escape stops the import; once none is under way, it closes the dialog. */
  g_signal_connect (self, "close-attempt", G_CALLBACK (stop), NULL);
}

/**
 * chancery_note_import_dialog_new:
 * @library: the library that the notes go to
 * @history: its history, in which the import can be undone
 * @files: (nullable) (element-type GFile): the files; %NULL to choose them
 *
 * Returns: (transfer floating): a dialog to import notes
 */
AdwDialog *
chancery_note_import_dialog_new (ChanceryLibrary *library,
                                 ChanceryHistory *history,
                                 GListModel      *files)
{
  ChanceryNoteImportDialog *self = g_object_new (CHANCERY_TYPE_NOTE_IMPORT_DIALOG, NULL);

  self->library = g_object_ref (library);
  self->history = g_object_ref (history);
  if (files != NULL)
    look (self, files);
  else
    update_actions (self);

  return ADW_DIALOG (self);
}
