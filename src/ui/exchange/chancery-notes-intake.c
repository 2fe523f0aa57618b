/* chancery-notes-intake.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-notes-intake.h"

#include <string.h>

typedef struct
{
  /* Inputs */
  GListModel *files; /* (owned) */
  ChanceryImportOptions options;
  ChanceryHistory *history; /* (owned) (nullable) */

  /* In progress */
  guint n_begun;
  guint64 serial; /* of the history before the file */

  /* Results */
  ChanceryImportReport *report; /* (owned) */
  guint n_steps;
  guint n_failed;
} Intake;

static void begin_next (GTask *task);

static void
intake_free (gpointer data)
{
  Intake *intake = data;

  g_object_unref (intake->files);
  g_clear_object (&intake->history);
  g_clear_pointer (&intake->report, chancery_import_report_free);
  g_free (intake);
}

static char *
dup_name (GFile *file)
{
  g_autofree char *base_name = g_file_get_basename (file);

  return g_filename_display_name (base_name);
}

/* Of several files, a place is in one of them. */
static char *
make_place (Intake     *intake,
            const char *name,
            const char *place)
{
  return g_list_model_get_n_items (intake->files) > 1 ? g_strconcat (name, ": ", place, NULL) : g_strdup (place);
}

static void
add_report (Intake                     *intake,
            const char                 *name,
            const ChanceryImportReport *report)
{
  ChanceryImportReport *all = intake->report;

  all->format = report->format;
  all->n_imported += report->n_imported;
  all->n_replaced += report->n_replaced;
  all->n_kept += report->n_kept;
  all->n_orphans += report->n_orphans;
  all->n_articles += report->n_articles;
  all->n_stubs += report->n_stubs;
  all->n_texts += report->n_texts;
  all->n_elsewhere += report->n_elsewhere;
  for (guint i = 0; i < report->articles->len; i++)
    {
      const ChanceryImportArticle *article = report->articles->pdata[i];
      ChanceryImportArticle *added =
        chancery_import_report_add_article (all, article->title, article->is_new, article->has_text);

      if (added != NULL)
        added->n_notes = article->n_notes;
      else
        all->n_elsewhere += article->n_notes;
    }
  for (guint i = 0; i < report->skipped->len; i++)
    {
      const ChanceryImportRemark *remark = report->skipped->pdata[i];
      g_autofree char *place = make_place (intake, name, remark->place);

      chancery_import_report_add_skip (all, place, remark->reason);
    }
  all->n_skipped += report->n_skipped - report->skipped->len;
  for (guint i = 0; i < report->warnings->len; i++)
    {
      const ChanceryImportRemark *remark = report->warnings->pdata[i];
      g_autofree char *place = make_place (intake, name, remark->place);

      chancery_import_report_add_warning (all, place, remark->reason);
    }
  all->n_warnings += report->n_warnings - report->warnings->len;
}

/* The message may begin with the name, which is the place. */
static void
add_failure (Intake       *intake,
             const char   *name,
             const GError *error)
{
  const char *reason = error->message;

  if (g_str_has_prefix (reason, name) && g_str_has_prefix (reason + strlen (name), ": "))
    reason += strlen (name) + 2;
  chancery_import_report_add_skip (intake->report, name, reason);
  intake->n_failed++;
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask *task = user_data;
  Intake *intake = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryImportReport) report =
    chancery_note_importer_import_finish (CHANCERY_LIBRARY (source), result, &error);
  g_autoptr (GFile) file = g_list_model_get_item (intake->files, intake->n_begun - 1);
  g_autofree char *name = dup_name (file);

  if (intake->history != NULL && chancery_history_get_serial (intake->history) != intake->serial)
    intake->n_steps++;
  if (report != NULL)
    add_report (intake, name, report);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    add_failure (intake, name, error);
  begin_next (task);
}

static void
begin_next (GTask *task)
{
  Intake *intake = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GFile) file = g_list_model_get_item (intake->files, intake->n_begun);

  if (file == NULL || g_cancellable_is_cancelled (cancellable))
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  intake->n_begun++;
  intake->serial = intake->history != NULL ? chancery_history_get_serial (intake->history) : 0;
  chancery_note_importer_import_async (g_task_get_source_object (task), file, &intake->options, cancellable, imported_cb,
                                       task);
}

/**
 * chancery_notes_intake_suits:
 * @files: (element-type GFile): files
 * @may_be_articles: whether Markdown, in which articles are written, too, is taken for notes
 *
 * Returns: whether all are named as files of notes are
 */
gboolean
chancery_notes_intake_suits (GListModel *files,
                             gboolean    may_be_articles)
{
  static const char * const extensions[] = { ".json", ".jsonld", ".csv", ".md", ".markdown" };
  const gsize n_extensions = may_be_articles ? G_N_ELEMENTS (extensions) : 3;

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *name = dup_name (file);
      g_autofree char *folded = g_utf8_strdown (name, -1);
      gboolean suits = FALSE;

      for (gsize j = 0; j < n_extensions; j++)
        suits = suits || g_str_has_suffix (folded, extensions[j]);
      if (!suits)
        return FALSE;
    }
  return g_list_model_get_n_items (files) > 0;
}

/**
 * chancery_notes_intake_run_async:
 * @library: a library
 * @files: (element-type GFile): the files
 * @options: how; copied
 * @cancellable: (nullable): a cancellable
 *
 * Imports files of notes, or looks what would come of it. A file that can't be read is listed among what is left
 * out, and the others go on. What came in until a cancellation stays.
 */
void
chancery_notes_intake_run_async (ChanceryLibrary             *library,
                                 GListModel                  *files,
                                 const ChanceryImportOptions *options,
                                 GCancellable                *cancellable,
                                 GAsyncReadyCallback          callback,
                                 gpointer                     user_data)
{
  GTask *task = g_task_new (library, cancellable, callback, user_data);
  Intake *intake = g_new0 (Intake, 1);

  g_task_set_source_tag (task, chancery_notes_intake_run_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, intake, intake_free);
  intake->files = g_object_ref (files);
  intake->options = *options;
  intake->history = options->history != NULL ? g_object_ref (options->history) : NULL;
  intake->report = chancery_import_report_new ();
  begin_next (task);
}

/**
 * chancery_notes_intake_run_finish:
 * @n_steps: (out): how many steps of the history it was
 * @n_failed: (out): how many files could not be read at all
 *
 * Returns: (transfer full): what came of all of them
 */
ChanceryImportReport *
chancery_notes_intake_run_finish (ChanceryLibrary *library,
                                  GAsyncResult    *result,
                                  guint           *n_steps,
                                  guint           *n_failed)
{
  Intake *intake = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  g_task_propagate_boolean (G_TASK (result), NULL);
  *n_steps = intake->n_steps;
  *n_failed = intake->n_failed;
  return g_steal_pointer (&intake->report);
}
