/* chancery-folded-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ChanceryFoldedText:
 * @source: (not owned): what was folded
 * @source_bytes: how long it is
 * @bytes: (owned): the folded text, in a code of its own
 * @n_bytes: how long it is
 * @starts: (owned): for each byte of it, and for its end, where the character
 *   that it came from begins in @source
 * @marks: (owned): where each 256th character begins in @source, from the first
 *
 * A text without what may change while its words stay the same, and the way
 * back. White space, invisible characters, case and accents are gone; dashes
 * are one hyphen, quotation marks one apostrophe; digits are European, and
 * compatibility characters are taken apart. Two texts that are canonically
 * equivalent fold to the same.
 */
typedef struct
{
  const char *source;
  gsize source_bytes;
  char *bytes;
  gsize n_bytes;
  guint32 *starts;
  guint32 *marks;
  gsize n_marks;
} ChanceryFoldedText;

/* More than this is no text that anyone annotates, and offsets into it must fit. */
#define CHANCERY_FOLDED_TEXT_BYTES_MAX ((gsize) 256 * 1024 * 1024)

gboolean chancery_folded_text_init         (ChanceryFoldedText       *self,
                                            const char               *source,
                                            gsize                     source_bytes);
void     chancery_folded_text_clear        (ChanceryFoldedText       *self);

gsize    chancery_folded_text_find         (const ChanceryFoldedText *self,
                                            gsize                     source_bytes);
gsize    chancery_folded_text_source_end   (const ChanceryFoldedText *self,
                                            gsize                     end);
gsize    chancery_folded_text_chars_to_bytes (const ChanceryFoldedText *self,
                                            gsize                     n_chars);
gsize    chancery_folded_text_bytes_to_chars (const ChanceryFoldedText *self,
                                            gsize                     source_bytes);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChanceryFoldedText, chancery_folded_text_clear)

G_END_DECLS
