/* test-content.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-content.h"

#include <glib/gstdio.h>
#include <string.h>

/* A sound set of files. Apostrophes stand for quotation marks. */

#define HEAD "'source': 'S', 'license': 'CC0-1.0', 'asOf': '2026-11-23'"

#define STATES                                                                                  \
  "{ 'schemaVersion': 1, " HEAD ", 'states': [\n"                                              \
  "  { 'iso': 'DK', 'name': 'Denmark', 'official': 'Kingdom of Denmark', 'status': 'sovereign',\n" \
  "    'label': [9, 55.9], 'capitals': [{ 'name': 'Copenhagen', 'from': '1443' }] },\n"        \
  "  { 'iso': 'FO', 'name': 'Faroe Islands', 'status': 'dependency', 'of': 'DK',\n"            \
  "    'label': [-6.9, 62.2], 'capitals': [] }\n"                                              \
  "] }"

#define HOLDERS                                                                                 \
  "{ 'schemaVersion': 1, " HEAD ", 'states': [\n"                                              \
  "  { 'iso': 'DK', 'holders': [\n"                                                            \
  "    { 'office': 'head-of-state', 'name': 'Frederik X', 'surname': 'Frederik', 'spellings': ['Frédéric'],\n" \
  "      'title': 'King', 'from': '2024-01-14', 'source': 'Test' },\n"                         \
  "    { 'office': 'foreign-minister', 'name': 'Jeppe Kofod', 'surname': 'Kofod', 'title': 'Foreign Minister',\n" \
  "      'from': '2019-06', 'source': 'Test', 'asOf': '2022-07-30' }],\n"                      \
  "    'gaps': [{ 'office': 'head-of-government', 'to': '2019', 'kind': 'gap', 'note': 'no source' }] },\n" \
  "  { 'iso': 'FO', 'holders': [] }\n"                                                         \
  "] }"

#define ORGANISATIONS                                                                           \
  "{ 'schemaVersion': 1, " HEAD ", 'organisations': [\n"                                       \
  "  { 'id': 'eu', 'name': 'European Union', 'abbreviation': 'EU', 'kind': 'organisation', 'founded': '1993-11-01',\n" \
  "    'headquarters': { 'city': 'Tórshavn', 'country': 'FO' }, 'workingLanguages': ['da'],\n" \
  "    'names': { 'fr': 'Union européenne' }, 'aliases': ['Union'],\n"                         \
  "    'members': [{ 'iso': 'DK', 'status': 'member', 'from': '1973', 'to': '1999-12' },\n"    \
  "                { 'iso': 'DK', 'status': 'suspended', 'from': '1980-01-01', 'to': '1980-02-01' },\n" \
  "                { 'iso': 'DK', 'status': 'member', 'from': '1999-12' }] },\n"               \
  "  { 'id': 'g20', 'name': 'Group of Twenty', 'abbreviation': 'G20', 'kind': 'forum', 'founded': '1999',\n" \
  "    'names': {}, 'members': [{ 'org': 'eu', 'status': 'member' }] }\n"                      \
  "] }"

#define FIRST_UID "0b7b1d6e-0d0c-4f0e-8c1a-000000000001"
#define SECOND_UID "0b7b1d6e-0d0c-4f0e-8c1a-000000000002"

#define ARTICLES                                                                                \
  "{ " HEAD ", 'articles': [\n"                                                                \
  "  { 'uid': '" FIRST_UID "', 'headline': 'One', 'lang': 'en', 'source': 'S', 'published': '2024-05-01',\n" \
  "    'blocks': [{ 'kind': 'heading', 'level': 2, 'text': 'A day' }, { 'kind': 'paragraph', 'text': 'One day.' }] },\n" \
  "  { 'uid': '" SECOND_UID "', 'headline': 'Two', 'lang': 'en', 'source': 'S', 'published': '2024-05-02',\n" \
  "    'blocks': [{ 'kind': 'paragraph', 'text': 'Two days.' }] }\n"                           \
  "] }"

#define NOTES                                                                                   \
  "{ " HEAD ", 'notes': [\n"                                                                   \
  "  { 'uid': '" FIRST_UID "', 'article': '" FIRST_UID "',\n"                                  \
  "    'quote': { 'exact': 'day', 'prefix': 'One ', 'suffix': '.' }, 'body': 'B', 'colour': 'blue', 'kind': 'question',\n" \
  "    'tags': ['a', 'b'], 'states': ['DK', 'FO'],\n"                                          \
  "    'created': '2024-05-01T10:00:00Z', 'modified': '2024-05-01T12:00:00+02:00' },\n"        \
  "  { 'uid': '" SECOND_UID "', 'article': '" SECOND_UID "', 'colour': 'green', 'kind': 'note',\n" \
  "    'due': '2024-06', 'score': 0.5, 'foreign': { 'motivation': 'assessing' },\n"             \
  "    'links': [{ 'relation': 'refutes', 'note': '" FIRST_UID "', 'article': '" FIRST_UID "' }],\n" \
  "    'created': '2024-05-01T10:00:00Z', 'modified': '2024-05-01T11:00:00Z' }\n"              \
  "] }"

static const struct
{
  const char *name;
  const char *text;
} sound_files[] = {
  { "states.json", STATES },
  { "office-holders.json", HOLDERS },
  { "organisations.json", ORGANISATIONS },
  { "articles.json", ARTICLES },
  { "notes.json", NOTES },
};

typedef struct
{
  GFile *folder;
  char *path;
} Fixture;

static void
write_bytes (Fixture    *fixture,
             const char *name,
             const char *bytes,
             gsize       size)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
write_text (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');

  write_bytes (fixture, name, json, strlen (json));
}

static void
write_sound_files (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (sound_files); i++)
    write_text (fixture, sound_files[i].name, sound_files[i].text);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->path = g_dir_make_tmp ("chancery-content-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_file_new_for_path (fixture->path);
  write_sound_files (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sound_files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->path, sound_files[i].name, NULL);

      g_remove (path);
    }
  g_assert_no_errno (g_rmdir (fixture->path));
  g_clear_object (&fixture->folder);
  g_clear_pointer (&fixture->path, g_free);
}

/* Loads everything that @name has a part in. */
static void
load (Fixture     *fixture,
      const char  *name,
      GError     **error)
{
  if (g_str_equal (name, "notes.json"))
    {
      g_autoptr (GPtrArray) notes = chancery_content_load_notes (fixture->folder, NULL, error);

      g_assert_true (notes != NULL || error == NULL || *error != NULL);
    }
  else if (g_str_equal (name, "articles.json"))
    {
      g_autoptr (GPtrArray) articles = chancery_content_load_articles (fixture->folder, NULL, error);

      g_assert_true (articles != NULL || error == NULL || *error != NULL);
    }
  else
    {
      g_autoptr (ChanceryCatalogue) catalogue = chancery_content_load_catalogue (fixture->folder, NULL, error);

      g_assert_true (catalogue != NULL || error == NULL || *error != NULL);
    }
}

static void
test_sound (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  ChanceryState *denmark, *faroes;
  const ChanceryOfficeHolder *minister;
  ChanceryOrganisation *eu;
  ChanceryStanding standing;
  ChanceryNote *second;
  const ChanceryNoteLink *link;
  gsize n;

  catalogue = chancery_content_load_catalogue (fixture->folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (chancery_catalogue_get_states (catalogue)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (chancery_catalogue_get_organisations (catalogue)), ==, 2);

  denmark = chancery_catalogue_lookup_state (catalogue, "DK");
  g_assert_cmpstr (chancery_state_get_official_name (denmark), ==, "Kingdom of Denmark");
  g_assert_cmpfloat (chancery_state_get_latitude (denmark), ==, 55.9);
  g_assert_true (chancery_state_get_is_sovereign (denmark));
  g_assert_cmpstr (chancery_state_get_capital (denmark, (ChanceryDate) { 1900, 1, 1 }), ==, "Copenhagen");
  g_assert_cmpstr (chancery_state_get_office_holders (denmark, &n)[0].spellings[0], ==, "Frédéric");
  g_assert_cmpuint (n, ==, 2);
  minister = &chancery_state_get_office_holders (denmark, &n)[1];
  g_assert_true (minister->end_unknown);
  g_assert_true (chancery_date_equal (minister->to, (ChanceryDate) { 2022, 7, 30 }));
  g_assert_false (chancery_state_get_office_holders (denmark, &n)[0].end_unknown);

  faroes = chancery_catalogue_lookup_state (catalogue, "FO");
  g_assert_cmpstr (chancery_state_get_sovereign_iso (faroes), ==, "DK");
  g_assert_cmpstr (chancery_state_get_official_name (faroes), ==, "Faroe Islands");
  g_assert_null (chancery_state_get_capital (faroes, (ChanceryDate) { 1900, 1, 1 }));
  g_assert_null (chancery_catalogue_lookup_state (catalogue, "ZZ"));

  eu = chancery_catalogue_lookup_organisation (catalogue, "eu");
  g_assert_cmpstr (chancery_organisation_get_name_in (eu, "fr"), ==, "Union européenne");
  g_assert_cmpstr (chancery_organisation_get_aliases (eu)[0], ==, "Union");
  g_assert_null (chancery_catalogue_lookup_organisation (catalogue, "nowhere"));

  /* Two records without a gap count as one, in spite of the suspension within them. */
  standing = chancery_organisation_get_standing (eu, "DK", (ChanceryDate) { 2005, 1, 1 });
  g_assert_cmpint (standing.status, ==, CHANCERY_MEMBERSHIP_STATUS_MEMBER);
  g_assert_true (chancery_date_equal (standing.since, (ChanceryDate) { 1973, 0, 0 }));
  standing = chancery_organisation_get_standing (eu, "DK", (ChanceryDate) { 1980, 1, 15 });
  g_assert_cmpint (standing.status, ==, CHANCERY_MEMBERSHIP_STATUS_SUSPENDED);
  g_assert_true (chancery_date_equal (standing.since, (ChanceryDate) { 1980, 1, 1 }));

  articles = chancery_content_load_articles (fixture->folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 2);
  g_assert_cmpstr (chancery_article_get_headline (g_ptr_array_index (articles, 1)), ==, "Two");

  notes = chancery_content_load_notes (fixture->folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, ==, 2);
  g_assert_cmpuint (chancery_note_get_selector (g_ptr_array_index (notes, 0))->start_chars, ==,
                    g_utf8_strlen ("A day\nOne ", -1));
  g_assert_cmpfloat (chancery_note_get_score (g_ptr_array_index (notes, 0)), ==, 1);

  second = g_ptr_array_index (notes, 1);
  g_assert_null (chancery_note_get_selector (second));
  g_assert_true (chancery_date_equal (chancery_note_get_due (second), (ChanceryDate) { 2024, 6, 0 }));
  g_assert_cmpfloat (chancery_note_get_score (second), ==, 0.5);
  g_assert_cmpstr (chancery_note_get_foreign (second), ==, "{\"motivation\":\"assessing\"}");
  g_assert_cmpuint (chancery_note_get_links (second)->len, ==, 1);
  link = g_ptr_array_index (chancery_note_get_links (second), 0);
  g_assert_cmpint (link->relation, ==, CHANCERY_LINK_RELATION_REFUTES);
  g_assert_cmpstr (link->note_uid, ==, FIRST_UID);
  g_assert_cmpstr (link->article_uid, ==, FIRST_UID);
}

/* One mistake: @wrong stands where the first @right was; without @right, @wrong is the whole file. */
typedef struct
{
  const char *file;
  const char *right;
  const char *wrong;
  ChanceryContentError code;
  const char *message;
} Mistake;

#define SYNTAX CHANCERY_CONTENT_ERROR_SYNTAX
#define MISSING CHANCERY_CONTENT_ERROR_MISSING
#define TYPE CHANCERY_CONTENT_ERROR_TYPE
#define VALUE CHANCERY_CONTENT_ERROR_VALUE

static const Mistake mistakes[] = {
  /* The file and its head */
  { "notes.json", NULL, "{ 'source': '\xff' }", SYNTAX,
    "notes.json: the file is not UTF-8" },
  { "articles.json", NULL, "[]", TYPE,
    "articles.json: is an array, but should be an object" },
  { "office-holders.json", "'schemaVersion': 1", "'schemaVersion': 2", VALUE,
    "office-holders.json: schemaVersion: 2 is not between 1 and 1" },
  { "organisations.json", "'schemaVersion': 1", "'schemaVersion': 1.0", TYPE,
    "organisations.json: schemaVersion: is a number, but should be a whole number" },
  { "organisations.json", "'source': 'S', ", "", MISSING,
    "organisations.json: source: is missing" },
  { "notes.json", "'license': 'CC0-1.0', ", "", MISSING,
    "notes.json: license: is missing" },
  { "states.json", "2026-11-23", "2026-02-30", VALUE,
    "states.json: asOf: “2026-02-30” is not a date (YYYY, YYYY-MM or YYYY-MM-DD)" },
  { "articles.json", "'source': 'S'", "'sauce': 'S'", VALUE,
    "articles.json: “sauce” is not a known member" },
  { "states.json", NULL, "{ 'schemaVersion': 1, " HEAD ", 'states': {} }", TYPE,
    "states.json: states: is an object, but should be an array" },
  { "organisations.json", NULL, "{ 'schemaVersion': 1, " HEAD ", 'organisations': ['eu'] }", TYPE,
    "organisations.json: organisations[0]: is a string, but should be an object" },

  /* States */
  { "states.json", "'iso': 'DK'", "'iso': 'dk'", VALUE,
    "states.json: states[0].iso: “dk” is not two capital letters" },
  { "states.json", "'iso': 'FO'", "'iso': 'DK'", VALUE,
    "states.json: states[1].iso: “DK” is there twice" },
  { "states.json", "'iso': 'FO'", "'iso': 'BE'", VALUE,
    "states.json: states[1].iso: “BE” is after “DK”, but should be before it" },
  { "states.json", "'name': 'Denmark'", "'name': null", TYPE,
    "states.json: states[0].name: is null, but should be a string" },
  { "states.json", "'name': 'Denmark'", "'name': ''", VALUE,
    "states.json: states[0].name: is empty" },
  { "states.json", "'name': 'Denmark'", "'name': 'Denmark '", VALUE,
    "states.json: states[0].name: “Denmark ” begins or ends with a space" },
  { "states.json", "'sovereign'", "'free'", VALUE,
    "states.json: states[0].status: “free” is not a word that goes here" },
  { "states.json", "'of': 'DK'", "'of': 'SE'", VALUE,
    "states.json: states[1].of: “SE” is not the code of a state" },
  { "states.json", "'dependency'", "'sovereign'", VALUE,
    "states.json: states[1].of: is only for a dependency" },
  { "states.json", "[9, 55.9]", "[9]", VALUE,
    "states.json: states[0].label: should be a longitude and a latitude" },
  { "states.json", "[9, 55.9]", "[9, 95.5]", VALUE,
    "states.json: states[0].label[1]: 95.5 is not between -90 and 90" },
  { "states.json", "[9, 55.9]", "[true, 55.9]", TYPE,
    "states.json: states[0].label[0]: is a boolean, but should be a number" },
  { "states.json", "'from': '1443'", "'from': '1443', 'to': '1442-12'", VALUE,
    "states.json: states[0].capitals[0].from: 1443 is after the end, 1442-12" },

  /* Office holders */
  { "office-holders.json", "'FO'", "'DK'", VALUE,
    "office-holders.json: states[1]: the office holders of “DK” are listed twice" },
  { "office-holders.json", "'head-of-state'", "'king'", VALUE,
    "office-holders.json: states[0].holders[0].office: “king” is not a word that goes here" },
  { "office-holders.json", "['Frédéric']", "[1]", TYPE,
    "office-holders.json: states[0].holders[0].spellings[0]: is a number, but should be a string" },
  { "office-holders.json", "'asOf': '2022-07-30'", "'asOf': '2019-05'", VALUE,
    "office-holders.json: states[0].holders[1]: “asOf” is before “from”" },
  { "office-holders.json", "'from': '2024-01-14', 'source': 'Test'", "'from': '2024-01-14'", MISSING,
    "office-holders.json: states[0].holders[0].source: is missing" },
  { "office-holders.json", "'kind': 'gap'", "'kind': 'hole'", VALUE,
    "office-holders.json: states[0].gaps[0].kind: “hole” is not a word that goes here" },
  { "office-holders.json", "'to': '2019', 'kind'", "'to': '2019-13', 'kind'", VALUE,
    "office-holders.json: states[0].gaps[0].to: “2019-13” is not a date (YYYY, YYYY-MM or YYYY-MM-DD)" },
  { "office-holders.json", "'from': '2024-01-14'", "'from': '2024-01-14', 'to': '2024-01-13'", VALUE,
    "office-holders.json: states[0].holders[0].from: 2024-01-14 is after the end, 2024-01-13" },

  /* Organisations */
  { "organisations.json", "'id': 'g20'", "'id': 'eu'", VALUE,
    "organisations.json: organisations[1].id: “eu” is there twice" },
  { "organisations.json", "'id': 'g20'", "'id': 'G 20'", VALUE,
    "organisations.json: organisations[1].id: “G 20” has more than small letters, digits and hyphens" },
  { "organisations.json", "'country': 'FO'", "'country': 'BE'", VALUE,
    "organisations.json: organisations[0].headquarters.country: “BE” is not the code of a state" },
  { "organisations.json", "'Union européenne'", "7", TYPE,
    "organisations.json: organisations[0].names.fr: is a number, but should be a string" },
  { "organisations.json", "'members': [{ 'iso': 'DK'", "'members': [{ 'iso': 'ZZ'", VALUE,
    "organisations.json: organisations[0].members[0].iso: “ZZ” is not the code of a state" },
  { "organisations.json", "'org': 'eu'", "'org': 'efta'", VALUE,
    "organisations.json: organisations[1].members[0].org: “efta” is not the id of an organisation" },
  { "organisations.json", "'org': 'eu'", "'org': 'eu', 'iso': 'DK'", VALUE,
    "organisations.json: organisations[1].members[0]: should have either “iso” or “org”" },
  { "organisations.json", "'org': 'eu', 'status': 'member'", "'org': 'eu', 'status': 'friend'", VALUE,
    "organisations.json: organisations[1].members[0].status: “friend” is not a word that goes here" },
  { "organisations.json", "'org': 'eu', 'status': 'member'", "'org': 'eu', 'status': 'former'", VALUE,
    "organisations.json: organisations[1].members[0].status: “former” is what a date is resolved to, not what a record says" },
  { "organisations.json", "'from': '1973'", "'from': '1973-13'", VALUE,
    "organisations.json: organisations[0].members[0].from: “1973-13” is not a date (YYYY, YYYY-MM or YYYY-MM-DD)" },
  { "organisations.json", "'from': '1999-12'", "'from': '1998'", VALUE,
    "organisations.json: organisations[0].members[2]: overlaps members[0]" },
  { "organisations.json", "'from': '1980-01-01'", "'from': '1970-01-01'", VALUE,
    "organisations.json: organisations[0].members[1]: “DK” is suspended, but not a member at that time" },

  /* Articles */
  { "articles.json", "'uid': '" FIRST_UID "'", "'uid': 'one'", VALUE,
    "articles.json: articles[0].uid: “one” is not a UUID" },
  { "articles.json", SECOND_UID, FIRST_UID, VALUE,
    "articles.json: articles[1].uid: “" FIRST_UID "” is there twice" },
  { "articles.json", "'headline': 'Two', ", "", MISSING,
    "articles.json: articles[1].headline: is missing" },
  { "articles.json", "'2024-05-02'", "'2 May 2024'", VALUE,
    "articles.json: articles[1].published: “2 May 2024” is not a date (YYYY, YYYY-MM or YYYY-MM-DD)" },
  { "articles.json", "[{ 'kind': 'paragraph', 'text': 'Two days.' }]", "[]", VALUE,
    "articles.json: articles[1].blocks: is empty" },
  { "articles.json", "'heading'", "'title'", VALUE,
    "articles.json: articles[0].blocks[0].kind: “title” is not a word that goes here" },
  { "articles.json", "'level': 2", "'level': 7", VALUE,
    "articles.json: articles[0].blocks[0].level: 7 is not between 1 and 6" },
  { "articles.json", "'Two days.'", "'Two\\ndays.'", VALUE,
    "articles.json: articles[1].blocks[0].text: has a line break; a block is one line" },

  /* Notes */
  { "notes.json", "'uid': '" SECOND_UID "'", "'uid': '" FIRST_UID "'", VALUE,
    "notes.json: notes[1].uid: “" FIRST_UID "” is there twice" },
  { "notes.json", "'article': '" SECOND_UID "'", "'article': '0b7b1d6e-0d0c-4f0e-8c1a-000000000003'", VALUE,
    "notes.json: notes[1].article: “0b7b1d6e-0d0c-4f0e-8c1a-000000000003” is not the uid of an article" },
  { "notes.json", "'exact': 'day'", "'exact': 'night'", VALUE,
    "notes.json: notes[0].quote.exact: “night” is not in the article" },
  { "notes.json", ", 'prefix': 'One ', 'suffix': '.'", "", VALUE,
    "notes.json: notes[0].quote.exact: “day” is in the article more than once" },
  { "notes.json", "'prefix': 'One '", "'prefix': 1", TYPE,
    "notes.json: notes[0].quote.prefix: is a number, but should be a string" },
  { "notes.json", "'blue'", "'azure'", VALUE,
    "notes.json: notes[0].colour: “azure” is not a word that goes here" },
  { "notes.json", "['a', 'b']", "['b', 'a']", VALUE,
    "notes.json: notes[0].tags[1]: “a” should be before “b”" },
  { "notes.json", "['DK', 'FO']", "['DK', 'Faroes']", VALUE,
    "notes.json: notes[0].states[1]: “Faroes” is not the code of a state" },
  { "notes.json", "'2024-05-01T10:00:00Z'", "'2024-05-01T10:00:00'", VALUE,
    "notes.json: notes[0].created: “2024-05-01T10:00:00” is not a time with its zone (RFC 3339)" },
  { "notes.json", "T12:00:00+02:00", "T11:59:59+02:00", VALUE,
    "notes.json: notes[0].modified: is before “created”" },
  { "notes.json", "'due': '2024-06'", "'due': 'June'", VALUE,
    "notes.json: notes[1].due: “June” is not a date (YYYY, YYYY-MM or YYYY-MM-DD)" },
  { "notes.json", "'score': 0.5", "'score': 1.5", VALUE,
    "notes.json: notes[1].score: 1.5 is not between 0 and 1" },
  { "notes.json", "'foreign': { 'motivation': 'assessing' }", "'foreign': []", TYPE,
    "notes.json: notes[1].foreign: is an array, but should be an object" },
  { "notes.json", "'refutes'", "'disproves'", VALUE,
    "notes.json: notes[1].links[0].relation: “disproves” is not a word that goes here" },
  { "notes.json", "'refutes', 'note': '" FIRST_UID "', 'article': '" FIRST_UID "'", "'refutes'", VALUE,
    "notes.json: notes[1].links[0]: links to nothing" },
};

static const char *
find_sound_text (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sound_files); i++)
    if (g_str_equal (sound_files[i].name, name))
      return sound_files[i].text;

  g_error ("There is no sound %s", name);
}

static void
test_mistakes (Fixture       *fixture,
               gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      const Mistake *mistake = &mistakes[i];
      const char *sound = find_sound_text (mistake->file);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      if (mistake->right != NULL)
        {
          const char *at = strstr (sound, mistake->right);

          if (at == NULL)
            g_error ("%s doesn't have “%s”", mistake->file, mistake->right);
          text = g_strdup_printf ("%.*s%s%s", (int) (at - sound), sound, mistake->wrong, at + strlen (mistake->right));
        }
      else
        {
          text = g_strdup (mistake->wrong);
        }

      write_text (fixture, mistake->file, text);
      load (fixture, mistake->file, &error);
      if (error == NULL)
        g_error ("No mistake was found, but should be: %s", mistake->message);
      g_assert_cmpstr (error->message, ==, mistake->message);
      g_assert_error (error, CHANCERY_CONTENT_ERROR, (int) mistake->code);
      write_text (fixture, mistake->file, sound);
    }
}

/* What isn't JSON is said to be so, with the line and the column where that is known. */
static void
test_syntax (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const texts[] = {
    "", " \n", "{", "}", "[1, 2", "{ 'source' }", "{ 'source': }", "{ 'source': 'S', }", "{ 'source' 'S' }",
    "{ source: 'S' }", "{ 'source': 'S", "{ 'source': nul }", "{ 'source': +1 }", "{ 'source': '\\q' }", "{} {}",
    "/* A remark */ {}", "// A remark\n{}", "source = 'S'", "<states/>", "\xef\xbb\xbf{",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sound_files); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_autofree char *start = g_strconcat (sound_files[i].name, ": ", NULL);
        g_autoptr (GError) error = NULL;

        write_text (fixture, sound_files[i].name, texts[j]);
        load (fixture, sound_files[i].name, &error);
        if (!g_error_matches (error, CHANCERY_CONTENT_ERROR, CHANCERY_CONTENT_ERROR_SYNTAX))
          g_error ("%s of “%s” is not said to be no JSON, but: %s", sound_files[i].name, texts[j],
                   error != NULL ? error->message : "nothing");
        g_assert_true (g_str_has_prefix (error->message, start));
        g_assert_true (g_utf8_validate (error->message, -1, NULL));
        write_text (fixture, sound_files[i].name, sound_files[i].text);
      }
}

static void
test_deep_nesting (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *text = g_strnfill (1000000, '[');
  g_autoptr (GError) error = NULL;

  write_text (fixture, "states.json", text);
  load (fixture, "states.json", &error);
  g_assert_error (error, CHANCERY_CONTENT_ERROR, CHANCERY_CONTENT_ERROR_SYNTAX);
}

/* A zero byte would end the text too early, and is no part of JSON. */
static void
test_zero_byte (Fixture       *fixture,
                gconstpointer  data)
{
  static const char text[] = "{}\0{}";
  g_autoptr (GError) error = NULL;

  write_bytes (fixture, "states.json", text, sizeof text - 1);
  load (fixture, "states.json", &error);
  g_assert_error (error, CHANCERY_CONTENT_ERROR, CHANCERY_CONTENT_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "states.json: the file is not UTF-8");
}

/* A copy that broke off, at every third byte */
static void
test_cut_off (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sound_files); i++)
    {
      g_autofree char *json = g_strdelimit (g_strdup (sound_files[i].text), "'", '"');
      gsize length = strlen (json);

      for (gsize j = 0; j < length; j += 3)
        {
          g_autoptr (GError) error = NULL;

          write_bytes (fixture, sound_files[i].name, json, j);
          load (fixture, sound_files[i].name, &error);
          g_assert_error (error, CHANCERY_CONTENT_ERROR, CHANCERY_CONTENT_ERROR_SYNTAX);
        }
      write_text (fixture, sound_files[i].name, sound_files[i].text);
    }
}

static void
test_missing_file (Fixture       *fixture,
                   gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sound_files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->path, sound_files[i].name, NULL);
      g_autofree char *start = g_strconcat (sound_files[i].name, ": ", NULL);
      g_autoptr (GError) error = NULL;

      g_assert_no_errno (g_remove (path));
      load (fixture, sound_files[i].name, &error);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      g_assert_true (g_str_has_prefix (error->message, start));
      write_text (fixture, sound_files[i].name, sound_files[i].text);
    }
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (chancery_content_load_catalogue (fixture->folder, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (chancery_content_load_notes (fixture->folder, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("/content/sound", test_sound);
  add ("/content/mistakes", test_mistakes);
  add ("/content/syntax", test_syntax);
  add ("/content/deep-nesting", test_deep_nesting);
  add ("/content/zero-byte", test_zero_byte);
  add ("/content/cut-off", test_cut_off);
  add ("/content/missing-file", test_missing_file);
  add ("/content/cancelled", test_cancelled);

  return g_test_run ();
}
