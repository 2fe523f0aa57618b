/* chancery-shown-notes.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-note-filter.h"
#include "chancery-notes-scope.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_SHOWN_NOTES (chancery_shown_notes_get_type ())

G_DECLARE_FINAL_TYPE (ChanceryShownNotes, chancery_shown_notes, CHANCERY, SHOWN_NOTES, GObject)

ChanceryShownNotes *chancery_shown_notes_new              (GtkCustomFilterFunc  matches,
                                                           gpointer             user_data) G_GNUC_WARN_UNUSED_RESULT;
GListModel         *chancery_shown_notes_get_model        (ChanceryShownNotes  *self);
GAction            *chancery_shown_notes_get_sort_action  (ChanceryShownNotes  *self);
ChanceryNoteSort    chancery_shown_notes_get_sort         (ChanceryShownNotes  *self);
void                chancery_shown_notes_set_source       (ChanceryShownNotes  *self,
                                                           GListModel          *source);
void                chancery_shown_notes_set_scope        (ChanceryShownNotes  *self,
                                                           ChanceryNotesScope   scope);
void                chancery_shown_notes_set_filtered     (ChanceryShownNotes  *self,
                                                           gboolean             is_worded,
                                                           gboolean             is_chosen);
gboolean            chancery_shown_notes_needs_filter     (ChanceryShownNotes  *self);

G_END_DECLS
