/* chancery-migration-5.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-migrations.h"

/* What a folder that syncs needs; see CONTRIBUTING. Kinds are 0 for a note and 1 for an article. A record is what
 * is known of one from all machines (state, as in its file), and what of that the library says (shadow, NULL if it
 * isn't in the library). Files are those seen in a folder, with the digest of the state that is in them. The rows
 * to look at come of triggers, which are made when a library first syncs. */
const char chancery_migration_5[] =
  "CREATE TABLE sync_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
  "CREATE TABLE sync_dirty (kind INTEGER NOT NULL, uid TEXT NOT NULL, PRIMARY KEY (kind, uid)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE sync_records ("
  "  id INTEGER PRIMARY KEY,"
  "  kind INTEGER NOT NULL CHECK (kind IN (0, 1)),"
  "  uid TEXT NOT NULL,"
  "  state BLOB NOT NULL,"
  "  digest INTEGER NOT NULL,"
  "  shadow TEXT,"
  /* Of a note, the article that it was put on; and whether it waits for one */
  "  article TEXT,"
  "  pending INTEGER NOT NULL CHECK (pending IN (0, 1)),"
  "  conflict INTEGER NOT NULL CHECK (conflict IN (0, 1)),"
  /* Of an article that is there, by which it is known; of one that was joined to another, which */
  "  address TEXT, words TEXT, alias TEXT,"
  /* When the file of what was removed may go; 0 once it has */
  "  expires_us INTEGER"
  ") STRICT;"
  "CREATE UNIQUE INDEX sync_records_by_uid ON sync_records (kind, uid);"
  "CREATE INDEX sync_records_by_digest ON sync_records (kind, uid, digest, expires_us);"
  "CREATE INDEX sync_records_by_article ON sync_records (article, uid) WHERE article IS NOT NULL;"
  "CREATE INDEX sync_records_by_alias ON sync_records (alias, uid) WHERE alias IS NOT NULL;"
  "CREATE INDEX sync_records_pending ON sync_records (uid) WHERE pending;"
  "CREATE INDEX sync_records_in_conflict ON sync_records (uid) WHERE conflict;"
  "CREATE INDEX sync_records_by_address ON sync_records (address) WHERE address IS NOT NULL;"
  "CREATE INDEX sync_records_by_words ON sync_records (words) WHERE words IS NOT NULL;"
  "CREATE INDEX sync_records_by_expiry ON sync_records (expires_us) WHERE expires_us > 0;"
  "CREATE TABLE sync_files ("
  "  folder TEXT NOT NULL, name TEXT NOT NULL,"
  "  kind INTEGER, uid TEXT,"
  "  is_main INTEGER NOT NULL, status INTEGER NOT NULL,"
  "  size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, ctime_ns INTEGER NOT NULL, inode INTEGER NOT NULL,"
  /* Of its bytes, and of the state that they say */
  "  content INTEGER NOT NULL, digest INTEGER NOT NULL,"
  /* When it was first seen like this, until it can't have changed since without showing it */
  "  unsettled_us INTEGER,"
  "  PRIMARY KEY (folder, name)"
  ") STRICT, WITHOUT ROWID;";
