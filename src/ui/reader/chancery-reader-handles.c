/* chancery-reader-handles.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-reader-private.h"
#include "chancery-reader-text-private.h"

/* The highlight that stands out has a handle at each end, by which it is extended and shrunk with the pointer or a
 * finger, a word at a time. Keys do the same; see chancery-reader-reshape.c. */

#define KNOB_RADIUS 6
#define STEM_WIDTH 2
/* What can be hit is larger than what is seen. */
#define HIT_RADIUS 12

typedef struct
{
  graphene_rect_t stem;
  graphene_point_t knob; /* its middle */
} Handle;

/* In buffer coordinates. Where text is read from the right, widths are negative. */
static void
get_handle (ChanceryReaderText  *text,
            ChanceryPassageEdge  edge,
            Handle              *handle)
{
  GtkTextView *view = GTK_TEXT_VIEW (text);
  const guint offset = edge == CHANCERY_PASSAGE_START ? text->handle_start : text->handle_end - 1;
  GtkTextIter iter;
  GdkRectangle place;
  float x;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) offset);
  gtk_text_view_get_iter_location (view, &iter, &place);
  x = (float) (edge == CHANCERY_PASSAGE_START ? place.x : place.x + place.width);
  graphene_rect_init (&handle->stem, x - STEM_WIDTH / 2, (float) place.y, STEM_WIDTH, (float) place.height);
  graphene_point_init (&handle->knob, x, edge == CHANCERY_PASSAGE_START ? (float) place.y
                                                                       : (float) (place.y + place.height));
}

static void
append_circle (GtkSnapshot            *snapshot,
               const graphene_point_t *middle,
               float                   radius,
               const GdkRGBA          *colour)
{
  GskRoundedRect circle;

  gsk_rounded_rect_init_from_rect (&circle,
                                   &GRAPHENE_RECT_INIT (middle->x - radius, middle->y - radius, 2 * radius, 2 * radius),
                                   radius);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, colour, &circle.bounds);
  gtk_snapshot_pop (snapshot);
}

void
chancery_reader_text_paint_handles (ChanceryReaderText *self,
                                    GtkSnapshot        *snapshot)
{
  const GdkRGBA accent = chancery_reader_text_get_accent (self);
  GdkRGBA text, halo;

  if (self->handle_end <= self->handle_start)
    return;

  /* What is light on dark text, and the other way round. */
  gtk_widget_get_color (GTK_WIDGET (self), &text);
  halo = text.red + text.green + text.blue > 1.5f ? (GdkRGBA) { 0, 0, 0, 1 } : (GdkRGBA) { 1, 1, 1, 1 };
  for (ChanceryPassageEdge edge = CHANCERY_PASSAGE_START; edge <= CHANCERY_PASSAGE_END; edge++)
    {
      Handle handle;

      get_handle (self, edge, &handle);
      gtk_snapshot_append_color (snapshot, &accent, &handle.stem);
      append_circle (snapshot, &handle.knob, KNOB_RADIUS + 1, &halo);
      append_circle (snapshot, &handle.knob, KNOB_RADIUS, &accent);
    }
}

static void
set_handles (ChanceryReader *self,
             guint           start,
             guint           end)
{
  if (self->text->handle_start == start && self->text->handle_end == end)
    return;

  self->text->handle_start = start;
  self->text->handle_end = end;
  gtk_widget_queue_draw (GTK_WIDGET (self->text));
}

/* Shows the handles where the highlight that stands out begins and ends, if it can be changed. */
void
chancery_reader_update_handles (ChanceryReader *self)
{
  guint start, end;

  if (self->handle_note != NULL)
    return;

  if (self->history != NULL && self->active_note != NULL &&
      chancery_reader_get_note_span (self, self->active_note, &start, &end))
    set_handles (self, start, end);
  else
    set_handles (self, 0, 0);
}

/* Whether there is a handle at a place of the text view, which one, and how far from there the middle of its line is. */
gboolean
chancery_reader_find_handle (ChanceryReader      *self,
                             double               x,
                             double               y,
                             ChanceryPassageEdge *edge,
                             graphene_point_t    *aim)
{
  int buffer_x, buffer_y;

  if (self->text->handle_end <= self->text->handle_start)
    return FALSE;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self->text), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                         &buffer_x, &buffer_y);
  for (int i = CHANCERY_PASSAGE_END; i >= CHANCERY_PASSAGE_START; i--)
    {
      Handle handle;

      get_handle (self->text, (ChanceryPassageEdge) i, &handle);
      if (ABS (handle.knob.x - (float) buffer_x) > HIT_RADIUS || ABS (handle.knob.y - (float) buffer_y) > HIT_RADIUS)
        continue;
      *edge = (ChanceryPassageEdge) i;
      graphene_point_init (aim, handle.knob.x - (float) buffer_x,
                           handle.stem.origin.y + handle.stem.size.height / 2 - (float) buffer_y);
      return TRUE;
    }

  return FALSE;
}

/* Where the end that is dragged would be: where the word at the place begins or ends. */
static guint
find_edge (ChanceryReader *self,
           double          x,
           double          y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GtkTextIter iter;
  int buffer_x, buffer_y, trailing = 0;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_position (view, &iter, &trailing, buffer_x, buffer_y);
  if (trailing > 0)
    gtk_text_iter_forward_char (&iter);
  if (gtk_text_iter_inside_word (&iter) && !gtk_text_iter_starts_word (&iter))
    {
      if (self->handle_edge == CHANCERY_PASSAGE_START)
        gtk_text_iter_backward_word_start (&iter);
      else
        gtk_text_iter_forward_word_end (&iter);
    }

  return (guint) gtk_text_iter_get_offset (&iter);
}

static void
begin_cb (ChanceryReader *self,
          double          x,
          double          y,
          GtkGestureDrag *gesture)
{
  if (self->n_reshaping > 0 || self->active_note == NULL ||
      !chancery_reader_find_handle (self, x, y, &self->handle_edge, &self->handle_aim))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  chancery_reader_popdown_toolbar (self);
  g_set_object (&self->handle_note, self->active_note);
}

/* What would be highlighted is selected meanwhile. */
static void
update_cb (ChanceryReader *self,
           double          offset_x,
           double          offset_y,
           GtkGestureDrag *gesture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  guint start = self->text->handle_start, end = self->text->handle_end, edge;
  GtkTextIter from, to;
  double x, y;

  if (self->handle_note == NULL)
    return;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  edge = find_edge (self, x + offset_x + (double) self->handle_aim.x, y + offset_y + (double) self->handle_aim.y);
  if (self->handle_edge == CHANCERY_PASSAGE_START)
    start = edge;
  else
    end = edge;
  if (start >= end)
    return;

  set_handles (self, start, end);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) end);
  gtk_text_buffer_select_range (buffer, &from, &to);
}

static void
end_cb (ChanceryReader *self)
{
  g_autoptr (ChanceryNote) note = g_steal_pointer (&self->handle_note);
  ChanceryPassage passage;
  guint start, end;

  if (note == NULL)
    return;

  if (chancery_reader_get_note_span (self, note, &start, &end) &&
      (start != self->text->handle_start || end != self->text->handle_end) &&
      chancery_reader_get_passage (self, &passage.start_bytes, &passage.end_bytes))
    {
      chancery_reader_reshape (self, note, &passage);
      return;
    }

  chancery_reader_text_place_caret (self->text, self->text->handle_start);
  chancery_reader_update_handles (self);
}

/* By the keyboard, say. */
static void
cancel_cb (ChanceryReader   *self,
           GdkEventSequence *sequence)
{
  if (self->handle_note == NULL)
    return;

  g_clear_object (&self->handle_note);
  chancery_reader_text_place_caret (self->text, chancery_reader_get_caret (self));
  chancery_reader_update_handles (self);
}

void
chancery_reader_add_handles (ChanceryReader *self)
{
  GtkGesture *gesture = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (gesture, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect_swapped (gesture, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect_swapped (gesture, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect_swapped (gesture, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), GTK_EVENT_CONTROLLER (gesture));
}
