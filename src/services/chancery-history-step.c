/* chancery-history-step.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-history-step.h"

/**
 * chancery_history_step_new:
 * @changes: (element-type ChanceryNoteChange): what is done
 * @session: an editing session; 0 for none
 * @serial: its number
 *
 * Returns: (transfer full): a step that shares @changes
 */
ChanceryHistoryStep *
chancery_history_step_new (GPtrArray *changes,
                           guint      session,
                           guint64    serial)
{
  ChanceryHistoryStep *self = g_new0 (ChanceryHistoryStep, 1);

  self->changes = g_ptr_array_ref (changes);
  self->session = session;
  self->serial = serial;

  return self;
}

/**
 * chancery_history_step_new_deed:
 * @deed: what was done
 * @serial: its number
 *
 * Returns: (transfer full): a step that holds @deed
 */
ChanceryHistoryStep *
chancery_history_step_new_deed (ChanceryDeed *deed,
                                guint64       serial)
{
  ChanceryHistoryStep *self = g_new0 (ChanceryHistoryStep, 1);

  self->changes = g_ptr_array_new ();
  self->deed = g_object_ref (deed);
  self->serial = serial;

  return self;
}

/**
 * chancery_history_step_new_part:
 * @self: a step
 * @start: the first change wanted
 * @end: the one after the last
 *
 * Returns: (transfer full): a step with copies of these changes alone
 */
ChanceryHistoryStep *
chancery_history_step_new_part (const ChanceryHistoryStep *self,
                                guint                      start,
                                guint                      end)
{
  g_autoptr (GPtrArray) part = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_note_change_free);

  for (guint i = start; i < end; i++)
    g_ptr_array_add (part, chancery_note_change_copy (g_ptr_array_index (self->changes, i)));

  return chancery_history_step_new (part, self->session, self->serial);
}

void
chancery_history_step_free (ChanceryHistoryStep *self)
{
  g_ptr_array_unref (self->changes);
  g_clear_object (&self->deed);
  g_free (self);
}

/**
 * chancery_history_step_get_length:
 * @self: a step
 *
 * Returns: how many things it does, one after the other; a deed is one
 */
guint
chancery_history_step_get_length (const ChanceryHistoryStep *self)
{
  return self->deed != NULL ? 1 : self->changes->len;
}

/**
 * chancery_history_step_dup_label:
 * @self: a step
 * @undo: whether to take it back, or to do it again
 *
 * Returns: (transfer full): the command's name in the user's language
 */
char *
chancery_history_step_dup_label (const ChanceryHistoryStep *self,
                                 gboolean                   undo)
{
  if (self->deed != NULL)
    return undo ? chancery_deed_dup_undo_label (self->deed) : chancery_deed_dup_redo_label (self->deed);

  return undo ? chancery_note_changes_dup_undo_label (self->changes) : chancery_note_changes_dup_redo_label (self->changes);
}

/**
 * chancery_history_step_merge:
 * @self: the last step
 * @next: the one that was done after it
 *
 * Makes @next a part of @self, if both were done while the same note was being
 * edited.
 *
 * Returns: whether it is
 */
gboolean
chancery_history_step_merge (ChanceryHistoryStep       *self,
                             const ChanceryHistoryStep *next)
{
  ChanceryNoteChange *change;
  ChanceryNoteChange *next_change;

  if (self->session == 0 || self->session != next->session || self->changes->len != 1 || next->changes->len != 1)
    return FALSE;

  change = g_ptr_array_index (self->changes, 0);
  next_change = g_ptr_array_index (next->changes, 0);
  if (change->after == NULL || next_change->after == NULL ||
      !g_str_equal (chancery_note_change_get_uid (change), chancery_note_change_get_uid (next_change)))
    return FALSE;

  g_set_object (&change->after, next_change->after);
  self->serial = next->serial;

  return TRUE;
}

/**
 * chancery_history_step_find:
 * @self: a step
 * @uid: a note's uid
 *
 * Returns: (transfer none) (nullable): what @self last does to that note
 */
ChanceryNoteChange *
chancery_history_step_find (const ChanceryHistoryStep *self,
                            const char                *uid)
{
  for (guint i = self->changes->len; i > 0; i--)
    if (g_str_equal (chancery_note_change_get_uid (g_ptr_array_index (self->changes, i - 1)), uid))
      return g_ptr_array_index (self->changes, i - 1);

  return NULL;
}

/**
 * chancery_history_step_rebase:
 * @self: a step
 * @written: (element-type utf8 ChanceryNote): notes by uid as they were written
 *   since @self was asked for; %NULL for those that were removed
 *
 * Lets each change start from what others made of its note, and drops what they
 * have done already. The step may become empty.
 */
void
chancery_history_step_rebase (ChanceryHistoryStep *self,
                              GHashTable          *written)
{
  for (guint i = self->changes->len; i > 0; i--)
    {
      ChanceryNoteChange *change = g_ptr_array_index (self->changes, i - 1);
      gpointer current;

      if (change->before == NULL ||
          !g_hash_table_lookup_extended (written, chancery_note_change_get_uid (change), NULL, &current))
        continue;

      if (current != NULL && chancery_note_equal (change->before, current))
        continue;
      chancery_note_change_rebase (change, current);
      if (chancery_note_change_is_nothing (change))
        g_ptr_array_remove_index (self->changes, i - 1);
    }
}
