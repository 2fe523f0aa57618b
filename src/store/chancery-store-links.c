/* chancery-store-links.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-private.h"

/* What notes and articles are linked with: forwards by the notes' own links, backwards by the table note_links, which
 * triggers keep. */

/* A row that begins with what CHANCERY_STATEMENT_LINKED_NOTE selects. */
static void
read_note (ChancerySqliteStatement *statement,
           ChanceryLinkEnd         *end)
{
  int kind = CHANCERY_NOTE_KIND_NOTE;

  chancery_enum_from_nick (CHANCERY_TYPE_NOTE_KIND, chancery_sqlite_statement_get_text (statement, 3), &kind);
  g_set_str (&end->note_uid, chancery_sqlite_statement_get_text (statement, 0));
  g_set_str (&end->article_uid, chancery_sqlite_statement_get_text (statement, 1));
  g_set_str (&end->headline, chancery_sqlite_statement_get_text (statement, 2));
  g_set_str (&end->text, chancery_sqlite_statement_get_text (statement, 4));
  end->kind = (ChanceryNoteKind) kind;
  end->is_found = TRUE;
  end->has_article = end->article_uid != NULL;
}

static gboolean
find_note (ChanceryStore    *self,
           ChanceryLinkEnd  *end,
           GError          **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_LINKED_NOTE, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_text (statement, 1, end->note_uid);
  if (!chancery_sqlite_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      read_note (statement, end);
      chancery_sqlite_statement_reset (statement);
    }
  return TRUE;
}

static gboolean
find_article (ChanceryStore    *self,
              ChanceryLinkEnd  *end,
              GError          **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_LINKED_ARTICLE, error);

  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_text (statement, 1, end->article_uid);
  if (!chancery_sqlite_statement_step (statement, &end->has_article, error))
    return FALSE;
  if (end->has_article)
    {
      g_set_str (&end->headline, chancery_sqlite_statement_get_text (statement, 0));
      chancery_sqlite_statement_reset (statement);
    }
  if (end->note_uid == NULL)
    end->is_found = end->has_article;
  return TRUE;
}

static gboolean
add_forwards (ChanceryStore  *self,
              const char     *uid,
              GPtrArray      *ends,
              GError        **error)
{
  g_autoptr (GPtrArray) links = NULL;
  g_autofree char *json = NULL;

  if (!chancery_store_find_text (self, CHANCERY_STATEMENT_LINKS_OF_NOTE, uid, &json, error))
    return FALSE;

  links = chancery_note_links_from_json (json);
  for (guint i = 0; i < links->len; i++)
    {
      const ChanceryNoteLink *link = g_ptr_array_index (links, i);
      ChanceryLinkEnd *end = g_new0 (ChanceryLinkEnd, 1);

      g_ptr_array_add (ends, end);
      end->relation = link->relation;
      end->note_uid = g_strdup (link->note_uid);
      end->article_uid = g_strdup (link->article_uid);
      if ((end->note_uid != NULL && !find_note (self, end, error)) ||
          (!end->is_found && end->article_uid != NULL && !find_article (self, end, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
leads_to (const ChanceryNoteLink *link,
          const char             *uid,
          gboolean                is_article)
{
  return is_article ? link->note_uid == NULL && g_strcmp0 (link->article_uid, uid) == 0
                    : g_strcmp0 (link->note_uid, uid) == 0;
}

static gboolean
add_backwards (ChanceryStore     *self,
               const char        *uid,
               gboolean           is_article,
               ChanceryLinkEnds  *ends,
               GError           **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_LINKS_TO, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_text (statement, 1, uid);
  chancery_sqlite_statement_bind_int64 (statement, 2, is_article ? 1 : 0);
  chancery_sqlite_statement_bind_int64 (statement, 3, CHANCERY_LINK_ENDS_MAX_BACKWARDS + 1);
  for (guint n_notes = 0; ; n_notes++)
    {
      g_autoptr (GPtrArray) links = NULL;

      if (!chancery_sqlite_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (n_notes == CHANCERY_LINK_ENDS_MAX_BACKWARDS)
        {
          ends->has_more = TRUE;
          chancery_sqlite_statement_reset (statement);
          return TRUE;
        }

      links = chancery_note_links_from_json (chancery_sqlite_statement_get_text (statement, 5));
      for (guint i = 0; i < links->len; i++)
        {
          const ChanceryNoteLink *link = g_ptr_array_index (links, i);
          ChanceryLinkEnd *end;

          if (!leads_to (link, uid, is_article))
            continue;
          end = g_new0 (ChanceryLinkEnd, 1);
          end->is_backwards = TRUE;
          end->relation = link->relation;
          read_note (statement, end);
          g_ptr_array_add (ends->ends, end);
        }
    }
}

/**
 * chancery_store_load_links:
 * @self: a store
 * @uid: a note or an article
 * @of_article: whether it is an article
 * @error: return location
 *
 * See chancery_library_load_links_async().
 *
 * Returns: (transfer full): what it is linked with
 */
ChanceryLinkEnds *
chancery_store_load_links (ChanceryStore  *self,
                           const char     *uid,
                           gboolean        of_article,
                           GError        **error)
{
  g_autoptr (ChanceryLinkEnds) ends = chancery_link_ends_new ();

  if ((!of_article && !add_forwards (self, uid, ends->ends, error)) ||
      !add_backwards (self, uid, of_article, ends, error))
    return NULL;

  return g_steal_pointer (&ends);
}
