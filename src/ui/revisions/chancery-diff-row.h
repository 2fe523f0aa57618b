/* chancery-diff-row.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-diff-item.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_DIFF_ROW (chancery_diff_row_get_type ())

/* Shows a row of a comparison: a sign, the paragraph and the notes in it. */
G_DECLARE_FINAL_TYPE (ChanceryDiffRow, chancery_diff_row, CHANCERY, DIFF_ROW, GtkWidget)

GtkWidget *chancery_diff_row_new      (void);
void       chancery_diff_row_set_item (ChanceryDiffRow  *self,
                                       ChanceryDiffItem *item);

G_END_DECLS
