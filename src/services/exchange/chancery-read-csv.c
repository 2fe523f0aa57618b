/* chancery-read-csv.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tables: our own, Readwise's, Zotero's, and others that name their columns likewise. */

#include "chancery-note-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-csv-columns.h"
#include "chancery-csv.h"
#include "chancery-exchange-error.h"
#include "chancery-exchange-text.h"
#include "chancery-quoted-line.h"

typedef struct
{
  ChanceryCsvReader csv;
  /* Which cell is which column of ours; -1 for none */
  int cells[CHANCERY_CSV_N_COLUMNS];
  int author;
  gboolean own;
  gboolean zotero;
  /* Of a row of Zotero's, the notes that are still to be given out */
  GStrv row;
  GStrv lines;
  guint line;
  gboolean ended;
} State;

static int
find_cell (GStrv       header,
           const char *names)
{
  g_auto (GStrv) wanted = g_strsplit (names, "|", -1);

  for (guint n = 0; wanted[n] != NULL; n++)
    for (guint i = 0; header[i] != NULL; i++)
      if (g_ascii_strcasecmp (header[i], wanted[n]) == 0)
        return (int) i;
  return -1;
}

static gboolean
open_reader (ChanceryNoteReader  *reader,
             gpointer             data,
             GError             **error)
{
  State *state = data;
  g_auto (GStrv) header = NULL;
  gsize length_bytes;
  const char *text = chancery_note_reader_get_text (reader, &length_bytes);

  chancery_csv_reader_init (&state->csv, text, length_bytes);
  header = chancery_csv_reader_next (&state->csv, NULL);
  if (header == NULL)
    return FALSE;

  for (guint i = 0; i < CHANCERY_CSV_N_COLUMNS; i++)
    state->cells[i] = find_cell (header, chancery_csv_columns[i]);
  state->author = -1;
  state->own = state->cells[CHANCERY_CSV_UID] >= 0 && state->cells[CHANCERY_CSV_QUOTE] >= 0;
  if (state->own)
    return TRUE;

  state->zotero = find_cell (header, "Item Type") >= 0 && find_cell (header, "Notes") >= 0 && find_cell (header, "Title") >= 0;
  state->cells[CHANCERY_CSV_QUOTE] = find_cell (header, "Highlight|Quotation|Quote");
  state->cells[CHANCERY_CSV_HEADLINE] = find_cell (header, "Book Title|Title|Headline");
  state->cells[CHANCERY_CSV_NOTE] = find_cell (header, state->zotero ? "Notes" : "Note|Notes|Comment");
  state->cells[CHANCERY_CSV_COLOUR] = find_cell (header, "Color|Colour");
  state->cells[CHANCERY_CSV_TAGS] = find_cell (header, state->zotero ? "Manual Tags" : "Tags");
  state->cells[CHANCERY_CSV_ADDRESS] = find_cell (header, "Url|Source URL|Address");
  state->cells[CHANCERY_CSV_PUBLISHED] = find_cell (header, "Date|Published");
  state->cells[CHANCERY_CSV_CREATED] = find_cell (header, "Highlighted at|Created|Date Added");
  state->cells[CHANCERY_CSV_MODIFIED] = state->cells[CHANCERY_CSV_UID] = state->cells[CHANCERY_CSV_ARTICLE] = -1;
  state->author = find_cell (header, "Book Author|Author");

  return state->zotero || (state->cells[CHANCERY_CSV_QUOTE] >= 0 &&
                           (state->cells[CHANCERY_CSV_HEADLINE] >= 0 || chancery_note_reader_is_csv (reader)));
}

static const char *
get_cell (State *state,
          GStrv  row,
          int    cell)
{
  if (cell < 0)
    return NULL;
  for (int i = 0; row[i] != NULL; i++)
    if (i == cell)
      return *row[i] != '\0' ? row[i] : NULL;
  return NULL;
}

static const char *
get (State             *state,
     GStrv              row,
     ChanceryCsvColumn  column)
{
  return get_cell (state, row, state->cells[column]);
}

static gint64
read_time (const char *text,
           gint64      otherwise)
{
  gint64 time_us = otherwise;
  char *end;

  if (text == NULL)
    return otherwise;
  if (!chancery_exchange_parse_time (text, &time_us))
    {
      gint64 number = g_ascii_strtoll (text, &end, 10);

      if (end > text && *end == '\0')
        time_us = number;
    }
  return time_us;
}

static gboolean
read_number (const char *text,
             gsize      *number)
{
  guint64 value;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &value, NULL))
    return FALSE;
  *number = (gsize) value;
  return TRUE;
}

static void
read_article (State              *state,
              GStrv               row,
              ChanceryNoteRecord *record)
{
  const char *published = get (state, row, CHANCERY_CSV_PUBLISHED);

  record->title = g_strdup (get (state, row, CHANCERY_CSV_HEADLINE));
  record->address = g_strdup (get (state, row, CHANCERY_CSV_ADDRESS));
  record->author = g_strdup (get_cell (state, row, state->author));
  if (published != NULL)
    chancery_date_parse (published, &record->published);
}

static gboolean
is_small (const ChanceryNoteFields *fields)
{
  return (fields->body == NULL || strlen (fields->body) <= CHANCERY_NOTE_READER_MAX_WORDS_BYTES) &&
         (fields->selector == NULL || strlen (fields->selector->exact) <= CHANCERY_NOTE_READER_MAX_WORDS_BYTES);
}

/* Everything that our own tables say. */
static gboolean
read_own (ChanceryNoteReader *reader,
          State              *state,
          GStrv               row,
          ChanceryNoteRecord *record)
{
  g_autoptr (ChancerySelector) selector = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_auto (GStrv) tags = NULL;
  g_auto (GStrv) states = NULL;
  ChanceryNoteFields fields = { 0 };
  const char *text;
  int colour = CHANCERY_COLOUR_YELLOW, kind = CHANCERY_NOTE_KIND_NOTE;
  gsize start, end;

  for (guint i = 0; row[i] != NULL; i++)
    chancery_csv_restore (row[i]);

  fields.uid = get (state, row, CHANCERY_CSV_UID);
  fields.article_uid = get (state, row, CHANCERY_CSV_ARTICLE);
  text = get (state, row, CHANCERY_CSV_QUOTE);
  if (text != NULL)
    {
      selector = chancery_selector_new (text, get (state, row, CHANCERY_CSV_PREFIX), get (state, row, CHANCERY_CSV_SUFFIX));
      if (read_number (get (state, row, CHANCERY_CSV_START), &start) &&
          read_number (get (state, row, CHANCERY_CSV_END), &end) && start <= end)
        {
          selector->has_position = TRUE;
          selector->start_chars = start;
          selector->end_chars = end;
        }
    }
  tags = chancery_exchange_split (get (state, row, CHANCERY_CSV_TAGS) != NULL ? get (state, row, CHANCERY_CSV_TAGS) : "");
  states = chancery_exchange_split (get (state, row, CHANCERY_CSV_STATES) != NULL ? get (state, row, CHANCERY_CSV_STATES) : "");
  chancery_enum_from_nick (CHANCERY_TYPE_COLOUR, get (state, row, CHANCERY_CSV_COLOUR), &colour);
  chancery_enum_from_nick (CHANCERY_TYPE_NOTE_KIND, get (state, row, CHANCERY_CSV_KIND), &kind);
  text = get (state, row, CHANCERY_CSV_DUE);
  if (text != NULL)
    chancery_date_parse (text, &fields.due);
  text = get (state, row, CHANCERY_CSV_LINKS);
  if (text != NULL)
    links = chancery_note_links_from_json (text);
  text = get (state, row, CHANCERY_CSV_SCORE);
  fields.score = text != NULL ? CLAMP (g_ascii_strtod (text, NULL), 0, 1) : 1;
  fields.selector = selector;
  fields.body = get (state, row, CHANCERY_CSV_NOTE);
  fields.colour = (ChanceryColour) colour;
  fields.kind = (ChanceryNoteKind) kind;
  fields.tags = (const char * const *) tags;
  fields.states = (const char * const *) states;
  fields.links = links;
  text = get (state, row, CHANCERY_CSV_FOREIGN);
  fields.foreign = chancery_json_is_object (text) ? text : NULL;
  fields.orphan = g_strcmp0 (get (state, row, CHANCERY_CSV_ORPHAN), "true") == 0;
  fields.created_us = read_time (get (state, row, CHANCERY_CSV_CREATED), chancery_note_reader_get_now_us (reader));
  fields.modified_us = read_time (get (state, row, CHANCERY_CSV_MODIFIED), fields.created_us);
  if (!is_small (&fields))
    return FALSE;

  record->note = chancery_note_new (&fields);
  record->own = TRUE;
  if (fields.article_uid != NULL)
    read_article (state, row, record);
  return TRUE;
}

/* A highlight of another program; the same one always becomes the same note. */
static gboolean
make_note (ChanceryNoteReader *reader,
           State              *state,
           GStrv               row,
           const char         *quote,
           const char         *comment,
           ChanceryNoteRecord *record)
{
  const char *tag_list = get (state, row, CHANCERY_CSV_TAGS), *colour = get (state, row, CHANCERY_CSV_COLOUR);
  g_autoptr (ChancerySelector) selector = quote != NULL ? chancery_selector_new (quote, NULL, NULL) : NULL;
  g_autofree char *tags_text = g_strdelimit (g_strdup (tag_list != NULL ? tag_list : ""), ",", ';');
  g_autofree char *name = NULL;
  g_autofree char *uid = NULL;
  g_auto (GStrv) tags = chancery_exchange_split (tags_text);
  ChanceryNoteFields fields = { .score = 1 };

  read_article (state, row, record);
  name = g_strjoin ("\n", "highlight", record->title != NULL ? record->title : "",
                    record->address != NULL ? record->address : "", quote != NULL ? quote : "",
                    quote == NULL && comment != NULL ? comment : "", NULL);
  uid = chancery_exchange_make_uid (name);
  fields.uid = uid;
  fields.selector = selector;
  fields.body = comment;
  fields.colour = colour != NULL ? chancery_read_colour (colour) : CHANCERY_COLOUR_YELLOW;
  fields.tags = (const char * const *) tags;
  fields.created_us = read_time (get (state, row, CHANCERY_CSV_CREATED), chancery_note_reader_get_now_us (reader));
  fields.modified_us = fields.created_us;
  if (!is_small (&fields))
    return FALSE;

  record->note = chancery_note_new (&fields);
  return TRUE;
}

/* The notes of an item are HTML; a quotation begins a line. */
static void
begin_notes (State *state)
{
  const char *notes = get (state, state->row, CHANCERY_CSV_NOTE);
  g_autofree char *text = notes != NULL ? chancery_exchange_strip_markup (notes) : g_strdup ("");

  state->lines = g_strsplit (text, "\n", -1);
  state->line = 0;
}

static gboolean
next_of_zotero (ChanceryNoteReader *reader,
                State              *state,
                ChanceryNoteRecord *record,
                gboolean           *right)
{
  while (state->row != NULL && state->lines[state->line] != NULL)
    {
      const char *line = g_strstrip (state->lines[state->line++]);
      g_auto (ChanceryQuotedLine) quoted = { NULL };

      if (*line == '\0' || strcmp (line, ";") == 0)
        continue;
      if (chancery_quoted_line_read (line, &quoted))
        *right = make_note (reader, state, state->row, quoted.quote, quoted.comment, record);
      else
        *right = make_note (reader, state, state->row, NULL, line, record);
      return TRUE;
    }

  g_clear_pointer (&state->row, g_strfreev);
  g_clear_pointer (&state->lines, g_strfreev);
  return FALSE;
}

static gboolean
next (ChanceryNoteReader *reader,
      gpointer            data,
      ChanceryNoteRecord *record)
{
  State *state = data;
  ChanceryImportReport *report = chancery_note_reader_get_report (reader);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) row = NULL;
  gboolean right = TRUE;

  if (state->zotero && state->row != NULL && next_of_zotero (reader, state, record, &right))
    {
      record->place = g_strdup_printf (_("row %u"), state->csv.row);
    }
  else
    {
      if (state->ended)
        return FALSE;
      row = chancery_csv_reader_next (&state->csv, &error);
      if (row == NULL && error == NULL)
        return FALSE;

      chancery_note_reader_set_at (reader, state->csv.at);
      /* Translators: a row of a table, as the place of a mistake in it */
      record->place = g_strdup_printf (_("row %u"), state->csv.row);
      if (row == NULL)
        {
          state->ended = TRUE;
          chancery_import_report_add_skip (report, record->place, error->message);
          return TRUE;
        }
      if (state->zotero)
        {
          state->row = g_steal_pointer (&row);
          begin_notes (state);
          return TRUE;
        }
      if (state->own)
        right = read_own (reader, state, row, record);
      else if (get (state, row, CHANCERY_CSV_QUOTE) != NULL)
        right = make_note (reader, state, row, get (state, row, CHANCERY_CSV_QUOTE), get (state, row, CHANCERY_CSV_NOTE), record);
      else
        chancery_import_report_add_skip (report, record->place, _("There are no words that were marked."));
    }

  if (!right)
    chancery_import_report_add_skip (report, record->place, _("Its words are too many for a note."));
  return TRUE;
}

static void
clear (gpointer data)
{
  State *state = data;

  g_strfreev (state->row);
  g_strfreev (state->lines);
}

const ChanceryNoteReaderFormat chancery_read_csv = {
  .id = "csv",
  .state_size = sizeof (State),
  .open = open_reader,
  .next = next,
  .clear = clear,
};
