/* chancery-sqlite-connection.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-sqlite-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "chancery-store-error.h"

/* How many of SQLite's steps are taken between two looks at the cancellable:
 * about a tenth of a millisecond. */
#define STEPS_PER_LOOK 4000

struct _ChancerySqliteConnection
{
  sqlite3 *handle;
  GThread *thread;
  char *name;
  GCancellable *cancellable;
  gboolean damaged;
};

/* None of these is reached by what the library does; they bound what a file
 * made by somebody else can make SQLite do. */
static const struct
{
  int id;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024 },
  { SQLITE_LIMIT_SQL_LENGTH, 64 * 1024 },
  { SQLITE_LIMIT_COLUMN, 64 },
  { SQLITE_LIMIT_EXPR_DEPTH, 64 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 16 },
  { SQLITE_LIMIT_VDBE_OP, 100 * 1000 },
  { SQLITE_LIMIT_FUNCTION_ARG, 16 },
  { SQLITE_LIMIT_ATTACHED, 0 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 256 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 64 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 8 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

void
chancery_sqlite_connection_assert_thread (ChancerySqliteConnection *self)
{
  g_assert (self->thread == g_thread_self ());
}

static int
look_at_cancellable_cb (gpointer user_data)
{
  ChancerySqliteConnection *self = user_data;

  return g_cancellable_is_cancelled (self->cancellable);
}

/* SQLite's code for an operating system's error says where it was, errno why. */
static gboolean
set_system_error (ChancerySqliteConnection *self,
                  int                       code,
                  GError                  **error)
{
  int number = self->handle != NULL ? sqlite3_system_errno (self->handle) : 0;

  if (number == ENOSPC || number == EDQUOT)
    return chancery_sqlite_connection_set_error (self, SQLITE_FULL, error);
  if (number == EACCES || number == EPERM || number == EROFS)
    return chancery_sqlite_connection_set_error (self, SQLITE_READONLY, error);

  g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_IO,
               /* Translators: the first %s is a file, the second is what the system says about it. */
               _("“%s” could not be read or written: %s. Nothing that was saved before is lost."),
               self->name, number != 0 ? g_strerror (number) : sqlite3_errstr (code));
  return FALSE;
}

/**
 * chancery_sqlite_connection_set_error:
 * @self: a connection
 * @code: what SQLite returned
 * @error: return location
 *
 * Says in @error what @code means to the reader.
 *
 * Returns: %FALSE
 */
gboolean
chancery_sqlite_connection_set_error (ChancerySqliteConnection  *self,
                                      int                        code,
                                      GError                   **error)
{
  switch (code & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      self->damaged = TRUE;
      g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_DAMAGED,
                   _("“%s” is damaged. It is left as it is; what can still be read can be saved into a new library."),
                   self->name);
      break;
    case SQLITE_FULL:
      g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_FULL,
                   _("“%s” could not be written: the disk is full. Free some space and try again."), self->name);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_READ_ONLY,
                   _("“%s” can’t be written to: the file, its folder or its disk is read-only."), self->name);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_BUSY,
                   _("Another program has been using “%s” for too long. Try again in a moment."), self->name);
      break;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return set_system_error (self, code, error);
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The operation was cancelled"));
      break;
    case SQLITE_TOOBIG:
      g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_INVALID,
                   _("This is too large for “%s”."), self->name);
      break;
    default:
      g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_FAILED,
                   /* Translators: the first %s is a file, the second is what the database says, in English. */
                   _("Something went wrong with “%s”: %s"), self->name,
                   self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code));
      break;
    }

  return FALSE;
}

static gboolean
configure (ChancerySqliteConnection  *self,
           guint                      busy_timeout_ms,
           GError                   **error)
{
  const struct
  {
    int option;
    int value;
  } options[] = {
    /* SQL can't write to the file's own structures, … */
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    /* … nor a schema call what only the program may call. */
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
    /* Checkpoints are the store's, which takes a lock for them. */
    { SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      int code = sqlite3_db_config (self->handle, options[i].option, options[i].value, NULL);

      if (code != SQLITE_OK)
        return chancery_sqlite_connection_set_error (self, code, error);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->handle, limits[i].id, limits[i].value);

  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, (int) busy_timeout_ms);
  sqlite3_progress_handler (self->handle, STEPS_PER_LOOK, look_at_cancellable_cb, self);

  return chancery_sqlite_connection_execute (self,
                                             "PRAGMA cell_size_check = ON;"
                                             "PRAGMA temp_store = MEMORY;"
                                             "PRAGMA recursive_triggers = OFF;"
                                             "PRAGMA wal_autocheckpoint = 0;",
                                             error);
}

/**
 * chancery_sqlite_connection_open:
 * @path: (nullable) (type filename): the file; %NULL for a database in memory
 * @mode: how to open it
 * @busy_timeout_ms: how long to wait for another process, in milliseconds
 * @error: return location
 *
 * Returns: (transfer full): the connection, which belongs to this thread
 */
ChancerySqliteConnection *
chancery_sqlite_connection_open (const char          *path,
                                 ChancerySqliteMode   mode,
                                 guint                busy_timeout_ms,
                                 GError             **error)
{
  ChancerySqliteConnection *self = g_new0 (ChancerySqliteConnection, 1);
  /* The connection never leaves its thread, so it needs no mutex. */
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  g_autofree char *name = g_strdup (path != NULL ? path : ":memory:");
  int code;

  if (mode == CHANCERY_SQLITE_IMMUTABLE && path != NULL)
    {
      g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);

      g_free (name);
      name = g_strconcat ("file:", escaped, "?immutable=1", NULL);
      flags |= SQLITE_OPEN_URI;
    }
  if (mode == CHANCERY_SQLITE_READ_ONLY || mode == CHANCERY_SQLITE_IMMUTABLE)
    flags |= SQLITE_OPEN_READONLY;
  else
    flags |= SQLITE_OPEN_READWRITE | (mode == CHANCERY_SQLITE_CREATE ? SQLITE_OPEN_CREATE : 0);

  self->thread = g_thread_self ();
  self->name = path != NULL ? g_filename_display_name (path) : g_strdup (_("the library in memory"));
  code = sqlite3_open_v2 (name, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    chancery_sqlite_connection_set_error (self, code, error);

  if (code != SQLITE_OK || !configure (self, busy_timeout_ms, error))
    {
      chancery_sqlite_connection_close (self, NULL);
      return NULL;
    }

  return self;
}

/**
 * chancery_sqlite_connection_close:
 * @self: (transfer full): a connection whose statements have been freed
 * @error: return location
 *
 * Returns: whether it worked; the connection is gone in any case
 */
gboolean
chancery_sqlite_connection_close (ChancerySqliteConnection  *self,
                                  GError                   **error)
{
  int code;

  chancery_sqlite_connection_assert_thread (self);

  code = sqlite3_close_v2 (self->handle);
  self->handle = NULL;
  if (code != SQLITE_OK)
    chancery_sqlite_connection_set_error (self, code, error);
  g_clear_object (&self->cancellable);
  g_free (self->name);
  g_free (self);

  return code == SQLITE_OK;
}

/**
 * chancery_sqlite_connection_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable): what ends statements from now on
 */
void
chancery_sqlite_connection_set_cancellable (ChancerySqliteConnection *self,
                                            GCancellable             *cancellable)
{
  chancery_sqlite_connection_assert_thread (self);

  g_set_object (&self->cancellable, cancellable);
}

/**
 * chancery_sqlite_connection_prepare:
 * @self: a connection
 * @sql: one statement
 * @error: return location
 *
 * Returns: (transfer full): the statement, to be freed before the connection
 */
ChancerySqliteStatement *
chancery_sqlite_connection_prepare (ChancerySqliteConnection  *self,
                                    const char                *sql,
                                    GError                   **error)
{
  sqlite3_stmt *handle = NULL;
  int code;

  chancery_sqlite_connection_assert_thread (self);

  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code != SQLITE_OK)
    {
      chancery_sqlite_connection_set_error (self, code, error);
      return NULL;
    }

  return chancery_sqlite_statement_new (self, handle);
}

/**
 * chancery_sqlite_connection_execute:
 * @self: a connection
 * @sql: statements, whose rows are dropped
 * @error: return location
 *
 * Returns: whether all of them worked
 */
gboolean
chancery_sqlite_connection_execute (ChancerySqliteConnection  *self,
                                    const char                *sql,
                                    GError                   **error)
{
  int code;

  chancery_sqlite_connection_assert_thread (self);

  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || chancery_sqlite_connection_set_error (self, code, error);
}

/**
 * chancery_sqlite_connection_get_int64:
 * @self: a connection
 * @sql: a statement
 * @value: (out): the first column of the first row; 0 if there is none
 * @error: return location
 *
 * Returns: whether it worked
 */
gboolean
chancery_sqlite_connection_get_int64 (ChancerySqliteConnection  *self,
                                      const char                *sql,
                                      gint64                    *value,
                                      GError                   **error)
{
  g_autoptr (ChancerySqliteStatement) statement = chancery_sqlite_connection_prepare (self, sql, error);
  gboolean row;

  *value = 0;
  if (statement == NULL || !chancery_sqlite_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *value = chancery_sqlite_statement_get_int64 (statement, 0);

  return TRUE;
}

/**
 * chancery_sqlite_connection_begin:
 * @self: a connection
 * @write: whether to wait for, and take, the right to write
 * @error: return location
 *
 * Returns: whether a transaction has begun
 */
gboolean
chancery_sqlite_connection_begin (ChancerySqliteConnection  *self,
                                  gboolean                   write,
                                  GError                   **error)
{
  return chancery_sqlite_connection_execute (self, write ? "BEGIN IMMEDIATE" : "BEGIN", error);
}

/**
 * chancery_sqlite_connection_commit:
 * @self: a connection in a transaction
 * @error: return location
 *
 * Ends the transaction: it is on the disk, or has been rolled back and @error
 * is set.
 *
 * Returns: whether it worked
 */
gboolean
chancery_sqlite_connection_commit (ChancerySqliteConnection  *self,
                                   GError                   **error)
{
  if (chancery_sqlite_connection_execute (self, "COMMIT", error))
    return TRUE;

  chancery_sqlite_connection_rollback (self);
  return FALSE;
}

/**
 * chancery_sqlite_connection_rollback:
 * @self: a connection
 *
 * Undoes the transaction, unless SQLite did so itself because of an error.
 */
void
chancery_sqlite_connection_rollback (ChancerySqliteConnection *self)
{
  chancery_sqlite_connection_assert_thread (self);

  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * chancery_sqlite_connection_checkpoint:
 * @self: a connection
 * @mode: SQLITE_CHECKPOINT_FULL or SQLITE_CHECKPOINT_TRUNCATE
 * @error: return location
 *
 * Brings what is in the write-ahead log into the file.
 *
 * Returns: whether all of it could be
 */
gboolean
chancery_sqlite_connection_checkpoint (ChancerySqliteConnection  *self,
                                       int                        mode,
                                       GError                   **error)
{
  int code;

  chancery_sqlite_connection_assert_thread (self);

  code = sqlite3_wal_checkpoint_v2 (self->handle, "main", mode, NULL, NULL);

  return code == SQLITE_OK || chancery_sqlite_connection_set_error (self, code, error);
}

/**
 * chancery_sqlite_connection_back_up:
 * @self: a connection
 * @path: (type filename): a file that doesn't exist
 * @error: return location
 *
 * Copies the database, as it is now, into a new file.
 *
 * Returns: whether it worked; if not, there is no file
 */
gboolean
chancery_sqlite_connection_back_up (ChancerySqliteConnection  *self,
                                    const char                *path,
                                    GError                   **error)
{
  ChancerySqliteConnection *copy;
  sqlite3_backup *backup;
  int code;

  copy = chancery_sqlite_connection_open (path, CHANCERY_SQLITE_CREATE, 0, error);
  if (copy == NULL)
    return FALSE;

  backup = sqlite3_backup_init (copy->handle, "main", self->handle, "main");
  if (backup != NULL)
    sqlite3_backup_step (backup, -1);
  code = backup != NULL ? sqlite3_backup_finish (backup) : sqlite3_errcode (copy->handle);
  if (code != SQLITE_OK)
    chancery_sqlite_connection_set_error (copy, code, error);
  else if (!chancery_sqlite_connection_execute (copy, "PRAGMA journal_mode = DELETE", error))
    code = SQLITE_ERROR;
  chancery_sqlite_connection_close (copy, NULL);
  if (code != SQLITE_OK)
    g_unlink (path);

  return code == SQLITE_OK;
}

/**
 * chancery_sqlite_connection_is_sound:
 * @self: a connection
 * @error: return location
 *
 * Reads the whole database, and looks whether its structures are sound.
 *
 * Returns: whether they are; if not, @error says so
 */
gboolean
chancery_sqlite_connection_is_sound (ChancerySqliteConnection  *self,
                                     GError                   **error)
{
  g_autoptr (ChancerySqliteStatement) statement =
    chancery_sqlite_connection_prepare (self, "PRAGMA quick_check (1)", error);
  gboolean row;

  if (statement == NULL || !chancery_sqlite_statement_step (statement, &row, error))
    return FALSE;
  if (row && g_strcmp0 (chancery_sqlite_statement_get_text (statement, 0), "ok") == 0)
    return TRUE;

  return chancery_sqlite_connection_set_error (self, SQLITE_CORRUPT, error);
}

/**
 * chancery_sqlite_connection_get_changes:
 * @self: a connection
 *
 * Returns: how many rows the last statement changed, without what triggers did
 */
int
chancery_sqlite_connection_get_changes (ChancerySqliteConnection *self)
{
  return sqlite3_changes (self->handle);
}

/**
 * chancery_sqlite_connection_get_damaged:
 * @self: a connection
 *
 * Returns: whether the file has been seen to be damaged
 */
gboolean
chancery_sqlite_connection_get_damaged (ChancerySqliteConnection *self)
{
  return self->damaged;
}

sqlite3 *
chancery_sqlite_connection_get_handle (ChancerySqliteConnection *self)
{
  chancery_sqlite_connection_assert_thread (self);

  return self->handle;
}
