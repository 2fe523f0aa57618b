/* chancery-comparison-summary.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-catalogue.h"
#include "chancery-diff-model.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_COMPARISON_SUMMARY (chancery_comparison_summary_get_type ())

/* What a comparison comes to, above its paragraphs: how many changed, which states came and went, what
 * became of the notes. */
G_DECLARE_FINAL_TYPE (ChanceryComparisonSummary, chancery_comparison_summary, CHANCERY, COMPARISON_SUMMARY, GtkWidget)

GtkWidget *chancery_comparison_summary_new        (void);
void       chancery_comparison_summary_show       (ChanceryComparisonSummary *self,
                                                   ChanceryComparison        *comparison,
                                                   ChanceryDiffModel         *model,
                                                   ChanceryCatalogue         *catalogue);
char      *chancery_comparison_summary_dup_spoken (ChanceryComparisonSummary *self);

G_END_DECLS
