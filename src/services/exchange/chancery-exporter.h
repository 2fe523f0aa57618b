/* chancery-exporter.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-export-format.h"
#include "chancery-library.h"

G_BEGIN_DECLS

/**
 * ChanceryExchangeProgressFunc:
 * @fraction: how much is done, 0 … 1
 *
 * Told how far an export or an import is, in the main context in which it was asked for. Not after it finished.
 */
typedef void (*ChanceryExchangeProgressFunc) (double   fraction,
                                              gpointer user_data);

/* Export: notes of a library and the articles that they are on, to a stream or a file. Everything is read and written
 * in another thread, one note at a time, as the library is at one moment. */

void      chancery_exporter_export_async       (ChanceryLibrary               *library,
                                                const ChanceryNoteFilter      *filter,
                                                const char * const            *uids,
                                                const ChanceryExportFormat    *format,
                                                const ChanceryExportOptions   *options,
                                                GOutputStream                 *stream,
                                                ChanceryExchangeProgressFunc   progress,
                                                gpointer                       progress_data,
                                                GCancellable                  *cancellable,
                                                GAsyncReadyCallback            callback,
                                                gpointer                       user_data);
void      chancery_exporter_export_file_async  (ChanceryLibrary               *library,
                                                const ChanceryNoteFilter      *filter,
                                                const char * const            *uids,
                                                const ChanceryExportFormat    *format,
                                                const ChanceryExportOptions   *options,
                                                GFile                         *file,
                                                ChanceryExchangeProgressFunc   progress,
                                                gpointer                       progress_data,
                                                GCancellable                  *cancellable,
                                                GAsyncReadyCallback            callback,
                                                gpointer                       user_data);
gboolean  chancery_exporter_export_finish      (ChanceryLibrary               *library,
                                                GAsyncResult                  *result,
                                                guint                         *n_articles,
                                                guint                         *n_notes,
                                                GError                       **error);

void      chancery_exporter_preview_async      (ChanceryLibrary               *library,
                                                const ChanceryNoteFilter      *filter,
                                                const char * const            *uids,
                                                const ChanceryExportFormat    *format,
                                                const ChanceryExportOptions   *options,
                                                guint                          n_notes_max,
                                                GCancellable                  *cancellable,
                                                GAsyncReadyCallback            callback,
                                                gpointer                       user_data);
char     *chancery_exporter_preview_finish     (ChanceryLibrary               *library,
                                                GAsyncResult                  *result,
                                                GError                       **error);

G_END_DECLS
