/* chancery-list-filler.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CHANCERY_TYPE_LIST_FILLER (chancery_list_filler_get_type ())
G_DECLARE_FINAL_TYPE (ChanceryListFiller, chancery_list_filler, CHANCERY, LIST_FILLER, GObject)

ChanceryListFiller *chancery_list_filler_new       (GtkListView        *list,
                                                    GtkScrolledWindow  *scroller);
void                chancery_list_filler_set_model (ChanceryListFiller *self,
                                                    GtkSelectionModel  *model);
void                chancery_list_filler_scroll_to (ChanceryListFiller *self,
                                                    guint               position,
                                                    GtkListScrollFlags  flags);

G_END_DECLS
