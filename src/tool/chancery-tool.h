/* chancery-tool.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "chancery-article.h"
#include "chancery-library.h"
#include "import/chancery-importer.h"

G_BEGIN_DECLS

/* What the commands of chancery-tool share. A command prints one JSON object
 * on standard output, and what went wrong on standard error. */

/**
 * ChanceryToolStatus:
 * @CHANCERY_TOOL_DONE: it worked
 * @CHANCERY_TOOL_FAILED: it didn't; standard error says why
 * @CHANCERY_TOOL_MISUSED: the arguments are wrong
 *
 * The exit status.
 */
typedef enum
{
  CHANCERY_TOOL_DONE = 0,
  CHANCERY_TOOL_FAILED = 1,
  CHANCERY_TOOL_MISUSED = 2,
} ChanceryToolStatus;

/**
 * ChanceryTool:
 * @library_path: (nullable): the argument of --library
 * @command: the command that runs
 * @argc: how many @argv has
 * @argv: the command's name and its arguments; after chancery_tool_parse()
 *   without its options. In the encoding of file names.
 */
typedef struct _ChanceryTool ChanceryTool;

typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  ChanceryToolStatus (*run) (ChanceryTool *tool);
} ChanceryToolCommand;

struct _ChanceryTool
{
  char *library_path;
  const ChanceryToolCommand *command;
  int argc;
  char **argv;
};

ChanceryToolStatus  chancery_tool_add_note     (ChanceryTool *tool);
ChanceryToolStatus  chancery_tool_anchor       (ChanceryTool *tool);
ChanceryToolStatus  chancery_tool_article      (ChanceryTool *tool);
ChanceryToolStatus  chancery_tool_check        (ChanceryTool *tool);
ChanceryToolStatus  chancery_tool_export       (ChanceryTool *tool);
ChanceryToolStatus  chancery_tool_import       (ChanceryTool *tool);
ChanceryToolStatus  chancery_tool_import_notes (ChanceryTool *tool);
ChanceryToolStatus  chancery_tool_list         (ChanceryTool *tool);
ChanceryToolStatus  chancery_tool_mentions     (ChanceryTool *tool);
ChanceryToolStatus  chancery_tool_notes        (ChanceryTool *tool);
ChanceryToolStatus  chancery_tool_search       (ChanceryTool *tool);
ChanceryToolStatus  chancery_tool_show         (ChanceryTool *tool);
ChanceryToolStatus  chancery_tool_sync         (ChanceryTool *tool);

/**
 * chancery_tool_dup_usage:
 *
 * Returns: (transfer full): a command with its arguments, in the user's language
 */
char               *chancery_tool_dup_usage    (const ChanceryToolCommand *command);

/**
 * chancery_tool_parse:
 * @entries: (nullable): the command's own options; give strings as
 *   %G_OPTION_ARG_FILENAME, since they needn't be in the locale's encoding
 * @n_min: how many arguments it needs
 * @n_max: how many it takes
 *
 * Takes the options out of the arguments, and --library, which every command has.
 *
 * Returns: whether the command was used rightly; if not, standard error says so,
 *   and the command returns %CHANCERY_TOOL_MISUSED
 */
gboolean            chancery_tool_parse        (ChanceryTool       *tool,
                                                const GOptionEntry *entries,
                                                int                 n_min,
                                                int                 n_max);

/**
 * chancery_tool_misused:
 *
 * Says on standard error what is wrong with the arguments.
 *
 * Returns: %CHANCERY_TOOL_MISUSED
 */
ChanceryToolStatus  chancery_tool_misused      (ChanceryTool       *tool,
                                                const char         *format,
                                                ...) G_GNUC_PRINTF (2, 3);

/**
 * chancery_tool_fail:
 * @error: (transfer full): what went wrong
 *
 * Says on standard error what went wrong.
 *
 * Returns: %CHANCERY_TOOL_FAILED
 */
ChanceryToolStatus  chancery_tool_fail         (GError             *error);

/**
 * chancery_tool_print:
 * @node: (transfer full): an object
 *
 * Prints @node, indented, on standard output.
 *
 * Returns: %CHANCERY_TOOL_DONE, or %CHANCERY_TOOL_FAILED if it can't be written
 */
ChanceryToolStatus  chancery_tool_print        (JsonNode           *node);

/**
 * chancery_tool_open_library:
 *
 * Opens the library of --library, or the user's own.
 *
 * Returns: (transfer full): the library, or %NULL with @error set
 */
ChanceryLibrary    *chancery_tool_open_library (ChanceryTool          *tool,
                                                ChanceryLibraryFlags   flags,
                                                GError               **error);

/**
 * chancery_tool_close_library:
 * @library: (transfer full): an open library
 */
void                chancery_tool_close_library (ChanceryLibrary      *library);

/**
 * chancery_tool_read_article:
 * @name: a file's name or address, in the encoding of file names; “-” is
 *   standard input
 * @details: (out) (optional): what else was found
 *
 * Imports what an argument names.
 *
 * Returns: (transfer full): the article, or %NULL with @error set
 */
ChanceryArticle    *chancery_tool_read_article (ChanceryImporter      *importer,
                                                const char            *name,
                                                ChanceryImportDetails *details,
                                                GError               **error);

/**
 * chancery_tool_watch_lists:
 * @failure: (inout): where to put what the library says when a list can't be
 *   read; it must outlive @library
 */
void                chancery_tool_watch_lists  (ChanceryLibrary      *library,
                                                char                **failure);

/**
 * chancery_tool_result_cb:
 *
 * Callback for an operation that chancery_tool_wait() waits for; its user data
 * is the address of a #GAsyncResult pointer that is %NULL.
 */
void                chancery_tool_result_cb    (GObject            *object,
                                                GAsyncResult       *result,
                                                gpointer            user_data);

/**
 * chancery_tool_wait:
 * @result: (inout): set by chancery_tool_result_cb()
 *
 * Runs the main context until the result is there.
 *
 * Returns: (transfer none): the result
 */
GAsyncResult       *chancery_tool_wait         (GAsyncResult      **result);

/**
 * chancery_tool_add_article:
 *
 * Adds an article's members to the object that @builder is in.
 */
void                chancery_tool_add_article  (JsonBuilder        *builder,
                                                ChanceryArticle    *article);

/**
 * chancery_tool_add_string:
 * @value: (nullable): a string; %NULL becomes null
 *
 * Adds a member.
 */
void                chancery_tool_add_string   (JsonBuilder        *builder,
                                                const char         *name,
                                                const char         *value);

/**
 * chancery_tool_add_date:
 *
 * Adds a member: the date as in ISO 8601, or null if it isn't known.
 */
void                chancery_tool_add_date     (JsonBuilder        *builder,
                                                const char         *name,
                                                ChanceryDate        date);

G_END_DECLS
