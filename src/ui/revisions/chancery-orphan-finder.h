/* chancery-orphan-finder.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-article.h"
#include "chancery-library.h"
#include "chancery-note.h"

G_BEGIN_DECLS

/**
 * ChanceryOrphanPlace:
 * @selector: (owned) (nullable): where the note may belong; %NULL if there is
 *   nothing like it
 * @score: how sure that is, 0 … 1, as anchoring found it
 * @is_replacement: whether it is what stands now where the passage stood, other
 *   words and all
 * @before: (owned): the words before it, in its paragraph
 * @passage: (owned): its words
 * @after: (owned): the words after it
 * @headline: (owned) (nullable): the article's
 *
 * The likeliest place of a note that lost its own.
 */
typedef struct
{
  ChancerySelector *selector;
  double score;
  gboolean is_replacement;
  char *before;
  char *passage;
  char *after;
  char *headline;
} ChanceryOrphanPlace;

void                 chancery_orphan_place_free          (ChanceryOrphanPlace  *self);
ChanceryOrphanPlace *chancery_orphan_place_find          (ChanceryArticle      *article,
                                                          GPtrArray            *older,
                                                          ChanceryNote         *note);

#define CHANCERY_TYPE_ORPHAN_FINDER (chancery_orphan_finder_get_type ())

/* Looks for the likeliest places of notes, and keeps the texts that it has read meanwhile. */
G_DECLARE_FINAL_TYPE (ChanceryOrphanFinder, chancery_orphan_finder, CHANCERY, ORPHAN_FINDER, GObject)

ChanceryOrphanFinder *chancery_orphan_finder_new         (ChanceryLibrary      *library);
void                  chancery_orphan_finder_forget      (ChanceryOrphanFinder *self);
void                  chancery_orphan_finder_find_async  (ChanceryOrphanFinder *self,
                                                          ChanceryNote         *note,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
ChanceryOrphanPlace  *chancery_orphan_finder_find_finish (ChanceryOrphanFinder *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryOrphanPlace, chancery_orphan_place_free)

G_END_DECLS
