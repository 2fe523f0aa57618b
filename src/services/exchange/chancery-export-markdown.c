/* chancery-export-markdown.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Markdown (CommonMark): a heading an article, a quotation a passage. */

#include "chancery-export-formats.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-citation.h"

/* Words that look like markup must not become it, nor HTML. At the beginning of a line more characters are
 * markup than within. */
static void
append_line (GString    *text,
             const char *line,
             gsize       length_bytes)
{
  gsize i = 0;

  while (i < length_bytes && (line[i] == ' ' || line[i] == '\t'))
    i++;
  if (i < length_bytes && strchr ("#+-=", line[i]) != NULL)
    {
      g_string_append_c (text, '\\');
      g_string_append_c (text, line[i++]);
    }
  else
    {
      gsize digits = i;

      while (digits < length_bytes && digits < i + 9 && g_ascii_isdigit (line[digits]))
        digits++;
      if (digits > i && digits < length_bytes && (line[digits] == '.' || line[digits] == ')'))
        {
          g_string_append_len (text, line + i, (gssize) (digits - i));
          g_string_append_c (text, '\\');
          g_string_append_c (text, line[digits]);
          i = digits + 1;
        }
    }

  for (; i < length_bytes; i++)
    {
      if (strchr ("\\`*_[]<>~|&$!", line[i]) != NULL)
        g_string_append_c (text, '\\');
      g_string_append_c (text, line[i]);
    }
}

/* Each line of @words after @prefix; a line end within is kept as one. */
static void
append_lines (GString    *text,
              const char *prefix,
              const char *words)
{
  while (TRUE)
    {
      const char *end = words + strcspn (words, "\r\n");
      const char *next = *end == '\r' && end[1] == '\n' ? end + 2 : *end != '\0' ? end + 1 : end;

      g_string_append (text, prefix);
      append_line (text, words, (gsize) (end - words));
      if (end > words && *next != '\0' && *next != '\n' && *next != '\r')
        g_string_append_c (text, '\\');
      g_string_append_c (text, '\n');
      if (*next == '\0')
        return;
      words = next;
    }
}

/* A heading is one line. */
static void
append_heading (GString    *text,
                const char *marks,
                const char *heading)
{
  g_autofree char *line = g_strdelimit (g_strdup (heading), "\r\n", ' ');

  g_string_append (text, marks);
  append_line (text, line, strlen (line));
  g_string_append (text, "\n\n");
}

static void
begin (ChanceryExport *export,
       GString        *text)
{
  append_heading (text, "# ", chancery_export_get_title (export));
}

static void
append_text (GString         *text,
             ChanceryArticle *article)
{
  for (guint i = 0; i < chancery_article_get_n_blocks (article); i++)
    {
      const ChanceryBlock *block = chancery_article_get_block (article, i);

      switch (block->kind)
        {
        case CHANCERY_BLOCK_KIND_HEADING:
          append_heading (text, "### ", block->text);
          break;
        case CHANCERY_BLOCK_KIND_LIST_ITEM:
          append_lines (text, "- ", block->text);
          g_string_append_c (text, '\n');
          break;
        case CHANCERY_BLOCK_KIND_QUOTATION:
          append_lines (text, "> ", block->text);
          g_string_append_c (text, '\n');
          break;
        case CHANCERY_BLOCK_KIND_PARAGRAPH:
        default:
          append_lines (text, "", block->text);
          g_string_append_c (text, '\n');
        }
    }
  g_string_append (text, "* * *\n\n");
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

      append_heading (text, "## ", head);
      if (article != NULL)
        {
          g_autofree char *citation = chancery_citation_format (article);

          append_lines (text, "", citation);
          g_string_append_c (text, '\n');
          if (chancery_export_get_options (export)->with_text)
            append_text (text, article);
        }
    }

  if (selector != NULL && selector->exact != NULL)
    {
      append_lines (text, "> ", selector->exact);
      g_string_append_c (text, '\n');
    }
  if (*chancery_note_get_body (one) != '\0')
    {
      append_lines (text, "", chancery_note_get_body (one));
      g_string_append_c (text, '\n');
    }
  g_string_append_c (text, '*');
  append_line (text, details, strlen (details));
  g_string_append (text, "*\n\n");
}

static void
end (ChanceryExport *export,
     GString        *text)
{
}

const ChanceryExportFormat chancery_export_markdown = {
  .id = "markdown",
  .name = N_("Markdown"),
  .extension = "md",
  .mime_type = "text/markdown",
  .scope = CHANCERY_EXPORT_NOTES,
  .begin = begin,
  .note = note,
  .end = end,
};
