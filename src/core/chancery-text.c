/* chancery-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-text.h"

/**
 * chancery_text_chars_before:
 * @text: UTF-8
 * @offset_bytes: an offset into @text, on the boundary of a character
 *
 * Returns: how many code points come before the offset
 */
gsize
chancery_text_chars_before (const char *text,
                            gsize       offset_bytes)
{
  return (gsize) g_utf8_strlen (text, (gssize) offset_bytes);
}

/**
 * chancery_text_bytes_before:
 * @text: UTF-8
 * @offset_chars: an offset in code points, at most the text's length
 *
 * Returns: how many bytes come before the offset
 */
gsize
chancery_text_bytes_before (const char *text,
                            gsize       offset_chars)
{
  return (gsize) (g_utf8_offset_to_pointer (text, (glong) offset_chars) - text);
}

static gboolean
script_is_right_to_left (GUnicodeScript script)
{
  return script == G_UNICODE_SCRIPT_ARABIC ||
         script == G_UNICODE_SCRIPT_HEBREW ||
         script == G_UNICODE_SCRIPT_SYRIAC ||
         script == G_UNICODE_SCRIPT_THAANA ||
         script == G_UNICODE_SCRIPT_NKO;
}

/**
 * chancery_text_is_right_to_left:
 * @text: UTF-8
 *
 * Decides by the majority among the first 2,000 letters, since an Arabic text
 * may well begin with a Latin name.
 *
 * Returns: whether @text is written from right to left
 */
gboolean
chancery_text_is_right_to_left (const char *text)
{
  guint n_letters = 0, n_right_to_left = 0;

  for (const char *p = text; *p != '\0' && n_letters < 2000; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c))
        continue;
      n_letters++;
      if (script_is_right_to_left (g_unichar_get_script (c)))
        n_right_to_left++;
    }

  return n_right_to_left * 2 > n_letters;
}

/**
 * chancery_text_fold:
 * @text: a text
 *
 * Returns: (transfer full): @text without case and without diacritics, to search
 *   in: "Turkiye" finds "Türkiye"
 */
char *
chancery_text_fold (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_NON_SPACING_MARK)
      g_string_append_unichar (plain, g_utf8_get_char (p));

  return g_utf8_casefold (plain->str, (gssize) plain->len);
}
