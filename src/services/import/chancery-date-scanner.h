/* chancery-date-scanner.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-date.h"

G_BEGIN_DECLS

/**
 * ChanceryScannedDate:
 * @year: the year, or 0 where it isn't said
 * @month: 1 … 12
 * @day: 1 … 31
 * @weekday: 1 (Monday) … 7, or 0 where it isn't said
 * @ambiguous: whether day and month might stand the other way round
 *
 * A day as running text has it.
 */
typedef struct
{
  guint year;
  guint month;
  guint day;
  guint weekday;
  gboolean ambiguous;
} ChanceryScannedDate;

const char *chancery_scan_date    (const char          *text,
                                   ChanceryScannedDate *date);
const char *chancery_scan_month   (const char          *text,
                                   guint               *month);
const char *chancery_scan_weekday (const char          *text,
                                   guint               *weekday);
const char *chancery_scan_number  (const char          *text,
                                   guint                n_digits_max,
                                   guint               *number);
const char *chancery_scan_word    (const char          *text,
                                   const char          *word);
const char *chancery_scan_spaces  (const char          *text);

G_END_DECLS
