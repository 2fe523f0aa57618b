/* chancery-quote-alignment.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "anchoring/chancery-seed-index.h"

G_BEGIN_DECLS

/**
 * ChanceryFoldedQuote:
 * @bytes: (owned): prefix, words and suffix, folded, one after the other
 * @n_bytes: how long that is
 * @core_start: where the words begin
 * @core_end: where they end
 *
 * What is looked for.
 */
typedef struct
{
  char *bytes;
  gsize n_bytes;
  gsize core_start;
  gsize core_end;
} ChanceryFoldedQuote;

/**
 * ChanceryAlignment:
 * @start: where the words begin in the folded text
 * @end: where they end
 *
 * Where the words may be.
 */
typedef struct
{
  gsize start;
  gsize end;
} ChanceryAlignment;

gsize chancery_quote_align (ChancerySeeds             *seeds,
                            const ChanceryFoldedQuote *quote,
                            gsize                      window,
                            ChanceryAlignment         *alignments,
                            gsize                      n_alignments_max);

G_END_DECLS
