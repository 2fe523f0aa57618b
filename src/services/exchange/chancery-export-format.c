/* chancery-export-format.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-export-format.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-exchange-text.h"
#include "chancery-export-formats.h"

/* So much is kept back before it is written. */
#define BUFFER_BYTES ((gsize) 64 * 1024)

static const ChanceryExportFormat * const formats[] = {
  &chancery_export_annotation,
  &chancery_export_markdown,
  &chancery_export_html,
  &chancery_export_text,
  &chancery_export_odt,
  &chancery_export_csv,
  &chancery_export_bibtex,
  &chancery_export_ris,
  &chancery_export_csl,
  &chancery_export_ics,
  NULL
};

/**
 * chancery_export_list_formats:
 *
 * Returns: (array zero-terminated=1): all formats, in the order in which they are offered
 */
const ChanceryExportFormat * const *
chancery_export_list_formats (void)
{
  return formats;
}

/**
 * chancery_export_find_format:
 * @id: a format's word
 *
 * Returns: (nullable): the format
 */
const ChanceryExportFormat *
chancery_export_find_format (const char *id)
{
  for (gsize i = 0; formats[i] != NULL; i++)
    if (strcmp (formats[i]->id, id) == 0)
      return formats[i];
  return NULL;
}

struct _ChanceryExport
{
  const ChanceryExportFormat *format;
  ChanceryExportOptions options;
  GOutputStream *stream;
  GCancellable *cancellable;
  GString *buffer;
  gpointer state;
  gboolean begun;
  guint n_articles;
  guint n_notes;
  char *title;
  /* The article of the last note; an empty string before the first, or for none */
  char *article_uid;
  gboolean new_article;
};

/**
 * chancery_export_new:
 * @options: (nullable): what was chosen
 * @stream: where it goes; it isn't closed
 * @cancellable: (nullable): a cancellable
 *
 * Begins to write. Nothing is kept but what the format must: a hundred thousand notes take no more memory than
 * a hundred. Any thread, one at a time.
 *
 * Returns: (transfer full): a new export
 */
ChanceryExport *
chancery_export_new (const ChanceryExportFormat  *format,
                     const ChanceryExportOptions *options,
                     GOutputStream               *stream,
                     GCancellable                *cancellable)
{
  ChanceryExport *self = g_new0 (ChanceryExport, 1);

  self->format = format;
  if (options != NULL)
    self->options = *options;
  if (self->options.now_us == 0)
    self->options.now_us = g_get_real_time ();
  self->title = g_strdup (self->options.title != NULL ? self->options.title : _("Notes"));
  self->stream = g_object_ref (stream);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->buffer = g_string_sized_new (BUFFER_BYTES + BUFFER_BYTES / 4);
  self->state = g_malloc0 (format->state_size);
  return self;
}

void
chancery_export_free (ChanceryExport *self)
{
  if (self->format->clear != NULL)
    self->format->clear (self->state);
  g_free (self->state);
  g_string_free (self->buffer, TRUE);
  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_free (self->title);
  g_free (self->article_uid);
  g_free (self);
}

static gboolean
flush (ChanceryExport  *self,
       gsize            limit_bytes,
       GError         **error)
{
  gboolean written;

  if (self->buffer->len <= limit_bytes)
    return TRUE;

  if (self->format->flush != NULL)
    written = self->format->flush (self, self->buffer, error);
  else
    written = g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL, self->cancellable, error);
  g_string_truncate (self->buffer, 0);
  return written;
}

static void
begin (ChanceryExport *self)
{
  if (self->begun)
    return;
  self->begun = TRUE;
  self->format->begin (self, self->buffer);
}

/**
 * chancery_export_add_article:
 * @article: an article that a note is on; its text may be left out
 *
 * Adds an article, once, before the first note. Formats that don't want articles take no notice.
 *
 * Returns: whether it could be written
 */
gboolean
chancery_export_add_article (ChanceryExport   *self,
                             ChanceryArticle  *article,
                             GError          **error)
{
  if (self->format->article == NULL)
    return TRUE;

  begin (self);
  self->format->article (self, article, self->buffer);
  self->n_articles++;
  return flush (self, BUFFER_BYTES, error);
}

/**
 * chancery_export_add_note:
 * @article: (nullable): the article that the note is on; its text may be left out
 * @note: a note; those on one article come one after the other
 *
 * Returns: whether it could be written
 */
gboolean
chancery_export_add_note (ChanceryExport   *self,
                          ChanceryArticle  *article,
                          ChanceryNote     *note,
                          GError          **error)
{
  const char *article_uid = article != NULL ? chancery_article_get_uid (article) : "";

  if (self->format->note == NULL)
    return TRUE;
  if (self->format->scope == CHANCERY_EXPORT_DUE && !chancery_date_is_set (chancery_note_get_due (note)))
    return TRUE;

  begin (self);
  self->new_article = g_strcmp0 (self->article_uid, article_uid) != 0;
  if (self->new_article)
    g_set_str (&self->article_uid, article_uid);
  self->format->note (self, article, note, self->buffer);
  self->n_notes++;
  return flush (self, BUFFER_BYTES, error);
}

/**
 * chancery_export_finish:
 *
 * Writes what is left. The stream is not closed.
 *
 * Returns: whether it could be written
 */
gboolean
chancery_export_finish (ChanceryExport  *self,
                        GError         **error)
{
  begin (self);
  self->format->end (self, self->buffer);
  return flush (self, 0, error) &&
         (self->format->finish == NULL || self->format->finish (self, error)) &&
         g_output_stream_flush (self->stream, self->cancellable, error);
}

/* What formats ask */

const ChanceryExportOptions *
chancery_export_get_options (ChanceryExport *self)
{
  return &self->options;
}

GOutputStream *
chancery_export_get_stream (ChanceryExport *self)
{
  return self->stream;
}

GCancellable *
chancery_export_get_cancellable (ChanceryExport *self)
{
  return self->cancellable;
}

gpointer
chancery_export_get_state (ChanceryExport *self)
{
  return self->state;
}

/**
 * chancery_export_get_n_articles:
 *
 * Returns: how many articles were written before
 */
guint
chancery_export_get_n_articles (ChanceryExport *self)
{
  return self->n_articles;
}

/**
 * chancery_export_get_n_notes:
 *
 * Returns: how many notes were written before
 */
guint
chancery_export_get_n_notes (ChanceryExport *self)
{
  return self->n_notes;
}

const char *
chancery_export_get_title (ChanceryExport *self)
{
  return self->title;
}

const char *
chancery_export_name_colour (ChanceryExport *self,
                             ChanceryColour  colour)
{
  const char *name = self->options.colour_names != NULL ? self->options.colour_names[colour] : NULL;

  return name != NULL && *name != '\0' ? name : chancery_exchange_name_colour (colour);
}

/**
 * chancery_export_begins_article:
 *
 * Returns: whether the note that is being written is the first on its article
 */
gboolean
chancery_export_begins_article (ChanceryExport *self)
{
  return self->new_article;
}

static void
add_detail (GString    *text,
            const char *detail)
{
  if (detail == NULL || *detail == '\0')
    return;
  if (text->len > 0)
    /* Translators: what stands between the details of a note, as in “Claim · Yellow · Kazakhstan” */
    g_string_append (text, C_("details of a note", " · "));
  g_string_append (text, detail);
}

static char *
name_state (ChanceryExport *self,
            const char     *iso)
{
  ChanceryState *state = self->options.catalogue != NULL
    ? chancery_catalogue_lookup_state (self->options.catalogue, iso) : NULL;

  return state != NULL ? chancery_state_dup_display_name (state) : g_strdup (iso);
}

/**
 * chancery_export_describe:
 *
 * Returns: (transfer full): what the note is besides its words, in one line: kind, colour, states, tags, by when
 *   it is due, and whether it lost its place
 */
char *
chancery_export_describe (ChanceryExport *self,
                          ChanceryNote   *note)
{
  const char * const *states = chancery_note_get_states (note);
  const char * const *tags = chancery_note_get_tags (note);
  ChanceryDate due = chancery_note_get_due (note);
  GString *text = g_string_new (NULL);

  add_detail (text, chancery_exchange_name_kind (chancery_note_get_kind (note)));
  add_detail (text, chancery_export_name_colour (self, chancery_note_get_colour (note)));
  for (gsize i = 0; states[i] != NULL; i++)
    {
      g_autofree char *name = name_state (self, states[i]);

      add_detail (text, name);
    }
  for (gsize i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *tag = g_strconcat ("#", tags[i], NULL);

      add_detail (text, tag);
    }
  if (chancery_date_is_set (due))
    {
      g_autofree char *date = chancery_date_format (due);
      /* Translators: %s is a date, by when something that was foretold or promised should have happened */
      g_autofree char *detail = g_strdup_printf (_("due by %s"), date);

      add_detail (text, detail);
    }
  if (chancery_note_get_orphan (note))
    add_detail (text, _("its passage is not in the text any more"));
  return g_string_free_and_steal (text);
}

/**
 * chancery_export_head:
 *
 * Returns: (transfer full): the heading over the notes on an article, or over those that are on none
 */
char *
chancery_export_head (ChanceryExport  *self,
                      ChanceryArticle *article,
                      ChanceryNote    *note)
{
  const char *headline = article != NULL ? chancery_article_get_headline (article) : NULL;

  if (headline != NULL)
    return g_strdup (headline);
  if (article != NULL)
    return g_strdup (_("Untitled article"));
  return g_strdup (_("Notes that are not on an article"));
}
