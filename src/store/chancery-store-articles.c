/* chancery-store-articles.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-private.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "chancery-article-item-private.h"

/* Rows to objects */

static ChanceryDate
read_date (ChancerySqliteStatement *statement,
           int                      column)
{
  const char *text = chancery_sqlite_statement_get_text (statement, column);
  ChanceryDate date = CHANCERY_DATE_NONE;

  if (text != NULL)
    chancery_date_parse (text, &date);
  return date;
}

/* A row of CHANCERY_ITEM_COLUMNS. */
GObject *
chancery_store_read_item (ChancerySqliteStatement *statement)
{
  return G_OBJECT (chancery_article_item_new (&(ChanceryArticleItemFields) {
    .uid = chancery_sqlite_statement_get_text (statement, 0),
    .kicker = chancery_sqlite_statement_get_text (statement, 1),
    .headline = chancery_sqlite_statement_get_text (statement, 2),
    .source = chancery_sqlite_statement_get_text (statement, 3),
    .agency = chancery_sqlite_statement_get_text (statement, 4),
    .lang = chancery_sqlite_statement_get_text (statement, 5),
    .published = read_date (statement, 6),
    .published_guessed = chancery_sqlite_statement_get_int64 (statement, 7) != 0,
    .unread = chancery_sqlite_statement_get_int64 (statement, 8) == 0,
    .n_notes = (guint) chancery_sqlite_statement_get_int64 (statement, 9),
  }));
}

/* Blocks are [[kind, level], …]; each has one line of the text. A list that
 * doesn't fit the text leaves plain paragraphs, so that no words are lost. */
static GPtrArray *
read_blocks (const char *text,
             const char *json)
{
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);
  const guint n_blocks = array != NULL ? json_array_get_length (array) : 0;

  if (n_blocks == 0 && *text == '\0')
    return blocks;

  while (TRUE)
    {
      const char *end = strchrnul (text, '\n');
      g_autofree char *line = g_strndup (text, (gsize) (end - text));
      int kind = CHANCERY_BLOCK_KIND_PARAGRAPH;
      guint level = 0;

      if (blocks->len < n_blocks)
        {
          JsonNode *element = json_array_get_element (array, blocks->len);
          JsonArray *pair = JSON_NODE_HOLDS_ARRAY (element) ? json_node_get_array (element) : NULL;

          if (pair != NULL && json_array_get_length (pair) == 2)
            {
              chancery_enum_from_nick (CHANCERY_TYPE_BLOCK_KIND, json_array_get_string_element (pair, 0), &kind);
              level = (guint) CLAMP (json_array_get_int_element (pair, 1), 0, G_MAXUINT16);
            }
        }
      g_ptr_array_add (blocks, chancery_block_new ((ChanceryBlockKind) kind, level, line));

      if (*end == '\0')
        return blocks;
      text = end + 1;
    }
}

static char *
write_blocks (ChanceryArticle *article)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < chancery_article_get_n_blocks (article); i++)
    {
      const ChanceryBlock *block = chancery_article_get_block (article, i);
      JsonArray *pair = json_array_new ();

      json_array_add_string_element (pair, chancery_enum_to_nick (CHANCERY_TYPE_BLOCK_KIND, (int) block->kind));
      json_array_add_int_element (pair, block->level);
      json_array_add_array_element (array, pair);
    }
  json_node_set_array (node, array);

  return json_to_string (node, FALSE);
}

/* A row of CHANCERY_ARTICLE_COLUMNS. */
ChanceryArticle *
chancery_store_read_article (ChancerySqliteStatement *statement)
{
  const char *text = chancery_sqlite_statement_get_text (statement, 13);
  g_autoptr (GPtrArray) blocks =
    read_blocks (text != NULL ? text : "", chancery_sqlite_statement_get_text (statement, 14));

  return chancery_article_new (&(ChanceryArticleFields) {
    .uid = chancery_sqlite_statement_get_text (statement, 0),
    .section = chancery_sqlite_statement_get_text (statement, 1),
    .kicker = chancery_sqlite_statement_get_text (statement, 2),
    .headline = chancery_sqlite_statement_get_text (statement, 3),
    .standfirst = chancery_sqlite_statement_get_text (statement, 4),
    .place = chancery_sqlite_statement_get_text (statement, 5),
    .agency = chancery_sqlite_statement_get_text (statement, 6),
    .byline = chancery_sqlite_statement_get_text (statement, 7),
    .lang = chancery_sqlite_statement_get_text (statement, 8),
    .source = chancery_sqlite_statement_get_text (statement, 9),
    .address = chancery_sqlite_statement_get_text (statement, 10),
    .published = read_date (statement, 11),
    .published_guessed = chancery_sqlite_statement_get_int64 (statement, 12) != 0,
    .blocks = blocks,
  });
}

/* Objects to rows */

/* The same words make the same digest. */
char *
chancery_store_make_digest (ChanceryArticle *article)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char * const parts[] = {
    chancery_article_get_headline (article),
    chancery_article_get_standfirst (article),
    chancery_article_get_text (article),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *part = parts[i] != NULL ? parts[i] : "";

      /* With its NUL, so that words can't wander from one part to the next. */
      g_checksum_update (checksum, (const guchar *) part, (gssize) strlen (part) + 1);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/* An article without a date stands where it was added. */
static gint64
make_sort_key (ChanceryDate date,
               gint64       added_us)
{
  if (!chancery_date_is_set (date))
    {
      g_autoptr (GDateTime) added = g_date_time_new_from_unix_utc_usec (added_us);

      if (added != NULL)
        date = chancery_date_from_g_date_time (added);
    }

  return date.year * 10000 + date.month * 100 + date.day;
}

/* Binds parameters 1 to 14 of a statement that writes the fields; 15 is the digest. */
static void
bind_fields (ChancerySqliteStatement     *statement,
             const ChanceryArticleFields *fields,
             const char                  *published,
             const char                  *digest,
             gint64                       added_us)
{
  const char * const texts[] = {
    fields->uid, fields->section, fields->kicker, fields->headline, fields->standfirst, fields->place,
    fields->agency, fields->byline, fields->lang, fields->source, fields->address, published,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    chancery_sqlite_statement_bind_text (statement, (int) i + 1, texts[i]);
  chancery_sqlite_statement_bind_int64 (statement, 13, fields->published_guessed ? 1 : 0);
  chancery_sqlite_statement_bind_int64 (statement, 14, make_sort_key (fields->published, added_us));
  chancery_sqlite_statement_bind_text (statement, 15, digest);
}

static char *
write_date (ChanceryDate date)
{
  return chancery_date_is_set (date) ? chancery_date_to_string (date) : NULL;
}

/* Inserts an article that isn't there; in a transaction. */
gboolean
chancery_store_write_article (ChanceryStore    *self,
                              ChanceryArticle  *article,
                              gint64            added_us,
                              GError          **error)
{
  ChancerySqliteStatement *insert = chancery_store_statement (self, CHANCERY_STATEMENT_INSERT_ARTICLE, error);
  ChancerySqliteStatement *insert_text = chancery_store_statement (self, CHANCERY_STATEMENT_INSERT_TEXT, error);
  g_autofree char *published = NULL, *digest = NULL, *blocks = NULL;
  ChanceryArticleFields fields;
  gboolean row;
  gint64 id;

  if (insert == NULL || insert_text == NULL)
    return FALSE;

  chancery_article_get_fields (article, &fields);
  published = write_date (fields.published);
  digest = chancery_store_make_digest (article);
  blocks = write_blocks (article);

  bind_fields (insert, &fields, published, digest, added_us);
  chancery_sqlite_statement_bind_int64 (insert, 16, added_us);
  if (!chancery_sqlite_statement_step (insert, &row, error))
    return FALSE;
  id = chancery_sqlite_statement_get_int64 (insert, 0);
  chancery_sqlite_statement_reset (insert);

  chancery_sqlite_statement_bind_int64 (insert_text, 1, id);
  chancery_sqlite_statement_bind_text (insert_text, 2, chancery_article_get_text (article));
  chancery_sqlite_statement_bind_text (insert_text, 3, blocks);
  return chancery_sqlite_statement_run (insert_text, error);
}

/* Gives an article that is there another text and other properties; in a
 * transaction. The index of the text is brought up to date before that of the
 * headline, which looks at the text. */
gboolean
chancery_store_replace_article (ChanceryStore    *self,
                                gint64            id,
                                ChanceryArticle  *article,
                                gint64            revised_us,
                                GError          **error)
{
  ChancerySqliteStatement *text = chancery_store_statement (self, CHANCERY_STATEMENT_REPLACE_TEXT, error);
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_REPLACE_ARTICLE, error);
  g_autofree char *published = NULL, *digest = NULL, *blocks = NULL;
  ChanceryArticleFields fields;

  if (text == NULL || statement == NULL)
    return FALSE;

  blocks = write_blocks (article);
  chancery_sqlite_statement_bind_int64 (text, 1, id);
  chancery_sqlite_statement_bind_text (text, 2, chancery_article_get_text (article));
  chancery_sqlite_statement_bind_text (text, 3, blocks);
  if (!chancery_sqlite_statement_run (text, error))
    return FALSE;

  chancery_article_get_fields (article, &fields);
  published = write_date (fields.published);
  digest = chancery_store_make_digest (article);
  bind_fields (statement, &fields, published, digest, revised_us);
  chancery_sqlite_statement_bind_int64 (statement, 16, id);
  chancery_sqlite_statement_bind_int64 (statement, 17, revised_us);
  return chancery_sqlite_statement_run (statement, error);
}

/* Adds a text that an article has had, as the latest but the present one; in a
 * transaction. */
gboolean
chancery_store_write_revision (ChanceryStore    *self,
                               gint64            id,
                               ChanceryArticle  *revision,
                               gint64            added_us,
                               GError          **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_INSERT_REVISION, error);
  g_autofree char *published = NULL, *blocks = NULL;
  ChanceryArticleFields fields;

  if (statement == NULL)
    return FALSE;

  chancery_article_get_fields (revision, &fields);
  published = write_date (fields.published);
  blocks = write_blocks (revision);
  bind_fields (statement, &fields, published, NULL, added_us);
  chancery_sqlite_statement_bind_int64 (statement, 16, id);
  chancery_sqlite_statement_bind_text (statement, 17, chancery_article_get_text (revision));
  chancery_sqlite_statement_bind_text (statement, 18, blocks);
  chancery_sqlite_statement_bind_int64 (statement, 19, added_us);
  return chancery_sqlite_statement_run (statement, error);
}

/* @id is 0 if there is no such article. */
gboolean
chancery_store_find_article (ChanceryStore  *self,
                             const char     *uid,
                             gint64         *id,
                             gboolean       *removed,
                             GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_FIND_ARTICLE, error);
  gboolean row;

  *id = 0;
  *removed = FALSE;
  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_text (statement, 1, uid);
  if (!chancery_sqlite_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      *id = chancery_sqlite_statement_get_int64 (statement, 0);
      *removed = chancery_sqlite_statement_get_int64 (statement, 1) != 0;
      chancery_sqlite_statement_reset (statement);
    }

  return TRUE;
}

/* The text that a statement finds for a key; @text stays as it is if there is none. */
gboolean
chancery_store_find_text (ChanceryStore      *self,
                          ChanceryStatement   which,
                          const char         *key,
                          char              **text,
                          GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, which, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_text (statement, 1, key);
  if (!chancery_sqlite_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      g_free (*text);
      *text = g_strdup (chancery_sqlite_statement_get_text (statement, 0));
      chancery_sqlite_statement_reset (statement);
    }

  return TRUE;
}

static gboolean
set_not_found (const char  *uid,
               GError     **error)
{
  g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND,
               _("The library has no article “%s”."), uid);
  return FALSE;
}

/* Operations */

/* The uid of an article with the same words, if there is one. */
static gboolean
find_same_words (ChanceryStore    *self,
                 ChanceryArticle  *article,
                 char            **uid,
                 GError          **error)
{
  g_autofree char *digest = chancery_store_make_digest (article);

  return chancery_store_find_text (self, CHANCERY_STATEMENT_FIND_DIGEST, digest, uid, error);
}

gboolean
chancery_store_run_for_article (ChanceryStore      *self,
                                ChanceryStatement   which,
                                gint64              id,
                                GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, which, error);

  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_int64 (statement, 1, id);
  return chancery_sqlite_statement_run (statement, error);
}

/* @removed_us is 0 for an article that is there. */
static gboolean
set_removed (ChanceryStore  *self,
             gint64          id,
             gint64          removed_us,
             GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_SET_REMOVED, error);

  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_int64 (statement, 1, id);
  if (removed_us != 0)
    chancery_sqlite_statement_bind_int64 (statement, 2, removed_us);
  return chancery_sqlite_statement_run (statement, error);
}

/* While its notes move, the article counts as removed; see the triggers. */
static gboolean
bring_back (ChanceryStore  *self,
            gint64          id,
            GError        **error)
{
  return chancery_store_run_for_article (self, CHANCERY_STATEMENT_BRING_BACK_NOTES, id, error) &&
         chancery_store_run_for_article (self, CHANCERY_STATEMENT_FORGET_NOTES_SET_ASIDE, id, error) &&
         set_removed (self, id, 0, error);
}

/* What importing an article is; in a transaction. @uid is its own, and becomes the one that the library has it under. */
gboolean
chancery_store_import_within (ChanceryStore    *self,
                              ChanceryArticle  *article,
                              gint64            now_us,
                              char            **uid,
                              gboolean         *is_new,
                              GError          **error)
{
  gboolean removed;
  gint64 id;

  if (!chancery_store_find_article (self, *uid, &id, &removed, error) ||
      (id == 0 && (!find_same_words (self, article, uid, error) ||
                   !chancery_store_find_article (self, *uid, &id, &removed, error))))
    return FALSE;

  *is_new = id == 0 || removed;
  if (id == 0)
    return chancery_store_write_article (self, article, now_us, error);
  return !removed || bring_back (self, id, error);
}

/**
 * chancery_store_import_article:
 * @self: a store
 * @article: an article
 * @now_us: the time
 * @is_new: (out): whether the list of articles grew
 * @error: return location
 *
 * See chancery_library_import_article_async().
 *
 * Returns: (transfer full): the uid that the library has it under
 */
char *
chancery_store_import_article (ChanceryStore    *self,
                               ChanceryArticle  *article,
                               gint64            now_us,
                               gboolean         *is_new,
                               GError          **error)
{
  g_autofree char *uid = g_strdup (chancery_article_get_uid (article));

  if (!chancery_store_begin_write (self, error) ||
      !chancery_store_end_write (self, chancery_store_import_within (self, article, now_us, &uid, is_new, error), error))
    return NULL;

  return g_steal_pointer (&uid);
}

ChanceryArticle *
chancery_store_load_article (ChanceryStore  *self,
                             const char     *uid,
                             GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_LOAD_ARTICLE, error);
  ChanceryArticle *article;
  gboolean row;

  if (statement == NULL)
    return NULL;

  chancery_sqlite_statement_bind_text (statement, 1, uid);
  if (!chancery_sqlite_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      set_not_found (uid, error);
      return NULL;
    }

  article = chancery_store_read_article (statement);
  chancery_sqlite_statement_reset (statement);
  return article;
}

static gboolean
update (ChanceryStore    *self,
        ChanceryArticle  *article,
        GError          **error)
{
  ChancerySqliteStatement *old = chancery_store_statement (self, CHANCERY_STATEMENT_LOAD_TEXT, error);
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_UPDATE_ARTICLE, error);
  g_autofree char *published = NULL, *digest = NULL, *blocks = NULL;
  ChanceryArticleFields fields;
  gboolean row, same_text;
  gint64 added_us;

  if (old == NULL || statement == NULL)
    return FALSE;

  chancery_article_get_fields (article, &fields);
  chancery_sqlite_statement_bind_text (old, 1, fields.uid);
  if (!chancery_sqlite_statement_step (old, &row, error))
    return FALSE;
  if (!row)
    return set_not_found (fields.uid, error);

  blocks = write_blocks (article);
  added_us = chancery_sqlite_statement_get_int64 (old, 1);
  same_text = g_strcmp0 (chancery_sqlite_statement_get_text (old, 2), chancery_article_get_text (article)) == 0 &&
              g_strcmp0 (chancery_sqlite_statement_get_text (old, 3), blocks) == 0;
  chancery_sqlite_statement_reset (old);
  if (!same_text)
    {
      /* The notes would lose their places. */
      g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_INVALID,
                   _("The text of the article “%s” can’t be changed."), fields.uid);
      return FALSE;
    }

  published = write_date (fields.published);
  digest = chancery_store_make_digest (article);
  bind_fields (statement, &fields, published, digest, added_us);
  return chancery_sqlite_statement_run (statement, error);
}

gboolean
chancery_store_update_article (ChanceryStore    *self,
                               ChanceryArticle  *article,
                               GError          **error)
{
  return chancery_store_begin_write (self, error) &&
         chancery_store_end_write (self, update (self, article, error), error);
}

/* Removes an article and its notes; in a transaction. */
gboolean
chancery_store_remove_within (ChanceryStore  *self,
                              const char     *uid,
                              gint64          now_us,
                              GError        **error)
{
  gboolean removed;
  gint64 id;

  if (!chancery_store_find_article (self, uid, &id, &removed, error))
    return FALSE;
  if (id == 0 || removed)
    return set_not_found (uid, error);

  return set_removed (self, id, now_us, error) &&
         chancery_store_run_for_article (self, CHANCERY_STATEMENT_SET_ASIDE_NOTES, id, error) &&
         chancery_store_run_for_article (self, CHANCERY_STATEMENT_DELETE_NOTES_OF_ARTICLE, id, error);
}

gboolean
chancery_store_remove_article (ChanceryStore  *self,
                               const char     *uid,
                               gint64          now_us,
                               GError        **error)
{
  return chancery_store_begin_write (self, error) &&
         chancery_store_end_write (self, chancery_store_remove_within (self, uid, now_us, error), error);
}

/* Removes an article that has no notes and still the text that it came with; in a transaction. */
gboolean
chancery_store_remove_untouched (ChanceryStore  *self,
                                 const char     *uid,
                                 gint64          now_us,
                                 GError        **error)
{
  g_autofree char *untouched = NULL;

  return chancery_store_find_text (self, CHANCERY_STATEMENT_FIND_UNTOUCHED, uid, &untouched, error) &&
         (untouched == NULL || chancery_store_remove_within (self, uid, now_us, error));
}

/* Brings a removed article back; in a transaction. */
gboolean
chancery_store_restore_within (ChanceryStore  *self,
                               const char     *uid,
                               GError        **error)
{
  gboolean removed;
  gint64 id;

  if (!chancery_store_find_article (self, uid, &id, &removed, error))
    return FALSE;
  if (id == 0)
    return set_not_found (uid, error);

  return !removed || bring_back (self, id, error);
}

gboolean
chancery_store_restore_article (ChanceryStore  *self,
                                const char     *uid,
                                GError        **error)
{
  return chancery_store_begin_write (self, error) &&
         chancery_store_end_write (self, chancery_store_restore_within (self, uid, error), error);
}

/* Reading */

static gboolean
set_reading (ChanceryStore  *self,
             const char     *uid,
             gsize           position_chars,
             gboolean        read,
             GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_SET_READING, error);

  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_text (statement, 1, uid);
  chancery_sqlite_statement_bind_int64 (statement, 2, (gint64) position_chars);
  chancery_sqlite_statement_bind_int64 (statement, 3, read ? 1 : 0);
  if (!chancery_sqlite_statement_run (statement, error))
    return FALSE;

  return chancery_sqlite_connection_get_changes (self->connection) > 0 || set_not_found (uid, error);
}

gboolean
chancery_store_set_reading (ChanceryStore  *self,
                            const char     *uid,
                            gsize           position_chars,
                            gboolean        read,
                            GError        **error)
{
  return chancery_store_begin_write (self, error) &&
         chancery_store_end_write (self, set_reading (self, uid, position_chars, read, error), error);
}

gboolean
chancery_store_get_reading (ChanceryStore  *self,
                            const char     *uid,
                            gsize          *position_chars,
                            gboolean       *read,
                            GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_GET_READING, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_text (statement, 1, uid);
  if (!chancery_sqlite_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return set_not_found (uid, error);

  *position_chars = (gsize) chancery_sqlite_statement_get_int64 (statement, 0);
  *read = chancery_sqlite_statement_get_int64 (statement, 1) != 0;
  chancery_sqlite_statement_reset (statement);
  return TRUE;
}
