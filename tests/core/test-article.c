/* test-article.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-article.h"

static GPtrArray *
make_blocks (const char *first, ...)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);
  va_list arguments;

  va_start (arguments, first);
  for (const char *text = first; text != NULL; text = va_arg (arguments, const char *))
    g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_PARAGRAPH, 0, text));
  va_end (arguments);

  return blocks;
}

static void
test_canonical_text (void)
{
  g_autoptr (GPtrArray) blocks = make_blocks ("One\nline", "e\xcc\x81tat", "Три", NULL);
  g_autoptr (ChanceryArticle) article = chancery_article_new (&(ChanceryArticleFields) { .blocks = blocks });

  g_assert_cmpstr (chancery_article_get_text (article), ==, "One line\nétat\nТри");
  g_assert_cmpuint (chancery_article_get_length_chars (article), ==, 17);
  g_assert_cmpuint (chancery_article_get_n_blocks (article), ==, 3);
  g_assert_cmpuint (chancery_article_get_block_start_bytes (article, 2), ==, 15);
  g_assert_cmpuint (chancery_article_get_block_at_bytes (article, 0), ==, 0);
  g_assert_cmpuint (chancery_article_get_block_at_bytes (article, 8), ==, 0);
  g_assert_cmpuint (chancery_article_get_block_at_bytes (article, 9), ==, 1);
  g_assert_cmpuint (chancery_article_get_block_at_bytes (article, 21), ==, 2);
  g_assert_true (g_uuid_string_is_valid (chancery_article_get_uid (article)));
}

static void
test_empty (void)
{
  g_autoptr (ChanceryArticle) article = chancery_article_new (&(ChanceryArticleFields) { .headline = "" });

  g_assert_cmpstr (chancery_article_get_text (article), ==, "");
  g_assert_null (chancery_article_get_headline (article));
  g_assert_cmpuint (chancery_article_bytes_to_chars (article, 0), ==, 0);
  g_assert_cmpuint (chancery_article_chars_to_bytes (article, 0), ==, 0);
  g_assert_cmpuint (chancery_article_chars_to_bytes (article, 9), ==, 0);
}

/* Each offset of a text with characters of one to four bytes, over several marks. */
static void
test_offsets (void)
{
  static const char * const pieces[] = { "a", "é", "話", "🕊" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (ChanceryArticle) article = NULL;
  const char *canonical;
  gsize n_chars = 0;

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, pieces[(i * i + i / 7) % G_N_ELEMENTS (pieces)]);
  blocks = make_blocks (text->str, "end", NULL);
  article = chancery_article_new (&(ChanceryArticleFields) { .blocks = blocks });
  canonical = chancery_article_get_text (article);

  for (const char *p = canonical;; p = g_utf8_next_char (p), n_chars++)
    {
      gsize offset_bytes = (gsize) (p - canonical);

      g_assert_cmpuint (chancery_article_bytes_to_chars (article, offset_bytes), ==, n_chars);
      g_assert_cmpuint (chancery_article_chars_to_bytes (article, n_chars), ==, offset_bytes);
      if (*p == '\0')
        break;
    }
  g_assert_cmpuint (n_chars, ==, chancery_article_get_length_chars (article));
}

static void
test_direction (void)
{
  g_autoptr (GPtrArray) arabic = make_blocks ("قال NATO إن الاجتماع سيعقد في بروكسل", NULL);
  g_autoptr (GPtrArray) english = make_blocks ("The word السلام means peace, among other things", NULL);
  g_autoptr (ChanceryArticle) a = chancery_article_new (&(ChanceryArticleFields) { .blocks = arabic });
  g_autoptr (ChanceryArticle) b = chancery_article_new (&(ChanceryArticleFields) { .blocks = english });

  g_assert_true (chancery_article_is_right_to_left (a));
  g_assert_false (chancery_article_is_right_to_left (b));
}

static void
test_correct (void)
{
  g_autoptr (GPtrArray) blocks = make_blocks ("Body", NULL);
  g_autoptr (ChanceryArticle) article = chancery_article_new (&(ChanceryArticleFields) {
    .headline = "Head", .agency = "TASS", .published = { 2022, 11, 23 }, .published_guessed = TRUE, .blocks = blocks });
  g_autoptr (ChanceryArticle) corrected = NULL;
  ChanceryArticleFields fields;

  chancery_article_get_fields (article, &fields);
  fields.published.year = 2023;
  fields.published_guessed = FALSE;
  corrected = chancery_article_new (&fields);

  g_assert_cmpstr (chancery_article_get_uid (corrected), ==, chancery_article_get_uid (article));
  g_assert_cmpstr (chancery_article_get_agency (corrected), ==, "TASS");
  g_assert_cmpstr (chancery_article_get_text (corrected), ==, "Body");
  g_assert_cmpuint (chancery_article_get_published (corrected).year, ==, 2023);
  g_assert_false (chancery_article_get_published_guessed (corrected));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/article/canonical-text", test_canonical_text);
  g_test_add_func ("/article/empty", test_empty);
  g_test_add_func ("/article/offsets", test_offsets);
  g_test_add_func ("/article/direction", test_direction);
  g_test_add_func ("/article/correct", test_correct);

  return g_test_run ();
}
