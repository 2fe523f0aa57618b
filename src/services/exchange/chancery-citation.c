/* chancery-citation.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-citation.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-exchange-text.h"
#include "chancery-text.h"

#define FIRST_STRONG_ISOLATE "\xe2\x81\xa8"
#define POP_ISOLATE "\xe2\x81\xa9"

static const char *
get_publisher (ChanceryArticle *article)
{
  const char *source = chancery_article_get_source (article);

  return source != NULL ? source : chancery_article_get_agency (article);
}

/* Words of the other direction would draw the punctuation around them to their side. */
static void
append_isolated (GString    *text,
                 const char *words)
{
  if (chancery_text_is_right_to_left (words) != chancery_text_is_right_to_left (C_("list separator", ", ")))
    g_string_append_printf (text, FIRST_STRONG_ISOLATE "%s" POP_ISOLATE, words);
  else
    g_string_append (text, words);
}

static void
add_part (GString    *text,
          const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    /* Translators: what stands between the parts of a citation, as in “A. Writer, Leaders meet, TASS” */
    g_string_append (text, C_("list separator", ", "));
  append_isolated (text, part);
}

/**
 * chancery_citation_format:
 * @article: an article
 *
 * Any thread.
 *
 * Returns: (transfer full): how the article is cited, in one line: by whom, its headline, publisher, date and
 *   address, as far as they are known
 */
char *
chancery_citation_format (ChanceryArticle *article)
{
  GString *text = g_string_new (NULL);
  g_autofree char *date = chancery_date_format (chancery_article_get_published (article));

  add_part (text, chancery_article_get_byline (article));
  add_part (text, chancery_article_get_headline (article));
  add_part (text, get_publisher (article));
  add_part (text, date);
  add_part (text, chancery_article_get_address (article));
  return g_string_free_and_steal (text);
}

/* What is said, and after it the article that it is from. */
static char *
cite (ChanceryArticle *article,
      const char      *said)
{
  g_autofree char *citation = article != NULL ? chancery_citation_format (article) : NULL;

  if (citation == NULL || *citation == '\0')
    return g_strdup (said);
  /* Translators: a quotation and, after it, the article that it is from */
  return g_strdup_printf (C_("citation", "%1$s (%2$s)"), said, citation);
}

static void
append_citation_html (GString         *html,
                      ChanceryArticle *article)
{
  g_autofree char *citation = article != NULL ? chancery_citation_format (article) : NULL;

  if (citation == NULL || *citation == '\0')
    return;
  g_string_append (html, "<p><cite>");
  chancery_exchange_append_xml (html, citation);
  g_string_append (html, "</cite></p>");
}

/* Each line is a paragraph. */
static void
append_paragraphs (GString    *html,
                   const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_string_append (html, "<p>");
      chancery_exchange_append_xml (html, lines[i]);
      g_string_append (html, "</p>");
    }
}

/**
 * chancery_citation_quote:
 * @article: (nullable): the article
 * @quotation: words of it
 *
 * What a passage is copied and dragged out as. Any thread.
 *
 * Returns: (transfer full): the words in quotation marks, and after them the article that they are from
 */
char *
chancery_citation_quote (ChanceryArticle *article,
                         const char      *quotation)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *quoted = NULL;

  append_isolated (words, quotation);
  /* Translators: quotation marks around a passage that is copied */
  quoted = g_strdup_printf (C_("quotation", "“%s”"), words->str);
  return cite (article, quoted);
}

/**
 * chancery_citation_quote_html:
 *
 * The same for programs that take formatted text. Any thread.
 *
 * Returns: (transfer full): HTML of a quotation and its citation
 */
char *
chancery_citation_quote_html (ChanceryArticle *article,
                              const char      *quotation)
{
  const char *address = article != NULL ? chancery_article_get_address (article) : NULL;
  const char *lang = article != NULL ? chancery_article_get_lang (article) : NULL;
  GString *html = g_string_new ("<blockquote dir=\"auto\"");

  if (lang != NULL)
    {
      g_string_append (html, " lang=\"");
      chancery_exchange_append_xml (html, lang);
      g_string_append_c (html, '"');
    }
  if (address != NULL && chancery_exchange_is_iri (address))
    {
      g_string_append (html, " cite=\"");
      chancery_exchange_append_xml (html, address);
      g_string_append_c (html, '"');
    }
  g_string_append_c (html, '>');
  append_paragraphs (html, quotation);
  g_string_append (html, "</blockquote>");
  append_citation_html (html, article);
  return g_string_free_and_steal (html);
}

static const char *
get_passage (ChanceryNote *note)
{
  const ChancerySelector *selector = chancery_note_get_selector (note);

  return selector != NULL ? selector->exact : NULL;
}

/**
 * chancery_citation_note:
 * @article: (nullable): the article that the note is on
 * @note: a note
 *
 * What a note is copied and dragged out as. Any thread.
 *
 * Returns: (transfer full): its passage as a quotation or, where it has none, the reader's words; and the article
 */
char *
chancery_citation_note (ChanceryArticle *article,
                        ChanceryNote    *note)
{
  const char *passage = get_passage (note);

  return passage != NULL ? chancery_citation_quote (article, passage) : cite (article, chancery_note_get_body (note));
}

/**
 * chancery_citation_note_html:
 *
 * The same for programs that take formatted text. Any thread.
 *
 * Returns: (transfer full): HTML
 */
char *
chancery_citation_note_html (ChanceryArticle *article,
                             ChanceryNote    *note)
{
  const char *passage = get_passage (note);
  GString *html;

  if (passage != NULL)
    return chancery_citation_quote_html (article, passage);

  html = g_string_new ("<div dir=\"auto\">");
  append_paragraphs (html, chancery_note_get_body (note));
  g_string_append (html, "</div>");
  append_citation_html (html, article);
  return g_string_free_and_steal (html);
}

/**
 * chancery_citation_make_key:
 *
 * Returns: (transfer full): what a bibliography calls the article: letters and digits of ASCII, always the same
 *   for one article
 */
char *
chancery_citation_make_key (ChanceryArticle *article)
{
  const char *publisher = get_publisher (article);
  const guint year = chancery_article_get_published (article).year;
  g_autofree char *hash = chancery_exchange_make_uid (chancery_article_get_uid (article));
  g_autofree char *ascii = publisher != NULL ? g_str_to_ascii (publisher, "en") : g_strdup ("");
  GString *key = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0' && key->len < 16; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (key, g_ascii_tolower (*p));
  if (key->len == 0 || g_ascii_isdigit (key->str[0]))
    g_string_prepend (key, "article");
  if (year != 0)
    g_string_append_printf (key, "%u", year);
  g_string_append_c (key, '-');
  g_string_append_len (key, hash, 8);
  return g_string_free_and_steal (key);
}
