/* test-late-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Notes on a page that isn't here wait without a place, until its text comes. */

#include <string.h>

#include "chancery-article-intake.h"
#include "chancery-history.h"
#include "exchange-utils.h"

#define PAGE "https://example.org/news/bridge"

/* As Web Annotation, as Hypothesis exports it, and as a table: a quotation, one that isn't in the text, and, where that
 * can be said, a note on the whole page. */
static const struct
{
  const char *name;
  const char *file_name;
  const char *text;
} files[] = {
  { "annotation", "notes.jsonld",
    "{\"@context\": \"http://www.w3.org/ns/anno.jsonld\", \"@graph\": ["
    "{\"id\": \"http://e.org/1\", \"type\": \"Annotation\", \"target\": {\"source\": \"" PAGE "\", \"selector\": ["
    "{\"type\": \"TextQuoteSelector\", \"exact\": \"will open\", \"prefix\": \"The bridge \", \"suffix\": \" in May\"},"
    "{\"type\": \"TextPositionSelector\", \"start\": 911, \"end\": 920}]}},"
    "{\"id\": \"http://e.org/2\", \"type\": \"Annotation\", \"target\": {\"source\": \"" PAGE "\", \"selector\":"
    "{\"type\": \"TextQuoteSelector\", \"exact\": \"words that nobody ever wrote about any of these rivers\"}}},"
    "{\"id\": \"http://e.org/3\", \"type\": \"Annotation\", \"bodyValue\": \"whole\", \"target\": \"" PAGE "\"}]}" },
  { "hypothesis", "notes.json",
    "{\"rows\": ["
    "{\"id\": \"1\", \"created\": \"2024-01-02T00:00:00Z\", \"uri\": \"" PAGE "\", \"text\": \"\", \"tags\": [], \"target\": [{\"source\": \"" PAGE "\","
    " \"selector\": [{\"type\": \"TextQuoteSelector\", \"exact\": \"will open\", \"prefix\": \"The bridge \", \"suffix\": \" in May\"},"
    " {\"type\": \"TextPositionSelector\", \"start\": 911, \"end\": 920}]}]},"
    "{\"id\": \"2\", \"created\": \"2024-01-02T00:00:00Z\", \"uri\": \"" PAGE "\", \"text\": \"\", \"tags\": [], \"target\": [{\"source\": \"" PAGE "\","
    " \"selector\": [{\"type\": \"TextQuoteSelector\", \"exact\": \"words that nobody ever wrote about any of these rivers\"}]}]},"
    "{\"id\": \"3\", \"created\": \"2024-01-02T00:00:00Z\", \"uri\": \"" PAGE "\", \"text\": \"whole\", \"tags\": [], \"target\": [{\"source\": \"" PAGE "\"}]}],"
    " \"total\": 3}" },
  { "table", "notes.csv",
    "Highlight,Note,Book Title,URL\n"
    "The bridge will open in May,,Bridge opens," PAGE "\n"
    "words that nobody ever wrote about any of these rivers,,Bridge opens," PAGE "\n" },
};

/* How the address of the same page may be written when its text comes. */
static const char * const addresses[] = { PAGE, PAGE "/", PAGE "#top", "http://example.org/news/bridge" };

static ChanceryArticle *
make_article (const char *uid,
              const char *address)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);

  g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_PARAGRAPH, 0, "Nobody knows when another will open at all."));
  g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_PARAGRAPH, 0, "The bridge will open in May, as was promised."));
  return chancery_article_new (&(ChanceryArticleFields) {
    .uid = uid, .headline = "Bridge opens", .address = address, .blocks = blocks });
}

static ChanceryIntake *
take_in (ChanceryLibrary *library,
         ChanceryArticle *article)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryIntake *intake;

  chancery_article_take_in_async (library, article, NULL, test_result_cb, &result);
  intake = chancery_article_take_in_finish (library, test_wait (&result), &error);
  g_assert_no_error (error);
  return intake;
}

static void
assert_anchored (ChanceryLibrary *library,
                 ChanceryArticle *article,
                 const char      *uid,
                 gboolean         is_table)
{
  g_autoptr (GPtrArray) notes = exchange_load_notes (library);
  guint n_placed = 0, n_orphans = 0, n_whole = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      const ChancerySelector *selector = chancery_note_get_selector (notes->pdata[i]);

      g_assert_cmpstr (chancery_note_get_article_uid (notes->pdata[i]), ==, uid);
      if (selector == NULL)
        {
          g_assert_false (chancery_note_get_orphan (notes->pdata[i]));
          n_whole++;
        }
      else if (chancery_note_get_orphan (notes->pdata[i]))
        {
          g_assert_cmpstr (selector->exact, ==, "words that nobody ever wrote about any of these rivers");
          n_orphans++;
        }
      else
        {
          const char *text = chancery_article_get_text (article);
          const char *place = text + chancery_article_chars_to_bytes (article, selector->start_chars);

          g_assert_cmpstr (selector->exact, ==, is_table ? "The bridge will open in May" : "will open");
          g_assert_true (g_str_has_prefix (place, is_table ? selector->exact : "will open in May"));
          n_placed++;
        }
    }
  g_assert_cmpuint (n_placed, ==, 1);
  g_assert_cmpuint (n_orphans, ==, 1);
  g_assert_cmpuint (n_whole, ==, is_table ? 0 : 1);
}

static void
test_text_comes_later (gconstpointer data)
{
  const gsize file = GPOINTER_TO_SIZE (data);
  const gboolean is_table = strcmp (files[file].name, "table") == 0;

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      ChanceryLibrary *library = test_open (NULL);
      g_autoptr (ChanceryImportReport) report = exchange_import_text (library, files[file].text, files[file].file_name);
      g_autoptr (ChanceryArticle) article = make_article ("of-its-own", addresses[i]), kept = NULL;
      g_autoptr (ChanceryIntake) intake = NULL;
      g_autoptr (GListModel) articles = test_list_articles (library);

      g_assert_cmpuint (report->n_imported, ==, is_table ? 2 : 3);
      g_assert_cmpuint (report->n_stubs, ==, 1);
      g_assert_cmpuint (report->n_orphans, ==, 2);

      intake = take_in (library, article);
      g_assert_cmpint (intake->match, ==, CHANCERY_ARTICLE_MATCH_REVISION);
      g_assert_cmpuint (intake->n_carried, ==, 1);
      g_assert_cmpuint (intake->n_orphans, ==, 1);
      test_assert_list (articles, intake->uid);
      kept = test_load_article (library, intake->uid, NULL);
      g_assert_cmpstr (chancery_article_get_text (kept), ==, chancery_article_get_text (article));
      assert_anchored (library, kept, intake->uid, is_table);
      test_assert_sound (library);
      g_clear_object (&articles);
      test_close (library);
    }
}

static ChanceryImportReport *
import_with (ChanceryLibrary *library,
             GBytes          *bytes,
             ChanceryHistory *history,
             gboolean         preview)
{
  return exchange_import_with (library, bytes, "text.jsonld", &(ChanceryImportOptions) { .history = history, .preview = preview });
}

static void
go (ChanceryHistory *history,
    gboolean         back)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  (back ? chancery_history_undo_async : chancery_history_redo_async) (history, NULL, test_result_cb, &result);
  g_assert_true (chancery_history_finish (history, test_wait (&result), &error));
  g_assert_no_error (error);
}

/* The text comes with notes of its own from another library, which knows it by another uid. */
static void
test_text_comes_in_a_file (gconstpointer data)
{
  const gsize file = GPOINTER_TO_SIZE (data);
  const gboolean is_table = strcmp (files[file].name, "table") == 0;
  ChanceryLibrary *library = test_open (NULL), *other = test_open (NULL);
  g_autoptr (ChanceryHistory) history = chancery_history_new (library);
  g_autoptr (ChanceryImportReport) report = exchange_import_text (library, files[file].text, files[file].file_name), texts = NULL;
  g_autoptr (ChanceryArticle) article = make_article ("of-its-own", PAGE "/"), kept = NULL;
  g_autoptr (ChanceryNote) note = test_make_note ("theirs", article, "promised", "", 1);
  g_autoptr (GListModel) articles = test_list_articles (library);
  g_autofree char *there = test_list_uids (articles), *theirs = test_import (other, article, NULL);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (test_put_note (other, note, NULL));
  bytes = exchange_export (other, NULL, NULL, "jsonld", TRUE);
  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&texts, chancery_import_report_free);
      texts = import_with (library, bytes, i == 0 ? NULL : history, i == 0);
      g_assert_cmpuint (texts->n_texts, ==, 1);
      g_assert_cmpuint (texts->n_articles, ==, 0);
      g_assert_cmpuint (texts->n_imported, ==, 1);
      g_assert_cmpuint (texts->n_orphans, ==, 0);
    }

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ChanceryNote) placed = NULL;
      g_autoptr (ChanceryArticle) before = NULL;

      test_assert_list (articles, there);
      g_clear_object (&kept);
      kept = test_load_article (library, there, NULL);
      g_assert_cmpstr (chancery_article_get_text (kept), ==, chancery_article_get_text (article));
      placed = test_load_note (library, "theirs", NULL);
      g_assert_cmpstr (chancery_note_get_article_uid (placed), ==, there);
      g_assert_false (chancery_note_get_orphan (placed));
      if (i == 1)
        break;

      go (history, TRUE);
      before = test_load_article (library, there, NULL);
      g_assert_cmpstr (chancery_article_get_text (before), ==, "");
      g_assert_null (test_load_note (library, "theirs", NULL));
      go (history, FALSE);
    }
  chancery_library_remove_note_async (library, "theirs", NULL, NULL, NULL);
  test_settle (library);
  assert_anchored (library, kept, there, is_table);
  test_assert_sound (library);

  g_clear_object (&articles);
  g_assert_finalize_object (g_steal_pointer (&history));
  test_close (library);
  test_close (other);
}

/* Another page of the same site is another article. */
static void
test_other_page (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (ChanceryImportReport) report = exchange_import_text (library, files[0].text, files[0].file_name);
  g_autoptr (ChanceryArticle) article = make_article ("of-its-own", PAGE "/other");
  g_autoptr (ChanceryIntake) intake = take_in (library, article);

  g_assert_cmpint (intake->match, ==, CHANCERY_ARTICLE_MATCH_NEW);
  test_close (library);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/late-text/", files[i].name, NULL);

      g_autofree char *file_path = g_strconcat (path, "/in-a-file", NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_text_comes_later);
      g_test_add_data_func (file_path, GSIZE_TO_POINTER (i), test_text_comes_in_a_file);
    }
  g_test_add_func ("/late-text/other-page", test_other_page);

  return g_test_run ();
}
