/* chancery-date-patterns.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ChanceryDatePatternKind:
 * @CHANCERY_DATE_PATTERN_DAY: a number of days from today: "tomorrow"
 * @CHANCERY_DATE_PATTERN_WEEKDAY: a day of the week by itself: "on Thursday"
 * @CHANCERY_DATE_PATTERN_WEEKDAY_AFTER: the next one: "next Thursday"
 * @CHANCERY_DATE_PATTERN_WEEKDAY_BEFORE: the last one: "last Thursday"
 * @CHANCERY_DATE_PATTERN_LATER: after a number of days, weeks, months or years: "within six months"
 * @CHANCERY_DATE_PATTERN_END: the end of a year or month that is named: "by the end of 2027"
 * @CHANCERY_DATE_PATTERN_END_OF_UNIT: the end of the present week, month or year, or a later one: "the end of the year"
 * @CHANCERY_DATE_PATTERN_UNIT: the present week, month or year, or a later one: "next month"
 * @CHANCERY_DATE_PATTERN_MONTH: a month, with or without its year: "in November"
 * @CHANCERY_DATE_PATTERN_YEAR: a year: "by 2030"
 *
 * How running text names a date.
 */
typedef enum
{
  CHANCERY_DATE_PATTERN_DAY,
  CHANCERY_DATE_PATTERN_WEEKDAY,
  CHANCERY_DATE_PATTERN_WEEKDAY_AFTER,
  CHANCERY_DATE_PATTERN_WEEKDAY_BEFORE,
  CHANCERY_DATE_PATTERN_LATER,
  CHANCERY_DATE_PATTERN_END,
  CHANCERY_DATE_PATTERN_END_OF_UNIT,
  CHANCERY_DATE_PATTERN_UNIT,
  CHANCERY_DATE_PATTERN_MONTH,
  CHANCERY_DATE_PATTERN_YEAR,
} ChanceryDatePatternKind;

/**
 * ChanceryDateUnit:
 *
 * A length of time.
 */
typedef enum
{
  CHANCERY_DATE_UNIT_DAY,
  CHANCERY_DATE_UNIT_WEEK,
  CHANCERY_DATE_UNIT_MONTH,
  CHANCERY_DATE_UNIT_YEAR,
} ChanceryDateUnit;

/**
 * ChanceryDatePhrase:
 * @kind: how the date is named
 * @number: days from today, how many units, or how many units later
 * @unit: the unit
 * @weekday: 1 (Monday) … 7, or 0
 * @month: 1 … 12, or 0
 * @year: the year, or 0
 *
 * What a phrase that names a date says.
 */
typedef struct
{
  ChanceryDatePatternKind kind;
  int number;
  ChanceryDateUnit unit;
  guint weekday;
  guint month;
  guint year;
} ChanceryDatePhrase;

gboolean    chancery_date_phrase_may_begin (const char         *text);
const char *chancery_date_phrase_match     (const char         *text,
                                            const char         *lang,
                                            ChanceryDatePhrase *phrase);

G_END_DECLS
