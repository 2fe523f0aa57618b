/* chancery-diff-model.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "chancery-diff-item.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_DIFF_MODEL (chancery_diff_model_get_type ())

/* The rows of a comparison: what changed, with an unchanged paragraph on either side of it; the other
 * unchanged ones are folded until they are asked for. */
G_DECLARE_FINAL_TYPE (ChanceryDiffModel, chancery_diff_model, CHANCERY, DIFF_MODEL, GObject)

ChanceryDiffModel *chancery_diff_model_new           (ChanceryComparison *comparison);

gboolean           chancery_diff_model_unfold        (ChanceryDiffModel  *self,
                                                      guint               position);
guint              chancery_diff_model_find_change   (ChanceryDiffModel  *self,
                                                      guint               from,
                                                      gboolean            forward);
void               chancery_diff_model_count_changes (ChanceryDiffModel  *self,
                                                      guint              *n_edited,
                                                      guint              *n_added,
                                                      guint              *n_removed);

G_END_DECLS
