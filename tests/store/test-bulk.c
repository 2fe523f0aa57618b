/* test-bulk.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-utils.h"

#include "chancery-library-bulk.h"
#include "chancery-library-merge.h"
#include "list-mirror.h"

static GPtrArray *
new_notes (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static void
add (GPtrArray          *notes,
     const char         *uid,
     gint64              created_us,
     const char * const *tags)
{
  g_ptr_array_add (notes, test_make_state_note (uid, "Words", created_us, NULL, tags));
}

static gboolean
write_notes (ChanceryLibrary     *library,
             GPtrArray           *put,
             const char * const  *removed,
             GError             **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  chancery_library_write_notes_async (library, put, removed, NULL, test_result_cb, &result);
  return chancery_library_write_notes_finish (library, test_wait (&result), error);
}

static char *
list_tags (ChanceryLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);

  chancery_library_list_tags_async (library, NULL, test_result_cb, &result);
  tags = chancery_library_list_tags_finish (library, test_wait (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < tags->len; i++)
    {
      const ChanceryTagCount *count = g_ptr_array_index (tags, i);

      g_string_append_printf (text, "%s%s:%u", i > 0 ? " " : "", count->tag, count->n_notes);
    }

  return g_string_free_and_steal (text);
}

#define assert_tags(library, expected) \
  G_STMT_START { \
    g_autofree char *listed_tags = list_tags (library); \
    g_assert_cmpstr (listed_tags, ==, expected); \
  } G_STMT_END

static void
test_lists_follow_precisely (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (GListModel) notes = test_list_notes (library, NULL);
  g_autoptr (ListMirror) mirror = list_mirror_new (notes);
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autoptr (GPtrArray) first = new_notes (), second = new_notes ();
  g_autoptr (GError) error = NULL;
  const char * const gone[] = { "b", NULL };

  add (first, "a", 1, NULL);
  add (first, "b", 2, NULL);
  add (first, "c", 3, NULL);
  g_assert_true (write_notes (library, first, NULL, &error));
  g_assert_no_error (error);
  list_mirror_assert_changes (mirror, "+0 +1 +2");
  test_assert_list (notes, "c b a");

  /* One goes, one moves, one comes, one stays where it is. */
  gt_signal_logger_connect (logger, library, "notes-changed");
  add (second, "a", 4, NULL);
  add (second, "c", 3, gone);
  add (second, "d", 0, NULL);
  g_assert_true (write_notes (library, second, gone, &error));
  g_assert_no_error (error);
  gt_signal_logger_assert_emission_pop (logger, library, "notes-changed", NULL);
  gt_signal_logger_assert_no_emissions (logger);
  list_mirror_assert_changes (mirror, "-2 -1 +0 +2");
  test_assert_list (notes, "a c d");
  list_mirror_assert_same (mirror);

  g_clear_pointer (&logger, gt_signal_logger_free);
  g_clear_pointer (&mirror, list_mirror_free);
  g_clear_object (&notes);
  test_assert_sound (library);
  test_close (library);
}

static void
test_all_or_none (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (GListModel) notes = test_list_notes (library, NULL);
  g_autoptr (ListMirror) mirror = list_mirror_new (notes);
  g_autoptr (GPtrArray) put = new_notes ();
  g_autoptr (GError) error = NULL;
  const char * const gone[] = { "nobody", NULL };

  add (put, "a", 1, NULL);
  g_assert_false (write_notes (library, put, gone, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_ptr_array_add (put, chancery_note_new (&(ChanceryNoteFields) { .uid = "b", .article_uid = "nowhere" }));
  g_assert_false (write_notes (library, put, NULL, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND);
  list_mirror_assert_changes (mirror, "");
  test_assert_list (notes, "");

  /* Nothing at all is fine. */
  g_clear_error (&error);
  g_assert_true (write_notes (library, NULL, NULL, &error));
  g_assert_no_error (error);

  g_clear_pointer (&mirror, list_mirror_free);
  g_clear_object (&notes);
  test_close (library);
}

/* So many that lists are read anew; what they show is still right. */
static void
test_very_many (void)
{
  g_autofree char *path = test_make_path ("library.db");
  ChanceryLibrary *library = test_open (path);
  g_autoptr (GListModel) notes = test_list_notes (library, NULL);
  g_autoptr (GListModel) filtered =
    test_list_notes (library, &(ChanceryNoteFilter) { .words = "wor", .sort = CHANCERY_NOTE_SORT_OLDEST });
  g_autoptr (ListMirror) mirror = list_mirror_new (notes), filtered_mirror = list_mirror_new (filtered);
  g_autoptr (GPtrArray) put = new_notes ();
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ChanceryNote) first = NULL, oldest = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *uid = g_strdup_printf ("n%u", i);

      add (put, uid, i + 1, NULL);
      if (i % 2 == 0)
        g_ptr_array_add (removed, g_strdup (uid));
    }
  g_ptr_array_add (removed, NULL);

  g_assert_true (write_notes (library, put, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 10000);
  g_assert_cmpuint (g_list_model_get_n_items (filtered), ==, 10000);
  g_assert_true (write_notes (library, NULL, (const char * const *) removed->pdata, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 5000);
  g_assert_cmpuint (g_list_model_get_n_items (filtered), ==, 5000);

  first = g_list_model_get_item (notes, 0);
  oldest = g_list_model_get_item (filtered, 0);
  while (*chancery_note_get_uid (first) == '\0' || *chancery_note_get_uid (oldest) == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (chancery_note_get_uid (first), ==, "n9999");
  g_assert_cmpstr (chancery_note_get_uid (oldest), ==, "n1");

  g_clear_object (&first);
  g_clear_object (&oldest);
  g_clear_pointer (&mirror, list_mirror_free);
  g_clear_pointer (&filtered_mirror, list_mirror_free);
  g_clear_object (&notes);
  g_clear_object (&filtered);
  test_assert_sound (library);
  test_close (library);
}

/* What another library on the same file writes, a filter sees. */
static void
test_two_libraries (void)
{
  g_autofree char *path = test_make_path ("library.db");
  ChanceryLibrary *library = test_open (path), *other = test_open (path);
  g_autoptr (GListModel) filtered =
    test_list_notes (other, &(ChanceryNoteFilter) { .words = "wor", .sort = CHANCERY_NOTE_SORT_OLDEST });
  g_autoptr (ListMirror) mirror = list_mirror_new (filtered);
  g_autoptr (GPtrArray) put = new_notes (), more = new_notes ();
  g_autoptr (GError) error = NULL;
  const char * const gone[] = { "n3", "n7", NULL };

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *uid = g_strdup_printf ("n%u", i);

      add (put, uid, 100 - i, NULL);
    }
  g_assert_true (write_notes (library, put, NULL, &error));
  g_assert_no_error (error);
  test_refresh (other);
  test_assert_list (filtered, "n19 n18 n17 n16 n15 n14 n13 n12 n11 n10 n9 n8 n7 n6 n5 n4 n3 n2 n1 n0");

  add (more, "n0", 1, NULL);
  g_assert_true (write_notes (library, more, gone, &error));
  g_assert_no_error (error);
  test_refresh (other);
  test_assert_list (filtered, "n0 n19 n18 n17 n16 n15 n14 n13 n12 n11 n10 n9 n8 n6 n5 n4 n2 n1");
  list_mirror_assert_same (mirror);

  g_clear_pointer (&mirror, list_mirror_free);
  g_clear_object (&filtered);
  test_close (other);
  test_assert_sound (library);
  test_close (library);
}

static void
rename_tags (ChanceryLibrary    *library,
             const char * const *from,
             const char         *to,
             GPtrArray         **before)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  chancery_library_rename_tags_async (library, from, to, NULL, test_result_cb, &result);
  g_assert_true (chancery_library_rename_tags_finish (library, test_wait (&result), before, &after, &error));
  g_assert_no_error (error);
  g_assert_cmpuint ((*before)->len, ==, after->len);
  for (guint i = 0; i < after->len; i++)
    {
      const char *uid = chancery_note_get_uid (g_ptr_array_index (after, i));
      g_autoptr (ChanceryNote) loaded = test_load_note (library, uid, &error);

      g_assert_no_error (error);
      g_assert_true (chancery_note_equal (loaded, g_ptr_array_index (after, i)));
      g_assert_cmpstr (chancery_note_get_uid (g_ptr_array_index (*before, i)), ==, uid);
    }
}

static void
test_tags (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (GListModel) of_tag = test_list_notes (library, &(ChanceryNoteFilter) { .tag = "x" });
  g_autoptr (GPtrArray) put = new_notes (), renamed = NULL, merged = NULL, deleted = NULL, nothing = NULL;
  g_autoptr (GError) error = NULL;
  const char * const ab[] = { "a", "b", NULL }, * const bc[] = { "b", "c", NULL }, * const c[] = { "c", NULL };
  const char * const unknown[] = { "unknown", NULL };

  assert_tags (library, "");
  add (put, "1", 1, ab);
  add (put, "2", 2, bc);
  add (put, "3", 3, c);
  g_assert_true (write_notes (library, put, NULL, &error));
  assert_tags (library, "a:1 b:2 c:2");

  rename_tags (library, c, "x", &renamed);
  g_assert_cmpuint (renamed->len, ==, 2);
  assert_tags (library, "a:1 b:2 x:2");
  test_assert_list (of_tag, "3 2");

  /* Merged into one that is there; a note that had both has it once. */
  rename_tags (library, ab, "x", &merged);
  assert_tags (library, "x:3");
  test_assert_list (of_tag, "3 2 1");

  /* Undone, one after the other. */
  g_assert_true (write_notes (library, merged, NULL, &error));
  assert_tags (library, "a:1 b:2 x:2");
  g_assert_true (write_notes (library, renamed, NULL, &error));
  assert_tags (library, "a:1 b:2 c:2");
  test_assert_list (of_tag, "");

  rename_tags (library, bc, NULL, &deleted);
  assert_tags (library, "a:1");
  rename_tags (library, unknown, "y", &nothing);
  g_assert_cmpuint (nothing->len, ==, 0);
  assert_tags (library, "a:1");

  g_clear_object (&of_tag);
  test_assert_sound (library);
  test_close (library);
}

static void
test_tag_needs_a_name (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const char * const from[] = { "a", NULL };

  chancery_library_rename_tags_async (library, from, "", NULL, test_result_cb, &result);
  g_assert_false (chancery_library_rename_tags_finish (library, test_wait (&result), NULL, NULL, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_INVALID);
  g_clear_object (&result);
  test_close (library);
}

static void
merge (ChanceryLibrary *library,
       GPtrArray       *articles,
       GPtrArray       *notes,
       guint            n_added,
       guint            n_replaced,
       guint            n_kept)
{
  g_autoptr (GAsyncResult) articles_result = NULL, notes_result = NULL;
  g_autoptr (ChanceryMergedNotes) merged = NULL;
  g_auto (GStrv) uids = NULL;
  g_autoptr (GError) error = NULL;

  chancery_library_merge_articles_async (library, articles, NULL, test_result_cb, &articles_result);
  uids = chancery_library_merge_articles_finish (library, test_wait (&articles_result), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (uids), ==, articles->len);

  chancery_library_merge_notes_async (library, notes, NULL, test_result_cb, &notes_result);
  merged = chancery_library_merge_notes_finish (library, test_wait (&notes_result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (merged->added->len, ==, n_added);
  g_assert_cmpuint (merged->before->len, ==, n_replaced);
  g_assert_cmpuint (merged->after->len, ==, n_replaced);
  g_assert_cmpuint (merged->n_kept, ==, n_kept);
  for (guint i = 0; i < n_replaced; i++)
    g_assert_cmpstr (chancery_note_get_uid (merged->before->pdata[i]), ==, chancery_note_get_uid (merged->after->pdata[i]));
}

/* Many rows are written another way than one, and must leave the same behind: in the counts and the indices, which the
 * check compares with the rows, and for the lists, of which another library has one too. */
static void
test_merging_many (void)
{
  static const char * const states[] = { "BY", "KZ", NULL }, * const tags[] = { "a \"b\"", "c", NULL };
  g_autofree char *path = test_make_path ("merge.db");
  ChanceryLibrary *library = test_open (path), *other = test_open (path);
  g_autoptr (GListModel) theirs = test_list_notes (other, &(ChanceryNoteFilter) { .iso = "BY" });
  g_autoptr (GListModel) their_articles = test_list_articles (other);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref), found = NULL;
  g_autoptr (GPtrArray) notes = new_notes (), few = new_notes (), none = g_ptr_array_new ();
  g_autoptr (GPtrArray) links = chancery_note_links_new ();

  /* Two of them to the same. */
  g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_REFUTES, NULL, "article-1"));
  g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_RELATED, NULL, "article-1"));
  g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_RELATED, "note-1", NULL));
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *uid = g_strdup_printf ("article-%u", i);

      g_ptr_array_add (articles, test_make_article (uid, uid, "2024-01-02", i == 59 ? "Seagulls over the river." : "The river."));
    }
  for (guint i = 0; i < 700; i++)
    {
      g_autofree char *uid = g_strdup_printf ("note-%u", i);

      if (i % 3 == 0)
        g_ptr_array_add (notes, test_make_state_note (uid, "Pelicans", i, i % 2 == 0 ? states : NULL, i % 5 == 0 ? tags : NULL));
      else
        g_ptr_array_add (notes, test_make_note (uid, articles->pdata[i % 60], "river", "", i));
      if (i % 11 == 0)
        chancery_note_set_links (notes->pdata[i], links);
    }
  g_ptr_array_add (notes, g_object_ref (notes->pdata[0]));

  /* A note that is there, and an article that was removed. */
  g_free (test_import (library, articles->pdata[3], NULL));
  g_assert_true (test_remove_article (library, "article-3", NULL));
  g_assert_true (test_put_note (library, notes->pdata[6], NULL));
  merge (library, articles, notes, 699, 0, 2);
  test_assert_sound (library);
  g_assert_cmpint (test_query_int (path, "SELECT count (*) FROM note_links"), ==, 2 * 64);
  found = test_search (library, "seagulls");
  g_assert_cmpuint (found->len, ==, 1);

  test_refresh (other);
  g_assert_cmpuint (g_list_model_get_n_items (theirs), ==, 117);
  g_assert_cmpuint (g_list_model_get_n_items (their_articles), ==, 60);

  /* The trigger is back. */
  g_ptr_array_add (few, test_make_state_note ("one-more", "Pelicans", 1, states, tags));
  merge (library, none, few, 1, 0, 0);
  chancery_note_set_body (few->pdata[0], "Cormorants");
  chancery_note_set_modified_us (few->pdata[0], 1000);
  merge (library, none, few, 0, 1, 0);
  test_assert_sound (library);
  /* And the search index is written as usual. */
  g_assert_cmpint (test_query_int (path, "SELECT count (*) FROM note_search_config WHERE (k, v) IN (('automerge', 4), ('hashsize', 1048576))"),
                   ==, 2);
  test_refresh (other);
  g_assert_cmpuint (g_list_model_get_n_items (theirs), ==, 118);

  g_clear_object (&theirs);
  g_clear_object (&their_articles);
  test_close (other);
  test_close (library);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/bulk/lists-follow-precisely", test_lists_follow_precisely);
  g_test_add_func ("/bulk/all-or-none", test_all_or_none);
  g_test_add_func ("/bulk/very-many", test_very_many);
  g_test_add_func ("/bulk/two-libraries", test_two_libraries);
  g_test_add_func ("/bulk/merging-many", test_merging_many);
  g_test_add_func ("/bulk/tags", test_tags);
  g_test_add_func ("/bulk/tag-needs-a-name", test_tag_needs_a_name);

  return g_test_run ();
}
