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
                                        guint                *n_new,
                                        GError              **error);
gboolean chancery_store_merge_notes    (ChanceryStore        *self,
                                        GPtrArray            *notes,
                                        ChanceryMergeCounts  *counts,
                                        GError              **error);

G_END_DECLS
