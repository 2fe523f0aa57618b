/* chancery-store-bulk.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-tag-count.h"

/* Many notes in one transaction: all of it happens, or nothing. */

/* Fewer are written one by one. */
#define MIN_BULK 8

static gboolean
run (ChanceryStore      *self,
     ChanceryStatement   which,
     GError            **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, which, error);

  return statement != NULL && chancery_sqlite_statement_run (statement, error);
}

static gboolean
put_notes (ChanceryStore  *self,
           GPtrArray      *notes,
           GError        **error)
{
  const gboolean bulk = notes->len >= MIN_BULK;
  g_auto (ChanceryPresentArticle) last = { 0 };

  if (bulk && (!run (self, CHANCERY_STATEMENT_MAKE_BULK, error) || !run (self, CHANCERY_STATEMENT_CLEAR_BULK, error)))
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    if (!chancery_store_run_with_note (self, bulk ? CHANCERY_STATEMENT_ADD_TO_BULK : CHANCERY_STATEMENT_PUT_NOTE,
                                       g_ptr_array_index (notes, i), &last, error))
      return FALSE;

  return !bulk || (run (self, CHANCERY_STATEMENT_PUT_BULK, error) && run (self, CHANCERY_STATEMENT_CLEAR_BULK, error));
}

static gboolean
collect_uids (ChanceryStore       *self,
              const char * const  *uids,
              GError             **error)
{
  ChancerySqliteStatement *statement;

  if (!run (self, CHANCERY_STATEMENT_MAKE_BULK, error) || !run (self, CHANCERY_STATEMENT_CLEAR_BULK, error))
    return FALSE;
  statement = chancery_store_statement (self, CHANCERY_STATEMENT_ADD_UID_TO_BULK, error);
  if (statement == NULL)
    return FALSE;

  for (gsize i = 0; uids[i] != NULL; i++)
    {
      chancery_sqlite_statement_bind_text (statement, 1, uids[i]);
      if (!chancery_sqlite_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_collected (ChanceryStore  *self,
                 GError        **error)
{
  ChancerySqliteStatement *missing = chancery_store_statement (self, CHANCERY_STATEMENT_FIND_MISSING_IN_BULK, error);
  gboolean row;

  if (missing == NULL || !chancery_sqlite_statement_step (missing, &row, error))
    return FALSE;
  if (row)
    {
      chancery_store_set_note_not_found (chancery_sqlite_statement_get_text (missing, 0), error);
      chancery_sqlite_statement_reset (missing);
      return FALSE;
    }

  return TRUE;
}

static gboolean
delete_collected (ChanceryStore  *self,
                  GError        **error)
{
  return run (self, CHANCERY_STATEMENT_DELETE_BULK, error) && run (self, CHANCERY_STATEMENT_CLEAR_BULK, error);
}

static gboolean
delete_notes (ChanceryStore       *self,
              const char * const  *uids,
              GError             **error)
{
  if (g_strv_length ((char **) uids) >= MIN_BULK)
    return collect_uids (self, uids, error) && check_collected (self, error) && delete_collected (self, error);

  for (gsize i = 0; uids[i] != NULL; i++)
    if (!chancery_store_delete_note (self, uids[i], error))
      return FALSE;

  return TRUE;
}

/* Removes and puts notes; in a transaction. */
gboolean
chancery_store_write_notes_now (ChanceryStore       *self,
                                GPtrArray           *put,
                                const char * const  *removed,
                                GError             **error)
{
  return (removed == NULL || delete_notes (self, removed, error)) &&
         (put == NULL || put_notes (self, put, error));
}

/**
 * chancery_store_write_notes:
 * @self: a store
 * @put: (nullable) (element-type ChanceryNote): notes to insert or replace
 * @removed: (nullable) (array zero-terminated=1): the uids of notes to remove first
 * @error: return location
 *
 * See chancery_library_write_notes_async().
 *
 * Returns: whether it is on the disk
 */
gboolean
chancery_store_write_notes (ChanceryStore       *self,
                            GPtrArray           *put,
                            const char * const  *removed,
                            GError             **error)
{
  return chancery_store_begin_write (self, error) &&
         chancery_store_end_write (self, chancery_store_write_notes_now (self, put, removed, error), error);
}

static gboolean
write_import (ChanceryStore       *self,
              GPtrArray           *put,
              const char * const  *removed,
              const char * const  *articles,
              gboolean             back,
              gint64               now_us,
              GError             **error)
{
  for (gsize i = 0; back && articles[i] != NULL; i++)
    if (!chancery_store_restore_within (self, articles[i], error))
      return FALSE;

  if ((removed != NULL && (!collect_uids (self, removed, error) || !delete_collected (self, error))) ||
      (put != NULL && !put_notes (self, put, error)))
    return FALSE;

  for (gsize i = 0; !back && articles[i] != NULL; i++)
    if (!chancery_store_remove_untouched (self, articles[i], now_us, error))
      return FALSE;
  return TRUE;
}

/**
 * chancery_store_write_import:
 * @self: a store
 * @put: (nullable) (element-type ChanceryNote): notes to insert or replace
 * @removed: (nullable) (array zero-terminated=1): the uids of notes to remove first, as far as they are there
 * @articles: (array zero-terminated=1): the articles that came with them
 * @back: whether they come back; else they go
 * @now_us: the time
 * @error: return location
 *
 * See chancery_library_write_import_async().
 *
 * Returns: whether it is on the disk
 */
gboolean
chancery_store_write_import (ChanceryStore       *self,
                             GPtrArray           *put,
                             const char * const  *removed,
                             const char * const  *articles,
                             gboolean             back,
                             gint64               now_us,
                             GError             **error)
{
  return chancery_store_begin_write (self, error) &&
         chancery_store_end_write (self, write_import (self, put, removed, articles, back, now_us, error), error);
}

/* Tags */

static int
compare_tags (gconstpointer a,
              gconstpointer b)
{
  return strcmp (((const ChanceryTagCount *) *(gconstpointer *) a)->tag,
                 ((const ChanceryTagCount *) *(gconstpointer *) b)->tag);
}

/**
 * chancery_store_list_tags:
 * @self: a store
 * @error: return location
 *
 * Returns: (transfer full) (element-type ChanceryTagCount): the tags that notes
 *   have, by name
 */
GPtrArray *
chancery_store_list_tags (ChanceryStore  *self,
                          GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_LIST_TAGS, error);
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_tag_count_free);
  gboolean row;

  if (statement == NULL)
    return NULL;

  while (TRUE)
    {
      if (!chancery_sqlite_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      g_ptr_array_add (tags, chancery_tag_count_new (chancery_sqlite_statement_get_text (statement, 0),
                                                     (guint) chancery_sqlite_statement_get_int64 (statement, 1)));
    }
  g_ptr_array_sort (tags, compare_tags);

  return g_steal_pointer (&tags);
}

/* Adds the notes with a tag, each once. */
static gboolean
add_notes_with_tag (ChanceryStore  *self,
                    const char     *tag,
                    GHashTable     *seen,
                    GPtrArray      *notes,
                    GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_NOTES_WITH_TAG, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_text (statement, 1, tag);
  while (TRUE)
    {
      g_autoptr (ChanceryNote) note = NULL;

      if (!chancery_sqlite_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      note = chancery_store_read_note (statement);
      if (g_hash_table_add (seen, (gpointer) chancery_note_get_uid (note)))
        g_ptr_array_add (notes, g_steal_pointer (&note));
    }
}

static ChanceryNote *
make_renamed (ChanceryNote       *note,
              const char * const *from,
              const char         *to,
              gint64              now_us)
{
  const char * const *tags = chancery_note_get_tags (note);
  ChanceryNote *renamed = chancery_note_copy (note);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) left = NULL;

  for (gsize i = 0; tags[i] != NULL; i++)
    if (!g_strv_contains (from, tags[i]))
      g_strv_builder_add (builder, tags[i]);
  if (to != NULL)
    g_strv_builder_add (builder, to);
  left = g_strv_builder_end (builder);
  chancery_note_set_tags (renamed, (const char * const *) left);
  chancery_note_set_modified_us (renamed, MAX (now_us, chancery_note_get_modified_us (note) + 1));

  return renamed;
}

static gboolean
rename_tags (ChanceryStore       *self,
             const char * const  *from,
             const char          *to,
             gint64               now_us,
             GPtrArray           *before,
             GPtrArray           *after,
             GError             **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; from[i] != NULL; i++)
    if (!add_notes_with_tag (self, from[i], seen, before, error))
      return FALSE;

  for (guint i = 0; i < before->len; i++)
    g_ptr_array_add (after, make_renamed (g_ptr_array_index (before, i), from, to, now_us));

  return chancery_store_write_notes_now (self, after, NULL, error);
}

/**
 * chancery_store_rename_tags:
 * @self: a store
 * @from: (array zero-terminated=1): tags
 * @to: (nullable): what they are to be; %NULL for nothing
 * @now_us: the time
 * @before: (out) (transfer full) (element-type ChanceryNote): the notes that
 *   changed, as they were
 * @after: (out) (transfer full) (element-type ChanceryNote): the same, as they are
 * @error: return location
 *
 * See chancery_library_rename_tags_async().
 *
 * Returns: whether it is on the disk
 */
gboolean
chancery_store_rename_tags (ChanceryStore       *self,
                            const char * const  *from,
                            const char          *to,
                            gint64               now_us,
                            GPtrArray          **before,
                            GPtrArray          **after,
                            GError             **error)
{
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) new = g_ptr_array_new_with_free_func (g_object_unref);

  if (to != NULL && *to == '\0')
    {
      g_set_error_literal (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_INVALID, _("A tag must have a name."));
      return FALSE;
    }
  if (!chancery_store_begin_write (self, error) ||
      !chancery_store_end_write (self, rename_tags (self, from, to, now_us, old, new, error), error))
    return FALSE;

  *before = g_steal_pointer (&old);
  *after = g_steal_pointer (&new);
  return TRUE;
}
