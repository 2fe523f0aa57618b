/* chancery-migration-6.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-migrations.h"

/* What the links of a row of notes lead to: notes, or articles as wholes. */
#define TARGETS(row) \
  "SELECT DISTINCT coalesce (json_extract (" row ".links, fullkey || '.note')," \
  "    json_extract (" row ".links, fullkey || '.article')) AS target," \
  "  json_extract (" row ".links, fullkey || '.note') IS NULL AS is_article FROM json_each (" row ".links)"

#define INSERT_TARGETS \
  "  INSERT INTO note_links (target, is_article, note)" \
  "    SELECT target, is_article, new.id FROM (" TARGETS ("new") ") WHERE target IS NOT NULL;"

#define DELETE_TARGETS \
  "  DELETE FROM note_links WHERE target IN (SELECT target FROM (" TARGETS ("old") "))" \
  "    AND is_article IN (0, 1) AND note = old.id;"

/* Which notes link to a note or an article. A target needn't be in the library. Notes without links cost the triggers
 * nothing but a look. */
const char chancery_migration_6[] =
  "CREATE TABLE note_links ("
  "  target TEXT NOT NULL,"
  "  is_article INTEGER NOT NULL CHECK (is_article IN (0, 1)),"
  "  note INTEGER NOT NULL,"
  "  PRIMARY KEY (target, is_article, note)"
  ") STRICT, WITHOUT ROWID;"
  "INSERT INTO note_links (target, is_article, note)"
  "  SELECT DISTINCT coalesce (json_extract (links, fullkey || '.note'), json_extract (links, fullkey || '.article')),"
  "    json_extract (links, fullkey || '.note') IS NULL, notes.id FROM notes, json_each (links)"
  "  WHERE links <> '[]'"
  "    AND coalesce (json_extract (links, fullkey || '.note'), json_extract (links, fullkey || '.article')) IS NOT NULL;"
  "CREATE TRIGGER notes_links_insert AFTER INSERT ON notes WHEN new.links <> '[]' BEGIN"
  INSERT_TARGETS
  "END;"
  "CREATE TRIGGER notes_links_delete AFTER DELETE ON notes WHEN old.links <> '[]' BEGIN"
  DELETE_TARGETS
  "END;"
  "CREATE TRIGGER notes_links_update AFTER UPDATE OF links ON notes WHEN old.links <> new.links BEGIN"
  DELETE_TARGETS
  INSERT_TARGETS
  "END;";
