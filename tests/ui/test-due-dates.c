/* test-due-dates.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "chancery-ui-resources.h"
#include "notes/chancery-due-row.h"
#include "notes/chancery-due.h"

/* A Tuesday. */
#define TODAY ((ChanceryDate) { 2026, 11, 24 })

static ChanceryNote *
make_note (const char   *exact,
           const char   *body,
           ChanceryDate  due,
           GPtrArray    *links)
{
  g_autoptr (ChancerySelector) selector = exact != NULL ? chancery_selector_new (exact, NULL, NULL) : NULL;

  return chancery_note_new (&(ChanceryNoteFields) {
    .uid = "one", .article_uid = "article", .selector = selector, .body = body,
    .kind = CHANCERY_NOTE_KIND_FORECAST, .due = due, .links = links });
}

static void
test_status (void)
{
  static const struct
  {
    ChanceryDate due;
    ChanceryDueStatus status;
    const char *text;
  } vectors[] = {
    { { 0, 0, 0 }, CHANCERY_DUE_NEVER, NULL },
    { { 2026, 11, 23 }, CHANCERY_DUE_OVERDUE, "Overdue, was due 23 November 2026" },
    { { 2025, 0, 0 }, CHANCERY_DUE_OVERDUE, "Overdue, was due 2025" },
    { { 2026, 11, 24 }, CHANCERY_DUE_TODAY, "Due today" },
    { { 2026, 11, 25 }, CHANCERY_DUE_THIS_WEEK, "Due 25 November 2026" },
    { { 2026, 12, 1 }, CHANCERY_DUE_THIS_WEEK, "Due 1 December 2026" },
    { { 2026, 11, 0 }, CHANCERY_DUE_THIS_WEEK, "Due November 2026" },
    { { 2026, 12, 2 }, CHANCERY_DUE_LATER, "Due 2 December 2026" },
    { { 2026, 0, 0 }, CHANCERY_DUE_LATER, "Due 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (ChanceryNote) note = make_note ("words", NULL, vectors[i].due, NULL);
      g_autofree char *text = chancery_note_dup_due_text (note, TODAY);

      g_assert_cmpint (chancery_note_get_due_status (note, TODAY), ==, vectors[i].status);
      g_assert_cmpstr (text, ==, vectors[i].text);
    }
}

static void
test_what_was_borne_out_is_settled (void)
{
  const ChanceryDate due = { 2026, 11, 1 };
  g_autoptr (GPtrArray) links = chancery_note_links_new ();
  g_autoptr (ChanceryNote) waiting = NULL;
  g_autoptr (ChanceryNote) settled = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_RELATED, "two", NULL));
  waiting = make_note ("words", NULL, due, links);
  g_assert_cmpint (chancery_note_get_due_status (waiting, TODAY), ==, CHANCERY_DUE_OVERDUE);

  g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_REFUTES, NULL, "article"));
  settled = make_note ("words", NULL, due, links);
  text = chancery_note_dup_due_text (settled, TODAY);
  g_assert_cmpint (chancery_note_get_due_status (settled, TODAY), ==, CHANCERY_DUE_SETTLED);
  g_assert_cmpstr (text, ==, "Due 1 November 2026");
}

static void
test_what_people_write (void)
{
  static const struct
  {
    const char *text;
    const char *date; /* (nullable) */
  } vectors[] = {
    { "2026-12-03", "2026-12-03" },
    { " 3 December 2026 ", "2026-12-03" },
    { "December 3, 2026", "2026-12-03" },
    { "December 3", "2026-12-03" },
    /* The nearest would be in the past. */
    { "3 November", "2027-11-03" },
    { "tomorrow", "2026-11-25" },
    { "Monday", "2026-11-30" },
    { "2027", "2027" },
    { "in March 2027", "2027-03" },
    { "29 February", "2028-02-29" },
    { "", NULL },
    { "soon", NULL },
    { "2026-02-30", NULL },
    { "3 December or so", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      ChanceryDate date;
      gboolean is_date = chancery_due_parse (vectors[i].text, TODAY, &date);
      g_autofree char *text = is_date ? chancery_date_to_string (date) : NULL;

      g_test_message ("%s", vectors[i].text);
      g_assert_cmpstr (text, ==, vectors[i].date);
    }
}

static void
test_suggestions (void)
{
  static const struct
  {
    const char *exact;
    const char *body;
    ChanceryDate published;
    const char *labels[4];
  } vectors[] = {
    { "They meet on November 23 in Minsk.", NULL, { 2023, 11, 22 },
      { "“November 23”: 23 November 2023, the next after the article’s date" } },
    /* The nearest is before the article. */
    { "It will be ready by 30 June.", NULL, { 2023, 11, 22 },
      { "“30 June”: 30 June 2024, the next after the article’s date" } },
    { "It ended on 9 May 1945.", NULL, { 2023, 11, 22 }, { NULL } },
    { "The plant closes by the end of 2027.", NULL, { 2023, 11, 22 },
      { "“by the end of 2027”: 31 December 2027, the last day of the time that is named" } },
    { "It starts in 10 days.", "Or on 3 December 2023", { 2023, 11, 22 },
      { "“3 December 2023”: 3 December 2023, as it is written",
        "“in 10 days”: 2 December 2023, the end of the time that is named, which begins on the article’s date" } },
    /* The same day twice is one. */
    { "On November 23.", "So on 23 November 2023", { 2023, 11, 22 },
      { "“23 November 2023”: 23 November 2023, as it is written" } },
    { "They meet on November 23 in Minsk, or on 1 May 2030.", NULL, { 0, 0, 0 },
      { "“1 May 2030”: 1 May 2030, as it is written" } },
    { NULL, "Nothing", { 2023, 11, 22 }, { NULL } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (ChanceryNote) note = make_note (vectors[i].exact, vectors[i].body, CHANCERY_DATE_NONE, NULL);
      g_autoptr (GPtrArray) suggestions = chancery_due_suggestions_find (note, vectors[i].published, "en");
      guint n = 0;

      for (; vectors[i].labels[n] != NULL; n++)
        {
          g_assert_cmpuint (n, <, suggestions->len);
          g_assert_cmpstr (((ChanceryDueSuggestion *) suggestions->pdata[n])->label, ==, vectors[i].labels[n]);
        }
      g_assert_cmpuint (suggestions->len, ==, n);
    }
}

static void
test_long_texts_are_cut_between_characters (void)
{
  g_autoptr (GString) body = g_string_new ("1 May 2030 ");
  g_autoptr (ChanceryNote) note = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;

  for (guint i = 0; i < 30000; i++)
    g_string_append (body, "€");
  note = make_note (NULL, body->str, CHANCERY_DATE_NONE, NULL);
  suggestions = chancery_due_suggestions_find (note, CHANCERY_DATE_NONE, "en");
  g_assert_cmpuint (suggestions->len, ==, 1);
}

static GtkWidget *
find_child (GtkWidget *widget,
            GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
count_cb (ChanceryDueRow *row,
          guint          *n_changes)
{
  (*n_changes)++;
}

static void
test_what_is_no_date_stays_written (void)
{
  GtkWidget *widget = g_object_ref_sink (chancery_due_row_new ());
  ChanceryDueRow *row = CHANCERY_DUE_ROW (widget);
  GtkEditable *entry = GTK_EDITABLE (find_child (widget, GTK_TYPE_ENTRY));
  guint n_changes = 0;

  g_signal_connect (row, "changed", G_CALLBACK (count_cb), &n_changes);
  chancery_due_row_set_date (row, (ChanceryDate) { 2026, 12, 3 });
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "3 December 2026");

  gtk_editable_set_text (entry, "soon");
  g_assert_false (chancery_due_row_commit (row));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "soon");
  g_assert_cmpstr (chancery_due_row_get_text (row), ==, "soon");
  g_assert_true (chancery_date_equal (chancery_due_row_get_date (row), (ChanceryDate) { 2026, 12, 3 }));
  g_assert_cmpuint (n_changes, ==, 0);

  gtk_editable_set_text (entry, "2027-01-05");
  g_assert_null (chancery_due_row_get_text (row));
  g_assert_true (chancery_due_row_commit (row));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "5 January 2027");
  g_assert_true (chancery_date_equal (chancery_due_row_get_date (row), (ChanceryDate) { 2027, 1, 5 }));
  g_assert_cmpuint (n_changes, ==, 1);

  gtk_editable_set_text (entry, "  ");
  g_assert_true (chancery_due_row_commit (row));
  g_assert_false (chancery_date_is_set (chancery_due_row_get_date (row)));
  g_assert_cmpuint (n_changes, ==, 2);

  g_assert_finalize_object (widget);
}

static void
test_a_suggestion_is_taken_once (void)
{
  GtkWidget *widget = g_object_ref_sink (chancery_due_row_new ());
  ChanceryDueRow *row = CHANCERY_DUE_ROW (widget);
  g_autoptr (ChanceryNote) note = make_note ("On 1 May 2030.", NULL, CHANCERY_DATE_NONE, NULL);
  g_autoptr (GPtrArray) suggestions = chancery_due_suggestions_find (note, CHANCERY_DATE_NONE, "en");

  g_assert_false (chancery_due_row_take_suggestion (row));
  chancery_due_row_set_suggestions (row, suggestions);
  g_assert_true (chancery_due_row_take_suggestion (row));
  g_assert_true (chancery_date_equal (chancery_due_row_get_date (row), (ChanceryDate) { 2030, 5, 1 }));
  g_assert_false (chancery_due_row_take_suggestion (row));

  g_assert_finalize_object (widget);
}

int
main (int   argc,
      char *argv[])
{
  /* Not isolated: icons can't be read without the system's folders. */
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  chancery_ui_register_resource ();

  g_test_add_func ("/due-dates/status", test_status);
  g_test_add_func ("/due-dates/what-was-borne-out-is-settled", test_what_was_borne_out_is_settled);
  g_test_add_func ("/due-dates/what-people-write", test_what_people_write);
  g_test_add_func ("/due-dates/suggestions", test_suggestions);
  g_test_add_func ("/due-dates/long-texts-are-cut-between-characters", test_long_texts_are_cut_between_characters);
  g_test_add_func ("/due-dates/what-is-no-date-stays-written", test_what_is_no_date_stays_written);
  g_test_add_func ("/due-dates/a-suggestion-is-taken-once", test_a_suggestion_is_taken_once);

  return g_test_run ();
}
