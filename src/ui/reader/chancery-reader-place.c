/* chancery-reader-place.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "chancery-reader-private.h"

/* How much of a passage is read out. */
#define MAX_SPOKEN_CHARS 120

/* How long the page stays where it is until one is taken to read there. */
#define REST_MS 1000

/* Says something to a screen reader. */
void
chancery_reader_announce (ChanceryReader *self,
                          const char     *words)
{
  g_signal_emit (self, chancery_reader_signals[CHANCERY_READER_SIGNAL_ANNOUNCE], 0, words);
}

guint
chancery_reader_get_caret (ChanceryReader *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return (guint) gtk_text_iter_get_offset (&iter);
}

/* From where the next or previous thing is looked for: where the focus is, if that can be seen. */
guint
chancery_reader_get_origin (ChanceryReader *self)
{
  GdkRectangle visible, place;
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GtkTextIter iter;
  guint caret = chancery_reader_get_caret (self);

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) caret);
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_get_visible_rect (view, &visible);
  if (place.y + place.height > visible.y && place.y < visible.y + visible.height)
    return caret;

  return chancery_reader_text_get_first_visible (self->text);
}

/* The span of a layer after or before a place, around the end if need be. */
guint
chancery_reader_find_span_from (const ChancerySpanIndex *index,
                guint                    origin,
                gboolean                 at_origin,
                int                      direction)
{
  guint size = chancery_span_index_get_size (index);
  guint position;

  if (direction > 0)
    {
      /* What begins at the origin counts only if nobody has been there yet. */
      position = at_origin || origin > 0 ? chancery_span_index_find_after (index, at_origin ? origin : origin - 1) : 0;
      return position < size ? position : 0;
    }

  position = origin > 0 ? chancery_span_index_find_after (index, origin - 1) : 0;
  return position > 0 ? position - 1 : size - 1;
}

void
chancery_reader_clear_ring (ChanceryReader *self)
{
  self->ring_mention = G_MAXUINT;
  chancery_reader_text_set_ring (self->text, 0, 0);
}

static void
flash_cb (double          value,
          ChanceryReader *self)
{
  chancery_reader_text_set_flash (self->text, value);
}

/* Lights the active note's passage up for a moment; not for those who asked for less motion. */
static void
start_flash (ChanceryReader *self)
{
  if (self->flash == NULL)
    {
      AdwAnimationTarget *target =
        adw_callback_animation_target_new ((AdwAnimationTargetFunc) flash_cb, self, NULL);

      self->flash = adw_timed_animation_new (GTK_WIDGET (self->text), 1, 0, 900, target);
      adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->flash), ADW_EASE_IN_OUT_CUBIC);
    }
  adw_animation_reset (self->flash);
  adw_animation_play (self->flash);
}

/**
 * chancery_reader_scroll_to_note:
 * @self: a reader
 * @note: a note of the model
 *
 * Brings a note's passage into the upper third, makes it the active one, puts
 * the caret at it, and says so.
 *
 * Returns: whether the note has a passage in the article
 */
gboolean
chancery_reader_scroll_to_note (ChanceryReader *self,
                                ChanceryNote   *note)
{
  g_autofree char *passage = NULL;
  g_autofree char *words = NULL;
  const char *body;
  guint start, end;

  g_return_val_if_fail (CHANCERY_IS_READER (self), FALSE);
  g_return_val_if_fail (CHANCERY_IS_NOTE (note), FALSE);

  if (self->article == NULL || !chancery_reader_get_note_span (self, note, &start, &end))
    return FALSE;

  chancery_reader_clear_ring (self);
  chancery_reader_text_place_caret (self->text, start);
  chancery_reader_page_scroll_to (self->page, start, 0.28);
  chancery_reader_set_active_note (self, note);
  start_flash (self);

  passage = g_utf8_substring (chancery_note_get_selector (note)->exact,
                              0,
                              MIN (MAX_SPOKEN_CHARS, g_utf8_strlen (chancery_note_get_selector (note)->exact, -1)));
  body = chancery_note_get_body (note);
  if (body != NULL && *body != '\0')
    /* Translators: said by a screen reader: a colour, the words that are highlighted, the note on them */
    words = g_strdup_printf (_("%s highlight: %s. Note: %s"), chancery_colour_namer_get_name (GTK_WIDGET (self), chancery_note_get_colour (note)), passage, body);
  else
    /* Translators: said by a screen reader: a colour, the words that are highlighted */
    words = g_strdup_printf (_("%s highlight: %s"), chancery_colour_namer_get_name (GTK_WIDGET (self), chancery_note_get_colour (note)), passage);
  chancery_reader_announce (self, words);

  return TRUE;
}

/**
 * chancery_reader_focus_text:
 * @self: a reader
 *
 * Gives the focus to the text, past the header. Not the widget's own
 * grab_focus(), from which Tab could never get out again.
 *
 * Returns: whether the text took the focus
 */
gboolean
chancery_reader_focus_text (ChanceryReader *self)
{
  g_return_val_if_fail (CHANCERY_IS_READER (self), FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/**
 * chancery_reader_get_caret_mode:
 * @self: a reader
 *
 * Returns: whether there is a caret
 */
gboolean
chancery_reader_get_caret_mode (ChanceryReader *self)
{
  g_return_val_if_fail (CHANCERY_IS_READER (self), FALSE);

  return self->caret_mode;
}

/**
 * chancery_reader_set_caret_mode:
 * @self: a reader
 * @caret_mode: whether there is a caret
 *
 * Shows a caret, which the arrow keys move, or hides it. It appears where one
 * reads.
 */
void
chancery_reader_set_caret_mode (ChanceryReader *self,
                                gboolean        caret_mode)
{
  guint start, end;

  g_return_if_fail (CHANCERY_IS_READER (self));

  caret_mode = caret_mode != FALSE;
  if (self->caret_mode == caret_mode)
    return;

  self->caret_mode = caret_mode;
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->text), caret_mode);
  if (caret_mode && self->article != NULL && !chancery_reader_text_get_selection (self->text, &start, &end))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
      GdkRectangle visible, place;
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->text), &iter, &place);
      gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->text), &visible);
      if (place.y < visible.y || place.y + place.height > visible.y + visible.height)
        chancery_reader_text_place_caret (self->text, chancery_reader_text_get_first_visible (self->text));
    }
  g_object_notify_by_pspec (G_OBJECT (self), chancery_reader_props[CHANCERY_READER_PROP_CARET_MODE]);
}

static void
rested_cb (gpointer user_data)
{
  ChanceryReader *self = user_data;

  self->rest_source = 0;
  g_signal_emit (self, chancery_reader_signals[CHANCERY_READER_SIGNAL_RESTED], 0);
}

void
chancery_reader_moved (ChanceryReader *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (self->article != NULL)
    self->rest_source = g_timeout_add_once (REST_MS, rested_cb, self);
}

/**
 * chancery_reader_get_position_chars:
 * @self: a reader
 *
 * Returns: the first code point of the canonical text that is seen; 0 while most
 *   of the header is, or without an article
 */
gsize
chancery_reader_get_position_chars (ChanceryReader *self)
{
  const ChanceryDisplayText *display;
  int pending;

  g_return_val_if_fail (CHANCERY_IS_READER (self), 0);

  display = chancery_reader_text_get_display (self->text);
  if (display == NULL)
    return 0;
  pending = chancery_reader_page_get_pending (self->page);
  if (pending >= 0)
    return chancery_display_text_to_canonical (display, (gsize) pending);
  if (chancery_reader_page_get_value (self->page) <= chancery_reader_page_get_header_height (self->page) / 2)
    return 0;

  return chancery_display_text_to_canonical (display, chancery_reader_text_get_first_visible (self->text));
}

/**
 * chancery_reader_set_position_chars:
 * @self: a reader
 * @position_chars: a place in the canonical text, in code points
 *
 * Scrolls so that the place is in the first line; 0 is the article's beginning,
 * with its header.
 */
void
chancery_reader_set_position_chars (ChanceryReader *self,
                                    gsize           position_chars)
{
  g_return_if_fail (CHANCERY_IS_READER (self));

  if (self->article == NULL)
    return;

  position_chars = MIN (position_chars, chancery_article_get_length_chars (self->article));
  if (position_chars == 0)
    chancery_reader_page_scroll_to_top (self->page);
  else
    chancery_reader_page_scroll_to (
      self->page,
      (guint) chancery_display_text_to_display (chancery_reader_text_get_display (self->text), position_chars),
      0);
}
