/* chancery-library-sync.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library.h"

G_BEGIN_DECLS

/* The folder that a library syncs with. */

void       chancery_library_get_sync_folder_async  (ChanceryLibrary      *self,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);

/**
 * chancery_library_get_sync_folder_finish:
 * @path: (out) (transfer full) (nullable) (type filename): the folder; %NULL if there is none
 */
gboolean   chancery_library_get_sync_folder_finish (ChanceryLibrary      *self,
                                                    GAsyncResult         *result,
                                                    char                **path,
                                                    GError              **error);

/**
 * chancery_library_set_sync_folder_async:
 * @path: (nullable) (type filename): a folder; %NULL to sync no more
 */
void       chancery_library_set_sync_folder_async  (ChanceryLibrary      *self,
                                                    const char           *path,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean   chancery_library_set_sync_folder_finish (ChanceryLibrary      *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
