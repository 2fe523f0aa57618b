/* fuzz-content.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "chancery-content.h"

int LLVMFuzzerTestOneInput (const guchar *data,
                            gsize         size);

static const char * const names[] = {
  "organisations.json", "states.json", "office-holders.json", "articles.json", "notes.json",
};

static char *folder_path;

static void
remove_folder (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder_path, names[i], NULL);

      g_remove (path);
    }
  g_rmdir (folder_path);
}

static void
make_folder (void)
{
  g_autofree char *template = g_build_filename (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : g_get_tmp_dir (),
                                                "chancery-fuzz-XXXXXX", NULL);

  folder_path = g_strdup (g_mkdtemp (template));
  g_assert_nonnull (folder_path);
  atexit (remove_folder);
}

/* The input is the files, parted by form feeds; a file that it doesn't have is as the one before. */
static void
write_files (const guchar *data,
             gsize         size)
{
  const char *start = (const char *) data, *end = start + size;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder_path, names[i], NULL);
      const char *feed = memchr (start, '\f', (gsize) (end - start));
      const char *stop = feed != NULL ? feed : end;

      g_assert_true (g_file_set_contents_full (path, start, stop - start, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      if (feed != NULL)
        start = feed + 1;
    }
}

static void
check_error (gpointer  result,
             GError   *error)
{
  g_assert_true ((result == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* Every file is read or refused with a reason. */
int
LLVMFuzzerTestOneInput (const guchar *data,
                        gsize         size)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (ChanceryCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) catalogue_error = NULL;
  g_autoptr (GError) articles_error = NULL;
  g_autoptr (GError) notes_error = NULL;

  if (folder_path == NULL)
    make_folder ();
  write_files (data, size);

  folder = g_file_new_for_path (folder_path);
  catalogue = chancery_content_load_catalogue (folder, NULL, &catalogue_error);
  check_error (catalogue, catalogue_error);
  articles = chancery_content_load_articles (folder, NULL, &articles_error);
  check_error (articles, articles_error);
  notes = chancery_content_load_notes (folder, NULL, &notes_error);
  check_error (notes, notes_error);

  return 0;
}
