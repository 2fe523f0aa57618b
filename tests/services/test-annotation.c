/* test-annotation.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reading the W3C's samples of annotations, and what goes out again of what came in. */

#include <string.h>

#include "exchange/chancery-annotation-writer.h"
#include "exchange/chancery-note-reader.h"

#define NOW_US G_GINT64_CONSTANT (1790000000000000)

typedef struct
{
  GPtrArray *notes;
  GPtrArray *articles;
  ChanceryImportReport *report;
  GError *error;
} Reading;

static Reading *
read_text (const char *text,
           gsize       length_bytes,
           const char *name)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GBytes) bytes = g_bytes_new (text, length_bytes);
  g_autoptr (ChanceryNoteReader) reader = NULL;

  reading->notes = g_ptr_array_new_with_free_func (g_object_unref);
  reading->articles = g_ptr_array_new_with_free_func (g_object_unref);
  reading->report = chancery_import_report_new ();
  reader = chancery_note_reader_new (bytes, name, NOW_US, reading->report, &reading->error);
  while (reader != NULL)
    {
      g_auto (ChanceryNoteRecord) record = { NULL };

      if (!chancery_note_reader_next (reader, &record))
        break;
      if (record.note != NULL)
        g_ptr_array_add (reading->notes, g_object_ref (record.note));
      if (record.article != NULL)
        g_ptr_array_add (reading->articles, g_object_ref (record.article));
    }
  return reading;
}

static void
reading_free (Reading *reading)
{
  g_ptr_array_unref (reading->notes);
  g_ptr_array_unref (reading->articles);
  chancery_import_report_free (reading->report);
  g_clear_error (&reading->error);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static char *
load (const char *name,
      ChanceryJsonPart *root)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "web-annotation", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length_bytes;

  g_file_get_contents (path, &text, &length_bytes, &error);
  g_assert_no_error (error);
  g_assert_true (chancery_json_check (text, length_bytes, root, &error));
  return text;
}

static const ChanceryImportRemark *
get_remark (GPtrArray *remarks,
            guint      position)
{
  g_assert_cmpuint (position, <, remarks->len);
  return g_ptr_array_index (remarks, position);
}

/* Whether what a note is exported as is the annotation that it came from, member for member. */
static void
assert_kept (const char             *file,
             const ChanceryJsonPart *annotation,
             ChanceryNote           *note)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_auto (ChanceryJsonTape) before = { NULL }, after = { NULL };
  g_autoptr (GError) error = NULL;

  chancery_annotation_append (json, note, NULL);
  chancery_json_tape_init (&before);
  chancery_json_tape_init (&after);
  g_assert_true (chancery_json_tape_parse (&before, annotation->start, annotation->end, &error));
  g_assert_true (chancery_json_tape_parse (&after, json->str, json->str + json->len, &error));

  CHANCERY_JSON_FOREACH (&before, 0, key)
    {
      g_autofree char *name = chancery_json_dup_string (&before, key);
      guint value = key + 1, kept = chancery_json_get (&after, 0, name);

      key = value;
      if (strcmp (name, "@context") == 0 || strcmp (name, "bodyValue") == 0 || strcmp (name, "target") == 0)
        continue;
      if (kept == 0 && strcmp (name, "body") != 0)
        g_error ("%s: “%s” is gone: %s", file, name, json->str);
      if (kept != 0)
        {
          g_autofree char *raw_before = chancery_json_dup_raw (&before, value);
          g_autofree char *raw_after = chancery_json_dup_raw (&after, kept);

          if (strcmp (name, "body") == 0 && strstr (raw_after, "\"purpose\":\"commenting\"") != NULL)
            continue;
          g_assert_cmpstr (raw_before, ==, raw_after);
        }
    }
}

static void
test_correct (void)
{
  ChanceryJsonPart root, key, annotation;
  g_autofree char *text = load ("correct.json", &root);
  ChanceryJsonWalk walk;
  guint n = 0;

  chancery_json_walk_init (&walk, &root);
  while (chancery_json_walk_next (&walk, &key, &annotation))
    {
      g_autofree char *file = chancery_json_part_dup_string (&key);
      g_autoptr (Reading) reading = read_text (annotation.start, (gsize) (annotation.end - annotation.start), file);

      g_test_message ("%s", file);
      g_assert_no_error (reading->error);
      if (reading->report->n_skipped > 0)
        g_error ("%s: %s: %s", file, get_remark (reading->report->skipped, 0)->place,
                 get_remark (reading->report->skipped, 0)->reason);
      if (g_str_has_prefix (file, "anno"))
        {
          g_assert_cmpuint (reading->report->n_warnings, ==, 0);
          g_assert_cmpuint (reading->notes->len, ==, 1);
          assert_kept (file, &annotation, g_ptr_array_index (reading->notes, 0));
        }
      else if (strcmp (file, "collection1.json") == 0)
        g_assert_cmpuint (reading->notes->len, ==, 41);
      else
        /* Of a collection whose pages are elsewhere there is nothing to read; the pages have two each. */
        g_assert_cmpuint (reading->notes->len, ==, strcmp (file, "example41.json") == 0 ? 0 : 2);
      n++;
    }
  g_assert_cmpuint (n, ==, 45);
}

static void
test_incorrect (void)
{
  static const struct
  {
    const char *file;
    const char *place;
  } places[] = {
    { "anno2.json", "@context" }, { "anno3.json", "@context" }, { "anno4.json", "@context" },
    { "anno5.json", "@context" }, { "anno6.json", "id" }, { "anno7.json", "id" }, { "anno8.json", "type" },
    { "anno9.json", "type" }, { "anno10.json", "target" }, { "anno11.json", "target" }, { "anno12.json", "body" },
    { "anno13.json", "body.id" }, { "anno14.json", "body.format" }, { "anno15.json", "body.langauage" },
    { "anno16.json", "body.textDirection" }, { "anno17.json", "body" }, { "anno18.json", "body.value" },
    { "anno19.json", "bodyValue" }, { "anno20.json", "bodyValue" }, { "anno21.json", "bodyValue" },
    { "anno22.json", "body" }, { "anno23.json", "body.processingLanguage" }, { "anno24.json", "body.textDirection" },
    { "anno25.json", "body" }, { "anno26.json", "creator" }, { "anno27.json", "generator" },
    { "anno28.json", "created" }, { "anno29.json", "modified" }, { "anno30.json", "generated" },
    { "anno31.json", "modified" }, { "anno32.json", "created" }, { "anno33.json", "generated" },
    { "anno34.json", "rights" }, { "anno35.json", "via" }, { "anno36.json", "canonical" }, { "anno37.json", "target" },
    { "anno38.json", "target" }, { "anno39.json", "target" }, { "anno40.json", "target" },
  };
  ChanceryJsonPart root, key, entry;
  g_autofree char *text = load ("incorrect.json", &root);
  ChanceryJsonWalk walk;
  guint n = 0;

  chancery_json_walk_init (&walk, &root);
  while (chancery_json_walk_next (&walk, &key, &entry))
    {
      g_autofree char *file = chancery_json_part_dup_string (&key);
      g_auto (ChanceryJsonMembers) members = { NULL };
      ChanceryJsonPart annotation, refused;
      g_autoptr (Reading) reading = NULL;

      g_test_message ("%s", file);
      chancery_json_members_init (&members, &entry);
      g_assert_true (chancery_json_members_get (&members, "annotation", &annotation));
      g_assert_true (chancery_json_members_get (&members, "refused", &refused));
      reading = read_text (annotation.start, (gsize) (annotation.end - annotation.start), file);
      g_assert_no_error (reading->error);
      g_assert_cmpstr (places[n].file, ==, file);
      if (*refused.start == 't')
        {
          g_assert_cmpuint (reading->notes->len, ==, 0);
          g_assert_cmpuint (reading->report->n_skipped, ==, 1);
          g_assert_cmpstr (get_remark (reading->report->skipped, 0)->place, ==, places[n].place);
          g_assert_cmpstr (get_remark (reading->report->skipped, 0)->reason, !=, "");
        }
      else
        {
          g_assert_cmpuint (reading->notes->len, ==, 1);
          g_assert_cmpuint (reading->report->n_skipped, ==, 0);
          g_assert_cmpuint (reading->report->n_warnings, >=, 1);
          g_assert_cmpstr (get_remark (reading->report->warnings, 0)->place, ==, places[n].place);
          assert_kept (file, &annotation, g_ptr_array_index (reading->notes, 0));
        }
      n++;
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (places));
}

#define HEAD "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"http://e.org/1\",\"type\":\"Annotation\","

static Reading *
read_string (const char *json)
{
  return read_text (json, strlen (json), "notes.json");
}

static ChanceryNote *
get_only (Reading *reading)
{
  g_assert_no_error (reading->error);
  if (reading->report->n_skipped > 0)
    g_error ("%s: %s", get_remark (reading->report->skipped, 0)->place, get_remark (reading->report->skipped, 0)->reason);
  g_assert_cmpuint (reading->notes->len, ==, 1);
  return g_ptr_array_index (reading->notes, 0);
}

static void
test_body_forms (void)
{
  static const struct
  {
    const char *body;
    const char *text;
    const char *tags;
  } forms[] = {
    { "\"bodyValue\":\"plain\"", "plain", "" },
    { "\"body\":\"http://e.org/post\"", "http://e.org/post", "" },
    { "\"body\":{\"type\":\"TextualBody\",\"value\":\"words\"}", "words", "" },
    { "\"body\":{\"value\":\"no type\"}", "no type", "" },
    { "\"body\":{\"type\":\"TextualBody\",\"value\":\"<p>one &amp; two</p><p>three</p>\",\"format\":\"text/html\"}",
      "one & two\nthree", "" },
    { "\"body\":[{\"type\":\"TextualBody\",\"value\":\"b\",\"purpose\":\"tagging\"},{\"type\":\"TextualBody\",\"value\":\"a\","
      "\"purpose\":\"tagging\"},{\"type\":\"TextualBody\",\"value\":\"words\"}]", "words", "a b" },
    { "\"body\":[{\"value\":\"one\"},{\"value\":\"two\"}]", "one\n\ntwo", "" },
    { "\"body\":{\"type\":\"Choice\",\"items\":[{\"value\":\"first\"},{\"value\":\"second\"}]}", "first", "" },
    { "\"body\":{\"type\":\"List\",\"items\":[{\"value\":\"first\"},{\"value\":\"second\"}]}", "first\n\nsecond", "" },
    { "\"body\":{\"type\":\"SpecificResource\",\"purpose\":\"tagging\",\"source\":\"http://e.org/city\"}", "http://e.org/city", "" },
    { "\"body\":{\"id\":\"http://e.org/sound\",\"type\":\"Sound\"}", "http://e.org/sound", "" },
    { "\"motivation\":\"highlighting\"", "", "" },
    { "\"body\":[]", "", "" },
    { "\"body\":{\"value\":\"\\u0000\\ud800\\ud83d\\ude00\\u0041\"}", "\xef\xbf\xbd\xef\xbf\xbd😀A", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *json = g_strconcat (HEAD, forms[i].body, ",\"target\":\"http://e.org/page\"}", NULL);
      g_autoptr (Reading) reading = read_string (json);
      ChanceryNote *note = get_only (reading);
      g_autofree char *tags = g_strjoinv (" ", (char **) chancery_note_get_tags (note));

      g_assert_cmpstr (chancery_note_get_body (note), ==, forms[i].text);
      g_assert_cmpstr (tags, ==, forms[i].tags);
    }
}

static void
test_target_forms (void)
{
  static const struct
  {
    const char *target;
    const char *exact;
    gssize start;
  } forms[] = {
    { "\"http://e.org/page\"", NULL, -1 },
    { "[\"http://e.org/page\",\"http://e.org/other\"]", NULL, -1 },
    { "{\"id\":\"http://e.org/page\",\"type\":\"Text\"}", NULL, -1 },
    { "{\"source\":\"http://e.org/page\",\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"words\"}}", "words", -1 },
    { "{\"source\":{\"id\":\"http://e.org/page\"},\"selector\":[{\"type\":\"TextPositionSelector\",\"start\":3,\"end\":8},"
      "{\"type\":\"TextQuoteSelector\",\"exact\":\"words\"}]}", "words", 3 },
    { "[{\"source\":\"http://e.org/page\",\"selector\":{\"type\":\"FragmentSelector\",\"value\":\"p5\",\"refinedBy\":"
      "{\"type\":\"TextQuoteSelector\",\"exact\":\"words\"}}}]", "words", -1 },
    { "{\"source\":\"http://e.org/page\",\"selector\":[{\"type\":\"RangeSelector\",\"startSelector\":{\"type\":"
      "\"TextPositionSelector\",\"start\":3,\"end\":4},\"endSelector\":{\"type\":\"TextPositionSelector\",\"start\":8,\"end\":9}},"
      "{\"type\":\"TextQuoteSelector\",\"exact\":\"words\"}]}", "words", 3 },
    { "{\"type\":\"List\",\"items\":[{\"source\":\"http://e.org/page\",\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":"
      "\"words\"}},\"http://e.org/2\"]}", "words", -1 },
    { "{\"source\":\"http://e.org/page\",\"selector\":{\"type\":\"SecretSelector\",\"value\":7}}", NULL, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *json = g_strconcat (HEAD "\"target\":", forms[i].target, "}", NULL);
      g_autoptr (Reading) reading = read_string (json);
      const ChancerySelector *selector = chancery_note_get_selector (get_only (reading));

      g_assert_cmpstr (selector != NULL ? selector->exact : NULL, ==, forms[i].exact);
      if (selector != NULL)
        g_assert_cmpint (selector->has_position ? (gssize) selector->start_chars : -1, ==, forms[i].start);
    }
}

/* A selector that nobody knows stays, also when the note gets a place of its own. */
static void
test_foreign_selectors (void)
{
  static const char secret[] = "{\"type\":\"SecretSelector\",\"n\":1.50,\"n\":2}";
  g_autofree char *json =
    g_strconcat (HEAD "\"creator\":\"http://e.org/me\",\"target\":{\"source\":\"http://e.org/page\",\"scope\":\"http://e.org/\","
                 "\"selector\":[{\"type\":\"TextQuoteSelector\",\"exact\":\"words\"},", secret, "]}}", NULL);
  g_autoptr (Reading) reading = read_string (json);
  g_autoptr (ChancerySelector) moved = chancery_selector_new ("words", "before ", " after");
  g_autoptr (ChanceryNote) note = NULL;
  g_autoptr (Reading) again = NULL;
  g_autoptr (GString) out = g_string_new ("[");
  ChanceryNoteFields fields;

  chancery_note_get_fields (get_only (reading), &fields);
  moved->has_position = TRUE;
  moved->start_chars = 7;
  moved->end_chars = 12;
  fields.selector = moved;
  note = chancery_note_new (&fields);
  chancery_annotation_append (out, note, NULL);
  g_assert_nonnull (strstr (out->str, secret));
  g_assert_nonnull (strstr (out->str, "\"scope\":\"http://e.org/\""));
  g_assert_nonnull (strstr (out->str, "\"start\":7,\"end\":12"));
  g_assert_nonnull (strstr (out->str, "\"creator\":\"http://e.org/me\""));
  g_assert_nonnull (strstr (out->str, "\"id\":\"http://e.org/1\""));

  /* In a list, so that it inherits a context. */
  g_string_prepend (out, "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"id\":\"http://e.org/p\","
                    "\"items\":");
  g_string_append (out, "]}");
  again = read_string (out->str);
  g_assert_true (chancery_note_equal (get_only (again), note));
}

static void
test_containers (void)
{
  static const char one[] = HEAD "\"target\":\"http://e.org/a\"}";
  static const char bare[] = "{\"id\":\"http://e.org/2\",\"type\":\"Annotation\",\"target\":\"http://e.org/b\"}";
  static const char wrong[] = "{\"id\":\"http://e.org/3\",\"type\":\"Annotation\"}";
  g_autofree char *array = g_strdup_printf ("[%s,%s,7]", one, bare);
  g_autofree char *page = g_strdup_printf ("{\"items\":[%s,%s,%s],\"type\":\"AnnotationPage\",\"id\":\"http://e.org/p\","
                                           "\"@context\":[\"http://e.org/c\",\"http://www.w3.org/ns/anno.jsonld\"]}",
                                           one, bare, wrong);
  g_autofree char *collection = g_strdup_printf ("\xef\xbb\xbf{\"first\":{\"items\":[%s],\"next\":{\"items\":[%s],\"next\":"
                                                 "\"http://e.org/more\"}},\"type\":[\"AnnotationCollection\"],\"id\":\"http://e.org/c\","
                                                 "\"@context\":\"http://www.w3.org/ns/anno.jsonld\"}", bare, one);
  g_autofree char *graph = g_strdup_printf ("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"@graph\":[%s]}", bare);
  g_autoptr (Reading) of_array = read_string (array), of_page = read_string (page), of_graph = read_string (graph);
  g_autoptr (Reading) of_collection = read_text (collection, strlen (collection), "c.jsonld");

  /* In an array, each annotation brings its own context. */
  g_assert_cmpuint (of_array->notes->len, ==, 1);
  g_assert_cmpuint (of_array->report->n_skipped, ==, 2);
  g_assert_cmpstr (get_remark (of_array->report->skipped, 0)->place, ==, "[1].@context");
  g_assert_cmpstr (get_remark (of_array->report->skipped, 1)->place, ==, "[2]");

  g_assert_cmpuint (of_page->notes->len, ==, 2);
  g_assert_cmpstr (get_remark (of_page->report->skipped, 0)->place, ==, "items[2].target");

  g_assert_cmpuint (of_collection->notes->len, ==, 2);
  g_assert_cmpuint (of_collection->report->n_warnings, ==, 1);
  g_assert_cmpstr (get_remark (of_collection->report->warnings, 0)->place, ==, "first.next.next");

  g_assert_cmpuint (of_graph->notes->len, ==, 1);
}

static void
test_hostile (void)
{
  static const char * const texts[] = {
    "", "{", "[", "nonsense", "{\"a\":1,}", "[1 2]", "{\"type\":\"AnnotationCollection\"}",
    "{\"@context\":\"fish\",\"type\":\"AnnotationPage\",\"items\":[]}", "\"string\"", "[\"\x01\"]", "[01]", "[1.]", "[\"\\x\"]",
    "[tru]", "[]]", "{\"a\"}", "{1:2}", "[\"\\u12\"]",
  };
  static const char * const refused[] = {
    HEAD "\"target\":{\"source\":\"http://e/\",\"selector\":{\"type\":\"TextPositionSelector\",\"start\":-5,\"end\":4294967297}}}",
    HEAD "\"target\":{\"source\":\"http://e/\",\"selector\":{\"type\":\"TextPositionSelector\",\"start\":50,\"end\":5}}}",
    HEAD "\"target\":{\"source\":\"http://e/\",\"selector\":{\"type\":\"TextPositionSelector\",\"start\":1e999,\"end\":1e999}}}",
    HEAD "\"target\":[]}",
    HEAD "\"target\":{\"source\":\"http://e/\",\"items\":[\"http://e/\"]}}",
    HEAD "\"target\":{\"source\":\"http://e/\",\"selector\":{\"type\":\"TextQuoteSelector\"}}}",
    HEAD "\"target\":{\"source\":\"http://e/\",\"selector\":{\"type\":\"RangeSelector\",\"startSelector\":\"http://e/\"}}}",
    HEAD "\"target\":{\"source\":\"http://e/\",\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"a\",\"refinedBy\":7}}}",
    HEAD "\"target\":{\"type\":\"TextualBody\",\"value\":\"words\"}}",
  };
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (Reading) of_deep = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (Reading) reading = read_string (texts[i]);

      g_assert_cmpuint (reading->notes->len, ==, 0);
      g_assert_true (reading->error != NULL || reading->report->n_skipped > 0);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (Reading) reading = read_string (refused[i]);

      g_assert_no_error (reading->error);
      g_assert_cmpuint (reading->notes->len, ==, 0);
      g_assert_cmpuint (reading->report->n_skipped, ==, 1);
    }

  for (guint i = 0; i < 200000; i++)
    g_string_append (deep, "{\"a\":");
  of_deep = read_string (deep->str);
  g_assert_nonnull (of_deep->error);
}

static void
test_hypothesis (void)
{
  static const char rows[] =
    "{\"total\":3,\"rows\":[{\"id\":\"abc\",\"created\":\"2024-05-01T10:00:00.123456+00:00\",\"updated\":\"2024-05-02T10:00:00+02:00\","
    "\"user\":\"acct:me@hypothes.is\",\"uri\":\"https://e.org/page\",\"text\":\"my *words*\",\"tags\":[\"b\",\"a\"],\"group\":\"g1\","
    "\"permissions\":{},\"document\":{\"title\":[\"A page\"]},\"target\":[{\"source\":\"https://e.org/page\",\"selector\":["
    "{\"type\":\"RangeSelector\",\"startContainer\":\"/p[1]\",\"endContainer\":\"/p[2]\",\"startOffset\":3,\"endOffset\":4},"
    "{\"type\":\"TextPositionSelector\",\"start\":4,\"end\":9},{\"type\":\"TextQuoteSelector\",\"exact\":\"quote\",\"prefix\":\"p \","
    "\"suffix\":\" s\"}]}]},"
    "{\"id\":\"def\",\"uri\":\"https://e.org/page\",\"user\":\"u\",\"text\":\"a reply\",\"references\":[\"x\",\"abc\"],\"target\":[]},"
    "{\"id\":\"bad\"}]}";
  g_autoptr (Reading) reading = read_string (rows);
  ChanceryNote *note, *reply;
  const ChancerySelector *selector;
  const ChanceryNoteLink *link;
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (Reading) again = NULL;

  g_assert_no_error (reading->error);
  g_assert_cmpstr (reading->report->format, ==, "hypothesis");
  g_assert_cmpuint (reading->notes->len, ==, 2);
  g_assert_cmpuint (reading->report->n_skipped, ==, 1);
  g_assert_cmpstr (get_remark (reading->report->skipped, 0)->place, ==, "rows[2]");

  note = g_ptr_array_index (reading->notes, 0);
  reply = g_ptr_array_index (reading->notes, 1);
  selector = chancery_note_get_selector (note);
  g_assert_cmpstr (chancery_note_get_body (note), ==, "my *words*");
  g_assert_cmpstr (chancery_note_get_tags (note)[0], ==, "a");
  g_assert_cmpstr (selector->exact, ==, "quote");
  g_assert_cmpstr (selector->prefix, ==, "p ");
  /* Places in UTF-16 units mean nothing without the text. */
  g_assert_false (selector->has_position);
  g_assert_cmpint (chancery_note_get_created_us (note), ==, G_GINT64_CONSTANT (1714557600123456));
  g_assert_cmpint (chancery_note_get_modified_us (note), ==, G_GINT64_CONSTANT (1714636800000000));

  g_assert_cmpuint (chancery_note_get_links (reply)->len, ==, 1);
  link = g_ptr_array_index (chancery_note_get_links (reply), 0);
  g_assert_cmpstr (link->note_uid, ==, chancery_note_get_uid (note));

  /* It goes out as an annotation that the model allows, with its range and its writer. */
  g_string_append (json, "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"@graph\":[");
  chancery_annotation_append (json, note, NULL);
  g_string_append (json, "]}");
  g_assert_nonnull (strstr (json->str, "\"id\":\"https://hypothes.is/a/abc\""));
  g_assert_nonnull (strstr (json->str, "\"startSelector\":{\"type\":\"XPathSelector\",\"value\":\"/p[1]\""));
  g_assert_nonnull (strstr (json->str, "\"creator\":\"acct:me@hypothes.is\""));
  again = read_string (json->str);
  g_assert_true (chancery_note_equal (get_only (again), note));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/annotation/correct-samples-are-read-and-kept", test_correct);
  g_test_add_func ("/annotation/incorrect-samples-are-refused-with-their-place", test_incorrect);
  g_test_add_func ("/annotation/bodies-in-every-form", test_body_forms);
  g_test_add_func ("/annotation/targets-in-every-form", test_target_forms);
  g_test_add_func ("/annotation/unknown-selectors-stay", test_foreign_selectors);
  g_test_add_func ("/annotation/lists-pages-collections-graphs", test_containers);
  g_test_add_func ("/annotation/hostile-files-are-refused", test_hostile);
  g_test_add_func ("/annotation/hypothesis", test_hypothesis);

  return g_test_run ();
}
