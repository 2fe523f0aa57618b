/* fuzz-text-decoder.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "import/chancery-text-decoder.h"

int LLVMFuzzerTestOneInput (const guchar *data,
                            gsize         size);

/* Whatever is decoded is clean text, and decodes to itself. */
int
LLVMFuzzerTestOneInput (const guchar *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) again_bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  const char *encoding = NULL;
  gsize length_bytes;

  text = chancery_text_decode (bytes, &length_bytes, &encoding, &error);
  if (text == NULL)
    {
      g_assert_nonnull (error);
      return 0;
    }

  g_assert_nonnull (encoding);
  g_assert_cmpuint (strlen (text), ==, length_bytes);
  g_assert_true (g_utf8_validate (text, (gssize) length_bytes, NULL));
  g_assert_null (strpbrk (text, "\r\v\f\x1a\x7f\x1b"));

  again_bytes = g_bytes_new_static (text, length_bytes);
  again = chancery_text_decode (again_bytes, NULL, &encoding, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (encoding, ==, "UTF-8");
  g_assert_cmpstr (again, ==, text);

  return 0;
}
