/* chancery-tool-sync.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-tool.h"

#include <glib/gi18n.h>

#include "sync/chancery-sync-pass.h"

/* Makes the library if there is none yet. */
static char *
make_library (ChanceryTool  *tool,
              GError       **error)
{
  ChanceryLibrary *library = chancery_tool_open_library (tool, CHANCERY_LIBRARY_DEFAULT, error);
  char *path;

  if (library == NULL)
    return NULL;
  path = g_file_get_path (chancery_library_get_file (library));
  chancery_tool_close_library (library);
  return path;
}

ChanceryToolStatus
chancery_tool_sync (ChanceryTool *tool)
{
  g_autoptr (ChancerySyncReport) report = NULL;
  g_autofree char *library_path = NULL, *folder = NULL, *json = NULL;
  gboolean anew = FALSE;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "anew", 0, 0, G_OPTION_ARG_NONE, &anew, N_("Use a folder again that has been emptied"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!chancery_tool_parse (tool, entries, 1, 1))
    return CHANCERY_TOOL_MISUSED;

  folder = g_canonicalize_filename (tool->argv[1], NULL);
  library_path = make_library (tool, &error);
  if (library_path == NULL)
    return chancery_tool_fail (error);
  report = chancery_sync_run_file (library_path, folder, anew, NULL, &error);
  if (report == NULL)
    return chancery_tool_fail (error);

  json = chancery_sync_report_to_json (report);
  return chancery_tool_print (json_from_string (json, NULL));
}
