/* chancery-notes-panel.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-article.h"
#include "chancery-catalogue.h"
#include "chancery-history.h"
#include "chancery-notes-scope.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_NOTES_PANEL (chancery_notes_panel_get_type ())

/* The pane with the notes. Whoever puts it into a window reacts to its scope
 * (and, beyond one article, to the words filtered for) with a model, and shows
 * its title and subtitle. */
G_DECLARE_FINAL_TYPE (ChanceryNotesPanel, chancery_notes_panel, CHANCERY, NOTES_PANEL, GtkWidget)

GtkWidget         *chancery_notes_panel_new            (void);

GListModel        *chancery_notes_panel_get_model      (ChanceryNotesPanel *self);
void               chancery_notes_panel_set_model      (ChanceryNotesPanel *self,
                                                        GListModel         *model);
ChanceryCatalogue *chancery_notes_panel_get_catalogue  (ChanceryNotesPanel *self);
void               chancery_notes_panel_set_catalogue  (ChanceryNotesPanel *self,
                                                        ChanceryCatalogue  *catalogue);
ChanceryHistory   *chancery_notes_panel_get_history    (ChanceryNotesPanel *self);
void               chancery_notes_panel_set_history    (ChanceryNotesPanel *self,
                                                        ChanceryHistory    *history);
ChanceryArticle   *chancery_notes_panel_get_article    (ChanceryNotesPanel *self);
void               chancery_notes_panel_set_article    (ChanceryNotesPanel *self,
                                                        ChanceryArticle    *article);
ChanceryState     *chancery_notes_panel_get_state      (ChanceryNotesPanel *self);
void               chancery_notes_panel_set_state      (ChanceryNotesPanel *self,
                                                        ChanceryState      *state);
GListModel        *chancery_notes_panel_get_known_tags (ChanceryNotesPanel *self);
void               chancery_notes_panel_set_known_tags (ChanceryNotesPanel *self,
                                                        GListModel         *tags);
ChanceryNotesScope chancery_notes_panel_get_scope      (ChanceryNotesPanel *self);
void               chancery_notes_panel_set_scope      (ChanceryNotesPanel *self,
                                                        ChanceryNotesScope  scope);
gboolean           chancery_notes_panel_get_search_mode (ChanceryNotesPanel *self);
void               chancery_notes_panel_set_search_mode (ChanceryNotesPanel *self,
                                                        gboolean            search_mode);
const char        *chancery_notes_panel_get_words      (ChanceryNotesPanel *self);
const char        *chancery_notes_panel_get_title      (ChanceryNotesPanel *self);
const char        *chancery_notes_panel_get_subtitle   (ChanceryNotesPanel *self);

void               chancery_notes_panel_edit_note      (ChanceryNotesPanel *self,
                                                        ChanceryNote       *note);
void               chancery_notes_panel_focus_note     (ChanceryNotesPanel *self,
                                                        ChanceryNote       *note);
void               chancery_notes_panel_finish_editing (ChanceryNotesPanel *self);

G_END_DECLS
