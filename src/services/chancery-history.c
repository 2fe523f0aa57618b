/* chancery-history.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-history-private.h"

#include <glib/gi18n.h>

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

/* Brings the properties up to date. What still waits counts, so that undo can
 * be pressed before the library has confirmed what it is to undo. */
void
chancery_history_update (ChanceryHistory *self)
{
  ChanceryHistoryStep *undo = g_queue_peek_head (&self->undo_steps);
  ChanceryHistoryStep *redo = g_queue_peek_head (&self->redo_steps);
  gboolean can_undo = undo != NULL || chancery_history_is_waiting (self, CHANCERY_HISTORY_APPLY) || chancery_history_is_waiting (self, CHANCERY_HISTORY_RECORD) || chancery_history_is_waiting (self, CHANCERY_HISTORY_REDO);
  gboolean can_redo = redo != NULL || chancery_history_is_waiting (self, CHANCERY_HISTORY_UNDO);
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

/* Tells that something asked for could not be written. */
void
chancery_history_fail (ChanceryHistory *self,
                       const GError    *error)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
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
