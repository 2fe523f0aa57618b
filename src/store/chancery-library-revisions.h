/* chancery-library-revisions.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library.h"
#include "chancery-revision.h"

G_BEGIN_DECLS

/* Newer copies of articles that are there.
 *
 * To import an article: ask with chancery_library_match_article_async() what it is
 * to the library. One that is new, or the same, is imported. Of a revision, the
 * notes of the article that is there are found again in the new text, and both are
 * written with chancery_library_revise_article_async(). */

/**
 * ChanceryArticleMatch:
 * @CHANCERY_ARTICLE_MATCH_NEW: the library has nothing like it
 * @CHANCERY_ARTICLE_MATCH_SAME: the library has the very same words
 * @CHANCERY_ARTICLE_MATCH_REVISION: the library has another text with the same uid
 *   or address, or one that is clearly a copy of it
 *
 * What an article is to the library.
 */
typedef enum
{
  CHANCERY_ARTICLE_MATCH_NEW,
  CHANCERY_ARTICLE_MATCH_SAME,
  CHANCERY_ARTICLE_MATCH_REVISION,
} ChanceryArticleMatch;

/**
 * chancery_library_match_article_async:
 *
 * Looks whether the library has an article, or another copy of it. Changes
 * nothing. Articles that were removed don't count.
 */
void                 chancery_library_match_article_async    (ChanceryLibrary      *self,
                                                              ChanceryArticle      *article,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);

/**
 * chancery_library_match_article_finish:
 * @match: (out): what it is
 * @uid: (out) (optional) (transfer full) (nullable): the article that is there
 * @similarity: (out) (optional): how much of the words both texts share, 0 … 1:
 *   the Jaccard index of their runs of three words (A. Z. Broder, On the
 *   resemblance and containment of documents, 1997)
 */
gboolean             chancery_library_match_article_finish   (ChanceryLibrary      *self,
                                                              GAsyncResult         *result,
                                                              ChanceryArticleMatch *match,
                                                              char                **uid,
                                                              double               *similarity,
                                                              GError              **error);

/**
 * chancery_library_revise_article_async:
 * @uid: an article of the library
 * @article: its newer copy, of which the uid is of no interest
 * @notes: (nullable) (element-type ChanceryNote): notes of the article, with
 *   @uid as their article, as they are to be in the new text; they must not change
 *   until it finishes
 *
 * Gives an article a new text and new properties, in one transaction with its
 * notes. The older text stays readable, and the notes' places in it are kept.
 * Notes on a passage that are not among @notes become orphans; none is lost. The
 * article counts as unread.
 */
void                 chancery_library_revise_article_async   (ChanceryLibrary      *self,
                                                              const char           *uid,
                                                              ChanceryArticle      *article,
                                                              GPtrArray            *notes,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
gboolean             chancery_library_revise_article_finish  (ChanceryLibrary      *self,
                                                              GAsyncResult         *result,
                                                              GError              **error);

/**
 * chancery_library_revert_revision_async:
 * @uid: an article
 * @notes: (nullable) (element-type ChanceryNote): notes that were made on the text
 *   that goes, as they are to be in the one that comes back
 *
 * Undoes the latest revision: the text, the properties and the places of the notes
 * are again what they were; what else the notes say stays as it is now. Notes on
 * passages that were made since, and are not among @notes, become orphans.
 *
 * Fails with %CHANCERY_STORE_ERROR_NOT_FOUND if there is no older text.
 */
void                 chancery_library_revert_revision_async  (ChanceryLibrary      *self,
                                                              const char           *uid,
                                                              GPtrArray            *notes,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
gboolean             chancery_library_revert_revision_finish (ChanceryLibrary      *self,
                                                              GAsyncResult         *result,
                                                              GError              **error);

void                 chancery_library_list_revisions_async   (ChanceryLibrary      *self,
                                                              const char           *uid,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);

/**
 * chancery_library_list_revisions_finish:
 *
 * Returns: (transfer full) (element-type ChanceryRevision): the article's texts,
 *   the present one first; just that one if it was never revised
 */
GPtrArray           *chancery_library_list_revisions_finish  (ChanceryLibrary      *self,
                                                              GAsyncResult         *result,
                                                              GError              **error);

/**
 * chancery_library_load_revision_async:
 * @uid: an article
 * @number: one of its revisions
 */
void                 chancery_library_load_revision_async    (ChanceryLibrary      *self,
                                                              const char           *uid,
                                                              guint                 number,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);

/**
 * chancery_library_load_revision_finish:
 *
 * Returns: (transfer full): the article as it was then, with the uid that it has
 */
ChanceryArticle     *chancery_library_load_revision_finish   (ChanceryLibrary      *self,
                                                              GAsyncResult         *result,
                                                              GError              **error);

G_END_DECLS
