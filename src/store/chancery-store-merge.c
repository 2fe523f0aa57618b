/* chancery-store-merge.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-merge.h"

#include "chancery-store-private.h"

/* From so many new notes on, they are written in another way, and with more memory. */
#define MANY_NOTES 500u
#define MANY_NOTES_CACHE_KIB "65536"

static gboolean
merge_articles (ChanceryStore  *self,
                GPtrArray      *articles,
                gint64          now_us,
                GStrvBuilder   *uids,
                GStrvBuilder   *new_uids,
                GError        **error)
{
  for (guint i = 0; i < articles->len; i++)
    {
      ChanceryArticle *article = g_ptr_array_index (articles, i);
      char *uid = g_strdup (chancery_article_get_uid (article));
      gboolean is_new = FALSE;
      gboolean success = chancery_store_import_within (self, article, now_us, &uid, &is_new, error);

      g_strv_builder_take (uids, uid);
      if (!success)
        return FALSE;
      if (is_new)
        g_strv_builder_add (new_uids, uid);
    }
  return TRUE;
}

/**
 * chancery_store_merge_articles:
 * @self: a store
 * @articles: (element-type ChanceryArticle): articles
 * @now_us: the time
 * @new_uids: (out) (transfer full): those by which the list of articles grew
 * @error: return location
 *
 * See chancery_library_merge_articles_async().
 *
 * Returns: (transfer full): the uids that the library has them under
 */
GStrv
chancery_store_merge_articles (ChanceryStore  *self,
                               GPtrArray      *articles,
                               gint64          now_us,
                               GStrv          *new_uids,
                               GError        **error)
{
  g_autoptr (GStrvBuilder) uids = g_strv_builder_new (), new_builder = g_strv_builder_new ();

  if (!chancery_store_begin_write (self, error) ||
      !chancery_store_end_write (self, merge_articles (self, articles, now_us, uids, new_builder, error), error))
    return NULL;

  *new_uids = g_strv_builder_end (new_builder);
  return g_strv_builder_end (uids);
}

/**
 * chancery_store_find_articles:
 * @self: a store
 * @articles: (element-type ChanceryArticle): articles
 * @error: return location
 *
 * See chancery_library_find_articles_async().
 *
 * Returns: (transfer full): the uids that the library has them under, or empty strings
 */
GStrv
chancery_store_find_articles (ChanceryStore  *self,
                              GPtrArray      *articles,
                              GError        **error)
{
  g_autoptr (GStrvBuilder) uids = g_strv_builder_new ();

  for (guint i = 0; i < articles->len; i++)
    {
      ChanceryArticle *article = g_ptr_array_index (articles, i);
      g_autofree char *digest = chancery_store_make_digest (article);
      g_autofree char *uid = NULL;

      if (!chancery_store_find_uid (self, CHANCERY_STATEMENT_FIND_PRESENT_UID, chancery_article_get_uid (article), &uid, error) ||
          (uid == NULL && !chancery_store_find_uid (self, CHANCERY_STATEMENT_FIND_PRESENT_DIGEST, digest, &uid, error)))
        return NULL;
      g_strv_builder_add (uids, uid != NULL ? uid : "");
    }
  return g_strv_builder_end (uids);
}

static ChancerySqliteStatement *
prepare_find_modified (ChanceryStore  *self,
                       GError        **error)
{
  return chancery_sqlite_connection_prepare (self->connection, "SELECT modified_us FROM notes WHERE uid = ?1", error);
}

/* When the note that is there was changed last. */
static gboolean
find_modified (ChancerySqliteStatement  *statement,
               ChanceryNote             *note,
               gboolean                 *found,
               gint64                   *modified_us,
               GError                  **error)
{
  chancery_sqlite_statement_bind_text (statement, 1, chancery_note_get_uid (note));
  if (!chancery_sqlite_statement_step (statement, found, error))
    return FALSE;
  if (*found)
    {
      *modified_us = chancery_sqlite_statement_get_int64 (statement, 0);
      chancery_sqlite_statement_reset (statement);
    }
  return TRUE;
}

static gboolean
write_each (ChanceryStore  *self,
            GPtrArray      *notes,
            GError        **error)
{
  for (guint i = 0; i < notes->len; i++)
    if (!chancery_store_write_note (self, g_ptr_array_index (notes, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
run (ChanceryStore      *self,
     ChanceryStatement   which,
     GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, which, error);

  return statement != NULL && chancery_sqlite_statement_run (statement, error);
}

/* All rows in one statement. */
static gboolean
insert_all (ChanceryStore  *self,
            GPtrArray      *notes,
            GError        **error)
{
  if (!run (self, CHANCERY_STATEMENT_MAKE_BULK, error) || !run (self, CHANCERY_STATEMENT_CLEAR_BULK, error))
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    if (!chancery_store_run_with_note (self, CHANCERY_STATEMENT_ADD_TO_BULK, g_ptr_array_index (notes, i), error))
      return FALSE;
  return run (self, CHANCERY_STATEMENT_INSERT_BULK, error) && run (self, CHANCERY_STATEMENT_CLEAR_BULK, error);
}

/* What the trigger does for each note, for all notes whose id is above ?1 at once. */
static const char * const after_insert[] = {
  "UPDATE counts SET n = n + (SELECT count (*) FROM notes WHERE id > ?1) WHERE name = 'notes'",
  "UPDATE articles SET n_notes = n_notes + new.n "
  "FROM (SELECT article, count (*) AS n FROM notes WHERE id > ?1 AND article IS NOT NULL GROUP BY article) AS new "
  "WHERE new.article = articles.id",
  "INSERT INTO note_search (rowid, body, exact) SELECT id, body, exact FROM notes WHERE id > ?1",
  "INSERT INTO note_states (iso, created_us, note) SELECT s.value, n.created_us, n.id "
  "FROM notes AS n, json_each (n.states) AS s WHERE n.id > ?1 ORDER BY 1, 2, 3",
  "INSERT INTO state_counts (iso, n) SELECT s.value, count (*) FROM notes AS n, json_each (n.states) AS s WHERE n.id > ?1 "
  "GROUP BY s.value ON CONFLICT (iso) DO UPDATE SET n = n + excluded.n",
  "INSERT INTO note_tags (tag, created_us, note) SELECT t.value, n.created_us, n.id "
  "FROM notes AS n, json_each (n.tags) AS t WHERE n.id > ?1 ORDER BY 1, 2, 3",
  "INSERT INTO tag_counts (tag, n) SELECT t.value, count (*) FROM notes AS n, json_each (n.tags) AS t WHERE n.id > ?1 "
  "GROUP BY t.value ON CONFLICT (tag) DO UPDATE SET n = n + excluded.n",
  "INSERT INTO changes (entity, id, uid) SELECT 'note', id, uid FROM notes WHERE id > ?1",
};

static gboolean
run_after_insert (ChanceryStore  *self,
                  gint64          last_id,
                  GError        **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (after_insert); i++)
    {
      g_autoptr (ChancerySqliteStatement) statement =
        chancery_sqlite_connection_prepare (self->connection, after_insert[i], error);

      if (statement == NULL)
        return FALSE;
      chancery_sqlite_statement_bind_int64 (statement, 1, last_id);
      if (!chancery_sqlite_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
get_trigger (ChanceryStore  *self,
             char          **sql,
             GError        **error)
{
  g_autoptr (ChancerySqliteStatement) statement = chancery_sqlite_connection_prepare (
    self->connection, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'notes_insert'", error);
  gboolean row;

  if (statement == NULL || !chancery_sqlite_statement_step (statement, &row, error))
    return FALSE;
  *sql = row ? g_strdup (chancery_sqlite_statement_get_text (statement, 0)) : NULL;
  return TRUE;
}

/* Writes many new notes, which takes a third of the time if what follows from each is done for all at once: the
 * trigger goes aside meanwhile, in this transaction. */
static gboolean
write_many (ChanceryStore  *self,
            GPtrArray      *notes,
            GError        **error)
{
  g_autofree char *trigger = NULL;
  gint64 last_id;

  if (!get_trigger (self, &trigger, error))
    return FALSE;
  if (trigger == NULL)
    return write_each (self, notes, error);

  return chancery_sqlite_connection_get_int64 (self->connection, "SELECT coalesce (max (id), 0) FROM notes", &last_id, error) &&
         chancery_sqlite_connection_execute (self->connection, "DROP TRIGGER notes_insert", error) &&
         insert_all (self, notes, error) &&
         run_after_insert (self, last_id, error) &&
         chancery_sqlite_connection_execute (self->connection, trigger, error);
}

void
chancery_merged_notes_free (ChanceryMergedNotes *merged)
{
  g_ptr_array_unref (merged->added);
  g_ptr_array_unref (merged->before);
  g_ptr_array_unref (merged->after);
  g_free (merged);
}

static ChanceryMergedNotes *
merged_notes_new (void)
{
  ChanceryMergedNotes *merged = g_new0 (ChanceryMergedNotes, 1);

  merged->added = g_ptr_array_new_with_free_func (g_object_unref);
  merged->before = g_ptr_array_new_with_free_func (g_object_unref);
  merged->after = g_ptr_array_new_with_free_func (g_object_unref);
  return merged;
}

static gboolean
replace (ChanceryStore        *self,
         ChanceryNote         *note,
         ChanceryMergedNotes  *merged,
         GError              **error)
{
  ChanceryNote *before = chancery_store_load_note (self, chancery_note_get_uid (note), error);

  if (before == NULL)
    return FALSE;
  g_ptr_array_add (merged->before, before);
  g_ptr_array_add (merged->after, g_object_ref (note));
  return chancery_store_write_note (self, note, error);
}

static gboolean
merge_notes (ChanceryStore        *self,
             GPtrArray            *notes,
             ChanceryMergedNotes  *merged,
             GError              **error)
{
  g_autoptr (ChancerySqliteStatement) statement = prepare_find_modified (self, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < notes->len; i++)
    {
      ChanceryNote *note = g_ptr_array_index (notes, i);
      gint64 modified_us = 0;
      gboolean found;

      if (!find_modified (statement, note, &found, &modified_us, error))
        return FALSE;
      /* One that comes twice is looked at again, once the first is there. */
      if (!found && g_hash_table_add (seen, (gpointer) chancery_note_get_uid (note)))
        g_ptr_array_add (merged->added, g_object_ref (note));
      else
        g_ptr_array_add (others, note);
    }

  if (!(merged->added->len >= MANY_NOTES ? write_many (self, merged->added, error) : write_each (self, merged->added, error)))
    return FALSE;

  for (guint i = 0; i < others->len; i++)
    {
      ChanceryNote *note = g_ptr_array_index (others, i);
      gint64 modified_us = 0;
      gboolean found;

      if (!find_modified (statement, note, &found, &modified_us, error))
        return FALSE;
      if (modified_us >= chancery_note_get_modified_us (note))
        merged->n_kept++;
      else if (!replace (self, note, merged, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * chancery_store_merge_notes:
 * @self: a store
 * @notes: (element-type ChanceryNote): notes
 * @error: return location
 *
 * See chancery_library_merge_notes_async().
 *
 * Returns: (transfer full): what came of them, once they are on the disk
 */
ChanceryMergedNotes *
chancery_store_merge_notes (ChanceryStore  *self,
                            GPtrArray      *notes,
                            GError        **error)
{
  g_autoptr (ChanceryMergedNotes) merged = merged_notes_new ();
  const gboolean many = notes->len >= MANY_NOTES;
  gboolean success;

  if (many && !chancery_sqlite_connection_execute (self->connection, "PRAGMA cache_size = -" MANY_NOTES_CACHE_KIB, error))
    return NULL;
  success = chancery_store_begin_write (self, error) &&
            chancery_store_end_write (self, merge_notes (self, notes, merged, error), error);
  if (many)
    chancery_sqlite_connection_execute (self->connection, "PRAGMA cache_size = -2000", NULL);
  return success ? g_steal_pointer (&merged) : NULL;
}

/**
 * chancery_store_find_notes:
 * @self: a store
 * @notes: (element-type ChanceryNote): notes
 * @error: return location
 *
 * See chancery_library_find_notes_async().
 *
 * Returns: (transfer full) (element-type gint64): when each was changed last
 */
GArray *
chancery_store_find_notes (ChanceryStore  *self,
                           GPtrArray      *notes,
                           GError        **error)
{
  g_autoptr (ChancerySqliteStatement) statement = prepare_find_modified (self, error);
  g_autoptr (GArray) times = g_array_sized_new (FALSE, FALSE, sizeof (gint64), notes->len);

  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      gint64 modified_us = CHANCERY_MERGE_NEVER;
      gboolean found;

      if (!find_modified (statement, g_ptr_array_index (notes, i), &found, &modified_us, error))
        return NULL;
      g_array_append_val (times, modified_us);
    }
  return g_steal_pointer (&times);
}
