/* chancery-display-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-article.h"

G_BEGIN_DECLS

/* The canonical text as the reader's buffer holds it. A line that is too long
 * to be laid out at once is broken up, and a paragraph whose first word runs
 * against its other words gets a mark of direction: each is one code point
 * more, and this knows where. Immutable. */
typedef struct _ChanceryDisplayText ChanceryDisplayText;

/**
 * ChanceryDisplayLine:
 * @start_chars: where the line begins in the display text
 * @end_chars: its end, without the line feed
 * @block: the article's block that it shows
 * @continues: whether the block goes on in the next line
 * @mixed: whether both writing directions stand in it
 *
 * A line of the buffer: a block, or a part of one.
 */
typedef struct
{
  gsize start_chars;
  gsize end_chars;
  guint block;
  guint continues : 1;
  guint mixed : 1;
} ChanceryDisplayLine;

#define CHANCERY_DISPLAY_LINE_LIMIT_CHARS 6000
#define CHANCERY_DISPLAY_LINE_PART_CHARS 2000

ChanceryDisplayText       *chancery_display_text_new             (ChanceryArticle           *article);
void                       chancery_display_text_free            (ChanceryDisplayText       *self);

const char                *chancery_display_text_get_text        (const ChanceryDisplayText *self,
                                                                  gsize                     *length_bytes);
const ChanceryDisplayLine *chancery_display_text_get_line        (const ChanceryDisplayText *self,
                                                                  guint                      line);
const ChanceryDisplayLine *chancery_display_text_find_line       (const ChanceryDisplayText *self,
                                                                  gsize                      display_chars);
guint                      chancery_display_text_get_n_lines     (const ChanceryDisplayText *self);

gsize                      chancery_display_text_to_display      (const ChanceryDisplayText *self,
                                                                  gsize                      canonical_chars);
gsize                      chancery_display_text_to_display_end  (const ChanceryDisplayText *self,
                                                                  gsize                      canonical_chars);
gsize                      chancery_display_text_to_canonical    (const ChanceryDisplayText *self,
                                                                  gsize                      display_chars);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryDisplayText, chancery_display_text_free)

G_END_DECLS
