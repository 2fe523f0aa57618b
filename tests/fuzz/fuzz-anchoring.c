/* fuzz-anchoring.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "chancery-anchoring.h"
#include "chancery-nfc.h"

int LLVMFuzzerTestOneInput (const guchar *data,
                            gsize         size);

/* The input is text, exact, prefix and suffix, parted by line feeds, after two bytes of position. What
 * is found are the very words. */
int
LLVMFuzzerTestOneInput (const guchar *data,
                        gsize         size)
{
  g_autofree char *input = NULL;
  g_autofree char *valid = NULL;
  g_autofree char *text = NULL;
  g_autofree char *exact = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (ChancerySelector) selector = NULL;
  ChanceryAnchor anchor;

  if (size < 2)
    return 0;
  input = g_strndup ((const char *) data + 2, size - 2);
  valid = g_utf8_make_valid (input, -1);
  parts = g_strsplit (valid, "\n", 4);
  if (g_strv_length (parts) < 4)
    return 0;

  text = chancery_nfc (parts[0], strlen (parts[0]), NULL);
  exact = chancery_nfc (parts[1], strlen (parts[1]), NULL);
  selector = chancery_selector_new (parts[1], parts[2], parts[3]);
  selector->has_position = data[0] != 0xff;
  selector->start_chars = (gsize) data[0] * 256 + data[1];

  if (chancery_anchor_quote (text, selector, &anchor))
    {
      g_assert_cmpuint (anchor.end_bytes - anchor.start_bytes, ==, strlen (exact));
      g_assert_true (strncmp (text + anchor.start_bytes, exact, strlen (exact)) == 0);
      g_assert_true (anchor.score > 0.0 && anchor.score <= 1.0);
    }
  else
    g_assert_true (*exact == '\0' || strstr (text, exact) == NULL);

  return 0;
}
