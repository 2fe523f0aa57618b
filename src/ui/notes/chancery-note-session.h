/* chancery-note-session.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-history.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_NOTE_SESSION (chancery_note_session_get_type ())

/* After how long a rest what was typed is saved. */
#define CHANCERY_NOTE_SESSION_REST_MS 500

G_DECLARE_FINAL_TYPE (ChanceryNoteSession, chancery_note_session, CHANCERY, NOTE_SESSION, GObject)

ChanceryNoteSession *chancery_note_session_new         (ChanceryHistory     *history,
                                                        ChanceryNote        *note);
ChanceryNote        *chancery_note_session_get_note    (ChanceryNoteSession *self);
ChanceryNote        *chancery_note_session_get_draft   (ChanceryNoteSession *self);
void                 chancery_note_session_set_draft   (ChanceryNoteSession *self,
                                                        ChanceryNote        *draft);
gboolean             chancery_note_session_get_unsaved (ChanceryNoteSession *self);
const GError        *chancery_note_session_get_error   (ChanceryNoteSession *self);
void                 chancery_note_session_save        (ChanceryNoteSession *self);
void                 chancery_note_session_commit      (ChanceryNoteSession *self);
void                 chancery_note_session_cancel      (ChanceryNoteSession *self);

G_END_DECLS
