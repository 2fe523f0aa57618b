/* bench-import.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-import
 *
 * How long it takes to make articles of plain texts of 8 and of 32 MiB, among them such as a careless importer takes
 * for ever for, in seconds of the processor, and how much memory at most. Where time is linear in the length, both sizes take as long a mebibyte. */

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "import/chancery-importer.h"

#define MEBIBYTE ((gsize) 1024 * 1024)

static const struct
{
  const char *name;
  const char *start;
  const char *unit;
} texts[] = {
  { "reports", "River plan\n\n",
    "PARIS, Nov 3 (Reuters) - Ministers of five countries agreed to share the water of the river. In 2024 they will meet "
    "again, said a delegate.\n\n“We did not expect this,” said another.\n\n" },
  { "reports in Windows-1251", "",
    "\xcc\xe8\xed\xe8\xf1\xf2\xf0\xfb \xe4\xee\xe3\xee\xe2\xee\xf0\xe8\xeb\xe8\xf1\xfc \xee \xe2\xee\xe4\xe5.\n\n" },
  { "one line", "", "word " },
  { "one word", "", "a" },
  { "blank lines", "a", "\n" },
  { "short lines", "", "a\n\n" },
  { "quotation marks", "", ">" },
  { "brackets", "MOSCOW ", "(" },
  { "combining marks", "a", "\xcc\x81\xcc\xa3" },
  { "days", "", "November 23, 2023 (Reuters) " },
};

static void
measure (ChanceryImporter *importer,
         gsize             i,
         gsize             size_bytes)
{
  GString *text = g_string_sized_new (size_bytes + 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ChanceryArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  clock_t start;
  double seconds;

  g_string_append (text, texts[i].start);
  while (text->len + strlen (texts[i].unit) <= size_bytes)
    g_string_append (text, texts[i].unit);
  bytes = g_string_free_to_bytes (text);

  start = clock ();
  article = chancery_importer_import_bytes (importer, bytes, NULL, NULL, &error);
  seconds = (double) (clock () - start) / CLOCKS_PER_SEC;
  g_assert_no_error (error);
  printf ("  %-24s %2" G_GSIZE_FORMAT " MiB: %6.2f s, %6.1f ms a MiB\n", texts[i].name, size_bytes / MEBIBYTE, seconds,
          seconds * 1e3 / (double) (size_bytes / MEBIBYTE));
}

int
main (void)
{
  g_autoptr (ChanceryImporter) importer = chancery_importer_new (NULL, NULL);
  struct rusage usage;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      measure (importer, i, 8 * MEBIBYTE);
      measure (importer, i, 32 * MEBIBYTE);
    }

  getrusage (RUSAGE_SELF, &usage);
  printf ("  at most %ld MiB of memory\n", usage.ru_maxrss / 1024);
  return 0;
}
