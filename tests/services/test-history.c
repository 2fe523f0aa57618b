/* test-history.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libglib-testing/signal-logger.h>

#include "chancery-history.h"

/* A store in memory that answers later, in order, and fails when told to. */

#define TEST_TYPE_STORE (test_store_get_type ())

G_DECLARE_FINAL_TYPE (TestStore, test_store, TEST, STORE, GObject)

struct _TestStore
{
  GObject parent_instance;

  GHashTable *notes; /* uid → ChanceryNote */
  guint n_until_failure; /* operations that succeed before one fails; 0 for no failure */
  guint n_failures; /* how many fail then */
  guint per_mille; /* of operations that fail at random */
  GRand *rand;
  guint n_running;
};

G_DEFINE_FINAL_TYPE (TestStore, test_store, G_TYPE_OBJECT)

static void
test_store_finalize (GObject *object)
{
  TestStore *self = TEST_STORE (object);

  g_hash_table_unref (self->notes);
  g_clear_pointer (&self->rand, g_rand_free);

  G_OBJECT_CLASS (test_store_parent_class)->finalize (object);
}

static void
test_store_class_init (TestStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_store_finalize;
}

static void
test_store_init (TestStore *self)
{
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

static gboolean
should_fail (TestStore *self)
{
  if (self->per_mille > 0 && g_rand_int_range (self->rand, 0, 1000) < (gint32) self->per_mille)
    return TRUE;
  if (self->n_until_failure > 1)
    {
      self->n_until_failure--;
      return FALSE;
    }
  if (self->n_until_failure == 1 && self->n_failures > 0)
    {
      self->n_failures--;
      return TRUE;
    }

  return FALSE;
}

static gboolean
answer_cb (gpointer user_data)
{
  GTask *task = user_data;
  TestStore *self = g_task_get_source_object (task);
  gpointer data = g_task_get_task_data (task);

  g_assert_cmpuint (self->n_running, ==, 1);
  self->n_running--;

  if (should_fail (self))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The disk is full");
    }
  else if (g_task_get_name (task)[0] == 'p')
    {
      g_hash_table_replace (self->notes, g_strdup (chancery_note_get_uid (data)), g_object_ref (data));
      g_task_return_boolean (task, TRUE);
    }
  else if (g_hash_table_remove (self->notes, data))
    {
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "No such note");
    }

  return G_SOURCE_REMOVE;
}

static void
put_note_async (GObject             *target,
                ChanceryNote        *note,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  GTask *task = g_task_new (target, cancellable, callback, user_data);

  TEST_STORE (target)->n_running++;
  g_task_set_name (task, "put");
  g_task_set_task_data (task, g_object_ref (note), g_object_unref);
  g_idle_add_full (G_PRIORITY_DEFAULT, answer_cb, task, g_object_unref);
}

static void
remove_note_async (GObject             *target,
                   const char          *uid,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  GTask *task = g_task_new (target, cancellable, callback, user_data);

  TEST_STORE (target)->n_running++;
  g_task_set_name (task, "remove");
  g_task_set_task_data (task, g_strdup (uid), g_free);
  g_idle_add_full (G_PRIORITY_DEFAULT, answer_cb, task, g_object_unref);
}

static gboolean
finish (GObject       *target,
        GAsyncResult  *result,
        GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static const ChanceryHistoryTarget functions = {
  .put_note_async = put_note_async,
  .put_note_finish = finish,
  .remove_note_async = remove_note_async,
  .remove_note_finish = finish,
};

static gint64 now_us = 1000;

static gint64
tell_time (void)
{
  return ++now_us;
}

typedef struct
{
  TestStore *store;
  ChanceryHistory *history;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->store = g_object_new (TEST_TYPE_STORE, NULL);
  fixture->history = chancery_history_new_for_target (G_OBJECT (fixture->store), &functions, tell_time);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->store);
}

static void
settled_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *settled = user_data;

  g_assert_true (chancery_history_finish (CHANCERY_HISTORY (object), result, &error));
  g_assert_no_error (error);
  *settled = TRUE;
}

static void
settle (Fixture *fixture)
{
  gboolean settled = FALSE;

  chancery_history_settle_async (fixture->history, NULL, settled_cb, &settled);
  while (!settled)
    g_main_context_iteration (NULL, TRUE);
}

static void
undo (Fixture *fixture)
{
  chancery_history_undo_async (fixture->history, NULL, NULL, NULL);
  settle (fixture);
}

static void
redo (Fixture *fixture)
{
  chancery_history_redo_async (fixture->history, NULL, NULL, NULL);
  settle (fixture);
}

static ChanceryNote *
make_note (const char *uid,
           const char *body)
{
  g_autoptr (ChancerySelector) selector = chancery_selector_new_for_span ("The leaders meet in Minsk today", 4, 16);

  return chancery_note_new (&(ChanceryNoteFields) {
    .uid = uid, .article_uid = "article", .selector = selector, .body = body,
    .tags = (const char * const[]) { "absence", "summit", NULL },
    .states = (const char * const[]) { "AM", "BY", NULL },
    .created_us = 10, .modified_us = 20 });
}

static ChanceryNote *
add (Fixture    *fixture,
     const char *uid,
     const char *body)
{
  ChanceryNote *note = make_note (uid, body);

  chancery_history_add_note_async (fixture->history, note, NULL, NULL, NULL);
  return note;
}

static ChanceryNote *
with_body (ChanceryNote *note,
           const char   *body)
{
  ChanceryNote *copy = chancery_note_copy (note);

  chancery_note_set_body (copy, body);
  return copy;
}

static ChanceryNote *
with_colour (ChanceryNote   *note,
             ChanceryColour  colour)
{
  ChanceryNote *copy = chancery_note_copy (note);

  chancery_note_set_colour (copy, colour);
  return copy;
}

static ChanceryNote *
stored (Fixture    *fixture,
        const char *uid)
{
  return g_hash_table_lookup (fixture->store->notes, uid);
}

static void
assert_labels (Fixture    *fixture,
               const char *undo_label,
               const char *redo_label)
{
  g_assert_cmpstr (chancery_history_get_undo_label (fixture->history), ==, undo_label);
  g_assert_cmpstr (chancery_history_get_redo_label (fixture->history), ==, redo_label);
}

static void
test_add_undo_redo (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (ChanceryNote) note = add (fixture, "one", "");

  settle (fixture);
  g_assert_true (chancery_note_equal (stored (fixture, "one"), note));
  assert_labels (fixture, "Undo Add Highlight", "Redo");
  g_assert_false (chancery_history_get_can_redo (fixture->history));

  undo (fixture);
  g_assert_null (stored (fixture, "one"));
  g_assert_false (chancery_history_get_can_undo (fixture->history));
  assert_labels (fixture, "Undo", "Redo Add Highlight");

  redo (fixture);
  g_assert_true (chancery_note_equal (stored (fixture, "one"), note));
  g_assert_false (chancery_history_get_can_redo (fixture->history));
}

static void
test_remove_is_undone_exactly (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (ChanceryNote) note = add (fixture, "one", "Check this");

  chancery_history_remove_note_async (fixture->history, note, NULL, NULL, NULL);
  settle (fixture);
  g_assert_null (stored (fixture, "one"));
  assert_labels (fixture, "Undo Delete Note", "Redo");

  undo (fixture);
  g_assert_true (chancery_note_equal (stored (fixture, "one"), note));
  assert_labels (fixture, "Undo Add Note", "Redo Delete Note");
}

static void
test_change_has_its_moment (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (ChanceryNote) note = add (fixture, "one", "");
  g_autoptr (ChanceryNote) green = with_colour (note, CHANCERY_COLOUR_GREEN);

  now_us = 5000;
  chancery_history_change_note_async (fixture->history, note, green, 0, NULL, NULL, NULL);
  settle (fixture);
  g_assert_cmpint (chancery_note_get_modified_us (stored (fixture, "one")), ==, 5001);
  g_assert_cmpint (chancery_note_get_created_us (stored (fixture, "one")), ==, 10);
  g_assert_cmpint (chancery_note_get_modified_us (green), ==, 20);
  assert_labels (fixture, "Undo Change Colour", "Redo");

  undo (fixture);
  g_assert_true (chancery_note_equal (stored (fixture, "one"), note));
  redo (fixture);
  g_assert_cmpint (chancery_note_get_modified_us (stored (fixture, "one")), ==, 5001);
}

static void
test_labels_name_the_change (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (ChanceryNote) note = add (fixture, "one", "");
  g_autoptr (ChanceryNote) kind = chancery_note_copy (note);
  g_autoptr (ChanceryNote) tags = chancery_note_copy (note);
  g_autoptr (ChanceryNote) states = chancery_note_copy (note);
  g_autoptr (ChanceryNote) links = chancery_note_copy (note);
  g_autoptr (GPtrArray) targets = chancery_note_links_new ();
  g_autoptr (ChanceryNote) body = with_body (note, "Words");
  g_autoptr (ChanceryNote) two = with_colour (kind, CHANCERY_COLOUR_PINK);

  chancery_note_set_kind (kind, CHANCERY_NOTE_KIND_CLAIM);
  chancery_note_set_kind (two, CHANCERY_NOTE_KIND_CLAIM);
  chancery_note_set_tags (tags, NULL);
  chancery_note_set_states (states, NULL);
  g_ptr_array_add (targets, chancery_note_link_new (CHANCERY_LINK_RELATION_RELATED, "other", NULL));
  chancery_note_set_links (links, targets);

  const struct
  {
    ChanceryNote *after;
    const char *undo_label;
    const char *redo_label;
  } vectors[] = {
    { kind, "Undo Change Kind", "Redo Change Kind" },
    { tags, "Undo Change Tags", "Redo Change Tags" },
    { states, "Undo Change States", "Redo Change States" },
    { links, "Undo Change Links", "Redo Change Links" },
    { body, "Undo Edit Note", "Redo Edit Note" },
    { two, "Undo Edit Note", "Redo Edit Note" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      chancery_history_change_note_async (fixture->history, note, vectors[i].after, 0, NULL, NULL, NULL);
      settle (fixture);
      g_assert_cmpstr (chancery_history_get_undo_label (fixture->history), ==, vectors[i].undo_label);
      undo (fixture);
      g_assert_cmpstr (chancery_history_get_redo_label (fixture->history), ==, vectors[i].redo_label);
    }
}

static void
test_action_forgets_what_was_undone (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (ChanceryNote) one = add (fixture, "one", "");
  g_autoptr (ChanceryNote) two = NULL;

  undo (fixture);
  two = add (fixture, "two", "");
  settle (fixture);
  g_assert_false (chancery_history_get_can_redo (fixture->history));
  redo (fixture);
  g_assert_null (stored (fixture, "one"));
}

static void
test_session_is_one_step (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (ChanceryNote) note = add (fixture, "one", "");
  g_autoptr (ChanceryNote) first = with_body (note, "A");
  g_autoptr (ChanceryNote) second = with_body (note, "A summit");
  g_autoptr (ChanceryNote) third = with_body (note, "A summit missed");
  guint session = chancery_history_begin_session (fixture->history);

  chancery_history_change_note_async (fixture->history, note, first, session, NULL, NULL, NULL);
  chancery_history_change_note_async (fixture->history, first, second, session, NULL, NULL, NULL);
  settle (fixture);
  undo (fixture);
  g_assert_true (chancery_note_equal (stored (fixture, "one"), note));
  redo (fixture);
  g_assert_cmpstr (chancery_note_get_body (stored (fixture, "one")), ==, "A summit");

  /* Another session, another step. */
  chancery_history_change_note_async (fixture->history, stored (fixture, "one"), third,
                                      chancery_history_begin_session (fixture->history), NULL, NULL, NULL);
  undo (fixture);
  g_assert_cmpstr (chancery_note_get_body (stored (fixture, "one")), ==, "A summit");
}

static void
test_session_is_reverted (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (ChanceryNote) note = add (fixture, "one", "Before");
  g_autoptr (ChanceryNote) other = add (fixture, "two", "");
  g_autoptr (ChanceryNote) changed = with_body (note, "After");
  g_autoptr (ChanceryNote) later = with_body (note, "Later");
  g_autoptr (ChanceryNote) pink = with_colour (other, CHANCERY_COLOUR_PINK);
  g_autoptr (ChanceryNote) later_green = with_colour (later, CHANCERY_COLOUR_GREEN);
  guint session = chancery_history_begin_session (fixture->history);

  chancery_history_change_note_async (fixture->history, note, changed, session, NULL, NULL, NULL);
  chancery_history_revert_session_async (fixture->history, session, NULL, NULL, NULL);
  settle (fixture);
  g_assert_true (chancery_note_equal (stored (fixture, "one"), note));
  assert_labels (fixture, "Undo Add Highlight", "Redo");

  /* A session without a change, and one that another step came into. */
  chancery_history_revert_session_async (fixture->history, chancery_history_begin_session (fixture->history),
                                         NULL, NULL, NULL);
  session = chancery_history_begin_session (fixture->history);
  chancery_history_change_note_async (fixture->history, note, changed, session, NULL, NULL, NULL);
  chancery_history_change_note_async (fixture->history, other, pink, 0, NULL, NULL, NULL);
  chancery_history_change_note_async (fixture->history, changed, later, session, NULL, NULL, NULL);
  chancery_history_change_note_async (fixture->history, pink, other, 0, NULL, NULL, NULL);
  chancery_history_revert_session_async (fixture->history, session, NULL, NULL, NULL);
  settle (fixture);
  g_assert_true (chancery_note_equal (stored (fixture, "one"), note));
  undo (fixture);
  g_assert_cmpstr (chancery_note_get_body (stored (fixture, "one")), ==, "Later");

  /* What else was done to the note stays. */
  chancery_history_change_note_async (fixture->history, later, later_green, 0, NULL, NULL, NULL);
  chancery_history_revert_session_async (fixture->history, session, NULL, NULL, NULL);
  settle (fixture);
  g_assert_cmpstr (chancery_note_get_body (stored (fixture, "one")), ==, "Before");
  g_assert_cmpint (chancery_note_get_colour (stored (fixture, "one")), ==, CHANCERY_COLOUR_GREEN);
}

static void
test_quick_presses_stay_in_order (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (ChanceryNote) one = add (fixture, "one", "");
  g_autoptr (ChanceryNote) green = with_colour (one, CHANCERY_COLOUR_GREEN);
  g_autoptr (ChanceryNote) two = NULL;

  /* Nothing has been written yet, and undo can be pressed. */
  g_assert_true (chancery_history_get_can_undo (fixture->history));
  chancery_history_change_note_async (fixture->history, one, green, 0, NULL, NULL, NULL);
  chancery_history_undo_async (fixture->history, NULL, NULL, NULL);
  g_assert_true (chancery_history_get_can_redo (fixture->history));
  chancery_history_undo_async (fixture->history, NULL, NULL, NULL);
  chancery_history_undo_async (fixture->history, NULL, NULL, NULL);
  chancery_history_redo_async (fixture->history, NULL, NULL, NULL);
  two = add (fixture, "two", "");
  settle (fixture);

  g_assert_cmpuint (g_hash_table_size (fixture->store->notes), ==, 2);
  g_assert_true (chancery_note_equal (stored (fixture, "one"), one));
  g_assert_false (chancery_history_get_can_redo (fixture->history));
}

static void
test_waiting_changes_of_a_note_add_up (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (ChanceryNote) note = add (fixture, "one", "Words");
  g_autoptr (ChanceryNote) body = with_body (note, "More words");
  g_autoptr (ChanceryNote) green = with_colour (note, CHANCERY_COLOUR_GREEN);

  /* Both are asked for on what the list still shows. */
  chancery_history_change_note_async (fixture->history, note, body, 0, NULL, NULL, NULL);
  chancery_history_change_note_async (fixture->history, note, green, 0, NULL, NULL, NULL);
  settle (fixture);
  g_assert_cmpstr (chancery_note_get_body (stored (fixture, "one")), ==, "More words");
  g_assert_cmpint (chancery_note_get_colour (stored (fixture, "one")), ==, CHANCERY_COLOUR_GREEN);
  undo (fixture);
  g_assert_cmpstr (chancery_note_get_body (stored (fixture, "one")), ==, "More words");
  g_assert_cmpint (chancery_note_get_colour (stored (fixture, "one")), ==, CHANCERY_COLOUR_YELLOW);
  redo (fixture);

  /* A removal restores what it removed, and the second one of the same note is nothing. */
  chancery_history_change_note_async (fixture->history, stored (fixture, "one"), note, 0, NULL, NULL, NULL);
  chancery_history_remove_note_async (fixture->history, note, NULL, NULL, NULL);
  chancery_history_remove_note_async (fixture->history, note, NULL, NULL, NULL);
  settle (fixture);
  g_assert_null (stored (fixture, "one"));
  undo (fixture);
  g_assert_cmpstr (chancery_note_get_body (stored (fixture, "one")), ==, "Words");
  g_assert_cmpint (chancery_note_get_colour (stored (fixture, "one")), ==, CHANCERY_COLOUR_YELLOW);
  g_assert_cmpint (chancery_note_get_modified_us (stored (fixture, "one")), >, 20);
}

static GPtrArray *
new_changes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_note_change_free);
}

/* Three notes, and a group that makes all of them blue. */
static GPtrArray *
make_group (Fixture *fixture)
{
  static const char * const uids[] = { "one", "two", "three" };
  GPtrArray *changes = new_changes ();

  for (gsize i = 0; i < G_N_ELEMENTS (uids); i++)
    {
      g_autoptr (ChanceryNote) note = add (fixture, uids[i], "");
      g_autoptr (ChanceryNote) blue = with_colour (note, CHANCERY_COLOUR_BLUE);

      g_ptr_array_add (changes, chancery_note_change_new (note, blue));
    }
  settle (fixture);

  return changes;
}

static guint
count_blue (Fixture *fixture)
{
  GHashTableIter iter;
  gpointer note;
  guint n = 0;

  g_hash_table_iter_init (&iter, fixture->store->notes);
  while (g_hash_table_iter_next (&iter, NULL, &note))
    if (chancery_note_get_colour (note) == CHANCERY_COLOUR_BLUE)
      n++;

  return n;
}

static void
test_group_is_one_step (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GPtrArray) changes = make_group (fixture);

  chancery_history_apply_async (fixture->history, changes, NULL, NULL, NULL);
  settle (fixture);
  g_assert_cmpuint (count_blue (fixture), ==, 3);
  assert_labels (fixture, "Undo Change Colour of 3 Notes", "Redo");
  undo (fixture);
  g_assert_cmpuint (count_blue (fixture), ==, 0);
  assert_labels (fixture, "Undo Add Highlight", "Redo Change Colour of 3 Notes");
  redo (fixture);
  g_assert_cmpuint (count_blue (fixture), ==, 3);
}

static void
fail_after (Fixture *fixture,
            guint    n_done,
            guint    n_failures)
{
  fixture->store->n_until_failure = n_done + 1;
  fixture->store->n_failures = n_failures;
}

static void
assert_failed_once (Fixture        *fixture,
                    GtSignalLogger *logger)
{
  g_autoptr (GError) error = NULL;

  gt_signal_logger_assert_emission_pop (logger, fixture->history, "failed", &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  gt_signal_logger_assert_no_emissions (logger);
}

static void
failed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GError **error = user_data;

  g_assert_false (chancery_history_finish (CHANCERY_HISTORY (object), result, error));
}

static void
test_failure_changes_nothing (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (ChanceryNote) note = add (fixture, "one", "");
  g_autoptr (ChanceryNote) second = make_note ("two", "");
  g_autoptr (GError) error = NULL;
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  settle (fixture);
  undo (fixture);
  gt_signal_logger_connect (logger, fixture->history, "failed");

  fail_after (fixture, 0, 1);
  chancery_history_add_note_async (fixture->history, second, NULL, failed_cb, &error);
  settle (fixture);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  assert_failed_once (fixture, logger);
  g_assert_null (stored (fixture, "two"));
  g_assert_false (chancery_history_get_can_undo (fixture->history));
  assert_labels (fixture, "Undo", "Redo Add Highlight");

  fail_after (fixture, 0, 1);
  redo (fixture);
  assert_failed_once (fixture, logger);
  assert_labels (fixture, "Undo", "Redo Add Highlight");
  redo (fixture);

  fail_after (fixture, 0, 1);
  undo (fixture);
  assert_failed_once (fixture, logger);
  g_assert_nonnull (stored (fixture, "one"));
  assert_labels (fixture, "Undo Add Highlight", "Redo");
  undo (fixture);
  g_assert_null (stored (fixture, "one"));
}

static void
test_failed_group_is_taken_back (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (GPtrArray) changes = make_group (fixture);
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  gt_signal_logger_connect (logger, fixture->history, "failed");
  fail_after (fixture, 2, 1);
  chancery_history_apply_async (fixture->history, changes, NULL, NULL, NULL);
  settle (fixture);
  assert_failed_once (fixture, logger);
  g_assert_cmpuint (count_blue (fixture), ==, 0);
  assert_labels (fixture, "Undo Add Highlight", "Redo");

  chancery_history_apply_async (fixture->history, changes, NULL, NULL, NULL);
  settle (fixture);
  fail_after (fixture, 1, 1);
  undo (fixture);
  assert_failed_once (fixture, logger);
  g_assert_cmpuint (count_blue (fixture), ==, 3);
  assert_labels (fixture, "Undo Change Colour of 3 Notes", "Redo");
}

static void
test_group_that_cannot_be_taken_back_is_split (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr (GPtrArray) changes = make_group (fixture);
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  gt_signal_logger_connect (logger, fixture->history, "failed");

  /* The third fails, and so does taking back the second. */
  fail_after (fixture, 2, 2);
  chancery_history_apply_async (fixture->history, changes, NULL, NULL, NULL);
  settle (fixture);
  assert_failed_once (fixture, logger);
  g_assert_cmpuint (count_blue (fixture), ==, 2);
  assert_labels (fixture, "Undo Change Colour of 2 Notes", "Redo");
  undo (fixture);
  g_assert_cmpuint (count_blue (fixture), ==, 0);
  undo (fixture);
  assert_labels (fixture, "Undo Add Highlight", "Redo Add Highlight");
  redo (fixture);
  redo (fixture);
  g_assert_cmpuint (count_blue (fixture), ==, 2);

  /* Undoing the first fails, and so does doing the second again. */
  fail_after (fixture, 1, 2);
  undo (fixture);
  assert_failed_once (fixture, logger);
  g_assert_cmpuint (count_blue (fixture), ==, 1);
  assert_labels (fixture, "Undo Change Colour", "Redo Change Colour");
  redo (fixture);
  g_assert_cmpuint (count_blue (fixture), ==, 2);
  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (count_blue (fixture), ==, 0);
}

static void
cancelled_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  GError **error = user_data;

  g_assert_false (chancery_history_finish (CHANCERY_HISTORY (object), result, error));
}

static void
test_cancelled_is_silent (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ChanceryNote) one = add (fixture, "one", "");
  g_autoptr (ChanceryNote) two = make_note ("two", "");
  g_autoptr (GError) error = NULL;
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  gt_signal_logger_connect (logger, fixture->history, "failed");
  chancery_history_add_note_async (fixture->history, two, cancellable, cancelled_cb, &error);
  g_cancellable_cancel (cancellable);
  settle (fixture);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  gt_signal_logger_assert_no_emissions (logger);
  g_assert_nonnull (stored (fixture, "one"));
  g_assert_null (stored (fixture, "two"));
}

static void
test_depth_is_bounded (Fixture       *fixture,
                       gconstpointer  data)
{
  guint n = 0;

  for (guint i = 0; i < CHANCERY_HISTORY_MAX_STEPS + 5; i++)
    {
      g_autofree char *uid = g_strdup_printf ("%u", i);
      g_autoptr (ChanceryNote) note = add (fixture, uid, "");
    }
  settle (fixture);

  for (; chancery_history_get_can_undo (fixture->history); n++)
    undo (fixture);
  g_assert_cmpuint (n, ==, CHANCERY_HISTORY_MAX_STEPS);
  g_assert_cmpuint (g_hash_table_size (fixture->store->notes), ==, 5);
}

static void
test_properties_notify (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (ChanceryNote) note = NULL;
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  gt_signal_logger_connect (logger, fixture->history, "notify::can-undo");
  gt_signal_logger_connect (logger, fixture->history, "notify::undo-label");
  note = add (fixture, "one", "");
  gt_signal_logger_assert_notify_emission_pop (logger, fixture->history, "can-undo");
  gt_signal_logger_assert_no_emissions (logger);
  settle (fixture);
  gt_signal_logger_assert_notify_emission_pop (logger, fixture->history, "undo-label");
  gt_signal_logger_assert_no_emissions (logger);
}

/* Any sequence of actions leaves the store as a stack of whole copies of it
 * would have it. */

static GHashTable *
copy_notes (GHashTable *notes)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  GHashTableIter iter;
  gpointer uid;
  gpointer note;

  g_hash_table_iter_init (&iter, notes);
  while (g_hash_table_iter_next (&iter, &uid, &note))
    g_hash_table_insert (copy, g_strdup (uid), chancery_note_copy (note));

  return copy;
}

static void
assert_same_notes (GHashTable *notes,
                   GHashTable *expected)
{
  GHashTableIter iter;
  gpointer uid;
  gpointer note;

  g_assert_cmpuint (g_hash_table_size (notes), ==, g_hash_table_size (expected));
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &uid, &note))
    {
      g_assert_true (g_hash_table_contains (notes, uid));
      g_assert_true (chancery_note_equal (g_hash_table_lookup (notes, uid), note));
    }
}

static GPtrArray *
make_random_changes (GHashTable *notes,
                     GRand      *rand,
                     guint      *n_made,
                     guint       n)
{
  GPtrArray *changes = new_changes ();
  g_autofree gpointer *uids = g_hash_table_get_keys_as_array (notes, NULL);
  guint n_uids = g_hash_table_size (notes);
  guint first = n_uids > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) n_uids) : 0;

  for (guint i = 0; i < n; i++)
    {
      gint32 what = g_rand_int_range (rand, 0, 4);

      if (what == 0 || i >= n_uids)
        {
          g_autofree char *uid = g_strdup_printf ("note-%u", (*n_made)++);
          g_autoptr (ChanceryNote) note = make_note (uid, "New");

          g_ptr_array_add (changes, chancery_note_change_new (NULL, note));
        }
      else
        {
          ChanceryNote *note = g_hash_table_lookup (notes, uids[(first + i) % n_uids]);
          g_autoptr (ChanceryNote) changed = chancery_note_copy (note);
          g_autofree char *body = g_strdup_printf ("Body %u", g_rand_int (rand));

          if (what == 1)
            chancery_note_set_body (changed, body);
          else
            chancery_note_set_colour (changed, (ChanceryColour) g_rand_int_range (rand, 0, CHANCERY_N_COLOURS));
          /* As the history would, so that the model knows it. */
          chancery_note_set_modified_us (changed, tell_time ());
          g_ptr_array_add (changes, chancery_note_change_new (note, what == 3 ? NULL : changed));
        }
    }

  return changes;
}

static GHashTable *
apply_changes (GHashTable *notes,
               GPtrArray  *changes)
{
  GHashTable *result = copy_notes (notes);

  for (guint i = 0; i < changes->len; i++)
    {
      ChanceryNoteChange *change = g_ptr_array_index (changes, i);

      if (change->after != NULL)
        g_hash_table_replace (result, g_strdup (chancery_note_get_uid (change->after)), chancery_note_copy (change->after));
      else
        g_hash_table_remove (result, chancery_note_get_uid (change->before));
    }

  return result;
}

static void
test_any_sequence_equals_the_model (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20231123);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
      guint position = 0;
      guint n_made = 0;
      Fixture fresh;

      set_up (&fresh, NULL);
      g_ptr_array_add (states, copy_notes (fresh.store->notes));

      for (guint i = 0; i < 200; i++)
        {
          gint32 what = g_rand_int_range (rand, 0, 10);

          if (what < 3)
            {
              chancery_history_undo_async (fresh.history, NULL, NULL, NULL);
              position -= position > 0 ? 1 : 0;
            }
          else if (what < 5)
            {
              chancery_history_redo_async (fresh.history, NULL, NULL, NULL);
              position += position + 1 < states->len ? 1 : 0;
            }
          else
            {
              GHashTable *now = g_ptr_array_index (states, position);
              guint n = what < 9 ? 1 : (guint) g_rand_int_range (rand, 2, 6);
              g_autoptr (GPtrArray) changes = make_random_changes (now, rand, &n_made, n);

              g_ptr_array_set_size (states, (gint) position + 1);
              g_ptr_array_add (states, apply_changes (now, changes));
              position++;
              chancery_history_apply_async (fresh.history, changes, NULL, NULL, NULL);
            }

          if (g_rand_int_range (rand, 0, 4) == 0)
            {
              settle (&fresh);
              assert_same_notes (fresh.store->notes, g_ptr_array_index (states, position));
              g_assert_cmpint (chancery_history_get_can_undo (fresh.history), ==, position > 0);
              g_assert_cmpint (chancery_history_get_can_redo (fresh.history), ==, position + 1 < states->len);
            }
        }

      settle (&fresh);
      assert_same_notes (fresh.store->notes, g_ptr_array_index (states, position));
      tear_down (&fresh, NULL);
    }
}

/* Whatever fails, undo leads back to the beginning and redo to where it was. */
static void
test_any_failure_leaves_a_history_that_holds (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20221123);
  guint n_failed = 0;

  fixture->store->rand = g_rand_new_with_seed (7);
  g_signal_connect_swapped (fixture->history, "failed", G_CALLBACK (g_atomic_int_inc), &n_failed);

  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (GHashTable) before = NULL;
      guint n_made = round * 1000;
      guint n_undone = 0;

      fixture->store->per_mille = 200;
      for (guint i = 0; i < 15; i++)
        {
          gint32 what = g_rand_int_range (rand, 0, 10);

          if (what < 3)
            {
              undo (fixture);
            }
          else if (what < 5)
            {
              redo (fixture);
            }
          else
            {
              g_autoptr (GPtrArray) changes =
                make_random_changes (fixture->store->notes, rand, &n_made, (guint) g_rand_int_range (rand, 1, 6));

              chancery_history_apply_async (fixture->history, changes, NULL, NULL, NULL);
              settle (fixture);
            }
        }

      fixture->store->per_mille = 0;
      before = copy_notes (fixture->store->notes);
      for (; chancery_history_get_can_undo (fixture->history); n_undone++)
        undo (fixture);
      g_assert_cmpuint (g_hash_table_size (fixture->store->notes), ==, 0);
      for (; n_undone > 0; n_undone--)
        redo (fixture);
      assert_same_notes (fixture->store->notes, before);
    }

  g_assert_cmpuint (n_failed, >, 50);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) g_test_add ("/history" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/add-undo-redo", test_add_undo_redo);
  ADD ("/remove-is-undone-exactly", test_remove_is_undone_exactly);
  ADD ("/change-has-its-moment", test_change_has_its_moment);
  ADD ("/labels-name-the-change", test_labels_name_the_change);
  ADD ("/action-forgets-what-was-undone", test_action_forgets_what_was_undone);
  ADD ("/session-is-one-step", test_session_is_one_step);
  ADD ("/session-is-reverted", test_session_is_reverted);
  ADD ("/quick-presses-stay-in-order", test_quick_presses_stay_in_order);
  ADD ("/waiting-changes-of-a-note-add-up", test_waiting_changes_of_a_note_add_up);
  ADD ("/group-is-one-step", test_group_is_one_step);
  ADD ("/failure-changes-nothing", test_failure_changes_nothing);
  ADD ("/failed-group-is-taken-back", test_failed_group_is_taken_back);
  ADD ("/group-that-cannot-be-taken-back-is-split", test_group_that_cannot_be_taken_back_is_split);
  ADD ("/cancelled-is-silent", test_cancelled_is_silent);
  ADD ("/depth-is-bounded", test_depth_is_bounded);
  ADD ("/properties-notify", test_properties_notify);
  ADD ("/any-sequence-equals-the-model", test_any_sequence_equals_the_model);
  ADD ("/any-failure-leaves-a-history-that-holds", test_any_failure_leaves_a_history_that_holds);
#undef ADD

  return g_test_run ();
}
