/* chancery-state-row.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-state-item.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_STATE_ROW (chancery_state_row_get_type ())

/* A row of the state list: flag, name, what it is to the organisation, notes and mentions. */
G_DECLARE_FINAL_TYPE (ChanceryStateRow, chancery_state_row, CHANCERY, STATE_ROW, GtkBox)

GtkWidget *chancery_state_row_new      (GtkListItem       *list_item);
void       chancery_state_row_set_item (ChanceryStateRow  *self,
                                        ChanceryStateItem *item);
guint      chancery_state_row_get_position (ChanceryStateRow *self);
char      *chancery_state_row_dup_accessible_label (ChanceryStateItem *item);

G_END_DECLS
