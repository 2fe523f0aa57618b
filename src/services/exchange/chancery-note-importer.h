/* chancery-note-importer.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-exchange-progress.h"
#include "chancery-history.h"
#include "chancery-import-report.h"

G_BEGIN_DECLS

/* Import of notes into a library: our own exports (Web Annotation and tables), Web Annotation of others, Hypothesis,
 * Readwise and Zotero.
 *
 * A note on an article that the library has, by its address or its uid, is put there, and its words are looked for in
 * the text. For a page that it doesn't have, an article without text is made, of which only the address and the title
 * are known, and the note waits on it without a place, as one that lost its passage does, until the text is imported.
 * A note that is there already is replaced only if the file has a later state of it. */

/**
 * ChanceryImportOptions:
 * @history: (nullable): the history of the library, in which the import becomes one step that can be undone
 * @preview: whether only to look what would come of it: nothing is written
 * @progress: (nullable): told how far it is
 * @progress_data: data for @progress
 *
 * How to import.
 */
typedef struct
{
  ChanceryHistory *history;
  gboolean preview;
  ChanceryExchangeProgressFunc progress;
  gpointer progress_data;
} ChanceryImportOptions;

void                  chancery_note_importer_import_async       (ChanceryLibrary               *library,
                                                                 GFile                         *file,
                                                                 const ChanceryImportOptions   *options,
                                                                 GCancellable                  *cancellable,
                                                                 GAsyncReadyCallback            callback,
                                                                 gpointer                       user_data);
void                  chancery_note_importer_import_bytes_async (ChanceryLibrary               *library,
                                                                 GBytes                        *bytes,
                                                                 const char                    *name,
                                                                 const ChanceryImportOptions   *options,
                                                                 GCancellable                  *cancellable,
                                                                 GAsyncReadyCallback            callback,
                                                                 gpointer                       user_data);
ChanceryImportReport *chancery_note_importer_import_finish      (ChanceryLibrary               *library,
                                                                 GAsyncResult                  *result,
                                                                 GError                       **error);

G_END_DECLS
