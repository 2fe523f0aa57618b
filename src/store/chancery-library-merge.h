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
 * @new_uids: (out) (optional) (transfer full): those by which the list of articles grew
 *
 * Returns: (transfer full) (array zero-terminated=1): the uids under which the library has them, in their order
 */
GStrv      chancery_library_merge_articles_finish (ChanceryLibrary      *self,
                                                   GAsyncResult         *result,
                                                   GStrv                *new_uids,
                                                   GError              **error);

/**
 * chancery_library_find_articles_async:
 * @articles: (element-type ChanceryArticle): articles; they must not change any more
 *
 * Asks what merging articles would find, and changes nothing.
 */
void       chancery_library_find_articles_async   (ChanceryLibrary      *self,
                                                   GPtrArray            *articles,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);

/**
 * chancery_library_find_articles_finish:
 *
 * Returns: (transfer full) (array zero-terminated=1): the uids under which the library has them, in their order; the
 *   empty string for one that isn't there
 */
GStrv      chancery_library_find_articles_finish  (ChanceryLibrary      *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

/**
 * ChanceryMergedNotes:
 * @added: (owned) (element-type ChanceryNote): the notes that were not there
 * @before: (owned) (element-type ChanceryNote): those that were there, and were changed later than here, as they were
 * @after: (owned) (element-type ChanceryNote): the same in the same order, as they are
 * @n_kept: notes that were there, and stayed as they were: the same, or newer
 *
 * What came of merging notes. One that comes twice may be among those that were added and those that changed.
 */
typedef struct
{
  GPtrArray *added;
  GPtrArray *before;
  GPtrArray *after;
  guint n_kept;
} ChanceryMergedNotes;

void       chancery_merged_notes_free             (ChanceryMergedNotes  *merged);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryMergedNotes, chancery_merged_notes_free)

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

/**
 * chancery_library_merge_notes_finish:
 *
 * Returns: (transfer full): what came of it; to undo it, remove those that were added, and write those before
 */
ChanceryMergedNotes *
           chancery_library_merge_notes_finish    (ChanceryLibrary      *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

/* Of a note that isn't there. */
#define CHANCERY_MERGE_NEVER G_MININT64

/**
 * chancery_library_find_notes_async:
 * @notes: (element-type ChanceryNote): notes; they must not change any more
 *
 * Asks what merging notes would find, and changes nothing.
 */
void       chancery_library_find_notes_async      (ChanceryLibrary      *self,
                                                   GPtrArray            *notes,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);

/**
 * chancery_library_find_notes_finish:
 *
 * Returns: (transfer full) (element-type gint64): when each was changed last in the library, in microseconds since 1970;
 *   %CHANCERY_MERGE_NEVER for one that isn't there
 */
GArray    *chancery_library_find_notes_finish     (ChanceryLibrary      *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

G_END_DECLS
