/* test-dateline.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/chancery-dateline.h"

/* The report that each dateline stands before. */
#define REPORT "Five countries met."

typedef struct
{
  const char *dateline;
  const char *place;
  const char *date;
  const char *agency;
  const char *byline;
} Case;

/* The date is year-month-day, 0000 for a year that isn't said, with the weekday behind it if it is. */
static const Case cases[] = {
  { "MOSCOW, November 23. /TASS/. ", "MOSCOW", "0000-11-23", "TASS" },
  { "PARIS, Nov 3 (Reuters) - ", "PARIS", "0000-11-03", "Reuters" },
  { "PARIS, Nov 3(Reuters) - ", "PARIS", "0000-11-03", "Reuters" },
  { "BRUXELLES (AFP) — ", "BRUXELLES", NULL, "AFP" },
  { "МОСКВА, 23 ноября. /ТАСС/. ", "МОСКВА", "0000-11-23", "ТАСС" },
  { "WASHINGTON (AP) — ", "WASHINGTON", NULL, "AP" },
  { "KYIV, Ukraine (AP) — ", "KYIV, Ukraine", NULL, "AP" },
  { "WASHINGTON, D.C. (AP) — ", "WASHINGTON, D.C.", NULL, "AP" },
  { "ASTANA, 23 November (Interfax) - ", "ASTANA", "0000-11-23", "Interfax" },
  { "BEIJING, Nov. 23 (Xinhua) -- ", "BEIJING", "0000-11-23", "Xinhua" },
  { "MADRID, 3 nov (EFE).- ", "MADRID", "0000-11-03", "EFE" },
  { "MADRID, 3 nov (EFE).-", "MADRID", "0000-11-03", "EFE" },
  { "MADRID 3 Nov. (EUROPA PRESS) - ", "MADRID", "0000-11-03", "EUROPA PRESS" },
  { "BERLIN (dpa) - ", "BERLIN", NULL, "dpa" },
  { "Berlin/Brüssel (dpa) - ", "Berlin/Brüssel", NULL, "dpa" },
  { "BERLIN, 23. November (dpa) - ", "BERLIN", "0000-11-23", "dpa" },
  { "ROMA, 3 NOV - (ANSA) ", "ROMA", "0000-11-03", "ANSA" },
  { "(ANSA) - ROMA, 03 NOV - ", "ROMA", "0000-11-03", "ANSA" },
  { "МИНСК, 23 ноя — РИА Новости. ", "МИНСК", "0000-11-23", "РИА Новости" },
  { "МИНСК, 23 ноя — РИА Новости, Иван Петров. ", "МИНСК", "0000-11-23", "РИА Новости", "Иван Петров" },
  { "МОСКВА, 23 ноября, РИА Новости. ", "МОСКВА", "0000-11-23", "РИА Новости" },
  { "Москва. 23 ноября. INTERFAX.RU - ", "Москва", "0000-11-23", "INTERFAX.RU" },
  { "КИЇВ, 23 листопада (Укрінформ) – ", "КИЇВ", "0000-11-23", "Укрінформ" },
  { "ANKARA (AA) - ", "ANKARA", NULL, "AA" },
  { "القاهرة 3 نوفمبر (رويترز) - ", "القاهرة", "0000-11-03", "رويترز" },
  { "القاهرة ٣ نوفمبر/ تشرين الثاني (أ ف ب) - ", "القاهرة", "0000-11-03", "أ ف ب" },
  { "بيروت في 3 تشرين الثاني/نوفمبر (رويترز) - ", "بيروت", "0000-11-03", "رويترز" },
  { "新华社北京11月23日电 ", "北京", "0000-11-23", "新华社" },
  { "新华社北京2023年11月23日电 ", "北京", "2023-11-23", "新华社" },
  { "中新网11月23日电 ", NULL, "0000-11-23", "中新网" },
  { "PARIS, 3 novembre (AFP) - ", "PARIS", "0000-11-03", "AFP" },
  { "Paris, le 3 novembre 2023 (AFP) - ", "Paris", "2023-11-03", "AFP" },
  { "PARIS, 1er décembre (AFP) – ", "PARIS", "0000-12-01", "AFP" },
  { "LISBOA, 23 nov 2023 (Lusa) -- ", "LISBOA", "2023-11-23", "Lusa" },
  { "BRASÍLIA, 3 de novembro de 2023 (Lusa) - ", "BRASÍLIA", "2023-11-03", "Lusa" },
  { "MOSCOW, 2023-11-23 (TASS) - ", "MOSCOW", "2023-11-23", "TASS" },
  { "MOSCOW, 23.11.2023. /TASS/. ", "MOSCOW", "2023-11-23", "TASS" },
  { "GENEVA, 23/11/2023 (Reuters) - ", "GENEVA", "2023-11-23", "Reuters" },
  { "BOSTON, 11/23/2023 (AP) - ", "BOSTON", "2023-11-23", "AP" },
  { "MOSCOW/MINSK, November 23 (Reuters) - ", "MOSCOW/MINSK", "0000-11-23", "Reuters" },
  { "MOSCOW / MINSK, November 23 (Reuters) - ", "MOSCOW / MINSK", "0000-11-23", "Reuters" },
  { "Geneva, 23 November 2023 – ", "Geneva", "2023-11-23", NULL },
  { "GENEVA (23 November 2023) – ", "GENEVA", "2023-11-23", NULL },
  { "CAIRO - 23 November 2023: ", "CAIRO", "2023-11-23", NULL },
  { "YEREVAN, NOVEMBER 23, ARMENPRESS. ", "YEREVAN", "0000-11-23", "ARMENPRESS" },
  { "BAKU, Azerbaijan, November 23. Trend. ", "BAKU, Azerbaijan", "0000-11-23", "Trend" },
  { "NEW DELHI, Nov 23 (ANI): ", "NEW DELHI", "0000-11-23", "ANI" },
  { "New Delhi, Nov 23 (PTI) ", "New Delhi", "0000-11-23", "PTI" },
  { "ABU DHABI, 23rd November, 2023 (WAM) -- ", "ABU DHABI", "2023-11-23", "WAM" },
  { "BRUSSELS, Thu Nov 23 (Reuters) - ", "BRUSSELS", "0000-11-23 4", "Reuters" },
  { "BERLIN, Donnerstag, 23. November (dpa) - ", "BERLIN", "0000-11-23 4", "dpa" },
  { "St. Petersburg, November 23. /TASS/. ", "St. Petersburg", "0000-11-23", "TASS" },
  { "RIO DE JANEIRO, 3 nov (EFE).- ", "RIO DE JANEIRO", "0000-11-03", "EFE" },
  { "АСТАНА. КАЗИНФОРМ - ", "АСТАНА", NULL, "КАЗИНФОРМ" },
  { "Nov 3 (Reuters) - ", NULL, "0000-11-03", "Reuters" },
  { "(Reuters) - ", NULL, NULL, "Reuters" },
  { "TASS, November 23. ", NULL, "0000-11-23", "TASS" },
  { "BRATISLAVA (XYZ) — ", "BRATISLAVA", NULL, "XYZ" },
  { "LONDON — ", "LONDON", NULL, NULL },
};

static const char * const sentences[] = {
  "NATO — the alliance — has members on two continents.",
  "NATO (OTAN) — the alliance — has members.",
  "On November 3 (Friday) the leaders met.",
  "On 3 November the leaders met - and parted.",
  "On November 3 – the day after – they met.",
  "Le 3 novembre - un vendredi - ils se sont réunis.",
  "В 3 ноября — день единства — было тихо.",
  "In Moscow, November 23 was quiet.",
  "The minister (left) — the president.",
  "Sputnik: the vaccine that travelled.",
  "Trend - a word.",
  "Moscow, November 23. The city woke late.",
  "Paris (France) is a city.",
  "Leaders of the union (a long name, with a comma in it) met.",
  "February 30 (Reuters) - is no day",
  "November was cold.",
  "3 November was cold.",
  "Reuters, the agency, said so.",
  "23",
  "-",
  "(",
  "/",
  "",
  "Moscow, November 23 was quiet",
  "MOSCOW",
  "MOSCOW, ",
  "新华社说",
};

static void
test_dateline (gconstpointer data)
{
  const Case *dateline_case = data;
  g_autofree char *text = g_strconcat (dateline_case->dateline, REPORT, NULL);
  g_auto (ChanceryDateline) dateline = { NULL, };
  g_autofree char *date = NULL;

  g_assert_true (chancery_dateline_parse (text, &dateline));
  g_assert_cmpstr (dateline.place, ==, dateline_case->place);
  g_assert_cmpstr (dateline.agency, ==, dateline_case->agency);
  g_assert_cmpstr (dateline.byline, ==, dateline_case->byline);
  if (dateline.has_date)
    date = dateline.date.weekday != 0
      ? g_strdup_printf ("%04u-%02u-%02u %u", dateline.date.year, dateline.date.month, dateline.date.day, dateline.date.weekday)
      : g_strdup_printf ("%04u-%02u-%02u", dateline.date.year, dateline.date.month, dateline.date.day);
  g_assert_cmpstr (date, ==, dateline_case->date);
  g_assert_cmpstr (text + dateline.end_bytes, ==, REPORT);
}

static void
test_sentences (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_auto (ChanceryDateline) dateline = { NULL, };

      g_test_message ("“%s” is no dateline", sentences[i]);
      g_assert_false (chancery_dateline_parse (sentences[i], &dateline));
      g_assert_null (dateline.place);
      g_assert_null (dateline.agency);
      g_assert_null (dateline.byline);
    }
}

/* Every beginning of every dateline is read without running over its end. */
static void
test_prefixes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (const char *end = cases[i].dateline; *end != '\0'; end = g_utf8_next_char (end))
      {
        g_autofree char *prefix = g_strndup (cases[i].dateline, (gsize) (end - cases[i].dateline));
        g_auto (ChanceryDateline) dateline = { NULL, };

        if (chancery_dateline_parse (prefix, &dateline))
          g_assert_cmpuint (dateline.end_bytes, <=, (gsize) (end - cases[i].dateline));
      }
}

static void
test_ambiguous (void)
{
  ChanceryScannedDate date;

  g_assert_nonnull (chancery_scan_date ("11/3/2023", &date));
  g_assert_true (date.ambiguous);
  g_assert_nonnull (chancery_scan_date ("11/23/2023", &date));
  g_assert_false (date.ambiguous);
  g_assert_nonnull (chancery_scan_date ("3.11.2023", &date));
  g_assert_false (date.ambiguous);
  g_assert_null (chancery_scan_date ("31.11.2023", &date));
  g_assert_null (chancery_scan_date ("29 February 2023", &date));
  g_assert_nonnull (chancery_scan_date ("29 February", &date));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/dateline/read/%02u", (guint) i);

      g_test_add_data_func (path, &cases[i], test_dateline);
    }
  g_test_add_func ("/dateline/sentences", test_sentences);
  g_test_add_func ("/dateline/prefixes", test_prefixes);
  g_test_add_func ("/dateline/ambiguous", test_ambiguous);

  return g_test_run ();
}
