/* chancery-tool-article.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-tool.h"

#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether a name stands for a pipe that is open already; any other might wait for ever for a writer. */
static gboolean
is_open_pipe (const char *name)
{
  GStatBuf status;

  return (g_str_has_prefix (name, "/dev/fd/") || g_str_has_prefix (name, "/proc/self/fd/") ||
          strcmp (name, "/dev/stdin") == 0) &&
         g_stat (name, &status) == 0 && S_ISFIFO (status.st_mode);
}

/* Standard input for “-”, or the pipe that the shell makes of <(command); NULL for a file. */
static GInputStream *
open_stream (const char *name)
{
  int fd;

  if (strcmp (name, "-") == 0)
    return g_unix_input_stream_new (STDIN_FILENO, FALSE);
  if (!is_open_pipe (name))
    return NULL;

  fd = g_open (name, O_RDONLY | O_CLOEXEC, 0);
  return fd >= 0 ? g_unix_input_stream_new (fd, TRUE) : NULL;
}

ChanceryArticle *
chancery_tool_read_article (ChanceryImporter       *importer,
                            const char             *name,
                            ChanceryImportDetails  *details,
                            GError                **error)
{
  g_autoptr (GInputStream) stream = open_stream (name);
  g_autoptr (GFile) file = NULL;

  if (stream != NULL)
    return chancery_importer_import_stream (importer, stream, NULL, details, NULL, error);

  file = g_file_new_for_commandline_arg (name);
  return chancery_importer_import_file (importer, file, details, NULL, error);
}

ChanceryToolStatus
chancery_tool_article (ChanceryTool *tool)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (ChanceryImporter) importer = NULL;
  g_autoptr (ChanceryArticle) article = NULL;
  ChanceryImportDetails details;
  GError *error = NULL;

  if (!chancery_tool_parse (tool, NULL, 1, 1))
    return CHANCERY_TOOL_MISUSED;

  importer = chancery_importer_new (NULL, NULL);
  article = chancery_tool_read_article (importer, tool->argv[1], &details, &error);
  if (article == NULL)
    return chancery_tool_fail (error);

  json_builder_begin_object (builder);
  chancery_tool_add_article (builder, article);
  chancery_tool_add_string (builder, "format", details.format);
  chancery_tool_add_string (builder, "encoding", details.encoding);
  json_builder_end_object (builder);
  return chancery_tool_print (json_builder_get_root (builder));
}
