/* chancery-store-visit.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-visit.h"

#include <string.h>

#include "chancery-store-private.h"

/* So many notes are in memory at a time. */
#define PAGE_ROWS 512

/* The properties of an article, in the columns of one with its text. */
#define PROPERTIES \
  "SELECT " CHANCERY_ARTICLE_COLUMNS " FROM articles AS a LEFT JOIN (SELECT NULL AS text, NULL AS blocks) AS t ON TRUE " \
  "WHERE a.uid = ?1"

#define PLACE_OF_NOTE \
  "SELECT coalesce (n.article, 0), coalesce (n.start_chars, -1), n.id FROM notes AS n WHERE n.uid = ?1"

#define ONE_NOTE \
  "SELECT " CHANCERY_NOTE_COLUMNS " FROM notes AS n LEFT JOIN articles AS a ON a.id = n.article WHERE n.id = ?1"

typedef struct
{
  gint64 article;
  gint64 start_chars;
  gint64 id;
} Place;

typedef struct
{
  ChanceryStore *store;
  const ChanceryVisitor *visitor;
  gpointer user_data;

  /* One of the two: what satisfies a filter, or (element-type Place) the notes that were named */
  ChanceryCursor *cursor;
  GArray *places;
  ChancerySqliteStatement *one_note;

  ChancerySqliteStatement *properties;
  ChanceryArticle *article;
} Visit;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *first = a, *second = b;

  if (first->article != second->article)
    return first->article < second->article ? -1 : 1;
  if (first->start_chars != second->start_chars)
    return first->start_chars < second->start_chars ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id ? 1 : 0;
}

static gboolean
find_named (Visit               *visit,
            const char * const  *uids,
            GError             **error)
{
  g_autoptr (ChancerySqliteStatement) statement =
    chancery_sqlite_connection_prepare (visit->store->connection, PLACE_OF_NOTE, error);

  visit->places = g_array_new (FALSE, FALSE, sizeof (Place));
  visit->one_note = chancery_sqlite_connection_prepare (visit->store->connection, ONE_NOTE, error);
  if (statement == NULL || visit->one_note == NULL)
    return FALSE;

  for (gsize i = 0; uids[i] != NULL; i++)
    {
      gboolean row;

      chancery_sqlite_statement_bind_text (statement, 1, uids[i]);
      if (!chancery_sqlite_statement_step (statement, &row, error))
        return FALSE;
      if (row)
        {
          Place place = {
            chancery_sqlite_statement_get_int64 (statement, 0),
            chancery_sqlite_statement_get_int64 (statement, 1),
            chancery_sqlite_statement_get_int64 (statement, 2),
          };

          g_array_append_val (visit->places, place);
          chancery_sqlite_statement_reset (statement);
        }
    }
  g_array_sort (visit->places, compare_places);
  return TRUE;
}

static gboolean
find_filtered (Visit                     *visit,
               const ChanceryNoteFilter  *filter,
               GError                   **error)
{
  ChanceryNoteFilter sorted = { 0 };

  if (filter != NULL)
    sorted = *filter;
  sorted.sort = CHANCERY_NOTE_SORT_PLACE;
  visit->cursor = chancery_store_find_rows (visit->store, &sorted, error);
  return visit->cursor != NULL;
}

static guint
count_notes (Visit *visit)
{
  const guint n_notes = visit->cursor != NULL ? visit->cursor->n_rows : visit->places->len;

  return visit->visitor->n_max != 0 ? MIN (n_notes, visit->visitor->n_max) : n_notes;
}

static gboolean
fetch (Visit      *visit,
       guint       position,
       GPtrArray  *notes,
       GError    **error)
{
  if (visit->cursor != NULL)
    return chancery_cursor_fetch (visit->cursor, position, PAGE_ROWS, notes, error);

  for (guint i = position; i < visit->places->len && i < position + PAGE_ROWS; i++)
    {
      gboolean row;

      chancery_sqlite_statement_bind_int64 (visit->one_note, 1, g_array_index (visit->places, Place, i).id);
      if (!chancery_sqlite_statement_step (visit->one_note, &row, error))
        return FALSE;
      if (row)
        {
          g_ptr_array_add (notes, chancery_store_read_note (visit->one_note));
          chancery_sqlite_statement_reset (visit->one_note);
        }
    }
  return TRUE;
}

/* The article stays until another is asked for. */
static gboolean
load_article (Visit       *visit,
              const char  *uid,
              GError     **error)
{
  gboolean row;

  if (visit->article != NULL && (uid == NULL || strcmp (chancery_article_get_uid (visit->article), uid) != 0))
    g_clear_object (&visit->article);
  if (uid == NULL || visit->article != NULL)
    return TRUE;

  if (visit->visitor->with_text)
    {
      visit->article = chancery_store_load_article (visit->store, uid, error);
      return visit->article != NULL;
    }

  if (visit->properties == NULL)
    visit->properties = chancery_sqlite_connection_prepare (visit->store->connection, PROPERTIES, error);
  if (visit->properties == NULL)
    return FALSE;
  chancery_sqlite_statement_bind_text (visit->properties, 1, uid);
  if (!chancery_sqlite_statement_step (visit->properties, &row, error))
    return FALSE;
  if (row)
    {
      visit->article = chancery_store_read_article (visit->properties);
      chancery_sqlite_statement_reset (visit->properties);
    }
  return TRUE;
}

typedef gboolean (*PageFunc) (Visit         *visit,
                              ChanceryNote  *note,
                              gpointer       data,
                              GError       **error);

static gboolean
go_through (Visit     *visit,
            PageFunc   func,
            gpointer   data,
            GError   **error)
{
  const guint n_notes = count_notes (visit);

  for (guint position = 0; position < n_notes; position += PAGE_ROWS)
    {
      g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

      if (!fetch (visit, position, notes, error))
        return FALSE;
      for (guint i = 0; i < notes->len && position + i < n_notes; i++)
        if (!func (visit, notes->pdata[i], data, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
tell_article (Visit         *visit,
              ChanceryNote  *note,
              gpointer       told,
              GError       **error)
{
  const char *uid = chancery_note_get_article_uid (note);

  if (uid == NULL || g_hash_table_contains (told, uid))
    return TRUE;

  g_hash_table_add (told, g_strdup (uid));
  return load_article (visit, uid, error) &&
         (visit->article == NULL || visit->visitor->article (visit->article, visit->user_data, error));
}

static gboolean
tell_note (Visit         *visit,
           ChanceryNote  *note,
           gpointer       data,
           GError       **error)
{
  return load_article (visit, chancery_note_get_article_uid (note), error) &&
         visit->visitor->note (visit->article, note, visit->user_data, error);
}

static gboolean
tell_all (Visit   *visit,
          GError **error)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (visit->visitor->begin != NULL && !visit->visitor->begin (count_notes (visit), visit->user_data, error))
    return FALSE;
  if (visit->visitor->article != NULL && !go_through (visit, tell_article, told, error))
    return FALSE;
  return (visit->visitor->note == NULL || go_through (visit, tell_note, NULL, error)) &&
         (visit->visitor->end == NULL || visit->visitor->end (visit->user_data, error));
}

/**
 * chancery_store_visit:
 *
 * See chancery_library_visit_async().
 *
 * Returns: whether everything was visited
 */
gboolean
chancery_store_visit (ChanceryStore             *self,
                      const ChanceryNoteFilter  *filter,
                      const char * const        *uids,
                      const ChanceryVisitor     *visitor,
                      gpointer                   user_data,
                      GError                   **error)
{
  Visit visit = { .store = self, .visitor = visitor, .user_data = user_data };
  gboolean success;

  if (!chancery_store_begin_read (self, error))
    return FALSE;

  success = (uids != NULL ? find_named (&visit, uids, error) : find_filtered (&visit, filter, error)) &&
            tell_all (&visit, error);

  g_clear_pointer (&visit.cursor, chancery_cursor_free);
  g_clear_pointer (&visit.places, g_array_unref);
  g_clear_pointer (&visit.one_note, chancery_sqlite_statement_free);
  g_clear_pointer (&visit.properties, chancery_sqlite_statement_free);
  g_clear_object (&visit.article);
  chancery_store_end_read (self);
  return success;
}

void
chancery_article_place_free (ChanceryArticlePlace *place)
{
  g_free (place->uid);
  g_free (place->address);
  g_free (place->headline);
  g_free (place);
}

/**
 * chancery_store_list_places:
 *
 * See chancery_library_list_places_async().
 *
 * Returns: (transfer full) (element-type ChanceryArticlePlace): the articles
 */
GPtrArray *
chancery_store_list_places (ChanceryStore  *self,
                            GError        **error)
{
  g_autoptr (ChancerySqliteStatement) statement = chancery_sqlite_connection_prepare (
    self->connection, "SELECT a.uid, a.address, a.headline, t.text <> '' FROM articles AS a "
    "LEFT JOIN texts AS t ON t.article = a.id WHERE a.removed_us IS NULL", error);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_article_place_free);
  gboolean row;

  if (statement == NULL)
    return NULL;

  while (TRUE)
    {
      ChanceryArticlePlace *place;

      if (!chancery_sqlite_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&places);
      place = g_new (ChanceryArticlePlace, 1);
      *place = (ChanceryArticlePlace) {
        .uid = g_strdup (chancery_sqlite_statement_get_text (statement, 0)),
        .address = g_strdup (chancery_sqlite_statement_get_text (statement, 1)),
        .headline = g_strdup (chancery_sqlite_statement_get_text (statement, 2)),
        .has_text = chancery_sqlite_statement_get_int64 (statement, 3) != 0,
      };
      g_ptr_array_add (places, place);
    }
}
