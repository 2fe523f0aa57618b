/* test-note-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-content.h"
#include "notes/chancery-chip.h"
#include "notes/chancery-note-text.h"
#include "chancery-text.h"
#include "notes/chancery-notes-scope.h"

#define FSI "\342\201\250"
#define PDI "\342\201\251"

static ChanceryCatalogue *catalogue;

static ChanceryNote *
make_note (const char         *exact,
           const char         *body,
           ChanceryNoteKind    kind,
           const char * const *states,
           const char * const *tags)
{
  g_autoptr (ChancerySelector) selector = exact != NULL ? chancery_selector_new (exact, NULL, NULL) : NULL;

  return chancery_note_new (&(ChanceryNoteFields) {
    .uid = "one", .article_uid = "article", .selector = selector, .body = body, .kind = kind,
    .states = states, .tags = tags });
}

static void
test_label (void)
{
  g_autoptr (ChanceryNote) highlight = make_note ("words", NULL, CHANCERY_NOTE_KIND_NOTE, NULL, NULL);
  g_autoptr (ChanceryNote) note = make_note ("words", "mine", CHANCERY_NOTE_KIND_NOTE, NULL, NULL);
  g_autoptr (ChanceryNote) claim = make_note ("words", NULL, CHANCERY_NOTE_KIND_CLAIM, NULL, NULL);
  g_autoptr (ChanceryNote) on_article = make_note (NULL, NULL, CHANCERY_NOTE_KIND_NOTE, NULL, NULL);

  g_assert_cmpstr (chancery_note_get_label (highlight), ==, "Highlight");
  g_assert_cmpstr (chancery_note_get_label (note), ==, "Note");
  g_assert_cmpstr (chancery_note_get_label (claim), ==, "Claim");
  g_assert_cmpstr (chancery_note_get_label (on_article), ==, "Note");
}

static void
test_accessible_label (void)
{
  g_autoptr (ChanceryNote) note = make_note ("he told\nhis host", "Check 2022.", CHANCERY_NOTE_KIND_CLAIM,
                                             (const char * const[]) { "AM", NULL },
                                             (const char * const[]) { "absence", "csto", NULL });
  g_autoptr (ChanceryNote) highlight = make_note ("أكّد الوزير", NULL, CHANCERY_NOTE_KIND_NOTE, NULL, NULL);
  g_autofree char *full = chancery_note_dup_accessible_label (note, "Yellow", catalogue);
  g_autofree char *bare = chancery_note_dup_accessible_label (highlight, "to check", catalogue);

  g_assert_cmpstr (full, ==,
                   FSI "Claim, Yellow, Armenia" PDI ". " FSI "Quotation: he told his host" PDI ". "
                   FSI "Note: Check 2022." PDI ". " FSI "Tags: absence, csto" PDI);
  g_assert_cmpstr (bare, ==, FSI "Highlight, to check" PDI ". " FSI "Quotation: أكّد الوزير" PDI);
}

static void
test_shorten (void)
{
  static const struct
  {
    const char *text;
    gsize max_chars;
    const char *expected;
  } vectors[] = {
    { "", 10, "" },
    { "short", 10, "short" },
    { "  two\n\t words  ", 20, "two words" },
    { "he told his host in advance", 16, "he told his…" },
    { "he told his host in advance", 17, "he told his host…" },
    { "Лидеры собираются", 8, "Лидеры…" },
    { "集体安全条约组织", 4, "集体安全…" },
    { "exact", 5, "exact" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *shortened = chancery_note_text_shorten (vectors[i].text, vectors[i].max_chars);

      g_assert_cmpstr (shortened, ==, vectors[i].expected);
    }
}

static void
test_italics_by_script (void)
{
  g_assert_true (chancery_note_text_suits_italics ("“he told"));
  g_assert_true (chancery_note_text_suits_italics ("Лидеры"));
  g_assert_true (chancery_note_text_suits_italics ("2024"));
  g_assert_false (chancery_note_text_suits_italics ("«أكّد الوزير"));
  g_assert_false (chancery_note_text_suits_italics ("集体"));
  g_assert_false (chancery_note_text_suits_italics ("שר"));
}

static void
test_matches (void)
{
  g_autoptr (ChanceryNote) note = make_note ("The Türkiye talks", "Vérifier 2022", CHANCERY_NOTE_KIND_NOTE, NULL,
                                             (const char * const[]) { "air-defence", NULL });
  static const struct
  {
    const char *words;
    gboolean expected;
  } vectors[] = {
    { "", TRUE },
    { "turkiye", TRUE },
    { "VERIF", TRUE },
    { "defence", TRUE },
    { "turkiye  2022 air", TRUE },
    { "turkiye absent", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *folded = chancery_text_fold (vectors[i].words);
      g_auto (GStrv) words = g_strsplit (folded, " ", -1);

      g_assert_cmpint (chancery_note_matches (note, (const char * const *) words), ==, vectors[i].expected);
    }
}

static void
test_chip_matches (void)
{
  g_autoptr (ChanceryChip) chip = chancery_chip_new ("CI", "Côte d’Ivoire", "CI\nIvory Coast\nRepublic of Côte d’Ivoire");

  g_assert_cmpint (chancery_chip_match (chip, "cote d’ivoire"), ==, 4);
  g_assert_cmpint (chancery_chip_match (chip, "ci"), ==, 4);
  g_assert_cmpint (chancery_chip_match (chip, " ivory "), ==, 3);
  g_assert_cmpint (chancery_chip_match (chip, "coast"), ==, 2);
  g_assert_cmpint (chancery_chip_match (chip, "voire"), ==, 1);
  g_assert_cmpint (chancery_chip_match (chip, "ghana"), ==, 0);
}

static void
test_subtitle (void)
{
  ChanceryState *armenia = chancery_catalogue_lookup_state (catalogue, "AM");
  static const struct
  {
    ChanceryNotesScope scope;
    gboolean has_state;
    guint n_notes;
    guint n_shown;
    const char *expected;
  } vectors[] = {
    { CHANCERY_NOTES_SCOPE_ARTICLE, FALSE, 5, 5, "5 in this article" },
    { CHANCERY_NOTES_SCOPE_ARTICLE, FALSE, 5, 2, "2 of 5" },
    { CHANCERY_NOTES_SCOPE_STATE, FALSE, 0, 0, "No state selected" },
    { CHANCERY_NOTES_SCOPE_STATE, TRUE, 3, 3, "3 on Armenia" },
    { CHANCERY_NOTES_SCOPE_ALL, TRUE, 1000000, 1000000, "1000000 in the library" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *subtitle =
        chancery_notes_scope_dup_subtitle (vectors[i].scope, vectors[i].has_state ? armenia : NULL,
                                           vectors[i].n_notes, vectors[i].n_shown);

      g_assert_cmpstr (subtitle, ==, vectors[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalogue = chancery_content_load_catalogue (NULL, NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/note-text/label", test_label);
  g_test_add_func ("/note-text/accessible-label", test_accessible_label);
  g_test_add_func ("/note-text/shorten", test_shorten);
  g_test_add_func ("/note-text/italics-by-script", test_italics_by_script);
  g_test_add_func ("/note-text/matches", test_matches);
  g_test_add_func ("/note-text/chip-matches", test_chip_matches);
  g_test_add_func ("/note-text/subtitle", test_subtitle);
  status = g_test_run ();

  g_clear_object (&catalogue);

  return status;
}
