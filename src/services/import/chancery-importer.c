/* chancery-importer.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-importer.h"

#include <string.h>

#include "import/chancery-bounded-read.h"

/* The formats, in the order in which they are preferred where two are as sure. */
static const ChanceryImportFormat * const formats[] = {
  &chancery_plain_text_format,
};

/* How sure a format is made by what somebody said that the bytes are. */
#define SURE_BY_MIME_TYPE 60
#define SURE_BY_EXTENSION 30

/**
 * ChanceryImporter:
 *
 * The one way from a file, a stream or the clipboard to an article: reads no
 * more than is allowed, finds the format and has it make the article. Has no
 * state but its clock, so any thread may use it.
 */
struct _ChanceryImporter
{
  GObject parent_instance;

  ChanceryImportClock clock;
  gpointer clock_data;
};

G_DEFINE_FINAL_TYPE (ChanceryImporter, chancery_importer, G_TYPE_OBJECT)

static void
chancery_importer_class_init (ChanceryImporterClass *klass)
{
}

static void
chancery_importer_init (ChanceryImporter *self)
{
}

static ChanceryDate
local_today (gpointer user_data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return chancery_date_from_g_date_time (now);
}

/**
 * chancery_importer_new:
 * @clock: (nullable) (scope forever): says what day it is; %NULL for the
 *   system's clock
 * @user_data: (closure clock): what @clock is called with
 *
 * Returns: (transfer full): a new importer
 */
ChanceryImporter *
chancery_importer_new (ChanceryImportClock clock,
                       gpointer            user_data)
{
  ChanceryImporter *self = g_object_new (CHANCERY_TYPE_IMPORTER, NULL);

  self->clock = clock != NULL ? clock : local_today;
  self->clock_data = user_data;
  return self;
}

static gboolean
has_extension (const ChanceryImportFormat *format,
               const char                 *name)
{
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;

  if (dot == NULL)
    return FALSE;
  for (gsize i = 0; format->extensions[i] != NULL; i++)
    if (g_ascii_strcasecmp (format->extensions[i], dot + 1) == 0)
      return TRUE;
  return FALSE;
}

/* Without the parameters, as in "text/plain; charset=utf-8". */
static gboolean
has_mime_type (const ChanceryImportFormat *format,
               const char                 *mime_type)
{
  gsize length = mime_type != NULL ? strcspn (mime_type, "; ") : 0;

  for (gsize i = 0; length > 0 && format->mime_types[i] != NULL; i++)
    if (strlen (format->mime_types[i]) == length && g_ascii_strncasecmp (format->mime_types[i], mime_type, length) == 0)
      return TRUE;
  return FALSE;
}

static const ChanceryImportFormat *
find_format (GBytes                      *bytes,
             const ChanceryImportContext *context)
{
  const ChanceryImportFormat *best = NULL;
  guint best_score = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      guint score = formats[i]->sniff (bytes, context);

      if (score == 0)
        continue;
      if (has_mime_type (formats[i], context->hints.mime_type))
        score += SURE_BY_MIME_TYPE;
      if (has_extension (formats[i], context->hints.name))
        score += SURE_BY_EXTENSION;
      if (score > best_score)
        {
          best = formats[i];
          best_score = score;
        }
    }

  return best;
}

/**
 * chancery_importer_import_bytes:
 * @self: an importer
 * @bytes: the content of a file
 * @hints: (nullable): what is known of it
 * @details: (out) (optional): what else was found
 * @error: return location for an error of %CHANCERY_IMPORT_ERROR
 *
 * Makes an article of bytes. Takes linear time; any thread.
 *
 * Returns: (transfer full): the article
 */
ChanceryArticle *
chancery_importer_import_bytes (ChanceryImporter           *self,
                                GBytes                     *bytes,
                                const ChanceryImportHints  *hints,
                                ChanceryImportDetails      *details,
                                GError                    **error)
{
  ChanceryImportContext context = { 0, };
  ChanceryImportDetails found = { NULL, };
  const ChanceryImportFormat *format;
  ChanceryArticle *article;

  g_return_val_if_fail (CHANCERY_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  if (hints != NULL)
    context.hints = *hints;
  context.today = self->clock (self->clock_data);

  format = find_format (bytes, &context);
  found.format = format->name;
  article = format->import (bytes, &context, &found, error);
  if (article != NULL && details != NULL)
    *details = found;
  return article;
}

/**
 * chancery_importer_import_text:
 * @self: an importer
 * @text: what was pasted; UTF-8
 * @details: (out) (optional): what else was found
 * @error: return location for an error of %CHANCERY_IMPORT_ERROR
 *
 * Makes an article of text that is already in memory. Any thread.
 *
 * Returns: (transfer full): the article
 */
ChanceryArticle *
chancery_importer_import_text (ChanceryImporter       *self,
                               const char             *text,
                               ChanceryImportDetails  *details,
                               GError                **error)
{
  static const ChanceryImportHints hints = { .mime_type = "text/plain" };
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  bytes = g_bytes_new (text, strlen (text));
  return chancery_importer_import_bytes (self, bytes, &hints, details, error);
}

/**
 * chancery_importer_import_stream:
 * @self: an importer
 * @stream: where to read from, to its end or to the limit
 * @hints: (nullable): what is known of it
 * @details: (out) (optional): what else was found
 * @cancellable: (nullable): to stop reading
 * @error: return location for an error
 *
 * Makes an article of what a stream gives. Blocks; any thread.
 *
 * Returns: (transfer full): the article
 */
ChanceryArticle *
chancery_importer_import_stream (ChanceryImporter           *self,
                                 GInputStream               *stream,
                                 const ChanceryImportHints  *hints,
                                 ChanceryImportDetails      *details,
                                 GCancellable               *cancellable,
                                 GError                    **error)
{
  g_autoptr (GBytes) bytes = chancery_bounded_read_stream (stream, cancellable, error);

  if (bytes == NULL)
    return NULL;
  return chancery_importer_import_bytes (self, bytes, hints, details, error);
}

/**
 * chancery_importer_import_file:
 * @self: an importer
 * @file: a file
 * @details: (out) (optional): what else was found
 * @cancellable: (nullable): to stop reading
 * @error: return location for an error; its message begins with the file's name
 *
 * Makes an article of a file. Blocks; any thread.
 *
 * Returns: (transfer full): the article
 */
ChanceryArticle *
chancery_importer_import_file (ChanceryImporter       *self,
                               GFile                  *file,
                               ChanceryImportDetails  *details,
                               GCancellable           *cancellable,
                               GError                **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GDateTime) modified = NULL;
  g_autofree char *base_name = NULL;
  g_autofree char *name = NULL;
  g_autofree char *address = NULL;
  ChanceryImportHints hints = { NULL, };
  ChanceryArticle *article = NULL;

  g_return_val_if_fail (CHANCERY_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  base_name = g_file_get_basename (file);
  name = base_name != NULL ? g_filename_display_name (base_name) : g_file_get_uri (file);
  bytes = chancery_bounded_read_file (file, &modified, cancellable, error);
  if (bytes != NULL)
    {
      hints.name = name;
      hints.modified = chancery_date_from_g_date_time (modified);
      if (g_file_peek_path (file) == NULL)
        hints.address = address = g_file_get_uri (file);
      article = chancery_importer_import_bytes (self, bytes, &hints, details, error);
    }

  if (article == NULL)
    g_prefix_error (error, "%s: ", name);
  return article;
}

/* What an asynchronous import is of, and what it found. */
typedef struct
{
  GFile *file; /* (owned) (nullable) */
  char *text; /* (owned) (nullable) */
  ChanceryImportDetails details;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->file);
  g_free (job->text);
  g_free (job);
}

static void
import_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  ChanceryImporter *self = CHANCERY_IMPORTER (source);
  Job *job = task_data;
  GError *error = NULL;
  ChanceryArticle *article;

  article = job->file != NULL
    ? chancery_importer_import_file (self, job->file, &job->details, cancellable, &error)
    : chancery_importer_import_text (self, job->text, &job->details, &error);
  if (article != NULL)
    g_task_return_pointer (task, article, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
start_job (ChanceryImporter    *self,
           Job                 *job,
           gpointer             source_tag,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, import_in_thread);
}

/**
 * chancery_importer_import_text_async:
 * @self: an importer
 * @text: what was pasted; UTF-8
 * @cancellable: (nullable): to stop
 * @callback: (scope async): called when it is done
 * @user_data: what @callback is called with
 *
 * Does what [method@Importer.import_text] does in a thread of its own.
 */
void
chancery_importer_import_text_async (ChanceryImporter    *self,
                                     const char          *text,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  Job *job;

  g_return_if_fail (CHANCERY_IS_IMPORTER (self));
  g_return_if_fail (text != NULL);

  job = g_new0 (Job, 1);
  job->text = g_strdup (text);
  start_job (self, job, chancery_importer_import_text_async, cancellable, callback, user_data);
}

/**
 * chancery_importer_import_file_async:
 * @self: an importer
 * @file: a file
 * @cancellable: (nullable): to stop reading
 * @callback: (scope async): called when it is done
 * @user_data: what @callback is called with
 *
 * Does what [method@Importer.import_file] does in a thread of its own.
 */
void
chancery_importer_import_file_async (ChanceryImporter    *self,
                                     GFile               *file,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  Job *job;

  g_return_if_fail (CHANCERY_IS_IMPORTER (self));
  g_return_if_fail (G_IS_FILE (file));

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  start_job (self, job, chancery_importer_import_file_async, cancellable, callback, user_data);
}

/**
 * chancery_importer_import_finish:
 * @self: an importer
 * @result: what the callback was given
 * @details: (out) (optional): what else was found
 * @error: return location for an error
 *
 * Finishes either of the asynchronous imports.
 *
 * Returns: (transfer full): the article
 */
ChanceryArticle *
chancery_importer_import_finish (ChanceryImporter       *self,
                                 GAsyncResult           *result,
                                 ChanceryImportDetails  *details,
                                 GError                **error)
{
  const Job *job;
  ChanceryArticle *article;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  job = g_task_get_task_data (G_TASK (result));
  article = g_task_propagate_pointer (G_TASK (result), error);
  if (article != NULL && details != NULL)
    *details = job->details;
  return article;
}

/**
 * chancery_importer_dup_mime_types:
 *
 * Returns: (transfer container) (array zero-terminated=1): the media types that
 *   can be imported, for a file dialog's filter
 */
const char **
chancery_importer_dup_mime_types (void)
{
  g_autoptr (GPtrArray) types = g_ptr_array_new_null_terminated (8, NULL, TRUE);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    for (gsize j = 0; formats[i]->mime_types[j] != NULL; j++)
      g_ptr_array_add (types, (gpointer) formats[i]->mime_types[j]);
  return (const char **) g_ptr_array_steal (types, NULL);
}

/**
 * chancery_importer_dup_extensions:
 *
 * Returns: (transfer container) (array zero-terminated=1): the extensions of
 *   files that can be imported, for a file dialog's filter
 */
const char **
chancery_importer_dup_extensions (void)
{
  g_autoptr (GPtrArray) extensions = g_ptr_array_new_null_terminated (8, NULL, TRUE);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    for (gsize j = 0; formats[i]->extensions[j] != NULL; j++)
      g_ptr_array_add (extensions, (gpointer) formats[i]->extensions[j]);
  return (const char **) g_ptr_array_steal (extensions, NULL);
}
