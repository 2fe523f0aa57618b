/* make-library.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "big-library.h"

#include <stdlib.h>

/* make-library ARTICLES NOTES FILE: a library for benchmarks. */
int
main (int   argc,
      char *argv[])
{
  guint64 n_articles, n_notes;

  if (argc != 4 ||
      !g_ascii_string_to_unsigned (argv[1], 10, 0, G_MAXINT32, &n_articles, NULL) ||
      !g_ascii_string_to_unsigned (argv[2], 10, 0, G_MAXINT32, &n_notes, NULL))
    {
      g_printerr ("usage: make-library ARTICLES NOTES FILE\n");
      return EXIT_FAILURE;
    }

  big_library_make (argv[3], (guint) n_articles, (guint) n_notes);
  return EXIT_SUCCESS;
}
