/* chancery-window-due.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-window-private.h"

#include <glib/gi18n.h>

#include "notes/chancery-due-dialog.h"
#include "notes/chancery-due.h"

/* What is due: how many notes, and the list of them. */

/* More are counted without looking which of them are settled. */
#define MAX_LOOKED_AT 1000

static void
show_count (ChanceryWindow *self,
            guint           n_due)
{
  g_autofree char *number = g_strdup_printf ("%'u", n_due);
  g_autofree char *message = g_strdup_printf (ngettext ("%'u note is due", "%'u notes are due", n_due), n_due);

  if (self->due_button == NULL)
    return;

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (gtk_button_get_child (self->due_button))), number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->due_button), message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->due_button), GTK_ACCESSIBLE_PROPERTY_LABEL, message, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->due_button), n_due > 0);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GPtrArray) notes = chancery_library_load_notes_finish (CHANCERY_LIBRARY (source), result, NULL);
  const ChanceryDate today = chancery_due_get_today ();
  guint n_due = 0;

  if (notes == NULL)
    return;

  for (guint i = 0; i < notes->len; i++)
    if (chancery_note_get_due_status (notes->pdata[i], today) != CHANCERY_DUE_SETTLED)
      n_due++;
  show_count (self, n_due);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  guint n_due;

  if (!chancery_library_count_notes_finish (CHANCERY_LIBRARY (source), result, &n_due, NULL) || self->context == NULL)
    return;

  if (n_due == 0 || n_due > MAX_LOOKED_AT)
    show_count (self, n_due);
  else
    chancery_library_load_notes_async (CHANCERY_LIBRARY (source), &(ChanceryNoteFilter) {
      .due_by = chancery_due_get_today (),
    }, self->cancellable, loaded_cb, g_object_ref (self));
}

/**
 * chancery_window_count_due:
 * @self: the window
 *
 * Counts the notes that are due today or were before.
 */
void
chancery_window_count_due (ChanceryWindow *self)
{
  ChanceryLibrary *library = self->context != NULL ? chancery_context_get_library (self->context) : NULL;

  if (library != NULL)
    chancery_library_count_notes_async (library, &(ChanceryNoteFilter) {
      .due_by = chancery_due_get_today (),
    }, self->cancellable, counted_cb, g_object_ref (self));
}

static void
note_activated_cb (ChanceryWindow *self,
                   ChanceryNote   *note)
{
  if (self->context != NULL)
    chancery_window_show_note (self, note);
}

static void
due_notes_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  ChanceryLibrary *library = chancery_context_get_library (self->context);
  AdwDialog *dialog;

  if (library == NULL)
    return;

  dialog = chancery_due_dialog_new (library, chancery_context_get_catalogue (self->context));
  g_signal_connect_object (dialog, "note-activated", G_CALLBACK (note_activated_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/**
 * chancery_window_show_note:
 * @self: the window
 * @note: a note
 *
 * Goes to the note's passage or, if it is on no article, to its card.
 */
void
chancery_window_show_note (ChanceryWindow *self,
                           ChanceryNote   *note)
{
  if (chancery_note_get_article_uid (note) != NULL)
    {
      chancery_reader_focus_text (self->reader);
      chancery_window_activate_note (self, note);
      return;
    }

  chancery_window_set_notes_shown (self, TRUE);
  chancery_notes_panel_set_scope (self->notes_panel, CHANCERY_NOTES_SCOPE_ALL);
  chancery_notes_panel_focus_note (self->notes_panel, note);
}

void
chancery_window_install_due_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.due-notes", NULL, due_notes_action);
}
