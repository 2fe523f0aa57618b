/* test-migration.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-utils.h"

#include <glib/gstdio.h>

#include "chancery-migrations.h"

/* Libraries that older versions of Chancery wrote. */

static void
unpack (const char *name,
        const char *path)
{
  g_autofree char *packed = g_test_build_filename (G_TEST_DIST, "store", "data", name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (packed), to = g_file_new_for_path (path);
  g_autoptr (GConverter) gunzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) raw = NULL, input = NULL;
  g_autoptr (GOutputStream) output = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (g_get_user_data_dir (), 0700));
  raw = G_INPUT_STREAM (g_file_read (from, NULL, &error));
  g_assert_no_error (error);
  input = g_converter_input_stream_new (raw, gunzip);
  output = G_OUTPUT_STREAM (g_file_replace (to, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_splice (output, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
}

/* What the library of version 1 says, in the words of this version. */
static void
assert_old_notes (ChanceryLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryArticle) article = test_load_article (library, "article", &error);
  g_autoptr (ChanceryNote) note = test_load_note (library, "note", NULL);
  g_autoptr (ChanceryNote) orphan = test_load_note (library, "orphan", NULL);
  g_autoptr (ChanceryNote) of_state = test_load_note (library, "of-state", NULL);
  g_autoptr (ChanceryNote) expected = NULL, quoted = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (chancery_article_get_headline (article), ==, "Leaders meet");
  quoted = test_make_note ("note", article, "Armenia is absent", "Check this", 5);
  {
    const char * const tags[] = { "csto", "summit", NULL }, * const states[] = { "AM", "BY", NULL };

    chancery_note_set_tags (quoted, tags);
    chancery_note_set_states (quoted, states);
    chancery_note_set_colour (quoted, CHANCERY_COLOUR_TEAL);
    chancery_note_set_kind (quoted, CHANCERY_NOTE_KIND_FORECAST);
  }
  g_assert_true (chancery_note_equal (note, quoted));
  g_assert_cmpfloat (chancery_note_get_score (note), ==, 1);
  g_assert_true (chancery_note_get_orphan (orphan));
  g_assert_cmpfloat (chancery_note_get_score (orphan), ==, 0);
  g_assert_cmpuint (chancery_note_get_links (orphan)->len, ==, 0);
  g_assert_null (chancery_note_get_article_uid (of_state));
}

static void
test_version_1 (void)
{
  g_autofree char *path = test_make_path ("library.db"), *copy = test_make_path ("library-version-1.db");
  g_autoptr (ChanceryNote) note = NULL, changed = NULL, loaded = NULL, aside = NULL;
  g_autoptr (GPtrArray) links = chancery_note_links_new ();
  g_autoptr (GError) error = NULL;
  ChanceryNoteFields fields;
  ChanceryLibrary *library;

  unpack ("library-version-1.db.gz", path);
  g_assert_cmpint (test_query_int (path, "PRAGMA user_version"), ==, 1);

  library = test_open (path);
  test_assert_sound (library);
  assert_old_notes (library);

  /* What is new can be said of what is old. */
  note = test_load_note (library, "note", &error);
  g_assert_no_error (error);
  chancery_note_get_fields (note, &fields);
  g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_BEARS_OUT, "of-state", NULL));
  fields.due = (ChanceryDate) { 2024, 0, 0 };
  fields.links = links;
  fields.score = 0.5;
  fields.foreign = "{\"audience\":{}}";
  changed = chancery_note_new (&fields);
  g_assert_true (test_put_note (library, changed, &error));
  g_assert_no_error (error);
  loaded = test_load_note (library, "note", &error);
  g_assert_true (chancery_note_equal (loaded, changed));
  test_assert_sound (library);

  /* Notes that went with their article came through, too. */
  g_assert_true (test_restore_article (library, "removed", &error));
  g_assert_no_error (error);
  aside = test_load_note (library, "aside", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (chancery_note_get_body (aside), ==, "Set aside");
  test_assert_sound (library);
  test_close (library);

  g_assert_cmpint (test_query_int (path, "PRAGMA user_version"), ==, chancery_n_migrations);
  g_assert_cmpint (test_query_int (copy, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (test_query_int (copy, "SELECT count (*) FROM notes"), ==, 3);
  g_assert_cmpint (test_query_int (copy, "SELECT count (*) FROM removed_notes"), ==, 1);
}

static void
test_read_only_version_1 (void)
{
  g_autofree char *path = test_make_path ("library.db");
  g_autoptr (GError) error = NULL;

  unpack ("library-version-1.db.gz", path);
  g_assert_null (test_try_open (path, CHANCERY_LIBRARY_READ_ONLY, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (test_query_int (path, "PRAGMA user_version"), ==, 1);
}

/* A damaged library isn't migrated, and yet its notes are saved. */
static void
test_recovery_of_version_1 (void)
{
  g_autofree char *path = test_make_path ("library.db");
  g_autoptr (GFile) file = g_file_new_for_path (path), kept = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_articles, n_notes;
  ChanceryLibrary *library;

  unpack ("library-version-1.db.gz", path);
  chancery_library_recover_async (file, NULL, test_result_cb, &result);
  kept = chancery_library_recover_finish (test_wait (&result), &n_articles, &n_notes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_articles, ==, 1);
  g_assert_cmpuint (n_notes, ==, 3);

  library = test_open (path);
  test_assert_sound (library);
  assert_old_notes (library);
  test_close (library);
}

/* Each older version, made by its own steps, with notes that link to others. */
static void
test_links_of_older_versions (void)
{
  g_assert_no_errno (g_mkdir_with_parents (g_get_user_data_dir (), 0700));
  for (guint version = 2; version < chancery_n_migrations; version++)
    {
      g_autofree char *name = g_strdup_printf ("links-%u.db", version), *path = test_make_path (name);
      g_autoptr (GError) open_error = NULL;
      ChancerySqliteConnection *connection =
        chancery_sqlite_connection_open (path, CHANCERY_SQLITE_CREATE, 0, &open_error);
      g_autoptr (GError) error = NULL;
      ChanceryLibrary *library;

      g_assert_no_error (open_error);
      g_assert_true (chancery_migrations_apply (connection, NULL, chancery_migrations, version, &error));
      g_assert_no_error (error);
      g_assert_true (chancery_sqlite_connection_execute (connection,
        "INSERT INTO notes (uid, body, colour, kind, tags, states, created_us, modified_us, orphan, links) VALUES"
        "  ('plain', 'x', 'yellow', 'note', '[]', '[]', 1, 1, 0, '[]'),"
        "  ('two', 'x', 'yellow', 'note', '[]', '[]', 2, 2, 0,"
        "   '[{\"relation\":\"refutes\",\"note\":\"plain\",\"article\":\"a\"},{\"relation\":\"related\",\"note\":\"plain\"},"
        "     {\"relation\":\"related\",\"article\":\"a\"}]'),"
        "  ('odd', 'x', 'yellow', 'note', '[]', '[]', 3, 3, 0, '[\"x\",7,{},{\"note\":\"gone\"}]')", &error));
      g_assert_no_error (error);
      g_assert_true (chancery_sqlite_connection_close (connection, &error));

      library = test_open (path);
      test_assert_sound (library);
      test_close (library);
      g_assert_cmpint (test_query_int (path, "PRAGMA user_version"), ==, chancery_n_migrations);
      g_assert_cmpint (test_query_int (path, "SELECT count (*) FROM note_links"), ==, 3);
      g_assert_cmpint (test_query_int (path, "SELECT count (*) FROM note_links JOIN notes ON id = note"
                                        "  WHERE uid = 'two' AND (target, is_article) IN (VALUES ('plain', 0), ('a', 1))"),
                       ==, 2);
      g_assert_cmpint (test_query_int (path, "SELECT count (*) FROM note_links JOIN notes ON id = note"
                                        "  WHERE uid = 'odd' AND target = 'gone' AND NOT is_article"), ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/migration/version-1", test_version_1);
  g_test_add_func ("/migration/read-only-version-1", test_read_only_version_1);
  g_test_add_func ("/migration/recovery-of-version-1", test_recovery_of_version_1);

  g_test_add_func ("/migration/links-of-older-versions", test_links_of_older_versions);

  return g_test_run ();
}
