/* chancery-library-links.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library.h"
#include "chancery-link-ends.h"

G_BEGIN_DECLS

/**
 * chancery_library_load_links_async:
 * @self: a library
 * @uids: (array zero-terminated=1): notes or articles
 * @of_articles: whether they are articles, of which only those links count that
 *   are to the article as a whole
 *
 * Finds what they link to, and what links to them, at one moment. What is linked
 * to may not be in the library; that is no error. It is to be asked for again
 * after #ChanceryLibrary::notes-changed and #ChanceryLibrary::articles-changed.
 */
void        chancery_library_load_links_async  (ChanceryLibrary      *self,
                                                const char * const   *uids,
                                                gboolean              of_articles,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

/**
 * chancery_library_load_links_finish:
 *
 * Returns: (transfer full) (element-type utf8 ChanceryLinkEnds): uid to what it
 *   is linked with, for each that was asked for
 */
GHashTable *chancery_library_load_links_finish (ChanceryLibrary      *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/**
 * chancery_library_search_articles_async:
 * @words: what the reader typed; see chancery_library_search_async()
 * @n_max: how many at most
 *
 * Finds articles to choose one of, by headline, standfirst and text.
 */
void        chancery_library_search_articles_async  (ChanceryLibrary      *self,
                                                     const char           *words,
                                                     guint                 n_max,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);

/**
 * chancery_library_search_articles_finish:
 *
 * Returns: (transfer full) (element-type ChanceryArticleItem): the best finds
 *   first; they don't follow later changes
 */
GPtrArray  *chancery_library_search_articles_finish (ChanceryLibrary      *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

G_END_DECLS
