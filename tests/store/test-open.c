/* test-open.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-utils.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "chancery-migrations.h"

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static void
write_file (const char *path,
            GBytes     *bytes)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

/* The file can't be opened, the message names it, and not a byte has changed. */
static void
assert_refused (const char *path,
                int         code)
{
  g_autoptr (GBytes) before = read_file (path), after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  g_assert_null (test_try_open (path, CHANCERY_LIBRARY_DEFAULT, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, "library.db"));
  after = read_file (path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

/* A library with @n_notes on an article. */
static void
make_library (const char *path,
              guint       n_notes)
{
  ChanceryLibrary *library = test_open (path);
  g_autoptr (ChanceryArticle) article = test_make_article ("article", "Headline", "2023-11-23", "one two three");
  g_autofree char *uid = test_import (library, article, NULL), *body = g_strnfill (500, 'x');

  for (guint i = 0; i < n_notes; i++)
    {
      g_autofree char *name = g_strdup_printf ("note-%u", i);
      g_autoptr (ChanceryNote) note = test_make_note (name, article, "two", body, i);
      g_autoptr (GError) error = NULL;

      test_put_note (library, note, &error);
      g_assert_no_error (error);
    }
  test_close (library);
}

static void
test_makes_folders (void)
{
  g_autofree char *path = test_make_path ("a/b/library.db"), *log = g_strconcat (path, "-wal", NULL);
  ChanceryLibrary *library;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_null (test_try_open (path, CHANCERY_LIBRARY_EXISTING, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (test_try_open (path, CHANCERY_LIBRARY_READ_ONLY, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  library = test_open (path);
  g_assert_no_errno (g_stat (path, &status));
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  test_close (library);

  /* Nothing is left to be read from the log. */
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_cmpint (test_query_int (path, "PRAGMA application_id"), ==, CHANCERY_APPLICATION_ID);
  g_assert_cmpint (test_query_int (path, "PRAGMA user_version"), ==, chancery_n_migrations);
}

static void
test_empty_file_becomes_a_library (void)
{
  g_autofree char *path = test_make_path ("library.db");
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  g_assert_no_errno (g_mkdir_with_parents (g_get_user_data_dir (), 0700));
  write_file (path, nothing);
  test_close (test_open (path));
  g_assert_cmpint (test_query_int (path, "PRAGMA application_id"), ==, CHANCERY_APPLICATION_ID);
}

static void
test_something_else_is_refused (void)
{
  g_autofree char *path = test_make_path ("library.db");
  g_autoptr (GBytes) text = g_bytes_new_static ("All news\nPREVIEW\n", 17);
  g_autofree char *long_text = g_strnfill (5000, 'x');
  g_autoptr (GBytes) long_file = g_bytes_new_static (long_text, 5000);

  g_assert_no_errno (g_mkdir_with_parents (g_get_user_data_dir (), 0700));
  write_file (path, text);
  assert_refused (path, CHANCERY_STORE_ERROR_NOT_A_LIBRARY);
  write_file (path, long_file);
  assert_refused (path, CHANCERY_STORE_ERROR_NOT_A_LIBRARY);

  g_assert_no_errno (g_unlink (path));
  run_sql (path, "CREATE TABLE bookmarks (address TEXT)");
  assert_refused (path, CHANCERY_STORE_ERROR_NOT_A_LIBRARY);
  run_sql (path, "PRAGMA application_id = 7");
  assert_refused (path, CHANCERY_STORE_ERROR_NOT_A_LIBRARY);
}

static void
test_folder_is_refused (void)
{
  g_autofree char *path = test_make_path ("library.db");
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (path, 0700));
  g_assert_null (test_try_open (path, CHANCERY_LIBRARY_DEFAULT, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_A_LIBRARY);
}

static void
test_newer_version_is_refused (void)
{
  g_autofree char *path = test_make_path ("library.db");

  make_library (path, 3);
  run_sql (path, "PRAGMA user_version = 99");
  assert_refused (path, CHANCERY_STORE_ERROR_NEWER_VERSION);
  run_sql (path, "PRAGMA journal_mode = DELETE");
  assert_refused (path, CHANCERY_STORE_ERROR_NEWER_VERSION);
}

static void
test_damage_is_seen_and_left (void)
{
  g_autofree char *path = test_make_path ("library.db");
  g_autoptr (GBytes) whole = NULL, half = NULL, headless = NULL, mangled = NULL;
  g_autofree guchar *copy = NULL;
  gsize length;

  make_library (path, 100);
  whole = read_file (path);
  length = g_bytes_get_size (whole);

  half = g_bytes_new_from_bytes (whole, 0, length / 2);
  write_file (path, half);
  assert_refused (path, CHANCERY_STORE_ERROR_DAMAGED);

  copy = g_memdup2 (g_bytes_get_data (whole, NULL), length);
  memset (copy, 0, 4096);
  headless = g_bytes_new (copy, length);
  write_file (path, headless);
  assert_refused (path, CHANCERY_STORE_ERROR_DAMAGED);

  /* The schema's own page, behind a good header. */
  memcpy (copy, g_bytes_get_data (whole, NULL), length);
  memset (copy + 100, 0xa5, 3996);
  mangled = g_bytes_new (copy, length);
  write_file (path, mangled);
  assert_refused (path, CHANCERY_STORE_ERROR_DAMAGED);
}

/* Garbage over a stretch of the file; returns the path where it was kept. */
static char *
damage_and_recover (const char *path,
                    gsize       offset,
                    gsize       n_bytes,
                    guint      *n_articles,
                    guint      *n_notes)
{
  g_autoptr (GBytes) before = read_file (path), damaged = NULL, kept = NULL;
  g_autofree guchar *copy = g_memdup2 (g_bytes_get_data (before, NULL), g_bytes_get_size (before));
  g_autoptr (GFile) file = g_file_new_for_path (path), kept_file = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (offset + n_bytes, <=, g_bytes_get_size (before));
  memset (copy + offset, 0xa5, n_bytes);
  damaged = g_bytes_new (copy, g_bytes_get_size (before));
  write_file (path, damaged);

  chancery_library_recover_async (file, NULL, test_result_cb, &result);
  kept_file = chancery_library_recover_finish (test_wait (&result), n_articles, n_notes, &error);
  g_assert_no_error (error);

  /* The old file is as it was. */
  kept = read_file (g_file_peek_path (kept_file));
  g_assert_true (g_bytes_equal (kept, damaged));
  return g_file_get_path (kept_file);
}

static void
test_recovery_saves_what_can_be_read (void)
{
  g_autofree char *path = test_make_path ("library.db"), *kept = NULL;
  ChanceryLibrary *library;
  g_autoptr (GListModel) notes = NULL;
  guint n_articles, n_notes;
  gint64 page;

  make_library (path, 200);
  /* A page in the middle of the notes. */
  page = test_query_int (path, "SELECT max (pageno) FROM dbstat WHERE name = 'notes' AND pagetype = 'leaf'");
  kept = damage_and_recover (path, (gsize) (page - 1) * 4096, 4096, &n_articles, &n_notes);
  g_assert_nonnull (strstr (kept, "library-damaged-"));
  g_assert_cmpuint (n_articles, ==, 1);
  g_assert_cmpuint (n_notes, >=, 150);

  library = test_open (path);
  test_assert_sound (library);
  notes = test_list_notes (library, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, n_notes);
  g_clear_object (&notes);
  test_close (library);
}

static void
test_recovery_of_a_file_cut_short (void)
{
  g_autofree char *path = test_make_path ("library.db");
  g_autoptr (GFile) file = NULL, kept = NULL;
  g_autoptr (GBytes) bytes = NULL, cut = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryLibrary *library;
  guint n_articles, n_notes;

  make_library (path, 200);
  bytes = read_file (path);
  cut = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) - 8192);
  write_file (path, cut);

  file = g_file_new_for_path (path);
  chancery_library_recover_async (file, NULL, test_result_cb, &result);
  kept = chancery_library_recover_finish (test_wait (&result), &n_articles, &n_notes, &error);
  g_assert_no_error (error);
  g_assert_nonnull (kept);
  g_assert_cmpuint (n_articles, ==, 1);
  g_assert_cmpuint (n_notes, >=, 100);

  library = test_open (path);
  test_assert_sound (library);
  test_close (library);
}

static void
test_a_file_set_aside_is_kept (void)
{
  g_autofree char *path = test_make_path ("library.db"), *kept_path = NULL;
  g_autofree char *log = g_strconcat (path, "-wal", NULL), *kept_log = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path), kept = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Something else", 14), after = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryLibrary *library;

  g_assert_no_errno (g_mkdir_with_parents (g_get_user_data_dir (), 0700));
  write_file (path, bytes);
  write_file (log, bytes);
  chancery_library_set_aside_async (file, NULL, test_result_cb, &result);
  kept = chancery_library_set_aside_finish (test_wait (&result), &error);
  g_assert_no_error (error);

  kept_path = g_file_get_path (kept);
  kept_log = g_strconcat (kept_path, "-wal", NULL);
  g_assert_nonnull (strstr (kept_path, "library-kept-"));
  after = read_file (kept_path);
  g_assert_true (g_bytes_equal (after, bytes));
  g_assert_true (g_file_test (kept_log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));

  /* Its place is free for a new library. */
  library = test_open (path);
  test_assert_sound (library);
  test_close (library);
}

static void
test_recovery_of_a_sound_library_loses_nothing (void)
{
  g_autofree char *path = test_make_path ("library.db"), *kept = NULL;
  guint n_articles, n_notes;

  make_library (path, 20);
  kept = damage_and_recover (path, 0, 0, &n_articles, &n_notes);
  g_assert_cmpuint (n_articles, ==, 1);
  g_assert_cmpuint (n_notes, ==, 20);
}

static void
test_recovery_of_nothing_leaves_the_file (void)
{
  g_autofree char *path = test_make_path ("library.db");
  g_autofree char *garbage = g_strnfill (8192, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new_static (garbage, 8192), after = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (g_get_user_data_dir (), 0700));
  write_file (path, bytes);
  chancery_library_recover_async (file, NULL, test_result_cb, &result);
  g_assert_null (chancery_library_recover_finish (test_wait (&result), NULL, NULL, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_DAMAGED);
  after = read_file (path);
  g_assert_true (g_bytes_equal (bytes, after));
}

static void
damaged_cb (ChanceryLibrary *library,
            const char      *message,
            gboolean        *damaged)
{
  g_assert_nonnull (strstr (message, "library.db"));
  *damaged = TRUE;
}

static void
test_damage_met_later_stops_writing (void)
{
  g_autofree char *path = test_make_path ("library.db");
  g_autoptr (GBytes) before = NULL, damaged_bytes = NULL, after = NULL;
  g_autofree guchar *copy = NULL;
  g_autoptr (ChanceryNote) note = test_make_state_note ("new", "", 1, NULL, NULL);
  g_autoptr (GError) error = NULL;
  ChanceryLibrary *library;
  gboolean damaged = FALSE;
  gsize length, page;

  make_library (path, 200);
  before = read_file (path);
  length = g_bytes_get_size (before);
  copy = g_memdup2 (g_bytes_get_data (before, NULL), length);
  /* The middle of the notes, and nothing else. */
  page = (gsize) test_query_int (path, "SELECT max (pageno) FROM dbstat WHERE name = 'notes' AND pagetype = 'leaf'");
  memset (copy + (page - 1) * 4096, 0xa5, 4096);
  damaged_bytes = g_bytes_new (copy, length);
  write_file (path, damaged_bytes);

  library = test_open (path);
  g_signal_connect (library, "damaged", G_CALLBACK (damaged_cb), &damaged);
  for (guint i = 0; i < 200 && !damaged; i++)
    {
      g_autofree char *name = g_strdup_printf ("note-%u", i);
      g_autoptr (ChanceryNote) loaded = test_load_note (library, name, NULL);
    }
  g_assert_true (damaged);
  g_assert_false (test_put_note (library, note, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_DAMAGED);
  test_close (library);

  after = read_file (path);
  g_assert_true (g_bytes_equal (after, damaged_bytes));
}

static void
test_check_finds_what_is_wrong (void)
{
  static const struct
  {
    const char *sql;
    const char *says;
  } cases[] = {
    { "UPDATE counts SET n = n + 1 WHERE name = 'notes'", "number of notes is wrong" },
    { "UPDATE articles SET n_notes = 1", "numbers of notes on articles" },
    { "UPDATE notes SET start_chars = 100, end_chars = 200 WHERE uid = 'note-1'", "note-1" },
    { "UPDATE notes SET start_chars = 0, end_chars = 3 WHERE uid = 'note-1'", "note-1" },
    { "DELETE FROM texts", "no text" },
    { "PRAGMA foreign_keys = OFF; UPDATE notes SET article = 77 WHERE uid = 'note-1'", "isn’t there" },
    { "INSERT INTO note_states VALUES ('FR', 1, 1)", "by state" },
    { "UPDATE notes SET due_day = 20240101 WHERE uid = 'note-1'", "due are wrong" },
    { "INSERT INTO revisions (article, number, published_guessed, text, blocks, added_us) VALUES (1, 2, 0, '', '[]', 1)",
      "numbered wrongly" },
    { "DELETE FROM note_search_docsize WHERE id = 1", "search index" },
    { "INSERT INTO note_search (rowid, body, exact) VALUES (1, 'foreign', 'words')", "note_search" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("library-%" G_GSIZE_FORMAT ".db", i), *path = test_make_path (name);
      g_autofree char *joined = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) problems = NULL;
      ChanceryLibrary *library;

      make_library (path, 3);
      run_sql (path, cases[i].sql);
      library = test_open (path);
      chancery_library_check_async (library, NULL, test_result_cb, &result);
      problems = chancery_library_check_finish (library, test_wait (&result), &error);
      g_assert_no_error (error);
      joined = g_strjoinv ("\n", problems);
      if (strstr (joined, cases[i].says) == NULL)
        g_error ("After “%s”, the check says “%s”", cases[i].sql, joined);
      g_clear_object (&result);
      test_close (library);
    }
}

/* Migrations */

static ChancerySqliteConnection *
open_connection (const char *path)
{
  g_autoptr (GError) error = NULL;
  ChancerySqliteConnection *connection = chancery_sqlite_connection_open (path, CHANCERY_SQLITE_CREATE, 0, &error);

  g_assert_no_error (error);
  return connection;
}

static void
test_migration_from_an_older_version (void)
{
  static const ChanceryMigration steps[] = {
    { "CREATE TABLE words (word TEXT) STRICT; INSERT INTO words VALUES ('old')" },
    { "ALTER TABLE words ADD COLUMN length INTEGER; UPDATE words SET length = length (word)" },
    { "CREATE TABLE more (n INTEGER) STRICT" },
  };
  g_autofree char *path = test_make_path ("library.db"), *copy = test_make_path ("library-version-1.db");
  g_autoptr (GError) error = NULL;
  ChancerySqliteConnection *connection;

  g_assert_no_errno (g_mkdir_with_parents (g_get_user_data_dir (), 0700));
  connection = open_connection (path);
  g_assert_true (chancery_migrations_apply (connection, path, steps, 1, &error));
  g_assert_no_error (error);
  /* A new library needs no copy. */
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_cmpint (test_query_int (path, "PRAGMA user_version"), ==, 1);

  g_assert_true (chancery_migrations_apply (connection, path, steps, 3, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_query_int (path, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (test_query_int (path, "PRAGMA application_id"), ==, CHANCERY_APPLICATION_ID);
  g_assert_cmpint (test_query_int (path, "SELECT length FROM words"), ==, 3);
  g_assert_cmpint (test_query_int (copy, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (test_query_int (copy, "SELECT count (*) FROM words WHERE word = 'old'"), ==, 1);

  g_assert_false (chancery_migrations_apply (connection, path, steps, 2, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NEWER_VERSION);
  chancery_sqlite_connection_close (connection, NULL);
}

static void
test_migration_that_fails_changes_nothing (void)
{
  static const ChanceryMigration steps[] = {
    { "CREATE TABLE words (word TEXT) STRICT" },
    { "CREATE TABLE more (n INTEGER) STRICT" },
    { "DROP TABLE words; CREATE TABLE more (n INTEGER) STRICT" },
  };
  g_autofree char *path = test_make_path ("library.db");
  g_autoptr (GError) error = NULL;
  ChancerySqliteConnection *connection;

  g_assert_no_errno (g_mkdir_with_parents (g_get_user_data_dir (), 0700));
  connection = open_connection (path);
  g_assert_true (chancery_migrations_apply (connection, path, steps, 1, &error));
  g_assert_false (chancery_migrations_apply (connection, path, steps, 3, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_FAILED);
  chancery_sqlite_connection_close (connection, NULL);

  /* The second step was good, and the third was undone whole. */
  g_assert_cmpint (test_query_int (path, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (test_query_int (path, "SELECT count (*) FROM words"), ==, 0);
}

static void
test_defences (void)
{
  g_autofree char *path = test_make_path ("library.db");
  g_autoptr (GError) error = NULL;
  ChancerySqliteConnection *connection;
  gint64 value;

  make_library (path, 1);
  connection = open_connection (path);
  g_assert_false (chancery_sqlite_connection_execute (connection, "DELETE FROM note_search_data", &error));
  g_clear_error (&error);
  g_assert_false (chancery_sqlite_connection_execute (connection, "PRAGMA writable_schema = ON;"
                                                      "DELETE FROM sqlite_schema", &error));
  g_clear_error (&error);
  g_assert_false (chancery_sqlite_connection_execute (connection, "SELECT \"not a column\"", &error));
  g_clear_error (&error);
  g_assert_false (chancery_sqlite_connection_execute (connection, "ATTACH ':memory:' AS other", &error));
  g_clear_error (&error);
  g_assert_false (chancery_sqlite_connection_execute (connection, "INSERT INTO texts VALUES (99, '', '[]')", &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_true (chancery_sqlite_connection_get_int64 (connection, "PRAGMA cell_size_check", &value, &error));
  g_assert_cmpint (value, ==, 1);
  chancery_sqlite_connection_close (connection, NULL);
}

/* Read-only places; as another user where this one may write everywhere. */
static void
test_read_only_folder (void)
{
  g_autofree char *folder = NULL, *parent = NULL, *path = NULL, *missing = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  folder = g_dir_make_tmp ("chancery-read-only-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "library.db", NULL);
  missing = g_build_filename (folder, "missing.db", NULL);
  parent = g_path_get_dirname (folder);
  make_library (path, 1);
  if (!g_str_equal (parent, "/tmp"))
    g_assert_no_errno (g_chmod (parent, 0755));
  g_assert_no_errno (g_chmod (path, 0644));
  g_assert_no_errno (g_chmod (folder, 0555));
  if (getuid () == 0)
    g_assert_no_errno (setresuid (65534, 65534, 0));

  g_assert_null (test_try_open (path, CHANCERY_LIBRARY_DEFAULT, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (test_try_open (missing, CHANCERY_LIBRARY_DEFAULT, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  /* It can still be read. */
  {
    ChanceryLibrary *library = test_try_open (path, CHANCERY_LIBRARY_READ_ONLY, &error);
    g_autoptr (ChanceryNote) note = NULL;

    g_assert_no_error (error);
    note = test_load_note (library, "note-0", &error);
    g_assert_no_error (error);
    test_close (library);
  }

  if (geteuid () == 65534)
    g_assert_no_errno (setresuid (0, 0, 0));
  g_assert_no_errno (g_chmod (folder, 0755));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/open/makes-folders", test_makes_folders);
  g_test_add_func ("/open/empty-file-becomes-a-library", test_empty_file_becomes_a_library);
  g_test_add_func ("/open/something-else-is-refused", test_something_else_is_refused);
  g_test_add_func ("/open/folder-is-refused", test_folder_is_refused);
  g_test_add_func ("/open/newer-version-is-refused", test_newer_version_is_refused);
  g_test_add_func ("/open/damage-is-seen-and-left", test_damage_is_seen_and_left);
  g_test_add_func ("/open/damage-met-later-stops-writing", test_damage_met_later_stops_writing);
  g_test_add_func ("/open/read-only-folder", test_read_only_folder);
  g_test_add_func ("/open/defences", test_defences);
  g_test_add_func ("/recovery/saves-what-can-be-read", test_recovery_saves_what_can_be_read);
  g_test_add_func ("/recovery/of-a-file-cut-short", test_recovery_of_a_file_cut_short);
  g_test_add_func ("/recovery/sets-aside-what-is-kept", test_a_file_set_aside_is_kept);
  g_test_add_func ("/recovery/of-a-sound-library-loses-nothing", test_recovery_of_a_sound_library_loses_nothing);
  g_test_add_func ("/recovery/of-nothing-leaves-the-file", test_recovery_of_nothing_leaves_the_file);
  g_test_add_func ("/check/finds-what-is-wrong", test_check_finds_what_is_wrong);
  g_test_add_func ("/migration/from-an-older-version", test_migration_from_an_older_version);
  g_test_add_func ("/migration/that-fails-changes-nothing", test_migration_that_fails_changes_nothing);

  return g_test_run ();
}
