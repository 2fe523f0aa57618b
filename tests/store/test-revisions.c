/* test-revisions.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-utils.h"

#include <string.h>

#include "chancery-library-revisions.h"
#include "chancery-resemblance.h"

static const char first_text[] =
  "The leaders of the six member states gather in the capital on Thursday for the yearly session of the council.\n"
  "They are to approve the budget, adopt a declaration on regional stability and name the next secretary general.\n"
  "One of the six prime ministers has said that he will not take part, and sends nobody in his stead.\n"
  "The session is followed by talks with the observers, who were invited for the first time in three years.";

/* A sentence corrected, one added, one gone. */
static const char second_text[] =
  "UPDATED The leaders of five member states gather in the capital on Thursday for the yearly session of the council.\n"
  "They are to approve the budget, adopt a declaration on regional stability and name the next secretary general.\n"
  "A spokesman said on Wednesday that a sixth chair would stay empty.\n"
  "The session is followed by talks with the observers, who were invited for the first time in three years.";

static const char other_text[] =
  "Negotiators of both sides reached an understanding on grain exports early in the morning, after nine days of talks.\n"
  "Ships may pass along the agreed corridor from Monday on, and inspections take place in a port of a third country.";

typedef struct
{
  ChanceryLibrary *library;
  char *path;
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

static ChanceryArticle *
make_article (const char *uid,
              const char *headline,
              const char *address,
              const char *text)
{
  g_autoptr (ChanceryArticle) plain = test_make_article (uid, headline, "2023-11-23", text);
  ChanceryArticleFields fields;

  chancery_article_get_fields (plain, &fields);
  fields.address = address;
  return chancery_article_new (&fields);
}

static ChanceryArticleMatch
match (ChanceryLibrary *library,
       ChanceryArticle *article,
       char           **uid,
       double          *similarity)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryArticleMatch what;

  chancery_library_match_article_async (library, article, NULL, test_result_cb, &result);
  g_assert_true (chancery_library_match_article_finish (library, test_wait (&result), &what, uid, similarity, &error));
  g_assert_no_error (error);
  return what;
}

static gboolean
revise (ChanceryLibrary  *library,
        const char       *uid,
        ChanceryArticle  *article,
        GPtrArray        *notes,
        GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  chancery_library_revise_article_async (library, uid, article, notes, NULL, test_result_cb, &result);
  return chancery_library_revise_article_finish (library, test_wait (&result), error);
}

static gboolean
revert (ChanceryLibrary  *library,
        const char       *uid,
        GPtrArray        *notes,
        GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  chancery_library_revert_revision_async (library, uid, notes, NULL, test_result_cb, &result);
  return chancery_library_revert_revision_finish (library, test_wait (&result), error);
}

static GPtrArray *
list_revisions (ChanceryLibrary *library,
                const char      *uid)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *revisions;

  chancery_library_list_revisions_async (library, uid, NULL, test_result_cb, &result);
  revisions = chancery_library_list_revisions_finish (library, test_wait (&result), &error);
  g_assert_no_error (error);
  return revisions;
}

static ChanceryArticle *
load_revision (ChanceryLibrary  *library,
               const char       *uid,
               guint             number,
               GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  chancery_library_load_revision_async (library, uid, number, NULL, test_result_cb, &result);
  return chancery_library_load_revision_finish (library, test_wait (&result), error);
}

static guint
count_found (ChanceryLibrary *library,
             const char      *words)
{
  g_autoptr (GPtrArray) found = test_search (library, words);

  return found->len;
}

static void
test_what_an_article_is (Fixture       *fixture,
                         gconstpointer  on_disk)
{
  g_autoptr (ChanceryArticle) article = make_article ("one", "Leaders gather", "https://example.org/1", first_text);
  g_autoptr (ChanceryArticle) same = make_article ("two", "Leaders gather", "https://example.com/copy", first_text);
  g_autoptr (ChanceryArticle) newer = make_article ("three", "Five leaders gather", "https://example.com/2", second_text);
  g_autoptr (ChanceryArticle) same_uid = make_article ("one", "Grain", NULL, other_text);
  g_autoptr (ChanceryArticle) same_address = make_article ("four", "Grain", "https://example.org/1", other_text);
  g_autoptr (ChanceryArticle) other = make_article ("five", "Grain", "https://example.org/5", other_text);
  g_autoptr (ChanceryArticle) empty = make_article ("six", "Nothing", NULL, "");
  g_autofree char *imported = NULL;
  g_autoptr (GError) error = NULL;
  double similarity;
  const struct
  {
    ChanceryArticle *article;
    ChanceryArticleMatch match;
    double at_least;
    double at_most;
  } cases[] = {
    { article, CHANCERY_ARTICLE_MATCH_SAME, 1, 1 },
    { same, CHANCERY_ARTICLE_MATCH_SAME, 1, 1 },
    { newer, CHANCERY_ARTICLE_MATCH_REVISION, 0.5, 0.8 },
    { same_uid, CHANCERY_ARTICLE_MATCH_REVISION, 0, 0.05 },
    { same_address, CHANCERY_ARTICLE_MATCH_REVISION, 0, 0.05 },
    { other, CHANCERY_ARTICLE_MATCH_NEW, 0, 0 },
    { empty, CHANCERY_ARTICLE_MATCH_NEW, 0, 0 },
  };

  g_assert_cmpint (match (fixture->library, article, NULL, &similarity), ==, CHANCERY_ARTICLE_MATCH_NEW);
  imported = test_import (fixture->library, article, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uid = NULL;

      g_assert_cmpint (match (fixture->library, cases[i].article, &uid, &similarity), ==, cases[i].match);
      g_assert_cmpstr (uid, ==, cases[i].match != CHANCERY_ARTICLE_MATCH_NEW ? "one" : NULL);
      g_assert_cmpfloat (similarity, >=, cases[i].at_least);
      g_assert_cmpfloat (similarity, <=, cases[i].at_most);
    }

  /* One that was removed is no match. */
  g_assert_true (test_remove_article (fixture->library, "one", &error));
  g_assert_cmpint (match (fixture->library, newer, NULL, &similarity), ==, CHANCERY_ARTICLE_MATCH_NEW);
}

static void
test_resemblance (void)
{
  static const struct
  {
    const char *one;
    const char *other;
    gboolean copy;
  } cases[] = {
    { first_text, first_text, TRUE },
    { first_text, second_text, TRUE },
    { first_text, other_text, FALSE },
    { "The weather stays fine in all parts of the country", "The weather stays fine in most parts of the country", FALSE },
    { "The weather stays fine", "The weather — stays FINE!", TRUE },
    { "", "", TRUE },
    { "", "words", FALSE },
    { "Лидеры шести стран собираются в столице на ежегодное заседание совета, которое продлится два дня, и одобрят "
      "бюджет, примут заявление о стабильности в регионе и назовут имя нового генерального секретаря",
      "Лидеры пяти стран собираются в столице на ежегодное заседание совета, которое продлится два дня, и одобрят "
      "бюджет, примут заявление о стабильности в регионе и назовут имя нового генерального секретаря", TRUE },
  };
  g_autofree char *longer = g_strconcat (other_text, "\n", first_text, "\n", other_text, NULL);
  double resemblance;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (chancery_resemblance_is_copy (cases[i].one, cases[i].other, &resemblance), ==, cases[i].copy);

  /* A text that was much added to. */
  g_assert_true (chancery_resemblance_is_copy (first_text, longer, &resemblance));
  g_assert_cmpfloat (resemblance, <, 0.7);
}

static void
test_probes (void)
{
  g_autoptr (GPtrArray) probes = chancery_resemblance_get_probes (first_text);
  g_autoptr (GPtrArray) few = chancery_resemblance_get_probes ("Two words");
  g_autoptr (GPtrArray) none = chancery_resemblance_get_probes ("…");

  g_assert_cmpuint (probes->len, ==, 12);
  for (guint i = 0; i < probes->len; i++)
    g_assert_nonnull (g_ptr_array_index (probes, i));
  g_assert_cmpuint (few->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (few, 0), ==, "Two words");
  g_assert_cmpuint (none->len, ==, 0);
}

/* A note carried to where @quote is in the new text. */
static ChanceryNote *
carry (ChanceryNote    *note,
       ChanceryArticle *article,
       const char      *quote)
{
  g_autoptr (ChanceryNote) placed = test_make_note ("x", article, quote, "", 1);
  ChanceryNoteFields fields;

  chancery_note_get_fields (note, &fields);
  fields.selector = chancery_note_get_selector (placed);
  fields.score = 0.9;
  return chancery_note_new (&fields);
}

static void
test_revision_and_back (Fixture       *fixture,
                        gconstpointer  on_disk)
{
  ChanceryLibrary *library = fixture->library;
  g_autoptr (ChanceryArticle) article = make_article ("one", "Leaders gather", "https://example.org/1", first_text);
  g_autoptr (ChanceryArticle) newer = make_article ("one", "Five leaders gather", "https://example.org/1", second_text);
  g_autoptr (ChanceryArticle) present = NULL, older = NULL, back = NULL;
  g_autofree char *imported = test_import (library, article, NULL);
  g_autoptr (ChanceryNote) kept = test_make_note ("kept", article, "approve the budget", "Check", 1);
  g_autoptr (ChanceryNote) lost = test_make_note ("lost", article, "sends nobody in his stead", "Who?", 2);
  g_autoptr (ChanceryNote) whole = chancery_note_new (&(ChanceryNoteFields) { .uid = "whole", .article_uid = "one" });
  g_autoptr (ChanceryNote) carried = NULL, orphan = NULL, still_whole = NULL, late = NULL, loaded = NULL;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref), revisions = NULL, after = NULL;
  g_autoptr (GListModel) orphans = test_list_notes (library, &(ChanceryNoteFilter) { .orphans = CHANCERY_NOTE_ORPHANS_ONLY });
  g_autoptr (GListModel) articles = test_list_articles (library);
  g_autoptr (GError) error = NULL;

  g_assert_true (test_put_note (library, kept, &error));
  g_assert_true (test_put_note (library, lost, &error));
  g_assert_true (test_put_note (library, whole, &error));
  g_ptr_array_add (notes, carry (kept, newer, "approve the budget"));
  g_assert_true (revise (library, "one", newer, notes, &error));
  g_assert_no_error (error);

  /* The article has the new text under its old uid, and is found by it alone. */
  present = test_load_article (library, "one", &error);
  g_assert_cmpstr (chancery_article_get_text (present), ==, second_text);
  g_assert_cmpstr (chancery_article_get_headline (present), ==, "Five leaders gather");
  g_assert_cmpuint (count_found (library, "spokesman"), ==, 1);
  g_assert_cmpuint (count_found (library, "\"prime ministers\""), ==, 0);
  test_assert_list (articles, "one");
  test_assert_sound (library);

  /* One note was carried over, one has lost its place, one had none. */
  carried = test_load_note (library, "kept", &error);
  g_assert_true (chancery_note_equal (carried, g_ptr_array_index (notes, 0)));
  orphan = test_load_note (library, "lost", &error);
  g_assert_true (chancery_note_get_orphan (orphan));
  g_assert_cmpfloat (chancery_note_get_score (orphan), ==, 0);
  g_assert_cmpstr (chancery_note_get_body (orphan), ==, "Who?");
  still_whole = test_load_note (library, "whole", &error);
  g_assert_true (chancery_note_equal (still_whole, whole));
  test_assert_list (orphans, "lost");

  revisions = list_revisions (library, "one");
  g_assert_cmpuint (revisions->len, ==, 2);
  g_assert_cmpuint (((ChanceryRevision *) revisions->pdata[0])->number, ==, 2);
  g_assert_true (((ChanceryRevision *) revisions->pdata[0])->is_current);
  g_assert_cmpstr (((ChanceryRevision *) revisions->pdata[1])->headline, ==, "Leaders gather");
  g_assert_cmpint (((ChanceryRevision *) revisions->pdata[1])->added_us, <=,
                   ((ChanceryRevision *) revisions->pdata[0])->added_us);
  older = load_revision (library, "one", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (chancery_article_get_text (older), ==, first_text);
  g_assert_cmpstr (chancery_article_get_uid (older), ==, "one");
  g_assert_null (load_revision (library, "one", 3, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* Back: what was written meanwhile stays, but the places are the old ones. */
  chancery_note_set_body (orphan, "He, himself");
  g_assert_true (test_put_note (library, orphan, &error));
  late = test_make_note ("late", newer, "spokesman", "New", 9);
  g_assert_true (test_put_note (library, late, &error));
  g_assert_true (revert (library, "one", NULL, &error));
  g_assert_no_error (error);
  back = test_load_article (library, "one", &error);
  g_assert_cmpstr (chancery_article_get_text (back), ==, first_text);
  g_assert_cmpuint (count_found (library, "spokesman"), ==, 1);
  loaded = test_load_note (library, "kept", &error);
  g_assert_true (chancery_note_equal (loaded, kept));
  g_clear_object (&loaded);
  loaded = test_load_note (library, "lost", &error);
  g_assert_false (chancery_note_get_orphan (loaded));
  g_assert_cmpstr (chancery_note_get_body (loaded), ==, "He, himself");
  g_assert_true (chancery_selector_equal (chancery_note_get_selector (loaded), chancery_note_get_selector (lost)));
  test_assert_list (orphans, "late");
  after = list_revisions (library, "one");
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_false (revert (library, "one", NULL, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND);

  g_clear_object (&orphans);
  g_clear_object (&articles);
}

static void
test_revisions_are_numbered (Fixture       *fixture,
                             gconstpointer  on_disk)
{
  g_autoptr (ChanceryArticle) article = make_article ("one", "1", NULL, "Text 1");
  g_autofree char *imported = test_import (fixture->library, article, NULL);
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 2; i <= 5; i++)
    {
      g_autofree char *headline = g_strdup_printf ("%u", i), *text = g_strdup_printf ("Text %u", i);
      g_autoptr (ChanceryArticle) newer = make_article ("whatever", headline, NULL, text);

      g_assert_true (revise (fixture->library, "one", newer, NULL, &error));
      g_assert_no_error (error);
    }
  g_assert_true (revert (fixture->library, "one", NULL, &error));

  /* It stays so when the article goes and comes back. */
  g_assert_true (test_remove_article (fixture->library, "one", &error));
  g_assert_true (test_restore_article (fixture->library, "one", &error));
  revisions = list_revisions (fixture->library, "one");
  g_assert_cmpuint (revisions->len, ==, 4);
  for (guint i = 1; i <= 4; i++)
    {
      g_autoptr (ChanceryArticle) loaded = load_revision (fixture->library, "one", i, &error);
      g_autofree char *text = g_strdup_printf ("Text %u", i);

      g_assert_no_error (error);
      g_assert_cmpstr (chancery_article_get_text (loaded), ==, text);
      g_assert_cmpuint (((ChanceryRevision *) revisions->pdata[4 - i])->number, ==, i);
    }
}

static void
test_what_fails_changes_nothing (Fixture       *fixture,
                                 gconstpointer  on_disk)
{
  g_autoptr (ChanceryArticle) article = make_article ("one", "Leaders gather", NULL, first_text);
  g_autoptr (ChanceryArticle) other = make_article ("two", "Grain", NULL, other_text);
  g_autoptr (ChanceryArticle) newer = make_article ("one", "Five leaders gather", NULL, second_text), present = NULL;
  g_autofree char *imported = test_import (fixture->library, article, NULL);
  g_autofree char *other_imported = test_import (fixture->library, other, NULL);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref), revisions = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (revise (fixture->library, "none", newer, NULL, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_ptr_array_add (notes, test_make_note ("astray", other, "grain exports", "", 1));
  g_assert_false (revise (fixture->library, "one", newer, notes, &error));
  g_assert_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_INVALID);
  present = test_load_article (fixture->library, "one", NULL);
  g_assert_cmpstr (chancery_article_get_text (present), ==, first_text);
  revisions = list_revisions (fixture->library, "one");
  g_assert_cmpuint (revisions->len, ==, 1);
}

static void
set_colour_name (ChanceryLibrary *library,
                 ChanceryColour   colour,
                 const char      *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  chancery_library_set_colour_name_async (library, colour, name, NULL, test_result_cb, &result);
  g_assert_true (chancery_library_set_colour_name_finish (library, test_wait (&result), &error));
  g_assert_no_error (error);
}

static void
test_colours_have_names (Fixture       *fixture,
                         gconstpointer  on_disk)
{
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  gt_signal_logger_connect (logger, fixture->library, "colour-names-changed");
  g_assert_null (chancery_library_get_colour_name (fixture->library, CHANCERY_COLOUR_TEAL));
  set_colour_name (fixture->library, CHANCERY_COLOUR_TEAL, "To check");
  g_assert_cmpstr (chancery_library_get_colour_name (fixture->library, CHANCERY_COLOUR_TEAL), ==, "To check");
  gt_signal_logger_assert_emission_pop (logger, fixture->library, "colour-names-changed", NULL);
  set_colour_name (fixture->library, CHANCERY_COLOUR_TEAL, "To check");
  set_colour_name (fixture->library, CHANCERY_COLOUR_GREY, NULL);
  gt_signal_logger_assert_no_emissions (logger);
  g_clear_pointer (&logger, gt_signal_logger_free);

  if (fixture->path != NULL)
    {
      ChanceryLibrary *second = test_open (fixture->path);

      /* Another process sees it, and this one sees what that one does. */
      g_assert_cmpstr (chancery_library_get_colour_name (second, CHANCERY_COLOUR_TEAL), ==, "To check");
      set_colour_name (second, CHANCERY_COLOUR_TEAL, NULL);
      set_colour_name (second, CHANCERY_COLOUR_YELLOW, "Claim");
      test_close (second);
      test_refresh (fixture->library);
      test_settle (fixture->library);
      g_assert_null (chancery_library_get_colour_name (fixture->library, CHANCERY_COLOUR_TEAL));
      g_assert_cmpstr (chancery_library_get_colour_name (fixture->library, CHANCERY_COLOUR_YELLOW), ==, "Claim");
    }
}

static void
test_recovery_saves_older_texts (void)
{
  g_autofree char *path = test_make_path ("library.db");
  g_autoptr (ChanceryArticle) article = make_article ("one", "First", NULL, first_text);
  g_autoptr (ChanceryArticle) newer = make_article ("one", "Second", NULL, second_text), older = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path), kept = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autofree char *imported = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryLibrary *library = test_open (path);
  guint n_articles, n_notes;

  imported = test_import (library, article, NULL);
  g_assert_true (revise (library, "one", newer, NULL, &error));
  set_colour_name (library, CHANCERY_COLOUR_PINK, "Claim");
  test_close (library);
  chancery_library_recover_async (file, NULL, test_result_cb, &result);
  kept = chancery_library_recover_finish (test_wait (&result), &n_articles, &n_notes, &error);
  g_assert_no_error (error);

  library = test_open (path);
  g_assert_cmpstr (chancery_library_get_colour_name (library, CHANCERY_COLOUR_PINK), ==, "Claim");
  revisions = list_revisions (library, "one");
  g_assert_cmpuint (revisions->len, ==, 2);
  older = load_revision (library, "one", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (chancery_article_get_text (older), ==, first_text);
  g_assert_cmpstr (chancery_article_get_headline (older), ==, "First");
  test_assert_sound (library);
  test_close (library);
}

#define ADD(name, function) \
  G_STMT_START { \
    g_test_add ("/revisions/memory/" name, Fixture, GINT_TO_POINTER (FALSE), set_up, function, tear_down); \
    g_test_add ("/revisions/disk/" name, Fixture, GINT_TO_POINTER (TRUE), set_up, function, tear_down); \
  } G_STMT_END

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("what-an-article-is", test_what_an_article_is);
  ADD ("revision-and-back", test_revision_and_back);
  ADD ("numbered", test_revisions_are_numbered);
  ADD ("what-fails-changes-nothing", test_what_fails_changes_nothing);
  ADD ("colours-have-names", test_colours_have_names);
  g_test_add_func ("/revisions/recovery-saves-older-texts", test_recovery_saves_older_texts);
  g_test_add_func ("/resemblance/copies", test_resemblance);
  g_test_add_func ("/resemblance/probes", test_probes);

  return g_test_run ();
}
