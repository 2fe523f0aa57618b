/* chancery-year-guess.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-year-guess.h"

#include <string.h>

/* How much of the text is searched for years. */
#define SEARCH_BYTES ((gsize) 256 * 1024)

/* How far around a year its sentence is looked at. */
#define SENTENCE_BYTES 240

/* Years before this are history, and say nothing of when a report was written. */
#define YEAR_MIN 1990

#define BACK_YEARS_MAX 40

/* How many years in the text are weighed. */
#define MENTIONS_MAX 1000

typedef struct
{
  guint lower;
  guint upper;
  guint exact;
} Bounds;

/* What stands in a sentence about a year to come, written in small letters. */
static const char * const future_marks[] = {
  " will ", " won't ", "’ll ", " shall ", " plans to ", " planned for", " expected ", " scheduled ", " is to ", " are to ",
  " due to ", " upcoming", " by the end of ", " until ", " next year", " not before ",
  "будет", "будут", "планиру", "намерен", "ожидается", "состоится", "пройдет", "пройдёт", "перейдет", "перейдёт",
  "предстоит", "в следующем году", "к концу ", "відбудеться", "плану", "очікується", "буде ", "наступного року",
  " sera ", " seront ", " aura ", " auront ", "prévu", " d'ici ", "l'an prochain", "l'année prochaine",
  " wird ", " werden ", " soll ", " sollen ", "geplant", "nächstes jahr", "nächsten jahr", "kommenden jahr",
  " será", "tendrá", "previst", "próximo año", "próximo ano", " terá ", "sarà", "saranno", "prossimo anno",
  "olacak", "yapılacak", "gelecek yıl", "سوف", "سيكون", "ستكون", "المقبل", "القادم", "将", "明年",
};

static const char * const last_year_marks[] = {
  "last year", "прошлом году", "прошлого года", "минулого року", "минулому році", "l'an dernier", "l'année dernière",
  "l’an dernier", "l’année dernière", "vergangenen jahr", "letztes jahr", "letzten jahr", "vorjahr", "año pasado",
  "ano passado", "anno scorso", "scorso anno", "geçen yıl", "العام الماضي", "去年",
};

static const char * const this_year_marks[] = {
  "this year", "этом году", "этого года", "цього року", "цьому році", "cette année", "diesem jahr", "dieses jahr",
  "este año", "este ano", "quest'anno", "quest’anno", "bu yıl", "هذا العام", "今年",
};

static gboolean
has_any (const char         *sentence,
         const char * const *marks,
         gsize               n_marks)
{
  for (gsize i = 0; i < n_marks; i++)
    if (strstr (sentence, marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
ends_sentence (const char *p)
{
  return *p == '\n' || ((*p == '.' || *p == '!' || *p == '?') && (p[1] == ' ' || p[1] == '\n')) ||
         g_str_has_prefix (p, "。");
}

/* The sentence around a place in the text, in small letters, between spaces. */
static char *
copy_sentence (const char *text,
               const char *end,
               const char *place,
               gsize       before_bytes,
               gsize       after_bytes)
{
  const char *start = place, *stop = place;
  g_autofree char *small = NULL;

  while (start > text && (gsize) (place - start) < before_bytes && !ends_sentence (start - 1))
    start--;
  while (stop < end && (gsize) (stop - place) < after_bytes && !ends_sentence (stop))
    stop++;
  while (start < place && ((guchar) *start & 0xc0) == 0x80)
    start++;
  while (stop > place && stop < end && ((guchar) *stop & 0xc0) == 0x80)
    stop--;

  small = g_utf8_strdown (start, stop - start);
  return g_strconcat (" ", small, " ", NULL);
}

/* The month named right before a year ("in May 2021", "в сентябре" is not), or 0. */
static guint
month_before (const char *text,
              const char *year,
              guint      *day)
{
  const char *p = year;
  ChanceryScannedDate date;
  guint month = 0;

  *day = 0;
  for (guint n_words = 0; n_words < 4 && p > text; n_words++)
    {
      while (p > text && (p[-1] == ' ' || p[-1] == ','))
        p--;
      while (p > text && p[-1] != ' ' && p[-1] != '\n' && year - p < 60)
        p--;
      if (n_words == 0 && chancery_scan_month (p, &month) == NULL)
        month = 0;
      if (chancery_scan_date (p, &date) != NULL && date.year != 0)
        {
          *day = date.day;
          return date.month;
        }
    }

  return month;
}

static gboolean
is_beside_range (const char *text,
                 const char *start,
                 const char *end)
{
  return (start > text && strchr ("-/", start[-1]) != NULL) ||
         (start >= text + 3 && memcmp (start - 3, "–", 3) == 0) ||
         *end == '-' || *end == '/' || g_str_has_prefix (end, "–");
}

static void
weigh_year (const ChanceryScannedDate *day,
            const char                *text,
            const char                *text_end,
            const char                *start,
            guint                      year,
            guint                      this_year,
            Bounds                    *bounds,
            GArray                    *future)
{
  const char *end = start + 4;
  g_autofree char *sentence = NULL;
  g_autofree char *near = NULL;
  guint month, month_day;

  if (is_beside_range (text, start, end))
    return;

  month = month_before (text, start, &month_day);
  if (month == day->month && month_day == day->day)
    {
      bounds->exact = year;
      return;
    }

  near = copy_sentence (text, text_end, start, 24, 24);
  if (strstr (near, "©") != NULL || strstr (near, "copyright") != NULL ||
      has_any (near, this_year_marks, G_N_ELEMENTS (this_year_marks)))
    {
      bounds->exact = MAX (bounds->exact, year);
      return;
    }
  if (has_any (near, last_year_marks, G_N_ELEMENTS (last_year_marks)))
    {
      bounds->exact = MAX (bounds->exact, year + 1);
      return;
    }

  sentence = copy_sentence (text, text_end, start, SENTENCE_BYTES, SENTENCE_BYTES);
  if (year > this_year || has_any (sentence, future_marks, G_N_ELEMENTS (future_marks)))
    {
      /* In a later month of the same year, or else in a year that would be called "this year". */
      guint upper = month > day->month ? year : year - 1;

      g_array_append_val (future, upper);
    }
  else
    {
      guint lower = month > day->month ? year + 1 : year;

      bounds->lower = MAX (bounds->lower, lower);
    }
}

static void
find_bounds (const ChanceryScannedDate *day,
             const char                *text,
             gsize                      length_bytes,
             guint                      this_year,
             Bounds                    *bounds)
{
  const char *end = text + MIN (length_bytes, SEARCH_BYTES);
  g_autoptr (GArray) future = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_mentions = 0;

  for (const char *p = text; p + 4 <= end && n_mentions < MENTIONS_MAX; p++)
    {
      guint year;

      if (!g_ascii_isdigit (*p))
        continue;
      if ((p > text && g_ascii_isalnum (p[-1])) || !(p[0] == '1' || p[0] == '2') ||
          !g_ascii_isdigit (p[1]) || !g_ascii_isdigit (p[2]) || !g_ascii_isdigit (p[3]) ||
          (p + 4 < end && g_ascii_isalnum (p[4])))
        {
          while (p + 1 < end && g_ascii_isdigit (p[1]))
            p++;
          continue;
        }
      year = (guint) (g_ascii_digit_value (p[0]) * 1000 + g_ascii_digit_value (p[1]) * 100 +
                      g_ascii_digit_value (p[2]) * 10 + g_ascii_digit_value (p[3]));
      if (year < YEAR_MIN || year >= 2200)
        continue;
      n_mentions++;
      weigh_year (day, text, end, p, year, this_year, bounds, future);
    }

  for (guint i = 0; i < future->len; i++)
    if (g_array_index (future, guint, i) >= bounds->lower)
      bounds->upper = MIN (bounds->upper, g_array_index (future, guint, i));
}

static gboolean
exists (const ChanceryScannedDate *day,
        guint                      year)
{
  return g_date_valid_dmy ((GDateDay) day->day, (GDateMonth) day->month, (GDateYear) year);
}

static gboolean
is_on_weekday (const ChanceryScannedDate *day,
               guint                      year)
{
  GDate date;

  g_date_set_dmy (memset (&date, 0, sizeof date), (GDateDay) day->day, (GDateMonth) day->month, (GDateYear) year);
  return (guint) g_date_get_weekday (&date) == day->weekday;
}

/* The last year, not after @last, in which the day exists and falls on its weekday; 0 if there is none. */
static guint
find_year (const ChanceryScannedDate *day,
           guint                      last,
           guint                      first)
{
  for (guint year = last; year >= first && year + BACK_YEARS_MAX > last && year > 0; year--)
    if (exists (day, year) && (day->weekday == 0 || is_on_weekday (day, year)))
      return year;
  return 0;
}

/* The last year in which the day is not after a date (or the day after it, somewhere else on earth). */
static guint
last_year_until (const ChanceryScannedDate *day,
                 ChanceryDate               date)
{
  GDate limit;

  g_date_set_dmy (memset (&limit, 0, sizeof limit), date.day, (GDateMonth) date.month, date.year);
  g_date_add_days (&limit, 1);
  if (day->month < (guint) g_date_get_month (&limit) ||
      (day->month == (guint) g_date_get_month (&limit) && day->day <= g_date_get_day (&limit)))
    return g_date_get_year (&limit);
  return g_date_get_year (&limit) - 1u;
}

/**
 * chancery_year_guess:
 * @day: a day and month, perhaps a day of the week, without a year
 * @text: the report
 * @length_bytes: how long it is
 * @modified: when the report's file was last changed, or none
 * @today: today
 *
 * Guesses of which year a report's day is. Reports leave out the year that they
 * are written in and name others, so:
 *
 * 1. The same day with a year in the text, a copyright line, or "last year" or
 *    "this year" beside a year decide.
 * 2. A year that the text speaks of as past is not later than the report's, and
 *    not the same if its month would still have been to come.
 * 3. A year in a sentence about the future ("will", "until", …) is later than
 *    the report's, or the same if its month is still to come.
 * 4. Of the years left, the last one in which the day is not after the file's
 *    date, or after today if the file's date can't be right, and in which it
 *    falls on its day of the week, if that is said.
 *
 * Any thread.
 *
 * Returns: the year
 */
guint
chancery_year_guess (const ChanceryScannedDate *day,
                     const char                *text,
                     gsize                      length_bytes,
                     ChanceryDate               modified,
                     ChanceryDate               today)
{
  Bounds bounds = { 0, G_MAXUINT, 0 };
  guint last = last_year_until (day, chancery_date_first_day (today)), year;

  find_bounds (day, text, length_bytes, today.year, &bounds);
  if (bounds.exact != 0 && exists (day, bounds.exact) && bounds.exact <= last)
    return bounds.exact;

  if (chancery_date_is_set (modified) && chancery_date_compare (modified, today) <= 0)
    {
      guint until = last_year_until (day, chancery_date_first_day (modified));

      if (until >= bounds.lower)
        last = MIN (last, until);
    }

  year = find_year (day, MIN (last, bounds.upper), MAX (bounds.lower, 1));
  if (year == 0)
    year = find_year (day, last, MAX (bounds.lower, 1));
  if (year == 0)
    year = find_year (day, last, 1);
  return year != 0 ? year : last;
}
