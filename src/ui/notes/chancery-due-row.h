/* chancery-due-row.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-date.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_DUE_ROW (chancery_due_row_get_type ())

/* A due date: written, picked from a calendar, or taken from what is suggested. */
G_DECLARE_FINAL_TYPE (ChanceryDueRow, chancery_due_row, CHANCERY, DUE_ROW, GtkWidget)

GtkWidget    *chancery_due_row_new             (void);
ChanceryDate  chancery_due_row_get_date        (ChanceryDueRow *self);
void          chancery_due_row_set_date        (ChanceryDueRow *self,
                                                ChanceryDate    date);
void          chancery_due_row_focus           (ChanceryDueRow *self);
gboolean      chancery_due_row_commit          (ChanceryDueRow *self);
const char   *chancery_due_row_get_text        (ChanceryDueRow *self);
void          chancery_due_row_set_text        (ChanceryDueRow *self,
                                                const char     *text);
void          chancery_due_row_set_suggestions (ChanceryDueRow *self,
                                                GPtrArray      *suggestions);
gboolean      chancery_due_row_take_suggestion (ChanceryDueRow *self);

G_END_DECLS
