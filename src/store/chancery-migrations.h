/* chancery-migrations.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-sqlite-connection.h"

G_BEGIN_DECLS

/* "ChLb" */
#define CHANCERY_APPLICATION_ID 0x43684c62

/**
 * ChanceryMigration:
 * @sql: what takes a library from one version to the next
 *
 * Step n of a list takes a library from version n to version n + 1; version 0
 * is an empty file.
 */
typedef struct
{
  const char *sql;
} ChanceryMigration;

/* Those that have a file of their own */
extern const char chancery_migration_5[];
extern const char chancery_migration_6[];

extern const ChanceryMigration chancery_migrations[];
extern const guint chancery_n_migrations;

gboolean chancery_migrations_apply (ChancerySqliteConnection  *connection,
                                    const char                *path,
                                    const ChanceryMigration   *steps,
                                    guint                      n_steps,
                                    GError                   **error);

G_END_DECLS
