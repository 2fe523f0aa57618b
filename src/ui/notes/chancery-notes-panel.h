/* chancery-notes-panel.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-catalogue.h"
#include "chancery-history.h"
#include "chancery-library.h"
#include "chancery-notes-scope.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_NOTES_PANEL (chancery_notes_panel_get_type ())

/* The pane with the notes. Whoever puts it into a window reacts to its scope
 * (and, beyond one article, to the words filtered for) with a model, and shows
 * its title and subtitle. */
G_DECLARE_FINAL_TYPE (ChanceryNotesPanel, chancery_notes_panel, CHANCERY, NOTES_PANEL, GtkWidget)

GtkWidget         *chancery_notes_panel_new            (void);

void               chancery_notes_panel_set_model      (ChanceryNotesPanel *self,
                                                        GListModel         *model);
void               chancery_notes_panel_set_source     (ChanceryNotesPanel *self,
                                                        const ChanceryNoteFilter *source);
void               chancery_notes_panel_set_catalogue  (ChanceryNotesPanel *self,
                                                        ChanceryCatalogue  *catalogue);
void               chancery_notes_panel_set_history    (ChanceryNotesPanel *self,
                                                        ChanceryHistory    *history);
void               chancery_notes_panel_set_library    (ChanceryNotesPanel *self,
                                                        ChanceryLibrary    *library);
void               chancery_notes_panel_set_state      (ChanceryNotesPanel *self,
                                                        ChanceryState      *state);
void               chancery_notes_panel_set_known_tags (ChanceryNotesPanel *self,
                                                        GListModel         *tags);
ChanceryNotesScope chancery_notes_panel_get_scope      (ChanceryNotesPanel *self);
void               chancery_notes_panel_set_scope      (ChanceryNotesPanel *self,
                                                        ChanceryNotesScope  scope);
void               chancery_notes_panel_set_search_mode (ChanceryNotesPanel *self,
                                                        gboolean            search_mode);
const char        *chancery_notes_panel_get_words      (ChanceryNotesPanel *self);
gboolean           chancery_notes_panel_needs_filter   (ChanceryNotesPanel *self);
void               chancery_notes_panel_fill_filter    (ChanceryNotesPanel *self,
                                                        ChanceryNoteFilter *filter);
void               chancery_notes_panel_set_members    (ChanceryNotesPanel *self,
                                                        const char         *organisation,
                                                        const char * const *members);
const char        *chancery_notes_panel_get_title      (ChanceryNotesPanel *self);
const char        *chancery_notes_panel_get_subtitle   (ChanceryNotesPanel *self);

void               chancery_notes_panel_edit_note      (ChanceryNotesPanel *self,
                                                        ChanceryNote       *note);
void               chancery_notes_panel_focus_note     (ChanceryNotesPanel *self,
                                                        ChanceryNote       *note);
void               chancery_notes_panel_load_selected_async (ChanceryNotesPanel  *self,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
gboolean           chancery_notes_panel_focus          (ChanceryNotesPanel *self);
void               chancery_notes_panel_finish_editing (ChanceryNotesPanel *self);

G_END_DECLS
