/* chancery-starter.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library.h"

G_BEGIN_DECLS

void  chancery_starter_add_async  (ChanceryLibrary      *library,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
char *chancery_starter_add_finish (ChanceryLibrary      *library,
                                   GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
