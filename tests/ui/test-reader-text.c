/* test-reader-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "reader-fixture.h"
#include "reader/chancery-display-text.h"
#include "reader/chancery-reader-header.h"
#include "reader/chancery-span-index.h"
#include "reader/chancery-text-folding.h"

/* Each character of the display text that stands for one of the canonical text is the same, and no
 * character is left out. */
static void
assert_faithful (ChanceryArticle           *article,
                 const ChanceryDisplayText *display)
{
  const char *canonical = chancery_article_get_text (article);
  const char *shown = chancery_display_text_get_text (display, NULL);
  g_autofree gunichar *canonical_chars = g_utf8_to_ucs4_fast (canonical, -1, NULL);
  glong n_shown;
  g_autofree gunichar *shown_chars = g_utf8_to_ucs4_fast (shown, -1, &n_shown);
  gsize length = chancery_article_get_length_chars (article);

  for (gsize i = 0; i < length; i++)
    {
      gsize place = chancery_display_text_to_display (display, i);

      g_assert_cmpuint (shown_chars[place], ==, canonical_chars[i]);
      g_assert_cmpuint (chancery_display_text_to_canonical (display, place), ==, i);
      g_assert_cmpuint (chancery_display_text_to_display_end (display, i + 1), ==, place + 1);
      g_assert_cmpuint (chancery_display_text_to_canonical (display, place + 1), ==, i + 1);
    }

  for (gsize i = 1; i <= (gsize) n_shown; i++)
    g_assert_cmpuint (chancery_display_text_to_canonical (display, i), >=, chancery_display_text_to_canonical (display, i - 1));
  g_assert_cmpuint (chancery_display_text_to_canonical (display, (gsize) n_shown), ==, length);
}

static void
test_short_text_is_shown_as_it_is (void)
{
  g_autoptr (ChanceryArticle) article = reader_fixture_article ();
  g_autoptr (ChanceryDisplayText) display = chancery_display_text_new (article);

  g_assert_cmpstr (chancery_display_text_get_text (display, NULL), ==, chancery_article_get_text (article));
  g_assert_cmpuint (chancery_display_text_get_n_lines (display), ==, chancery_article_get_n_blocks (article));
  assert_faithful (article, display);
}

static void
test_empty_text (void)
{
  g_autoptr (ChanceryArticle) article = reader_fixture_plain_article ((const char * const[]) { NULL });
  g_autoptr (ChanceryDisplayText) display = chancery_display_text_new (article);

  g_assert_cmpstr (chancery_display_text_get_text (display, NULL), ==, "");
  g_assert_cmpuint (chancery_display_text_get_n_lines (display), ==, 0);
  g_assert_null (chancery_display_text_find_line (display, 0));
  assert_faithful (article, display);
}

static void
test_long_lines_are_broken_between_sentences (void)
{
  g_autoptr (GString) long_line = g_string_new (NULL);
  g_autoptr (ChanceryArticle) article = NULL;
  g_autoptr (ChanceryDisplayText) display = NULL;
  guint n_lines;

  while (long_line->len < 100000)
    g_string_append (long_line, "The délégation — twelve strong – arrived. Nobody said a word about the 🕊 on the roof. ");
  article = reader_fixture_plain_article ((const char * const[]) { "Before.", long_line->str, "After.", NULL });
  display = chancery_display_text_new (article);
  assert_faithful (article, display);

  n_lines = chancery_display_text_get_n_lines (display);
  g_assert_cmpuint (n_lines, >, 40);
  for (guint i = 0; i < n_lines; i++)
    {
      const ChanceryDisplayLine *line = chancery_display_text_get_line (display, i);

      g_assert_cmpuint (line->end_chars - line->start_chars, <=, CHANCERY_DISPLAY_LINE_PART_CHARS);
      g_assert_cmpuint (line->continues, ==, line->block == 1 && i + 2 < n_lines);
      g_assert_true (chancery_display_text_find_line (display, line->start_chars) == line);
      g_assert_true (chancery_display_text_find_line (display, line->end_chars) == line);
      if (line->continues)
        {
          const char *end = g_utf8_offset_to_pointer (chancery_display_text_get_text (display, NULL), (glong) line->end_chars);

          g_assert_true (strncmp (end - 2, ". \n", 3) == 0);
        }
    }
}

static void
test_long_lines_without_spaces_are_broken_between_characters (void)
{
  /* A family of one sign, joined by U+200D, with a mark of its own. */
  static const char sign[] = "👩🏽\xe2\x80\x8d👧e\xcc\x82";
  g_autoptr (GString) long_line = g_string_new (NULL);
  g_autoptr (ChanceryArticle) article = NULL;
  g_autoptr (ChanceryDisplayText) display = NULL;
  const char *text;

  while (long_line->len < 200000)
    g_string_append (long_line, sign);
  article = reader_fixture_plain_article ((const char * const[]) { long_line->str, NULL });
  display = chancery_display_text_new (article);
  assert_faithful (article, display);

  text = chancery_display_text_get_text (display, NULL);
  for (const char *p = strchr (text, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    {
      gunichar before = g_utf8_get_char (g_utf8_prev_char (p));
      gunichar after = g_utf8_get_char (p + 1);

      g_assert_cmpuint (before, !=, 0x200d);
      g_assert_cmpuint (after, !=, 0x200d);
      g_assert_false (g_unichar_ismark (after));
      g_assert_false (after >= 0x1f3fb && after <= 0x1f3ff);
    }
}

static void
test_direction_of_paragraphs (void)
{
  g_autoptr (ChanceryArticle) arabic = reader_fixture_arabic_article ();
  g_autoptr (ChanceryDisplayText) display = chancery_display_text_new (arabic);
  g_autoptr (ChanceryArticle) english = reader_fixture_plain_article (
    (const char * const[]) { "Плюс and also", "موسكو is what they call it there.", "موسكو وحدها هنا", "Plain.", NULL });
  g_autoptr (ChanceryDisplayText) english_display = chancery_display_text_new (english);
  const ChanceryDisplayLine *line = chancery_display_text_get_line (display, 1);
  const char *second = strchr (chancery_display_text_get_text (display, NULL), '\n') + 1;
  const char *text = chancery_display_text_get_text (english_display, NULL);

  /* The second paragraph begins with a Latin name, and is Arabic all the same. */
  g_assert_true (g_str_has_prefix (second, "\u200fCSTO"));
  g_assert_true (line->mixed);
  g_assert_false (chancery_display_text_get_line (display, 0)->mixed);
  assert_faithful (arabic, display);

  g_assert_nonnull (strstr (text, "\n\u200eموسكو is"));
  g_assert_nonnull (strstr (text, "\nموسكو وحدها"));
  g_assert_true (g_str_has_prefix (text, "Плюс"));
  assert_faithful (english, english_display);
}

typedef struct
{
  GArray *found;
} Found;

static void
found_cb (const ChancerySpan *span,
          guint               position,
          gpointer            user_data)
{
  g_array_append_val (((Found *) user_data)->found, position);
}

/* The index finds what comparing every span finds, and gives overlapping spans different levels. */
static void
test_index_finds_what_overlaps (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20231123);

  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (ChancerySpanIndex) index = chancery_span_index_new ();
      guint n_spans = (guint) g_rand_int_range (rand, 0, 120);

      for (guint i = 0; i < n_spans; i++)
        {
          guint start = (guint) g_rand_int_range (rand, 0, 1000);

          chancery_span_index_add (index, start, start + (guint) g_rand_int_range (rand, 0, i % 10 == 0 ? 500 : 20), 0, NULL);
        }
      chancery_span_index_sort (index);

      for (guint i = 0; i < 100; i++)
        {
          guint start = (guint) g_rand_int_range (rand, 0, 1100);
          guint end = start + (guint) g_rand_int_range (rand, 1, 60);
          Found found = { g_array_new (FALSE, FALSE, sizeof (guint)) };
          guint n_expected = 0;

          chancery_span_index_foreach (index, start, end, found_cb, &found);
          for (guint j = 0; j < chancery_span_index_get_size (index); j++)
            {
              const ChancerySpan *span = chancery_span_index_get (index, j);

              if (span->start < end && span->end > start)
                {
                  g_assert_cmpuint (n_expected, <, found.found->len);
                  g_assert_cmpuint (g_array_index (found.found, guint, n_expected), ==, j);
                  n_expected++;
                }
            }
          g_assert_cmpuint (found.found->len, ==, n_expected);
          g_array_unref (found.found);
        }
    }
}

static void
test_index_levels (void)
{
  g_autoptr (ChancerySpanIndex) index = chancery_span_index_new ();

  chancery_span_index_add (index, 40, 50, 0, NULL);
  chancery_span_index_add (index, 0, 10, 1, NULL);
  chancery_span_index_add (index, 5, 20, 2, NULL);
  chancery_span_index_add (index, 0, 30, 3, NULL);
  chancery_span_index_add (index, 20, 25, 4, NULL);
  chancery_span_index_add (index, 7, 7, 5, NULL);
  chancery_span_index_sort (index);

  g_assert_cmpuint (chancery_span_index_get_size (index), ==, 5);
  g_assert_cmpuint (chancery_span_index_get (index, 0)->style, ==, 3);
  g_assert_cmpuint (chancery_span_index_get (index, 0)->level, ==, 0);
  g_assert_cmpuint (chancery_span_index_get (index, 1)->style, ==, 1);
  g_assert_cmpuint (chancery_span_index_get (index, 1)->level, ==, 1);
  g_assert_cmpuint (chancery_span_index_get (index, 2)->level, ==, 2);
  g_assert_cmpuint (chancery_span_index_get (index, 3)->level, ==, 1);
  g_assert_cmpuint (chancery_span_index_get (index, 4)->level, ==, 0);

  g_assert_cmpuint (chancery_span_index_find_after (index, 0), ==, 2);
  g_assert_cmpuint (chancery_span_index_find_after (index, 20), ==, 4);
  g_assert_cmpuint (chancery_span_index_find_after (index, 40), ==, 5);
}

/* Finds words in a text and writes the matches as "start-end start-end". */
static void
assert_found (const char *text,
              const char *words,
              const char *expected)
{
  g_autoptr (ChanceryTextFolding) folding = chancery_text_folding_new (text, -1);
  g_autoptr (GArray) matches = chancery_text_folding_find (folding, words);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      ChanceryTextMatch *match = &g_array_index (matches, ChanceryTextMatch, i);

      g_string_append_printf (found, i == 0 ? "%u-%u" : " %u-%u", match->start_chars, match->end_chars);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_finding (void)
{
  assert_found ("Yerevan and YEREVAN", "yerevan", "0-7 12-19");
  assert_found ("aaaa", "aa", "0-2 2-4");
  assert_found ("nothing", "", "");
  assert_found ("nothing", "   ", "");
  assert_found ("nothing", "things", "");
  assert_found ("a word ", " word ", "2-6");
  assert_found ("two\nblocks", "two blocks", "0-10");
}

static void
test_finding_folds (void)
{
  assert_found ("un café crème", "CAFE CREME", "3-13");
  assert_found ("un cafe\u0301, puis", "cafe", "3-8");
  assert_found ("un cafe", "café", "3-7");
  assert_found ("Straße", "STRASSE", "0-6");
  assert_found ("Straße", "s", "0-1 4-5");
  assert_found ("“don’t”", "\"don't\"", "0-7");
  assert_found ("Łódź and Ørsted", "lodz", "0-4");
  assert_found ("Łódź and Ørsted", "orsted", "9-15");
  assert_found ("ЕРЕВАН, ещё", "ереван", "0-6");
  assert_found ("ещё", "еще", "0-3");
  /* й is a letter, not an и with a mark. */
  assert_found ("мой", "мои", "");
  assert_found ("МОЙ", "мой", "0-3");
  assert_found ("مُحَمَّد", "محمد", "0-8");
  assert_found ("أرمينيا", "ارمينيا", "0-7");
  assert_found ("co\u00adoperation", "cooperation", "0-12");
  assert_found ("a\u00a0b", "a b", "0-3");
  assert_found ("ﬁnal", "final", "0-4");
  assert_found ("1994–1999", "1994-1999", "0-9");
}

static void
test_reading_time (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpuint (chancery_reader_header_count_minutes (""), ==, 1);
  for (guint i = 0; i < 880; i++)
    g_string_append (text, "word ");
  g_assert_cmpuint (chancery_reader_header_count_minutes (text->str), ==, 4);

  g_string_truncate (text, 0);
  for (guint i = 0; i < 1200; i++)
    g_string_append (text, "話");
  g_assert_cmpuint (chancery_reader_header_count_minutes (text->str), ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reader/display/short", test_short_text_is_shown_as_it_is);
  g_test_add_func ("/reader/display/empty", test_empty_text);
  g_test_add_func ("/reader/display/sentences", test_long_lines_are_broken_between_sentences);
  g_test_add_func ("/reader/display/characters", test_long_lines_without_spaces_are_broken_between_characters);
  g_test_add_func ("/reader/display/direction", test_direction_of_paragraphs);
  g_test_add_func ("/reader/index/overlap", test_index_finds_what_overlaps);
  g_test_add_func ("/reader/index/levels", test_index_levels);
  g_test_add_func ("/reader/find/words", test_finding);
  g_test_add_func ("/reader/find/folding", test_finding_folds);
  g_test_add_func ("/reader/header/minutes", test_reading_time);

  return g_test_run ();
}
