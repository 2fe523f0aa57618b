/* test-exporters.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What each format writes, and that those that restore do so to the last byte. */

#include <string.h>

#include "exchange/chancery-citation.h"
#include "exchange/chancery-csv.h"
#include "exchange/chancery-exchange-text.h"
#include "exchange/chancery-export-format.h"
#include "exchange/chancery-note-reader.h"

#define NOW_US G_GINT64_CONSTANT (1790000000000000)

static ChanceryArticle *
make_article (void)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);

  g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_HEADING, 2, "Bridges & <rivers>"));
  g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_PARAGRAPH, 0, "The bridge 🌉 will be opened “soon”, they said."));
  g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_LIST_ITEM, 1, "=1+1"));
  g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_QUOTATION, 1, "Мост откроют."));
  return chancery_article_new (&(ChanceryArticleFields) {
    .uid = "0d6f3f0a-8f9e-4a7e-9d0a-0c6b7c1a2b3c",
    .section = "World", .kicker = "PREVIEW", .headline = "Bridge of \"two\" rivers, 50% & {more}",
    .standfirst = "What <b>they</b> promised", .place = "MINSK", .agency = "TASS", .byline = "A. Writer", .lang = "en",
    .source = "The River Times", .address = "https://example.org/bridge?a=1&b=2", .published = { 2023, 11, 23 },
    .published_guessed = TRUE, .blocks = blocks,
  });
}

static ChanceryNote *
make_note (const char *article_uid)
{
  static const char * const tags[] = { "=tag", "a; b", "river", NULL };
  static const char * const states[] = { "BY", "KZ", NULL };
  g_autoptr (GPtrArray) links = chancery_note_links_new ();
  g_autoptr (ChancerySelector) selector = chancery_selector_new ("will be opened “soon”", "bridge 🌉 ", ", they");

  g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_BEARS_OUT, "some-note", "some-article"));
  selector->has_position = TRUE;
  selector->start_chars = 32;
  selector->end_chars = 53;
  return chancery_note_new (&(ChanceryNoteFields) {
    .uid = "5f1f7f5e-31b8-4f0e-8d1c-2f6d8c7b9a10", .article_uid = article_uid, .selector = selector,
    .body = "=HYPERLINK(\"http://evil\")\r\nsecond, line; \"quoted\" </script> # *x*", .colour = CHANCERY_COLOUR_TEAL,
    .kind = CHANCERY_NOTE_KIND_FORECAST, .tags = tags, .states = states, .created_us = 1700000000123456,
    .modified_us = 1700000001000000, .due = { 2026, 11, 0 }, .links = links, .score = 0.8125, .orphan = TRUE,
  });
}

static GPtrArray *
make_notes (ChanceryArticle *article)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);
  const char *uid = chancery_article_get_uid (article);
  static const char * const states[] = { "AM", NULL };
  static const char * const tag[] = { "['\"]", NULL };

  g_ptr_array_add (notes, make_note (uid));
  g_ptr_array_add (notes, chancery_note_new (&(ChanceryNoteFields) {
    .uid = "not a uuid/\n", .article_uid = uid, .body = "'=on the article", .created_us = G_MAXINT64,
    .modified_us = G_MININT64, .kind = CHANCERY_NOTE_KIND_QUESTION, .tags = tag, .score = 1,
  }));
  g_ptr_array_add (notes, chancery_note_new (&(ChanceryNoteFields) {
    .uid = "8a3f6c1e-0000-4000-8000-000000000001", .body = "on a state", .states = states, .score = 1,
    .created_us = -1, .modified_us = 0, .due = { 2024, 2, 29 },
  }));
  g_ptr_array_add (notes, chancery_note_new (&(ChanceryNoteFields) {
    .uid = "8a3f6c1e-0000-4000-8000-000000000002", .body = " ", .score = 1, .created_us = 5, .modified_us = 6,
    .foreign = "{\"creator\":{\"name\":\"<x>\"},\"body\":[{\"type\":\"TextualBody\",\"value\":\"old\"},\"http://e.org/b\"],\"n\":1.0}",
  }));
  return notes;
}

static GBytes *
export (const char      *format,
        ChanceryArticle *article,
        GPtrArray       *notes,
        gboolean         with_text)
{
  const ChanceryExportFormat *found = chancery_export_find_format (format);
  const ChanceryExportOptions options = { .with_text = with_text, .now_us = NOW_US };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (ChanceryExport) job = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (found);
  job = chancery_export_new (found, &options, stream, NULL);
  if (found->wants_articles && article != NULL)
    chancery_export_add_article (job, article, &error);
  g_assert_no_error (error);
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      ChanceryNote *note = notes->pdata[i];

      chancery_export_add_note (job, chancery_note_get_article_uid (note) != NULL ? article : NULL, note, &error);
      g_assert_no_error (error);
    }
  chancery_export_finish (job, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
export_text (const char      *format,
             ChanceryArticle *article,
             GPtrArray       *notes)
{
  g_autoptr (GBytes) bytes = export (format, article, notes, TRUE);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_utf8_validate_len (data, size, NULL));
  return g_strndup (data, size);
}

static void
assert_contains (const char *text,
                 const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
assert_lacks (const char *text,
              const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” is in:\n%s", part, text);
}

static void
assert_same_article (ChanceryArticle *a,
                     ChanceryArticle *b)
{
  ChanceryArticleFields fields_a, fields_b;

  chancery_article_get_fields (a, &fields_a);
  chancery_article_get_fields (b, &fields_b);
  g_assert_cmpstr (fields_a.uid, ==, fields_b.uid);
  g_assert_cmpstr (fields_a.section, ==, fields_b.section);
  g_assert_cmpstr (fields_a.kicker, ==, fields_b.kicker);
  g_assert_cmpstr (fields_a.headline, ==, fields_b.headline);
  g_assert_cmpstr (fields_a.standfirst, ==, fields_b.standfirst);
  g_assert_cmpstr (fields_a.place, ==, fields_b.place);
  g_assert_cmpstr (fields_a.agency, ==, fields_b.agency);
  g_assert_cmpstr (fields_a.byline, ==, fields_b.byline);
  g_assert_cmpstr (fields_a.lang, ==, fields_b.lang);
  g_assert_cmpstr (fields_a.source, ==, fields_b.source);
  g_assert_cmpstr (fields_a.address, ==, fields_b.address);
  g_assert_true (chancery_date_equal (fields_a.published, fields_b.published));
  g_assert_cmpint (fields_a.published_guessed, ==, fields_b.published_guessed);
  g_assert_cmpstr (chancery_article_get_text (a), ==, chancery_article_get_text (b));
  for (guint i = 0; i < chancery_article_get_n_blocks (a); i++)
    {
      g_assert_cmpint (chancery_article_get_block (a, i)->kind, ==, chancery_article_get_block (b, i)->kind);
      g_assert_cmpuint (chancery_article_get_block (a, i)->level, ==, chancery_article_get_block (b, i)->level);
    }
}

static void
test_restored (gconstpointer data)
{
  const char *format = data;
  g_autoptr (ChanceryArticle) article = make_article ();
  g_autoptr (GPtrArray) notes = make_notes (article);
  g_autoptr (GBytes) bytes = export (format, article, notes, TRUE);
  g_autofree char *name = g_strconcat ("notes.", chancery_export_find_format (format)->extension, NULL);
  g_autoptr (ChanceryImportReport) report = chancery_import_report_new ();
  g_autoptr (ChanceryNoteReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  guint n_notes = 0, n_articles = 0;

  reader = chancery_note_reader_new (bytes, name, NOW_US, report, &error);
  g_assert_no_error (error);
  while (TRUE)
    {
      g_auto (ChanceryNoteRecord) record = { NULL };

      if (!chancery_note_reader_next (reader, &record))
        break;
      if (report->n_skipped > 0)
        g_error ("%s", ((ChanceryImportRemark *) report->skipped->pdata[0])->reason);
      if (record.article != NULL)
        {
          assert_same_article (record.article, article);
          n_articles++;
        }
      else
        {
          ChanceryNoteFields a, b;

          chancery_note_get_fields (record.note, &a);
          chancery_note_get_fields (notes->pdata[n_notes], &b);
          g_assert_cmpstr (a.uid, ==, b.uid);
          g_assert_cmpstr (a.body, ==, b.body);
          g_assert_cmpstr (a.foreign, ==, b.foreign);
          g_assert_cmpint (a.created_us, ==, b.created_us);
          g_assert_cmpstrv (a.tags, b.tags);
          g_assert_true (chancery_note_equal (record.note, notes->pdata[n_notes++]));
        }
    }
  g_assert_cmpuint (n_notes, ==, notes->len);
  g_assert_cmpuint (n_articles, ==, strcmp (format, "jsonld") == 0 ? 1 : 0);
}

static void
test_empty (void)
{
  const ChanceryExportFormat * const *formats = chancery_export_list_formats ();

  for (gsize i = 0; formats[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = export (formats[i]->id, NULL, NULL, FALSE);

      g_assert_nonnull (bytes);
      g_assert_true (chancery_export_find_format (formats[i]->id) == formats[i]);
    }
  g_assert_null (chancery_export_find_format ("docx"));
}

static void
test_annotation (void)
{
  g_autoptr (ChanceryArticle) article = make_article ();
  g_autoptr (GPtrArray) notes = make_notes (article);
  g_autofree char *text = export_text ("jsonld", article, notes);
  ChanceryJsonPart root, value;
  g_auto (ChanceryJsonMembers) members = { NULL };
  g_autoptr (GError) error = NULL;

  chancery_json_check (text, strlen (text), &root, &error);
  g_assert_no_error (error);
  chancery_json_members_init (&members, &root);
  g_assert_true (chancery_json_members_get (&members, "total", &value));
  g_assert_true (*value.start == '4');
  assert_contains (text, "\"source\":\"https://example.org/bridge?a=1&b=2\"");
  assert_contains (text, "{\"type\":\"TextPositionSelector\",\"start\":32,\"end\":53}");
  assert_contains (text, "https://www.iso.org/obp/ui/#iso:code:3166:AM");
  assert_contains (text, "\"motivation\":\"questioning\"");
  assert_lacks (text, "</script>");
}

static void
test_markdown (void)
{
  g_autoptr (ChanceryArticle) article = make_article ();
  g_autoptr (GPtrArray) notes = make_notes (article);
  g_autofree char *text = export_text ("markdown", article, notes);

  assert_contains (text, "## Bridge of \"two\" rivers, 50% \\& {more}\n");
  assert_contains (text, "> will be opened “soon”\n");
  assert_contains (text, "\\=HYPERLINK(\"http://evil\")\\\nsecond, line; \"quoted\" \\</script\\> # \\*x\\*\n");
  assert_contains (text, "Forecast · Teal · BY · KZ · #=tag · #a; b · #river · due by November 2026");
  assert_contains (text, "\n## Notes that are not on an article\n");
}

static void
test_html (void)
{
  g_autoptr (ChanceryArticle) article = make_article ();
  g_autoptr (GPtrArray) notes = make_notes (article);
  g_autofree char *text = export_text ("html", article, notes);

  assert_contains (text, "<html lang=\"en\" dir=\"ltr\">");
  assert_contains (text, "<section aria-labelledby=\"head-0\" lang=\"en\" dir=\"ltr\">");
  assert_contains (text, "Bridges &amp; &lt;rivers&gt;");
  assert_contains (text, "href=\"https://example.org/bridge?a=1&amp;b=2\"");
  assert_contains (text, "&lt;/script&gt;");
  assert_lacks (text, "<script");
}

static void
test_csv (void)
{
  g_autoptr (ChanceryArticle) article = make_article ();
  g_autoptr (GPtrArray) notes = make_notes (article);
  g_autofree char *text = export_text ("csv", article, notes);
  ChanceryCsvReader reader;
  guint n = 0;

  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbfHeadline,Source,"));
  g_assert_true (g_str_has_suffix (text, "\r\n"));
  chancery_csv_reader_init (&reader, text, strlen (text));
  while (TRUE)
    {
      g_auto (GStrv) row = chancery_csv_reader_next (&reader, NULL);

      if (row == NULL)
        break;
      g_assert_cmpuint (g_strv_length (row), ==, 23);
      for (guint i = 0; row[i] != NULL; i++)
        if (*row[i] != '\0')
          g_assert_null (strchr ("=+-@\t\r\n", *row[i]));
      n++;
    }
  g_assert_cmpuint (n, ==, 5);
}

/* Whatever a cell says, it is no formula in the file, and is the same after it. */
static void
test_csv_cells (void)
{
  static const char alphabet[] = "='+-@\t\r\n\",; a0'";

  for (guint i = 0; i < 20000; i++)
    {
      const guint length = (guint) g_test_rand_int_range (1, 6);
      g_autoptr (GString) csv = g_string_new (NULL);
      g_autofree char *cell = g_new0 (char, length + 1);
      g_auto (GStrv) row = NULL;
      ChanceryCsvReader reader;

      for (guint j = 0; j < length; j++)
        cell[j] = alphabet[g_test_rand_int_range (0, (gint32) strlen (alphabet))];
      chancery_csv_append (csv, "x", FALSE);
      chancery_csv_append (csv, cell, FALSE);
      chancery_csv_append (csv, "y", TRUE);
      chancery_csv_reader_init (&reader, csv->str, csv->len);
      reader.separator = ',';
      row = chancery_csv_reader_next (&reader, NULL);
      g_assert_cmpuint (g_strv_length (row), ==, 3);
      g_assert_null (*row[1] != '\0' ? strchr ("=+-@\t\r\n", *row[1]) : NULL);
      chancery_csv_restore (row[1]);
      g_assert_cmpstr (row[1], ==, cell);
    }
}

static void
test_text (void)
{
  g_autoptr (ChanceryArticle) article = make_article ();
  g_autoptr (GPtrArray) notes = make_notes (article);
  g_autofree char *text = export_text ("text", article, notes);

  assert_contains (text, "A. Writer, Bridge of \"two\" rivers, 50% & {more}, The River Times, 23 November 2023, "
                   "https://example.org/bridge?a=1&b=2\n");
  assert_contains (text, "“will be opened “soon””\n    =HYPERLINK(\"http://evil\")\n    second, line;");
}

static void
test_bibliographies (void)
{
  g_autoptr (ChanceryArticle) article = make_article ();
  g_autofree char *bibtex = export_text ("bibtex", article, NULL);
  g_autofree char *ris = export_text ("ris", article, NULL);
  g_autofree char *csl = export_text ("csl", article, NULL);
  g_autofree char *key = chancery_citation_make_key (article);
  ChanceryJsonPart root;

  g_assert_true (g_str_has_prefix (key, "therivertimes2023-"));
  assert_contains (bibtex, "title = {{Bridge of \"two\" rivers, 50\\% \\& \\{more\\}}}");
  assert_contains (bibtex, "month = nov");
  assert_contains (bibtex, key);
  assert_contains (ris, "TY  - NEWS\r\n");
  assert_contains (ris, "DA  - 2023/11/23/\r\n");
  assert_contains (ris, "ER  - \r\n");
  g_assert_true (chancery_json_check (csl, strlen (csl), &root, NULL));
  assert_contains (csl, "\"issued\":{\"date-parts\":[[2023,11,23]]}");
}

static void
test_calendar (void)
{
  g_autoptr (ChanceryArticle) article = make_article ();
  g_autoptr (GPtrArray) notes = make_notes (article);
  g_autofree char *text = export_text ("ics", article, notes);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strpbrk (lines[i], "\r\n"));
      n += strcmp (lines[i], "BEGIN:VEVENT") == 0 ? 1 : 0;
    }
  /* Only what is due. */
  g_assert_cmpuint (n, ==, 2);
  assert_contains (text, "\r\nUID:5f1f7f5e-31b8-4f0e-8d1c-2f6d8c7b9a10\r\n");
  /* By November is by its last day; and an all-day event ends with the next. */
  assert_contains (text, "\r\nDTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261201\r\n");
  assert_contains (text, "\r\nDTSTART;VALUE=DATE:20240229\r\n");
  assert_contains (text, "\r\nCATEGORIES:=tag,a\\; b,river\r\n");
  assert_contains (text, "SUMMARY:Forecast: =HYPERLINK(\"http://evil\")\r\n");
}

static guint
read_number (const guchar *data,
             guint         n_bytes)
{
  guint value = 0;

  for (guint i = 0; i < n_bytes; i++)
    value |= (guint) data[i] << (8 * i);
  return value;
}

/* Unpacks a member by the archive's own directory. */
static char *
unpack (GBytes     *archive,
        const char *name)
{
  gsize size;
  const guchar *data = g_bytes_get_data (archive, &size);
  const guchar *end = data + size - 22;
  const guchar *entry = data + read_number (end + 16, 4);

  g_assert_cmpmem (end, 4, "PK\005\006", 4);
  for (guint i = read_number (end + 10, 2); i > 0; i--)
    {
      const guint name_length = read_number (entry + 28, 2);

      g_assert_cmpmem (entry, 4, "PK\001\002", 4);
      if (strlen (name) == name_length && memcmp (entry + 46, name, name_length) == 0)
        {
          const guchar *header = data + read_number (entry + 42, 4);
          const guchar *packed = header + 30 + read_number (header + 26, 2) + read_number (header + 28, 2);
          const guint packed_size = read_number (entry + 20, 4), unpacked_size = read_number (entry + 24, 4);
          g_autoptr (GConverter) inflate = NULL;
          char *text = g_malloc0 (unpacked_size + 1);
          gsize n_read, n_written;

          g_assert_cmpmem (header, 4, "PK\003\004", 4);
          if (read_number (entry + 10, 2) == 0)
            {
              memcpy (text, packed, packed_size);
              return text;
            }
          inflate = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
          g_assert_cmpint (g_converter_convert (inflate, packed, packed_size, text, unpacked_size,
                                                G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL), ==,
                           G_CONVERTER_FINISHED);
          g_assert_cmpuint (n_read, ==, packed_size);
          g_assert_cmpuint (n_written, ==, unpacked_size);
          return text;
        }
      entry += 46 + name_length + read_number (entry + 30, 2) + read_number (entry + 32, 2);
    }
  return NULL;
}

static void
ignore_text (GMarkupParseContext  *context,
             const char           *text,
             gsize                 length_bytes,
             gpointer              user_data,
             GError              **error)
{
}

static void
assert_well_formed (const char *xml)
{
  const GMarkupParser parser = { .text = ignore_text };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, xml, -1, &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
}

static void
test_odt (void)
{
  g_autoptr (ChanceryArticle) article = make_article ();
  g_autoptr (GPtrArray) notes = make_notes (article);
  g_autoptr (GBytes) archive = NULL;
  static const char mimetype[] = "application/vnd.oasis.opendocument.text";
  g_autofree char *kind = NULL;
  g_autofree char *content = NULL;
  g_autofree char *styles = NULL;
  g_autofree char *meta = NULL;
  g_autofree char *manifest = NULL;

  g_ptr_array_add (notes, chancery_note_new (&(ChanceryNoteFields) { .body = "a  b\tc\nd\x01" "e  ", .score = 1 }));
  archive = export ("odt", article, notes, TRUE);
  /* Where the kind of the file is looked for. */
  g_assert_cmpmem ((const char *) g_bytes_get_data (archive, NULL) + 30, 8, "mimetype", 8);
  g_assert_cmpmem ((const char *) g_bytes_get_data (archive, NULL) + 38, strlen (mimetype), mimetype, strlen (mimetype));

  kind = unpack (archive, "mimetype");
  content = unpack (archive, "content.xml");
  styles = unpack (archive, "styles.xml");
  meta = unpack (archive, "meta.xml");
  manifest = unpack (archive, "META-INF/manifest.xml");
  g_assert_cmpstr (kind, ==, mimetype);
  assert_well_formed (content);
  assert_well_formed (styles);
  assert_well_formed (meta);
  assert_well_formed (manifest);
  assert_contains (content, "<text:p text:style-name=\"Quotations\">will be opened “soon”</text:p>");
  assert_contains (content, "a<text:s text:c=\"2\"/>b<text:tab/>c<text:line-break/>d\xef\xbf\xbd" "e<text:s text:c=\"2\"/></text:p>");
  assert_contains (content, "&lt;/script&gt;");
}

static void
test_right_to_left (void)
{
  g_autoptr (ChanceryArticle) article = chancery_article_new (&(ChanceryArticleFields) {
    .uid = "u", .headline = "قمة في مينسك", .lang = "ar" });
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *html = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GBytes) archive = NULL;

  g_ptr_array_add (notes, chancery_note_new (&(ChanceryNoteFields) { .uid = "n", .article_uid = "u", .body = "x", .score = 1 }));
  html = export_text ("html", article, notes);
  assert_contains (html, "lang=\"ar\" dir=\"rtl\"");
  archive = export ("odt", article, notes, FALSE);
  content = unpack (archive, "content.xml");
  assert_contains (content, "<text:h text:style-name=\"Heading_20_1_rtl\"");
}

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    gint64 time_us;
    const char *written;
  } times[] = {
    { "1970-01-01T00:00:00Z", 0, NULL },
    { "2015-10-13T13:00:00Z", G_GINT64_CONSTANT (1444741200000000), NULL },
    { "2024-02-29T23:59:59.5+01:30", G_GINT64_CONSTANT (1709245799500000), "2024-02-29T22:29:59.5Z" },
    { "2016-12-31 23:59:60", G_GINT64_CONSTANT (1483228799000000), "2016-12-31T23:59:59Z" },
    { "0001-01-01T00:00:00Z", G_GINT64_CONSTANT (-62135596800000000), NULL },
    { "9999-12-31T23:59:59.999999Z", G_GINT64_CONSTANT (253402300799999999), NULL },
    { "1969-12-31T23:59:59.999999999Z", -1, "1969-12-31T23:59:59.999999Z" },
  };
  static const char * const wrong[] = {
    "", "yesterday", "2015", "2015-10-13", "2015-10-13T13:00Z", "2015-13-13T13:00:00Z", "2015-02-29T13:00:00Z",
    "2015-10-13T24:00:00Z", "2015-10-13T13:00:00.Z", "2015-10-13T13:00:00Zz", "2015-10-13T13:00:00+1", "0000-01-01T00:00:00Z",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gint64 time_us;

      g_assert_true (chancery_exchange_parse_time (times[i].text, &time_us));
      g_assert_cmpint (time_us, ==, times[i].time_us);
      g_assert_true (chancery_exchange_append_time (text, time_us));
      g_assert_cmpstr (text->str, ==, times[i].written != NULL ? times[i].written : times[i].text);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gint64 time_us;

      g_assert_false (chancery_exchange_parse_time (wrong[i], &time_us));
    }
}

static void
test_citation (void)
{
  g_autoptr (ChanceryArticle) article = make_article ();
  g_autofree char *quote = chancery_citation_quote (article, "two rivers");
  g_autofree char *html = chancery_citation_quote_html (article, "a < b");
  g_autofree char *alone = chancery_citation_quote (NULL, "two rivers");

  g_assert_cmpstr (quote, ==, "“two rivers” (A. Writer, Bridge of \"two\" rivers, 50% & {more}, The River Times, "
                   "23 November 2023, https://example.org/bridge?a=1&b=2)");
  g_assert_cmpstr (alone, ==, "“two rivers”");
  assert_contains (html, "<blockquote dir=\"auto\" lang=\"en\" cite=\"https://example.org/bridge?a=1&amp;b=2\"><p>a &lt; b</p>");
}

static void
test_citation_of_other_direction (void)
{
  g_autofree char *quote = chancery_citation_quote (NULL, "الجسر");

  /* The quotation marks stay where they are. */
  g_assert_cmpstr (quote, ==, "“\u2068الجسر\u2069”");
}

static void
test_citation_of_notes (void)
{
  char passage[] = "two\nrivers";
  const ChancerySelector selector = { .exact = passage };
  g_autoptr (ChanceryArticle) article = make_article ();
  g_autoptr (ChanceryNote) marked = chancery_note_new (&(ChanceryNoteFields) { .selector = &selector, .body = "mine" });
  g_autoptr (ChanceryNote) on_article = chancery_note_new (&(ChanceryNoteFields) { .body = "mine" });
  g_autofree char *quote = chancery_citation_note (article, marked);
  g_autofree char *quote_html = chancery_citation_note_html (article, marked);
  g_autofree char *words = chancery_citation_note (article, on_article);
  g_autofree char *words_html = chancery_citation_note_html (article, on_article);
  g_autofree char *alone = chancery_citation_note (NULL, on_article);

  g_assert_true (g_str_has_prefix (quote, "“two\nrivers” (A. Writer, "));
  assert_contains (quote_html, "><p>two</p><p>rivers</p></blockquote><p><cite>A. Writer, ");
  /* What the reader wrote isn't put into the article's mouth. */
  g_assert_true (g_str_has_prefix (words, "mine (A. Writer, "));
  assert_contains (words_html, "<p>mine</p></div><p><cite>A. Writer, ");
  g_assert_cmpstr (alone, ==, "mine");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/exporters/jsonld-restores-every-byte", "jsonld", test_restored);
  g_test_add_data_func ("/exporters/csv-restores-every-byte", "csv", test_restored);
  g_test_add_func ("/exporters/every-format-writes-nothing", test_empty);
  g_test_add_func ("/exporters/web-annotation", test_annotation);
  g_test_add_func ("/exporters/markdown-escapes-markup", test_markdown);
  g_test_add_func ("/exporters/html-is-escaped-and-says-its-language", test_html);
  g_test_add_func ("/exporters/csv-has-no-formulas", test_csv);
  g_test_add_func ("/exporters/csv-cells-come-back", test_csv_cells);
  g_test_add_func ("/exporters/plain-text", test_text);
  g_test_add_func ("/exporters/bibliographies", test_bibliographies);
  g_test_add_func ("/exporters/calendar-lines-are-folded", test_calendar);
  g_test_add_func ("/exporters/odt-is-a-document", test_odt);
  g_test_add_func ("/exporters/right-to-left", test_right_to_left);
  g_test_add_func ("/exporters/times", test_times);
  g_test_add_func ("/exporters/citation", test_citation);
  g_test_add_func ("/exporters/citation-of-other-direction", test_citation_of_other_direction);
  g_test_add_func ("/exporters/citation-of-notes", test_citation_of_notes);

  return g_test_run ();
}
