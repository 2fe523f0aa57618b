/* test-note.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libglib-testing/signal-logger.h>

#include "chancery-note.h"

static const char text[] = "Лидеры ОДКБ собираются в Минске — the leaders meet";

static void
test_selector_for_span (void)
{
  const char *found = g_strstr_len (text, -1, "Минске");
  gsize start_bytes = (gsize) (found - text);
  g_autoptr (ChancerySelector) selector =
    chancery_selector_new_for_span (text, start_bytes, start_bytes + strlen ("Минске"));

  g_assert_cmpstr (selector->exact, ==, "Минске");
  g_assert_cmpstr (selector->prefix, ==, "Лидеры ОДКБ собираются в ");
  g_assert_cmpstr (selector->suffix, ==, " — the leaders meet");
  g_assert_true (selector->has_position);
  g_assert_cmpuint (selector->start_chars, ==, 25);
  g_assert_cmpuint (selector->end_chars, ==, 31);
}

static void
test_selector_context_is_bounded (void)
{
  g_autofree char *before = g_strnfill (100, 'a');
  g_autofree char *long_text = g_strconcat (before, "X", before, NULL);
  g_autoptr (ChancerySelector) selector = chancery_selector_new_for_span (long_text, 100, 101);

  g_assert_cmpuint (strlen (selector->prefix), ==, CHANCERY_SELECTOR_CONTEXT_CHARS);
  g_assert_cmpuint (strlen (selector->suffix), ==, CHANCERY_SELECTOR_CONTEXT_CHARS);
}

static ChanceryNote *
make_note (void)
{
  g_autoptr (ChancerySelector) selector = chancery_selector_new_for_span (text, 0, 12);
  const char * const tags[] = { "summit", "absence", "", "summit", NULL };
  const char * const states[] = { "BY", "AM", NULL };

  return chancery_note_new (&(ChanceryNoteFields) {
    .uid = "one", .article_uid = "article", .selector = selector, .body = "Check", .tags = tags, .states = states,
    .colour = CHANCERY_COLOUR_BLUE, .kind = CHANCERY_NOTE_KIND_CLAIM, .created_us = 1, .modified_us = 2 });
}

static void
test_words_are_sorted_once (void)
{
  g_autoptr (ChanceryNote) note = make_note ();

  g_assert_cmpstrv (chancery_note_get_tags (note), ((const char *[]) { "absence", "summit", NULL }));
  g_assert_cmpstrv (chancery_note_get_states (note), ((const char *[]) { "AM", "BY", NULL }));
}

static void
test_copy (void)
{
  ChanceryNote *note = make_note ();
  g_autoptr (ChanceryNote) copy = chancery_note_copy (note);

  g_assert_true (chancery_note_equal (note, copy));
  chancery_note_set_body (copy, "Changed");
  g_assert_false (chancery_note_equal (note, copy));
  g_assert_finalize_object (note);
}

static void
test_assign_notifies_of_changes_alone (void)
{
  g_autoptr (ChanceryNote) note = make_note ();
  g_autoptr (ChanceryNote) other = chancery_note_copy (note);
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  gt_signal_logger_connect (logger, note, "notify");
  chancery_note_assign (note, other);
  gt_signal_logger_assert_no_emissions (logger);

  chancery_note_set_colour (other, CHANCERY_COLOUR_PINK);
  chancery_note_assign (note, other);
  g_assert_cmpuint (gt_signal_logger_get_n_emissions (logger), ==, 1);
  gt_signal_logger_assert_notify_emission_pop (logger, note, "colour");
  g_assert_cmpint (chancery_note_get_colour (note), ==, CHANCERY_COLOUR_PINK);
}

static void
test_set_same_is_silent (void)
{
  g_autoptr (ChanceryNote) note = make_note ();
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  const char * const tags[] = { "summit", "absence", NULL };

  gt_signal_logger_connect (logger, note, "notify");
  chancery_note_set_body (note, "Check");
  chancery_note_set_kind (note, CHANCERY_NOTE_KIND_CLAIM);
  chancery_note_set_tags (note, tags);
  gt_signal_logger_assert_no_emissions (logger);
}

static void
test_nicks (void)
{
  int value = -1;

  for (int i = 0; i < (int) CHANCERY_N_COLOURS; i++)
    {
      g_assert_true (chancery_enum_from_nick (CHANCERY_TYPE_COLOUR,
                                              chancery_enum_to_nick (CHANCERY_TYPE_COLOUR, i), &value));
      g_assert_cmpint (value, ==, i);
    }
  g_assert_cmpstr (chancery_enum_to_nick (CHANCERY_TYPE_BLOCK_KIND, CHANCERY_BLOCK_KIND_LIST_ITEM), ==, "list-item");
  g_assert_false (chancery_enum_from_nick (CHANCERY_TYPE_COLOUR, "Yellow", &value));
  g_assert_false (chancery_enum_from_nick (CHANCERY_TYPE_COLOUR, NULL, &value));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/selector/for-span", test_selector_for_span);
  g_test_add_func ("/selector/context-is-bounded", test_selector_context_is_bounded);
  g_test_add_func ("/note/words-are-sorted-once", test_words_are_sorted_once);
  g_test_add_func ("/note/copy", test_copy);
  g_test_add_func ("/note/assign-notifies-of-changes-alone", test_assign_notifies_of_changes_alone);
  g_test_add_func ("/note/set-same-is-silent", test_set_same_is_silent);
  g_test_add_func ("/enums/nicks", test_nicks);

  return g_test_run ();
}
