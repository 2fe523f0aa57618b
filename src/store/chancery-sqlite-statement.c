/* chancery-sqlite-statement.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-sqlite-private.h"

#include <string.h>

struct _ChancerySqliteStatement
{
  ChancerySqliteConnection *connection;
  sqlite3_stmt *handle;
  int bind_code;
};

ChancerySqliteStatement *
chancery_sqlite_statement_new (ChancerySqliteConnection *connection,
                               sqlite3_stmt             *handle)
{
  ChancerySqliteStatement *self = g_new0 (ChancerySqliteStatement, 1);

  self->connection = connection;
  self->handle = handle;

  return self;
}

void
chancery_sqlite_statement_free (ChancerySqliteStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

static void
note_bind_code (ChancerySqliteStatement *self,
                int                      code)
{
  if (self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

void
chancery_sqlite_statement_bind_int64 (ChancerySqliteStatement *self,
                                      int                      parameter,
                                      gint64                   value)
{
  note_bind_code (self, sqlite3_bind_int64 (self->handle, parameter, value));
}

void
chancery_sqlite_statement_bind_double (ChancerySqliteStatement *self,
                                       int                      parameter,
                                       double                   value)
{
  note_bind_code (self, sqlite3_bind_double (self->handle, parameter, value));
}

/**
 * chancery_sqlite_statement_bind_text:
 * @self: a statement
 * @parameter: which parameter
 * @value: (nullable): UTF-8, which must last until the statement is reset;
 *   %NULL binds SQL's NULL
 */
void
chancery_sqlite_statement_bind_text (ChancerySqliteStatement *self,
                                     int                      parameter,
                                     const char              *value)
{
  note_bind_code (self, value != NULL
                  ? sqlite3_bind_text64 (self->handle, parameter, value, strlen (value), SQLITE_STATIC, SQLITE_UTF8)
                  : sqlite3_bind_null (self->handle, parameter));
}

/**
 * chancery_sqlite_statement_bind_bytes:
 * @self: a statement
 * @parameter: which parameter
 * @value: bytes, which must last until the statement is reset
 */
void
chancery_sqlite_statement_bind_bytes (ChancerySqliteStatement *self,
                                      int                      parameter,
                                      GBytes                  *value)
{
  gsize size;
  const void *data = g_bytes_get_data (value, &size);

  note_bind_code (self, sqlite3_bind_blob64 (self->handle, parameter, data != NULL ? data : "", size, SQLITE_STATIC));
}

/**
 * chancery_sqlite_statement_step:
 * @self: a statement
 * @row: (out): whether there is a row; if not, the statement has been reset
 * @error: return location
 *
 * On an error, too, the statement is reset.
 *
 * Returns: whether it worked
 */
gboolean
chancery_sqlite_statement_step (ChancerySqliteStatement  *self,
                                gboolean                 *row,
                                GError                  **error)
{
  int code = self->bind_code;

  chancery_sqlite_connection_assert_thread (self->connection);

  *row = FALSE;
  if (code == SQLITE_OK)
    code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    {
      *row = TRUE;
      return TRUE;
    }

  if (code != SQLITE_DONE)
    chancery_sqlite_connection_set_error (self->connection, code, error);
  chancery_sqlite_statement_reset (self);

  return code == SQLITE_DONE;
}

/**
 * chancery_sqlite_statement_run:
 * @self: a statement
 * @error: return location
 *
 * Runs a statement whose rows, if any, are of no interest, and resets it.
 *
 * Returns: whether it worked
 */
gboolean
chancery_sqlite_statement_run (ChancerySqliteStatement  *self,
                               GError                  **error)
{
  gboolean row;

  do
    {
      if (!chancery_sqlite_statement_step (self, &row, error))
        return FALSE;
    }
  while (row);

  return TRUE;
}

/**
 * chancery_sqlite_statement_reset:
 * @self: a statement
 *
 * Ends a run before its last row, and forgets what was bound.
 */
void
chancery_sqlite_statement_reset (ChancerySqliteStatement *self)
{
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->bind_code = SQLITE_OK;
}

gboolean
chancery_sqlite_statement_is_null (ChancerySqliteStatement *self,
                                   int                      column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

gint64
chancery_sqlite_statement_get_int64 (ChancerySqliteStatement *self,
                                     int                      column)
{
  return sqlite3_column_int64 (self->handle, column);
}

double
chancery_sqlite_statement_get_double (ChancerySqliteStatement *self,
                                      int                      column)
{
  return sqlite3_column_double (self->handle, column);
}

/**
 * chancery_sqlite_statement_get_text:
 * @self: a statement that is on a row
 * @column: which column
 *
 * Returns: (nullable): the text, until the next step
 */
const char *
chancery_sqlite_statement_get_text (ChancerySqliteStatement *self,
                                    int                      column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/**
 * chancery_sqlite_statement_dup_bytes:
 * @self: a statement that is on a row
 * @column: which column
 *
 * Returns: (transfer full): the bytes; none for SQL's NULL
 */
GBytes *
chancery_sqlite_statement_dup_bytes (ChancerySqliteStatement *self,
                                     int                      column)
{
  const void *data = sqlite3_column_blob (self->handle, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->handle, column));
}
