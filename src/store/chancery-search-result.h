/* chancery-search-result.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-date.h"

G_BEGIN_DECLS

/**
 * ChancerySearchResult:
 * @article_uid: (nullable): the article that was found, or that the note is on
 * @note_uid: (nullable): the note that was found; %NULL for an article
 * @headline: (nullable): the article's headline
 * @published: the article's date
 * @snippet: some words around the first finds, in one line
 * @snippet_marks: (element-type guint): where the finds are in @snippet: pairs
 *   of start and end in code points, in order
 *
 * One find of chancery_library_search_async(). Immutable.
 */
typedef struct
{
  char *article_uid;
  char *note_uid;
  char *headline;
  ChanceryDate published;
  char *snippet;
  GArray *snippet_marks;
} ChancerySearchResult;

void chancery_search_result_free (ChancerySearchResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChancerySearchResult, chancery_search_result_free)

G_END_DECLS
