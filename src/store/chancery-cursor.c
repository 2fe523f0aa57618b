/* chancery-cursor.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-private.h"

#include <string.h>

#include "chancery-store-words.h"

/* How far apart the anchors are that a walk leaves behind; only tests change it. */
static guint stride = 1024;

void
chancery_cursor_set_stride (guint n_rows)
{
  stride = n_rows;
}

static const ChanceryKey first_key = { G_MAXINT64, G_MAXINT64 };
static const ChanceryKey last_key = { G_MININT64, G_MININT64 };

static void
clear_row (gpointer data)
{
  g_free (((ChanceryCursorRow *) data)->uid);
}

ChanceryCursor *
chancery_cursor_new (guint                     id,
                     ChanceryCursorKind        kind,
                     const ChanceryNoteFilter *filter)
{
  ChanceryCursor *self = g_new0 (ChanceryCursor, 1);

  self->id = id;
  self->kind = kind;
  self->filter = chancery_note_filter_copy (filter);
  if (self->filter->words != NULL)
    self->query = chancery_store_make_query (self->filter->words);
  if (self->filter->states != NULL)
    self->states = chancery_words_to_json (self->filter->states);
  if (self->filter->organisation != NULL)
    self->organisation = chancery_words_to_json (self->filter->organisation);
  if (self->filter->tags != NULL)
    self->tags = chancery_words_to_json (self->filter->tags);
  self->unscanned = -1;
  self->anchors = g_array_new (FALSE, FALSE, sizeof (ChanceryAnchor));
  self->removed = g_array_new (FALSE, FALSE, sizeof (ChanceryCursorRow));
  self->added = g_array_new (FALSE, FALSE, sizeof (ChanceryCursorRow));
  g_array_set_clear_func (self->removed, clear_row);
  g_array_set_clear_func (self->added, clear_row);

  return self;
}

void
chancery_cursor_free (ChanceryCursor *self)
{
  g_clear_pointer (&self->step_forward, chancery_sqlite_statement_free);
  g_clear_pointer (&self->step_back, chancery_sqlite_statement_free);
  g_clear_pointer (&self->count_between, chancery_sqlite_statement_free);
  g_clear_pointer (&self->rows_forward, chancery_sqlite_statement_free);
  g_clear_pointer (&self->rows_back, chancery_sqlite_statement_free);
  g_clear_pointer (&self->count, chancery_sqlite_statement_free);
  g_clear_pointer (&self->match, chancery_sqlite_statement_free);
  g_clear_pointer (&self->all, chancery_sqlite_statement_free);
  g_clear_pointer (&self->kept, g_array_unref);
  g_array_unref (self->anchors);
  g_array_unref (self->removed);
  g_array_unref (self->added);
  chancery_note_filter_free (self->filter);
  g_free (self->states);
  g_free (self->organisation);
  g_free (self->tags);
  g_free (self->found);
  g_free (self->query);
  g_free (self);
}

/* Statements */

/* The words of an enumeration that a bit mask picks, for IN (…). Nicks are ours
 * and need no escaping. */
static void
append_choice (GString    *sql,
               const char *column,
               GType       type,
               guint       mask)
{
  const char *separator = "";

  g_string_append_printf (sql, " AND n.%s IN (", column);
  for (int value = 0; value < 32; value++)
    {
      if ((mask & (1u << value)) == 0)
        continue;
      g_string_append_printf (sql, "%s'%s'", separator, chancery_enum_to_nick (type, value));
      separator = ", ";
    }
  g_string_append (sql, ")");
}

/* What a note must satisfy; see chancery_cursor_bind_condition() for the parameters. */
static char *
make_condition (ChanceryCursor *self)
{
  const ChanceryNoteFilter *filter = self->filter;
  GString *sql = g_string_new ("TRUE");

  if (filter->article_uid != NULL)
    g_string_append (sql, filter->elsewhere
                     ? " AND n.article IS NOT coalesce ((SELECT id FROM articles WHERE uid = ?4), -1)"
                     : " AND n.article = (SELECT id FROM articles WHERE uid = ?4)");
  if (filter->iso != NULL)
    g_string_append (sql, " AND n.id IN (SELECT note FROM note_states WHERE iso = ?1)");
  if (filter->tag != NULL)
    g_string_append (sql, " AND n.id IN (SELECT note FROM note_tags WHERE tag = ?2)");
  if (self->query != NULL)
    g_string_append (sql, " AND n.id IN (SELECT rowid FROM note_search WHERE note_search MATCH ?3)");
  if (filter->colours != 0)
    append_choice (sql, "colour", CHANCERY_TYPE_COLOUR, filter->colours);
  if (filter->kinds != 0)
    append_choice (sql, "kind", CHANCERY_TYPE_NOTE_KIND, filter->kinds);
  if (filter->orphans != CHANCERY_NOTE_ORPHANS_ANY)
    g_string_append (sql, filter->orphans == CHANCERY_NOTE_ORPHANS_ONLY ? " AND n.orphan" : " AND NOT n.orphan");
  if (filter->states != NULL)
    g_string_append (sql, " AND EXISTS (SELECT 1 FROM json_each (n.states) AS s "
                     "WHERE s.value IN (SELECT value FROM json_each (?6)))");
  if (filter->organisation != NULL)
    g_string_append (sql, " AND EXISTS (SELECT 1 FROM json_each (n.states) AS s "
                     "WHERE s.value IN (SELECT value FROM json_each (?7)))");
  if (filter->tags != NULL)
    g_string_append (sql, " AND NOT EXISTS (SELECT 1 FROM json_each (?8) AS w "
                     "WHERE w.value NOT IN (SELECT value FROM json_each (n.tags)))");
  if (filter->created_from_us != 0)
    g_string_append (sql, " AND n.created_us >= ?9");
  if (filter->created_before_us != 0)
    g_string_append (sql, " AND n.created_us < ?10");
  if (filter->due_only)
    g_string_append (sql, " AND n.due_day IS NOT NULL");
  if (chancery_date_is_set (filter->due_by))
    g_string_append (sql, " AND n.due_day <= ?11");

  return g_string_free_and_steal (sql);
}

static gboolean
prepare_one (ChanceryStore            *store,
             ChancerySqliteStatement **statement,
             char                     *sql,
             GError                  **error)
{
  g_autofree char *owned = sql;

  *statement = chancery_sqlite_connection_prepare (store->connection, owned, error);
  return *statement != NULL;
}

/* Where an index has the order: ?1 is the word that it is about, ?2 and ?3 a key. */
static gboolean
prepare_walk (ChanceryCursor  *self,
              ChanceryStore   *store,
              const char      *source,
              const char      *condition,
              const char      *key,
              const char      *id,
              GError         **error)
{
  const char *columns = self->kind == CHANCERY_CURSOR_ARTICLES ? CHANCERY_ITEM_COLUMNS : CHANCERY_NOTE_COLUMNS;
  const char *join = self->kind == CHANCERY_CURSOR_ARTICLES
    ? "CROSS JOIN articles AS a ON a.id = s.i"
    : "CROSS JOIN notes AS n ON n.id = s.i LEFT JOIN articles AS a ON a.id = n.article";

  return prepare_one (store, &self->step_forward, g_strdup_printf (
                        "SELECT %s, %s FROM %s WHERE %s AND (%s, %s) < (?2, ?3) ORDER BY %s DESC, %s DESC "
                        "LIMIT 1 OFFSET ?4", key, id, source, condition, key, id, key, id), error) &&
         prepare_one (store, &self->step_back, g_strdup_printf (
                        "SELECT %s, %s FROM %s WHERE %s AND (%s, %s) >= (?2, ?3) ORDER BY %s, %s LIMIT 1 OFFSET ?4",
                        key, id, source, condition, key, id, key, id), error) &&
         prepare_one (store, &self->count_between, g_strdup_printf (
                        "SELECT count (*) FROM %s WHERE %s AND (%s, %s) < (?2, ?3) AND (%s, %s) > (?4, ?5)",
                        source, condition, key, id, key, id), error) &&
         prepare_one (store, &self->rows_forward, g_strdup_printf (
                        "SELECT %s FROM (SELECT %s AS k, %s AS i FROM %s WHERE %s AND (%s, %s) < (?2, ?3) "
                        "ORDER BY %s DESC, %s DESC LIMIT ?5 OFFSET ?4) AS s %s ORDER BY s.k DESC, s.i DESC",
                        columns, key, id, source, condition, key, id, key, id, join), error) &&
         prepare_one (store, &self->rows_back, g_strdup_printf (
                        "SELECT %s FROM (SELECT %s AS k, %s AS i FROM %s WHERE %s AND (%s, %s) >= (?2, ?3) "
                        "ORDER BY %s, %s LIMIT ?5 OFFSET ?4) AS s %s ORDER BY s.k DESC, s.i DESC",
                        columns, key, id, source, condition, key, id, key, id, join), error);
}

gboolean
chancery_cursor_prepare (ChanceryCursor  *self,
                         ChanceryStore   *store,
                         GError         **error)
{
  const ChanceryNoteFilter *filter = self->filter;
  g_autofree char *condition = NULL;
  const gboolean plain = self->query == NULL && filter->colours == 0 && filter->kinds == 0 &&
                         filter->orphans == CHANCERY_NOTE_ORPHANS_ANY && filter->article_uid == NULL &&
                         filter->states == NULL && filter->organisation == NULL && filter->tags == NULL &&
                         filter->created_from_us == 0 && filter->created_before_us == 0 &&
                         !filter->due_only && !chancery_date_is_set (filter->due_by) &&
                         chancery_note_filter_get_sort (filter) == CHANCERY_NOTE_SORT_NEWEST;

  if (self->kind == CHANCERY_CURSOR_ARTICLES)
    return prepare_walk (self, store, "articles", "removed_us IS NULL", "sort_key", "id", error) &&
           prepare_one (store, &self->count, g_strdup ("SELECT n FROM counts WHERE name = 'articles'"), error);

  if (self->kind == CHANCERY_CURSOR_NOTES && plain && filter->iso == NULL && filter->tag == NULL)
    return prepare_walk (self, store, "notes", "TRUE", "created_us", "id", error) &&
           prepare_one (store, &self->count, g_strdup ("SELECT n FROM counts WHERE name = 'notes'"), error);
  if (self->kind == CHANCERY_CURSOR_NOTES && plain && filter->tag == NULL)
    return prepare_walk (self, store, "note_states", "iso = ?1", "created_us", "note", error) &&
           prepare_one (store, &self->count, g_strdup ("SELECT n FROM state_counts WHERE iso = ?1"), error);
  if (self->kind == CHANCERY_CURSOR_NOTES && plain && filter->iso == NULL)
    return prepare_walk (self, store, "note_tags", "tag = ?1", "created_us", "note", error) &&
           prepare_one (store, &self->count, g_strdup ("SELECT n FROM tag_counts WHERE tag = ?1"), error);

  condition = make_condition (self);
  if (!prepare_one (store, &self->match, g_strdup_printf (
                      "SELECT " CHANCERY_NOTE_FACTS ", a.sort_key FROM notes AS n "
                      "LEFT JOIN articles AS a ON a.id = n.article WHERE n.uid = ?5 AND %s", condition), error))
    return FALSE;
  if (self->kind == CHANCERY_CURSOR_ARTICLE_NOTES)
    return prepare_one (store, &self->all, g_strdup_printf (
                          "SELECT " CHANCERY_NOTE_COLUMNS " FROM notes AS n LEFT JOIN articles AS a ON a.id = n.article "
                          "WHERE %s ORDER BY coalesce (n.start_chars, -1), n.end_chars, n.created_us, n.uid",
                          condition), error);

  self->kept = g_array_new (FALSE, FALSE, sizeof (ChanceryKey));
  return prepare_one (store, &self->all, g_strdup_printf (
                        "SELECT " CHANCERY_NOTE_FACTS ", a.sort_key FROM notes AS n "
                        "LEFT JOIN articles AS a ON a.id = n.article WHERE %s", condition), error) &&
         prepare_one (store, &self->rows_forward, g_strdup (
                        "SELECT " CHANCERY_NOTE_COLUMNS " FROM notes AS n LEFT JOIN articles AS a ON a.id = n.article "
                        "WHERE n.id = ?1"), error);
}

/* Counts the rows without looking at their order. */
gboolean
chancery_cursor_count_by_sql (ChanceryCursor  *self,
                              ChanceryStore   *store,
                              guint           *n_rows,
                              GError         **error)
{
  g_autofree char *condition = make_condition (self);
  g_autoptr (ChancerySqliteStatement) statement = NULL;
  gboolean row;

  if (!prepare_one (store, &statement, g_strdup_printf ("SELECT count (*) FROM notes AS n WHERE %s", condition), error))
    return FALSE;

  chancery_cursor_bind_condition (self, statement);
  if (!chancery_sqlite_statement_step (statement, &row, error))
    return FALSE;
  *n_rows = (guint) chancery_sqlite_statement_get_int64 (statement, 0);

  return TRUE;
}

/* The sort key of a row that the conditions were tested on. */
ChanceryKey
chancery_cursor_read_key (ChanceryCursor          *self,
                          ChancerySqliteStatement *statement)
{
  ChanceryNoteFacts facts;
  gint64 id = chancery_note_facts_read (statement, &facts);

  return chancery_note_facts_get_key (&facts, id, chancery_sqlite_statement_get_int64 (statement, 8),
                                      chancery_note_filter_get_sort (self->filter));
}

/* The word that the walk's index is about. */
static void
bind_word (ChanceryCursor          *self,
           ChancerySqliteStatement *statement)
{
  if (self->filter->iso != NULL)
    chancery_sqlite_statement_bind_text (statement, 1, self->filter->iso);
  else if (self->filter->tag != NULL)
    chancery_sqlite_statement_bind_text (statement, 1, self->filter->tag);
}

static void
bind_walk (ChanceryCursor          *self,
           ChancerySqliteStatement *statement,
           ChanceryKey              key)
{
  bind_word (self, statement);
  chancery_sqlite_statement_bind_int64 (statement, 2, key.key);
  chancery_sqlite_statement_bind_int64 (statement, 3, key.id);
}

void
chancery_cursor_bind_condition (ChanceryCursor          *self,
                                ChancerySqliteStatement *statement)
{
  const ChanceryNoteFilter *filter = self->filter;
  const char * const texts[] = {
    filter->iso, filter->tag, self->query, filter->article_uid, NULL, self->states, self->organisation, self->tags,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      chancery_sqlite_statement_bind_text (statement, (int) i + 1, texts[i]);
  if (filter->created_from_us != 0)
    chancery_sqlite_statement_bind_int64 (statement, 9, filter->created_from_us);
  if (filter->created_before_us != 0)
    chancery_sqlite_statement_bind_int64 (statement, 10, filter->created_before_us);
  if (chancery_date_is_set (filter->due_by))
    chancery_sqlite_statement_bind_int64 (statement, 11, chancery_due_day (filter->due_by));
}

/* Counts the rows, forgetting every position that was known. */
gboolean
chancery_cursor_load (ChanceryCursor  *self,
                      ChanceryStore   *store,
                      GError         **error)
{
  gboolean row;

  self->lost = TRUE;
  g_array_set_size (self->anchors, 0);

  if (self->count != NULL)
    {
      bind_word (self, self->count);
      if (!chancery_sqlite_statement_step (self->count, &row, error))
        return FALSE;
      self->n_rows = row ? (guint) chancery_sqlite_statement_get_int64 (self->count, 0) : 0;
      chancery_sqlite_statement_reset (self->count);
    }
  else if (self->kept != NULL && !chancery_cursor_load_kept (self, store, FALSE, error))
    {
      return FALSE;
    }

  self->lost = FALSE;
  return TRUE;
}

/* Whether a note is among the rows, and with which sort key. */
gboolean
chancery_cursor_matches (ChanceryCursor  *self,
                         const char      *uid,
                         gboolean        *matches,
                         ChanceryKey     *key,
                         GError         **error)
{
  chancery_cursor_bind_condition (self, self->match);
  chancery_sqlite_statement_bind_text (self->match, 5, uid);
  if (!chancery_sqlite_statement_step (self->match, matches, error))
    return FALSE;
  if (*matches)
    {
      *key = chancery_cursor_read_key (self, self->match);
      chancery_sqlite_statement_reset (self->match);
    }

  return TRUE;
}

/* Anchors */

/* The number of anchors whose rows are all at or before @position, or whose key is before @key. */
static guint
count_anchors (ChanceryCursor    *self,
               guint              position,
               const ChanceryKey *key)
{
  guint low = 0, high = self->anchors->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const ChanceryAnchor *anchor = &g_array_index (self->anchors, ChanceryAnchor, middle);

      if (key != NULL ? chancery_key_compare (anchor->key, *key) < 0 : anchor->n_before <= position)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static ChanceryAnchor
get_anchor (ChanceryCursor *self,
            guint           n_anchors)
{
  return n_anchors > 0
    ? g_array_index (self->anchors, ChanceryAnchor, n_anchors - 1)
    : (ChanceryAnchor) { first_key, 0 };
}

/* One stride from an anchor to the next; @found is whether there are that many rows. */
static gboolean
walk (ChanceryCursor  *self,
      ChanceryAnchor  *anchor,
      gboolean         forward,
      gboolean        *found,
      GError         **error)
{
  ChancerySqliteStatement *statement = forward ? self->step_forward : self->step_back;

  bind_walk (self, statement, anchor->key);
  chancery_sqlite_statement_bind_int64 (statement, 4, forward ? stride - 1 : stride);
  if (!chancery_sqlite_statement_step (statement, found, error))
    return FALSE;
  if (*found)
    {
      anchor->key.key = chancery_sqlite_statement_get_int64 (statement, 0);
      anchor->key.id = chancery_sqlite_statement_get_int64 (statement, 1);
      anchor->n_before = forward ? anchor->n_before + stride : anchor->n_before - stride;
      chancery_sqlite_statement_reset (statement);
    }

  return TRUE;
}

/* How many rows come before @key, whether or not there is a row with it. */
gboolean
chancery_cursor_rank (ChanceryCursor  *self,
                      ChanceryKey      key,
                      guint           *n_before,
                      GError         **error)
{
  guint n_anchors = count_anchors (self, 0, &key);
  ChanceryAnchor anchor = get_anchor (self, n_anchors);
  gboolean row;

  while (TRUE)
    {
      ChanceryAnchor next = anchor;

      if (!walk (self, &next, TRUE, &row, error))
        return FALSE;
      if (!row || chancery_key_compare (next.key, key) >= 0)
        break;
      anchor = next;
      g_array_insert_val (self->anchors, n_anchors, anchor);
      n_anchors++;
    }

  bind_walk (self, self->count_between, anchor.key);
  chancery_sqlite_statement_bind_int64 (self->count_between, 4, key.key);
  chancery_sqlite_statement_bind_int64 (self->count_between, 5, key.id);
  if (!chancery_sqlite_statement_step (self->count_between, &row, error))
    return FALSE;
  *n_before = anchor.n_before + (guint) chancery_sqlite_statement_get_int64 (self->count_between, 0);
  chancery_sqlite_statement_reset (self->count_between);

  return TRUE;
}

/* Reading rows */

static gboolean
read_rows (ChanceryCursor           *self,
           ChancerySqliteStatement  *statement,
           GPtrArray                *rows,
           GError                  **error)
{
  gboolean row;

  while (TRUE)
    {
      if (!chancery_sqlite_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      g_ptr_array_add (rows, self->kind == CHANCERY_CURSOR_ARTICLES
                       ? chancery_store_read_item (statement)
                       : G_OBJECT (chancery_store_read_note (statement)));
    }
}

static gboolean
fetch_walking (ChanceryCursor  *self,
               guint            position,
               guint            n_rows,
               GPtrArray       *rows,
               GError         **error)
{
  guint n_anchors = count_anchors (self, position, NULL), n_after = count_anchors (self, position + n_rows - 1, NULL);
  ChanceryAnchor before = get_anchor (self, n_anchors);
  ChanceryAnchor after = n_after < self->anchors->len
    ? g_array_index (self->anchors, ChanceryAnchor, n_after)
    : (ChanceryAnchor) { last_key, self->n_rows };
  const gboolean forward = position - before.n_before <= after.n_before - (position + n_rows);
  ChancerySqliteStatement *statement = forward ? self->rows_forward : self->rows_back;
  gboolean found = TRUE;
  guint offset;

  while (forward && found && position - before.n_before >= stride)
    {
      if (!walk (self, &before, TRUE, &found, error))
        return FALSE;
      if (found)
        g_array_insert_val (self->anchors, n_anchors, before);
      n_anchors++;
    }
  while (!forward && found && after.n_before - (position + n_rows) >= stride)
    {
      if (!walk (self, &after, FALSE, &found, error))
        return FALSE;
      if (found)
        g_array_insert_val (self->anchors, n_after, after);
    }

  offset = forward ? position - before.n_before : after.n_before - (position + n_rows);
  bind_walk (self, statement, forward ? before.key : after.key);
  chancery_sqlite_statement_bind_int64 (statement, 4, offset);
  chancery_sqlite_statement_bind_int64 (statement, 5, n_rows);

  return read_rows (self, statement, rows, error);
}

gboolean
chancery_cursor_fetch (ChanceryCursor  *self,
                       guint            position,
                       guint            n_rows,
                       GPtrArray       *rows,
                       GError         **error)
{
  if (self->kind == CHANCERY_CURSOR_ARTICLE_NOTES)
    {
      chancery_cursor_bind_condition (self, self->all);
      return read_rows (self, self->all, rows, error);
    }

  if (position >= self->n_rows)
    return TRUE;
  n_rows = MIN (n_rows, self->n_rows - position);
  if (self->kept == NULL)
    return fetch_walking (self, position, n_rows, rows, error);

  for (guint i = position; i < position + n_rows; i++)
    {
      chancery_sqlite_statement_bind_int64 (self->rows_forward, 1,
                                            ABS (g_array_index (self->kept, ChanceryKey, i).id));
      if (!read_rows (self, self->rows_forward, rows, error))
        return FALSE;
    }

  return TRUE;
}

ChanceryCursor *
chancery_store_get_cursor (ChanceryStore *store,
                           guint          cursor_id)
{
  for (guint i = 0; i < store->cursors->len; i++)
    {
      ChanceryCursor *cursor = g_ptr_array_index (store->cursors, i);

      if (cursor->id == cursor_id)
        return cursor;
    }

  return NULL;
}

/**
 * chancery_store_fetch:
 * @self: a store
 * @cursor_id: a list's number
 * @position: a position
 * @n_rows: how many rows from there
 * @error: return location
 *
 * Positions count after the events that chancery_store_take_events() has. The
 * list of one article gives all its rows, whatever is asked for.
 *
 * Returns: (transfer full) (element-type GObject): the rows; fewer at the end
 */
GPtrArray *
chancery_store_fetch (ChanceryStore  *self,
                      guint           cursor_id,
                      guint           position,
                      guint           n_rows,
                      GError        **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  ChanceryCursor *cursor;
  gboolean success;

  if (!chancery_store_begin_read (self, error))
    return NULL;

  /* A list that was dropped meanwhile needs nothing. */
  cursor = chancery_store_get_cursor (self, cursor_id);
  success = cursor == NULL || chancery_cursor_fetch (cursor, position, n_rows, rows, error);
  chancery_store_end_read (self);

  return success ? g_steal_pointer (&rows) : NULL;
}

/**
 * chancery_store_add_cursor:
 * @self: a store
 * @cursor_id: a number for the new list, which isn't 0
 * @kind: what it lists
 * @filter: (nullable): which notes
 * @n_rows: (out): how many rows it has
 * @first_rows: (out) (transfer full): its first page
 * @error: return location
 *
 * From now on, changes to the list are among the store's events.
 *
 * Returns: whether it worked
 */
gboolean
chancery_store_add_cursor (ChanceryStore             *self,
                           guint                      cursor_id,
                           ChanceryCursorKind         kind,
                           const ChanceryNoteFilter  *filter,
                           guint                     *n_rows,
                           GPtrArray                **first_rows,
                           GError                   **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  ChanceryCursor *cursor = chancery_cursor_new (cursor_id, kind, filter);
  gboolean success;

  success = chancery_store_begin_read (self, error);
  if (success)
    {
      success = chancery_cursor_prepare (cursor, self, error) &&
                chancery_cursor_load (cursor, self, error) &&
                chancery_cursor_fetch (cursor, 0, CHANCERY_STORE_PAGE_SIZE, rows, error);
      chancery_store_end_read (self);
    }
  if (!success)
    {
      chancery_cursor_free (cursor);
      return FALSE;
    }

  g_ptr_array_add (self->cursors, cursor);
  *n_rows = kind == CHANCERY_CURSOR_ARTICLE_NOTES ? rows->len : cursor->n_rows;
  *first_rows = g_steal_pointer (&rows);
  return TRUE;
}

/**
 * chancery_store_drop_cursor:
 * @self: a store
 * @cursor_id: a list's number
 *
 * Forgets a list.
 */
void
chancery_store_drop_cursor (ChanceryStore *self,
                            guint          cursor_id)
{
  ChanceryCursor *cursor = chancery_store_get_cursor (self, cursor_id);

  if (cursor != NULL)
    g_ptr_array_remove (self->cursors, cursor);
}
