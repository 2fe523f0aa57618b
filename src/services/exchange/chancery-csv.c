/* chancery-csv.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-csv.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-csv-columns.h"
#include "chancery-exchange-error.h"

#define MAX_CELLS 1000u

/* Whether a spreadsheet would run the cell as a formula: it begins with one of the characters that
 * https://owasp.org/www-community/attacks/CSV_Injection names, or with their wide forms. */
static gboolean
is_formula (const char *cell)
{
  static const char * const wide[] = { "＝", "＋", "－", "＠" };

  if (*cell != '\0' && strchr ("=+-@\t\r\n", *cell) != NULL)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (cell, wide[i]))
      return TRUE;
  return FALSE;
}

/* An apostrophe makes text of a formula. Text that is an apostrophe before a formula gets one more, so that all
 * of them can be taken away again. */
static gboolean
needs_apostrophe (const char *cell)
{
  while (*cell == '\'')
    cell++;
  return is_formula (cell);
}

/**
 * chancery_csv_append:
 * @cell: (nullable): UTF-8
 * @last: whether the record ends with it
 *
 * Appends a cell, so that no spreadsheet runs it and chancery_csv_restore() makes of it what it was.
 */
void
chancery_csv_append (GString    *csv,
                     const char *cell,
                     gboolean    last)
{
  if (cell != NULL && *cell != '\0')
    {
      const gboolean formula = needs_apostrophe (cell);

      if (formula || strpbrk (cell, ",\"\r\n;\t") != NULL || *cell == ' ' || cell[strlen (cell) - 1] == ' ')
        {
          g_string_append (csv, formula ? "\"'" : "\"");
          for (const char *p = cell; *p != '\0'; p++)
            {
              if (*p == '"')
                g_string_append_c (csv, '"');
              g_string_append_c (csv, *p);
            }
          g_string_append_c (csv, '"');
        }
      else
        g_string_append (csv, cell);
    }
  g_string_append (csv, last ? "\r\n" : ",");
}

/**
 * chancery_csv_restore:
 *
 * Takes away in place what chancery_csv_append() put before a formula.
 */
void
chancery_csv_restore (char *cell)
{
  if (*cell == '\'' && needs_apostrophe (cell))
    memmove (cell, cell + 1, strlen (cell));
}

/**
 * chancery_csv_reader_init:
 * @text: UTF-8, with or without a byte order mark
 *
 * Looks at the first line for what stands between cells: a comma, a semicolon or a tabulator.
 */
void
chancery_csv_reader_init (ChanceryCsvReader *self,
                          const char        *text,
                          gsize              length_bytes)
{
  guint counts[3] = { 0 };
  gboolean quoted = FALSE;

  *self = (ChanceryCsvReader) { .at = text, .end = text + length_bytes, .separator = ',' };
  if (length_bytes >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    self->at += 3;

  for (const char *p = self->at; p < self->end && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (!quoted && (*p == ',' || *p == ';' || *p == '\t'))
        counts[*p == ',' ? 0 : *p == ';' ? 1 : 2]++;
    }
  if (counts[1] > counts[0] && counts[1] >= counts[2])
    self->separator = ';';
  else if (counts[2] > counts[0])
    self->separator = '\t';
}

/* The end of a cell, or of what comes after a closing quotation mark, which is against the rules and kept. */
static const char *
find_end (ChanceryCsvReader *self)
{
  const char *p = self->at;

  while (p < self->end && *p != self->separator && *p != '\n' && *p != '\r')
    p++;
  return p;
}

/* (transfer full) (nullable) */
static char *
read_quoted_cell (ChanceryCsvReader  *self,
                  GError            **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *end;

  self->at++;
  while (TRUE)
    {
      const char *quote = memchr (self->at, '"', (gsize) (self->end - self->at));

      if (quote == NULL)
        {
          g_set_error_literal (error, CHANCERY_EXCHANGE_ERROR, CHANCERY_EXCHANGE_ERROR_SYNTAX,
                               _("A quotation mark is missing at the end of a cell."));
          return NULL;
        }
      g_string_append_len (cell, self->at, quote - self->at);
      self->at = quote + 1;
      if (self->at == self->end || *self->at != '"')
        break;
      g_string_append_c (cell, '"');
      self->at++;
    }

  end = find_end (self);
  g_string_append_len (cell, self->at, end - self->at);
  self->at = end;
  return g_string_free_and_steal (g_steal_pointer (&cell));
}

/* (transfer full) (nullable): most cells are short, and many are empty. */
static char *
read_cell (ChanceryCsvReader  *self,
           GError            **error)
{
  const char *start = self->at;

  if (self->at < self->end && *self->at == '"')
    return read_quoted_cell (self, error);

  self->at = find_end (self);
  return g_strndup (start, (gsize) (self->at - start));
}

/**
 * chancery_csv_reader_next:
 *
 * Reads a record; lines with nothing on them are none.
 *
 * Returns: (transfer full) (nullable): its cells, or %NULL at the end, or with @error set
 */
GStrv
chancery_csv_reader_next (ChanceryCsvReader  *self,
                          GError            **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  while (self->at < self->end && (*self->at == '\n' || *self->at == '\r'))
    self->at++;
  if (self->at == self->end)
    return NULL;

  self->row++;
  while (TRUE)
    {
      char *cell = read_cell (self, error);

      if (cell == NULL)
        return NULL;
      g_ptr_array_add (cells, cell);
      if (self->at == self->end || *self->at != self->separator)
        break;
      if (cells->len == MAX_CELLS)
        {
          g_set_error (error, CHANCERY_EXCHANGE_ERROR, CHANCERY_EXCHANGE_ERROR_LIMIT,
                       _("A record has more than %u cells."), MAX_CELLS);
          return NULL;
        }
      self->at++;
    }
  return (GStrv) g_ptr_array_free (g_steal_pointer (&cells), FALSE);
}

const char * const chancery_csv_columns[CHANCERY_CSV_N_COLUMNS] = {
  [CHANCERY_CSV_HEADLINE] = "Headline",
  [CHANCERY_CSV_SOURCE] = "Source",
  [CHANCERY_CSV_PUBLISHED] = "Published",
  [CHANCERY_CSV_QUOTE] = "Quotation",
  [CHANCERY_CSV_NOTE] = "Note",
  [CHANCERY_CSV_COLOUR] = "Colour",
  [CHANCERY_CSV_KIND] = "Kind",
  [CHANCERY_CSV_TAGS] = "Tags",
  [CHANCERY_CSV_STATES] = "States",
  [CHANCERY_CSV_DUE] = "Due",
  [CHANCERY_CSV_CREATED] = "Created",
  [CHANCERY_CSV_MODIFIED] = "Modified",
  [CHANCERY_CSV_ADDRESS] = "Address",
  [CHANCERY_CSV_ORPHAN] = "Orphan",
  [CHANCERY_CSV_SCORE] = "Score",
  [CHANCERY_CSV_PREFIX] = "Prefix",
  [CHANCERY_CSV_SUFFIX] = "Suffix",
  [CHANCERY_CSV_START] = "Start",
  [CHANCERY_CSV_END] = "End",
  [CHANCERY_CSV_LINKS] = "Links",
  [CHANCERY_CSV_FOREIGN] = "Foreign",
  [CHANCERY_CSV_ARTICLE] = "Article ID",
  [CHANCERY_CSV_UID] = "Note ID",
};
