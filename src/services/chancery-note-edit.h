/* chancery-note-edit.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-note-change.h"

G_BEGIN_DECLS

/**
 * ChanceryNoteEditKind:
 * @CHANCERY_NOTE_EDIT_COLOUR: gives a colour
 * @CHANCERY_NOTE_EDIT_KIND: makes claims of them, say
 * @CHANCERY_NOTE_EDIT_ADD_TAG: adds a tag to those without it
 * @CHANCERY_NOTE_EDIT_REMOVE_TAG: takes a tag off
 * @CHANCERY_NOTE_EDIT_ADD_LINK: adds a link to those without it
 * @CHANCERY_NOTE_EDIT_REMOVE_LINK: takes a link off
 * @CHANCERY_NOTE_EDIT_CONFIRM: says that those found again are in their places
 * @CHANCERY_NOTE_EDIT_DELETE: removes them
 */
typedef enum
{
  CHANCERY_NOTE_EDIT_COLOUR,
  CHANCERY_NOTE_EDIT_KIND,
  CHANCERY_NOTE_EDIT_ADD_TAG,
  CHANCERY_NOTE_EDIT_REMOVE_TAG,
  CHANCERY_NOTE_EDIT_ADD_LINK,
  CHANCERY_NOTE_EDIT_REMOVE_LINK,
  CHANCERY_NOTE_EDIT_CONFIRM,
  CHANCERY_NOTE_EDIT_DELETE,
} ChanceryNoteEditKind;

/**
 * ChanceryNoteEdit:
 * @kind: what to do; decides which of the others counts
 * @tag: (owned) (nullable): a tag
 * @link: (owned) (nullable): a link
 *
 * What one command does to all notes that it is for.
 */
typedef struct
{
  ChanceryNoteEditKind kind;
  ChanceryColour colour;
  ChanceryNoteKind note_kind;
  char *tag;
  ChanceryNoteLink *link;
} ChanceryNoteEdit;

ChanceryNoteEdit *chancery_note_edit_copy       (const ChanceryNoteEdit *self);
void              chancery_note_edit_free       (ChanceryNoteEdit       *self);
GPtrArray        *chancery_note_edit_dup_changes (const ChanceryNoteEdit *self,
                                                 GPtrArray              *notes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryNoteEdit, chancery_note_edit_free)

G_END_DECLS
