/* chancery-store-statements.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-statements.h"

#include "chancery-note-index.h"

#define NOTE_ROW \
  "uid, article, exact, prefix, suffix, start_chars, end_chars, body, colour, kind, tags, states, " \
  "created_us, modified_us, orphan, due, links, score, foreign_json, due_day"

/* Of a note at an end of a link: who it is, and enough of its words to tell it by. */
#define LINKED_NOTE \
  "n.uid, a.uid, a.headline, n.kind, substr (coalesce (nullif (n.exact, ''), n.body), 1, 400)"

#define ARTICLE_ROW \
  "section, kicker, headline, standfirst, place, agency, byline, lang, source, address, published, published_guessed"

#define NOTE_VALUES \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20) "

#define REPLACE_NOTE \
  "ON CONFLICT (uid) DO UPDATE SET article = excluded.article, exact = excluded.exact, prefix = excluded.prefix," \
  "  suffix = excluded.suffix, start_chars = excluded.start_chars, end_chars = excluded.end_chars," \
  "  body = excluded.body, colour = excluded.colour, kind = excluded.kind, tags = excluded.tags," \
  "  states = excluded.states, created_us = excluded.created_us, modified_us = excluded.modified_us," \
  "  orphan = excluded.orphan, due = excluded.due, links = excluded.links, score = excluded.score," \
  "  foreign_json = excluded.foreign_json, due_day = excluded.due_day"

static const char * const sql[CHANCERY_N_STATEMENTS] = {
  [CHANCERY_STATEMENT_DATA_VERSION] = "PRAGMA data_version",
  [CHANCERY_STATEMENT_LAST_CHANGE] = "SELECT max (number) FROM changes",
  [CHANCERY_STATEMENT_CHANGES] =
    "SELECT number, entity, id, uid, old_key, old_article, old_states, old_tags FROM changes "
    "WHERE number > ?1 ORDER BY number",

  [CHANCERY_STATEMENT_FIND_ARTICLE] = "SELECT id, removed_us IS NOT NULL FROM articles WHERE uid = ?1",
  [CHANCERY_STATEMENT_FIND_DIGEST] =
    "SELECT uid FROM articles WHERE digest = ?1 ORDER BY removed_us IS NOT NULL, id LIMIT 1",
  [CHANCERY_STATEMENT_INSERT_ARTICLE] =
    "INSERT INTO articles (uid, section, kicker, headline, standfirst, place, agency, byline, lang, source, address,"
    "  published, published_guessed, sort_key, digest, added_us)"
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) RETURNING id",
  [CHANCERY_STATEMENT_INSERT_TEXT] = "INSERT INTO texts (article, text, blocks) VALUES (?1, ?2, ?3)",
  [CHANCERY_STATEMENT_LOAD_ARTICLE] =
    "SELECT " CHANCERY_ARTICLE_COLUMNS " FROM articles AS a JOIN texts AS t ON t.article = a.id "
    "WHERE a.uid = ?1 AND a.removed_us IS NULL",
  [CHANCERY_STATEMENT_LOAD_TEXT] =
    "SELECT a.id, a.added_us, t.text, t.blocks FROM articles AS a JOIN texts AS t ON t.article = a.id "
    "WHERE a.uid = ?1 AND a.removed_us IS NULL",
  [CHANCERY_STATEMENT_UPDATE_ARTICLE] =
    "UPDATE articles SET section = ?2, kicker = ?3, headline = ?4, standfirst = ?5, place = ?6, agency = ?7,"
    "  byline = ?8, lang = ?9, source = ?10, address = ?11, published = ?12, published_guessed = ?13,"
    "  sort_key = ?14, digest = ?15 "
    "WHERE uid = ?1",
  [CHANCERY_STATEMENT_FIND_UNTOUCHED] =
    "SELECT uid FROM articles WHERE uid = ?1 AND removed_us IS NULL AND n_notes = 0 AND revised_us IS NULL",
  [CHANCERY_STATEMENT_SET_REMOVED] = "UPDATE articles SET removed_us = ?2 WHERE id = ?1",
  [CHANCERY_STATEMENT_SET_ASIDE_NOTES] =
    "INSERT INTO removed_notes (id, " NOTE_ROW ") SELECT id, " NOTE_ROW " FROM notes WHERE article = ?1",
  [CHANCERY_STATEMENT_DELETE_NOTES_OF_ARTICLE] = "DELETE FROM notes WHERE article = ?1",
  [CHANCERY_STATEMENT_BRING_BACK_NOTES] =
    "INSERT INTO notes (id, " NOTE_ROW ") SELECT id, " NOTE_ROW " FROM removed_notes WHERE article = ?1 ORDER BY id "
    "ON CONFLICT DO NOTHING",
  [CHANCERY_STATEMENT_FORGET_NOTES_SET_ASIDE] = "DELETE FROM removed_notes WHERE article = ?1",
  [CHANCERY_STATEMENT_PURGE_ARTICLES] = "DELETE FROM articles WHERE removed_us < ?1",
  [CHANCERY_STATEMENT_SET_READING] =
    "UPDATE articles SET position_chars = ?2, is_read = ?3 WHERE uid = ?1 AND removed_us IS NULL",
  [CHANCERY_STATEMENT_GET_READING] =
    "SELECT position_chars, is_read FROM articles WHERE uid = ?1 AND removed_us IS NULL",

  [CHANCERY_STATEMENT_FIND_PRESENT_UID] = "SELECT uid FROM articles WHERE uid = ?1 AND removed_us IS NULL",
  [CHANCERY_STATEMENT_FIND_PRESENT_DIGEST] =
    "SELECT uid FROM articles WHERE digest = ?1 AND removed_us IS NULL ORDER BY id LIMIT 1",
  [CHANCERY_STATEMENT_FIND_ADDRESS] =
    "SELECT uid FROM articles WHERE address IN (?1, ?2, ?3, ?4, ?5) AND removed_us IS NULL "
    "ORDER BY address <> ?1, id DESC LIMIT 1",
  [CHANCERY_STATEMENT_FIND_PHRASE] =
    "SELECT rowid FROM article_search WHERE article_search MATCH 'text : ' || ?1 LIMIT ?2",
  [CHANCERY_STATEMENT_TEXT_OF_ARTICLE] =
    "SELECT a.uid, t.text FROM articles AS a JOIN texts AS t ON t.article = a.id "
    "WHERE a.id = ?1 AND a.removed_us IS NULL",
  [CHANCERY_STATEMENT_KEEP_REVISION] =
    "INSERT INTO revisions (article, number, " ARTICLE_ROW ", text, blocks, added_us) "
    "SELECT id, (SELECT count (*) + 1 FROM revisions WHERE article = ?1), " ARTICLE_ROW ", text, blocks,"
    "  coalesce (revised_us, added_us) FROM articles JOIN texts ON article = id WHERE id = ?1",
  /* The parameters are those of an article; ?1 is none. */
  [CHANCERY_STATEMENT_INSERT_REVISION] =
    "INSERT INTO revisions (article, number, " ARTICLE_ROW ", text, blocks, added_us) "
    "VALUES (?16, (SELECT count (*) + 1 FROM revisions WHERE article = ?16), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,"
    "  ?12, ?13, ?17, ?18, ?19)",
  [CHANCERY_STATEMENT_KEEP_PLACES] =
    "INSERT INTO revision_places (revision, uid, exact, prefix, suffix, start_chars, end_chars, orphan, score) "
    "SELECT (SELECT max (id) FROM revisions WHERE article = ?1), uid, exact, prefix, suffix, start_chars, end_chars,"
    "  orphan, score FROM notes WHERE article = ?1 AND exact IS NOT NULL",
  /* A text that changes is no change of a row in a list, but whoever shows it must hear. */
  [CHANCERY_STATEMENT_TELL_REVISION] =
    "INSERT INTO changes (entity, id, uid, old_key) SELECT 'article', id, uid, sort_key FROM articles WHERE id = ?1",
  [CHANCERY_STATEMENT_REPLACE_TEXT] = "UPDATE texts SET text = ?2, blocks = ?3 WHERE article = ?1",
  /* The uid stays. */
  [CHANCERY_STATEMENT_REPLACE_ARTICLE] =
    "UPDATE articles SET section = ?2, kicker = ?3, headline = ?4, standfirst = ?5, place = ?6, agency = ?7,"
    "  byline = ?8, lang = ?9, source = ?10, address = ?11, published = ?12, published_guessed = ?13,"
    "  sort_key = ?14, digest = ?15, revised_us = ?17, is_read = 0 "
    "WHERE id = ?16",
  [CHANCERY_STATEMENT_ORPHAN_NOTES] =
    "UPDATE notes SET orphan = 1, score = 0 WHERE article = ?1 AND exact IS NOT NULL AND NOT (orphan AND score = 0)",
  [CHANCERY_STATEMENT_RESTORE_PLACES] =
    "UPDATE notes SET exact = p.exact, prefix = p.prefix, suffix = p.suffix, start_chars = p.start_chars,"
    "  end_chars = p.end_chars, orphan = p.orphan, score = p.score "
    "FROM revision_places AS p WHERE p.revision = ?1 AND notes.uid = p.uid"
    "  AND notes.article = (SELECT article FROM revisions WHERE id = ?1)",
  [CHANCERY_STATEMENT_FORGET_REVISION] = "DELETE FROM revisions WHERE id = ?1",
  [CHANCERY_STATEMENT_COUNT_REVISIONS] = "SELECT count (*) FROM revisions WHERE article = ?1",
  [CHANCERY_STATEMENT_LIST_REVISIONS] =
    "SELECT (SELECT count (*) + 1 FROM revisions WHERE article = ?1) AS number, headline, published,"
    "  coalesce (revised_us, added_us), 1 FROM articles WHERE id = ?1 "
    "UNION ALL SELECT number, headline, published, added_us, 0 FROM revisions WHERE article = ?1 "
    "ORDER BY number DESC",
  [CHANCERY_STATEMENT_LOAD_REVISION] =
    "SELECT a.uid, r.section, r.kicker, r.headline, r.standfirst, r.place, r.agency, r.byline, r.lang, r.source,"
    "  r.address, r.published, r.published_guessed, r.text, r.blocks, r.id, r.added_us "
    "FROM revisions AS r JOIN articles AS a ON a.id = r.article WHERE r.article = ?1 AND r.number = ?2",

  [CHANCERY_STATEMENT_LIST_COLOUR_NAMES] = "SELECT colour, name FROM colour_names",
  [CHANCERY_STATEMENT_SET_COLOUR_NAME] = "INSERT OR REPLACE INTO colour_names (colour, name) VALUES (?1, ?2)",
  [CHANCERY_STATEMENT_CLEAR_COLOUR_NAME] = "DELETE FROM colour_names WHERE colour = ?1",

  [CHANCERY_STATEMENT_PUT_NOTE] = "INSERT INTO notes (" NOTE_ROW ") " NOTE_VALUES REPLACE_NOTE,
  /* Changes nothing if it is there. */
  [CHANCERY_STATEMENT_ADD_NOTE] = "INSERT INTO notes (" NOTE_ROW ") " NOTE_VALUES "ON CONFLICT (uid) DO NOTHING",
  /* Many in one statement, since the search index is written after each. */
  [CHANCERY_STATEMENT_MAKE_BULK] =
    "CREATE TEMP TABLE IF NOT EXISTS bulk (" NOTE_ROW ")",
  [CHANCERY_STATEMENT_CLEAR_BULK] = "DELETE FROM temp.bulk",
  [CHANCERY_STATEMENT_ADD_TO_BULK] = "INSERT INTO temp.bulk (" NOTE_ROW ") " NOTE_VALUES,
  [CHANCERY_STATEMENT_PUT_BULK] =
    "INSERT INTO notes (" NOTE_ROW ") SELECT " NOTE_ROW " FROM temp.bulk WHERE TRUE ORDER BY rowid " REPLACE_NOTE,
  [CHANCERY_STATEMENT_ADD_UID_TO_BULK] = "INSERT INTO temp.bulk (uid) VALUES (?1)",
  [CHANCERY_STATEMENT_FIND_MISSING_IN_BULK] =
    "SELECT uid FROM temp.bulk WHERE uid NOT IN (SELECT uid FROM notes) LIMIT 1",
  [CHANCERY_STATEMENT_DELETE_BULK] = "DELETE FROM notes WHERE uid IN (SELECT uid FROM temp.bulk)",
  [CHANCERY_STATEMENT_DELETE_NOTE] = "DELETE FROM notes WHERE uid = ?1",
  [CHANCERY_STATEMENT_LOAD_NOTE] =
    "SELECT " CHANCERY_NOTE_COLUMNS " FROM notes AS n LEFT JOIN articles AS a ON a.id = n.article WHERE n.uid = ?1",
  [CHANCERY_STATEMENT_LIST_TAGS] = "SELECT tag, n FROM tag_counts WHERE n > 0",
  [CHANCERY_STATEMENT_NOTES_WITH_TAG] =
    "SELECT " CHANCERY_NOTE_COLUMNS " FROM note_tags AS t CROSS JOIN notes AS n ON n.id = t.note "
    "LEFT JOIN articles AS a ON a.id = n.article WHERE t.tag = ?1",
  [CHANCERY_STATEMENT_COUNT_BY_STATE] = "SELECT iso, n FROM state_counts WHERE n > 0",
  [CHANCERY_STATEMENT_COUNT_BY_STATE_OF_ARTICLE] =
    "SELECT s.value, count (*) FROM articles AS a JOIN notes AS n ON n.article = a.id, json_each (n.states) AS s "
    "WHERE a.uid = ?1 GROUP BY s.value",
  [CHANCERY_STATEMENT_LINKS_OF_NOTE] = "SELECT links FROM notes WHERE uid = ?1",
  [CHANCERY_STATEMENT_LINKED_NOTE] =
    "SELECT " LINKED_NOTE " FROM notes AS n LEFT JOIN articles AS a ON a.id = n.article WHERE n.uid = ?1",
  [CHANCERY_STATEMENT_LINKED_ARTICLE] = "SELECT headline FROM articles WHERE uid = ?1 AND removed_us IS NULL",
  [CHANCERY_STATEMENT_LINKS_TO] =
    "SELECT " LINKED_NOTE ", n.links FROM note_links AS l CROSS JOIN notes AS n ON n.id = l.note "
    "LEFT JOIN articles AS a ON a.id = n.article WHERE l.target = ?1 AND l.is_article = ?2 ORDER BY l.note LIMIT ?3",

  [CHANCERY_STATEMENT_NOTE_NOW] = 
    "SELECT " CHANCERY_NOTE_FACTS ", n.states, n.tags FROM notes AS n WHERE n.uid = ?1",
  [CHANCERY_STATEMENT_ARTICLE_NOW] = "SELECT id, sort_key FROM articles WHERE uid = ?1 AND removed_us IS NULL",
  [CHANCERY_STATEMENT_ARTICLE_ITEM] =
    "SELECT " CHANCERY_ITEM_COLUMNS " FROM articles AS a WHERE a.id = ?1 AND a.removed_us IS NULL",
  [CHANCERY_STATEMENT_KEYS_SET_ASIDE] =
    "SELECT id, uid, created_us, states, tags FROM removed_notes WHERE article = ?1",
  [CHANCERY_STATEMENT_KEYS_OF_ARTICLE] =
    "SELECT id, uid, created_us, states, tags FROM notes WHERE article = ?1",
  [CHANCERY_STATEMENT_FACTS_OF_ARTICLE] =
    "SELECT " CHANCERY_NOTE_FACTS ", n.states, n.tags FROM notes AS n WHERE n.article = ?1",

  [CHANCERY_STATEMENT_GET_CHECKED] = "SELECT time_us FROM care WHERE name = 'checked'",
  [CHANCERY_STATEMENT_SET_CHECKED] = "INSERT OR REPLACE INTO care (name, time_us) VALUES ('checked', ?1)",
};

/**
 * chancery_statement_get_sql:
 * @statement: a statement
 *
 * Returns: its SQL
 */
const char *
chancery_statement_get_sql (ChanceryStatement statement)
{
  g_return_val_if_fail (statement < CHANCERY_N_STATEMENTS, NULL);

  return sql[statement];
}
