/* bench-sync.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "chancery-store-merge.h"
#include "sync/chancery-sync-pass.h"

/* A pass over a folder of ten thousand files in which nothing has happened. */

#define N_NOTES 9900
#define N_ARTICLES 100
#define N_ROUNDS 5
#define ALLOWED_S 0.2

static double
get_seconds (gint64 start_us)
{
  return (double) (g_get_monotonic_time () - start_us) / G_USEC_PER_SEC;
}

static void
fill (const char *library)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  ChanceryStore *store = chancery_store_open (library, CHANCERY_LIBRARY_DEFAULT, 1000, &error);
  ChanceryMergedNotes *merged;

  g_assert_no_error (error);
  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);
      g_autofree char *uid = g_strdup_printf ("article-%04u", i), *text = g_strdup_printf ("The text of article %u.", i);
      g_autofree char *kept = NULL;
      g_autoptr (ChanceryArticle) article = NULL;
      gboolean is_new;

      g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_PARAGRAPH, 0, text));
      article = chancery_article_new (&(ChanceryArticleFields) { .uid = uid, .headline = text, .blocks = blocks });
      kept = chancery_store_import_article (store, article, g_get_real_time (), &is_new, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < N_NOTES; i++)
    {
      g_autofree char *uid = g_strdup_printf ("note-%06u", i), *body = g_strdup_printf ("What was noted as number %u", i);
      g_autofree char *article = g_strdup_printf ("article-%04u", i % N_ARTICLES);

      g_ptr_array_add (notes, chancery_note_new (&(ChanceryNoteFields) {
        .uid = uid, .article_uid = article, .body = body, .created_us = i, .modified_us = i,
      }));
    }
  merged = chancery_store_merge_notes (store, notes, &error);
  g_assert_no_error (error);
  g_clear_pointer (&merged, chancery_merged_notes_free);
  chancery_store_close (store);
}

static ChancerySyncReport *
run (const char *library,
     const char *folder,
     double     *seconds)
{
  g_autoptr (GError) error = NULL;
  const gint64 start_us = g_get_monotonic_time ();
  ChancerySyncReport *report = chancery_sync_run_file (library, folder, FALSE, NULL, &error);

  g_assert_no_error (error);
  *seconds = get_seconds (start_us);
  return report;
}

static double
measure (const char *library,
         const char *folder,
         const char *what)
{
  g_autoptr (ChancerySyncReport) report = NULL;
  double seconds;

  report = run (library, folder, &seconds);
  g_print ("sync: %s: %.3f s (%u read, %u written)\n", what, seconds, report->n_read, report->n_written);
  return seconds;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *place = g_build_filename (path, name, NULL);

      if (g_file_test (place, G_FILE_TEST_IS_DIR))
        remove_tree (place);
      else
        g_unlink (place);
    }
  g_rmdir (path);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *place = g_dir_make_tmp ("chancery-bench-sync-XXXXXX", NULL);
  g_autofree char *library = g_build_filename (place, "library.db", NULL), *other = g_build_filename (place, "other.db", NULL);
  g_autofree char *folder = g_build_filename (place, "folder", NULL);
  double worst = 0;

  g_mkdir (folder, 0700);
  fill (library);
  measure (library, folder, "10,000 new files written");
  chancery_store_close (chancery_store_open (other, CHANCERY_LIBRARY_DEFAULT, 1000, NULL));
  measure (other, folder, "10,000 files taken into an empty library");

  /* Files that were just written are read once more, when their times can be relied on. */
  g_usleep (4 * G_USEC_PER_SEC);
  measure (library, folder, "10,000 files read once more");
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const double seconds = measure (library, folder, "empty pass over 10,000 files");

      worst = MAX (worst, seconds);
    }
  g_print ("sync: worst empty pass over 10,000 files: %.3f s (at most %.1f s): %s\n", worst, ALLOWED_S,
           worst <= ALLOWED_S ? "ok" : "TOO SLOW");

  remove_tree (place);
  return worst <= ALLOWED_S ? 0 : 1;
}
