/* chancery-head-selection.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CHANCERY_TYPE_HEAD_SELECTION (chancery_head_selection_get_type ())
G_DECLARE_FINAL_TYPE (ChanceryHeadSelection, chancery_head_selection, CHANCERY, HEAD_SELECTION, GObject)

ChanceryHeadSelection *chancery_head_selection_new       (guint                  first_size);
void                   chancery_head_selection_set_model (ChanceryHeadSelection *self,
                                                          GtkSelectionModel     *model);
guint                  chancery_head_selection_get_size  (ChanceryHeadSelection *self);
void                   chancery_head_selection_set_size  (ChanceryHeadSelection *self,
                                                          guint                  size);
gboolean               chancery_head_selection_is_whole  (ChanceryHeadSelection *self);

G_END_DECLS
