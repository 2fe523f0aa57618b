/* chancery-reader-quotation.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-reader-private.h"

#include <glib/gi18n.h>

#include "exchange/chancery-quotation-drag.h"
#include "exchange/chancery-quotation.h"

/* Whoever holds the button so long means the highlight, and not to select. */
#define HOLD_MS 300

static char *
dup_passage (ChanceryReader *self)
{
  gsize start_bytes, end_bytes;

  if (self->article == NULL || !chancery_reader_get_passage (self, &start_bytes, &end_bytes))
    return NULL;

  return g_strndup (chancery_article_get_text (self->article) + start_bytes, end_bytes - start_bytes);
}

void
chancery_reader_copy_quotation (ChanceryReader *self)
{
  g_autofree char *passage = dup_passage (self);
  g_autoptr (ChanceryNote) note = passage == NULL ? chancery_reader_dup_current_note (self) : NULL;
  g_autoptr (GdkContentProvider) quotation = NULL;

  if (passage != NULL)
    quotation = chancery_quotation_new_for_passage (passage, self->article);
  else if (note != NULL)
    quotation = chancery_quotation_new_for_note (note, self->article);
  else
    {
      chancery_reader_say (self, _("Select some words of the text first."));
      return;
    }

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), quotation);
  chancery_reader_popdown_toolbar (self);
  chancery_reader_say (self, _("Copied as a quotation."));
}

/* Dragging. What is selected drags, as in any text. A highlight drags once it is the active one, or when it is held
 * for a moment; else whoever begins to select in the middle of one could not. */

static ChanceryNote *
dup_note_to_drag (ChanceryReader *self,
                  guint           offset,
                  gboolean        held)
{
  g_autoptr (GPtrArray) notes = chancery_reader_dup_notes_at (self, offset);

  if (self->active_note != NULL && g_ptr_array_find (notes, self->active_note, NULL))
    return g_object_ref (self->active_note);
  if (held && notes->len > 0)
    return g_object_ref (g_ptr_array_index (notes, notes->len - 1));
  return NULL;
}

static GdkContentProvider *
prepare_cb (ChanceryReader *self,
            double          x,
            double          y,
            GtkDragSource  *source)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (source);
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);
  guint32 held_ms = gtk_event_controller_get_current_event_time (controller) - self->pressed_ms;
  g_autoptr (ChanceryNote) note = NULL;
  g_autofree char *passage = NULL;
  guint offset, from, to;

  /* A finger scrolls; a handle goes by itself. */
  if (self->article == NULL || self->handle_note != NULL ||
      (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN) ||
      !chancery_reader_text_get_offset_at (self->text, x, y, &offset))
    return NULL;

  g_set_str (&self->dragged, NULL);
  if (self->pressed_selected && chancery_reader_text_get_selection (self->text, &from, &to) && offset >= from && offset < to)
    {
      passage = dup_passage (self);
      if (passage == NULL)
        return NULL;
      g_set_str (&self->dragged, passage);
      return chancery_quotation_new_for_passage (passage, self->article);
    }

  note = dup_note_to_drag (self, offset, held_ms >= HOLD_MS);
  if (note == NULL)
    return NULL;
  /* The first pixels have begun to select. */
  chancery_reader_text_place_caret (self->text, offset);
  g_set_str (&self->dragged, chancery_note_get_selector (note)->exact);
  return chancery_quotation_new_for_note (note, self->article);
}

static void
drag_begin_cb (ChanceryReader *self,
               GdkDrag        *drag)
{
  chancery_reader_popdown_toolbar (self);
  chancery_quotation_show_drag (drag, self->dragged != NULL ? self->dragged : "");
}

static void
pressed_cb (ChanceryReader  *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  guint from, to;

  self->pressed_ms = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));
  self->pressed_selected = chancery_reader_text_get_selection (self->text, &from, &to);
}

/* The text view's own gesture takes each press for itself, to select; those of its group keep it, too. */
static void
join_selecting (ChanceryReader *self,
                GtkGesture     *source)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->text));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        gtk_gesture_group (GTK_GESTURE (controller), source);
    }
}

/* The text view has its own way to drag a selection, as bare words; this comes before it. */
void
chancery_reader_add_drag (ChanceryReader *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), GTK_EVENT_CONTROLLER (press));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), GTK_EVENT_CONTROLLER (source));
  join_selecting (self, GTK_GESTURE (source));
}
