/* chancery-csv.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Comma-separated values (RFC 4180). Pure; any thread. */

/**
 * ChanceryCsvReader:
 * @at: (unowned): the next record
 * @end: (unowned): the end of the text
 * @separator: what stands between cells
 * @row: the number of the record that was read last, from 1
 *
 * A walk through the records of a text.
 */
typedef struct
{
  const char *at;
  const char *end;
  char separator;
  guint row;
} ChanceryCsvReader;

void      chancery_csv_append      (GString            *csv,
                                    const char         *cell,
                                    gboolean            last);
void      chancery_csv_reader_init (ChanceryCsvReader  *self,
                                    const char         *text,
                                    gsize               length_bytes);
GStrv     chancery_csv_reader_next (ChanceryCsvReader  *self,
                                    GError            **error);
void      chancery_csv_restore     (char               *cell);

G_END_DECLS
