/* chancery-text-blocks.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-block.h"

G_BEGIN_DECLS

/* A text of more blocks than this is divided less finely from there on. */
#define CHANCERY_TEXT_BLOCKS_MAX 100000

GPtrArray *chancery_text_blocks_split         (const char *text,
                                               gsize       length_bytes);
void       chancery_text_blocks_find_headings (GPtrArray  *blocks);

G_END_DECLS
