/* chancery-note-choice.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "chancery-note-filter.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_NOTE_CHOICE (chancery_note_choice_get_type ())

/* Notes that can be chosen for an export: those that satisfy a filter, or some that are named. Immutable. */
G_DECLARE_FINAL_TYPE (ChanceryNoteChoice, chancery_note_choice, CHANCERY, NOTE_CHOICE, GObject)

ChanceryNoteChoice       *chancery_note_choice_new        (const char               *name,
                                                           const char               *title,
                                                           const ChanceryNoteFilter *filter);
ChanceryNoteChoice       *chancery_note_choice_new_named  (const char               *name,
                                                           const char               *title,
                                                           const char * const       *uids);

const char               *chancery_note_choice_get_name   (ChanceryNoteChoice       *self);
const char               *chancery_note_choice_get_title  (ChanceryNoteChoice       *self);
const ChanceryNoteFilter *chancery_note_choice_get_filter (ChanceryNoteChoice       *self);
const char * const       *chancery_note_choice_get_uids   (ChanceryNoteChoice       *self);

G_END_DECLS
