/* chancery-note-list.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-list-private.h"

#include <adwaita.h>

#include "chancery-note-loading.h"
#include "exchange/chancery-quotation-drag.h"

/* How far to look for a note in a list that may be read page by page. */
#define MAX_SEARCHED 4096

typedef enum
{
  PROP_N_SELECTED = 1,
} ChanceryNoteListProps;

static GParamSpec *props[PROP_N_SELECTED + 1];

/* A quotation of more is an export. */
#define MAX_DRAGGED 100

enum
{
  SIGNAL_NOTE_ACTIVATED,
  SIGNAL_NOTES_REMOVED,
  SIGNAL_COPY_REQUESTED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryNoteList, chancery_note_list, GTK_TYPE_WIDGET)

/* Finding notes and cards */

static gboolean
is_note (ChanceryNote *note,
         const char   *uid)
{
  return g_str_equal (chancery_note_get_uid (note), uid);
}

ChanceryNoteCard *
chancery_note_list_find_card (ChanceryNoteList *self,
           const char       *uid,
           guint            *position)
{
  GHashTableIter iter;
  gpointer card;
  gpointer item;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &card, &item))
    if (is_note (chancery_note_card_get_note (card), uid))
      {
        if (position != NULL)
          *position = gtk_list_item_get_position (item);
        return card;
      }

  return NULL;
}

/* Where a note is: among the cards, or near the beginning. */
guint
chancery_note_list_find_position (ChanceryNoteList *self,
               const char       *uid)
{
  guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (self->selection)), MAX_SEARCHED);
  guint position;

  if (chancery_note_list_find_card (self, uid, &position) != NULL)
    return position;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ChanceryNote) note = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (is_note (note, uid))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

GtkWidget *
chancery_note_list_get_focus (ChanceryNoteList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

void
chancery_note_list_focus_position (ChanceryNoteList *self,
                guint             position)
{
  chancery_list_filler_scroll_to (self->filler, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT);
  /* From elsewhere, the focus does not follow by itself. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->view)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Editing in place */

static void
focus_card_cb (ChanceryNoteEditing *editing,
               ChanceryNoteCard    *card,
               gpointer             user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);

  chancery_note_list_focus_position (self, gtk_list_item_get_position (g_hash_table_lookup (self->cards, card)));
}

void
chancery_note_list_start_editing (ChanceryNoteList *self,
               ChanceryNote     *note,
               guint             position)
{
  if (self->history == NULL || *chancery_note_get_uid (note) == '\0')
    return;

  chancery_note_editing_start (self->editing, note);
  chancery_list_filler_scroll_to (self->filler, position, GTK_LIST_SCROLL_SELECT);
}

/* Rows */

static void
card_activated_cb (ChanceryNoteCard *card,
                   gpointer          user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  ChanceryNote *note = chancery_note_card_get_note (card);

  if (note != NULL && *chancery_note_get_uid (note) != '\0')
    g_signal_emit (self, signals[SIGNAL_NOTE_ACTIVATED], 0, note);
}

static void
card_menu_requested_cb (ChanceryNoteCard *card,
                        double            x,
                        double            y,
                        gpointer          user_data)
{
  chancery_note_list_show_menu (CHANCERY_NOTE_LIST (user_data), card, x, y);
}

/* With a card that is among several selected, all of these are dragged. */
static GPtrArray *
get_dragged_notes (GtkWidget *card,
                   gpointer   user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  GtkListItem *item = g_hash_table_lookup (self->cards, card);
  ChanceryNote *note = chancery_note_card_get_note (CHANCERY_NOTE_CARD (card));
  g_autoptr (GtkBitset) selected = NULL;
  GPtrArray *notes;

  if (note == NULL || *chancery_note_get_uid (note) == '\0' ||
      chancery_note_card_get_editor (CHANCERY_NOTE_CARD (card)) != NULL)
    return NULL;

  notes = g_ptr_array_new_with_free_func (g_object_unref);
  selected = gtk_selection_model_get_selection (selection);
  if (item == NULL || !gtk_bitset_contains (selected, gtk_list_item_get_position (item)) ||
      gtk_bitset_get_size (selected) > MAX_DRAGGED)
    {
      g_ptr_array_add (notes, g_object_ref (note));
      return notes;
    }

  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    {
      g_autoptr (ChanceryNote) each = g_list_model_get_item (G_LIST_MODEL (selection), gtk_bitset_get_nth (selected, i));

      /* Not those of a page that has not been read. */
      if (*chancery_note_get_uid (each) != '\0')
        g_ptr_array_add (notes, g_steal_pointer (&each));
    }
  return notes;
}

static ChanceryLibrary *
get_library (gpointer user_data)
{
  return CHANCERY_NOTE_LIST (user_data)->library;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  GtkWidget *card = chancery_note_card_new ();

  g_signal_connect (card, "activated", G_CALLBACK (card_activated_cb), self);
  g_signal_connect (card, "menu-requested", G_CALLBACK (card_menu_requested_cb), self);
  chancery_quotation_drag_from (card, get_dragged_notes, get_library, self);
  g_object_bind_property (card, "summary", item, "accessible-label", G_BINDING_DEFAULT);
  gtk_list_item_set_child (item, card);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  ChanceryNoteCard *card = CHANCERY_NOTE_CARD (gtk_list_item_get_child (item));

  g_hash_table_insert (self->cards, card, item);
  chancery_note_card_set_link_loader (card, self->links);
  chancery_note_card_set_note (card, gtk_list_item_get_item (item), self->catalogue);
  chancery_note_editing_attach (self->editing, card);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  ChanceryNoteCard *card = CHANCERY_NOTE_CARD (gtk_list_item_get_child (item));

  chancery_note_editing_detach (self->editing, card);
  g_hash_table_remove (self->cards, card);
  chancery_note_card_set_note (card, NULL, NULL);
  chancery_note_card_set_link_loader (card, NULL);
}

static void
activate_cb (GtkListView *view,
             guint        position,
             gpointer     user_data)
{
  g_autoptr (ChanceryNote) note = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);

  if (note != NULL && *chancery_note_get_uid (note) != '\0')
    g_signal_emit (user_data, signals[SIGNAL_NOTE_ACTIVATED], 0, note);
}

void
chancery_note_list_set_pending (ChanceryNoteList *self,
             guint             position,
             const char       *uid,
             gboolean          edit)
{
  self->pending_position = position;
  g_set_str (&self->pending_uid, uid);
  self->pending_edit = edit;
}

/* Whether the focus is in the same pane, but not where somebody writes, or nowhere. */
static gboolean
has_focus_near (ChanceryNoteList *self)
{
  GtkWidget *focus = chancery_note_list_get_focus (self);
  GtkWidget *pane = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  return focus == NULL || (pane != NULL && gtk_widget_is_ancestor (focus, pane) && !GTK_IS_EDITABLE (focus));
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  gpointer    user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  g_autoptr (ChanceryNote) to_edit = NULL;
  guint n = g_list_model_get_n_items (model);
  guint wanted = GTK_INVALID_LIST_POSITION;

  if (self->pending_position != GTK_INVALID_LIST_POSITION && n_removed > n_added)
    {
      guint next = MIN (self->pending_position, n - 1);

      chancery_note_list_set_pending (self, GTK_INVALID_LIST_POSITION, self->pending_uid, self->pending_edit);
      /* With the last one, whoever shows the list looks after the focus. */
      if (n > 0)
        chancery_note_list_focus_position (self, next);
    }

  if (self->pending_uid == NULL && g_hash_table_size (self->removed) == 0)
    return;

  for (guint i = position; i < position + MIN (n_added, MAX_SEARCHED); i++)
    {
      g_autoptr (ChanceryNote) note = g_list_model_get_item (model, i);
      gboolean comes_back = note != NULL && g_hash_table_remove (self->removed, chancery_note_get_uid (note));
      gboolean edit = self->pending_edit;

      if (self->pending_uid != NULL && is_note (note, self->pending_uid))
        {
          chancery_note_list_set_pending (self, GTK_INVALID_LIST_POSITION, NULL, FALSE);
          wanted = i;
          if (edit)
            to_edit = g_object_ref (note);
        }
      else if (comes_back && wanted == GTK_INVALID_LIST_POSITION && has_focus_near (self))
        wanted = i;
    }

  if (wanted != GTK_INVALID_LIST_POSITION)
    chancery_note_list_focus_position (self, wanted);
  if (to_edit != NULL)
    chancery_note_list_start_editing (self, to_edit, wanted);
}

/* Told by the commands */

/**
 * chancery_note_list_edited:
 * @self: a list
 * @removed: (nullable) (element-type ChanceryNote): notes that were to be removed
 * @error: (nullable): why nothing was changed
 *
 * Says what came of a command.
 */
void
chancery_note_list_edited (ChanceryNoteList *self,
                           GPtrArray        *removed,
                           const GError     *error)
{
  if (error != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  else if (removed != NULL)
    {
      for (guint i = 0; i < removed->len; i++)
        g_hash_table_add (self->removed, g_strdup (chancery_note_get_uid (g_ptr_array_index (removed, i))));
      g_signal_emit (self, signals[SIGNAL_NOTES_REMOVED], 0, removed);
    }
  if (error != NULL || removed != NULL)
    chancery_note_list_set_pending (self, GTK_INVALID_LIST_POSITION, self->pending_uid, self->pending_edit);
}

void
chancery_note_list_request_copy (ChanceryNoteList *self,
                                 GPtrArray        *notes)
{
  g_signal_emit (self, signals[SIGNAL_COPY_REQUESTED], 0, notes);
}

static void
selection_changed_cb (ChanceryNoteList *self)
{
  chancery_note_list_update_commands (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_SELECTED]);
}

/* The object */

static void
chancery_note_list_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((ChanceryNoteListProps) prop_id)
    {
    case PROP_N_SELECTED:
      g_value_set_uint (value, chancery_note_list_get_n_selected (CHANCERY_NOTE_LIST (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_note_list_dispose (GObject *object)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (object);

  if (self->view != NULL)
    {
      chancery_note_editing_end (self->editing);
      gtk_multi_selection_set_model (self->selection, NULL);
      g_signal_handlers_disconnect_by_data (self->selection, self);
    }
  g_clear_object (&self->filler);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), CHANCERY_TYPE_NOTE_LIST);
  g_clear_object (&self->editing);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->history);
  g_clear_object (&self->library);
  g_clear_object (&self->links);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (chancery_note_list_parent_class)->dispose (object);
}

static void
chancery_note_list_finalize (GObject *object)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (object);

  g_hash_table_unref (self->cards);
  g_hash_table_unref (self->removed);
  g_free (self->pending_uid);
  g_clear_pointer (&self->source, chancery_note_filter_free);

  G_OBJECT_CLASS (chancery_note_list_parent_class)->finalize (object);
}

static void
chancery_note_list_class_init (ChanceryNoteListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = chancery_note_list_get_property;
  object_class->dispose = chancery_note_list_dispose;
  object_class->finalize = chancery_note_list_finalize;

  /**
   * ChanceryNoteList:n-selected:
   *
   * How many notes are selected.
   */
  props[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ChanceryNoteList::note-activated:
   * @note: the note
   *
   * A note was clicked, or Enter was pressed on it.
   */
  signals[SIGNAL_NOTE_ACTIVATED] = g_signal_new ("note-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, CHANCERY_TYPE_NOTE);

  /**
   * ChanceryNoteList::notes-removed:
   * @notes: (element-type ChanceryNote): the notes as they were
   *
   * The user removed notes, and they are gone.
   */
  signals[SIGNAL_NOTES_REMOVED] = g_signal_new ("notes-removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  /**
   * ChanceryNoteList::copy-requested:
   * @notes: (element-type ChanceryNote): the notes
   *
   * The user wants the passages of notes on the clipboard.
   */
  signals[SIGNAL_COPY_REQUESTED] = g_signal_new ("copy-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  /**
   * ChanceryNoteList::failed:
   * @error: why
   *
   * What the user did to a note could not be written.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/notes/chancery-note-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteList, scroller);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteList, view);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteList, selection);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteList, menu);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_set_css_name (widget_class, "notelist");
}

static void
chancery_note_list_init (ChanceryNoteList *self)
{
  self->pending_position = GTK_INVALID_LIST_POSITION;
  self->cards = g_hash_table_new (NULL, NULL);
  self->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->editing = chancery_note_editing_new ();
  g_signal_connect (self->editing, "focus-card", G_CALLBACK (focus_card_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filler = chancery_list_filler_new (self->view, self->scroller);
  chancery_list_filler_set_model (self->filler, GTK_SELECTION_MODEL (self->selection));
  /* After the list has its rows. */
  g_signal_connect (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self);
  chancery_note_list_add_commands (self);
}

/**
 * chancery_note_list_set_model:
 * @self: a list
 * @model: (nullable) (element-type ChanceryNote): what to show
 */
void
chancery_note_list_set_model (ChanceryNoteList *self,
                              GListModel       *model)
{
  g_return_if_fail (CHANCERY_IS_NOTE_LIST (self));

  gtk_multi_selection_set_model (self->selection, model);
}

/**
 * chancery_note_list_set_source:
 * @self: a list
 * @source: (nullable): what the model holds, if it is read page by page
 *
 * Says how to get at notes that are selected and have not been read yet.
 */
void
chancery_note_list_set_source (ChanceryNoteList         *self,
                               const ChanceryNoteFilter *source)
{
  g_return_if_fail (CHANCERY_IS_NOTE_LIST (self));

  g_clear_pointer (&self->source, chancery_note_filter_free);
  self->source = source != NULL ? chancery_note_filter_copy (source) : NULL;
}

/**
 * chancery_note_list_get_actions:
 * @self: a list
 *
 * Returns: (transfer none): what can be done with notes, by prefix "note"
 */
GActionGroup *
chancery_note_list_get_actions (ChanceryNoteList *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE_LIST (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

guint
chancery_note_list_get_n_selected (ChanceryNoteList *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (CHANCERY_IS_NOTE_LIST (self), 0);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return (guint) MIN (gtk_bitset_get_size (selected), G_MAXUINT);
}

/**
 * chancery_note_list_unselect:
 * @self: a list
 *
 * Leaves at most the note with the focus selected.
 */
void
chancery_note_list_unselect (ChanceryNoteList *self)
{
  GtkWidget *focus = chancery_note_list_get_focus (self);
  GtkWidget *card = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  GtkListItem *item = card != NULL ? g_hash_table_lookup (self->cards, card) : NULL;

  g_return_if_fail (CHANCERY_IS_NOTE_LIST (self));

  if (item != NULL)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), gtk_list_item_get_position (item), TRUE);
  else
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

/**
 * chancery_note_list_load_selected_async:
 * @self: a list
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Gets the notes that are selected, read or not.
 */
void
chancery_note_list_load_selected_async (ChanceryNoteList    *self,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_if_fail (CHANCERY_IS_NOTE_LIST (self));

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  chancery_notes_load_async (G_LIST_MODEL (self->selection), selected, self->library, self->source, cancellable,
                             callback, user_data);
}

/**
 * chancery_note_list_set_catalogue:
 * @self: a list
 * @catalogue: (nullable): where the names of states are
 */
void
chancery_note_list_set_catalogue (ChanceryNoteList  *self,
                                  ChanceryCatalogue *catalogue)
{
  GHashTableIter iter;
  gpointer card;

  g_return_if_fail (CHANCERY_IS_NOTE_LIST (self));

  if (!g_set_object (&self->catalogue, catalogue))
    return;

  chancery_note_editing_set_catalogue (self->editing, catalogue);
  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &card, NULL))
    chancery_note_card_set_note (card, chancery_note_card_get_note (card), catalogue);
}

/**
 * chancery_note_list_set_history:
 * @self: a list
 * @history: (nullable): what changes notes; %NULL for a list to read only
 */
void
chancery_note_list_set_history (ChanceryNoteList *self,
                                ChanceryHistory  *history)
{
  g_return_if_fail (CHANCERY_IS_NOTE_LIST (self));

  g_set_object (&self->history, history);
  chancery_note_editing_set_history (self->editing, history);
}

/**
 * chancery_note_list_set_library:
 * @self: a list
 * @library: (nullable): where articles and notes are read from
 */
void
chancery_note_list_set_library (ChanceryNoteList *self,
                                ChanceryLibrary  *library)
{
  GHashTableIter iter;
  gpointer card;

  g_return_if_fail (CHANCERY_IS_NOTE_LIST (self));

  if (!g_set_object (&self->library, library))
    return;

  g_clear_object (&self->links);
  self->links = library != NULL ? chancery_link_loader_new (library, FALSE) : NULL;
  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &card, NULL))
    chancery_note_card_set_link_loader (card, self->links);
  chancery_note_editing_set_library (self->editing, library);
}

/**
 * chancery_note_list_set_known_tags:
 * @self: a list
 * @tags: (nullable) (element-type GtkStringObject): tags to suggest; %NULL for
 *   those of the notes that were shown
 */
void
chancery_note_list_set_known_tags (ChanceryNoteList *self,
                                   GListModel       *tags)
{
  g_return_if_fail (CHANCERY_IS_NOTE_LIST (self));

  chancery_note_editing_set_known_tags (self->editing, tags);
}

/**
 * chancery_note_list_edit:
 * @self: a list
 * @note: a note
 *
 * Opens a note for editing in place, now or as soon as it is in the list.
 */
void
chancery_note_list_edit (ChanceryNoteList *self,
                         ChanceryNote     *note)
{
  guint position;

  g_return_if_fail (CHANCERY_IS_NOTE_LIST (self));
  g_return_if_fail (CHANCERY_IS_NOTE (note));

  position = chancery_note_list_find_position (self, chancery_note_get_uid (note));
  if (position != GTK_INVALID_LIST_POSITION)
    {
      g_autoptr (ChanceryNote) shown = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      chancery_note_list_start_editing (self, shown, position);
    }
  else
    {
      chancery_note_list_set_pending (self, GTK_INVALID_LIST_POSITION, chancery_note_get_uid (note), TRUE);
    }
}

/**
 * chancery_note_list_finish_editing:
 * @self: a list
 *
 * Saves what is being edited, and closes the editor.
 */
void
chancery_note_list_finish_editing (ChanceryNoteList *self)
{
  g_return_if_fail (CHANCERY_IS_NOTE_LIST (self));

  chancery_note_editing_end (self->editing);
}

/**
 * chancery_note_list_focus_note:
 * @self: a list
 * @uid: a note's uid
 *
 * Selects a note and gives it the focus, now or as soon as it is in the list.
 */
void
chancery_note_list_focus_note (ChanceryNoteList *self,
                               const char       *uid)
{
  guint position;

  g_return_if_fail (CHANCERY_IS_NOTE_LIST (self));

  position = chancery_note_list_find_position (self, uid);
  if (position != GTK_INVALID_LIST_POSITION)
    chancery_note_list_focus_position (self, position);
  else
    chancery_note_list_set_pending (self, GTK_INVALID_LIST_POSITION, uid, FALSE);
}
