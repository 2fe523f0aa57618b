/* chancery-block.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-enum-types.h"
#include "chancery-enums.h"

G_BEGIN_DECLS

/**
 * ChanceryBlock:
 * @kind: what the block is
 * @level: the depth of a heading (1 … 6), quotation or list item (1 …)
 * @text: (owned): UTF-8, NFC, without line breaks
 *
 * A paragraph of an article's body. Immutable once it belongs to an article.
 */
typedef struct
{
  ChanceryBlockKind kind;
  guint level;
  char *text;
} ChanceryBlock;

ChanceryBlock *chancery_block_new  (ChanceryBlockKind  kind,
                                    guint              level,
                                    const char        *text);
void           chancery_block_free (ChanceryBlock     *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryBlock, chancery_block_free)

G_END_DECLS
