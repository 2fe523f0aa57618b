/* chancery-sqlite-statement.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * ChancerySqliteStatement:
 *
 * A prepared statement. Parameters count from 1, columns from 0, as in SQLite.
 * A mistake in binding is reported by the next step.
 */
typedef struct _ChancerySqliteStatement ChancerySqliteStatement;

void        chancery_sqlite_statement_free       (ChancerySqliteStatement  *self);
void        chancery_sqlite_statement_bind_int64 (ChancerySqliteStatement  *self,
                                                  int                       parameter,
                                                  gint64                    value);
void        chancery_sqlite_statement_bind_text  (ChancerySqliteStatement  *self,
                                                  int                       parameter,
                                                  const char               *value);
void        chancery_sqlite_statement_bind_double (ChancerySqliteStatement *self,
                                                  int                       parameter,
                                                  double                    value);
void        chancery_sqlite_statement_bind_bytes (ChancerySqliteStatement  *self,
                                                  int                       parameter,
                                                  GBytes                   *value);
gboolean    chancery_sqlite_statement_step       (ChancerySqliteStatement  *self,
                                                  gboolean                 *row,
                                                  GError                  **error);
gboolean    chancery_sqlite_statement_run        (ChancerySqliteStatement  *self,
                                                  GError                  **error);
void        chancery_sqlite_statement_reset      (ChancerySqliteStatement  *self);
gboolean    chancery_sqlite_statement_is_null    (ChancerySqliteStatement  *self,
                                                  int                       column);
gint64      chancery_sqlite_statement_get_int64  (ChancerySqliteStatement  *self,
                                                  int                       column);
double      chancery_sqlite_statement_get_double (ChancerySqliteStatement  *self,
                                                  int                       column);
const char *chancery_sqlite_statement_get_text   (ChancerySqliteStatement  *self,
                                                  int                       column);
GBytes     *chancery_sqlite_statement_dup_bytes  (ChancerySqliteStatement  *self,
                                                  int                       column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChancerySqliteStatement, chancery_sqlite_statement_free)

G_END_DECLS
