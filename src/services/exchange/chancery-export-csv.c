/* chancery-export-csv.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A table for spreadsheets, a note a row. What a person wants comes first; the rest is there so that nothing is
 * lost. The names of the columns are read again by the importer, so they are in no language but English. */

#include "chancery-export-formats.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-csv.h"
#include "chancery-csv-columns.h"
#include "chancery-exchange-text.h"

static void
begin (ChanceryExport *export,
       GString        *text)
{
  if (!chancery_export_get_options (export)->without_mark)
    g_string_append (text, "\xef\xbb\xbf");
  for (guint i = 0; i < CHANCERY_CSV_N_COLUMNS; i++)
    chancery_csv_append (text, chancery_csv_columns[i], i + 1 == CHANCERY_CSV_N_COLUMNS);
}

static char *
format_time (gint64 time_us)
{
  GString *text = g_string_new (NULL);

  /* A time without a form is written as a number. */
  if (!chancery_exchange_append_time (text, time_us))
    g_string_append_printf (text, "%" G_GINT64_FORMAT, time_us);
  return g_string_free_and_steal (text);
}

static void
note (ChanceryExport  *export,
      ChanceryArticle *article,
      ChanceryNote    *one,
      GString         *text)
{
  const char *cells[CHANCERY_CSV_N_COLUMNS] = { NULL };
  g_autofree char *published = NULL, *tags = NULL, *states = NULL, *due = NULL, *created = NULL, *modified = NULL;
  g_autofree char *links = NULL;
  char start[24], end[24], score[G_ASCII_DTOSTR_BUF_SIZE];
  ChanceryNoteFields fields;

  chancery_note_get_fields (one, &fields);
  if (article != NULL)
    {
      published = chancery_date_to_string (chancery_article_get_published (article));
      cells[CHANCERY_CSV_HEADLINE] = chancery_article_get_headline (article);
      cells[CHANCERY_CSV_SOURCE] = chancery_article_get_source (article);
      cells[CHANCERY_CSV_ADDRESS] = chancery_article_get_address (article);
      cells[CHANCERY_CSV_PUBLISHED] = published;
    }
  if (fields.selector != NULL)
    {
      cells[CHANCERY_CSV_QUOTE] = fields.selector->exact;
      cells[CHANCERY_CSV_PREFIX] = fields.selector->prefix;
      cells[CHANCERY_CSV_SUFFIX] = fields.selector->suffix;
      if (fields.selector->has_position)
        {
          g_snprintf (start, sizeof start, "%" G_GSIZE_FORMAT, fields.selector->start_chars);
          g_snprintf (end, sizeof end, "%" G_GSIZE_FORMAT, fields.selector->end_chars);
          cells[CHANCERY_CSV_START] = start;
          cells[CHANCERY_CSV_END] = end;
        }
    }
  tags = chancery_exchange_join (fields.tags);
  states = chancery_exchange_join (fields.states);
  due = chancery_date_to_string (fields.due);
  created = format_time (fields.created_us);
  modified = format_time (fields.modified_us);
  if (fields.links != NULL && fields.links->len > 0)
    links = chancery_note_links_to_json (fields.links);

  cells[CHANCERY_CSV_NOTE] = fields.body;
  cells[CHANCERY_CSV_COLOUR] = chancery_enum_to_nick (CHANCERY_TYPE_COLOUR, (int) fields.colour);
  cells[CHANCERY_CSV_KIND] = chancery_enum_to_nick (CHANCERY_TYPE_NOTE_KIND, (int) fields.kind);
  cells[CHANCERY_CSV_TAGS] = tags;
  cells[CHANCERY_CSV_STATES] = states;
  cells[CHANCERY_CSV_DUE] = due;
  cells[CHANCERY_CSV_CREATED] = created;
  cells[CHANCERY_CSV_MODIFIED] = modified;
  cells[CHANCERY_CSV_ORPHAN] = fields.orphan ? "true" : NULL;
  cells[CHANCERY_CSV_SCORE] = fields.score < 1 ? g_ascii_dtostr (score, sizeof score, fields.score) : NULL;
  cells[CHANCERY_CSV_LINKS] = links;
  cells[CHANCERY_CSV_FOREIGN] = fields.foreign;
  cells[CHANCERY_CSV_UID] = fields.uid;
  cells[CHANCERY_CSV_ARTICLE] = fields.article_uid;

  for (guint i = 0; i < CHANCERY_CSV_N_COLUMNS; i++)
    chancery_csv_append (text, cells[i], i + 1 == CHANCERY_CSV_N_COLUMNS);
}

static void
finish (ChanceryExport *export,
        GString        *text)
{
}

const ChanceryExportFormat chancery_export_csv = {
  .id = "csv",
  .name = N_("Table (CSV)"),
  .extension = "csv",
  .mime_type = "text/csv",
  .scope = CHANCERY_EXPORT_NOTES,
  .restores = TRUE,
  .begin = begin,
  .note = note,
  .end = finish,
};
