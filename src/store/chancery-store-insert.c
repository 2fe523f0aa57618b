/* chancery-store-insert.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-insert.h"

#include "chancery-store-private.h"

/* What the trigger notes_insert does for each note, for all whose id is above ?1; a test holds the two together. */
static const char * const after_notes[] = {
  "UPDATE counts SET n = n + (SELECT count (*) FROM notes WHERE id > ?1) WHERE name = 'notes'",
  "UPDATE articles SET n_notes = n_notes + new.n "
  "FROM (SELECT article, count (*) AS n FROM notes WHERE id > ?1 AND article IS NOT NULL GROUP BY article) AS new "
  "WHERE new.article = articles.id",
  "INSERT INTO note_search (rowid, body, exact) SELECT id, body, exact FROM notes WHERE id > ?1",
  "INSERT INTO note_states (iso, created_us, note) SELECT s.value, n.created_us, n.id "
  "FROM notes AS n, json_each (n.states) AS s WHERE n.id > ?1 AND n.states <> '[]' ORDER BY 1, 2, 3",
  "INSERT INTO state_counts (iso, n) SELECT s.value, count (*) FROM notes AS n, json_each (n.states) AS s "
  "WHERE n.id > ?1 AND n.states <> '[]' GROUP BY s.value ON CONFLICT (iso) DO UPDATE SET n = n + excluded.n",
  "INSERT INTO note_tags (tag, created_us, note) SELECT t.value, n.created_us, n.id "
  "FROM notes AS n, json_each (n.tags) AS t WHERE n.id > ?1 AND n.tags <> '[]' ORDER BY 1, 2, 3",
  "INSERT INTO tag_counts (tag, n) SELECT t.value, count (*) FROM notes AS n, json_each (n.tags) AS t "
  "WHERE n.id > ?1 AND n.tags <> '[]' GROUP BY t.value ON CONFLICT (tag) DO UPDATE SET n = n + excluded.n",
  "INSERT INTO changes (entity, id, uid) SELECT 'note', id, uid FROM notes WHERE id > ?1",
  NULL
};

/* And the trigger notes_links_insert. */
static const char after_links[] =
  "INSERT INTO note_links (target, is_article, note) SELECT DISTINCT"
  "  coalesce (json_extract (n.links, l.fullkey || '.note'), json_extract (n.links, l.fullkey || '.article')) AS target,"
  "  json_extract (n.links, l.fullkey || '.note') IS NULL, n.id "
  "FROM notes AS n, json_each (n.links) AS l WHERE n.id > ?1 AND n.links <> '[]' AND target IS NOT NULL";

/* The same of texts_search_insert. An article that comes back is no new row, and is indexed by another trigger. */
static const char * const after_articles[] = {
  "INSERT INTO article_search (rowid, headline, standfirst, text) "
  "SELECT id, headline, standfirst, text FROM searched_articles WHERE id > ?1",
  NULL
};

/* The words of all notes are sorted in memory and written once, instead of by the megabyte and then merged. */
static const char many_words[] =
  "INSERT INTO note_search (note_search, rank) VALUES ('hashsize', 4194304), ('automerge', 0)";
/* As they are otherwise, which is what FTS5 begins with. */
static const char usual_words[] =
  "INSERT INTO note_search (note_search, rank) VALUES ('hashsize', 1048576), ('automerge', 4)";

void
chancery_bulk_insert_clear (ChanceryBulkInsert *self)
{
  g_clear_pointer (&self->trigger, g_free);
  g_clear_pointer (&self->links_trigger, g_free);
}

/* Takes a trigger out of the schema. */
static gboolean
set_aside (ChanceryStore       *self,
           const char          *name,
           char               **trigger,
           GError             **error)
{
  g_autoptr (ChancerySqliteStatement) statement = chancery_sqlite_connection_prepare (
    self->connection, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?1", error);
  g_autofree char *drop = g_strconcat ("DROP TRIGGER ", name, NULL);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  chancery_sqlite_statement_bind_text (statement, 1, name);
  if (!chancery_sqlite_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  *trigger = g_strdup (chancery_sqlite_statement_get_text (statement, 0));
  chancery_sqlite_statement_reset (statement);
  return chancery_sqlite_connection_execute (self->connection, drop, error);
}

/* Before articles are inserted; in a transaction. */
gboolean
chancery_store_begin_articles (ChanceryStore       *self,
                               ChanceryBulkInsert  *bulk,
                               GError             **error)
{
  bulk->statements = after_articles;
  return chancery_sqlite_connection_get_int64 (self->connection, "SELECT coalesce (max (id), 0) FROM articles", &bulk->last_id,
                                               error) &&
         set_aside (self, "texts_search_insert", &bulk->trigger, error);
}

/* Before notes are inserted; in a transaction. */
gboolean
chancery_store_begin_notes (ChanceryStore       *self,
                            ChanceryBulkInsert  *bulk,
                            GError             **error)
{
  bulk->statements = after_notes;
  return chancery_sqlite_connection_get_int64 (self->connection, "SELECT coalesce (max (id), 0) FROM notes", &bulk->last_id,
                                               error) &&
         set_aside (self, "notes_insert", &bulk->trigger, error) &&
         set_aside (self, "notes_links_insert", &bulk->links_trigger, error) &&
         (bulk->trigger == NULL || chancery_sqlite_connection_execute (self->connection, many_words, error));
}

static gboolean
run_for_new (ChanceryStore             *self,
             const ChanceryBulkInsert  *bulk,
             const char                *sql,
             GError                   **error)
{
  g_autoptr (ChancerySqliteStatement) statement = chancery_sqlite_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;
  chancery_sqlite_statement_bind_int64 (statement, 1, bulk->last_id);
  return chancery_sqlite_statement_run (statement, error);
}

/* Does for all that was inserted what the trigger would have done for each, and puts it back. */
gboolean
chancery_store_end_bulk (ChanceryStore       *self,
                         ChanceryBulkInsert  *bulk,
                         GError             **error)
{
  if (bulk->links_trigger != NULL &&
      (!run_for_new (self, bulk, after_links, error) ||
       !chancery_sqlite_connection_execute (self->connection, bulk->links_trigger, error)))
    return FALSE;
  /* Where there is no trigger, as in a library that somebody else made, it did nothing either. */
  if (bulk->trigger == NULL)
    return TRUE;

  for (gsize i = 0; bulk->statements[i] != NULL; i++)
    if (!run_for_new (self, bulk, bulk->statements[i], error))
      return FALSE;
  return (bulk->statements != after_notes || chancery_sqlite_connection_execute (self->connection, usual_words, error)) &&
         chancery_sqlite_connection_execute (self->connection, bulk->trigger, error);
}
