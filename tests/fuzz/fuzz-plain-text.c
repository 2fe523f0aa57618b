/* fuzz-plain-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "import/chancery-importer.h"

int LLVMFuzzerTestOneInput (const guchar *data,
                            gsize         size);

static ChanceryDate
fixed_clock (gpointer user_data)
{
  return (ChanceryDate) { 2026, 11, 24 };
}

static void
check_string (const char *string)
{
  if (string == NULL)
    return;
  g_assert_cmpuint (strlen (string), >, 0);
  g_assert_true (g_utf8_validate (string, -1, NULL));
  g_assert_null (strchr (string, '\n'));
}

/* Every article that comes of it holds together. */
int
LLVMFuzzerTestOneInput (const guchar *data,
                        gsize         size)
{
  static ChanceryImporter *importer = NULL;
  const ChanceryImportHints hints = { .name = "fuzz.txt", .modified = { 2024, 2, 29 } };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (ChanceryArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryDate published;
  gsize length_bytes = 0;

  if (importer == NULL)
    importer = chancery_importer_new (fixed_clock, NULL);
  article = chancery_importer_import_bytes (importer, bytes, &hints, NULL, &error);
  if (article == NULL)
    {
      g_assert_nonnull (error);
      return 0;
    }

  check_string (chancery_article_get_section (article));
  check_string (chancery_article_get_kicker (article));
  check_string (chancery_article_get_headline (article));
  check_string (chancery_article_get_standfirst (article));
  check_string (chancery_article_get_place (article));
  check_string (chancery_article_get_agency (article));
  check_string (chancery_article_get_byline (article));
  published = chancery_article_get_published (article);
  g_assert_true (!chancery_date_is_set (published) || chancery_date_is_valid (published));

  for (guint i = 0; i < chancery_article_get_n_blocks (article); i++)
    {
      const ChanceryBlock *block = chancery_article_get_block (article, i);

      check_string (block->text);
      length_bytes += strlen (block->text) + (i > 0);
    }
  g_assert_cmpuint (length_bytes, ==, chancery_article_get_length_bytes (article));

  return 0;
}
