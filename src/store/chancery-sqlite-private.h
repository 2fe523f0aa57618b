/* chancery-sqlite-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-sqlite-connection.h"

G_BEGIN_DECLS

/* What connection and statement need of each other. */

ChancerySqliteStatement *chancery_sqlite_statement_new            (ChancerySqliteConnection *connection,
                                                                   sqlite3_stmt             *handle);
void                     chancery_sqlite_connection_assert_thread (ChancerySqliteConnection *self);

G_END_DECLS
