/* chancery-store-notes.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-store-words.h"

/* A row of CHANCERY_NOTE_COLUMNS. */
ChanceryNote *
chancery_store_read_note (ChancerySqliteStatement *statement)
{
  g_auto (GStrv) tags = chancery_words_from_json (chancery_sqlite_statement_get_text (statement, 10));
  g_auto (GStrv) states = chancery_words_from_json (chancery_sqlite_statement_get_text (statement, 11));
  /* Borrowed from the row. */
  ChancerySelector selector = {
    .exact = (char *) chancery_sqlite_statement_get_text (statement, 2),
    .prefix = (char *) chancery_sqlite_statement_get_text (statement, 3),
    .suffix = (char *) chancery_sqlite_statement_get_text (statement, 4),
    .has_position = !chancery_sqlite_statement_is_null (statement, 5),
    .start_chars = (gsize) chancery_sqlite_statement_get_int64 (statement, 5),
    .end_chars = (gsize) chancery_sqlite_statement_get_int64 (statement, 6),
  };
  g_autoptr (GPtrArray) links = chancery_note_links_from_json (chancery_sqlite_statement_get_text (statement, 16));
  const char *due_text = chancery_sqlite_statement_get_text (statement, 15);
  int colour = CHANCERY_COLOUR_YELLOW, kind = CHANCERY_NOTE_KIND_NOTE;
  ChanceryDate due = CHANCERY_DATE_NONE;

  /* A word that this version doesn't know leaves the usual one. */
  chancery_enum_from_nick (CHANCERY_TYPE_COLOUR, chancery_sqlite_statement_get_text (statement, 8), &colour);
  chancery_enum_from_nick (CHANCERY_TYPE_NOTE_KIND, chancery_sqlite_statement_get_text (statement, 9), &kind);

  if (due_text != NULL)
    chancery_date_parse (due_text, &due);

  return chancery_note_new (&(ChanceryNoteFields) {
    .uid = chancery_sqlite_statement_get_text (statement, 0),
    .article_uid = chancery_sqlite_statement_get_text (statement, 1),
    .selector = selector.exact != NULL ? &selector : NULL,
    .body = chancery_sqlite_statement_get_text (statement, 7),
    .colour = (ChanceryColour) colour,
    .kind = (ChanceryNoteKind) kind,
    .tags = (const char * const *) tags,
    .states = (const char * const *) states,
    .created_us = chancery_sqlite_statement_get_int64 (statement, 12),
    .modified_us = chancery_sqlite_statement_get_int64 (statement, 13),
    .orphan = chancery_sqlite_statement_get_int64 (statement, 14) != 0,
    .due = due,
    .links = links,
    .score = chancery_sqlite_statement_get_double (statement, 17),
    .foreign = chancery_sqlite_statement_get_text (statement, 18),
  });
}

void
chancery_present_article_clear (ChanceryPresentArticle *self)
{
  self->id = 0;
  g_clear_pointer (&self->uid, g_free);
}

/* Finds the row of an article that is there. @last may be %NULL. */
static gboolean
find_present (ChanceryStore           *self,
              const char              *uid,
              ChanceryPresentArticle  *last,
              gint64                  *id,
              GError                 **error)
{
  gboolean removed = FALSE;

  if (last != NULL && last->id != 0 && strcmp (last->uid, uid) == 0)
    {
      *id = last->id;
      return TRUE;
    }
  if (!chancery_store_find_article (self, uid, id, &removed, error))
    return FALSE;
  if (*id == 0 || removed)
    {
      g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND,
                   _("The library has no article “%s”."), uid);
      return FALSE;
    }

  if (last != NULL)
    {
      last->id = *id;
      g_set_str (&last->uid, uid);
    }
  return TRUE;
}

/* Runs a statement that takes a note's row. @last is the article of the note before, or %NULL. */
gboolean
chancery_store_run_with_note (ChanceryStore           *self,
                              ChanceryStatement        which,
                              ChanceryNote            *note,
                              ChanceryPresentArticle  *last,
                              GError                 **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, which, error);
  g_autofree char *tags = NULL, *states = NULL, *due = NULL, *links = NULL;
  ChanceryNoteFields fields;
  gint64 article = 0;

  if (statement == NULL)
    return FALSE;

  chancery_note_get_fields (note, &fields);
  if (*fields.uid == '\0')
    {
      g_set_error_literal (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_INVALID,
                           _("A note without an identity can’t be kept."));
      return FALSE;
    }
  if (fields.selector != NULL && fields.selector->has_position &&
      fields.selector->start_chars > fields.selector->end_chars)
    {
      g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_INVALID,
                   _("The note “%s” ends before it begins."), fields.uid);
      return FALSE;
    }
  if (fields.article_uid != NULL && !find_present (self, fields.article_uid, last, &article, error))
    return FALSE;

  tags = chancery_words_to_json (fields.tags);
  states = chancery_words_to_json (fields.states);
  due = chancery_date_is_set (fields.due) ? chancery_date_to_string (fields.due) : NULL;
  links = chancery_note_links_to_json (fields.links);
  chancery_sqlite_statement_bind_text (statement, 1, fields.uid);
  if (article != 0)
    chancery_sqlite_statement_bind_int64 (statement, 2, article);
  if (fields.selector != NULL)
    {
      chancery_sqlite_statement_bind_text (statement, 3, fields.selector->exact);
      chancery_sqlite_statement_bind_text (statement, 4, fields.selector->prefix);
      chancery_sqlite_statement_bind_text (statement, 5, fields.selector->suffix);
      if (fields.selector->has_position)
        {
          chancery_sqlite_statement_bind_int64 (statement, 6, (gint64) fields.selector->start_chars);
          chancery_sqlite_statement_bind_int64 (statement, 7, (gint64) fields.selector->end_chars);
        }
    }
  chancery_sqlite_statement_bind_text (statement, 8, fields.body != NULL ? fields.body : "");
  chancery_sqlite_statement_bind_text (statement, 9, chancery_enum_to_nick (CHANCERY_TYPE_COLOUR, (int) fields.colour));
  chancery_sqlite_statement_bind_text (statement, 10, chancery_enum_to_nick (CHANCERY_TYPE_NOTE_KIND, (int) fields.kind));
  chancery_sqlite_statement_bind_text (statement, 11, tags);
  chancery_sqlite_statement_bind_text (statement, 12, states);
  chancery_sqlite_statement_bind_int64 (statement, 13, fields.created_us);
  chancery_sqlite_statement_bind_int64 (statement, 14, fields.modified_us);
  chancery_sqlite_statement_bind_int64 (statement, 15, fields.orphan ? 1 : 0);
  chancery_sqlite_statement_bind_text (statement, 16, due);
  chancery_sqlite_statement_bind_text (statement, 17, links);
  chancery_sqlite_statement_bind_double (statement, 18, fields.score);
  chancery_sqlite_statement_bind_text (statement, 19, fields.foreign);
  if (due != NULL)
    chancery_sqlite_statement_bind_int64 (statement, 20, chancery_due_day (fields.due));

  return chancery_sqlite_statement_run (statement, error);
}

/* Inserts or replaces a note; in a transaction. */
gboolean
chancery_store_write_note (ChanceryStore  *self,
                           ChanceryNote   *note,
                           GError        **error)
{
  return chancery_store_run_with_note (self, CHANCERY_STATEMENT_PUT_NOTE, note, NULL, error);
}

/**
 * chancery_store_put_note:
 * @self: a store
 * @note: a note
 * @error: return location
 *
 * See chancery_library_put_note_async().
 *
 * Returns: whether it is on the disk
 */
gboolean
chancery_store_put_note (ChanceryStore  *self,
                         ChanceryNote   *note,
                         GError        **error)
{
  return chancery_store_begin_write (self, error) &&
         chancery_store_end_write (self, chancery_store_write_note (self, note, error), error);
}

gboolean
chancery_store_set_note_not_found (const char  *uid,
                                   GError     **error)
{
  g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND, _("The library has no note “%s”."), uid);
  return FALSE;
}

/* Removes a note; in a transaction. */
gboolean
chancery_store_delete_note (ChanceryStore  *self,
                            const char     *uid,
                            GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_DELETE_NOTE, error);

  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_text (statement, 1, uid);
  if (!chancery_sqlite_statement_run (statement, error))
    return FALSE;

  return chancery_sqlite_connection_get_changes (self->connection) > 0 || chancery_store_set_note_not_found (uid, error);
}

gboolean
chancery_store_remove_note (ChanceryStore  *self,
                            const char     *uid,
                            GError        **error)
{
  return chancery_store_begin_write (self, error) &&
         chancery_store_end_write (self, chancery_store_delete_note (self, uid, error), error);
}

ChanceryNote *
chancery_store_load_note (ChanceryStore  *self,
                          const char     *uid,
                          GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_LOAD_NOTE, error);
  ChanceryNote *note;
  gboolean row;

  if (statement == NULL)
    return NULL;

  chancery_sqlite_statement_bind_text (statement, 1, uid);
  if (!chancery_sqlite_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      chancery_store_set_note_not_found (uid, error);
      return NULL;
    }

  note = chancery_store_read_note (statement);
  chancery_sqlite_statement_reset (statement);
  return note;
}

GHashTable *
chancery_store_count_by_state (ChanceryStore  *self,
                               const char     *article_uid,
                               GError        **error)
{
  ChancerySqliteStatement *statement =
    chancery_store_statement (self, article_uid != NULL ? CHANCERY_STATEMENT_COUNT_BY_STATE_OF_ARTICLE
                              : CHANCERY_STATEMENT_COUNT_BY_STATE, error);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean row;

  if (statement == NULL)
    return NULL;

  if (article_uid != NULL)
    chancery_sqlite_statement_bind_text (statement, 1, article_uid);
  while (TRUE)
    {
      if (!chancery_sqlite_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&counts);
      g_hash_table_insert (counts, g_strdup (chancery_sqlite_statement_get_text (statement, 0)),
                           GUINT_TO_POINTER ((guint) chancery_sqlite_statement_get_int64 (statement, 1)));
    }
}
