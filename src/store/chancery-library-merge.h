/* chancery-library-merge.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library.h"

G_BEGIN_DECLS

/* Taking in what was written elsewhere, many at a time, in one transaction each. */

/**
 * chancery_library_merge_articles_async:
 * @articles: (element-type ChanceryArticle): articles; they must not change any more
 *
 * Keeps articles as chancery_library_import_article_async() keeps one, all or none of them.
 */
void       chancery_library_merge_articles_async  (ChanceryLibrary      *self,
                                                   GPtrArray            *articles,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);

/**
 * chancery_library_merge_articles_finish:
 * @n_new: (out) (optional): how many the list of articles grew by
 *
 * Returns: (transfer full) (array zero-terminated=1): the uids under which the library has them, in their order
 */
GStrv      chancery_library_merge_articles_finish (ChanceryLibrary      *self,
                                                   GAsyncResult         *result,
                                                   guint                *n_new,
                                                   GError              **error);

/**
 * ChanceryMergeCounts:
 * @n_new: notes that were not there
 * @n_replaced: notes that were there, and were changed later than here
 * @n_kept: notes that were there, and stayed as they were: the same, or newer
 *
 * What came of merging notes.
 */
typedef struct
{
  guint n_new;
  guint n_replaced;
  guint n_kept;
} ChanceryMergeCounts;

/**
 * chancery_library_merge_notes_async:
 * @notes: (element-type ChanceryNote): notes; they must not change any more
 *
 * Adds notes, all or none of them. One that is there already is replaced only if @notes has it with a later time of
 * change, so that nothing that was written here since is lost.
 *
 * Fails with %CHANCERY_STORE_ERROR_NOT_FOUND if the article of one isn't there.
 */
void       chancery_library_merge_notes_async     (ChanceryLibrary      *self,
                                                   GPtrArray            *notes,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean   chancery_library_merge_notes_finish    (ChanceryLibrary      *self,
                                                   GAsyncResult         *result,
                                                   ChanceryMergeCounts  *counts,
                                                   GError              **error);

G_END_DECLS
