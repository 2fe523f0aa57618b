/* chancery-note-counting.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library.h"
#include "exchange/chancery-export-format.h"

G_BEGIN_DECLS

/* How much an export will have. */

void      chancery_note_counting_count_async  (ChanceryLibrary            *library,
                                               const ChanceryNoteFilter   *filter,
                                               const char * const         *uids,
                                               gboolean                    due_only,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);
gboolean  chancery_note_counting_count_finish (ChanceryLibrary            *library,
                                               GAsyncResult               *result,
                                               guint                      *n_notes,
                                               guint                      *n_articles,
                                               GError                    **error);
char     *chancery_note_counting_describe     (const ChanceryExportFormat *format,
                                               guint                       n_notes,
                                               guint                       n_articles);

G_END_DECLS
