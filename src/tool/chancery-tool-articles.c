/* chancery-tool-articles.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-tool.h"

/* The item, once it has been read; %NULL if it can't be. */
static ChanceryArticleItem *
wait_for_item (GListModel *articles,
               guint       position,
               char      **failure)
{
  g_autoptr (ChanceryArticleItem) item = g_list_model_get_item (articles, position);

  while (!chancery_article_item_get_loaded (item) && *failure == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *failure == NULL ? g_steal_pointer (&item) : NULL;
}

static void
add_item (JsonBuilder         *builder,
          ChanceryArticleItem *item)
{
  json_builder_begin_object (builder);
  chancery_tool_add_string (builder, "id", chancery_article_item_get_uid (item));
  chancery_tool_add_string (builder, "headline", chancery_article_item_get_headline (item));
  chancery_tool_add_string (builder, "source", chancery_article_item_get_source (item));
  chancery_tool_add_string (builder, "agency", chancery_article_item_get_agency (item));
  chancery_tool_add_date (builder, "published", chancery_article_item_get_published (item));
  chancery_tool_add_string (builder, "lang", chancery_article_item_get_lang (item));
  json_builder_set_member_name (builder, "unread");
  json_builder_add_boolean_value (builder, chancery_article_item_get_unread (item));
  json_builder_set_member_name (builder, "notes");
  json_builder_add_int_value (builder, chancery_article_item_get_n_notes (item));
  json_builder_end_object (builder);
}

ChanceryToolStatus
chancery_tool_list (ChanceryTool *tool)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GListModel) articles = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *failure = NULL;
  GError *error = NULL;
  ChanceryLibrary *library;

  if (!chancery_tool_parse (tool, NULL, 0, 0))
    return CHANCERY_TOOL_MISUSED;

  library = chancery_tool_open_library (tool, CHANCERY_LIBRARY_EXISTING, &error);
  if (library == NULL)
    return chancery_tool_fail (error);

  chancery_tool_watch_lists (library, &failure);
  chancery_library_list_articles_async (library, NULL, chancery_tool_result_cb, &result);
  articles = chancery_library_list_articles_finish (library, chancery_tool_wait (&result), &error);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; articles != NULL && failure == NULL && i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (ChanceryArticleItem) item = wait_for_item (articles, i, &failure);

      if (item != NULL)
        add_item (builder, item);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  g_clear_object (&articles);
  chancery_tool_close_library (library);
  if (error == NULL && failure != NULL)
    error = g_error_new_literal (CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_IO, failure);
  if (error != NULL)
    return chancery_tool_fail (error);

  return chancery_tool_print (json_builder_get_root (builder));
}

ChanceryToolStatus
chancery_tool_show (ChanceryTool *tool)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (ChanceryArticle) article = NULL;
  g_autoptr (GAsyncResult) article_result = NULL, reading_result = NULL;
  GError *error = NULL;
  ChanceryLibrary *library;
  gsize position_chars;
  gboolean read;

  if (!chancery_tool_parse (tool, NULL, 1, 1))
    return CHANCERY_TOOL_MISUSED;

  library = chancery_tool_open_library (tool, CHANCERY_LIBRARY_EXISTING, &error);
  if (library == NULL)
    return chancery_tool_fail (error);

  chancery_library_load_article_async (library, tool->argv[1], NULL, chancery_tool_result_cb, &article_result);
  article = chancery_library_load_article_finish (library, chancery_tool_wait (&article_result), &error);
  if (article != NULL)
    {
      chancery_library_get_reading_async (library, tool->argv[1], NULL, chancery_tool_result_cb, &reading_result);
      chancery_library_get_reading_finish (library, chancery_tool_wait (&reading_result),
                                           &position_chars, &read, &error);
    }
  chancery_tool_close_library (library);
  if (error != NULL)
    return chancery_tool_fail (error);

  json_builder_begin_object (builder);
  chancery_tool_add_string (builder, "id", chancery_article_get_uid (article));
  chancery_tool_add_article (builder, article);
  json_builder_set_member_name (builder, "position");
  json_builder_add_int_value (builder, (gint64) position_chars);
  json_builder_set_member_name (builder, "read");
  json_builder_add_boolean_value (builder, read);
  json_builder_end_object (builder);

  return chancery_tool_print (json_builder_get_root (builder));
}
