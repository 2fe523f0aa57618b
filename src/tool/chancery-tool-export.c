/* chancery-tool-export.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-tool.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "chancery-content.h"
#include "exchange/chancery-exporter.h"
#include "exchange/chancery-note-importer.h"

static char *
list_formats (void)
{
  const ChanceryExportFormat * const *formats = chancery_export_list_formats ();
  GString *list = g_string_new (NULL);

  for (gsize i = 0; formats[i] != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", formats[i]->id);
  return g_string_free_and_steal (list);
}

/* Commas part the uids of --ids, which may be there more than once. */
static GStrv
split_ids (const char * const *lists)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; lists[i] != NULL; i++)
    {
      g_auto (GStrv) ids = g_strsplit (lists[i], ",", -1);

      for (gsize j = 0; ids[j] != NULL; j++)
        if (*ids[j] != '\0')
          g_strv_builder_add (builder, ids[j]);
    }
  return g_strv_builder_end (builder);
}

static void
add_count (JsonBuilder *builder,
           const char  *name,
           guint        count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, count);
}

ChanceryToolStatus
chancery_tool_export (ChanceryTool *tool)
{
  g_autofree char *format_id = NULL, *article = NULL, *state = NULL, *output = NULL, *title = NULL;
  g_auto (GStrv) id_lists = NULL, ids = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ChanceryCatalogue) catalogue = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  gboolean with_text = FALSE;
  ChanceryNoteFilter filter = { 0 };
  ChanceryExportOptions options = { 0 };
  const ChanceryExportFormat *format;
  ChanceryLibrary *library;
  GError *error = NULL;
  guint n_articles = 0, n_notes = 0;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format_id, N_("What to write"), N_("F") },
    { "article", 0, 0, G_OPTION_ARG_FILENAME, &article, N_("Only notes on this article"), N_("ID") },
    { "state", 0, 0, G_OPTION_ARG_FILENAME, &state, N_("Only notes about this state"), N_("XX") },
    { "ids", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &id_lists, N_("Only these notes, with commas between them"), N_("ID,…") },
    { "text", 0, 0, G_OPTION_ARG_NONE, &with_text, N_("Write the articles’ text too"), NULL },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &title, N_("What the export is called"), N_("TEXT") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_("Where to write, instead of standard output"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };

  if (!chancery_tool_parse (tool, entries, 0, 0))
    return CHANCERY_TOOL_MISUSED;
  format = format_id != NULL ? chancery_export_find_format (format_id) : NULL;
  if (format == NULL)
    {
      g_autofree char *formats = list_formats ();

      return chancery_tool_misused (tool, _("--format must be one of: %s"), formats);
    }
  if (title != NULL && !g_utf8_validate (title, -1, NULL))
    return chancery_tool_misused (tool, _("the arguments must be UTF-8"));

  /* For the names of states. */
  catalogue = chancery_content_load_catalogue (NULL, NULL, &error);
  if (catalogue == NULL)
    return chancery_tool_fail (error);
  library = chancery_tool_open_library (tool, CHANCERY_LIBRARY_EXISTING, &error);
  if (library == NULL)
    return chancery_tool_fail (error);

  options.catalogue = catalogue;
  filter.article_uid = article;
  filter.iso = state;
  options.with_text = with_text;
  options.title = title;
  ids = id_lists != NULL ? split_ids ((const char * const *) id_lists) : NULL;
  if (output != NULL)
    {
      file = g_file_new_for_commandline_arg (output);
      chancery_exporter_export_file_async (library, &filter, (const char * const *) ids, format, &options, file, NULL, NULL,
                                           NULL, chancery_tool_result_cb, &result);
    }
  else
    {
      stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      chancery_exporter_export_async (library, &filter, (const char * const *) ids, format, &options, stream, NULL, NULL,
                                      NULL, chancery_tool_result_cb, &result);
    }
  chancery_exporter_export_finish (library, chancery_tool_wait (&result), &n_articles, &n_notes, &error);
  chancery_tool_close_library (library);
  if (error != NULL)
    return chancery_tool_fail (error);
  if (file == NULL)
    return CHANCERY_TOOL_DONE;

  {
    g_autoptr (JsonBuilder) builder = json_builder_new ();
    g_autofree char *display_name = g_filename_display_name (output);

    json_builder_begin_object (builder);
    chancery_tool_add_string (builder, "file", display_name);
    chancery_tool_add_string (builder, "format", format->id);
    add_count (builder, "articles", n_articles);
    add_count (builder, "notes", n_notes);
    json_builder_end_object (builder);
    return chancery_tool_print (json_builder_get_root (builder));
  }
}

static void
add_remarks (JsonBuilder *builder,
             const char  *name,
             GPtrArray   *remarks)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < remarks->len; i++)
    {
      const ChanceryImportRemark *remark = g_ptr_array_index (remarks, i);

      json_builder_begin_object (builder);
      chancery_tool_add_string (builder, "place", remark->place);
      chancery_tool_add_string (builder, "reason", remark->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_report (JsonBuilder                *builder,
            const char                 *name,
            const ChanceryImportReport *report)
{
  g_autofree char *display_name = g_filename_display_name (name);

  json_builder_begin_object (builder);
  chancery_tool_add_string (builder, "file", display_name);
  chancery_tool_add_string (builder, "format", report->format);
  add_count (builder, "imported", report->n_imported);
  add_count (builder, "replaced", report->n_replaced);
  add_count (builder, "kept", report->n_kept);
  add_count (builder, "orphans", report->n_orphans);
  add_count (builder, "articles", report->n_articles);
  add_count (builder, "articles_without_text", report->n_stubs);
  add_count (builder, "articles_given_text", report->n_texts);
  add_count (builder, "skipped_count", report->n_skipped);
  add_remarks (builder, "skipped", report->skipped);
  add_count (builder, "warnings_count", report->n_warnings);
  add_remarks (builder, "warnings", report->warnings);
  json_builder_end_object (builder);
}

ChanceryToolStatus
chancery_tool_import_notes (ChanceryTool *tool)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  ChanceryToolStatus status = CHANCERY_TOOL_DONE, print_status;
  ChanceryLibrary *library;
  GError *error = NULL;
  guint n_imported = 0, n_skipped = 0;
  ChanceryImportOptions options = { NULL };
  const GOptionEntry entries[] = {
    { "preview", 0, 0, G_OPTION_ARG_NONE, &options.preview, N_("Only say what would come of it"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!chancery_tool_parse (tool, entries, 1, G_MAXINT))
    return CHANCERY_TOOL_MISUSED;

  library = chancery_tool_open_library (tool, CHANCERY_LIBRARY_DEFAULT, &error);
  if (library == NULL)
    return chancery_tool_fail (error);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (int i = 1; i < tool->argc; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (tool->argv[i]);
      g_autoptr (ChanceryImportReport) report = NULL;
      g_autoptr (GAsyncResult) result = NULL;

      chancery_note_importer_import_async (library, file, &options, NULL, chancery_tool_result_cb, &result);
      report = chancery_note_importer_import_finish (library, chancery_tool_wait (&result), &error);
      if (report == NULL)
        {
          status = chancery_tool_fail (g_steal_pointer (&error));
          continue;
        }
      n_imported += report->n_imported;
      n_skipped += report->n_skipped;
      add_report (builder, tool->argv[i], report);
    }
  json_builder_end_array (builder);
  add_count (builder, "imported", n_imported);
  add_count (builder, "skipped", n_skipped);
  json_builder_end_object (builder);
  chancery_tool_close_library (library);

  print_status = chancery_tool_print (json_builder_get_root (builder));
  return status != CHANCERY_TOOL_DONE ? status : print_status;
}
