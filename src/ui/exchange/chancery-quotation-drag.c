/* chancery-quotation-drag.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-quotation-drag.h"

#include <glib/gi18n.h>

#include "chancery-quotation.h"

#define MAX_CHARS 200
#define WIDTH_CHARS 36
#define MAX_LINES 4

typedef struct
{
  ChanceryDraggedNotesFunc get_notes;
  ChanceryDraggedLibraryFunc get_library;
  gpointer user_data;
  char *text; /* (owned) (nullable): what is shown beside the pointer */
} Source;

static void
source_free (gpointer  data,
             GClosure *closure)
{
  Source *source = data;

  g_free (source->text);
  g_free (source);
}

/**
 * chancery_quotation_show_drag:
 * @drag: a drag that has begun
 * @text: what is dragged
 *
 * Shows the beginning of the words beside the pointer.
 */
void
chancery_quotation_show_drag (GdkDrag    *drag,
                              const char *text)
{
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_CHARS));
  GtkWidget *label = gtk_label_new (start);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dragged-quotation");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

static const char *
get_words (ChanceryNote *note)
{
  const ChancerySelector *selector = chancery_note_get_selector (note);

  return selector != NULL && selector->exact != NULL ? selector->exact : chancery_note_get_body (note);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *drag_source,
            double         x,
            double         y,
            gpointer       user_data)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (drag_source);
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);
  Source *source = user_data;
  g_autoptr (GPtrArray) notes = NULL;

  /* A finger scrolls. */
  if (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN)
    return NULL;

  notes = source->get_notes (gtk_event_controller_get_widget (controller), source->user_data);
  if (notes == NULL || notes->len == 0)
    return NULL;

  g_free (source->text);
  source->text = notes->len == 1 ? g_strdup (get_words (g_ptr_array_index (notes, 0)))
                                 : g_strdup_printf (ngettext ("%'u note", "%'u notes", notes->len), notes->len);
  return chancery_quotation_new (notes, source->get_library (source->user_data));
}

static void
drag_begin_cb (GtkDragSource *drag_source,
               GdkDrag       *drag,
               gpointer       user_data)
{
  Source *source = user_data;

  chancery_quotation_show_drag (drag, source->text);
}

/**
 * chancery_quotation_drag_from:
 * @widget: what shows a note
 * @get_notes: tells which notes are dragged
 * @get_library: tells where their articles are
 * @user_data: for both; it must live as long as @widget
 *
 * Lets notes be dragged out, as quotations with where they are from.
 */
void
chancery_quotation_drag_from (GtkWidget                  *widget,
                              ChanceryDraggedNotesFunc    get_notes,
                              ChanceryDraggedLibraryFunc  get_library,
                              gpointer                    user_data)
{
  GtkDragSource *drag_source = gtk_drag_source_new ();
  Source *source = g_new0 (Source, 1);

  source->get_notes = get_notes;
  source->get_library = get_library;
  source->user_data = user_data;
  gtk_drag_source_set_actions (drag_source, GDK_ACTION_COPY);
  g_signal_connect_data (drag_source, "prepare", G_CALLBACK (prepare_cb), source, source_free, G_CONNECT_DEFAULT);
  g_signal_connect (drag_source, "drag-begin", G_CALLBACK (drag_begin_cb), source);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag_source));
}
