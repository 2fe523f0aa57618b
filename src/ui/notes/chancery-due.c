/* chancery-due.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-due.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-date-finder.h"
#include "links/chancery-link-words.h"

#define DAYS_OF_WEEK 7

/* Leap days come after eight years at most. */
#define MAX_YEARS_ON 8

/* More would not be looked at; and a long text would take its time with every key. */
#define MAX_SUGGESTIONS 3
#define MAX_SEARCHED_BYTES 20000

/**
 * chancery_due_get_today:
 *
 * Returns: the day that it is, where the user is
 */
ChanceryDate
chancery_due_get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return chancery_date_from_g_date_time (now);
}

static ChanceryDate
add_days (ChanceryDate date,
          guint        n_days)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date.day, (GDateMonth) date.month, date.year);
  g_date_add_days (&day, n_days);

  return (ChanceryDate) { g_date_get_year (&day), (guint8) g_date_get_month (&day), g_date_get_day (&day) };
}

/**
 * chancery_note_get_due_status:
 * @note: a note
 * @today: the day that it is
 *
 * Returns: how @note stands to its due date
 */
ChanceryDueStatus
chancery_note_get_due_status (ChanceryNote *note,
                              ChanceryDate  today)
{
  ChanceryDate due;
  int order;

  g_return_val_if_fail (CHANCERY_IS_NOTE (note), CHANCERY_DUE_NEVER);

  due = chancery_date_last_day (chancery_note_get_due (note));
  if (!chancery_date_is_set (due))
    return CHANCERY_DUE_NEVER;
  if (chancery_note_get_outcome (note) != CHANCERY_OUTCOME_NONE)
    return CHANCERY_DUE_SETTLED;

  order = chancery_date_compare (due, today);
  if (order <= 0)
    return order < 0 ? CHANCERY_DUE_OVERDUE : CHANCERY_DUE_TODAY;

  return chancery_date_compare (due, add_days (today, DAYS_OF_WEEK)) <= 0 ? CHANCERY_DUE_THIS_WEEK : CHANCERY_DUE_LATER;
}

/**
 * chancery_note_dup_due_text:
 * @note: a note
 * @today: the day that it is
 *
 * Returns: (transfer full) (nullable): by when it is due, in words; %NULL if it never is
 */
char *
chancery_note_dup_due_text (ChanceryNote *note,
                            ChanceryDate  today)
{
  g_autofree char *date = chancery_date_format (chancery_note_get_due (note));

  switch (chancery_note_get_due_status (note, today))
    {
    case CHANCERY_DUE_OVERDUE:
      /* Translators: of a note whose due date has passed; %s is a date, as in “23 November 2023” */
      return g_strdup_printf (_("Overdue, was due %s"), date);
    case CHANCERY_DUE_TODAY:
      return g_strdup (_("Due today"));
    case CHANCERY_DUE_THIS_WEEK:
    case CHANCERY_DUE_LATER:
    case CHANCERY_DUE_SETTLED:
      /* Translators: %s is a date, as in “23 November 2023” */
      return g_strdup_printf (_("Due %s"), date);
    case CHANCERY_DUE_NEVER:
    default:
      return NULL;
    }
}

/* What is due comes after the day on which it was said: where the finder takes the nearest year or weekday, this is
 * the next. */
static gboolean
take_next (ChanceryFoundDate *found,
           ChanceryDate       today)
{
  if (found->rule == CHANCERY_DATE_RULE_NEAREST_YEAR)
    {
      const ChanceryDate first = found->date;

      for (guint i = 0; i <= MAX_YEARS_ON && chancery_date_compare (chancery_date_last_day (found->date), today) < 0; i++)
        {
          ChanceryDate later = { (guint16) (first.year + i), first.month, first.day };

          if (chancery_date_is_valid (later))
            found->date = later;
        }
      return TRUE;
    }
  if (found->rule == CHANCERY_DATE_RULE_NEAREST_WEEKDAY)
    {
      if (chancery_date_compare (found->date, today) < 0)
        found->date = add_days (found->date, DAYS_OF_WEEK);
      return TRUE;
    }

  return FALSE;
}

static gboolean
parse_in (const char   *text,
          const char   *lang,
          ChanceryDate  today,
          ChanceryDate *date)
{
  g_autoptr (GArray) dates = chancery_date_finder_find (text, lang, today);
  ChanceryFoundDate *found = dates->len == 1 ? &g_array_index (dates, ChanceryFoundDate, 0) : NULL;

  if (found == NULL || found->start_bytes != 0 || found->end_bytes != strlen (text))
    return FALSE;

  take_next (found, today);
  *date = found->date;
  return chancery_date_is_valid (*date);
}

/**
 * chancery_due_parse:
 * @text: what a user wrote
 * @today: the day that it is
 * @date: (out): the date
 *
 * Reads a date as people write it: 2026-11-23, or in words, in the language of
 * the interface or in English. “23 November” is the next one, “tomorrow” is
 * counted from @today.
 *
 * Returns: whether it is one
 */
gboolean
chancery_due_parse (const char   *text,
                    ChanceryDate  today,
                    ChanceryDate *date)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char * const *languages = g_get_language_names ();

  *date = CHANCERY_DATE_NONE;
  if (*stripped == '\0')
    return FALSE;
  if (chancery_date_parse (stripped, date) && chancery_date_is_valid (*date))
    return TRUE;

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *lang = g_strndup (languages[i], strcspn (languages[i], "_.@"));

      if (strlen (lang) >= 2 && strlen (lang) <= 3 && parse_in (stripped, lang, today, date))
        return TRUE;
    }
  if (parse_in (stripped, "en", today, date) || parse_in (stripped, NULL, today, date))
    return TRUE;

  *date = CHANCERY_DATE_NONE;
  return FALSE;
}

static void
suggestion_free (ChanceryDueSuggestion *suggestion)
{
  g_free (suggestion->label);
  g_free (suggestion);
}

static gboolean
is_suggested (GPtrArray    *suggestions,
              ChanceryDate  date)
{
  for (guint i = 0; i < suggestions->len; i++)
    if (chancery_date_equal (((ChanceryDueSuggestion *) suggestions->pdata[i])->date, date))
      return TRUE;

  return FALSE;
}

static void
find_in (GPtrArray    *suggestions,
         const char   *text,
         const char   *lang,
         ChanceryDate  published)
{
  const char *end = NULL;
  g_autofree char *searched = NULL;
  g_autoptr (GArray) dates = NULL;

  /* Cut between two characters. */
  g_utf8_validate_len (text, MIN (strlen (text), MAX_SEARCHED_BYTES), &end);
  searched = g_strndup (text, (gsize) (end - text));
  dates = chancery_date_finder_find (searched, lang, published);

  for (guint i = 0; i < dates->len && suggestions->len < MAX_SUGGESTIONS; i++)
    {
      ChanceryFoundDate *found = &g_array_index (dates, ChanceryFoundDate, i);
      g_autofree char *words = NULL;
      g_autofree char *explained = NULL;
      ChanceryDueSuggestion *suggestion;

      /* Without a date to count from, only what is written in full says which date it is. */
      if (!chancery_date_is_set (published) && found->rule != CHANCERY_DATE_RULE_WRITTEN &&
          found->rule != CHANCERY_DATE_RULE_LAST_DAY)
        continue;

      if (take_next (found, published))
        {
          g_autofree char *formatted = chancery_date_format (found->date);

          /* Translators: %s is a date, as in “23 November 2023”. It explains how “November 23” was understood. */
          explained = g_strdup_printf (_("%s, the next after the article’s date"), formatted);
        }
      else
        {
          explained = chancery_date_rule_explain (found->rule, found->date);
        }
      if (!chancery_date_is_valid (found->date) || is_suggested (suggestions, found->date) ||
          (chancery_date_is_set (published) &&
           chancery_date_compare (chancery_date_last_day (found->date), chancery_date_last_day (published)) < 0))
        continue;

      words = g_strndup (searched + found->start_bytes, found->end_bytes - found->start_bytes);
      suggestion = g_new0 (ChanceryDueSuggestion, 1);
      suggestion->date = found->date;
      /* Translators: a due date that is suggested: %1$s are words of a text, as “November 23”, %2$s which date that
       * is and why, as “23 November 2023, the next after the article’s date” */
      suggestion->label = g_strdup_printf (_("“%1$s”: %2$s"), words, explained);
      g_ptr_array_add (suggestions, suggestion);
    }
}

/**
 * chancery_due_suggestions_find:
 * @note: a note
 * @published: the date of its article, or %CHANCERY_DATE_NONE
 * @lang: (nullable): the language of its article
 *
 * Looks for dates in the passage and the words of a note. Those before
 * @published are left out.
 *
 * Returns: (transfer full) (element-type ChanceryDueSuggestion): a few dates
 */
GPtrArray *
chancery_due_suggestions_find (ChanceryNote *note,
                               ChanceryDate  published,
                               const char   *lang)
{
  const ChancerySelector *selector = chancery_note_get_selector (note);
  GPtrArray *suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify) suggestion_free);

  find_in (suggestions, chancery_note_get_body (note), NULL, published);
  if (selector != NULL && selector->exact != NULL)
    find_in (suggestions, selector->exact, lang, published);

  return suggestions;
}
