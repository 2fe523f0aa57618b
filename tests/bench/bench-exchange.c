/* bench-exchange.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-exchange [ARTICLES NOTES]
 *
 * How long it takes to export 100,000 notes on 2,000 articles in each format, and to import them into an empty library
 * from the two formats that restore them, durably; and how much memory at most. */

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "big-library.h"
#include "exchange/chancery-note-importer.h"

#define N_ARTICLES 2000u
#define N_NOTES 100000u

static long
get_peak_mib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

/* Of all processors. */
static double
get_processor_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void
measure_export (ChanceryLibrary            *library,
                const ChanceryExportFormat *format,
                const char                 *path)
{
  const ChanceryExportOptions options = { .with_text = TRUE };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 start_us = g_get_monotonic_time ();
  const double start = get_processor_seconds ();
  GStatBuf status;
  guint n_notes = 0;

  chancery_exporter_export_file_async (library, NULL, NULL, format, &options, file, NULL, NULL, NULL, big_library_result_cb, &result);
  chancery_exporter_export_finish (library, big_library_wait (&result), NULL, &n_notes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  printf ("  export to %-10s %6.2f s (%.2f s of processors), %6.1f MiB, %6u notes; at most %ld MiB of memory\n", format->id,
          (double) (g_get_monotonic_time () - start_us) / 1e6, get_processor_seconds () - start, (double) status.st_size / 1024 / 1024, n_notes, get_peak_mib ());
}

static void
measure_import (const char *folder,
                const char *name,
                const char *texts)
{
  g_autofree char *path = g_build_filename (folder, "other.db", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *shared = g_strconcat (path, "-shm", NULL);
  g_autofree char *file_path = g_build_filename (folder, name, NULL);
  ChanceryLibrary *library;

  g_remove (path);
  g_remove (log);
  g_remove (shared);
  library = big_library_open (path);
  for (guint i = texts != NULL ? 0 : 1; i < 2; i++)
    {
      g_autofree char *texts_path = texts != NULL ? g_build_filename (folder, texts, NULL) : NULL;
      g_autoptr (GFile) file = g_file_new_for_path (i == 0 ? texts_path : file_path);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (ChanceryImportReport) report = NULL;
      const gint64 start_us = g_get_monotonic_time ();
      const double start = get_processor_seconds ();

      chancery_note_importer_import_async (library, file, NULL, NULL, big_library_result_cb, &result);
      report = chancery_note_importer_import_finish (library, big_library_wait (&result), &error);
      g_assert_no_error (error);
      printf ("  import of %-14s %6.2f s (%.2f s of processors), %6u notes, %5u articles; at most %ld MiB of memory\n", i == 0 ? texts : name,
              (double) (g_get_monotonic_time () - start_us) / 1e6, get_processor_seconds () - start, report->n_imported, report->n_articles, get_peak_mib ());
    }
  big_library_close (library);
  g_remove (path);
}

int
main (int   argc,
      char *argv[])
{
  const guint n_articles = argc > 2 ? (guint) atoi (argv[1]) : N_ARTICLES, n_notes = argc > 2 ? (guint) atoi (argv[2]) : N_NOTES;
  g_autofree char *folder = g_dir_make_tmp ("chancery-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  const ChanceryExportFormat * const *formats = chancery_export_list_formats ();
  ChanceryLibrary *library;

  big_library_make (path, n_articles, n_notes);
  library = big_library_open (path);
  for (gsize i = 0; formats[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("notes-", formats[i]->id, ".", formats[i]->extension, NULL);
      g_autofree char *file_path = g_build_filename (folder, name, NULL);

      measure_export (library, formats[i], file_path);
    }
  big_library_close (library);

  measure_import (folder, "notes-jsonld.jsonld", NULL);
  measure_import (folder, "notes-csv.csv", NULL);

  for (gsize i = 0; formats[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("notes-", formats[i]->id, ".", formats[i]->extension, NULL);
      g_autofree char *file_path = g_build_filename (folder, name, NULL);

      g_remove (file_path);
    }
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
