/* chancery-display-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-display-text.h"

#include "chancery-text.h"

#define RIGHT_TO_LEFT_MARK "\xe2\x80\x8f"
#define LEFT_TO_RIGHT_MARK "\xe2\x80\x8e"

struct _ChanceryDisplayText
{
  GString *text; /* (owned) */
  GArray *lines; /* (owned) (element-type ChanceryDisplayLine) */
  GArray *insertions; /* (owned) (element-type gsize): canonical code points before each, ascending */
};

typedef enum
{
  DIRECTION_NEUTRAL,
  DIRECTION_LEFT_TO_RIGHT,
  DIRECTION_RIGHT_TO_LEFT,
} Direction;

static Direction
direction_of (gunichar c)
{
  if (c < 0x0590)
    return g_unichar_isalpha (c) ? DIRECTION_LEFT_TO_RIGHT : DIRECTION_NEUTRAL;

  if (c <= 0x08ff ||
      (c >= 0xfb1d && c <= 0xfdff) ||
      (c >= 0xfe70 && c <= 0xfeff) ||
      (c >= 0x10800 && c <= 0x10fff) ||
      (c >= 0x1e800 && c <= 0x1eeff))
    return g_unichar_isalpha (c) ? DIRECTION_RIGHT_TO_LEFT : DIRECTION_NEUTRAL;

  return g_unichar_isalpha (c) ? DIRECTION_LEFT_TO_RIGHT : DIRECTION_NEUTRAL;
}

static gboolean
is_sentence_end (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0x061f || c == 0x06d4;
}

static gboolean
joins_the_previous (gunichar c)
{
  return g_unichar_ismark (c) || g_unichar_iszerowidth (c) || (c >= 0x1f3fb && c <= 0x1f3ff);
}

/* Where to break a line that is too long: after the last sentence, or else
 * word, that ends in the second half of a part; else between two characters
 * that don't form one. Returns the byte to go on at. */
static const char *
find_break (const char *start,
            const char *end,
            gsize      *n_chars)
{
  const char *after_sentence = NULL, *after_word = NULL, *after_character = NULL;
  gsize sentence_chars = 0, word_chars = 0, character_chars = 0, n = 0;
  gunichar previous = 0, before_previous = 0;
  const char *p = start;

  for (; p < end && n < CHANCERY_DISPLAY_LINE_PART_CHARS; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (n > CHANCERY_DISPLAY_LINE_PART_CHARS / 2)
        {
          if (previous == ' ' && c != ' ')
            {
              after_word = p;
              word_chars = n;
              if (is_sentence_end (before_previous))
                {
                  after_sentence = p;
                  sentence_chars = n;
                }
            }
          /* U+200D joins what comes after it, too. */
          if (!joins_the_previous (c) && previous != 0x200d)
            {
              after_character = p;
              character_chars = n;
            }
        }
      before_previous = previous == ' ' && c == ' ' ? before_previous : previous;
      previous = c;
    }

  if (after_sentence != NULL)
    {
      *n_chars = sentence_chars;
      return after_sentence;
    }
  if (after_word != NULL)
    {
      *n_chars = word_chars;
      return after_word;
    }
  if (after_character != NULL)
    {
      *n_chars = character_chars;
      return after_character;
    }

  *n_chars = n;
  return p;
}

static void
append_line (ChanceryDisplayText *self,
             const char          *start,
             const char          *end,
             guint                block,
             gboolean             continues,
             gboolean             right_to_left,
             gsize               *display_chars,
             gsize                canonical_chars)
{
  ChanceryDisplayLine line = { .start_chars = *display_chars, .block = block, .continues = continues != FALSE };
  gsize n_chars = 0, n_left = 0, n_right = 0;
  Direction first = DIRECTION_NEUTRAL;
  Direction wanted = right_to_left ? DIRECTION_RIGHT_TO_LEFT : DIRECTION_LEFT_TO_RIGHT;
  gboolean digits = FALSE;

  for (const char *p = start; p < end; p = g_utf8_next_char (p), n_chars++)
    {
      gunichar c = g_utf8_get_char (p);
      Direction direction = direction_of (c);

      if (direction == DIRECTION_NEUTRAL)
        {
          digits |= g_unichar_isdigit (c);
          continue;
        }
      if (first == DIRECTION_NEUTRAL)
        first = direction;
      if (direction == DIRECTION_LEFT_TO_RIGHT)
        n_left++;
      else
        n_right++;
    }

  line.mixed = n_right > 0 && (n_left > 0 || digits);

  /* A paragraph takes its direction from its first word, be it a foreign name. */
  if (first != DIRECTION_NEUTRAL && first != wanted && (right_to_left ? n_right >= n_left : n_left >= n_right))
    {
      g_string_append (self->text, right_to_left ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK);
      g_array_append_val (self->insertions, canonical_chars);
      (*display_chars)++;
    }

  g_string_append_len (self->text, start, end - start);
  *display_chars += n_chars;
  line.end_chars = *display_chars;
  g_array_append_val (self->lines, line);
}

/**
 * chancery_display_text_new:
 * @article: an article
 *
 * Returns: (transfer full): its canonical text, made ready to be shown
 */
ChanceryDisplayText *
chancery_display_text_new (ChanceryArticle *article)
{
  ChanceryDisplayText *self;
  const char *text;
  gsize display_chars = 0, canonical_chars = 0;
  gboolean right_to_left;
  guint n_blocks;

  g_return_val_if_fail (CHANCERY_IS_ARTICLE (article), NULL);

  text = chancery_article_get_text (article);
  right_to_left = chancery_article_is_right_to_left (article);
  n_blocks = chancery_article_get_n_blocks (article);

  self = g_new0 (ChanceryDisplayText, 1);
  self->text = g_string_sized_new (chancery_article_get_length_bytes (article) + 64);
  self->lines = g_array_sized_new (FALSE, FALSE, sizeof (ChanceryDisplayLine), n_blocks + 1);
  self->insertions = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (guint i = 0; i < n_blocks; i++)
    {
      gsize start_bytes = chancery_article_get_block_start_bytes (article, i);
      gsize end_bytes = i + 1 < n_blocks ? chancery_article_get_block_start_bytes (article, i + 1) - 1
                                         : chancery_article_get_length_bytes (article);
      const char *p = text + start_bytes;
      const char *end = text + end_bytes;
      gsize rest = (gsize) g_utf8_strlen (p, end - p);

      if (i > 0)
        {
          g_string_append_c (self->text, '\n');
          display_chars++;
          canonical_chars++;
        }

      if (rest > CHANCERY_DISPLAY_LINE_LIMIT_CHARS)
        while (rest > CHANCERY_DISPLAY_LINE_PART_CHARS)
          {
            gsize n_chars;
            const char *next = find_break (p, end, &n_chars);

            append_line (self, p, next, i, TRUE, right_to_left, &display_chars, canonical_chars);
            canonical_chars += n_chars;
            g_string_append_c (self->text, '\n');
            g_array_append_val (self->insertions, canonical_chars);
            display_chars++;
            rest -= n_chars;
            p = next;
          }

      append_line (self, p, end, i, FALSE, right_to_left, &display_chars, canonical_chars);
      canonical_chars += rest;
    }

  return self;
}

/**
 * chancery_display_text_free:
 * @self: (nullable): a display text
 *
 * Frees it.
 */
void
chancery_display_text_free (ChanceryDisplayText *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_array_unref (self->lines);
  g_array_unref (self->insertions);
  g_free (self);
}

/**
 * chancery_display_text_get_text:
 * @self: a display text
 * @length_bytes: (out) (optional): its length
 *
 * Returns: (transfer none): UTF-8 for the buffer
 */
const char *
chancery_display_text_get_text (const ChanceryDisplayText *self,
                                gsize                     *length_bytes)
{
  if (length_bytes != NULL)
    *length_bytes = self->text->len;

  return self->text->str;
}

/**
 * chancery_display_text_get_n_lines:
 * @self: a display text
 *
 * Returns: how many lines the buffer has, apart from the one of an empty text
 */
guint
chancery_display_text_get_n_lines (const ChanceryDisplayText *self)
{
  return self->lines->len;
}

/**
 * chancery_display_text_get_line:
 * @self: a display text
 * @line: the number of a line of the buffer
 *
 * Returns: (transfer none) (nullable): the line, %NULL beyond the last
 */
const ChanceryDisplayLine *
chancery_display_text_get_line (const ChanceryDisplayText *self,
                                guint                      line)
{
  return line < self->lines->len ? &g_array_index (self->lines, ChanceryDisplayLine, line) : NULL;
}

/**
 * chancery_display_text_find_line:
 * @self: a display text
 * @display_chars: an offset in the buffer
 *
 * Returns: (transfer none) (nullable): the line that the offset is in, %NULL
 *   if the text is empty
 */
const ChanceryDisplayLine *
chancery_display_text_find_line (const ChanceryDisplayText *self,
                                 gsize                      display_chars)
{
  guint low = 0, high = self->lines->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->lines, ChanceryDisplayLine, middle).start_chars <= display_chars)
        low = middle;
      else
        high = middle;
    }

  return chancery_display_text_get_line (self, low);
}

/* How many insertions stand before the canonical place, those at it included. */
static gsize
count_insertions (const ChanceryDisplayText *self,
                  gsize                      canonical_chars)
{
  gsize low = 0, high = self->insertions->len;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (g_array_index (self->insertions, gsize, middle) <= canonical_chars)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * chancery_display_text_to_display:
 * @self: a display text
 * @canonical_chars: a place in the canonical text, in code points
 *
 * Returns: the offset in the buffer of the character that begins there
 */
gsize
chancery_display_text_to_display (const ChanceryDisplayText *self,
                                  gsize                      canonical_chars)
{
  return canonical_chars + count_insertions (self, canonical_chars);
}

/**
 * chancery_display_text_to_display_end:
 * @self: a display text
 * @canonical_chars: the end of a passage in the canonical text, in code points
 *
 * Returns: the offset in the buffer after the passage's last character, before
 *   what was inserted behind it
 */
gsize
chancery_display_text_to_display_end (const ChanceryDisplayText *self,
                                      gsize                      canonical_chars)
{
  if (canonical_chars == 0)
    return 0;

  return chancery_display_text_to_display (self, canonical_chars - 1) + 1;
}

/**
 * chancery_display_text_to_canonical:
 * @self: a display text
 * @display_chars: an offset in the buffer
 *
 * Returns: the place in the canonical text, in code points
 */
gsize
chancery_display_text_to_canonical (const ChanceryDisplayText *self,
                                    gsize                      display_chars)
{
  gsize low = 0, high = self->insertions->len;

  /* The insertion with the number i stands at its canonical place + i. */
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (g_array_index (self->insertions, gsize, middle) + middle < display_chars)
        low = middle + 1;
      else
        high = middle;
    }

  return display_chars - low;
}
