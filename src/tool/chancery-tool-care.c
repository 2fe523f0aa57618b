/* chancery-tool-care.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-tool.h"

#include <glib/gi18n.h>

ChanceryToolStatus
chancery_tool_search (ChanceryTool *tool)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *words = NULL;
  GError *error = NULL;
  ChanceryLibrary *library;
  int n_max = 50;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &n_max, N_("Print so many results at most (50)"), N_("NUMBER") },
    G_OPTION_ENTRY_NULL
  };

  if (!chancery_tool_parse (tool, entries, 1, G_MAXINT))
    return CHANCERY_TOOL_MISUSED;
  if (n_max < 1)
    return chancery_tool_misused (tool, _("--limit must be a positive number"));

  library = chancery_tool_open_library (tool, CHANCERY_LIBRARY_EXISTING, &error);
  if (library == NULL)
    return chancery_tool_fail (error);

  words = g_strjoinv (" ", tool->argv + 1);
  chancery_library_search_async (library, words, (guint) n_max, NULL, chancery_tool_result_cb, &result);
  results = chancery_library_search_finish (library, chancery_tool_wait (&result), &error);
  chancery_tool_close_library (library);
  if (results == NULL)
    return chancery_tool_fail (error);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "results");
  json_builder_begin_array (builder);
  for (guint i = 0; i < results->len; i++)
    {
      const ChancerySearchResult *found = g_ptr_array_index (results, i);

      json_builder_begin_object (builder);
      chancery_tool_add_string (builder, "kind", found->note_uid != NULL ? "note" : "article");
      chancery_tool_add_string (builder, "id", found->note_uid != NULL ? found->note_uid : found->article_uid);
      chancery_tool_add_string (builder, "article", found->article_uid);
      chancery_tool_add_string (builder, "headline", found->headline);
      chancery_tool_add_date (builder, "published", found->published);
      chancery_tool_add_string (builder, "snippet", found->snippet);
      json_builder_set_member_name (builder, "marks");
      json_builder_begin_array (builder);
      for (guint j = 0; j + 1 < found->snippet_marks->len; j += 2)
        {
          json_builder_begin_object (builder);
          json_builder_set_member_name (builder, "start");
          json_builder_add_int_value (builder, g_array_index (found->snippet_marks, guint, j));
          json_builder_set_member_name (builder, "end");
          json_builder_add_int_value (builder, g_array_index (found->snippet_marks, guint, j + 1));
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return chancery_tool_print (json_builder_get_root (builder));
}

/* A library too damaged to be opened has been checked all the same. */
static ChanceryToolStatus
print_report (const char * const *problems)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  ChanceryToolStatus status;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "ok");
  json_builder_add_boolean_value (builder, problems[0] == NULL);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (gsize i = 0; problems[i] != NULL; i++)
    json_builder_add_string_value (builder, problems[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  status = chancery_tool_print (json_builder_get_root (builder));
  return problems[0] == NULL ? status : CHANCERY_TOOL_FAILED;
}

ChanceryToolStatus
chancery_tool_check (ChanceryTool *tool)
{
  g_auto (GStrv) problems = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  ChanceryLibrary *library;

  if (!chancery_tool_parse (tool, NULL, 0, 0))
    return CHANCERY_TOOL_MISUSED;

  library = chancery_tool_open_library (tool, CHANCERY_LIBRARY_EXISTING, &error);
  if (library != NULL)
    {
      chancery_library_check_async (library, NULL, chancery_tool_result_cb, &result);
      problems = chancery_library_check_finish (library, chancery_tool_wait (&result), &error);
      chancery_tool_close_library (library);
    }
  else if (g_error_matches (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_DAMAGED))
    {
      problems = g_strdupv ((char *[]) { error->message, NULL });
      g_clear_error (&error);
    }
  if (problems == NULL)
    return chancery_tool_fail (error);

  return print_report ((const char * const *) problems);
}
