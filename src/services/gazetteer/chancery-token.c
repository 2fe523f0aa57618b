/* chancery-token.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-token.h"

#include <string.h>

#define FNV_OFFSET 2166136261u
#define FNV_PRIME 16777619u

/* Characters of one or two bytes, Latin, Greek, Cyrillic, Hebrew and Arabic among them, are looked up. */
#define N_SHORT_CHARACTERS 0x800

typedef enum
{
  CHARACTER_WORD = 1 << 0,
  CHARACTER_SPACE = 1 << 1,
  CHARACTER_IGNORABLE = 1 << 2,
  CHARACTER_CAPITAL = 1 << 3,
  CHARACTER_DIGIT = 1 << 4,
  CHARACTER_LETTER = 1 << 5,
  CHARACTER_LOWER = 1 << 6,
  CHARACTER_IDEOGRAPH = 1 << 7,
} CharacterFlags;

typedef struct
{
  guint8 flags;
  guint8 folded_bytes;
  char folded[14];
} Character;

static Character short_characters[N_SHORT_CHARACTERS];

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
add_folded (Character *self,
            gunichar   c)
{
  char buffer[6];
  int length = g_unichar_to_utf8 (c, buffer);

  if ((gsize) self->folded_bytes + (gsize) length <= sizeof self->folded)
    {
      memcpy (self->folded + self->folded_bytes, buffer, (gsize) length);
      self->folded_bytes += (guint8) length;
    }
}

static void
fold (Character *self,
      gunichar   c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  switch (c)
    {
    case 0x00df:
      add_folded (self, 's');
      add_folded (self, 's');
      return;
    case 0x0131:
      add_folded (self, 'i');
      return;
    case 0x00d8:
    case 0x00f8:
      add_folded (self, 'o');
      return;
    case 0x0141:
    case 0x0142:
      add_folded (self, 'l');
      return;
    case 0x0110:
    case 0x0111:
      add_folded (self, 'd');
      return;
    /* A letter of its own, though it decomposes. */
    case 0x0419:
    case 0x0439:
      add_folded (self, 0x0439);
      return;
    default:
      break;
    }

  n_parts = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      if (!is_optional_mark (parts[i]))
        add_folded (self, g_unichar_tolower (parts[i]));
    }
}

static Character
make_character (gunichar c)
{
  Character self = { 0 };

  self.flags = (guint8) ((is_word (c) ? CHARACTER_WORD : 0) | (g_unichar_isspace (c) ? CHARACTER_SPACE : 0) |
                         (is_ignorable (c) ? CHARACTER_IGNORABLE : 0) |
                         (g_unichar_isupper (c) || g_unichar_istitle (c) ? CHARACTER_CAPITAL : 0) |
                         (g_unichar_isdigit (c) ? CHARACTER_DIGIT : 0) | (g_unichar_isalpha (c) ? CHARACTER_LETTER : 0) |
                         (g_unichar_islower (c) ? CHARACTER_LOWER : 0) | (is_ideograph (c) ? CHARACTER_IDEOGRAPH : 0));
  if (self.flags & CHARACTER_WORD)
    fold (&self, c);

  return self;
}

static void
make_short_characters (void)
{
  static gsize made = 0;

  if (!g_once_init_enter (&made))
    return;

  for (gunichar c = 0; c < N_SHORT_CHARACTERS; c++)
    short_characters[c] = make_character (c);
  g_once_init_leave (&made, 1);
}

/* The character at the tokeniser's place; @long_character is where to put it if it has to be worked out. */
static inline const Character *
get_character (const ChanceryTokeniser *self,
               Character               *long_character,
               gsize                   *length)
{
  const char *p = self->text + self->offset_bytes;
  guchar first = (guchar) *p;

  if (first < 0x80)
    {
      *length = 1;
      return &short_characters[first];
    }
  if (first < 0xe0)
    {
      *length = 2;
      return &short_characters[(first & 0x1f) << 6 | ((guchar) p[1] & 0x3f)];
    }

  *length = (gsize) (g_utf8_next_char (p) - p);
  *long_character = make_character (g_utf8_get_char (p));
  return long_character;
}

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
  make_short_characters ();
  memset (self, 0, sizeof *self);
  self->text = text;
  self->length_bytes = length_bytes;
}

static void
read_word (ChanceryTokeniser *self,
           ChanceryToken     *token)
{
  guint32 hash = FNV_OFFSET;
  guint seen = 0;

  self->folded_bytes = 0;
  token->flags |= CHANCERY_TOKEN_WORD;

  while (self->offset_bytes < self->length_bytes)
    {
      Character long_character;
      gsize length;
      const Character *character = get_character (self, &long_character, &length);

      if (character->flags & CHARACTER_IGNORABLE)
        {
          self->offset_bytes += length;
          continue;
        }
      if (!(character->flags & CHARACTER_WORD))
        break;

      if (self->offset_bytes == token->start_bytes)
        {
          if (character->flags & CHARACTER_CAPITAL)
            token->flags |= CHANCERY_TOKEN_CAPITAL;
          if (character->flags & CHARACTER_DIGIT)
            token->flags |= CHANCERY_TOKEN_DIGITS;
        }
      else if (character->flags & CHARACTER_IDEOGRAPH)
        {
          break;
        }

      seen |= character->flags;
      for (guint i = 0; i < character->folded_bytes; i++)
        {
          hash = (hash ^ (guchar) character->folded[i]) * FNV_PRIME;
          if (self->folded_bytes < sizeof self->folded)
            self->folded[self->folded_bytes] = character->folded[i];
          self->folded_bytes++;
        }

      self->offset_bytes += length;
      /* An ignorable after the last letter is left to the gap between words. */
      token->end_bytes = (guint32) self->offset_bytes;
      if (character->flags & CHARACTER_IDEOGRAPH)
        break;
    }

  self->offset_bytes = token->end_bytes;
  if ((seen & CHARACTER_LETTER) && !(seen & CHARACTER_LOWER) && (token->flags & CHANCERY_TOKEN_CAPITAL))
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
      Character long_character;
      gsize length;
      guint flags = get_character (self, &long_character, &length)->flags;
      const char *p = self->text + self->offset_bytes;

      if (flags & (CHARACTER_SPACE | CHARACTER_IGNORABLE))
        {
          if (flags & CHARACTER_SPACE)
            token->flags |= CHANCERY_TOKEN_SPACE;
          if (*p == '\n')
            n_lines++;
          else if (length == 3 && g_utf8_get_char (p) == 0x2028)
            n_lines++;
          else if (length == 3 && g_utf8_get_char (p) == 0x2029)
            n_lines += 2;
          self->offset_bytes += length;
          continue;
        }

      if (n_lines > 0)
        token->flags |= CHANCERY_TOKEN_LINE | CHANCERY_TOKEN_SPACE;
      if (n_lines > 1)
        token->flags |= CHANCERY_TOKEN_PARAGRAPH;
      token->start_bytes = (guint32) self->offset_bytes;

      if (flags & CHARACTER_WORD)
        {
          token->end_bytes = (guint32) (self->offset_bytes + length);
          read_word (self, token);
          return TRUE;
        }

      self->offset_bytes += length;
      token->end_bytes = (guint32) self->offset_bytes;
      token->sign = unify_sign (g_utf8_get_char (p));
      self->folded_bytes = (gsize) g_unichar_to_utf8 (token->sign, self->folded);
      token->hash = FNV_OFFSET;
      for (gsize i = 0; i < self->folded_bytes; i++)
        token->hash = (token->hash ^ (guchar) self->folded[i]) * FNV_PRIME;
      return TRUE;
    }

  return FALSE;
}
