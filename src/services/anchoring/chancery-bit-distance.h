/* chancery-bit-distance.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ChanceryBitPattern:
 *
 * What is compared, as one bit vector for each byte. After G. Myers, "A fast
 * bit-vector algorithm for approximate string matching based on dynamic
 * programming" (1999), in blocks of 64 rows as he describes for long patterns.
 * Distances count insertions, deletions and substitutions of bytes.
 */
typedef struct
{
  gsize n_bytes;
  gsize n_words;
  guint64 *bits;
  guint64 own_bits[256]; /* where one word is enough */
} ChanceryBitPattern;

/**
 * ChanceryBitMatch:
 * @end: the byte after an approximate occurrence
 * @distance: how far it is from the pattern
 */
typedef struct
{
  gsize end;
  gsize distance;
} ChanceryBitMatch;

void     chancery_bit_pattern_init     (ChanceryBitPattern       *self,
                                        const char               *bytes,
                                        gsize                     n_bytes,
                                        gboolean                  backwards);
void     chancery_bit_pattern_clear    (ChanceryBitPattern       *self);

gsize    chancery_bit_pattern_extend   (const ChanceryBitPattern *self,
                                        const char               *text,
                                        gsize                     n_bytes,
                                        gboolean                  backwards,
                                        gsize                    *whole_distance);
gsize    chancery_bit_pattern_search   (const ChanceryBitPattern *self,
                                        const char               *text,
                                        gsize                     n_bytes,
                                        gsize                     distance_max,
                                        ChanceryBitMatch         *matches,
                                        gsize                     n_matches_max);
gsize    chancery_bit_distance         (const char               *a,
                                        gsize                     a_bytes,
                                        const char               *b,
                                        gsize                     b_bytes);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChanceryBitPattern, chancery_bit_pattern_clear)

G_END_DECLS
