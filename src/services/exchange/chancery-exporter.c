/* chancery-exporter.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-exporter.h"

#include <string.h>

#include "chancery-exchange-progress.h"
#include "chancery-library-visit.h"

typedef struct
{
  /* Inputs */
  const ChanceryExportFormat *format;
  ChanceryExportOptions options;
  char *title; /* (owned) (nullable) */
  GStrv colour_names; /* (owned) (nullable) */
  GFile *file; /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) */
  ChanceryExchangeProgress progress;

  /* In progress, in the thread of the visit */
  GOutputStream *stream; /* (owned) (nullable): from the beginning, if it isn't to be a file */
  ChanceryExport *export; /* (owned) (nullable) */
  guint n_total;
  guint n_visited;

  /* Results */
  guint n_articles;
  guint n_notes;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->export, chancery_export_free);
  g_free (job->title);
  g_strfreev (job->colour_names);
  g_clear_object (&job->options.catalogue);
  g_clear_object (&job->file);
  g_clear_object (&job->cancellable);
  g_clear_object (&job->stream);
  chancery_exchange_progress_clear (&job->progress);
  g_free (job);
}

static Job *
job_new (ChanceryLibrary             *library,
         const ChanceryExportFormat  *format,
         const ChanceryExportOptions *options,
         GCancellable                *cancellable)
{
  Job *job = g_new0 (Job, 1);

  job->format = format;
  if (options != NULL)
    job->options = *options;
  job->title = g_strdup (job->options.title);
  job->options.title = job->title;
  job->colour_names = g_new0 (char *, CHANCERY_N_COLOURS + 1);
  for (guint i = 0; i < CHANCERY_N_COLOURS; i++)
    {
      const char *name = job->options.colour_names != NULL
        ? job->options.colour_names[i] : chancery_library_get_colour_name (library, (ChanceryColour) i);

      job->colour_names[i] = g_strdup (name != NULL ? name : "");
    }
  job->options.colour_names = (const char * const *) job->colour_names;
  if (job->options.catalogue != NULL)
    g_object_ref (job->options.catalogue);
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  return job;
}

/* In the thread of the visit */

static gboolean
begin (guint      n_notes,
       gpointer   user_data,
       GError   **error)
{
  Job *job = user_data;

  job->n_total = n_notes;
  if (job->stream == NULL)
    {
      /* Written beside the file and put in its place at the end, so that a failure leaves what was there. */
      job->stream = G_OUTPUT_STREAM (g_file_replace (job->file, NULL, FALSE, G_FILE_CREATE_NONE, job->cancellable, error));
      if (job->stream == NULL)
        return FALSE;
    }
  job->export = chancery_export_new (job->format, &job->options, job->stream, job->cancellable);
  return TRUE;
}

static gboolean
add_article (ChanceryArticle  *article,
             gpointer          user_data,
             GError          **error)
{
  Job *job = user_data;

  job->n_articles++;
  return !g_cancellable_set_error_if_cancelled (job->cancellable, error) &&
         chancery_export_add_article (job->export, article, error);
}

static gboolean
add_note (ChanceryArticle  *article,
          ChanceryNote     *note,
          gpointer          user_data,
          GError          **error)
{
  Job *job = user_data;

  job->n_visited++;
  chancery_exchange_progress_tell (&job->progress, (double) job->n_visited / (double) MAX (job->n_total, 1));
  return !g_cancellable_set_error_if_cancelled (job->cancellable, error) &&
         chancery_export_add_note (job->export, article, note, error);
}

static gboolean
end (gpointer   user_data,
     GError   **error)
{
  Job *job = user_data;

  return chancery_export_finish (job->export, error) &&
         (job->file == NULL || g_output_stream_close (job->stream, job->cancellable, error));
}

/* In the main context */

static void
give_up_file (Job *job)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  if (job->file == NULL || job->stream == NULL || g_output_stream_is_closed (job->stream))
    return;
  /* Closed like this, it isn't put in the place of the file. */
  g_cancellable_cancel (cancelled);
  g_output_stream_close (job->stream, cancelled, NULL);
}

static void
visited_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!chancery_library_visit_finish (CHANCERY_LIBRARY (source), result, &error))
    {
      give_up_file (job);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  job->n_notes = chancery_export_get_n_notes (job->export);
  g_task_return_boolean (task, TRUE);
}

static void
visit (GTask                    *task,
       const ChanceryNoteFilter *filter,
       const char * const       *uids,
       guint                     n_max)
{
  Job *job = g_task_get_task_data (task);
  ChanceryNoteFilter due_only = { 0 };
  const ChanceryVisitor visitor = {
    .with_text = job->options.with_text,
    .n_max = n_max,
    .begin = begin,
    .article = job->format->wants_articles ? add_article : NULL,
    .note = job->format->note != NULL ? add_note : NULL,
    .end = end,
  };

  if (filter != NULL)
    due_only = *filter;
  due_only.due_only = due_only.due_only || job->format->scope == CHANCERY_EXPORT_DUE;
  chancery_library_visit_async (g_task_get_source_object (task), &due_only, uids, &visitor, job,
                                job->cancellable, visited_cb, task);
}

static GTask *
make_task (ChanceryLibrary     *library,
           Job                 *job,
           GAsyncReadyCallback  callback,
           gpointer             user_data,
           gpointer             source_tag)
{
  GTask *task = g_task_new (library, job->cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, job, job_free);
  return task;
}

/* To @stream or, if it is %NULL, to @file. */
static void
export_notes (ChanceryLibrary              *library,
              const ChanceryNoteFilter     *filter,
              const char * const           *uids,
              const ChanceryExportFormat   *format,
              const ChanceryExportOptions  *options,
              GOutputStream                *stream,
              GFile                        *file,
              ChanceryExchangeProgressFunc  progress,
              gpointer                      progress_data,
              GCancellable                 *cancellable,
              GAsyncReadyCallback           callback,
              gpointer                      user_data)
{
  Job *job = job_new (library, format, options, cancellable);

  g_set_object (&job->stream, stream);
  g_set_object (&job->file, file);
  chancery_exchange_progress_init (&job->progress, progress, progress_data);
  visit (make_task (library, job, callback, user_data, chancery_exporter_export_async), filter, uids, 0);
}

/**
 * chancery_exporter_export_async:
 * @library: a library
 * @filter: (nullable): which notes
 * @uids: (nullable) (array zero-terminated=1): the notes themselves, in place of @filter
 * @format: the format
 * @options: (nullable): what was chosen; copied. Colours without names there are called as in the library.
 * @stream: where it goes; it is not closed, and not to be touched until the export has finished
 * @progress: (nullable): told how far it is
 * @cancellable: (nullable): a cancellable
 *
 * Exports notes. What was written until an error or a cancellation stays in @stream.
 */
void
chancery_exporter_export_async (ChanceryLibrary              *library,
                                const ChanceryNoteFilter     *filter,
                                const char * const           *uids,
                                const ChanceryExportFormat   *format,
                                const ChanceryExportOptions  *options,
                                GOutputStream                *stream,
                                ChanceryExchangeProgressFunc  progress,
                                gpointer                      progress_data,
                                GCancellable                 *cancellable,
                                GAsyncReadyCallback           callback,
                                gpointer                      user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (library));
  g_return_if_fail (format != NULL);
  g_return_if_fail (G_IS_OUTPUT_STREAM (stream));

  export_notes (library, filter, uids, format, options, stream, NULL, progress, progress_data, cancellable, callback,
                user_data);
}

/**
 * chancery_exporter_export_file_async:
 * @file: where it goes; replaced only once everything was written
 *
 * Exports notes to a file, as chancery_exporter_export_async() does to a stream.
 */
void
chancery_exporter_export_file_async (ChanceryLibrary              *library,
                                     const ChanceryNoteFilter     *filter,
                                     const char * const           *uids,
                                     const ChanceryExportFormat   *format,
                                     const ChanceryExportOptions  *options,
                                     GFile                        *file,
                                     ChanceryExchangeProgressFunc  progress,
                                     gpointer                      progress_data,
                                     GCancellable                 *cancellable,
                                     GAsyncReadyCallback           callback,
                                     gpointer                      user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (library));
  g_return_if_fail (format != NULL);
  g_return_if_fail (G_IS_FILE (file));

  export_notes (library, filter, uids, format, options, NULL, file, progress, progress_data, cancellable, callback,
                user_data);
}

/**
 * chancery_exporter_export_finish:
 * @n_articles: (out) (optional): how many articles were written, in formats that write articles
 * @n_notes: (out) (optional): how many notes were written
 *
 * Returns: whether everything was written
 */
gboolean
chancery_exporter_export_finish (ChanceryLibrary  *library,
                                 GAsyncResult     *result,
                                 guint            *n_articles,
                                 guint            *n_notes,
                                 GError          **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_task_is_valid (result, library), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (n_articles != NULL)
    *n_articles = job->n_articles;
  if (n_notes != NULL)
    *n_notes = job->n_notes;
  return TRUE;
}

/**
 * chancery_exporter_preview_async:
 * @n_notes_max: so many notes are shown at most
 *
 * Makes what an export would begin with: a whole document of the first notes. For a format that is not text, that of
 * plain text is made.
 */
void
chancery_exporter_preview_async (ChanceryLibrary             *library,
                                 const ChanceryNoteFilter    *filter,
                                 const char * const          *uids,
                                 const ChanceryExportFormat  *format,
                                 const ChanceryExportOptions *options,
                                 guint                        n_notes_max,
                                 GCancellable                *cancellable,
                                 GAsyncReadyCallback          callback,
                                 gpointer                     user_data)
{
  Job *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (library));
  g_return_if_fail (format != NULL);

  job = job_new (library, format->flush == NULL ? format : chancery_export_find_format ("text"), options, cancellable);
  job->stream = g_memory_output_stream_new_resizable ();
  chancery_exchange_progress_init (&job->progress, NULL, NULL);
  visit (make_task (library, job, callback, user_data, chancery_exporter_preview_async), filter, uids, MAX (n_notes_max, 1));
}

/**
 * chancery_exporter_preview_finish:
 *
 * Returns: (transfer full): the text
 */
char *
chancery_exporter_preview_finish (ChanceryLibrary  *library,
                                  GAsyncResult     *result,
                                  GError          **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  GMemoryOutputStream *stream;

  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  stream = G_MEMORY_OUTPUT_STREAM (job->stream);
  return g_strndup (g_memory_output_stream_get_data (stream), g_memory_output_stream_get_data_size (stream));
}
