/* test-import-undo.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An import is one step of the history, and can be looked at before anything is written. */

#include <string.h>

#include "chancery-history.h"
#include "chancery-library-revisions.h"
#include "exchange-utils.h"

#define FIRST "a0000000-0000-4000-8000-000000000001"
#define SECOND "a0000000-0000-4000-8000-000000000002"

typedef struct
{
  ChanceryLibrary *library;
  ChanceryHistory *history;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->library = test_open (NULL);
  fixture->history = chancery_history_new (fixture->library);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  test_assert_sound (fixture->library);
  g_assert_finalize_object (fixture->history);
  test_close (fixture->library);
}

static void
put_note (ChanceryLibrary *library,
          const char      *uid,
          const char      *article_uid,
          const char      *body,
          gint64           modified_us)
{
  g_autoptr (ChanceryNote) note = chancery_note_new (&(ChanceryNoteFields) {
    .uid = uid, .article_uid = article_uid, .body = body, .created_us = 1, .modified_us = modified_us, .score = 1 });
  g_autoptr (GError) error = NULL;

  test_put_note (library, note, &error);
  g_assert_no_error (error);
}

/* Two articles and three notes, as a file. */
static GBytes *
make_file (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (ChanceryArticle) first = test_make_article (FIRST, "First", "2023-11-23", "The bridge will open.");
  g_autoptr (ChanceryArticle) second = test_make_article (SECOND, "Second", "2024-01-02", "Nothing.");
  GBytes *bytes;

  g_free (test_import (library, first, NULL));
  g_free (test_import (library, second, NULL));
  put_note (library, "n1", FIRST, "later words", 20);
  put_note (library, "n2", SECOND, "new", 20);
  put_note (library, "n3", NULL, "on nothing", 20);
  bytes = exchange_export (library, NULL, NULL, "jsonld", TRUE);
  test_close (library);
  return bytes;
}

/* What the library has before: the first article, with an earlier state of a note, and a note of its own. */
static void
fill (ChanceryLibrary *library)
{
  g_autoptr (ChanceryArticle) first = test_make_article (FIRST, "First", "2023-11-23", "The bridge will open.");

  g_free (test_import (library, first, NULL));
  put_note (library, "n1", FIRST, "earlier words", 10);
  put_note (library, "mine", FIRST, "mine", 10);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* All that a library has, in words. */
static char *
describe (ChanceryLibrary *library)
{
  g_autoptr (GPtrArray) notes = exchange_load_notes (library), words = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  g_autoptr (GListModel) articles = test_list_articles (library);
  g_autofree char *uids = test_list_uids (articles), *joined = NULL;

  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (words, g_strconcat (chancery_note_get_uid (notes->pdata[i]), "=",
                                         chancery_note_get_body (notes->pdata[i]), NULL));
  g_ptr_array_sort (words, compare_words);
  joined = g_strjoinv (", ", (char **) words->pdata);
  return g_strconcat (uids, ": ", joined, NULL);
}

#define assert_library(fixture, expected) \
  G_STMT_START { \
    g_autofree char *described = describe (fixture->library); \
    g_assert_cmpstr (described, ==, expected); \
  } G_STMT_END

static void
import (Fixture *fixture,
        GBytes  *bytes)
{
  const ChanceryImportOptions options = { .history = fixture->history };
  g_autoptr (ChanceryImportReport) report = exchange_import_with (fixture->library, bytes, "notes.jsonld", &options);

  g_assert_cmpuint (report->n_skipped, ==, 0);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  chancery_history_undo_async (fixture->history, NULL, test_result_cb, &result);
  chancery_history_finish (fixture->history, test_wait (&result), &error);
  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  chancery_history_redo_async (fixture->history, NULL, test_result_cb, &result);
  chancery_history_finish (fixture->history, test_wait (&result), &error);
  g_assert_no_error (error);
}

static void
test_one_step (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GBytes) bytes = make_file ();

  fill (fixture->library);
  import (fixture, bytes);
  assert_library (fixture, SECOND " " FIRST ": mine=mine, n1=later words, n2=new, n3=on nothing");
  g_assert_cmpstr (chancery_history_get_undo_label (fixture->history), ==, "Undo Import");

  undo (fixture);
  assert_library (fixture, FIRST ": mine=mine, n1=earlier words");
  g_assert_false (chancery_history_get_can_undo (fixture->history));
  g_assert_cmpstr (chancery_history_get_redo_label (fixture->history), ==, "Redo Import");

  redo (fixture);
  assert_library (fixture, SECOND " " FIRST ": mine=mine, n1=later words, n2=new, n3=on nothing");
  undo (fixture);
  assert_library (fixture, FIRST ": mine=mine, n1=earlier words");
}

/* What changes nothing is no step; articles alone are one. */
static void
test_articles_alone (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GBytes) bytes = NULL;
  ChanceryLibrary *other = test_open (NULL);
  g_autoptr (ChanceryArticle) article = test_make_article (FIRST, "First", "2023-11-23", "The bridge will open.");

  g_free (test_import (other, article, NULL));
  put_note (other, "n1", FIRST, "words", 1);
  bytes = exchange_export (other, NULL, NULL, "jsonld", TRUE);
  test_close (other);
  put_note (fixture->library, "n1", NULL, "words", 1);

  import (fixture, bytes);
  assert_library (fixture, FIRST ": n1=words");
  undo (fixture);
  assert_library (fixture, ": n1=words");
  redo (fixture);
  assert_library (fixture, FIRST ": n1=words");

  import (fixture, bytes);
  undo (fixture);
  g_assert_false (chancery_history_get_can_undo (fixture->history));
}

/* What others wrote since is nothing that undoing an import may take away. */
static void
test_what_came_since_stays (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GBytes) bytes = make_file ();

  import (fixture, bytes);
  put_note (fixture->library, "since", SECOND, "since", 30);
  g_assert_true (test_remove_note (fixture->library, "n3", NULL));
  undo (fixture);
  assert_library (fixture, SECOND ": since=since");
  redo (fixture);
  assert_library (fixture, SECOND " " FIRST ": n1=later words, n2=new, n3=on nothing, since=since");
}

/* The text that a page got after the import stays, too. */
static void
test_text_stays (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char file[] =
    "{\"@context\": \"http://www.w3.org/ns/anno.jsonld\", \"id\": \"http://e.org/1\", \"type\": \"Annotation\","
    " \"target\": {\"source\": \"http://e.org/page\", \"selector\": {\"type\": \"TextQuoteSelector\", \"exact\": \"open\"}}}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, strlen (file));
  g_autoptr (ChanceryArticle) article = test_make_article ("x", "Page", "2024-01-02", "It will open.");
  g_autoptr (GListModel) articles = test_list_articles (fixture->library);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *uid = NULL;
  g_autoptr (GError) error = NULL;

  import (fixture, bytes);
  uid = test_list_uids (articles);
  chancery_library_revise_article_async (fixture->library, uid, article, NULL, NULL, test_result_cb, &result);
  chancery_library_revise_article_finish (fixture->library, test_wait (&result), &error);
  g_assert_no_error (error);
  undo (fixture);
  test_assert_list (articles, uid);
  notes = exchange_load_notes (fixture->library);
  g_assert_cmpuint (notes->len, ==, 0);
}

static void
assert_same_reports (const ChanceryImportReport *a,
                     const ChanceryImportReport *b)
{
  g_assert_cmpstr (a->format, ==, b->format);
  g_assert_cmpuint (a->n_imported, ==, b->n_imported);
  g_assert_cmpuint (a->n_replaced, ==, b->n_replaced);
  g_assert_cmpuint (a->n_kept, ==, b->n_kept);
  g_assert_cmpuint (a->n_orphans, ==, b->n_orphans);
  g_assert_cmpuint (a->n_articles, ==, b->n_articles);
  g_assert_cmpuint (a->n_stubs, ==, b->n_stubs);
  g_assert_cmpuint (a->n_skipped, ==, b->n_skipped);
  g_assert_cmpuint (a->n_warnings, ==, b->n_warnings);
}

#define ANNOTATION(id, page, exact, modified) \
  "{\"id\": \"http://e.org/" id "\", \"type\": \"Annotation\", \"modified\": \"" modified "\", \"target\": {\"source\": \"" page "\"," \
  " \"selector\": {\"type\": \"TextQuoteSelector\", \"exact\": \"" exact "\"}}}"

/* A preview says what the import says then, and writes nothing. */
static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  static const char foreign[] =
    "{\"@context\": \"http://www.w3.org/ns/anno.jsonld\", \"@graph\": ["
    ANNOTATION ("1", "http://e.org/page", "open", "2024-01-01T00:00:00Z") ","
    /* The same again, changed later, and changed before. */
    ANNOTATION ("1", "http://e.org/page", "open", "2024-01-02T00:00:00Z") ","
    ANNOTATION ("1", "http://e.org/page", "open", "2023-01-02T00:00:00Z") ","
    ANNOTATION ("2", "http://e.org/other", "open", "2024-01-01T00:00:00Z") ","
    "{\"id\": \"http://e.org/3\", \"type\": \"Annotation\"},"
    ANNOTATION ("4", "http://e.org/here", "open", "2024-01-01T00:00:00Z") ","
    ANNOTATION ("5", "http://e.org/here", "what isn't there at all", "2024-01-01T00:00:00Z")
    "]}";
  const ChanceryImportOptions preview = { .history = fixture->history, .preview = TRUE };
  g_autoptr (GBytes) own_file = make_file (), foreign_file = g_bytes_new_static (foreign, strlen (foreign));
  GBytes *files[] = { own_file, foreign_file };
  g_autoptr (ChanceryArticle) here = chancery_article_new (&(ChanceryArticleFields) {
    .uid = "here", .headline = "Here", .standfirst = "It will open.", .address = "http://e.org/here" });

  fill (fixture->library);
  g_free (test_import (fixture->library, here, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *before = describe (fixture->library);
      g_autoptr (ChanceryImportReport) promised = exchange_import_with (fixture->library, files[i], "notes.jsonld", &preview);
      g_autoptr (ChanceryImportReport) report = NULL;

      assert_library (fixture, before);
      g_assert_false (chancery_history_get_can_undo (fixture->history));
      report = exchange_import_bytes (fixture->library, files[i], "notes.jsonld");
      assert_same_reports (promised, report);
      g_assert_cmpuint (report->n_imported, >, 1);
    }
}

/* What came in before an import was cancelled can be undone. */
static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GString) table = g_string_new ("Quotation,Note,Note ID\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  const ChanceryImportOptions options = { .history = fixture->history };

  /* More than are written at once. */
  for (guint i = 0; i < 10100; i++)
    g_string_append_printf (table, ",words,n%u\n", i);
  bytes = g_string_free_to_bytes (g_steal_pointer (&table));
  g_signal_connect_object (fixture->library, "notes-changed", G_CALLBACK (g_cancellable_cancel), cancellable, G_CONNECT_SWAPPED);
  chancery_note_importer_import_bytes_async (fixture->library, bytes, "notes.csv", &options, cancellable, test_result_cb, &result);
  g_assert_null (chancery_note_importer_import_finish (fixture->library, test_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  notes = exchange_load_notes (fixture->library);
  g_assert_cmpuint (notes->len, >, 0);
  g_assert_cmpuint (notes->len, <, 10100);
  g_clear_pointer (&notes, g_ptr_array_unref);
  g_assert_cmpstr (chancery_history_get_undo_label (fixture->history), ==, "Undo Import");
  undo (fixture);
  notes = exchange_load_notes (fixture->library);
  g_assert_cmpuint (notes->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/import-undo/one-step", Fixture, NULL, set_up, test_one_step, tear_down);
  g_test_add ("/import-undo/articles-alone", Fixture, NULL, set_up, test_articles_alone, tear_down);
  g_test_add ("/import-undo/what-came-since-stays", Fixture, NULL, set_up, test_what_came_since_stays, tear_down);
  g_test_add ("/import-undo/text-stays", Fixture, NULL, set_up, test_text_stays, tear_down);
  g_test_add ("/import-undo/preview", Fixture, NULL, set_up, test_preview, tear_down);
  g_test_add ("/import-undo/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);

  return g_test_run ();
}
