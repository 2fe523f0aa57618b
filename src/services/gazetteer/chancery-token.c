/* chancery-token.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-token.h"

#include <string.h>

#define FNV_OFFSET 2166136261u
#define FNV_PRIME 16777619u

/**
 * chancery_tokeniser_init:
 * @self: (out caller-allocates): a tokeniser
 * @text: valid UTF-8; borrowed while the tokeniser is used
 * @length_bytes: its length; at most G_MAXUINT32
 *
 * Sets a tokeniser to the start of a text. Any thread.
 */
void
chancery_tokeniser_init (ChanceryTokeniser *self,
                         const char        *text,
                         gsize              length_bytes)
{
  memset (self, 0, sizeof *self);
  self->text = text;
  self->length_bytes = length_bytes;
}

/* Joiners, direction marks and soft hyphens stand inside words without being part of them. */
static gboolean
is_ignorable (gunichar c)
{
  return c == 0x00ad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) ||
         c == 0xfeff;
}

/* Scripts written without spaces: every sign is a word of its own, and terms are looked for at each. */
static gboolean
is_ideograph (gunichar c)
{
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Marks that writers leave out or add freely: Latin, Greek and Cyrillic accents, Arabic vowel signs. */
static gboolean
is_optional_mark (gunichar c)
{
  return (c >= 0x0300 && c <= 0x036f) || (c >= 0x064b && c <= 0x065f) || c == 0x0670 || c == 0x0640;
}

static gunichar
unify_sign (gunichar c)
{
  switch (c)
    {
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x02bc:
    case 0x02bb:
    case 0x00b4:
    case '`':
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
    case 0x2015:
    case 0x2212:
      return '-';
    default:
      return c;
    }
}

static void
add_folded (ChanceryTokeniser *self,
            gunichar           c,
            guint32           *hash)
{
  char buffer[6];
  int length = g_unichar_to_utf8 (c, buffer);

  for (int i = 0; i < length; i++)
    {
      *hash = (*hash ^ (guchar) buffer[i]) * FNV_PRIME;
      if (self->folded_bytes < sizeof self->folded)
        self->folded[self->folded_bytes] = buffer[i];
      self->folded_bytes++;
    }
}

static void
fold (ChanceryTokeniser *self,
      gunichar           c,
      guint32           *hash)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  switch (c)
    {
    case 0x00df:
      add_folded (self, 's', hash);
      add_folded (self, 's', hash);
      return;
    case 0x0131:
      add_folded (self, 'i', hash);
      return;
    case 0x00d8:
    case 0x00f8:
      add_folded (self, 'o', hash);
      return;
    case 0x0141:
    case 0x0142:
      add_folded (self, 'l', hash);
      return;
    case 0x0110:
    case 0x0111:
      add_folded (self, 'd', hash);
      return;
    /* A letter of its own, though it decomposes. */
    case 0x0419:
    case 0x0439:
      add_folded (self, 0x0439, hash);
      return;
    default:
      break;
    }

  n_parts = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      if (!is_optional_mark (parts[i]))
        add_folded (self, g_unichar_tolower (parts[i]), hash);
    }
}

static void
read_word (ChanceryTokeniser *self,
           ChanceryToken     *token)
{
  guint32 hash = FNV_OFFSET;
  gboolean any_letter = FALSE, all_upper = TRUE;

  self->folded_bytes = 0;
  token->flags |= CHANCERY_TOKEN_WORD;

  while (self->offset_bytes < self->length_bytes)
    {
      const char *p = self->text + self->offset_bytes;
      gunichar c = (guchar) *p;
      gsize length = 1;

      if (c >= 0x80)
        {
          c = g_utf8_get_char (p);
          length = (gsize) (g_utf8_next_char (p) - p);
        }

      if (is_ignorable (c))
        {
          self->offset_bytes += length;
          continue;
        }
      if (!is_word (c) || (is_ideograph (c) && self->offset_bytes > token->start_bytes))
        break;

      if (self->offset_bytes == token->start_bytes)
        {
          if (g_unichar_isupper (c) || g_unichar_istitle (c))
            token->flags |= CHANCERY_TOKEN_CAPITAL;
          if (g_unichar_isdigit (c))
            token->flags |= CHANCERY_TOKEN_DIGITS;
        }
      if (g_unichar_isalpha (c))
        {
          any_letter = TRUE;
          all_upper = all_upper && !g_unichar_islower (c);
        }

      if (c < 0x80)
        {
          char lower = g_ascii_tolower ((char) c);

          hash = (hash ^ (guchar) lower) * FNV_PRIME;
          if (self->folded_bytes < sizeof self->folded)
            self->folded[self->folded_bytes] = lower;
          self->folded_bytes++;
        }
      else
        {
          fold (self, c, &hash);
        }

      self->offset_bytes += length;
      /* An ignorable after the last letter is left to the gap between words. */
      token->end_bytes = (guint32) self->offset_bytes;
      if (is_ideograph (c))
        break;
    }

  self->offset_bytes = token->end_bytes;
  if (any_letter && all_upper && (token->flags & CHANCERY_TOKEN_CAPITAL))
    token->flags |= CHANCERY_TOKEN_UPPER;
  token->hash = hash;
}

/**
 * chancery_tokeniser_next:
 * @self: a tokeniser
 * @token: (out caller-allocates): where to put the token
 *
 * Reads the next word or sign. A word's folded form (lower case, without
 * accents) is in `folded` until the next call; if `folded_bytes` is more than
 * #CHANCERY_TOKEN_MAX_FOLDED it was cut there. The flags that need more than
 * the token itself (sentence, shouted, title case) are not set.
 *
 * Returns: %FALSE at the end of the text
 */
gboolean
chancery_tokeniser_next (ChanceryTokeniser *self,
                         ChanceryToken     *token)
{
  guint n_lines = self->offset_bytes == 0 ? 2 : 0;

  memset (token, 0, sizeof *token);

  while (self->offset_bytes < self->length_bytes)
    {
      const char *p = self->text + self->offset_bytes;
      gunichar c = g_utf8_get_char (p);
      gsize length = (gsize) (g_utf8_next_char (p) - p);

      if (g_unichar_isspace (c) || is_ignorable (c))
        {
          if (!is_ignorable (c))
            token->flags |= CHANCERY_TOKEN_SPACE;
          if (c == '\n' || c == 0x2028)
            n_lines++;
          else if (c == 0x2029)
            n_lines += 2;
          self->offset_bytes += length;
          continue;
        }

      if (n_lines > 0)
        token->flags |= CHANCERY_TOKEN_LINE | CHANCERY_TOKEN_SPACE;
      if (n_lines > 1)
        token->flags |= CHANCERY_TOKEN_PARAGRAPH;
      token->start_bytes = (guint32) self->offset_bytes;

      if (is_word (c))
        {
          token->end_bytes = (guint32) (self->offset_bytes + length);
          read_word (self, token);
          return TRUE;
        }

      self->offset_bytes += length;
      token->end_bytes = (guint32) self->offset_bytes;
      token->sign = unify_sign (c);
      self->folded_bytes = (gsize) g_unichar_to_utf8 (token->sign, self->folded);
      token->hash = FNV_OFFSET;
      for (gsize i = 0; i < self->folded_bytes; i++)
        token->hash = (token->hash ^ (guchar) self->folded[i]) * FNV_PRIME;
      return TRUE;
    }

  return FALSE;
}
