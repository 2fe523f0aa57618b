/* test-anchoring.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "anchoring/chancery-anchor-target.h"
#include "anchoring/chancery-anchoring.h"
#include "changed-text.h"

static const char text[] = "The river rose. Вода поднялась. The river fell, and the river froze.";

typedef struct
{
  const char *name;
  const char *exact;
  const char *prefix;
  const char *suffix;
  int start_chars; /* -1 for none */
  int found_bytes; /* -1 for not at all */
  double score_min;
  double score_max;
} Case;

/* "river" is at 4, 49 and 69 bytes. Below the least score that counts, it is only a suggestion. */
static const Case cases[] = {
  { "at-its-position", "river", "The ", " rose.", 4, 4, 1.0, 1.0 },
  { "position-without-context", "river", "", "", 36, 49, 1.0, 1.0 },
  { "moved", "river", "The ", " fell", 4, 49, 0.8, 1.0 },
  { "prefix-alone", "river", "and the ", "", 0, 69, 0.8, 1.0 },
  { "no-position", "river", "", " froze", -1, 69, 0.8, 1.0 },
  { "context-changed", "and the river froze", "somewhere ", " sank", 48, 61, 0.5, 0.8 },
  { "short-and-context-changed", "Вода", "somewhere ", " sank", 16, -1, 0, 0.5 },
  { "nothing-to-tell-by", "river", "", "", -1, -1, 0, 0.5 },
  { "one-alone", "поднялась", "", "", -1, 25, 0.5, 1.0 },
  { "cyrillic", "поднялась", "Вода ", ". The", 21, 25, 1.0, 1.0 },
  { "other-case", "THE RIVER FELL", "", "", -1, 45, 0.5, 0.95 },
  { "position-beyond-the-end", "froze", "", "", 9999, 75, 0.5, 1.0 },
  { "gone", "lake", "The ", " rose", 4, -1, 0, 0.5 },
  { "nothing", "", "The ", "river", 4, -1, 0, 0.5 },
  { "longer-than-the-text", "The river rose. Вода поднялась. The river fell, and the river froze. The end.", "", "", 0, 0, 0.5, 0.9 },
  { "much-longer-than-the-text",
    "The river rose. Вода поднялась. The river fell, and the river froze. And then there was so much else that nothing of "
    "what it had been was left.",
    "", "", 0, -1, 0, 0.5 },
  { "whole", "The river rose. Вода поднялась. The river fell, and the river froze.", "", "", 0, 0, 1.0, 1.0 },
};

static void
test_case (gconstpointer data)
{
  const Case *anchor_case = data;
  g_autoptr (ChancerySelector) selector = chancery_selector_new (anchor_case->exact, anchor_case->prefix, anchor_case->suffix);
  ChanceryAnchor anchor;

  if (anchor_case->start_chars >= 0)
    {
      selector->has_position = TRUE;
      selector->start_chars = (gsize) anchor_case->start_chars;
      selector->end_chars = selector->start_chars + (gsize) g_utf8_strlen (anchor_case->exact, -1);
    }

  if (anchor_case->found_bytes < 0)
    {
      g_assert_false (chancery_anchor_quote (text, selector, &anchor));
      g_assert_cmpfloat (anchor.score, <, CHANCERY_ANCHOR_SCORE_MIN);
      return;
    }

  g_assert_true (chancery_anchor_quote (text, selector, &anchor));
  g_assert_cmpuint (anchor.start_bytes, ==, (gsize) anchor_case->found_bytes);
  if (strlen (anchor_case->exact) < strlen (text))
    g_assert_cmpuint (anchor.end_bytes, ==, (gsize) anchor_case->found_bytes + strlen (anchor_case->exact));
  else
    g_assert_cmpuint (anchor.end_bytes, ==, strlen (text));
  g_assert_cmpfloat (anchor.score, >=, anchor_case->score_min);
  g_assert_cmpfloat (anchor.score, <=, anchor_case->score_max);
}

/* Whatever passage is marked is found again, also after something was put before it. */
static void
test_every_passage (void)
{
  g_autofree char *longer = g_strconcat ("What is new comes first. ", text, NULL);
  gsize added = strlen (longer) - strlen (text);

  for (const char *start = text; *start != '\0'; start = g_utf8_next_char (start))
    for (const char *end = g_utf8_next_char (start);; end = g_utf8_next_char (end))
      {
        gsize start_bytes = (gsize) (start - text), end_bytes = (gsize) (end - text);
        g_autoptr (ChancerySelector) selector = chancery_selector_new_for_span (text, start_bytes, end_bytes);
        ChanceryAnchor anchor;

        g_assert_true (chancery_anchor_quote (text, selector, &anchor));
        g_assert_cmpuint (anchor.start_bytes, ==, start_bytes);
        g_assert_cmpuint (anchor.end_bytes, ==, end_bytes);
        g_assert_cmpfloat (anchor.score, ==, 1.0);

        g_assert_true (chancery_anchor_quote (longer, selector, &anchor));
        g_assert_cmpuint (anchor.start_bytes, ==, start_bytes + added);
        g_assert_cmpuint (anchor.end_bytes, ==, end_bytes + added);
        g_assert_cmpfloat (anchor.score, >=, 0.8);

        if (*end == '\0')
          break;
      }
}

static void
test_decomposed_selector (void)
{
  g_autoptr (ChancerySelector) selector = chancery_selector_new ("cafe\xcc\x81", "the ", NULL);
  ChanceryAnchor anchor;

  g_assert_true (chancery_anchor_quote ("in the café", selector, &anchor));
  g_assert_cmpuint (anchor.start_bytes, ==, 7);
  g_assert_cmpuint (anchor.end_bytes, ==, 12);
}

static void
test_overlapping (void)
{
  g_autoptr (ChancerySelector) selector = chancery_selector_new ("aa", "xa", "b");
  ChanceryAnchor anchor;

  g_assert_true (chancery_anchor_quote ("aa xaaab", selector, &anchor));
  g_assert_cmpuint (anchor.start_bytes, ==, 5);
  g_assert_cmpuint (anchor.end_bytes, ==, 7);
}

/* Overlapping occurrences in a periodic text, which must not take time by the square. */
static char *
make_periodic (gsize n_pairs)
{
  GString *periodic = g_string_sized_new (n_pairs * 2 + 1);

  for (gsize i = 0; i < n_pairs; i++)
    g_string_append (periodic, "ab");
  return g_string_free_and_steal (periodic);
}

static void
test_periodic (void)
{
  gsize n_pairs = 1000000;
  g_autofree char *periodic = make_periodic (n_pairs);
  g_autofree char *half = g_strndup (periodic, n_pairs);
  g_autofree char *other = g_strconcat (half, "c", NULL);
  g_autoptr (ChanceryAnchorText) prepared = chancery_anchor_text_new (periodic, strlen (periodic));
  g_autoptr (ChancerySelector) selector = chancery_selector_new (half, "ab", "");
  g_autoptr (ChancerySelector) changed = chancery_selector_new (other, "ab", "cd");
  g_autoptr (ChancerySelector) brief = chancery_selector_new ("abababababababababab", "cd", "ef");
  ChanceryAnchor anchor;

  selector->has_position = TRUE;
  selector->start_chars = 7;
  g_assert_true (chancery_anchor_quote (periodic, selector, &anchor));
  g_assert_cmpuint (anchor.start_bytes % 2, ==, 0);
  g_assert_cmpuint (anchor.end_bytes - anchor.start_bytes, ==, n_pairs);
  g_assert_true (chancery_anchor_text_find (prepared, selector, &anchor));

  /* Whatever is said of these, it is said in time. */
  chancery_anchor_quote (periodic, changed, &anchor);
  chancery_anchor_text_find (prepared, changed, &anchor);
  g_assert_false (chancery_anchor_quote (periodic, brief, &anchor));
  g_assert_false (chancery_anchor_text_find (prepared, brief, &anchor));
}

/* Finds a passage and checks what it is, by its words. */
static void
assert_found (const char *where,
              const char *exact,
              const char *prefix,
              const char *suffix,
              const char *expected)
{
  g_autoptr (ChancerySelector) selector = chancery_selector_new (exact, prefix, suffix);
  g_autofree char *found = NULL;
  ChanceryAnchor anchor;

  g_assert_true (chancery_anchor_quote (where, selector, &anchor));
  found = g_strndup (where + anchor.start_bytes, anchor.end_bytes - anchor.start_bytes);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_kinds_of_change (void)
{
  /* White space, line ends, and none between the characters of a script that has none. */
  assert_found ("The treaty\r\n  was\302\240signed.", "treaty was signed", "The ", ".", "treaty\r\n  was\302\240signed");
  assert_found ("条约于\n周一签署。", "条约于周一", NULL, "签署", "条约于\n周一");
  /* Quotation marks, dashes, dots. */
  assert_found ("He said: \"no -- never...\" and left", "“no — never…”", "said: ", " and", "\"no -- never...\"");
  assert_found ("Il dit « non » et part", "\"non\"", "dit ", " et", "« non »");
  /* Accents taken apart, and the mark on the last letter belongs to it. */
  assert_found ("le cafe\314\201 ferme", "café", "le ", " ferme", "cafe\314\201");
  assert_found ("Мо\314\201сква и\314\206 там", "Москва й", NULL, " там", "Мо\314\201сква и\314\206");
  /* What nobody sees. */
  assert_found ("the gov\302\255ern\342\200\213ment fell", "government", "the ", " fell", "gov\302\255ern\342\200\213ment");
  /* Ligatures, full width, digits of another script. */
  assert_found ("a di\357\254\203cult o\357\254\203ce", "difficult office", "a ", NULL, "di\357\254\203cult o\357\254\203ce");
  assert_found ("在２０２４年", "2024", "在", "年", "２０２４");
  assert_found ("في عام ٢٠٢٤ وقعت", "2024", "في عام ", " وقعت", "٢٠٢٤");
  /* From right to left, with vowel signs and the stroke that lengthens letters. */
  assert_found ("وَقَّعَ الوزيـــر الاتفاق", "الوزير", "وقع ", " الاتفاق", "الوزيـــر");
  assert_found ("החתימה על ההסכם", "ההסכם", "על ", NULL, "ההסכם");
  /* Beyond the first plane. */
  assert_found ("the 😀 flag 🇫🇷 of 𝔘 rose", "flag 🇫🇷 of 𝔘", "😀 ", " rose", "flag 🇫🇷 of 𝔘");
}

static void
test_inserted_and_cut (void)
{
  static const char quote[] = "The committee will meet in Geneva on the second of May to hear what both delegations have to "
                              "say about the border, and will report to the assembly before the summer.";
  g_autofree char *inserted = g_strconcat ("It is said. The committee will meet in Geneva on the second of May to hear what both "
                                           "delegations have, after a long delay that neither of them explained, to say about "
                                           "the border, and will report to the assembly before the summer. Nobody knows.", NULL);

  assert_found (inserted, quote, "It is said. ", " Nobody knows.",
                "The committee will meet in Geneva on the second of May to hear what both delegations have, after a long delay "
                "that neither of them explained, to say about the border, and will report to the assembly before the summer.");
  assert_found ("It is said. The committee will meet in Geneva on the second of May to hear what both delegations have to "
                "say about the border. Nobody knows.",
                quote, "It is said. ", " Nobody knows.",
                "The committee will meet in Geneva on the second of May to hear what both delegations have to say about the "
                "border.");
}

/* The very words in a box beside the text are not the passage, if its context is with words that were corrected. */
static void
test_context_decides (void)
{
  static const char twice[] = "A box: The delegations agreed to nothing at all on Monday. End of the box. When they came out "
                              "of the hall, reporters heard it. The delegetions agreed to nothing at all on Mondey. They "
                              "will be back in autumn.";

  assert_found (twice, "The delegations agreed to nothing at all on Monday.", "came out of the hall, reporters heard it. ",
                " They will be back in autumn.", "The delegetions agreed to nothing at all on Mondey.");
}

static void
test_short_needs_context (void)
{
  static const char recurs[] = "They came to the city in spring. Nobody saw them. Much later, others came to the city too.";
  g_autoptr (ChancerySelector) gone = chancery_selector_new ("to the city", "when she finally went ", " of her birth, alone");
  ChanceryAnchor anchor;

  g_assert_false (chancery_anchor_quote (recurs, gone, &anchor));
  gone->has_position = TRUE;
  gone->start_chars = 300;
  g_assert_false (chancery_anchor_quote (recurs, gone, &anchor));
}

static JsonNode *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);

  g_assert_no_error (error);
  return node;
}

static gboolean
find_target (const char     *json,
             ChanceryAnchor *anchor)
{
  g_autoptr (JsonNode) node = parse (json);
  g_autoptr (ChanceryAnchorText) prepared = chancery_anchor_text_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_auto (ChanceryAnchorTarget) target = { NULL, NULL, NULL };

  g_assert_true (chancery_anchor_target_read (node, &target, &error));
  g_assert_no_error (error);
  return chancery_anchor_target_find (&target, prepared, anchor);
}

static void
test_target (void)
{
  ChanceryAnchor anchor;

  g_assert_true (find_target ("[{\"type\":\"TextPositionSelector\",\"start\":36,\"end\":41},"
                              "{\"type\":\"TextQuoteSelector\",\"exact\":\"river\",\"prefix\":\"The \",\"suffix\":\" fell\"}]", &anchor));
  g_assert_cmpuint (anchor.start_bytes, ==, 49);

  /* A range ends before what its end begins with. */
  g_assert_true (find_target ("{\"type\":\"RangeSelector\",\"startSelector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"Вода\"},"
                              "\"endSelector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"The river fell\"}}", &anchor));
  g_assert_cmpuint (anchor.start_bytes, ==, 16);
  g_assert_cmpuint (anchor.end_bytes, ==, 45);
  g_assert_true (find_target ("{\"type\":\"RangeSelector\",\"startSelector\":{\"type\":\"TextPositionSelector\",\"start\":0,\"end\":1},"
                              "\"endSelector\":{\"type\":\"TextPositionSelector\",\"start\":3,\"end\":4}}", &anchor));
  g_assert_cmpuint (anchor.start_bytes, ==, 0);
  g_assert_cmpuint (anchor.end_bytes, ==, 3);
  g_assert_false (find_target ("{\"type\":\"RangeSelector\",\"startSelector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"The river fell\"},"
                               "\"endSelector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"Вода\"}}", &anchor));

  /* A position that is in the text can't be checked, one that isn't can. */
  g_assert_true (find_target ("{\"type\":\"TextPositionSelector\",\"start\":4,\"end\":9}", &anchor));
  g_assert_cmpfloat (anchor.score, ==, CHANCERY_ANCHOR_SCORE_MIN);
  g_assert_false (find_target ("{\"type\":\"TextPositionSelector\",\"start\":4,\"end\":9999}", &anchor));

  g_assert_true (find_target ("{\"type\":\"FragmentSelector\",\"value\":\"a\",\"refinedBy\":"
                              "{\"type\":\"TextQuoteSelector\",\"exact\":\"froze\"}}", &anchor));
  g_assert_cmpuint (anchor.start_bytes, ==, 75);
}

static void
test_target_errors (void)
{
  static const char * const invalid[] = {
    "1",
    "[[1]]",
    "{\"type\":\"TextQuoteSelector\"}",
    "{\"type\":\"TextQuoteSelector\",\"exact\":7}",
    "{\"type\":\"TextQuoteSelector\",\"exact\":\"a\",\"prefix\":{}}",
    "{\"type\":\"TextPositionSelector\",\"start\":-1,\"end\":2}",
    "{\"type\":\"TextPositionSelector\",\"start\":3,\"end\":2}",
    "{\"type\":\"TextPositionSelector\",\"start\":\"1\",\"end\":2}",
    "{\"type\":\"RangeSelector\",\"startSelector\":{\"type\":\"TextPositionSelector\",\"start\":1,\"end\":2}}",
    "{\"type\":\"RangeSelector\",\"startSelector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"a\"},\"endSelector\":"
    "{\"type\":\"TextQuoteSelector\"}}",
    "[[[[[[[[[[[[[{}]]]]]]]]]]]]]",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_autoptr (JsonNode) node = parse (invalid[i]);
      g_autoptr (GError) error = NULL;
      ChanceryAnchorTarget target;

      g_assert_false (chancery_anchor_target_read (node, &target, &error));
      g_assert_error (error, CHANCERY_ANCHOR_TARGET_ERROR, CHANCERY_ANCHOR_TARGET_ERROR_INVALID);
      g_assert_null (target.selector);
    }

  {
    g_autoptr (JsonNode) node = parse ("[{\"type\":\"XPathSelector\",\"value\":\"/p\"}]");
    g_autoptr (GError) error = NULL;
    ChanceryAnchorTarget target;

    g_assert_false (chancery_anchor_target_read (node, &target, &error));
    g_assert_error (error, CHANCERY_ANCHOR_TARGET_ERROR, CHANCERY_ANCHOR_TARGET_ERROR_UNKNOWN);
  }
}

static void
test_chars (void)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autoptr (ChanceryAnchorText) prepared = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (long_text, "aя😀");
  prepared = chancery_anchor_text_new (long_text->str, long_text->len);
  for (gsize chars = 0; chars <= 3000; chars++)
    {
      gsize bytes = (gsize) (g_utf8_offset_to_pointer (long_text->str, (glong) chars) - long_text->str);

      g_assert_cmpuint (chancery_anchor_text_chars_to_bytes (prepared, chars), ==, bytes);
      g_assert_cmpuint (chancery_anchor_text_bytes_to_chars (prepared, bytes), ==, chars);
    }
  g_assert_cmpuint (chancery_anchor_text_chars_to_bytes (prepared, 99999), ==, long_text->len);
}

#define N_ROUNDS 24

typedef struct
{
  guint n;
  guint n_right;
  guint n_wrong;
} Tally;

static void
tally (Tally                *counts,
       const ChangedText    *changed,
       gboolean              found,
       const ChanceryAnchor *anchor)
{
  gsize both, any;

  counts->n++;
  if (!changed->is_there || !found)
    {
      counts->n_right += changed->is_there == found;
      counts->n_wrong += found;
      return;
    }

  both = MIN (anchor->end_bytes, changed->end_bytes) > MAX (anchor->start_bytes, changed->start_bytes)
    ? MIN (anchor->end_bytes, changed->end_bytes) - MAX (anchor->start_bytes, changed->start_bytes) : 0;
  any = (anchor->end_bytes - anchor->start_bytes) + (changed->end_bytes - changed->start_bytes) - both;
  counts->n_right += both * 5 >= any * 4;
  counts->n_wrong += both * 2 < any;
}

/* Made-up articles with made-up changes, the same ones each time. Nearly all passages are found, in every kind of
 * change and script, and hardly any highlight is on words that nobody marked; one passage or many makes no difference. */
static void
test_changes (gconstpointer data)
{
  Change change = (Change) GPOINTER_TO_UINT (data);
  g_autoptr (GRand) random = g_rand_new_with_seed (1000 + (guint32) change);
  Tally counts = { 0, 0, 0 };
  gboolean is_long = change == CHANGE_WORDS || change == CHANGE_INSERTED || change == CHANGE_CUT;

  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint script = 0; script < N_SCRIPTS; script++)
      {
        guint n_words = (guint) (is_long ? g_rand_int_range (random, 24, 50)
                                         : g_rand_int_range (random, change == CHANGE_SURROUNDINGS ? 10 : 2, 20));
        g_autoptr (ChangedText) changed = changed_text_new (random, script, change, 12, n_words);
        g_autoptr (ChanceryAnchorText) prepared = chancery_anchor_text_new (changed->new_text, strlen (changed->new_text));
        ChanceryAnchor anchor, same;
        gboolean found = chancery_anchor_quote (changed->new_text, changed->selector, &anchor);

        tally (&counts, changed, found, &anchor);
        g_assert_cmpint (chancery_anchor_text_find (prepared, changed->selector, &same), ==, found);
        if (found)
          {
            g_assert_cmpuint (anchor.start_bytes, ==, same.start_bytes);
            g_assert_cmpuint (anchor.end_bytes, ==, same.end_bytes);
            g_assert_cmpfloat (anchor.score, >=, CHANCERY_ANCHOR_SCORE_MIN);
            g_assert_cmpfloat (anchor.score, <=, 1.0);
          }
        else
          g_assert_cmpfloat (anchor.score, <, CHANCERY_ANCHOR_SCORE_MIN);
      }

  g_test_message ("%s: %u of %u right, %u misplaced", change_get_name (change), counts.n_right, counts.n, counts.n_wrong);
  g_assert_cmpuint (counts.n_right * 100, >=, counts.n * 95);
  g_assert_cmpuint (counts.n_wrong * 100, <=, counts.n * 2);
}

typedef struct
{
  ChanceryAnchorText *prepared;
  const ChangedText *changed;
} Job;

static gpointer
find_in_thread (gpointer data)
{
  Job *job = data;
  ChanceryAnchor anchor;
  gsize sum = 0;

  for (guint i = 0; i < 50; i++)
    if (chancery_anchor_text_find (job->prepared, job->changed->selector, &anchor))
      sum += anchor.start_bytes;
  return GSIZE_TO_POINTER (sum);
}

/* Threads that share a text which has no index yet agree. */
static void
test_threads (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (ChangedText) changed = changed_text_new (random, SCRIPT_LATIN, CHANGE_TYPOS, 40, 12);
  g_autoptr (ChanceryAnchorText) prepared = chancery_anchor_text_new (changed->new_text, strlen (changed->new_text));
  Job job = { prepared, changed };
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("anchor", find_in_thread, &job);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_SIZE (g_thread_join (threads[i])), ==, 50 * changed->start_bytes);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/anchoring/case/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/anchoring/every-passage", test_every_passage);
  g_test_add_func ("/anchoring/decomposed-selector", test_decomposed_selector);
  g_test_add_func ("/anchoring/overlapping", test_overlapping);
  g_test_add_func ("/anchoring/periodic", test_periodic);
  g_test_add_func ("/anchoring/kinds-of-change", test_kinds_of_change);
  g_test_add_func ("/anchoring/inserted-and-cut", test_inserted_and_cut);
  g_test_add_func ("/anchoring/context-decides", test_context_decides);
  g_test_add_func ("/anchoring/short-needs-context", test_short_needs_context);
  g_test_add_func ("/anchoring/target", test_target);
  g_test_add_func ("/anchoring/target-errors", test_target_errors);
  g_test_add_func ("/anchoring/chars", test_chars);
  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autofree char *path = g_strconcat ("/anchoring/changes/", change_get_name ((Change) i), NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_changes);
    }
  g_test_add_func ("/anchoring/threads", test_threads);

  return g_test_run ();
}
