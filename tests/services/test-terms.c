/* test-terms.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "chancery-content.h"
#include "gazetteer/chancery-term-compiler.h"
#include "gazetteer/chancery-term-file.h"
#include "gazetteer/chancery-word-class.h"

typedef struct
{
  ChanceryCatalogue *catalogue;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  int fd;

  fixture->catalogue = chancery_content_load_catalogue (NULL, NULL, &error);
  g_assert_no_error (error);
  fd = g_file_open_tmp ("chancery-terms-XXXXXX.json", &fixture->path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->catalogue);
  g_remove (fixture->path);
  g_free (fixture->path);
}

static GBytes *
compile (Fixture     *fixture,
         const char  *members,
         GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autofree char *text = g_strdup_printf ("{\"schemaVersion\": 1, \"lang\": \"ru\", \"source\": \"a test\", \"license\": \"CC0-1.0\", %s}", members);
  g_autoptr (GError) write_error = NULL;

  g_file_set_contents (fixture->path, text, -1, &write_error);
  g_assert_no_error (write_error);
  return chancery_term_file_compile (file, fixture->catalogue, FALSE, NULL, error);
}

/* What the longest term at the start of a text means: "AM name", "AM name, GE demonym", or "blocked", or "". */
static char *
look_up (const ChanceryTermIndex *index,
         const char              *text)
{
  ChanceryTokeniser tokeniser;
  ChanceryToken tokens[CHANCERY_TERM_MAX_TOKENS];
  ChanceryTermMatch matches[CHANCERY_TERM_MAX_TOKENS];
  g_autoptr (GString) found = g_string_new (NULL);
  guint n_tokens = 0, n_matches;
  guint64 n_steps = 0;

  chancery_tokeniser_init (&tokeniser, text, strlen (text));
  while (n_tokens < G_N_ELEMENTS (tokens) && chancery_tokeniser_next (&tokeniser, &tokens[n_tokens]))
    {
      tokens[n_tokens].word =
        chancery_term_index_lookup_word (index, tokeniser.folded, tokeniser.folded_bytes, tokens[n_tokens].hash);
      n_tokens++;
    }
  n_matches = chancery_term_index_match (index, tokens, n_tokens, matches, &n_steps);
  for (guint32 number = n_matches > 0 ? matches[n_matches - 1].entry : 0; number != 0;)
    {
      const ChanceryTermEntry *entry = chancery_term_index_get_entry (index, number);

      g_string_append_printf (found, "%s%s %u/%u", found->len > 0 ? ", " : "", entry->iso, entry->kind, entry->flags);
      number = entry->next;
    }

  return g_string_free (g_steal_pointer (&found), FALSE);
}

#define assert_found(index, text, meanings) \
  G_STMT_START \
  { \
    g_autofree char *looked_up = look_up (index, text); \
    g_assert_cmpstr (looked_up, ==, meanings); \
  } \
  G_STMT_END

static void
test_forms (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = compile (
    fixture,
    "\"paradigms\": {\"ия\": [\"ия\", \"ии\", \"ию\"], \"ая\": [\"ая\", \"ой\", \"ую\"], \"ий\": [\"ий\", \"ая\"], \"и\": [\"\", \"и\"]},"
    "\"states\": {"
    "  \"AM\": {\"name\": [\"Армен{ия}\"], \"demonym\": [\"армянск{ий}\"]},"
    "  \"RU\": {\"official\": [\"Российск{ая} Федерац{ия}\"], \"alias\": [\"{*и}РФ{*и}\"]},"
    "  \"GE\": {\"name\": [\"Грузия\"]},"
    "  \"US\": {\"name\": [{\"text\": \"Грузия\", \"from\": \"1990-01-02\"}]}},"
    "\"territories\": [\"Гренланд{ия}\"], \"combining\": {\"AM\": [\"армяно\"]}, \"blocked\": [\"армянский коньяк\"],"
    "\"words\": {}",
    &error);
  g_autoptr (ChanceryTermIndex) index = NULL;
  gboolean dated = FALSE;

  g_assert_no_error (error);
  index = chancery_term_index_new (bytes);
  g_assert_nonnull (index);
  g_assert_cmpstr (chancery_term_index_get_lang (index), ==, "ru");

  assert_found (index, "Армению", "AM 0/0");
  assert_found (index, "армянская", "AM 3/0");
  assert_found (index, "Армени", "");
  /* Paradigms of one term go together by their place, */
  assert_found (index, "Российской Федерации", "RU 1/0");
  assert_found (index, "Российская Федерацию", "");
  /* but those with a star don't. */
  assert_found (index, "иРФ", "RU 2/0");
  assert_found (index, "иРФи", "RU 2/0");
  /* A form of several states has a meaning for each, in the order of the file. */
  assert_found (index, "Грузия", "GE 0/0, US 0/0");
  assert_found (index, "Гренландии", " 0/1");
  assert_found (index, "армяно", "AM 3/2");
  assert_found (index, "армянский коньяк", " 0/1");

  for (guint32 number = 1; number <= chancery_term_index_get_n_entries (index); number++)
    {
      const ChanceryTermEntry *entry = chancery_term_index_get_entry (index, number);

      if (g_str_equal (entry->iso, "US") && entry->kind == CHANCERY_MENTION_KIND_NAME)
        {
          g_assert_cmpuint (entry->from.year, ==, 1990);
          g_assert_cmpuint (entry->from.day, ==, 2);
          dated = TRUE;
        }
    }
  g_assert_true (dated);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = compile (fixture,
                                      "\"paradigms\": {\"л\": [\"л\", \"ла\"]}, \"states\": {}, \"territories\": [],"
                                      "\"combining\": {}, \"blocked\": [],"
                                      "\"words\": {\"saying\": \"сказа{л} заявил\", \"organ\": \"сказала\"}",
                                      &error);
  g_autoptr (ChanceryTermIndex) index = NULL;
  static const struct
  {
    const char *word;
    guint64 classes;
  } words[] = {
    { "сказал", CLASS_SAYING },
    { "Сказала", CLASS_SAYING | CLASS_ORGAN },
    { "заявил", CLASS_SAYING },
    { "сказали", 0 },
  };

  g_assert_no_error (error);
  index = chancery_term_index_new (bytes);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      ChanceryTokeniser tokeniser;
      ChanceryToken token;
      guint32 number;

      chancery_tokeniser_init (&tokeniser, words[i].word, strlen (words[i].word));
      g_assert_true (chancery_tokeniser_next (&tokeniser, &token));
      number = chancery_term_index_lookup_word (index, tokeniser.folded, tokeniser.folded_bytes, token.hash);
      g_assert_cmpuint (chancery_term_index_get_classes (index, number), ==, words[i].classes);
    }
}

static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = compile (fixture,
                                      "\"paradigms\": {}, \"states\": {}, \"territories\": [], \"combining\": {},"
                                      "\"blocked\": [], \"words\": {}",
                                      &error);
  g_autoptr (ChanceryTermIndex) index = NULL;
  const guint32 *people;
  guint n_people;
  gboolean found = FALSE;

  g_assert_no_error (error);
  index = chancery_term_index_new (bytes);
  people = chancery_term_index_get_people (index, "AM", &n_people);
  for (guint i = 0; i < n_people; i++)
    {
      const ChanceryTermEntry *entry = chancery_term_index_get_entry (index, people[i]);

      g_assert_cmpstr (entry->iso, ==, "AM");
      found = found || (entry->office == CHANCERY_OFFICE_HEAD_OF_GOVERNMENT && entry->from.year == 2018);
    }
  g_assert_true (found);
  g_assert_null (chancery_term_index_get_people (index, "GL", &n_people));
  g_assert_cmpuint (n_people, ==, 0);
  assert_found (index, "Nikol Pashinyan", "AM 5/4");
}

static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *const members = "\"paradigms\": {}, \"states\": {\"FR\": {\"name\": [\"Франция\", \"Франс\"]}},"
                              "\"territories\": [], \"combining\": {}, \"blocked\": [], \"words\": {\"saying\": \"он она\"}";
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = compile (fixture, members, &error);
  g_autoptr (GBytes) again = compile (fixture, members, &error);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) - 8);
  g_autoptr (GBytes) shifted = NULL;
  g_autoptr (ChanceryTermIndex) index = NULL;
  g_autofree char *copy = g_malloc (g_bytes_get_size (bytes) + 1);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, again));

  /* At an odd address it is copied; what is cut is no index. */
  memcpy (copy + 1, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  shifted = g_bytes_new_static (copy + 1, g_bytes_get_size (bytes));
  index = chancery_term_index_new (shifted);
  g_assert_nonnull (index);
  assert_found (index, "Франс", "FR 0/0");
  g_assert_null (chancery_term_index_new (cut));
}

static void
test_mistakes (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *right, *wrong, *message;
  } mistakes[] = {
    { "\"paradigms\": {}", "\"paradigm\": {}", "“paradigm” is not a known member" },
    { "\"paradigms\": {}", "\"paradigms\": {\"a\": []}", "paradigms.a: a paradigm has one ending at least" },
    { "\"paradigms\": {}", "\"paradigms\": {\"a\": [1]}", "paradigms.a[0]: should be a string" },
    { "\"states\": {}", "\"states\": {\"ZZ\": {}}", "states.ZZ: “ZZ” is not the code of a state" },
    { "\"states\": {}", "\"states\": {\"GL\": {}}", "states.GL: “GL” is not the code of a state" },
    { "\"states\": {}", "\"states\": {\"FR\": {\"leader\": []}}", "states.FR: “leader” is not a known member" },
    { "\"states\": {}", "\"states\": {\"FR\": {\"name\": [\"a\", \"a\"]}}", "states.FR.name[1]: “a” is there twice" },
    { "\"states\": {}", "\"states\": {\"FR\": {\"name\": [\"a{b}\"]}}", "states.FR.name[0]: there is no paradigm “b”" },
    { "\"states\": {}", "\"states\": {\"FR\": {\"name\": [\"a{b\"]}}", "states.FR.name[0]: a brace stands alone" },
    { "\"states\": {}", "\"states\": {\"FR\": {\"name\": [{\"text\": \"a\", \"form\": \"2000\"}]}}", "states.FR.name[0]: “form” is not a known member" },
    { "\"states\": {}", "\"states\": {\"FR\": {\"name\": [\" \"]}}", "states.FR.name[0]: " },
    { "\"words\": {}", "\"words\": {\"shouting\": \"a\"}", "words.shouting: there is no class “shouting” of words" },
    { "\"paradigms\": {}, \"states\": {}", "\"paradigms\": {\"a\": [\"\", \"b\"], \"c\": [\"d\"]}, \"states\": {\"FR\": {\"name\": [\"x{a} y{c}\"]}}",
      "states.FR.name[0]: the paradigms have 2 and 1 endings" },
  };
  const char *const members = "\"paradigms\": {}, \"states\": {}, \"territories\": [], \"combining\": {}, \"blocked\": [], \"words\": {}";

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GString) text = g_string_new (members);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;

      g_assert_cmpuint (g_string_replace (text, mistakes[i].right, mistakes[i].wrong, 0), ==, 1);
      bytes = compile (fixture, text->str, &error);
      g_assert_null (bytes);
      g_assert_nonnull (error);
      if (strstr (error->message, mistakes[i].message) == NULL)
        g_error ("“%s” instead of “%s”", error->message, mistakes[i].message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function) g_test_add ("/terms/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("forms", test_forms);
  ADD ("words", test_words);
  ADD ("people", test_people);
  ADD ("same-bytes", test_same_bytes);
  ADD ("mistakes", test_mistakes);
#undef ADD

  return g_test_run ();
}
