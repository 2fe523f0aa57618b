/* chancery-note-carrying.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library.h"

G_BEGIN_DECLS

void       chancery_note_carrying_async  (ChanceryLibrary      *library,
                                          const char           *uid,
                                          ChanceryArticle      *from,
                                          ChanceryArticle      *to,
                                          gint64                since_us,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *chancery_note_carrying_finish (ChanceryLibrary      *library,
                                          GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
