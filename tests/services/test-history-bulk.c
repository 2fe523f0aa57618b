/* test-history-bulk.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-history.h"
#include "chancery-library-bulk.h"
#include "chancery-tag-renaming.h"

/* Steps of many notes, on a real library. */

#define N_NOTES 500

typedef struct
{
  ChanceryLibrary *library;
  ChanceryHistory *history;
} Fixture;

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  chancery_library_open_async (NULL, CHANCERY_LIBRARY_DEFAULT, NULL, result_cb, &result);
  fixture->library = chancery_library_open_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  fixture->history = chancery_history_new (fixture->library);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->history);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->library);
}

static gboolean
finish (Fixture       *fixture,
        GAsyncResult **result,
        GError       **error)
{
  return chancery_history_finish (fixture->history, wait_for (result), error);
}

static ChanceryNote *
make_note (guint          number,
           ChanceryColour colour)
{
  g_autofree char *uid = g_strdup_printf ("note-%u", number);
  const char * const tags[] = { number % 2 == 0 ? "even" : "odd", NULL };

  return chancery_note_new (&(ChanceryNoteFields) {
    .uid = uid, .body = "Words", .colour = colour, .tags = tags, .created_us = number + 1, .modified_us = 1 });
}

static GPtrArray *
make_changes (ChanceryColour before,
              gboolean       had,
              ChanceryColour after,
              gboolean       has)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_note_change_free);

  for (guint i = 0; i < N_NOTES; i++)
    g_ptr_array_add (changes, chancery_note_change_new_take (had ? make_note (i, before) : NULL,
                                                             has ? make_note (i, after) : NULL));

  return changes;
}

static void
write_changes (Fixture   *fixture,
               GPtrArray *changes)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  chancery_history_write_async (fixture->history, changes, NULL, result_cb, &result);
  g_assert_true (finish (fixture, &result, &error));
  g_assert_no_error (error);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  chancery_history_undo_async (fixture->history, NULL, result_cb, &result);
  g_assert_true (finish (fixture, &result, &error));
  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  chancery_history_redo_async (fixture->history, NULL, result_cb, &result);
  g_assert_true (finish (fixture, &result, &error));
  g_assert_no_error (error);
}

static guint
count (Fixture                  *fixture,
       const ChanceryNoteFilter *filter)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_notes = 0;

  chancery_library_count_notes_async (fixture->library, filter, NULL, result_cb, &result);
  g_assert_true (chancery_library_count_notes_finish (fixture->library, wait_for (&result), &n_notes, &error));
  g_assert_no_error (error);
  return n_notes;
}

static const ChanceryNoteFilter blue = { .colours = 1 << CHANCERY_COLOUR_BLUE };

static void
test_many_are_one_step (Fixture       *fixture,
                        gconstpointer  data)
{
  write_changes (fixture, make_changes (0, FALSE, CHANCERY_COLOUR_YELLOW, TRUE));
  g_assert_cmpuint (count (fixture, NULL), ==, N_NOTES);
  write_changes (fixture, make_changes (CHANCERY_COLOUR_YELLOW, TRUE, CHANCERY_COLOUR_BLUE, TRUE));
  g_assert_cmpuint (count (fixture, &blue), ==, N_NOTES);
  g_assert_cmpstr (chancery_history_get_undo_label (fixture->history), ==, "Undo Change Colour of 500 Notes");
  write_changes (fixture, make_changes (CHANCERY_COLOUR_BLUE, TRUE, 0, FALSE));
  g_assert_cmpuint (count (fixture, NULL), ==, 0);

  undo (fixture);
  g_assert_cmpuint (count (fixture, &blue), ==, N_NOTES);
  undo (fixture);
  g_assert_cmpuint (count (fixture, &blue), ==, 0);
  g_assert_cmpuint (count (fixture, NULL), ==, N_NOTES);
  redo (fixture);
  g_assert_cmpuint (count (fixture, &blue), ==, N_NOTES);
  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (count (fixture, NULL), ==, 0);
  g_assert_false (chancery_history_get_can_undo (fixture->history));
}

static void
test_all_or_none (Fixture       *fixture,
                  gconstpointer  data)
{
  GPtrArray *changes = make_changes (0, FALSE, CHANCERY_COLOUR_YELLOW, TRUE);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  /* The last one's article isn't there. */
  g_ptr_array_add (changes, chancery_note_change_new_take (NULL, chancery_note_new (&(ChanceryNoteFields) {
    .uid = "astray", .article_uid = "nowhere" })));
  chancery_history_write_async (fixture->history, changes, NULL, result_cb, &result);
  g_assert_false (finish (fixture, &result, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (count (fixture, NULL), ==, 0);
  g_assert_false (chancery_history_get_can_undo (fixture->history));
}

/* A step may change a note more than once, as splitting and merging do. */
static void
test_one_note_several_times (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (ChanceryNote) one = make_note (1, CHANCERY_COLOUR_YELLOW), blue_one = make_note (1, CHANCERY_COLOUR_BLUE);
  g_autoptr (ChanceryNote) passing = make_note (2, CHANCERY_COLOUR_YELLOW);
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_note_change_free);

  g_ptr_array_add (changes, chancery_note_change_new (NULL, one));
  g_ptr_array_add (changes, chancery_note_change_new (NULL, passing));
  g_ptr_array_add (changes, chancery_note_change_new (one, blue_one));
  g_ptr_array_add (changes, chancery_note_change_new (passing, NULL));
  write_changes (fixture, changes);
  g_assert_cmpuint (count (fixture, NULL), ==, 1);
  g_assert_cmpuint (count (fixture, &blue), ==, 1);
  undo (fixture);
  g_assert_cmpuint (count (fixture, NULL), ==, 0);
  redo (fixture);
  g_assert_cmpuint (count (fixture, &blue), ==, 1);
}

static void
test_changes_wait_for_each_other (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (GAsyncResult) first = NULL, second = NULL, third = NULL;
  g_autoptr (ChanceryNote) before = make_note (7, CHANCERY_COLOUR_YELLOW), after = chancery_note_copy (before);
  g_autoptr (ChanceryNote) loaded = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  write_changes (fixture, make_changes (0, FALSE, CHANCERY_COLOUR_YELLOW, TRUE));
  chancery_note_set_body (after, "Other words");
  chancery_history_write_async (fixture->history, make_changes (CHANCERY_COLOUR_YELLOW, TRUE, CHANCERY_COLOUR_BLUE, TRUE),
                                NULL, result_cb, &first);
  chancery_history_change_note_async (fixture->history, before, after, 0, NULL, result_cb, &second);
  g_assert_true (finish (fixture, &first, &error));
  g_assert_true (finish (fixture, &second, &error));

  /* The words are changed in the note that had become blue meanwhile. */
  chancery_library_load_note_async (fixture->library, "note-7", NULL, result_cb, &result);
  loaded = chancery_library_load_note_finish (fixture->library, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (chancery_note_get_colour (loaded), ==, CHANCERY_COLOUR_BLUE);
  g_assert_cmpstr (chancery_note_get_body (loaded), ==, "Other words");
}

static void
test_renamed_tag_is_a_step (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const char * const from[] = { "even", NULL };
  guint n_notes = 0;

  write_changes (fixture, make_changes (0, FALSE, CHANCERY_COLOUR_YELLOW, TRUE));
  chancery_rename_tags_async (fixture->history, fixture->library, from, "odd", NULL, result_cb, &result);
  g_assert_true (chancery_rename_tags_finish (fixture->history, wait_for (&result), &n_notes, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_notes, ==, N_NOTES / 2);

  g_assert_cmpuint (count (fixture, &(ChanceryNoteFilter) { .tag = "odd" }), ==, N_NOTES);
  undo (fixture);
  g_assert_cmpuint (count (fixture, &(ChanceryNoteFilter) { .tag = "odd" }), ==, N_NOTES / 2);
  redo (fixture);
  g_assert_cmpuint (count (fixture, &(ChanceryNoteFilter) { .tag = "odd" }), ==, N_NOTES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/history/many-are-one-step", Fixture, NULL, set_up, test_many_are_one_step, tear_down);
  g_test_add ("/history/all-or-none", Fixture, NULL, set_up, test_all_or_none, tear_down);
  g_test_add ("/history/one-note-several-times", Fixture, NULL, set_up, test_one_note_several_times, tear_down);
  g_test_add ("/history/changes-wait-for-each-other", Fixture, NULL, set_up, test_changes_wait_for_each_other, tear_down);
  g_test_add ("/history/renamed-tag-is-a-step", Fixture, NULL, set_up, test_renamed_tag_is_a_step, tear_down);

  return g_test_run ();
}
