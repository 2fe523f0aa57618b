/* test-catalogue.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-config.h"

#include "chancery-content.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

/* The day up to which organisations.json is kept. */
#define AS_OF ((ChanceryDate) { 2026, 11, 23 })

static ChanceryCatalogue *
load_catalogue (void)
{
  g_autoptr (GError) error = NULL;
  ChanceryCatalogue *catalogue = chancery_content_load_catalogue (NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (catalogue);
  return catalogue;
}

static ChanceryDate
parse_date (const char *text)
{
  ChanceryDate date;

  g_assert_true (chancery_date_parse (text, &date));
  return date;
}

static void
assert_sound_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_cmpint (*text, !=, '\0');
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_false (g_ascii_isspace (text[0]));
  g_assert_false (g_ascii_isspace (text[strlen (text) - 1]));
  g_assert_null (strstr (text, "  "));
}

static void
assert_sound_period (const char   *what,
                     ChanceryDate  from,
                     ChanceryDate  to)
{
  if (chancery_date_is_set (from) && chancery_date_is_set (to) &&
      chancery_date_compare (chancery_date_first_day (from), chancery_date_last_day (to)) > 0)
    g_error ("%s: begins after its end", what);
  if (chancery_date_is_set (from) && chancery_date_compare (from, AS_OF) > 0)
    g_error ("%s: begins in the future", what);
}

/* States */

static void
test_states (void)
{
  g_autoptr (ChanceryCatalogue) catalogue = load_catalogue ();
  GListModel *states = chancery_catalogue_get_states (catalogue);
  const char *last = "";
  guint n_sovereign = 0;

  for (guint i = 0; i < g_list_model_get_n_items (states); i++)
    {
      g_autoptr (ChanceryState) state = g_list_model_get_item (states, i);
      const char *iso = chancery_state_get_iso (state);
      const char *of = chancery_state_get_sovereign_iso (state);

      g_assert_cmpuint (strlen (iso), ==, 2);
      g_assert_true (g_ascii_isupper (iso[0]) && g_ascii_isupper (iso[1]));
      g_assert_cmpstr (iso, >, last);
      g_assert_true (chancery_catalogue_lookup_state (catalogue, iso) == state);
      last = iso;

      assert_sound_text (chancery_state_get_name (state));
      assert_sound_text (chancery_state_get_official_name (state));

      g_assert_cmpfloat (chancery_state_get_longitude (state), >=, -180);
      g_assert_cmpfloat (chancery_state_get_longitude (state), <=, 180);
      g_assert_cmpfloat (chancery_state_get_latitude (state), >=, -90);
      g_assert_cmpfloat (chancery_state_get_latitude (state), <=, 90);
      if (chancery_state_get_longitude (state) == 0 && chancery_state_get_latitude (state) == 0)
        g_error ("%s has its label where nothing is", iso);

      if (chancery_state_get_is_sovereign (state))
        {
          n_sovereign++;
          g_assert_null (of);
        }
      else if (of != NULL)
        {
          g_assert_true (chancery_state_get_is_sovereign (chancery_catalogue_lookup_state (catalogue, of)));
        }
      else
        {
          g_assert_cmpstr (iso, ==, "AQ");
        }
    }

  /* The 193 members of the United Nations, their two observer states, and three whose status is disputed */
  g_assert_cmpuint (n_sovereign, ==, 193 + 2 + 3);
  g_assert_cmpuint (g_list_model_get_n_items (states), ==, 249 + 1);
}

static void
test_capitals (void)
{
  static const struct
  {
    const char *iso;
    const char *date;
    const char *capital;
  } capitals[] = {
    { "DE", "1980-01-01", "Bonn" },
    { "DE", "1990-10-03", "Berlin" },
    { "KZ", "1997-01-01", "Almaty" },
    { "KZ", "1998-01-01", "Akmola" },
    { "KZ", "2019-03-22", "Astana" },
    { "KZ", "2019-03-23", "Nur-Sultan" },
    { "KZ", "2022-09-17", "Astana" },
    { "MM", "2005-01-01", "Yangon" },
    { "MM", "2006-01-01", "Naypyidaw" },
    { "BI", "2018-01-01", "Bujumbura" },
    { "BI", "2020-01-01", "Gitega" },
  };
  g_autoptr (ChanceryCatalogue) catalogue = load_catalogue ();
  GListModel *states = chancery_catalogue_get_states (catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (states); i++)
    {
      g_autoptr (ChanceryState) state = g_list_model_get_item (states, i);
      const char *iso = chancery_state_get_iso (state);
      const char *capital = chancery_state_get_capital (state, CHANCERY_DATE_NONE);

      g_assert_cmpstr (capital, ==, chancery_state_get_capital (state, AS_OF));
      if (capital != NULL)
        assert_sound_text (capital);
      else if (chancery_state_get_is_sovereign (state))
        /* What Western Sahara's is, is disputed too. */
        g_assert_cmpstr (iso, ==, "EH");
    }

  for (guint i = 0; i < G_N_ELEMENTS (capitals); i++)
    g_assert_cmpstr (chancery_state_get_capital (chancery_catalogue_lookup_state (catalogue, capitals[i].iso),
                                                 parse_date (capitals[i].date)), ==, capitals[i].capital);
}

static void
test_holders (void)
{
  /* Of these nobody in office is known: one has no government that is recognised, one had just voted. */
  static const char * const without[] = { "EH", "HN", NULL };
  g_autoptr (ChanceryCatalogue) catalogue = load_catalogue ();
  GListModel *states = chancery_catalogue_get_states (catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (states); i++)
    {
      g_autoptr (ChanceryState) state = g_list_model_get_item (states, i);
      const char *iso = chancery_state_get_iso (state);
      const ChanceryOfficeHolder *holders;
      gboolean in_office = FALSE;
      gsize n_holders;

      holders = chancery_state_get_office_holders (state, &n_holders);
      for (gsize j = 0; j < n_holders; j++)
        {
          assert_sound_text (holders[j].name);
          assert_sound_text (holders[j].surname);
          assert_sound_text (holders[j].title);
          for (guint k = 0; holders[j].spellings[k] != NULL; k++)
            assert_sound_text (holders[j].spellings[k]);
          assert_sound_period (holders[j].name, holders[j].from, holders[j].to);
          in_office |= !chancery_date_is_set (holders[j].to);

          if (j > 0)
            {
              g_assert_cmpint (holders[j].office, >=, holders[j - 1].office);
              if (holders[j].office == holders[j - 1].office)
                g_assert_cmpint (chancery_date_compare (holders[j - 1].from, holders[j].from), <=, 0);
            }
        }
      if (chancery_state_get_is_sovereign (state) && !in_office && !g_strv_contains (without, iso))
        g_error ("Nobody is in office in %s", iso);
    }
}

/* Organisations */

static void
test_organisations (void)
{
  static const char * const languages[] = { "ru", "fr", "ar" };
  g_autoptr (ChanceryCatalogue) catalogue = load_catalogue ();
  g_autoptr (GHashTable) abbreviations = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *organisations = chancery_catalogue_get_organisations (catalogue);

  g_assert_cmpuint (g_list_model_get_n_items (organisations), >=, 30);
  for (guint i = 0; i < g_list_model_get_n_items (organisations); i++)
    {
      g_autoptr (ChanceryOrganisation) organisation = g_list_model_get_item (organisations, i);
      GListModel *memberships = chancery_organisation_get_memberships (organisation);
      const char *id = chancery_organisation_get_id (organisation);
      const char *name = chancery_organisation_get_name (organisation);
      g_auto (GStrv) now = chancery_organisation_dup_members_at (organisation, AS_OF);

      g_assert_true (chancery_catalogue_lookup_organisation (catalogue, id) == organisation);
      assert_sound_text (name);
      assert_sound_text (chancery_organisation_get_abbreviation (organisation));
      g_assert_true (g_hash_table_add (abbreviations, (gpointer) chancery_organisation_get_abbreviation (organisation)));
      g_assert_true (chancery_date_is_set (chancery_organisation_get_founded (organisation)));
      assert_sound_period (id, chancery_organisation_get_founded (organisation), CHANCERY_DATE_NONE);
      g_assert_cmpuint (g_strv_length (now), >=, 2);

      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        {
          const char *translated = chancery_organisation_get_name_in (organisation, languages[j]);

          assert_sound_text (translated);
          if (!g_str_equal (id, "brics"))
            g_assert_cmpstr (translated, !=, name);
        }

      for (guint j = 0; j < g_list_model_get_n_items (memberships); j++)
        {
          g_autoptr (ChanceryMembership) record = g_list_model_get_item (memberships, j);
          const char *member = chancery_membership_get_member (record);
          g_autofree char *what = g_strdup_printf ("%s in %s", member, id);

          g_assert_cmpstr (chancery_membership_get_organisation_id (record), ==, id);
          if (chancery_membership_get_member_is_organisation (record))
            g_assert_nonnull (chancery_catalogue_lookup_organisation (catalogue, member));
          else
            g_assert_nonnull (chancery_catalogue_lookup_state (catalogue, member));
          g_assert_cmpint (chancery_membership_get_status (record), >=, CHANCERY_MEMBERSHIP_STATUS_MEMBER);
          assert_sound_period (what, chancery_membership_get_from (record), chancery_membership_get_to (record));

          /* Only of an observer may it be unknown since when. */
          if (chancery_membership_get_status (record) == CHANCERY_MEMBERSHIP_STATUS_MEMBER ||
              chancery_membership_get_status (record) == CHANCERY_MEMBERSHIP_STATUS_SUSPENDED)
            g_assert_true (chancery_date_is_set (chancery_membership_get_from (record)));
        }
    }
}

/* The list of members and the standings say the same, whatever the date. */
static void
assert_members_stand (ChanceryCatalogue    *catalogue,
                      ChanceryOrganisation *organisation,
                      ChanceryDate          date)
{
  g_auto (GStrv) members = chancery_organisation_dup_members_at (organisation, date);
  GListModel *states = chancery_catalogue_get_states (catalogue);

  for (guint i = 0; members[i] != NULL; i++)
    {
      ChanceryStanding standing = chancery_organisation_get_standing (organisation, members[i], date);

      g_assert_true (standing.status == CHANCERY_MEMBERSHIP_STATUS_MEMBER ||
                     standing.status == CHANCERY_MEMBERSHIP_STATUS_SUSPENDED);
      g_assert_true (chancery_date_is_set (standing.since));
      g_assert_cmpint (chancery_date_compare (chancery_date_first_day (standing.since), date), <=, 0);
      if (i > 0)
        g_assert_cmpstr (members[i - 1], <, members[i]);
    }

  for (guint i = 0; i < g_list_model_get_n_items (states); i++)
    {
      g_autoptr (ChanceryState) state = g_list_model_get_item (states, i);
      const char *iso = chancery_state_get_iso (state);
      ChanceryStanding standing = chancery_organisation_get_standing (organisation, iso, date);

      g_assert_cmpint (standing.membership == NULL, ==, standing.status == CHANCERY_MEMBERSHIP_STATUS_NONE);
      if (standing.status == CHANCERY_MEMBERSHIP_STATUS_MEMBER || standing.status == CHANCERY_MEMBERSHIP_STATUS_SUSPENDED)
        g_assert_true (g_strv_contains ((const char * const *) members, iso));
      else
        g_assert_false (g_strv_contains ((const char * const *) members, iso));
      if (standing.status == CHANCERY_MEMBERSHIP_STATUS_FORMER)
        g_assert_cmpint (chancery_date_compare (chancery_date_last_day (standing.since), date), <, 0);
    }
}

static void
test_every_year (void)
{
  g_autoptr (ChanceryCatalogue) catalogue = load_catalogue ();
  GListModel *organisations = chancery_catalogue_get_organisations (catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (organisations); i++)
    {
      g_autoptr (ChanceryOrganisation) organisation = g_list_model_get_item (organisations, i);

      for (guint16 year = 1930; year <= AS_OF.year; year++)
        assert_members_stand (catalogue, organisation, (ChanceryDate) { year, 7, 1 });
    }
}

static void
test_counts (void)
{
  static const struct
  {
    const char *organisation;
    const char *date;
    guint n_members;
  } counts[] = {
    /* 51, 76, 159 and 166, less the members that are no more and never had or kept a code: Czechoslovakia and
     * Yugoslavia, and in 1985 the German Democratic Republic and Democratic Yemen too */
    { "un", "1945-12-31", 49 },
    { "un", "1955-12-31", 74 },
    { "un", "1985-01-01", 155 },
    { "un", "1991-12-31", 164 },
    { "un", "2012-01-01", 193 },
    { "unsc-p5", "1972-01-01", 5 },
    { "nato", "1949-12-31", 12 },
    { "nato", "1952-12-31", 14 },
    { "nato", "1955-12-31", 15 },
    { "nato", "1990-01-01", 16 },
    { "nato", "1999-12-31", 19 },
    { "nato", "2004-12-31", 26 },
    { "nato", "2009-12-31", 28 },
    { "nato", "2020-12-31", 30 },
    { "nato", "2024-04-01", 32 },
    { "eu", "1958-01-01", 6 },
    { "eu", "1973-01-01", 9 },
    { "eu", "1993-12-01", 12 },
    { "eu", "1996-01-01", 15 },
    { "eu", "2004-06-01", 25 },
    { "eu", "2008-01-01", 27 },
    { "eu", "2014-01-01", 28 },
    { "eu", "2020-01-31", 28 },
    { "eu", "2020-02-01", 27 },
    { "eu", "2021-01-01", 27 },
    { "csto", "1995-01-01", 9 },
    { "csto", "2000-01-01", 6 },
    { "csto", "2008-01-01", 7 },
    { "csto", "2013-01-01", 6 },
    { "eaeu", "2015-01-01", 3 },
    { "eaeu", "2016-01-01", 5 },
    { "asean", "1970-01-01", 5 },
    { "asean", "2000-01-01", 10 },
    { "gcc", "1981-12-31", 6 },
    { "gcc", "2020-01-01", 6 },
    { "arab-league", "2020-01-01", 22 },
    { "african-union", "2016-01-01", 54 },
    { "african-union", "2018-01-01", 55 },
    { "coe", "2021-01-01", 47 },
    { "coe", "2023-01-01", 46 },
    { "osce", "2013-01-01", 57 },
    { "oecd", "2022-01-01", 38 },
    { "sco", "2016-01-01", 6 },
    { "sco", "2018-01-01", 8 },
    { "sco", "2023-12-01", 9 },
    { "sco", "2024-08-01", 10 },
    { "brics", "2010-01-01", 4 },
    { "brics", "2012-01-01", 5 },
    { "g7", "1990-01-01", 7 },
    { "g7", "2010-01-01", 8 },
    { "g7", "2015-01-01", 7 },
    { "g20", "2010-01-01", 20 },
    { "opec", "2024-02-01", 12 },
    { "ecowas", "2020-01-01", 15 },
    { "sadc", "2020-01-01", 16 },
    { "commonwealth", "2023-01-01", 56 },
    { "efta", "1960-06-01", 7 },
    { "efta", "2000-01-01", 4 },
    { "saarc", "2010-01-01", 8 },
    { "apec", "2000-01-01", 21 },
    { "visegrad", "1995-01-01", 4 },
    { "union-state", "2010-01-01", 2 },
  };
  g_autoptr (ChanceryCatalogue) catalogue = load_catalogue ();

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      ChanceryOrganisation *organisation = chancery_catalogue_lookup_organisation (catalogue, counts[i].organisation);
      g_auto (GStrv) members = NULL;

      g_assert_nonnull (organisation);
      members = chancery_organisation_dup_members_at (organisation, parse_date (counts[i].date));
      if (g_strv_length (members) != counts[i].n_members)
        g_error ("%s had %u members on %s, but should have %u", counts[i].organisation, g_strv_length (members),
                 counts[i].date, counts[i].n_members);
    }
}

static void
test_standings (void)
{
  static const struct
  {
    const char *organisation;
    const char *member;
    const char *date;
    ChanceryMembershipStatus status;
    const char *since;
  } standings[] = {
    /* A suspension hides the membership, and gives it back. */
    { "arab-league", "SY", "2011-11-15", CHANCERY_MEMBERSHIP_STATUS_MEMBER, "1945-03-22" },
    { "arab-league", "SY", "2012-06-01", CHANCERY_MEMBERSHIP_STATUS_SUSPENDED, "2011-11-16" },
    { "arab-league", "SY", "2024-01-01", CHANCERY_MEMBERSHIP_STATUS_MEMBER, "1945-03-22" },
    { "african-union", "ML", "2021-05-31", CHANCERY_MEMBERSHIP_STATUS_MEMBER, "1963-05-25" },
    { "african-union", "ML", "2021-07-01", CHANCERY_MEMBERSHIP_STATUS_SUSPENDED, "2021-06-01" },
    { "african-union", "ML", "2020-09-01", CHANCERY_MEMBERSHIP_STATUS_SUSPENDED, "2020-08-19" },

    /* Who left is a former member since the last day. */
    { "eu", "GB", "2020-01-31", CHANCERY_MEMBERSHIP_STATUS_MEMBER, "1973-01-01" },
    { "eu", "GB", "2020-02-01", CHANCERY_MEMBERSHIP_STATUS_FORMER, "2020-01-31" },
    { "csto", "UZ", "1994-04-19", CHANCERY_MEMBERSHIP_STATUS_NONE, NULL },
    { "csto", "UZ", "2000-01-01", CHANCERY_MEMBERSHIP_STATUS_FORMER, "1999-04" },
    { "csto", "UZ", "2010-01-01", CHANCERY_MEMBERSHIP_STATUS_MEMBER, "2006-08-16" },
    { "csto", "UZ", "2013-01-01", CHANCERY_MEMBERSHIP_STATUS_FORMER, "2012-12-19" },
    { "african-union", "MA", "2000-01-01", CHANCERY_MEMBERSHIP_STATUS_FORMER, "1984-11-12" },
    { "african-union", "MA", "2018-01-01", CHANCERY_MEMBERSHIP_STATUS_MEMBER, "2017-01-30" },

    /* An organisation can be a member. */
    { "g20", "eu", "2010-01-01", CHANCERY_MEMBERSHIP_STATUS_MEMBER, "1999-09-26" },
    { "g20", "african-union", "2024-01-01", CHANCERY_MEMBERSHIP_STATUS_MEMBER, "2023-09-09" },
    { "g20", "NL", "2010-01-01", CHANCERY_MEMBERSHIP_STATUS_NONE, NULL },

    /* A date that is known to the month or the year is its first day. */
    { "nato", "FI", "2023-05", CHANCERY_MEMBERSHIP_STATUS_MEMBER, "2023-04-04" },
    { "nato", "FI", "2023", CHANCERY_MEMBERSHIP_STATUS_NONE, NULL },
    { "nato", "FI", "2024", CHANCERY_MEMBERSHIP_STATUS_MEMBER, "2023-04-04" },
  };
  g_autoptr (ChanceryCatalogue) catalogue = load_catalogue ();

  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    {
      ChanceryOrganisation *organisation = chancery_catalogue_lookup_organisation (catalogue, standings[i].organisation);
      ChanceryStanding standing = chancery_organisation_get_standing (organisation, standings[i].member,
                                                                      parse_date (standings[i].date));
      g_autofree char *since = chancery_date_is_set (standing.since) ? chancery_date_to_string (standing.since) : NULL;

      g_test_message ("%s in %s on %s", standings[i].member, standings[i].organisation, standings[i].date);
      g_assert_cmpstr (chancery_enum_to_nick (CHANCERY_TYPE_MEMBERSHIP_STATUS, (int) standing.status), ==,
                       chancery_enum_to_nick (CHANCERY_TYPE_MEMBERSHIP_STATUS, (int) standings[i].status));
      g_assert_cmpstr (since, ==, standings[i].since);
      if (standing.membership != NULL)
        g_assert_cmpint (chancery_membership_get_member_is_organisation (standing.membership), ==,
                         g_ascii_islower (standings[i].member[0]));
    }
}

/* Languages */

static void
use_language (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  /* Only a change of the locale makes the C library look at the variable again. */
  g_assert_nonnull (setlocale (LC_ALL, "C"));
  g_assert_nonnull (setlocale (LC_ALL, "en_US.UTF-8"));
}

static void
assert_display_name (ChanceryCatalogue *catalogue,
                     const char        *iso,
                     const char        *expected)
{
  g_autofree char *name = chancery_state_dup_display_name (chancery_catalogue_lookup_state (catalogue, iso));

  g_assert_cmpstr (name, ==, expected);
}

/* Names that iso-codes has */
static void
test_display_names (void)
{
  static const struct
  {
    const char *language;
    const char *germany;
    const char *armenia;
    const char *norway;
  } names[] = {
    { "en", "Germany", "Armenia", "Kingdom of Norway" },
    { "ru", "Германия", "Армения", "Королевство Норвегия" },
    { "fr", "Allemagne", "Arménie", "Royaume de Norvège" },
    { "ar", "ألمانيا", "أرمينيا", "مملكة النّرويج" },
    /* A language that nothing is translated to */
    { "tlh", "Germany", "Armenia", "Kingdom of Norway" },
  };
  g_autoptr (ChanceryCatalogue) catalogue = load_catalogue ();
  ChanceryState *norway = chancery_catalogue_lookup_state (catalogue, "NO");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *official = NULL;

      use_language (names[i].language);
      assert_display_name (catalogue, "DE", names[i].germany);
      assert_display_name (catalogue, "AM", names[i].armenia);
      official = chancery_state_dup_display_official_name (norway);
      g_assert_cmpstr (official, ==, names[i].norway);
    }
}

/* Makes a folder with one of the program's own catalogues. */
static void
compile_catalogue (const char *folder,
                   const char *language)
{
  g_autofree char *messages = g_build_filename (folder, language, "LC_MESSAGES", NULL);
  g_autofree char *output = g_build_filename (messages, GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *name = g_strconcat (language, ".po", NULL);
  g_autofree char *input = g_test_build_filename (G_TEST_DIST, "..", "po", name, NULL);
  const char * const command[] = { "msgfmt", "--output-file", output, input, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_no_errno (g_mkdir_with_parents (messages, 0700));
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

/* Names that are shorter in the program's own catalogues, where iso-codes has but the long ones */
static void
test_short_names (void)
{
  static const struct
  {
    const char *language;
    const char *russia;
    const char *palestine;
    const char *congo;
    const char *kosovo;
    const char *germany;
  } names[] = {
    { "en", "Russia", "Palestine", "DR Congo", "Kosovo", "Germany" },
    { "ru", "Россия", "Палестина", "ДР Конго", "Косово", "Германия" },
    { "fr", "Russie", "Palestine", "RD Congo", "Kosovo", "Allemagne" },
    { "ar", "روسيا", "فلسطين", "الكونغو الديمقراطية", "كوسوفو", "ألمانيا" },
  };
  g_autoptr (ChanceryCatalogue) catalogue = load_catalogue ();
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "locale", NULL);

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    compile_catalogue (folder, names[i].language);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      use_language (names[i].language);
      assert_display_name (catalogue, "RU", names[i].russia);
      assert_display_name (catalogue, "PS", names[i].palestine);
      assert_display_name (catalogue, "CD", names[i].congo);
      assert_display_name (catalogue, "XK", names[i].kosovo);
      assert_display_name (catalogue, "DE", names[i].germany);
    }
}

static void
test_organisation_names (void)
{
  g_autoptr (ChanceryCatalogue) catalogue = load_catalogue ();
  ChanceryOrganisation *eu = chancery_catalogue_lookup_organisation (catalogue, "eu");

  g_assert_cmpstr (chancery_organisation_get_name_in (eu, "fr"), ==, "Union européenne");
  g_assert_cmpstr (chancery_organisation_get_name_in (eu, "fr-CA"), ==, "Union européenne");
  g_assert_cmpstr (chancery_organisation_get_name_in (eu, "RU_ru.UTF-8"), ==, "Европейский союз");
  g_assert_cmpstr (chancery_organisation_get_name_in (eu, "ar"), ==, "الاتحاد الأوروبي");
  g_assert_cmpstr (chancery_organisation_get_name_in (eu, "en"), ==, "European Union");
  g_assert_cmpstr (chancery_organisation_get_name_in (eu, "tlh"), ==, "European Union");
  g_assert_cmpstr (chancery_organisation_get_name_in (eu, "f"), ==, "European Union");
  g_assert_cmpstr (chancery_organisation_get_name_in (eu, ""), ==, "European Union");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/catalogue/states", test_states);
  g_test_add_func ("/catalogue/capitals", test_capitals);
  g_test_add_func ("/catalogue/holders", test_holders);
  g_test_add_func ("/catalogue/organisations", test_organisations);
  g_test_add_func ("/catalogue/every-year", test_every_year);
  g_test_add_func ("/catalogue/counts", test_counts);
  g_test_add_func ("/catalogue/standings", test_standings);
  g_test_add_func ("/catalogue/display-names", test_display_names);
  g_test_add_func ("/catalogue/short-names", test_short_names);
  g_test_add_func ("/catalogue/organisation-names", test_organisation_names);

  return g_test_run ();
}
