/* chancery-date-finder.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-date-finder.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-date-patterns.h"
#include "import/chancery-date-scanner.h"
#include "import/chancery-language.h"

/* How many dates one text may name. */
#define DATES_MAX 10000

#define YEAR_LAST 9999

static gboolean
to_g_date (ChanceryDate  date,
           GDate        *g_date)
{
  if (date.year == 0 || date.month == 0 || date.day == 0)
    return FALSE;
  g_date_clear (g_date, 1);
  g_date_set_dmy (g_date, date.day, (GDateMonth) date.month, date.year);
  return TRUE;
}

static ChanceryDate
from_g_date (const GDate *g_date)
{
  if (g_date_get_year (g_date) > YEAR_LAST)
    return CHANCERY_DATE_NONE;
  return (ChanceryDate) { (guint16) g_date_get_year (g_date), (guint8) g_date_get_month (g_date), (guint8) g_date_get_day (g_date) };
}

static ChanceryDate
add_days (ChanceryDate date,
          int          n_days)
{
  GDate g_date;

  if (!to_g_date (date, &g_date))
    return CHANCERY_DATE_NONE;
  if (n_days >= 0)
    g_date_add_days (&g_date, (guint) n_days);
  else
    g_date_subtract_days (&g_date, (guint) -n_days);
  return from_g_date (&g_date);
}

static guint
get_weekday (ChanceryDate date)
{
  GDate g_date;

  return to_g_date (date, &g_date) ? (guint) g_date_get_weekday (&g_date) : 0;
}

static int
count_days (ChanceryDate from,
            ChanceryDate to)
{
  GDate a, b;

  return to_g_date (from, &a) && to_g_date (to, &b) ? g_date_days_between (&a, &b) : 0;
}

/* The year in which a day or month is nearest to today; if its weekday is known, of those in which it falls on that. */
static ChanceryDate
put_in_nearest_year (guint        month,
                     guint        day,
                     guint        weekday,
                     ChanceryDate today)
{
  ChanceryDate best = CHANCERY_DATE_NONE, reference = chancery_date_first_day (today);
  gboolean best_fits = FALSE;
  int least = 0;

  if (!chancery_date_is_set (today))
    return CHANCERY_DATE_NONE;
  /* The middle of a month, or of what is known of today, stands for all of it. */
  if (today.month == 0)
    reference.month = 7;
  else if (today.day == 0)
    reference.day = 15;

  for (int year = today.year - 4; year <= today.year + 4; year++)
    {
      ChanceryDate date = { (guint16) year, (guint8) month, (guint8) (day != 0 ? day : 15) };
      gboolean fits;
      int distance;

      if (year < 1 || year > YEAR_LAST || !chancery_date_is_valid (date))
        continue;
      fits = weekday == 0 || get_weekday (date) == weekday;
      distance = ABS (count_days (reference, date));
      if (chancery_date_is_set (best) && (fits < best_fits || (fits == best_fits && distance >= least)))
        continue;
      best = date;
      best_fits = fits;
      least = distance;
    }
  if (day == 0)
    best.day = 0;
  return best;
}

static ChanceryDate
resolve_weekday (const ChanceryDatePhrase *phrase,
                 ChanceryDate              today,
                 ChanceryDateRule         *rule)
{
  guint now = get_weekday (today);
  int ahead;

  if (now == 0)
    return CHANCERY_DATE_NONE;
  ahead = (int) ((phrase->weekday + 7 - now) % 7);
  if (phrase->kind == CHANCERY_DATE_PATTERN_WEEKDAY_AFTER)
    {
      *rule = CHANCERY_DATE_RULE_NEXT_WEEKDAY;
      ahead = ahead == 0 ? 7 : ahead;
    }
  else if (phrase->kind == CHANCERY_DATE_PATTERN_WEEKDAY_BEFORE)
    {
      *rule = CHANCERY_DATE_RULE_LAST_WEEKDAY;
      ahead -= 7;
    }
  else
    {
      *rule = CHANCERY_DATE_RULE_NEAREST_WEEKDAY;
      ahead = ahead > 3 ? ahead - 7 : ahead;
    }
  return add_days (today, ahead);
}

static ChanceryDate
resolve_later (const ChanceryDatePhrase *phrase,
               ChanceryDate              today)
{
  GDate g_date;

  if (phrase->number <= 0)
    return CHANCERY_DATE_NONE;
  if (!to_g_date (today, &g_date))
    return CHANCERY_DATE_NONE;
  switch (phrase->unit)
    {
    case CHANCERY_DATE_UNIT_DAY:
      g_date_add_days (&g_date, (guint) phrase->number);
      break;
    case CHANCERY_DATE_UNIT_WEEK:
      g_date_add_days (&g_date, (guint) phrase->number * 7);
      break;
    case CHANCERY_DATE_UNIT_MONTH:
      g_date_add_months (&g_date, (guint) phrase->number);
      break;
    case CHANCERY_DATE_UNIT_YEAR:
    default:
      g_date_add_years (&g_date, (guint) phrase->number);
      break;
    }
  return from_g_date (&g_date);
}

/* The present week, month or year, or one of the next. */
static ChanceryDate
resolve_unit (const ChanceryDatePhrase *phrase,
              ChanceryDate              today)
{
  guint now, months;

  switch (phrase->unit)
    {
    case CHANCERY_DATE_UNIT_WEEK:
      now = get_weekday (today);
      return now != 0 ? add_days (today, 7 - (int) now + 7 * phrase->number) : CHANCERY_DATE_NONE;
    case CHANCERY_DATE_UNIT_MONTH:
      if (today.month == 0)
        return CHANCERY_DATE_NONE;
      months = (guint) today.month - 1 + (guint) phrase->number;
      return (ChanceryDate) { (guint16) (today.year + months / 12), (guint8) (months % 12 + 1), 0 };
    case CHANCERY_DATE_UNIT_YEAR:
      return today.year != 0 ? (ChanceryDate) { (guint16) (today.year + phrase->number), 0, 0 } : CHANCERY_DATE_NONE;
    case CHANCERY_DATE_UNIT_DAY:
    default:
      return CHANCERY_DATE_NONE;
    }
}

static ChanceryDate
resolve (const ChanceryDatePhrase *phrase,
         ChanceryDate              today,
         ChanceryDateRule         *rule)
{
  ChanceryDate date;

  switch (phrase->kind)
    {
    case CHANCERY_DATE_PATTERN_DAY:
      *rule = CHANCERY_DATE_RULE_FROM_TODAY;
      return add_days (today, phrase->number);
    case CHANCERY_DATE_PATTERN_WEEKDAY:
    case CHANCERY_DATE_PATTERN_WEEKDAY_AFTER:
    case CHANCERY_DATE_PATTERN_WEEKDAY_BEFORE:
      return resolve_weekday (phrase, today, rule);
    case CHANCERY_DATE_PATTERN_LATER:
      *rule = CHANCERY_DATE_RULE_LATEST;
      return resolve_later (phrase, today);
    case CHANCERY_DATE_PATTERN_UNIT:
      *rule = CHANCERY_DATE_RULE_PERIOD;
      return resolve_unit (phrase, today);
    case CHANCERY_DATE_PATTERN_END_OF_UNIT:
      *rule = CHANCERY_DATE_RULE_LAST_DAY;
      date = resolve_unit (phrase, today);
      return chancery_date_is_set (date) ? chancery_date_last_day (date) : date;
    case CHANCERY_DATE_PATTERN_END:
    case CHANCERY_DATE_PATTERN_MONTH:
    case CHANCERY_DATE_PATTERN_YEAR:
    default:
      if (phrase->year != 0)
        date = (ChanceryDate) { (guint16) phrase->year, (guint8) phrase->month, 0 };
      else
        date = put_in_nearest_year (phrase->month, 0, 0, today);
      *rule = phrase->year != 0 ? CHANCERY_DATE_RULE_WRITTEN : CHANCERY_DATE_RULE_NEAREST_YEAR;
      if (phrase->kind != CHANCERY_DATE_PATTERN_END || !chancery_date_is_set (date))
        return date;
      *rule = CHANCERY_DATE_RULE_LAST_DAY;
      return chancery_date_last_day (date);
    }
}

/* Short names of months are other words too: "3 out of 5", "5 mar". Without a year they count only if they begin with a
 * capital, or if no language shortens to them. */
static gboolean
is_plausible (const char                *start,
              const char                *end,
              const ChanceryScannedDate *day)
{
  static const char * const whole[] = { "mai", "mars", "juin", "mayo", "maio", "juni", "juli" };
  const char *name = start;
  gsize n_letters = 0;

  if (day->year != 0)
    return TRUE;
  while (name < end && !g_ascii_isalpha (*name))
    {
      /* A month in another script. */
      if ((guchar) *name >= 0x80 && g_unichar_isalpha (g_utf8_get_char (name)))
        return TRUE;
      name++;
    }
  if (name == end)
    return TRUE;
  while (g_ascii_isalpha (name[n_letters]))
    n_letters++;
  if (g_ascii_isupper (*name) || (n_letters >= 5 && !g_str_has_prefix (name, "march")) || (guchar) name[n_letters] >= 0x80)
    return TRUE;
  if (n_letters <= 2 && name + n_letters < end)
    /* "3 de mayo" */
    return is_plausible (name + n_letters, end, day);
  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++)
    if (strlen (whole[i]) == n_letters && g_str_has_prefix (name, whole[i]))
      return TRUE;
  return FALSE;
}

/* A day, as a dateline would have it. */
static const char *
find_day (const char        *text,
          ChanceryDate       today,
          ChanceryFoundDate *found)
{
  ChanceryScannedDate day;
  const char *end = chancery_scan_date (text, &day);

  if (end == NULL || !is_plausible (text, end, &day))
    return NULL;
  found->rule = day.year != 0 ? CHANCERY_DATE_RULE_WRITTEN : CHANCERY_DATE_RULE_NEAREST_YEAR;
  found->date = day.year != 0 ? (ChanceryDate) { (guint16) day.year, (guint8) day.month, (guint8) day.day }
                              : put_in_nearest_year (day.month, day.day, day.weekday, today);

  return chancery_date_is_set (found->date) ? end : NULL;
}

/* What stands before decides for some words: "la mañana" is the morning, and so is "Morgen". */
static gboolean
is_morning (const char *text,
            const char *start)
{
  return g_str_has_prefix (start, "Morgen") || g_str_has_prefix (start, "Mañana de") ||
         (g_str_has_prefix (start, "mañana") && start - text >= 3 && g_ascii_strncasecmp (start - 3, "la ", 3) == 0);
}

static const char *
find_phrase (const char        *text,
             const char        *start,
             const char        *lang,
             ChanceryDate       today,
             ChanceryFoundDate *found)
{
  ChanceryDatePhrase phrase;
  const char *end = chancery_date_phrase_match (start, lang, &phrase);

  if (end == NULL || (phrase.kind == CHANCERY_DATE_PATTERN_DAY && is_morning (text, start)))
    return NULL;
  found->date = resolve (&phrase, today, &found->rule);

  return chancery_date_is_set (found->date) && chancery_date_is_valid (found->date) ? end : NULL;
}

static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* The longest date that begins at a place. */
static const char *
find_at (const char        *text,
         const char        *start,
         const char        *lang,
         ChanceryDate       today,
         ChanceryFoundDate *found)
{
  ChanceryFoundDate phrase = { 0 };
  const char *end = find_day (start, today, found), *phrase_end = find_phrase (text, start, lang, today, &phrase), *day_end;
  const char *place = start;

  if (phrase_end != NULL && (end == NULL || phrase_end > end))
    {
      /* "on Friday, January 5" */
      day_end = NULL;
      for (const char *p = start; p < phrase_end && phrase.rule == CHANCERY_DATE_RULE_NEAREST_WEEKDAY; p++)
        if (*p == ' ')
          {
            place = p + 1;
            day_end = find_day (place, today, found);
          }
      if (day_end != NULL && day_end > phrase_end)
        end = day_end;
      else
        {
          *found = phrase;
          end = phrase_end;
          place = start;
        }
    }
  if (end == NULL)
    return NULL;

  /* The full stop of the sentence, not that of a shortened month. */
  if (*end == '\0' && end[-1] == '.')
    end--;
  found->start_bytes = (gsize) (place - text);
  found->end_bytes = (gsize) (end - text);
  return end;
}

/**
 * chancery_date_finder_find:
 * @text: a text, or a passage of one
 * @lang: (nullable): its language as a code of two letters, or %NULL to find it out
 * @today: when it was written; may be imprecise, or not known
 *
 * Finds the dates that a text names: days as datelines have them in any of their
 * languages; and months, years, days of the week, and times from now in English,
 * Russian, French, Spanish, German and Arabic. What only @today would tell is
 * left out if @today doesn't. Pure; any thread.
 *
 * Returns: (transfer full) (element-type ChanceryFoundDate): the dates, in the
 *   order of the text, without overlaps
 */
GArray *
chancery_date_finder_find (const char   *text,
                           const char   *lang,
                           ChanceryDate  today)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (ChanceryFoundDate));
  gboolean within_word = FALSE;

  g_return_val_if_fail (text != NULL, dates);

  if (lang == NULL)
    lang = chancery_language_detect (text, strlen (text));
  for (const char *p = text; *p != '\0' && dates->len < DATES_MAX;)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean starts_word = !within_word && is_in_word (c);
      const char *end = NULL;
      ChanceryFoundDate found = { 0 };

      if (starts_word && (g_unichar_isdigit (c) || chancery_date_phrase_may_begin (p)))
        end = find_at (text, p, lang, today, &found);
      if (end == NULL)
        {
          within_word = is_in_word (c);
          p = g_utf8_next_char (p);
          continue;
        }

      g_array_append_val (dates, found);
      within_word = is_in_word (g_utf8_get_char (g_utf8_prev_char (end)));
      p = end;
    }

  return dates;
}

/**
 * chancery_date_rule_explain:
 * @rule: how a date was found out
 * @date: the date
 *
 * Returns: (transfer full): a line that says which date it is and by which rule,
 *   in the language of the interface
 */
char *
chancery_date_rule_explain (ChanceryDateRule rule,
                            ChanceryDate     date)
{
  g_autofree char *formatted = chancery_date_format (date);

  switch (rule)
    {
    case CHANCERY_DATE_RULE_NEAREST_YEAR:
      /* Translators: %s is a date, as in “23 November 2023”. It explains how a date in a text was understood. */
      return g_strdup_printf (_("%s, in the year nearest to the article’s date"), formatted);
    case CHANCERY_DATE_RULE_LAST_DAY:
      /* Translators: %s is a date, as in “31 December 2027”, for “by the end of 2027”. */
      return g_strdup_printf (_("%s, the last day of the time that is named"), formatted);
    case CHANCERY_DATE_RULE_FROM_TODAY:
      /* Translators: %s is a date, as in “24 November 2023”, for “tomorrow”. */
      return g_strdup_printf (_("%s, counted from the article’s date"), formatted);
    case CHANCERY_DATE_RULE_NEAREST_WEEKDAY:
      /* Translators: %s is a date, as in “23 November 2023”, for “on Thursday”. */
      return g_strdup_printf (_("%s, the day of that name nearest to the article’s date"), formatted);
    case CHANCERY_DATE_RULE_NEXT_WEEKDAY:
      /* Translators: %s is a date, as in “30 November 2023”, for “next Thursday”. */
      return g_strdup_printf (_("%s, the first day of that name after the article’s date"), formatted);
    case CHANCERY_DATE_RULE_LAST_WEEKDAY:
      /* Translators: %s is a date, as in “16 November 2023”, for “last Thursday”. */
      return g_strdup_printf (_("%s, the last day of that name before the article’s date"), formatted);
    case CHANCERY_DATE_RULE_LATEST:
      /* Translators: %s is a date, as in “23 May 2024”, for “within six months”. */
      return g_strdup_printf (_("%s, the end of the time that is named, which begins on the article’s date"), formatted);
    case CHANCERY_DATE_RULE_PERIOD:
      /* Translators: %s is a date or a month or a year, as in “December 2023”, for “next month”. */
      return g_strdup_printf (_("%s, as seen from the article’s date"), formatted);
    case CHANCERY_DATE_RULE_WRITTEN:
    default:
      /* Translators: %s is a date, as in “23 November 2023”. */
      return g_strdup_printf (_("%s, as it is written"), formatted);
    }
}
