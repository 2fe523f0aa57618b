/* test-year-guess.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "import/chancery-year-guess.h"

typedef struct
{
  const char *name;
  guint day;
  guint month;
  guint weekday;
  const char *text;
  const char *modified;
  const char *today;
  guint year;
} Case;

static const Case cases[] = {
  { "today", 23, 11, 0, "No years.", NULL, "2026-11-24", 2026 },
  { "the-same-day", 24, 11, 0, "No years.", NULL, "2026-11-24", 2026 },
  { "tomorrow-somewhere", 25, 11, 0, "No years.", NULL, "2026-11-24", 2026 },
  { "last-year", 26, 11, 0, "No years.", NULL, "2026-11-24", 2025 },
  { "new-year", 31, 12, 0, "No years.", NULL, "2026-01-02", 2025 },
  { "first-of-january", 1, 1, 0, "No years.", NULL, "2025-12-31", 2026 },
  { "file-date", 23, 11, 0, "No years.", "2021-11-30", "2026-11-24", 2021 },
  { "file-date-before-the-day", 23, 11, 0, "No years.", "2021-03-01", "2026-11-24", 2020 },
  { "file-date-of-the-future", 23, 11, 0, "No years.", "2031-03-01", "2026-11-24", 2026 },
  { "file-date-contradicts-the-text", 23, 11, 0, "They failed in 2022.", "2021-11-30", "2026-11-24", 2026 },
  { "future-year", 23, 11, 0, "In 2024, the chair will go over to another.", NULL, "2026-11-24", 2023 },
  { "past-and-future-years", 23, 11, 0, "It failed in May 2021 and in September 2022. In 2024 the chair will pass on.", NULL, "2026-11-24", 2023 },
  { "past-years-alone", 23, 11, 0, "It failed in May 2021 and in September 2022.", NULL, "2026-11-24", 2026 },
  { "later-month-of-the-same-year", 23, 11, 0, "The summit will be held in December 2023.", NULL, "2026-11-24", 2023 },
  { "earlier-month-of-the-next-year", 23, 11, 0, "The summit will be held in March 2024.", NULL, "2026-11-24", 2023 },
  { "past-month-that-is-later", 23, 11, 0, "They met in December 2022. In 2024 they will meet again.", NULL, "2026-11-24", 2023 },
  { "several-future-years", 23, 11, 0, "The plan will run until 2030. By 2025 a bridge will be built.", NULL, "2026-11-24", 2024 },
  { "history", 23, 11, 0, "The treaty of 1848 was signed in 1849.", NULL, "2026-11-24", 2026 },
  { "range", 23, 11, 0, "The budget for 2021-2027 will be spent.", NULL, "2026-11-24", 2026 },
  { "same-day-with-year", 23, 11, 0, "The summit on November 23, 2022 was short.", NULL, "2026-11-24", 2022 },
  { "same-day-with-year-in-front", 23, 11, 0, "The summit on 23 November 2022 was short.", NULL, "2026-11-24", 2022 },
  { "copyright", 23, 11, 0, "They met.\n© 2021 The River Agency", NULL, "2026-11-24", 2021 },
  { "last-year-beside-a-year", 23, 11, 0, "They had met last year (2020).", NULL, "2026-11-24", 2021 },
  { "this-year-beside-a-year", 23, 11, 0, "The budget of this year, 2022, is small.", NULL, "2026-11-24", 2022 },
  { "weekday", 23, 11, 4, "No years.", NULL, "2026-11-24", 2023 },
  { "weekday-and-bound", 23, 11, 1, "No years.", NULL, "2026-11-24", 2026 },
  { "weekday-that-contradicts", 23, 11, 1, "In 2024 they will meet.", NULL, "2026-11-24", 2020 },
  { "leap-day", 29, 2, 0, "No years.", NULL, "2026-11-24", 2024 },
  { "russian", 23, 11, 0, "Встреча в сентябре 2022 года не удалась. В 2024 году председательство перейдёт к другим.", NULL, "2026-11-24", 2023 },
  { "french", 3, 11, 0, "L’accord sera signé en mars 2023.", NULL, "2026-11-24", 2022 },
  { "german", 3, 11, 0, "Der Vertrag wird im März 2023 unterschrieben.", NULL, "2026-11-24", 2022 },
  { "numbers-that-are-no-years", 23, 11, 0, "It will cost 20245 or 2024a or A2024.", NULL, "2026-11-24", 2026 },
  { "empty", 23, 11, 0, "", NULL, "2026-11-24", 2026 },
};

static void
test_case (gconstpointer data)
{
  const Case *guess_case = data;
  const ChanceryScannedDate day = { .day = guess_case->day, .month = guess_case->month, .weekday = guess_case->weekday };
  ChanceryDate modified = CHANCERY_DATE_NONE, today;

  g_assert_true (chancery_date_parse (guess_case->today, &today));
  if (guess_case->modified != NULL)
    g_assert_true (chancery_date_parse (guess_case->modified, &modified));
  g_assert_cmpuint (chancery_year_guess (&day, guess_case->text, strlen (guess_case->text), modified, today), ==,
                    guess_case->year);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/year-guess/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
