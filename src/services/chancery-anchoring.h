/* chancery-anchoring.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-selector.h"

G_BEGIN_DECLS

/**
 * ChanceryAnchor:
 * @start_bytes: where the passage begins in the text
 * @end_bytes: the byte after its last
 * @score: how sure it is that this is the passage, above 0 and up to 1
 *
 * Where a selector's passage is in a text.
 */
typedef struct
{
  gsize start_bytes;
  gsize end_bytes;
  double score;
} ChanceryAnchor;

gboolean chancery_anchor_quote (const char             *text,
                                const ChancerySelector *selector,
                                ChanceryAnchor         *anchor);

G_END_DECLS
