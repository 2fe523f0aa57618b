/* chancery-importer.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "import/chancery-import-format.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_IMPORTER (chancery_importer_get_type ())

G_DECLARE_FINAL_TYPE (ChanceryImporter, chancery_importer, CHANCERY, IMPORTER, GObject)

/**
 * ChanceryImportClock:
 * @user_data: what was given with it
 *
 * Returns: today's date; called from any thread
 */
typedef ChanceryDate (*ChanceryImportClock) (gpointer user_data);

ChanceryImporter *chancery_importer_new               (ChanceryImportClock         clock,
                                                       gpointer                    user_data);

ChanceryArticle  *chancery_importer_import_bytes      (ChanceryImporter           *self,
                                                       GBytes                     *bytes,
                                                       const ChanceryImportHints  *hints,
                                                       ChanceryImportDetails      *details,
                                                       GError                    **error);
ChanceryArticle  *chancery_importer_import_text       (ChanceryImporter           *self,
                                                       const char                 *text,
                                                       ChanceryImportDetails      *details,
                                                       GError                    **error);
ChanceryArticle  *chancery_importer_import_stream     (ChanceryImporter           *self,
                                                       GInputStream               *stream,
                                                       const ChanceryImportHints  *hints,
                                                       ChanceryImportDetails      *details,
                                                       GCancellable               *cancellable,
                                                       GError                    **error);
ChanceryArticle  *chancery_importer_import_file       (ChanceryImporter           *self,
                                                       GFile                      *file,
                                                       ChanceryImportDetails      *details,
                                                       GCancellable               *cancellable,
                                                       GError                    **error);

void              chancery_importer_import_text_async (ChanceryImporter           *self,
                                                       const char                 *text,
                                                       GCancellable               *cancellable,
                                                       GAsyncReadyCallback         callback,
                                                       gpointer                    user_data);
void              chancery_importer_import_file_async (ChanceryImporter           *self,
                                                       GFile                      *file,
                                                       GCancellable               *cancellable,
                                                       GAsyncReadyCallback         callback,
                                                       gpointer                    user_data);
ChanceryArticle  *chancery_importer_import_finish     (ChanceryImporter           *self,
                                                       GAsyncResult               *result,
                                                       ChanceryImportDetails      *details,
                                                       GError                    **error);

const char      **chancery_importer_dup_mime_types    (void);
const char      **chancery_importer_dup_extensions    (void);

G_END_DECLS
