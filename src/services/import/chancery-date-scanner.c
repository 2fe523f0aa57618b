/* chancery-date-scanner.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-date-scanner.h"

#include <string.h>

#include "chancery-folding.h"

#define YEAR_MIN 1800
#define YEAR_MAX 2199

/* Names are written as chancery_fold() makes them; within a month, longer ones first where one begins another.
 * English, Russian, Ukrainian, Belarusian, Bulgarian, French, German, Spanish, Portuguese, Italian,
 * Turkish, Polish and Dutch; Arabic as in Egypt and as in the Levant. */
static const char * const months[12] = {
  "january|janvier|januar|janner|januari|janeiro|janv|jan|январь|января|янв|січень|січня|січ|студзень|студзеня|"
  "януари|enero|ene|gennaio|gen|ocak|styczen|stycznia|sty|يناير|كانون الثاني|جانفي",
  "february|fevrier|februar|februari|febrero|fevereiro|febbraio|fevr|feb|fev|февраль|февраля|фев|лютий|лютого|лют|люты|"
  "лютага|февруари|subat|luty|lutego|فبراير|شباط|فيفري",
  "march|mars|marz|marzo|marco|maart|mar|mrz|март|марта|мар|березень|березня|бер|сакавик|сакавіка|mart|marzec|marca|"
  "مارس|آذار",
  "april|avril|abril|aprile|apr|avr|abr|апрель|апреля|апр|квітень|квітня|квіт|красавік|красавіка|април|nisan|kwiecien|"
  "kwietnia|إبريل|ابريل|أبريل|نيسان|أفريل",
  "may|mai|mayo|maio|maggio|mag|mei|май|мая|травень|травня|трав|травеня|mayis|maj|maja|مايو|أيار|ماي",
  "june|juin|juni|junio|junho|giugno|giu|jun|июнь|июня|июн|червень|червня|черв|чэрвень|чэрвеня|юни|haziran|czerwiec|"
  "czerwca|يونيو|يونية|حزيران|جوان",
  "july|juillet|juli|julio|julho|luglio|lug|juil|jul|июль|июля|июл|липень|липня|лип|ліпень|ліпеня|юли|temmuz|lipiec|"
  "lipca|يوليو|يولية|تموز|جويلية",
  "august|aout|agosto|augustus|aug|ago|август|августа|авг|серпень|серпня|серп|жнівень|жніўня|agustos|sierpien|sierpnia|"
  "أغسطس|اغسطس|آب|أوت",
  "september|septembre|septiembre|setiembre|setembro|settembre|sept|sep|set|сентябрь|сентября|сент|сен|вересень|вересня|"
  "вер|верасень|верасня|септември|eylul|wrzesien|wrzesnia|سبتمبر|أيلول",
  "october|octobre|oktober|octubre|outubro|ottobre|oct|okt|out|ott|октябрь|октября|окт|жовтень|жовтня|жовт|кастрычнік|"
  "кастрычніка|октомври|ekim|pazdziernik|pazdziernika|أكتوبر|اكتوبر|تشرين الأول",
  "november|novembre|noviembre|novembro|nov|ноябрь|ноября|ноя|листопад|листопада|лист|лістапад|лістапада|ноември|kasim|"
  "listopad|listopada|نوفمبر|تشرين الثاني",
  "december|decembre|dezember|diciembre|dezembro|dicembre|dec|dez|dic|декабрь|декабря|дек|грудень|грудня|груд|снежань|"
  "снежня|декември|aralik|grudzien|grudnia|ديسمبر|كانون الأول",
};

static const char * const weekdays[7] = {
  "monday|mon|lundi|lun|montag|mo|lunes|segunda-feira|lunedi|понедельник|пн|понеділок|pazartesi|الإثنين|الاثنين|星期一|周一",
  "tuesday|tues|tue|mardi|mar|dienstag|di|martes|terca-feira|martedi|вторник|вт|вівторок|sali|الثلاثاء|星期二|周二",
  "wednesday|wed|mercredi|mer|mittwoch|mi|miercoles|quarta-feira|mercoledi|среда|ср|середа|carsamba|الأربعاء|星期三|周三",
  "thursday|thurs|thu|jeudi|jeu|donnerstag|do|jueves|quinta-feira|giovedi|четверг|чт|четвер|persembe|الخميس|星期四|周四",
  "friday|fri|vendredi|ven|freitag|fr|viernes|sexta-feira|venerdi|пятница|пт|п'ятниця|cuma|الجمعة|星期五|周五",
  "saturday|sat|samedi|sam|samstag|sa|sabado|sabato|суббота|сб|субота|cumartesi|السبت|星期六|周六",
  "sunday|sun|dimanche|dim|sonntag|so|domingo|domenica|воскресенье|вс|неділя|pazar|الأحد|星期日|周日",
};

static gboolean
goes_on (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static gboolean
is_han (const char *p)
{
  return g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN;
}

/* What comes after a name at the beginning of a text, or NULL. */
static const char *
match_name (const char *text,
            const char *name,
            gsize       name_bytes)
{
  const char *end = chancery_match_folded (text, name, name_bytes);

  return end != NULL && (!goes_on (end) || is_han (end)) ? end : NULL;
}

static const char *
match_list (const char         *text,
            const char * const *lists,
            gsize               n_lists,
            guint              *number)
{
  const char *longest = NULL;

  for (gsize i = 0; i < n_lists; i++)
    for (const char *name = lists[i]; name != NULL;)
      {
        const char *bar = strchr (name, '|');
        const char *end = match_name (text, name, bar != NULL ? (gsize) (bar - name) : strlen (name));

        if (end != NULL && (longest == NULL || end > longest))
          {
            longest = end;
            *number = (guint) i + 1;
          }
        name = bar != NULL ? bar + 1 : NULL;
      }

  return longest;
}

/**
 * chancery_scan_word:
 * @text: UTF-8
 * @word: a word in small letters, without accents if it is Latin
 *
 * Returns: (nullable): what comes after @word, if @text begins with it
 */
const char *
chancery_scan_word (const char *text,
                    const char *word)
{
  return match_name (text, word, strlen (word));
}

/**
 * chancery_scan_spaces:
 * @text: UTF-8
 *
 * Returns: @text from its first character that is no space
 */
const char *
chancery_scan_spaces (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/**
 * chancery_scan_number:
 * @text: UTF-8
 * @n_digits_max: how many digits it may have, at most 9
 * @number: (out): where to return the number
 *
 * Reads a number in the digits of any script.
 *
 * Returns: (nullable): what comes after it, or %NULL if there is none or it has
 *   more digits
 */
const char *
chancery_scan_number (const char *text,
                      guint       n_digits_max,
                      guint      *number)
{
  guint n_digits = 0;

  *number = 0;
  while (g_unichar_isdigit (g_utf8_get_char (text)))
    {
      if (n_digits == n_digits_max)
        return NULL;
      *number = *number * 10 + (guint) g_unichar_digit_value (g_utf8_get_char (text));
      n_digits++;
      text = g_utf8_next_char (text);
    }

  return n_digits > 0 ? text : NULL;
}

/**
 * chancery_scan_month:
 * @text: UTF-8
 * @month: (out): where to return its number, 1 … 12
 *
 * Returns: (nullable): what comes after the name of a month, in any of the
 *   languages known, whole or shortened
 */
const char *
chancery_scan_month (const char *text,
                     guint      *month)
{
  const char *end = match_list (text, months, G_N_ELEMENTS (months), month);

  if (end != NULL)
    {
      /* Arabic agencies give both of a month's names. */
      const char *slash = chancery_scan_spaces (end), *second = NULL;
      guint same = 0;

      if (*slash == '/')
        second = match_list (chancery_scan_spaces (slash + 1), months, G_N_ELEMENTS (months), &same);
      if (second != NULL && same == *month)
        return second;
    }

  if (end != NULL && *end == '.' && end - text <= 12)
    {
      /* A full stop belongs to the month if it is shortened, not if it ends the dateline. */
      const char *after = chancery_scan_spaces (end + 1);

      if (g_unichar_isdigit (g_utf8_get_char (after)) || strchr (",-(/", *after) != NULL ||
          g_str_has_prefix (after, "—") || g_str_has_prefix (after, "–"))
        return end + 1;
    }
  return end;
}

/**
 * chancery_scan_weekday:
 * @text: UTF-8
 * @weekday: (out): where to return its number, 1 (Monday) … 7
 *
 * Returns: (nullable): what comes after the name of a day
 */
const char *
chancery_scan_weekday (const char *text,
                       guint      *weekday)
{
  return match_list (text, weekdays, G_N_ELEMENTS (weekdays), weekday);
}

static const char *
scan_year (const char *text,
           guint      *year)
{
  guint number;
  const char *end = chancery_scan_number (text, 4, &number);

  if (end == NULL || number < YEAR_MIN || number > YEAR_MAX)
    return NULL;
  *year = number;
  return end;
}

static const char *
skip_any_word (const char         *text,
               const char * const *words,
               gsize               n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      const char *end = chancery_scan_word (text, words[i]);

      if (end != NULL)
        return chancery_scan_spaces (end);
    }
  return text;
}

/* A year after a day and month, with what languages put before and after it. */
static const char *
scan_year_after (const char          *text,
                 ChanceryScannedDate *date)
{
  static const char * const before[] = { "de", "del", "do", "of" };
  static const char * const after[] = { "года", "год", "г", "року", "рік", "р", "م" };
  const char *p = chancery_scan_spaces (text), *end;

  if (*p == ',')
    p = chancery_scan_spaces (p + 1);
  p = skip_any_word (p, before, G_N_ELEMENTS (before));
  end = scan_year (p, &date->year);
  if (end == NULL)
    return text;

  p = chancery_scan_spaces (end);
  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    {
      const char *word_end = chancery_scan_word (p, after[i]);

      if (word_end == NULL)
        continue;
      if (*word_end == '.' && strlen (after[i]) <= 2)
        word_end++;
      return word_end;
    }
  return end;
}

static const char *
skip_ordinal (const char *text)
{
  static const char * const endings[] = { "st", "nd", "rd", "th", "er", "re", "e", "º", "ª", "°", "-е", "-го", "го" };

  if (*text == '.')
    return text + 1;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_prefix (text, endings[i]) && !goes_on (text + strlen (endings[i])))
      return text + strlen (endings[i]);
  return text;
}

/* 23 November 2023, 23. November, 3 de noviembre de 2023 */
static const char *
scan_day_month (const char          *text,
                ChanceryScannedDate *date)
{
  static const char * const before_month[] = { "de", "di", "do", "of", "d'" };
  const char *p = chancery_scan_number (text, 2, &date->day);

  if (p == NULL)
    return NULL;
  p = chancery_scan_spaces (skip_ordinal (p));
  if (*p == '-' || *p == '/')
    p++;
  p = skip_any_word (p, before_month, G_N_ELEMENTS (before_month));
  p = chancery_scan_month (p, &date->month);
  if (p == NULL)
    return NULL;
  if (*p == '-')
    {
      const char *end = scan_year (p + 1, &date->year);

      if (end != NULL)
        return end;
    }
  return scan_year_after (p, date);
}

/* November 23rd, 2023 */
static const char *
scan_month_day (const char          *text,
                ChanceryScannedDate *date)
{
  const char *p = chancery_scan_month (text, &date->month), *end;

  if (p == NULL)
    return NULL;
  p = chancery_scan_number (chancery_scan_spaces (p), 2, &date->day);
  if (p == NULL)
    return NULL;
  end = skip_ordinal (p);
  /* A full stop after the day ends the dateline. */
  if (*p == '.')
    end = p;
  return scan_year_after (end, date);
}

/* 2023-11-23, 2023/11/23, 2023.11.23, 2023年11月23日, 11月23日 */
static const char *
scan_year_first (const char          *text,
                 ChanceryScannedDate *date)
{
  const char *p = scan_year (text, &date->year);

  if (p != NULL && g_str_has_prefix (p, "年"))
    text = chancery_scan_spaces (p + strlen ("年"));
  else if (p != NULL && (*p == '-' || *p == '/' || *p == '.'))
    {
      char separator = *p;

      p = chancery_scan_number (p + 1, 2, &date->month);
      if (p == NULL || *p != separator)
        return NULL;
      return chancery_scan_number (p + 1, 2, &date->day);
    }
  else
    date->year = 0;

  p = chancery_scan_number (text, 2, &date->month);
  if (p == NULL || !g_str_has_prefix (p, "月"))
    return NULL;
  p = chancery_scan_number (p + strlen ("月"), 2, &date->day);
  if (p == NULL || !(g_str_has_prefix (p, "日") || g_str_has_prefix (p, "号")))
    return NULL;
  return p + strlen ("日");
}

/* 23.11.2023, 23/11/2023, 11/23/2023 */
static const char *
scan_year_last (const char          *text,
                ChanceryScannedDate *date)
{
  guint first, second;
  const char *p = chancery_scan_number (text, 2, &first);
  char separator;

  if (p == NULL || (*p != '.' && *p != '/' && *p != '-'))
    return NULL;
  separator = *p;
  p = chancery_scan_number (p + 1, 2, &second);
  if (p == NULL || *p != separator)
    return NULL;
  p = scan_year (p + 1, &date->year);
  if (p == NULL)
    return NULL;

  date->day = first;
  date->month = second;
  if (separator == '/' && second > 12)
    {
      date->day = second;
      date->month = first;
    }
  date->ambiguous = separator == '/' && first <= 12 && second <= 12 && first != second;
  return p;
}

static gboolean
is_day (const ChanceryScannedDate *date)
{
  return date->month >= 1 && date->month <= 12 && date->day >= 1 &&
         g_date_valid_dmy ((GDateDay) date->day, (GDateMonth) date->month,
                           (GDateYear) (date->year != 0 ? date->year : 2000));
}

static const char *
scan_day (const char          *text,
          guint                weekday,
          ChanceryScannedDate *date)
{
  static const char *(* const forms[]) (const char *, ChanceryScannedDate *) = {
    scan_year_first, scan_year_last, scan_day_month, scan_month_day,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const char *end;

      *date = (ChanceryScannedDate) { .weekday = weekday };
      end = forms[i] (text, date);
      if (end != NULL && is_day (date) && !g_unichar_isdigit (g_utf8_get_char (end)) && (!goes_on (end) || is_han (end)))
        return end;
    }

  return NULL;
}

/**
 * chancery_scan_date:
 * @text: UTF-8
 * @date: (out): where to return the date; undefined if there is none
 *
 * Reads a day at the beginning of @text, as people write it in any of the
 * languages known, with or without the day of the week and the year. A year is
 * never made up: see chancery_year_guess().
 *
 * Returns: (nullable): what comes after it, or %NULL if there is no date that
 *   exists
 */
const char *
chancery_scan_date (const char          *text,
                    ChanceryScannedDate *date)
{
  guint weekday;
  const char *p = chancery_scan_weekday (text, &weekday), *end;

  if (p != NULL)
    {
      if (*p == '.')
        p++;
      p = chancery_scan_spaces (p);
      if (*p == ',')
        p = chancery_scan_spaces (p + 1);
      end = scan_day (p, weekday, date);
      if (end != NULL)
        return end;
    }

  return scan_day (text, 0, date);
}
