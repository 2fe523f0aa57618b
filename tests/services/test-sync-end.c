/* test-sync-end.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "../store/store-utils.h"
#include "chancery-library-sync.h"
#include "chancery-sqlite-connection.h"
#include "sync/chancery-sync.h"

/* What was changed a moment before the end is in the folder. */

static void
name_folder (ChanceryLibrary *library,
             const char      *folder)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  chancery_library_set_sync_folder_async (library, folder, NULL, test_result_cb, &result);
  g_assert_true (chancery_library_set_sync_folder_finish (library, test_wait (&result), &error));
  g_assert_no_error (error);
}

static void
put (ChanceryLibrary     *library,
     const char          *uid,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  g_autoptr (ChanceryNote) note = test_make_state_note (uid, uid, 1, NULL, NULL);

  chancery_library_put_note_async (library, note, NULL, callback, user_data);
}

static void
put_and_wait (ChanceryLibrary *library,
              const char      *uid)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  put (library, uid, test_result_cb, &result);
  g_assert_true (chancery_library_put_note_finish (library, test_wait (&result), &error));
  g_assert_no_error (error);
}

static void
end (ChancerySync *sync)
{
  g_autoptr (GAsyncResult) result = NULL;

  chancery_sync_end_async (sync, test_result_cb, &result);
  chancery_sync_end_finish (sync, test_wait (&result));
}

/* Whether a file of the folder has a word. */
static gboolean
is_in (const char *folder,
       const char *word)
{
  g_autofree char *place = g_build_filename (folder, "notes", NULL);
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place, name, NULL), *text = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL) && strstr (text, word) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Nothing waits for the note that is put: the end does. */
static void
test_end (gconstpointer data)
{
  const gboolean started = GPOINTER_TO_INT (data);
  g_autofree char *path = test_make_path ("library.db"), *folder = test_make_path ("folder");
  ChanceryLibrary *library = test_open (path);
  g_autoptr (ChancerySync) sync = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  name_folder (library, folder);
  sync = chancery_sync_new (library);
  if (started)
    {
      put (library, "early", NULL, NULL);
      chancery_sync_start (sync);
      while (!is_in (folder, "early"))
        g_main_context_iteration (NULL, TRUE);
    }

  put (library, "late", NULL, NULL);
  end (sync);
  g_assert_true (is_in (folder, "late"));
  g_assert_finalize_object (g_steal_pointer (&sync));
  test_close (library);
}

/* A library that somebody else writes to without end holds it up for two seconds, which is less than a pass waits for
 * it; the next time, the change goes into the folder. */
static void
test_end_in_time (void)
{
  g_autofree char *path = test_make_path ("library.db"), *folder = test_make_path ("folder");
  ChanceryLibrary *library = test_open (path);
  g_autoptr (ChancerySync) sync = NULL;
  g_autoptr (GError) error = NULL;
  ChancerySqliteConnection *other;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  name_folder (library, folder);
  sync = chancery_sync_new (library);
  put_and_wait (library, "late");

  other = chancery_sqlite_connection_open (path, CHANCERY_SQLITE_READ_WRITE, 0, &error);
  g_assert_no_error (error);
  g_assert_true (chancery_sqlite_connection_begin (other, TRUE, &error));
  end (sync);
  g_assert_true (chancery_sync_get_busy (sync));
  g_assert_false (is_in (folder, "late"));

  chancery_sqlite_connection_rollback (other);
  g_assert_true (chancery_sqlite_connection_close (other, &error));
  while (chancery_sync_get_busy (sync))
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&sync);

  sync = chancery_sync_new (library);
  chancery_sync_start (sync);
  while (!is_in (folder, "late"))
    g_main_context_iteration (NULL, TRUE);
  end (sync);
  g_clear_object (&sync);
  test_close (library);
}

/* A folder that isn't there, or none, holds up nothing. */
static void
test_end_without_folder (gconstpointer data)
{
  g_autofree char *path = test_make_path ("library.db"), *folder = test_make_path ("folder");
  ChanceryLibrary *library = test_open (path);
  g_autoptr (ChancerySync) sync = NULL;

  if (data != NULL)
    name_folder (library, folder);
  sync = chancery_sync_new (library);
  chancery_sync_start (sync);
  put (library, "late", NULL, NULL);
  end (sync);
  g_assert_false (is_in (folder, "late"));
  g_assert_false (chancery_sync_get_busy (sync));

  g_assert_finalize_object (g_steal_pointer (&sync));
  test_close (library);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/sync-end/started", GINT_TO_POINTER (TRUE), test_end);
  g_test_add_data_func ("/sync-end/not-started", GINT_TO_POINTER (FALSE), test_end);
  g_test_add_func ("/sync-end/in-time", test_end_in_time);
  g_test_add_data_func ("/sync-end/folder-that-is-gone", "gone", test_end_without_folder);
  g_test_add_data_func ("/sync-end/no-folder", NULL, test_end_without_folder);

  return g_test_run ();
}
