/* chancery-note-change.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-note.h"

G_BEGIN_DECLS

/**
 * ChanceryNoteChange:
 * @before: (owned) (nullable): the note as it was; %NULL where there was none
 * @after: (owned) (nullable): the note as it is to be; %NULL to remove it
 *
 * One change of one note: adding (no @before), removing (no @after) or
 * changing it. Both are snapshots, never the objects that views show.
 */
typedef struct
{
  ChanceryNote *before;
  ChanceryNote *after;
} ChanceryNoteChange;

/**
 * ChanceryNoteAction:
 *
 * What the user would call a change.
 */
typedef enum
{
  CHANCERY_NOTE_ACTION_ADD_HIGHLIGHT,
  CHANCERY_NOTE_ACTION_ADD_NOTE,
  CHANCERY_NOTE_ACTION_DELETE_HIGHLIGHT,
  CHANCERY_NOTE_ACTION_DELETE_NOTE,
  CHANCERY_NOTE_ACTION_EDIT,
  CHANCERY_NOTE_ACTION_COLOUR,
  CHANCERY_NOTE_ACTION_KIND,
  CHANCERY_NOTE_ACTION_TAGS,
  CHANCERY_NOTE_ACTION_STATES,
  CHANCERY_NOTE_ACTION_PLACE,
  CHANCERY_NOTE_ACTION_RESIZE,
  CHANCERY_NOTE_ACTION_SPLIT,
  CHANCERY_NOTE_ACTION_MERGE,
  CHANCERY_NOTE_ACTION_LINKS,
} ChanceryNoteAction;

ChanceryNoteChange *chancery_note_change_new        (ChanceryNote             *before,
                                                     ChanceryNote             *after);
ChanceryNoteChange *chancery_note_change_new_take   (ChanceryNote             *before,
                                                     ChanceryNote             *after);
ChanceryNoteChange *chancery_note_change_copy       (const ChanceryNoteChange *self);
void                chancery_note_change_free       (ChanceryNoteChange       *self);
const char         *chancery_note_change_get_uid    (const ChanceryNoteChange *self);
ChanceryNoteAction  chancery_note_change_get_action (const ChanceryNoteChange *self);
gboolean            chancery_note_change_is_nothing (const ChanceryNoteChange *self);
void                chancery_note_change_rebase     (ChanceryNoteChange       *self,
                                                     ChanceryNote             *current);

char               *chancery_note_changes_dup_undo_label (GPtrArray *changes);
char               *chancery_note_changes_dup_redo_label (GPtrArray *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryNoteChange, chancery_note_change_free)

G_END_DECLS
