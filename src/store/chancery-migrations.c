/* chancery-migrations.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-migrations.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "chancery-store-error.h"

/* What version 1 has. The rows of articles, texts and notes are the whole truth:
 * everything else follows from them, is kept in step by the triggers below, and
 * can be made anew. Times are microseconds since 1970 in UTC; words for kinds
 * and colours are the nicks of core's enumerations. */
static const char version_1[] =
  "CREATE TABLE articles ("
  "  id INTEGER PRIMARY KEY,"
  "  uid TEXT NOT NULL UNIQUE,"
  "  section TEXT, kicker TEXT, headline TEXT, standfirst TEXT, place TEXT, agency TEXT, byline TEXT,"
  "  lang TEXT, source TEXT, address TEXT,"
  /* ISO 8601 at the precision that is known; the list's order comes of sort_key, yyyymmdd. */
  "  published TEXT,"
  "  published_guessed INTEGER NOT NULL CHECK (published_guessed IN (0, 1)),"
  "  sort_key INTEGER NOT NULL,"
  /* The same words make the same digest, whoever imports them. */
  "  digest TEXT NOT NULL,"
  "  added_us INTEGER NOT NULL,"
  "  removed_us INTEGER,"
  "  is_read INTEGER NOT NULL DEFAULT 0 CHECK (is_read IN (0, 1)),"
  "  position_chars INTEGER NOT NULL DEFAULT 0 CHECK (position_chars >= 0),"
  "  n_notes INTEGER NOT NULL DEFAULT 0 CHECK (n_notes >= 0)"
  ") STRICT;"
  "CREATE INDEX articles_by_date ON articles (sort_key, id) WHERE removed_us IS NULL;"
  "CREATE INDEX articles_by_digest ON articles (digest);"
  "CREATE INDEX articles_by_removal ON articles (removed_us) WHERE removed_us IS NOT NULL;"

  /* Apart, so that a page of the list doesn't read the texts. Blocks are [[kind, level], …]; their words
   * are the lines of the text. */
  "CREATE TABLE texts ("
  "  article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,"
  "  text TEXT NOT NULL,"
  "  blocks TEXT NOT NULL CHECK (json_valid (blocks))"
  ") STRICT;"

  /* AUTOINCREMENT, so that a note that comes back with its article finds its id free. */
  "CREATE TABLE notes ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  uid TEXT NOT NULL UNIQUE,"
  "  article INTEGER REFERENCES articles (id),"
  "  exact TEXT, prefix TEXT, suffix TEXT,"
  "  start_chars INTEGER, end_chars INTEGER,"
  "  body TEXT NOT NULL, colour TEXT NOT NULL, kind TEXT NOT NULL,"
  "  tags TEXT NOT NULL CHECK (json_valid (tags)),"
  "  states TEXT NOT NULL CHECK (json_valid (states)),"
  "  created_us INTEGER NOT NULL, modified_us INTEGER NOT NULL,"
  "  orphan INTEGER NOT NULL CHECK (orphan IN (0, 1)),"
  "  CHECK ((start_chars IS NULL) = (end_chars IS NULL)),"
  "  CHECK (start_chars >= 0 AND end_chars >= start_chars)"
  ") STRICT;"
  "CREATE INDEX notes_by_time ON notes (created_us, id);"
  "CREATE INDEX notes_by_article ON notes (article) WHERE article IS NOT NULL;"

  /* The notes of removed articles. */
  "CREATE TABLE removed_notes ("
  "  id INTEGER PRIMARY KEY,"
  "  uid TEXT NOT NULL,"
  "  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,"
  "  exact TEXT, prefix TEXT, suffix TEXT,"
  "  start_chars INTEGER, end_chars INTEGER,"
  "  body TEXT NOT NULL, colour TEXT NOT NULL, kind TEXT NOT NULL,"
  "  tags TEXT NOT NULL, states TEXT NOT NULL,"
  "  created_us INTEGER NOT NULL, modified_us INTEGER NOT NULL,"
  "  orphan INTEGER NOT NULL"
  ") STRICT;"
  "CREATE INDEX removed_notes_by_article ON removed_notes (article);"

  /* Which notes are about a state and have a tag, in the order of the lists. */
  "CREATE TABLE note_states ("
  "  iso TEXT NOT NULL, created_us INTEGER NOT NULL, note INTEGER NOT NULL,"
  "  PRIMARY KEY (iso, created_us, note)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE note_tags ("
  "  tag TEXT NOT NULL, created_us INTEGER NOT NULL, note INTEGER NOT NULL,"
  "  PRIMARY KEY (tag, created_us, note)"
  ") STRICT, WITHOUT ROWID;"

  /* How many rows the lists have, so that opening one doesn't count them. */
  "CREATE TABLE counts (name TEXT PRIMARY KEY, n INTEGER NOT NULL CHECK (n >= 0)) STRICT, WITHOUT ROWID;"
  "INSERT INTO counts VALUES ('articles', 0), ('notes', 0);"
  "CREATE TABLE state_counts (iso TEXT PRIMARY KEY, n INTEGER NOT NULL CHECK (n >= 0)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE tag_counts (tag TEXT PRIMARY KEY, n INTEGER NOT NULL CHECK (n >= 0)) STRICT, WITHOUT ROWID;"

  /* The latest changes, from which every process brings its lists up to date. The old_ columns say what
   * the row was before; they are NULL if there was none. The highest number always stays, so that numbers
   * only grow. */
  "CREATE TABLE changes ("
  "  number INTEGER PRIMARY KEY,"
  "  entity TEXT NOT NULL CHECK (entity IN ('article', 'note')),"
  "  id INTEGER NOT NULL, uid TEXT NOT NULL,"
  "  old_key INTEGER, old_article INTEGER, old_states TEXT, old_tags TEXT"
  ") STRICT;"
  "CREATE TRIGGER changes_are_bounded AFTER INSERT ON changes WHEN new.number % 1024 = 0 BEGIN"
  "  DELETE FROM changes WHERE number <= new.number - 8192;"
  "END;"

  /* When the whole file was last found sound. */
  "CREATE TABLE care (name TEXT PRIMARY KEY, time_us INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
  "INSERT INTO care VALUES ('checked', 0);"

  /* Full-text search */

  "CREATE VIEW searched_articles AS"
  "  SELECT a.id AS id, a.headline AS headline, a.standfirst AS standfirst, t.text AS text"
  "  FROM articles AS a JOIN texts AS t ON t.article = a.id WHERE a.removed_us IS NULL;"
  "CREATE VIRTUAL TABLE article_search USING fts5 (headline, standfirst, text,"
  "  content = 'searched_articles', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');"
  "CREATE VIRTUAL TABLE note_search USING fts5 (body, exact,"
  "  content = 'notes', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');"

  /* Articles */

  "CREATE TRIGGER articles_count_insert AFTER INSERT ON articles BEGIN"
  "  UPDATE counts SET n = n + 1 WHERE name = 'articles' AND new.removed_us IS NULL;"
  "  INSERT INTO changes (entity, id, uid) VALUES ('article', new.id, new.uid);"
  "END;"
  "CREATE TRIGGER articles_count_delete AFTER DELETE ON articles BEGIN"
  "  UPDATE counts SET n = n - 1 WHERE name = 'articles' AND old.removed_us IS NULL;"
  "  INSERT INTO changes (entity, id, uid, old_key)"
  "    VALUES ('article', old.id, old.uid, iif (old.removed_us IS NULL, old.sort_key, NULL));"
  "END;"
  "CREATE TRIGGER articles_count_update AFTER UPDATE OF removed_us ON articles"
  "  WHEN (old.removed_us IS NULL) <> (new.removed_us IS NULL) BEGIN"
  "  UPDATE counts SET n = n + iif (new.removed_us IS NULL, 1, -1) WHERE name = 'articles';"
  "END;"
  "CREATE TRIGGER articles_change AFTER UPDATE OF kicker, headline, source, agency, lang, published,"
  "  published_guessed, sort_key, removed_us, is_read ON articles"
  "  WHEN (old.kicker, old.headline, old.source, old.agency, old.lang, old.published,"
  "    old.published_guessed, old.sort_key, old.removed_us, old.is_read) IS NOT"
  "    (new.kicker, new.headline, new.source, new.agency, new.lang, new.published,"
  "    new.published_guessed, new.sort_key, new.removed_us, new.is_read) BEGIN"
  "  INSERT INTO changes (entity, id, uid, old_key)"
  "    VALUES ('article', old.id, old.uid, iif (old.removed_us IS NULL, old.sort_key, NULL));"
  "END;"
  "CREATE TRIGGER texts_search_insert AFTER INSERT ON texts BEGIN"
  "  INSERT INTO article_search (rowid, headline, standfirst, text)"
  "    SELECT id, headline, standfirst, new.text FROM articles WHERE id = new.article AND removed_us IS NULL;"
  "END;"
  "CREATE TRIGGER articles_search_update AFTER UPDATE OF headline, standfirst, removed_us ON articles"
  "  WHEN old.headline IS NOT new.headline OR old.standfirst IS NOT new.standfirst"
  "    OR old.removed_us IS NOT new.removed_us BEGIN"
  "  INSERT INTO article_search (article_search, rowid, headline, standfirst, text)"
  "    SELECT 'delete', old.id, old.headline, old.standfirst, text FROM texts"
  "    WHERE article = old.id AND old.removed_us IS NULL;"
  "  INSERT INTO article_search (rowid, headline, standfirst, text)"
  "    SELECT new.id, new.headline, new.standfirst, text FROM texts"
  "    WHERE article = new.id AND new.removed_us IS NULL;"
  "END;"
  "CREATE TRIGGER articles_search_delete BEFORE DELETE ON articles BEGIN"
  "  INSERT INTO article_search (article_search, rowid, headline, standfirst, text)"
  "    SELECT 'delete', old.id, old.headline, old.standfirst, text FROM texts"
  "    WHERE article = old.id AND old.removed_us IS NULL;"
  "END;"

  /* Notes. Those that go aside or come back with their article are told by the article's own change. */

  "CREATE TRIGGER notes_insert AFTER INSERT ON notes BEGIN"
  "  UPDATE counts SET n = n + 1 WHERE name = 'notes';"
  "  UPDATE articles SET n_notes = n_notes + 1 WHERE id = new.article;"
  "  INSERT INTO note_search (rowid, body, exact) VALUES (new.id, new.body, new.exact);"
  "  INSERT INTO note_states SELECT value, new.created_us, new.id FROM json_each (new.states);"
  "  INSERT INTO state_counts SELECT value, 1 FROM json_each (new.states) WHERE TRUE"
  "    ON CONFLICT (iso) DO UPDATE SET n = n + 1;"
  "  INSERT INTO note_tags SELECT value, new.created_us, new.id FROM json_each (new.tags);"
  "  INSERT INTO tag_counts SELECT value, 1 FROM json_each (new.tags) WHERE TRUE"
  "    ON CONFLICT (tag) DO UPDATE SET n = n + 1;"
  "  INSERT INTO changes (entity, id, uid) SELECT 'note', new.id, new.uid"
  "    WHERE NOT EXISTS (SELECT 1 FROM articles WHERE id = new.article AND removed_us IS NOT NULL);"
  "END;"
  "CREATE TRIGGER notes_delete AFTER DELETE ON notes BEGIN"
  "  UPDATE counts SET n = n - 1 WHERE name = 'notes';"
  "  UPDATE articles SET n_notes = n_notes - 1 WHERE id = old.article;"
  "  INSERT INTO note_search (note_search, rowid, body, exact) VALUES ('delete', old.id, old.body, old.exact);"
  "  DELETE FROM note_states WHERE iso IN (SELECT value FROM json_each (old.states))"
  "    AND created_us = old.created_us AND note = old.id;"
  "  UPDATE state_counts SET n = n - 1 WHERE iso IN (SELECT value FROM json_each (old.states));"
  "  DELETE FROM note_tags WHERE tag IN (SELECT value FROM json_each (old.tags))"
  "    AND created_us = old.created_us AND note = old.id;"
  "  UPDATE tag_counts SET n = n - 1 WHERE tag IN (SELECT value FROM json_each (old.tags));"
  "  INSERT INTO changes (entity, id, uid, old_key, old_article, old_states, old_tags)"
  "    SELECT 'note', old.id, old.uid, old.created_us, old.article, old.states, old.tags"
  "    WHERE NOT EXISTS (SELECT 1 FROM articles WHERE id = old.article AND removed_us IS NOT NULL);"
  "END;"
  "CREATE TRIGGER notes_change AFTER UPDATE ON notes BEGIN"
  "  INSERT INTO changes (entity, id, uid, old_key, old_article, old_states, old_tags)"
  "    VALUES ('note', old.id, old.uid, old.created_us, old.article, old.states, old.tags);"
  "END;"
  "CREATE TRIGGER notes_article_update AFTER UPDATE OF article ON notes WHEN old.article IS NOT new.article BEGIN"
  "  UPDATE articles SET n_notes = n_notes - 1 WHERE id = old.article;"
  "  UPDATE articles SET n_notes = n_notes + 1 WHERE id = new.article;"
  "END;"
  "CREATE TRIGGER notes_search_update AFTER UPDATE OF body, exact ON notes"
  "  WHEN old.body IS NOT new.body OR old.exact IS NOT new.exact BEGIN"
  "  INSERT INTO note_search (note_search, rowid, body, exact) VALUES ('delete', old.id, old.body, old.exact);"
  "  INSERT INTO note_search (rowid, body, exact) VALUES (new.id, new.body, new.exact);"
  "END;"
  "CREATE TRIGGER notes_states_update AFTER UPDATE OF states, created_us ON notes"
  "  WHEN old.states IS NOT new.states OR old.created_us IS NOT new.created_us BEGIN"
  "  DELETE FROM note_states WHERE iso IN (SELECT value FROM json_each (old.states))"
  "    AND created_us = old.created_us AND note = old.id;"
  "  UPDATE state_counts SET n = n - 1 WHERE iso IN (SELECT value FROM json_each (old.states));"
  "  INSERT INTO note_states SELECT value, new.created_us, new.id FROM json_each (new.states);"
  "  INSERT INTO state_counts SELECT value, 1 FROM json_each (new.states) WHERE TRUE"
  "    ON CONFLICT (iso) DO UPDATE SET n = n + 1;"
  "END;"
  "CREATE TRIGGER notes_tags_update AFTER UPDATE OF tags, created_us ON notes"
  "  WHEN old.tags IS NOT new.tags OR old.created_us IS NOT new.created_us BEGIN"
  "  DELETE FROM note_tags WHERE tag IN (SELECT value FROM json_each (old.tags))"
  "    AND created_us = old.created_us AND note = old.id;"
  "  UPDATE tag_counts SET n = n - 1 WHERE tag IN (SELECT value FROM json_each (old.tags));"
  "  INSERT INTO note_tags SELECT value, new.created_us, new.id FROM json_each (new.tags);"
  "  INSERT INTO tag_counts SELECT value, 1 FROM json_each (new.tags) WHERE TRUE"
  "    ON CONFLICT (tag) DO UPDATE SET n = n + 1;"
  "END;";

/* What a note says since version 2. A date is ISO 8601 at the precision that is known. */
static const char version_2[] =
  "ALTER TABLE notes ADD COLUMN due TEXT;"
  "ALTER TABLE notes ADD COLUMN links TEXT NOT NULL DEFAULT '[]' CHECK (json_valid (links));"
  "ALTER TABLE notes ADD COLUMN score REAL NOT NULL DEFAULT 1 CHECK (score BETWEEN 0 AND 1);"
  "ALTER TABLE notes ADD COLUMN foreign_json TEXT CHECK (foreign_json IS NULL OR json_valid (foreign_json));"
  "ALTER TABLE removed_notes ADD COLUMN due TEXT;"
  "ALTER TABLE removed_notes ADD COLUMN links TEXT NOT NULL DEFAULT '[]';"
  "ALTER TABLE removed_notes ADD COLUMN score REAL NOT NULL DEFAULT 1;"
  "ALTER TABLE removed_notes ADD COLUMN foreign_json TEXT;"
  "UPDATE notes SET score = 0 WHERE orphan;"
  "UPDATE removed_notes SET score = 0 WHERE orphan;";

/* What filters look at. The last day on which a note is on time is kept beside its date, as yyyymmdd. The
 * order by time has all that a filter asks for, so that the notes themselves needn't be read; beginnings of
 * words have an index of their own in the search index. */
static const char version_3[] =
  "ALTER TABLE notes ADD COLUMN due_day INTEGER;"
  "ALTER TABLE removed_notes ADD COLUMN due_day INTEGER;"
  "UPDATE notes SET due_day = iif (length (due) = 4, due || '1231', strftime ('%Y%m%d', iif (length (due) = 7,"
  "  date (due || '-01', '+1 month', '-1 day'), due))) WHERE due IS NOT NULL;"
  "UPDATE removed_notes SET due_day = iif (length (due) = 4, due || '1231', strftime ('%Y%m%d', iif (length (due) = 7,"
  "  date (due || '-01', '+1 month', '-1 day'), due))) WHERE due IS NOT NULL;"
  "DROP INDEX notes_by_time;"
  "CREATE INDEX notes_by_time ON notes (created_us, id, article, start_chars, due_day, colour, kind, orphan);"
  "CREATE INDEX notes_by_due ON notes (due_day) WHERE due_day IS NOT NULL;"
  "CREATE INDEX notes_without_place ON notes (created_us) WHERE orphan;"

  "DROP TABLE article_search;"
  "CREATE VIRTUAL TABLE article_search USING fts5 (headline, standfirst, text, prefix = '2 3',"
  "  content = 'searched_articles', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');"
  "INSERT INTO article_search (article_search) VALUES ('rebuild');"
  "DROP TABLE note_search;"
  "CREATE VIRTUAL TABLE note_search USING fts5 (body, exact, prefix = '1 2 3',"
  "  content = 'notes', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');"
  "INSERT INTO note_search (note_search) VALUES ('rebuild');";

/* The texts that articles have had, numbered from 1 without gaps; the present one is the article's own. With
 * each go the places that the notes had in it. */
static const char version_4[] =
  "ALTER TABLE articles ADD COLUMN revised_us INTEGER;"
  "CREATE INDEX articles_by_address ON articles (address) WHERE address IS NOT NULL;"
  "CREATE TABLE revisions ("
  "  id INTEGER PRIMARY KEY,"
  "  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,"
  "  number INTEGER NOT NULL,"
  "  section TEXT, kicker TEXT, headline TEXT, standfirst TEXT, place TEXT, agency TEXT, byline TEXT,"
  "  lang TEXT, source TEXT, address TEXT, published TEXT, published_guessed INTEGER NOT NULL,"
  "  text TEXT NOT NULL, blocks TEXT NOT NULL CHECK (json_valid (blocks)), added_us INTEGER NOT NULL,"
  "  UNIQUE (article, number)"
  ") STRICT;"
  "CREATE TABLE revision_places ("
  "  revision INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,"
  "  uid TEXT NOT NULL, exact TEXT, prefix TEXT, suffix TEXT, start_chars INTEGER, end_chars INTEGER,"
  "  orphan INTEGER NOT NULL, score REAL NOT NULL,"
  "  PRIMARY KEY (revision, uid)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TRIGGER texts_search_update AFTER UPDATE OF text ON texts WHEN old.text IS NOT new.text BEGIN"
  "  INSERT INTO article_search (article_search, rowid, headline, standfirst, text)"
  "    SELECT 'delete', id, headline, standfirst, old.text FROM articles WHERE id = old.article AND removed_us IS NULL;"
  "  INSERT INTO article_search (rowid, headline, standfirst, text)"
  "    SELECT id, headline, standfirst, new.text FROM articles WHERE id = new.article AND removed_us IS NULL;"
  "END;"

  /* What the reader calls the colours. */
  "CREATE TABLE colour_names (colour TEXT PRIMARY KEY, name TEXT NOT NULL CHECK (name <> '')) STRICT, WITHOUT ROWID;";

const ChanceryMigration chancery_migrations[] = {
  { version_1 },
  { version_2 },
  { version_3 },
  { version_4 },
  { chancery_migration_5 },
  { chancery_migration_6 },
};

const guint chancery_n_migrations = G_N_ELEMENTS (chancery_migrations);

static gboolean
get_version (ChancerySqliteConnection  *connection,
             gint64                    *version,
             GError                   **error)
{
  return chancery_sqlite_connection_get_int64 (connection, "PRAGMA user_version", version, error);
}

/* A copy of the library as it is before it is changed, beside it. */
static gboolean
back_up (ChancerySqliteConnection  *connection,
         const char                *path,
         gint64                     version,
         GError                   **error)
{
  g_autofree char *stem = g_str_has_suffix (path, ".db") ? g_strndup (path, strlen (path) - 3) : g_strdup (path);
  g_autofree char *copy = g_strdup_printf ("%s-version-%" G_GINT64_FORMAT ".db", stem, version);
  g_autofree char *part = g_strconcat (copy, ".part", NULL);

  if (g_unlink (part) != 0 && errno != ENOENT)
    return chancery_sqlite_connection_set_error (connection, SQLITE_READONLY, error);
  if (!chancery_sqlite_connection_back_up (connection, part, error))
    return FALSE;
  if (g_rename (part, copy) != 0)
    {
      g_unlink (part);
      return chancery_sqlite_connection_set_error (connection, SQLITE_READONLY, error);
    }

  return TRUE;
}

static gboolean
apply_step (ChancerySqliteConnection  *connection,
            const ChanceryMigration   *step,
            gint64                     version,
            GError                   **error)
{
  g_autofree char *pragmas = g_strdup_printf ("PRAGMA application_id = %d;"
                                              "PRAGMA user_version = %" G_GINT64_FORMAT ";",
                                              CHANCERY_APPLICATION_ID, version + 1);
  gint64 found;

  if (!chancery_sqlite_connection_begin (connection, TRUE, error))
    return FALSE;

  /* Another process may have been faster. */
  if (!get_version (connection, &found, error))
    {
      chancery_sqlite_connection_rollback (connection);
      return FALSE;
    }
  if (found != version)
    {
      chancery_sqlite_connection_rollback (connection);
      return TRUE;
    }

  if (!chancery_sqlite_connection_execute (connection, step->sql, error) ||
      !chancery_sqlite_connection_execute (connection, pragmas, error))
    {
      chancery_sqlite_connection_rollback (connection);
      return FALSE;
    }

  return chancery_sqlite_connection_commit (connection, error);
}

/**
 * chancery_migrations_apply:
 * @connection: a connection, not in a transaction
 * @path: (nullable) (type filename): the file, beside which a copy is kept
 *   before anything changes; %NULL for a database in memory
 * @steps: (array length=n_steps): the steps from version 0
 * @n_steps: how many there are, which is the version that is wanted
 * @error: return location
 *
 * Brings a library to the version that this program knows, each step in a
 * transaction of its own that also sets the version. A failure leaves the last
 * version that was reached. A newer library is an error and not touched.
 *
 * Returns: whether the library has the version
 */
gboolean
chancery_migrations_apply (ChancerySqliteConnection  *connection,
                           const char                *path,
                           const ChanceryMigration   *steps,
                           guint                      n_steps,
                           GError                   **error)
{
  gint64 version;

  if (!get_version (connection, &version, error))
    return FALSE;

  if (version < n_steps && version > 0 && path != NULL &&
      /* Of a damaged library, what is left could get lost. */
      (!chancery_sqlite_connection_is_sound (connection, error) || !back_up (connection, path, version, error)))
    return FALSE;

  while (version < n_steps)
    {
      gint64 before = version;

      if (!apply_step (connection, &steps[version], version, error) || !get_version (connection, &version, error))
        return FALSE;
      g_assert (version > before);
    }

  if (version > n_steps)
    {
      g_autofree char *name = path != NULL ? g_filename_display_name (path) : g_strdup (_("the library in memory"));

      g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NEWER_VERSION,
                   _("“%s” was made by a newer version of Chancery. It is left as it is; install that version to open it."),
                   name);
      return FALSE;
    }

  return TRUE;
}
