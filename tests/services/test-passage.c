/* test-passage.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "chancery-block.h"
#include "chancery-passage.h"

/* Marks in a text: "[" where a passage begins, "]" where it ends, "|" where it is split. */
static char *
parse (const char      *marked,
       ChanceryPassage *passage,
       gsize           *caret_bytes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = marked; *p != '\0'; p++)
    if (*p == '[')
      passage->start_bytes = text->len;
    else if (*p == ']')
      passage->end_bytes = text->len;
    else if (*p == '|' && caret_bytes != NULL)
      *caret_bytes = text->len;
    else
      g_string_append_c (text, *p);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
mark (const char            *text,
      const ChanceryPassage *passage)
{
  g_autoptr (GString) marked = g_string_new (text);

  g_string_insert_c (marked, (gssize) passage->end_bytes, ']');
  g_string_insert_c (marked, (gssize) passage->start_bytes, '[');

  return g_string_free (g_steal_pointer (&marked), FALSE);
}

typedef struct
{
  const char *before;
  ChanceryPassageEdge edge;
  ChanceryPassageUnit unit;
  gboolean forward;
  const char *after; /* NULL if it can't be moved */
} Move;

#define END CHANCERY_PASSAGE_END
#define START CHANCERY_PASSAGE_START
#define WORD CHANCERY_PASSAGE_WORD
#define SENTENCE CHANCERY_PASSAGE_SENTENCE

static const Move moves[] = {
  /* Words */
  { "One [two] three four.", END, WORD, TRUE, "One [two three] four." },
  { "One [two three] four.", END, WORD, FALSE, "One [two] three four." },
  { "One two [three] four.", START, WORD, FALSE, "One [two three] four." },
  { "One [two three] four.", START, WORD, TRUE, "One two [three] four." },
  /* Never empty */
  { "One [two] three.", END, WORD, FALSE, NULL },
  { "One [two] three.", START, WORD, TRUE, NULL },
  { "One[—two] three.", END, WORD, FALSE, NULL },
  { "One [two—]three.", START, WORD, TRUE, NULL },
  /* From within a word to its end */
  { "One [tw]o three.", END, WORD, TRUE, "One [two] three." },
  { "One t[wo] three.", START, WORD, FALSE, "One [two] three." },
  /* What no word follows, and nothing beyond */
  { "One [two].", END, WORD, TRUE, "One [two.]" },
  { "One [two.]", END, WORD, TRUE, NULL },
  { "“[One] two", START, WORD, FALSE, "[“One] two" },
  { "[“One] two", START, WORD, FALSE, NULL },
  { "One [two] \n", END, WORD, TRUE, NULL },
  /* Over the end of a paragraph, and an empty one */
  { "One [two].\nThree four.", END, WORD, TRUE, "One [two.\nThree] four." },
  { "One two.\n\n[Three] four.", START, WORD, FALSE, "One [two.\n\nThree] four." },
  { "One [two.\nThree] four.", END, WORD, FALSE, "One [two].\nThree four." },
  /* Sentences */
  { "One [two]. Three four. Five.", END, SENTENCE, TRUE, "One [two.] Three four. Five." },
  { "One [two.] Three four. Five.", END, SENTENCE, TRUE, "One [two. Three four.] Five." },
  { "One [two. Three] four. Five.", END, SENTENCE, FALSE, "One [two.] Three four. Five." },
  { "One two. Three [four]. Five.", START, SENTENCE, FALSE, "One two. [Three four]. Five." },
  { "One two. [Three four]. Five.", START, SENTENCE, FALSE, "[One two. Three four]. Five." },
  { "[One two. Three] four.", START, SENTENCE, TRUE, "One two. [Three] four." },
  { "[One] two. Three", START, SENTENCE, TRUE, NULL },
  { "[Headline]\nThe text begins. It goes on.", END, SENTENCE, TRUE, "[Headline\nThe text begins.] It goes on." },
  /* Letters of several code points: e with an accent, a family, a flag */
  { "[Un] cafe\xcc\x81 noir", END, WORD, TRUE, "[Un cafe\xcc\x81] noir" },
  { "[Un cafe\xcc\x81 noir]", END, WORD, FALSE, "[Un cafe\xcc\x81] noir" },
  { "[Yes] 👩‍👩‍👧 no", END, WORD, TRUE, "[Yes 👩‍👩‍👧 no]" },
  { "[Yes] 👩‍👩‍👧🇦🇲 ", END, WORD, TRUE, "[Yes 👩‍👩‍👧🇦🇲] " },
  { "[Yes 👩‍👩‍👧🇦🇲]", END, WORD, FALSE, "[Yes] 👩‍👩‍👧🇦🇲" },
  /* Other scripts, with vowel signs, without spaces */
  { "وصل [الوزير] إلى القاهرة.", END, WORD, TRUE, "وصل [الوزير إلى] القاهرة." },
  { "وصل [الوزير إلى] القاهرة.", END, WORD, FALSE, "وصل [الوزير] إلى القاهرة." },
  { "وصل [الوزير] إلى القاهرة.", START, WORD, FALSE, "[وصل الوزير] إلى القاهرة." },
  { "[كَتَبَ] الدَّرسَ", END, WORD, TRUE, "[كَتَبَ الدَّرسَ]" },
  { "هل [وصل]؟ نعم. لا.", END, SENTENCE, TRUE, "هل [وصل؟] نعم. لا." },
  { "В [Минске] пройдёт саммит.", END, WORD, TRUE, "В [Минске пройдёт] саммит." },
  { "हिन्दी [में] लिखा", END, WORD, TRUE, "हिन्दी [में लिखा]" },
};

static void
test_move (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      ChanceryPassage passage = { 0, 0 };
      g_autofree char *text = parse (moves[i].before, &passage, NULL);
      const ChanceryPassage before = passage;
      gboolean moved = chancery_passage_move (text, &passage, moves[i].edge, moves[i].unit, moves[i].forward);
      g_autofree char *after = mark (text, &passage);

      if (moves[i].after == NULL)
        {
          g_assert_cmpstr (after, ==, moves[i].before);
          g_assert_false (moved);
          g_assert_cmpuint (passage.start_bytes, ==, before.start_bytes);
          g_assert_cmpuint (passage.end_bytes, ==, before.end_bytes);
        }
      else
        {
          g_assert_cmpstr (after, ==, moves[i].after);
          g_assert_true (moved);
        }
    }
}

/* A paragraph of any length is the same as its parts. */
static void
test_long_line (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  ChanceryPassage passage;

  for (guint i = 0; i < 4000; i++)
    g_string_append_printf (text, "Слово %u, e\xcc\x81 слово. ", i);
  g_string_append (text, "The end");
  for (guint i = 0; i < 3000; i++)
    g_string_append (text, " no stop");

  for (gsize at = 0; at < text->len; at += 7919)
    {
      gsize start = (gsize) (g_utf8_find_prev_char (text->str, text->str + at + 1) - text->str);
      const char *stop = strstr (text->str + start + 1, ". ");

      passage = (ChanceryPassage) { start, start + 1 };
      while (((guchar) text->str[passage.end_bytes] & 0xc0) == 0x80)
        passage.end_bytes++;
      g_assert_true (chancery_passage_move (text->str, &passage, END, SENTENCE, TRUE));
      g_assert_cmpuint (passage.end_bytes, ==, stop != NULL ? (gsize) (stop - text->str) + 1 : text->len);
    }

  passage = (ChanceryPassage) { text->len - 4, text->len };
  g_assert_true (chancery_passage_move (text->str, &passage, START, SENTENCE, FALSE));
  g_assert_true (g_str_has_prefix (text->str + passage.start_bytes, "The end no stop"));
}

static void
assert_split (const char *marked,
              const char *first_expected,
              const char *second_expected)
{
  ChanceryPassage passage = { 0, 0 }, first, second;
  gsize caret_bytes = 0;
  g_autofree char *text = parse (marked, &passage, &caret_bytes);
  gboolean is_split = chancery_passage_split (text, &passage, caret_bytes, &first, &second);

  g_assert_cmpint (is_split, ==, first_expected != NULL);
  if (is_split)
    {
      g_autofree char *first_words = g_strndup (text + first.start_bytes, first.end_bytes - first.start_bytes);
      g_autofree char *second_words = g_strndup (text + second.start_bytes, second.end_bytes - second.start_bytes);

      g_assert_cmpstr (first_words, ==, first_expected);
      g_assert_cmpstr (second_words, ==, second_expected);
    }
}

static void
test_split (void)
{
  assert_split ("A [one two| three] b", "one two", "three");
  assert_split ("A [one two |three] b", "one two", "three");
  assert_split ("A [one t|wo] b", "one t", "wo");
  assert_split ("A [one.\n|Two] b", "one.", "Two");
  assert_split ("A |[one two] b", NULL, NULL);
  assert_split ("A [one two]| b", NULL, NULL);
  assert_split ("A [one two]  b|", NULL, NULL);
  /* Nothing but space would be left of one. */
  assert_split ("A [one | ] b", NULL, NULL);
  /* Before the letter, not within it. */
  assert_split ("[cafe|\xcc\x81 noir]", "caf", "e\xcc\x81 noir");
  assert_split ("[e|\xcc\x81 noir]", NULL, NULL);
  assert_split ("[oui 👩‍|👩‍👧 non]", "oui", "👩‍👩‍👧 non");
  assert_split ("[وصل الوزير |إلى القاهرة]", "وصل الوزير", "إلى القاهرة");
}

static void
assert_fit (const ChanceryPassage *before,
            const ChanceryPassage *selected,
            const ChanceryPassage *expected)
{
  ChanceryPassage passage = *before;

  g_assert_cmpint (chancery_passage_fit (&passage, selected), ==, expected != NULL);
  if (expected == NULL)
    expected = before;
  g_assert_cmpuint (passage.start_bytes, ==, expected->start_bytes);
  g_assert_cmpuint (passage.end_bytes, ==, expected->end_bytes);
}

static void
test_fit (void)
{
  const ChanceryPassage passage = { 10, 20 };

  /* Beyond one end or both, it extends; within, it shrinks. */
  assert_fit (&passage, &(ChanceryPassage) { 15, 30 }, &(ChanceryPassage) { 10, 30 });
  assert_fit (&passage, &(ChanceryPassage) { 5, 15 }, &(ChanceryPassage) { 5, 20 });
  assert_fit (&passage, &(ChanceryPassage) { 5, 30 }, &(ChanceryPassage) { 5, 30 });
  assert_fit (&passage, &(ChanceryPassage) { 20, 30 }, &(ChanceryPassage) { 10, 30 });
  assert_fit (&passage, &(ChanceryPassage) { 12, 18 }, &(ChanceryPassage) { 12, 18 });
  assert_fit (&passage, &(ChanceryPassage) { 10, 18 }, &(ChanceryPassage) { 10, 18 });
  assert_fit (&passage, &passage, NULL);
  assert_fit (&passage, &(ChanceryPassage) { 21, 30 }, NULL);
}

static gboolean
touches (const char *marked,
         const char *marked_too)
{
  ChanceryPassage a = { 0, 0 }, b = { 0, 0 };
  g_autofree char *text = parse (marked, &a, NULL);
  g_autofree char *same = parse (marked_too, &b, NULL);

  g_assert_cmpstr (text, ==, same);
  g_assert_cmpint (chancery_passage_touches (text, &a, &b), ==, chancery_passage_touches (text, &b, &a));

  return chancery_passage_touches (text, &a, &b);
}

static void
test_touches (void)
{
  g_assert_true (touches ("[One two] three four", "One [two three] four"));
  g_assert_true (touches ("[One two] three four", "One two [three] four"));
  g_assert_true (touches ("[One]. “Two”", "One. “[Two]”"));
  g_assert_true (touches ("[One.]\nTwo", "One.\n[Two]"));
  g_assert_false (touches ("[One] two three", "One two [three]"));
  g_assert_false (touches ("[One] 🇦🇲 three", "One 🇦🇲 [three]"));
  g_assert_false (touches ("[One] 5 three", "One 5 [three]"));
}

static void
test_locate (void)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);
  g_autoptr (ChanceryArticle) article = NULL;
  g_autoptr (ChancerySelector) here = NULL;
  g_autoptr (ChancerySelector) wrong = NULL;
  g_autoptr (ChancerySelector) ambiguous = chancery_selector_new ("пик", NULL, NULL);
  g_autoptr (ChancerySelector) gone = chancery_selector_new ("nowhere", NULL, NULL);
  ChanceryPassage passage;
  const char *text;

  g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_PARAGRAPH, 0, "Это пик, и это пик."));
  article = chancery_article_new (&(ChanceryArticleFields) { .blocks = blocks });
  text = chancery_article_get_text (article);

  here = chancery_selector_new_for_span (text, strlen ("Это пик, и это "), strlen ("Это пик, и это пик"));
  g_assert_true (chancery_passage_locate (article, here, FALSE, &passage));
  g_assert_cmpuint (passage.start_bytes, ==, strlen ("Это пик, и это "));
  g_assert_cmpuint (passage.end_bytes, ==, strlen ("Это пик, и это пик"));

  /* By what is around it, where the position is wrong and one may look. */
  wrong = chancery_selector_new_at (here, 1, 4);
  g_assert_false (chancery_passage_locate (article, wrong, FALSE, &passage));
  g_assert_true (chancery_passage_locate (article, wrong, TRUE, &passage));
  g_assert_cmpuint (passage.start_bytes, ==, strlen ("Это пик, и это "));

  g_assert_false (chancery_passage_locate (article, ambiguous, TRUE, &passage));
  g_assert_false (chancery_passage_locate (article, gone, TRUE, &passage));
  g_assert_false (chancery_passage_locate (article, NULL, TRUE, &passage));
}

static void
test_states (void)
{
  const ChanceryMention mentions[] = {
    { .start_bytes = 0, .end_bytes = 7, .iso = "AM" },
    { .start_bytes = 12, .end_bytes = 18, .iso = "RU" },
    { .start_bytes = 20, .end_bytes = 25, .iso = "KZ" },
  };
  static const char * const expected[] = { "RU", NULL };
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (ChanceryMention));
  g_auto (GStrv) states = NULL;
  g_auto (GStrv) none = NULL;

  g_array_append_vals (array, mentions, G_N_ELEMENTS (mentions));
  states = chancery_passage_dup_states (&(ChanceryPassage) { 7, 20 }, array);
  g_assert_cmpstrv (states, expected);
  none = chancery_passage_dup_states (&(ChanceryPassage) { 7, 20 }, NULL);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/passage/move", test_move);
  g_test_add_func ("/passage/long-line", test_long_line);
  g_test_add_func ("/passage/split", test_split);
  g_test_add_func ("/passage/fit", test_fit);
  g_test_add_func ("/passage/touches", test_touches);
  g_test_add_func ("/passage/locate", test_locate);
  g_test_add_func ("/passage/states", test_states);

  return g_test_run ();
}
