/* test-intake.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "chancery-article-intake.h"
#include "chancery-history.h"
#include "chancery-revision-deed.h"

/* An article, and a newer copy of it. */

static const char first_text[] =
  "The leaders of the six member states gather in the capital on Thursday for the yearly session of the council.\n"
  "They are to approve the budget, adopt a declaration on regional stability and name the next secretary general.\n"
  "One of the six prime ministers has said that he will not take part, and sends nobody in his stead.";

static const char second_text[] =
  "UPDATED The leaders of the six member states gather in the capital on Thursday for the yearly session of the council.\n"
  "They are to approve the budget, adopt a declaration on regional stability and name the next secretary general.";

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

static ChanceryArticle *
make_article (const char *uid,
              const char *text)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_PARAGRAPH, 0, lines[i]));

  return chancery_article_new (&(ChanceryArticleFields) { .uid = uid, .headline = "Session", .blocks = blocks });
}

static void
put_note (ChanceryLibrary *library,
          ChanceryArticle *article,
          const char      *quote)
{
  const char *text = chancery_article_get_text (article);
  const char *found = quote != NULL ? strstr (text, quote) : NULL;
  g_autoptr (ChancerySelector) selector = quote != NULL
    ? chancery_selector_new_for_span (text, (gsize) (found - text), (gsize) (found - text) + strlen (quote)) : NULL;
  g_autoptr (ChanceryNote) note = chancery_note_new (&(ChanceryNoteFields) {
    .uid = quote != NULL ? quote : "whole", .article_uid = chancery_article_get_uid (article), .selector = selector });
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  chancery_library_put_note_async (library, note, NULL, result_cb, &result);
  g_assert_true (chancery_library_put_note_finish (library, wait_for (&result), &error));
  g_assert_no_error (error);
}

static ChanceryNote *
load_note (ChanceryLibrary *library,
           const char      *uid)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryNote *note;

  chancery_library_load_note_async (library, uid, NULL, result_cb, &result);
  note = chancery_library_load_note_finish (library, wait_for (&result), &error);
  g_assert_no_error (error);
  return note;
}

static ChanceryIntake *
take_in (ChanceryLibrary *library,
         ChanceryArticle *article)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryIntake *intake;

  chancery_article_take_in_async (library, article, NULL, result_cb, &result);
  intake = chancery_article_take_in_finish (library, wait_for (&result), &error);
  g_assert_no_error (error);
  return intake;
}

static ChanceryLibrary *
open_library (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryLibrary *library;

  chancery_library_open_async (NULL, CHANCERY_LIBRARY_DEFAULT, NULL, result_cb, &result);
  library = chancery_library_open_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  return library;
}

static void
count_cb (guint *n_emissions)
{
  (*n_emissions)++;
}

static void
test_newer_copy_takes_notes_along (void)
{
  g_autoptr (ChanceryArticle) article = make_article ("one", first_text), newer = make_article ("two", second_text);
  g_autoptr (ChanceryIntake) first = NULL, again = NULL, revision = NULL;
  g_autoptr (ChanceryNote) carried = NULL, orphan = NULL, whole = NULL;
  ChanceryLibrary *library = open_library ();
  const ChancerySelector *selector;
  guint n_emissions = 0;

  first = take_in (library, article);
  g_assert_cmpint (first->match, ==, CHANCERY_ARTICLE_MATCH_NEW);
  g_assert_cmpstr (first->uid, ==, "one");
  again = take_in (library, article);
  g_assert_cmpint (again->match, ==, CHANCERY_ARTICLE_MATCH_SAME);
  g_assert_cmpstr (again->uid, ==, "one");

  put_note (library, article, "approve the budget");
  put_note (library, article, "sends nobody in his stead");
  put_note (library, article, NULL);
  g_signal_connect_swapped (library, "articles-changed", G_CALLBACK (count_cb), &n_emissions);
  revision = take_in (library, newer);
  /* No row of the list of articles changes, but the text does. */
  g_assert_cmpuint (n_emissions, ==, 1);
  g_assert_cmpint (revision->match, ==, CHANCERY_ARTICLE_MATCH_REVISION);
  g_assert_cmpstr (revision->uid, ==, "one");
  g_assert_cmpuint (revision->n_carried, ==, 1);
  g_assert_cmpuint (revision->n_orphans, ==, 1);
  g_assert_cmpfloat (revision->similarity, >, 0.5);

  carried = load_note (library, "approve the budget");
  selector = chancery_note_get_selector (carried);
  g_assert_false (chancery_note_get_orphan (carried));
  g_assert_cmpuint (selector->start_chars, ==, (gsize) (strstr (second_text, "approve the budget") - second_text));
  g_assert_cmpfloat (chancery_note_get_score (carried), >=, 0.9);
  orphan = load_note (library, "sends nobody in his stead");
  g_assert_true (chancery_note_get_orphan (orphan));
  g_assert_cmpstr (chancery_note_get_selector (orphan)->exact, ==, "sends nobody in his stead");
  whole = load_note (library, "whole");
  g_assert_false (chancery_note_get_orphan (whole));

  g_object_unref (library);
}

static char *
dup_text (ChanceryLibrary *library,
          const char      *uid)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryArticle) article = NULL;

  chancery_library_load_article_async (library, uid, NULL, result_cb, &result);
  article = chancery_library_load_article_finish (library, wait_for (&result), &error);
  g_assert_no_error (error);
  return g_strdup (chancery_article_get_text (article));
}

static guint
count_revisions (ChanceryLibrary *library,
                 const char      *uid)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  chancery_library_list_revisions_async (library, uid, NULL, result_cb, &result);
  revisions = chancery_library_list_revisions_finish (library, wait_for (&result), &error);
  g_assert_no_error (error);
  return revisions->len;
}

static gboolean
undo (ChanceryHistory  *history,
      GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  chancery_history_undo_async (history, NULL, result_cb, &result);
  return chancery_history_finish (history, wait_for (&result), error);
}

static void
test_revision_is_undone_and_redone (void)
{
  ChanceryLibrary *library = open_library ();
  ChanceryHistory *history = chancery_history_new (library);
  g_autoptr (ChanceryArticle) article = make_article ("one", first_text), newer = make_article ("two", second_text);
  g_autoptr (ChanceryDeed) deed = chancery_revision_deed_new (library, "one", newer, FALSE);
  g_autoptr (ChanceryNote) before = NULL, back = NULL, since = NULL, lost = NULL, again = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *old_text = NULL, *new_text = NULL;

  chancery_intake_free (take_in (library, article));
  put_note (library, article, "sends nobody in his stead");
  before = load_note (library, "sends nobody in his stead");
  chancery_intake_free (take_in (library, newer));
  chancery_history_record_deed (history, deed);
  g_assert_cmpstr (chancery_history_get_undo_label (history), ==, "Undo New Version");

  /* A note that is made on the newer text, and one on what only that has. */
  {
    g_autoptr (ChanceryArticle) revised = make_article ("one", second_text);
    g_autoptr (ChancerySelector) only_here = chancery_selector_new_for_span (second_text, 0, strlen ("UPDATED"));
    g_autoptr (ChancerySelector) in_both =
      chancery_selector_new_for_span (second_text, (gsize) (strstr (second_text, "name the next") - second_text),
                                      (gsize) (strstr (second_text, "name the next") - second_text) + 13);
    g_autoptr (ChanceryNote) note = chancery_note_new (&(ChanceryNoteFields) {
      .uid = "since", .article_uid = "one", .selector = in_both, .created_us = G_MAXINT64 - 1, .modified_us = G_MAXINT64 - 1 });
    g_autoptr (ChanceryNote) other = chancery_note_new (&(ChanceryNoteFields) {
      .uid = "only", .article_uid = "one", .selector = only_here, .created_us = G_MAXINT64 - 1, .modified_us = G_MAXINT64 - 1 });
    g_autoptr (GAsyncResult) put = NULL, put_other = NULL;

    chancery_library_put_note_async (library, note, NULL, result_cb, &put);
    g_assert_true (chancery_library_put_note_finish (library, wait_for (&put), &error));
    chancery_library_put_note_async (library, other, NULL, result_cb, &put_other);
    g_assert_true (chancery_library_put_note_finish (library, wait_for (&put_other), &error));
  }

  g_assert_true (undo (history, &error));
  g_assert_no_error (error);
  old_text = dup_text (library, "one");
  g_assert_cmpstr (old_text, ==, first_text);
  g_assert_cmpuint (count_revisions (library, "one"), ==, 1);
  back = load_note (library, "sends nobody in his stead");
  g_assert_true (chancery_note_equal (back, before));
  since = load_note (library, "since");
  g_assert_false (chancery_note_get_orphan (since));
  g_assert_cmpuint (chancery_note_get_selector (since)->start_chars, ==,
                    (gsize) (strstr (first_text, "name the next") - first_text));
  lost = load_note (library, "only");
  g_assert_true (chancery_note_get_orphan (lost));
  g_assert_cmpstr (chancery_note_get_selector (lost)->exact, ==, "UPDATED");
  g_assert_cmpstr (chancery_history_get_redo_label (history), ==, "Redo New Version");

  chancery_history_redo_async (history, NULL, result_cb, &result);
  g_assert_true (chancery_history_finish (history, wait_for (&result), &error));
  new_text = dup_text (library, "one");
  g_assert_cmpstr (new_text, ==, second_text);
  again = load_note (library, "only");
  g_assert_false (chancery_note_get_orphan (again));

  g_object_unref (history);
  g_object_unref (library);
}

static void
test_what_others_revised_since_is_not_undone (void)
{
  ChanceryLibrary *library = open_library ();
  ChanceryHistory *history = chancery_history_new (library);
  g_autoptr (ChanceryArticle) article = make_article ("one", first_text), newer = make_article ("two", second_text);
  g_autofree char *third_text = g_strconcat (second_text, "\nThe council meets again in spring.", NULL), *now = NULL;
  g_autoptr (ChanceryArticle) newest = make_article ("three", third_text);
  g_autoptr (ChanceryDeed) deed = chancery_revision_deed_new (library, "one", newer, FALSE);
  g_autoptr (GError) error = NULL;

  chancery_intake_free (take_in (library, article));
  chancery_intake_free (take_in (library, newer));
  chancery_history_record_deed (history, deed);
  chancery_intake_free (take_in (library, newest));

  g_assert_false (undo (history, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND);
  now = dup_text (library, "one");
  g_assert_cmpstr (now, ==, third_text);
  g_assert_true (chancery_history_get_can_undo (history));

  g_object_unref (history);
  g_object_unref (library);
}

static void
test_older_text_comes_back_with_its_notes (void)
{
  ChanceryLibrary *library = open_library ();
  g_autoptr (ChanceryArticle) article = make_article ("one", first_text), newer = make_article ("two", second_text);
  g_autoptr (ChanceryNote) note = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryIntake) intake = NULL;

  chancery_intake_free (take_in (library, article));
  put_note (library, article, "sends nobody in his stead");
  chancery_intake_free (take_in (library, newer));
  chancery_article_revise_async (library, "one", article, NULL, result_cb, &result);
  intake = chancery_article_take_in_finish (library, wait_for (&result), &error);
  g_assert_no_error (error);

  g_assert_cmpint (intake->match, ==, CHANCERY_ARTICLE_MATCH_REVISION);
  g_assert_cmpuint (intake->n_carried, ==, 1);
  g_assert_cmpuint (intake->n_orphans, ==, 0);
  g_assert_cmpuint (count_revisions (library, "one"), ==, 3);
  note = load_note (library, "sends nobody in his stead");
  g_assert_false (chancery_note_get_orphan (note));

  g_object_unref (library);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/intake/newer-copy-takes-notes-along", test_newer_copy_takes_notes_along);
  g_test_add_func ("/intake/revision-is-undone-and-redone", test_revision_is_undone_and_redone);
  g_test_add_func ("/intake/what-others-revised-since-is-not-undone", test_what_others_revised_since_is_not_undone);
  g_test_add_func ("/intake/older-text-comes-back-with-its-notes", test_older_text_comes_back_with_its_notes);

  return g_test_run ();
}
