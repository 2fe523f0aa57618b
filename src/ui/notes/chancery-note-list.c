/* chancery-note-list.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-list.h"

#include <glib/gi18n.h>

#include "chancery-colour-chooser.h"
#include "chancery-colour-namer.h"
#include "chancery-note-card.h"
#include "chancery-note-editing.h"
#include "exchange/chancery-quotation-drag.h"
#include "lists/chancery-list-filler.h"

/* How far to look for a note in a list that may be read page by page. */
#define MAX_SEARCHED 4096

struct _ChanceryNoteList
{
  GtkWidget parent_instance;

  ChanceryCatalogue *catalogue; /* (owned) (nullable) */
  ChanceryHistory *history; /* (owned) (nullable) */
  ChanceryLibrary *library; /* (owned) (nullable) */
  GSimpleActionGroup *actions; /* (owned) */

  GtkScrolledWindow *scroller;
  GtkListView *view;
  ChanceryListFiller *filler; /* (owned) */
  GtkSingleSelection *selection;
  GMenuModel *menu;
  GHashTable *cards; /* the cards that show a note → their GtkListItem */
  ChanceryNoteEditing *editing; /* (owned) */
  GtkWidget *popover; /* (nullable): made when it is needed, like the next */
  ChanceryColourChooser *menu_colour;

  /* What to focus once the list has changed. */
  guint pending_position; /* GTK_INVALID_LIST_POSITION for none */
  char *pending_uid;
  gboolean pending_edit;
};

enum
{
  SIGNAL_NOTE_ACTIVATED,
  SIGNAL_NOTE_REMOVED,
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

static ChanceryNoteCard *
find_card (ChanceryNoteList *self,
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
static guint
find_position (ChanceryNoteList *self,
               const char       *uid)
{
  guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (self->selection)), MAX_SEARCHED);
  guint position;

  if (find_card (self, uid, &position) != NULL)
    return position;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ChanceryNote) note = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (is_note (note, uid))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static GtkWidget *
get_focus (ChanceryNoteList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* The note that a command is for: the one with the focus or, with the focus
 * elsewhere, the one selected. */
static ChanceryNote *
get_target (ChanceryNoteList *self)
{
  GtkWidget *focus = get_focus (self);
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (child != NULL && CHANCERY_IS_NOTE_CARD (child) && g_hash_table_contains (self->cards, child))
    return chancery_note_card_get_note (CHANCERY_NOTE_CARD (child));

  return gtk_single_selection_get_selected_item (self->selection);
}

static void
focus_position (ChanceryNoteList *self,
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

  focus_position (self, gtk_list_item_get_position (g_hash_table_lookup (self->cards, card)));
}

static void
start_editing (ChanceryNoteList *self,
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
show_menu (ChanceryNoteList *self,
           ChanceryNoteCard *card,
           double            x,
           double            y);

static void
card_menu_requested_cb (ChanceryNoteCard *card,
                        double            x,
                        double            y,
                        gpointer          user_data)
{
  show_menu (CHANCERY_NOTE_LIST (user_data), card, x, y);
}

static GPtrArray *
get_dragged_notes (GtkWidget *card,
                   gpointer   user_data)
{
  ChanceryNote *note = chancery_note_card_get_note (CHANCERY_NOTE_CARD (card));
  GPtrArray *notes;

  if (note == NULL || *chancery_note_get_uid (note) == '\0' ||
      chancery_note_card_get_editor (CHANCERY_NOTE_CARD (card)) != NULL)
    return NULL;

  notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (notes, g_object_ref (note));
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

static void
set_pending (ChanceryNoteList *self,
             guint             position,
             const char       *uid,
             gboolean          edit)
{
  self->pending_position = position;
  g_set_str (&self->pending_uid, uid);
  self->pending_edit = edit;
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  gpointer    user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  guint n = g_list_model_get_n_items (model);

  if (self->pending_position != GTK_INVALID_LIST_POSITION && n_removed > n_added)
    {
      guint next = n > 0 ? MIN (self->pending_position, n - 1) : GTK_INVALID_LIST_POSITION;

      set_pending (self, GTK_INVALID_LIST_POSITION, self->pending_uid, self->pending_edit);
      focus_position (self, next);
    }

  if (self->pending_uid == NULL)
    return;

  for (guint i = position; i < position + MIN (n_added, MAX_SEARCHED); i++)
    {
      g_autoptr (ChanceryNote) note = g_list_model_get_item (model, i);
      gboolean edit = self->pending_edit;

      if (!is_note (note, self->pending_uid))
        continue;

      set_pending (self, GTK_INVALID_LIST_POSITION, NULL, FALSE);
      focus_position (self, i);
      if (edit)
        start_editing (self, note, i);
      break;
    }
}

/* Commands */

static void
selected_cb (GtkSingleSelection *selection,
             GParamSpec         *pspec,
             gpointer            user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  ChanceryNote *note = gtk_single_selection_get_selected_item (selection);
  GAction *kind = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "kind");

  if (note != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (kind),
                               g_variant_new_string (chancery_enum_to_nick (CHANCERY_TYPE_NOTE_KIND,
                                                                            (int) chancery_note_get_kind (note))));
}

static void
edit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  ChanceryNote *note = get_target (self);

  if (note != NULL)
    start_editing (self, note, find_position (self, chancery_note_get_uid (note)));
}

static void
copy_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  ChanceryNote *note = get_target (self);

  if (note != NULL && *chancery_note_get_uid (note) != '\0')
    g_signal_emit (self, signals[SIGNAL_COPY_REQUESTED], 0, note);
}

typedef struct
{
  ChanceryNoteList *list; /* (owned) */
  ChanceryNote *note; /* (owned) */
} Removal;

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Removal *removal = user_data;
  g_autoptr (ChanceryNoteList) self = removal->list;
  g_autoptr (ChanceryNote) note = removal->note;
  g_autoptr (GError) error = NULL;

  if (chancery_history_finish (CHANCERY_HISTORY (object), result, &error))
    g_signal_emit (self, signals[SIGNAL_NOTE_REMOVED], 0, note);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  set_pending (self, GTK_INVALID_LIST_POSITION, self->pending_uid, self->pending_edit);
}

static void
delete_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  ChanceryNote *note = get_target (self);
  Removal *removal;

  if (note == NULL || self->history == NULL || *chancery_note_get_uid (note) == '\0')
    return;

  if (chancery_note_editing_get_note (self->editing) == note)
    chancery_note_editing_end (self->editing);

  removal = g_new0 (Removal, 1);
  removal->list = g_object_ref (self);
  removal->note = g_object_ref (note);
  set_pending (self, find_position (self, chancery_note_get_uid (note)), NULL, FALSE);
  chancery_history_remove_note_async (self->history, note, NULL, removed_cb, removal);
}

static void
changed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ChanceryNoteList) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!chancery_history_finish (CHANCERY_HISTORY (object), result, &error))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
set_colour (ChanceryNoteList *self,
            ChanceryColour    colour)
{
  ChanceryNote *note = get_target (self);
  g_autoptr (ChanceryNote) changed = NULL;

  if (note == NULL || self->history == NULL || *chancery_note_get_uid (note) == '\0' ||
      chancery_note_get_colour (note) == colour)
    return;

  changed = chancery_note_copy (note);
  chancery_note_set_colour (changed, colour);
  chancery_history_change_note_async (self->history, note, changed, 0, NULL, changed_cb, g_object_ref (self));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), chancery_colour_namer_get_name (GTK_WIDGET (self), colour),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
colour_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  int colour;

  if (chancery_enum_from_nick (CHANCERY_TYPE_COLOUR, g_variant_get_string (parameter, NULL), &colour))
    set_colour (CHANCERY_NOTE_LIST (user_data), (ChanceryColour) colour);
}

static void
kind_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  ChanceryNote *note = get_target (self);
  g_autoptr (ChanceryNote) changed = NULL;
  int kind;

  if (note == NULL || self->history == NULL || *chancery_note_get_uid (note) == '\0' ||
      !chancery_enum_from_nick (CHANCERY_TYPE_NOTE_KIND, g_variant_get_string (parameter, NULL), &kind) ||
      chancery_note_get_kind (note) == (ChanceryNoteKind) kind)
    return;

  changed = chancery_note_copy (note);
  chancery_note_set_kind (changed, (ChanceryNoteKind) kind);
  chancery_history_change_note_async (self->history, note, changed, 0, NULL, changed_cb, g_object_ref (self));
  g_simple_action_set_state (action, parameter);
}

static void
menu_colour_chosen_cb (ChanceryColourChooser *chooser,
                       gpointer               user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  ChanceryColour colour = chancery_colour_chooser_get_colour (chooser);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  set_colour (self, colour);
}

static void
show_menu (ChanceryNoteList *self,
           ChanceryNoteCard *card,
           double            x,
           double            y)
{
  GtkListItem *item = g_hash_table_lookup (self->cards, card);
  ChanceryNote *note = chancery_note_card_get_note (card);
  graphene_point_t point;

  if (item == NULL || *chancery_note_get_uid (note) == '\0' ||
      !gtk_widget_compute_point (GTK_WIDGET (card), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model_full (self->menu, GTK_POPOVER_MENU_NESTED);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
      self->menu_colour = CHANCERY_COLOUR_CHOOSER (chancery_colour_chooser_new ());
      g_signal_connect (self->menu_colour, "chosen", G_CALLBACK (menu_colour_chosen_cb), self);
      gtk_popover_menu_add_child (GTK_POPOVER_MENU (self->popover), GTK_WIDGET (self->menu_colour), "colour");
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (gtk_widget_grab_focus), self->view);
    }

  focus_position (self, gtk_list_item_get_position (item));
  selected_cb (self->selection, NULL, self);
  chancery_colour_chooser_set_colour (self->menu_colour, chancery_note_get_colour (note));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
menu_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  ChanceryNote *note = get_target (self);
  ChanceryNoteCard *card = note != NULL ? find_card (self, chancery_note_get_uid (note), NULL) : NULL;

  if (card != NULL)
    show_menu (self, card, (double) gtk_widget_get_width (GTK_WIDGET (card)) / 2,
               (double) gtk_widget_get_height (GTK_WIDGET (card)) / 2);
}

/* The keys of a card are letters and digits, which belong to the editor while
 * that has the focus. */
static gboolean
shortcut_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  const char *detailed = g_variant_get_string (args, NULL);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (chancery_note_editing_has_focus (self->editing) ||
      !g_action_parse_detailed_name (detailed, &name, &target, NULL))
    return GDK_EVENT_PROPAGATE;

  g_action_group_activate_action (G_ACTION_GROUP (self->actions), name, target);

  return GDK_EVENT_STOP;
}

static void
add_shortcuts (ChanceryNoteList *self)
{
  static const struct
  {
    const char *trigger;
    const char *action;
  } shortcuts[] = {
    { "e|F2", "edit" },
    { "Delete|KP_Delete", "delete" },
    { "<Control>c|<Control>Insert|<Shift><Control>c", "copy" },
    { "Menu|<Shift>F10", "menu" },
    { "1|KP_1", "colour::yellow" },
    { "2|KP_2", "colour::green" },
    { "3|KP_3", "colour::blue" },
    { "4|KP_4", "colour::pink" },
    { "5|KP_5", "colour::orange" },
    { "6|KP_6", "colour::purple" },
    { "7|KP_7", "colour::teal" },
    { "8|KP_8", "colour::grey" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].trigger),
                                                gtk_callback_action_new (shortcut_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (shortcuts[i].action));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

/* The object */

static void
chancery_note_list_dispose (GObject *object)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (object);

  if (self->view != NULL)
    {
      chancery_note_editing_end (self->editing);
      gtk_single_selection_set_model (self->selection, NULL);
      g_signal_handlers_disconnect_by_data (self->selection, self);
    }
  g_clear_object (&self->filler);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), CHANCERY_TYPE_NOTE_LIST);
  g_clear_object (&self->editing);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->history);
  g_clear_object (&self->library);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (chancery_note_list_parent_class)->dispose (object);
}

static void
chancery_note_list_finalize (GObject *object)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (object);

  g_hash_table_unref (self->cards);
  g_free (self->pending_uid);

  G_OBJECT_CLASS (chancery_note_list_parent_class)->finalize (object);
}

static void
chancery_note_list_class_init (ChanceryNoteListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chancery_note_list_dispose;
  object_class->finalize = chancery_note_list_finalize;

  /**
   * ChanceryNoteList::note-activated:
   * @note: the note
   *
   * A note was clicked, or Enter was pressed on it.
   */
  signals[SIGNAL_NOTE_ACTIVATED] = g_signal_new ("note-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, CHANCERY_TYPE_NOTE);

  /**
   * ChanceryNoteList::note-removed:
   * @note: the note as it was
   *
   * The user removed a note, and it is gone.
   */
  signals[SIGNAL_NOTE_REMOVED] = g_signal_new ("note-removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 1, CHANCERY_TYPE_NOTE);

  /**
   * ChanceryNoteList::copy-requested:
   * @note: the note
   *
   * The user wants a note's passage on the clipboard.
   */
  signals[SIGNAL_COPY_REQUESTED] = g_signal_new ("copy-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, CHANCERY_TYPE_NOTE);

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
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_set_css_name (widget_class, "notelist");
}

static void
chancery_note_list_init (ChanceryNoteList *self)
{
  static const GActionEntry entries[] = {
    { .name = "edit", .activate = edit_action },
    { .name = "delete", .activate = delete_action },
    { .name = "copy", .activate = copy_action },
    { .name = "menu", .activate = menu_action },
    { .name = "colour", .activate = colour_action, .parameter_type = "s" },
    { .name = "kind", .activate = kind_action, .parameter_type = "s", .state = "'note'" },
  };

  self->pending_position = GTK_INVALID_LIST_POSITION;
  self->cards = g_hash_table_new (NULL, NULL);
  self->editing = chancery_note_editing_new ();
  g_signal_connect (self->editing, "focus-card", G_CALLBACK (focus_card_cb), self);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "note", G_ACTION_GROUP (self->actions));

  gtk_widget_init_template (GTK_WIDGET (self));
  self->filler = chancery_list_filler_new (self->view, self->scroller);
  chancery_list_filler_set_model (self->filler, GTK_SELECTION_MODEL (self->selection));
  /* After the list has its rows. */
  g_signal_connect (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self);
  add_shortcuts (self);
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

  gtk_single_selection_set_model (self->selection, model);
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
 * @library: (nullable): where the articles are, for citations
 */
void
chancery_note_list_set_library (ChanceryNoteList *self,
                                ChanceryLibrary  *library)
{
  g_return_if_fail (CHANCERY_IS_NOTE_LIST (self));

  g_set_object (&self->library, library);
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

  position = find_position (self, chancery_note_get_uid (note));
  if (position != GTK_INVALID_LIST_POSITION)
    {
      g_autoptr (ChanceryNote) shown = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      start_editing (self, shown, position);
    }
  else
    {
      set_pending (self, GTK_INVALID_LIST_POSITION, chancery_note_get_uid (note), TRUE);
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

  position = find_position (self, uid);
  if (position != GTK_INVALID_LIST_POSITION)
    focus_position (self, position);
  else
    set_pending (self, GTK_INVALID_LIST_POSITION, uid, FALSE);
}
