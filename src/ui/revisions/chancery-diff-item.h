/* chancery-diff-item.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

#include "chancery-comparison.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_DIFF_ITEM (chancery_diff_item_get_type ())

/* A row of a comparison: one paragraph, or several unchanged ones that are folded. */
G_DECLARE_FINAL_TYPE (ChanceryDiffItem, chancery_diff_item, CHANCERY, DIFF_ITEM, GObject)

ChanceryDiffItem   *chancery_diff_item_new            (ChanceryComparison *comparison,
                                                       guint               first,
                                                       guint               n_paragraphs,
                                                       GPtrArray          *notes);

guint               chancery_diff_item_get_first      (ChanceryDiffItem   *self);
guint               chancery_diff_item_get_n_paragraphs (ChanceryDiffItem *self);
gboolean            chancery_diff_item_is_folded      (ChanceryDiffItem   *self);
gboolean            chancery_diff_item_is_heading     (ChanceryDiffItem   *self);
ChanceryTextChange  chancery_diff_item_get_change     (ChanceryDiffItem   *self);
GPtrArray          *chancery_diff_item_get_notes      (ChanceryDiffItem   *self);

char               *chancery_diff_item_dup_text       (ChanceryDiffItem   *self);
PangoAttrList      *chancery_diff_item_dup_attributes (ChanceryDiffItem   *self);
char               *chancery_diff_item_dup_spoken     (ChanceryDiffItem   *self);
char               *chancery_diff_item_dup_copy       (ChanceryDiffItem   *self);

G_END_DECLS
