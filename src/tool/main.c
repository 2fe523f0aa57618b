/* main.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-tool.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "chancery-config.h"

static const ChanceryToolCommand commands[] = {
  { "article", N_("FILE"), N_("Read a file and show it as an article"), chancery_tool_article },
  { "import", N_("FILE…"), N_("Import articles from files"), chancery_tool_import },
  { "list", "", N_("List the articles, the newest first"), chancery_tool_list },
  { "show", N_("ID"), N_("Show an article with its text"), chancery_tool_show },
  { "mentions", N_("FILE|- [--date D] [--lang L]"), N_("Find the states that a text mentions"), chancery_tool_mentions },
  { "anchor", N_("[FILE|-]"), N_("Find annotations in texts: JSON lines with “text” and “selectors”"), chancery_tool_anchor },
  { "notes", N_("[--article ID] [--state XX]"), N_("List notes, with due dates and links"), chancery_tool_notes },
  { "add-note", N_("ID --quote TEXT --body TEXT [--colour C] [--tag T]…"),
    N_("Add a note to a passage of an article"), chancery_tool_add_note },
  { "export", N_("--format F [--article ID|--state XX|--ids ID,…] [--text] [--output FILE]"),
    N_("Write notes in a format of other programs"), chancery_tool_export },
  { "import-notes", N_("FILE…"), N_("Import notes from files of other programs"), chancery_tool_import_notes },
  { "search", N_("WORDS…"), N_("Search articles and notes"), chancery_tool_search },
  { "sync", N_("FOLDER [--anew]"), N_("Bring the library and a folder that syncs together"), chancery_tool_sync },
  { "check", "", N_("Check the library for damage"), chancery_tool_check },
};

static char *
describe_commands (void)
{
  GString *text = g_string_new (_("Commands:"));

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage = chancery_tool_dup_usage (&commands[i]);

      g_string_append_printf (text, "\n  %s\n      %s", usage, _(commands[i].summary));
    }

  return g_string_free_and_steal (text);
}

static const ChanceryToolCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];

  return NULL;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *library_path = NULL, *description = NULL, *own_path = NULL;
  g_autofree char **arguments = NULL;
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &library_path, N_("Use this library instead of your own"), N_("PATH") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Print the version and exit"), NULL },
    G_OPTION_ENTRY_NULL
  };
  ChanceryTool tool = { 0 };
  ChanceryToolStatus status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, CHANCERY_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  context = g_option_context_new (_("COMMAND [ARGUMENT…]"));
  description = describe_commands ();
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_strict_posix (context, TRUE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("chancery-tool: %s\n", error->message);
      return CHANCERY_TOOL_MISUSED;
    }
  if (version)
    {
      g_print ("chancery-tool %s\n", CHANCERY_VERSION);
      return CHANCERY_TOOL_DONE;
    }
  if (argc > 1 && strcmp (argv[1], "--") == 0)
    {
      argv++;
      argc--;
    }
  if (argc < 2)
    {
      g_printerr ("%s\n", description);
      return CHANCERY_TOOL_MISUSED;
    }

  tool.command = find_command (argv[1]);
  if (tool.command == NULL)
    {
      /* Translators: %s is what was typed where a command's name should be. */
      g_printerr (_("chancery-tool: there is no command “%s”; --help lists them"), argv[1]);
      g_printerr ("\n");
      return CHANCERY_TOOL_MISUSED;
    }

  /* Parsing moves the arguments, so the command gets an array of its own. */
  tool.argc = argc - 1;
  arguments = g_memdup2 (argv + 1, sizeof *argv * (gsize) argc);
  tool.argv = arguments;
  tool.library_path = g_steal_pointer (&library_path);
  status = tool.command->run (&tool);
  g_free (tool.library_path);

  return (int) status;
}
