/* test-filter.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-utils.h"

#include <sqlite3.h>
#include <string.h>

#include "chancery-cursor.h"
#include "list-mirror.h"

/* Lists of notes by every kind of filter, against a model that looks at one note
 * after the other. */

#define N_ARTICLES 4
#define N_STEPS 250
#define N_LISTS 6

static const char * const isos[] = { "AM", "BY", "KZ", "RU", "US", NULL };
static const char * const tags[] = { "csto", "summit", "trade", NULL };
static const char * const vocabulary[] = { "alpha", "alphabet", "beta", "betray", "gamma", "a", NULL };
static const char text[] = "alpha beta gamma alphabet betray alpha gamma beta a alphabet";

typedef struct
{
  ChanceryLibrary *library;
  /* (element-type ChanceryNote): all that were ever put and are not removed; by row */
  GPtrArray *notes;
  ChanceryArticle *articles[N_ARTICLES];
  gboolean present[N_ARTICLES];
  guint last_uid;
  gint64 last_us;
} Model;

/* The model */

static guint
find_article (Model      *model,
              const char *uid)
{
  for (guint i = 0; i < N_ARTICLES; i++)
    if (strcmp (chancery_article_get_uid (model->articles[i]), uid) == 0)
      return i;

  g_assert_not_reached ();
}

static gboolean
has_any (const char * const *words,
         const char * const *wanted)
{
  for (gsize i = 0; wanted[i] != NULL; i++)
    if (g_strv_contains (words, wanted[i]))
      return TRUE;

  return FALSE;
}

/* Each word must be there; the last may be a beginning. */
static gboolean
has_words (const ChanceryNoteFields *fields,
           const char               *words)
{
  g_autofree char *all = g_strconcat (fields->body, " ", fields->selector != NULL ? fields->selector->exact : "", NULL);
  g_auto (GStrv) wanted = g_strsplit (words, " ", -1), there = g_strsplit (all, " ", -1);

  for (gsize i = 0; wanted[i] != NULL; i++)
    {
      gboolean found = *wanted[i] == '\0';

      for (gsize j = 0; !found && there[j] != NULL; j++)
        found = wanted[i + 1] == NULL ? g_str_has_prefix (there[j], wanted[i]) : g_str_equal (there[j], wanted[i]);
      if (!found)
        return FALSE;
    }

  return TRUE;
}

static gboolean
satisfies (Model                    *model,
           ChanceryNote             *note,
           const ChanceryNoteFilter *filter)
{
  ChanceryNoteFields fields;

  chancery_note_get_fields (note, &fields);
  if (fields.article_uid != NULL && !model->present[find_article (model, fields.article_uid)])
    return FALSE;

  for (gsize i = 0; filter->tags != NULL && filter->tags[i] != NULL; i++)
    if (!g_strv_contains (fields.tags, filter->tags[i]))
      return FALSE;

  return (filter->article_uid == NULL ||
          (g_strcmp0 (filter->article_uid, fields.article_uid) == 0) != filter->elsewhere) &&
         (filter->iso == NULL || g_strv_contains (fields.states, filter->iso)) &&
         (filter->tag == NULL || g_strv_contains (fields.tags, filter->tag)) &&
         (filter->words == NULL || has_words (&fields, filter->words)) &&
         (filter->colours == 0 || (filter->colours >> fields.colour & 1) != 0) &&
         (filter->kinds == 0 || (filter->kinds >> fields.kind & 1) != 0) &&
         (filter->orphans == CHANCERY_NOTE_ORPHANS_ANY ||
          fields.orphan == (filter->orphans == CHANCERY_NOTE_ORPHANS_ONLY)) &&
         (filter->states == NULL || has_any (fields.states, filter->states)) &&
         (filter->organisation == NULL || has_any (fields.states, filter->organisation)) &&
         (filter->created_from_us == 0 || fields.created_us >= filter->created_from_us) &&
         (filter->created_before_us == 0 || fields.created_us < filter->created_before_us) &&
         (!filter->due_only || chancery_date_is_set (fields.due)) &&
         (!chancery_date_is_set (filter->due_by) ||
          (chancery_date_is_set (fields.due) &&
           chancery_date_compare (chancery_date_last_day (fields.due), chancery_date_last_day (filter->due_by)) <= 0));
}

typedef struct
{
  ChanceryNote *note;
  guint row;
  gint64 keys[3];
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a, *other = b;

  for (gsize i = 0; i < G_N_ELEMENTS (one->keys); i++)
    if (one->keys[i] != other->keys[i])
      return one->keys[i] < other->keys[i] ? -1 : 1;

  return one->row > other->row ? -1 : one->row < other->row;
}

static Candidate
make_candidate (Model            *model,
                guint             row,
                ChanceryNoteSort  sort)
{
  ChanceryNote *note = g_ptr_array_index (model->notes, row);
  Candidate candidate = { note, row, { 0 } };
  ChanceryNoteFields fields;
  ChanceryDate day;

  chancery_note_get_fields (note, &fields);
  switch (sort)
    {
    case CHANCERY_NOTE_SORT_PLACE:
      candidate.keys[0] = 1;
      if (fields.article_uid != NULL)
        {
          const guint article = find_article (model, fields.article_uid);

          day = chancery_article_get_published (model->articles[article]);
          candidate.keys[0] = -(day.year * 10000 + day.month * 100 + day.day);
          candidate.keys[1] = -(gint64) article;
          candidate.keys[2] = fields.selector != NULL ? (gint64) fields.selector->start_chars : -1;
        }
      break;
    case CHANCERY_NOTE_SORT_OLDEST:
      candidate.keys[0] = fields.created_us;
      candidate.keys[1] = row;
      break;
    case CHANCERY_NOTE_SORT_DUE:
      day = chancery_date_last_day (fields.due);
      candidate.keys[0] = day.year != 0 ? day.year * 10000 + day.month * 100 + day.day : G_MAXINT32;
      break;
    case CHANCERY_NOTE_SORT_DEFAULT:
    case CHANCERY_NOTE_SORT_NEWEST:
    default:
      candidate.keys[0] = -fields.created_us;
      break;
    }

  return candidate;
}

static char *
model_uids (Model                    *model,
            const ChanceryNoteFilter *filter)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GString *uids = g_string_new (NULL);

  for (guint i = 0; i < model->notes->len; i++)
    {
      ChanceryNote *note = g_ptr_array_index (model->notes, i);

      if (note != NULL && satisfies (model, note, filter))
        {
          Candidate candidate = make_candidate (model, i, chancery_note_filter_get_sort (filter));

          g_array_append_val (candidates, candidate);
        }
    }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    g_string_append_printf (uids, "%s%s", i > 0 ? " " : "",
                            chancery_note_get_uid (g_array_index (candidates, Candidate, i).note));

  return g_string_free_and_steal (uids);
}

/* Random things */

static guint
pick (guint n)
{
  return (guint) g_test_rand_int_range (0, (int) n);
}

static GStrv
pick_words (const char * const *words,
            guint               n_max)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = pick (n_max + 1); i > 0; i--)
    g_strv_builder_add (builder, words[pick (g_strv_length ((char **) words))]);

  return g_strv_builder_end (builder);
}

static ChanceryNote *
make_note (Model      *model,
           const char *uid,
           gint64      created_us)
{
  const guint article = pick (N_ARTICLES + 2);
  g_auto (GStrv) states = pick_words (isos, 3), note_tags = pick_words (tags, 2), body = pick_words (vocabulary, 4);
  g_autofree char *words = g_strjoinv (" ", body);
  g_autoptr (ChancerySelector) selector = NULL;
  ChanceryDate due = CHANCERY_DATE_NONE;

  if (article < N_ARTICLES && pick (5) > 0)
    {
      const char *start = text;

      for (guint i = pick (9); i > 0; i--)
        start = strchr (start, ' ') + 1;
      selector = chancery_selector_new_for_span (text, (gsize) (start - text), (gsize) (strchrnul (start, ' ') - text));
    }
  if (pick (3) == 0)
    due = (ChanceryDate) { (guint16) (2023 + pick (2)), (guint8) (1 + pick (3)), (guint8) pick (29) };
  if (pick (8) == 0 && due.year != 0)
    due.month = due.day = 0;

  return chancery_note_new (&(ChanceryNoteFields) {
    .uid = uid, .body = words, .created_us = created_us, .modified_us = created_us, .selector = selector,
    .article_uid = article < N_ARTICLES ? chancery_article_get_uid (model->articles[article]) : NULL,
    .colour = (ChanceryColour) pick (CHANCERY_N_COLOURS), .kind = (ChanceryNoteKind) pick (5),
    .states = (const char * const *) states, .tags = (const char * const *) note_tags, .due = due,
    .orphan = selector != NULL && pick (6) == 0,
  });
}

static ChanceryNoteFilter *
make_filter (Model *model)
{
  g_auto (GStrv) states = pick_words (isos, 3), organisation = pick_words (isos, 4), some_tags = pick_words (tags, 2);
  g_auto (GStrv) words = pick_words (vocabulary, 2);
  g_autofree char *joined = g_strjoinv (" ", words);
  ChanceryNoteFilter filter = { .sort = (ChanceryNoteSort) pick (CHANCERY_NOTE_SORT_DUE + 1) };

  if (pick (2) == 0)
    {
      joined[pick ((guint) strlen (joined) + 1)] = '\0';
      filter.words = joined;
    }
  if (pick (4) == 0)
    filter.article_uid = pick (8) == 0 ? "missing" : chancery_article_get_uid (model->articles[pick (N_ARTICLES)]);
  filter.elsewhere = pick (2) == 0;
  /* The list of one article has an order of its own, which other tests look at. */
  if (chancery_note_filter_is_of_one_article (&filter))
    filter.sort = CHANCERY_NOTE_SORT_NEWEST;
  if (pick (8) == 0)
    filter.iso = isos[pick (5)];
  if (pick (8) == 0)
    filter.tag = tags[pick (3)];
  if (pick (4) == 0)
    filter.colours = pick (1 << CHANCERY_N_COLOURS);
  if (pick (6) == 0)
    filter.kinds = pick (1 << 5);
  if (pick (4) == 0)
    filter.orphans = (ChanceryNoteOrphans) pick (3);
  if (pick (4) == 0)
    filter.states = (const char * const *) states;
  if (pick (4) == 0)
    filter.organisation = (const char * const *) organisation;
  if (pick (6) == 0)
    filter.tags = (const char * const *) some_tags;
  if (pick (6) == 0)
    filter.created_from_us = 1 + pick (400);
  if (pick (6) == 0)
    filter.created_before_us = 1 + pick (800);
  filter.due_only = pick (8) == 0;
  if (pick (8) == 0)
    filter.due_by = (ChanceryDate) { 2023, (guint8) pick (4), 0 };

  return chancery_note_filter_copy (&filter);
}

/* Steps */

static void
change_a_note (Model *model)
{
  const guint row = model->notes->len > 0 ? pick (model->notes->len) : 0;
  ChanceryNote *old = row < model->notes->len ? g_ptr_array_index (model->notes, row) : NULL;
  g_autoptr (ChanceryNote) note = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = NULL;

  if (old != NULL && chancery_note_get_article_uid (old) != NULL &&
      !model->present[find_article (model, chancery_note_get_article_uid (old))])
    return;

  if (old != NULL && pick (4) == 0)
    {
      g_assert_true (test_remove_note (model->library, chancery_note_get_uid (old), &error));
      g_assert_no_error (error);
      g_clear_object (&model->notes->pdata[row]);
      return;
    }

  uid = old != NULL && pick (2) == 0 ? g_strdup (chancery_note_get_uid (old)) : g_strdup_printf ("n%u", ++model->last_uid);
  note = make_note (model, uid, pick (5) == 0 ? 1 + (gint64) pick (1000) : ++model->last_us);
  if (chancery_note_get_article_uid (note) != NULL &&
      !model->present[find_article (model, chancery_note_get_article_uid (note))])
    return;
  g_assert_true (test_put_note (model->library, note, &error));
  g_assert_no_error (error);
  if (old != NULL && g_str_equal (uid, chancery_note_get_uid (old)))
    g_object_unref (old), model->notes->pdata[row] = g_object_ref (note);
  else
    g_ptr_array_add (model->notes, g_object_ref (note));
}

static void
change_an_article (Model *model)
{
  const guint article = pick (N_ARTICLES);
  const char *uid = chancery_article_get_uid (model->articles[article]);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryArticleFields fields;

  if (!model->present[article] || pick (2) == 0)
    {
      gboolean done = model->present[article] ? test_remove_article (model->library, uid, &error)
                                              : test_restore_article (model->library, uid, &error);

      g_assert_no_error (error);
      g_assert_true (done);
      model->present[article] = !model->present[article];
      return;
    }

  chancery_article_get_fields (model->articles[article], &fields);
  fields.published = (ChanceryDate) { 2023, (guint8) (1 + pick (12)), (guint8) (1 + pick (28)) };
  {
    g_autoptr (ChanceryArticle) old = model->articles[article];

    model->articles[article] = chancery_article_new (&fields);
  }
  chancery_library_update_article_async (model->library, model->articles[article], NULL, test_result_cb, &result);
  g_assert_true (chancery_library_update_article_finish (model->library, test_wait (&result), &error));
  g_assert_no_error (error);
}

static void
wait_until_counted (GListModel *list)
{
  gboolean counting = TRUE;

  while (counting)
    {
      g_object_get (list, "counting", &counting, NULL);
      if (counting)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
assert_same (Model                    *model,
             GListModel               *list,
             const ChanceryNoteFilter *filter)
{
  g_autofree char *expected = model_uids (model, filter), *listed = NULL, *loaded = NULL;
  g_autoptr (GAsyncResult) result = NULL, count_result = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) uids = g_string_new (NULL);
  guint n_notes;

  test_settle (model->library);
  wait_until_counted (list);
  listed = test_list_uids (list);
  g_assert_cmpstr (listed, ==, expected);

  chancery_library_load_notes_async (model->library, filter, NULL, test_result_cb, &result);
  notes = chancery_library_load_notes_finish (model->library, test_wait (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (uids, "%s%s", i > 0 ? " " : "", chancery_note_get_uid (g_ptr_array_index (notes, i)));
  g_assert_cmpstr (uids->str, ==, expected);

  chancery_library_count_notes_async (model->library, filter, NULL, test_result_cb, &count_result);
  g_assert_true (chancery_library_count_notes_finish (model->library, test_wait (&count_result), &n_notes, &error));
  g_assert_cmpuint (n_notes, ==, notes->len);
}

static void
set_up (Model      *model,
        const char *path)
{
  *model = (Model) { .library = test_open (path), .notes = g_ptr_array_new () };
  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *uid = g_strdup_printf ("article-%u", i), *headline = g_strdup_printf ("Headline %u", i);
      g_autofree char *imported = NULL;

      model->articles[i] = test_make_article (uid, headline, i < 2 ? "2023-11-23" : "2023-10", text);
      model->present[i] = TRUE;
      imported = test_import (model->library, model->articles[i], NULL);
      g_assert_cmpstr (imported, ==, uid);
    }
}

static void
tear_down (Model *model)
{
  for (guint i = 0; i < model->notes->len; i++)
    g_clear_object (&model->notes->pdata[i]);
  g_ptr_array_unref (model->notes);
  for (guint i = 0; i < N_ARTICLES; i++)
    g_object_unref (model->articles[i]);
  test_assert_sound (model->library);
  test_close (model->library);
}

static void
run_steps (Model *model,
           guint  n_steps)
{
  GListModel *lists[N_LISTS] = { NULL };
  ListMirror *mirrors[N_LISTS] = { NULL };
  ChanceryNoteFilter *filters[N_LISTS] = { NULL };

  for (guint step = 0; step < n_steps; step++)
    {
      const guint i = pick (N_LISTS);

      if (lists[i] == NULL || pick (3) == 0)
        {
          g_clear_pointer (&mirrors[i], list_mirror_free);
          g_clear_object (&lists[i]);
          g_clear_pointer (&filters[i], chancery_note_filter_free);
          filters[i] = make_filter (model);
          lists[i] = chancery_library_list_notes (model->library, filters[i]);
          mirrors[i] = list_mirror_new (lists[i]);
        }
      for (guint j = pick (6); j > 0; j--)
        if (pick (12) == 0)
          change_an_article (model);
        else
          change_a_note (model);
      assert_same (model, lists[i], filters[i]);
      list_mirror_assert_same (mirrors[i]);
    }

  for (guint i = 0; i < N_LISTS; i++)
    {
      if (lists[i] != NULL)
        assert_same (model, lists[i], filters[i]);
      g_clear_pointer (&mirrors[i], list_mirror_free);
      g_clear_object (&lists[i]);
      g_clear_pointer (&filters[i], chancery_note_filter_free);
    }
}

static void
test_random (void)
{
  Model model;

  set_up (&model, NULL);
  run_steps (&model, N_STEPS);
  tear_down (&model);
}

/* Where everything takes too long, and is done bit by bit. */
static void
test_random_bit_by_bit (void)
{
  g_autofree char *path = test_make_path ("library.db");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Model model;

  chancery_cursor_set_patience (5, 0);
  chancery_note_index_set_rows_a_look (3);
  set_up (&model, path);
  for (guint i = 0; i < 100; i++)
    change_a_note (&model);

  /* Notes change while the facts are read. */
  test_close (model.library);
  model.library = test_open (path);
  chancery_library_prepare_filtering_async (model.library, NULL, test_result_cb, &result);
  for (guint i = 0; i < 60; i++)
    change_a_note (&model);
  g_assert_true (chancery_library_prepare_filtering_finish (model.library, test_wait (&result), &error));
  g_assert_no_error (error);
  g_clear_object (&result);

  run_steps (&model, N_STEPS / 4);
  tear_down (&model);
  chancery_cursor_set_patience (65536, 8000);
  chancery_note_index_set_rows_a_look (4096);
}

/* Ids that are far apart can't be kept in memory, so the database is asked. */
static void
test_random_with_wild_ids (void)
{
  g_autofree char *path = test_make_path ("library.db");
  sqlite3 *database;
  Model model;

  set_up (&model, path);
  for (guint i = 0; i < 20; i++)
    change_a_note (&model);
  test_close (model.library);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "UPDATE sqlite_sequence SET seq = 1000000000000 WHERE name = 'notes'",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);

  model.library = test_open (path);
  run_steps (&model, N_STEPS / 4);
  tear_down (&model);
}

/* A list that still counts shows what it has, and more comes in its place. */
static void
test_counting (void)
{
  ChanceryLibrary *library = test_open (NULL);
  g_autoptr (GListModel) notes = NULL, gone = NULL;
  g_autoptr (ListMirror) mirror = NULL;
  g_autoptr (ChanceryNote) first = NULL;
  gboolean counting;

  for (gint64 i = 1; i <= 300; i++)
    {
      g_autofree char *uid = g_strdup_printf ("n%" G_GINT64_FORMAT, i);
      g_autoptr (ChanceryNote) note = test_make_state_note (uid, i % 3 == 0 ? "alpha" : "beta", i, NULL, NULL);

      g_assert_true (test_put_note (library, note, NULL));
    }

  chancery_cursor_set_patience (50, 0);
  notes = test_list_notes (library, &(ChanceryNoteFilter) { .words = "alp" });
  mirror = list_mirror_new (notes);
  g_object_get (notes, "counting", &counting, NULL);
  g_assert_true (counting);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 17);
  first = g_list_model_get_item (notes, 0);
  g_assert_cmpstr (chancery_note_get_uid (first), ==, "n300");

  wait_until_counted (notes);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 100);
  list_mirror_assert_same (mirror);

  /* Nobody waits for one that is dropped. */
  gone = test_list_notes (library, &(ChanceryNoteFilter) { .words = "bet" });
  g_clear_object (&gone);
  test_settle (library);
  chancery_cursor_set_patience (65536, 8000);

  g_clear_object (&first);
  g_clear_pointer (&mirror, list_mirror_free);
  g_clear_object (&notes);
  test_close (library);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/filter/random", test_random);
  g_test_add_func ("/filter/random-bit-by-bit", test_random_bit_by_bit);
  g_test_add_func ("/filter/random-with-wild-ids", test_random_with_wild_ids);
  g_test_add_func ("/filter/counting", test_counting);

  return g_test_run ();
}
