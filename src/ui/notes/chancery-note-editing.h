/* chancery-note-editing.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-catalogue.h"
#include "chancery-history.h"
#include "chancery-note-card.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_NOTE_EDITING (chancery_note_editing_get_type ())

/* Editing in place, in a list of cards that come and go: the one editor, the
 * session that saves what is in it, and endings that could not be saved. */
G_DECLARE_FINAL_TYPE (ChanceryNoteEditing, chancery_note_editing, CHANCERY, NOTE_EDITING, GObject)

ChanceryNoteEditing *chancery_note_editing_new            (void);
void                 chancery_note_editing_set_history    (ChanceryNoteEditing *self,
                                                           ChanceryHistory     *history);
void                 chancery_note_editing_set_library    (ChanceryNoteEditing *self,
                                                           ChanceryLibrary     *library);
void                 chancery_note_editing_set_known_tags (ChanceryNoteEditing *self,
                                                           GListModel          *tags);
void                 chancery_note_editing_set_catalogue  (ChanceryNoteEditing *self,
                                                           ChanceryCatalogue   *catalogue);
void                 chancery_note_editing_attach         (ChanceryNoteEditing *self,
                                                           ChanceryNoteCard    *card);
void                 chancery_note_editing_detach         (ChanceryNoteEditing *self,
                                                           ChanceryNoteCard    *card);
void                 chancery_note_editing_start          (ChanceryNoteEditing *self,
                                                           ChanceryNote        *note);
void                 chancery_note_editing_end            (ChanceryNoteEditing *self);
ChanceryNote        *chancery_note_editing_get_note       (ChanceryNoteEditing *self);
gboolean             chancery_note_editing_has_focus      (ChanceryNoteEditing *self);

G_END_DECLS
