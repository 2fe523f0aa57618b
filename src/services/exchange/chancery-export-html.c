/* chancery-export-html.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One page of HTML that needs nothing else, can be read aloud, and runs nothing. */

#include "chancery-export-formats.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-citation.h"
#include "chancery-exchange-text.h"
#include "chancery-text.h"

/* The colours are a help only: each note says its colour in words. */
static const char style[] =
  ":root{color-scheme:light dark}"
  "body{font-family:system-ui,sans-serif;line-height:1.5;max-width:44rem;margin:0 auto;padding:1.5rem}"
  "h2{margin-block:2.5rem .25rem}"
  ".source,.details{opacity:.8;font-size:.9rem}"
  ".note{border-inline-start:.3rem solid;padding-inline-start:1rem;margin-block:1.5rem}"
  "blockquote{margin:0;font-family:serif;font-size:1.1rem}"
  ".words{white-space:pre-wrap}"
  ".yellow{border-color:#c88800}.green{border-color:#26a269}.blue{border-color:#1c71d8}.pink{border-color:#d1378a}"
  ".orange{border-color:#c64600}.purple{border-color:#813d9c}.teal{border-color:#0d7377}.grey{border-color:#77767b}"
  "@media print{.note{break-inside:avoid}}";

static void
append_attribute (GString    *text,
                  const char *name,
                  const char *value)
{
  g_string_append_printf (text, " %s=\"", name);
  chancery_exchange_append_xml (text, value);
  g_string_append_c (text, '"');
}

static void
append_element (GString    *text,
                const char *start,
                const char *words,
                const char *end)
{
  g_string_append (text, start);
  chancery_exchange_append_xml (text, words);
  g_string_append (text, end);
}

static void
begin (ChanceryExport *export,
       GString        *text)
{
  const char *title = chancery_export_get_title (export);

  g_string_append (text, "<!DOCTYPE html>\n<html");
  /* Translators: the BCP 47 tag of the language that you translate into */
  append_attribute (text, "lang", C_("language tag", "en"));
  append_attribute (text, "dir", chancery_text_is_right_to_left (_("Notes")) ? "rtl" : "ltr");
  g_string_append (text, ">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"generator\" content=\"Chancery\">\n");
  append_element (text, "<title>", title, "</title>\n<style>");
  g_string_append_printf (text, "%s</style>\n</head>\n<body>\n<main>\n", style);
  append_element (text, "<h1 dir=\"auto\">", title, "</h1>\n");
}

static void
append_text (GString         *text,
             ChanceryArticle *article)
{
  append_element (text, "<details>\n<summary>", _("Text of the article"), "</summary>\n");
  for (guint i = 0; i < chancery_article_get_n_blocks (article); i++)
    {
      const ChanceryBlock *block = chancery_article_get_block (article, i);

      switch (block->kind)
        {
        case CHANCERY_BLOCK_KIND_HEADING:
          append_element (text, "<h3>", block->text, "</h3>\n");
          break;
        case CHANCERY_BLOCK_KIND_QUOTATION:
          append_element (text, "<blockquote><p>", block->text, "</p></blockquote>\n");
          break;
        case CHANCERY_BLOCK_KIND_LIST_ITEM:
          append_element (text, "<ul><li>", block->text, "</li></ul>\n");
          break;
        case CHANCERY_BLOCK_KIND_PARAGRAPH:
        default:
          append_element (text, "<p>", block->text, "</p>\n");
        }
    }
  g_string_append (text, "</details>\n");
}

static void
begin_section (ChanceryExport  *export,
               ChanceryArticle *article,
               ChanceryNote    *first,
               GString         *text)
{
  g_autofree char *head = chancery_export_head (export, article, first);
  const char *address = article != NULL ? chancery_article_get_address (article) : NULL;

  if (chancery_export_get_n_notes (export) > 0)
    g_string_append (text, "</section>\n");
  g_string_append_printf (text, "<section aria-labelledby=\"head-%u\"", chancery_export_get_n_notes (export));
  if (article != NULL)
    {
      if (chancery_article_get_lang (article) != NULL)
        append_attribute (text, "lang", chancery_article_get_lang (article));
      append_attribute (text, "dir", chancery_article_is_right_to_left (article) ? "rtl" : "ltr");
    }
  g_string_append_printf (text, ">\n<h2 id=\"head-%u\">", chancery_export_get_n_notes (export));
  append_element (text, "", head, "</h2>\n");
  if (article == NULL)
    return;

  g_string_append (text, "<p class=\"source\" dir=\"auto\">");
  /* Only what a browser opens as a page becomes a link. */
  if (address != NULL && chancery_exchange_is_iri (address) &&
      (g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://")))
    {
      g_string_append (text, "<a rel=\"noreferrer\"");
      append_attribute (text, "href", address);
      g_string_append_c (text, '>');
    }
  else
    address = NULL;
  {
    g_autofree char *citation = chancery_citation_format (article);

    chancery_exchange_append_xml (text, citation);
  }
  g_string_append (text, address != NULL ? "</a></p>\n" : "</p>\n");
  if (chancery_export_get_options (export)->with_text)
    append_text (text, article);
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
    begin_section (export, article, one, text);

  g_string_append_printf (text, "<article class=\"note %s\"",
                          chancery_enum_to_nick (CHANCERY_TYPE_COLOUR, (int) chancery_note_get_colour (one)));
  append_attribute (text, "id", chancery_note_get_uid (one));
  g_string_append (text, ">\n");
  if (selector != NULL && selector->exact != NULL)
    append_element (text, "<blockquote class=\"words\">", selector->exact, "</blockquote>\n");
  if (*chancery_note_get_body (one) != '\0')
    append_element (text, "<p class=\"words\" dir=\"auto\">", chancery_note_get_body (one), "</p>\n");
  g_string_append (text, "<p class=\"details\"");
  append_attribute (text, "lang", C_("language tag", "en"));
  append_element (text, " dir=\"auto\">", details, "</p>\n</article>\n");
}

static void
end (ChanceryExport *export,
     GString        *text)
{
  g_string_append (text, chancery_export_get_n_notes (export) > 0 ? "</section>\n" : "");
  g_string_append (text, "</main>\n</body>\n</html>\n");
}

const ChanceryExportFormat chancery_export_html = {
  .id = "html",
  .name = N_("Web Page (HTML)"),
  .extension = "html",
  .mime_type = "text/html",
  .scope = CHANCERY_EXPORT_NOTES,
  .begin = begin,
  .note = note,
  .end = end,
};
