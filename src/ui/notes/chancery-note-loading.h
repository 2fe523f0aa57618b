/* chancery-note-loading.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-library.h"

G_BEGIN_DECLS

/* The notes at some places of a list of which not all pages may have been read. */

GPtrArray *chancery_notes_dup_read    (GListModel                *model,
                                       GtkBitset                 *positions);
void       chancery_notes_load_async  (GListModel                *model,
                                       GtkBitset                 *positions,
                                       ChanceryLibrary           *library,
                                       const ChanceryNoteFilter  *source,
                                       GCancellable              *cancellable,
                                       GAsyncReadyCallback        callback,
                                       gpointer                   user_data);
GPtrArray *chancery_notes_load_finish (GListModel                *model,
                                       GAsyncResult              *result,
                                       GError                   **error);

G_END_DECLS
