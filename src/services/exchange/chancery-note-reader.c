/* chancery-note-reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-exchange-error.h"
#include "import/chancery-text-decoder.h"

/* In the order in which they are asked. */
static const ChanceryNoteReaderFormat * const formats[] = {
  &chancery_read_hypothesis,
  &chancery_read_annotation,
  &chancery_read_csv,
  &chancery_read_markdown,
};

struct _ChanceryNoteReader
{
  const ChanceryNoteReaderFormat *format;
  gpointer state;
  GBytes *bytes;
  /* (nullable): the text, where the bytes are not UTF-8 */
  char *decoded;
  const char *text;
  gsize length_bytes;
  const char *at;
  char *name;
  gint64 now_us;
  ChanceryImportReport *report;

  gboolean json_checked;
  ChanceryJsonPart json;
  ChanceryJsonMembers members;
  GError *json_error;
};

void
chancery_note_record_clear (ChanceryNoteRecord *record)
{
  g_clear_object (&record->article);
  g_clear_object (&record->note);
  g_free (record->place);
  g_free (record->address);
  g_free (record->title);
  g_free (record->author);
  *record = (ChanceryNoteRecord) { NULL };
}

static gboolean
has_extension (const char         *name,
               const char * const *extensions)
{
  const char *dot = strrchr (name, '.');

  for (gsize i = 0; dot != NULL && extensions[i] != NULL; i++)
    if (g_ascii_strcasecmp (dot + 1, extensions[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
open_format (ChanceryNoteReader  *self,
             GError             **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GError) open_error = NULL;

      self->format = formats[i];
      self->state = g_malloc0 (self->format->state_size);
      self->report->format = self->format->id;
      if (self->format->open (self, self->state, &open_error))
        return TRUE;

      if (self->format->clear != NULL)
        self->format->clear (self->state);
      g_clear_pointer (&self->state, g_free);
      self->format = NULL;
      self->report->format = NULL;
      if (open_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&open_error));
          return FALSE;
        }
    }

  g_set_error_literal (error, CHANCERY_EXCHANGE_ERROR, CHANCERY_EXCHANGE_ERROR_FORMAT,
                       _("This is not a file of notes that can be imported: Web Annotation, Hypothesis, Readwise, "
                         "Zotero, or a table of Chancery."));
  return FALSE;
}

/**
 * chancery_note_reader_new:
 * @bytes: a file, which is taken to be hostile
 * @name: what it is called
 * @now_us: the time, for notes that don't say when they were made
 * @report: where to say what is left out; it must outlive the reader
 *
 * Finds out the format of a file. Any thread, one at a time.
 *
 * Returns: (transfer full): a reader, or %NULL with @error set, of %CHANCERY_EXCHANGE_ERROR
 */
ChanceryNoteReader *
chancery_note_reader_new (GBytes                *bytes,
                          const char            *name,
                          gint64                 now_us,
                          ChanceryImportReport  *report,
                          GError               **error)
{
  g_autoptr (ChanceryNoteReader) self = g_new0 (ChanceryNoteReader, 1);

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->now_us = now_us;
  self->report = report;
  self->text = g_bytes_get_data (bytes, &self->length_bytes);
  if (self->text == NULL)
    self->text = "";
  if (self->length_bytes > CHANCERY_NOTE_READER_MAX_BYTES)
    {
      g_set_error (error, CHANCERY_EXCHANGE_ERROR, CHANCERY_EXCHANGE_ERROR_LIMIT,
                   _("The file is larger than %u MiB."), (guint) (CHANCERY_NOTE_READER_MAX_BYTES / 1024 / 1024));
      return NULL;
    }
  if (!g_utf8_validate_len (self->text, self->length_bytes, NULL))
    {
      self->decoded = chancery_text_decode (bytes, &self->length_bytes, NULL, error);
      if (self->decoded == NULL)
        return NULL;
      self->text = self->decoded;
    }
  self->at = self->text;

  return open_format (self, error) ? g_steal_pointer (&self) : NULL;
}

void
chancery_note_reader_free (ChanceryNoteReader *self)
{
  if (self->format != NULL && self->format->clear != NULL)
    self->format->clear (self->state);
  g_free (self->state);
  g_bytes_unref (self->bytes);
  g_free (self->decoded);
  g_free (self->name);
  chancery_json_members_clear (&self->members);
  g_clear_error (&self->json_error);
  g_free (self);
}

/**
 * chancery_note_reader_next:
 * @record: (out caller-allocates): what was read; it has neither a note nor an article where something was left out,
 *   which the report says
 *
 * Returns: %FALSE at the end
 */
gboolean
chancery_note_reader_next (ChanceryNoteReader *self,
                           ChanceryNoteRecord *record)
{
  *record = (ChanceryNoteRecord) { NULL };
  return self->format->next (self, self->state, record);
}

/**
 * chancery_note_reader_get_fraction:
 *
 * Returns: how much of the file has been read, 0 … 1
 */
double
chancery_note_reader_get_fraction (ChanceryNoteReader *self)
{
  return self->length_bytes > 0 ? (double) (self->at - self->text) / (double) self->length_bytes : 1;
}

const char *
chancery_note_reader_get_text (ChanceryNoteReader *self,
                               gsize              *length_bytes)
{
  *length_bytes = self->length_bytes;
  return self->text;
}

gint64
chancery_note_reader_get_now_us (ChanceryNoteReader *self)
{
  return self->now_us;
}

ChanceryImportReport *
chancery_note_reader_get_report (ChanceryNoteReader *self)
{
  return self->report;
}

/* Where in the text the reader is, for the progress. */
void
chancery_note_reader_set_at (ChanceryNoteReader *self,
                             const char         *at)
{
  self->at = at;
}

/**
 * chancery_note_reader_get_json:
 * @root: (out): the document
 *
 * Returns: whether the file is JSON; if it is none at all, without an error
 */
gboolean
chancery_note_reader_get_json (ChanceryNoteReader  *self,
                               ChanceryJsonPart    *root,
                               GError             **error)
{
  static const char * const others[] = { "csv", "tsv", "md", "markdown", "txt", NULL };
  const char *start = self->text, *end = start + self->length_bytes;

  if (self->length_bytes >= 3 && memcmp (start, "\xef\xbb\xbf", 3) == 0)
    start += 3;
  while (start < end && g_ascii_isspace (*start))
    start++;
  if (start == end || (*start != '{' && *start != '[') || has_extension (self->name, others))
    return FALSE;

  if (!self->json_checked)
    {
      self->json_checked = TRUE;
      if (chancery_json_check (self->text, self->length_bytes, &self->json, &self->json_error))
        chancery_json_members_init (&self->members, &self->json);
    }
  if (self->json_error != NULL)
    {
      g_propagate_error (error, g_error_copy (self->json_error));
      return FALSE;
    }
  *root = self->json;
  return TRUE;
}

/* The members of the document, if it is an object; after chancery_note_reader_get_json(). */
const ChanceryJsonMembers *
chancery_note_reader_get_members (ChanceryNoteReader *self)
{
  return &self->members;
}

/* Whether the file's name says that it is a table. */
gboolean
chancery_note_reader_is_csv (ChanceryNoteReader *self)
{
  static const char * const extensions[] = { "csv", "tsv", NULL };

  return has_extension (self->name, extensions);
}
