/* test-note-session.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libglib-testing/signal-logger.h>

#include "notes/chancery-note-session.h"
#include "notes-store.h"

typedef struct
{
  NotesStore *store;
  ChanceryHistory *history;
  ChanceryNote *note; /* (unowned): the one in the store's list */
  ChanceryNoteSession *session;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (ChanceryNote) note = chancery_note_new (&(ChanceryNoteFields) {
    .uid = "one", .article_uid = "article", .body = "Before", .created_us = 10, .modified_us = 20 });

  fixture->store = notes_store_new ();
  fixture->history = notes_store_new_history (fixture->store);
  notes_store_add (fixture->store, note);
  fixture->note = notes_store_find (fixture->store, "one");
  fixture->session = chancery_note_session_new (fixture->history, fixture->note);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->store);
}

static void
type (Fixture    *fixture,
      const char *body)
{
  g_autoptr (ChanceryNote) draft = chancery_note_copy (chancery_note_session_get_draft (fixture->session));

  chancery_note_set_body (draft, body);
  chancery_note_session_set_draft (fixture->session, draft);
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

  chancery_history_settle_async (fixture->history, NULL, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
undo (Fixture *fixture)
{
  chancery_history_undo_async (fixture->history, NULL, NULL, NULL);
  settle (fixture);
}

static void
test_saves_after_a_rest (Fixture       *fixture,
                         gconstpointer  data)
{
  gint64 start_us = g_get_monotonic_time ();

  type (fixture, "Bef");
  type (fixture, "Before and after");
  g_assert_true (chancery_note_session_get_unsaved (fixture->session));
  g_assert_false (chancery_history_get_can_undo (fixture->history));
  while (chancery_note_session_get_unsaved (fixture->session))
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (chancery_note_get_body (fixture->note), ==, "Before and after");
  g_assert_cmpint (g_get_monotonic_time () - start_us, >=, 1000 * (CHANCERY_NOTE_SESSION_REST_MS - 1));
}

static void
test_is_one_step (Fixture       *fixture,
                  gconstpointer  data)
{
  type (fixture, "One");
  chancery_note_session_save (fixture->session);
  type (fixture, "One two");
  chancery_note_session_save (fixture->session);
  settle (fixture);
  type (fixture, "One two three");
  chancery_note_session_commit (fixture->session);
  settle (fixture);
  g_assert_cmpstr (chancery_note_get_body (fixture->note), ==, "One two three");
  g_assert_cmpstr (chancery_history_get_undo_label (fixture->history), ==, "Undo Edit Note");

  undo (fixture);
  g_assert_cmpstr (chancery_note_get_body (fixture->note), ==, "Before");
  g_assert_cmpint (chancery_note_get_modified_us (fixture->note), ==, 20);
  g_assert_false (chancery_history_get_can_undo (fixture->history));
}

static void
test_cancel_leaves_no_trace (Fixture       *fixture,
                             gconstpointer  data)
{
  type (fixture, "Saved already");
  chancery_note_session_save (fixture->session);
  type (fixture, "Saved already, and more");
  chancery_note_session_cancel (fixture->session);
  settle (fixture);

  g_assert_cmpstr (chancery_note_get_body (fixture->note), ==, "Before");
  g_assert_cmpint (chancery_note_get_modified_us (fixture->note), ==, 20);
  g_assert_false (chancery_history_get_can_undo (fixture->history));
  g_assert_false (chancery_note_session_get_unsaved (fixture->session));
}

static void
test_commit_of_nothing_leaves_no_trace (Fixture       *fixture,
                                        gconstpointer  data)
{
  type (fixture, "Other");
  chancery_note_session_save (fixture->session);
  type (fixture, "Before");
  chancery_note_session_commit (fixture->session);
  settle (fixture);

  g_assert_cmpint (chancery_note_get_modified_us (fixture->note), ==, 20);
  g_assert_false (chancery_history_get_can_undo (fixture->history));
}

static void
test_failure_keeps_the_draft (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autoptr (GError) error = NULL;

  gt_signal_logger_connect (logger, fixture->session, "failed");
  gt_signal_logger_connect (logger, fixture->session, "saved");
  notes_store_set_full (fixture->store, TRUE);
  type (fixture, "Precious");
  chancery_note_session_commit (fixture->session);
  settle (fixture);
  gt_signal_logger_assert_emission_pop (logger, fixture->session, "failed", &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_error (chancery_note_session_get_error (fixture->session), G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_true (chancery_note_session_get_unsaved (fixture->session));
  g_assert_cmpstr (chancery_note_get_body (chancery_note_session_get_draft (fixture->session)), ==, "Precious");
  g_assert_cmpstr (chancery_note_get_body (fixture->note), ==, "Before");

  notes_store_set_full (fixture->store, FALSE);
  chancery_note_session_commit (fixture->session);
  settle (fixture);
  gt_signal_logger_assert_emission_pop (logger, fixture->session, "saved", NULL);
  g_assert_null (chancery_note_session_get_error (fixture->session));
  g_assert_cmpstr (chancery_note_get_body (fixture->note), ==, "Precious");
}

static void
test_draft_follows_other_changes (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (ChanceryNote) green = chancery_note_copy (fixture->note);
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  gt_signal_logger_connect (logger, fixture->session, "refreshed");
  type (fixture, "Mine");
  chancery_note_set_colour (green, CHANCERY_COLOUR_GREEN);
  chancery_history_change_note_async (fixture->history, fixture->note, green, 0, NULL, NULL, NULL);
  settle (fixture);
  gt_signal_logger_assert_emission_pop (logger, fixture->session, "refreshed", NULL);
  g_assert_cmpint (chancery_note_get_colour (chancery_note_session_get_draft (fixture->session)), ==, CHANCERY_COLOUR_GREEN);
  g_assert_cmpstr (chancery_note_get_body (chancery_note_session_get_draft (fixture->session)), ==, "Mine");

  chancery_note_session_commit (fixture->session);
  settle (fixture);
  g_assert_cmpint (chancery_note_get_colour (fixture->note), ==, CHANCERY_COLOUR_GREEN);
  g_assert_cmpstr (chancery_note_get_body (fixture->note), ==, "Mine");
  gt_signal_logger_assert_no_emissions (logger);
}

/* Recoloured while the words are still being written. */
static void
test_changes_at_the_same_time_add_up (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (ChanceryNote) green = chancery_note_copy (fixture->note);

  chancery_note_set_colour (green, CHANCERY_COLOUR_GREEN);
  chancery_history_change_note_async (fixture->history, fixture->note, green, 0, NULL, NULL, NULL);
  type (fixture, "Mine");
  chancery_note_session_save (fixture->session);
  settle (fixture);
  type (fixture, "Mine too");
  chancery_note_session_save (fixture->session);
  settle (fixture);

  g_assert_cmpint (chancery_note_get_colour (fixture->note), ==, CHANCERY_COLOUR_GREEN);
  g_assert_cmpstr (chancery_note_get_body (fixture->note), ==, "Mine too");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) g_test_add ("/note-session" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/saves-after-a-rest", test_saves_after_a_rest);
  ADD ("/is-one-step", test_is_one_step);
  ADD ("/cancel-leaves-no-trace", test_cancel_leaves_no_trace);
  ADD ("/commit-of-nothing-leaves-no-trace", test_commit_of_nothing_leaves_no_trace);
  ADD ("/failure-keeps-the-draft", test_failure_keeps_the_draft);
  ADD ("/draft-follows-other-changes", test_draft_follows_other_changes);
  ADD ("/changes-at-the-same-time-add-up", test_changes_at_the_same_time_add_up);
#undef ADD

  return g_test_run ();
}
