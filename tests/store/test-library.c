/* test-library.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-utils.h"

/* Every test runs on a library in memory and on one on disk. */

typedef struct
{
  char *path;
  ChanceryLibrary *library;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  on_disk)
{
  fixture->path = GPOINTER_TO_INT (on_disk) ? test_make_path ("library.db") : NULL;
  fixture->library = test_open (fixture->path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  on_disk)
{
  test_assert_sound (fixture->library);
  test_close (fixture->library);
  g_free (fixture->path);
}

/* Closes the library and opens it again, where it lasts. */
static void
reopen (Fixture *fixture)
{
  if (fixture->path == NULL)
    return;

  test_close (fixture->library);
  fixture->library = test_open (fixture->path);
}

static ChanceryArticle *
make_full_article (const char *uid)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);

  g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_HEADING, 2, "Саммит"));
  g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_PARAGRAPH, 0, "The summit of the CSTO is in Minsk."));
  g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_QUOTATION, 1, "“We are ready,” he said."));
  g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_LIST_ITEM, 3, ""));
  g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_LIST_ITEM, 1, "قمة"));

  return chancery_article_new (&(ChanceryArticleFields) {
    .uid = uid, .section = "All news", .kicker = "PREVIEW", .headline = "Leaders meet", .standfirst = "In two days",
    .place = "MOSCOW", .agency = "TASS", .byline = "A. Writer", .lang = "en", .source = "tass.com",
    .address = "https://tass.com/1", .published = { 2023, 11, 0 }, .published_guessed = TRUE, .blocks = blocks });
}

static void
assert_same_article (ChanceryArticle *a,
                     ChanceryArticle *b)
{
  ChanceryArticleFields one, other;

  chancery_article_get_fields (a, &one);
  chancery_article_get_fields (b, &other);
  g_assert_cmpstr (one.uid, ==, other.uid);
  g_assert_cmpstr (one.section, ==, other.section);
  g_assert_cmpstr (one.kicker, ==, other.kicker);
  g_assert_cmpstr (one.headline, ==, other.headline);
  g_assert_cmpstr (one.standfirst, ==, other.standfirst);
  g_assert_cmpstr (one.place, ==, other.place);
  g_assert_cmpstr (one.agency, ==, other.agency);
  g_assert_cmpstr (one.byline, ==, other.byline);
  g_assert_cmpstr (one.lang, ==, other.lang);
  g_assert_cmpstr (one.source, ==, other.source);
  g_assert_cmpstr (one.address, ==, other.address);
  g_assert_true (chancery_date_equal (one.published, other.published));
  g_assert_cmpint (one.published_guessed, ==, other.published_guessed);
  g_assert_cmpstr (chancery_article_get_text (a), ==, chancery_article_get_text (b));
  g_assert_cmpuint (one.blocks->len, ==, other.blocks->len);
  for (guint i = 0; i < one.blocks->len; i++)
    {
      const ChanceryBlock *x = chancery_article_get_block (a, i), *y = chancery_article_get_block (b, i);

      g_assert_cmpint (x->kind, ==, y->kind);
      g_assert_cmpuint (x->level, ==, y->level);
      g_assert_cmpstr (x->text, ==, y->text);
    }
}

static void
test_article_comes_back_whole (Fixture       *fixture,
                               gconstpointer  on_disk)
{
  g_autoptr (ChanceryArticle) article = make_full_article ("one"), loaded = NULL;
  g_autofree char *uid = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_new;

  uid = test_import (fixture->library, article, &is_new);
  g_assert_cmpstr (uid, ==, "one");
  g_assert_true (is_new);

  reopen (fixture);
  loaded = test_load_article (fixture->library, "one", &error);
  g_assert_no_error (error);
  assert_same_article (loaded, article);
}

static void
test_article_without_anything (Fixture       *fixture,
                               gconstpointer  on_disk)
{
  g_autoptr (ChanceryArticle) article = chancery_article_new (&(ChanceryArticleFields) { .uid = "empty" });
  g_autoptr (ChanceryArticle) loaded = NULL;
  g_autofree char *uid = test_import (fixture->library, article, NULL);
  g_autoptr (GError) error = NULL;

  loaded = test_load_article (fixture->library, uid, &error);
  g_assert_no_error (error);
  assert_same_article (loaded, article);
}

static void
test_same_words_are_one_article (Fixture       *fixture,
                                 gconstpointer  on_disk)
{
  g_autoptr (ChanceryArticle) article = test_make_article ("one", "Headline", "2023-11-23", "Text");
  g_autoptr (ChanceryArticle) again = test_make_article ("two", "Headline", "2023-11-24", "Text");
  g_autoptr (ChanceryArticle) other = test_make_article ("three", "Headline", "2023-11-23", "Other text");
  g_autoptr (ChanceryArticle) same_uid = test_make_article ("one", "Another headline", "2023-11-23", "Third text");
  g_autofree char *first = NULL, *second = NULL, *third = NULL, *fourth = NULL;
  g_autoptr (GListModel) articles = NULL;
  gboolean is_new;

  first = test_import (fixture->library, article, &is_new);
  g_assert_true (is_new);
  second = test_import (fixture->library, again, &is_new);
  g_assert_false (is_new);
  g_assert_cmpstr (second, ==, "one");
  third = test_import (fixture->library, other, &is_new);
  g_assert_true (is_new);
  g_assert_cmpstr (third, ==, "three");
  fourth = test_import (fixture->library, same_uid, &is_new);
  g_assert_false (is_new);
  g_assert_cmpstr (fourth, ==, "one");

  articles = test_list_articles (fixture->library);
  test_assert_list (articles, "three one");
}

static void
test_unknown_article_is_not_found (Fixture       *fixture,
                                   gconstpointer  on_disk)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (test_load_article (fixture->library, "none", &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (test_remove_article (fixture->library, "none", &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND);
}

static void
test_update_changes_properties_only (Fixture       *fixture,
                                     gconstpointer  on_disk)
{
  g_autoptr (ChanceryArticle) article = make_full_article ("one"), corrected = NULL, loaded = NULL, rewritten = NULL;
  g_autofree char *uid = test_import (fixture->library, article, NULL);
  g_autoptr (GAsyncResult) result = NULL, second_result = NULL;
  g_autoptr (GPtrArray) found = NULL, lost = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryArticleFields fields;

  chancery_article_get_fields (article, &fields);
  fields.headline = "Corrected";
  fields.published = (ChanceryDate) { 2024, 1, 2 };
  fields.published_guessed = FALSE;
  corrected = chancery_article_new (&fields);
  chancery_library_update_article_async (fixture->library, corrected, NULL, test_result_cb, &result);
  g_assert_true (chancery_library_update_article_finish (fixture->library, test_wait (&result), &error));
  g_assert_no_error (error);
  loaded = test_load_article (fixture->library, "one", &error);
  assert_same_article (loaded, corrected);
  found = test_search (fixture->library, "corrected");
  g_assert_cmpuint (found->len, ==, 1);
  lost = test_search (fixture->library, "leaders");
  g_assert_cmpuint (lost->len, ==, 0);

  rewritten = test_make_article ("one", "Corrected", "2024-01-02", "Other words");
  chancery_library_update_article_async (fixture->library, rewritten, NULL, test_result_cb, &second_result);
  g_assert_false (chancery_library_update_article_finish (fixture->library, test_wait (&second_result), &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_INVALID);
}

static ChanceryNote *
make_full_note (ChanceryArticle *article)
{
  g_autoptr (ChancerySelector) selector = chancery_selector_new_for_span (chancery_article_get_text (article), 0, 12);
  const char * const tags[] = { "a \"quoted\" tag", "summit", NULL };
  const char * const states[] = { "AM", "BY", NULL };
  g_autoptr (GPtrArray) links = chancery_note_links_new ();

  g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_REFUTES, "other", "two"));

  return chancery_note_new (&(ChanceryNoteFields) {
    .uid = "note", .article_uid = chancery_article_get_uid (article), .selector = selector, .body = "Check\nthis",
    .colour = CHANCERY_COLOUR_TEAL, .kind = CHANCERY_NOTE_KIND_FORECAST, .tags = tags, .states = states,
    .created_us = 5, .modified_us = 7, .due = { 2023, 11, 0 }, .links = links, .score = 0.625,
    .foreign = "{\"motivation\":\"assessing\"}" });
}

static void
test_note_comes_back_whole (Fixture       *fixture,
                            gconstpointer  on_disk)
{
  g_autoptr (ChanceryArticle) article = make_full_article ("one");
  g_autofree char *uid = test_import (fixture->library, article, NULL);
  g_autoptr (ChanceryNote) note = make_full_note (article), loaded = NULL, changed = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryNoteFields fields;

  g_assert_true (test_put_note (fixture->library, note, &error));
  g_assert_no_error (error);
  reopen (fixture);
  loaded = test_load_note (fixture->library, "note", &error);
  g_assert_no_error (error);
  g_assert_true (chancery_note_equal (loaded, note));

  /* A note on nothing, without a passage, replaces it. */
  chancery_note_get_fields (note, &fields);
  fields.article_uid = NULL;
  fields.selector = NULL;
  fields.body = "";
  fields.tags = NULL;
  fields.orphan = TRUE;
  fields.due = CHANCERY_DATE_NONE;
  fields.links = NULL;
  fields.score = 0;
  fields.foreign = NULL;
  changed = chancery_note_new (&fields);
  g_assert_true (test_put_note (fixture->library, changed, &error));
  g_clear_object (&loaded);
  loaded = test_load_note (fixture->library, "note", &error);
  g_assert_true (chancery_note_equal (loaded, changed));
}

static void
test_note_needs_its_article (Fixture       *fixture,
                             gconstpointer  on_disk)
{
  g_autoptr (ChanceryArticle) article = make_full_article ("never imported");
  g_autoptr (ChanceryNote) note = make_full_note (article);
  g_autoptr (GError) error = NULL;

  g_assert_false (test_put_note (fixture->library, note, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (test_remove_note (fixture->library, "note", &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND);
}

static void
test_removed_article_takes_its_notes (Fixture       *fixture,
                                      gconstpointer  on_disk)
{
  g_autoptr (ChanceryArticle) article = make_full_article ("one");
  g_autofree char *uid = test_import (fixture->library, article, NULL), *again = NULL;
  g_autoptr (ChanceryNote) note = make_full_note (article), loaded = NULL;
  g_autoptr (GPtrArray) found = NULL, found_again = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_new;

  g_assert_true (test_put_note (fixture->library, note, &error));
  g_assert_true (test_remove_article (fixture->library, "one", &error));
  g_assert_null (test_load_article (fixture->library, "one", &error));
  g_clear_error (&error);
  g_assert_null (test_load_note (fixture->library, "note", &error));
  g_clear_error (&error);
  found = test_search (fixture->library, "minsk");
  g_assert_cmpuint (found->len, ==, 0);
  test_assert_sound (fixture->library);

  reopen (fixture);
  g_assert_true (test_restore_article (fixture->library, "one", &error));
  loaded = test_load_note (fixture->library, "note", &error);
  g_assert_no_error (error);
  g_assert_true (chancery_note_equal (loaded, note));
  found_again = test_search (fixture->library, "minsk");
  g_assert_cmpuint (found_again->len, ==, 1);

  /* So does importing it anew. */
  g_assert_true (test_remove_article (fixture->library, "one", &error));
  again = test_import (fixture->library, article, &is_new);
  g_assert_true (is_new);
  g_clear_object (&loaded);
  loaded = test_load_note (fixture->library, "note", &error);
  g_assert_no_error (error);
}

static void
test_reading_is_kept (Fixture       *fixture,
                      gconstpointer  on_disk)
{
  g_autoptr (ChanceryArticle) article = make_full_article ("one");
  g_autofree char *uid = test_import (fixture->library, article, NULL);
  g_autoptr (GListModel) articles = test_list_articles (fixture->library);
  g_autoptr (ChanceryArticleItem) item = g_list_model_get_item (articles, 0);
  g_autoptr (GAsyncResult) set_result = NULL, get_result = NULL;
  g_autoptr (GError) error = NULL;
  gsize position_chars;
  gboolean read;

  g_assert_true (chancery_article_item_get_unread (item));
  chancery_library_set_reading_async (fixture->library, "one", 17, TRUE, NULL, test_result_cb, &set_result);
  g_assert_true (chancery_library_set_reading_finish (fixture->library, test_wait (&set_result), &error));
  g_assert_false (chancery_article_item_get_unread (item));

  chancery_library_get_reading_async (fixture->library, "one", NULL, test_result_cb, &get_result);
  g_assert_true (chancery_library_get_reading_finish (fixture->library, test_wait (&get_result),
                                                      &position_chars, &read, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (position_chars, ==, 17);
  g_assert_true (read);
}

static void
test_notes_are_counted_by_state (Fixture       *fixture,
                                 gconstpointer  on_disk)
{
  g_autoptr (ChanceryArticle) article = make_full_article ("one");
  g_autofree char *uid = test_import (fixture->library, article, NULL);
  g_autoptr (ChanceryNote) note = make_full_note (article);
  g_autoptr (ChanceryNote) other =
    test_make_state_note ("other", "", 1, (const char * const []) { "BY", NULL }, NULL);
  g_autoptr (GAsyncResult) all_result = NULL, one_result = NULL;
  g_autoptr (GHashTable) all = NULL, one = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (test_put_note (fixture->library, note, &error));
  g_assert_true (test_put_note (fixture->library, other, &error));

  chancery_library_count_notes_by_state_async (fixture->library, NULL, NULL, test_result_cb, &all_result);
  all = chancery_library_count_notes_by_state_finish (fixture->library, test_wait (&all_result), &error);
  g_assert_cmpuint (g_hash_table_size (all), ==, 2);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (all, "BY")), ==, 2);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (all, "AM")), ==, 1);

  chancery_library_count_notes_by_state_async (fixture->library, "one", NULL, test_result_cb, &one_result);
  one = chancery_library_count_notes_by_state_finish (fixture->library, test_wait (&one_result), &error);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (one, "BY")), ==, 1);
}

static void
test_closed_library_says_so (Fixture       *fixture,
                             gconstpointer  on_disk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryLibrary *library = fixture->library;

  chancery_library_close_async (library, NULL, test_result_cb, &result);
  g_assert_true (chancery_library_close_finish (library, test_wait (&result), &error));
  g_assert_null (test_load_article (library, "one", &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_CLOSED);
  g_clear_object (&result);
  g_assert_finalize_object (library);

  fixture->library = test_open (fixture->path);
}

static void
test_cancelled_before_it_began (Fixture       *fixture,
                                gconstpointer  on_disk)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ChanceryNote) note = test_make_state_note ("one", "", 1, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  chancery_library_put_note_async (fixture->library, note, cancellable, test_result_cb, &result);
  g_assert_false (chancery_library_put_note_finish (fixture->library, test_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (test_load_note (fixture->library, "one", &error));
}

#define add(name, function) \
  G_STMT_START { \
    g_test_add ("/memory/" name, Fixture, GINT_TO_POINTER (FALSE), set_up, function, tear_down); \
    g_test_add ("/disk/" name, Fixture, GINT_TO_POINTER (TRUE), set_up, function, tear_down); \
  } G_STMT_END

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("article-comes-back-whole", test_article_comes_back_whole);
  add ("article-without-anything", test_article_without_anything);
  add ("same-words-are-one-article", test_same_words_are_one_article);
  add ("unknown-article-is-not-found", test_unknown_article_is_not_found);
  add ("update-changes-properties-only", test_update_changes_properties_only);
  add ("note-comes-back-whole", test_note_comes_back_whole);
  add ("note-needs-its-article", test_note_needs_its_article);
  add ("removed-article-takes-its-notes", test_removed_article_takes_its_notes);
  add ("reading-is-kept", test_reading_is_kept);
  add ("notes-are-counted-by-state", test_notes_are_counted_by_state);
  add ("closed-library-says-so", test_closed_library_says_so);
  add ("cancelled-before-it-began", test_cancelled_before_it_began);

  return g_test_run ();
}
