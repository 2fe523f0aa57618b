/* chancery-store-merge.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library-merge.h"
#include "chancery-store.h"

G_BEGIN_DECLS

GStrv    chancery_store_merge_articles (ChanceryStore        *self,
                                        GPtrArray            *articles,
                                        gint64                now_us,
                                        GStrv                *new_uids,
                                        GError              **error);
GStrv    chancery_store_find_articles  (ChanceryStore        *self,
                                        GPtrArray            *articles,
                                        GError              **error);
ChanceryMergedNotes *
         chancery_store_merge_notes    (ChanceryStore        *self,
                                        GPtrArray            *notes,
                                        GError              **error);
GArray  *chancery_store_find_notes     (ChanceryStore        *self,
                                        GPtrArray            *notes,
                                        GError              **error);

G_END_DECLS
