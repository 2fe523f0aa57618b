/* chancery-anchor-query.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "anchoring/chancery-bit-distance.h"
#include "anchoring/chancery-quote-alignment.h"
#include "chancery-selector.h"

G_BEGIN_DECLS

/**
 * ChanceryAnchorQuery:
 * @selector: (not owned): what is looked for
 * @quote: (owned): the same, folded
 * @prefix: the end of the prefix, as far as it is compared, read backwards
 * @suffix: the beginning of the suffix, as far as it is compared
 * @starts_word: whether the words begin where a word does
 * @ends_word: whether they end where a word does
 *
 * A selector, prepared for being compared with places in a text.
 */
typedef struct
{
  const ChancerySelector *selector;
  ChanceryFoldedQuote quote;
  ChanceryBitPattern prefix;
  ChanceryBitPattern suffix;
  gboolean starts_word;
  gboolean ends_word;
} ChanceryAnchorQuery;

/**
 * ChanceryAnchorCandidate:
 * @start: where it begins in the folded text
 * @end: where it ends
 * @similarity: how much of the longer of words and passage the two share, 0 to 1
 * @recall: how much of the words is in the passage, 0 to 1
 * @context: how much of prefix and suffix is around it, 0 to 1
 * @distance: how far it is from the expected place
 * @bits: how much speaks for it and not for another place
 * @sure_bits: how much speaks for it and not for chance
 *
 * A place where the passage may be.
 */
typedef struct
{
  gsize start;
  gsize end;
  double similarity;
  double recall;
  double context;
  gsize distance;
  double bits;
  double sure_bits;
} ChanceryAnchorCandidate;

gboolean chancery_anchor_query_init  (ChanceryAnchorQuery       *self,
                                      const ChancerySelector    *selector);
void     chancery_anchor_query_clear (ChanceryAnchorQuery       *self);

void     chancery_anchor_query_weigh (const ChanceryAnchorQuery *self,
                                      const ChanceryFoldedText  *text,
                                      gsize                      expected,
                                      gsize                      n_alike,
                                      ChanceryAnchorCandidate   *candidate);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChanceryAnchorQuery, chancery_anchor_query_clear)

G_END_DECLS
