/* chancery-store-search.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Marks around what was found, which no text has: noncharacters. */
#define MARK_START "\xef\xb7\x90" /* U+FDD0 */
#define MARK_END "\xef\xb7\x91"   /* U+FDD1 */

/* Ranking looks at every match. With more than this, the newest are taken
 * instead, since a word that is everywhere says little. */
#define MAX_RANKED 2000

/* A query is bounded, as everything from outside is. */
#define MAX_WORDS 32

static gboolean
is_word_character (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

static void
append_term (GString  *query,
             GString  *term,
             gboolean  beginning)
{
  g_string_append_printf (query, "%s\"%s\"%s", query->len > 0 ? " " : "", term->str, beginning ? "*" : "");
  g_string_truncate (term, 0);
}

/**
 * chancery_store_make_query:
 * @words: what the reader typed
 *
 * Makes a query for FTS5, in which nothing that was typed is syntax but
 * quotation marks. All words must be there; the last may be a beginning, unless
 * it is followed by a space or a quotation mark.
 *
 * Returns: (transfer full) (nullable): the query; %NULL if there is no word in it
 */
char *
chancery_store_make_query (const char *words)
{
  g_autoptr (GString) query = g_string_new (NULL), term = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  gboolean quoted = FALSE;
  guint n_words = 0;

  for (const char *p = valid; *p != '\0' && n_words < MAX_WORDS; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      gboolean quotation_mark = character == '"' || character == 0x201c || character == 0x201d || character == 0x201e ||
                                character == 0x00ab || character == 0x00bb;

      if (is_word_character (character))
        {
          g_string_append_unichar (term, character);
          continue;
        }
      if (quoted && !quotation_mark)
        {
          if (term->len > 0 && term->str[term->len - 1] != ' ')
            g_string_append_c (term, ' ');
          continue;
        }

      if (term->len > 0)
        {
          append_term (query, term, FALSE);
          n_words++;
        }
      if (quotation_mark)
        quoted = !quoted;
    }
  if (term->len > 0)
    append_term (query, term, !quoted);

  return query->len > 0 ? g_string_free_and_steal (g_steal_pointer (&query)) : NULL;
}

/* Takes the marks out of a snippet and notes where they were. */
static void
set_snippet (ChancerySearchResult *result,
             const char           *marked)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_chars = 0;

  result->snippet_marks = g_array_new (FALSE, FALSE, sizeof (guint));
  for (const char *p = marked; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == 0xfdd0 || character == 0xfdd1)
        {
          g_array_append_val (result->snippet_marks, n_chars);
          continue;
        }
      g_string_append_unichar (text, character == '\n' || character == '\t' ? ' ' : character);
      n_chars++;
    }
  result->snippet = g_string_free_and_steal (g_steal_pointer (&text));
}

/* Whether there are more matches than are ranked. */
static gboolean
has_many (ChanceryStore  *self,
          const char     *table,
          const char     *query,
          gboolean       *many,
          GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE %s MATCH ?1 LIMIT 1 OFFSET %d",
                                          table, table, MAX_RANKED);
  g_autoptr (ChancerySqliteStatement) statement = chancery_sqlite_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_text (statement, 1, query);
  return chancery_sqlite_statement_step (statement, many, error);
}

static gboolean
run_search (ChanceryStore  *self,
            char           *sql,
            const char     *query,
            guint           n_max,
            GPtrArray      *results,
            GError        **error)
{
  g_autofree char *owned = sql;
  g_autoptr (ChancerySqliteStatement) statement = chancery_sqlite_connection_prepare (self->connection, owned, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_text (statement, 1, query);
  chancery_sqlite_statement_bind_int64 (statement, 2, n_max);
  while (TRUE)
    {
      ChancerySearchResult *result;
      const char *text;

      if (!chancery_sqlite_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      result = g_new0 (ChancerySearchResult, 1);
      result->article_uid = g_strdup (chancery_sqlite_statement_get_text (statement, 0));
      result->note_uid = g_strdup (chancery_sqlite_statement_get_text (statement, 1));
      result->headline = g_strdup (chancery_sqlite_statement_get_text (statement, 2));
      text = chancery_sqlite_statement_get_text (statement, 3);
      if (text != NULL)
        chancery_date_parse (text, &result->published);
      text = chancery_sqlite_statement_get_text (statement, 4);
      set_snippet (result, text != NULL ? text : "");
      g_ptr_array_add (results, result);
    }
}

/* The articles' columns weigh by where the reader would look for a word first. */
#define BY_RANK "AND rank MATCH 'bm25(8.0, 4.0, 1.0)' ORDER BY rank"
#define BY_ROW "ORDER BY article_search.rowid DESC"

static gboolean
search_articles (ChanceryStore  *self,
                 const char     *query,
                 guint           n_max,
                 GPtrArray      *results,
                 GError        **error)
{
  gboolean many;

  if (!has_many (self, "article_search", query, &many, error))
    return FALSE;

  return run_search (self, g_strdup_printf (
                       "SELECT a.uid, NULL, a.headline, a.published,"
                       "  snippet (article_search, -1, '" MARK_START "', '" MARK_END "', '…', 16) "
                       "FROM article_search CROSS JOIN articles AS a ON a.id = article_search.rowid "
                       "WHERE article_search MATCH ?1 %s LIMIT ?2",
                       many ? BY_ROW : BY_RANK),
                     query, n_max, results, error);
}

static gboolean
search_notes (ChanceryStore  *self,
              const char     *query,
              guint           n_max,
              GPtrArray      *results,
              GError        **error)
{
  gboolean many;

  if (!has_many (self, "note_search", query, &many, error))
    return FALSE;

  return run_search (self, g_strdup_printf (
                       "SELECT a.uid, n.uid, a.headline, a.published,"
                       "  snippet (note_search, -1, '" MARK_START "', '" MARK_END "', '…', 16) "
                       "FROM note_search CROSS JOIN notes AS n ON n.id = note_search.rowid "
                       "LEFT JOIN articles AS a ON a.id = n.article "
                       "WHERE note_search MATCH ?1 %s LIMIT ?2",
                       many ? "ORDER BY note_search.rowid DESC"
                       : "AND rank MATCH 'bm25(4.0, 1.0)' ORDER BY rank"),
                     query, n_max, results, error);
}

/**
 * chancery_store_search_items:
 * @self: a store
 * @words: what the reader typed
 * @n_max: how many at most
 * @error: return location
 *
 * See chancery_library_search_articles_async().
 *
 * Returns: (transfer full) (element-type ChanceryArticleItem): the articles
 */
GPtrArray *
chancery_store_search_items (ChanceryStore  *self,
                             const char     *words,
                             guint           n_max,
                             GError        **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *query = chancery_store_make_query (words);
  g_autoptr (ChancerySqliteStatement) statement = NULL;
  g_autofree char *sql = NULL;
  gboolean many, row;

  if (query == NULL)
    return g_steal_pointer (&items);
  if (!has_many (self, "article_search", query, &many, error))
    return NULL;

  sql = g_strdup_printf ("SELECT " CHANCERY_ITEM_COLUMNS " FROM article_search "
                         "CROSS JOIN articles AS a ON a.id = article_search.rowid "
                         "WHERE article_search MATCH ?1 %s LIMIT ?2", many ? BY_ROW : BY_RANK);
  statement = chancery_sqlite_connection_prepare (self->connection, sql, error);
  if (statement == NULL)
    return NULL;
  chancery_sqlite_statement_bind_text (statement, 1, query);
  chancery_sqlite_statement_bind_int64 (statement, 2, n_max);
  while (TRUE)
    {
      if (!chancery_sqlite_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&items);
      g_ptr_array_add (items, chancery_store_read_item (statement));
    }
}

/**
 * chancery_store_search:
 * @self: a store
 * @words: what the reader typed
 * @n_max: how many results at most
 * @error: return location
 *
 * Where both are found, up to half of the results are notes, which come first:
 * they are the reader's own words.
 *
 * Returns: (transfer full) (element-type ChancerySearchResult): the results
 */
GPtrArray *
chancery_store_search (ChanceryStore  *self,
                       const char     *words,
                       guint           n_max,
                       GError        **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_search_result_free);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_search_result_free);
  g_autofree char *query = chancery_store_make_query (words);
  gboolean success;
  guint n_notes;

  if (query == NULL || n_max == 0)
    return g_steal_pointer (&notes);

  if (!chancery_store_begin_read (self, error))
    return NULL;
  success = search_notes (self, query, n_max, notes, error) &&
            search_articles (self, query, n_max, articles, error);
  chancery_store_end_read (self);
  if (!success)
    return NULL;

  n_notes = MIN (notes->len, MAX (n_max / 2, n_max - MIN (n_max, articles->len)));
  g_ptr_array_set_size (notes, (int) n_notes);
  g_ptr_array_set_size (articles, (int) MIN (articles->len, n_max - n_notes));
  g_ptr_array_extend_and_steal (notes, g_steal_pointer (&articles));

  return g_steal_pointer (&notes);
}
