/* test-note-reshape.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "chancery-block.h"
#include "chancery-history.h"
#include "chancery-note-reshape.h"

/* An article that mentions states, and notes on it. */
typedef struct
{
  ChanceryArticle *article; /* (owned) */
  GArray *mentions; /* (owned) */
} Fixture;

static const char * const paragraphs[] = {
  "Armenia skips the summit. Russia regrets it, and Kazakhstan waits.",
  "وصلت أرمينيا إلى مينسك. لم تصل روسيا.",
  "Le mox\xcc\x82 est rex\xcc\x82 👩‍👩‍👧. Oui 🇦🇲 non.",
};

static void
add_mention (Fixture    *fixture,
             const char *words,
             const char *iso)
{
  const char *text = chancery_article_get_text (fixture->article);
  ChanceryMention mention = { .start_bytes = (gsize) (strstr (text, words) - text) };

  mention.end_bytes = mention.start_bytes + strlen (words);
  g_strlcpy (mention.iso, iso, sizeof mention.iso);
  g_array_append_val (fixture->mentions, mention);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);

  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_PARAGRAPH, 0, paragraphs[i]));
  fixture->article = chancery_article_new (&(ChanceryArticleFields) { .uid = "article", .blocks = blocks });
  fixture->mentions = g_array_new (FALSE, FALSE, sizeof (ChanceryMention));
  add_mention (fixture, "Armenia", "AM");
  add_mention (fixture, "Russia", "RU");
  add_mention (fixture, "Kazakhstan", "KZ");
  add_mention (fixture, "أرمينيا", "AM");
  add_mention (fixture, "روسيا", "RU");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->article);
  g_array_unref (fixture->mentions);
}

static ChanceryPassage
find (Fixture    *fixture,
      const char *words)
{
  const char *text = chancery_article_get_text (fixture->article);
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  return (ChanceryPassage) { (gsize) (found - text), (gsize) (found - text) + strlen (words) };
}

static ChancerySelector *
select_words (Fixture    *fixture,
              const char *words)
{
  const ChanceryPassage passage = find (fixture, words);

  return chancery_selector_new_for_span (chancery_article_get_text (fixture->article), passage.start_bytes, passage.end_bytes);
}

static ChanceryNote *
make_note (Fixture            *fixture,
           const char         *words,
           ChanceryNoteFields  fields)
{
  g_autoptr (ChancerySelector) selector = select_words (fixture, words);

  fields.article_uid = "article";
  fields.selector = selector;

  return chancery_note_new (&fields);
}

static const ChanceryNoteChange *
get_change (GPtrArray *changes,
            guint      i)
{
  return g_ptr_array_index (changes, i);
}

static void
assert_on (ChanceryNote *note,
           Fixture      *fixture,
           const char   *words)
{
  g_autoptr (ChancerySelector) expected = select_words (fixture, words);

  g_assert_cmpstr (chancery_note_get_selector (note)->exact, ==, words);
  /* The same as if it had been marked anew. */
  g_assert_true (chancery_selector_equal (chancery_note_get_selector (note), expected));
  g_assert_cmpfloat (chancery_note_get_score (note), ==, 1);
  g_assert_false (chancery_note_get_orphan (note));
}

#define STRV(...) ((const char * const []) { __VA_ARGS__, NULL })
#define assert_states(note, ...) g_assert_cmpstrv (chancery_note_get_states (note), STRV (__VA_ARGS__))

/* Resizing */

static void
test_resize (Fixture       *fixture,
             gconstpointer  data)
{
  /* XK was added by the user; KZ isn't in the passage yet. */
  g_autoptr (ChanceryNote) note = make_note (fixture, "Russia regrets", (ChanceryNoteFields) {
    .uid = "one", .body = "Why?", .states = STRV ("RU", "XK"), .score = 0.7, .created_us = 5 });
  const ChanceryPassage longer = find (fixture, "Russia regrets it, and Kazakhstan");
  const ChanceryPassage shorter = find (fixture, "regrets");
  g_autoptr (ChanceryNote) extended = chancery_note_new_on_passage (note, fixture->article, &longer, fixture->mentions);
  g_autoptr (ChanceryNote) shrunk = chancery_note_new_on_passage (note, fixture->article, &shorter, fixture->mentions);
  g_autoptr (ChanceryNote) unknown = chancery_note_new_on_passage (note, fixture->article, &longer, NULL);
  g_autoptr (ChanceryNote) back = NULL;
  const ChanceryPassage original = find (fixture, "Russia regrets");

  assert_on (extended, fixture, "Russia regrets it, and Kazakhstan");
  assert_states (extended, "KZ", "RU", "XK");
  g_assert_cmpstr (chancery_note_get_uid (extended), ==, "one");
  g_assert_cmpstr (chancery_note_get_body (extended), ==, "Why?");
  g_assert_cmpint (chancery_note_get_created_us (extended), ==, 5);

  assert_on (shrunk, fixture, "regrets");
  assert_states (shrunk, "XK");
  assert_states (unknown, "RU", "XK");

  back = chancery_note_new_on_passage (extended, fixture->article, &original, fixture->mentions);
  assert_states (back, "RU", "XK");
}

static void
test_state_taken_off_stays_off (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (ChanceryNote) note = make_note (fixture, "Russia regrets", (ChanceryNoteFields) { .uid = "one" });
  const ChanceryPassage longer = find (fixture, "Russia regrets it, and Kazakhstan");
  g_autoptr (ChanceryNote) extended = chancery_note_new_on_passage (note, fixture->article, &longer, fixture->mentions);

  assert_states (extended, "KZ");
}

/* Splitting */

static void
test_split (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) links = chancery_note_links_new ();
  g_autoptr (ChanceryNote) note = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *label = NULL;
  ChanceryNote *first, *second;

  g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_RELATED, "other", NULL));
  note = make_note (fixture, "Russia regrets it, and Kazakhstan waits", (ChanceryNoteFields) {
    .uid = "one", .body = "Why?", .colour = CHANCERY_COLOUR_PINK, .kind = CHANCERY_NOTE_KIND_CLAIM,
    .tags = STRV ("summit"), .states = STRV ("KZ", "RU", "XK"), .links = links, .due = ((ChanceryDate) { 2026, 11, 23 }),
    .created_us = 5, .modified_us = 6 });
  changes = chancery_note_split (note, fixture->article, find (fixture, "and Kazakhstan").start_bytes, fixture->mentions, 9);
  g_assert_nonnull (changes);
  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_true (chancery_note_equal (get_change (changes, 0)->before, note));
  g_assert_null (get_change (changes, 1)->before);

  first = get_change (changes, 0)->after;
  assert_on (first, fixture, "Russia regrets it,");
  g_assert_cmpstr (chancery_note_get_uid (first), ==, "one");
  g_assert_cmpstr (chancery_note_get_body (first), ==, "Why?");
  g_assert_cmpint (chancery_note_get_created_us (first), ==, 5);
  g_assert_true (chancery_date_is_set (chancery_note_get_due (first)));
  g_assert_cmpuint (chancery_note_get_links (first)->len, ==, 1);
  assert_states (first, "RU", "XK");

  second = get_change (changes, 1)->after;
  assert_on (second, fixture, "and Kazakhstan waits");
  g_assert_cmpstr (chancery_note_get_uid (second), !=, "one");
  g_assert_cmpstr (chancery_note_get_article_uid (second), ==, "article");
  g_assert_cmpstr (chancery_note_get_body (second), ==, "");
  g_assert_cmpint (chancery_note_get_colour (second), ==, CHANCERY_COLOUR_PINK);
  g_assert_cmpint (chancery_note_get_kind (second), ==, CHANCERY_NOTE_KIND_CLAIM);
  g_assert_cmpstrv (chancery_note_get_tags (second), STRV ("summit"));
  g_assert_cmpint (chancery_note_get_created_us (second), ==, 9);
  g_assert_false (chancery_date_is_set (chancery_note_get_due (second)));
  g_assert_cmpuint (chancery_note_get_links (second)->len, ==, 0);
  assert_states (second, "KZ", "XK");

  label = chancery_note_changes_dup_undo_label (changes);
  g_assert_cmpstr (label, ==, "Undo Split Highlight");
}

static void
test_no_split_at_the_edges (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (ChanceryNote) note = make_note (fixture, "Russia regrets", (ChanceryNoteFields) { .uid = "one" });
  const ChanceryPassage passage = find (fixture, "Russia regrets");

  g_assert_null (chancery_note_split (note, fixture->article, passage.start_bytes, fixture->mentions, 9));
  g_assert_null (chancery_note_split (note, fixture->article, passage.end_bytes, fixture->mentions, 9));
  g_assert_null (chancery_note_split (note, fixture->article, 0, fixture->mentions, 9));
}

/* Merging */

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) first_links = chancery_note_links_new ();
  g_autoptr (GPtrArray) second_links = chancery_note_links_new ();
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *label = NULL;
  ChanceryMergeability mergeability;
  ChanceryNote *merged;

  g_ptr_array_add (first_links, chancery_note_link_new (CHANCERY_LINK_RELATION_RELATED, "two", NULL));
  g_ptr_array_add (first_links, chancery_note_link_new (CHANCERY_LINK_RELATION_RELATED, "other", NULL));
  g_ptr_array_add (second_links, chancery_note_link_new (CHANCERY_LINK_RELATION_RELATED, "other", NULL));
  g_ptr_array_add (second_links, chancery_note_link_new (CHANCERY_LINK_RELATION_RELATED, NULL, "elsewhere"));

  /* In any order; the first in the text stays. */
  g_ptr_array_add (notes, make_note (fixture, "Kazakhstan waits", (ChanceryNoteFields) {
    .uid = "three", .body = "Third", .states = STRV ("KZ"), .created_us = 3, .due = ((ChanceryDate) { 2026, 12, 1 }) }));
  g_ptr_array_add (notes, make_note (fixture, "Russia regrets it", (ChanceryNoteFields) {
    .uid = "one", .body = "First", .colour = CHANCERY_COLOUR_BLUE, .tags = STRV ("summit"), .states = STRV ("RU", "XK"),
    .links = first_links, .created_us = 7 }));
  g_ptr_array_add (notes, make_note (fixture, "it, and", (ChanceryNoteFields) {
    .uid = "two", .colour = CHANCERY_COLOUR_PINK, .kind = CHANCERY_NOTE_KIND_FORECAST, .tags = STRV ("regret", "summit"),
    .links = second_links, .created_us = 5, .due = ((ChanceryDate) { 2026, 11, 23 }) }));

  g_assert_cmpint (chancery_notes_get_mergeability (notes), ==, CHANCERY_MERGE_POSSIBLE);
  changes = chancery_notes_merge (notes, fixture->article, &mergeability);
  g_assert_cmpint (mergeability, ==, CHANCERY_MERGE_POSSIBLE);
  g_assert_cmpuint (changes->len, ==, 3);
  g_assert_cmpstr (chancery_note_change_get_uid (get_change (changes, 1)), ==, "two");
  g_assert_null (get_change (changes, 1)->after);
  g_assert_cmpstr (chancery_note_change_get_uid (get_change (changes, 2)), ==, "three");
  g_assert_null (get_change (changes, 2)->after);

  merged = get_change (changes, 0)->after;
  assert_on (merged, fixture, "Russia regrets it, and Kazakhstan waits");
  g_assert_cmpstr (chancery_note_get_uid (merged), ==, "one");
  g_assert_cmpstr (chancery_note_get_body (merged), ==, "First\n\nThird");
  g_assert_cmpint (chancery_note_get_colour (merged), ==, CHANCERY_COLOUR_BLUE);
  g_assert_cmpint (chancery_note_get_kind (merged), ==, CHANCERY_NOTE_KIND_FORECAST);
  g_assert_cmpstrv (chancery_note_get_tags (merged), STRV ("regret", "summit"));
  assert_states (merged, "KZ", "RU", "XK");
  g_assert_cmpint (chancery_note_get_created_us (merged), ==, 3);
  g_assert_true (chancery_date_equal (chancery_note_get_due (merged), ((ChanceryDate) { 2026, 11, 23 })));
  /* Each link once, and none to what it was made of. */
  g_assert_cmpuint (chancery_note_get_links (merged)->len, ==, 2);

  label = chancery_note_changes_dup_redo_label (changes);
  g_assert_cmpstr (label, ==, "Redo Merge Highlights");
}

static void
assert_not_mergeable (Fixture              *fixture,
                      ChanceryNote         *first,
                      ChanceryNote         *second,
                      ChanceryMergeability  expected)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  ChanceryMergeability mergeability;

  g_ptr_array_add (notes, first);
  if (second != NULL)
    g_ptr_array_add (notes, second);
  g_assert_cmpint (chancery_notes_get_mergeability (notes), ==, expected);
  g_assert_null (chancery_notes_merge (notes, fixture->article, &mergeability));
  g_assert_cmpint (mergeability, ==, expected);
}

static void
test_what_cannot_be_merged (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (ChancerySelector) selector = select_words (fixture, "Russia");

  assert_not_mergeable (fixture, make_note (fixture, "Russia", (ChanceryNoteFields) { .uid = "one" }),
                        NULL, CHANCERY_MERGE_TOO_FEW);
  assert_not_mergeable (fixture, make_note (fixture, "Russia", (ChanceryNoteFields) { .uid = "one" }),
                        make_note (fixture, "waits", (ChanceryNoteFields) { .uid = "two" }), CHANCERY_MERGE_APART);
  assert_not_mergeable (fixture, make_note (fixture, "Armenia", (ChanceryNoteFields) { .uid = "one" }),
                        make_note (fixture, "non", (ChanceryNoteFields) { .uid = "two" }), CHANCERY_MERGE_APART);
  assert_not_mergeable (fixture, make_note (fixture, "Russia", (ChanceryNoteFields) { .uid = "one" }),
                        chancery_note_new (&(ChanceryNoteFields) { .uid = "two", .article_uid = "article" }),
                        CHANCERY_MERGE_WITHOUT_PASSAGE);
  assert_not_mergeable (fixture, make_note (fixture, "Russia", (ChanceryNoteFields) { .uid = "one" }),
                        make_note (fixture, "regrets", (ChanceryNoteFields) { .uid = "two", .orphan = TRUE }),
                        CHANCERY_MERGE_WITHOUT_PASSAGE);
  assert_not_mergeable (fixture, make_note (fixture, "Russia", (ChanceryNoteFields) { .uid = "one" }),
                        chancery_note_new (&(ChanceryNoteFields) { .uid = "two", .article_uid = "other", .selector = selector }),
                        CHANCERY_MERGE_IN_SEVERAL_ARTICLES);
}

/* A target of a history that does everything at once. */

static void
put_note_async (GObject             *target,
                ChanceryNote        *note,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (target, cancellable, callback, user_data);

  g_hash_table_replace (g_object_get_data (target, "notes"), g_strdup (chancery_note_get_uid (note)), chancery_note_copy (note));
  g_task_return_boolean (task, TRUE);
}

static void
remove_note_async (GObject             *target,
                   const char          *uid,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (target, cancellable, callback, user_data);

  g_assert_true (g_hash_table_remove (g_object_get_data (target, "notes"), uid));
  g_task_return_boolean (task, TRUE);
}

static gboolean
finish (GObject       *target,
        GAsyncResult  *result,
        GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static const ChanceryHistoryTarget functions = {
  .put_note_async = put_note_async,
  .put_note_finish = finish,
  .remove_note_async = remove_note_async,
  .remove_note_finish = finish,
};

static GHashTable *
copy_notes (GHashTable *notes)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  GHashTableIter iter;
  gpointer uid, note;

  g_hash_table_iter_init (&iter, notes);
  while (g_hash_table_iter_next (&iter, &uid, &note))
    g_hash_table_insert (copy, g_strdup (uid), chancery_note_copy (note));

  return copy;
}

static void
assert_same_notes (GHashTable *notes,
                   GHashTable *expected)
{
  GHashTableIter iter;
  gpointer uid, note;

  g_assert_cmpuint (g_hash_table_size (notes), ==, g_hash_table_size (expected));
  g_hash_table_iter_init (&iter, notes);
  while (g_hash_table_iter_next (&iter, &uid, &note))
    {
      ChanceryNote *other = g_hash_table_lookup (expected, uid);

      g_assert_nonnull (other);
      g_assert_true (chancery_note_equal (note, other));
    }
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  chancery_history_finish (CHANCERY_HISTORY (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
wait_for (gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}

static ChanceryNote *
pick (GHashTable *notes)
{
  g_autoptr (GList) uids = g_list_sort (g_hash_table_get_keys (notes), (GCompareFunc) strcmp);
  guint n = g_list_length (uids);

  return n > 0 ? g_hash_table_lookup (notes, g_list_nth_data (uids, (guint) g_test_rand_int_range (0, (gint32) n))) : NULL;
}

/* Every passage has something in it, isn't past the end, and begins and ends between letters. */
static void
assert_sound (Fixture      *fixture,
              ChanceryNote *note)
{
  const char *text = chancery_article_get_text (fixture->article);
  ChanceryPassage passage, trimmed;
  g_autoptr (ChancerySelector) anew = NULL;

  g_assert_true (chancery_passage_locate (fixture->article, chancery_note_get_selector (note), FALSE, &passage));
  g_assert_cmpuint (passage.start_bytes, <, passage.end_bytes);
  g_assert_cmpuint (passage.end_bytes, <=, strlen (text));
  trimmed = passage;
  g_assert_true (chancery_passage_trim (text, &trimmed));
  g_assert_cmpuint (trimmed.start_bytes, ==, passage.start_bytes);
  g_assert_cmpuint (trimmed.end_bytes, ==, passage.end_bytes);
  for (guint i = 0; i < 2; i++)
    {
      const gunichar c = g_utf8_get_char (text + (i == 0 ? passage.start_bytes : passage.end_bytes));

      g_assert_false (g_unichar_ismark (c));
      g_assert_cmpuint (c, !=, 0x200d);
    }
  anew = chancery_selector_new_for_span (text, passage.start_bytes, passage.end_bytes);
  g_assert_true (chancery_selector_equal (anew, chancery_note_get_selector (note)));
}

/* One step at random; returns the changes, or NULL if nothing came of it. */
static GPtrArray *
reshape (Fixture    *fixture,
         GHashTable *notes)
{
  const char *text = chancery_article_get_text (fixture->article);
  ChanceryNote *note = pick (notes);
  ChanceryPassage passage;
  GPtrArray *changes;

  g_assert_true (chancery_passage_locate (fixture->article, chancery_note_get_selector (note), FALSE, &passage));
  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
    case 1:
      {
        if (!chancery_passage_move (text, &passage, g_test_rand_bit () ? CHANCERY_PASSAGE_START : CHANCERY_PASSAGE_END,
                                    g_test_rand_bit () ? CHANCERY_PASSAGE_WORD : CHANCERY_PASSAGE_SENTENCE, g_test_rand_bit ()))
          return NULL;
        changes = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_note_change_free);
        g_ptr_array_add (changes, chancery_note_change_new_take (
          chancery_note_copy (note), chancery_note_new_on_passage (note, fixture->article, &passage, fixture->mentions)));
        return changes;
      }
    case 2:
      {
        const glong n_chars = g_utf8_strlen (text, -1);
        const char *at = g_utf8_offset_to_pointer (text, g_test_rand_int_range (0, (gint32) n_chars));

        return chancery_note_split (note, fixture->article, (gsize) (at - text), fixture->mentions, g_test_rand_int ());
      }
    default:
      {
        g_autoptr (GPtrArray) some = g_ptr_array_new ();
        GHashTableIter iter;
        gpointer uid, each;

        g_ptr_array_add (some, note);
        g_hash_table_iter_init (&iter, notes);
        while (g_hash_table_iter_next (&iter, &uid, &each))
          if (each != note && g_test_rand_bit ())
            g_ptr_array_add (some, each);
        changes = chancery_notes_merge (some, fixture->article, NULL);
        /* What can be told from the notes alone is the same. */
        g_assert_cmpint (changes != NULL, ==, chancery_notes_get_mergeability (some) == CHANCERY_MERGE_POSSIBLE);
        return changes;
      }
    }
}

static void
test_any_sequence_is_undone_and_redone (Fixture       *fixture,
                                        gconstpointer  data)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GHashTable) notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      g_autoptr (GObject) target = g_object_new (G_TYPE_OBJECT, NULL);
      g_autoptr (ChanceryHistory) history = chancery_history_new_for_target (target, &functions, NULL);
      g_autoptr (GPtrArray) stages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
      guint stage = 0;

      g_object_set_data (target, "notes", notes);
      g_hash_table_insert (notes, g_strdup ("one"), make_note (fixture, "summit. Russia", (ChanceryNoteFields) {
        .uid = "one", .body = "First", .states = STRV ("RU", "XK"), .tags = STRV ("summit"), .created_us = 1 }));
      g_hash_table_insert (notes, g_strdup ("two"), make_note (fixture, "إلى مينسك", (ChanceryNoteFields) {
        .uid = "two", .colour = CHANCERY_COLOUR_BLUE, .created_us = 2 }));
      g_hash_table_insert (notes, g_strdup ("three"), make_note (fixture, "mox\xcc\x82 est", (ChanceryNoteFields) {
        .uid = "three", .body = "Third", .kind = CHANCERY_NOTE_KIND_CLAIM, .created_us = 3 }));
      g_ptr_array_add (stages, copy_notes (notes));

      for (guint i = 0; i < 30; i++)
        {
          gboolean done = FALSE;

          if (g_test_rand_int_range (0, 5) == 0 && stage > 0)
            {
              chancery_history_undo_async (history, NULL, done_cb, &done);
              wait_for (&done);
              assert_same_notes (notes, g_ptr_array_index (stages, --stage));
            }
          else
            {
              g_autoptr (GPtrArray) changes = reshape (fixture, notes);
              GHashTableIter iter;
              gpointer uid, note;

              if (changes == NULL)
                continue;
              chancery_history_apply_async (history, changes, NULL, done_cb, &done);
              wait_for (&done);
              g_hash_table_iter_init (&iter, notes);
              while (g_hash_table_iter_next (&iter, &uid, &note))
                assert_sound (fixture, note);
              g_ptr_array_set_size (stages, (int) ++stage);
              g_ptr_array_add (stages, copy_notes (notes));
            }
        }

      for (guint back = stage; back > 0; back--)
        {
          gboolean done = FALSE;

          chancery_history_undo_async (history, NULL, done_cb, &done);
          wait_for (&done);
          assert_same_notes (notes, g_ptr_array_index (stages, back - 1));
        }
      g_assert_false (chancery_history_get_can_undo (history));

      for (guint on = 1; on < stages->len; on++)
        {
          gboolean done = FALSE;

          chancery_history_redo_async (history, NULL, done_cb, &done);
          wait_for (&done);
          assert_same_notes (notes, g_ptr_array_index (stages, on));
        }
      g_assert_false (chancery_history_get_can_redo (history));
    }
}

#define TEST(path, function) g_test_add ("/note-reshape/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TEST ("resize", test_resize);
  TEST ("state-taken-off-stays-off", test_state_taken_off_stays_off);
  TEST ("split", test_split);
  TEST ("no-split-at-the-edges", test_no_split_at_the_edges);
  TEST ("merge", test_merge);
  TEST ("what-cannot-be-merged", test_what_cannot_be_merged);
  TEST ("any-sequence-is-undone-and-redone", test_any_sequence_is_undone_and_redone);

  return g_test_run ();
}
