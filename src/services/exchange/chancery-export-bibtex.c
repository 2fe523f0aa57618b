/* chancery-export-bibtex.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* BibTeX and BibLaTeX: the articles as @misc, which every style knows. */

#include "chancery-export-formats.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-citation.h"

static void
append_tex (GString    *text,
            const char *value)
{
  static const struct
  {
    char plain;
    const char *tex;
  } escapes[] = {
    { '\\', "{\\textbackslash}" }, { '{', "\\{" }, { '}', "\\}" }, { '$', "\\$" }, { '&', "\\&" }, { '#', "\\#" },
    { '_', "\\_" }, { '%', "\\%" }, { '~', "{\\textasciitilde}" }, { '^', "{\\textasciicircum}" },
    { '\n', " " }, { '\r', " " },
  };

  for (const char *p = value; *p != '\0'; p++)
    {
      gsize i = 0;

      while (i < G_N_ELEMENTS (escapes) && escapes[i].plain != *p)
        i++;
      if (i < G_N_ELEMENTS (escapes))
        g_string_append (text, escapes[i].tex);
      else
        g_string_append_c (text, *p);
    }
}

/* In double braces, so that a style neither changes capitals nor looks for first names. */
static void
append_field (GString    *text,
              const char *name,
              const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (text, ",\n  %s = {{", name);
  append_tex (text, value);
  g_string_append (text, "}}");
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
  static const char * const months[] = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  };
  const ChanceryDate published = chancery_article_get_published (one);
  const char *agency = chancery_article_get_agency (one), *source = chancery_article_get_source (one);
  const char *address = chancery_article_get_address (one);
  g_autofree char *key = chancery_citation_make_key (one);
  g_autofree char *date = chancery_date_to_string (published);

  g_string_append_printf (text, "@misc{%s", key);
  append_field (text, "author", chancery_article_get_byline (one) != NULL ? chancery_article_get_byline (one) : agency);
  append_field (text, "title", chancery_article_get_headline (one));
  append_field (text, "organization", source != NULL ? source : agency);
  append_field (text, "location", chancery_article_get_place (one));
  if (published.year != 0)
    g_string_append_printf (text, ",\n  year = {%u},\n  date = {%s}", published.year, date);
  if (published.month != 0)
    g_string_append_printf (text, ",\n  month = %s", months[published.month - 1]);
  if (address != NULL)
    {
      /* The command and the field print an address as it is, but for what would end them. */
      g_autofree char *escaped = g_uri_escape_string (address, ":/?#[]@!$&'()*+,;=%~", TRUE);

      g_string_append_printf (text, ",\n  howpublished = {\\url{%s}},\n  url = {%s}", escaped, escaped);
    }
  append_field (text, "langid", chancery_article_get_lang (one));
  g_string_append (text, "\n}\n\n");
}

static void
end (ChanceryExport *export,
     GString        *text)
{
}

const ChanceryExportFormat chancery_export_bibtex = {
  .id = "bibtex",
  .name = N_("BibTeX"),
  .extension = "bib",
  .mime_type = "application/x-bibtex",
  .scope = CHANCERY_EXPORT_CITATIONS,
  .wants_articles = TRUE,
  .begin = begin,
  .article = article,
  .end = end,
};
