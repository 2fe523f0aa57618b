/* chancery-export-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Plain text, to be read. */

#include "chancery-export-formats.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-citation.h"

static void
append_indented (GString    *text,
                 const char *words)
{
  for (const char *line = words; *line != '\0';)
    {
      const char *end = line + strcspn (line, "\r\n");

      g_string_append (text, "    ");
      g_string_append_len (text, line, end - line);
      g_string_append_c (text, '\n');
      if (*end == '\r' && end[1] == '\n')
        end++;
      line = *end != '\0' ? end + 1 : end;
    }
}

static void
begin (ChanceryExport *export,
       GString        *text)
{
  g_string_append_printf (text, "%s\n", chancery_export_get_title (export));
}

static void
note (ChanceryExport  *export,
      ChanceryArticle *article,
      ChanceryNote    *one,
      GString         *text)
{
  const ChancerySelector *selector = chancery_note_get_selector (one);
  g_autofree char *details = chancery_export_describe (export, one);

  if (chancery_export_begins_article (export))
    {
      g_autofree char *head = chancery_export_head (export, article, one);

      g_string_append_printf (text, "\n\n%s\n", head);
      if (article != NULL)
        {
          g_autofree char *citation = chancery_citation_format (article);

          g_string_append_printf (text, "%s\n", citation);
          if (chancery_export_get_options (export)->with_text)
            {
              g_string_append_c (text, '\n');
              for (guint i = 0; i < chancery_article_get_n_blocks (article); i++)
                g_string_append_printf (text, "%s\n\n", chancery_article_get_block (article, i)->text);
            }
        }
    }

  g_string_append_c (text, '\n');
  if (selector != NULL && selector->exact != NULL)
    {
      g_string_append_printf (text, C_("quotation", "“%s”"), selector->exact);
      g_string_append_c (text, '\n');
    }
  append_indented (text, chancery_note_get_body (one));
  g_string_append_printf (text, "[%s]\n", details);
}

static void
end (ChanceryExport *export,
     GString        *text)
{
}

const ChanceryExportFormat chancery_export_text = {
  .id = "text",
  .name = N_("Plain Text"),
  .extension = "txt",
  .mime_type = "text/plain",
  .scope = CHANCERY_EXPORT_NOTES,
  .begin = begin,
  .note = note,
  .end = end,
};
