/* chancery-quotation-drag.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-library.h"

G_BEGIN_DECLS

/* Dragging quotations out. */

/**
 * ChanceryDraggedNotesFunc:
 * @widget: what is dragged
 *
 * Returns: (transfer full) (nullable) (element-type ChanceryNote): the notes that go with it, or %NULL if it is not
 *   to be dragged now
 */
typedef GPtrArray *(*ChanceryDraggedNotesFunc) (GtkWidget *widget,
                                                gpointer   user_data);

/**
 * ChanceryDraggedLibraryFunc:
 *
 * Returns: (transfer none) (nullable): where the articles of the notes are
 */
typedef ChanceryLibrary *(*ChanceryDraggedLibraryFunc) (gpointer user_data);

void chancery_quotation_show_drag (GdkDrag                    *drag,
                                   const char                 *text);
void chancery_quotation_drag_from (GtkWidget                  *widget,
                                   ChanceryDraggedNotesFunc    get_notes,
                                   ChanceryDraggedLibraryFunc  get_library,
                                   gpointer                    user_data);

G_END_DECLS
