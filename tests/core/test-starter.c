/* test-starter.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-content.h"

#include <string.h>

/* The article that is open at the first start. */
#define FIRST_ARTICLE "6f1c0f7e-3b52-4d0e-9a41-5d2c8e7b1a01"

static GPtrArray *
load_articles (void)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *articles = chancery_content_load_articles (NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (articles);
  return articles;
}

static GPtrArray *
load_notes (void)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *notes = chancery_content_load_notes (NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (notes);
  return notes;
}

static ChanceryArticle *
find_article (GPtrArray  *articles,
              const char *uid)
{
  for (guint i = 0; i < articles->len; i++)
    if (g_str_equal (chancery_article_get_uid (g_ptr_array_index (articles, i)), uid))
      return g_ptr_array_index (articles, i);

  g_error ("No article is called %s", uid);
}

static ChanceryDate
parse_date (const char *text)
{
  ChanceryDate date;

  g_assert_true (chancery_date_parse (text, &date));
  return date;
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);

  return g_strv_length (words);
}

static guint
count_blocks (ChanceryArticle   *article,
              ChanceryBlockKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < chancery_article_get_n_blocks (article); i++)
    if (chancery_article_get_block (article, i)->kind == kind)
      n++;
  return n;
}

static void
assert_sound_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_false (g_ascii_isspace (text[0]));
  g_assert_false (g_ascii_isspace (text[strlen (text) - 1]));
  g_assert_null (strstr (text, "  "));
  g_assert_null (strpbrk (text, "'\""));
}

static void
test_articles (void)
{
  static const char * const languages[] = { "en", "ru", "fr", "ar" };
  g_autoptr (GPtrArray) articles = load_articles ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  ChanceryDate today = chancery_date_from_g_date_time (now);
  gboolean present[G_N_ELEMENTS (languages)] = { FALSE, };
  gboolean has_all_kinds = FALSE;

  g_assert_cmpuint (articles->len, >=, 9);
  g_assert_cmpstr (chancery_article_get_uid (g_ptr_array_index (articles, 0)), ==, FIRST_ARTICLE);

  for (guint i = 0; i < articles->len; i++)
    {
      ChanceryArticle *article = g_ptr_array_index (articles, i);
      const char *lang = chancery_article_get_lang (article);
      ChanceryDate published = chancery_article_get_published (article);
      guint n_words = count_words (chancery_article_get_text (article));
      gboolean known = FALSE;

      assert_sound_text (chancery_article_get_kicker (article));
      assert_sound_text (chancery_article_get_headline (article));
      assert_sound_text (chancery_article_get_standfirst (article));
      assert_sound_text (chancery_article_get_place (article));
      g_assert_null (chancery_article_get_agency (article));
      g_assert_cmpstr (chancery_article_get_source (article), ==, "Chancery");

      g_assert_cmpuint (published.day, !=, 0);
      g_assert_cmpint (chancery_date_compare (published, today), <, 0);
      g_assert_false (chancery_article_get_published_guessed (article));

      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        if (g_str_equal (languages[j], lang))
          known = present[j] = TRUE;
      g_assert_true (known);
      g_assert_cmpint (chancery_article_is_right_to_left (article), ==, g_str_equal (lang, "ar"));

      g_assert_cmpuint (n_words, >=, 250);
      g_assert_cmpuint (n_words, <=, 600);
      for (guint j = 0; j < chancery_article_get_n_blocks (article); j++)
        assert_sound_text (chancery_article_get_block (article, j)->text);

      if (count_blocks (article, CHANCERY_BLOCK_KIND_HEADING) >= 3 &&
          count_blocks (article, CHANCERY_BLOCK_KIND_LIST_ITEM) >= 10 &&
          count_blocks (article, CHANCERY_BLOCK_KIND_QUOTATION) >= 1)
        has_all_kinds = TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    g_assert_true (present[i]);
  g_assert_true (has_all_kinds);
}

/* How often a passage stands in @text between its context. */
static guint
count_places (const char             *text,
              const ChancerySelector *selector)
{
  g_autofree char *passage = g_strconcat (selector->prefix, selector->exact, selector->suffix, NULL);
  guint n = 0;

  for (const char *at = strstr (text, passage); at != NULL; at = strstr (at + 1, passage))
    n++;
  return n;
}

static void
assert_passage (ChanceryArticle        *article,
                const ChancerySelector *selector)
{
  const char *text = chancery_article_get_text (article);
  gsize start_bytes, end_bytes;
  g_autofree char *passage = NULL;

  g_assert_true (selector->has_position);
  start_bytes = chancery_article_chars_to_bytes (article, selector->start_chars);
  end_bytes = chancery_article_chars_to_bytes (article, selector->end_chars);
  passage = g_strndup (text + start_bytes, end_bytes - start_bytes);
  g_assert_cmpstr (passage, ==, selector->exact);
  g_assert_cmpuint (count_places (text, selector), ==, 1);

  /* A highlight stays within one paragraph, so that it reads well in the panel. */
  g_assert_cmpuint (chancery_article_get_block_at_bytes (article, start_bytes), ==,
                    chancery_article_get_block_at_bytes (article, end_bytes));
}

static void
test_notes (void)
{
  g_autoptr (GPtrArray) articles = load_articles ();
  g_autoptr (GPtrArray) notes = load_notes ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryCatalogue) catalogue = chancery_content_load_catalogue (NULL, NULL, &error);
  g_autoptr (GHashTable) languages = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 now_us = g_get_real_time ();
  guint colours = 0, kinds = 0, n_on_first = 0, n_bare = 0, n_whole = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, >=, 16);

  for (guint i = 0; i < notes->len; i++)
    {
      ChanceryNote *note = g_ptr_array_index (notes, i);
      ChanceryArticle *article = find_article (articles, chancery_note_get_article_uid (note));
      const ChancerySelector *selector = chancery_note_get_selector (note);
      const char *body = chancery_note_get_body (note);
      const char * const *states = chancery_note_get_states (note);

      if (selector != NULL)
        assert_passage (article, selector);
      else
        n_whole++;

      if (body != NULL && *body != '\0')
        {
          assert_sound_text (body);
          g_hash_table_add (languages, (gpointer) chancery_article_get_lang (article));
        }
      else
        {
          g_assert_nonnull (selector);
          n_bare++;
        }

      for (guint j = 0; states != NULL && states[j] != NULL; j++)
        g_assert_nonnull (chancery_catalogue_lookup_state (catalogue, states[j]));

      g_assert_false (chancery_note_get_orphan (note));
      g_assert_cmpint (chancery_note_get_created_us (note), <, now_us);
      g_assert_cmpint (chancery_note_get_modified_us (note), >=, chancery_note_get_created_us (note));
      g_assert_cmpint (chancery_note_get_modified_us (note), <, now_us);

      colours |= 1u << chancery_note_get_colour (note);
      kinds |= 1u << chancery_note_get_kind (note);
      if (g_str_equal (chancery_note_get_article_uid (note), FIRST_ARTICLE))
        n_on_first++;
    }

  g_assert_cmpuint (colours, ==, (1u << CHANCERY_N_COLOURS) - 1);
  g_assert_cmpuint (kinds, ==, (1u << (CHANCERY_NOTE_KIND_QUESTION + 1)) - 1);
  g_assert_cmpuint (n_on_first, >=, 5);
  g_assert_cmpuint (n_bare, >=, 1);
  g_assert_cmpuint (n_whole, >=, 1);
  g_assert_cmpuint (g_hash_table_size (languages), ==, 4);
}

static void
test_overlap (void)
{
  g_autoptr (GPtrArray) notes = load_notes ();
  gboolean overlaps = FALSE;

  for (guint i = 0; i < notes->len; i++)
    for (guint j = i + 1; j < notes->len; j++)
      {
        ChanceryNote *a = g_ptr_array_index (notes, i);
        ChanceryNote *b = g_ptr_array_index (notes, j);
        const ChancerySelector *passage_a = chancery_note_get_selector (a);
        const ChancerySelector *passage_b = chancery_note_get_selector (b);

        if (passage_a != NULL && passage_b != NULL &&
            g_str_equal (chancery_note_get_article_uid (a), FIRST_ARTICLE) &&
            g_str_equal (chancery_note_get_article_uid (b), FIRST_ARTICLE) &&
            passage_a->start_chars < passage_b->end_chars && passage_b->start_chars < passage_a->end_chars)
          overlaps = TRUE;
      }
  g_assert_true (overlaps);
}

/* What the articles say of who was what, and when. */
typedef struct
{
  const char *organisation;
  const char *member;
  const char *date;
  ChanceryMembershipStatus status;
} Claim;

static const Claim claims[] = {
  { "csto", "AM", "2023-11-23", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "csto", "KZ", "2023-11-23", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "csto", "AZ", "2023-11-23", CHANCERY_MEMBERSHIP_STATUS_FORMER },
  { "csto", "GE", "2023-11-23", CHANCERY_MEMBERSHIP_STATUS_FORMER },
  { "csto", "UZ", "2023-11-23", CHANCERY_MEMBERSHIP_STATUS_FORMER },
  { "csto", "UZ", "2005-01-01", CHANCERY_MEMBERSHIP_STATUS_FORMER },
  { "csto", "UZ", "2007-01-01", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "csto", "AF", "2023-11-23", CHANCERY_MEMBERSHIP_STATUS_OBSERVER },
  { "csto", "RS", "2023-11-23", CHANCERY_MEMBERSHIP_STATUS_OBSERVER },
  { "eu", "CY", "2004-05-01", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "eu", "MT", "2004-05-01", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "eu", "PL", "2004-05-01", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "eu", "PL", "2004-04-30", CHANCERY_MEMBERSHIP_STATUS_NONE },
  { "eu", "TR", "2004-05-01", CHANCERY_MEMBERSHIP_STATUS_CANDIDATE },
  { "eu", "BG", "2007-01-01", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "eu", "RO", "2007-01-01", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "nato", "FI", "2023-04-03", CHANCERY_MEMBERSHIP_STATUS_NONE },
  { "nato", "FI", "2023-04-04", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "nato", "SE", "2023-04-04", CHANCERY_MEMBERSHIP_STATUS_NONE },
  { "nato", "SE", "2024-03-07", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "g20", "african-union", "2023-09-08", CHANCERY_MEMBERSHIP_STATUS_NONE },
  { "g20", "african-union", "2023-09-09", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "g20", "eu", "2023-09-09", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "g20", "ZA", "2023-09-09", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "african-union", "BF", "2023-09-09", CHANCERY_MEMBERSHIP_STATUS_SUSPENDED },
  { "african-union", "GA", "2023-09-09", CHANCERY_MEMBERSHIP_STATUS_SUSPENDED },
  { "african-union", "GN", "2023-09-09", CHANCERY_MEMBERSHIP_STATUS_SUSPENDED },
  { "african-union", "ML", "2023-09-09", CHANCERY_MEMBERSHIP_STATUS_SUSPENDED },
  { "african-union", "NE", "2023-09-09", CHANCERY_MEMBERSHIP_STATUS_SUSPENDED },
  { "african-union", "SD", "2023-09-09", CHANCERY_MEMBERSHIP_STATUS_SUSPENDED },
  { "african-union", "EH", "2023-09-09", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "african-union", "KM", "2023-09-09", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "asean", "TL", "2025-10-25", CHANCERY_MEMBERSHIP_STATUS_OBSERVER },
  { "asean", "TL", "2025-10-26", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "asean", "KH", "1999-04-30", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "asean", "PG", "2025-10-26", CHANCERY_MEMBERSHIP_STATUS_OBSERVER },
  { "brics", "AR", "2023-12-29", CHANCERY_MEMBERSHIP_STATUS_INVITED },
  { "brics", "AR", "2024-01-01", CHANCERY_MEMBERSHIP_STATUS_NONE },
  { "brics", "SA", "2023-12-29", CHANCERY_MEMBERSHIP_STATUS_INVITED },
  { "brics", "AE", "2024-01-01", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "brics", "EG", "2024-01-01", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "brics", "ET", "2024-01-01", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "brics", "IR", "2024-01-01", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "un", "SS", "2011-07-13", CHANCERY_MEMBERSHIP_STATUS_NONE },
  { "un", "SS", "2011-07-14", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "un", "SD", "2011-07-14", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "un", "VA", "2011-07-14", CHANCERY_MEMBERSHIP_STATUS_OBSERVER },
  { "un", "PS", "2011-07-14", CHANCERY_MEMBERSHIP_STATUS_OBSERVER },
  { "un", "ME", "2006-06-28", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "un", "TL", "2002-09-27", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "un", "CH", "2002-09-10", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "arab-league", "SY", "1945-03-22", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "arab-league", "SY", "2011-12-01", CHANCERY_MEMBERSHIP_STATUS_SUSPENDED },
  { "arab-league", "SY", "2023-05-08", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "arab-league", "YE", "1945-05-05", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "arab-league", "EG", "1985-01-01", CHANCERY_MEMBERSHIP_STATUS_SUSPENDED },
  { "arab-league", "EG", "1990-01-01", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "arab-league", "LY", "2011-05-01", CHANCERY_MEMBERSHIP_STATUS_SUSPENDED },
  { "coe", "RU", "2022-02-24", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "coe", "RU", "2022-02-25", CHANCERY_MEMBERSHIP_STATUS_SUSPENDED },
  { "coe", "RU", "2022-03-17", CHANCERY_MEMBERSHIP_STATUS_FORMER },
  { "coe", "UA", "2022-03-17", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "coe", "BY", "2022-03-17", CHANCERY_MEMBERSHIP_STATUS_APPLICANT },
  { "coe", "GR", "1972-01-01", CHANCERY_MEMBERSHIP_STATUS_FORMER },
  { "coe", "GR", "1974-11-28", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "ecowas", "BF", "2025-01-28", CHANCERY_MEMBERSHIP_STATUS_SUSPENDED },
  { "ecowas", "BF", "2025-01-30", CHANCERY_MEMBERSHIP_STATUS_FORMER },
  { "ecowas", "ML", "2025-01-30", CHANCERY_MEMBERSHIP_STATUS_FORMER },
  { "ecowas", "NE", "2025-01-30", CHANCERY_MEMBERSHIP_STATUS_FORMER },
  { "ecowas", "GN", "2025-01-30", CHANCERY_MEMBERSHIP_STATUS_SUSPENDED },
  { "ecowas", "MR", "2025-01-30", CHANCERY_MEMBERSHIP_STATUS_ASSOCIATE },
  { "aes", "BF", "2023-09-16", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "aes", "ML", "2023-09-16", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "aes", "NE", "2023-09-16", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "sco", "BY", "2024-07-03", CHANCERY_MEMBERSHIP_STATUS_OBSERVER },
  { "sco", "BY", "2024-07-04", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "sco", "BY", "2012-01-01", CHANCERY_MEMBERSHIP_STATUS_PARTNER },
  { "sco", "IR", "2023-07-04", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "sco", "IN", "2017-06-09", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "sco", "PK", "2017-06-09", CHANCERY_MEMBERSHIP_STATUS_MEMBER },
  { "sco", "MN", "2024-07-04", CHANCERY_MEMBERSHIP_STATUS_OBSERVER },
  { "sco", "AF", "2024-07-04", CHANCERY_MEMBERSHIP_STATUS_OBSERVER },
  { "sco", "TR", "2024-07-04", CHANCERY_MEMBERSHIP_STATUS_PARTNER },
  { "sco", "TM", "2024-07-04", CHANCERY_MEMBERSHIP_STATUS_NONE },
};

static void
test_claims (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryCatalogue) catalogue = chancery_content_load_catalogue (NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      const Claim *claim = &claims[i];
      ChanceryOrganisation *organisation = chancery_catalogue_lookup_organisation (catalogue, claim->organisation);
      ChanceryStanding standing;

      g_assert_nonnull (organisation);
      standing = chancery_organisation_get_standing (organisation, claim->member, parse_date (claim->date));
      if (standing.status != claim->status)
        g_error ("%s in %s on %s is “%s”, but the starter articles say “%s”", claim->member, claim->organisation,
                 claim->date, chancery_enum_to_nick (CHANCERY_TYPE_MEMBERSHIP_STATUS, (int) standing.status),
                 chancery_enum_to_nick (CHANCERY_TYPE_MEMBERSHIP_STATUS, (int) claim->status));
    }
}

/* The articles count the members on their own day. */
static void
test_counts (void)
{
  static const struct
  {
    const char *organisation;
    const char *date;
    guint n_members;
  } counts[] = {
    { "csto", "2023-11-23", 6 },
    { "eu", "2004-04-30", 15 },
    { "eu", "2004-05-01", 25 },
    { "nato", "2023-04-04", 31 },
    { "g20", "2023-09-08", 20 },
    { "g20", "2023-09-09", 21 },
    { "african-union", "2023-09-09", 55 },
    { "asean", "2025-10-26", 11 },
    { "brics", "2023-12-29", 5 },
    { "brics", "2024-01-01", 9 },
    { "un", "2011-07-14", 193 },
    { "arab-league", "1945-03-22", 6 },
    { "arab-league", "2023-05-08", 22 },
    { "coe", "2022-03-17", 46 },
    { "ecowas", "2025-01-30", 12 },
    { "aes", "2025-01-30", 3 },
    { "sco", "2001-06-15", 6 },
    { "sco", "2024-07-04", 10 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryCatalogue) catalogue = chancery_content_load_catalogue (NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      ChanceryOrganisation *organisation = chancery_catalogue_lookup_organisation (catalogue, counts[i].organisation);
      g_auto (GStrv) members = chancery_organisation_dup_members_at (organisation, parse_date (counts[i].date));

      if (g_strv_length (members) != counts[i].n_members)
        g_error ("%s had %u members on %s, but the starter articles say %u", counts[i].organisation,
                 g_strv_length (members), counts[i].date, counts[i].n_members);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/starter/articles", test_articles);
  g_test_add_func ("/starter/notes", test_notes);
  g_test_add_func ("/starter/overlap", test_overlap);
  g_test_add_func ("/starter/claims", test_claims);
  g_test_add_func ("/starter/counts", test_counts);

  return g_test_run ();
}
