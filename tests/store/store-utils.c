/* store-utils.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-utils.h"

#include <sqlite3.h>
#include <string.h>

#include "chancery-article-notes.h"

/* A path in the test's own folder; (transfer full). */
char *
test_make_path (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

void
test_result_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

GAsyncResult *
test_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

ChanceryLibrary *
test_try_open (const char            *path,
               ChanceryLibraryFlags   flags,
               GError               **error)
{
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (GAsyncResult) result = NULL;

  chancery_library_open_async (file, flags, NULL, test_result_cb, &result);
  return chancery_library_open_finish (test_wait (&result), error);
}

ChanceryLibrary *
test_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  ChanceryLibrary *library = test_try_open (path, CHANCERY_LIBRARY_DEFAULT, &error);

  g_assert_no_error (error);
  return library;
}

/* Takes the last reference. */
void
test_close (ChanceryLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  chancery_library_close_async (library, NULL, test_result_cb, &result);
  chancery_library_close_finish (library, test_wait (&result), &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  /* What came after, such as lists that went, refers to it until it is done. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (library);
}

ChanceryArticle *
test_make_article (const char *uid,
                   const char *headline,
                   const char *published,
                   const char *text)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  ChanceryDate date = CHANCERY_DATE_NONE;

  if (published != NULL)
    g_assert_true (chancery_date_parse (published, &date));
  for (gsize i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_PARAGRAPH, 0, lines[i]));

  return chancery_article_new (&(ChanceryArticleFields) {
    .uid = uid, .headline = headline, .published = date, .source = "TASS", .lang = "en", .blocks = blocks });
}

ChanceryNote *
test_make_note (const char      *uid,
                ChanceryArticle *article,
                const char      *quote,
                const char      *body,
                gint64           created_us)
{
  const char *text = chancery_article_get_text (article);
  const char *found = strstr (text, quote);
  g_autoptr (ChancerySelector) selector = NULL;
  gsize start;

  g_assert_nonnull (found);
  start = (gsize) (found - text);
  selector = chancery_selector_new_for_span (text, start, start + strlen (quote));

  return chancery_note_new (&(ChanceryNoteFields) {
    .uid = uid, .article_uid = chancery_article_get_uid (article), .selector = selector, .body = body,
    .created_us = created_us, .modified_us = created_us });
}

ChanceryNote *
test_make_state_note (const char         *uid,
                      const char         *body,
                      gint64              created_us,
                      const char * const *states,
                      const char * const *tags)
{
  return chancery_note_new (&(ChanceryNoteFields) {
    .uid = uid, .body = body, .created_us = created_us, .modified_us = created_us, .states = states, .tags = tags });
}

char *
test_import (ChanceryLibrary *library,
             ChanceryArticle *article,
             gboolean        *is_new)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *uid;

  chancery_library_import_article_async (library, article, NULL, test_result_cb, &result);
  uid = chancery_library_import_article_finish (library, test_wait (&result), is_new, &error);
  g_assert_no_error (error);
  return uid;
}

ChanceryArticle *
test_load_article (ChanceryLibrary  *library,
                   const char       *uid,
                   GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  chancery_library_load_article_async (library, uid, NULL, test_result_cb, &result);
  return chancery_library_load_article_finish (library, test_wait (&result), error);
}

gboolean
test_remove_article (ChanceryLibrary  *library,
                     const char       *uid,
                     GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  chancery_library_remove_article_async (library, uid, NULL, test_result_cb, &result);
  return chancery_library_remove_article_finish (library, test_wait (&result), error);
}

gboolean
test_restore_article (ChanceryLibrary  *library,
                      const char       *uid,
                      GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  chancery_library_restore_article_async (library, uid, NULL, test_result_cb, &result);
  return chancery_library_restore_article_finish (library, test_wait (&result), error);
}

gboolean
test_put_note (ChanceryLibrary  *library,
               ChanceryNote     *note,
               GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  chancery_library_put_note_async (library, note, NULL, test_result_cb, &result);
  return chancery_library_put_note_finish (library, test_wait (&result), error);
}

gboolean
test_remove_note (ChanceryLibrary  *library,
                  const char       *uid,
                  GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  chancery_library_remove_note_async (library, uid, NULL, test_result_cb, &result);
  return chancery_library_remove_note_finish (library, test_wait (&result), error);
}

ChanceryNote *
test_load_note (ChanceryLibrary  *library,
                const char       *uid,
                GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  chancery_library_load_note_async (library, uid, NULL, test_result_cb, &result);
  return chancery_library_load_note_finish (library, test_wait (&result), error);
}

GListModel *
test_list_articles (ChanceryLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *list;

  chancery_library_list_articles_async (library, NULL, test_result_cb, &result);
  list = chancery_library_list_articles_finish (library, test_wait (&result), &error);
  g_assert_no_error (error);
  return list;
}

GListModel *
test_list_notes (ChanceryLibrary          *library,
                 const ChanceryNoteFilter *filter)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *list;

  chancery_library_list_notes_async (library, filter, NULL, test_result_cb, &result);
  list = chancery_library_list_notes_finish (library, test_wait (&result), &error);
  g_assert_no_error (error);
  return list;
}

GPtrArray *
test_search (ChanceryLibrary *library,
             const char      *words)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *results;

  chancery_library_search_async (library, words, 20, NULL, test_result_cb, &result);
  results = chancery_library_search_finish (library, test_wait (&result), &error);
  g_assert_no_error (error);
  return results;
}

void
test_assert_sound (ChanceryLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) problems = NULL;
  g_autofree char *joined = NULL;

  chancery_library_check_async (library, NULL, test_result_cb, &result);
  problems = chancery_library_check_finish (library, test_wait (&result), &error);
  g_assert_no_error (error);
  joined = g_strjoinv ("\n", problems);
  g_assert_cmpstr (joined, ==, "");
}

static void
settle (ChanceryLibrary  *library,
        GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GHashTable) counts = NULL;

  chancery_library_count_notes_by_state_async (library, NULL, NULL, test_result_cb, &result);
  counts = chancery_library_count_notes_by_state_finish (library, test_wait (&result), error);
}

/* Waits until everything asked for before has been done. */
void
test_settle (ChanceryLibrary *library)
{
  g_autoptr (GError) error = NULL;

  settle (library, &error);
  g_assert_no_error (error);
}

/* The same, where nothing can be read. */
void
test_settle_failing (ChanceryLibrary *library)
{
  settle (library, NULL);
}

/* Looks what other processes did, and waits until the lists have followed. */
void
test_refresh (ChanceryLibrary *library)
{
  chancery_library_refresh (library);
  test_settle (library);
}

char *
test_list_uids (GListModel *list)
{
  GString *uids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);
      const char *uid;

      g_assert_nonnull (item);
      while (TRUE)
        {
          uid = CHANCERY_IS_NOTE (item)
            ? chancery_note_get_uid (CHANCERY_NOTE (item))
            : chancery_article_item_get_uid (CHANCERY_ARTICLE_ITEM (item));
          if (uid != NULL && *uid != '\0')
            break;
          g_main_context_iteration (NULL, TRUE);
        }
      g_string_append_printf (uids, "%s%s", i > 0 ? " " : "", uid);
    }

  return g_string_free_and_steal (uids);
}

/* The first column of the first row, as another program would read it. */
gint64
test_query_int (const char *path,
                const char *sql)
{
  sqlite3 *database;
  sqlite3_stmt *statement;
  gint64 value;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (database);

  return value;
}
