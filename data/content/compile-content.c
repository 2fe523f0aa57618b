/* compile-content.c: makes what the program bundles out of the JSON that people edit
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-catalogue-private.h"
#include "chancery-geometry-private.h"
#include "chancery-json-cursor.h"

#include <stdio.h>

/* Writes what was read from checked JSON as the GVariant that the program maps. */
static gboolean
write_variant (GVariant  *variant,
               GFile     *output,
               gboolean   swap,
               GError   **error)
{
  g_autoptr (GVariant) written = swap ? g_variant_byteswap (variant) : g_variant_ref (variant);

  return g_file_replace_contents (output, g_variant_get_data (written), g_variant_get_size (written), NULL, FALSE,
                                  G_FILE_CREATE_NONE, NULL, NULL, error);
}

static gboolean
compile_catalogue (GFile     *folder,
                   GFile     *output,
                   gboolean   swap,
                   GError   **error)
{
  g_autoptr (GVariant) variant = chancery_catalogue_read_json (folder, NULL, error);

  return variant != NULL && write_variant (variant, output, swap, error);
}

static gboolean
compile_geometry (GFile     *input,
                  GFile     *output,
                  gboolean   swap,
                  GError   **error)
{
  g_autoptr (GVariant) variant = chancery_geometry_read_json (input, NULL, error);

  return variant != NULL && write_variant (variant, output, swap, error);
}

/* Writes JSON anew without spaces. */
static gboolean
minify (GFile   *input,
        GFile   *output,
        GError **error)
{
  ChanceryJsonCursor root;
  g_autoptr (JsonParser) parser = chancery_json_load (input, NULL, &root, error);
  g_autofree char *text = NULL;

  if (parser == NULL)
    return FALSE;
  text = json_to_string (root.node, FALSE);
  return g_file_replace_contents (output, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) input = NULL;
  g_autoptr (GFile) output = NULL;
  gboolean done;

  if (argc != 4)
    {
      fputs ("usage: compile-content catalogue|catalogue-swapped FOLDER OUTPUT\n"
             "       compile-content geometry|geometry-swapped INPUT OUTPUT\n"
             "       compile-content minify INPUT OUTPUT\n", stderr);
      return 2;
    }

  input = g_file_new_for_path (argv[2]);
  output = g_file_new_for_path (argv[3]);
  if (g_str_equal (argv[1], "minify"))
    done = minify (input, output, &error);
  else if (g_str_has_prefix (argv[1], "geometry"))
    done = compile_geometry (input, output, g_str_equal (argv[1], "geometry-swapped"), &error);
  else
    done = compile_catalogue (input, output, g_str_equal (argv[1], "catalogue-swapped"), &error);

  if (!done)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  return 0;
}
