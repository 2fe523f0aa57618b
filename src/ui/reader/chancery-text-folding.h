/* chancery-text-folding.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text without what finding should not be stopped by: case, accents, the
 * shape of quotation marks and dashes. Knows where each letter came from.
 * Immutable. */
typedef struct _ChanceryTextFolding ChanceryTextFolding;

/**
 * ChanceryTextMatch:
 * @start_chars: code points before the match in the text that was folded
 * @end_chars: code points up to its end
 */
typedef struct
{
  guint start_chars;
  guint end_chars;
} ChanceryTextMatch;

ChanceryTextFolding *chancery_text_folding_new  (const char                *text,
                                                 gssize                     length_bytes);
void                 chancery_text_folding_free (ChanceryTextFolding       *self);
GArray              *chancery_text_folding_find (const ChanceryTextFolding *self,
                                                 const char                *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryTextFolding, chancery_text_folding_free)

G_END_DECLS
