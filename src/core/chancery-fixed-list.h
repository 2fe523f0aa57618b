/* chancery-fixed-list.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CHANCERY_TYPE_FIXED_LIST (chancery_fixed_list_get_type ())

/* A GListModel that never changes, so that, unlike a GListStore, any thread may read it. */
G_DECLARE_FINAL_TYPE (ChanceryFixedList, chancery_fixed_list, CHANCERY, FIXED_LIST, GObject)

ChanceryFixedList *chancery_fixed_list_new (GType      item_type,
                                            GPtrArray *items);

G_END_DECLS
