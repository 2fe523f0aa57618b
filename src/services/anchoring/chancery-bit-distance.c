/* chancery-bit-distance.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "anchoring/chancery-bit-distance.h"

#include <string.h>

#define WORD_BITS 64

/* The rows of one column: where it goes up and where down. */
typedef struct
{
  guint64 up;
  guint64 down;
} Block;

/**
 * chancery_bit_pattern_init:
 * @self: (out caller-allocates): the pattern
 * @bytes: what is compared
 * @n_bytes: how long it is
 * @backwards: whether it is read from its end
 */
void
chancery_bit_pattern_init (ChanceryBitPattern *self,
                           const char         *bytes,
                           gsize               n_bytes,
                           gboolean            backwards)
{
  self->n_bytes = n_bytes;
  self->n_words = MAX ((n_bytes + WORD_BITS - 1) / WORD_BITS, 1);
  self->bits = self->own_bits;
  if (self->n_words > 1)
    self->bits = g_new0 (guint64, 256 * self->n_words);
  else
    memset (self->own_bits, 0, sizeof self->own_bits);

  for (gsize i = 0; i < n_bytes; i++)
    {
      guchar byte = (guchar) bytes[backwards ? n_bytes - 1 - i : i];

      self->bits[byte * self->n_words + i / WORD_BITS] |= (guint64) 1 << (i % WORD_BITS);
    }
}

/**
 * chancery_bit_pattern_clear:
 * @self: a pattern
 *
 * Frees what it owns.
 */
void
chancery_bit_pattern_clear (ChanceryBitPattern *self)
{
  if (self->bits != self->own_bits)
    g_clear_pointer (&self->bits, g_free);
}

/* One column of one block. Takes the change along the row above it, gives the one along its row @last. */
static inline int
advance (Block   *block,
         guint64  equal,
         int      above,
         guint64  last)
{
  guint64 up = block->up, down = block->down, vertical = equal | down, horizontal, right, left;
  int below;

  if (above < 0)
    equal |= 1;
  horizontal = (((equal & up) + up) ^ up) | equal;
  right = down | ~(horizontal | up);
  left = up & horizontal;
  below = (right & last) != 0 ? 1 : (left & last) != 0 ? -1 : 0;
  right <<= 1;
  left <<= 1;
  if (above < 0)
    left |= 1;
  else if (above > 0)
    right |= 1;
  block->up = left | ~(vertical | right);
  block->down = right & vertical;

  return below;
}

static inline guint64
last_row (const ChanceryBitPattern *self,
          gsize                     word)
{
  return word + 1 < self->n_words ? (guint64) 1 << (WORD_BITS - 1)
                                  : (guint64) 1 << ((self->n_bytes - 1) % WORD_BITS);
}

static inline int
advance_all (const ChanceryBitPattern *self,
             Block                    *blocks,
             guchar                    byte,
             int                       above)
{
  const guint64 *equal = self->bits + byte * self->n_words;

  for (gsize w = 0; w < self->n_words; w++)
    above = advance (&blocks[w], equal[w], above, last_row (self, w));

  return above;
}

static void
reset (Block *blocks,
       gsize  n_blocks)
{
  for (gsize w = 0; w < n_blocks; w++)
    blocks[w] = (Block) { ~(guint64) 0, 0 };
}

/**
 * chancery_bit_pattern_extend:
 * @self: a pattern
 * @text: the first byte to read, or with @backwards the byte after it
 * @n_bytes: how many to read
 * @backwards: whether to read from there to the front
 * @whole_distance: (out) (optional): how far all of what was read is from the
 *   pattern
 *
 * Compares the pattern with what begins at one place, wherever it ends.
 *
 * Returns: the least distance from the pattern to a beginning of the text
 */
gsize
chancery_bit_pattern_extend (const ChanceryBitPattern *self,
                             const char               *text,
                             gsize                     n_bytes,
                             gboolean                  backwards,
                             gsize                    *whole_distance)
{
  Block own_blocks[8], *blocks = own_blocks;
  g_autofree Block *many_blocks = NULL;
  gsize distance = self->n_bytes, least = self->n_bytes;

  if (self->n_bytes == 0)
    {
      if (whole_distance != NULL)
        *whole_distance = n_bytes;
      return 0;
    }
  if (self->n_words > G_N_ELEMENTS (own_blocks))
    blocks = many_blocks = g_new (Block, self->n_words);

  reset (blocks, self->n_words);
  for (gsize i = 0; i < n_bytes; i++)
    {
      guchar byte = (guchar) (backwards ? *(text - 1 - i) : text[i]);
      int change = advance_all (self, blocks, byte, 1);

      distance = change < 0 ? distance - 1 : distance + (gsize) change;
      least = MIN (least, distance);
    }
  if (whole_distance != NULL)
    *whole_distance = distance;

  return least;
}

/**
 * chancery_bit_pattern_search:
 * @self: a pattern
 * @text: where to search
 * @n_bytes: how long it is
 * @distance_max: how far an occurrence may be, below the pattern's length
 * @matches: (out caller-allocates): the nearest occurrences
 * @n_matches_max: how many of them
 *
 * Finds approximate occurrences: of those that overlap only the nearest.
 *
 * Returns: how many there are in @matches, in the order of the text
 */
gsize
chancery_bit_pattern_search (const ChanceryBitPattern *self,
                             const char               *text,
                             gsize                     n_bytes,
                             gsize                     distance_max,
                             ChanceryBitMatch         *matches,
                             gsize                     n_matches_max)
{
  g_autofree Block *blocks = g_new (Block, self->n_words);
  gsize distance = self->n_bytes, n_matches = 0;

  g_return_val_if_fail (self->n_bytes > distance_max, 0);

  reset (blocks, self->n_words);
  for (gsize i = 0; i < n_bytes; i++)
    {
      int change = advance_all (self, blocks, (guchar) text[i], 0);
      ChanceryBitMatch match;

      distance = change < 0 ? distance - 1 : distance + (gsize) change;
      if (distance > distance_max)
        continue;

      match = (ChanceryBitMatch) { i + 1, distance };
      if (n_matches > 0 && matches[n_matches - 1].end + self->n_bytes / 2 > i)
        {
          if (distance < matches[n_matches - 1].distance)
            matches[n_matches - 1] = match;
        }
      else if (n_matches < n_matches_max)
        matches[n_matches++] = match;
      else
        {
          gsize worst = 0;

          for (gsize m = 1; m < n_matches; m++)
            if (matches[m].distance >= matches[worst].distance)
              worst = m;
          if (matches[worst].distance > distance)
            {
              memmove (&matches[worst], &matches[worst + 1], (n_matches - worst - 1) * sizeof *matches);
              matches[n_matches - 1] = match;
            }
        }
    }

  return n_matches;
}

/**
 * chancery_bit_distance:
 * @a: one text
 * @a_bytes: how long it is
 * @b: another
 * @b_bytes: how long it is
 *
 * Takes time in the order of @a_bytes × @b_bytes / 64. Pure; any thread.
 *
 * Returns: how many bytes must be inserted, deleted or replaced to make one of the other
 */
gsize
chancery_bit_distance (const char *a,
                       gsize       a_bytes,
                       const char *b,
                       gsize       b_bytes)
{
  g_auto (ChanceryBitPattern) pattern;
  gsize distance;

  chancery_bit_pattern_init (&pattern, a, a_bytes, FALSE);
  chancery_bit_pattern_extend (&pattern, b, b_bytes, FALSE, &distance);
  return distance;
}
