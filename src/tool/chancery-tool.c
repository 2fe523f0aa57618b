/* chancery-tool.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-tool.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>

#include "chancery-config.h"

char *
chancery_tool_dup_usage (const ChanceryToolCommand *command)
{
  if (*command->arguments == '\0')
    return g_strdup (command->name);

  return g_strdup_printf ("%s %s", command->name, _(command->arguments));
}

gboolean
chancery_tool_parse (ChanceryTool       *tool,
                     const GOptionEntry *entries,
                     int                 n_min,
                     int                 n_max)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *usage = NULL;
  const GOptionEntry shared[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &tool->library_path,
      N_("Use this library instead of your own"), N_("PATH") },
    G_OPTION_ENTRY_NULL
  };

  usage = chancery_tool_dup_usage (tool->command);
  g_set_prgname ("chancery-tool");
  context = g_option_context_new (usage);
  g_option_context_set_summary (context, _(tool->command->summary));
  g_option_context_add_main_entries (context, shared, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, &tool->argc, &tool->argv, &error))
    {
      chancery_tool_misused (tool, "%s", error->message);
      return FALSE;
    }

  if (tool->argc > 1 && g_str_equal (tool->argv[1], "--"))
    {
      tool->argv++;
      tool->argc--;
    }
  if (tool->argc - 1 < n_min || tool->argc - 1 > n_max)
    {
      chancery_tool_misused (tool, _("wrong number of arguments"));
      return FALSE;
    }

  return TRUE;
}

ChanceryToolStatus
chancery_tool_misused (ChanceryTool *tool,
                       const char   *format,
                       ...)
{
  g_autofree char *message = NULL;
  g_autofree char *usage = chancery_tool_dup_usage (tool->command);
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_printerr ("chancery-tool: %s\n", message);
  /* Translators: %s is a command with its arguments, as in “show ID”. */
  g_printerr (_("usage: chancery-tool %s"), usage);
  g_printerr ("\n");

  return CHANCERY_TOOL_MISUSED;
}

ChanceryToolStatus
chancery_tool_fail (GError *error)
{
  g_printerr ("chancery-tool: %s\n", error->message);
  g_error_free (error);

  return CHANCERY_TOOL_FAILED;
}

ChanceryToolStatus
chancery_tool_print (JsonNode *node)
{
  g_autoptr (JsonNode) root = node;
  g_autofree char *text = json_to_string (root, TRUE);

  if (fputs (text, stdout) == EOF || putchar ('\n') == EOF || fflush (stdout) == EOF)
    return chancery_tool_fail (g_error_new (G_IO_ERROR, g_io_error_from_errno (errno),
                                            _("The output could not be written: %s"), g_strerror (errno)));

  return CHANCERY_TOOL_DONE;
}

ChanceryLibrary *
chancery_tool_open_library (ChanceryTool          *tool,
                            ChanceryLibraryFlags   flags,
                            GError               **error)
{
  g_autoptr (GFile) file = tool->library_path != NULL
    ? g_file_new_for_commandline_arg (tool->library_path)
    : chancery_library_default_file ();
  g_autoptr (GAsyncResult) result = NULL;

  chancery_library_open_async (file, flags, NULL, chancery_tool_result_cb, &result);

  return chancery_library_open_finish (chancery_tool_wait (&result), error);
}

void
chancery_tool_close_library (ChanceryLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  chancery_library_close_async (library, NULL, chancery_tool_result_cb, &result);
  if (!chancery_library_close_finish (library, chancery_tool_wait (&result), &error))
    g_printerr ("chancery-tool: %s\n", error->message);
  g_object_unref (library);
}

static void
list_failed_cb (ChanceryLibrary  *library,
                const char       *message,
                char            **failure)
{
  g_set_str (failure, message);
}

void
chancery_tool_watch_lists (ChanceryLibrary  *library,
                           char            **failure)
{
  g_signal_connect (library, "list-failed", G_CALLBACK (list_failed_cb), failure);
}

void
chancery_tool_result_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

GAsyncResult *
chancery_tool_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

void
chancery_tool_add_string (JsonBuilder *builder,
                          const char  *name,
                          const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

void
chancery_tool_add_date (JsonBuilder  *builder,
                        const char   *name,
                        ChanceryDate  date)
{
  g_autofree char *text = chancery_date_is_set (date) ? chancery_date_to_string (date) : NULL;

  chancery_tool_add_string (builder, name, text);
}

void
chancery_tool_add_article (JsonBuilder     *builder,
                           ChanceryArticle *article)
{
  chancery_tool_add_string (builder, "section", chancery_article_get_section (article));
  chancery_tool_add_string (builder, "kicker", chancery_article_get_kicker (article));
  chancery_tool_add_string (builder, "headline", chancery_article_get_headline (article));
  chancery_tool_add_string (builder, "standfirst", chancery_article_get_standfirst (article));

  json_builder_set_member_name (builder, "dateline");
  json_builder_begin_object (builder);
  chancery_tool_add_string (builder, "place", chancery_article_get_place (article));
  chancery_tool_add_date (builder, "date", chancery_article_get_published (article));
  chancery_tool_add_string (builder, "agency", chancery_article_get_agency (article));
  json_builder_end_object (builder);

  chancery_tool_add_string (builder, "byline", chancery_article_get_byline (article));
  chancery_tool_add_string (builder, "lang", chancery_article_get_lang (article));
  chancery_tool_add_string (builder, "source", chancery_article_get_source (article));
  chancery_tool_add_string (builder, "address", chancery_article_get_address (article));
  chancery_tool_add_date (builder, "published", chancery_article_get_published (article));
  json_builder_set_member_name (builder, "published_guessed");
  json_builder_add_boolean_value (builder, chancery_article_get_published_guessed (article));

  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < chancery_article_get_n_blocks (article); i++)
    {
      const ChanceryBlock *block = chancery_article_get_block (article, i);

      json_builder_begin_object (builder);
      chancery_tool_add_string (builder, "kind",
                                chancery_enum_to_nick (CHANCERY_TYPE_BLOCK_KIND, (int) block->kind));
      if (block->level > 0)
        {
          json_builder_set_member_name (builder, "level");
          json_builder_add_int_value (builder, block->level);
        }
      chancery_tool_add_string (builder, "text", block->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  chancery_tool_add_string (builder, "text", chancery_article_get_text (article));
}
