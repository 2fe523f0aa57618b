/* compile-terms.c: makes the tables that the program maps out of the terms that people edit
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-catalogue-private.h"
#include "chancery-term-file.h"

#include <stdio.h>

static gboolean
compile (GFile     *input,
         GFile     *content,
         GFile     *output,
         gboolean   swap,
         GError   **error)
{
  g_autoptr (GVariant) variant = chancery_catalogue_read_json (content, NULL, error);
  g_autoptr (ChanceryCatalogue) catalogue = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (variant == NULL)
    return FALSE;
  catalogue = chancery_catalogue_new_for_variant (variant);
  bytes = chancery_term_file_compile (input, catalogue, swap, NULL, error);

  return bytes != NULL &&
         g_file_replace_contents (output, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                  G_FILE_CREATE_NONE, NULL, NULL, error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) input = NULL;
  g_autoptr (GFile) content = NULL;
  g_autoptr (GFile) output = NULL;

  if (argc != 5)
    {
      fputs ("usage: compile-terms terms|terms-swapped INPUT CONTENT_FOLDER OUTPUT\n", stderr);
      return 2;
    }

  input = g_file_new_for_path (argv[2]);
  content = g_file_new_for_path (argv[3]);
  output = g_file_new_for_path (argv[4]);
  if (!compile (input, content, output, g_str_equal (argv[1], "terms-swapped"), &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  return 0;
}
