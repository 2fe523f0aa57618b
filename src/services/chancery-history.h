/* chancery-history.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "chancery-deed.h"
#include "chancery-library.h"
#include "chancery-note-change.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_HISTORY (chancery_history_get_type ())

G_DECLARE_FINAL_TYPE (ChanceryHistory, chancery_history, CHANCERY, HISTORY, GObject)

/* Steps that can be undone; older ones are forgotten. */
#define CHANCERY_HISTORY_MAX_STEPS 1000

/**
 * ChanceryHistoryTarget:
 * @put_note_async: inserts a note, or replaces the one with its uid
 * @remove_note_async: removes the note with a uid
 *
 * What a history changes. @target is the object that was given with it.
 */
typedef struct
{
  void     (*put_note_async)     (GObject              *target,
                                  ChanceryNote         *note,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
  gboolean (*put_note_finish)    (GObject              *target,
                                  GAsyncResult         *result,
                                  GError              **error);
  void     (*remove_note_async)  (GObject              *target,
                                  const char           *uid,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
  gboolean (*remove_note_finish) (GObject              *target,
                                  GAsyncResult         *result,
                                  GError              **error);
  /* (nullable): many at once, all or none; the two above do for one */
  void     (*write_notes_async)  (GObject              *target,
                                  GPtrArray            *put,
                                  const char * const   *removed,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
  gboolean (*write_notes_finish) (GObject              *target,
                                  GAsyncResult         *result,
                                  GError              **error);
} ChanceryHistoryTarget;

/**
 * ChanceryHistoryClock:
 *
 * Returns: microseconds since 1970-01-01T00:00:00Z
 */
typedef gint64 (*ChanceryHistoryClock) (void);

ChanceryHistory *chancery_history_new               (ChanceryLibrary             *library);
ChanceryHistory *chancery_history_new_for_target      (GObject                     *target,
                                                    const ChanceryHistoryTarget *functions,
                                                    ChanceryHistoryClock         clock);

guint            chancery_history_begin_session    (ChanceryHistory      *self);
void             chancery_history_add_note_async   (ChanceryHistory      *self,
                                                    ChanceryNote         *note,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
void             chancery_history_change_note_async (ChanceryHistory     *self,
                                                    ChanceryNote         *before,
                                                    ChanceryNote         *after,
                                                    guint                 session,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
void             chancery_history_remove_note_async (ChanceryHistory     *self,
                                                    ChanceryNote         *note,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
void             chancery_history_apply_async      (ChanceryHistory      *self,
                                                    GPtrArray            *changes,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
void             chancery_history_write_async      (ChanceryHistory      *self,
                                                    GPtrArray            *changes,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
void             chancery_history_record           (ChanceryHistory      *self,
                                                    GPtrArray            *changes);
void             chancery_history_record_deed      (ChanceryHistory      *self,
                                                    ChanceryDeed         *deed);
void             chancery_history_undo_async       (ChanceryHistory      *self,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
void             chancery_history_redo_async       (ChanceryHistory      *self,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
void             chancery_history_revert_session_async (ChanceryHistory  *self,
                                                    guint                 session,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
void             chancery_history_settle_async     (ChanceryHistory      *self,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean         chancery_history_finish           (ChanceryHistory      *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

gboolean         chancery_history_get_can_undo     (ChanceryHistory      *self);
gboolean         chancery_history_get_can_redo     (ChanceryHistory      *self);
const char      *chancery_history_get_undo_label   (ChanceryHistory      *self);
const char      *chancery_history_get_redo_label   (ChanceryHistory      *self);
guint64          chancery_history_get_serial       (ChanceryHistory      *self);

G_END_DECLS
