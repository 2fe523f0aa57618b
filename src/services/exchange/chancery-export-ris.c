/* chancery-export-ris.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RIS, which reference managers read. A record is of lines with a tag of two letters. */

#include "chancery-export-formats.h"

#include <glib/gi18n.h>

#include "chancery-citation.h"

static void
append_line (GString    *text,
             const char *tag,
             const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (text, "%s  - ", tag);
  for (const char *p = value; *p != '\0'; p++)
    g_string_append_c (text, *p == '\n' || *p == '\r' ? ' ' : *p);
  g_string_append (text, "\r\n");
}

static void
begin (ChanceryExport *export,
       GString        *text)
{
}

static void
article (ChanceryExport  *export,
         ChanceryArticle *one,
         GString         *text)
{
  const ChanceryDate published = chancery_article_get_published (one);
  const char *agency = chancery_article_get_agency (one), *source = chancery_article_get_source (one);
  g_autofree char *key = chancery_citation_make_key (one);

  g_string_append (text, "TY  - NEWS\r\n");
  append_line (text, "ID", key);
  append_line (text, "AU", chancery_article_get_byline (one) != NULL ? chancery_article_get_byline (one) : agency);
  append_line (text, "TI", chancery_article_get_headline (one));
  append_line (text, "T2", source != NULL ? source : agency);
  append_line (text, "CY", chancery_article_get_place (one));
  if (published.year != 0)
    {
      g_string_append_printf (text, "PY  - %04u\r\nDA  - %04u/", published.year, published.year);
      if (published.month != 0)
        g_string_append_printf (text, "%02u", published.month);
      g_string_append_c (text, '/');
      if (published.day != 0)
        g_string_append_printf (text, "%02u", published.day);
      g_string_append (text, "/\r\n");
    }
  append_line (text, "AB", chancery_article_get_standfirst (one));
  append_line (text, "UR", chancery_article_get_address (one));
  append_line (text, "LA", chancery_article_get_lang (one));
  g_string_append (text, "ER  - \r\n\r\n");
}

static void
end (ChanceryExport *export,
     GString        *text)
{
}

const ChanceryExportFormat chancery_export_ris = {
  .id = "ris",
  .name = N_("RIS"),
  .extension = "ris",
  .mime_type = "application/x-research-info-systems",
  .scope = CHANCERY_EXPORT_CITATIONS,
  .wants_articles = TRUE,
  .begin = begin,
  .article = article,
  .end = end,
};
