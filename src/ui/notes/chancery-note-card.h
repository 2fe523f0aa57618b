/* chancery-note-card.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-catalogue.h"
#include "chancery-note.h"
#include "links/chancery-link-loader.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_NOTE_CARD (chancery_note_card_get_type ())

/* One note in a list: follows the note's properties, and gives its place to an
 * editor while the note is edited. Can be used again for another note. */
G_DECLARE_FINAL_TYPE (ChanceryNoteCard, chancery_note_card, CHANCERY, NOTE_CARD, GtkWidget)

GtkWidget    *chancery_note_card_new           (void);
ChanceryNote *chancery_note_card_get_note      (ChanceryNoteCard  *self);
void          chancery_note_card_set_note      (ChanceryNoteCard  *self,
                                                ChanceryNote      *note,
                                                ChanceryCatalogue *catalogue);
void          chancery_note_card_set_link_loader (ChanceryNoteCard   *self,
                                                  ChanceryLinkLoader *loader);
GtkWidget    *chancery_note_card_get_editor    (ChanceryNoteCard  *self);
void          chancery_note_card_set_editor    (ChanceryNoteCard  *self,
                                                GtkWidget         *editor);
void          chancery_note_card_set_has_menu  (ChanceryNoteCard  *self,
                                                gboolean           has_menu);
void          chancery_note_card_set_unsaved   (ChanceryNoteCard  *self,
                                                gboolean           unsaved);

G_END_DECLS
