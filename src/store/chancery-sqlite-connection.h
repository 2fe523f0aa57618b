/* chancery-sqlite-connection.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "chancery-sqlite-statement.h"

G_BEGIN_DECLS

/**
 * ChancerySqliteConnection:
 *
 * An open database: SQLite's handle with errors as #GError in
 * %CHANCERY_STORE_ERROR. It belongs to the thread that opened it; every call
 * asserts that.
 */
typedef struct _ChancerySqliteConnection ChancerySqliteConnection;

/**
 * ChancerySqliteMode:
 * @CHANCERY_SQLITE_IMMUTABLE: nobody changes the file, which has no log; for
 *   folders in which SQLite can't make the files that it reads a log with
 * @CHANCERY_SQLITE_READ_ONLY: change nothing
 * @CHANCERY_SQLITE_READ_WRITE: the file exists
 * @CHANCERY_SQLITE_CREATE: make the file if it doesn't exist
 */
typedef enum
{
  CHANCERY_SQLITE_IMMUTABLE,
  CHANCERY_SQLITE_READ_ONLY,
  CHANCERY_SQLITE_READ_WRITE,
  CHANCERY_SQLITE_CREATE,
} ChancerySqliteMode;

ChancerySqliteConnection *chancery_sqlite_connection_open          (const char                *path,
                                                                    ChancerySqliteMode         mode,
                                                                    guint                      busy_timeout_ms,
                                                                    GError                   **error);
gboolean                  chancery_sqlite_connection_close         (ChancerySqliteConnection  *self,
                                                                    GError                   **error);

void                      chancery_sqlite_connection_set_cancellable (ChancerySqliteConnection *self,
                                                                    GCancellable              *cancellable);
ChancerySqliteStatement  *chancery_sqlite_connection_prepare       (ChancerySqliteConnection  *self,
                                                                    const char                *sql,
                                                                    GError                   **error);
gboolean                  chancery_sqlite_connection_execute       (ChancerySqliteConnection  *self,
                                                                    const char                *sql,
                                                                    GError                   **error);
gboolean                  chancery_sqlite_connection_get_int64     (ChancerySqliteConnection  *self,
                                                                    const char                *sql,
                                                                    gint64                    *value,
                                                                    GError                   **error);
gboolean                  chancery_sqlite_connection_begin         (ChancerySqliteConnection  *self,
                                                                    gboolean                   write,
                                                                    GError                   **error);
gboolean                  chancery_sqlite_connection_commit        (ChancerySqliteConnection  *self,
                                                                    GError                   **error);
void                      chancery_sqlite_connection_rollback      (ChancerySqliteConnection  *self);
gboolean                  chancery_sqlite_connection_checkpoint    (ChancerySqliteConnection  *self,
                                                                    int                        mode,
                                                                    GError                   **error);
gboolean                  chancery_sqlite_connection_back_up       (ChancerySqliteConnection  *self,
                                                                    const char                *path,
                                                                    GError                   **error);
int                       chancery_sqlite_connection_get_changes   (ChancerySqliteConnection  *self);
gboolean                  chancery_sqlite_connection_is_sound      (ChancerySqliteConnection  *self,
                                                                    GError                   **error);
gboolean                  chancery_sqlite_connection_get_damaged   (ChancerySqliteConnection  *self);
sqlite3                  *chancery_sqlite_connection_get_handle    (ChancerySqliteConnection  *self);
gboolean                  chancery_sqlite_connection_set_error     (ChancerySqliteConnection  *self,
                                                                    int                        code,
                                                                    GError                   **error);

G_END_DECLS
