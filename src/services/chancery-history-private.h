/* chancery-history-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-history.h"
#include "chancery-history-step.h"

G_BEGIN_DECLS

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

/**
 * ChanceryHistoryJobKind:
 * @CHANCERY_HISTORY_APPLY: writes a step
 * @CHANCERY_HISTORY_RECORD: files a step that was done already
 * @CHANCERY_HISTORY_UNDO: takes the last step back
 * @CHANCERY_HISTORY_REDO: does the step again that was undone last
 * @CHANCERY_HISTORY_REVERT: takes back what was done in a session of editing
 * @CHANCERY_HISTORY_SETTLE: nothing, once all before it is done
 *
 * What can be asked of a history.
 */
typedef enum
{
  CHANCERY_HISTORY_APPLY,
  CHANCERY_HISTORY_RECORD,
  CHANCERY_HISTORY_UNDO,
  CHANCERY_HISTORY_REDO,
  CHANCERY_HISTORY_REVERT,
  CHANCERY_HISTORY_SETTLE,
} ChanceryHistoryJobKind;

/* The queue */

gboolean chancery_history_is_waiting (ChanceryHistory        *self,
                                      ChanceryHistoryJobKind  kind);
void     chancery_history_push       (ChanceryHistory        *self,
                                      ChanceryHistoryJobKind  kind,
                                      ChanceryHistoryStep    *step,
                                      guint                   session,
                                      GCancellable           *cancellable,
                                      GAsyncReadyCallback     callback,
                                      gpointer                user_data,
                                      gpointer                source_tag);

/* The object */

void     chancery_history_update     (ChanceryHistory        *self);
void     chancery_history_fail       (ChanceryHistory        *self,
                                      const GError           *error);

G_END_DECLS
