/* test-note-merger.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "chancery-note-merger.h"
#include "exchange-utils.h"

#define ARTICLE "a0000000-0000-4000-8000-000000000001"
#define TEXT "The bridge will open, they say. Nobody knows when."

typedef struct
{
  ChanceryLibrary *library;
  ChanceryHistory *history;
  ChanceryArticle *article;
} Fixture;

static void
put_note (Fixture    *fixture,
          const char *uid,
          const char *words,
          const char *body,
          GPtrArray  *links)
{
  const char *text = chancery_article_get_text (fixture->article);
  const char *found = words != NULL ? strstr (text, words) : NULL;
  g_autoptr (ChancerySelector) selector =
    found != NULL ? chancery_selector_new_for_span (text, (gsize) (found - text), (gsize) (found - text) + strlen (words)) : NULL;
  g_autoptr (ChanceryNote) note = chancery_note_new (&(ChanceryNoteFields) {
    .uid = uid, .article_uid = words != NULL ? ARTICLE : NULL, .selector = selector, .body = body, .links = links,
    .created_us = 1, .modified_us = 1 });
  g_autoptr (GError) error = NULL;

  test_put_note (fixture->library, note, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) links = chancery_note_links_new ();

  fixture->library = test_open (NULL);
  fixture->history = chancery_history_new (fixture->library);
  fixture->article = test_make_article (ARTICLE, "First", "2023-11-23", TEXT);
  g_free (test_import (fixture->library, fixture->article, NULL));
  put_note (fixture, "one", "The bridge", "First", NULL);
  put_note (fixture, "two", "will open", "Second", NULL);
  put_note (fixture, "apart", "Nobody", NULL, NULL);
  /* Links to both, and to something else. */
  g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_BEARS_OUT, "two", ARTICLE));
  g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_BEARS_OUT, "one", ARTICLE));
  g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_REFUTES, "apart", ARTICLE));
  put_note (fixture, "linking", NULL, "See there", links);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  test_assert_sound (fixture->library);
  g_assert_finalize_object (fixture->history);
  g_object_unref (fixture->article);
  test_close (fixture->library);
}

static ChanceryNote *
load (Fixture    *fixture,
      const char *uid)
{
  g_autoptr (GPtrArray) notes = exchange_load_notes (fixture->library);

  for (guint i = 0; i < notes->len; i++)
    if (g_str_equal (chancery_note_get_uid (g_ptr_array_index (notes, i)), uid))
      return g_object_ref (g_ptr_array_index (notes, i));

  return NULL;
}

static char *
merge (Fixture              *fixture,
       const char           *first,
       const char           *second,
       ChanceryMergeability *mergeability)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *uid;

  g_ptr_array_add (notes, load (fixture, first));
  g_ptr_array_add (notes, load (fixture, second));
  chancery_notes_merge_async (fixture->history, fixture->library, fixture->article, notes, test_result_cb, &result);
  uid = chancery_notes_merge_finish (fixture->history, test_wait (&result), mergeability, &error);
  g_assert_no_error (error);

  return uid;
}

static const ChanceryNoteLink *
get_link (ChanceryNote *note,
          guint         i)
{
  return g_ptr_array_index (chancery_note_get_links (note), i);
}

/* What links to a note that goes links to the one that stays, in the same step. */
static void
test_links_follow (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (ChanceryNote) before = load (fixture, "linking");
  g_autoptr (ChanceryNote) merged = NULL;
  g_autoptr (ChanceryNote) linking = NULL;
  g_autoptr (ChanceryNote) undone = NULL;
  g_autoptr (ChanceryNote) back = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *uid = NULL;
  ChanceryMergeability mergeability;

  uid = merge (fixture, "two", "one", &mergeability);
  g_assert_cmpint (mergeability, ==, CHANCERY_MERGE_POSSIBLE);
  g_assert_cmpstr (uid, ==, "one");
  g_assert_null (load (fixture, "two"));
  merged = load (fixture, "one");
  g_assert_cmpstr (chancery_note_get_selector (merged)->exact, ==, "The bridge will open");
  g_assert_cmpstr (chancery_note_get_body (merged), ==, "First\n\nSecond");

  linking = load (fixture, "linking");
  g_assert_cmpuint (chancery_note_get_links (linking)->len, ==, 2);
  g_assert_cmpstr (get_link (linking, 0)->note_uid, ==, "one");
  g_assert_cmpint (get_link (linking, 0)->relation, ==, CHANCERY_LINK_RELATION_BEARS_OUT);
  g_assert_cmpstr (get_link (linking, 1)->note_uid, ==, "apart");
  g_assert_cmpstr (chancery_history_get_undo_label (fixture->history), ==, "Undo Merge Highlights");

  chancery_history_undo_async (fixture->history, NULL, test_result_cb, &result);
  g_assert_true (chancery_history_finish (fixture->history, test_wait (&result), NULL));
  undone = load (fixture, "linking");
  g_assert_true (chancery_note_equal (undone, before));
  back = load (fixture, "two");
  g_assert_cmpstr (chancery_note_get_body (back), ==, "Second");
  g_assert_false (chancery_history_get_can_undo (fixture->history));
}

static void
test_apart (Fixture       *fixture,
            gconstpointer  data)
{
  ChanceryMergeability mergeability;
  g_autofree char *uid = merge (fixture, "one", "apart", &mergeability);

  g_assert_null (uid);
  g_assert_cmpint (mergeability, ==, CHANCERY_MERGE_APART);
  g_assert_false (chancery_history_get_can_undo (fixture->history));
}

/* What is still being written when it is asked for belongs to it. */
static void
test_what_is_being_written_counts (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (ChanceryNote) one = load (fixture, "one");
  g_autoptr (ChanceryNote) changed = chancery_note_copy (one);
  g_autoptr (ChanceryNote) merged = NULL;
  g_autofree char *uid = NULL;
  ChanceryNoteFilter filter = { .article_uid = ARTICLE };
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GListModel) model = NULL;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  /* As the reader has them: they follow the library. */
  chancery_library_list_notes_async (fixture->library, &filter, NULL, test_result_cb, &listed);
  model = chancery_library_list_notes_finish (fixture->library, test_wait (&listed), NULL);
  g_assert_nonnull (model);
  g_ptr_array_add (notes, g_list_model_get_item (model, 0));
  g_ptr_array_add (notes, g_list_model_get_item (model, 1));
  g_assert_cmpstr (chancery_note_get_uid (g_ptr_array_index (notes, 0)), ==, "one");

  chancery_note_set_body (changed, "First, and more");
  chancery_history_change_note_async (fixture->history, one, changed, 0, NULL, NULL, NULL);
  chancery_notes_merge_async (fixture->history, fixture->library, fixture->article, notes, test_result_cb, &result);
  uid = chancery_notes_merge_finish (fixture->history, test_wait (&result), NULL, NULL);
  g_assert_cmpstr (uid, ==, "one");
  merged = load (fixture, "one");
  g_assert_cmpstr (chancery_note_get_body (merged), ==, "First, and more\n\nSecond");
}

#define TEST(path, function) g_test_add ("/note-merger/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TEST ("links-follow", test_links_follow);
  TEST ("apart", test_apart);
  TEST ("what-is-being-written-counts", test_what_is_being_written_counts);

  return g_test_run ();
}
