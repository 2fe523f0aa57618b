/* chancery-history.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-history.h"

#include <glib/gi18n.h>

#include "chancery-history-step.h"

/**
 * ChanceryHistory:
 *
 * All that the user does to notes goes through a history, which writes it to
 * the library and can take it back. What is asked for is done one after the
 * other, in the order asked, so that quick presses of undo never overtake what
 * they undo.
 *
 * A step is one change or several that belong together. If one of several can't
 * be written, those before it are taken back. If even that fails, the step is
 * split where the library stands, so that undo and redo always describe what
 * is really there.
 *
 * Belongs to the main thread.
 */

typedef enum
{
  JOB_APPLY,
  JOB_RECORD,
  JOB_UNDO,
  JOB_REDO,
  JOB_REVERT,
  JOB_SETTLE,
} JobKind;

/* What was asked for, in the task's data. The first @applied changes of the
 * step are in the library; the job walks from there to @goal. */
typedef struct
{
  JobKind kind;
  guint session;
  ChanceryHistoryStep *step; /* (owned) (nullable) */
  guint applied;
  guint goal;
  guint origin;
  GError *error; /* (owned) (nullable): why it turned back */
} Job;

struct _ChanceryHistory
{
  GObject parent_instance;

  GObject *target; /* (owned) */
  const ChanceryHistoryTarget *functions;
  ChanceryHistoryClock clock;

  GQueue undo_steps; /* (element-type ChanceryHistoryStep), the latest at the head */
  GQueue redo_steps;
  GQueue tasks; /* (element-type GTask), the one that runs at the head */
  GHashTable *written; /* uid → ChanceryNote or NULL: what was written since the queue was empty */
  gboolean is_running;
  guint last_session;
  guint64 last_serial;

  gboolean can_undo;
  gboolean can_redo;
  char *undo_label;
  char *redo_label;
  guint64 serial;
};

typedef enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_SERIAL,
} ChanceryHistoryProps;

static GParamSpec *props[PROP_SERIAL + 1];

enum
{
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryHistory, chancery_history, G_TYPE_OBJECT)

static void run_jobs (ChanceryHistory *self);
static gboolean advance_job (ChanceryHistory *self);

static void
job_free (Job *job)
{
  g_clear_pointer (&job->step, chancery_history_step_free);
  g_clear_error (&job->error);
  g_free (job);
}

static gboolean
is_waiting (ChanceryHistory *self,
            JobKind          kind)
{
  for (GList *l = self->tasks.head; l != NULL; l = l->next)
    if (((Job *) g_task_get_task_data (l->data))->kind == kind)
      return TRUE;

  return FALSE;
}

/* Brings the properties up to date. What still waits counts, so that undo can
 * be pressed before the library has confirmed what it is to undo. */
static void
update_properties (ChanceryHistory *self)
{
  ChanceryHistoryStep *undo = g_queue_peek_head (&self->undo_steps);
  ChanceryHistoryStep *redo = g_queue_peek_head (&self->redo_steps);
  gboolean can_undo = undo != NULL || is_waiting (self, JOB_APPLY) || is_waiting (self, JOB_RECORD) || is_waiting (self, JOB_REDO);
  gboolean can_redo = redo != NULL || is_waiting (self, JOB_UNDO);
  g_autofree char *undo_label = undo != NULL ? chancery_history_step_dup_label (undo, TRUE) : g_strdup (_("Undo"));
  g_autofree char *redo_label = redo != NULL ? chancery_history_step_dup_label (redo, FALSE) : g_strdup (_("Redo"));
  guint64 serial = undo != NULL ? undo->serial : 0;

  g_object_freeze_notify (G_OBJECT (self));

  if (self->can_undo != can_undo)
    {
      self->can_undo = can_undo;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
    }
  if (self->can_redo != can_redo)
    {
      self->can_redo = can_redo;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_REDO]);
    }
  if (g_set_str (&self->undo_label, undo_label))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_LABEL]);
  if (g_set_str (&self->redo_label, redo_label))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REDO_LABEL]);
  if (self->serial != serial)
    {
      self->serial = serial;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SERIAL]);
    }

  g_object_thaw_notify (G_OBJECT (self));
}

static void
chancery_history_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ChanceryHistory *self = CHANCERY_HISTORY (object);

  switch ((ChanceryHistoryProps) prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->can_undo);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->can_redo);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_SERIAL:
      g_value_set_uint64 (value, self->serial);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_history_dispose (GObject *object)
{
  ChanceryHistory *self = CHANCERY_HISTORY (object);

  g_clear_object (&self->target);

  G_OBJECT_CLASS (chancery_history_parent_class)->dispose (object);
}

static void
chancery_history_finalize (GObject *object)
{
  ChanceryHistory *self = CHANCERY_HISTORY (object);

  g_queue_clear_full (&self->undo_steps, (GDestroyNotify) chancery_history_step_free);
  g_queue_clear_full (&self->redo_steps, (GDestroyNotify) chancery_history_step_free);
  g_hash_table_unref (self->written);
  g_free (self->undo_label);
  g_free (self->redo_label);

  G_OBJECT_CLASS (chancery_history_parent_class)->finalize (object);
}

static void
chancery_history_class_init (ChanceryHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = chancery_history_get_property;
  object_class->dispose = chancery_history_dispose;
  object_class->finalize = chancery_history_finalize;

  /**
   * ChanceryHistory:can-undo:
   *
   * Whether there is a step to undo, or one that is being written.
   */
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);

  /* Whether there is a step to redo, or one that is being undone. */
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);

  /**
   * ChanceryHistory:undo-label:
   *
   * The command's name in the user's language: "Undo Add Highlight"; "Undo" where
   * there is nothing to undo.
   */
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, readable);

  /* The same for redo. */
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, readable);

  /**
   * ChanceryHistory:serial:
   *
   * Which step would be undone next; 0 for none. Steps keep their number when
   * they are undone and redone.
   */
  props[PROP_SERIAL] = g_param_spec_uint64 ("serial", NULL, NULL, 0, G_MAXUINT64, 0, readable);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ChanceryHistory::failed:
   * @self: the history
   * @error: why, in words for the user
   *
   * Something asked for could not be written.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
clear_note (gpointer note)
{
  g_clear_object (&note);
}

static void
chancery_history_init (ChanceryHistory *self)
{
  g_queue_init (&self->undo_steps);
  g_queue_init (&self->redo_steps);
  g_queue_init (&self->tasks);
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, clear_note);
  self->undo_label = g_strdup (_("Undo"));
  self->redo_label = g_strdup (_("Redo"));
}

/**
 * chancery_history_new_for_target:
 * @target: what holds the notes
 * @functions: how to change it; must outlive the history
 * @clock: (nullable): the time, for the moment of a change; %NULL for the
 *   system's clock
 *
 * Returns: (transfer full): a history without a step
 */
ChanceryHistory *
chancery_history_new_for_target (GObject                     *target,
                                 const ChanceryHistoryTarget *functions,
                                 ChanceryHistoryClock         clock)
{
  ChanceryHistory *self;

  g_return_val_if_fail (G_IS_OBJECT (target), NULL);
  g_return_val_if_fail (functions != NULL, NULL);

  self = g_object_new (CHANCERY_TYPE_HISTORY, NULL);
  self->target = g_object_ref (target);
  self->functions = functions;
  self->clock = clock != NULL ? clock : g_get_real_time;

  return self;
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
  gboolean keep_rest = job->kind == JOB_UNDO || job->kind == JOB_REDO;

  if ((job->kind == JOB_APPLY || job->kind == JOB_RECORD) && job->applied > 0)
    g_queue_clear_full (&self->redo_steps, (GDestroyNotify) chancery_history_step_free);

  if (job->applied == n)
    {
      if (job->kind != JOB_APPLY || last == NULL || !chancery_history_step_merge (last, step))
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
  update_properties (self);

  if (error == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
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
  job->kind = JOB_APPLY;
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
    case JOB_APPLY:
      chancery_history_step_rebase (job->step, self->written);
      job->goal = job->step->changes->len;
      break;
    case JOB_RECORD:
      job->applied = job->goal = chancery_history_step_get_length (job->step);
      break;
    case JOB_UNDO:
      job->step = g_queue_pop_head (&self->undo_steps);
      job->applied = job->origin = job->step != NULL ? chancery_history_step_get_length (job->step) : 0;
      break;
    case JOB_REDO:
      job->step = g_queue_pop_head (&self->redo_steps);
      job->goal = job->step != NULL ? chancery_history_step_get_length (job->step) : 0;
      break;
    case JOB_REVERT:
      prepare_revert (self, job);
      break;
    case JOB_SETTLE:
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

static void
push_step (ChanceryHistory     *self,
           JobKind              kind,
           ChanceryHistoryStep *step,
           guint                session,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data,
           gpointer             source_tag)
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
  update_properties (self);
  run_jobs (self);
}

static void
push_job (ChanceryHistory     *self,
          JobKind              kind,
          GPtrArray           *changes,
          guint                session,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data,
          gpointer             source_tag)
{
  ChanceryHistoryStep *step = NULL;

  if (changes != NULL)
    step = chancery_history_step_new (changes, session, ++self->last_serial);
  push_step (self, kind, step, session, cancellable, callback, user_data, source_tag);
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

  push_job (self, JOB_APPLY, copies, session, cancellable, callback, user_data, source_tag);
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
  push_job (self, JOB_APPLY, owned, 0, cancellable, callback, user_data, chancery_history_write_async);
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

  push_job (self, JOB_RECORD, owned, 0, NULL, NULL, NULL, chancery_history_record);
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

  push_step (self, JOB_RECORD, chancery_history_step_new_deed (deed, ++self->last_serial), 0, NULL, NULL, NULL,
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

  push_job (self, JOB_UNDO, NULL, 0, cancellable, callback, user_data, chancery_history_undo_async);
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

  push_job (self, JOB_REDO, NULL, 0, cancellable, callback, user_data, chancery_history_redo_async);
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

  push_job (self, JOB_REVERT, NULL, session, cancellable, callback, user_data, chancery_history_revert_session_async);
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

  push_job (self, JOB_SETTLE, NULL, 0, cancellable, callback, user_data, chancery_history_settle_async);
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

gboolean
chancery_history_get_can_undo (ChanceryHistory *self)
{
  g_return_val_if_fail (CHANCERY_IS_HISTORY (self), FALSE);

  return self->can_undo;
}

gboolean
chancery_history_get_can_redo (ChanceryHistory *self)
{
  g_return_val_if_fail (CHANCERY_IS_HISTORY (self), FALSE);

  return self->can_redo;
}

const char *
chancery_history_get_undo_label (ChanceryHistory *self)
{
  g_return_val_if_fail (CHANCERY_IS_HISTORY (self), NULL);

  return self->undo_label;
}

const char *
chancery_history_get_redo_label (ChanceryHistory *self)
{
  g_return_val_if_fail (CHANCERY_IS_HISTORY (self), NULL);

  return self->redo_label;
}

/**
 * chancery_history_get_serial:
 * @self: a history
 *
 * Returns: which step would be undone next; 0 for none
 */
guint64
chancery_history_get_serial (ChanceryHistory *self)
{
  g_return_val_if_fail (CHANCERY_IS_HISTORY (self), 0);

  return self->serial;
}
