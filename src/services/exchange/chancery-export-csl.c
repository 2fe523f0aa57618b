/* chancery-export-csl.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* CSL-JSON, of the Citation Style Language: an array of what is cited. */

#include "chancery-export-formats.h"

#include <glib/gi18n.h>

#include "chancery-citation.h"
#include "chancery-json-tape.h"

static void
append_string (GString    *text,
               const char *key,
               const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  chancery_json_append_member (text, key);
  chancery_json_append_string (text, value);
}

static void
begin (ChanceryExport *export,
       GString        *text)
{
  g_string_append_c (text, '[');
}

static void
article (ChanceryExport  *export,
         ChanceryArticle *one,
         GString         *text)
{
  const ChanceryDate published = chancery_article_get_published (one);
  const char *agency = chancery_article_get_agency (one), *source = chancery_article_get_source (one);
  g_autofree char *key = chancery_citation_make_key (one);

  g_string_append (text, chancery_export_get_n_articles (export) > 0 ? ",\n{" : "\n{");
  append_string (text, "id", key);
  append_string (text, "type", "article-newspaper");
  append_string (text, "title", chancery_article_get_headline (one));
  if (chancery_article_get_byline (one) != NULL || agency != NULL)
    {
      chancery_json_append_member (text, "author");
      g_string_append (text, "[{");
      append_string (text, "literal", chancery_article_get_byline (one) != NULL ? chancery_article_get_byline (one) : agency);
      g_string_append (text, "}]");
    }
  append_string (text, "container-title", source != NULL ? source : agency);
  append_string (text, "publisher-place", chancery_article_get_place (one));
  append_string (text, "section", chancery_article_get_section (one));
  if (published.year != 0)
    {
      chancery_json_append_member (text, "issued");
      g_string_append_printf (text, "{\"date-parts\":[[%u", published.year);
      if (published.month != 0)
        g_string_append_printf (text, ",%u", published.month);
      if (published.day != 0)
        g_string_append_printf (text, ",%u", published.day);
      g_string_append (text, "]]}");
    }
  append_string (text, "abstract", chancery_article_get_standfirst (one));
  append_string (text, "language", chancery_article_get_lang (one));
  append_string (text, "URL", chancery_article_get_address (one));
  g_string_append_c (text, '}');
}

static void
end (ChanceryExport *export,
     GString        *text)
{
  g_string_append (text, "\n]\n");
}

const ChanceryExportFormat chancery_export_csl = {
  .id = "csl",
  .name = N_("CSL-JSON"),
  .extension = "json",
  .mime_type = "application/vnd.citationstyles.csl+json",
  .scope = CHANCERY_EXPORT_CITATIONS,
  .wants_articles = TRUE,
  .begin = begin,
  .article = article,
  .end = end,
};
