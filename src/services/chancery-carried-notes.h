/* chancery-carried-notes.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "anchoring/chancery-anchoring.h"
#include "chancery-note.h"
#include "chancery-text-diff.h"

G_BEGIN_DECLS

/**
 * ChanceryCarriedNote:
 * @selector: (owned) (nullable): where the note belongs in the new text; %NULL
 *   if it lost its place
 * @anchor: the same place in bytes, and how sure it is; for a note that lost its
 *   place the likeliest one, with a score below %CHANCERY_ANCHOR_SCORE_MIN, or
 *   all zeroes
 * @is_unchanged: whether the passage and its paragraph's words up to and after
 *   it stayed as they were
 *
 * What became of one note.
 */
typedef struct
{
  ChancerySelector *selector;
  ChanceryAnchor anchor;
  gboolean is_unchanged;
} ChanceryCarriedNote;

GPtrArray    *chancery_carry_notes        (ChanceryTextDiff          *diff,
                                           GPtrArray                 *selectors);
GPtrArray    *chancery_carry_whole_notes  (const char                *old_text,
                                           const char                *new_text,
                                           GPtrArray                 *notes);
void          chancery_carried_note_free  (ChanceryCarriedNote       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryCarriedNote, chancery_carried_note_free)

G_END_DECLS
