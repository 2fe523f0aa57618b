/* chancery-note-filter-popover.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-note-filter.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_NOTE_FILTER_POPOVER (chancery_note_filter_popover_get_type ())

/* What notes can be filtered by, beside words. Emits "changed" after each choice. */
G_DECLARE_FINAL_TYPE (ChanceryNoteFilterPopover, chancery_note_filter_popover, CHANCERY, NOTE_FILTER_POPOVER,
                      GtkPopover)

gboolean chancery_note_filter_popover_is_active      (ChanceryNoteFilterPopover *self);
void     chancery_note_filter_popover_clear          (ChanceryNoteFilterPopover *self);
void     chancery_note_filter_popover_fill           (ChanceryNoteFilterPopover *self,
                                                      ChanceryNoteFilter        *filter);
void     chancery_note_filter_popover_set_known_tags (ChanceryNoteFilterPopover *self,
                                                      GListModel                *tags);
void     chancery_note_filter_popover_set_members    (ChanceryNoteFilterPopover *self,
                                                      const char                *organisation,
                                                      const char * const        *members);

G_END_DECLS
