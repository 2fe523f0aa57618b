/* chancery-note-import-dialog.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chancery-history.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_NOTE_IMPORT_DIALOG (chancery_note_import_dialog_get_type ())

/* Files of notes are chosen or dropped, what would come in is shown, and taken in. */
G_DECLARE_FINAL_TYPE (ChanceryNoteImportDialog, chancery_note_import_dialog, CHANCERY, NOTE_IMPORT_DIALOG, AdwDialog)

AdwDialog *chancery_note_import_dialog_new (ChanceryLibrary *library,
                                            ChanceryHistory *history,
                                            GListModel      *files);

G_END_DECLS
