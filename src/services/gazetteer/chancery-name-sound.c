/* chancery-name-sound.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-name-sound.h"

#include <string.h>

/**
 * chancery_name_get_sound:
 * @name: a given name
 * @length_bytes: its length; only its first word counts
 *
 * Brings the spellings of a name together: its consonants, one after another,
 * are what “Sergei” and “Sergey”, “Mohammed” and “Muhammad” share, and “Jill”
 * and “Joe” don't.
 *
 * Returns: a hash of them
 */
guint32
chancery_name_get_sound (const char *name,
                         gsize       length_bytes)
{
  const char *end = name + length_bytes;
  guint32 hash = 2166136261u;
  gunichar last = 0;

  while (name < end && *name != ' ')
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gunichar c;

      g_unichar_fully_decompose (g_utf8_get_char (name), FALSE, parts, G_N_ELEMENTS (parts));
      c = g_unichar_tolower (parts[0]);
      name = g_utf8_next_char (name);
      if (c == 'c' || c == 'q')
        c = 'k';
      /* Vowels, and “h” after a consonant, come and go. */
      if (!g_unichar_isalpha (c) || (c < 0x80 && strchr ("aeiouyw", (int) c) != NULL) || c == last || (c == 'h' && last != 0 && last != 'm'))
        continue;
      if (c == 'x')
        {
          hash = (hash ^ 'k') * 16777619u;
          c = 's';
        }
      hash = (hash ^ c) * 16777619u;
      last = c;
    }

  return hash;
}
