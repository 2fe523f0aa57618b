/* chancery-paged-list.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library.h"
#include "chancery-store.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_PAGED_LIST (chancery_paged_list_get_type ())

G_DECLARE_FINAL_TYPE (ChanceryPagedList, chancery_paged_list, CHANCERY, PAGED_LIST, GObject)

ChanceryPagedList *chancery_paged_list_new     (ChanceryLibrary    *library,
                                                guint               cursor_id,
                                                ChanceryCursorKind  kind);
void               chancery_paged_list_fill    (ChanceryPagedList  *self,
                                                guint               n_rows,
                                                GPtrArray          *first_rows);
void               chancery_paged_list_deliver (ChanceryPagedList  *self,
                                                guint               position,
                                                GPtrArray          *rows);
void               chancery_paged_list_splice  (ChanceryPagedList  *self,
                                                guint               position,
                                                guint               n_removed,
                                                guint               n_added,
                                                GObject            *row);
void               chancery_paged_list_update  (ChanceryPagedList  *self,
                                                GObject            *row);
void               chancery_paged_list_reset   (ChanceryPagedList  *self,
                                                guint               n_rows);
void               chancery_paged_list_set_counting (ChanceryPagedList *self,
                                                gboolean            counting);
guint              chancery_paged_list_get_n_kept (ChanceryPagedList *self);

G_END_DECLS
