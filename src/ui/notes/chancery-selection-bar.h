/* chancery-selection-bar.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-note-edit.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_SELECTION_BAR (chancery_selection_bar_get_type ())

/* How many notes are selected, and what can be done to all of them. */
G_DECLARE_FINAL_TYPE (ChancerySelectionBar, chancery_selection_bar, CHANCERY, SELECTION_BAR, GtkWidget)

GtkWidget *chancery_selection_bar_new            (void);
void       chancery_selection_bar_set_n_selected (ChancerySelectionBar *self,
                                                  guint                 n_selected);
void       chancery_selection_bar_set_known_tags (ChancerySelectionBar *self,
                                                  GListModel           *tags);
void       chancery_selection_bar_set_merge_obstacle (ChancerySelectionBar *self,
                                                  const char           *obstacle);
void       chancery_selection_bar_set_notes      (ChancerySelectionBar *self,
                                                  GPtrArray            *notes);

G_END_DECLS
