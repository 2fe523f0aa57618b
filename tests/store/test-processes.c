/* test-processes.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-utils.h"

#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>

#include "list-mirror.h"

/* Several processes on one library. */

#define N_PROCESSES 3
#define NOTES_A_PROCESS 60
#define MAX_OWN 300

static const char *program;

/* The child: puts notes, changes every third, removes every fifth. */
static int
write_notes (const char *path,
             const char *prefix)
{
  ChanceryLibrary *library = test_open (path);

  for (guint i = 0; i < NOTES_A_PROCESS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%u", prefix, i);
      g_autoptr (ChanceryNote) note = test_make_state_note (name, "Words", i, NULL, NULL);
      g_autoptr (GError) error = NULL;

      test_put_note (library, note, &error);
      g_assert_no_error (error);
      chancery_note_set_body (note, "Changed");
      if (i % 3 == 0)
        test_put_note (library, note, &error);
      g_assert_no_error (error);
      if (i % 5 == 0)
        test_remove_note (library, name, &error);
      g_assert_no_error (error);
    }

  test_close (library);
  return 0;
}

static void
child_exited_cb (GPid     pid,
                 int      status,
                 gpointer user_data)
{
  guint *n_running = user_data;

  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_spawn_close_pid (pid);
  *n_running -= 1;
}

static void
test_write_at_once (void)
{
  g_autofree char *path = test_make_path ("library.db"), *uids = NULL;
  ChanceryLibrary *library = test_open (path);
  g_autoptr (GListModel) notes = test_list_notes (library, NULL);
  g_autoptr (ListMirror) mirror = list_mirror_new (notes);
  guint n_running = 0, n_own = 0, n_expected = 0;

  for (guint i = 0; i < N_PROCESSES; i++)
    {
      g_autofree char *prefix = g_strdup_printf ("process-%u", i);
      const char * const arguments[] = { program, "--child", path, prefix, NULL };
      g_autoptr (GError) error = NULL;
      GPid pid;

      g_spawn_async (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
      g_assert_no_error (error);
      g_child_watch_add (pid, child_exited_cb, &n_running);
      n_running++;
    }

  /* This one writes as well, and its list follows all of them. */
  while (n_running > 0 || n_own < NOTES_A_PROCESS)
    {
      /* Again and again the same, once there are enough for several pages. */
      g_autofree char *name = g_strdup_printf ("own-%u", n_own % MAX_OWN);
      g_autoptr (ChanceryNote) note = test_make_state_note (name, "", n_own++, NULL, NULL);
      g_autoptr (GError) error = NULL;

      test_put_note (library, note, &error);
      g_assert_no_error (error);
      list_mirror_assert_same (mirror);
    }

  for (guint i = 0; i < NOTES_A_PROCESS; i++)
    n_expected += i % 5 != 0 ? N_PROCESSES : 0;
  test_refresh (library);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, MIN (n_own, MAX_OWN) + n_expected);
  uids = test_list_uids (notes);
  for (guint i = 0; i < N_PROCESSES; i++)
    {
      g_autofree char *present = g_strdup_printf ("process-%u-%d", i, 59), *absent = g_strdup_printf ("process-%u-55 ", i);

      g_assert_nonnull (strstr (uids, present));
      g_assert_null (strstr (uids, absent));
    }
  list_mirror_assert_same (mirror);
  test_assert_sound (library);

  g_clear_pointer (&mirror, list_mirror_free);
  g_clear_object (&notes);
  test_close (library);
}

static void
changed_elsewhere_cb (ChanceryLibrary *library,
                      guint           *n_times)
{
  *n_times += 1;
}

static void
test_changes_elsewhere_are_seen (void)
{
  g_autofree char *path = test_make_path ("library.db");
  ChanceryLibrary *library = test_open (path), *other = test_open (path);
  g_autoptr (GListModel) notes = test_list_notes (library, NULL);
  g_autoptr (ListMirror) mirror = list_mirror_new (notes);
  g_autoptr (ChanceryNote) first = test_make_state_note ("first", "", 1, NULL, NULL);
  g_autoptr (ChanceryNote) second = test_make_state_note ("second", "", 2, NULL, NULL);
  g_autoptr (ChanceryNote) own = test_make_state_note ("own", "", 3, NULL, NULL);
  g_autoptr (ChanceryNote) item = NULL;
  g_autoptr (GError) error = NULL;
  guint n_times = 0;

  g_signal_connect (library, "changed-elsewhere", G_CALLBACK (changed_elsewhere_cb), &n_times);
  test_put_note (other, first, &error);
  g_assert_no_error (error);

  /* By itself, when the file's monitor tells. */
  while (n_times == 0)
    g_main_context_iteration (NULL, TRUE);
  list_mirror_assert_changes (mirror, "+0");

  /* Before an operation of one's own. */
  test_put_note (other, second, &error);
  test_put_note (library, own, &error);
  g_assert_no_error (error);
  list_mirror_assert_changes (mirror, "+0 +0");
  test_assert_list (notes, "own second first");

  /* In place. */
  item = g_list_model_get_item (notes, 1);
  chancery_note_set_body (second, "Changed elsewhere");
  test_put_note (other, second, &error);
  test_remove_note (other, "first", &error);
  g_assert_no_error (error);
  test_refresh (library);
  g_assert_cmpstr (chancery_note_get_body (item), ==, "Changed elsewhere");
  list_mirror_assert_changes (mirror, "-2");

  g_clear_object (&item);
  g_clear_pointer (&mirror, list_mirror_free);
  g_clear_object (&notes);
  test_close (other);
  test_close (library);
}

/* So many changes at once that they are not told one by one. */
static void
test_many_changes_elsewhere (void)
{
  g_autofree char *path = test_make_path ("library.db");
  ChanceryLibrary *library = test_open (path);
  g_autoptr (GListModel) notes = test_list_notes (library, NULL);
  g_autoptr (ListMirror) mirror = list_mirror_new (notes);
  g_autoptr (ChanceryNote) first = NULL;
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database,
                                 "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 20000) "
                                 "INSERT INTO notes (uid, body, colour, kind, tags, states, created_us, modified_us, orphan) "
                                 "SELECT 'n' || i, '', 'yellow', 'note', '[]', '[]', i, i, 0 FROM c",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);

  test_refresh (library);
  list_mirror_assert_changes (mirror, "+0*20000");
  first = g_list_model_get_item (notes, 10000);
  test_settle (library);
  g_assert_cmpstr (chancery_note_get_uid (first), ==, "n10000");

  g_clear_object (&first);
  g_clear_pointer (&mirror, list_mirror_free);
  g_clear_object (&notes);
  test_assert_sound (library);
  test_close (library);
}

static void
test_busy (void)
{
  g_autofree char *path = test_make_path ("library.db");
  g_autoptr (ChanceryNote) note = test_make_state_note ("one", "", 1, NULL, NULL), loaded = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryLibrary *library;
  sqlite3 *database;

  chancery_library_set_busy_timeout (20);
  library = test_open (path);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (test_put_note (library, note, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_BUSY);
  g_clear_error (&error);

  /* Reading doesn't wait. */
  g_assert_null (test_load_note (library, "one", &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_cmpint (sqlite3_exec (database, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (test_put_note (library, note, &error));
  g_assert_no_error (error);
  sqlite3_close (database);
  test_close (library);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && strcmp (argv[1], "--child") == 0)
    return write_notes (argv[2], argv[3]);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  program = argv[0];

  g_test_add_func ("/processes/write-at-once", test_write_at_once);
  g_test_add_func ("/processes/changes-elsewhere-are-seen", test_changes_elsewhere_are_seen);
  g_test_add_func ("/processes/many-changes-elsewhere", test_many_changes_elsewhere);
  g_test_add_func ("/processes/busy", test_busy);

  return g_test_run ();
}
