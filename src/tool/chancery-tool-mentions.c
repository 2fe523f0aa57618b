/* chancery-tool-mentions.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-tool.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "gazetteer/chancery-gazetteer.h"
#include "import/chancery-bounded-read.h"
#include "import/chancery-text-decoder.h"

/* The text of a file or, for “-”, of standard input, in whatever encoding people have. */
static char *
read_text (const char  *path,
           GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *encoding;
  gsize length_bytes;
  char *text;

  if (strcmp (path, "-") == 0)
    {
      g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

      bytes = chancery_bounded_read_stream (stream, NULL, error);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

      bytes = chancery_bounded_read_file (file, NULL, NULL, error);
    }
  text = bytes != NULL ? chancery_text_decode (bytes, &length_bytes, &encoding, error) : NULL;
  if (text == NULL)
    g_prefix_error (error, "%s: ", path);

  return text;
}

static void
add_mentions (JsonBuilder *builder,
              const char  *text,
              GArray      *mentions)
{
  const char *place = text;
  glong place_chars = 0;

  json_builder_set_member_name (builder, "mentions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < mentions->len; i++)
    {
      const ChanceryMention *mention = &g_array_index (mentions, ChanceryMention, i);
      const char *start = text + mention->start_bytes, *end = text + mention->end_bytes;
      g_autofree char *span = g_strndup (start, (gsize) (end - start));
      glong start_chars = place_chars + g_utf8_strlen (place, start - place);
      glong end_chars = start_chars + g_utf8_strlen (start, end - start);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "start");
      json_builder_add_int_value (builder, start_chars);
      json_builder_set_member_name (builder, "end");
      json_builder_add_int_value (builder, end_chars);
      chancery_tool_add_string (builder, "iso", mention->iso);
      chancery_tool_add_string (builder, "kind", chancery_enum_to_nick (CHANCERY_TYPE_MENTION_KIND, (int) mention->kind));
      chancery_tool_add_string (builder, "role", chancery_enum_to_nick (CHANCERY_TYPE_MENTION_ROLE, (int) mention->role));
      chancery_tool_add_string (builder, "text", span);
      json_builder_end_object (builder);

      place = end;
      place_chars = end_chars;
    }
  json_builder_end_array (builder);
}

ChanceryToolStatus
chancery_tool_mentions (ChanceryTool *tool)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (ChanceryGazetteer) gazetteer = NULL;
  g_autoptr (GArray) mentions = NULL;
  g_autofree char *text = NULL, *date_text = NULL, *lang = NULL;
  GError *error = NULL;
  ChanceryDate date;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date_text, N_("The text's date, for names and offices (today)"), N_("YYYY-MM-DD") },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &lang, N_("The text's language (found out from the text)"), N_("LANGUAGE") },
    G_OPTION_ENTRY_NULL
  };

  if (!chancery_tool_parse (tool, entries, 1, 1))
    return CHANCERY_TOOL_MISUSED;
  if (date_text != NULL)
    {
      if (!chancery_date_parse (date_text, &date))
        return chancery_tool_misused (tool, _("“%s” is not a date: write YYYY-MM-DD, YYYY-MM or YYYY"), date_text);
    }
  else
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();

      date = chancery_date_from_g_date_time (now);
    }

  text = read_text (tool->argv[1], &error);
  if (text == NULL)
    return chancery_tool_fail (error);
  gazetteer = chancery_gazetteer_new ();
  mentions = chancery_gazetteer_find (gazetteer, text, lang != NULL && *lang != '\0' ? lang : NULL, date, NULL);

  json_builder_begin_object (builder);
  add_mentions (builder, text, mentions);
  json_builder_end_object (builder);

  return chancery_tool_print (json_builder_get_root (builder));
}
