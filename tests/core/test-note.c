/* test-note.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libglib-testing/signal-logger.h>
#include <math.h>

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
  g_autoptr (GPtrArray) links = chancery_note_links_new ();

  g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_BEARS_OUT, "two", "article"));
  g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_RELATED, NULL, "article"));
  g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_BEARS_OUT, "two", "article"));

  return chancery_note_new (&(ChanceryNoteFields) {
    .uid = "one", .article_uid = "article", .selector = selector, .body = "Check", .tags = tags, .states = states,
    .colour = CHANCERY_COLOUR_BLUE, .kind = CHANCERY_NOTE_KIND_CLAIM, .created_us = 1, .modified_us = 2,
    .due = { 2023, 11, 23 }, .links = links, .score = 0.75, .foreign = "{}" });
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
test_links (void)
{
  g_autoptr (ChanceryNote) note = make_note ();
  GPtrArray *links = chancery_note_get_links (note);
  const ChanceryNoteLink *link;
  g_autofree char *json = NULL;
  g_autoptr (GPtrArray) read = NULL, broken = NULL, changed = NULL;

  /* Each is there once, in the order given. */
  g_assert_cmpuint (links->len, ==, 2);
  link = g_ptr_array_index (links, 0);
  g_assert_cmpint (link->relation, ==, CHANCERY_LINK_RELATION_BEARS_OUT);
  g_assert_cmpstr (link->note_uid, ==, "two");
  g_assert_null (((const ChanceryNoteLink *) g_ptr_array_index (links, 1))->note_uid);

  json = chancery_note_links_to_json (links);
  g_assert_cmpstr (json, ==, "[{\"relation\":\"bears-out\",\"note\":\"two\",\"article\":\"article\"},"
                   "{\"relation\":\"related\",\"article\":\"article\"}]");
  read = chancery_note_links_from_json (json);
  g_assert_true (chancery_note_links_equal (read, links));
  broken = chancery_note_links_from_json ("[1, {}, {\"relation\":\"cites\",\"note\":\"two\"}, {\"note\":3}]");
  g_assert_cmpuint (broken->len, ==, 1);

  changed = chancery_note_links_copy (links);
  g_ptr_array_remove_index (changed, 0);
  g_assert_false (chancery_note_links_equal (changed, links));
  chancery_note_set_links (note, changed);
  g_assert_true (chancery_note_links_equal (chancery_note_get_links (note), changed));
  chancery_note_set_links (note, NULL);
  g_assert_true (chancery_note_links_equal (chancery_note_get_links (note), NULL));
}

static void
test_score_is_bounded (void)
{
  static const struct
  {
    double given;
    gboolean orphan;
    double score;
  } cases[] = {
    { 0, FALSE, 1 }, { 0, TRUE, 0 }, { 0.25, FALSE, 0.25 }, { 0.25, TRUE, 0.25 }, { 7, FALSE, 1 }, { -1, TRUE, 0 },
    { NAN, FALSE, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ChanceryNote) note = chancery_note_new (&(ChanceryNoteFields) {
        .uid = "one", .score = cases[i].given, .orphan = cases[i].orphan });

      g_assert_cmpfloat (chancery_note_get_score (note), ==, cases[i].score);
    }
}

static void
test_assign_takes_everything (void)
{
  g_autoptr (ChanceryNote) note = chancery_note_new (&(ChanceryNoteFields) { .uid = "one" });
  g_autoptr (ChanceryNote) other = make_note ();
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  gt_signal_logger_connect (logger, note, "notify::due");
  gt_signal_logger_connect (logger, note, "notify::links");
  gt_signal_logger_connect (logger, note, "notify::score");
  gt_signal_logger_connect (logger, note, "notify::foreign");
  chancery_note_assign (note, other);
  g_assert_cmpuint (gt_signal_logger_get_n_emissions (logger), ==, 4);
  g_assert_true (chancery_note_equal (note, other));
  g_clear_pointer (&logger, gt_signal_logger_free);

  chancery_note_set_due (note, CHANCERY_DATE_NONE);
  g_assert_false (chancery_note_equal (note, other));
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
  g_test_add_func ("/note/links", test_links);
  g_test_add_func ("/note/score-is-bounded", test_score_is_bounded);
  g_test_add_func ("/note/assign-takes-everything", test_assign_takes_everything);
  g_test_add_func ("/enums/nicks", test_nicks);

  return g_test_run ();
}
