/* test-anchoring.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "chancery-anchoring.h"

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

/* "river" is at 4, 49 and 69 bytes. */
static const Case cases[] = {
  { "at-its-position", "river", "The ", " rose.", 4, 4, 1.0, 1.0 },
  { "position-without-context", "river", "", "", 36, 49, 1.0, 1.0 },
  { "moved", "river", "The ", " fell", 4, 49, 1.0, 1.0 },
  { "prefix-alone", "river", "and the ", "", 0, 69, 1.0, 1.0 },
  { "no-position", "river", "", " froze", -1, 69, 1.0, 1.0 },
  { "context-changed", "Вода", "somewhere ", " sank", -1, 16, 0.6, 0.8 },
  { "one-of-many", "river", "", "", -1, 4, 0.3, 0.3 },
  { "nearest-of-equals", "river", "", "", 54, 69, 0.3, 0.3 },
  { "cyrillic", "поднялась", "Вода ", ". The", 21, 25, 1.0, 1.0 },
  { "position-beyond-the-end", "froze", "", "", 9999, 75, 0.6, 0.6 },
  { "gone", "lake", "The ", " rose", 4, -1, 0, 0 },
  { "nothing", "", "The ", "river", 4, -1, 0, 0 },
  { "longer-than-the-text", "The river rose. Вода поднялась. The river fell, and the river froze. The", "", "", 0, -1, 0, 0 },
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
      return;
    }

  g_assert_true (chancery_anchor_quote (text, selector, &anchor));
  g_assert_cmpuint (anchor.start_bytes, ==, (gsize) anchor_case->found_bytes);
  g_assert_cmpuint (anchor.end_bytes, ==, (gsize) anchor_case->found_bytes + strlen (anchor_case->exact));
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
static void
test_periodic (void)
{
  gsize n_pairs = 1000000;
  g_autoptr (GString) periodic = g_string_sized_new (n_pairs * 2 + 1);
  g_autoptr (ChancerySelector) selector = NULL;
  g_autofree char *half = NULL;
  ChanceryAnchor anchor;

  for (gsize i = 0; i < n_pairs; i++)
    g_string_append (periodic, "ab");
  half = g_strndup (periodic->str, n_pairs);
  selector = chancery_selector_new (half, "ab", "");
  selector->has_position = TRUE;
  selector->start_chars = 7;

  g_assert_true (chancery_anchor_quote (periodic->str, selector, &anchor));
  g_assert_cmpuint (anchor.start_bytes % 2, ==, 0);
  g_assert_cmpuint (anchor.end_bytes - anchor.start_bytes, ==, n_pairs);
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

  return g_test_run ();
}
