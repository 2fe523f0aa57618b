/* chancery-store.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-private.h"

#include <glib/gstdio.h>

/* SQLite's own measure: four megabytes of changes. */
#define FRAMES_BEFORE_CHECKPOINT 1000
/* 64 MiB, which no log should be longer than. */
#define MAX_FRAMES 16384

/* What is removed can be brought back for thirty days. */
#define KEEP_REMOVED_US (30 * G_TIME_SPAN_DAY)

/**
 * chancery_store_close:
 * @self: (transfer full): a store
 *
 * Closes the file. If nobody else uses the library, the log is brought into it.
 */
void
chancery_store_close (ChanceryStore *self)
{
  g_ptr_array_unref (self->cursors);
  for (gsize i = 0; i < G_N_ELEMENTS (self->statements); i++)
    g_clear_pointer (&self->statements[i], chancery_sqlite_statement_free);
  g_clear_pointer (&self->scan, chancery_sqlite_statement_free);
  g_clear_pointer (&self->note_index, chancery_note_index_free);

  if (self->connection != NULL)
    {
      gboolean alone = self->lock != NULL && !self->read_only &&
                       !chancery_sqlite_connection_get_damaged (self->connection) &&
                       chancery_store_lock_exclusive (self->lock);

      /* Of a file that was refused, only SQLite's empty log goes. */
      if (alone || (self->lock == NULL && self->path != NULL && !chancery_store_log_has_frames (self->path)))
        sqlite3_db_config (chancery_sqlite_connection_get_handle (self->connection),
                           SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
      chancery_sqlite_connection_close (self->connection, NULL);
      if (alone)
        chancery_store_lock_release (self->lock);
    }

  g_clear_pointer (&self->lock, chancery_store_lock_free);
  g_ptr_array_unref (self->events);
  g_free (self->path);
  g_free (self);
}

/**
 * chancery_store_set_cancellable:
 * @self: a store
 * @cancellable: (nullable): what ends reading from now on
 */
void
chancery_store_set_cancellable (ChanceryStore *self,
                                GCancellable  *cancellable)
{
  chancery_sqlite_connection_set_cancellable (self->connection, cancellable);
}

/**
 * chancery_store_take_events:
 * @self: a store
 *
 * Returns: (transfer full) (nullable) (element-type ChanceryStoreEvent): what
 *   happened since the last call, in order; %NULL if nothing did
 */
GPtrArray *
chancery_store_take_events (ChanceryStore *self)
{
  GPtrArray *events = self->events;

  if (events->len == 0)
    return NULL;

  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_store_event_free);
  return events;
}

/* Adds an event; @cursor and @uid may be %NULL. */
ChanceryStoreEvent *
chancery_store_add_event (ChanceryStore          *self,
                          ChanceryStoreEventKind  kind,
                          const ChanceryCursor   *cursor,
                          const char             *uid)
{
  ChanceryStoreEvent *event = g_new0 (ChanceryStoreEvent, 1);

  event->kind = kind;
  event->cursor_id = cursor != NULL ? cursor->id : 0;
  event->uid = g_strdup (uid);
  g_ptr_array_add (self->events, event);

  return event;
}

/* The prepared statement, which is not running. */
ChancerySqliteStatement *
chancery_store_statement (ChanceryStore      *self,
                          ChanceryStatement   statement,
                          GError            **error)
{
  if (self->statements[statement] == NULL)
    self->statements[statement] =
      chancery_sqlite_connection_prepare (self->connection, chancery_statement_get_sql (statement), error);

  return self->statements[statement];
}

/* What filters look at, which may not have been read yet. */
ChanceryNoteIndex *
chancery_store_get_note_index (ChanceryStore *self)
{
  if (self->note_index == NULL)
    self->note_index = chancery_note_index_new (self->connection);

  return self->note_index;
}

/**
 * chancery_store_prepare_filtering:
 * @self: a store
 * @ready: (out): whether nothing is left to do
 * @error: return location
 *
 * Reads what filters need for a few milliseconds.
 *
 * Returns: whether it worked
 */
gboolean
chancery_store_prepare_filtering (ChanceryStore  *self,
                                  gboolean       *ready,
                                  GError        **error)
{
  const gint64 deadline_us = chancery_cursor_make_deadline ();
  ChanceryNoteIndex *index;
  gboolean success;

  *ready = TRUE;
  if (!chancery_store_begin_read (self, error))
    return FALSE;

  index = chancery_store_get_note_index (self);
  success = chancery_note_index_load (index, deadline_us, error);
  *ready = !success || !chancery_note_index_is_usable (index);
  if (success && chancery_note_index_is_complete (index))
    success = chancery_note_index_load_states (index, deadline_us, ready, error);
  chancery_store_end_read (self);

  return success;
}

/* Follows what other processes committed before the transaction that has just begun. */
static gboolean
follow (ChanceryStore  *self,
        GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_DATA_VERSION, error);
  gint64 data_version;
  gboolean row;

  if (statement == NULL || !chancery_sqlite_statement_step (statement, &row, error))
    return FALSE;
  data_version = chancery_sqlite_statement_get_int64 (statement, 0);
  chancery_sqlite_statement_reset (statement);

  if (data_version == self->data_version && !self->behind)
    return TRUE;
  if (!chancery_store_publish (self, error))
    return FALSE;

  self->behind = FALSE;
  if (data_version == self->data_version)
    return TRUE;
  self->data_version = data_version;
  chancery_store_add_event (self, CHANCERY_STORE_EVENT_CHANGED_ELSEWHERE, NULL, NULL);
  return TRUE;
}

/* Begins a transaction in which everything that is read belongs together, and
 * agrees with the positions of the cursors. */
gboolean
chancery_store_begin_read (ChanceryStore  *self,
                           GError        **error)
{
  if (!chancery_sqlite_connection_begin (self->connection, FALSE, error))
    return FALSE;

  if (!follow (self, error))
    {
      chancery_store_end_read (self);
      return FALSE;
    }

  return TRUE;
}

void
chancery_store_end_read (ChanceryStore *self)
{
  chancery_sqlite_connection_rollback (self->connection);
}

/* Begins a transaction that changes something; to be ended with chancery_store_end_write(). */
gboolean
chancery_store_begin_write (ChanceryStore  *self,
                            GError        **error)
{
  if (self->read_only)
    return chancery_sqlite_connection_set_error (self->connection, SQLITE_READONLY, error);
  if (chancery_sqlite_connection_get_damaged (self->connection))
    return chancery_sqlite_connection_set_error (self->connection, SQLITE_CORRUPT, error);
  if (!chancery_store_lock_shared (self->lock, self->busy_timeout_ms))
    return chancery_sqlite_connection_set_error (self->connection, SQLITE_BUSY, error);

  if (!chancery_sqlite_connection_begin (self->connection, TRUE, error))
    {
      chancery_store_lock_release (self->lock);
      return FALSE;
    }
  if (!follow (self, error))
    {
      chancery_store_end_write (self, FALSE, NULL);
      return FALSE;
    }

  return TRUE;
}

/* Commits if @success, else undoes everything. When it returns %TRUE, what was
 * written is on the disk, and the lists have been told. */
gboolean
chancery_store_end_write (ChanceryStore  *self,
                          gboolean        success,
                          GError        **error)
{
  if (success)
    success = chancery_sqlite_connection_commit (self->connection, error);
  else
    chancery_sqlite_connection_rollback (self->connection);
  chancery_store_lock_release (self->lock);

  /* What has been committed is not a failure any more: if the lists can't
   * follow now, they do with the next operation. */
  if (success)
    {
      self->behind = !chancery_sqlite_connection_begin (self->connection, FALSE, NULL) ||
                     !chancery_store_publish (self, NULL);
      chancery_store_end_read (self);
    }

  return success;
}

/**
 * chancery_store_refresh:
 * @self: a store
 * @error: return location
 *
 * Follows what other processes did.
 *
 * Returns: whether it could be read
 */
gboolean
chancery_store_refresh (ChanceryStore  *self,
                        GError        **error)
{
  if (!chancery_store_begin_read (self, error))
    return FALSE;

  chancery_store_end_read (self);
  return TRUE;
}

/* For a transaction that writes much; until the store is tidied up, since another may follow. */
void
chancery_store_enlarge_cache (ChanceryStore *self)
{
  self->large_cache = self->large_cache || chancery_sqlite_connection_execute (self->connection, "PRAGMA cache_size = -65536", NULL);
}

/**
 * chancery_store_is_untidy:
 * @self: a store
 * @very: (out): whether it is too untidy to wait
 *
 * Returns: whether there is something for chancery_store_tidy() to do
 */
gboolean
chancery_store_is_untidy (ChanceryStore *self,
                          gboolean      *very)
{
  *very = self->n_frames >= MAX_FRAMES;
  return self->n_frames >= FRAMES_BEFORE_CHECKPOINT || self->large_cache;
}

/**
 * chancery_store_tidy:
 * @self: a store
 *
 * Does what can wait until nobody waits for an answer: brings a log that has
 * become long into the file, and gives memory back. If somebody else is writing
 * just then, the log is left for the next time.
 */
void
chancery_store_tidy (ChanceryStore *self)
{
  if (self->n_frames >= FRAMES_BEFORE_CHECKPOINT && !self->read_only &&
      !chancery_sqlite_connection_get_damaged (self->connection) && chancery_store_lock_exclusive (self->lock))
    {
      if (chancery_sqlite_connection_checkpoint (self->connection, SQLITE_CHECKPOINT_PASSIVE, NULL))
        self->n_frames = 0;
      chancery_store_lock_release (self->lock);
    }
  if (self->large_cache)
    self->large_cache = !chancery_sqlite_connection_execute (self->connection, "PRAGMA cache_size = -2000", NULL);
}

/**
 * chancery_store_purge:
 * @self: a store
 * @now_us: the time
 * @error: return location
 *
 * Forgets articles that were removed long ago, and their notes.
 *
 * Returns: whether it worked
 */
gboolean
chancery_store_purge (ChanceryStore  *self,
                      gint64          now_us,
                      GError        **error)
{
  ChancerySqliteStatement *statement;
  gboolean success = FALSE;

  if (!chancery_store_begin_write (self, error))
    return FALSE;

  statement = chancery_store_statement (self, CHANCERY_STATEMENT_PURGE_ARTICLES, error);
  if (statement != NULL)
    {
      chancery_sqlite_statement_bind_int64 (statement, 1, now_us - KEEP_REMOVED_US);
      success = chancery_sqlite_statement_run (statement, error);
    }

  return chancery_store_end_write (self, success, error);
}

/**
 * chancery_store_get_checked:
 * @self: a store
 * @time_us: (out): when the whole file was last found sound; 0 for never
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
chancery_store_get_checked (ChanceryStore  *self,
                            gint64         *time_us,
                            GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_GET_CHECKED, error);
  gboolean row;

  *time_us = 0;
  if (statement == NULL || !chancery_sqlite_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      *time_us = chancery_sqlite_statement_get_int64 (statement, 0);
      chancery_sqlite_statement_reset (statement);
    }

  return TRUE;
}

/**
 * chancery_store_set_checked:
 * @self: a store
 * @time_us: when the whole file was found sound
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
chancery_store_set_checked (ChanceryStore  *self,
                            gint64          time_us,
                            GError        **error)
{
  ChancerySqliteStatement *statement;
  gboolean success = FALSE;

  if (!chancery_store_begin_write (self, error))
    return FALSE;

  statement = chancery_store_statement (self, CHANCERY_STATEMENT_SET_CHECKED, error);
  if (statement != NULL)
    {
      chancery_sqlite_statement_bind_int64 (statement, 1, time_us);
      success = chancery_sqlite_statement_run (statement, error);
    }

  return chancery_store_end_write (self, success, error);
}
