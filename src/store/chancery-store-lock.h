/* chancery-store-lock.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ChanceryStoreLock:
 *
 * Keeps checkpoints and commits of different processes apart, with flock() on a
 * file beside the library: whoever commits shares it, whoever checkpoints has
 * it alone. SQLite before 3.51.3 can damage a database if one process commits,
 * and thereby begins the write-ahead log anew, while another checkpoints
 * (https://sqlite.org/wal.html, “The WAL-Reset Bug”); so they never do. Where
 * the file can't be locked, nothing is kept apart.
 */
typedef struct _ChanceryStoreLock ChanceryStoreLock;

ChanceryStoreLock *chancery_store_lock_new       (const char        *library_path);
void               chancery_store_lock_free      (ChanceryStoreLock *self);
gboolean           chancery_store_lock_shared    (ChanceryStoreLock *self,
                                                  guint              timeout_ms);
gboolean           chancery_store_lock_exclusive (ChanceryStoreLock *self);
void               chancery_store_lock_release   (ChanceryStoreLock *self);

G_END_DECLS
