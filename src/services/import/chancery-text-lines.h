/* chancery-text-lines.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "chancery-enums.h"

G_BEGIN_DECLS

/**
 * ChanceryTextLine:
 * @start: (not nullable): the line's words, behind its marker
 * @end: the end of them
 * @kind: what its marker makes of it
 * @level: the depth of a heading, quotation or list item
 * @width: how many characters it has, its indentation and markers included
 * @indent: how many spaces it begins with
 * @is_marked: whether it begins a block by itself: a heading or a list item
 * @ordinal: the number of an item of a numbered list, or 0
 *
 * A line of plain text, in place.
 */
typedef struct
{
  const char *start;
  const char *end;
  ChanceryBlockKind kind;
  guint level;
  gsize width;
  gsize indent;
  gboolean is_marked;
  guint ordinal;
} ChanceryTextLine;

#define CHANCERY_TEXT_LEVEL_MAX 9

const char *chancery_text_line_read       (const char             *text,
                                           const char             *end,
                                           ChanceryTextLine       *line);
gboolean    chancery_text_line_is_blank   (const ChanceryTextLine *line);
guint       chancery_text_line_underlines (const ChanceryTextLine *line);

/**
 * ChanceryTextWrapping:
 * @is_wrapped: whether paragraphs are broken into lines
 * @is_ragged: whether that was done by hand, at no certain width
 * @width: at which width, in characters
 *
 * How a text's paragraphs are broken into lines.
 */
typedef struct
{
  gboolean is_wrapped;
  gboolean is_ragged;
  gsize width;
} ChanceryTextWrapping;

ChanceryTextWrapping chancery_text_lines_find_wrapping (const char                 *text,
                                                        const char                 *end);
gboolean             chancery_text_lines_go_on         (const ChanceryTextWrapping *wrapping,
                                                        const ChanceryTextLine     *line,
                                                        const ChanceryTextLine     *next);

G_END_DECLS
