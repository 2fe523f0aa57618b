/* chancery-mention.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-enum-types.h"
#include "chancery-enums.h"

G_BEGIN_DECLS

/**
 * ChanceryMention:
 * @start_bytes: where it begins in the text that was searched
 * @end_bytes: the byte after its last
 * @iso: the state's ISO 3166-1 alpha-2 code (XK for Kosovo), NUL-terminated
 * @kind: by which form the state is mentioned
 * @role: what the state is to the sentence
 *
 * A span of text that stands for a state. Plain data, kept in a #GArray
 * sorted by @start_bytes; mentions of one text don't overlap.
 */
typedef struct
{
  gsize start_bytes;
  gsize end_bytes;
  char iso[3];
  ChanceryMentionKind kind;
  ChanceryMentionRole role;
} ChanceryMention;

G_END_DECLS
