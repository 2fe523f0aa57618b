/* chancery-dateline.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/chancery-date-scanner.h"

G_BEGIN_DECLS

/**
 * ChanceryDateline:
 * @place: (owned) (nullable): from where it is reported, as written
 * @agency: (owned) (nullable): who reports it, as written
 * @byline: (owned) (nullable): the reporter, where the dateline names one
 * @has_date: whether @date says anything
 * @date: on which day
 * @end_bytes: where the report itself begins
 *
 * What stands before the first words of a report: "MOSCOW, November 23.
 * /TASS/." Free the strings with chancery_dateline_clear().
 */
typedef struct
{
  char *place;
  char *agency;
  char *byline;
  gboolean has_date;
  ChanceryScannedDate date;
  gsize end_bytes;
} ChanceryDateline;

gboolean chancery_dateline_parse (const char       *text,
                                  ChanceryDateline *dateline);
void     chancery_dateline_clear (ChanceryDateline *dateline);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChanceryDateline, chancery_dateline_clear)

G_END_DECLS
