/* chancery-date.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-date.h"

#include <glib/gi18n.h>

static ChanceryDate *
chancery_date_copy (const ChanceryDate *date)
{
  return g_memdup2 (date, sizeof *date);
}

G_DEFINE_BOXED_TYPE (ChanceryDate, chancery_date, chancery_date_copy, g_free)

static gboolean
parse_digits (const char **text,
              guint        n_digits,
              guint       *value)
{
  *value = 0;

  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *value = *value * 10 + (guint) g_ascii_digit_value (**text);
      (*text)++;
    }

  return TRUE;
}

/**
 * chancery_date_parse:
 * @text: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 * @date: (out): where to return the date; untouched on failure
 *
 * Returns: whether @text is, as a whole, a date that exists
 */
gboolean
chancery_date_parse (const char   *text,
                     ChanceryDate *date)
{
  guint year, month = 0, day = 0;
  ChanceryDate parsed;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (!parse_digits (&text, 4, &year))
    return FALSE;
  if (*text == '-')
    {
      text++;
      if (!parse_digits (&text, 2, &month) || month == 0)
        return FALSE;
      if (*text == '-')
        {
          text++;
          if (!parse_digits (&text, 2, &day) || day == 0)
            return FALSE;
        }
    }

  parsed = (ChanceryDate) { (guint16) year, (guint8) month, (guint8) day };
  if (*text != '\0' || !chancery_date_is_valid (parsed))
    return FALSE;

  *date = parsed;
  return TRUE;
}

/**
 * chancery_date_to_string:
 * @date: a date
 *
 * Returns: (transfer full) (nullable): @date as ISO 8601 at its precision, or
 *   %NULL if it isn't known
 */
char *
chancery_date_to_string (ChanceryDate date)
{
  if (date.year == 0)
    return NULL;
  if (date.month == 0)
    return g_strdup_printf ("%04u", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%04u-%02u", date.year, date.month);
  return g_strdup_printf ("%04u-%02u-%02u", date.year, date.month, date.day);
}

/**
 * chancery_date_format:
 * @date: a date
 *
 * Writes @date for people to read, in the language of the interface.
 *
 * Returns: (transfer full): the text; empty if the date isn't known
 */
char *
chancery_date_format (ChanceryDate date)
{
  ChanceryDate first = chancery_date_first_day (date);
  g_autoptr (GDateTime) date_time = NULL;

  if (date.year == 0)
    return g_strdup ("");

  date_time = g_date_time_new_utc (first.year, first.month, first.day, 0, 0, 0);
  if (date.month == 0)
    /* Translators: a year alone, as in "2023", in g_date_time_format() notation */
    return g_date_time_format (date_time, C_("date", "%Y"));
  if (date.day == 0)
    /* Translators: a month and its year, as in "November 2023", in g_date_time_format() notation */
    return g_date_time_format (date_time, C_("date", "%OB %Y"));
  /* Translators: a full date, as in "23 November 2023", in g_date_time_format() notation */
  return g_date_time_format (date_time, C_("date", "%-e %B %Y"));
}

/**
 * chancery_date_is_valid:
 * @date: a date
 *
 * Returns: whether @date is known and exists in the calendar
 */
gboolean
chancery_date_is_valid (ChanceryDate date)
{
  if (date.year == 0 || date.year > 9999)
    return FALSE;
  if (date.month == 0)
    return date.day == 0;
  if (date.day == 0)
    return date.month <= 12;
  return g_date_valid_dmy (date.day, (GDateMonth) date.month, date.year);
}

/**
 * chancery_date_compare:
 * @a: a date
 * @b: a date
 *
 * Orders dates by their first day; of two with the same first day, the less
 * precise comes first. A date that isn't known comes before all others.
 *
 * Returns: less than, equal to or greater than zero
 */
int
chancery_date_compare (ChanceryDate a,
                       ChanceryDate b)
{
  if (a.year != b.year)
    return (int) a.year - (int) b.year;
  if (a.month != b.month)
    return (int) a.month - (int) b.month;
  return (int) a.day - (int) b.day;
}

gboolean
chancery_date_equal (ChanceryDate a,
                     ChanceryDate b)
{
  return chancery_date_compare (a, b) == 0;
}

/**
 * chancery_date_in_period:
 * @date: a date that is known
 * @from: the period's first day, or %CHANCERY_DATE_NONE if it has no beginning
 * @to: the period's last day, or %CHANCERY_DATE_NONE if it goes on
 *
 * A period that is known to the month or the year is taken at its widest, and
 * a @date that is not a day counts as inside if its first day is.
 *
 * Returns: whether @date lies in the period, both ends included
 */
gboolean
chancery_date_in_period (ChanceryDate date,
                         ChanceryDate from,
                         ChanceryDate to)
{
  ChanceryDate day = chancery_date_first_day (date);

  if (from.year != 0 && chancery_date_compare (day, chancery_date_first_day (from)) < 0)
    return FALSE;
  if (to.year != 0 && chancery_date_compare (day, chancery_date_last_day (to)) > 0)
    return FALSE;
  return TRUE;
}

/**
 * chancery_date_first_day:
 * @date: a date
 *
 * Returns: the first day of the year, the month or the day that @date names
 */
ChanceryDate
chancery_date_first_day (ChanceryDate date)
{
  if (date.year == 0)
    return date;
  return (ChanceryDate) { date.year, MAX (date.month, 1), MAX (date.day, 1) };
}

/**
 * chancery_date_last_day:
 * @date: a date
 *
 * Returns: the last day of the year, the month or the day that @date names
 */
ChanceryDate
chancery_date_last_day (ChanceryDate date)
{
  if (date.year == 0 || date.day != 0)
    return date;
  if (date.month == 0)
    return (ChanceryDate) { date.year, 12, 31 };
  return (ChanceryDate) { date.year, date.month, g_date_get_days_in_month ((GDateMonth) date.month, date.year) };
}

/**
 * chancery_date_from_g_date_time:
 * @date_time: (nullable): a point in time
 *
 * Returns: the day of @date_time in its own time zone
 */
ChanceryDate
chancery_date_from_g_date_time (GDateTime *date_time)
{
  if (date_time == NULL)
    return CHANCERY_DATE_NONE;
  return (ChanceryDate) {
    (guint16) g_date_time_get_year (date_time),
    (guint8) g_date_time_get_month (date_time),
    (guint8) g_date_time_get_day_of_month (date_time),
  };
}
