/* chancery-history-step.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-deed.h"
#include "chancery-note-change.h"

G_BEGIN_DECLS

/**
 * ChanceryHistoryStep:
 * @changes: (owned) (element-type ChanceryNoteChange): what is done, in order
 * @deed: (owned) (nullable): what was done instead, if it is no change of notes;
 *   then @changes is empty
 * @session: the editing session that it was done in; 0 for none
 * @serial: its number, the same as long as it is undone and redone
 *
 * What undo takes back at once. Private to the history.
 */
typedef struct
{
  GPtrArray *changes;
  ChanceryDeed *deed;
  guint session;
  guint64 serial;
} ChanceryHistoryStep;

ChanceryHistoryStep *chancery_history_step_new      (GPtrArray                 *changes,
                                                     guint                      session,
                                                     guint64                    serial);
ChanceryHistoryStep *chancery_history_step_new_deed (ChanceryDeed              *deed,
                                                     guint64                    serial);
ChanceryHistoryStep *chancery_history_step_new_part (const ChanceryHistoryStep *self,
                                                     guint                      start,
                                                     guint                      end);
void                 chancery_history_step_free     (ChanceryHistoryStep       *self);
gboolean             chancery_history_step_merge    (ChanceryHistoryStep       *self,
                                                     const ChanceryHistoryStep *next);
guint                chancery_history_step_get_length (const ChanceryHistoryStep *self);
char                *chancery_history_step_dup_label (const ChanceryHistoryStep *self,
                                                     gboolean                   undo);
ChanceryNoteChange  *chancery_history_step_find     (const ChanceryHistoryStep *self,
                                                     const char                *uid);
void                 chancery_history_step_rebase   (ChanceryHistoryStep       *self,
                                                     GHashTable                *written);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryHistoryStep, chancery_history_step_free)

G_END_DECLS
