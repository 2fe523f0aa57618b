/* chancery-note-filter-bar.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-note.h"
#include "chancery-note-filter.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_NOTE_FILTER_BAR (chancery_note_filter_bar_get_type ())

/* The field for words and the button for what else notes can be filtered by, hidden
 * until they are asked for, and made only then: most starts never need them. */
G_DECLARE_FINAL_TYPE (ChanceryNoteFilterBar, chancery_note_filter_bar, CHANCERY, NOTE_FILTER_BAR, GtkWidget)

gboolean    chancery_note_filter_bar_get_search_mode (ChanceryNoteFilterBar *self);
void        chancery_note_filter_bar_set_search_mode (ChanceryNoteFilterBar *self,
                                                      gboolean               search_mode);
void        chancery_note_filter_bar_set_known_tags  (ChanceryNoteFilterBar *self,
                                                      GListModel            *tags);
void        chancery_note_filter_bar_set_members     (ChanceryNoteFilterBar *self,
                                                      const char            *organisation,
                                                      const char * const    *members);

const char *chancery_note_filter_bar_get_words       (ChanceryNoteFilterBar *self);
gboolean    chancery_note_filter_bar_is_chosen       (ChanceryNoteFilterBar *self);
gboolean    chancery_note_filter_bar_matches         (ChanceryNoteFilterBar *self,
                                                      ChanceryNote          *note);
void        chancery_note_filter_bar_fill            (ChanceryNoteFilterBar *self,
                                                      ChanceryNoteFilter    *filter);
void        chancery_note_filter_bar_clear           (ChanceryNoteFilterBar *self);

G_END_DECLS
