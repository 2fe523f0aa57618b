/* test-notes.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <libglib-testing/signal-logger.h>

#include "chancery-content.h"
#include "chancery-ui-resources.h"
#include "notes/chancery-chip-entry.h"
#include "notes/chancery-colour-chooser.h"
#include "notes/chancery-note-card.h"
#include "notes/chancery-note-editor.h"
#include "notes/chancery-note-filter-popover.h"
#include "notes/chancery-note-list.h"
#include "notes/chancery-notes-panel.h"
#include "notes-store.h"
#include "wait-until.h"

static ChanceryCatalogue *catalogue;

typedef struct
{
  NotesStore *store;
  ChanceryHistory *history;
  GtkWidget *window;
  ChanceryNotesPanel *panel;
} Fixture;

/* Waiting */

static void
add_tick (GdkFrameClock *clock,
          guint         *n_frames)
{
  (*n_frames)++;
}

/* Until what is shown has its place. */
static void
wait_for_frames (Fixture *fixture)
{
  GdkFrameClock *clock = fixture->window != NULL ? gtk_widget_get_frame_clock (fixture->window) : NULL;
  guint n_frames = 0;
  gulong handler;

  if (clock == NULL)
    return;

  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (add_tick), &n_frames);

  for (guint i = 1; i <= 2; i++)
    {
      gtk_widget_queue_draw (fixture->window);
      WAIT_UNTIL (n_frames >= i);
    }
  g_signal_handler_disconnect (clock, handler);
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  chancery_history_finish (CHANCERY_HISTORY (object), result, NULL);
  *(gboolean *) user_data = TRUE;
}

static void
settle (Fixture *fixture)
{
  gboolean done = FALSE;

  wait_for_frames (fixture);
  chancery_history_settle_async (fixture->history, NULL, done_cb, &done);
  WAIT_UNTIL (done);
  wait_for_frames (fixture);
}

/* Finding widgets */

static GtkWidget *
find_child (GtkWidget *widget,
            GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static ChanceryNoteCard *
find_card_in (GtkWidget  *widget,
              const char *uid)
{
  if (CHANCERY_IS_NOTE_CARD (widget))
    {
      ChanceryNote *note = chancery_note_card_get_note (CHANCERY_NOTE_CARD (widget));

      return note != NULL && g_str_equal (chancery_note_get_uid (note), uid) ? CHANCERY_NOTE_CARD (widget) : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      ChanceryNoteCard *found = find_card_in (child, uid);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static ChanceryNoteCard *
find_card (Fixture    *fixture,
           const char *uid)
{
  return find_card_in (GTK_WIDGET (fixture->panel), uid);
}

static GtkWidget *
get_row (Fixture    *fixture,
         const char *uid)
{
  return gtk_widget_get_parent (GTK_WIDGET (find_card (fixture, uid)));
}

static ChanceryNoteEditor *
get_editor (Fixture    *fixture,
            const char *uid)
{
  ChanceryNoteCard *card = find_card (fixture, uid);

  return card != NULL ? CHANCERY_NOTE_EDITOR (chancery_note_card_get_editor (card)) : NULL;
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* Pressing keys: GTK can't be sent events, so what a key is bound to is called. */

static gboolean
press_in (GtkWidget  *widget,
          const char *trigger)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n = g_list_model_get_n_items (controllers);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      guint n_shortcuts = GTK_IS_SHORTCUT_CONTROLLER (controller) ? g_list_model_get_n_items (G_LIST_MODEL (controller)) : 0;

      for (guint j = 0; j < n_shortcuts; j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *text = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (text, trigger) &&
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                            gtk_shortcut_get_arguments (shortcut)))
            return TRUE;
        }
    }

  return FALSE;
}

static void
press (Fixture    *fixture,
       const char *trigger)
{
  for (GtkWidget *widget = get_focus (fixture); widget != NULL; widget = gtk_widget_get_parent (widget))
    if (press_in (widget, trigger))
      return;

  g_error ("Nothing is bound to %s where the focus is", trigger);
}

static void
press_key (GtkWidget *widget,
           guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n = g_list_model_get_n_items (controllers);
  gboolean handled = FALSE;

  for (guint i = 0; i < n && !handled; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }

  g_assert_true (handled);
}

/* Fixture */

static void
add_note (Fixture        *fixture,
          const char     *uid,
          gsize           start_chars,
          const char     *exact,
          const char     *body,
          ChanceryColour  colour,
          const char     *state,
          const char     *tag)
{
  g_autoptr (ChancerySelector) quotation = chancery_selector_new (exact, NULL, NULL);
  g_autoptr (ChancerySelector) selector = chancery_selector_new_at (quotation, start_chars, start_chars + 5);
  g_autoptr (ChanceryNote) note = chancery_note_new (&(ChanceryNoteFields) {
    .uid = uid, .article_uid = "article", .selector = selector, .body = body, .colour = colour,
    .states = (const char * const[]) { state, NULL }, .tags = (const char * const[]) { tag, NULL },
    .created_us = (gint64) (1000 - start_chars), .modified_us = 20 });

  notes_store_add (fixture->store, note);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->store = notes_store_new ();
  fixture->history = notes_store_new_history (fixture->store);
  add_note (fixture, "one", 10, "he told his host", "Check 2022", CHANCERY_COLOUR_YELLOW, "AM", "absence");
  add_note (fixture, "two", 20, "purely defensive", "", CHANCERY_COLOUR_BLUE, "RU", "wording");
  add_note (fixture, "three", 30, "أكّد الوزير", "", CHANCERY_COLOUR_GREEN, "KG", NULL);

  fixture->panel = CHANCERY_NOTES_PANEL (chancery_notes_panel_new ());
  chancery_notes_panel_set_catalogue (fixture->panel, catalogue);
  chancery_notes_panel_set_history (fixture->panel, fixture->history);
  chancery_notes_panel_set_model (fixture->panel, notes_store_get_model (fixture->store));
  fixture->window = g_object_ref_sink (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 320, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->panel));
  g_object_add_weak_pointer (G_OBJECT (fixture->panel), (gpointer *) &fixture->panel);
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (gtk_widget_get_mapped (fixture->window) && find_card (fixture, "one") != NULL &&
            gtk_widget_get_mapped (get_row (fixture, "one")));
}

static void
wait_until_finalized (GObject *object)
{
  GObject *weak = object;

  g_object_add_weak_pointer (object, (gpointer *) &weak);
  g_object_unref (object);
  WAIT_UNTIL (weak == NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->window);
  settle (fixture);
  g_assert_null (fixture->panel);
  /* A toast that was under way to go may hold them for some frames more. */
  wait_until_finalized (G_OBJECT (fixture->history));
  wait_until_finalized (G_OBJECT (fixture->store));
}

static void
type_body (ChanceryNoteEditor *editor,
           const char         *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (find_child (GTK_WIDGET (editor), GTK_TYPE_TEXT_VIEW));

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), text, -1);
}

static const char *
get_body (Fixture    *fixture,
          const char *uid)
{
  return chancery_note_get_body (notes_store_find (fixture->store, uid));
}

static void
start_editing (Fixture    *fixture,
               const char *uid)
{
  chancery_notes_panel_edit_note (fixture->panel, notes_store_find (fixture->store, uid));
  WAIT_UNTIL (get_editor (fixture, uid) != NULL && GTK_IS_TEXT_VIEW (get_focus (fixture)));
}

/* Showing */

static void
test_rows_are_named (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *problem = NULL;

  problem = gtk_test_accessible_check_property (
    GTK_ACCESSIBLE (get_row (fixture, "one")), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "\342\201\250Note, Yellow, Armenia\342\201\251. \342\201\250Quotation: he told his host\342\201\251. "
    "\342\201\250Note: Check 2022\342\201\251. \342\201\250Tags: absence\342\201\251");
  g_assert_null (problem);
  gtk_test_accessible_assert_role (get_row (fixture, "one"), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_role (find_child (find_child (GTK_WIDGET (fixture->panel), CHANCERY_TYPE_NOTE_LIST),
                                               GTK_TYPE_LIST_VIEW),
                                   GTK_ACCESSIBLE_ROLE_LIST);
}

static void
test_cards_follow_their_notes (Fixture       *fixture,
                               gconstpointer  data)
{
  ChanceryNote *note = notes_store_find (fixture->store, "two");
  g_autofree char *problem = NULL;

  chancery_note_set_body (note, "Relayed by the agency");
  chancery_note_set_kind (note, CHANCERY_NOTE_KIND_CLAIM);
  wait_for_frames (fixture);
  problem = gtk_test_accessible_check_property (
    GTK_ACCESSIBLE (get_row (fixture, "two")), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "\342\201\250Claim, Blue, Russia\342\201\251. \342\201\250Quotation: purely defensive\342\201\251. "
    "\342\201\250Note: Relayed by the agency\342\201\251. \342\201\250Tags: wording\342\201\251");
  g_assert_null (problem);
}

static void
test_quotation_has_its_own_direction (Fixture       *fixture,
                                      gconstpointer  data)
{
  for (GtkWidget *card = GTK_WIDGET (find_card (fixture, "three")), *child = card; child != NULL; child = NULL)
    {
      GtkWidget *box = find_child (card, GTK_TYPE_LABEL);

      /* The heading comes first, then the quotation, in the box around. */
      GtkWidget *quotation = gtk_widget_get_next_sibling (gtk_widget_get_parent (box));

      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (quotation)), ==, "أكّد الوزير");
      g_assert_cmpint (pango_layout_get_direction (gtk_label_get_layout (GTK_LABEL (quotation)), 0), ==, PANGO_DIRECTION_RTL);
      g_assert_false (gtk_widget_has_css_class (quotation, "italic"));
    }
}

static void
test_titles (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  g_assert_cmpstr (chancery_notes_panel_get_title (fixture->panel), ==, "Notes");
  g_assert_cmpstr (chancery_notes_panel_get_subtitle (fixture->panel), ==, "3 in this article");

  gt_signal_logger_connect (logger, fixture->panel, "notify::scope");
  chancery_notes_panel_set_scope (fixture->panel, CHANCERY_NOTES_SCOPE_STATE);
  gt_signal_logger_assert_notify_emission_pop (logger, fixture->panel, "scope");
  g_assert_cmpstr (chancery_notes_panel_get_subtitle (fixture->panel), ==, "No state selected");
  chancery_notes_panel_set_state (fixture->panel, chancery_catalogue_lookup_state (catalogue, "AM"));
  g_assert_cmpstr (chancery_notes_panel_get_subtitle (fixture->panel), ==, "3 on Armenia");
  chancery_notes_panel_set_model (fixture->panel, NULL);
  g_assert_cmpstr (chancery_notes_panel_get_subtitle (fixture->panel), ==, "0 on Armenia");
  gt_signal_logger_assert_no_emissions (logger);
}

static void
search_for (Fixture    *fixture,
            const char *words)
{
  GtkWidget *entry;

  chancery_notes_panel_set_search_mode (fixture->panel, TRUE);
  entry = find_child (find_child (GTK_WIDGET (fixture->panel), GTK_TYPE_SEARCH_BAR), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *empty;

  search_for (fixture, "wording");
  g_assert_cmpstr (chancery_notes_panel_get_words (fixture->panel), ==, "wording");
  g_assert_cmpstr (chancery_notes_panel_get_subtitle (fixture->panel), ==, "1 of 3");
  WAIT_UNTIL (find_card (fixture, "one") == NULL && find_card (fixture, "two") != NULL);

  search_for (fixture, "nowhere");
  empty = find_child (GTK_WIDGET (fixture->panel), ADW_TYPE_STATUS_PAGE);
  g_assert_true (gtk_widget_get_child_visible (empty));
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (empty)), ==, "No Matches");

  chancery_notes_panel_set_search_mode (fixture->panel, FALSE);
  g_assert_cmpstr (chancery_notes_panel_get_words (fixture->panel), ==, "");
  WAIT_UNTIL (find_card (fixture, "one") != NULL);

  /* Beyond one article, the model has to be another. */
  chancery_notes_panel_set_scope (fixture->panel, CHANCERY_NOTES_SCOPE_ALL);
  search_for (fixture, "wording");
  g_assert_cmpstr (chancery_notes_panel_get_words (fixture->panel), ==, "wording");
  g_assert_cmpstr (chancery_notes_panel_get_subtitle (fixture->panel), ==, "3 in the library");
}

static GListModel *
get_rows (Fixture *fixture)
{
  GtkWidget *list = find_child (GTK_WIDGET (fixture->panel), CHANCERY_TYPE_NOTE_LIST);

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find_child (list, GTK_TYPE_LIST_VIEW))));
}

static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ChanceryNote) by_place = g_list_model_get_item (get_rows (fixture), 0);
  g_autoptr (ChanceryNote) by_time = NULL;

  g_assert_cmpstr (chancery_note_get_uid (by_place), ==, "one");
  notes_store_find (fixture->store, "one");
  gtk_widget_activate_action (GTK_WIDGET (fixture->panel), "notes.sort", "s", "newest");
  by_time = g_list_model_get_item (get_rows (fixture), 2);
  g_assert_cmpstr (chancery_note_get_uid (by_time), ==, "three");
  gtk_widget_activate_action (GTK_WIDGET (fixture->panel), "notes.sort", "s", "place");
}

/* Other orders need another model. */
static void
test_sort_elsewhere (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  ChanceryNoteFilter filter = { 0 };

  gt_signal_logger_connect (logger, fixture->panel, "filter-changed");
  g_assert_false (chancery_notes_panel_needs_filter (fixture->panel));

  gtk_widget_activate_action (GTK_WIDGET (fixture->panel), "notes.sort", "s", "due");
  gt_signal_logger_assert_emission_pop (logger, fixture->panel, "filter-changed", NULL);
  g_assert_true (chancery_notes_panel_needs_filter (fixture->panel));
  chancery_notes_panel_fill_filter (fixture->panel, &filter);
  g_assert_cmpuint (filter.sort, ==, CHANCERY_NOTE_SORT_DUE);

  /* Each scope has its own order. */
  chancery_notes_panel_set_scope (fixture->panel, CHANCERY_NOTES_SCOPE_ALL);
  chancery_notes_panel_fill_filter (fixture->panel, &filter);
  g_assert_cmpuint (filter.sort, ==, CHANCERY_NOTE_SORT_NEWEST);
  chancery_notes_panel_set_scope (fixture->panel, CHANCERY_NOTES_SCOPE_ARTICLE);
  chancery_notes_panel_fill_filter (fixture->panel, &filter);
  g_assert_cmpuint (filter.sort, ==, CHANCERY_NOTE_SORT_DUE);
}

static GtkToggleButton *
find_toggle (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return GTK_TOGGLE_BUTTON (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkToggleButton *found = find_toggle (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_filter_popover (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const members[] = { "AM", "BY", NULL };
  GtkWidget *popover;
  GtkWidget *banner = find_child (GTK_WIDGET (fixture->panel), ADW_TYPE_BANNER);
  GtkWidget *empty = find_child (GTK_WIDGET (fixture->panel), ADW_TYPE_STATUS_PAGE);
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  ChanceryNoteFilter filter = { 0 };

  gt_signal_logger_connect (logger, fixture->panel, "filter-changed");
  chancery_notes_panel_set_search_mode (fixture->panel, TRUE);
  popover = find_child (GTK_WIDGET (fixture->panel), CHANCERY_TYPE_NOTE_FILTER_POPOVER);
  gtk_toggle_button_set_active (find_toggle (popover, "Claim"), TRUE);
  gtk_toggle_button_set_active (find_toggle (popover, "Question"), TRUE);
  gt_signal_logger_assert_emission_pop (logger, fixture->panel, "filter-changed", NULL);
  gt_signal_logger_assert_emission_pop (logger, fixture->panel, "filter-changed", NULL);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));
  g_assert_true (chancery_notes_panel_needs_filter (fixture->panel));
  chancery_notes_panel_fill_filter (fixture->panel, &filter);
  g_assert_cmpuint (filter.kinds, ==, 1 << CHANCERY_NOTE_KIND_CLAIM | 1 << CHANCERY_NOTE_KIND_QUESTION);
  g_assert_cmpuint (filter.colours, ==, 0);
  g_assert_null (filter.tags);

  /* With nothing left, the way back is offered. */
  chancery_notes_panel_set_model (fixture->panel, NULL);
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (empty)), ==, "No Matches");

  /* A note that is asked for is shown, filter or not. */
  chancery_notes_panel_focus_note (fixture->panel, notes_store_find (fixture->store, "one"));
  gt_signal_logger_assert_emission_pop (logger, fixture->panel, "filter-changed", NULL);
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (banner)));
  g_assert_false (chancery_notes_panel_needs_filter (fixture->panel));
  g_assert_false (gtk_toggle_button_get_active (find_toggle (popover, "Claim")));

  chancery_notes_panel_set_members (fixture->panel, "CSTO", members);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_child (popover, GTK_TYPE_CHECK_BUTTON)), TRUE);
  chancery_notes_panel_fill_filter (fixture->panel, &filter);
  g_assert_cmpstrv (filter.organisation, members);
  chancery_notes_panel_set_members (fixture->panel, NULL, NULL);
  g_assert_false (chancery_notes_panel_needs_filter (fixture->panel));
}

static void
test_activation (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autoptr (ChanceryNote) note = NULL;

  gt_signal_logger_connect (logger, fixture->panel, "note-activated");
  chancery_notes_panel_focus_note (fixture->panel, notes_store_find (fixture->store, "two"));
  WAIT_UNTIL (get_focus (fixture) == get_row (fixture, "two"));
  gtk_widget_activate (get_row (fixture, "two"));
  gt_signal_logger_assert_emission_pop (logger, fixture->panel, "note-activated", &note);
  g_assert_cmpstr (chancery_note_get_uid (note), ==, "two");
  gt_signal_logger_assert_no_emissions (logger);
}

/* Editing */

static void
test_edit_and_finish (Fixture       *fixture,
                      gconstpointer  data)
{
  chancery_notes_panel_focus_note (fixture->panel, notes_store_find (fixture->store, "one"));
  WAIT_UNTIL (get_focus (fixture) == get_row (fixture, "one"));
  press (fixture, "e|F2");
  WAIT_UNTIL (get_editor (fixture, "one") != NULL && GTK_IS_TEXT_VIEW (get_focus (fixture)));
  type_body (get_editor (fixture, "one"), ", and 2021");
  press (fixture, "<Control>Return|<Control>KP_Enter");
  settle (fixture);

  g_assert_null (get_editor (fixture, "one"));
  g_assert_cmpstr (get_body (fixture, "one"), ==, "Check 2022, and 2021");
  g_assert_true (get_focus (fixture) == get_row (fixture, "one"));
  g_assert_cmpstr (chancery_history_get_undo_label (fixture->history), ==, "Undo Edit Note");
}

static void
test_edit_and_cancel (Fixture       *fixture,
                      gconstpointer  data)
{
  start_editing (fixture, "one");
  type_body (get_editor (fixture, "one"), " and more");
  press (fixture, "Escape");
  settle (fixture);

  g_assert_null (get_editor (fixture, "one"));
  g_assert_cmpstr (get_body (fixture, "one"), ==, "Check 2022");
  g_assert_true (get_focus (fixture) == get_row (fixture, "one"));
  g_assert_false (chancery_history_get_can_undo (fixture->history));
}

static void
test_keys_belong_to_the_editor (Fixture       *fixture,
                                gconstpointer  data)
{
  GtkWidget *colour;

  start_editing (fixture, "one");
  colour = find_child (GTK_WIDGET (get_editor (fixture, "one")), CHANCERY_TYPE_COLOUR_CHOOSER);
  gtk_widget_child_focus (colour, GTK_DIR_TAB_FORWARD);
  for (GtkWidget *widget = get_focus (fixture); widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_assert_false (press_in (widget, "Delete|KP_Delete"));
      g_assert_false (press_in (widget, "1|KP_1"));
    }
}

static void
test_leaving_saves (Fixture       *fixture,
                    gconstpointer  data)
{
  start_editing (fixture, "one");
  type_body (get_editor (fixture, "one"), "!");
  chancery_notes_panel_focus_note (fixture->panel, notes_store_find (fixture->store, "two"));
  WAIT_UNTIL (get_editor (fixture, "one") == NULL);
  settle (fixture);
  g_assert_cmpstr (get_body (fixture, "one"), ==, "Check 2022!");
  g_assert_true (get_focus (fixture) == get_row (fixture, "two"));
}

static void
test_resting_saves (Fixture       *fixture,
                    gconstpointer  data)
{
  start_editing (fixture, "one");
  type_body (get_editor (fixture, "one"), "!");
  WAIT_UNTIL (g_str_equal (get_body (fixture, "one"), "Check 2022!"));
  g_assert_nonnull (get_editor (fixture, "one"));
  g_assert_true (GTK_IS_TEXT_VIEW (get_focus (fixture)));
}

static void
test_all_fields (Fixture       *fixture,
                 gconstpointer  data)
{
  ChanceryNoteEditor *editor;
  GtkWidget *tags;
  GtkWidget *states;
  GtkWidget *text;
  ChanceryNote *note;
  g_auto (GStrv) ids = NULL;

  start_editing (fixture, "one");
  editor = get_editor (fixture, "one");
  tags = find_child (GTK_WIDGET (editor), CHANCERY_TYPE_CHIP_ENTRY);
  states = gtk_widget_get_next_sibling (tags);
  g_assert_true (CHANCERY_IS_CHIP_ENTRY (states));

  /* The tags of other notes are suggested. */
  gtk_widget_grab_focus (tags);
  text = find_child (tags, GTK_TYPE_TEXT);
  gtk_test_accessible_assert_role (text, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_editable_set_text (GTK_EDITABLE (text), "wor");
  press_key (text, GDK_KEY_Down);
  press_key (text, GDK_KEY_Return);
  ids = chancery_chip_entry_dup_ids (CHANCERY_CHIP_ENTRY (tags));
  g_assert_cmpstrv (ids, ((const char *[]) { "absence", "wording", NULL }));
  press_key (text, GDK_KEY_BackSpace);
  gtk_editable_set_text (GTK_EDITABLE (text), "summit, #minsk ,to");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "to");
  press_key (text, GDK_KEY_Return);

  gtk_widget_grab_focus (states);
  text = find_child (states, GTK_TYPE_TEXT);
  press_key (text, GDK_KEY_BackSpace);
  gtk_editable_set_text (GTK_EDITABLE (text), "kazak");
  press_key (text, GDK_KEY_Return);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "");

  chancery_colour_chooser_set_colour (
    CHANCERY_COLOUR_CHOOSER (find_child (GTK_WIDGET (editor), CHANCERY_TYPE_COLOUR_CHOOSER)), CHANCERY_COLOUR_TEAL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_child (GTK_WIDGET (editor), GTK_TYPE_DROP_DOWN)),
                              CHANCERY_NOTE_KIND_QUESTION);
  press (fixture, "<Control>Return|<Control>KP_Enter");
  settle (fixture);

  note = notes_store_find (fixture->store, "one");
  g_assert_cmpstrv (chancery_note_get_tags (note), ((const char *[]) { "absence", "minsk", "summit", "to", NULL }));
  g_assert_cmpstrv (chancery_note_get_states (note), ((const char *[]) { "KZ", NULL }));
  g_assert_cmpint (chancery_note_get_colour (note), ==, CHANCERY_COLOUR_TEAL);
  g_assert_cmpint (chancery_note_get_kind (note), ==, CHANCERY_NOTE_KIND_QUESTION);

  chancery_history_undo_async (fixture->history, NULL, NULL, NULL);
  settle (fixture);
  g_assert_cmpint (chancery_note_get_colour (notes_store_find (fixture->store, "one")), ==, CHANCERY_COLOUR_YELLOW);
  g_assert_false (chancery_history_get_can_undo (fixture->history));
}

static void
test_editor_outlives_a_refresh (Fixture       *fixture,
                                gconstpointer  data)
{
  GListStore *notes = G_LIST_STORE (notes_store_get_model (fixture->store));
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  start_editing (fixture, "one");
  type_body (get_editor (fixture, "one"), " half");
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (all, g_list_model_get_item (G_LIST_MODEL (notes), i));
  g_list_store_splice (notes, 0, 3, all->pdata, 3);
  WAIT_UNTIL (get_editor (fixture, "one") != NULL && GTK_IS_TEXT_VIEW (get_focus (fixture)));
  type_body (get_editor (fixture, "one"), " whole");
  press (fixture, "<Control>Return|<Control>KP_Enter");
  settle (fixture);
  g_assert_cmpstr (get_body (fixture, "one"), ==, "Check 2022 half whole");
}

static void
test_model_that_goes_saves (Fixture       *fixture,
                            gconstpointer  data)
{
  start_editing (fixture, "one");
  type_body (get_editor (fixture, "one"), "!");
  chancery_notes_panel_set_model (fixture->panel, NULL);
  settle (fixture);
  g_assert_cmpstr (get_body (fixture, "one"), ==, "Check 2022!");
}

static void
test_closing_saves (Fixture       *fixture,
                    gconstpointer  data)
{
  start_editing (fixture, "one");
  type_body (get_editor (fixture, "one"), "!");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->window);
  settle (fixture);
  g_assert_cmpstr (get_body (fixture, "one"), ==, "Check 2022!");
}

static void
test_failure_keeps_the_words (Fixture       *fixture,
                              gconstpointer  data)
{
  GtkTextView *view;
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  start_editing (fixture, "one");
  notes_store_set_full (fixture->store, TRUE);
  type_body (get_editor (fixture, "one"), "!");
  press (fixture, "<Control>Return|<Control>KP_Enter");
  settle (fixture);
  g_assert_cmpstr (get_body (fixture, "one"), ==, "Check 2022");

  /* They are there again, and can be saved once there is room. */
  start_editing (fixture, "one");
  view = GTK_TEXT_VIEW (find_child (GTK_WIDGET (get_editor (fixture, "one")), GTK_TYPE_TEXT_VIEW));
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (view), &start, &end);
  text = gtk_text_buffer_get_text (gtk_text_view_get_buffer (view), &start, &end, TRUE);
  g_assert_cmpstr (text, ==, "Check 2022!");
  notes_store_set_full (fixture->store, FALSE);
  press (fixture, "<Control>Return|<Control>KP_Enter");
  settle (fixture);
  g_assert_cmpstr (get_body (fixture, "one"), ==, "Check 2022!");
}

static void
test_edit_before_it_is_there (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (ChancerySelector) quotation = chancery_selector_new ("new", NULL, NULL);
  g_autoptr (ChancerySelector) selector = chancery_selector_new_at (quotation, 25, 28);
  g_autoptr (ChanceryNote) note = chancery_note_new (&(ChanceryNoteFields) {
    .uid = "new", .article_uid = "article", .selector = selector });

  chancery_history_add_note_async (fixture->history, note, NULL, NULL, NULL);
  chancery_notes_panel_edit_note (fixture->panel, note);
  WAIT_UNTIL (get_editor (fixture, "new") != NULL && GTK_IS_TEXT_VIEW (get_focus (fixture)));
  type_body (get_editor (fixture, "new"), "Written");
  press (fixture, "<Control>Return|<Control>KP_Enter");
  settle (fixture);
  g_assert_cmpstr (get_body (fixture, "new"), ==, "Written");
}

/* Commands on a card */

static void
test_delete_and_undo (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *toast;

  chancery_notes_panel_focus_note (fixture->panel, notes_store_find (fixture->store, "two"));
  WAIT_UNTIL (get_focus (fixture) == get_row (fixture, "two"));
  press (fixture, "Delete|KP_Delete");
  settle (fixture);
  g_assert_null (notes_store_find (fixture->store, "two"));
  WAIT_UNTIL (get_focus (fixture) == get_row (fixture, "three"));
  g_assert_cmpstr (chancery_history_get_undo_label (fixture->history), ==, "Undo Delete Highlight");

  wait_for_frames (fixture);
  toast = find_child (GTK_WIDGET (fixture->panel), g_type_from_name ("AdwToastWidget"));
  g_assert_nonnull (toast);
  g_signal_emit_by_name (find_child (toast, GTK_TYPE_BUTTON), "clicked");
  settle (fixture);
  g_assert_nonnull (notes_store_find (fixture->store, "two"));
  WAIT_UNTIL (find_card (fixture, "two") != NULL && get_focus (fixture) == get_row (fixture, "two"));
}

static void
test_focus_survives_the_last_card (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const char * const uids[] = { "three", "two", "one" };

  for (gsize i = 0; i < G_N_ELEMENTS (uids); i++)
    {
      chancery_notes_panel_focus_note (fixture->panel, notes_store_find (fixture->store, uids[i]));
      WAIT_UNTIL (get_focus (fixture) == get_row (fixture, uids[i]));
      press (fixture, "Delete|KP_Delete");
      settle (fixture);
      g_assert_nonnull (get_focus (fixture));
      g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (fixture->panel)));
    }
}

/* A note that goes otherwise than by its card: undone in the window, say. */
static void
test_focus_survives_undo (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (ChancerySelector) quotation = chancery_selector_new ("new", NULL, NULL);
  g_autoptr (ChancerySelector) selector = chancery_selector_new_at (quotation, 25, 28);
  g_autoptr (ChanceryNote) note = chancery_note_new (&(ChanceryNoteFields) {
    .uid = "new", .article_uid = "article", .selector = selector });

  chancery_history_add_note_async (fixture->history, note, NULL, NULL, NULL);
  chancery_notes_panel_focus_note (fixture->panel, note);
  WAIT_UNTIL (find_card (fixture, "new") != NULL && get_focus (fixture) == get_row (fixture, "new"));
  chancery_history_undo_async (fixture->history, NULL, NULL, NULL);
  settle (fixture);
  g_assert_null (find_card (fixture, "new"));
  g_assert_nonnull (get_focus (fixture));
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (fixture->panel)));
}

static void
test_recolour (Fixture       *fixture,
               gconstpointer  data)
{
  chancery_notes_panel_focus_note (fixture->panel, notes_store_find (fixture->store, "two"));
  WAIT_UNTIL (get_focus (fixture) == get_row (fixture, "two"));
  press (fixture, "7|KP_7");
  press (fixture, "7|KP_7");
  settle (fixture);
  g_assert_cmpint (chancery_note_get_colour (notes_store_find (fixture->store, "two")), ==, CHANCERY_COLOUR_TEAL);
  g_assert_cmpstr (chancery_history_get_undo_label (fixture->history), ==, "Undo Change Colour");
}

static void
test_failure_is_told (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *toast;

  chancery_notes_panel_focus_note (fixture->panel, notes_store_find (fixture->store, "two"));
  WAIT_UNTIL (get_focus (fixture) == get_row (fixture, "two"));
  notes_store_set_full (fixture->store, TRUE);
  press (fixture, "Delete|KP_Delete");
  settle (fixture);
  g_assert_nonnull (notes_store_find (fixture->store, "two"));
  g_assert_true (get_focus (fixture) == get_row (fixture, "two"));
  toast = find_child (GTK_WIDGET (fixture->panel), g_type_from_name ("AdwToastWidget"));
  g_assert_nonnull (toast);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find_child (toast, GTK_TYPE_LABEL))), ==, "The disk is full");
}

static void
copied_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, &error);
  g_assert_no_error (error);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;

  chancery_notes_panel_focus_note (fixture->panel, notes_store_find (fixture->store, "two"));
  WAIT_UNTIL (get_focus (fixture) == get_row (fixture, "two"));
  press (fixture, "<Control>c|<Control>Insert|<Shift><Control>c");
  /* Once it says so. */
  WAIT_UNTIL (find_child (GTK_WIDGET (fixture->panel), g_type_from_name ("AdwToastWidget")) != NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->window), NULL, copied_cb, &text);
  WAIT_UNTIL (text != NULL);
  g_assert_cmpstr (text, ==, "“purely defensive”");
}

static void
test_menu (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *popover;
  GtkWidget *chooser;

  chancery_notes_panel_focus_note (fixture->panel, notes_store_find (fixture->store, "two"));
  WAIT_UNTIL (get_focus (fixture) == get_row (fixture, "two"));
  press (fixture, "Menu|<Shift>F10");
  popover = find_child (find_child (GTK_WIDGET (fixture->panel), CHANCERY_TYPE_NOTE_LIST), GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (popover);
  WAIT_UNTIL (gtk_widget_get_mapped (popover));
  chooser = find_child (popover, CHANCERY_TYPE_COLOUR_CHOOSER);
  g_assert_cmpint (chancery_colour_chooser_get_colour (CHANCERY_COLOUR_CHOOSER (chooser)), ==, CHANCERY_COLOUR_BLUE);
  chancery_colour_chooser_set_colour (CHANCERY_COLOUR_CHOOSER (chooser), CHANCERY_COLOUR_PINK);
  g_signal_emit_by_name (chooser, "chosen");
  settle (fixture);
  g_assert_cmpint (chancery_note_get_colour (notes_store_find (fixture->store, "two")), ==, CHANCERY_COLOUR_PINK);
  WAIT_UNTIL (get_focus (fixture) == get_row (fixture, "two"));
}

static void
test_colour_chooser_is_a_radio_group (void)
{
  g_autoptr (GtkWidget) chooser = g_object_ref_sink (chancery_colour_chooser_new ());
  GtkWidget *first = find_child (chooser, GTK_TYPE_TOGGLE_BUTTON);
  GtkWidget *second = gtk_widget_get_next_sibling (first);

  gtk_test_accessible_assert_role (chooser, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_role (second, GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (second, GTK_ACCESSIBLE_PROPERTY_LABEL, "Green");
  gtk_test_accessible_assert_state (first, GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  chancery_colour_chooser_set_colour (CHANCERY_COLOUR_CHOOSER (chooser), CHANCERY_COLOUR_GREEN);
  gtk_test_accessible_assert_state (first, GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  gtk_test_accessible_assert_state (second, GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  /* Not isolated: icons can't be read without the system's folders. */
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  chancery_ui_register_resource ();
  catalogue = chancery_content_load_catalogue (NULL, NULL, &error);
  g_assert_no_error (error);

#define ADD(path, function) g_test_add ("/notes" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/rows-are-named", test_rows_are_named);
  ADD ("/cards-follow-their-notes", test_cards_follow_their_notes);
  ADD ("/quotation-has-its-own-direction", test_quotation_has_its_own_direction);
  ADD ("/titles", test_titles);
  ADD ("/filter-popover", test_filter_popover);
  ADD ("/sort", test_sort);
  ADD ("/sort-elsewhere", test_sort_elsewhere);
  ADD ("/filter", test_filter);
  ADD ("/activation", test_activation);
  ADD ("/edit-and-finish", test_edit_and_finish);
  ADD ("/edit-and-cancel", test_edit_and_cancel);
  ADD ("/keys-belong-to-the-editor", test_keys_belong_to_the_editor);
  ADD ("/leaving-saves", test_leaving_saves);
  ADD ("/resting-saves", test_resting_saves);
  ADD ("/all-fields", test_all_fields);
  ADD ("/editor-outlives-a-refresh", test_editor_outlives_a_refresh);
  ADD ("/model-that-goes-saves", test_model_that_goes_saves);
  ADD ("/closing-saves", test_closing_saves);
  ADD ("/failure-keeps-the-words", test_failure_keeps_the_words);
  ADD ("/edit-before-it-is-there", test_edit_before_it_is_there);
  ADD ("/delete-and-undo", test_delete_and_undo);
  ADD ("/focus-survives-the-last-card", test_focus_survives_the_last_card);
  ADD ("/focus-survives-undo", test_focus_survives_undo);
  ADD ("/recolour", test_recolour);
  ADD ("/failure-is-told", test_failure_is_told);
  ADD ("/copy", test_copy);
  ADD ("/menu", test_menu);
#undef ADD
  g_test_add_func ("/notes/colour-chooser-is-a-radio-group", test_colour_chooser_is_a_radio_group);
  status = g_test_run ();

  g_clear_object (&catalogue);

  return status;
}
