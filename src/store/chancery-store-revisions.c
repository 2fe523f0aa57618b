/* chancery-store-revisions.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-private.h"

#include <glib/gi18n.h>

#include "chancery-address.h"
#include "chancery-resemblance.h"

/* So many articles are compared word by word, at most. */
#define MAX_CANDIDATES 4

/* A phrase that is everywhere says little. */
#define MAX_HITS_A_PROBE 16

static gboolean
set_article_not_found (const char  *uid,
                       GError     **error)
{
  g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND,
               _("The library has no article “%s”."), uid);
  return FALSE;
}

static gboolean
find_present (ChanceryStore  *self,
              const char     *uid,
              gint64         *id,
              GError        **error)
{
  gboolean removed;

  if (!chancery_store_find_article (self, uid, id, &removed, error))
    return FALSE;

  return (*id != 0 && !removed) || set_article_not_found (uid, error);
}

/* Matching */

/* The articles that have any of the phrases, by how many of them. */
static gboolean
count_hits (ChanceryStore  *self,
            const char     *text,
            GHashTable     *hits,
            GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_FIND_PHRASE, error);
  g_autoptr (GPtrArray) probes = chancery_resemblance_get_probes (text);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < probes->len; i++)
    {
      g_autofree char *query = g_strconcat ("\"", g_ptr_array_index (probes, i), "\"", NULL);
      gboolean row = TRUE;

      chancery_sqlite_statement_bind_text (statement, 1, query);
      chancery_sqlite_statement_bind_int64 (statement, 2, MAX_HITS_A_PROBE);
      while (row)
        {
          gint64 id;

          if (!chancery_sqlite_statement_step (statement, &row, error))
            return FALSE;
          if (!row)
            break;
          id = chancery_sqlite_statement_get_int64 (statement, 0);
          g_hash_table_replace (hits, g_memdup2 (&id, sizeof id),
                                GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (hits, &id)) + 1));
        }
    }

  return TRUE;
}

/* The id with the most hits, which is taken out; 0 if none is left. */
static gint64
take_best (GHashTable *hits)
{
  GHashTableIter iter;
  gpointer key, value;
  gint64 best = 0;
  guint most = 0;

  g_hash_table_iter_init (&iter, hits);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (value) > most || (GPOINTER_TO_UINT (value) == most && *(gint64 *) key > best))
      {
        best = *(gint64 *) key;
        most = GPOINTER_TO_UINT (value);
      }
  g_hash_table_remove (hits, &best);

  return best;
}

/* The article of which @article is clearly a copy. */
static gboolean
find_copy (ChanceryStore    *self,
           ChanceryArticle  *article,
           char            **uid,
           double           *similarity,
           GError          **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_TEXT_OF_ARTICLE, error);
  g_autoptr (GHashTable) hits = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const char *text = chancery_article_get_text (article);
  double best = 0;

  if (statement == NULL || !count_hits (self, text, hits, error))
    return FALSE;

  for (guint i = 0; i < MAX_CANDIDATES; i++)
    {
      gint64 id = take_best (hits);
      const char *other;
      double resemblance;
      gboolean row;

      if (id == 0)
        break;
      chancery_sqlite_statement_bind_int64 (statement, 1, id);
      if (!chancery_sqlite_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        continue;
      other = chancery_sqlite_statement_get_text (statement, 1);
      if (other != NULL && chancery_resemblance_is_copy (text, other, &resemblance) && resemblance > best)
        {
          best = *similarity = resemblance;
          g_free (*uid);
          *uid = g_strdup (chancery_sqlite_statement_get_text (statement, 0));
        }
      chancery_sqlite_statement_reset (statement);
    }

  return TRUE;
}

static gboolean
measure_similarity (ChanceryStore    *self,
                    ChanceryArticle  *article,
                    const char       *uid,
                    double           *similarity,
                    GError          **error)
{
  g_autoptr (ChanceryArticle) other = chancery_store_load_article (self, uid, error);
  double containment;

  if (other == NULL)
    return FALSE;

  *similarity = chancery_resemblance_measure (chancery_article_get_text (article), chancery_article_get_text (other),
                                              &containment);
  return TRUE;
}

/* The newest article from that page, however its address is written. */
static gboolean
find_page (ChanceryStore  *self,
           const char     *address,
           char          **uid,
           GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_FIND_ADDRESS, error);
  g_auto (GStrv) spellings = chancery_address_spellings (address);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  for (int i = 0; spellings[i] != NULL; i++)
    chancery_sqlite_statement_bind_text (statement, i + 1, spellings[i]);
  if (!chancery_sqlite_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      *uid = g_strdup (chancery_sqlite_statement_get_text (statement, 0));
      chancery_sqlite_statement_reset (statement);
    }
  return TRUE;
}

static gboolean
match (ChanceryStore         *self,
       ChanceryArticle       *article,
       ChanceryArticleMatch  *what,
       char                 **uid,
       double                *similarity,
       GError               **error)
{
  const char *address = chancery_article_get_address (article);
  g_autofree char *digest = chancery_store_make_digest (article);

  /* The same words are the same article, wherever they were read. */
  if (!chancery_store_find_text (self, CHANCERY_STATEMENT_FIND_PRESENT_DIGEST, digest, uid, error))
    return FALSE;
  if (*uid != NULL)
    {
      *what = CHANCERY_ARTICLE_MATCH_SAME;
      *similarity = 1;
      return TRUE;
    }

  if (!chancery_store_find_text (self, CHANCERY_STATEMENT_FIND_PRESENT_UID, chancery_article_get_uid (article), uid, error) ||
      (*uid == NULL && address != NULL && !find_page (self, address, uid, error)))
    return FALSE;
  if (*uid != NULL ? !measure_similarity (self, article, *uid, similarity, error)
      : !find_copy (self, article, uid, similarity, error))
    return FALSE;

  *what = *uid != NULL ? CHANCERY_ARTICLE_MATCH_REVISION : CHANCERY_ARTICLE_MATCH_NEW;
  return TRUE;
}

/**
 * chancery_store_match_article:
 * @self: a store
 * @article: an article
 * @what: (out): what it is to the library
 * @uid: (out) (transfer full) (nullable): the article that is there
 * @similarity: (out): how much of the words both share
 * @error: return location
 *
 * See chancery_library_match_article_async().
 *
 * Returns: whether it worked
 */
gboolean
chancery_store_match_article (ChanceryStore         *self,
                              ChanceryArticle       *article,
                              ChanceryArticleMatch  *what,
                              char                 **uid,
                              double                *similarity,
                              GError               **error)
{
  gboolean success;

  *uid = NULL;
  *similarity = 0;
  if (!chancery_store_begin_read (self, error))
    return FALSE;

  success = match (self, article, what, uid, similarity, error);
  chancery_store_end_read (self);
  return success;
}

/* Revising */

static gboolean
run_with_id (ChanceryStore      *self,
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

/* Carried notes must be on this very article. */
static gboolean
check_carried (GPtrArray   *notes,
               const char  *uid,
               GError     **error)
{
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      ChanceryNote *note = g_ptr_array_index (notes, i);

      if (g_strcmp0 (chancery_note_get_article_uid (note), uid) == 0)
        continue;
      g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_INVALID,
                   _("The note “%s” is not on the article that is revised."), chancery_note_get_uid (note));
      return FALSE;
    }

  return TRUE;
}

static gboolean
revise (ChanceryStore    *self,
        const char       *uid,
        ChanceryArticle  *article,
        GPtrArray        *notes,
        gint64            now_us,
        GError          **error)
{
  gint64 id;

  return check_carried (notes, uid, error) &&
         find_present (self, uid, &id, error) &&
         run_with_id (self, CHANCERY_STATEMENT_KEEP_REVISION, id, error) &&
         run_with_id (self, CHANCERY_STATEMENT_KEEP_PLACES, id, error) &&
         run_with_id (self, CHANCERY_STATEMENT_TELL_REVISION, id, error) &&
         chancery_store_replace_article (self, id, article, now_us, error) &&
         run_with_id (self, CHANCERY_STATEMENT_ORPHAN_NOTES, id, error) &&
         chancery_store_write_notes_now (self, notes, NULL, error);
}

/**
 * chancery_store_revise_article:
 * @self: a store
 * @uid: an article
 * @article: its newer copy
 * @notes: (nullable) (element-type ChanceryNote): its notes in the new text
 * @now_us: the time
 * @error: return location
 *
 * See chancery_library_revise_article_async().
 *
 * Returns: whether it is on the disk
 */
gboolean
chancery_store_revise_article (ChanceryStore    *self,
                               const char       *uid,
                               ChanceryArticle  *article,
                               GPtrArray        *notes,
                               gint64            now_us,
                               GError          **error)
{
  return chancery_store_begin_write (self, error) &&
         chancery_store_end_write (self, revise (self, uid, article, notes, now_us, error), error);
}

/* The article as it was in a revision; @row_id and @added_us are the revision's. */
static ChanceryArticle *
load_kept (ChanceryStore  *self,
           gint64          id,
           guint           number,
           gint64         *row_id,
           gint64         *added_us,
           GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_LOAD_REVISION, error);
  ChanceryArticle *article;
  gboolean row;

  if (statement == NULL)
    return NULL;

  chancery_sqlite_statement_bind_int64 (statement, 1, id);
  chancery_sqlite_statement_bind_int64 (statement, 2, number);
  if (!chancery_sqlite_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND,
                           _("The article has no such revision."));
      return NULL;
    }

  article = chancery_store_read_article (statement);
  *row_id = chancery_sqlite_statement_get_int64 (statement, 15);
  *added_us = chancery_sqlite_statement_get_int64 (statement, 16);
  chancery_sqlite_statement_reset (statement);
  return article;
}

static gboolean
count_kept (ChanceryStore  *self,
            gint64          id,
            guint          *n_kept,
            GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_COUNT_REVISIONS, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_int64 (statement, 1, id);
  if (!chancery_sqlite_statement_step (statement, &row, error))
    return FALSE;
  *n_kept = (guint) chancery_sqlite_statement_get_int64 (statement, 0);
  chancery_sqlite_statement_reset (statement);

  return TRUE;
}

static gboolean
revert (ChanceryStore  *self,
        const char     *uid,
        GPtrArray      *notes,
        GError        **error)
{
  g_autoptr (ChanceryArticle) article = NULL;
  gint64 id, row_id, added_us;
  guint n_kept;

  if (!check_carried (notes, uid, error) || !find_present (self, uid, &id, error) ||
      !count_kept (self, id, &n_kept, error))
    return FALSE;

  article = load_kept (self, id, n_kept, &row_id, &added_us, error);
  return article != NULL &&
         run_with_id (self, CHANCERY_STATEMENT_TELL_REVISION, id, error) &&
         chancery_store_replace_article (self, id, article, added_us, error) &&
         run_with_id (self, CHANCERY_STATEMENT_ORPHAN_NOTES, id, error) &&
         run_with_id (self, CHANCERY_STATEMENT_RESTORE_PLACES, row_id, error) &&
         run_with_id (self, CHANCERY_STATEMENT_FORGET_REVISION, row_id, error) &&
         chancery_store_write_notes_now (self, notes, NULL, error);
}

/**
 * chancery_store_revert_revision:
 * @self: a store
 * @uid: an article
 * @notes: (nullable) (element-type ChanceryNote): notes that were made since
 * @error: return location
 *
 * See chancery_library_revert_revision_async().
 *
 * Returns: whether it is on the disk
 */
gboolean
chancery_store_revert_revision (ChanceryStore  *self,
                                const char     *uid,
                                GPtrArray      *notes,
                                GError        **error)
{
  return chancery_store_begin_write (self, error) &&
         chancery_store_end_write (self, revert (self, uid, notes, error), error);
}

/* Reading */

static gboolean
list (ChanceryStore  *self,
      const char     *uid,
      GPtrArray      *revisions,
      GError        **error)
{
  ChancerySqliteStatement *statement;
  gint64 id;

  if (!find_present (self, uid, &id, error))
    return FALSE;
  statement = chancery_store_statement (self, CHANCERY_STATEMENT_LIST_REVISIONS, error);
  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_int64 (statement, 1, id);
  while (TRUE)
    {
      ChanceryRevision *revision;
      const char *published;
      gboolean row;

      if (!chancery_sqlite_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      revision = g_new0 (ChanceryRevision, 1);
      revision->number = (guint) chancery_sqlite_statement_get_int64 (statement, 0);
      revision->headline = g_strdup (chancery_sqlite_statement_get_text (statement, 1));
      published = chancery_sqlite_statement_get_text (statement, 2);
      if (published != NULL)
        chancery_date_parse (published, &revision->published);
      revision->added_us = chancery_sqlite_statement_get_int64 (statement, 3);
      revision->is_current = chancery_sqlite_statement_get_int64 (statement, 4) != 0;
      g_ptr_array_add (revisions, revision);
    }
}

/**
 * chancery_store_list_revisions:
 * @self: a store
 * @uid: an article
 * @error: return location
 *
 * Returns: (transfer full) (element-type ChanceryRevision): its texts, the present
 *   one first
 */
GPtrArray *
chancery_store_list_revisions (ChanceryStore  *self,
                               const char     *uid,
                               GError        **error)
{
  g_autoptr (GPtrArray) revisions = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_revision_free);
  gboolean success;

  if (!chancery_store_begin_read (self, error))
    return NULL;

  success = list (self, uid, revisions, error);
  chancery_store_end_read (self);
  return success ? g_steal_pointer (&revisions) : NULL;
}

static ChanceryArticle *
load (ChanceryStore  *self,
      const char     *uid,
      guint           number,
      GError        **error)
{
  gint64 id, row_id, added_us;
  guint n_kept;

  if (!find_present (self, uid, &id, error) || !count_kept (self, id, &n_kept, error))
    return NULL;

  return number == n_kept + 1
    ? chancery_store_load_article (self, uid, error)
    : load_kept (self, id, number, &row_id, &added_us, error);
}

/**
 * chancery_store_load_revision:
 * @self: a store
 * @uid: an article
 * @number: one of its revisions
 * @error: return location
 *
 * Returns: (transfer full): the article as it was then
 */
ChanceryArticle *
chancery_store_load_revision (ChanceryStore  *self,
                              const char     *uid,
                              guint           number,
                              GError        **error)
{
  ChanceryArticle *article;

  if (!chancery_store_begin_read (self, error))
    return NULL;

  article = load (self, uid, number, error);
  chancery_store_end_read (self);
  return article;
}
