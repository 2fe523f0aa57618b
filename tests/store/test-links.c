/* test-links.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-utils.h"

#include <sqlite3.h>

#include "chancery-library-bulk.h"
#include "chancery-library-links.h"
#include "chancery-library-merge.h"

/* What notes and articles are linked with, forwards and backwards. */

typedef struct
{
  char *path;
  ChanceryLibrary *library;
  ChanceryArticle *before;
  ChanceryArticle *after;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->path = test_make_path ("library.db");
  fixture->library = test_open (fixture->path);
  fixture->before = test_make_article ("before", "Leaders meet", "2023-11-23", "The summit will be in Minsk.");
  fixture->after = test_make_article ("after", "Summit ends", "2023-11-24", "The summit was in Minsk, and ended.");
  g_free (test_import (fixture->library, fixture->before, NULL));
  g_free (test_import (fixture->library, fixture->after, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  test_assert_sound (fixture->library);
  test_close (fixture->library);
  g_object_unref (fixture->before);
  g_object_unref (fixture->after);
  g_free (fixture->path);
}

static void
add_link (ChanceryNote         *note,
          ChanceryLinkRelation  relation,
          const char           *note_uid,
          const char           *article_uid)
{
  g_autoptr (GPtrArray) links = chancery_note_links_copy (chancery_note_get_links (note));

  g_ptr_array_add (links, chancery_note_link_new (relation, note_uid, article_uid));
  chancery_note_set_links (note, links);
}

static void
put (Fixture      *fixture,
     ChanceryNote *note)
{
  g_autoptr (GError) error = NULL;

  test_put_note (fixture->library, note, &error);
  g_assert_no_error (error);
}

/* "> bears-out passage: was in Minsk | Summit ends" for each end; "?" where it isn't found, "…" where there are more. */
static char *
describe (ChanceryLibrary *library,
          const char      *uid,
          gboolean         of_article)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GHashTable) all = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  ChanceryLinkEnds *ends;

  chancery_library_load_links_async (library, (const char * const []) { uid, "none", NULL }, of_article, NULL,
                                     test_result_cb, &result);
  all = chancery_library_load_links_finish (library, test_wait (&result), &error);
  g_assert_no_error (error);
  ends = g_hash_table_lookup (all, "none");
  g_assert_cmpuint (ends->ends->len, ==, 0);
  ends = g_hash_table_lookup (all, uid);
  for (guint i = 0; i < ends->ends->len; i++)
    {
      const ChanceryLinkEnd *end = g_ptr_array_index (ends->ends, i);

      g_string_append_printf (text, "%s%c %s %s%s", i > 0 ? "; " : "", end->is_backwards ? '<' : '>',
                              chancery_enum_to_nick (CHANCERY_TYPE_LINK_RELATION, (int) end->relation),
                              end->note_uid != NULL ? end->note_uid : "", end->is_found ? "" : "?");
      if (end->text != NULL)
        g_string_append_printf (text, ": %s", end->text);
      if (end->article_uid != NULL)
        g_string_append_printf (text, " | %s %s%s", end->article_uid, end->headline != NULL ? end->headline : "",
                                end->has_article ? "" : "?");
    }
  if (ends->has_more)
    g_string_append (text, " …");

  return g_string_free_and_steal (text);
}

#define assert_links(uid, expected) \
  G_STMT_START { \
    g_autofree char *described = describe (fixture->library, uid, FALSE); \
    g_assert_cmpstr (described, ==, expected); \
  } G_STMT_END

#define assert_links_to_article(uid, expected) \
  G_STMT_START { \
    g_autofree char *described = describe (fixture->library, uid, TRUE); \
    g_assert_cmpstr (described, ==, expected); \
  } G_STMT_END

/* A forecast that the passage bears out, and that has to do with an article. */
static ChanceryNote *
make_forecast (Fixture *fixture)
{
  ChanceryNote *forecast = test_make_note ("forecast", fixture->before, "will be in Minsk", "", 1);

  add_link (forecast, CHANCERY_LINK_RELATION_BEARS_OUT, "passage", "after");
  add_link (forecast, CHANCERY_LINK_RELATION_RELATED, NULL, "after");

  return forecast;
}

#define PASSAGE_FOUND "> bears-out passage: was in Minsk | after Summit ends; > related  | after Summit ends"
#define FORECAST_FOUND "< bears-out forecast: will be in Minsk | before Leaders meet"

static void
test_both_ways (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (ChanceryNote) forecast = make_forecast (fixture);
  g_autoptr (ChanceryNote) passage = test_make_note ("passage", fixture->after, "was in Minsk", "", 2);

  /* In either order. */
  put (fixture, forecast);
  assert_links ("forecast", "> bears-out passage? | after Summit ends; > related  | after Summit ends");
  assert_links ("passage", FORECAST_FOUND);
  put (fixture, passage);
  assert_links ("forecast", PASSAGE_FOUND);
  assert_links ("passage", FORECAST_FOUND);
  /* A link to a note on an article is none to the article. */
  assert_links_to_article ("after", "< related forecast: will be in Minsk | before Leaders meet");
  assert_links_to_article ("before", "");
}

static void
test_changes (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ChanceryNote) forecast = make_forecast (fixture);
  g_autoptr (ChanceryNote) passage = test_make_note ("passage", fixture->after, "was in Minsk", "", 2);
  g_autoptr (ChanceryNote) again = chancery_note_copy (forecast);

  put (fixture, forecast);
  put (fixture, passage);

  /* Two links to one note are two, and one row of the table. */
  add_link (forecast, CHANCERY_LINK_RELATION_RELATED, "passage", NULL);
  put (fixture, forecast);
  assert_links ("passage", FORECAST_FOUND "; < related forecast: will be in Minsk | before Leaders meet");
  /* What doesn't touch the links leaves them. */
  chancery_note_set_body (forecast, "Again");
  put (fixture, forecast);
  chancery_note_set_links (forecast, NULL);
  put (fixture, forecast);
  assert_links ("forecast", "");
  assert_links ("passage", "");
  assert_links_to_article ("after", "");
  put (fixture, again);
  assert_links ("passage", FORECAST_FOUND);
  assert_links ("forecast", PASSAGE_FOUND);
}

static void
test_removal (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ChanceryNote) forecast = make_forecast (fixture);
  g_autoptr (ChanceryNote) passage = test_make_note ("passage", fixture->after, "was in Minsk", "", 2);
  g_autoptr (GError) error = NULL;

  put (fixture, forecast);
  put (fixture, passage);

  /* The note goes, and comes back. */
  test_remove_note (fixture->library, "passage", &error);
  g_assert_no_error (error);
  assert_links ("forecast", "> bears-out passage? | after Summit ends; > related  | after Summit ends");
  put (fixture, passage);
  assert_links ("forecast", PASSAGE_FOUND);
  assert_links ("passage", FORECAST_FOUND);

  test_remove_note (fixture->library, "forecast", &error);
  g_assert_no_error (error);
  assert_links ("passage", "");
  put (fixture, forecast);
  assert_links ("passage", FORECAST_FOUND);

  /* Their articles go, and come back. */
  test_remove_article (fixture->library, "after", &error);
  g_assert_no_error (error);
  assert_links ("forecast", "> bears-out passage? | after ?; > related ? | after ?");
  test_restore_article (fixture->library, "after", &error);
  g_assert_no_error (error);
  assert_links ("forecast", PASSAGE_FOUND);
  test_remove_article (fixture->library, "before", &error);
  g_assert_no_error (error);
  assert_links ("passage", "");
  assert_links_to_article ("after", "");
  test_restore_article (fixture->library, "before", &error);
  g_assert_no_error (error);
  assert_links ("passage", FORECAST_FOUND);
  assert_links_to_article ("after", "< related forecast: will be in Minsk | before Leaders meet");
}

/* So many that they are written in other ways, and that not all of them are read. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  const guint n_notes = 600;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) uids = NULL;
  g_autoptr (GAsyncResult) merge_result = NULL, remove_result = NULL, write_result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  ChanceryMergedNotes *merged;

  for (guint i = 0; i < n_notes; i++)
    {
      g_autofree char *uid = g_strdup_printf ("n%03u", i);
      ChanceryNote *note = test_make_state_note (uid, "It", 10 + i, NULL, NULL);

      if (i % 2 == 0)
        add_link (note, CHANCERY_LINK_RELATION_REFUTES, "hub", NULL);
      g_ptr_array_add (notes, note);
      if (i >= 4)
        g_strv_builder_add (builder, uid);
    }
  uids = g_strv_builder_end (builder);

  chancery_library_merge_notes_async (fixture->library, notes, NULL, test_result_cb, &merge_result);
  merged = chancery_library_merge_notes_finish (fixture->library, test_wait (&merge_result), &error);
  g_assert_no_error (error);
  chancery_merged_notes_free (merged);
  test_assert_sound (fixture->library);
  first = describe (fixture->library, "hub", FALSE);
  g_assert_true (g_str_has_prefix (first, "< refutes n000: It; < refutes n002: It; "));
  g_assert_true (g_str_has_suffix (first, "< refutes n098: It …"));

  chancery_library_write_notes_async (fixture->library, NULL, (const char * const *) uids, NULL, test_result_cb,
                                      &remove_result);
  g_assert_true (chancery_library_write_notes_finish (fixture->library, test_wait (&remove_result), &error));
  assert_links ("hub", "< refutes n000: It; < refutes n002: It");
  test_assert_sound (fixture->library);

  chancery_library_write_notes_async (fixture->library, notes, NULL, NULL, test_result_cb, &write_result);
  g_assert_true (chancery_library_write_notes_finish (fixture->library, test_wait (&write_result), &error));
  test_assert_sound (fixture->library);
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
assert_wrong (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) problems = NULL;

  chancery_library_check_async (fixture->library, NULL, test_result_cb, &result);
  problems = chancery_library_check_finish (fixture->library, test_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (problems), ==, 1);
  g_assert_cmpstr (problems[0], ==, "The lists of notes by what they link to are wrong.");
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ChanceryNote) forecast = make_forecast (fixture);

  put (fixture, forecast);
  run_sql (fixture->path, "UPDATE note_links SET target = 'other' WHERE target = 'passage'");
  assert_wrong (fixture);
  run_sql (fixture->path, "DELETE FROM note_links WHERE target = 'other'");
  assert_wrong (fixture);
  run_sql (fixture->path, "INSERT INTO note_links SELECT 'passage', 0, id FROM notes");
  test_assert_sound (fixture->library);
  run_sql (fixture->path, "INSERT INTO note_links VALUES ('passage', 0, 99)");
  assert_wrong (fixture);
  run_sql (fixture->path, "DELETE FROM note_links WHERE note = 99");
}

static void
test_recovery (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ChanceryNote) forecast = make_forecast (fixture);
  g_autoptr (ChanceryNote) passage = test_make_note ("passage", fixture->after, "was in Minsk", "", 2);
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path), kept = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_articles, n_notes;

  put (fixture, forecast);
  put (fixture, passage);
  test_close (fixture->library);

  chancery_library_recover_async (file, NULL, test_result_cb, &result);
  kept = chancery_library_recover_finish (test_wait (&result), &n_articles, &n_notes, &error);
  g_assert_no_error (error);
  fixture->library = test_open (fixture->path);
  assert_links ("forecast", PASSAGE_FOUND);
  assert_links ("passage", FORECAST_FOUND);
}

static char *
search_articles (ChanceryLibrary *library,
                 const char      *words,
                 guint            n_max)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  GString *uids = g_string_new (NULL);

  chancery_library_search_articles_async (library, words, n_max, NULL, test_result_cb, &result);
  items = chancery_library_search_articles_finish (library, test_wait (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (uids, "%s%s", i > 0 ? " " : "", chancery_article_item_get_uid (items->pdata[i]));

  return g_string_free_and_steal (uids);
}

static void
test_articles_by_words (Fixture       *fixture,
                        gconstpointer  data)
{
  static const struct { const char *words; guint n_max; const char *uids; } vectors[] = {
    /* By headline before by text. */
    { "summit", 10, "after before" },
    { "summit", 1, "after" },
    { "lead", 10, "before" },
    { "nothing", 10, "" },
    { " ", 10, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *uids = search_articles (fixture->library, vectors[i].words, vectors[i].n_max);

      g_assert_cmpstr (uids, ==, vectors[i].uids);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/links/both-ways", Fixture, NULL, set_up, test_both_ways, tear_down);
  g_test_add ("/links/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add ("/links/removal", Fixture, NULL, set_up, test_removal, tear_down);
  g_test_add ("/links/many", Fixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/links/check", Fixture, NULL, set_up, test_check, tear_down);
  g_test_add ("/links/articles-by-words", Fixture, NULL, set_up, test_articles_by_words, tear_down);
  g_test_add ("/links/recovery", Fixture, NULL, set_up, test_recovery, tear_down);

  return g_test_run ();
}
