/* chancery-article-intake.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library-revisions.h"

G_BEGIN_DECLS

/**
 * ChanceryIntake:
 * @match: what the article was to the library
 * @uid: (owned): the article in the library
 * @similarity: how much of the words a revision shares with the text before it
 * @n_carried: how many notes have their place in the revision
 * @n_orphans: how many notes on passages have none
 *
 * What became of an article that was taken in.
 */
typedef struct
{
  ChanceryArticleMatch match;
  char *uid;
  double similarity;
  guint n_carried;
  guint n_orphans;
} ChanceryIntake;

void            chancery_intake_free         (ChanceryIntake       *intake);

void            chancery_article_take_in_async (ChanceryLibrary      *library,
                                              ChanceryArticle      *article,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
void            chancery_article_revise_async  (ChanceryLibrary      *library,
                                              const char           *uid,
                                              ChanceryArticle      *article,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
ChanceryIntake *chancery_article_take_in_finish (ChanceryLibrary     *library,
                                              GAsyncResult         *result,
                                              GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryIntake, chancery_intake_free)

G_END_DECLS
