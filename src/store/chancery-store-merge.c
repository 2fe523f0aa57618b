/* chancery-store-merge.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-merge.h"

#include "chancery-store-insert.h"
#include "chancery-store-private.h"

/* From so many on, they are written in another way, and with more memory. */
#define MANY_NOTES 500u
#define MANY_ARTICLES 50u

static gboolean
merge_each_article (ChanceryStore  *self,
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

static gboolean
merge_articles (ChanceryStore  *self,
                GPtrArray      *articles,
                gint64          now_us,
                GStrvBuilder   *uids,
                GStrvBuilder   *new_uids,
                GError        **error)
{
  g_auto (ChanceryBulkInsert) bulk = { NULL };

  if (articles->len < MANY_ARTICLES)
    return merge_each_article (self, articles, now_us, uids, new_uids, error);

  return chancery_store_begin_articles (self, &bulk, error) &&
         merge_each_article (self, articles, now_us, uids, new_uids, error) &&
         chancery_store_end_bulk (self, &bulk, error);
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

  if (articles->len >= MANY_ARTICLES)
    chancery_store_enlarge_cache (self);
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

      if (!chancery_store_find_text (self, CHANCERY_STATEMENT_FIND_PRESENT_UID, chancery_article_get_uid (article), &uid, error) ||
          (uid == NULL && !chancery_store_find_text (self, CHANCERY_STATEMENT_FIND_PRESENT_DIGEST, digest, &uid, error)))
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

/* Adds the notes that aren't there. @others are those that are, or that come twice. */
static gboolean
add_new (ChanceryStore        *self,
         GPtrArray            *notes,
         ChanceryMergedNotes  *merged,
         GPtrArray            *others,
         GError              **error)
{
  g_auto (ChanceryPresentArticle) last = { 0 };

  for (guint i = 0; i < notes->len; i++)
    {
      ChanceryNote *note = g_ptr_array_index (notes, i);

      if (!chancery_store_run_with_note (self, CHANCERY_STATEMENT_ADD_NOTE, note, &last, error))
        return FALSE;
      if (chancery_sqlite_connection_get_changes (self->connection) > 0)
        g_ptr_array_add (merged->added, g_object_ref (note));
      else
        g_ptr_array_add (others, note);
    }
  return TRUE;
}

static gboolean
add_many_new (ChanceryStore        *self,
              GPtrArray            *notes,
              ChanceryMergedNotes  *merged,
              GPtrArray            *others,
              GError              **error)
{
  g_auto (ChanceryBulkInsert) bulk = { NULL };

  return chancery_store_begin_notes (self, &bulk, error) &&
         add_new (self, notes, merged, others, error) &&
         chancery_store_end_bulk (self, &bulk, error);
}

static gboolean
merge_notes (ChanceryStore        *self,
             GPtrArray            *notes,
             ChanceryMergedNotes  *merged,
             GError              **error)
{
  g_autoptr (ChancerySqliteStatement) statement = prepare_find_modified (self, error);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  if (statement == NULL ||
      !(notes->len >= MANY_NOTES ? add_many_new (self, notes, merged, others, error) : add_new (self, notes, merged, others, error)))
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

  if (notes->len >= MANY_NOTES)
    chancery_store_enlarge_cache (self);
  if (!chancery_store_begin_write (self, error) ||
      !chancery_store_end_write (self, merge_notes (self, notes, merged, error), error))
    return NULL;
  return g_steal_pointer (&merged);
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
