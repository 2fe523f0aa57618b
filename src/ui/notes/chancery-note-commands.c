/* chancery-note-commands.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-list-private.h"

#include "chancery-colour-namer.h"
#include "chancery-note-loading.h"
#include "chancery-note-merging.h"
#include "revisions/chancery-note-place.h"

/* What can be done to the notes of a list. A command is for the note with the focus or, where that is one of several
 * selected ones, for all of these. */

static ChanceryNote *
dup_selected_one (ChanceryNoteList *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_get_size (selected) == 1
    ? g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_minimum (selected)) : NULL;
}

static ChanceryNote *
dup_target (ChanceryNoteList *self)
{
  GtkWidget *focus = chancery_note_list_get_focus (self);
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  g_autoptr (ChanceryNote) note = NULL;

  if (child != NULL && CHANCERY_IS_NOTE_CARD (child) && g_hash_table_contains (self->cards, child))
    g_set_object (&note, chancery_note_card_get_note (CHANCERY_NOTE_CARD (child)));
  else
    note = dup_selected_one (self);

  return note != NULL && *chancery_note_get_uid (note) != '\0' ? g_steal_pointer (&note) : NULL;
}

static GtkBitset *
dup_targets (ChanceryNoteList *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (ChanceryNote) note = dup_target (self);
  guint position;

  if (note == NULL)
    return gtk_bitset_get_size (selected) < 2 ? NULL : g_steal_pointer (&selected);

  position = chancery_note_list_find_position (self, chancery_note_get_uid (note));
  if (position == GTK_INVALID_LIST_POSITION)
    return NULL;

  return gtk_bitset_get_size (selected) >= 2 && gtk_bitset_contains (selected, position)
    ? g_steal_pointer (&selected) : gtk_bitset_new_range (position, 1);
}

/**
 * chancery_note_list_update_commands:
 * @self: a list
 *
 * Lets the menu say what the note is that was selected.
 */
void
chancery_note_list_update_commands (ChanceryNoteList *self)
{
  g_autoptr (ChanceryNote) note = dup_selected_one (self);
  GAction *kind = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "kind");
  GAction *edit = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "edit");
  GAction *link = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "link");
  GAction *confirm = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "confirm-place");
  GAction *merge = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "merge-selected");
  GAction *merge_next = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "merge-next");
  const guint n_selected = chancery_note_list_get_n_selected (self);

  /* Of several, none is ticked. */
  g_simple_action_set_state (G_SIMPLE_ACTION (kind),
                             g_variant_new_string (note != NULL ? chancery_enum_to_nick (CHANCERY_TYPE_NOTE_KIND,
                                                     (int) chancery_note_get_kind (note)) : ""));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (edit), n_selected < 2);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (link), n_selected < 2);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (confirm), note == NULL || chancery_note_has_unsure_place (note));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (merge), n_selected >= 2 && chancery_note_list_get_merge_obstacle (self) == NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (merge_next), note != NULL && chancery_note_get_selector (note) != NULL);
}

static void
edit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  g_autoptr (ChanceryNote) note = dup_target (self);

  if (note != NULL)
    chancery_note_list_start_editing (self, note,
                                      chancery_note_list_find_position (self, chancery_note_get_uid (note)));
}

/* Whoever has the window knows which article is open, and what to link with. */
static void
link_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  g_autoptr (ChanceryNote) note = dup_target (self);

  if (note != NULL && self->history != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.link-note", "s", chancery_note_get_uid (note));
}

static void
to_copy_loaded_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ChanceryNoteList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = chancery_notes_load_finish (G_LIST_MODEL (object), result, &error);

  if (notes != NULL)
    chancery_note_list_request_copy (self, notes);
  else
    chancery_note_list_edited (self, NULL, error);
}

static void
copy_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  g_autoptr (GtkBitset) positions = dup_targets (self);

  if (positions != NULL)
    chancery_notes_load_async (G_LIST_MODEL (self->selection), positions, self->library, self->source, NULL,
                               to_copy_loaded_cb, g_object_ref (self));
}

/* Selecting */

static void
unselect_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  chancery_note_list_unselect (CHANCERY_NOTE_LIST (user_data));
}

static void
toggle_selected_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);

  if (self->menu_position == GTK_INVALID_LIST_POSITION)
    return;

  if (gtk_selection_model_is_selected (selection, self->menu_position))
    gtk_selection_model_unselect_item (selection, self->menu_position);
  else
    gtk_selection_model_select_item (selection, self->menu_position, FALSE);
}

/* Changing */

typedef struct
{
  ChanceryNoteList *list; /* (owned) */
  GtkBitset *positions; /* (owned) */
  ChanceryNoteEdit *edit; /* (owned) */
  GPtrArray *notes; /* (owned) (nullable) */
} Editing;

static void
editing_free (Editing *editing)
{
  g_object_unref (editing->list);
  gtk_bitset_unref (editing->positions);
  chancery_note_edit_free (editing->edit);
  g_clear_pointer (&editing->notes, g_ptr_array_unref);
  g_free (editing);
}

static void
begin (ChanceryNoteList *self);

/* Frees what was done, and goes on with what was asked for next. */
static void
end (Editing      *editing,
     const GError *error)
{
  g_autoptr (ChanceryNoteList) self = g_object_ref (editing->list);

  g_queue_pop_head (&self->edits);
  chancery_note_list_edited (self, editing->edit->kind == CHANCERY_NOTE_EDIT_DELETE ? editing->notes : NULL, error);
  editing_free (editing);
  begin (self);
}

static void
edited_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  chancery_history_finish (CHANCERY_HISTORY (object), result, &error);
  end (user_data, error);
}

static void
write_edit (Editing *editing)
{
  ChanceryNoteList *self = editing->list;
  ChanceryNote *edited = chancery_note_editing_get_note (self->editing);
  g_autoptr (GPtrArray) changes = chancery_note_edit_dup_changes (editing->edit, editing->notes);

  if (changes->len == 0 || self->history == NULL)
    {
      g_clear_pointer (&editing->notes, g_ptr_array_unref);
      end (editing, NULL);
      return;
    }

  if (editing->edit->kind == CHANCERY_NOTE_EDIT_DELETE && edited != NULL &&
      g_ptr_array_find (editing->notes, edited, NULL))
    chancery_note_editing_end (self->editing);
  chancery_history_write_async (self->history, g_steal_pointer (&changes), NULL, edited_cb, editing);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Editing *editing = user_data;
  g_autoptr (GError) error = NULL;

  editing->notes = chancery_notes_load_finish (G_LIST_MODEL (object), result, &error);
  if (editing->notes != NULL)
    write_edit (editing);
  else
    end (editing, error);
}

/* One after the other: the next begins with what the one before left. */
static void
begin (ChanceryNoteList *self)
{
  Editing *editing = g_queue_peek_head (&self->edits);

  if (editing == NULL)
    return;

  if (editing->edit->kind == CHANCERY_NOTE_EDIT_DELETE)
    chancery_note_list_set_pending (self, gtk_bitset_get_minimum (editing->positions), NULL, FALSE);
  if (editing->notes != NULL)
    write_edit (editing);
  else
    chancery_notes_load_async (G_LIST_MODEL (self->selection), editing->positions, self->library, self->source, NULL,
                               loaded_cb, editing);
}

static void
edit_notes (ChanceryNoteList       *self,
            GtkBitset              *positions,
            const ChanceryNoteEdit *edit)
{
  Editing *editing = g_new0 (Editing, 1);

  editing->list = g_object_ref (self);
  editing->positions = gtk_bitset_copy (positions);
  editing->edit = chancery_note_edit_copy (edit);
  /* What is meant now may be at another place when its turn comes. */
  editing->notes = chancery_notes_dup_read (G_LIST_MODEL (self->selection), positions);
  g_queue_push_tail (&self->edits, editing);
  if (self->edits.length == 1)
    begin (self);
}

static void
edit_targets (ChanceryNoteList       *self,
              const ChanceryNoteEdit *edit)
{
  g_autoptr (GtkBitset) positions = dup_targets (self);

  if (positions != NULL && self->history != NULL)
    edit_notes (self, positions, edit);
}

/**
 * chancery_note_list_edit_selected:
 * @self: a list
 * @edit: what to do
 *
 * Changes all notes that are selected, in one step that can be undone.
 */
void
chancery_note_list_edit_selected (ChanceryNoteList       *self,
                                  const ChanceryNoteEdit *edit)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_if_fail (CHANCERY_IS_NOTE_LIST (self));

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (self->history != NULL && !gtk_bitset_is_empty (selected))
    edit_notes (self, selected, edit);
}

static void
delete_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  edit_targets (CHANCERY_NOTE_LIST (user_data), &(ChanceryNoteEdit) { .kind = CHANCERY_NOTE_EDIT_DELETE });
}

static void
confirm_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  edit_targets (CHANCERY_NOTE_LIST (user_data), &(ChanceryNoteEdit) { .kind = CHANCERY_NOTE_EDIT_CONFIRM });
}

/* The passage: where it can be extended and shrunk is in the text, which the window has. */

static void
resize_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  g_autoptr (ChanceryNote) note = dup_target (self);

  if (note != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.resize-note", "(ss)", chancery_note_get_uid (note),
                                g_variant_get_string (parameter, NULL));
}

static void
merge_selected_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  chancery_note_list_merge_selected (CHANCERY_NOTE_LIST (user_data));
}

static void
merge_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ChanceryNoteList *self = CHANCERY_NOTE_LIST (user_data);
  g_autoptr (GtkBitset) positions = dup_targets (self);
  g_autoptr (ChanceryNote) note = dup_target (self);

  if (positions != NULL && gtk_bitset_get_size (positions) > 1)
    chancery_note_list_merge_selected (self);
  else if (note != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.merge-note", "s", chancery_note_get_uid (note));
}

static void
set_colour (ChanceryNoteList *self,
            ChanceryColour    colour)
{
  edit_targets (self, &(ChanceryNoteEdit) { .kind = CHANCERY_NOTE_EDIT_COLOUR, .colour = colour });
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
  int kind;

  if (!chancery_enum_from_nick (CHANCERY_TYPE_NOTE_KIND, g_variant_get_string (parameter, NULL), &kind))
    return;

  edit_targets (CHANCERY_NOTE_LIST (user_data),
                &(ChanceryNoteEdit) { .kind = CHANCERY_NOTE_EDIT_KIND, .note_kind = (ChanceryNoteKind) kind });
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

/**
 * chancery_note_list_show_menu:
 * @self: a list
 * @card: a card of it
 * @x: where, in the card
 * @y: where, in the card
 *
 * Shows what can be done with a note or, if it is one of several selected ones,
 * with these.
 */
void
chancery_note_list_show_menu (ChanceryNoteList *self,
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

  self->menu_position = gtk_list_item_get_position (item);
  if (chancery_note_list_get_n_selected (self) < 2 ||
      !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), self->menu_position))
    chancery_note_list_focus_position (self, self->menu_position);
  chancery_note_list_update_commands (self);
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
  g_autoptr (ChanceryNote) note = dup_target (self);
  ChanceryNoteCard *card = note != NULL ? chancery_note_list_find_card (self, chancery_note_get_uid (note), NULL) : NULL;

  if (card != NULL)
    chancery_note_list_show_menu (self, card, (double) gtk_widget_get_width (GTK_WIDGET (card)) / 2,
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
  /* With nothing to unselect, Escape is for others. */
  if (g_str_equal (name, "unselect") && chancery_note_list_get_n_selected (self) < 2)
    return GDK_EVENT_PROPAGATE;

  g_action_group_activate_action (G_ACTION_GROUP (self->actions), name, target);

  return GDK_EVENT_STOP;
}

/**
 * chancery_note_list_add_commands:
 * @self: a list
 *
 * Adds actions and their keys, once.
 */
void
chancery_note_list_add_commands (ChanceryNoteList *self)
{
  static const GActionEntry entries[] = {
    { .name = "edit", .activate = edit_action },
    { .name = "link", .activate = link_action },
    { .name = "delete", .activate = delete_action },
    { .name = "copy", .activate = copy_action },
    { .name = "confirm", .activate = confirm_action },
    /* The same for the menu, which has it only where there is something to confirm. */
    { .name = "confirm-place", .activate = confirm_action },
    { .name = "resize", .activate = resize_action, .parameter_type = "s" },
    { .name = "merge", .activate = merge_action },
    /* The same for menus and the bar, each for where it can be done. */
    { .name = "merge-next", .activate = merge_action },
    { .name = "merge-selected", .activate = merge_selected_action },
    { .name = "menu", .activate = menu_action },
    { .name = "unselect", .activate = unselect_action },
    { .name = "toggle-selected", .activate = toggle_selected_action },
    { .name = "colour", .activate = colour_action, .parameter_type = "s" },
    { .name = "kind", .activate = kind_action, .parameter_type = "s", .state = "'note'" },
  };
  static const struct
  {
    const char *trigger;
    const char *action;
  } shortcuts[] = {
    { "e|F2", "edit" },
    { "l", "link" },
    { "c", "confirm" },
    { "Delete|KP_Delete", "delete" },
    { "<Control>c|<Control>Insert|<Shift><Control>c", "copy" },
    { "m", "merge" },
    { "<Alt><Shift>Right|<Alt><Shift>KP_Right", "resize::end-right" },
    { "<Alt><Shift>Left|<Alt><Shift>KP_Left", "resize::end-left" },
    { "<Alt><Shift>Page_Down|<Alt><Shift>KP_Page_Down", "resize::end-next-sentence" },
    { "<Alt><Shift>Page_Up|<Alt><Shift>KP_Page_Up", "resize::end-previous-sentence" },
    { "<Alt><Shift>End|<Alt><Shift>KP_End", "resize::start-next-word" },
    { "<Alt><Shift>Home|<Alt><Shift>KP_Home", "resize::start-previous-word" },
    { "<Control><Alt><Shift>End|<Control><Alt><Shift>KP_End", "resize::start-next-sentence" },
    { "<Control><Alt><Shift>Home|<Control><Alt><Shift>KP_Home", "resize::start-previous-sentence" },
    { "Menu|<Shift>F10", "menu" },
    { "Escape", "unselect" },
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

  self->menu_position = GTK_INVALID_LIST_POSITION;
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "note", G_ACTION_GROUP (self->actions));

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].trigger),
                                                gtk_callback_action_new (shortcut_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (shortcuts[i].action));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}
