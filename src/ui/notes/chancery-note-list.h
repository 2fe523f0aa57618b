/* chancery-note-list.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-catalogue.h"
#include "chancery-history.h"
#include "chancery-note-edit.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_NOTE_LIST (chancery_note_list_get_type ())

/* Notes as a list of cards, with all that can be done to one of them or to
 * several that are selected: going to the passage, editing in place, the menu. */
G_DECLARE_FINAL_TYPE (ChanceryNoteList, chancery_note_list, CHANCERY, NOTE_LIST, GtkWidget)

void        chancery_note_list_set_model      (ChanceryNoteList  *self,
                                               GListModel        *model);
void        chancery_note_list_set_source     (ChanceryNoteList  *self,
                                               const ChanceryNoteFilter *source);
void        chancery_note_list_set_catalogue  (ChanceryNoteList  *self,
                                               ChanceryCatalogue *catalogue);
void        chancery_note_list_set_history    (ChanceryNoteList  *self,
                                               ChanceryHistory   *history);
void        chancery_note_list_set_library    (ChanceryNoteList  *self,
                                               ChanceryLibrary   *library);
void        chancery_note_list_set_known_tags (ChanceryNoteList  *self,
                                               GListModel        *tags);
void        chancery_note_list_edit           (ChanceryNoteList  *self,
                                               ChanceryNote      *note);
void        chancery_note_list_finish_editing (ChanceryNoteList  *self);
void        chancery_note_list_focus_note     (ChanceryNoteList  *self,
                                               const char        *uid);

GActionGroup *chancery_note_list_get_actions  (ChanceryNoteList  *self);
guint       chancery_note_list_get_n_selected (ChanceryNoteList  *self);
void        chancery_note_list_unselect       (ChanceryNoteList  *self);
void        chancery_note_list_edit_selected  (ChanceryNoteList  *self,
                                               const ChanceryNoteEdit *edit);
void        chancery_note_list_load_selected_async (ChanceryNoteList    *self,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);

G_END_DECLS
