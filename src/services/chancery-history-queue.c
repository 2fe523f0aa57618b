/* chancery-history-queue.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-history-private.h"

/* What was asked of a history is done one after the other, in the order asked. */

/* What was asked for, in the task's data. The first @applied changes of the
 * step are in the library; the job walks from there to @goal. */
typedef struct
{
  ChanceryHistoryJobKind kind;
  guint session;
  ChanceryHistoryStep *step; /* (owned) (nullable) */
  guint applied;
  guint goal;
  guint origin;
  GError *error; /* (owned) (nullable): why it turned back */
} Job;

static void run_jobs (ChanceryHistory *self);
static gboolean advance_job (ChanceryHistory *self);

static void
job_free (Job *job)
{
  g_clear_pointer (&job->step, chancery_history_step_free);
  g_clear_error (&job->error);
  g_free (job);
}

gboolean
chancery_history_is_waiting (ChanceryHistory        *self,
                             ChanceryHistoryJobKind  kind)
{
  for (GList *l = self->tasks.head; l != NULL; l = l->next)
    if (((Job *) g_task_get_task_data (l->data))->kind == kind)
      return TRUE;

  return FALSE;
}

static void
push_undo (ChanceryHistory     *self,
           ChanceryHistoryStep *step)
{
  g_queue_push_head (&self->undo_steps, step);
  while (self->undo_steps.length > CHANCERY_HISTORY_MAX_STEPS)
    chancery_history_step_free (g_queue_pop_tail (&self->undo_steps));
}

/* Puts the step, as far as it is in the library, where undo and redo find it. */
static void
file_step (ChanceryHistory *self,
           Job             *job)
{
  g_autoptr (ChanceryHistoryStep) step = g_steal_pointer (&job->step);
  ChanceryHistoryStep *last = g_queue_peek_head (&self->undo_steps);
  guint n = chancery_history_step_get_length (step);
  gboolean keep_rest = job->kind == CHANCERY_HISTORY_UNDO || job->kind == CHANCERY_HISTORY_REDO;

  if ((job->kind == CHANCERY_HISTORY_APPLY || job->kind == CHANCERY_HISTORY_RECORD) && job->applied > 0)
    g_queue_clear_full (&self->redo_steps, (GDestroyNotify) chancery_history_step_free);

  if (job->applied == n)
    {
      if (job->kind != CHANCERY_HISTORY_APPLY || last == NULL || !chancery_history_step_merge (last, step))
        push_undo (self, g_steal_pointer (&step));
    }
  else if (job->applied == 0)
    {
      if (keep_rest)
        g_queue_push_head (&self->redo_steps, g_steal_pointer (&step));
    }
  else
    {
      push_undo (self, chancery_history_step_new_part (step, 0, job->applied));
      if (keep_rest)
        g_queue_push_head (&self->redo_steps, chancery_history_step_new_part (step, job->applied, n));
    }
}

/* Ends the job that runs. */
static void
end_job (ChanceryHistory *self)
{
  g_autoptr (GTask) task = g_queue_pop_head (&self->tasks);
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = g_steal_pointer (&job->error);

  self->is_running = FALSE;
  if (job->step != NULL)
    file_step (self, job);
  if (g_queue_is_empty (&self->tasks))
    g_hash_table_remove_all (self->written);
  chancery_history_update (self);

  if (error == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    chancery_history_fail (self, error);
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
changed_cb (GObject      *target,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ChanceryHistory) self = user_data;
  Job *job = g_task_get_task_data (g_queue_peek_head (&self->tasks));
  gboolean forward = job->goal > job->applied;
  ChanceryNoteChange *change = g_ptr_array_index (job->step->changes, forward ? job->applied : job->applied - 1);
  ChanceryNote *note = forward ? change->after : change->before;
  g_autoptr (GError) error = NULL;
  gboolean changed = note != NULL ? self->functions->put_note_finish (target, result, &error)
                                  : self->functions->remove_note_finish (target, result, &error);

  if (changed)
    {
      job->applied = forward ? job->applied + 1 : job->applied - 1;
      g_hash_table_replace (self->written, g_strdup (chancery_note_change_get_uid (change)),
                            note != NULL ? g_object_ref (note) : NULL);
    }
  else if (job->error == NULL)
    {
      job->error = g_steal_pointer (&error);
      job->goal = job->origin;
    }
  else
    {
      /* Not even back: the step is split here. */
      job->goal = job->applied;
    }

  if (!advance_job (self))
    {
      end_job (self);
      run_jobs (self);
    }
}

static void
all_changed_cb (GObject      *target,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ChanceryHistory) self = user_data;
  Job *job = g_task_get_task_data (g_queue_peek_head (&self->tasks));
  const gboolean forward = job->goal > job->applied;

  if (self->functions->write_notes_finish (target, result, &job->error))
    {
      /* In the order in which they would be written one by one, for the notes that several change. */
      for (guint i = 0; self->tasks.length > 1 && i < job->step->changes->len; i++)
        {
          ChanceryNoteChange *change =
            g_ptr_array_index (job->step->changes, forward ? i : job->step->changes->len - 1 - i);
          ChanceryNote *note = forward ? change->after : change->before;

          g_hash_table_replace (self->written, g_strdup (chancery_note_change_get_uid (change)),
                                note != NULL ? g_object_ref (note) : NULL);
        }
      job->applied = job->goal;
    }
  else
    {
      job->goal = job->applied;
    }

  end_job (self);
  run_jobs (self);
}

/* Writes all changes of the job that runs at once, each note as the last of its
 * changes makes it. */
static void
write_all (ChanceryHistory *self,
           Job             *job)
{
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) existed = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) removed = NULL;
  const gboolean forward = job->goal > job->applied;
  const guint n = job->step->changes->len;

  for (guint i = 0; i < n; i++)
    {
      ChanceryNoteChange *first = g_ptr_array_index (job->step->changes, forward ? i : n - 1 - i);
      const char *uid = chancery_note_change_get_uid (first);

      if (!g_hash_table_contains (existed, uid))
        g_hash_table_insert (existed, (gpointer) uid, forward ? first->before : first->after);
    }
  for (guint i = 0; i < n; i++)
    {
      ChanceryNoteChange *last = g_ptr_array_index (job->step->changes, forward ? n - 1 - i : i);
      const char *uid = chancery_note_change_get_uid (last);
      ChanceryNote *note = forward ? last->after : last->before;
      gpointer before;

      if (!g_hash_table_steal_extended (existed, uid, NULL, &before))
        continue;
      if (note != NULL)
        g_ptr_array_add (put, g_object_ref (note));
      else if (before != NULL)
        g_strv_builder_add (builder, uid);
    }
  removed = g_strv_builder_end (builder);

  self->functions->write_notes_async (self->target, put, (const char * const *) removed, NULL, all_changed_cb,
                                      g_object_ref (self));
}

static void
deed_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ChanceryHistory) self = user_data;
  Job *job = g_task_get_task_data (g_queue_peek_head (&self->tasks));

  if (chancery_deed_finish (CHANCERY_DEED (source), result, &job->error))
    job->applied = job->goal;
  else
    job->goal = job->applied;
  /* It may have changed any note. */
  g_hash_table_remove_all (self->written);

  end_job (self);
  run_jobs (self);
}

/* Writes the next change of the job that runs. Returns whether there was one. */
static gboolean
advance_job (ChanceryHistory *self)
{
  Job *job = g_task_get_task_data (g_queue_peek_head (&self->tasks));
  gboolean forward = job->goal > job->applied;
  ChanceryNoteChange *change;
  ChanceryNote *note;

  if (job->step == NULL || job->applied == job->goal)
    return FALSE;

  if (job->step->deed != NULL)
    {
      if (forward)
        chancery_deed_redo_async (job->step->deed, deed_done_cb, g_object_ref (self));
      else
        chancery_deed_undo_async (job->step->deed, deed_done_cb, g_object_ref (self));
      return TRUE;
    }

  if (self->functions->write_notes_async != NULL && job->step->changes->len > 1)
    {
      write_all (self, job);
      return TRUE;
    }

  change = g_ptr_array_index (job->step->changes, forward ? job->applied : job->applied - 1);
  note = forward ? change->after : change->before;

  /* The target gets a copy, so that what it does with it can't change what undo
   * restores. */
  if (note != NULL)
    {
      g_autoptr (ChanceryNote) copy = chancery_note_copy (note);

      self->functions->put_note_async (self->target, copy, NULL, changed_cb, g_object_ref (self));
    }
  else
    {
      self->functions->remove_note_async (self->target, chancery_note_change_get_uid (change), NULL,
                                          changed_cb, g_object_ref (self));
    }

  return TRUE;
}

/* Prepares taking back all that was done in an editing session: by undoing its
 * step where that is the last one, by a step that sets the note back where
 * others came after it. */
static void
prepare_revert (ChanceryHistory *self,
                Job             *job)
{
  g_autoptr (GPtrArray) changes = NULL;
  ChanceryHistoryStep *first = NULL;
  ChanceryNoteChange *first_change;
  ChanceryNoteChange *change;
  ChanceryNote *current = NULL;
  ChanceryNote *last_after = NULL;

  for (GList *l = self->undo_steps.head; l != NULL; l = l->next)
    if (((ChanceryHistoryStep *) l->data)->session == job->session)
      first = l->data;

  if (first == NULL)
    return;
  if (first == g_queue_peek_head (&self->undo_steps))
    {
      job->step = g_queue_pop_head (&self->undo_steps);
      job->applied = job->origin = chancery_history_step_get_length (job->step);
      return;
    }

  first_change = g_ptr_array_index (first->changes, 0);
  for (GList *l = self->undo_steps.head; l != NULL && last_after == NULL; l = l->next)
    {
      ChanceryHistoryStep *step = l->data;
      ChanceryNoteChange *found = chancery_history_step_find (step, chancery_note_change_get_uid (first_change));

      if (found != NULL && current == NULL)
        current = found->after;
      if (found != NULL && step->session == job->session)
        last_after = found->after;
    }

  change = chancery_note_change_new (last_after, first_change->before);
  if (current != last_after)
    chancery_note_change_rebase (change, current);
  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_note_change_free);
  g_ptr_array_add (changes, change);
  job->kind = CHANCERY_HISTORY_APPLY;
  job->step = chancery_history_step_new (changes, 0, ++self->last_serial);
  job->goal = 1;
}

/* Starts the job at the head of the queue. Returns whether it has something to
 * write. */
static gboolean
start_job (ChanceryHistory *self)
{
  GTask *task = g_queue_peek_head (&self->tasks);
  Job *job = g_task_get_task_data (task);

  self->is_running = TRUE;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &job->error))
    {
      g_clear_pointer (&job->step, chancery_history_step_free);
      return FALSE;
    }

  switch (job->kind)
    {
    case CHANCERY_HISTORY_APPLY:
      chancery_history_step_rebase (job->step, self->written);
      job->goal = job->step->changes->len;
      break;
    case CHANCERY_HISTORY_RECORD:
      job->applied = job->goal = chancery_history_step_get_length (job->step);
      break;
    case CHANCERY_HISTORY_UNDO:
      job->step = g_queue_pop_head (&self->undo_steps);
      job->applied = job->origin = job->step != NULL ? chancery_history_step_get_length (job->step) : 0;
      break;
    case CHANCERY_HISTORY_REDO:
      job->step = g_queue_pop_head (&self->redo_steps);
      job->goal = job->step != NULL ? chancery_history_step_get_length (job->step) : 0;
      break;
    case CHANCERY_HISTORY_REVERT:
      prepare_revert (self, job);
      break;
    case CHANCERY_HISTORY_SETTLE:
    default:
      break;
    }

  if (job->step != NULL && chancery_history_step_get_length (job->step) == 0)
    g_clear_pointer (&job->step, chancery_history_step_free);

  return advance_job (self);
}

static void
run_jobs (ChanceryHistory *self)
{
  g_autoptr (ChanceryHistory) alive = g_object_ref (self);

  while (!self->is_running && !g_queue_is_empty (&self->tasks))
    if (!start_job (self))
      end_job (self);
}

/* Asks for something. @step is (transfer full) (nullable): what is to be done, or was. */
void
chancery_history_push (ChanceryHistory        *self,
                       ChanceryHistoryJobKind  kind,
                       ChanceryHistoryStep    *step,
                       guint                   session,
                       GCancellable           *cancellable,
                       GAsyncReadyCallback     callback,
                       gpointer                user_data,
                       gpointer                source_tag)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, source_tag);
  /* What was written stays written, whatever happens to the cancellable then. */
  g_task_set_check_cancellable (task, FALSE);
  job->kind = kind;
  job->session = session;
  job->step = step;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);

  g_queue_push_tail (&self->tasks, task);
  chancery_history_update (self);
  run_jobs (self);
}
