/* chancery-note-merging.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-note-list.h"

G_BEGIN_DECLS

const char *chancery_note_list_get_merge_obstacle (ChanceryNoteList *self);
void        chancery_note_list_merge_selected     (ChanceryNoteList *self);

G_END_DECLS
