/* chancery-anchoring.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-selector.h"

G_BEGIN_DECLS

/* What is less sure than this is not the passage, but at most a suggestion. */
#define CHANCERY_ANCHOR_SCORE_MIN 0.5

/**
 * ChanceryAnchor:
 * @start_bytes: where the passage begins in the text
 * @end_bytes: the byte after its last
 * @score: how sure it is that this is the passage, 0 to 1
 *
 * Where a selector's passage is in a text.
 */
typedef struct
{
  gsize start_bytes;
  gsize end_bytes;
  double score;
} ChanceryAnchor;

/**
 * ChanceryAnchorText:
 *
 * A text that is prepared for finding many passages in it. Immutable, counted;
 * any number of threads may use one at once.
 */
typedef struct _ChanceryAnchorText ChanceryAnchorText;

ChanceryAnchorText *chancery_anchor_text_new             (const char               *text,
                                                          gsize                     length_bytes);
ChanceryAnchorText *chancery_anchor_text_new_for_one     (const char               *text,
                                                          gsize                     length_bytes);
ChanceryAnchorText *chancery_anchor_text_ref             (ChanceryAnchorText       *self);
void                chancery_anchor_text_unref           (ChanceryAnchorText       *self);

gboolean            chancery_anchor_text_find            (ChanceryAnchorText       *self,
                                                          const ChancerySelector   *selector,
                                                          ChanceryAnchor           *anchor);
gboolean            chancery_anchor_text_find_range      (ChanceryAnchorText       *self,
                                                          const ChancerySelector   *start,
                                                          const ChancerySelector   *end,
                                                          ChanceryAnchor           *anchor);

const char         *chancery_anchor_text_get_text        (ChanceryAnchorText       *self);
gsize               chancery_anchor_text_chars_to_bytes  (ChanceryAnchorText       *self,
                                                          gsize                     n_chars);
gsize               chancery_anchor_text_bytes_to_chars  (ChanceryAnchorText       *self,
                                                          gsize                     n_bytes);

ChancerySelector   *chancery_anchor_text_make_selector   (ChanceryAnchorText       *self,
                                                          gsize                     start_bytes,
                                                          gsize                     end_bytes);

gboolean            chancery_anchor_quote                (const char               *text,
                                                          const ChancerySelector   *selector,
                                                          ChanceryAnchor           *anchor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryAnchorText, chancery_anchor_text_unref)

G_END_DECLS
