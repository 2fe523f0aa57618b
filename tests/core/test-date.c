/* test-date.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-date.h"

static ChanceryDate
date (const char *text)
{
  ChanceryDate parsed = CHANCERY_DATE_NONE;

  g_assert_true (chancery_date_parse (text, &parsed));
  return parsed;
}

static void
test_parse (void)
{
  static const char * const good[] = { "1991", "2004-02-29", "1999-04", "0001-01-01", "9999-12-31" };
  static const char * const bad[] = {
    "", "199", "0000", "1999-", "1999-4", "1999-13", "1999-00", "1999-04-00", "1999-04-31", "2023-02-29",
    "1999-04-02T00:00", " 1999", "1999 ", "19990402", "1999-04-2", "１９９９",
  };
  ChanceryDate untouched = { 1, 2, 3 };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *text = chancery_date_to_string (date (good[i]));

      g_assert_cmpstr (text, ==, good[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("“%s” is no date", bad[i]);
      g_assert_false (chancery_date_parse (bad[i], &untouched));
    }
  g_assert_cmpuint (untouched.day, ==, 3);
  g_assert_null (chancery_date_to_string (CHANCERY_DATE_NONE));
}

static void
test_period (void)
{
  static const struct { const char *day, *from, *to; gboolean inside; } cases[] = {
    { "1999-04-02", "1994-04-20", "1999-04", TRUE },
    { "1999-04-30", "1994-04-20", "1999-04", TRUE },
    { "1999-05-01", "1994-04-20", "1999-04", FALSE },
    { "1994-04-19", "1994-04-20", NULL, FALSE },
    { "1994-04-20", "1994-04-20", NULL, TRUE },
    { "1800", NULL, "1999", TRUE },
    { "1999-12-31", NULL, "1999", TRUE },
    { "2000", NULL, "1999", FALSE },
    { "2023-11", "2023-11-02", NULL, FALSE },
    { "2023-11", "2023-11-01", NULL, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s in %s to %s", cases[i].day, cases[i].from, cases[i].to);
      g_assert_cmpint (chancery_date_in_period (date (cases[i].day),
                                                cases[i].from != NULL ? date (cases[i].from) : CHANCERY_DATE_NONE,
                                                cases[i].to != NULL ? date (cases[i].to) : CHANCERY_DATE_NONE),
                       ==, cases[i].inside);
    }
}

static void
test_order (void)
{
  static const char * const ordered[] = { "1999", "1999-04", "1999-04-02", "1999-05", "2000" };

  for (gsize i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ordered); j++)
      g_assert_cmpint (CLAMP (chancery_date_compare (date (ordered[i]), date (ordered[j])), -1, 1),
                       ==, i < j ? -1 : i > j);
  g_assert_cmpint (chancery_date_compare (CHANCERY_DATE_NONE, date ("0001")), <, 0);
}

static void
test_last_day (void)
{
  g_assert_true (chancery_date_equal (chancery_date_last_day (date ("2024-02")), date ("2024-02-29")));
  g_assert_true (chancery_date_equal (chancery_date_last_day (date ("2023")), date ("2023-12-31")));
  g_assert_false (chancery_date_is_set (chancery_date_last_day (CHANCERY_DATE_NONE)));
}

static void
test_format (void)
{
  g_autofree char *day = chancery_date_format (date ("2023-11-23"));
  g_autofree char *month = chancery_date_format (date ("2023-11"));
  g_autofree char *year = chancery_date_format (date ("2023"));
  g_autofree char *none = chancery_date_format (CHANCERY_DATE_NONE);

  g_assert_cmpstr (day, ==, "23 November 2023");
  g_assert_cmpstr (month, ==, "November 2023");
  g_assert_cmpstr (year, ==, "2023");
  g_assert_cmpstr (none, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/period", test_period);
  g_test_add_func ("/date/order", test_order);
  g_test_add_func ("/date/last-day", test_last_day);
  g_test_add_func ("/date/format", test_format);

  return g_test_run ();
}
