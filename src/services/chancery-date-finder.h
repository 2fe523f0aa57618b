/* chancery-date-finder.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-date.h"

G_BEGIN_DECLS

/**
 * ChanceryDateRule:
 * @CHANCERY_DATE_RULE_WRITTEN: it is written in full
 * @CHANCERY_DATE_RULE_NEAREST_YEAR: no year is written; it is the one nearest to the article's date
 * @CHANCERY_DATE_RULE_LAST_DAY: the last day of what is named
 * @CHANCERY_DATE_RULE_FROM_TODAY: counted from the article's date
 * @CHANCERY_DATE_RULE_NEAREST_WEEKDAY: the day of that name nearest to the article's date
 * @CHANCERY_DATE_RULE_NEXT_WEEKDAY: the first day of that name after the article's date
 * @CHANCERY_DATE_RULE_LAST_WEEKDAY: the last day of that name before the article's date
 * @CHANCERY_DATE_RULE_LATEST: the end of a time that begins with the article's date
 * @CHANCERY_DATE_RULE_PERIOD: a week, month or year that is named from the article's date
 *
 * How a date was found out.
 */
typedef enum
{
  CHANCERY_DATE_RULE_WRITTEN,
  CHANCERY_DATE_RULE_NEAREST_YEAR,
  CHANCERY_DATE_RULE_LAST_DAY,
  CHANCERY_DATE_RULE_FROM_TODAY,
  CHANCERY_DATE_RULE_NEAREST_WEEKDAY,
  CHANCERY_DATE_RULE_NEXT_WEEKDAY,
  CHANCERY_DATE_RULE_LAST_WEEKDAY,
  CHANCERY_DATE_RULE_LATEST,
  CHANCERY_DATE_RULE_PERIOD,
} ChanceryDateRule;

/**
 * ChanceryFoundDate:
 * @start_bytes: where it begins in the text
 * @end_bytes: the byte after its last
 * @date: which date it is, as precise as it is named; of a week, the last day
 * @rule: how that was found out
 *
 * A date that a text names.
 */
typedef struct
{
  gsize start_bytes;
  gsize end_bytes;
  ChanceryDate date;
  ChanceryDateRule rule;
} ChanceryFoundDate;

GArray *chancery_date_finder_find  (const char       *text,
                                    const char       *lang,
                                    ChanceryDate      today);
char   *chancery_date_rule_explain (ChanceryDateRule  rule,
                                    ChanceryDate      date);

G_END_DECLS
