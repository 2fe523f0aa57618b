/* chancery-store-visit.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library-visit.h"
#include "chancery-store.h"

G_BEGIN_DECLS

gboolean   chancery_store_visit       (ChanceryStore             *self,
                                       const ChanceryNoteFilter  *filter,
                                       const char * const        *uids,
                                       const ChanceryVisitor     *visitor,
                                       gpointer                   user_data,
                                       GError                   **error);
GPtrArray *chancery_store_list_places (ChanceryStore             *self,
                                       GError                   **error);

G_END_DECLS
