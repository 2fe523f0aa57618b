/* chancery-due-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-due-dialog.h"

#include <glib/gi18n.h>

#include "chancery-due.h"
#include "chancery-note-card-rows.h"
#include "chancery-note-card.h"

struct _ChanceryDueDialog
{
  AdwDialog parent_instance;

  ChanceryLibrary *library; /* (owned) */
  ChanceryCatalogue *catalogue; /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned): of the list that is waited for */
  ChanceryDate today;
  ChanceryNote *activated; /* (owned) (nullable): where to go once it has closed */

  GtkStack *stack;
  AdwStatusPage *empty;
  GtkListView *view;
  GtkSingleSelection *selection;
  GtkSortListModel *sorted;
  GListStore *notes;
};

enum
{
  SIGNAL_NOTE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryDueDialog, chancery_due_dialog, ADW_TYPE_DIALOG)

static const char *
get_title (ChanceryDueStatus status)
{
  switch (status)
    {
    case CHANCERY_DUE_OVERDUE:
      return C_("due notes", "Overdue");
    case CHANCERY_DUE_TODAY:
      return C_("due notes", "Today");
    case CHANCERY_DUE_THIS_WEEK:
      /* Translators: in the next seven days */
      return C_("due notes", "This Week");
    case CHANCERY_DUE_SETTLED:
      /* Translators: forecasts that were borne out or refuted */
      return C_("due notes", "Settled");
    case CHANCERY_DUE_LATER:
    case CHANCERY_DUE_NEVER:
    default:
      return C_("due notes", "Later");
    }
}

/* Sections; in each, the library's order stays. */
static int
compare_status (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  ChanceryDueDialog *self = CHANCERY_DUE_DIALOG (user_data);

  return (int) chancery_note_get_due_status ((ChanceryNote *) a, self->today) -
         (int) chancery_note_get_due_status ((ChanceryNote *) b, self->today);
}

static void
activate (ChanceryDueDialog *self,
          ChanceryNote      *note)
{
  g_set_object (&self->activated, note);
  adw_dialog_close (ADW_DIALOG (self));
}

/* Now, since a dialog that closes gives the focus back to where it was. */
static void
chancery_due_dialog_closed (AdwDialog *dialog)
{
  ChanceryDueDialog *self = CHANCERY_DUE_DIALOG (dialog);
  g_autoptr (ChanceryNote) activated = g_steal_pointer (&self->activated);

  if (activated != NULL)
    g_signal_emit (self, signals[SIGNAL_NOTE_ACTIVATED], 0, activated);
}

static void
card_activated_cb (ChanceryNoteCard *card,
                   gpointer          user_data)
{
  activate (CHANCERY_DUE_DIALOG (user_data), chancery_note_card_get_note (card));
}

static void
activate_cb (GtkListView *view,
             guint        position,
             gpointer     user_data)
{
  ChanceryDueDialog *self = CHANCERY_DUE_DIALOG (user_data);
  g_autoptr (ChanceryNote) note = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (note != NULL)
    activate (self, note);
}

/* Rows */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  chancery_note_card_rows_setup (item, G_CALLBACK (card_activated_cb), user_data);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  chancery_note_card_rows_bind (item, CHANCERY_DUE_DIALOG (user_data)->catalogue);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  chancery_note_card_rows_unbind (item);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header,
                 gpointer                  user_data)
{
  chancery_note_card_rows_setup_header (header);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory,
                GtkListHeader            *header,
                gpointer                  user_data)
{
  ChanceryDueDialog *self = CHANCERY_DUE_DIALOG (user_data);
  ChanceryNote *note = gtk_list_header_get_item (header);

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)),
                       get_title (chancery_note_get_due_status (note, self->today)));
}

/* What is listed */

static void
focus_first (ChanceryDueDialog *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;

  gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  /* The notes may be there before the dialog is shown, which then puts the focus where it was told to. */
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->view));
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChanceryDueDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = chancery_library_load_notes_finish (CHANCERY_LIBRARY (object), result, &error);
  gboolean is_first;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->stack == NULL)
    return;
  if (notes == NULL)
    {
      adw_status_page_set_title (self->empty, _("The Notes Can’t Be Listed"));
      adw_status_page_set_description (self->empty, error->message);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  is_first = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "loading");
  self->today = chancery_due_get_today ();
  g_list_store_splice (self->notes, 0, g_list_model_get_n_items (G_LIST_MODEL (self->notes)), notes->pdata, notes->len);
  gtk_stack_set_visible_child_name (self->stack, notes->len > 0 ? "list" : "empty");
  if (is_first)
    focus_first (self);
}

static void
load (ChanceryDueDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  chancery_library_load_notes_async (self->library, &(ChanceryNoteFilter) {
    .due_only = TRUE,
    .sort = CHANCERY_NOTE_SORT_DUE,
  }, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
chancery_due_dialog_dispose (GObject *object)
{
  ChanceryDueDialog *self = CHANCERY_DUE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), CHANCERY_TYPE_DUE_DIALOG);
  g_clear_object (&self->activated);
  g_clear_object (&self->library);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (chancery_due_dialog_parent_class)->dispose (object);
}

static void
chancery_due_dialog_class_init (ChanceryDueDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chancery_due_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = chancery_due_dialog_closed;

  /**
   * ChanceryDueDialog::note-activated:
   * @note: the note
   *
   * The user wants to see the passage of a note. The dialog has closed.
   */
  signals[SIGNAL_NOTE_ACTIVATED] = g_signal_new ("note-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, CHANCERY_TYPE_NOTE);

  g_type_ensure (CHANCERY_TYPE_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/notes/chancery-due-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryDueDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ChanceryDueDialog, empty);
  gtk_widget_class_bind_template_child (widget_class, ChanceryDueDialog, view);
  gtk_widget_class_bind_template_child (widget_class, ChanceryDueDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, ChanceryDueDialog, sorted);
  gtk_widget_class_bind_template_child (widget_class, ChanceryDueDialog, notes);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
chancery_due_dialog_init (ChanceryDueDialog *self)
{
  g_autoptr (GtkSorter) sections = GTK_SORTER (gtk_custom_sorter_new (compare_status, self, NULL));

  gtk_widget_init_template (GTK_WIDGET (self));
  self->today = chancery_due_get_today ();
  gtk_sort_list_model_set_section_sorter (self->sorted, sections);
}

/**
 * chancery_due_dialog_new:
 * @library: where the notes are
 * @catalogue: (nullable): where the names of states are
 *
 * Returns: (transfer floating): a dialog that lists what is due, and follows changes
 */
AdwDialog *
chancery_due_dialog_new (ChanceryLibrary   *library,
                         ChanceryCatalogue *catalogue)
{
  ChanceryDueDialog *self = g_object_new (CHANCERY_TYPE_DUE_DIALOG, NULL);

  self->library = g_object_ref (library);
  g_set_object (&self->catalogue, catalogue);
  g_signal_connect_object (library, "notes-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return ADW_DIALOG (self);
}
