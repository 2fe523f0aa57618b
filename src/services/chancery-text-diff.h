/* chancery-text-diff.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ChanceryTextChange:
 * @CHANCERY_TEXT_CHANGE_KEPT: it is in both texts
 * @CHANCERY_TEXT_CHANGE_REMOVED: it is in the old text only
 * @CHANCERY_TEXT_CHANGE_ADDED: it is in the new text only
 * @CHANCERY_TEXT_CHANGE_EDITED: a paragraph that is in both, with other words
 *
 * What became of a part of a text.
 */
typedef enum
{
  CHANCERY_TEXT_CHANGE_KEPT,
  CHANCERY_TEXT_CHANGE_REMOVED,
  CHANCERY_TEXT_CHANGE_ADDED,
  CHANCERY_TEXT_CHANGE_EDITED,
} ChanceryTextChange;

/**
 * ChanceryTextSpan:
 * @start_bytes: where it begins
 * @end_bytes: the byte after it
 * @start_chars: where it begins, in code points
 * @end_chars: the code point after it
 *
 * A part of one text; empty, but in its place, where the text has nothing.
 */
typedef struct
{
  gsize start_bytes;
  gsize end_bytes;
  gsize start_chars;
  gsize end_chars;
} ChanceryTextSpan;

/**
 * ChanceryTextRun:
 * @change: what became of it; never %CHANCERY_TEXT_CHANGE_EDITED
 * @before: the part of the old text
 * @after: the part of the new text
 *
 * Words that were kept, removed or added together.
 */
typedef struct
{
  ChanceryTextChange change;
  ChanceryTextSpan before;
  ChanceryTextSpan after;
} ChanceryTextRun;

/**
 * ChanceryTextParagraph:
 * @change: what became of it
 * @before: the paragraph of the old text, with its line feed
 * @after: the paragraph of the new text, with its line feed
 * @first_run: the first of its runs
 * @n_runs: how many runs it has: one, or more if it was edited
 *
 * A paragraph of either text, or of both.
 */
typedef struct
{
  ChanceryTextChange change;
  ChanceryTextSpan before;
  ChanceryTextSpan after;
  guint first_run;
  guint n_runs;
} ChanceryTextParagraph;

/**
 * ChanceryTextDiff:
 *
 * How one text differs from another. Immutable, counted; any thread.
 */
typedef struct _ChanceryTextDiff ChanceryTextDiff;

#define CHANCERY_TYPE_TEXT_DIFF (chancery_text_diff_get_type ())

GType                        chancery_text_diff_get_type       (void);

ChanceryTextDiff            *chancery_text_diff_new            (const char       *old_text,
                                                                const char       *new_text);
ChanceryTextDiff            *chancery_text_diff_ref            (ChanceryTextDiff *self);
void                         chancery_text_diff_unref          (ChanceryTextDiff *self);

const char                  *chancery_text_diff_get_old_text   (ChanceryTextDiff *self);
const char                  *chancery_text_diff_get_new_text   (ChanceryTextDiff *self);
const ChanceryTextParagraph *chancery_text_diff_get_paragraphs (ChanceryTextDiff *self,
                                                                guint            *n_paragraphs);
const ChanceryTextRun       *chancery_text_diff_get_runs       (ChanceryTextDiff *self,
                                                                guint            *n_runs);
gboolean                     chancery_text_diff_is_empty       (ChanceryTextDiff *self);
double                       chancery_text_diff_get_similarity (ChanceryTextDiff *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryTextDiff, chancery_text_diff_unref)

G_END_DECLS
