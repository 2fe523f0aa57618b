/* chancery-tag-renaming.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-history.h"

G_BEGIN_DECLS

void     chancery_rename_tags_async  (ChanceryHistory      *history,
                                      ChanceryLibrary      *library,
                                      const char * const   *from,
                                      const char           *to,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean chancery_rename_tags_finish (ChanceryHistory      *history,
                                      GAsyncResult         *result,
                                      guint                *n_notes,
                                      GError              **error);

G_END_DECLS
