/* chancery-folding.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-folding.h"

/**
 * chancery_fold:
 * @c: a character
 *
 * Returns: @c without case and, in Latin script, without accents, as the lists
 *   of words that texts are compared with are written
 */
gunichar
chancery_fold (gunichar c)
{
  gunichar decomposed[4];

  c = g_unichar_tolower (c);
  if (c < 0xc0)
    return c;
  if (c == 0x0131)
    return 'i';
  if (c < 0x0250 && g_unichar_fully_decompose (c, FALSE, decomposed, G_N_ELEMENTS (decomposed)) > 1)
    return decomposed[0];
  return c;
}

/**
 * chancery_match_folded:
 * @text: UTF-8
 * @folded: words as chancery_fold() makes them
 * @folded_bytes: how long they are
 *
 * Returns: (nullable): what comes after @folded, if @text begins with it
 */
const char *
chancery_match_folded (const char *text,
                       const char *folded,
                       gsize       folded_bytes)
{
  for (const char *end = folded + folded_bytes; folded < end; folded = g_utf8_next_char (folded))
    {
      if (*text == '\0' || chancery_fold (g_utf8_get_char (text)) != g_utf8_get_char (folded))
        return NULL;
      text = g_utf8_next_char (text);
    }

  return text;
}
