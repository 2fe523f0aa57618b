/* chancery-quoted-line.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-enums.h"

G_BEGIN_DECLS

/* What reading tools write of a highlight. Pure; any thread. */

/**
 * ChanceryQuotedLine:
 * @quote: (owned): the words marked
 * @comment: (owned): what the reader wrote; may be empty
 * @link: (owned) (nullable): where the tool keeps the highlight
 *
 * A line of a note of Zotero: “words” ([Author, 2020, p. 3](zotero://…)) comment.
 */
typedef struct
{
  char *quote;
  char *comment;
  char *link;
} ChanceryQuotedLine;

gboolean       chancery_quoted_line_read    (const char         *line,
                                             ChanceryQuotedLine *quoted);
void           chancery_quoted_line_clear   (ChanceryQuotedLine *quoted);
char          *chancery_quoted_line_cut_link (char              *line);
char          *chancery_unescape_markdown   (const char         *text);
ChanceryColour chancery_read_colour         (const char         *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChanceryQuotedLine, chancery_quoted_line_clear)

G_END_DECLS
