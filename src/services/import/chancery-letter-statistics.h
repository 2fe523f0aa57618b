/* chancery-letter-statistics.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <uchar.h>

G_BEGIN_DECLS

/**
 * ChanceryLetterStatistics:
 * @lang: BCP 47
 * @alphabet: its letters in lower case, in the order of rows and columns from
 *   the second on; the first row and column are everything that is no letter
 * @size: how many rows and columns there are
 * @costs: for row times @size plus column, a letter from `a` on: how many
 *   half bits the column's letter costs after the row's
 *
 * How often one letter follows another in a language.
 */
typedef struct
{
  const char *lang;
  const char32_t *alphabet;
  gsize size;
  const char *costs;
} ChanceryLetterStatistics;

#define CHANCERY_LETTER_COST_MAX 25

extern const ChanceryLetterStatistics chancery_letter_statistics[];
extern const gsize chancery_n_letter_statistics;

G_END_DECLS
