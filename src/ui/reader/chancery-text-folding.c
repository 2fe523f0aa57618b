/* chancery-text-folding.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-text-folding.h"

#include <string.h>

struct _ChanceryTextFolding
{
  GString *folded; /* (owned): UTF-8 */
  guint *origins; /* (owned): for each byte of it, the code point that it came from */
  guint n_chars;
};

/* Letters that Unicode doesn't take apart, but that people type without the stroke. */
static gunichar
without_stroke (gunichar c)
{
  switch (c)
    {
    case 0x00f8: /* ø */
      return 'o';
    case 0x0111: /* đ */
      return 'd';
    case 0x0127: /* ħ */
      return 'h';
    case 0x0131: /* ı */
      return 'i';
    case 0x0142: /* ł */
      return 'l';
    case 0x0167: /* ŧ */
      return 't';
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x02bc:
      return '\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x00ab:
    case 0x00bb:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    case 0x00a0:
    case 0x2009:
    case 0x202f:
    case '\n':
    case '\t':
      return ' ';
    default:
      return c;
    }
}

/* Marks that belong to the letter in Indic and Japanese scripts stay. */
static gboolean
is_dropped (gunichar c)
{
  int class;

  if (c == 0x00ad || c == 0x0640 || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff)
    return TRUE;
  if (c < 0x0300)
    return FALSE;

  class = g_unichar_combining_class (c);
  return class != 0 && class != 7 && class != 8 && class != 9;
}

/* Writes the folded form of a code point, 18 code points at most, and returns how many bytes that took. */
static gsize
fold_character (gunichar  c,
                char     *folded)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts, length = 0;

  if (c < 0x80)
    {
      if (c == '\n' || c == '\t')
        c = ' ';
      *folded = g_ascii_tolower ((char) c);
      return 1;
    }

  /* й is a letter of its own; only its shape is и with a mark. */
  if (c == 0x0419 || c == 0x0439)
    return (gsize) g_unichar_to_utf8 (0x0439, folded);

  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      gunichar part = g_unichar_tolower (parts[i]);

      if (is_dropped (part))
        continue;
      if (part == 0x00df)
        {
          folded[length++] = 's';
          folded[length++] = 's';
        }
      else if (part == 0x00e6)
        {
          folded[length++] = 'a';
          folded[length++] = 'e';
        }
      else if (part == 0x0153)
        {
          folded[length++] = 'o';
          folded[length++] = 'e';
        }
      else
        {
          if (part == 0x03c2)
            part = 0x03c3;
          length += (gsize) g_unichar_to_utf8 (without_stroke (part), folded + length);
        }
    }

  return length;
}

/**
 * chancery_text_folding_new:
 * @text: UTF-8
 * @length_bytes: its length, or -1 if it ends with a NUL
 *
 * Takes about a hundredth of a second a megabyte of ASCII, five times that of
 * other text. May be called on any thread.
 *
 * Returns: (transfer full): the text, folded
 */
ChanceryTextFolding *
chancery_text_folding_new (const char *text,
                           gssize      length_bytes)
{
  ChanceryTextFolding *self = g_new0 (ChanceryTextFolding, 1);
  const char *end = text + (length_bytes < 0 ? (gssize) strlen (text) : length_bytes);
  gsize n_allocated = (gsize) (end - text) + 128;

  self->folded = g_string_sized_new (n_allocated);
  self->origins = g_new (guint, n_allocated);

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      char folded[G_UNICHAR_MAX_DECOMPOSITION_LENGTH * 6];
      gsize length = fold_character (g_utf8_get_char (p), folded);

      if (self->folded->len + length > n_allocated)
        {
          n_allocated += n_allocated / 2 + length;
          self->origins = g_renew (guint, self->origins, n_allocated);
        }
      for (gsize i = 0; i < length; i++)
        self->origins[self->folded->len + i] = self->n_chars;
      g_string_append_len (self->folded, folded, (gssize) length);
      self->n_chars++;
    }

  return self;
}

/**
 * chancery_text_folding_free:
 * @self: (nullable): a folded text
 *
 * Frees it.
 */
void
chancery_text_folding_free (ChanceryTextFolding *self)
{
  if (self == NULL)
    return;

  g_string_free (self->folded, TRUE);
  g_free (self->origins);
  g_free (self);
}

/**
 * chancery_text_folding_find:
 * @self: a folded text
 * @words: what to look for, as typed; space around it doesn't count
 *
 * Returns: (transfer full) (element-type ChanceryTextMatch): the places where
 *   it stands, in order, none overlapping another
 */
GArray *
chancery_text_folding_find (const ChanceryTextFolding *self,
                            const char                *words)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (ChanceryTextMatch));
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  g_autoptr (ChanceryTextFolding) needle = chancery_text_folding_new (stripped, -1);
  const char *p = self->folded->str;
  const char *end = p + self->folded->len;

  if (needle->folded->len == 0)
    return matches;

  while ((p = memmem (p, (gsize) (end - p), needle->folded->str, needle->folded->len)) != NULL)
    {
      gsize first = (gsize) (p - self->folded->str);
      gsize after = first + needle->folded->len;
      ChanceryTextMatch match = { .start_chars = self->origins[first], .end_chars = self->origins[after - 1] + 1 };

      /* The accents that were dropped behind the last letter belong to it. */
      if (after == self->folded->len)
        match.end_chars = self->n_chars;
      else if (self->origins[after] > match.end_chars)
        match.end_chars = self->origins[after];
      p += needle->folded->len;

      /* “ß” is two letters here, and one match at most. */
      if (matches->len > 0 && g_array_index (matches, ChanceryTextMatch, matches->len - 1).end_chars > match.start_chars)
        continue;
      g_array_append_val (matches, match);
    }

  return matches;
}
