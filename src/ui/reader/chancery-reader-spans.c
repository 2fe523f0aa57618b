/* chancery-reader-spans.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-reader-private.h"

#include "chancery-passage.h"

/* A passage that isn't where the note says is looked for, but not by the thousand. */
#define MAX_SEARCHES 64

/* Wait until the layout has settled before placing the marks anew. */
#define MARKS_DELAY_MS 80

static gboolean
resolve_passage (ChanceryReader         *self,
                 const ChancerySelector *selector,
                 guint                  *n_searches,
                 guint                  *start,
                 guint                  *end)
{
  const ChanceryDisplayText *display = chancery_reader_text_get_display (self->text);
  ChanceryPassage passage;

  if (selector == NULL)
    return FALSE;
  if (!chancery_passage_locate (self->article, selector, FALSE, &passage) &&
      ((*n_searches)++ >= MAX_SEARCHES || !chancery_passage_locate (self->article, selector, TRUE, &passage)))
    return FALSE;

  *start = (guint) chancery_display_text_to_display (
    display, chancery_article_bytes_to_chars (self->article, passage.start_bytes));
  *end = (guint) chancery_display_text_to_display_end (
    display, chancery_article_bytes_to_chars (self->article, passage.end_bytes));
  return TRUE;
}

/* Builds the layer of highlights from the notes. */
void
chancery_reader_update_highlights (ChanceryReader *self)
{
  ChancerySpanIndex *index;
  guint n_searches = 0;

  g_clear_handle_id (&self->highlights_source, g_source_remove);
  if (self->article == NULL)
    return;

  index = chancery_span_index_new ();
  for (guint i = 0; i < self->rows->len; i++)
    {
      ChanceryNote *note = g_array_index (self->rows, ChanceryReaderNote, i).note;
      guint start, end;

      if (!chancery_note_get_orphan (note) &&
          resolve_passage (self, chancery_note_get_selector (note), &n_searches, &start, &end))
        chancery_span_index_add (index, start, end, (guint16) chancery_note_get_colour (note), note);
    }
  chancery_span_index_sort (index);

  chancery_reader_text_take_layer (self->text, CHANCERY_READER_LAYER_HIGHLIGHTS, index);
  chancery_reader_update_handles (self);
  chancery_reader_queue_marks (self);
}

static gboolean
update_highlights_cb (gpointer user_data)
{
  ChanceryReader *self = user_data;

  self->highlights_source = 0;
  chancery_reader_update_highlights (self);

  return G_SOURCE_REMOVE;
}

/* Builds the layer once before the next frame, however many notes change until then. */
void
chancery_reader_queue_highlights (ChanceryReader *self)
{
  if (self->highlights_source == 0)
    self->highlights_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 5, update_highlights_cb, self, NULL);
}

static void
ensure_highlights (ChanceryReader *self)
{
  if (self->highlights_source != 0)
    chancery_reader_update_highlights (self);
}

static void
clear_row (ChanceryReader     *self,
           ChanceryReaderNote *row)
{
  g_signal_handler_disconnect (row->note, row->handler);
  if (row->note == self->active_note)
    chancery_reader_set_active_note (self, NULL);
  g_object_unref (row->note);
}

static void
items_changed_cb (ChanceryReader *self,
                  guint           position,
                  guint           n_removed,
                  guint           n_added,
                  GListModel     *model)
{
  g_autofree ChanceryReaderNote *added = g_new (ChanceryReaderNote, MAX (n_added, 1));

  /* A note that only moves stays active. */
  for (guint i = 0; i < n_added; i++)
    {
      added[i].note = g_list_model_get_item (model, position + i);
      added[i].handler =
        g_signal_connect_swapped (added[i].note, "notify", G_CALLBACK (chancery_reader_queue_highlights), self);
    }

  for (guint i = 0; i < n_removed; i++)
    {
      ChanceryReaderNote *row = &g_array_index (self->rows, ChanceryReaderNote, position + i);
      gboolean moved = FALSE;

      for (guint j = 0; j < n_added && row->note == self->active_note; j++)
        moved |= added[j].note == row->note;
      if (moved)
        {
          g_signal_handler_disconnect (row->note, row->handler);
          g_object_unref (row->note);
        }
      else
        clear_row (self, row);
    }

  if (n_removed > 0)
    {
      g_array_remove_range (self->rows, position, n_removed);
      /* Until it is built anew, the layer must not point to notes that may be gone. */
      chancery_reader_text_take_layer (self->text, CHANCERY_READER_LAYER_HIGHLIGHTS, NULL);
    }
  if (n_added > 0)
    g_array_insert_vals (self->rows, position, added, n_added);

  chancery_reader_queue_highlights (self);
}

/* Follows a model and the notes in it. */
void
chancery_reader_watch_notes (ChanceryReader *self,
                             GListModel     *notes)
{
  if (self->notes != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->notes, items_changed_cb, self);
      for (guint i = 0; i < self->rows->len; i++)
        clear_row (self, &g_array_index (self->rows, ChanceryReaderNote, i));
      g_array_set_size (self->rows, 0);
    }

  if (g_set_object (&self->notes, notes) && notes != NULL)
    {
      g_signal_connect_swapped (notes, "items-changed", G_CALLBACK (items_changed_cb), self);
      items_changed_cb (self, 0, 0, g_list_model_get_n_items (notes), notes);
    }
}

/* States are told apart in the layer of mentions by a number. */
guint16
chancery_reader_style_for_state (const char *iso)
{
  return (guint16) ((guchar) iso[0] << 8 | (guchar) iso[1]);
}

void
chancery_reader_update_mentions (ChanceryReader *self)
{
  const ChanceryDisplayText *display = chancery_reader_text_get_display (self->text);
  ChancerySpanIndex *index = NULL;

  if (self->mentions != NULL && self->article != NULL)
    {
      gsize length_bytes = chancery_article_get_length_bytes (self->article);

      index = chancery_span_index_new ();
      for (guint i = 0; i < self->mentions->len; i++)
        {
          ChanceryMention *mention = &g_array_index (self->mentions, ChanceryMention, i);
          gsize start_chars, end_chars;

          if (mention->start_bytes >= mention->end_bytes || mention->end_bytes > length_bytes)
            continue;

          start_chars = chancery_article_bytes_to_chars (self->article, mention->start_bytes);
          end_chars = chancery_article_bytes_to_chars (self->article, mention->end_bytes);
          chancery_span_index_add (index,
                                   (guint) chancery_display_text_to_display (display, start_chars),
                                   (guint) chancery_display_text_to_display_end (display, end_chars),
                                   chancery_reader_style_for_state (mention->iso),
                                   mention);
        }
      chancery_span_index_sort (index);
    }

  chancery_reader_text_take_layer (self->text, CHANCERY_READER_LAYER_MENTIONS, index);
  chancery_reader_text_set_ring (self->text, 0, 0);
  chancery_reader_queue_marks (self);
}

const ChanceryMention *
chancery_reader_get_mention (ChanceryReader *self,
                             guint           position)
{
  const ChancerySpanIndex *index = chancery_reader_text_get_layer (self->text, CHANCERY_READER_LAYER_MENTIONS);

  if (index == NULL || position >= chancery_span_index_get_size (index))
    return NULL;

  return chancery_span_index_get (index, position)->data;
}

/* Returns how many mentions of the same state there are; tells which of them this is, from 1. */
guint
chancery_reader_count_mentions (ChanceryReader *self,
                                guint           mention,
                                guint          *position)
{
  const ChancerySpanIndex *index = chancery_reader_text_get_layer (self->text, CHANCERY_READER_LAYER_MENTIONS);
  guint16 style = chancery_span_index_get (index, mention)->style;
  guint n_mentions = 0;

  for (guint i = 0; i < chancery_span_index_get_size (index); i++)
    {
      if (chancery_span_index_get (index, i)->style == style)
        n_mentions++;
      if (i == mention)
        *position = n_mentions;
    }

  return n_mentions;
}

static void
find_span_cb (const ChancerySpan *span,
              guint               position,
              gpointer            user_data)
{
  *(guint *) user_data = position;
}

guint
chancery_reader_find_mention_at (ChanceryReader *self,
                                 guint           offset)
{
  const ChancerySpanIndex *index = chancery_reader_text_get_layer (self->text, CHANCERY_READER_LAYER_MENTIONS);
  guint position = G_MAXUINT;

  if (index != NULL)
    chancery_span_index_foreach (index, offset, offset + 1, find_span_cb, &position);

  return position;
}

static void
collect_note_cb (const ChancerySpan *span,
                 guint               position,
                 gpointer            user_data)
{
  g_ptr_array_add (user_data, g_object_ref (span->data));
}

/* The notes at a place, the topmost last. */
GPtrArray *
chancery_reader_dup_notes_at (ChanceryReader *self,
                              guint           offset)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);
  const ChancerySpanIndex *index;

  ensure_highlights (self);
  index = chancery_reader_text_get_layer (self->text, CHANCERY_READER_LAYER_HIGHLIGHTS);
  if (index != NULL)
    chancery_span_index_foreach (index, offset, offset + 1, collect_note_cb, notes);

  return notes;
}

gboolean
chancery_reader_get_note_span (ChanceryReader *self,
                               ChanceryNote   *note,
                               guint          *start,
                               guint          *end)
{
  const ChancerySpanIndex *index;

  ensure_highlights (self);
  index = chancery_reader_text_get_layer (self->text, CHANCERY_READER_LAYER_HIGHLIGHTS);
  if (index == NULL)
    return FALSE;

  for (guint i = 0; i < chancery_span_index_get_size (index); i++)
    {
      const ChancerySpan *span = chancery_span_index_get (index, i);

      if (span->data == note)
        {
          *start = span->start;
          *end = span->end;
          return TRUE;
        }
    }

  return FALSE;
}

/* How far down in the page a place is, from the heights of the lines, laid out or estimated. */
static double
get_height_at (ChanceryReader *self,
               guint           offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GtkTextIter iter;
  int y, height;
  double part;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) offset);
  gtk_text_view_get_line_yrange (view, &iter, &y, &height);
  part = gtk_text_iter_get_line_offset (&iter) / (double) MAX (1, gtk_text_iter_get_chars_in_line (&iter));

  return chancery_reader_page_get_header_height (self->page) + y + part * height;
}

static gboolean
update_marks_cb (gpointer user_data)
{
  ChanceryReader *self = user_data;
  double upper = gtk_adjustment_get_upper (gtk_scrolled_window_get_vadjustment (self->scrolled));
  const ChancerySpanIndex *highlights =
    chancery_reader_text_get_layer (self->text, CHANCERY_READER_LAYER_HIGHLIGHTS);
  const ChancerySpanIndex *mentions = chancery_reader_text_get_layer (self->text, CHANCERY_READER_LAYER_MENTIONS);

  self->marks_source = 0;
  chancery_reader_marks_clear (self->marks);
  if (upper <= 0)
    return G_SOURCE_REMOVE;

  for (guint i = 0; highlights != NULL && i < chancery_span_index_get_size (highlights); i++)
    {
      const ChancerySpan *span = chancery_span_index_get (highlights, i);

      chancery_reader_marks_add (self->marks, get_height_at (self, span->start) / upper, span->style);
    }

  for (guint i = 0; self->marked_state != NULL && mentions != NULL && i < chancery_span_index_get_size (mentions); i++)
    {
      const ChancerySpan *span = chancery_span_index_get (mentions, i);

      if (span->style == chancery_reader_style_for_state (self->marked_state))
        chancery_reader_marks_add (self->marks, get_height_at (self, span->start) / upper, CHANCERY_READER_MARK_FAINT);
    }

  return G_SOURCE_REMOVE;
}

void
chancery_reader_queue_marks (ChanceryReader *self)
{
  if (self->marks_source == 0)
    self->marks_source = g_timeout_add (MARKS_DELAY_MS, update_marks_cb, self);
}
