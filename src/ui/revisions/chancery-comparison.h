/* chancery-comparison.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-article.h"
#include "chancery-library.h"
#include "chancery-text-diff.h"
#include "gazetteer/chancery-gazetteer.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_COMPARISON (chancery_comparison_get_type ())

/* Two versions of one article side by side: how their words differ, which states came and went, and
 * where the article's notes are in them. Immutable. */
G_DECLARE_FINAL_TYPE (ChanceryComparison, chancery_comparison, CHANCERY, COMPARISON, GObject)

ChanceryComparison *chancery_comparison_new         (ChanceryArticle     *older,
                                                     ChanceryArticle     *newer,
                                                     GPtrArray           *notes,
                                                     ChanceryGazetteer   *gazetteer);
void                chancery_comparison_load_async  (ChanceryLibrary     *library,
                                                     ChanceryGazetteer   *gazetteer,
                                                     const char          *uid,
                                                     guint                older,
                                                     guint                newer,
                                                     gboolean             with_notes,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
ChanceryComparison *chancery_comparison_load_finish (ChanceryLibrary     *library,
                                                     GAsyncResult        *result,
                                                     GError             **error);

ChanceryArticle    *chancery_comparison_get_older   (ChanceryComparison  *self);
ChanceryArticle    *chancery_comparison_get_newer   (ChanceryComparison  *self);
ChanceryTextDiff   *chancery_comparison_get_diff    (ChanceryComparison  *self);
gsize               chancery_comparison_get_head_bytes (ChanceryComparison *self,
                                                     gboolean             of_newer);
GPtrArray          *chancery_comparison_get_notes   (ChanceryComparison  *self);
gboolean            chancery_comparison_find_note   (ChanceryComparison  *self,
                                                     ChanceryNote        *note,
                                                     gboolean            *in_newer,
                                                     gsize               *start_chars);
const char * const *chancery_comparison_get_states_added   (ChanceryComparison *self);
const char * const *chancery_comparison_get_states_dropped (ChanceryComparison *self);

G_END_DECLS
