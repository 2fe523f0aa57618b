/* test-random.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-utils.h"

#include "chancery-cursor.h"
#include "chancery-library-links.h"
#include "list-mirror.h"

/* Random operations, through two libraries on one file, against a model that
 * can't be wrong: a few arrays. */

#define N_NOTES 700
#define N_ARTICLES 5
#define N_TARGETS 20
#define N_STEPS 400
#define SETTLE_EVERY 8

typedef struct
{
  char uid[16];
  gboolean present;
  gint64 created_us;
  int article;
  gboolean about_state;
  gboolean blue;
  guint place;
  int link; /* to which note, or −1 */
} ModelNote;

typedef struct
{
  ModelNote notes[N_NOTES];
  gboolean article_present[N_ARTICLES];
  ChanceryArticle *articles[N_ARTICLES];
} Model;

static const char text[] = "zero one two three four five six seven eight nine";

static gboolean
is_listed (const Model     *model,
           const ModelNote *note)
{
  return note->present && (note->article < 0 || model->article_present[note->article]);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const ModelNote *one = *(ModelNote * const *) a, *other = *(ModelNote * const *) b;

  return one->created_us > other->created_us ? -1 : one->created_us < other->created_us;
}

static int
compare_in_text (gconstpointer a,
                 gconstpointer b)
{
  const ModelNote *one = *(ModelNote * const *) a, *other = *(ModelNote * const *) b;

  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;
  return one->created_us < other->created_us ? -1 : one->created_us > other->created_us;
}

typedef enum
{
  ALL,
  OF_STATE,
  BLUE,
  OF_ARTICLE,
  N_LISTS,
} ListKind;

static const ChanceryNoteFilter filters[N_LISTS] = {
  [OF_STATE] = { .iso = "AM" },
  [BLUE] = { .colours = 1 << CHANCERY_COLOUR_BLUE },
  [OF_ARTICLE] = { .article_uid = "article-0" },
};

static char *
model_uids (Model    *model,
            ListKind  kind)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  GString *uids = g_string_new (NULL);

  for (guint i = 0; i < N_NOTES; i++)
    {
      ModelNote *note = &model->notes[i];

      if (is_listed (model, note) && (kind != OF_STATE || note->about_state) && (kind != BLUE || note->blue) &&
          (kind != OF_ARTICLE || note->article == 0))
        g_ptr_array_add (notes, note);
    }
  g_ptr_array_sort (notes, kind == OF_ARTICLE ? compare_in_text : compare_newest_first);
  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (uids, "%s%s", i > 0 ? " " : "", ((ModelNote *) notes->pdata[i])->uid);

  return g_string_free_and_steal (uids);
}

static ChanceryNote *
make_note (Model           *model,
           const ModelNote *note)
{
  g_autoptr (ChancerySelector) selector = NULL;
  g_autoptr (GPtrArray) links = chancery_note_links_new ();
  const char * const states[] = { "AM", NULL };

  if (note->link >= 0)
    g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_RELATED, model->notes[note->link].uid, NULL));
  if (note->article >= 0)
    selector = chancery_selector_new_for_span (text, note->place, note->place + 3);

  return chancery_note_new (&(ChanceryNoteFields) {
    .uid = note->uid,
    .article_uid = note->article >= 0 ? chancery_article_get_uid (model->articles[note->article]) : NULL,
    .selector = selector, .created_us = note->created_us, .modified_us = note->created_us,
    .states = note->about_state ? states : NULL,
    .colour = note->blue ? CHANCERY_COLOUR_BLUE : CHANCERY_COLOUR_YELLOW,
    .links = links,
  });
}

static void
change_note (Model           *model,
             ChanceryLibrary *library,
             ModelNote       *note)
{
  g_autoptr (ChanceryNote) object = NULL;
  g_autoptr (GError) error = NULL;

  /* A note that is aside with its article isn't touched. */
  if (note->present && !is_listed (model, note))
    return;

  if (note->present && g_test_rand_int_range (0, 3) == 0)
    {
      test_remove_note (library, note->uid, &error);
      g_assert_no_error (error);
      note->present = FALSE;
      return;
    }

  /* Times are all different, as otherwise ids would decide. */
  if (!note->present || g_test_rand_int_range (0, 4) == 0)
    note->created_us = (gint64) g_test_rand_int_range (0, 1000) * 1000 + (note - model->notes);
  note->present = TRUE;
  note->article = g_test_rand_int_range (-2, N_ARTICLES);
  if (note->article >= 0 && !model->article_present[note->article])
    note->article = -1;
  note->about_state = g_test_rand_int_range (0, 2) == 0;
  note->blue = g_test_rand_int_range (0, 2) == 0;
  note->place = (guint) g_test_rand_int_range (0, 40);
  /* A few that many link to. */
  note->link = g_test_rand_int_range (-N_TARGETS, N_TARGETS);
  object = make_note (model, note);
  test_put_note (library, object, &error);
  g_assert_no_error (error);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

/* What links to a note, in both directions. */
static void
assert_links (Model           *model,
              ChanceryLibrary *library,
              guint            target)
{
  const char *uid = model->notes[target].uid;
  g_autoptr (GPtrArray) expected = g_ptr_array_new (), found = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GHashTable) all = NULL;
  g_autoptr (GError) error = NULL;
  const ChanceryLinkEnds *ends;

  for (guint i = 0; i < N_NOTES; i++)
    if (is_listed (model, &model->notes[i]) && model->notes[i].link == (int) target)
      g_ptr_array_add (expected, model->notes[i].uid);
  g_ptr_array_sort (expected, compare_strings);

  chancery_library_load_links_async (library, (const char * const []) { uid, NULL }, FALSE, NULL, test_result_cb, &result);
  all = chancery_library_load_links_finish (library, test_wait (&result), &error);
  g_assert_no_error (error);
  ends = g_hash_table_lookup (all, uid);
  for (guint i = 0; i < ends->ends->len; i++)
    {
      const ChanceryLinkEnd *end = g_ptr_array_index (ends->ends, i);

      if (end->is_backwards)
        {
          g_ptr_array_add (found, end->note_uid);
          continue;
        }
      g_assert_true (is_listed (model, &model->notes[target]));
      g_assert_cmpstr (end->note_uid, ==, model->notes[model->notes[target].link].uid);
      g_assert_cmpint (end->is_found, ==, is_listed (model, &model->notes[model->notes[target].link]));
    }
  g_ptr_array_sort (found, compare_strings);
  g_assert_false (ends->has_more);
  g_assert_cmpuint (found->len, ==, expected->len);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (found->pdata[i], ==, expected->pdata[i]);
}

static void
change_article (Model           *model,
                ChanceryLibrary *library,
                guint            i)
{
  const char *uid = chancery_article_get_uid (model->articles[i]);
  g_autoptr (GError) error = NULL;

  if (model->article_present[i])
    test_remove_article (library, uid, &error);
  else
    test_restore_article (library, uid, &error);
  g_assert_no_error (error);
  model->article_present[i] = !model->article_present[i];
}

static void
test_random (void)
{
  g_autofree char *path = test_make_path ("library.db");
  ChanceryLibrary *library = test_open (path), *other = test_open (path);
  g_autofree Model *model = g_new0 (Model, 1);
  g_autoptr (GListModel) articles = NULL;
  GListModel *lists[N_LISTS];
  ListMirror *mirrors[N_LISTS], *article_mirror;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *name = g_strdup_printf ("article-%u", i), *uid = NULL;

      model->articles[i] = test_make_article (name, name, "2023-11-23", text);
      model->article_present[i] = TRUE;
      uid = test_import (library, model->articles[i], NULL);
      g_assert_cmpstr (uid, ==, name);
    }
  for (guint i = 0; i < N_NOTES; i++)
    g_snprintf (model->notes[i].uid, sizeof model->notes[i].uid, "n%u", i);
  for (guint i = 0; i < N_NOTES; i += 2)
    change_note (model, library, &model->notes[i]);

  articles = test_list_articles (library);
  article_mirror = list_mirror_new (articles);
  for (guint i = 0; i < N_LISTS; i++)
    {
      lists[i] = test_list_notes (library, &filters[i]);
      mirrors[i] = list_mirror_new (lists[i]);
    }

  for (guint step = 0; step < N_STEPS; step++)
    {
      ChanceryLibrary *writer = g_test_rand_int_range (0, 3) == 0 ? other : library;

      if (g_test_rand_int_range (0, 20) == 0)
        change_article (model, writer, (guint) g_test_rand_int_range (0, N_ARTICLES));
      else
        change_note (model, writer, &model->notes[g_test_rand_int_range (0, N_NOTES)]);

      /* Somebody looks here and there, and doesn't wait. */
      for (guint i = 0; i < N_LISTS; i++)
        {
          guint n_items = g_list_model_get_n_items (lists[i]);

          if (n_items > 0)
            g_object_unref (g_list_model_get_item (lists[i], (guint) g_test_rand_int_range (0, (gint32) n_items)));
        }

      if (step % SETTLE_EVERY != 0)
        continue;
      test_refresh (library);
      test_settle (library);
      for (guint i = 0; i < N_LISTS; i++)
        {
          g_autofree char *expected = model_uids (model, (ListKind) i);

          test_assert_list (lists[i], expected);
          list_mirror_assert_same (mirrors[i]);
        }
      list_mirror_assert_same (article_mirror);
      assert_links (model, library, (guint) g_test_rand_int_range (0, N_TARGETS));
    }

  /* What the lists' notes say is what was put. */
  test_refresh (library);
  for (guint i = 0; i < g_list_model_get_n_items (lists[OF_ARTICLE]); i++)
    {
      g_autoptr (ChanceryNote) note = g_list_model_get_item (lists[OF_ARTICLE], i), expected = NULL;

      for (guint j = 0; j < N_NOTES; j++)
        if (g_str_equal (model->notes[j].uid, chancery_note_get_uid (note)))
          expected = make_note (model, &model->notes[j]);
      g_assert_true (chancery_note_equal (note, expected));
    }

  test_assert_sound (library);
  list_mirror_free (article_mirror);
  for (guint i = 0; i < N_LISTS; i++)
    {
      list_mirror_free (mirrors[i]);
      g_object_unref (lists[i]);
    }
  g_clear_object (&articles);
  for (guint i = 0; i < N_ARTICLES; i++)
    g_object_unref (model->articles[i]);
  test_close (other);
  test_close (library);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  /* So that the way to a row is marked, and the marks moved, in lists as short as these. */
  chancery_cursor_set_stride (16);

  g_test_add_func ("/lists/random", test_random);

  return g_test_run ();
}
