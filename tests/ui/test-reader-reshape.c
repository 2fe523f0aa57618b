/* test-reader-reshape.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "chancery-ui-resources.h"
#include "notes-store.h"
#include "reader-fixture.h"
#include "reader/chancery-highlight-toolbar.h"
#include "reader/chancery-reader-private.h"
#include "wait-until.h"

/* A reader in a window, with an article, and notes that are written through a history. */
typedef struct
{
  GtkWidget *window;
  ChanceryReader *reader; /* (owned) */
  ChanceryArticle *article; /* (owned) */
  NotesStore *store; /* (owned) */
  ChanceryHistory *history; /* (owned) */
  char *announced; /* (owned) (nullable): what a screen reader said last */
  char *message; /* (owned) (nullable): what everybody was told last */
} Fixture;

/* GTK's context for tests can't announce. */
static void
announce_cb (ChanceryReader *reader,
             const char     *words,
             char          **announced)
{
  g_signal_stop_emission_by_name (reader, "announce");
  g_set_str (announced, words);
}

static void
message_cb (ChanceryReader *reader,
            const char     *words,
            char          **message)
{
  g_set_str (message, words);
}

static void
set_up_with (Fixture         *fixture,
             ChanceryArticle *article)
{
  g_autoptr (GArray) mentions = reader_fixture_mentions (article);

  fixture->article = article;
  fixture->store = notes_store_new ();
  fixture->history = notes_store_new_history (fixture->store);
  fixture->reader = g_object_ref_sink (CHANCERY_READER (chancery_reader_new ()));
  g_signal_connect (fixture->reader, "announce", G_CALLBACK (announce_cb), &fixture->announced);
  g_signal_connect (fixture->reader, "message", G_CALLBACK (message_cb), &fixture->message);
  chancery_reader_set_article (fixture->reader, article);
  chancery_reader_set_mentions (fixture->reader, mentions);
  chancery_reader_set_notes (fixture->reader, notes_store_get_model (fixture->store));
  chancery_reader_set_history (fixture->reader, fixture->history, NULL);

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 480);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->reader));
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (gtk_widget_get_height (GTK_WIDGET (fixture->reader->text)) > 0);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_with (fixture, reader_fixture_article ());
}

static void
set_up_arabic (Fixture       *fixture,
               gconstpointer  data)
{
  set_up_with (fixture, reader_fixture_arabic_article ());
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  /* The window lets go of the focus when it is idle. */
  WAIT_UNTIL (G_OBJECT (fixture->reader)->ref_count == 1);
  g_assert_finalize_object (fixture->reader);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->article);
  g_free (fixture->announced);
  g_free (fixture->message);
}

static ChanceryPassage
find (Fixture    *fixture,
      const char *words)
{
  const char *text = chancery_article_get_text (fixture->article);
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  return (ChanceryPassage) { (gsize) (found - text), (gsize) (found - text) + strlen (words) };
}

static int
get_offset (Fixture *fixture,
            gsize    offset_bytes)
{
  return (int) chancery_display_text_to_display (chancery_reader_text_get_display (fixture->reader->text),
                                                 chancery_article_bytes_to_chars (fixture->article, offset_bytes));
}

static void
place_caret_before (Fixture    *fixture,
                    const char *words)
{
  chancery_reader_text_place_caret (fixture->reader->text, (guint) get_offset (fixture, find (fixture, words).start_bytes));
}

static void
select_words (Fixture    *fixture,
              const char *words)
{
  const ChanceryPassage passage = find (fixture, words);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->reader->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, get_offset (fixture, passage.start_bytes));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, get_offset (fixture, passage.end_bytes));
  gtk_text_buffer_select_range (buffer, &start, &end);
}

/* Adds a note, and returns its uid. */
static const char *
add_note (Fixture        *fixture,
          const char     *words,
          ChanceryColour  colour,
          const char     *body)
{
  g_autoptr (ChanceryNote) note = reader_fixture_note (fixture->article, words, colour, body);

  notes_store_add (fixture->store, note);

  return chancery_note_get_uid (notes_store_find (fixture->store, chancery_note_get_uid (note)));
}

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  chancery_history_finish (CHANCERY_HISTORY (source), result, NULL);
  *(gboolean *) user_data = TRUE;
}

static void
settle (Fixture *fixture)
{
  gboolean done = FALSE;

  /* Twice: what waited for the history asks it for something more. */
  for (guint i = 0; i < 2; i++)
    {
      done = FALSE;
      chancery_history_settle_async (fixture->history, NULL, settled_cb, &done);
      WAIT_UNTIL (done);
    }
}

static void
resize (Fixture    *fixture,
        const char *how)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.resize", "s", how);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->reader), action, NULL));
}

static void
undo (Fixture *fixture)
{
  chancery_history_undo_async (fixture->history, NULL, NULL, NULL);
  settle (fixture);
}

static const char *
get_words (Fixture    *fixture,
           const char *uid)
{
  ChanceryNote *note = notes_store_find (fixture->store, uid);

  return note != NULL ? chancery_note_get_selector (note)->exact : NULL;
}

static guint
get_n_notes (Fixture *fixture)
{
  return g_list_model_get_n_items (notes_store_get_model (fixture->store));
}

static void
test_resize (Fixture       *fixture,
             gconstpointer  data)
{
  const char *uid = add_note (fixture, "careful to sound", CHANCERY_COLOUR_GREEN, "Why?");
  const guint caret = (guint) get_offset (fixture, find (fixture, "to sound").start_bytes);

  gtk_widget_grab_focus (GTK_WIDGET (fixture->reader->text));
  place_caret_before (fixture, "to sound");
  resize (fixture, "end-next-word");
  /* Not shown, nor said, before it is written. */
  g_assert_cmpstr (get_words (fixture, uid), ==, "careful to sound");
  g_assert_null (fixture->announced);
  settle (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "careful to sound neither");
  g_assert_cmpstr (fixture->announced, ==, "Highlight now ends with “careful to sound neither”");
  g_assert_true (chancery_reader_get_active_note (fixture->reader) == notes_store_find (fixture->store, uid));

  resize (fixture, "start-previous-word");
  settle (fixture);
  g_assert_cmpstr (fixture->announced, ==, "Highlight now begins with “were careful to sound neither”");
  resize (fixture, "start-next-word");
  resize (fixture, "end-next-sentence");
  settle (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "careful to sound neither pleased nor worried.");
  resize (fixture, "start-previous-sentence");
  resize (fixture, "end-previous-word");
  settle (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "Officials in Astana were careful to sound neither pleased nor worried");
  /* Astana is in it. */
  g_assert_true (g_strv_contains (chancery_note_get_states (notes_store_find (fixture->store, uid)), "KZ"));

  /* The caret and the focus are where they were, and one step takes all of it back. */
  g_assert_cmpuint (chancery_reader_get_caret (fixture->reader), ==, caret);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (fixture->reader->text)));
  g_assert_cmpstr (chancery_history_get_undo_label (fixture->history), ==, "Undo Resize Highlight");
  undo (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "careful to sound");
  g_assert_false (g_strv_contains (chancery_note_get_states (notes_store_find (fixture->store, uid)), "KZ"));
  g_assert_false (chancery_history_get_can_undo (fixture->history));
}

/* Each press goes on from where the one before will have brought it. */
static void
test_quick_presses (Fixture       *fixture,
                    gconstpointer  data)
{
  const char *uid = add_note (fixture, "Officials", CHANCERY_COLOUR_GREEN, NULL);

  place_caret_before (fixture, "Officials");
  for (guint i = 0; i < 4; i++)
    resize (fixture, "end-next-word");
  settle (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "Officials in Astana were careful");
  for (guint i = 0; i < 3; i++)
    resize (fixture, "end-previous-word");
  settle (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "Officials in");
  /* A state that came and went is gone. */
  g_assert_false (g_strv_contains (chancery_note_get_states (notes_store_find (fixture->store, uid)), "KZ"));
  undo (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "Officials");
}

/* What comes in between ends the step. */
static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  const char *uid = add_note (fixture, "careful to sound", CHANCERY_COLOUR_GREEN, NULL);

  place_caret_before (fixture, "to sound");
  resize (fixture, "end-next-word");
  settle (fixture);
  place_caret_before (fixture, "sound neither");
  resize (fixture, "end-next-word");
  settle (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "careful to sound neither pleased");
  undo (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "careful to sound neither");

  resize (fixture, "start-previous-word");
  settle (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "were careful to sound neither");
  undo (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "careful to sound neither");
  undo (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "careful to sound");

  /* A pause does, too. */
  fixture->reader->key_ms = 10000;
  resize (fixture, "end-next-word");
  fixture->reader->key_ms = 20000;
  resize (fixture, "end-next-word");
  fixture->reader->key_ms = 20100;
  resize (fixture, "end-next-word");
  settle (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "careful to sound neither pleased nor");
  undo (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "careful to sound neither");
}

static void
test_limits (Fixture       *fixture,
             gconstpointer  data)
{
  const char *uid = add_note (fixture, "comes nor goes", CHANCERY_COLOUR_GREEN, NULL);

  resize (fixture, "end-next-word");
  g_assert_cmpstr (fixture->message, ==, "There is no highlight here.");

  place_caret_before (fixture, "nor goes");
  resize (fixture, "end-next-word");
  settle (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "comes nor goes.");
  resize (fixture, "end-next-word");
  g_assert_cmpstr (fixture->announced, ==, "The article ends here.");

  resize (fixture, "end-previous-word");
  resize (fixture, "end-previous-word");
  resize (fixture, "end-previous-word");
  settle (fixture);
  /* The caret has come to be beside the highlight, which the keys are still for. */
  g_assert_cmpstr (get_words (fixture, uid), ==, "comes");
  resize (fixture, "end-previous-word");
  settle (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "comes");
  g_assert_cmpstr (fixture->announced, ==, "The highlight can’t be shorter.");
}

static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  const char *uid = add_note (fixture, "careful to sound", CHANCERY_COLOUR_GREEN, NULL);

  notes_store_set_full (fixture->store, TRUE);
  place_caret_before (fixture, "to sound");
  resize (fixture, "end-next-word");
  resize (fixture, "end-next-word");
  settle (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "careful to sound");
  g_assert_cmpstr (fixture->message, ==, "The disk is full");
  g_assert_null (fixture->announced);
  g_assert_false (chancery_history_get_can_undo (fixture->history));

  notes_store_set_full (fixture->store, FALSE);
  resize (fixture, "end-next-word");
  settle (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "careful to sound neither");
}

static void
test_fit (Fixture       *fixture,
          gconstpointer  data)
{
  const char *uid = add_note (fixture, "careful to sound", CHANCERY_COLOUR_GREEN, NULL);
  ChanceryPassage passage;
  gboolean shrinks;
  g_autoptr (ChanceryNote) to_shrink = NULL;
  g_autoptr (ChanceryNote) to_extend = NULL;
  g_autoptr (ChanceryNote) none = NULL;

  select_words (fixture, "sound neither pleased");
  to_extend = chancery_reader_dup_note_to_fit (fixture->reader, &passage, &shrinks);
  g_assert_nonnull (to_extend);
  g_assert_false (shrinks);
  activate (fixture, "reader.fit");
  settle (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "careful to sound neither pleased");
  g_assert_cmpstr (fixture->announced, ==,
                   "Highlight now reaches from “careful to sound neither pleased” to “careful to sound neither pleased”");
  g_assert_false (gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->reader->text))));

  select_words (fixture, "sound neither");
  to_shrink = chancery_reader_dup_note_to_fit (fixture->reader, &passage, &shrinks);
  g_assert_nonnull (to_shrink);
  g_assert_true (shrinks);
  activate (fixture, "reader.fit");
  settle (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "sound neither");

  select_words (fixture, "Officials in Astana");
  none = chancery_reader_dup_note_to_fit (fixture->reader, &passage, &shrinks);
  g_assert_null (none);
  activate (fixture, "reader.fit");
  g_assert_cmpstr (fixture->message, ==, "Select some words in a highlight, or from it on.");

  undo (fixture);
  undo (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "careful to sound");
}

static void
test_split_and_merge (Fixture       *fixture,
                      gconstpointer  data)
{
  const char *uid = add_note (fixture, "careful to sound neither pleased nor worried", CHANCERY_COLOUR_GREEN, "Why?");
  g_autoptr (ChanceryNote) second = NULL;

  activate (fixture, "reader.split");
  g_assert_cmpstr (fixture->message, ==, "Put the text cursor between two words of a highlight first.");

  place_caret_before (fixture, "neither pleased");
  activate (fixture, "reader.split");
  settle (fixture);
  g_assert_cmpuint (get_n_notes (fixture), ==, 2);
  g_assert_cmpstr (get_words (fixture, uid), ==, "careful to sound");
  second = g_list_model_get_item (notes_store_get_model (fixture->store), 1);
  g_assert_cmpstr (chancery_note_get_selector (second)->exact, ==, "neither pleased nor worried");
  g_assert_cmpint (chancery_note_get_colour (second), ==, CHANCERY_COLOUR_GREEN);
  g_assert_cmpstr (chancery_note_get_body (second), ==, "");
  g_assert_cmpstr (fixture->announced, ==, "Highlight split in two");
  g_assert_cmpstr (chancery_history_get_undo_label (fixture->history), ==, "Undo Split Highlight");

  /* The last has nothing after it. */
  place_caret_before (fixture, "pleased nor");
  activate (fixture, "reader.merge");
  settle (fixture);
  g_assert_cmpstr (fixture->message, ==, "No highlight follows directly.");

  place_caret_before (fixture, "to sound");
  activate (fixture, "reader.merge");
  settle (fixture);
  g_assert_cmpuint (get_n_notes (fixture), ==, 1);
  g_assert_cmpstr (get_words (fixture, uid), ==, "careful to sound neither pleased nor worried");
  g_assert_cmpstr (chancery_note_get_body (notes_store_find (fixture->store, uid)), ==, "Why?");
  g_assert_cmpstr (fixture->announced, ==, "Highlights merged");
  g_assert_cmpstr (chancery_history_get_undo_label (fixture->history), ==, "Undo Merge Highlights");

  undo (fixture);
  g_assert_cmpuint (get_n_notes (fixture), ==, 2);
  undo (fixture);
  g_assert_cmpuint (get_n_notes (fixture), ==, 1);
  g_assert_cmpstr (get_words (fixture, uid), ==, "careful to sound neither pleased nor worried");
}

static void
test_merge_in_selection (Fixture       *fixture,
                         gconstpointer  data)
{
  const char *uid = add_note (fixture, "Officials in", CHANCERY_COLOUR_GREEN, "One");

  add_note (fixture, "in Astana", CHANCERY_COLOUR_PINK, NULL);
  add_note (fixture, "were careful", CHANCERY_COLOUR_BLUE, "Three");
  add_note (fixture, "pleased", CHANCERY_COLOUR_BLUE, NULL);

  select_words (fixture, "Officials in Astana were careful to sound neither pleased");
  activate (fixture, "reader.merge");
  settle (fixture);
  g_assert_cmpstr (fixture->message, ==, "There are words between these highlights.");
  g_assert_cmpuint (get_n_notes (fixture), ==, 4);

  select_words (fixture, "Officials in Astana were");
  activate (fixture, "reader.merge");
  settle (fixture);
  g_assert_cmpuint (get_n_notes (fixture), ==, 2);
  g_assert_cmpstr (get_words (fixture, uid), ==, "Officials in Astana were careful");
  g_assert_cmpstr (chancery_note_get_body (notes_store_find (fixture->store, uid)), ==, "One\n\nThree");
}

/* Where one reads from the right, left is forward. */
static void
test_arabic (Fixture       *fixture,
             gconstpointer  data)
{
  const char *uid = add_note (fixture, "رؤساء الدول", CHANCERY_COLOUR_GREEN, NULL);

  place_caret_before (fixture, "الدول");
  resize (fixture, "end-left");
  settle (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "رؤساء الدول الأعضاء");
  resize (fixture, "end-right");
  resize (fixture, "end-right");
  settle (fixture);
  g_assert_cmpstr (get_words (fixture, uid), ==, "رؤساء");
}

static gboolean
has_item (GMenuModel *menu,
          const char *label)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &text) && g_str_equal (text, label))
        return TRUE;
      if ((section != NULL && has_item (section, label)) || (submenu != NULL && has_item (submenu, label)))
        return TRUE;
    }

  return FALSE;
}

/* The menu has what can be done just there. */
static void
test_menu (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ChanceryNote) note = NULL;
  g_autoptr (GMenu) at_start = g_menu_new ();
  g_autoptr (GMenu) inside = g_menu_new ();
  g_autoptr (GMenu) selected = g_menu_new ();

  add_note (fixture, "careful to sound", CHANCERY_COLOUR_GREEN, NULL);
  place_caret_before (fixture, "careful to sound");
  note = chancery_reader_dup_current_note (fixture->reader);
  chancery_reader_append_reshaping (fixture->reader, note, at_start);
  g_assert_true (has_item (G_MENU_MODEL (at_start), "Extend End by a _Word"));
  g_assert_false (has_item (G_MENU_MODEL (at_start), "_Split Here"));
  g_assert_false (has_item (G_MENU_MODEL (at_start), "_Merge With Next"));

  add_note (fixture, "neither pleased", CHANCERY_COLOUR_GREEN, NULL);
  place_caret_before (fixture, "to sound");
  chancery_reader_append_reshaping (fixture->reader, note, inside);
  g_assert_true (has_item (G_MENU_MODEL (inside), "_Split Here"));
  g_assert_true (has_item (G_MENU_MODEL (inside), "_Merge With Next"));

  select_words (fixture, "sound neither");
  chancery_reader_append_fitting (fixture->reader, selected);
  g_assert_true (has_item (G_MENU_MODEL (selected), "E_xtend Highlight by Selection"));
  g_assert_true (has_item (G_MENU_MODEL (selected), "_Merge Highlights"));
}

#define TEST(path, set_up, test) g_test_add ("/reader-reshape/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  chancery_ui_register_resource ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  TEST ("resize", set_up, test_resize);
  TEST ("quick-presses", set_up, test_quick_presses);
  TEST ("steps", set_up, test_steps);
  TEST ("limits", set_up, test_limits);
  TEST ("full-disk", set_up, test_full_disk);
  TEST ("fit", set_up, test_fit);
  TEST ("split-and-merge", set_up, test_split_and_merge);
  TEST ("merge-in-selection", set_up, test_merge_in_selection);
  TEST ("arabic", set_up_arabic, test_arabic);
  TEST ("menu", set_up, test_menu);

  return g_test_run ();
}
