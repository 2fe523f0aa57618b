/* chancery-store-sync.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-sync.h"

#include <string.h>

#include "chancery-store-private.h"
#include "chancery-store-sync-private.h"

/* States above this are kept compressed. */
#define COMPRESS_FROM_BYTES 2048

/* The library's own changes make rows dirty, whoever makes them; not those that no file tells of. */
static const char make_triggers[] =
  "CREATE TRIGGER IF NOT EXISTS sync_notes_insert AFTER INSERT ON notes BEGIN"
  "  INSERT INTO sync_dirty VALUES (0, new.uid) ON CONFLICT DO NOTHING; END;"
  "CREATE TRIGGER IF NOT EXISTS sync_notes_update AFTER UPDATE ON notes BEGIN"
  "  INSERT INTO sync_dirty VALUES (0, new.uid) ON CONFLICT DO NOTHING; END;"
  "CREATE TRIGGER IF NOT EXISTS sync_notes_delete AFTER DELETE ON notes BEGIN"
  "  INSERT INTO sync_dirty VALUES (0, old.uid) ON CONFLICT DO NOTHING; END;"
  "CREATE TRIGGER IF NOT EXISTS sync_articles_insert AFTER INSERT ON articles BEGIN"
  "  INSERT INTO sync_dirty VALUES (1, new.uid) ON CONFLICT DO NOTHING; END;"
  "CREATE TRIGGER IF NOT EXISTS sync_articles_update AFTER UPDATE OF section, kicker, headline, standfirst, place,"
  "  agency, byline, lang, source, address, published, published_guessed, added_us, revised_us, removed_us ON articles BEGIN"
  "  INSERT INTO sync_dirty VALUES (1, new.uid) ON CONFLICT DO NOTHING; END;"
  "CREATE TRIGGER IF NOT EXISTS sync_articles_delete AFTER DELETE ON articles BEGIN"
  "  INSERT INTO sync_dirty VALUES (1, old.uid) ON CONFLICT DO NOTHING; END;"
  "CREATE TRIGGER IF NOT EXISTS sync_texts_update AFTER UPDATE ON texts BEGIN"
  "  INSERT INTO sync_dirty SELECT 1, uid FROM articles WHERE id = new.article ON CONFLICT DO NOTHING; END;"
  "CREATE TRIGGER IF NOT EXISTS sync_revisions_insert AFTER INSERT ON revisions BEGIN"
  "  INSERT INTO sync_dirty SELECT 1, uid FROM articles WHERE id = new.article ON CONFLICT DO NOTHING; END;"
  "CREATE TRIGGER IF NOT EXISTS sync_revisions_delete AFTER DELETE ON revisions BEGIN"
  "  INSERT INTO sync_dirty SELECT 1, uid FROM articles WHERE id = old.article ON CONFLICT DO NOTHING; END;"
  "INSERT INTO sync_dirty SELECT 0, uid FROM notes WHERE TRUE ON CONFLICT DO NOTHING;"
  "INSERT INTO sync_dirty SELECT 1, uid FROM articles WHERE removed_us IS NULL ON CONFLICT DO NOTHING;"
  "INSERT INTO sync_dirty SELECT kind, uid FROM sync_records WHERE shadow IS NOT NULL ON CONFLICT DO NOTHING;";

static const char * const sql[N_SYNC_STATEMENTS] = {
  [SYNC_GET_SETTING] = "SELECT value FROM sync_settings WHERE name = ?1",
  [SYNC_SET_SETTING] = "INSERT INTO sync_settings VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  [SYNC_CLEAR_SETTING] = "DELETE FROM sync_settings WHERE name = ?1",
  [SYNC_LIST_DIRTY] = "SELECT kind, uid, 0 FROM sync_dirty WHERE kind = ?1 ORDER BY uid LIMIT ?2",
  [SYNC_CLEAR_DIRTY] = "DELETE FROM sync_dirty WHERE kind = ?1 AND uid = ?2",
  [SYNC_LOAD] =
    "SELECT state, digest, shadow, article, pending, conflict, address, words, alias, expires_us FROM sync_records "
    "WHERE kind = ?1 AND uid = ?2",
  [SYNC_GET_ALIAS] = "SELECT alias FROM sync_records WHERE kind = 1 AND uid = ?1",
  [SYNC_SAVE] =
    "INSERT INTO sync_records (kind, uid, state, digest, shadow, article, pending, conflict, address, words, alias, expires_us) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ON CONFLICT (kind, uid) DO UPDATE SET"
    "  state = excluded.state, digest = excluded.digest, shadow = excluded.shadow, article = excluded.article,"
    "  pending = excluded.pending, conflict = excluded.conflict, address = excluded.address, words = excluded.words,"
    "  alias = excluded.alias, expires_us = excluded.expires_us",
  [SYNC_LIST_TOLD] =
    "SELECT kind, uid, digest FROM sync_records WHERE expires_us IS NOT 0 ORDER BY kind DESC, uid",
  [SYNC_LIST_EXPIRED] = "SELECT kind, uid, digest FROM sync_records WHERE expires_us > 0 AND expires_us < ?1",
  [SYNC_LIST_CONFLICTS] = "SELECT kind, uid, digest FROM sync_records WHERE conflict ORDER BY uid",
  [SYNC_FIND_TWINS] =
    "SELECT uid FROM sync_records WHERE address = ?2 AND uid <> ?1 UNION SELECT uid FROM sync_records WHERE words = ?3 AND uid <> ?1 "
    "ORDER BY uid",
  [SYNC_FIND_OF_ARTICLE] = "SELECT uid FROM sync_records WHERE article = ?1 AND kind = ?2 ORDER BY uid",
  [SYNC_FIND_JOINED] = "SELECT uid FROM sync_records WHERE alias = ?1 ORDER BY uid",
  [SYNC_COUNT_WAITING] = "SELECT count (*) FROM sync_records WHERE pending",
  [SYNC_LIST_FILES] =
    "SELECT name, kind, uid, is_main, status, size, mtime_ns, ctime_ns, inode, content, digest, unsettled_us FROM sync_files "
    "WHERE folder = ?1",
  [SYNC_PUT_FILE] =
    "INSERT OR REPLACE INTO sync_files (folder, name, kind, uid, is_main, status, size, mtime_ns, ctime_ns, inode, content,"
    "  digest, unsettled_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
  [SYNC_FORGET_FILE] = "DELETE FROM sync_files WHERE folder = ?1 AND name = ?2",
  [SYNC_FORGET_FILES] = "DELETE FROM sync_files WHERE folder = ?1",
  [SYNC_ARTICLE_TIMES] = "SELECT added_us, revised_us, is_read FROM articles WHERE id = ?1",
  [SYNC_SET_ARTICLE_TIMES] = "UPDATE articles SET added_us = ?2, revised_us = ?3, is_read = ?4 WHERE id = ?1",
  [SYNC_LOAD_REVISIONS] =
    "SELECT a.uid, r.section, r.kicker, r.headline, r.standfirst, r.place, r.agency, r.byline, r.lang, r.source,"
    "  r.address, r.published, r.published_guessed, r.text, r.blocks, r.id, r.added_us "
    "FROM revisions AS r JOIN articles AS a ON a.id = r.article WHERE r.article = ?1 ORDER BY r.number",
  [SYNC_SET_ASIDE_REVISIONS] = "UPDATE revisions SET number = -1000000000 - number WHERE article = ?1",
  [SYNC_NUMBER_REVISION] = "UPDATE revisions SET number = ?2 WHERE id = ?1",
  [SYNC_DROP_REVISIONS] = "DELETE FROM revisions WHERE article = ?1 AND number < -1000000000",
  [SYNC_TURN_REVISIONS] = "UPDATE revisions SET number = -number WHERE article = ?1 AND number < 0",
  [SYNC_DELETE_ARTICLE] = "DELETE FROM articles WHERE uid = ?1",
  [SYNC_NOTES_OF_ARTICLE] =
    "SELECT n.uid FROM articles AS a JOIN notes AS n ON n.article = a.id WHERE a.uid = ?1 ORDER BY n.uid",
  [SYNC_REMOVED_NOTES_OF_ARTICLE] =
    "SELECT n.uid FROM articles AS a JOIN removed_notes AS n ON n.article = a.id WHERE a.uid = ?1 ORDER BY n.uid",
};

ChancerySqliteStatement *
chancery_store_sync_statement (ChanceryStoreSync  *self,
                               SyncStatement       which,
                               GError            **error)
{
  if (self->statements[which] == NULL)
    self->statements[which] = chancery_sqlite_connection_prepare (self->store->connection, sql[which], error);

  return self->statements[which];
}

/* Rows */

void
chancery_sync_name_free (ChancerySyncName *name)
{
  g_free (name->uid);
  g_free (name);
}

ChancerySyncRow *
chancery_sync_row_new (ChancerySyncKind  kind,
                       const char       *uid)
{
  ChancerySyncRow *row = g_new0 (ChancerySyncRow, 1);

  row->kind = kind;
  row->uid = g_strdup (uid);
  row->expires_us = -1;
  return row;
}

void
chancery_sync_row_free (ChancerySyncRow *row)
{
  g_free (row->uid);
  g_free (row->state);
  g_free (row->shadow);
  g_free (row->article);
  g_free (row->address);
  g_free (row->words);
  g_free (row->alias);
  g_free (row);
}

void
chancery_sync_file_free (ChancerySyncFile *file)
{
  g_free (file->name);
  g_free (file->uid);
  g_free (file);
}

void
chancery_sync_text_free (ChancerySyncText *text)
{
  g_clear_object (&text->article);
  g_free (text);
}

void
chancery_sync_article_free (ChancerySyncArticle *article)
{
  g_clear_object (&article->article);
  g_clear_pointer (&article->older, g_ptr_array_unref);
  g_free (article);
}

/* The pass */

static gboolean
has_triggers (ChanceryStore  *store,
              gboolean       *has,
              GError        **error)
{
  gint64 n;

  if (!chancery_sqlite_connection_get_int64 (store->connection, "SELECT count (*) FROM sqlite_schema "
                                             "WHERE type = 'trigger' AND name LIKE 'sync\\_%' ESCAPE '\\'", &n, error))
    return FALSE;
  *has = n == 9;
  return TRUE;
}

/**
 * chancery_store_sync_new:
 * @store: a store
 * @error: return location
 *
 * Begins a pass over a library. The first one makes the triggers that tell the next ones what to look at.
 *
 * Returns: (transfer full): the pass
 */
ChanceryStoreSync *
chancery_store_sync_new (ChanceryStore  *store,
                         GError        **error)
{
  ChanceryStoreSync *self;
  gboolean has;

  if (!has_triggers (store, &has, error))
    return NULL;
  if (!has && (!chancery_store_begin_write (store, error) ||
               !chancery_store_end_write (store, chancery_sqlite_connection_execute (store->connection, make_triggers, error),
                                          error)))
    return NULL;

  self = g_new0 (ChanceryStoreSync, 1);
  self->store = store;
  return self;
}

void
chancery_store_sync_free (ChanceryStoreSync *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->statements); i++)
    g_clear_pointer (&self->statements[i], chancery_sqlite_statement_free);
  g_free (self);
}

gboolean
chancery_store_sync_begin (ChanceryStoreSync  *self,
                           GError            **error)
{
  return chancery_store_begin_write (self->store, error);
}

/**
 * chancery_store_sync_end:
 * @self: a pass
 * @success: whether to keep what was written since chancery_store_sync_begin()
 * @error: return location
 *
 * Returns: whether it is on the disk
 */
gboolean
chancery_store_sync_end (ChanceryStoreSync  *self,
                         gboolean            success,
                         GError            **error)
{
  return chancery_store_end_write (self->store, success, error);
}

/* Settings */

static gboolean
read_text (ChancerySqliteStatement  *statement,
              const char               *name,
              char                    **value,
              GError                  **error)
{
  gboolean row;

  *value = NULL;
  if (statement == NULL)
    return FALSE;
  chancery_sqlite_statement_bind_text (statement, 1, name);
  if (!chancery_sqlite_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      *value = g_strdup (chancery_sqlite_statement_get_text (statement, 0));
      chancery_sqlite_statement_reset (statement);
    }
  return TRUE;
}

/**
 * chancery_store_read_sync_setting:
 * @store: a store
 * @name: the name of a setting
 * @error: return location
 *
 * Reads a setting without beginning a pass.
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
chancery_store_read_sync_setting (ChanceryStore  *store,
                                  const char     *name,
                                  GError        **error)
{
  g_autoptr (ChancerySqliteStatement) statement =
    chancery_sqlite_connection_prepare (store->connection, sql[SYNC_GET_SETTING], error);
  char *value = NULL;

  read_text (statement, name, &value, error);
  return value;
}

gboolean
chancery_store_sync_get_setting (ChanceryStoreSync  *self,
                                 const char         *name,
                                 char              **value,
                                 GError            **error)
{
  return read_text (chancery_store_sync_statement (self, SYNC_GET_SETTING, error), name, value, error);
}

static gboolean
write_setting (ChancerySqliteStatement  *statement,
               const char               *name,
               const char               *value,
               GError                  **error)
{
  if (statement == NULL)
    return FALSE;
  chancery_sqlite_statement_bind_text (statement, 1, name);
  if (value != NULL)
    chancery_sqlite_statement_bind_text (statement, 2, value);
  return chancery_sqlite_statement_run (statement, error);
}

/**
 * chancery_store_write_sync_setting:
 * @store: a store
 * @name: the name of a setting
 * @value: (nullable): its value; %NULL for none
 * @error: return location
 *
 * Writes a setting without beginning a pass.
 *
 * Returns: whether it is on the disk
 */
gboolean
chancery_store_write_sync_setting (ChanceryStore  *store,
                                   const char     *name,
                                   const char     *value,
                                   GError        **error)
{
  g_autoptr (ChancerySqliteStatement) statement =
    chancery_sqlite_connection_prepare (store->connection, sql[value != NULL ? SYNC_SET_SETTING : SYNC_CLEAR_SETTING], error);

  return statement != NULL && chancery_store_begin_write (store, error) &&
         chancery_store_end_write (store, write_setting (statement, name, value, error), error);
}

gboolean
chancery_store_sync_set_setting (ChanceryStoreSync  *self,
                                 const char         *name,
                                 const char         *value,
                                 GError            **error)
{
  return write_setting (chancery_store_sync_statement (self, value != NULL ? SYNC_SET_SETTING : SYNC_CLEAR_SETTING, error),
                        name, value, error);
}

/* Lists */

static GPtrArray *
read_names (ChancerySqliteStatement  *statement,
            GError                  **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_sync_name_free);
  gboolean row;

  while (TRUE)
    {
      ChancerySyncName *name;

      if (!chancery_sqlite_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&names);
      name = g_new0 (ChancerySyncName, 1);
      name->kind = (ChancerySyncKind) chancery_sqlite_statement_get_int64 (statement, 0);
      name->uid = g_strdup (chancery_sqlite_statement_get_text (statement, 1));
      name->digest = chancery_sqlite_statement_get_int64 (statement, 2);
      g_ptr_array_add (names, name);
    }
}

static GStrv
read_uids (ChancerySqliteStatement  *statement,
           GError                  **error)
{
  g_autoptr (GStrvBuilder) uids = g_strv_builder_new ();
  gboolean row;

  while (TRUE)
    {
      if (!chancery_sqlite_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_strv_builder_end (uids);
      g_strv_builder_add (uids, chancery_sqlite_statement_get_text (statement, 0));
    }
}

/**
 * chancery_store_sync_list_dirty:
 * @self: a pass
 * @kind: notes or articles
 * @n_max: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type ChancerySyncName): what the library changed since it was last looked at
 */
GPtrArray *
chancery_store_sync_list_dirty (ChanceryStoreSync  *self,
                                ChancerySyncKind    kind,
                                guint               n_max,
                                GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, SYNC_LIST_DIRTY, error);

  if (statement == NULL)
    return NULL;
  chancery_sqlite_statement_bind_int64 (statement, 1, (gint64) kind);
  chancery_sqlite_statement_bind_int64 (statement, 2, n_max);
  return read_names (statement, error);
}

gboolean
chancery_store_sync_clear_dirty (ChanceryStoreSync  *self,
                                 ChancerySyncKind    kind,
                                 const char         *uid,
                                 GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, SYNC_CLEAR_DIRTY, error);

  if (statement == NULL)
    return FALSE;
  chancery_sqlite_statement_bind_int64 (statement, 1, (gint64) kind);
  chancery_sqlite_statement_bind_text (statement, 2, uid);
  return chancery_sqlite_statement_run (statement, error);
}

/**
 * chancery_store_sync_list_told:
 * @self: a pass
 * @error: return location
 *
 * Returns: (transfer full) (element-type ChancerySyncName): the records that a folder has files of, articles first
 */
GPtrArray *
chancery_store_sync_list_told (ChanceryStoreSync  *self,
                               GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, SYNC_LIST_TOLD, error);

  return statement != NULL ? read_names (statement, error) : NULL;
}

GPtrArray *
chancery_store_sync_list_expired (ChanceryStoreSync  *self,
                                  gint64              now_us,
                                  GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, SYNC_LIST_EXPIRED, error);

  if (statement == NULL)
    return NULL;
  chancery_sqlite_statement_bind_int64 (statement, 1, now_us);
  return read_names (statement, error);
}

/**
 * chancery_store_sync_list_conflicts:
 * @self: a pass
 * @error: return location
 *
 * Returns: (transfer full) (element-type ChancerySyncName): the notes that have two texts
 */
GPtrArray *
chancery_store_sync_list_conflicts (ChanceryStoreSync  *self,
                                    GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, SYNC_LIST_CONFLICTS, error);

  return statement != NULL ? read_names (statement, error) : NULL;
}

/**
 * chancery_store_sync_find_twins:
 * @self: a pass
 * @row: the row of an article
 * @error: return location
 *
 * Returns: (transfer full): the articles that are the same as @row's, by their address or their words
 */
GStrv
chancery_store_sync_find_twins (ChanceryStoreSync      *self,
                                const ChancerySyncRow  *row,
                                GError                **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, SYNC_FIND_TWINS, error);

  if (statement == NULL)
    return NULL;
  chancery_sqlite_statement_bind_text (statement, 1, row->uid);
  chancery_sqlite_statement_bind_text (statement, 2, row->address);
  chancery_sqlite_statement_bind_text (statement, 3, row->words);
  return read_uids (statement, error);
}

/**
 * chancery_store_sync_find_of_article:
 * @self: a pass
 * @kind: notes that were put on it, or articles that wait to be joined to it
 * @article_uid: an article
 * @error: return location
 *
 * Returns: (transfer full): their uids
 */
GStrv
chancery_store_sync_find_of_article (ChanceryStoreSync  *self,
                                     ChancerySyncKind    kind,
                                     const char         *article_uid,
                                     GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, SYNC_FIND_OF_ARTICLE, error);

  if (statement == NULL)
    return NULL;
  chancery_sqlite_statement_bind_text (statement, 1, article_uid);
  chancery_sqlite_statement_bind_int64 (statement, 2, (gint64) kind);
  return read_uids (statement, error);
}

/**
 * chancery_store_sync_find_joined:
 * @self: a pass
 * @article_uid: an article
 * @error: return location
 *
 * Returns: (transfer full): the articles that were joined to it
 */
GStrv
chancery_store_sync_find_joined (ChanceryStoreSync  *self,
                                 const char         *article_uid,
                                 GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, SYNC_FIND_JOINED, error);

  if (statement == NULL)
    return NULL;
  chancery_sqlite_statement_bind_text (statement, 1, article_uid);
  return read_uids (statement, error);
}

gboolean
chancery_store_sync_count_waiting (ChanceryStoreSync  *self,
                                   guint              *n_waiting,
                                   GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, SYNC_COUNT_WAITING, error);
  gboolean row;

  if (statement == NULL || !chancery_sqlite_statement_step (statement, &row, error))
    return FALSE;
  *n_waiting = (guint) chancery_sqlite_statement_get_int64 (statement, 0);
  chancery_sqlite_statement_reset (statement);
  return TRUE;
}

/**
 * chancery_store_sync_list_notes:
 * @self: a pass
 * @article_uid: an article
 * @removed: whether to list those that went aside with it, or those that are there
 * @error: return location
 *
 * Returns: (transfer full): the uids of its notes
 */
GStrv
chancery_store_sync_list_notes (ChanceryStoreSync  *self,
                                const char         *article_uid,
                                gboolean            removed,
                                GError            **error)
{
  ChancerySqliteStatement *statement =
    chancery_store_sync_statement (self, removed ? SYNC_REMOVED_NOTES_OF_ARTICLE : SYNC_NOTES_OF_ARTICLE, error);

  if (statement == NULL)
    return NULL;
  chancery_sqlite_statement_bind_text (statement, 1, article_uid);
  return read_uids (statement, error);
}

/* Records */

static GBytes *
convert (GConverter  *converter,
         GBytes      *bytes,
         GError     **error)
{
  return g_converter_convert_bytes (converter, bytes, error);
}

static GBytes *
pack (const char *state)
{
  g_autoptr (GBytes) plain = g_bytes_new_static (state, strlen (state));
  g_autoptr (GConverter) compressor = NULL;

  if (g_bytes_get_size (plain) < COMPRESS_FROM_BYTES)
    return g_bytes_ref (plain);

  compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 1));
  return convert (compressor, plain, NULL);
}

static char *
unpack (GBytes  *packed,
        GError **error)
{
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GConverter) decompressor = NULL;
  gsize size;
  const char *data = g_bytes_get_data (packed, &size);

  if (size == 0 || *data == '{')
    return g_strndup (data, size);

  decompressor = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  plain = convert (decompressor, packed, error);
  if (plain == NULL)
    return NULL;
  data = g_bytes_get_data (plain, &size);
  return g_strndup (data, size);
}

/**
 * chancery_store_sync_load:
 * @self: a pass
 * @kind: notes or articles
 * @uid: which one
 * @row: (out) (transfer full) (nullable): its row, if there is one
 * @error: return location
 *
 * Returns: whether it worked
 */
gboolean
chancery_store_sync_load (ChanceryStoreSync  *self,
                          ChancerySyncKind    kind,
                          const char         *uid,
                          ChancerySyncRow   **row,
                          GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, SYNC_LOAD, error);
  g_autoptr (ChancerySyncRow) found = NULL;
  g_autoptr (GBytes) packed = NULL;
  gboolean there;

  *row = NULL;
  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_int64 (statement, 1, (gint64) kind);
  chancery_sqlite_statement_bind_text (statement, 2, uid);
  if (!chancery_sqlite_statement_step (statement, &there, error))
    return FALSE;
  if (!there)
    return TRUE;

  found = chancery_sync_row_new (kind, uid);
  packed = chancery_sqlite_statement_dup_bytes (statement, 0);
  found->digest = chancery_sqlite_statement_get_int64 (statement, 1);
  found->shadow = g_strdup (chancery_sqlite_statement_get_text (statement, 2));
  found->article = g_strdup (chancery_sqlite_statement_get_text (statement, 3));
  found->pending = chancery_sqlite_statement_get_int64 (statement, 4) != 0;
  found->conflict = chancery_sqlite_statement_get_int64 (statement, 5) != 0;
  found->address = g_strdup (chancery_sqlite_statement_get_text (statement, 6));
  found->words = g_strdup (chancery_sqlite_statement_get_text (statement, 7));
  found->alias = g_strdup (chancery_sqlite_statement_get_text (statement, 8));
  found->expires_us = chancery_sqlite_statement_is_null (statement, 9) ? -1 : chancery_sqlite_statement_get_int64 (statement, 9);
  chancery_sqlite_statement_reset (statement);

  found->state = unpack (packed, error);
  if (found->state == NULL)
    return FALSE;
  *row = g_steal_pointer (&found);
  return TRUE;
}

gboolean
chancery_store_sync_get_alias (ChanceryStoreSync  *self,
                               const char         *article_uid,
                               char              **alias,
                               GError            **error)
{
  return read_text (chancery_store_sync_statement (self, SYNC_GET_ALIAS, error), article_uid, alias, error);
}

gboolean
chancery_store_sync_save (ChanceryStoreSync      *self,
                          const ChancerySyncRow  *row,
                          GError                **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, SYNC_SAVE, error);
  g_autoptr (GBytes) packed = pack (row->state);

  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_int64 (statement, 1, (gint64) row->kind);
  chancery_sqlite_statement_bind_text (statement, 2, row->uid);
  chancery_sqlite_statement_bind_bytes (statement, 3, packed);
  chancery_sqlite_statement_bind_int64 (statement, 4, row->digest);
  chancery_sqlite_statement_bind_text (statement, 5, row->shadow);
  chancery_sqlite_statement_bind_text (statement, 6, row->article);
  chancery_sqlite_statement_bind_int64 (statement, 7, row->pending ? 1 : 0);
  chancery_sqlite_statement_bind_int64 (statement, 8, row->conflict ? 1 : 0);
  chancery_sqlite_statement_bind_text (statement, 9, row->address);
  chancery_sqlite_statement_bind_text (statement, 10, row->words);
  chancery_sqlite_statement_bind_text (statement, 11, row->alias);
  if (row->expires_us >= 0)
    chancery_sqlite_statement_bind_int64 (statement, 12, row->expires_us);
  return chancery_sqlite_statement_run (statement, error);
}

/* Files */

/**
 * chancery_store_sync_list_files:
 * @self: a pass
 * @folder: a folder
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8 ChancerySyncFile): what was last seen in the folder, by name
 */
GHashTable *
chancery_store_sync_list_files (ChanceryStoreSync  *self,
                                const char         *folder,
                                GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, SYNC_LIST_FILES, error);
  g_autoptr (GHashTable) files =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) chancery_sync_file_free);
  gboolean row;

  if (statement == NULL)
    return NULL;

  chancery_sqlite_statement_bind_text (statement, 1, folder);
  while (TRUE)
    {
      ChancerySyncFile *file;

      if (!chancery_sqlite_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&files);

      file = g_new0 (ChancerySyncFile, 1);
      file->name = g_strdup (chancery_sqlite_statement_get_text (statement, 0));
      file->kind = (ChancerySyncKind) chancery_sqlite_statement_get_int64 (statement, 1);
      file->uid = g_strdup (chancery_sqlite_statement_get_text (statement, 2));
      file->is_main = chancery_sqlite_statement_get_int64 (statement, 3) != 0;
      file->status = (ChancerySyncStatus) chancery_sqlite_statement_get_int64 (statement, 4);
      file->size = chancery_sqlite_statement_get_int64 (statement, 5);
      file->mtime_ns = chancery_sqlite_statement_get_int64 (statement, 6);
      file->ctime_ns = chancery_sqlite_statement_get_int64 (statement, 7);
      file->inode = chancery_sqlite_statement_get_int64 (statement, 8);
      file->content = chancery_sqlite_statement_get_int64 (statement, 9);
      file->digest = chancery_sqlite_statement_get_int64 (statement, 10);
      file->unsettled_us = chancery_sqlite_statement_get_int64 (statement, 11);
      g_hash_table_replace (files, file->name, file);
    }
}

gboolean
chancery_store_sync_put_file (ChanceryStoreSync       *self,
                              const char              *folder,
                              const ChancerySyncFile  *file,
                              GError                 **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, SYNC_PUT_FILE, error);

  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_text (statement, 1, folder);
  chancery_sqlite_statement_bind_text (statement, 2, file->name);
  if (file->uid != NULL)
    chancery_sqlite_statement_bind_int64 (statement, 3, (gint64) file->kind);
  chancery_sqlite_statement_bind_text (statement, 4, file->uid);
  chancery_sqlite_statement_bind_int64 (statement, 5, file->is_main ? 1 : 0);
  chancery_sqlite_statement_bind_int64 (statement, 6, (gint64) file->status);
  chancery_sqlite_statement_bind_int64 (statement, 7, file->size);
  chancery_sqlite_statement_bind_int64 (statement, 8, file->mtime_ns);
  chancery_sqlite_statement_bind_int64 (statement, 9, file->ctime_ns);
  chancery_sqlite_statement_bind_int64 (statement, 10, file->inode);
  chancery_sqlite_statement_bind_int64 (statement, 11, file->content);
  chancery_sqlite_statement_bind_int64 (statement, 12, file->digest);
  if (file->unsettled_us != 0)
    chancery_sqlite_statement_bind_int64 (statement, 13, file->unsettled_us);
  return chancery_sqlite_statement_run (statement, error);
}

gboolean
chancery_store_sync_forget_file (ChanceryStoreSync  *self,
                                 const char         *folder,
                                 const char         *name,
                                 GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, SYNC_FORGET_FILE, error);

  if (statement == NULL)
    return FALSE;
  chancery_sqlite_statement_bind_text (statement, 1, folder);
  chancery_sqlite_statement_bind_text (statement, 2, name);
  return chancery_sqlite_statement_run (statement, error);
}

gboolean
chancery_store_sync_forget_files (ChanceryStoreSync  *self,
                                  const char         *folder,
                                  GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, SYNC_FORGET_FILES, error);

  if (statement == NULL)
    return FALSE;
  chancery_sqlite_statement_bind_text (statement, 1, folder);
  return chancery_sqlite_statement_run (statement, error);
}
