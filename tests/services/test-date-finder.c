/* test-date-finder.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "chancery-date-finder.h"

/* A Wednesday. */
#define TODAY ((ChanceryDate) { 2023, 11, 22 })

typedef struct
{
  const char *lang;
  const char *text;
  const char *found; /* (nullable): the words */
  const char *date;
  ChanceryDateRule rule;
} Case;

#define WRITTEN CHANCERY_DATE_RULE_WRITTEN
#define NEAREST CHANCERY_DATE_RULE_NEAREST_YEAR
#define LAST_DAY CHANCERY_DATE_RULE_LAST_DAY
#define FROM_TODAY CHANCERY_DATE_RULE_FROM_TODAY
#define WEEKDAY CHANCERY_DATE_RULE_NEAREST_WEEKDAY
#define NEXT CHANCERY_DATE_RULE_NEXT_WEEKDAY
#define LAST CHANCERY_DATE_RULE_LAST_WEEKDAY
#define LATEST CHANCERY_DATE_RULE_LATEST
#define PERIOD CHANCERY_DATE_RULE_PERIOD

static const Case cases[] = {
  { "en", "They meet on November 23 in Minsk.", "November 23", "2023-11-23", NEAREST },
  { "en", "It was signed on 3 February.", "3 February", "2024-02-03", NEAREST },
  { "en", "It begins on Friday, January 5, they said.", "Friday, January 5", "2024-01-05", NEAREST },
  { "en", "It ended on 9 May 1945.", "9 May 1945", "1945-05-09", WRITTEN },
  { "en", "See 2024-06-30 for more.", "2024-06-30", "2024-06-30", WRITTEN },
  { "en", "The plant closes by the end of 2027.", "by the end of 2027", "2027-12-31", LAST_DAY },
  { "en", "It ends at the end of February.", "the end of February", "2024-02-29", LAST_DAY },
  { "en", "It is due by the end of the year.", "by the end of the year", "2023-12-31", LAST_DAY },
  { "en", "It is due before year-end, they say.", "before year-end", "2023-12-31", LAST_DAY },
  { "en", "The vote is next Thursday.", "next Thursday", "2023-11-23", NEXT },
  { "en", "The vote is next Wednesday.", "next Wednesday", "2023-11-29", NEXT },
  { "en", "They met last Wednesday.", "last Wednesday", "2023-11-15", LAST },
  { "en", "He said on Monday that it rained.", "on Monday", "2023-11-20", WEEKDAY },
  { "en", "It will leave within six months.", "within six months", "2024-05-22", LATEST },
  { "en", "It starts in 10 days.", "in 10 days", "2023-12-02", LATEST },
  { "en", "Over the next two weeks it may rain.", "Over the next two weeks", "2023-12-06", LATEST },
  { "en", "It will rain tomorrow.", "tomorrow", "2023-11-23", FROM_TODAY },
  { "en", "The day after tomorrow it stops.", "The day after tomorrow", "2023-11-24", FROM_TODAY },
  { "en", "Elections are due next month.", "next month", "2023-12", PERIOD },
  { "en", "Elections are due next year.", "next year", "2024", PERIOD },
  { "en", "Talks go on next week.", "next week", "2023-12-03", PERIOD },
  { "en", "It opens in March 2025.", "in March 2025", "2025-03", WRITTEN },
  { "en", "It opens in January.", "in January", "2024-01", NEAREST },
  { "en", "It will double by 2030, it said.", "by 2030", "2030", WRITTEN },
  { "en", "They may 5 times out of 10 say so, 3 out of 5.", NULL, NULL, WRITTEN },
  { "en", "A march 5 miles long; 2000 people, 1999 seats; room 2027.", NULL, NULL, WRITTEN },
  { "en", "Sunday’s best", "Sunday", "2023-11-19", WEEKDAY },

  { "ru", "Саммит пройдёт 23 ноября в Минске.", "23 ноября", "2023-11-23", NEAREST },
  { "ru", "Договор подписан 15 мая 1992 года.", "15 мая 1992 года", "1992-05-15", WRITTEN },
  { "ru", "Завод закроют до конца 2027 года.", "до конца 2027 года", "2027-12-31", LAST_DAY },
  { "ru", "Это сделают до конца года.", "до конца года", "2023-12-31", LAST_DAY },
  { "ru", "Это сделают к концу февраля.", "к концу февраля", "2024-02-29", LAST_DAY },
  { "ru", "Встреча будет в следующий четверг.", "в следующий четверг", "2023-11-23", NEXT },
  { "ru", "В пятницу прошёл дождь.", "В пятницу", "2023-11-24", WEEKDAY },
  { "ru", "Окружающая среда страдает.", NULL, NULL, WRITTEN },
  { "ru", "Войска уйдут в течение шести месяцев.", "в течение шести месяцев", "2024-05-22", LATEST },
  { "ru", "Через три дня всё решится.", "Через три дня", "2023-11-25", LATEST },
  { "ru", "Завтра будет дождь.", "Завтра", "2023-11-23", FROM_TODAY },
  { "ru", "Выборы пройдут в следующем году.", "в следующем году", "2024", PERIOD },
  { "ru", "Саммит пройдёт в ноябре.", "в ноябре", "2023-11", NEAREST },
  { "ru", "Саммит пройдёт в октябре 2024 года.", "в октябре 2024 года", "2024-10", WRITTEN },
  { "ru", "К 2030 году всё изменится.", "К 2030 году", "2030", WRITTEN },

  { "fr", "Le sommet aura lieu le 23 novembre à Minsk.", "23 novembre", "2023-11-23", NEAREST },
  { "fr", "Signé le 1er mai 2024.", "1er mai 2024", "2024-05-01", WRITTEN },
  { "fr", "Le site fermera d’ici la fin de l’année 2027.", "d’ici la fin de l’année 2027", "2027-12-31", LAST_DAY },
  { "fr", "Il fermera fin 2027.", "fin 2027", "2027-12-31", LAST_DAY },
  { "fr", "Il fermera avant la fin de l'année.", "avant la fin de l'année", "2023-12-31", LAST_DAY },
  { "fr", "Le vote aura lieu jeudi prochain.", "jeudi prochain", "2023-11-23", NEXT },
  { "fr", "Ils partiront dans six mois.", "dans six mois", "2024-05-22", LATEST },
  { "fr", "Il pleuvra demain.", "demain", "2023-11-23", FROM_TODAY },
  { "fr", "Ils votent le mois prochain.", "le mois prochain", "2023-12", PERIOD },
  { "fr", "Le pont ouvre en mai.", "en mai", "2024-05", NEAREST },
  { "fr", "D'ici 2030, tout changera.", "D'ici 2030", "2030", WRITTEN },

  { "es", "La cumbre será el 23 de noviembre.", "23 de noviembre", "2023-11-23", NEAREST },
  { "es", "Se firmó el 3 de mayo de 2024.", "3 de mayo de 2024", "2024-05-03", WRITTEN },
  { "es", "Cerrará a finales de 2027.", "a finales de 2027", "2027-12-31", LAST_DAY },
  { "es", "Cerrará antes de fin de año.", "antes de fin de año", "2023-12-31", LAST_DAY },
  { "es", "Se vota el próximo jueves.", "el próximo jueves", "2023-11-23", NEXT },
  { "es", "Se irán dentro de seis meses.", "dentro de seis meses", "2024-05-22", LATEST },
  { "es", "Lloverá mañana.", "mañana", "2023-11-23", FROM_TODAY },
  { "es", "Llovió por la mañana.", NULL, NULL, WRITTEN },
  { "es", "Se vota el año que viene.", "el año que viene", "2024", PERIOD },
  { "es", "Será en 2030.", "en 2030", "2030", WRITTEN },

  { "de", "Der Gipfel ist am 23. November in Minsk.", "23. November", "2023-11-23", NEAREST },
  { "de", "Das Werk schließt bis Ende 2027.", "bis Ende 2027", "2027-12-31", LAST_DAY },
  { "de", "Es endet bis zum Jahresende.", "bis zum Jahresende", "2023-12-31", LAST_DAY },
  { "de", "Sie wählen am nächsten Donnerstag.", "am nächsten Donnerstag", "2023-11-23", NEXT },
  { "de", "Sie gehen innerhalb von sechs Monaten.", "innerhalb von sechs Monaten", "2024-05-22", LATEST },
  { "de", "Es regnet morgen.", "morgen", "2023-11-23", FROM_TODAY },
  { "de", "Am Morgen war es kalt.", NULL, NULL, WRITTEN },
  { "de", "Sie wählen nächstes Jahr.", "nächstes Jahr", "2024", PERIOD },
  { "de", "Es beginnt im März.", "im März", "2024-03", NEAREST },

  { "ar", "تعقد القمة في 23 نوفمبر في مينسك", "23 نوفمبر", "2023-11-23", NEAREST },
  { "ar", "يغلق المصنع بحلول نهاية عام 2027", "بحلول نهاية عام 2027", "2027-12-31", LAST_DAY },
  { "ar", "يجري التصويت يوم الخميس المقبل", "يوم الخميس المقبل", "2023-11-23", NEXT },
  { "ar", "تغادر القوات خلال ستة أشهر", "خلال ستة أشهر", "2024-05-22", LATEST },
  { "ar", "تغادر القوات خلال شهرين", "خلال شهرين", "2024-01-22", LATEST },
  { "ar", "ستمطر غدا", "غدا", "2023-11-23", FROM_TODAY },
  { "ar", "تجري الانتخابات العام المقبل", "العام المقبل", "2024", PERIOD },
  { "ar", "بحلول عام ٢٠٣٠ يتغير كل شيء", "بحلول عام ٢٠٣٠", "2030", WRITTEN },
};

static void
test_case (gconstpointer data)
{
  const Case *date_case = data;
  g_autoptr (GArray) dates = chancery_date_finder_find (date_case->text, date_case->lang, TODAY);
  g_autofree char *words = NULL, *date = NULL;
  const ChanceryFoundDate *found;

  if (date_case->found == NULL)
    {
      g_assert_cmpuint (dates->len, ==, 0);
      return;
    }

  g_assert_cmpuint (dates->len, ==, 1);
  found = &g_array_index (dates, ChanceryFoundDate, 0);
  words = g_strndup (date_case->text + found->start_bytes, found->end_bytes - found->start_bytes);
  date = chancery_date_to_string (found->date);
  g_assert_cmpstr (words, ==, date_case->found);
  g_assert_cmpstr (date, ==, date_case->date);
  g_assert_cmpint (found->rule, ==, date_case->rule);
}

static void
test_several (void)
{
  static const char text[] = "On November 30 they vote, and by 2030 it ends. Tomorrow they talk; the talks last until the end of March.";
  g_autoptr (GArray) dates = chancery_date_finder_find (text, NULL, TODAY);
  static const char * const expected[] = { "2023-11-30", "2030", "2023-11-23", "2024-03-31" };
  gsize place = 0;

  g_assert_cmpuint (dates->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < dates->len; i++)
    {
      const ChanceryFoundDate *found = &g_array_index (dates, ChanceryFoundDate, i);
      g_autofree char *date = chancery_date_to_string (found->date);

      g_assert_cmpstr (date, ==, expected[i]);
      g_assert_cmpuint (found->start_bytes, >=, place);
      place = found->end_bytes;
    }
}

/* What is known of today tells what can be told. */
static void
test_unknown_today (void)
{
  static const char text[] = "On November 23, tomorrow, next month, by 2030 and next year.";
  const ChanceryDate known[] = { CHANCERY_DATE_NONE, { 2023, 0, 0 }, { 2023, 11, 0 }, { 2023, 11, 22 } };
  const guint n_expected[] = { 1, 3, 4, 5 };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (GArray) dates = chancery_date_finder_find (text, "en", known[i]);

      g_assert_cmpuint (dates->len, ==, n_expected[i]);
    }
}

static void
test_edges (void)
{
  static const char * const texts[] = { "", "in", "by the end of", "November", "30 February", "within 0 days", "within 999 years", "d'", "’", "٢" };
  const ChanceryDate late = { 9999, 12, 31 };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) dates = chancery_date_finder_find (texts[i], "en", late);

      g_assert_cmpuint (dates->len, ==, 0);
    }
}

static void
test_explain (void)
{
  g_autofree char *explained = chancery_date_rule_explain (CHANCERY_DATE_RULE_NEAREST_YEAR, TODAY);

  g_assert_nonnull (strstr (explained, "2023"));
  g_assert_nonnull (strstr (explained, "nearest to the article’s date"));
  for (guint rule = CHANCERY_DATE_RULE_WRITTEN; rule <= CHANCERY_DATE_RULE_PERIOD; rule++)
    {
      g_autofree char *line = chancery_date_rule_explain ((ChanceryDateRule) rule, TODAY);

      g_assert_nonnull (strstr (line, "2023"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/date-finder/%s/%02" G_GSIZE_FORMAT, cases[i].lang, i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/date-finder/several", test_several);
  g_test_add_func ("/date-finder/unknown-today", test_unknown_today);
  g_test_add_func ("/date-finder/edges", test_edges);
  g_test_add_func ("/date-finder/explain", test_explain);

  return g_test_run ();
}
