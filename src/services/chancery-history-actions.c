/* chancery-history-actions.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-history-private.h"

/* What can be asked of a history. */

static void
push (ChanceryHistory        *self,
      ChanceryHistoryJobKind  kind,
      GPtrArray              *changes,
      guint                   session,
      GCancellable           *cancellable,
      GAsyncReadyCallback     callback,
      gpointer                user_data,
      gpointer                source_tag)
{
  ChanceryHistoryStep *step = NULL;

  if (changes != NULL)
    step = chancery_history_step_new (changes, session, ++self->last_serial);
  chancery_history_push (self, kind, step, session, cancellable, callback, user_data, source_tag);
}

/* A change happens now, if it doesn't say when. */
static void
set_moment (ChanceryHistory    *self,
            ChanceryNoteChange *change)
{
  gint64 before_us, now_us;

  if (change->before == NULL || change->after == NULL)
    return;

  before_us = chancery_note_get_modified_us (change->before);
  now_us = self->clock ();
  if (chancery_note_get_modified_us (change->after) <= before_us)
    chancery_note_set_modified_us (change->after, MAX (now_us, before_us + 1));
}

/* A copy that the history may change, with the moment of each change. */
static GPtrArray *
copy_changes (ChanceryHistory *self,
              GPtrArray       *changes)
{
  GPtrArray *copies = g_ptr_array_new_full (changes->len, (GDestroyNotify) chancery_note_change_free);

  for (guint i = 0; i < changes->len; i++)
    {
      ChanceryNoteChange *copy = chancery_note_change_copy (g_ptr_array_index (changes, i));

      set_moment (self, copy);
      g_ptr_array_add (copies, copy);
    }

  return copies;
}

static void
push_changes (ChanceryHistory     *self,
              GPtrArray           *changes,
              guint                session,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data,
              gpointer             source_tag)
{
  g_autoptr (GPtrArray) copies = copy_changes (self, changes);

  push (self, CHANCERY_HISTORY_APPLY, copies, session, cancellable, callback, user_data, source_tag);
}

static void
push_change (ChanceryHistory     *self,
             ChanceryNote        *before,
             ChanceryNote        *after,
             guint                session,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data,
             gpointer             source_tag)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_note_change_free);

  g_ptr_array_add (changes, chancery_note_change_new (before, after));
  push_changes (self, changes, session, cancellable, callback, user_data, source_tag);
}

/**
 * chancery_history_begin_session:
 * @self: a history
 *
 * Begins the editing of one note. Consecutive changes of that note that are
 * given the number returned make one step.
 *
 * Returns: the session's number, never 0
 */
guint
chancery_history_begin_session (ChanceryHistory *self)
{
  g_return_val_if_fail (CHANCERY_IS_HISTORY (self), 0);

  return ++self->last_session;
}

/**
 * chancery_history_add_note_async:
 * @self: a history
 * @note: a new note; a copy is taken
 * @cancellable: (nullable): a cancellable, heeded until writing begins
 * @callback: (nullable): called when it is written, or failed
 * @user_data: data for @callback
 *
 * Adds a note, as one step. End it with chancery_history_finish().
 */
void
chancery_history_add_note_async (ChanceryHistory     *self,
                                 ChanceryNote        *note,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_HISTORY (self));
  g_return_if_fail (CHANCERY_IS_NOTE (note));

  push_change (self, NULL, note, 0, cancellable, callback, user_data, chancery_history_add_note_async);
}

/**
 * chancery_history_change_note_async:
 * @self: a history
 * @before: the note as it is; a copy is taken
 * @after: a note with the same uid, as it is to be; a copy is taken. If its
 *   moment of modification isn't later than @before's, it becomes now.
 * @session: of editing, from chancery_history_begin_session(); 0 for none
 * @cancellable: (nullable): a cancellable, heeded until writing begins
 * @callback: (nullable): called when it is written, or failed
 * @user_data: data for @callback
 *
 * Changes a note, as one step. Where other changes of the note are still being
 * written, what differs between @before and @after is applied to their result.
 * End it with chancery_history_finish().
 */
void
chancery_history_change_note_async (ChanceryHistory     *self,
                                    ChanceryNote        *before,
                                    ChanceryNote        *after,
                                    guint                session,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_HISTORY (self));
  g_return_if_fail (CHANCERY_IS_NOTE (before));
  g_return_if_fail (CHANCERY_IS_NOTE (after));

  push_change (self, before, after, session, cancellable, callback, user_data, chancery_history_change_note_async);
}

/**
 * chancery_history_remove_note_async:
 * @self: a history
 * @note: the note as it is; a copy is taken
 * @cancellable: (nullable): a cancellable, heeded until writing begins
 * @callback: (nullable): called when it is removed, or failed
 * @user_data: data for @callback
 *
 * Removes a note, as one step. End it with chancery_history_finish().
 */
void
chancery_history_remove_note_async (ChanceryHistory     *self,
                                    ChanceryNote        *note,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_HISTORY (self));
  g_return_if_fail (CHANCERY_IS_NOTE (note));

  push_change (self, note, NULL, 0, cancellable, callback, user_data, chancery_history_remove_note_async);
}

/**
 * chancery_history_apply_async:
 * @self: a history
 * @changes: (element-type ChanceryNoteChange): at least one change; copies are
 *   taken
 * @cancellable: (nullable): a cancellable, heeded until writing begins
 * @callback: (nullable): called when all are written, or all were taken back
 * @user_data: data for @callback
 *
 * Makes several changes, as one step: recolours many notes, say. End it with
 * chancery_history_finish().
 */
void
chancery_history_apply_async (ChanceryHistory     *self,
                              GPtrArray           *changes,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_HISTORY (self));
  g_return_if_fail (changes != NULL && changes->len > 0);

  push_changes (self, changes, 0, cancellable, callback, user_data, chancery_history_apply_async);
}

/**
 * chancery_history_write_async:
 * @self: a history
 * @changes: (transfer full) (element-type ChanceryNoteChange): at least one
 *   change; nobody else may change the array or its notes any more
 * @cancellable: (nullable): a cancellable, heeded until writing begins
 * @callback: (nullable): called when all are written, or none
 * @user_data: data for @callback
 *
 * The same as chancery_history_apply_async(), for very many changes: no copies
 * are taken. A library writes them in one transaction. End it with
 * chancery_history_finish().
 */
void
chancery_history_write_async (ChanceryHistory     *self,
                              GPtrArray           *changes,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GPtrArray) owned = changes;

  g_return_if_fail (CHANCERY_IS_HISTORY (self));
  g_return_if_fail (changes != NULL && changes->len > 0);

  for (guint i = 0; i < changes->len; i++)
    set_moment (self, g_ptr_array_index (changes, i));
  push (self, CHANCERY_HISTORY_APPLY, owned, 0, cancellable, callback, user_data, chancery_history_write_async);
}

/**
 * chancery_history_record:
 * @self: a history
 * @changes: (transfer full) (element-type ChanceryNoteChange): at least one
 *   change that the library has made, as in renaming a tag
 *
 * Makes a step of what was done already, so that it can be undone.
 */
void
chancery_history_record (ChanceryHistory *self,
                         GPtrArray       *changes)
{
  g_autoptr (GPtrArray) owned = changes;

  g_return_if_fail (CHANCERY_IS_HISTORY (self));
  g_return_if_fail (changes != NULL && changes->len > 0);

  push (self, CHANCERY_HISTORY_RECORD, owned, 0, NULL, NULL, NULL, chancery_history_record);
}

/**
 * chancery_history_record_deed:
 * @self: a history
 * @deed: what was done just now
 *
 * Makes a step of something that is more than changes of notes, so that it can
 * be undone in its turn. If undoing it fails, it stays done.
 */
void
chancery_history_record_deed (ChanceryHistory *self,
                              ChanceryDeed    *deed)
{
  g_return_if_fail (CHANCERY_IS_HISTORY (self));
  g_return_if_fail (CHANCERY_IS_DEED (deed));

  chancery_history_push (self, CHANCERY_HISTORY_RECORD, chancery_history_step_new_deed (deed, ++self->last_serial), 0, NULL, NULL, NULL,
             chancery_history_record_deed);
}

/**
 * chancery_history_undo_async:
 * @self: a history
 * @cancellable: (nullable): a cancellable, heeded until writing begins
 * @callback: (nullable): called when it is undone, or failed
 * @user_data: data for @callback
 *
 * Undoes the last step once all that was asked for before is done; with none
 * left, nothing happens. End it with chancery_history_finish().
 */
void
chancery_history_undo_async (ChanceryHistory     *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_HISTORY (self));

  push (self, CHANCERY_HISTORY_UNDO, NULL, 0, cancellable, callback, user_data, chancery_history_undo_async);
}

/**
 * chancery_history_redo_async:
 * @self: a history
 * @cancellable: (nullable): a cancellable, heeded until writing begins
 * @callback: (nullable): called when it is done again, or failed
 * @user_data: data for @callback
 *
 * Does the step that was undone last once more. End it with
 * chancery_history_finish().
 */
void
chancery_history_redo_async (ChanceryHistory     *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_HISTORY (self));

  push (self, CHANCERY_HISTORY_REDO, NULL, 0, cancellable, callback, user_data, chancery_history_redo_async);
}

/**
 * chancery_history_revert_session_async:
 * @self: a history
 * @session: a session of editing
 * @cancellable: (nullable): a cancellable, heeded until writing begins
 * @callback: (nullable): called when it is done, or failed
 * @user_data: data for @callback
 *
 * Sets the note that was edited in @session back to what it was before, and
 * forgets the step. End it with chancery_history_finish().
 */
void
chancery_history_revert_session_async (ChanceryHistory     *self,
                                       guint                session,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_HISTORY (self));
  g_return_if_fail (session != 0);

  push (self, CHANCERY_HISTORY_REVERT, NULL, session, cancellable, callback, user_data, chancery_history_revert_session_async);
}

/**
 * chancery_history_settle_async:
 * @self: a history
 * @cancellable: (nullable): a cancellable
 * @callback: (nullable): called when all that was asked for before is done
 * @user_data: data for @callback
 *
 * Waits for what is still being written, before the library is closed, say.
 * End it with chancery_history_finish().
 */
void
chancery_history_settle_async (ChanceryHistory     *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_HISTORY (self));

  push (self, CHANCERY_HISTORY_SETTLE, NULL, 0, cancellable, callback, user_data, chancery_history_settle_async);
}

/**
 * chancery_history_finish:
 * @self: a history
 * @result: what the callback was given
 * @error: return location for a #GError, that of the library
 *
 * Ends whichever was asked for.
 *
 * Returns: %TRUE if it was done; %FALSE with @error set if it was not, and then
 *   [signal@ChanceryHistory::failed] has told so, too
 */
gboolean
chancery_history_finish (ChanceryHistory  *self,
                         GAsyncResult     *result,
                         GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
