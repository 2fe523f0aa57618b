/* test-note-importer.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Export and import of libraries: round trips, pages that are here and that aren't, other programs, and a property:
 * whatever is edited, undone, exported and imported, the library is what a simple model of it is. */

#include <string.h>

#include "chancery-history.h"
#include "exchange-utils.h"

static void
put (ChanceryLibrary *library,
     ChanceryNote    *note)
{
  g_autoptr (GError) error = NULL;

  test_put_note (library, note, &error);
  g_assert_no_error (error);
}

/* A library with two articles, and notes on both, on a state, and on nothing. */
static void
fill (ChanceryLibrary *library)
{
  static const char * const states[] = { "BY", "KZ", NULL };
  static const char * const tags[] = { "river", "to check", NULL };
  g_autoptr (ChanceryArticle) first = test_make_article ("a0000000-0000-4000-8000-000000000001", "Bridge opens", "2023-11-23",
                                                         "The bridge 🌉 will open.\nThe bridge was promised.");
  g_autoptr (ChanceryArticle) second = test_make_article ("a0000000-0000-4000-8000-000000000002", "Other", "2024-01-02", "Nothing.");
  g_autoptr (ChanceryNote) quote = test_make_note ("n1", first, "will open", "=really?", 1700000000000001);
  g_autoptr (ChanceryNote) whole = chancery_note_new (&(ChanceryNoteFields) {
    .uid = "n2", .article_uid = chancery_article_get_uid (first), .body = "the whole", .kind = CHANCERY_NOTE_KIND_FORECAST,
    .due = { 2024, 5, 0 }, .created_us = 5, .modified_us = 6, .score = 1 });
  g_autoptr (ChanceryNote) on_state = test_make_state_note ("n3", "on states", 1700000000000002, states, tags);
  g_autoptr (ChanceryNote) lost = chancery_note_new (&(ChanceryNoteFields) {
    .uid = "n4", .article_uid = chancery_article_get_uid (second), .selector = &(ChancerySelector) {
      .exact = (char *) "words that went", .prefix = (char *) "", .suffix = (char *) "", .has_position = TRUE,
      .start_chars = 90, .end_chars = 105 }, .orphan = TRUE, .score = 0.25, .created_us = 7, .modified_us = 8 });
  g_autoptr (ChanceryNote) nothing = chancery_note_new (&(ChanceryNoteFields) {
    .uid = "n5", .body = "on nothing", .created_us = 9, .modified_us = 9, .score = 1, .foreign = "{\"creator\":\"http://e/\"}" });

  g_free (test_import (library, first, NULL));
  g_free (test_import (library, second, NULL));
  put (library, quote);
  put (library, whole);
  put (library, on_state);
  put (library, lost);
  put (library, nothing);
}

static void
test_round_trip (void)
{
  ChanceryLibrary *library = test_open (NULL), *other = test_open (NULL);
  g_autoptr (GBytes) bytes = NULL, again = NULL;
  g_autoptr (ChanceryImportReport) report = NULL, second = NULL;
  g_autoptr (ChanceryArticle) article = NULL;

  fill (library);
  bytes = exchange_export (library, NULL, NULL, "jsonld", TRUE);
  report = exchange_import_bytes (other, bytes, "notes.jsonld");
  g_assert_cmpuint (report->n_imported, ==, 5);
  g_assert_cmpuint (report->n_articles, ==, 2);
  g_assert_cmpuint (report->n_stubs, ==, 0);
  g_assert_cmpuint (report->n_orphans, ==, 1);
  g_assert_cmpuint (report->n_skipped, ==, 0);
  exchange_assert_same_notes (library, other);
  test_assert_sound (other);
  article = test_load_article (other, "a0000000-0000-4000-8000-000000000001", NULL);
  g_assert_cmpstr (chancery_article_get_text (article), ==, "The bridge 🌉 will open.\nThe bridge was promised.");

  /* Once more changes nothing. */
  second = exchange_import_bytes (other, bytes, "notes.jsonld");
  g_assert_cmpuint (second->n_imported, ==, 0);
  g_assert_cmpuint (second->n_kept, ==, 5);
  g_assert_cmpuint (second->n_articles, ==, 0);
  exchange_assert_same_notes (library, other);

  test_close (library);
  test_close (other);
}

static void
test_csv_round_trip (void)
{
  ChanceryLibrary *library = test_open (NULL), *other = test_open (NULL);
  g_autoptr (GBytes) bytes = NULL, with_text = NULL;
  g_autoptr (ChanceryImportReport) articles = NULL, report = NULL;

  fill (library);
  /* A table has no texts, so they come first. */
  with_text = exchange_export (library, NULL, NULL, "jsonld", TRUE);
  bytes = exchange_export (library, NULL, NULL, "csv", FALSE);
  articles = exchange_import_bytes (other, with_text, "a.jsonld");
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *uid = g_strdup_printf ("n%u", i);

      g_assert_true (test_remove_note (other, uid, NULL));
    }
  report = exchange_import_bytes (other, bytes, "notes.csv");
  g_assert_cmpuint (report->n_imported, ==, 5);
  g_assert_cmpuint (report->n_articles, ==, 0);
  exchange_assert_same_notes (library, other);

  test_close (library);
  test_close (other);
}

static void
test_selection (void)
{
  static const char * const uids[] = { "n3", "nobody", "n1", NULL };
  const ChanceryNoteFilter of_state = { .iso = "KZ" }, of_article = { .article_uid = "a0000000-0000-4000-8000-000000000001" };
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (GBytes) named = NULL, by_state = NULL, by_article = NULL, due = NULL, cited = NULL;
  const char *text;

  fill (library);
  named = exchange_export (library, NULL, uids, "text", FALSE);
  by_state = exchange_export (library, &of_state, NULL, "text", FALSE);
  by_article = exchange_export (library, &of_article, NULL, "text", FALSE);
  due = exchange_export (library, NULL, NULL, "ics", FALSE);
  cited = exchange_export (library, NULL, uids, "ris", FALSE);

  text = g_bytes_get_data (named, NULL);
  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (named), "really?"));
  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (named), "on states"));
  g_assert_null (g_strstr_len (text, (gssize) g_bytes_get_size (named), "the whole"));
  text = g_bytes_get_data (by_state, NULL);
  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (by_state), "on states"));
  g_assert_null (g_strstr_len (text, (gssize) g_bytes_get_size (by_state), "Bridge opens"));
  text = g_bytes_get_data (by_article, NULL);
  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (by_article), "the whole"));
  g_assert_null (g_strstr_len (text, (gssize) g_bytes_get_size (by_article), "on states"));
  text = g_bytes_get_data (due, NULL);
  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (due), "DTSTART;VALUE=DATE:20240531"));
  text = g_bytes_get_data (cited, NULL);
  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (cited), "TI  - Bridge opens"));
  g_assert_null (g_strstr_len (text, (gssize) g_bytes_get_size (cited), "TI  - Other"));

  test_close (library);
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

/* A library on disk is read by a connection of its own, and its file is replaced as a whole. */
static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("chancery-XXXXXX", NULL);
  g_autofree char *library_path = g_build_filename (folder, "library.db", NULL);
  g_autofree char *path = g_build_filename (folder, "notes.html", NULL);
  g_autofree char *text = NULL;
  g_autofree char *preview = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_build_filename (folder, "no", "such", "folder", NULL);
  ChanceryLibrary *library = test_open (library_path);
  g_autoptr (GAsyncResult) result = NULL, preview_result = NULL, failing = NULL, cancelled_result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_articles = 9, n_notes = 0;
  double last = 0;

  fill (library);
  chancery_exporter_export_file_async (library, NULL, NULL, chancery_export_find_format ("html"), NULL, file, progress_cb, &last,
                                       NULL, test_result_cb, &result);
  g_assert_true (chancery_exporter_export_finish (library, test_wait (&result), &n_articles, &n_notes, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_notes, ==, 5);
  g_assert_cmpfloat (last, ==, 1);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_suffix (text, "</html>\n"));

  chancery_exporter_preview_async (library, NULL, NULL, chancery_export_find_format ("jsonld"), NULL, 2, NULL, test_result_cb,
                                   &preview_result);
  preview = chancery_exporter_preview_finish (library, test_wait (&preview_result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (preview, "\"total\":2"));

  chancery_exporter_export_file_async (library, NULL, NULL, chancery_export_find_format ("html"), NULL, nowhere, NULL, NULL,
                                       NULL, test_result_cb, &failing);
  g_assert_false (chancery_exporter_export_finish (library, test_wait (&failing), NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  chancery_exporter_export_file_async (library, NULL, NULL, chancery_export_find_format ("csv"), NULL, file, NULL, NULL,
                                       cancellable, test_result_cb, &cancelled_result);
  g_assert_false (chancery_exporter_export_finish (library, test_wait (&cancelled_result), NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_pointer (&text, g_free);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "<!DOCTYPE html>"));

  g_clear_object (&result);
  g_clear_object (&preview_result);
  g_clear_object (&failing);
  g_clear_object (&cancelled_result);
  test_close (library);
}

#define CONTEXT "\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"Annotation\","

/* Notes of other programs find the page, if it is here, and their words in it. */
static void
test_known_page (void)
{
  static const char text[] =
    "[{" CONTEXT "\"id\":\"http://e.org/1\",\"target\":{\"source\":\"http://e.org/bridge#top\",\"selector\":"
    "{\"type\":\"TextQuoteSelector\",\"exact\":\"was promised\"}}},"
    "{" CONTEXT "\"id\":\"http://e.org/2\",\"target\":{\"source\":\"https://e.org/bridge/\",\"selector\":"
    "{\"type\":\"TextQuoteSelector\",\"exact\":\"never said\"}}},"
    "{" CONTEXT "\"id\":\"http://e.org/3\",\"target\":\"https://e.org/bridge\"}]";
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);
  g_autoptr (ChanceryArticle) article = NULL;
  g_autoptr (ChanceryImportReport) report = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  guint n_placed = 0, n_orphans = 0;

  g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_PARAGRAPH, 0, "The 🌉 was promised."));
  article = chancery_article_new (&(ChanceryArticleFields) { .uid = "page", .headline = "H", .address = "https://e.org/bridge",
                                                             .blocks = blocks });
  g_free (test_import (library, article, NULL));
  report = exchange_import_text (library, text, "notes.json");
  g_assert_cmpuint (report->n_imported, ==, 3);
  g_assert_cmpuint (report->n_articles, ==, 0);
  g_assert_cmpuint (report->n_orphans, ==, 1);
  test_assert_sound (library);

  notes = exchange_load_notes (library);
  for (guint i = 0; i < notes->len; i++)
    {
      const ChancerySelector *selector = chancery_note_get_selector (notes->pdata[i]);

      g_assert_cmpstr (chancery_note_get_article_uid (notes->pdata[i]), ==, "page");
      if (chancery_note_get_orphan (notes->pdata[i]))
        n_orphans++;
      else if (selector != NULL)
        {
          g_assert_cmpuint (selector->start_chars, ==, 6);
          g_assert_cmpstr (selector->prefix, ==, "The 🌉 ");
          n_placed++;
        }
    }
  g_assert_cmpuint (n_placed, ==, 1);
  g_assert_cmpuint (n_orphans, ==, 1);
  test_close (library);
}

/* A page that isn't here becomes an article of which only that is known, and the notes wait on it. */
static void
test_unknown_page (void)
{
  static const char text[] =
    "[{" CONTEXT "\"id\":\"http://e.org/1\",\"target\":{\"source\":\"http://e.org/one\",\"selector\":"
    "{\"type\":\"TextQuoteSelector\",\"exact\":\"words\"}}},"
    "{" CONTEXT "\"id\":\"http://e.org/2\",\"target\":\"http://e.org/one\"},"
    "{" CONTEXT "\"id\":\"http://e.org/3\",\"target\":\"http://e.org/two\"},"
    "{" CONTEXT "\"id\":\"http://e.org/4\"}]";
  ChanceryLibrary *library = test_open (NULL), *other = test_open (NULL);
  g_autoptr (ChanceryImportReport) report = exchange_import_text (library, text, "notes.json");
  g_autoptr (ChanceryImportReport) copied = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpuint (report->n_imported, ==, 3);
  g_assert_cmpuint (report->n_articles, ==, 2);
  g_assert_cmpuint (report->n_stubs, ==, 2);
  g_assert_cmpuint (report->n_orphans, ==, 1);
  g_assert_cmpuint (report->n_skipped, ==, 1);
  test_assert_sound (library);
  notes = exchange_load_notes (library);
  for (guint i = 0; i < notes->len; i++)
    {
      g_autoptr (ChanceryArticle) article = test_load_article (library, chancery_note_get_article_uid (notes->pdata[i]), NULL);

      g_assert_nonnull (article);
      g_assert_true (g_str_has_prefix (chancery_article_get_address (article), "http://e.org/"));
      g_assert_cmpstr (chancery_article_get_headline (article), ==, chancery_article_get_address (article));
      g_assert_cmpstr (chancery_article_get_source (article), ==, "e.org");
      g_assert_cmpstr (chancery_article_get_text (article), ==, "");
    }

  bytes = exchange_export (library, NULL, NULL, "jsonld", TRUE);
  copied = exchange_import_bytes (other, bytes, "copy.jsonld");
  exchange_assert_same_notes (library, other);
  test_close (library);
  test_close (other);
}

static void
test_newer_wins (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (GBytes) old = NULL, new = NULL;
  g_autoptr (ChanceryNote) first = chancery_note_new (&(ChanceryNoteFields) { .uid = "n", .body = "first", .modified_us = 10, .score = 1 });
  g_autoptr (ChanceryNote) second = chancery_note_new (&(ChanceryNoteFields) { .uid = "n", .body = "second", .modified_us = 20, .score = 1 });
  g_autoptr (ChanceryImportReport) of_old = NULL, of_new = NULL;
  g_autoptr (ChanceryNote) now = NULL, then = NULL;

  put (library, first);
  old = exchange_export (library, NULL, NULL, "jsonld", FALSE);
  put (library, second);
  new = exchange_export (library, NULL, NULL, "jsonld", FALSE);

  of_old = exchange_import_bytes (library, old, "old.jsonld");
  now = test_load_note (library, "n", NULL);
  g_assert_cmpstr (chancery_note_get_body (now), ==, "second");
  g_assert_cmpuint (of_old->n_kept, ==, 1);

  put (library, first);
  of_new = exchange_import_bytes (library, new, "new.jsonld");
  then = test_load_note (library, "n", NULL);
  g_assert_cmpstr (chancery_note_get_body (then), ==, "second");
  g_assert_cmpuint (of_new->n_replaced, ==, 1);
  test_close (library);
}

static void
test_readwise (void)
{
  static const char csv[] =
    "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n"
    "\"First, with a comma\",A Title,An Author,,my note,blue,\"one,two\",page,3,2021-03-01 12:34:56+00:00,\n"
    "=cmd|' /C calc'!A0,A Title,An Author,,,,,page,4,nonsense,\n"
    ",A Title,An Author,,no words,,,,,,\n";
  static const char markdown[] =
    "# A Title\n\n![rw-book-cover](https://e.org/c.png)\n\n## Metadata\n- Author: [[An Author]]\n- Full Title: A Full Title\n"
    "- Category: #articles\n- URL: https://e.org/page\n\n## Highlights\n"
    "- First words \\*here\\* ([View Highlight](https://read.readwise.io/read/1))\n    - Note: my note\n    - Tags: [[one]] [[two]]\n"
    "- Second words\n  that go on\n\n\n";
  ChanceryLibrary *library = test_open (NULL), *other = test_open (NULL);
  g_autoptr (ChanceryImportReport) of_csv = exchange_import_text (library, csv, "readwise.csv");
  g_autoptr (ChanceryImportReport) of_markdown = exchange_import_text (other, markdown, "A Title.md");
  g_autoptr (GPtrArray) notes = exchange_load_notes (library), other_notes = exchange_load_notes (other);
  g_autoptr (ChanceryArticle) article = NULL, other_article = NULL;
  guint n = 0;

  g_assert_cmpuint (of_csv->n_imported, ==, 2);
  g_assert_cmpuint (of_csv->n_skipped, ==, 1);
  g_assert_cmpstr (((ChanceryImportRemark *) of_csv->skipped->pdata[0])->place, ==, "row 4");
  article = test_load_article (library, chancery_note_get_article_uid (notes->pdata[0]), NULL);
  g_assert_cmpstr (chancery_article_get_headline (article), ==, "A Title");
  g_assert_cmpstr (chancery_article_get_byline (article), ==, "An Author");
  for (guint i = 0; i < notes->len; i++)
    {
      const ChancerySelector *selector = chancery_note_get_selector (notes->pdata[i]);

      if (strcmp (selector->exact, "First, with a comma") != 0)
        continue;
      g_assert_cmpstr (chancery_note_get_body (notes->pdata[i]), ==, "my note");
      g_assert_cmpint (chancery_note_get_colour (notes->pdata[i]), ==, CHANCERY_COLOUR_BLUE);
      g_assert_cmpstr (chancery_note_get_tags (notes->pdata[i])[1], ==, "two");
      g_assert_cmpint (chancery_note_get_created_us (notes->pdata[i]), ==, G_GINT64_CONSTANT (1614602096000000));
      n++;
    }
  g_assert_cmpuint (n, ==, 1);

  g_assert_cmpuint (of_markdown->n_imported, ==, 2);
  other_article = test_load_article (other, chancery_note_get_article_uid (other_notes->pdata[0]), NULL);
  g_assert_cmpstr (chancery_article_get_headline (other_article), ==, "A Full Title");
  g_assert_cmpstr (chancery_article_get_address (other_article), ==, "https://e.org/page");
  n = 0;
  for (guint i = 0; i < other_notes->len; i++)
    {
      const ChancerySelector *selector = chancery_note_get_selector (other_notes->pdata[i]);

      if (strcmp (selector->exact, "First words *here*") == 0)
        {
          g_assert_cmpstr (chancery_note_get_body (other_notes->pdata[i]), ==, "my note");
          g_assert_cmpstr (chancery_note_get_tags (other_notes->pdata[i])[0], ==, "one");
          n++;
        }
      else if (strcmp (selector->exact, "Second words\nthat go on") == 0)
        n++;
    }
  g_assert_cmpuint (n, ==, 2);
  test_close (library);
  test_close (other);
}

static void
test_zotero (void)
{
  static const char csv[] =
    "\xef\xbb\xbf\"Key\",\"Item Type\",\"Title\",\"Author\",\"Url\",\"Notes\",\"Manual Tags\"\n"
    "\"ABCD\",\"webpage\",\"A Title\",\"An Author\",\"https://e.org/page\",\"<p>“quoted words” (Author, 2020, p. 3) my comment</p>"
    "<p>a free note</p>\",\"x; y\"\n\"EFGH\",\"webpage\",\"B\",\"\",\"\",\"\",\"\"\n";
  static const char markdown[] =
    "# Annotations  \n(24/11/2026, 08:00:00)\n\n“quoted words” ([Author, 2020, p. 3](zotero://select/library/items/A)) "
    "([pdf](zotero://open-pdf/library/items/B?page=3&annotation=C)) my comment\n\n"
    "<mark style=\"background: #ff6666\">“red ‘words’ here”</mark> ([Author](zotero://select/library/items/A))\n";
  ChanceryLibrary *library = test_open (NULL), *other = test_open (NULL);
  g_autoptr (ChanceryImportReport) of_csv = exchange_import_text (library, csv, "zotero.csv");
  g_autoptr (ChanceryImportReport) of_markdown = exchange_import_text (other, markdown, "Annotations.md");
  g_autoptr (GPtrArray) notes = exchange_load_notes (library), other_notes = exchange_load_notes (other);
  guint n = 0;

  g_assert_cmpuint (of_csv->n_imported, ==, 2);
  g_assert_cmpuint (of_csv->n_skipped, ==, 0);
  for (guint i = 0; i < notes->len; i++)
    {
      const ChancerySelector *selector = chancery_note_get_selector (notes->pdata[i]);

      g_assert_cmpstr (chancery_note_get_tags (notes->pdata[i])[0], ==, "x");
      if (selector != NULL)
        {
          g_assert_cmpstr (selector->exact, ==, "quoted words");
          g_assert_cmpstr (chancery_note_get_body (notes->pdata[i]), ==, "my comment");
          n++;
        }
      else
        g_assert_cmpstr (chancery_note_get_body (notes->pdata[i]), ==, "a free note");
    }
  g_assert_cmpuint (n, ==, 1);

  g_assert_cmpuint (of_markdown->n_imported, ==, 2);
  n = 0;
  for (guint i = 0; i < other_notes->len; i++)
    {
      const ChancerySelector *selector = chancery_note_get_selector (other_notes->pdata[i]);

      if (strcmp (selector->exact, "quoted words") == 0)
        {
          g_assert_cmpstr (chancery_note_get_body (other_notes->pdata[i]), ==, "my comment");
          n++;
        }
      else if (strcmp (selector->exact, "red ‘words’ here") == 0)
        n++;
    }
  g_assert_cmpuint (n, ==, 2);
  test_close (library);
  test_close (other);
}

static void
test_hypothesis_places (void)
{
  /* The second “words” is at unit 14, which is code point 13. */
  static const char text[] =
    "{\"rows\":[{\"id\":\"x\",\"uri\":\"https://e.org/page\",\"user\":\"u\",\"text\":\"\",\"target\":[{\"selector\":["
    "{\"type\":\"TextPositionSelector\",\"start\":14,\"end\":19},{\"type\":\"TextQuoteSelector\",\"exact\":\"words\"}]}]}]}";
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);
  g_autoptr (ChanceryArticle) article = NULL;
  g_autoptr (ChanceryImportReport) report = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_PARAGRAPH, 0, "🌉 words, and words again"));
  article = chancery_article_new (&(ChanceryArticleFields) { .uid = "page", .address = "https://e.org/page", .blocks = blocks });
  g_free (test_import (library, article, NULL));
  report = exchange_import_text (library, text, "hypothesis.json");
  g_assert_cmpuint (report->n_imported, ==, 1);
  notes = exchange_load_notes (library);
  g_assert_cmpuint (chancery_note_get_selector (notes->pdata[0])->start_chars, ==, 13);
  test_close (library);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    const char *text;
  } files[] = {
    { "empty.json", "" }, { "broken.json", "{\"a\":" }, { "words.md", "Nothing marked here.\n" }, { "list.csv", "a,b\n1,2\n" },
  };
  ChanceryLibrary *library = test_open (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (files[i].text, strlen (files[i].text));
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      chancery_note_importer_import_bytes_async (library, bytes, files[i].name, NULL, NULL, test_result_cb, &result);
      g_assert_null (chancery_note_importer_import_finish (library, test_wait (&result), &error));
      g_assert_nonnull (error);
      g_assert_true (g_str_has_prefix (error->message, files[i].name));
      g_clear_object (&result);
    }
  test_close (library);
}

/* Many notes at once are written in another way, which leaves the library as sound; and each of them once. */
static void
test_many (void)
{
  ChanceryLibrary *library = test_open (NULL), *other = test_open (NULL);
  g_autoptr (GString) csv = g_string_new ("Quotation,Note,Tags,States,Created,Modified,Note ID\r\n");
  g_autoptr (ChanceryImportReport) report = NULL, second = NULL, copied = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ChanceryNote) note = NULL;

  for (guint i = 0; i < 1200; i++)
    g_string_append_printf (csv, ",note %u,tag %u; all,%s,%u,%u,n%u\r\n", i, i % 7, i % 3 == 0 ? "KZ" : "BY; AM", i, i, i);
  /* The same again, once earlier and once later. */
  g_string_append (csv, ",earlier,,,5,4,n5\r\n,later,tag 8,RU,6,9,n6\r\n");
  report = exchange_import_text (library, csv->str, "notes.csv");
  g_assert_cmpuint (report->n_imported, ==, 1200);
  g_assert_cmpuint (report->n_replaced, ==, 1);
  g_assert_cmpuint (report->n_kept, ==, 1);
  test_assert_sound (library);
  note = test_load_note (library, "n6", NULL);
  g_assert_cmpstr (chancery_note_get_body (note), ==, "later");

  /* To what is there already. */
  g_string_append (csv, ",one more,,,1,1,m\r\n");
  second = exchange_import_text (library, csv->str, "notes.csv");
  g_assert_cmpuint (second->n_imported, ==, 1);
  g_assert_cmpuint (second->n_kept, ==, 1202);
  test_assert_sound (library);

  bytes = exchange_export (library, NULL, NULL, "jsonld", FALSE);
  copied = exchange_import_bytes (other, bytes, "notes.jsonld");
  g_assert_cmpuint (copied->n_imported, ==, 1201);
  exchange_assert_same_notes (library, other);
  test_assert_sound (other);
  test_close (library);
  test_close (other);
}

/* The property */

typedef struct
{
  ChanceryLibrary *library;
  ChanceryHistory *history;
  ChanceryArticle *article;
  /* (element-type utf8 ChanceryNote): what the library should have */
  GHashTable *model;
  /* (element-type GHashTable): what it should have had before each step, and after those that were undone */
  GPtrArray *undo;
  GPtrArray *redo;
  GBytes *saved;
  const char *saved_name;
  GHashTable *saved_model;
  guint n_made;
} World;

static GHashTable *
copy_model (GHashTable *model)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  GHashTableIter iter;
  gpointer uid, note;

  g_hash_table_iter_init (&iter, model);
  while (g_hash_table_iter_next (&iter, &uid, &note))
    g_hash_table_insert (copy, g_strdup (uid), chancery_note_copy (note));
  return copy;
}

static void
assert_model (World *world)
{
  g_autoptr (GPtrArray) notes = exchange_load_notes (world->library);

  g_assert_cmpuint (notes->len, ==, g_hash_table_size (world->model));
  for (guint i = 0; i < notes->len; i++)
    {
      ChanceryNote *note = notes->pdata[i];
      ChanceryNote *expected = g_hash_table_lookup (world->model, chancery_note_get_uid (note));

      g_assert_nonnull (expected);
      /* The clock is the library's business. */
      chancery_note_set_modified_us (expected, chancery_note_get_modified_us (note));
      if (!chancery_note_equal (note, expected))
        g_error ("note %s is “%s”, not “%s”", chancery_note_get_uid (note), chancery_note_get_body (note),
                 chancery_note_get_body (expected));
    }
}

static ChanceryNote *
make_random_note (World      *world,
                  const char *uid)
{
  static const char * const words[] = { "=1+1", "Привет, мир", "\"quoted\", and;\r\nlines", "", "'-x", "<b>&amp;</b>", "🌉\t\\*#" };
  static const char * const tags[] = { "a", "b;c", "[d]", "=e", NULL };
  static const char * const foreign[] = { NULL, NULL, NULL, "{\"creator\":\"http://e.org/me\",\"x:y\":1.0}" };
  const char *text = chancery_article_get_text (world->article);
  const guint start = (guint) g_test_rand_int_range (0, 20);
  g_autoptr (ChancerySelector) selector = g_test_rand_int_range (0, 3) > 0
    ? chancery_selector_new_for_span (text, start, start + (guint) g_test_rand_int_range (1, 10)) : NULL;
  const gboolean on_article = selector != NULL || g_test_rand_bit ();

  return chancery_note_new (&(ChanceryNoteFields) {
    .uid = uid, .article_uid = on_article ? chancery_article_get_uid (world->article) : NULL, .selector = selector,
    .body = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))],
    .colour = (ChanceryColour) g_test_rand_int_range (0, CHANCERY_N_COLOURS),
    .kind = (ChanceryNoteKind) g_test_rand_int_range (0, 5),
    .tags = tags + g_test_rand_int_range (0, 5), .created_us = g_test_rand_int_range (0, 1000000),
    .due = { .year = g_test_rand_bit () ? 2026 : 0 }, .score = 1,
    .foreign = foreign[g_test_rand_int_range (0, G_N_ELEMENTS (foreign))],
  });
}

static ChanceryNote *
pick_note (World *world)
{
  g_autoptr (GList) notes = g_hash_table_get_values (world->model);

  return notes != NULL ? g_list_nth_data (notes, (guint) g_test_rand_int_range (0, (gint32) g_list_length (notes))) : NULL;
}

static void
finish_step (World         *world,
             GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;

  chancery_history_finish (world->history, test_wait (result), &error);
  g_assert_no_error (error);
}

static void
begin_step (World *world)
{
  g_ptr_array_add (world->undo, copy_model (world->model));
  g_ptr_array_set_size (world->redo, 0);
}

static void
edit (World *world)
{
  g_autoptr (GAsyncResult) result = NULL;
  ChanceryNote *old = g_test_rand_int_range (0, 3) > 0 ? pick_note (world) : NULL;
  g_autoptr (ChanceryNote) note = NULL;
  g_autoptr (ChanceryNote) before = NULL;

  begin_step (world);
  if (old == NULL)
    {
      g_autofree char *uid = g_strdup_printf ("made-%u", world->n_made++);

      note = make_random_note (world, uid);
      chancery_history_add_note_async (world->history, note, NULL, test_result_cb, &result);
      g_hash_table_insert (world->model, g_steal_pointer (&uid), chancery_note_copy (note));
    }
  else if (g_test_rand_bit ())
    {
      before = chancery_note_copy (old);
      chancery_history_remove_note_async (world->history, before, NULL, test_result_cb, &result);
      g_hash_table_remove (world->model, chancery_note_get_uid (before));
    }
  else
    {
      ChanceryNoteFields fields;
      g_autoptr (ChanceryNote) other = make_random_note (world, "other");

      before = chancery_note_copy (old);
      chancery_note_get_fields (before, &fields);
      fields.body = chancery_note_get_body (other);
      fields.colour = (ChanceryColour) ((fields.colour + 1) % CHANCERY_N_COLOURS);
      fields.tags = chancery_note_get_tags (other);
      note = chancery_note_new (&fields);
      chancery_history_change_note_async (world->history, before, note, 0, NULL, test_result_cb, &result);
      g_hash_table_replace (world->model, g_strdup (fields.uid), chancery_note_copy (note));
    }
  finish_step (world, &result);
}

static void
go_back (World     *world,
         GPtrArray *from,
         GPtrArray *to,
         gboolean   undo)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (from->len == 0)
    return;
  if (undo)
    chancery_history_undo_async (world->history, NULL, test_result_cb, &result);
  else
    chancery_history_redo_async (world->history, NULL, test_result_cb, &result);
  finish_step (world, &result);
  g_ptr_array_add (to, g_steal_pointer (&world->model));
  world->model = g_ptr_array_steal_index (from, from->len - 1);
}

static void
forget_steps (World *world)
{
  g_clear_object (&world->history);
  world->history = chancery_history_new (world->library);
  g_ptr_array_set_size (world->undo, 0);
  g_ptr_array_set_size (world->redo, 0);
}

/* A copy has everything. */
static void
copy_library (World *world)
{
  ChanceryLibrary *other = test_open (NULL);
  g_autoptr (GBytes) texts = exchange_export (world->library, NULL, NULL, "jsonld", TRUE);
  const gboolean csv = g_test_rand_bit ();
  g_autoptr (ChanceryImportReport) first = NULL;

  if (csv)
    {
      g_autoptr (GBytes) table = exchange_export (world->library, NULL, NULL, "csv", FALSE);

      g_free (test_import (other, world->article, NULL));
      first = exchange_import_bytes (other, table, "notes.csv");
    }
  else
    first = exchange_import_bytes (other, texts, "notes.jsonld");
  g_assert_cmpuint (first->n_skipped, ==, 0);
  exchange_assert_same_notes (world->library, other);
  test_close (other);
}

static void
save (World *world)
{
  const gboolean csv = g_test_rand_bit ();

  assert_model (world);
  g_clear_pointer (&world->saved, g_bytes_unref);
  g_clear_pointer (&world->saved_model, g_hash_table_unref);
  world->saved = exchange_export (world->library, NULL, NULL, csv ? "csv" : "jsonld", FALSE);
  world->saved_name = csv ? "saved.csv" : "saved.jsonld";
  world->saved_model = copy_model (world->model);
}

/* What was there when it was saved comes back, unless it was changed since. */
static void
take_in (World *world)
{
  g_autoptr (ChanceryImportReport) report = NULL;
  GHashTableIter iter;
  gpointer uid, note;

  if (world->saved == NULL)
    return;
  assert_model (world);
  report = exchange_import_bytes (world->library, world->saved, world->saved_name);
  g_assert_cmpuint (report->n_skipped, ==, 0);
  g_hash_table_iter_init (&iter, world->saved_model);
  while (g_hash_table_iter_next (&iter, &uid, &note))
    {
      ChanceryNote *now = g_hash_table_lookup (world->model, uid);

      if (now == NULL || chancery_note_get_modified_us (now) < chancery_note_get_modified_us (note))
        g_hash_table_replace (world->model, g_strdup (uid), chancery_note_copy (note));
    }
  forget_steps (world);
}

static void
test_property (void)
{
  for (guint round = 0; round < 12; round++)
    {
      World world = {
        .library = test_open (NULL),
        .article = test_make_article ("a0000000-0000-4000-8000-000000000009", "Headline", "2024-01-02",
                                      "A text of more than thirty letters, of which parts are marked."),
        .model = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref),
        .undo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref),
        .redo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref),
      };

      g_free (test_import (world.library, world.article, NULL));
      world.history = chancery_history_new (world.library);
      for (guint step = 0; step < 40; step++)
        {
          const int what = g_test_rand_int_range (0, 12);

          if (what < 6)
            edit (&world);
          else if (what < 8)
            go_back (&world, world.undo, world.redo, TRUE);
          else if (what < 9)
            go_back (&world, world.redo, world.undo, FALSE);
          else if (what < 10)
            save (&world);
          else if (what < 11)
            take_in (&world);
          else
            copy_library (&world);
          assert_model (&world);
        }
      test_assert_sound (world.library);

      g_object_unref (world.history);
      g_object_unref (world.article);
      g_hash_table_unref (world.model);
      g_ptr_array_unref (world.undo);
      g_ptr_array_unref (world.redo);
      g_clear_pointer (&world.saved, g_bytes_unref);
      g_clear_pointer (&world.saved_model, g_hash_table_unref);
      test_close (world.library);
    }
}

/* Cells with and without quotation marks, empty ones, one with a mark and a line feed in it, and one that goes on after
 * its closing mark. */
static void
test_cells (void)
{
  static const struct
  {
    const char *cell;
    const char *quote;
  } cases[] = {
    { "bridge", "bridge" },
    { "\"bridge\"", "bridge" },
    { "\"the \"\"new\"\"\nbridge\"", "the \"new\"\nbridge" },
    { "\"the new\" bridge", "the new bridge" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ChanceryLibrary *library = test_open (NULL);
      g_autofree char *text = g_strconcat ("Highlight,Note,Book Title\n", cases[i].cell, ",,News\n", NULL);
      g_autoptr (ChanceryImportReport) report = exchange_import_text (library, text, "notes.csv");
      g_autoptr (GPtrArray) notes = exchange_load_notes (library);

      g_assert_cmpuint (report->n_skipped, ==, 0);
      g_assert_cmpuint (notes->len, ==, 1);
      g_assert_cmpstr (chancery_note_get_selector (notes->pdata[0])->exact, ==, cases[i].quote);
      test_close (library);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/note-importer/jsonld-restores-a-library", test_round_trip);
  g_test_add_func ("/note-importer/csv-restores-the-notes", test_csv_round_trip);
  g_test_add_func ("/note-importer/selections-are-exported", test_selection);
  g_test_add_func ("/note-importer/files-are-written-as-a-whole", test_file);
  g_test_add_func ("/note-importer/pages-that-are-here-are-found", test_known_page);
  g_test_add_func ("/note-importer/notes-wait-for-pages-that-are-not", test_unknown_page);
  g_test_add_func ("/note-importer/the-newer-state-of-a-note-stays", test_newer_wins);
  g_test_add_func ("/note-importer/readwise", test_readwise);
  g_test_add_func ("/note-importer/zotero", test_zotero);
  g_test_add_func ("/note-importer/hypothesis-counts-utf-16", test_hypothesis_places);
  g_test_add_func ("/note-importer/other-files-are-refused", test_refused);
  g_test_add_func ("/note-importer/many-notes-leave-the-library-sound", test_many);
  g_test_add_func ("/note-importer/any-sequence-leaves-what-a-model-has", test_property);
  g_test_add_func ("/note-importer/cells", test_cells);

  return g_test_run ();
}
