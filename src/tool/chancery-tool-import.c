/* chancery-tool-import.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-tool.h"

#include "chancery-article-intake.h"

/* Reads and keeps one file. */
static ChanceryIntake *
import_file (ChanceryLibrary   *library,
             ChanceryImporter  *importer,
             const char        *name,
             ChanceryArticle  **article,
             GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  *article = chancery_tool_read_article (importer, name, NULL, error);
  if (*article == NULL)
    return NULL;

  chancery_article_take_in_async (library, *article, NULL, chancery_tool_result_cb, &result);
  return chancery_article_take_in_finish (library, chancery_tool_wait (&result), error);
}

ChanceryToolStatus
chancery_tool_import (ChanceryTool *tool)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (ChanceryImporter) importer = NULL;
  ChanceryToolStatus status, print_status;
  ChanceryLibrary *library;
  GError *error = NULL;

  if (!chancery_tool_parse (tool, NULL, 1, G_MAXINT))
    return CHANCERY_TOOL_MISUSED;

  library = chancery_tool_open_library (tool, CHANCERY_LIBRARY_DEFAULT, &error);
  if (library == NULL)
    return chancery_tool_fail (error);

  importer = chancery_importer_new (NULL, NULL);
  status = CHANCERY_TOOL_DONE;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (int i = 1; i < tool->argc; i++)
    {
      g_autoptr (ChanceryArticle) article = NULL;
      g_autoptr (ChanceryIntake) intake = NULL;
      g_autofree char *display_name = g_filename_display_name (tool->argv[i]);

      intake = import_file (library, importer, tool->argv[i], &article, &error);
      if (intake == NULL)
        {
          status = chancery_tool_fail (g_steal_pointer (&error));
          continue;
        }

      json_builder_begin_object (builder);
      chancery_tool_add_string (builder, "id", intake->uid);
      chancery_tool_add_string (builder, "file", display_name);
      chancery_tool_add_string (builder, "headline", chancery_article_get_headline (article));
      json_builder_set_member_name (builder, "new");
      json_builder_add_boolean_value (builder, intake->match == CHANCERY_ARTICLE_MATCH_NEW);
      json_builder_set_member_name (builder, "revision");
      json_builder_add_boolean_value (builder, intake->match == CHANCERY_ARTICLE_MATCH_REVISION);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  chancery_tool_close_library (library);

  print_status = chancery_tool_print (json_builder_get_root (builder));
  return status != CHANCERY_TOOL_DONE ? status : print_status;
}
