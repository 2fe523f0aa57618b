/* test-intake.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "chancery-article-intake.h"

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

static void
test_newer_copy_takes_notes_along (void)
{
  g_autoptr (ChanceryArticle) article = make_article ("one", first_text), newer = make_article ("two", second_text);
  g_autoptr (ChanceryIntake) first = NULL, again = NULL, revision = NULL;
  g_autoptr (ChanceryNote) carried = NULL, orphan = NULL, whole = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryLibrary *library;
  const ChancerySelector *selector;

  chancery_library_open_async (NULL, CHANCERY_LIBRARY_DEFAULT, NULL, result_cb, &result);
  library = chancery_library_open_finish (wait_for (&result), &error);
  g_assert_no_error (error);

  first = take_in (library, article);
  g_assert_cmpint (first->match, ==, CHANCERY_ARTICLE_MATCH_NEW);
  g_assert_cmpstr (first->uid, ==, "one");
  again = take_in (library, article);
  g_assert_cmpint (again->match, ==, CHANCERY_ARTICLE_MATCH_SAME);
  g_assert_cmpstr (again->uid, ==, "one");

  put_note (library, article, "approve the budget");
  put_note (library, article, "sends nobody in his stead");
  put_note (library, article, NULL);
  revision = take_in (library, newer);
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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/intake/newer-copy-takes-notes-along", test_newer_copy_takes_notes_along);

  return g_test_run ();
}
