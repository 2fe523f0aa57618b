/* test-revisions.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <gtk/gtk.h>
#include <libglib-testing/signal-logger.h>

#include "chancery-content.h"
#include "revisions/chancery-diff-model.h"
#include "revisions/chancery-note-place.h"
#include "revisions/chancery-orphan-finder.h"

static ChanceryArticle *
make_article (const char *headline,
              const char *text)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  ChanceryDate published;

  g_assert_true (chancery_date_parse ("2023-11-23", &published));
  for (gsize i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_PARAGRAPH, 0, lines[i]));

  return chancery_article_new (&(ChanceryArticleFields) {
    .uid = "article", .headline = headline, .lang = "en", .published = published, .blocks = blocks });
}

static ChanceryNote *
make_note (const char *uid,
           const char *text,
           const char *quote,
           gboolean    orphan,
           double      score)
{
  const gsize start = (gsize) (strstr (text, quote) - text);
  g_autoptr (ChancerySelector) selector = chancery_selector_new_for_span (text, start, start + strlen (quote));

  return chancery_note_new (&(ChanceryNoteFields) {
    .uid = uid, .article_uid = "article", .selector = selector, .body = "Check", .orphan = orphan, .score = score });
}

static ChanceryDiffItem *
get_item (ChanceryDiffModel *model,
          guint              position)
{
  ChanceryDiffItem *item = g_list_model_get_item (G_LIST_MODEL (model), position);

  g_assert_nonnull (item);
  /* The model keeps it. */
  g_object_unref (item);
  return item;
}

/* Each row in a letter: what became of it, or "." for folded ones. */
static char *
dup_shape (ChanceryDiffModel *model)
{
  GString *shape = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      ChanceryDiffItem *item = get_item (model, i);

      g_string_append_c (shape, chancery_diff_item_is_folded (item) ? '.' : "=-+~"[chancery_diff_item_get_change (item)]);
    }

  return g_string_free_and_steal (shape);
}

static void
assert_shape (ChanceryDiffModel *model,
              const char        *expected)
{
  g_autofree char *shape = dup_shape (model);

  g_assert_cmpstr (shape, ==, expected);
}

static void
test_unchanged_paragraphs_are_folded (void)
{
  g_autoptr (ChanceryArticle) older = make_article ("Session", "one\ntwo\nthree\nfour\nfive old words here\nsix\nseven\neight\nnine");
  g_autoptr (ChanceryArticle) newer = make_article ("Session", "one\ntwo\nthree\nfour\nfive new words here\nsix\nseven\neight\nnine\nten");
  g_autoptr (ChanceryComparison) comparison = chancery_comparison_new (older, newer, NULL, NULL);
  g_autoptr (ChanceryDiffModel) model = chancery_diff_model_new (comparison);
  GtSignalLogger *logger = gt_signal_logger_new ();
  g_autofree char *folded = chancery_diff_item_dup_text (get_item (model, 0));
  guint n_edited, n_added, n_removed, position, n_went, n_came;

  gt_signal_logger_connect (logger, model, "items-changed");

  /* The headline, one, two and three; four; five; six; seven and eight; nine; ten. */
  assert_shape (model, ".=~=.=+");
  g_assert_cmpstr (folded, ==, "4 Unchanged Paragraphs");
  chancery_diff_model_count_changes (model, &n_edited, &n_added, &n_removed);
  g_assert_cmpuint (n_edited, ==, 1);
  g_assert_cmpuint (n_added, ==, 1);
  g_assert_cmpuint (n_removed, ==, 0);

  g_assert_false (chancery_diff_model_unfold (model, 1));
  g_assert_true (chancery_diff_model_unfold (model, 0));
  gt_signal_logger_assert_emission_pop (logger, model, "items-changed", &position, &n_went, &n_came);
  g_assert_cmpuint (position, ==, 0);
  g_assert_cmpuint (n_went, ==, 1);
  g_assert_cmpuint (n_came, ==, 4);
  assert_shape (model, "=====~=.=+");
  g_assert_true (chancery_diff_item_is_heading (get_item (model, 0)));
  g_assert_false (chancery_diff_item_is_heading (get_item (model, 1)));

  gt_signal_logger_assert_no_emissions (logger);
  gt_signal_logger_free (logger);
}

static void
test_changes_are_gone_through (void)
{
  g_autoptr (ChanceryArticle) older = make_article ("Old session", "one\ntwo\nthree\nfour");
  g_autoptr (ChanceryArticle) newer = make_article ("New session", "one\ntwo\nthree\nfour\nfive");
  g_autoptr (ChanceryComparison) comparison = chancery_comparison_new (older, newer, NULL, NULL);
  g_autoptr (ChanceryDiffModel) model = chancery_diff_model_new (comparison);

  assert_shape (model, "~=.=+");
  g_assert_cmpuint (chancery_diff_model_find_change (model, G_MAXUINT, TRUE), ==, 0);
  g_assert_cmpuint (chancery_diff_model_find_change (model, 0, TRUE), ==, 4);
  g_assert_cmpuint (chancery_diff_model_find_change (model, 4, TRUE), ==, G_MAXUINT);
  g_assert_cmpuint (chancery_diff_model_find_change (model, 4, FALSE), ==, 0);
  g_assert_cmpuint (chancery_diff_model_find_change (model, 0, FALSE), ==, G_MAXUINT);
  g_assert_cmpuint (chancery_diff_model_find_change (model, G_MAXUINT, FALSE), ==, G_MAXUINT);
}

typedef struct
{
  const char *text;
  GString *struck;
  GString *underlined;
} Marked;

static gboolean
collect_cb (PangoAttribute *attribute,
            gpointer        user_data)
{
  Marked *marked = user_data;
  GString *into = attribute->klass->type == PANGO_ATTR_STRIKETHROUGH ? marked->struck
                  : attribute->klass->type == PANGO_ATTR_UNDERLINE ? marked->underlined : NULL;

  if (into != NULL)
    {
      g_string_append_len (into, marked->text + attribute->start_index, attribute->end_index - attribute->start_index);
      g_string_append_c (into, '|');
    }

  return FALSE;
}

static void
test_words_are_marked_and_read_out (void)
{
  g_autoptr (ChanceryArticle) older = make_article (NULL, "The prime minister will skip the yearly session in Minsk.");
  g_autoptr (ChanceryArticle) newer = make_article (NULL, "The prime minister attends the yearly session in Minsk today.");
  g_autoptr (ChanceryComparison) comparison = chancery_comparison_new (older, newer, NULL, NULL);
  g_autoptr (ChanceryDiffModel) model = chancery_diff_model_new (comparison);
  g_autofree char *text = chancery_diff_item_dup_text (get_item (model, 0));
  g_autofree char *spoken = chancery_diff_item_dup_spoken (get_item (model, 0));
  g_autofree char *copy = chancery_diff_item_dup_copy (get_item (model, 0));
  g_autoptr (PangoAttrList) attributes = chancery_diff_item_dup_attributes (get_item (model, 0));
  g_autoptr (GString) struck = g_string_new (NULL), underlined = g_string_new (NULL);
  Marked marked = { text, struck, underlined };

  assert_shape (model, "~");
  /* A thin space keeps what went from running into what came. */
  g_assert_cmpstr (text, ==, "The prime minister will skip\u2009attends the yearly session in Minsk today.");
  pango_attr_list_unref (pango_attr_list_filter (attributes, collect_cb, &marked));
  g_assert_cmpstr (struck->str, ==, "will skip|");
  g_assert_cmpstr (underlined->str, ==, "attends| today|");
  g_assert_cmpstr (copy, ==, "The prime minister attends the yearly session in Minsk today.");
  g_assert_cmpstr (spoken, ==, "Changed paragraph. Removed: \u2068will skip\u2069. Added: \u2068attends\u2069, "
                               "\u2068today\u2069. Now: The prime minister attends the yearly session in Minsk today.");
}

static void
test_whole_paragraphs_are_read_out (void)
{
  g_autoptr (ChanceryArticle) older = make_article (NULL, "one\ngone for good");
  g_autoptr (ChanceryArticle) newer = make_article (NULL, "one");
  g_autoptr (ChanceryComparison) there = chancery_comparison_new (older, newer, NULL, NULL);
  g_autoptr (ChanceryComparison) back = chancery_comparison_new (newer, older, NULL, NULL);
  g_autoptr (ChanceryDiffModel) removed = chancery_diff_model_new (there);
  g_autoptr (ChanceryDiffModel) added = chancery_diff_model_new (back);
  g_autofree char *spoken = NULL;
  g_autofree char *spoken_back = NULL;
  guint last;

  last = g_list_model_get_n_items (G_LIST_MODEL (removed)) - 1;
  spoken = chancery_diff_item_dup_spoken (get_item (removed, last));
  g_assert_cmpstr (spoken, ==, "Removed paragraph: gone for good");
  last = g_list_model_get_n_items (G_LIST_MODEL (added)) - 1;
  spoken_back = chancery_diff_item_dup_spoken (get_item (added, last));
  g_assert_cmpstr (spoken_back, ==, "Added paragraph: gone for good");
}

static void
test_notes_stand_with_their_paragraphs (void)
{
  static const char old_text[] = "The leaders meet on Thursday.\nHe sends nobody in his stead.\nOne more.\nAnd another one.";
  static const char new_text[] = "The leaders meet on Friday.\nOne more.\nAnd another one.";
  g_autoptr (ChanceryArticle) older = make_article ("Session", old_text);
  g_autoptr (ChanceryArticle) newer = make_article ("Session", new_text);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ChanceryComparison) comparison = NULL;
  g_autoptr (ChanceryDiffModel) model = NULL;
  g_autofree char *spoken = NULL;

  g_ptr_array_add (notes, make_note ("sure", new_text, "leaders", FALSE, 1));
  g_ptr_array_add (notes, make_note ("unsure", new_text, "another one", FALSE, 0.874));
  g_ptr_array_add (notes, make_note ("lost", old_text, "sends nobody", TRUE, 0));
  comparison = chancery_comparison_new (older, newer, notes, NULL);
  model = chancery_diff_model_new (comparison);

  assert_shape (model, "=~-==");
  g_assert_cmpuint (chancery_diff_item_get_notes (get_item (model, 1))->len, ==, 1);
  g_assert_true (g_ptr_array_index (chancery_diff_item_get_notes (get_item (model, 1)), 0) == g_ptr_array_index (notes, 0));
  g_assert_true (g_ptr_array_index (chancery_diff_item_get_notes (get_item (model, 2)), 0) == g_ptr_array_index (notes, 2));
  g_assert_true (g_ptr_array_index (chancery_diff_item_get_notes (get_item (model, 4)), 0) == g_ptr_array_index (notes, 1));
  spoken = chancery_diff_item_dup_spoken (get_item (model, 4));
  g_assert_cmpstr (spoken, ==, "Unchanged paragraph: And another one.. Note on “another one”: Found again, 87 % sure");
}

static void
test_states_come_and_go (void)
{
  g_autoptr (ChanceryGazetteer) gazetteer = chancery_gazetteer_new ();
  g_autoptr (ChanceryArticle) older = make_article ("Leaders meet", "Armenia and Belarus are there. So is Kazakhstan.");
  g_autoptr (ChanceryArticle) newer = make_article ("Leaders meet in France", "Armenia and Serbia are there. So is Belarus.");
  g_autoptr (ChanceryComparison) comparison = chancery_comparison_new (older, newer, NULL, gazetteer);
  g_autofree char *added = g_strjoinv (" ", (GStrv) chancery_comparison_get_states_added (comparison));
  g_autofree char *dropped = g_strjoinv (" ", (GStrv) chancery_comparison_get_states_dropped (comparison));

  g_assert_cmpstr (added, ==, "FR RS");
  g_assert_cmpstr (dropped, ==, "KZ");
}

static void
test_places_of_notes (void)
{
  static const char text[] = "The leaders meet on Thursday in Minsk.";
  g_autoptr (ChanceryNote) sure = make_note ("a", text, "leaders", FALSE, 1);
  g_autoptr (ChanceryNote) unsure = make_note ("b", text, "Thursday", FALSE, 0.999);
  g_autoptr (ChanceryNote) orphan = make_note ("c", text, "Minsk", TRUE, 0.4);
  g_autoptr (ChanceryNote) confirmed = chancery_note_new_at_place (unsure, NULL);
  g_autoptr (ChancerySelector) elsewhere = chancery_selector_new_for_span (text, 4, 11);
  g_autoptr (ChanceryNote) placed = chancery_note_new_at_place (orphan, elsewhere);
  g_autoptr (ChanceryNote) kept = chancery_note_new_on_article (orphan);
  g_autofree char *label = chancery_note_dup_place_label (unsure);
  g_autofree char *orphan_label = chancery_note_dup_place_label (orphan);

  g_assert_false (chancery_note_has_unsure_place (sure));
  g_assert_true (chancery_note_has_unsure_place (unsure));
  g_assert_false (chancery_note_has_unsure_place (orphan));
  g_assert_cmpstr (label, ==, "Found again, 99 % sure");
  g_assert_cmpstr (orphan_label, ==, "Needs a place");

  g_assert_false (chancery_note_has_unsure_place (confirmed));
  g_assert_true (chancery_selector_equal (chancery_note_get_selector (confirmed), chancery_note_get_selector (unsure)));
  g_assert_false (chancery_note_get_orphan (placed));
  g_assert_cmpstr (chancery_note_get_selector (placed)->exact, ==, "leaders");
  g_assert_cmpstr (chancery_note_get_body (placed), ==, "Check");

  /* What the note was on isn't lost. */
  g_assert_null (chancery_note_get_selector (kept));
  g_assert_false (chancery_note_get_orphan (kept));
  g_assert_cmpstr (chancery_note_get_body (kept), ==, "“Minsk”\n\nCheck");
}

static ChanceryOrphanPlace *
find_place (const char *old_text,
            const char *new_text,
            const char *quote)
{
  g_autoptr (ChanceryArticle) older = make_article ("Session", old_text);
  g_autoptr (ChanceryArticle) newer = make_article ("Session", new_text);
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ChanceryNote) note = make_note ("note", old_text, quote, TRUE, 0);

  g_ptr_array_add (versions, g_object_ref (older));
  return chancery_orphan_place_find (newer, versions, note);
}

static void
test_what_stands_in_its_stead_is_offered (void)
{
  g_autoptr (ChanceryOrphanPlace) place =
    find_place ("However, the prime minister will skip the meeting.\nThe next one is in spring.",
                "However, the prime minister has changed his mind and flies to the capital.\nThe next one is in spring.",
                "will skip the meeting");

  g_assert_true (place->is_replacement);
  g_assert_cmpstr (place->passage, ==, "has changed his mind and flies to the capital");
  g_assert_cmpstr (place->before, ==, "However, the prime minister ");
  g_assert_cmpstr (place->after, ==, ".");
  g_assert_cmpstr (place->selector->exact, ==, place->passage);
  g_assert_cmpstr (place->headline, ==, "Session");
}

static void
test_nothing_is_offered_for_what_went (void)
{
  g_autoptr (ChanceryOrphanPlace) place =
    find_place ("The first paragraph stays.\nQuite another matter, zebras included.\nThe last one stays.",
                "The first paragraph stays.\nThe last one stays.", "zebras included");

  g_assert_null (place->selector);
  g_assert_cmpfloat (place->score, <, 0.5);
}

static void
test_words_that_are_still_there_are_offered (void)
{
  g_autoptr (ChanceryOrphanPlace) place =
    find_place ("The council adopts a declaration on regional stability.", "In spring the council adopts a declaration on regional stability.",
                "a declaration on regional stability");

  g_assert_false (place->is_replacement);
  g_assert_cmpstr (place->passage, ==, "a declaration on regional stability");
  g_assert_cmpfloat (place->score, >, 0.5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();

  g_test_add_func ("/revisions/unchanged-paragraphs-are-folded", test_unchanged_paragraphs_are_folded);
  g_test_add_func ("/revisions/changes-are-gone-through", test_changes_are_gone_through);
  g_test_add_func ("/revisions/words-are-marked-and-read-out", test_words_are_marked_and_read_out);
  g_test_add_func ("/revisions/whole-paragraphs-are-read-out", test_whole_paragraphs_are_read_out);
  g_test_add_func ("/revisions/notes-stand-with-their-paragraphs", test_notes_stand_with_their_paragraphs);
  g_test_add_func ("/revisions/states-come-and-go", test_states_come_and_go);
  g_test_add_func ("/revisions/places-of-notes", test_places_of_notes);
  g_test_add_func ("/revisions/what-stands-in-its-stead-is-offered", test_what_stands_in_its_stead_is_offered);
  g_test_add_func ("/revisions/nothing-is-offered-for-what-went", test_nothing_is_offered_for_what_went);
  g_test_add_func ("/revisions/words-that-are-still-there-are-offered", test_words_that_are_still_there_are_offered);

  return g_test_run ();
}
