/* chancery-search-result.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-search-result.h"

void
chancery_search_result_free (ChancerySearchResult *result)
{
  g_free (result->article_uid);
  g_free (result->note_uid);
  g_free (result->headline);
  g_free (result->snippet);
  g_clear_pointer (&result->snippet_marks, g_array_unref);
  g_free (result);
}
