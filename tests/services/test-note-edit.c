/* test-note-edit.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-edit.h"

static GPtrArray *
make_notes (void)
{
  static const char * const tags[] = { "summit", "talks", NULL };
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (notes, chancery_note_new (&(ChanceryNoteFields) {
    .uid = "one", .colour = CHANCERY_COLOUR_YELLOW, .tags = tags }));
  g_ptr_array_add (notes, chancery_note_new (&(ChanceryNoteFields) {
    .uid = "two", .colour = CHANCERY_COLOUR_BLUE, .kind = CHANCERY_NOTE_KIND_CLAIM }));

  return notes;
}

static ChanceryNote *
get_after (GPtrArray *changes,
           guint      i)
{
  return ((ChanceryNoteChange *) g_ptr_array_index (changes, i))->after;
}

static void
test_colour (void)
{
  const ChanceryNoteEdit edit = { .kind = CHANCERY_NOTE_EDIT_COLOUR, .colour = CHANCERY_COLOUR_BLUE };
  g_autoptr (GPtrArray) notes = make_notes ();
  g_autoptr (GPtrArray) changes = chancery_note_edit_dup_changes (&edit, notes);

  /* The one that is blue already doesn't change. */
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (chancery_note_change_get_uid (g_ptr_array_index (changes, 0)), ==, "one");
  g_assert_cmpint (chancery_note_get_colour (get_after (changes, 0)), ==, CHANCERY_COLOUR_BLUE);
  g_assert_cmpint (chancery_note_get_colour (g_ptr_array_index (notes, 0)), ==, CHANCERY_COLOUR_YELLOW);
}

static void
test_kind (void)
{
  const ChanceryNoteEdit edit = { .kind = CHANCERY_NOTE_EDIT_KIND, .note_kind = CHANCERY_NOTE_KIND_CLAIM };
  g_autoptr (GPtrArray) notes = make_notes ();
  g_autoptr (GPtrArray) changes = chancery_note_edit_dup_changes (&edit, notes);

  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpint (chancery_note_get_kind (get_after (changes, 0)), ==, CHANCERY_NOTE_KIND_CLAIM);
}

static void
test_add_tag (void)
{
  static const char * const expected[] = { "talks", NULL };
  const ChanceryNoteEdit edit = { .kind = CHANCERY_NOTE_EDIT_ADD_TAG, .tag = (char *) "talks" };
  g_autoptr (GPtrArray) notes = make_notes ();
  g_autoptr (GPtrArray) changes = chancery_note_edit_dup_changes (&edit, notes);

  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstrv (chancery_note_get_tags (get_after (changes, 0)), expected);
}

static void
test_remove_tag (void)
{
  static const char * const expected[] = { "summit", NULL };
  const ChanceryNoteEdit edit = { .kind = CHANCERY_NOTE_EDIT_REMOVE_TAG, .tag = (char *) "talks" };
  g_autoptr (GPtrArray) notes = make_notes ();
  g_autoptr (GPtrArray) changes = chancery_note_edit_dup_changes (&edit, notes);

  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstrv (chancery_note_get_tags (get_after (changes, 0)), expected);
}

static void
test_links (void)
{
  g_autoptr (ChanceryNoteLink) link = chancery_note_link_new (CHANCERY_LINK_RELATION_BEARS_OUT, "passage", "article");
  const ChanceryNoteEdit add = { .kind = CHANCERY_NOTE_EDIT_ADD_LINK, .link = link };
  const ChanceryNoteEdit remove = { .kind = CHANCERY_NOTE_EDIT_REMOVE_LINK, .link = link };
  g_autoptr (ChanceryNoteEdit) kept = chancery_note_edit_copy (&add);
  g_autoptr (GPtrArray) notes = make_notes ();
  g_autoptr (GPtrArray) other = chancery_note_links_new ();
  g_autoptr (GPtrArray) added = NULL, again = NULL, removed = NULL;

  g_ptr_array_add (other, chancery_note_link_new (CHANCERY_LINK_RELATION_RELATED, NULL, "article"));
  chancery_note_set_links (g_ptr_array_index (notes, 1), other);

  added = chancery_note_edit_dup_changes (kept, notes);
  g_assert_cmpuint (added->len, ==, 2);
  g_assert_cmpuint (chancery_note_get_links (get_after (added, 0))->len, ==, 1);
  g_assert_cmpuint (chancery_note_get_links (get_after (added, 1))->len, ==, 2);
  g_assert_true (chancery_note_link_equal (chancery_note_get_links (get_after (added, 1))->pdata[1], link));
  g_assert_cmpint (chancery_note_change_get_action (g_ptr_array_index (added, 1)), ==, CHANCERY_NOTE_ACTION_LINKS);

  /* What is linked so already isn't linked twice; and what isn't has nothing to take off. */
  g_ptr_array_remove_index (notes, 0);
  g_ptr_array_add (notes, g_object_ref (get_after (added, 0)));
  again = chancery_note_edit_dup_changes (&add, notes);
  g_assert_cmpuint (again->len, ==, 1);
  removed = chancery_note_edit_dup_changes (&remove, notes);
  g_assert_cmpuint (removed->len, ==, 1);
  g_assert_cmpstr (chancery_note_change_get_uid (g_ptr_array_index (removed, 0)), ==, "one");
  g_assert_cmpuint (chancery_note_get_links (get_after (removed, 0))->len, ==, 0);
}

static void
add_link_to (ChanceryNote *note,
             const char   *note_uid)
{
  g_autoptr (ChanceryNoteLink) link = chancery_note_link_new (CHANCERY_LINK_RELATION_RELATED, note_uid, NULL);
  g_autoptr (GPtrArray) links = chancery_note_links_copy (chancery_note_get_links (note));

  g_ptr_array_add (links, g_steal_pointer (&link));
  chancery_note_set_links (note, links);
}

/* Two places that link one note at a time don't take each other's links back. */
static void
test_links_are_rebased (void)
{
  g_autoptr (GPtrArray) notes = make_notes (), links = chancery_note_links_new ();
  g_autoptr (ChanceryNote) before = g_object_ref (g_ptr_array_index (notes, 0)), after = NULL, current = NULL;
  g_autoptr (ChanceryNoteChange) change = NULL;
  GPtrArray *rebased;

  add_link_to (before, "kept");
  add_link_to (before, "removed");
  current = chancery_note_copy (before);
  add_link_to (current, "theirs");

  g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_RELATED, "kept", NULL));
  g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_REFUTES, "mine", NULL));
  after = chancery_note_copy (before);
  chancery_note_set_links (after, links);

  change = chancery_note_change_new (before, after);
  chancery_note_change_rebase (change, current);
  rebased = chancery_note_get_links (change->after);
  g_assert_cmpuint (rebased->len, ==, 3);
  g_assert_cmpstr (((ChanceryNoteLink *) rebased->pdata[0])->note_uid, ==, "kept");
  g_assert_cmpstr (((ChanceryNoteLink *) rebased->pdata[1])->note_uid, ==, "theirs");
  g_assert_cmpstr (((ChanceryNoteLink *) rebased->pdata[2])->note_uid, ==, "mine");
}

static void
test_confirm (void)
{
  const ChanceryNoteEdit edit = { .kind = CHANCERY_NOTE_EDIT_CONFIRM };
  g_autoptr (ChancerySelector) selector = chancery_selector_new ("summit", NULL, NULL);
  g_autoptr (GPtrArray) notes = make_notes ();
  g_autoptr (GPtrArray) changes = NULL;

  g_ptr_array_add (notes, chancery_note_new (&(ChanceryNoteFields) {
    .uid = "unsure", .article_uid = "article", .selector = selector, .score = 0.8 }));
  g_ptr_array_add (notes, chancery_note_new (&(ChanceryNoteFields) {
    .uid = "orphan", .article_uid = "article", .selector = selector, .score = 0.2, .orphan = TRUE }));
  changes = chancery_note_edit_dup_changes (&edit, notes);

  /* One that has no place has none to confirm. */
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (chancery_note_change_get_uid (g_ptr_array_index (changes, 0)), ==, "unsure");
  g_assert_cmpfloat (chancery_note_get_score (get_after (changes, 0)), >=, 1);
}

static void
test_delete (void)
{
  const ChanceryNoteEdit edit = { .kind = CHANCERY_NOTE_EDIT_DELETE };
  g_autoptr (GPtrArray) notes = make_notes ();
  g_autoptr (GPtrArray) changes = chancery_note_edit_dup_changes (&edit, notes);

  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_null (get_after (changes, 0));
  g_assert_null (get_after (changes, 1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/note-edit/colour", test_colour);
  g_test_add_func ("/note-edit/kind", test_kind);
  g_test_add_func ("/note-edit/add-tag", test_add_tag);
  g_test_add_func ("/note-edit/remove-tag", test_remove_tag);
  g_test_add_func ("/note-edit/links", test_links);
  g_test_add_func ("/note-edit/links-are-rebased", test_links_are_rebased);
  g_test_add_func ("/note-edit/confirm", test_confirm);
  g_test_add_func ("/note-edit/delete", test_delete);

  return g_test_run ();
}
