/* test-text-diff.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "changed-text.h"
#include "chancery-carried-notes.h"
#include "chancery-sequence-diff.h"
#include "chancery-text-diff.h"

/* Writes a difference down: [-removed-], {+added+}, and a bar between paragraphs. */
static char *
describe (ChanceryTextDiff *diff)
{
  GString *described = g_string_new (NULL);
  guint n_paragraphs, n_runs;
  const ChanceryTextParagraph *paragraphs = chancery_text_diff_get_paragraphs (diff, &n_paragraphs);
  const ChanceryTextRun *runs = chancery_text_diff_get_runs (diff, &n_runs);

  for (guint p = 0; p < n_paragraphs; p++)
    {
      if (p > 0)
        g_string_append_c (described, '|');
      for (guint r = paragraphs[p].first_run; r < paragraphs[p].first_run + paragraphs[p].n_runs; r++)
        {
          const ChanceryTextSpan *before = &runs[r].before, *after = &runs[r].after;

          if (runs[r].change == CHANCERY_TEXT_CHANGE_REMOVED)
            g_string_append_printf (described, "[-%.*s-]", (int) (before->end_bytes - before->start_bytes),
                                    chancery_text_diff_get_old_text (diff) + before->start_bytes);
          else if (runs[r].change == CHANCERY_TEXT_CHANGE_ADDED)
            g_string_append_printf (described, "{+%.*s+}", (int) (after->end_bytes - after->start_bytes),
                                    chancery_text_diff_get_new_text (diff) + after->start_bytes);
          else
            g_string_append_printf (described, "%.*s", (int) (after->end_bytes - after->start_bytes),
                                    chancery_text_diff_get_new_text (diff) + after->start_bytes);
        }
    }
  g_string_replace (described, "\n", "¶", 0);

  return g_string_free_and_steal (described);
}

static void
check_span (const char             *text,
            const ChanceryTextSpan *span,
            gsize                  *bytes,
            gsize                  *chars)
{
  g_assert_cmpuint (span->start_bytes, ==, *bytes);
  g_assert_cmpuint (span->start_chars, ==, *chars);
  g_assert_cmpuint (span->end_chars - span->start_chars, ==,
                    (gsize) g_utf8_strlen (text + span->start_bytes, (gssize) (span->end_bytes - span->start_bytes)));
  *bytes = span->end_bytes;
  *chars = span->end_chars;
}

/* Runs and paragraphs make up both texts without a gap, and what was kept is the same in both. */
static void
check (ChanceryTextDiff *diff)
{
  const char *old_text = chancery_text_diff_get_old_text (diff), *new_text = chancery_text_diff_get_new_text (diff);
  guint n_paragraphs, n_runs, next_run = 0;
  const ChanceryTextParagraph *paragraphs = chancery_text_diff_get_paragraphs (diff, &n_paragraphs);
  const ChanceryTextRun *runs = chancery_text_diff_get_runs (diff, &n_runs);
  gsize old_bytes = 0, old_chars = 0, new_bytes = 0, new_chars = 0;

  for (guint r = 0; r < n_runs; r++)
    {
      const ChanceryTextSpan *before = &runs[r].before, *after = &runs[r].after;

      check_span (old_text, before, &old_bytes, &old_chars);
      check_span (new_text, after, &new_bytes, &new_chars);
      switch (runs[r].change)
        {
        case CHANCERY_TEXT_CHANGE_KEPT:
          g_assert_cmpmem (old_text + before->start_bytes, before->end_bytes - before->start_bytes,
                           new_text + after->start_bytes, after->end_bytes - after->start_bytes);
          break;
        case CHANCERY_TEXT_CHANGE_REMOVED:
          g_assert_cmpuint (before->start_bytes, <, before->end_bytes);
          g_assert_cmpuint (after->start_bytes, ==, after->end_bytes);
          break;
        case CHANCERY_TEXT_CHANGE_ADDED:
          g_assert_cmpuint (before->start_bytes, ==, before->end_bytes);
          g_assert_cmpuint (after->start_bytes, <, after->end_bytes);
          break;
        case CHANCERY_TEXT_CHANGE_EDITED:
        default:
          g_assert_not_reached ();
        }
    }
  g_assert_cmpuint (old_bytes, ==, strlen (old_text));
  g_assert_cmpuint (new_bytes, ==, strlen (new_text));

  old_bytes = old_chars = new_bytes = new_chars = 0;
  for (guint p = 0; p < n_paragraphs; p++)
    {
      check_span (old_text, &paragraphs[p].before, &old_bytes, &old_chars);
      check_span (new_text, &paragraphs[p].after, &new_bytes, &new_chars);
      g_assert_cmpuint (paragraphs[p].first_run, ==, next_run);
      g_assert_cmpuint (paragraphs[p].n_runs, >, 0);
      next_run += paragraphs[p].n_runs;
    }
  g_assert_cmpuint (next_run, ==, n_runs);
}

typedef struct
{
  const char *name;
  const char *old_text;
  const char *new_text;
  const char *described;
} Case;

static const Case cases[] = {
  { "same", "One.\nTwo.", "One.\nTwo.", "One.¶|Two." },
  { "both-empty", "", "", "" },
  { "all-new", "", "One.\nTwo.", "{+One.¶+}|{+Two.+}" },
  { "all-gone", "One.\nTwo.", "", "[-One.¶-]|[-Two.-]" },
  { "paragraph-added", "One.\nTwo.\nThree.", "One.\nAnd a half.\nTwo.\nThree.", "One.¶|{+And a half.¶+}|Two.¶|Three." },
  { "paragraph-removed", "One.\nTwo.\nThree.", "One.\nThree.", "One.¶|[-Two.¶-]|Three." },
  { "word-changed", "The river rose in spring.\nThe end.", "The river fell in spring.\nThe end.",
    "The river [-rose-]{+fell+} in spring.¶|The end." },
  { "word-added-and-removed", "It was a very long day for them.", "It was a long and cold day for them.",
    "It was a [-very -]long {+and cold +}day for them." },
  { "spaces-are-no-islands", "They met near the old bridge in town again.", "They met near a stone wall in town again.",
    "They met near [-the old bridge-]{+a stone wall+} in town again." },
  { "apostrophes", "They don’t know and won't say a thing.", "They didn’t know and won't say a thing.",
    "They [-don’t-]{+didn’t+} know and won't say a thing." },
  { "edited-beside-new", "The treaty was signed in Rome on Monday.\nEnd.",
    "Nobody had expected anything at all.\nThe treaty was signed in Paris on Monday.\nEnd.",
    "{+Nobody had expected anything at all.¶+}|The treaty was signed in [-Rome-]{+Paris+} on Monday.¶|End." },
  { "too-different", "The treaty was signed in Rome.", "Nobody had expected anything at all.",
    "[-The treaty was signed in Rome.-]|{+Nobody had expected anything at all.+}" },
  { "line-feed-at-the-end", "One two three.", "One two three.\n", "One two three.{+¶+}" },
  { "russian", "Вода поднялась весной у моста.", "Вода спала весной у моста.", "Вода [-поднялась-]{+спала+} весной у моста." },
  { "chinese", "条约于周一签署。", "条约于周二签署。", "条约于周[-一-]{+二+}签署。" },
  { "arabic", "وقع الوزير الاتفاق في القاهرة", "وقع الرئيس الاتفاق في القاهرة", "وقع [-الوزير-]{+الرئيس+} الاتفاق في القاهرة" },
};

static void
test_case (gconstpointer data)
{
  const Case *diff_case = data;
  g_autoptr (ChanceryTextDiff) diff = chancery_text_diff_new (diff_case->old_text, diff_case->new_text);
  g_autofree char *described = describe (diff);

  check (diff);
  g_assert_cmpstr (described, ==, diff_case->described);
  g_assert_cmpint (chancery_text_diff_is_empty (diff), ==, g_str_equal (diff_case->old_text, diff_case->new_text));
  if (chancery_text_diff_is_empty (diff))
    g_assert_cmpfloat (chancery_text_diff_get_similarity (diff), ==, 1.0);
  else
    g_assert_cmpfloat (chancery_text_diff_get_similarity (diff), <, 1.0);
}

/* The fewest changes, by the textbook. */
static gsize
count_changes (const guint32 *a,
               gsize          n_a,
               const guint32 *b,
               gsize          n_b)
{
  g_autofree gsize *row = g_new (gsize, n_b + 1);

  for (gsize j = 0; j <= n_b; j++)
    row[j] = j;
  for (gsize i = 1; i <= n_a; i++)
    {
      gsize diagonal = row[0];

      row[0] = i;
      for (gsize j = 1; j <= n_b; j++)
        {
          gsize above = row[j];

          row[j] = a[i - 1] == b[j - 1] ? diagonal : MIN (above, row[j - 1]) + 1;
          diagonal = above;
        }
    }
  return row[n_b];
}

/* Random sequences: what is kept is the same in both, and no more is changed than must be. */
static void
test_sequences (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint round = 0; round < 3000; round++)
    {
      guint32 a[40], b[40], kept_a[40], kept_b[40];
      guint8 in_a[40], in_b[40];
      gsize n_a = (gsize) g_rand_int_range (random, 0, 40), n_b = (gsize) g_rand_int_range (random, 0, 40);
      gsize n_kept_a = 0, n_kept_b = 0;
      gint n_letters = g_rand_int_range (random, 1, 12);

      for (gsize i = 0; i < n_a; i++)
        a[i] = (guint32) g_rand_int_range (random, 1, n_letters + 1);
      for (gsize i = 0; i < n_b; i++)
        b[i] = i < n_a && round % 2 == 0 && g_rand_int_range (random, 0, 5) > 0 ? a[i] : (guint32) g_rand_int_range (random, 1, n_letters + 1);

      chancery_sequence_diff (a, n_a, b, n_b, in_a, in_b);
      for (gsize i = 0; i < n_a; i++)
        if (in_a[i])
          kept_a[n_kept_a++] = a[i];
      for (gsize i = 0; i < n_b; i++)
        if (in_b[i])
          kept_b[n_kept_b++] = b[i];
      g_assert_cmpmem (kept_a, n_kept_a * sizeof *kept_a, kept_b, n_kept_b * sizeof *kept_b);
      g_assert_cmpuint (n_a + n_b - 2 * n_kept_a, ==, count_changes (a, n_a, b, n_b));
    }
}

/* Far too many changes to find them one by one, and long texts: still in time, and still right. */
static void
test_bounded (void)
{
  gsize n = 200000;
  g_autofree guint32 *a = g_new (guint32, n), *b = g_new (guint32, n);
  g_autofree guint8 *in_a = g_malloc (n), *in_b = g_malloc (n);
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  gsize n_kept = 0;

  for (gsize i = 0; i < n; i++)
    {
      a[i] = (guint32) g_rand_int_range (random, 1, 40);
      b[i] = (guint32) g_rand_int_range (random, 1, 40);
    }
  chancery_sequence_diff (a, n, b, n, in_a, in_b);
  for (gsize i = 0; i < n; i++)
    n_kept += in_a[i];
  for (gsize i = 0; i < n; i++)
    n_kept -= in_b[i];
  g_assert_cmpuint (n_kept, ==, 0);

  /* One in a hundred changed, in a single paragraph without end. */
  for (gsize i = 0; i < n; i++)
    {
      a[i] = (guint32) i % 5 == 0 ? (guint32) i : (guint32) g_rand_int_range (random, 1, 200);
      b[i] = i % 100 == 7 ? 1000000 : a[i];
    }
  chancery_sequence_diff (a, n, b, n, in_a, in_b);
  for (gsize i = 0; i < n; i++)
    n_kept += in_a[i];
  g_assert_cmpuint (n_kept, ==, n - n / 100);
}

/* What the generator does to articles is told rightly, whatever it is. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint change = 0; change < N_CHANGES; change++)
    for (guint script = 0; script < N_SCRIPTS; script++)
      for (guint round = 0; round < 4; round++)
        {
          g_autoptr (ChangedText) changed = changed_text_new (random, (Script) script, (Change) change, 10, 12);
          g_autoptr (ChanceryTextDiff) diff = chancery_text_diff_new (changed->old_text, changed->new_text);

          check (diff);
          if (change == CHANGE_TYPOS || change == CHANGE_WORDS)
            g_assert_cmpfloat (chancery_text_diff_get_similarity (diff), >, 0.8);
        }
}

static GPtrArray *
carry_one (const char       *old_text,
           const char       *new_text,
           ChancerySelector *selector)
{
  g_autoptr (ChanceryTextDiff) diff = chancery_text_diff_new (old_text, new_text);
  g_autoptr (GPtrArray) selectors = g_ptr_array_new ();

  g_ptr_array_add (selectors, selector);
  return chancery_carry_notes (diff, selectors);
}

static void
test_carry_kept (void)
{
  static const char old_text[] = "Nobody came.\nThe river rose in spring, and the river fell.\nThe end of a long report that nobody read.";
  static const char new_text[] = "Somebody came, and the river rose.\nNobody came.\nThe river rose in spring, and the river fell.\n"
                                 "The end of a long report that nobody read.";
  gsize start = (gsize) (strstr (old_text, "river fell") - old_text);
  g_autoptr (ChancerySelector) selector = chancery_selector_new_for_span (old_text, start, start + strlen ("river fell"));
  g_autoptr (GPtrArray) notes = carry_one (old_text, new_text, selector);
  const ChanceryCarriedNote *note = g_ptr_array_index (notes, 0);

  g_assert_true (note->is_unchanged);
  g_assert_cmpfloat (note->anchor.score, ==, 1.0);
  g_assert_cmpstr (note->selector->exact, ==, "river fell");
  g_assert_cmpuint (note->selector->start_chars, ==, start + strlen ("Somebody came, and the river rose.\n"));
  g_assert_cmpstr (note->selector->suffix, ==, ".\nThe end of a long report that ");
}

static void
test_carry_edited (void)
{
  static const char old_text[] = "The delegations agreed to nothing at all on Monday, it was said.\nThe end.";
  static const char new_text[] = "The delegations had agreed to nothing at all on Tuesday, it was said.\nThe end.";
  g_autoptr (ChancerySelector) selector = chancery_selector_new_for_span (old_text, 4, (gsize) (strchr (old_text, ',') - old_text));
  g_autoptr (GPtrArray) notes = carry_one (old_text, new_text, selector);
  const ChanceryCarriedNote *note = g_ptr_array_index (notes, 0);

  g_assert_false (note->is_unchanged);
  g_assert_cmpstr (note->selector->exact, ==, "delegations had agreed to nothing at all on Tuesday");
  g_assert_cmpfloat (note->anchor.score, >, 0.5);
  g_assert_cmpfloat (note->anchor.score, <, 1.0);
}

/* A short phrase that went with its paragraph is not found in the next one that has it. */
static void
test_carry_gone (void)
{
  static const char old_text[] = "It began.\nThey went to the city in the rain, and it was late.\nOthers walked to the city too.\nThe end.";
  static const char new_text[] = "It began.\nOthers walked to the city too.\nThe end.";
  gsize start = (gsize) (strstr (old_text, "to the city") - old_text);
  g_autoptr (ChancerySelector) selector = chancery_selector_new_for_span (old_text, start, start + 11);
  g_autoptr (GPtrArray) notes = carry_one (old_text, new_text, selector);
  const ChanceryCarriedNote *note = g_ptr_array_index (notes, 0);

  g_assert_null (note->selector);
  g_assert_cmpfloat (note->anchor.score, <, CHANCERY_ANCHOR_SCORE_MIN);
}

static void
test_carry_nothing (void)
{
  g_autoptr (GPtrArray) notes = carry_one ("One.", "Two.", NULL);

  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_null (g_ptr_array_index (notes, 0));
}

/* Carrying notes is at least as good as looking for each alone. */
static void
test_carry_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  guint n = 0, n_right = 0, n_wrong = 0;

  for (guint change = 0; change < N_CHANGES; change++)
    for (guint round = 0; round < 40; round++)
      {
        gboolean is_long = change == CHANGE_WORDS || change == CHANGE_INSERTED || change == CHANGE_CUT || change == CHANGE_SURROUNDINGS;
        g_autoptr (ChangedText) changed = changed_text_new (random, (Script) (round % N_SCRIPTS), (Change) change, 12,
                                                            (guint) g_rand_int_range (random, is_long ? 20 : 2, is_long ? 40 : 12));
        g_autoptr (GPtrArray) notes = carry_one (changed->old_text, changed->new_text, changed->selector);
        const ChanceryCarriedNote *note = g_ptr_array_index (notes, 0);
        gsize start = MAX (note->anchor.start_bytes, changed->start_bytes), end = MIN (note->anchor.end_bytes, changed->end_bytes);
        gsize any = MAX (note->anchor.end_bytes, changed->end_bytes) - MIN (note->anchor.start_bytes, changed->start_bytes);

        n++;
        if (note->selector == NULL || !changed->is_there)
          {
            n_right += (note->selector != NULL) == changed->is_there;
            n_wrong += note->selector != NULL;
          }
        else if (end > start && (end - start) * 5 >= any * 4)
          n_right++;
        else if (end <= start || (end - start) * 2 < any)
          n_wrong++;
      }

  g_test_message ("%u of %u right, %u misplaced", n_right, n, n_wrong);
  g_assert_cmpuint (n_right * 100, >=, n * 97);
  g_assert_cmpuint (n_wrong * 100, <=, n);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text-diff/case/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/text-diff/sequences", test_sequences);
  g_test_add_func ("/text-diff/bounded", test_bounded);
  g_test_add_func ("/text-diff/random", test_random);
  g_test_add_func ("/carried-notes/kept", test_carry_kept);
  g_test_add_func ("/carried-notes/edited", test_carry_edited);
  g_test_add_func ("/carried-notes/gone", test_carry_gone);
  g_test_add_func ("/carried-notes/nothing", test_carry_nothing);
  g_test_add_func ("/carried-notes/random", test_carry_random);

  return g_test_run ();
}
