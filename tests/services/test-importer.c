/* test-importer.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <utime.h>

#include "import/chancery-bounded-read.h"
#include "import/chancery-importer.h"

#include "../finalized-soon.h"

#define REPORT "MOSCOW, November 23. /TASS/. Five countries met. They agreed."

typedef struct
{
  char *folder;
  ChanceryImporter *importer;
} Fixture;

static ChanceryDate
clock_2026 (gpointer user_data)
{
  return (ChanceryDate) { 2026, 11, 24 };
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("chancery-importer-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->importer = chancery_importer_new (clock_2026, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  assert_finalized_soon (fixture->importer);
}

static GFile *
make_file (Fixture    *fixture,
           const char *name,
           const char *content,
           gssize      n_bytes)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, n_bytes, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
assert_refused (Fixture             *fixture,
                GFile               *file,
                ChanceryImportError  code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryArticle) article = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *prefix = g_strconcat (name, ": ", NULL);

  article = chancery_importer_import_file (fixture->importer, file, NULL, NULL, &error);
  g_assert_null (article);
  g_assert_error (error, CHANCERY_IMPORT_ERROR, (gint) code);
  g_assert_true (g_str_has_prefix (error->message, prefix));
}

static void
test_file (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) file = make_file (fixture, "report.txt", "River plan\n\n" REPORT, -1);
  g_autoptr (ChanceryArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryImportDetails details;

  article = chancery_importer_import_file (fixture->importer, file, &details, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (chancery_article_get_headline (article), ==, "River plan");
  g_assert_cmpstr (chancery_article_get_text (article), ==, "Five countries met. They agreed.");
  g_assert_cmpstr (chancery_article_get_source (article), ==, "TASS");
  g_assert_null (chancery_article_get_address (article));
  g_assert_cmpstr (details.format, ==, "plain-text");
  g_assert_cmpstr (details.encoding, ==, "UTF-8");
}

/* A year that is left out is that of the file's date. */
static void
test_modified (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GFile) file = make_file (fixture, "report.txt", REPORT, -1);
  g_autoptr (GDateTime) saved = g_date_time_new_local (2019, 12, 1, 12, 0, 0);
  struct utimbuf times = { g_date_time_to_unix (saved), g_date_time_to_unix (saved) };
  g_autoptr (ChanceryArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *published = NULL;

  g_assert_cmpint (utime (g_file_peek_path (file), &times), ==, 0);
  article = chancery_importer_import_file (fixture->importer, file, NULL, NULL, &error);
  g_assert_no_error (error);
  published = chancery_date_to_string (chancery_article_get_published (article));
  g_assert_cmpstr (published, ==, "2019-11-23");
  g_assert_true (chancery_article_get_published_guessed (article));
}

static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/zero");
  g_autoptr (GFile) empty = make_file (fixture, "empty", "", 0);
  g_autoptr (GFile) blank = make_file (fixture, "blank", " \n\t\n", -1);
  g_autoptr (GFile) binary = make_file (fixture, "binary.txt", "a\0b", 3);
  g_autofree char *pipe_path = g_build_filename (fixture->folder, "pipe", NULL);
  g_autoptr (GFile) pipe_file = g_file_new_for_path (pipe_path);

  assert_refused (fixture, folder, CHANCERY_IMPORT_ERROR_NOT_A_FILE);
  assert_refused (fixture, device, CHANCERY_IMPORT_ERROR_NOT_A_FILE);
  assert_refused (fixture, empty, CHANCERY_IMPORT_ERROR_EMPTY);
  assert_refused (fixture, blank, CHANCERY_IMPORT_ERROR_EMPTY);
  assert_refused (fixture, binary, CHANCERY_IMPORT_ERROR_NOT_TEXT);

  /* A pipe that nobody writes to must not be waited for. */
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_refused (fixture, pipe_file, CHANCERY_IMPORT_ERROR_NOT_A_FILE);
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (ChanceryArticle) article = NULL;
  g_autoptr (GError) error = NULL;

  article = chancery_importer_import_file (fixture->importer, file, NULL, NULL, &error);
  g_assert_null (article);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "missing.txt: "));
}

/* The file's size alone must be enough to refuse it: it has no blocks to read. */
static void
test_large_file (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GFile) file = make_file (fixture, "large.txt", "a", 1);

  g_assert_cmpint (truncate (g_file_peek_path (file), CHANCERY_IMPORT_MAX_BYTES + 1), ==, 0);
  assert_refused (fixture, file, CHANCERY_IMPORT_ERROR_TOO_LARGE);
}

/* A stream that never ends, and counts what is read from it. */
#define TEST_TYPE_ENDLESS_STREAM (test_endless_stream_get_type ())
G_DECLARE_FINAL_TYPE (TestEndlessStream, test_endless_stream, TEST, ENDLESS_STREAM, GInputStream)

struct _TestEndlessStream
{
  GInputStream parent_instance;

  gsize n_read;
};

G_DEFINE_FINAL_TYPE (TestEndlessStream, test_endless_stream, G_TYPE_INPUT_STREAM)

static gssize
test_endless_stream_read (GInputStream  *stream,
                          void          *buffer,
                          gsize          count,
                          GCancellable  *cancellable,
                          GError       **error)
{
  TEST_ENDLESS_STREAM (stream)->n_read += count;
  memset (buffer, 'a', count);
  return (gssize) count;
}

static void
test_endless_stream_class_init (TestEndlessStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = test_endless_stream_read;
}

static void
test_endless_stream_init (TestEndlessStream *self)
{
}

static void
test_endless (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TestEndlessStream) stream = g_object_new (TEST_TYPE_ENDLESS_STREAM, NULL);
  g_autoptr (ChanceryArticle) article = NULL;
  g_autoptr (GError) error = NULL;

  article = chancery_importer_import_stream (fixture->importer, G_INPUT_STREAM (stream), NULL, NULL, NULL, &error);
  g_assert_null (article);
  g_assert_error (error, CHANCERY_IMPORT_ERROR, CHANCERY_IMPORT_ERROR_TOO_LARGE);
  g_assert_cmpuint (stream->n_read, ==, CHANCERY_IMPORT_MAX_BYTES + 1);
}

static void
test_largest (Fixture       *fixture,
              gconstpointer  data)
{
  char *text = g_malloc (CHANCERY_IMPORT_MAX_BYTES);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GError) error = NULL;

  memset (text, 'a', CHANCERY_IMPORT_MAX_BYTES);
  bytes = g_bytes_new_take (text, CHANCERY_IMPORT_MAX_BYTES);
  stream = g_memory_input_stream_new_from_bytes (bytes);
  read = chancery_bounded_read_stream (stream, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, bytes));
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GFile) file = make_file (fixture, "report.txt", REPORT, -1);
  g_autoptr (GAsyncResult) file_result = NULL;
  g_autoptr (GAsyncResult) text_result = NULL;
  g_autoptr (ChanceryArticle) from_file = NULL;
  g_autoptr (ChanceryArticle) from_text = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryImportDetails details = { NULL, };

  chancery_importer_import_file_async (fixture->importer, file, NULL, result_cb, &file_result);
  chancery_importer_import_text_async (fixture->importer, REPORT, NULL, result_cb, &text_result);
  from_file = chancery_importer_import_finish (fixture->importer, wait_for (&file_result), &details, &error);
  g_assert_no_error (error);
  from_text = chancery_importer_import_finish (fixture->importer, wait_for (&text_result), NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpstr (chancery_article_get_text (from_file), ==, chancery_article_get_text (from_text));
  g_assert_cmpstr (chancery_article_get_agency (from_file), ==, "TASS");
  g_assert_cmpstr (details.encoding, ==, "UTF-8");
}

static void
test_async_failures (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GFile) file = make_file (fixture, "report.txt", REPORT, -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) cancelled_result = NULL;
  g_autoptr (GAsyncResult) empty_result = NULL;
  g_autoptr (ChanceryArticle) article = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  chancery_importer_import_file_async (fixture->importer, file, cancellable, result_cb, &cancelled_result);
  article = chancery_importer_import_finish (fixture->importer, wait_for (&cancelled_result), NULL, &error);
  g_assert_null (article);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  chancery_importer_import_text_async (fixture->importer, "  ", NULL, result_cb, &empty_result);
  article = chancery_importer_import_finish (fixture->importer, wait_for (&empty_result), NULL, &error);
  g_assert_null (article);
  g_assert_error (error, CHANCERY_IMPORT_ERROR, CHANCERY_IMPORT_ERROR_EMPTY);
}

static void
test_formats (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree const char **types = chancery_importer_dup_mime_types ();
  g_autofree const char **extensions = chancery_importer_dup_extensions ();

  g_assert_true (g_strv_contains (types, "text/plain"));
  g_assert_true (g_strv_contains (extensions, "txt"));
}

static void
test_hints (Fixture       *fixture,
            gconstpointer  data)
{
  const ChanceryImportHints hints = {
    .name = "report.TXT",
    .mime_type = "text/plain; charset=utf-8",
    .address = "https://example.org/report",
    .modified = { 2020, 11, 30 },
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static (REPORT, strlen (REPORT));
  g_autoptr (ChanceryArticle) article = NULL;
  g_autoptr (GError) error = NULL;

  article = chancery_importer_import_bytes (fixture->importer, bytes, &hints, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (chancery_article_get_address (article), ==, "https://example.org/report");
  g_assert_cmpuint (chancery_article_get_published (article).year, ==, 2020);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function) g_test_add ("/importer/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("file", test_file);
  ADD ("modified", test_modified);
  ADD ("refusals", test_refusals);
  ADD ("missing", test_missing);
  ADD ("large-file", test_large_file);
  ADD ("endless", test_endless);
  ADD ("largest", test_largest);
  ADD ("async", test_async);
  ADD ("async-failures", test_async_failures);
  ADD ("formats", test_formats);
  ADD ("hints", test_hints);
#undef ADD

  return g_test_run ();
}
