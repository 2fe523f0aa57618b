/* chancery-store-sync-rows.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-private.h"
#include "chancery-store-sync-private.h"

/* The library's own notes and articles, as a pass reads and writes them. */

/* Notes */

/**
 * chancery_store_sync_load_note:
 * @self: a pass
 * @uid: a note
 * @note: (out) (transfer full) (nullable): the note, if it is there
 * @error: return location
 *
 * Returns: whether it worked
 */
gboolean
chancery_store_sync_load_note (ChanceryStoreSync  *self,
                               const char         *uid,
                               ChanceryNote      **note,
                               GError            **error)
{
  g_autoptr (GError) local_error = NULL;

  *note = chancery_store_load_note (self->store, uid, &local_error);
  if (*note != NULL || g_error_matches (local_error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
chancery_store_sync_write_note (ChanceryStoreSync  *self,
                                ChanceryNote       *note,
                                GError            **error)
{
  return chancery_store_write_note (self->store, note, error);
}

gboolean
chancery_store_sync_delete_note (ChanceryStoreSync  *self,
                                 const char         *uid,
                                 GError            **error)
{
  return chancery_store_delete_note (self->store, uid, error);
}

/* Articles */

static gboolean
run_with_id (ChanceryStoreSync  *self,
             SyncStatement       which,
             gint64              id,
             GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, which, error);

  if (statement == NULL)
    return FALSE;
  chancery_sqlite_statement_bind_int64 (statement, 1, id);
  return chancery_sqlite_statement_run (statement, error);
}

/* Of an article that is there. */
static gboolean
load_times (ChanceryStoreSync  *self,
            gint64              id,
            gint64             *added_us,
            gint64             *revised_us,
            gboolean           *is_read,
            GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, SYNC_ARTICLE_TIMES, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  chancery_sqlite_statement_bind_int64 (statement, 1, id);
  if (!chancery_sqlite_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      *added_us = chancery_sqlite_statement_get_int64 (statement, 0);
      *revised_us = chancery_sqlite_statement_get_int64 (statement, 1);
      *is_read = chancery_sqlite_statement_get_int64 (statement, 2) != 0;
      chancery_sqlite_statement_reset (statement);
    }
  return TRUE;
}

/**
 * chancery_store_sync_load_article:
 * @self: a pass
 * @uid: an article
 * @article: (out) (transfer full) (nullable): the article, if it is there and wasn't removed
 * @error: return location
 *
 * Returns: whether it worked
 */
gboolean
chancery_store_sync_load_article (ChanceryStoreSync    *self,
                                  const char           *uid,
                                  ChancerySyncArticle **article,
                                  GError              **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, SYNC_LOAD_REVISIONS, error);
  g_autoptr (ChancerySyncArticle) found = g_new0 (ChancerySyncArticle, 1);
  gboolean row, removed, is_read;
  gint64 id;

  *article = NULL;
  if (statement == NULL || !chancery_store_find_article (self->store, uid, &id, &removed, error))
    return FALSE;
  if (id == 0 || removed)
    return TRUE;
  if (!load_times (self, id, &found->added_us, &found->revised_us, &is_read, error))
    return FALSE;

  found->article = chancery_store_load_article (self->store, uid, error);
  if (found->article == NULL)
    return FALSE;

  found->older = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_sync_text_free);
  chancery_sqlite_statement_bind_int64 (statement, 1, id);
  while (TRUE)
    {
      ChancerySyncText *text;

      if (!chancery_sqlite_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      text = g_new0 (ChancerySyncText, 1);
      text->article = chancery_store_read_article (statement);
      text->row_id = chancery_sqlite_statement_get_int64 (statement, 15);
      text->added_us = chancery_sqlite_statement_get_int64 (statement, 16);
      g_ptr_array_add (found->older, text);
    }

  *article = g_steal_pointer (&found);
  return TRUE;
}

/* Gives an article the texts that it is to have had, in their order. Those that stay keep the notes' places in them. */
static gboolean
write_older (ChanceryStoreSync  *self,
             gint64              id,
             GPtrArray          *older,
             GError            **error)
{
  ChancerySqliteStatement *number = chancery_store_sync_statement (self, SYNC_NUMBER_REVISION, error);

  if (number == NULL || !run_with_id (self, SYNC_SET_ASIDE_REVISIONS, id, error))
    return FALSE;

  for (guint i = 0; older != NULL && i < older->len; i++)
    {
      ChancerySyncText *text = g_ptr_array_index (older, i);
      gint64 row_id = text->row_id;

      if (row_id == 0)
        {
          if (!chancery_store_write_revision (self->store, id, text->article, text->added_us, error))
            return FALSE;
          row_id = sqlite3_last_insert_rowid (chancery_sqlite_connection_get_handle (self->store->connection));
        }
      chancery_sqlite_statement_bind_int64 (number, 1, row_id);
      chancery_sqlite_statement_bind_int64 (number, 2, -1 - (gint64) i);
      if (!chancery_sqlite_statement_run (number, error))
        return FALSE;
    }

  return run_with_id (self, SYNC_DROP_REVISIONS, id, error) && run_with_id (self, SYNC_TURN_REVISIONS, id, error);
}

static gboolean
has_same_text (ChanceryArticle *a,
               ChanceryArticle *b)
{
  if (g_strcmp0 (chancery_article_get_text (a), chancery_article_get_text (b)) != 0 ||
      chancery_article_get_n_blocks (a) != chancery_article_get_n_blocks (b))
    return FALSE;
  for (guint i = 0; i < chancery_article_get_n_blocks (a); i++)
    {
      const ChanceryBlock *one = chancery_article_get_block (a, i), *other = chancery_article_get_block (b, i);

      if (one->kind != other->kind || one->level != other->level)
        return FALSE;
    }
  return TRUE;
}

/* Replaces what is there; one with the same text stays read. */
static gboolean
replace (ChanceryStoreSync    *self,
         gint64                id,
         ChancerySyncArticle  *article,
         gboolean              is_read,
         GError              **error)
{
  ChancerySqliteStatement *times = chancery_store_sync_statement (self, SYNC_SET_ARTICLE_TIMES, error);
  g_autoptr (ChanceryArticle) old =
    chancery_store_load_article (self->store, chancery_article_get_uid (article->article), error);

  if (times == NULL || old == NULL ||
      !chancery_store_replace_article (self->store, id, article->article,
                                       article->revised_us != 0 ? article->revised_us : article->added_us, error))
    return FALSE;

  chancery_sqlite_statement_bind_int64 (times, 1, id);
  chancery_sqlite_statement_bind_int64 (times, 2, article->added_us);
  if (article->revised_us != 0)
    chancery_sqlite_statement_bind_int64 (times, 3, article->revised_us);
  chancery_sqlite_statement_bind_int64 (times, 4, is_read && has_same_text (old, article->article) ? 1 : 0);
  return chancery_sqlite_statement_run (times, error);
}

/**
 * chancery_store_sync_write_article:
 * @self: a pass
 * @article: an article; of its older texts, those that are there already have their row
 * @error: return location
 *
 * Adds an article, or makes the one that is there like it. One that was removed comes back, without its notes.
 *
 * Returns: whether it worked
 */
gboolean
chancery_store_sync_write_article (ChanceryStoreSync    *self,
                                   ChancerySyncArticle  *article,
                                   GError              **error)
{
  const char *uid = chancery_article_get_uid (article->article);
  gboolean removed, is_read = FALSE;
  gint64 id, added_us, revised_us;

  if (!chancery_store_find_article (self->store, uid, &id, &removed, error))
    return FALSE;
  if (id == 0)
    {
      if (!chancery_store_write_article (self->store, article->article, article->added_us, error) ||
          !chancery_store_find_article (self->store, uid, &id, &removed, error))
        return FALSE;
    }
  else if (removed && (!chancery_store_run_for_article (self->store, CHANCERY_STATEMENT_FORGET_NOTES_SET_ASIDE, id, error) ||
                       !chancery_store_run_for_article (self->store, CHANCERY_STATEMENT_SET_REMOVED, id, error)))
    return FALSE;

  return load_times (self, id, &added_us, &revised_us, &is_read, error) &&
         replace (self, id, article, is_read, error) &&
         write_older (self, id, article->older, error);
}

/**
 * chancery_store_sync_remove_article:
 * @self: a pass
 * @uid: an article
 * @now_us: the time
 * @error: return location
 *
 * Removes an article and its notes, as the reader would; see chancery_library_remove_article_async().
 *
 * Returns: whether it worked
 */
gboolean
chancery_store_sync_remove_article (ChanceryStoreSync  *self,
                                    const char         *uid,
                                    gint64              now_us,
                                    GError            **error)
{
  gboolean removed;
  gint64 id;

  if (!chancery_store_find_article (self->store, uid, &id, &removed, error))
    return FALSE;
  return id == 0 || removed || chancery_store_remove_within (self->store, uid, now_us, error);
}

/**
 * chancery_store_sync_delete_article:
 * @self: a pass
 * @uid: an article without notes, of which another has all texts
 * @error: return location
 *
 * Deletes an article for good.
 *
 * Returns: whether it worked
 */
gboolean
chancery_store_sync_delete_article (ChanceryStoreSync  *self,
                                    const char         *uid,
                                    GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_sync_statement (self, SYNC_DELETE_ARTICLE, error);

  if (statement == NULL)
    return FALSE;
  chancery_sqlite_statement_bind_text (statement, 1, uid);
  return chancery_sqlite_statement_run (statement, error);
}
