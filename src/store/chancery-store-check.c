/* chancery-store-check.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-private.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "chancery-text.h"

/* After so many problems of one kind, more would say nothing new. */
#define MAX_PROBLEMS 100

/* Comparing the search index with every text takes the right to write, so it is
 * done where it is over in a moment. */
#define MAX_ARTICLES_COMPARED 5000

/* What the links of all notes lead to; see chancery-migration-6.c. */
#define LINK_TARGETS \
  "SELECT DISTINCT coalesce (json_extract (links, fullkey || '.note'), json_extract (links, fullkey || '.article'))" \
  "    AS target, json_extract (links, fullkey || '.note') IS NULL AS is_article, notes.id AS note " \
  "  FROM notes, json_each (links) WHERE links <> '[]'" \
  "    AND coalesce (json_extract (links, fullkey || '.note'), json_extract (links, fullkey || '.article')) IS NOT NULL"

typedef struct
{
  ChancerySqliteConnection *connection;
  GPtrArray *problems;
} Check;

static void add_problem (Check      *check,
                         const char *format,
                         ...) G_GNUC_PRINTF (2, 3);

static void
add_problem (Check      *check,
             const char *format,
             ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (check->problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static ChancerySqliteStatement *
query (Check       *check,
       const char  *sql,
       GError     **error)
{
  return chancery_sqlite_connection_prepare (check->connection, sql, error);
}

/* SQLite's structures, which takes in those of the search index. */
static gboolean
check_structure (Check   *check,
                 GError **error)
{
  g_autoptr (ChancerySqliteStatement) statement = query (check, "PRAGMA integrity_check (100)", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  while (TRUE)
    {
      const char *text;

      if (!chancery_sqlite_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      text = chancery_sqlite_statement_get_text (statement, 0);
      if (g_strcmp0 (text, "ok") != 0)
        /* Translators: %s is what the database says, in English. */
        add_problem (check, _("The file is damaged: %s"), text);
    }
}

static gboolean
check_references (Check   *check,
                  GError **error)
{
  g_autoptr (ChancerySqliteStatement) statement = query (check, "PRAGMA foreign_key_check", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < MAX_PROBLEMS; i++)
    {
      if (!chancery_sqlite_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      add_problem (check, _("Row %" PRId64 " of “%s” refers to a row of “%s” that isn’t there."),
                   chancery_sqlite_statement_get_int64 (statement, 1),
                   chancery_sqlite_statement_get_text (statement, 0),
                   chancery_sqlite_statement_get_text (statement, 2));
    }

  return TRUE;
}

/* Each query counts rows that must not be there. */
static gboolean
check_counts (Check   *check,
              GError **error)
{
  static const struct
  {
    const char *what;
    const char *sql;
  } rules[] = {
    { N_("The number of articles is wrong."),
      "SELECT (SELECT n FROM counts WHERE name = 'articles') <> (SELECT count (*) FROM articles WHERE removed_us IS NULL)" },
    { N_("The number of notes is wrong."),
      "SELECT (SELECT n FROM counts WHERE name = 'notes') <> (SELECT count (*) FROM notes)" },
    { N_("The numbers of notes on articles are wrong."),
      "SELECT count (*) FROM articles AS a WHERE n_notes <> (SELECT count (*) FROM notes AS n WHERE n.article = a.id)" },
    { N_("Articles have no text."),
      "SELECT count (*) FROM articles WHERE id NOT IN (SELECT article FROM texts)" },
    { N_("Notes are on articles that have been removed."),
      "SELECT count (*) FROM notes AS n JOIN articles AS a ON a.id = n.article WHERE a.removed_us IS NOT NULL" },
    { N_("The lists of notes by state are wrong."),
      "SELECT (SELECT count (*) FROM note_states) <> "
      "  (SELECT count (*) FROM notes AS n, json_each (n.states) AS s JOIN note_states AS i"
      "     ON i.iso = s.value AND i.created_us = n.created_us AND i.note = n.id)"
      "  OR (SELECT count (*) FROM note_states) <> (SELECT count (*) FROM notes AS n, json_each (n.states))" },
    { N_("The numbers of notes by state are wrong."),
      "SELECT count (*) FROM state_counts AS c WHERE n <> (SELECT count (*) FROM note_states AS s WHERE s.iso = c.iso)" },
    { N_("States with notes are not counted."),
      "SELECT count (*) FROM (SELECT DISTINCT iso FROM note_states) WHERE iso NOT IN (SELECT iso FROM state_counts)" },
    { N_("The lists of notes by tag are wrong."),
      "SELECT (SELECT count (*) FROM note_tags) <> "
      "  (SELECT count (*) FROM notes AS n, json_each (n.tags) AS t JOIN note_tags AS i"
      "     ON i.tag = t.value AND i.created_us = n.created_us AND i.note = n.id)"
      "  OR (SELECT count (*) FROM note_tags) <> (SELECT count (*) FROM notes AS n, json_each (n.tags))" },
    { N_("The numbers of notes by tag are wrong."),
      "SELECT count (*) FROM tag_counts AS c WHERE n <> (SELECT count (*) FROM note_tags AS t WHERE t.tag = c.tag)" },
    { N_("Tags with notes are not counted."),
      "SELECT count (*) FROM (SELECT DISTINCT tag FROM note_tags) WHERE tag NOT IN (SELECT tag FROM tag_counts)" },
    { N_("The lists of notes by what they link to are wrong."),
      "SELECT (SELECT count (*) FROM note_links) <>"
      "    (SELECT count (*) FROM note_links WHERE (target, is_article, note) IN (" LINK_TARGETS "))"
      "  OR (SELECT count (*) FROM note_links) <> (SELECT count (*) FROM (" LINK_TARGETS "))" },
    { N_("The days on which notes are due are wrong."),
      "SELECT count (*) FROM notes WHERE (due IS NULL) <> (due_day IS NULL)" },
    { N_("The older texts of articles are numbered wrongly."),
      "SELECT count (*) FROM (SELECT article, count (*) AS n, max (number) AS last FROM revisions GROUP BY article) WHERE n <> last" },
    { N_("Articles are missing in the search index, or have been left there."),
      "SELECT (SELECT count (*) FROM searched_articles) <> (SELECT count (*) FROM article_search_docsize) "
      "  OR EXISTS (SELECT id FROM searched_articles EXCEPT SELECT id FROM article_search_docsize)" },
    { N_("Notes are missing in the search index, or have been left there."),
      "SELECT (SELECT count (*) FROM notes) <> (SELECT count (*) FROM note_search_docsize) "
      "  OR EXISTS (SELECT id FROM notes EXCEPT SELECT id FROM note_search_docsize)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      gint64 n;

      if (!chancery_sqlite_connection_get_int64 (check->connection, rules[i].sql, &n, error))
        return FALSE;
      if (n != 0)
        add_problem (check, "%s", _(rules[i].what));
    }

  return TRUE;
}

/* Whether the notes of one text lie in it, and say what it says there. Notes
 * come in the order of their starts, so the text is walked once. */
static gboolean
check_notes (Check   *check,
             GError **error)
{
  g_autoptr (ChancerySqliteStatement) articles =
    query (check, "SELECT t.article, t.text FROM texts AS t JOIN articles AS a ON a.id = t.article "
                  "WHERE a.n_notes > 0", error);
  g_autoptr (ChancerySqliteStatement) notes =
    query (check, "SELECT uid, exact, start_chars, end_chars FROM notes "
                  "WHERE article = ?1 AND start_chars IS NOT NULL AND NOT orphan ORDER BY start_chars", error);
  gboolean row;

  if (articles == NULL || notes == NULL)
    return FALSE;

  while (check->problems->len < MAX_PROBLEMS)
    {
      const char *text, *start;
      gsize length_chars, start_chars = 0;

      if (!chancery_sqlite_statement_step (articles, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      text = start = chancery_sqlite_statement_get_text (articles, 1);
      if (text == NULL || !g_utf8_validate (text, -1, NULL))
        {
          add_problem (check, _("The text of article %" PRId64 " is damaged."),
                       chancery_sqlite_statement_get_int64 (articles, 0));
          continue;
        }
      length_chars = chancery_text_chars_before (text, strlen (text));

      chancery_sqlite_statement_bind_int64 (notes, 1, chancery_sqlite_statement_get_int64 (articles, 0));
      while (TRUE)
        {
          const char *uid, *exact;
          gsize from, to, n_bytes;

          if (!chancery_sqlite_statement_step (notes, &row, error))
            return FALSE;
          if (!row)
            break;

          uid = chancery_sqlite_statement_get_text (notes, 0);
          exact = chancery_sqlite_statement_get_text (notes, 1);
          from = (gsize) chancery_sqlite_statement_get_int64 (notes, 2);
          to = (gsize) chancery_sqlite_statement_get_int64 (notes, 3);
          if (to > length_chars)
            {
              add_problem (check, _("The note “%s” lies beyond the end of its text."), uid);
              continue;
            }

          start += chancery_text_bytes_before (start, from - start_chars);
          start_chars = from;
          n_bytes = chancery_text_bytes_before (start, to - from);
          if (exact != NULL && (strlen (exact) != n_bytes || strncmp (start, exact, n_bytes) != 0))
            add_problem (check, _("The note “%s” quotes other words than its text has there."), uid);
        }
    }

  return TRUE;
}

/* The search index against the words; this writes, and undoes, a command. */
static gboolean
check_search_words (Check   *check,
                    GError **error)
{
  static const char * const tables[] = { "article_search", "note_search" };
  gint64 n_articles, n_notes;

  if (!chancery_sqlite_connection_get_int64 (check->connection, "SELECT count (*) FROM texts", &n_articles, error) ||
      !chancery_sqlite_connection_get_int64 (check->connection, "SELECT count (*) FROM notes", &n_notes, error))
    return FALSE;
  if (n_articles > MAX_ARTICLES_COMPARED || n_notes > 10 * MAX_ARTICLES_COMPARED)
    return TRUE;

  if (!chancery_sqlite_connection_begin (check->connection, TRUE, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (%s, rank) VALUES ('integrity-check', 1)",
                                              tables[i], tables[i]);
      g_autoptr (GError) local_error = NULL;

      if (chancery_sqlite_connection_execute (check->connection, sql, &local_error))
        continue;
      if (!g_error_matches (local_error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_DAMAGED))
        {
          chancery_sqlite_connection_rollback (check->connection);
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      add_problem (check, _("The search index “%s” doesn’t agree with the words."), tables[i]);
    }
  chancery_sqlite_connection_rollback (check->connection);

  return TRUE;
}

/* Damage on the way is a finding, not a failure. */
static GStrv
check_connection (ChancerySqliteConnection  *connection,
                  gboolean                   can_write,
                  GError                   **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  Check check = { connection, problems };
  g_autoptr (GError) local_error = NULL;
  gboolean success;

  success = chancery_sqlite_connection_begin (connection, FALSE, &local_error);
  if (success)
    {
      success = check_structure (&check, &local_error) &&
                check_references (&check, &local_error) &&
                check_counts (&check, &local_error) &&
                check_notes (&check, &local_error);
      chancery_sqlite_connection_rollback (connection);
    }
  if (success && can_write)
    success = check_search_words (&check, &local_error);

  if (g_error_matches (local_error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_DAMAGED))
    {
      add_problem (&check, "%s", local_error->message);
    }
  else if (!success)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  g_ptr_array_add (problems, NULL);
  return (GStrv) g_ptr_array_steal (problems, NULL);
}

/**
 * chancery_store_check:
 * @self: a store
 * @error: return location
 *
 * Returns: (transfer full): a sentence a problem; empty if there is none
 */
GStrv
chancery_store_check (ChanceryStore  *self,
                      GError        **error)
{
  return check_connection (self->connection, !self->read_only, error);
}

/**
 * chancery_store_check_file:
 * @path: (type filename): a library
 * @cancellable: (nullable): what ends it
 * @error: return location
 *
 * Checks a library through a connection of its own; any thread.
 *
 * Returns: (transfer full): a sentence a problem; empty if there is none
 */
GStrv
chancery_store_check_file (const char    *path,
                           GCancellable  *cancellable,
                           GError       **error)
{
  ChancerySqliteConnection *connection;
  gboolean can_write = TRUE;
  GStrv problems;

  connection = chancery_sqlite_connection_open (path, CHANCERY_SQLITE_READ_WRITE, CHANCERY_STORE_BUSY_TIMEOUT_MS, NULL);
  if (connection == NULL)
    {
      can_write = FALSE;
      connection = chancery_sqlite_connection_open (path, CHANCERY_SQLITE_READ_ONLY, CHANCERY_STORE_BUSY_TIMEOUT_MS, error);
    }
  if (connection == NULL)
    return NULL;

  chancery_sqlite_connection_set_cancellable (connection, cancellable);
  problems = check_connection (connection, can_write, error);
  chancery_sqlite_connection_close (connection, NULL);

  return problems;
}

/**
 * chancery_store_is_sound:
 * @path: (type filename): a library
 * @cancellable: (nullable): what ends it
 * @error: return location
 *
 * Looks at SQLite's structures alone, and changes nothing; any thread.
 *
 * Returns: whether they are sound; if not, @error says why
 */
gboolean
chancery_store_is_sound (const char    *path,
                         GCancellable  *cancellable,
                         GError       **error)
{
  ChancerySqliteConnection *connection;
  gboolean sound;

  connection = chancery_sqlite_connection_open (path, CHANCERY_SQLITE_READ_ONLY, CHANCERY_STORE_BUSY_TIMEOUT_MS, error);
  if (connection == NULL)
    return FALSE;

  chancery_sqlite_connection_set_cancellable (connection, cancellable);
  sound = chancery_sqlite_connection_is_sound (connection, error);
  chancery_sqlite_connection_close (connection, NULL);

  return sound;
}
