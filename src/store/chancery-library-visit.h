/* chancery-library-visit.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library.h"

G_BEGIN_DECLS

/**
 * ChanceryVisitor:
 * @with_text: whether articles come with their text
 * @n_max: how many notes are visited at most; 0 for all
 * @begin: (nullable): told first how many notes there are
 * @article: (nullable): told of each article that a note is on, once, before the notes
 * @note: (nullable): told of each note, and of the article that it is on, if it is on one
 * @end: (nullable): told when all is done
 *
 * What is told of notes one after the other, in another thread. Each function returns whether to go on; if
 * not, it sets the error.
 */
typedef struct
{
  gboolean with_text;
  guint n_max;
  gboolean (*begin) (guint      n_notes,
                     gpointer   user_data,
                     GError   **error);
  gboolean (*article) (ChanceryArticle  *article,
                       gpointer          user_data,
                       GError          **error);
  gboolean (*note) (ChanceryArticle  *article,
                    ChanceryNote     *note,
                    gpointer          user_data,
                    GError          **error);
  gboolean (*end) (gpointer   user_data,
                   GError   **error);
} ChanceryVisitor;

/**
 * chancery_library_visit_async:
 * @filter: (nullable): which notes; they come by article, and in each in the order of the text
 * @uids: (nullable) (array zero-terminated=1): the notes themselves, in place of @filter; what isn't there is left out
 * @visitor: what is told of them
 * @visitor_data: for @visitor; it must live until the visit is finished, and isn't touched by anybody else till then
 *
 * Goes through notes without having all of them in memory: as they are at one moment, after all that was asked for
 * before. A library on disk is read through a connection of its own, so that other work goes on.
 */
void     chancery_library_visit_async  (ChanceryLibrary           *self,
                                        const ChanceryNoteFilter  *filter,
                                        const char * const        *uids,
                                        const ChanceryVisitor     *visitor,
                                        gpointer                   visitor_data,
                                        GCancellable              *cancellable,
                                        GAsyncReadyCallback        callback,
                                        gpointer                   user_data);
gboolean chancery_library_visit_finish (ChanceryLibrary           *self,
                                        GAsyncResult              *result,
                                        GError                   **error);

/**
 * ChanceryArticlePlace:
 * @uid: (owned): the article's uid
 * @address: (owned) (nullable): where it was read
 * @headline: (owned) (nullable): its headline
 * @has_text: whether it has a text, or is only known by its address and title
 */
typedef struct
{
  char *uid;
  char *address;
  char *headline;
  gboolean has_text;
} ChanceryArticlePlace;

void     chancery_article_place_free   (ChanceryArticlePlace      *place);

/**
 * chancery_library_list_places_async:
 *
 * Lists all articles with their addresses and headlines, without their texts.
 */
void     chancery_library_list_places_async  (ChanceryLibrary      *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);

/**
 * chancery_library_list_places_finish:
 *
 * Returns: (transfer full) (element-type ChanceryArticlePlace): the articles, in no order
 */
GPtrArray *chancery_library_list_places_finish (ChanceryLibrary    *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
