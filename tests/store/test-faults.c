/* test-faults.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-utils.h"

#include <glib/gstdio.h>
#include <string.h>

#include "../test-slowness.h"
#include "chancery-library-bulk.h"
#include "chancery-library-revisions.h"
#include "fault-vfs.h"

/* Every write, and every read, fails once: the library stays sound, has all
 * that was confirmed, and works again when the fault is over. */

typedef struct
{
  gboolean imported;
  gboolean put;
  gboolean changed;
  gboolean dropped;
  gboolean removed;
  gboolean restored;
  gboolean bulk;
  gboolean revised;
  guint n_failed;
} Outcome;

static void
copy_library (const char *from,
              const char *to)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (to, contents, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
remove_library (const char *path)
{
  static const char * const suffixes[] = { "", "-wal", "-shm", "-lock" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/* A library with an article, a note on it and one to be dropped. */
static void
make_library (const char      *path,
              ChanceryArticle *article)
{
  ChanceryLibrary *library = test_open (path);
  g_autofree char *uid = test_import (library, article, NULL);
  g_autoptr (ChanceryNote) first = test_make_note ("first", article, "two", "First", 1);
  g_autoptr (ChanceryNote) dropped = test_make_state_note ("dropped", "To be dropped", 2, NULL, NULL);
  g_autoptr (GError) error = NULL;

  test_put_note (library, first, &error);
  g_assert_no_error (error);
  test_put_note (library, dropped, &error);
  g_assert_no_error (error);
  test_close (library);
}

/* Any error but one that says that the file is bad. */
static gboolean
worked (Outcome  *outcome,
        gboolean  success,
        GError  **error)
{
  g_assert_cmpint (success, ==, *error == NULL);
  if (*error != NULL)
    {
      g_assert_false (g_error_matches (*error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_DAMAGED));
      g_assert_false (g_error_matches (*error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_A_LIBRARY));
      outcome->n_failed++;
    }
  g_clear_error (error);

  return success;
}

static void
close_whatever_happens (ChanceryLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;

  chancery_library_close_async (library, NULL, test_result_cb, &result);
  test_wait (&result);
  g_object_unref (library);
}

/* Enough that it is written in bulk. */
#define N_BULK 12

static gboolean
write_bulk (ChanceryLibrary  *library,
            GError          **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < N_BULK; i++)
    {
      g_autofree char *uid = g_strdup_printf ("bulk-%u", i);

      g_ptr_array_add (notes, test_make_state_note (uid, "Bulk", 10 + i, NULL, NULL));
    }
  chancery_library_write_notes_async (library, notes, NULL, NULL, test_result_cb, &result);
  return chancery_library_write_notes_finish (library, test_wait (&result), error);
}

/* The note on “two” is carried over, that on “three” loses its place. */
static gboolean
revise (ChanceryLibrary  *library,
        ChanceryArticle  *article,
        GError          **error)
{
  g_autoptr (ChanceryArticle) newer = test_make_article ("article", "Revised", "2023-11-23", "zero one two");
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GAsyncResult) result = NULL;

  g_ptr_array_add (notes, test_make_note ("first", newer, "two", "Changed", 1));
  chancery_library_revise_article_async (library, "article", newer, notes, NULL, test_result_cb, &result);
  return chancery_library_revise_article_finish (library, test_wait (&result), error);
}

static void
write_with_fault (const char      *path,
                  ChanceryArticle *article,
                  Outcome         *outcome)
{
  g_autoptr (ChanceryArticle) second = test_make_article ("second", "Second", "2023-11-24", "Other words");
  g_autoptr (ChanceryNote) put = test_make_note ("put", article, "three", "Put", 3);
  g_autoptr (ChanceryNote) changed = test_make_note ("first", article, "two", "Changed", 1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *uid = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryLibrary *library = test_try_open (path, CHANCERY_LIBRARY_DEFAULT, &error);

  if (!worked (outcome, library != NULL, &error))
    return;

  outcome->put = worked (outcome, test_put_note (library, put, &error), &error);
  outcome->changed = worked (outcome, test_put_note (library, changed, &error), &error);
  outcome->dropped = worked (outcome, test_remove_note (library, "dropped", &error), &error);
  chancery_library_import_article_async (library, second, NULL, test_result_cb, &result);
  uid = chancery_library_import_article_finish (library, test_wait (&result), NULL, &error);
  outcome->imported = worked (outcome, uid != NULL, &error);
  outcome->removed = worked (outcome, test_remove_article (library, "article", &error), &error);
  outcome->restored = worked (outcome, test_restore_article (library, "article", &error), &error);
  outcome->bulk = worked (outcome, write_bulk (library, &error), &error);
  outcome->revised = worked (outcome, revise (library, article, &error), &error);
  close_whatever_happens (library);
}

static void
assert_outcome (const char    *path,
                const Outcome *outcome)
{
  ChanceryLibrary *library = test_open (path);
  g_autoptr (ChanceryNote) first = NULL, put = NULL, dropped = NULL, after = NULL;
  g_autoptr (ChanceryArticle) second = NULL, article = NULL;
  g_autoptr (GListModel) bulk = NULL;
  g_autoptr (GError) error = NULL;
  gboolean revised;

  test_assert_sound (library);

  /* Where it isn't removed, this does nothing. */
  test_restore_article (library, "article", &error);
  g_assert_no_error (error);
  article = test_load_article (library, "article", &error);
  g_assert_no_error (error);
  first = test_load_note (library, "first", &error);
  g_assert_no_error (error);
  if (outcome->changed)
    g_assert_cmpstr (chancery_note_get_body (first), ==, "Changed");
  put = test_load_note (library, "put", NULL);
  if (outcome->put)
    g_assert_cmpstr (chancery_note_get_body (put), ==, "Put");
  dropped = test_load_note (library, "dropped", NULL);
  if (outcome->dropped)
    g_assert_null (dropped);
  second = test_load_article (library, "second", NULL);
  if (outcome->imported)
    g_assert_nonnull (second);

  /* All of them, or none. */
  bulk = test_list_notes (library, &(ChanceryNoteFilter) { .words = "bulk" });
  if (outcome->bulk)
    g_assert_cmpuint (g_list_model_get_n_items (bulk), ==, N_BULK);
  else
    g_assert_cmpuint (g_list_model_get_n_items (bulk) % N_BULK, ==, 0);
  /* The text and the notes change together. */
  revised = strcmp (chancery_article_get_text (article), "zero one two") == 0;
  if (outcome->revised)
    g_assert_true (revised);
  g_assert_cmpuint (chancery_note_get_selector (first)->start_chars, ==, revised ? 9 : 4);
  g_assert_true (put == NULL || chancery_note_get_orphan (put) == revised);
  g_clear_object (&bulk);

  after = test_make_state_note ("after", "", 9, NULL, NULL);
  test_put_note (library, after, &error);
  g_assert_no_error (error);
  test_assert_sound (library);
  test_close (library);
}

typedef struct
{
  FaultKind kind;
  gboolean once;
} Fault;

/* Where not all are tried, not the same of each kind. */
static int
first_fault (const Fault *fault)
{
  return 1 + (int) (((guint) fault->kind * 2 + (fault->once ? 1 : 0)) % test_get_slowness ());
}

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autofree char *master = test_make_path ("master.db"), *path = test_make_path ("library.db");
  g_autoptr (ChanceryArticle) article = test_make_article ("article", "Headline", "2023-11-23", "one two three");
  gboolean failed = TRUE;
  guint n_runs = 0;

  fault_vfs_disarm ();
  make_library (master, article);
  for (int nth = first_fault (fault); failed; nth += (int) test_get_slowness ())
    {
      Outcome outcome = { 0 };

      remove_library (path);
      copy_library (master, path);
      fault_vfs_arm (fault->kind, nth, fault->once);
      write_with_fault (path, article, &outcome);
      failed = fault_vfs_disarm ();
      /* The last time round, nothing failed. */
      if (!failed)
        g_assert_cmpuint (outcome.n_failed, ==, 0);
      assert_outcome (path, &outcome);
      n_runs++;
    }

  g_test_message ("%u operations failed in turn", n_runs - 1);
  g_assert_cmpuint (n_runs * test_get_slowness (), >, 10);
}

/* The first use of a library may end anywhere, too. */
static void
test_fault_while_it_is_made (gconstpointer data)
{
  const Fault *fault = data;
  g_autofree char *path = test_make_path ("library.db");
  gboolean failed = TRUE;

  for (int nth = first_fault (fault); failed; nth += (int) test_get_slowness ())
    {
      g_autoptr (GError) error = NULL;
      ChanceryLibrary *library;

      remove_library (path);
      fault_vfs_arm (fault->kind, nth, fault->once);
      library = test_try_open (path, CHANCERY_LIBRARY_DEFAULT, &error);
      if (library != NULL)
        close_whatever_happens (library);
      failed = fault_vfs_disarm ();

      library = test_open (path);
      test_assert_sound (library);
      test_close (library);
    }
}

static void
test_full_disk_says_so (void)
{
  g_autofree char *path = test_make_path ("library.db");
  ChanceryLibrary *library = test_open (path);
  g_autoptr (ChanceryNote) note = test_make_state_note ("one", "", 1, NULL, NULL), loaded = NULL;
  g_autoptr (GListModel) notes = test_list_notes (library, NULL);
  g_autoptr (GError) error = NULL;

  fault_vfs_arm (FAULT_FULL, 1, FALSE);
  g_assert_false (test_put_note (library, note, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "library.db"));
  test_assert_list (notes, "");
  g_clear_error (&error);

  /* Space was made. */
  g_assert_true (fault_vfs_disarm ());
  g_assert_true (test_put_note (library, note, &error));
  g_assert_no_error (error);
  test_assert_list (notes, "one");

  g_clear_object (&notes);
  test_assert_sound (library);
  test_close (library);
}

/* So that it outlives a power cut, too. */
static void
test_confirmed_is_on_the_disk (void)
{
  g_autofree char *path = test_make_path ("library.db");
  ChanceryLibrary *library = test_open (path);

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *uid = g_strdup_printf ("%u", i);
      g_autoptr (ChanceryNote) note = test_make_state_note (uid, "", i, NULL, NULL);
      g_autoptr (GError) error = NULL;
      guint n_syncs = fault_vfs_get_n_syncs ();

      test_put_note (library, note, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (fault_vfs_get_n_syncs (), >, n_syncs);
    }

  test_close (library);
}

static void
test_list_that_cannot_be_read (void)
{
  g_autofree char *path = test_make_path ("library.db");
  ChanceryLibrary *library = test_open (path);
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autoptr (GListModel) notes = NULL;
  g_autoptr (ChanceryNote) item = NULL;
  g_autofree char *message = NULL;

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *uid = g_strdup_printf ("%u", i), *body = g_strnfill (1000, 'x');
      g_autoptr (ChanceryNote) note = test_make_state_note (uid, body, i, NULL, NULL);

      test_put_note (library, note, NULL);
    }
  test_close (library);
  library = test_open (path);
  notes = test_list_notes (library, NULL);
  gt_signal_logger_connect (logger, library, "list-failed");

  fault_vfs_arm (FAULT_READ, 1, FALSE);
  item = g_list_model_get_item (notes, 300);
  test_settle_failing (library);
  gt_signal_logger_assert_emission_pop (logger, library, "list-failed", &message);
  g_assert_nonnull (strstr (message, "library.db"));
  g_assert_cmpstr (chancery_note_get_uid (item), ==, "");

  /* It is read when it is looked at again. */
  fault_vfs_disarm ();
  g_clear_object (&item);
  item = g_list_model_get_item (notes, 300);
  test_settle (library);
  g_assert_cmpstr (chancery_note_get_uid (item), ==, "99");
  gt_signal_logger_assert_no_emissions (logger);

  g_clear_pointer (&logger, gt_signal_logger_free);
  g_clear_object (&item);
  g_clear_object (&notes);
  test_close (library);
}

static void
test_read_only (void)
{
  g_autofree char *path = test_make_path ("library.db");
  ChanceryLibrary *library = test_open (path);
  g_autoptr (ChanceryNote) note = test_make_state_note ("one", "", 1, NULL, NULL), loaded = NULL;
  g_autoptr (GError) error = NULL;

  test_put_note (library, note, &error);
  g_assert_no_error (error);
  test_close (library);

  library = test_try_open (path, CHANCERY_LIBRARY_READ_ONLY, &error);
  g_assert_no_error (error);
  loaded = test_load_note (library, "one", &error);
  g_assert_no_error (error);
  g_assert_false (test_put_note (library, note, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_READ_ONLY);
  test_close (library);
}

int
main (int   argc,
      char *argv[])
{
  static const Fault full_once = { FAULT_FULL, TRUE }, full = { FAULT_FULL, FALSE };
  static const Fault write_once = { FAULT_WRITE, TRUE }, write = { FAULT_WRITE, FALSE };
  static const Fault read_once = { FAULT_READ, TRUE }, read = { FAULT_READ, FALSE };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fault_vfs_register ();

  g_test_add_data_func ("/faults/full-once", &full_once, test_fault);
  g_test_add_data_func ("/faults/full", &full, test_fault);
  g_test_add_data_func ("/faults/write-once", &write_once, test_fault);
  g_test_add_data_func ("/faults/write", &write, test_fault);
  g_test_add_data_func ("/faults/read-once", &read_once, test_fault);
  g_test_add_data_func ("/faults/read", &read, test_fault);
  g_test_add_data_func ("/faults/making/full", &full, test_fault_while_it_is_made);
  g_test_add_data_func ("/faults/making/write", &write, test_fault_while_it_is_made);
  g_test_add_data_func ("/faults/making/write-once", &write_once, test_fault_while_it_is_made);
  g_test_add_func ("/faults/full-disk-says-so", test_full_disk_says_so);
  g_test_add_func ("/faults/confirmed-is-on-the-disk", test_confirmed_is_on_the_disk);
  g_test_add_func ("/faults/list-that-cannot-be-read", test_list_that_cannot_be_read);
  g_test_add_func ("/faults/read-only", test_read_only);

  return g_test_run ();
}
