/* chancery-note-editor.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-note.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_NOTE_EDITOR (chancery_note_editor_get_type ())

/* The fields of a note: words, tags, states, colour, kind and due date. Saves nothing: it
 * says what is in it, and that the user is done. */
G_DECLARE_FINAL_TYPE (ChanceryNoteEditor, chancery_note_editor, CHANCERY, NOTE_EDITOR, GtkWidget)

GtkWidget    *chancery_note_editor_new              (void);
void          chancery_note_editor_focus_body       (ChanceryNoteEditor *self);
void          chancery_note_editor_set_known_tags   (ChanceryNoteEditor *self,
                                                     GListModel         *tags);
void          chancery_note_editor_set_known_states (ChanceryNoteEditor *self,
                                                     GListModel         *states);
void          chancery_note_editor_set_article      (ChanceryNoteEditor *self,
                                                     ChanceryDate        published,
                                                     const char         *lang);
void          chancery_note_editor_load             (ChanceryNoteEditor *self,
                                                     ChanceryNote       *note);
ChanceryNote *chancery_note_editor_dup_draft        (ChanceryNoteEditor *self);
void          chancery_note_editor_set_error        (ChanceryNoteEditor *self,
                                                     const char         *message);

G_END_DECLS
