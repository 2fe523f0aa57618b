/* chancery-list-filler.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-list-filler.h"

#include "chancery-head-selection.h"

/* More than are in sight at first. */
#define N_ROWS_FIRST 20
#define N_ROWS_A_FRAME 8
/* A list view makes no more than these at once. */
#define N_ROWS_MOST 200

/**
 * ChanceryListFiller:
 *
 * Has a list view make its rows as they are of use: first those in sight, and
 * the others, a few a frame, when the pointer or the focus comes to the list or
 * it is scrolled. When all items are replaced it begins anew.
 */
struct _ChanceryListFiller
{
  GObject parent_instance;

  GtkListView *list; /* (unowned) (nullable) */
  GtkScrolledWindow *scroller; /* (unowned) */
  GtkEventController *pointer; /* (unowned): the scroller's, like the next */
  GtkEventController *focus;
  ChanceryHeadSelection *head; /* (owned) */
  GtkSelectionModel *model; /* (owned) (nullable) */
  guint fill_id;
};

G_DEFINE_FINAL_TYPE (ChanceryListFiller, chancery_list_filler, G_TYPE_OBJECT)

static gboolean
fill_cb (GtkWidget     *list,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  ChanceryListFiller *self = user_data;
  guint size = chancery_head_selection_get_size (self->head) + N_ROWS_A_FRAME;

  chancery_head_selection_set_size (self->head, size < N_ROWS_MOST ? size : G_MAXUINT);
  if (!chancery_head_selection_is_whole (self->head))
    return G_SOURCE_CONTINUE;

  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

static void
fill (ChanceryListFiller *self)
{
  if (self->fill_id == 0 && !chancery_head_selection_is_whole (self->head))
    self->fill_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), fill_cb, self, NULL);
}

static void
stop_filling (ChanceryListFiller *self)
{
  if (self->fill_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->fill_id);
  self->fill_id = 0;
}

static gboolean
is_in_use (ChanceryListFiller *self)
{
  return gtk_event_controller_motion_contains_pointer (GTK_EVENT_CONTROLLER_MOTION (self->pointer)) ||
         gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (self->focus));
}

/* A scrollbar would be shown, and fade away again in dozens of frames, each time that the list is made: it waits
 * for the pointer or the focus. */
static void
entered_cb (ChanceryListFiller *self)
{
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  fill (self);
}

/* A high window may need more than the first rows, too. */
static void
scrolled_cb (ChanceryListFiller *self,
             GtkAdjustment      *adjustment)
{
  if (gtk_adjustment_get_value (adjustment) + 2 * gtk_adjustment_get_page_size (adjustment) >
      gtk_adjustment_get_upper (adjustment))
    fill (self);
}

static void
items_changed_cb (ChanceryListFiller *self)
{
  if (chancery_head_selection_is_whole (self->head))
    return;

  if (is_in_use (self))
    fill (self);
  else
    gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
}

static void
chancery_list_filler_dispose (GObject *object)
{
  ChanceryListFiller *self = CHANCERY_LIST_FILLER (object);

  if (self->list != NULL)
    {
      stop_filling (self);
      g_object_remove_weak_pointer (G_OBJECT (self->list), (gpointer *) &self->list);
      self->list = NULL;
    }
  chancery_list_filler_set_model (self, NULL);
  g_clear_object (&self->head);

  G_OBJECT_CLASS (chancery_list_filler_parent_class)->dispose (object);
}

static void
chancery_list_filler_class_init (ChanceryListFillerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = chancery_list_filler_dispose;
}

static void
chancery_list_filler_init (ChanceryListFiller *self)
{
  self->head = chancery_head_selection_new (N_ROWS_FIRST);
}

/**
 * chancery_list_filler_new:
 * @list: a list view
 * @scroller: where it is
 *
 * Returns: (transfer full): what gives @list its items
 */
ChanceryListFiller *
chancery_list_filler_new (GtkListView       *list,
                          GtkScrolledWindow *scroller)
{
  ChanceryListFiller *self = g_object_new (CHANCERY_TYPE_LIST_FILLER, NULL);

  self->list = list;
  g_object_add_weak_pointer (G_OBJECT (list), (gpointer *) &self->list);
  self->scroller = scroller;
  self->pointer = gtk_event_controller_motion_new ();
  self->focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (self->pointer, "enter", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->focus, "enter", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (scroller), self->pointer);
  gtk_widget_add_controller (GTK_WIDGET (scroller), self->focus);
  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
  gtk_list_view_set_model (list, GTK_SELECTION_MODEL (self->head));
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), "changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * chancery_list_filler_set_model:
 * @self: the filler
 * @model: (nullable): what the list is to show in the end
 */
void
chancery_list_filler_set_model (ChanceryListFiller *self,
                                GtkSelectionModel  *model)
{
  g_return_if_fail (CHANCERY_IS_LIST_FILLER (self));

  if (self->model == model)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  chancery_head_selection_set_model (self->head, model);
  if (model == NULL)
    return;

  /* After the head's own handler. */
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (self);
}

/**
 * chancery_list_filler_scroll_to:
 * @self: the filler
 * @position: an item of the model
 * @flags: what to do beside
 *
 * As gtk_list_view_scroll_to(), also to an item whose row isn't there yet.
 */
void
chancery_list_filler_scroll_to (ChanceryListFiller *self,
                                guint               position,
                                GtkListScrollFlags  flags)
{
  g_return_if_fail (CHANCERY_IS_LIST_FILLER (self));

  if (self->model == NULL || position >= g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    return;

  if (position >= chancery_head_selection_get_size (self->head))
    chancery_head_selection_set_size (self->head,
                                      position < N_ROWS_MOST ? position + N_ROWS_FIRST : G_MAXUINT);
  gtk_list_view_scroll_to (self->list, position, flags, NULL);
}
