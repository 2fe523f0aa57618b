/* chancery-folded-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "anchoring/chancery-folded-text.h"

#include <string.h>

/* Latin, Greek, Cyrillic, Hebrew and Arabic, and general punctuation, are looked up; the rest is worked out. */
#define TABLE_END 0x0800
#define PUNCTUATION_START 0x2000
#define PUNCTUATION_END 0x2100

#define CHARS_PER_MARK 256

/* What one character folds to at most: eighteen characters of three bytes (Unicode's longest decomposition). */
#define FOLDED_BYTES_MAX (G_UNICHAR_MAX_DECOMPOSITION_LENGTH * 3)

typedef struct
{
  guint8 n_bytes;
  char bytes[7];
} Entry;

/* Whatever doesn't fit into an entry. */
#define ENTRY_IS_LONG 0xff

static char ascii_table[128];
static Entry table[TABLE_END];
static Entry punctuation_table[PUNCTUATION_END - PUNCTUATION_START];

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2212 || c == 0x2043 || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION;
}

static gboolean
is_quotation_mark (gunichar c)
{
  GUnicodeType type;

  if (c == '"' || c == '\'' || c == '`' || c == 0xb4 || c == 0x2032 || c == 0x2033 || c == 0x2035 || c == 0x2036 ||
      c == 0x02bc || (c >= 0x300c && c <= 0x300f) || (c >= 0x301d && c <= 0x301f))
    return TRUE;
  type = g_unichar_type (c);
  return type == G_UNICODE_INITIAL_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION || c == 0x201a || c == 0x201e;
}

/* Variation selectors, the combining grapheme joiner, and the stroke that lengthens Arabic letters. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT || g_unichar_type (c) == G_UNICODE_CONTROL || c == 0x034f ||
         c == 0x0640 || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
}

/* Folds what is left when a character has been taken apart; 0 for nothing. */
static gunichar
fold_part (gunichar c)
{
  if (g_unichar_isspace (c) || is_invisible (c) || g_unichar_combining_class (c) != 0)
    return 0;
  if (is_dash (c))
    return '-';
  if (is_quotation_mark (c))
    return '\'';
  if (c == 0x3002)
    return '.';
  if (g_unichar_isdigit (c))
    return (gunichar) ('0' + g_unichar_digit_value (c));
  c = g_unichar_tolower (c);
  return c == 0x03c2 ? 0x03c3 : c;
}

/* Writes a character so that others have few bytes in common with it by chance, as they have in UTF-8, where
 * those of one script begin alike: a letter of an alphabet is one byte, one of other scripts two. */
static gsize
encode (gunichar  c,
        char     *bytes)
{
  guint low = c & 0xff, high = (c >> 8) & 0xff;

  if (c < 0x80)
    {
      bytes[0] = (char) c;
      return 1;
    }
  if (c < TABLE_END)
    {
      /* The letters that Arabic has for other languages would fall upon its own. */
      bytes[0] = (char) (0x80 | ((c >= 0x0680 && c < 0x0700 ? c + 0x4b : c) & 0x7f));
      return 1;
    }
  bytes[0] = (char) low;
  bytes[1] = (char) (high ^ (low * 167));
  bytes[2] = (char) (c >> 16);
  return c < 0x10000 ? 2 : 3;
}

static gsize
fold_char (gunichar  c,
           char     *folded)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts = 1, n_bytes = 0;

  parts[0] = c;
  if (!is_quotation_mark (c) && c != 0)
    n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      gunichar part = fold_part (parts[i]);

      if (part != 0)
        n_bytes += encode (part, folded + n_bytes);
    }

  return n_bytes;
}

static void
fill_entry (Entry    *entry,
            gunichar  c)
{
  char folded[FOLDED_BYTES_MAX];
  gsize n_bytes = fold_char (c, folded);

  entry->n_bytes = n_bytes <= sizeof entry->bytes ? (guint8) n_bytes : ENTRY_IS_LONG;
  if (entry->n_bytes != ENTRY_IS_LONG)
    memcpy (entry->bytes, folded, n_bytes);
}

static void
ensure_tables (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;

  for (gunichar c = 0; c < TABLE_END; c++)
    fill_entry (&table[c], c);
  for (gunichar c = PUNCTUATION_START; c < PUNCTUATION_END; c++)
    fill_entry (&punctuation_table[c - PUNCTUATION_START], c);
  for (gsize i = 0; i < G_N_ELEMENTS (ascii_table); i++)
    ascii_table[i] = table[i].n_bytes > 0 ? table[i].bytes[0] : '\0';
  g_once_init_leave (&done, 1);
}

/* Chinese characters, which fold to themselves. */
static inline gboolean
is_plain (gunichar c)
{
  return c >= 0x4e00 && c < 0xa000;
}

static gsize
append_wide (const char *p,
             char       *out)
{
  gunichar c = g_utf8_get_char (p);
  const Entry *entry = NULL;

  if (c < TABLE_END)
    entry = &table[c];
  else if (c >= PUNCTUATION_START && c < PUNCTUATION_END)
    entry = &punctuation_table[c - PUNCTUATION_START];
  else if (is_plain (c))
    return encode (c, out);

  if (entry == NULL || entry->n_bytes == ENTRY_IS_LONG)
    return fold_char (c, out);
  memcpy (out, entry->bytes, sizeof entry->bytes);
  return entry->n_bytes;
}

/**
 * chancery_folded_text_init:
 * @self: (out caller-allocates): the folded text
 * @source: UTF-8, which must outlive @self
 * @source_bytes: how long it is
 *
 * Folds a text, in time linear in its length. Pure; any thread.
 *
 * Returns: whether it could be folded: not if it is larger than
 *   %CHANCERY_FOLDED_TEXT_BYTES_MAX; then @self is empty
 */
gboolean
chancery_folded_text_init (ChanceryFoldedText *self,
                           const char         *source,
                           gsize               source_bytes)
{
  gsize room = source_bytes + FOLDED_BYTES_MAX + 1, n = 0, n_chars = 0;
  gboolean fits = source_bytes <= CHANCERY_FOLDED_TEXT_BYTES_MAX;
  char *out;
  guint32 *starts;

  ensure_tables ();
  memset (self, 0, sizeof *self);
  if (!fits)
    room = 1, source_bytes = 0;
  self->source = source;
  self->source_bytes = source_bytes;
  out = g_malloc (room);
  starts = g_new (guint32, room);
  self->marks = g_new (guint32, source_bytes / CHARS_PER_MARK + 1);

  for (gsize i = 0; i < source_bytes;)
    {
      guchar c = (guchar) source[i];

      if (n_chars++ % CHARS_PER_MARK == 0)
        self->marks[self->n_marks++] = (guint32) i;
      if (c < 0x80)
        {
          char folded = ascii_table[c];

          if (folded != '\0' && !((folded == '-' || folded == '\'') && n > 0 && out[n - 1] == folded))
            {
              out[n] = folded;
              starts[n++] = (guint32) i;
            }
          i++;
        }
      else
        {
          gsize n_added = append_wide (source + i, out + n);

          /* Two hyphens or quotation marks are as one. */
          if (n_added == 1 && (out[n] == '-' || out[n] == '\'') && n > 0 && out[n - 1] == out[n])
            n_added = 0;
          for (gsize end = n + n_added; n < end; n++)
            starts[n] = (guint32) i;
          i += (gsize) g_utf8_skip[c];
        }
      if (G_UNLIKELY (room - n <= FOLDED_BYTES_MAX))
        {
          room += room / 2 + FOLDED_BYTES_MAX;
          out = g_realloc (out, room);
          starts = g_renew (guint32, starts, room);
        }
    }

  starts[n] = (guint32) source_bytes;
  self->bytes = out;
  self->n_bytes = n;
  self->starts = starts;

  return fits;
}

/**
 * chancery_folded_text_clear:
 * @self: a folded text
 *
 * Frees what it owns.
 */
void
chancery_folded_text_clear (ChanceryFoldedText *self)
{
  g_clear_pointer (&self->bytes, g_free);
  g_clear_pointer (&self->starts, g_free);
  g_clear_pointer (&self->marks, g_free);
}

/**
 * chancery_folded_text_find:
 * @self: a folded text
 * @source_bytes: a place in its source
 *
 * Returns: the first byte of the folded text that comes from that place or from
 *   after it
 */
gsize
chancery_folded_text_find (const ChanceryFoldedText *self,
                           gsize                     source_bytes)
{
  gsize low = 0, high = self->n_bytes;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->starts[middle] < source_bytes)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * chancery_folded_text_source_end:
 * @self: a folded text
 * @end: the byte after a passage of it, above 0
 *
 * Returns: where the passage ends in the source: after its last character and
 *   the marks on it
 */
gsize
chancery_folded_text_source_end (const ChanceryFoldedText *self,
                                 gsize                     end)
{
  const char *limit = self->source + self->source_bytes;
  const char *p = self->source + self->starts[end - 1];

  p = g_utf8_next_char (p);
  while (p < limit && (guchar) *p >= 0x80 && g_unichar_combining_class (g_utf8_get_char (p)) != 0)
    p = g_utf8_next_char (p);

  return (gsize) (p - self->source);
}

/**
 * chancery_folded_text_chars_to_bytes:
 * @self: a folded text
 * @n_chars: a place in its source, in code points
 *
 * Returns: the place in bytes; the end if there are fewer characters
 */
gsize
chancery_folded_text_chars_to_bytes (const ChanceryFoldedText *self,
                                     gsize                     n_chars)
{
  gsize mark = n_chars / CHARS_PER_MARK, i;

  if (mark >= self->n_marks)
    return self->source_bytes;
  i = self->marks[mark];
  for (gsize left = n_chars % CHARS_PER_MARK; left > 0 && i < self->source_bytes; left--)
    i += (gsize) g_utf8_skip[(guchar) self->source[i]];

  return MIN (i, self->source_bytes);
}

/**
 * chancery_folded_text_bytes_to_chars:
 * @self: a folded text
 * @source_bytes: a place in its source, between two characters
 *
 * Returns: the place in code points
 */
gsize
chancery_folded_text_bytes_to_chars (const ChanceryFoldedText *self,
                                     gsize                     source_bytes)
{
  gsize low = 0, high = self->n_marks;

  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (self->marks[middle] <= source_bytes)
        low = middle;
      else
        high = middle;
    }
  if (self->n_marks == 0)
    return 0;

  return low * CHARS_PER_MARK +
         (gsize) g_utf8_strlen (self->source + self->marks[low], (gssize) (source_bytes - self->marks[low]));
}
