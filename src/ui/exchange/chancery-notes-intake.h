/* chancery-notes-intake.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/chancery-note-importer.h"

G_BEGIN_DECLS

/* Import of several files of notes, one after the other. */

gboolean              chancery_notes_intake_suits      (GListModel                   *files,
                                                        gboolean                      may_be_articles);
void                  chancery_notes_intake_run_async  (ChanceryLibrary              *library,
                                                        GListModel                   *files,
                                                        const ChanceryImportOptions  *options,
                                                        GCancellable                 *cancellable,
                                                        GAsyncReadyCallback           callback,
                                                        gpointer                      user_data);
ChanceryImportReport *chancery_notes_intake_run_finish (ChanceryLibrary              *library,
                                                        GAsyncResult                 *result,
                                                        guint                        *n_steps,
                                                        guint                        *n_failed);

G_END_DECLS
