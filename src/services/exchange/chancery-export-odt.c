/* chancery-export-odt.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* OpenDocument 1.3 text, for word processors: named styles that the reader can change, and nothing else. */

#include "chancery-export-formats.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-citation.h"
#include "chancery-exchange-text.h"
#include "chancery-text.h"
#include "chancery-zip-writer.h"

#define MIME_TYPE "application/vnd.oasis.opendocument.text"
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define NAMESPACES \
  " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"" \
  " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"" \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"" \
  " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"" \
  " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\"" \
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" \
  " xmlns:xlink=\"http://www.w3.org/1999/xlink\"" \
  " office:version=\"1.3\""

static const char manifest[] =
  XML
  "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"
  "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"" MIME_TYPE "\"/>"
  "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
  "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>"
  "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>"
  "</manifest:manifest>";

#define PARAGRAPH_STYLE(name, shown, parent, paragraph, text) \
  "<style:style style:name=\"" name "\" style:display-name=\"" shown "\" style:family=\"paragraph\"" parent ">" \
  "<style:paragraph-properties " paragraph "/><style:text-properties " text "/></style:style>"
#define FROM_STANDARD " style:parent-style-name=\"Standard\""

static const char styles[] =
  XML
  "<office:document-styles" NAMESPACES "><office:styles>"
  "<style:default-style style:family=\"paragraph\"><style:paragraph-properties style:writing-mode=\"page\"/>"
  "<style:text-properties fo:font-size=\"11pt\"/></style:default-style>"
  PARAGRAPH_STYLE ("Standard", "Standard", " style:class=\"text\"", "fo:margin-bottom=\"0.2cm\"", "fo:font-size=\"11pt\"")
  PARAGRAPH_STYLE ("Title", "Title", FROM_STANDARD, "fo:margin-bottom=\"0.5cm\"", "fo:font-size=\"20pt\" fo:font-weight=\"bold\"")
  PARAGRAPH_STYLE ("Heading_20_1", "Heading 1", FROM_STANDARD " style:default-outline-level=\"1\"",
                   "fo:margin-top=\"0.6cm\" fo:margin-bottom=\"0.1cm\" fo:keep-with-next=\"always\"",
                   "fo:font-size=\"15pt\" fo:font-weight=\"bold\"")
  PARAGRAPH_STYLE ("Heading_20_2", "Heading 2", FROM_STANDARD " style:default-outline-level=\"2\"",
                   "fo:margin-top=\"0.3cm\" fo:margin-bottom=\"0.1cm\" fo:keep-with-next=\"always\"",
                   "fo:font-size=\"12pt\" fo:font-weight=\"bold\"")
  PARAGRAPH_STYLE ("Source", "Source", FROM_STANDARD, "fo:margin-bottom=\"0.3cm\"", "fo:font-size=\"9pt\"")
  PARAGRAPH_STYLE ("Quotations", "Quotations", FROM_STANDARD,
                   "fo:margin-left=\"0.8cm\" fo:margin-right=\"0.8cm\" fo:margin-top=\"0.3cm\" fo:margin-bottom=\"0.1cm\"",
                   "fo:font-style=\"italic\"")
  PARAGRAPH_STYLE ("Note_20_Details", "Note Details", FROM_STANDARD, "fo:margin-bottom=\"0.4cm\"", "fo:font-size=\"9pt\"")
  "</office:styles><office:automatic-styles>"
  "<style:page-layout style:name=\"Page\"><style:page-layout-properties fo:margin=\"2cm\"/></style:page-layout>"
  "</office:automatic-styles><office:master-styles>"
  "<style:master-page style:name=\"Standard\" style:page-layout-name=\"Page\"/>"
  "</office:master-styles></office:document-styles>";

/* Each style again for text that goes from right to left. */
#define RTL_STYLE(name) \
  "<style:style style:name=\"" name "_rtl\" style:family=\"paragraph\" style:parent-style-name=\"" name "\">" \
  "<style:paragraph-properties style:writing-mode=\"rl-tb\" fo:text-align=\"start\"/></style:style>"

static const char content_head[] =
  XML
  "<office:document-content" NAMESPACES "><office:automatic-styles>"
  RTL_STYLE ("Standard") RTL_STYLE ("Title") RTL_STYLE ("Heading_20_1") RTL_STYLE ("Heading_20_2") RTL_STYLE ("Source")
  RTL_STYLE ("Quotations") RTL_STYLE ("Note_20_Details")
  "</office:automatic-styles><office:body><office:text>\n";

typedef struct
{
  ChanceryZipWriter *zip;
} State;

/* Line ends, tabulators and runs of spaces are elements of their own. */
static void
append_words (GString    *text,
              const char *words)
{
  const char *start = words;
  const char *p = words;

  while (*p != '\0')
    {
      gsize length = strcspn (p, "\n\r\t ");
      gsize spaces;

      p += length;
      spaces = strspn (p, " ");
      /* One space between words is a plain one. */
      if (spaces == 1 && p > words && p[1] != '\0' && strchr ("\n\r\t", p[-1]) == NULL)
        {
          p++;
          continue;
        }

      {
        g_autofree char *piece = g_strndup (start, (gsize) (p - start));

        chancery_exchange_append_xml (text, piece);
      }
      if (spaces > 0)
        {
          g_string_append_printf (text, "<text:s text:c=\"%" G_GSIZE_FORMAT "\"/>", spaces);
          p += spaces;
        }
      else if (*p == '\t')
        {
          g_string_append (text, "<text:tab/>");
          p++;
        }
      else if (*p != '\0')
        {
          g_string_append (text, "<text:line-break/>");
          p += *p == '\r' && p[1] == '\n' ? 2 : 1;
        }
      start = p;
    }
  chancery_exchange_append_xml (text, start);
}

static void
append_paragraph (GString    *text,
                  const char *style,
                  const char *words)
{
  const char *suffix = chancery_text_is_right_to_left (words) ? "_rtl" : "";

  g_string_append_printf (text, "<text:p text:style-name=\"%s%s\">", style, suffix);
  append_words (text, words);
  g_string_append (text, "</text:p>\n");
}

static void
append_heading (GString    *text,
                guint       level,
                const char *words)
{
  const char *suffix = chancery_text_is_right_to_left (words) ? "_rtl" : "";

  g_string_append_printf (text, "<text:h text:style-name=\"Heading_20_%u%s\" text:outline-level=\"%u\">", level, suffix,
                          level);
  append_words (text, words);
  g_string_append (text, "</text:h>\n");
}

static void
begin (ChanceryExport *export,
       GString        *text)
{
  g_string_append (text, content_head);
  append_paragraph (text, "Title", chancery_export_get_title (export));
}

static void
append_text (GString         *text,
             ChanceryArticle *article)
{
  for (guint i = 0; i < chancery_article_get_n_blocks (article); i++)
    {
      const ChanceryBlock *block = chancery_article_get_block (article, i);

      if (block->kind == CHANCERY_BLOCK_KIND_HEADING)
        append_heading (text, 2, block->text);
      else
        append_paragraph (text, block->kind == CHANCERY_BLOCK_KIND_QUOTATION ? "Quotations" : "Standard", block->text);
    }
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

      append_heading (text, 1, head);
      if (article != NULL)
        {
          g_autofree char *citation = chancery_citation_format (article);

          append_paragraph (text, "Source", citation);
          if (chancery_export_get_options (export)->with_text)
            append_text (text, article);
        }
    }
  if (selector != NULL && selector->exact != NULL)
    append_paragraph (text, "Quotations", selector->exact);
  if (*chancery_note_get_body (one) != '\0')
    append_paragraph (text, "Standard", chancery_note_get_body (one));
  append_paragraph (text, "Note_20_Details", details);
}

static void
end (ChanceryExport *export,
     GString        *text)
{
  g_string_append (text, "</office:text></office:body></office:document-content>\n");
}

static gboolean
add_packed (ChanceryZipWriter  *zip,
            const char         *name,
            const char         *data,
            GCancellable       *cancellable,
            GError            **error)
{
  return chancery_zip_writer_begin (zip, name, cancellable, error) &&
         chancery_zip_writer_write (zip, data, strlen (data), cancellable, error) &&
         chancery_zip_writer_end (zip, cancellable, error);
}

static char *
make_meta (ChanceryExport *export)
{
  GString *meta = g_string_new (XML "<office:document-meta" NAMESPACES "><office:meta>"
                                "<meta:generator>Chancery</meta:generator><dc:title>");

  chancery_exchange_append_xml (meta, chancery_export_get_title (export));
  g_string_append (meta, "</dc:title>");
  g_string_append (meta, "<meta:creation-date>");
  if (!chancery_exchange_append_time (meta, chancery_export_get_options (export)->now_us))
    g_string_append (meta, "1970-01-01T00:00:00Z");
  g_string_append (meta, "</meta:creation-date></office:meta></office:document-meta>\n");
  return g_string_free_and_steal (meta);
}

/* The kind of the document must be the first member, as it is. */
static gboolean
flush (ChanceryExport  *export,
       GString         *text,
       GError         **error)
{
  State *state = chancery_export_get_state (export);
  GCancellable *cancellable = chancery_export_get_cancellable (export);

  if (state->zip == NULL)
    {
      g_autofree char *meta = make_meta (export);

      state->zip = chancery_zip_writer_new (chancery_export_get_stream (export));
      if (!chancery_zip_writer_add_stored (state->zip, "mimetype", MIME_TYPE, strlen (MIME_TYPE), cancellable, error) ||
          !add_packed (state->zip, "META-INF/manifest.xml", manifest, cancellable, error) ||
          !add_packed (state->zip, "meta.xml", meta, cancellable, error) ||
          !add_packed (state->zip, "styles.xml", styles, cancellable, error) ||
          !chancery_zip_writer_begin (state->zip, "content.xml", cancellable, error))
        return FALSE;
    }
  return chancery_zip_writer_write (state->zip, text->str, text->len, cancellable, error);
}

static gboolean
finish (ChanceryExport  *export,
        GError         **error)
{
  State *state = chancery_export_get_state (export);
  GCancellable *cancellable = chancery_export_get_cancellable (export);

  return chancery_zip_writer_end (state->zip, cancellable, error) &&
         chancery_zip_writer_finish (state->zip, cancellable, error);
}

static void
clear (gpointer data)
{
  State *state = data;

  g_clear_pointer (&state->zip, chancery_zip_writer_free);
}

const ChanceryExportFormat chancery_export_odt = {
  .id = "odt",
  .name = N_("OpenDocument Text (ODT)"),
  .extension = "odt",
  .mime_type = MIME_TYPE,
  .scope = CHANCERY_EXPORT_NOTES,
  .state_size = sizeof (State),
  .begin = begin,
  .note = note,
  .end = end,
  .flush = flush,
  .finish = finish,
  .clear = clear,
};
