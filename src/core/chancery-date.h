/* chancery-date.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ChanceryDate:
 * @year: 1 … 9999, or 0 for a date that is not known
 * @month: 1 … 12, or 0 where only the year is known
 * @day: 1 … 31, or 0 where only the month is known
 *
 * A Gregorian date at the precision that is known (ISO 8601, reduced
 * precision). Passed by value; all zeroes is "not known".
 */
typedef struct
{
  guint16 year;
  guint8 month;
  guint8 day;
} ChanceryDate;

#define CHANCERY_DATE_NONE ((ChanceryDate) { 0, 0, 0 })

#define CHANCERY_TYPE_DATE (chancery_date_get_type ())

GType        chancery_date_get_type    (void);

gboolean     chancery_date_parse       (const char   *text,
                                        ChanceryDate *date);
char        *chancery_date_to_string   (ChanceryDate  date);
char        *chancery_date_format      (ChanceryDate  date);

gboolean     chancery_date_is_valid    (ChanceryDate  date);
static inline gboolean
chancery_date_is_set (ChanceryDate date)
{
  return date.year != 0;
}

int          chancery_date_compare     (ChanceryDate  a,
                                        ChanceryDate  b);
gboolean     chancery_date_equal       (ChanceryDate  a,
                                        ChanceryDate  b);
gboolean     chancery_date_in_period   (ChanceryDate  date,
                                        ChanceryDate  from,
                                        ChanceryDate  to);
ChanceryDate chancery_date_first_day   (ChanceryDate  date);
ChanceryDate chancery_date_last_day    (ChanceryDate  date);
ChanceryDate chancery_date_from_g_date_time (GDateTime *date_time);

G_END_DECLS
