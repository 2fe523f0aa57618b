/* test-lists.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-utils.h"

#include "chancery-paged-list.h"
#include "list-mirror.h"

static ChanceryNote *
make_note (const char *uid,
           gint64      created_us)
{
  return test_make_state_note (uid, "", created_us, NULL, NULL);
}

static void
put (ChanceryLibrary *library,
     ChanceryNote    *note)
{
  g_autoptr (ChanceryNote) owned = note;
  g_autoptr (GError) error = NULL;

  test_put_note (library, owned, &error);
  g_assert_no_error (error);
}

static void
drop (ChanceryLibrary *library,
      const char      *uid)
{
  g_autoptr (GError) error = NULL;

  test_remove_note (library, uid, &error);
  g_assert_no_error (error);
}

/* Puts notes that are called after their time, from @first to @last. */
static void
put_many (ChanceryLibrary *library,
          guint            first,
          guint            last)
{
  for (guint i = first; i <= last; i++)
    {
      g_autofree char *uid = g_strdup_printf ("%u", i);

      put (library, make_note (uid, i));
    }
}

static void
test_newest_first (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (GListModel) notes = test_list_notes (library, NULL);
  g_autoptr (ListMirror) mirror = list_mirror_new (notes);

  test_assert_list (notes, "");
  put (library, make_note ("b", 20));
  list_mirror_assert_changes (mirror, "+0");
  put (library, make_note ("a", 10));
  list_mirror_assert_changes (mirror, "+1");
  put (library, make_note ("d", 40));
  put (library, make_note ("c", 30));
  list_mirror_assert_changes (mirror, "+0 +1");
  test_assert_list (notes, "d c b a");

  drop (library, "c");
  list_mirror_assert_changes (mirror, "-1");
  put (library, make_note ("a", 50));
  list_mirror_assert_changes (mirror, "-2 +0");
  test_assert_list (notes, "a d b");
  list_mirror_assert_same (mirror);

  g_clear_pointer (&mirror, list_mirror_free);
  g_clear_object (&notes);
  test_close (library);
}

static void
test_change_is_notified_in_place (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (GListModel) notes = NULL;
  g_autoptr (ChanceryNote) note = NULL;
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  put_many (library, 1, 3);
  notes = test_list_notes (library, NULL);
  note = g_list_model_get_item (notes, 1);
  g_assert_cmpstr (chancery_note_get_uid (note), ==, "2");

  gt_signal_logger_connect (logger, notes, "items-changed");
  gt_signal_logger_connect (logger, note, "notify::body");
  put (library, test_make_state_note ("2", "Changed", 2, NULL, NULL));
  gt_signal_logger_assert_notify_emission_pop (logger, note, "body");
  gt_signal_logger_assert_no_emissions (logger);
  g_assert_cmpstr (chancery_note_get_body (note), ==, "Changed");

  g_clear_pointer (&logger, gt_signal_logger_free);
  g_clear_object (&note);
  g_clear_object (&notes);
  test_close (library);
}

static void
test_library_tells_what_changed (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (ChanceryArticle) article = test_make_article ("article", "Headline", "2023-11-23", "Text");
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autofree char *uid = NULL, *told = NULL, *told_again = NULL;

  gt_signal_logger_connect (logger, library, "note-changed");
  gt_signal_logger_connect (logger, library, "note-removed");
  gt_signal_logger_connect (logger, library, "articles-changed");
  gt_signal_logger_connect (logger, library, "changed-elsewhere");

  uid = test_import (library, article, NULL);
  gt_signal_logger_assert_emission_pop (logger, library, "articles-changed", NULL);
  put (library, make_note ("a", 1));
  gt_signal_logger_assert_emission_pop (logger, library, "note-changed", &told);
  g_assert_cmpstr (told, ==, "a");
  drop (library, "a");
  gt_signal_logger_assert_emission_pop (logger, library, "note-removed", &told_again);
  g_assert_cmpstr (told_again, ==, "a");
  gt_signal_logger_assert_no_emissions (logger);

  g_clear_pointer (&logger, gt_signal_logger_free);
  test_close (library);
}

static void
test_article_notes_in_order_of_text (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (ChanceryArticle) article = test_make_article ("article", "Headline", "2023-11-23", "one two three four");
  g_autofree char *uid = test_import (library, article, NULL);
  g_autoptr (GListModel) notes = NULL;
  g_autoptr (ListMirror) mirror = NULL;
  g_autoptr (ChanceryNote) whole = chancery_note_new (&(ChanceryNoteFields) {
    .uid = "whole", .article_uid = "article", .created_us = 9 });

  put (library, test_make_note ("three", article, "three", "", 1));
  put (library, test_make_note ("elsewhere", article, "two", "", 1));
  put (library, make_note ("elsewhere", 1));
  notes = test_list_notes (library, &(ChanceryNoteFilter) { .article_uid = "article" });
  mirror = list_mirror_new (notes);
  test_assert_list (notes, "three");

  put (library, test_make_note ("one", article, "one", "", 5));
  put (library, test_make_note ("longer", article, "one two", "", 2));
  put (library, g_object_ref (whole));
  put (library, test_make_note ("four", article, "four", "", 1));
  list_mirror_assert_changes (mirror, "+0 +1 +0 +4");
  test_assert_list (notes, "whole one longer three four");

  put (library, test_make_note ("four", article, "four", "A body", 1));
  list_mirror_assert_changes (mirror, "");
  put (library, test_make_note ("four", article, "two", "A body", 1));
  list_mirror_assert_changes (mirror, "-4 +3");
  test_assert_list (notes, "whole one longer four three");
  put (library, make_note ("one", 5));
  list_mirror_assert_changes (mirror, "-1");
  drop (library, "longer");
  list_mirror_assert_changes (mirror, "-1");
  list_mirror_assert_same (mirror);

  g_clear_pointer (&mirror, list_mirror_free);
  g_clear_object (&notes);
  test_close (library);
}

static void
test_filters (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (GListModel) of_state = test_list_notes (library, &(ChanceryNoteFilter) { .iso = "AM" });
  g_autoptr (GListModel) of_tag = test_list_notes (library, &(ChanceryNoteFilter) { .tag = "x" });
  g_autoptr (GListModel) of_words = test_list_notes (library, &(ChanceryNoteFilter) { .words = "\"green tea\" wa" });
  g_autoptr (GListModel) of_both =
    test_list_notes (library, &(ChanceryNoteFilter) { .iso = "AM", .colours = 1 << CHANCERY_COLOUR_YELLOW, .tag = "x" });
  g_autoptr (ListMirror) mirror = list_mirror_new (of_words);
  const char * const am[] = { "AM", NULL }, * const am_by[] = { "AM", "BY", NULL }, * const by[] = { "BY", NULL };
  const char * const x[] = { "x", NULL }, * const xy[] = { "x", "y", NULL };

  put (library, test_make_state_note ("1", "Green tea, warm", 1, am, x));
  put (library, test_make_state_note ("2", "Tea, green and warm", 2, am_by, xy));
  put (library, test_make_state_note ("3", "Water for GREEN TEA", 3, by, NULL));
  put (library, chancery_note_new (&(ChanceryNoteFields) {
    .uid = "4", .created_us = 4, .states = am, .tags = x, .colour = CHANCERY_COLOUR_BLUE }));
  test_assert_list (of_state, "4 2 1");
  test_assert_list (of_tag, "4 2 1");
  test_assert_list (of_words, "3 1");
  test_assert_list (of_both, "2 1");

  put (library, test_make_state_note ("2", "Green tea with water", 2, by, xy));
  put (library, test_make_state_note ("3", "Coffee", 3, am, x));
  test_assert_list (of_state, "4 3 1");
  test_assert_list (of_tag, "4 3 2 1");
  test_assert_list (of_words, "2 1");
  test_assert_list (of_both, "3 1");
  list_mirror_assert_changes (mirror, "+0 +0 +1 -0");

  drop (library, "1");
  test_assert_list (of_state, "4 3");
  test_assert_list (of_words, "2");
  test_assert_list (of_both, "3");

  g_clear_pointer (&mirror, list_mirror_free);
  g_clear_object (&of_state);
  g_clear_object (&of_tag);
  g_clear_object (&of_words);
  g_clear_object (&of_both);
  test_assert_sound (library);
  test_close (library);
}

static void
test_articles (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (GListModel) articles = test_list_articles (library);
  g_autoptr (ListMirror) mirror = list_mirror_new (articles);
  g_autoptr (ChanceryArticle) a = test_make_article ("a", "A", "2023-11-23", "one two");
  g_autoptr (ChanceryArticle) b = test_make_article ("b", "B", "2023-11", "three");
  g_autoptr (ChanceryArticle) c = test_make_article ("c", "C", NULL, "four");
  g_autoptr (ChanceryArticle) d = test_make_article ("d", "D", "2023-11-23", "five");
  g_autofree char *a_uid = test_import (library, a, NULL), *b_uid = test_import (library, b, NULL);
  g_autofree char *c_uid = test_import (library, c, NULL), *d_uid = test_import (library, d, NULL);
  g_autoptr (ChanceryArticleItem) item = NULL;
  g_autoptr (GError) error = NULL;

  /* Of the same day, the one that came last is first; without a date, it is the day it came. */
  test_assert_list (articles, "c d a b");
  list_mirror_assert_changes (mirror, "+0 +1 +0 +1");

  item = g_list_model_get_item (articles, 2);
  put (library, test_make_note ("note", a, "two", "", 1));
  g_assert_cmpuint (chancery_article_item_get_n_notes (item), ==, 1);
  list_mirror_assert_changes (mirror, "");

  test_remove_article (library, "a", &error);
  g_assert_no_error (error);
  list_mirror_assert_changes (mirror, "-2");
  test_restore_article (library, "a", &error);
  g_assert_no_error (error);
  list_mirror_assert_changes (mirror, "+2");
  test_assert_list (articles, "c d a b");
  g_assert_cmpuint (chancery_article_item_get_n_notes (item), ==, 1);

  g_clear_object (&item);
  g_clear_pointer (&mirror, list_mirror_free);
  g_clear_object (&articles);
  test_close (library);
}

static void
test_removed_article_takes_its_notes_off_lists (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (ChanceryArticle) article = test_make_article ("article", "A", "2023-11-23", "one two");
  g_autofree char *uid = test_import (library, article, NULL);
  g_autoptr (GListModel) all = test_list_notes (library, NULL);
  g_autoptr (GListModel) of_article = test_list_notes (library, &(ChanceryNoteFilter) { .article_uid = "article" });
  g_autoptr (ListMirror) mirror = list_mirror_new (all);
  g_autoptr (GError) error = NULL;

  put (library, make_note ("1", 1));
  put (library, test_make_note ("2", article, "two", "", 2));
  put (library, make_note ("3", 3));
  put (library, test_make_note ("4", article, "one", "", 4));
  list_mirror_assert_changes (mirror, "+0 +0 +0 +0");

  test_remove_article (library, "article", &error);
  g_assert_no_error (error);
  list_mirror_assert_changes (mirror, "-2 -0");
  test_assert_list (all, "3 1");
  test_settle (library);
  test_assert_list (of_article, "");

  test_restore_article (library, "article", &error);
  g_assert_no_error (error);
  list_mirror_assert_changes (mirror, "+0 +2");
  test_assert_list (all, "4 3 2 1");
  test_settle (library);
  test_assert_list (of_article, "4 2");
  list_mirror_assert_same (mirror);

  g_clear_pointer (&mirror, list_mirror_free);
  g_clear_object (&all);
  g_clear_object (&of_article);
  test_assert_sound (library);
  test_close (library);
}

static void
test_placeholders_fill_in (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (GListModel) notes = NULL;
  g_autoptr (ChanceryNote) first = NULL, far = NULL, again = NULL;
  g_autoptr (ListMirror) mirror = NULL;
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  put_many (library, 1, 1000);
  notes = test_list_notes (library, NULL);
  mirror = list_mirror_new (notes);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 1000);

  /* The first page is there from the start. */
  first = g_list_model_get_item (notes, 127);
  g_assert_cmpstr (chancery_note_get_uid (first), ==, "873");

  /* Another is handed out at once, and read then. */
  far = g_list_model_get_item (notes, 600);
  g_assert_cmpstr (chancery_note_get_uid (far), ==, "");
  gt_signal_logger_connect (logger, far, "notify::uid");
  while (*chancery_note_get_uid (far) == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (chancery_note_get_uid (far), ==, "400");
  gt_signal_logger_assert_notify_emission_pop (logger, far, "uid");
  list_mirror_assert_changes (mirror, "");

  /* Its neighbours came with it, and it is still itself. */
  again = g_list_model_get_item (notes, 639);
  g_assert_cmpstr (chancery_note_get_uid (again), ==, "361");
  g_clear_object (&again);
  again = g_list_model_get_item (notes, 600);
  g_assert_true (again == far);

  g_clear_object (&first);
  g_clear_object (&far);
  g_clear_object (&again);
  g_clear_pointer (&logger, gt_signal_logger_free);
  g_clear_pointer (&mirror, list_mirror_free);
  g_clear_object (&notes);
  test_close (library);
}

static void
test_rows_move_while_they_are_read (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (GListModel) notes = NULL;
  g_autoptr (ChanceryNote) far = NULL, new_note = make_note ("new", 5000);
  g_autoptr (GAsyncResult) result = NULL, drop_result = NULL;
  g_autoptr (GError) error = NULL;

  put_many (library, 1, 1000);
  notes = test_list_notes (library, NULL);

  /* Both are on their way when the page is asked for; so it comes after them. */
  chancery_library_put_note_async (library, new_note, NULL, test_result_cb, &result);
  chancery_library_remove_note_async (library, "450", NULL, test_result_cb, &drop_result);
  far = g_list_model_get_item (notes, 599);
  g_assert_cmpstr (chancery_note_get_uid (far), ==, "");
  while (*chancery_note_get_uid (far) == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (chancery_library_put_note_finish (library, test_wait (&result), &error));
  g_assert_true (chancery_library_remove_note_finish (library, test_wait (&drop_result), &error));

  /* One more before it, one less before it: the item is where it was. */
  g_assert_cmpstr (chancery_note_get_uid (far), ==, "401");
  g_clear_object (&far);
  far = g_list_model_get_item (notes, 599);
  g_assert_cmpstr (chancery_note_get_uid (far), ==, "401");

  g_clear_object (&result);
  g_clear_object (&drop_result);
  g_clear_object (&far);
  g_clear_object (&notes);
  test_close (library);
}

static void
test_few_rows_are_kept (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (GListModel) notes = NULL;
  g_autofree char *uids = NULL;

  put_many (library, 1, 4000);
  notes = test_list_notes (library, NULL);
  uids = test_list_uids (notes);
  g_assert_true (g_str_has_prefix (uids, "4000 3999 "));
  g_assert_true (g_str_has_suffix (uids, " 2 1"));
  /* Sixteen pages, the last of which has the short rest. */
  g_assert_cmpuint (chancery_paged_list_get_n_kept (CHANCERY_PAGED_LIST (notes)), <=, 16 * 128 + 4000 % 128);

  g_clear_object (&notes);
  test_close (library);
}

static void
test_list_without_waiting (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (GListModel) notes = NULL;
  g_autoptr (ListMirror) mirror = NULL;
  gboolean loading;

  put_many (library, 1, 300);
  notes = chancery_library_list_notes (library, NULL);
  mirror = list_mirror_new (notes);
  g_object_get (notes, "loading", &loading, NULL);
  g_assert_true (loading);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 0);

  test_settle (library);
  g_object_get (notes, "loading", &loading, NULL);
  g_assert_false (loading);
  list_mirror_assert_changes (mirror, "+0*300");

  /* One that nobody waits for any more is forgotten. */
  g_object_unref (chancery_library_list_articles (library));

  g_clear_pointer (&mirror, list_mirror_free);
  g_clear_object (&notes);
  test_close (library);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/lists/newest-first", test_newest_first);
  g_test_add_func ("/lists/change-is-notified-in-place", test_change_is_notified_in_place);
  g_test_add_func ("/lists/library-tells-what-changed", test_library_tells_what_changed);
  g_test_add_func ("/lists/article-notes-in-order-of-text", test_article_notes_in_order_of_text);
  g_test_add_func ("/lists/filters", test_filters);
  g_test_add_func ("/lists/articles", test_articles);
  g_test_add_func ("/lists/removed-article-takes-its-notes-off-lists", test_removed_article_takes_its_notes_off_lists);
  g_test_add_func ("/lists/placeholders-fill-in", test_placeholders_fill_in);
  g_test_add_func ("/lists/rows-move-while-they-are-read", test_rows_move_while_they_are_read);
  g_test_add_func ("/lists/few-rows-are-kept", test_few_rows_are_kept);
  g_test_add_func ("/lists/list-without-waiting", test_list_without_waiting);

  return g_test_run ();
}
