/* test-head-selection.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libglib-testing/signal-logger.h>

#include "lists/chancery-head-selection.h"

static int
compare_first_letters (gconstpointer a,
                       gconstpointer b,
                       gpointer      user_data)
{
  return *gtk_string_object_get_string ((GtkStringObject *) a) - *gtk_string_object_get_string ((GtkStringObject *) b);
}

/* Six words in two sections, of two and of four. */
static GtkSelectionModel *
make_model (GtkStringList **list)
{
  static const char * const words[] = { "aa", "ab", "ba", "bb", "bc", "bd", NULL };
  GtkSortListModel *sorted;

  *list = gtk_string_list_new (words);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (*list), NULL);
  gtk_sort_list_model_set_section_sorter (sorted,
                                          GTK_SORTER (gtk_custom_sorter_new (compare_first_letters, NULL, NULL)));

  return GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (sorted)));
}

static char *
dup_items (ChanceryHeadSelection *head)
{
  g_autoptr (GString) items = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (head)); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (head), i);

      g_string_append_printf (items, i == 0 ? "%s" : " %s", gtk_string_object_get_string (item));
    }

  return g_string_free_and_steal (g_steal_pointer (&items));
}

#define assert_items(head, expected)                  \
  G_STMT_START                                        \
  {                                                   \
    g_autofree char *items_ = dup_items (head);       \
                                                      \
    g_assert_cmpstr (items_, ==, expected);           \
  }                                                   \
  G_STMT_END

static void
assert_changed (GtSignalLogger        *logger,
                ChanceryHeadSelection *head,
                guint                  position,
                guint                  removed,
                guint                  added)
{
  guint told[3];

  gt_signal_logger_assert_emission_pop (logger, head, "items-changed", &told[0], &told[1], &told[2]);
  g_assert_cmpuint (told[0], ==, position);
  g_assert_cmpuint (told[1], ==, removed);
  g_assert_cmpuint (told[2], ==, added);
}

static void
assert_selected (GtSignalLogger        *logger,
                 ChanceryHeadSelection *head,
                 guint                  position,
                 guint                  n_items)
{
  guint told[2];

  gt_signal_logger_assert_emission_pop (logger, head, "selection-changed", &told[0], &told[1]);
  g_assert_cmpuint (told[0], ==, position);
  g_assert_cmpuint (told[1], ==, n_items);
}

static void
test_shows_the_first_items (void)
{
  GtkStringList *list;
  g_autoptr (GtkSelectionModel) model = make_model (&list);
  g_autoptr (ChanceryHeadSelection) head = chancery_head_selection_new (3);
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  assert_items (head, "");
  gt_signal_logger_connect (logger, head, "items-changed");
  chancery_head_selection_set_model (head, model);
  assert_changed (logger, head, 0, 0, 3);
  assert_items (head, "aa ab ba");
  g_assert_false (chancery_head_selection_is_whole (head));

  chancery_head_selection_set_size (head, 4);
  assert_changed (logger, head, 3, 0, 1);
  assert_items (head, "aa ab ba bb");

  chancery_head_selection_set_size (head, 100);
  assert_changed (logger, head, 4, 0, 2);
  assert_items (head, "aa ab ba bb bc bd");
  g_assert_true (chancery_head_selection_is_whole (head));

  chancery_head_selection_set_size (head, 2);
  assert_changed (logger, head, 2, 4, 0);
  chancery_head_selection_set_model (head, NULL);
  assert_changed (logger, head, 0, 2, 0);
  gt_signal_logger_assert_no_emissions (logger);
}

static void
test_many_are_selected (void)
{
  GtkStringList *list;
  g_autoptr (GtkSelectionModel) one = make_model (&list);
  g_autoptr (GtkSelectionModel) model = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (list))));
  g_autoptr (ChanceryHeadSelection) head = chancery_head_selection_new (3);
  g_autoptr (GtkBitset) two = NULL;
  g_autoptr (GtkBitset) all = NULL;
  g_autoptr (GtkBitset) none = NULL;

  chancery_head_selection_set_model (head, model);
  g_assert_true (gtk_selection_model_select_range (GTK_SELECTION_MODEL (head), 1, 2, TRUE));
  two = gtk_selection_model_get_selection (model);
  g_assert_cmpuint (gtk_bitset_get_size (two), ==, 2);

  /* All are more than the head shows. */
  g_assert_true (gtk_selection_model_select_all (GTK_SELECTION_MODEL (head)));
  all = gtk_selection_model_get_selection (model);
  g_assert_cmpuint (gtk_bitset_get_size (all), ==, 6);

  g_assert_true (gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (head)));
  none = gtk_selection_model_get_selection (model);
  g_assert_true (gtk_bitset_is_empty (none));
}

static void
test_begins_anew_when_all_is_replaced (void)
{
  GtkStringList *list;
  g_autoptr (GtkSelectionModel) model = make_model (&list);
  g_autoptr (ChanceryHeadSelection) head = chancery_head_selection_new (3);
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  chancery_head_selection_set_model (head, model);
  chancery_head_selection_set_size (head, 6);
  gt_signal_logger_connect (logger, head, "items-changed");

  gtk_string_list_splice (list, 0, 6, (const char * const[]) { "ca", "cb", "cc", "cd", NULL });
  assert_changed (logger, head, 0, 6, 3);
  assert_items (head, "ca cb cc");
}

static void
test_items_move_over_the_edge (void)
{
  GtkStringList *list;
  g_autoptr (GtkSelectionModel) model = make_model (&list);
  g_autoptr (ChanceryHeadSelection) head = chancery_head_selection_new (3);
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  chancery_head_selection_set_model (head, model);
  gt_signal_logger_connect (logger, head, "items-changed");

  gtk_string_list_remove (list, 1);
  assert_changed (logger, head, 1, 2, 2);
  assert_items (head, "aa ba bb");

  gtk_string_list_splice (list, 0, 1, (const char * const[]) { "ac", NULL });
  assert_changed (logger, head, 0, 1, 1);
  assert_items (head, "ac ba bb");

  gtk_string_list_splice (list, 0, 3, NULL);
  assert_changed (logger, head, 0, 3, 2);
  assert_items (head, "bc bd");
  gt_signal_logger_assert_no_emissions (logger);
}

static void
test_what_is_past_the_edge_is_silent (void)
{
  GtkStringList *list;
  g_autoptr (GtkSelectionModel) model = make_model (&list);
  g_autoptr (ChanceryHeadSelection) head = chancery_head_selection_new (3);
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  chancery_head_selection_set_model (head, model);
  gt_signal_logger_connect (logger, head, "items-changed");
  gt_signal_logger_connect (logger, head, "selection-changed");

  gtk_string_list_append (list, "be");
  gtk_selection_model_select_item (model, 5, TRUE);
  gt_signal_logger_assert_no_emissions (logger);
  g_assert_false (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (head), 5));
}

static void
test_shares_the_selection (void)
{
  GtkStringList *list;
  g_autoptr (GtkSelectionModel) model = make_model (&list);
  g_autoptr (ChanceryHeadSelection) head = chancery_head_selection_new (3);
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autoptr (GtkBitset) selected = NULL;

  chancery_head_selection_set_model (head, model);
  gt_signal_logger_connect (logger, head, "selection-changed");

  g_assert_true (gtk_selection_model_select_item (GTK_SELECTION_MODEL (head), 1, TRUE));
  assert_selected (logger, head, 1, 1);
  g_assert_true (gtk_selection_model_is_selected (model, 1));

  gtk_selection_model_select_range (model, 2, 3, FALSE);
  assert_selected (logger, head, 2, 1);
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (head));
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 2);

  g_assert_true (gtk_selection_model_unselect_item (GTK_SELECTION_MODEL (head), 1));
  assert_selected (logger, head, 1, 1);
  g_assert_false (gtk_selection_model_is_selected (model, 1));
  g_assert_false (gtk_selection_model_select_item (GTK_SELECTION_MODEL (head), 3, TRUE));
}

static void
test_sections_end_at_the_edge (void)
{
  GtkStringList *list;
  g_autoptr (GtkSelectionModel) model = make_model (&list);
  g_autoptr (ChanceryHeadSelection) head = chancery_head_selection_new (3);
  guint start, end;

  chancery_head_selection_set_model (head, model);

  gtk_section_model_get_section (GTK_SECTION_MODEL (head), 1, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 2);
  gtk_section_model_get_section (GTK_SECTION_MODEL (head), 2, &start, &end);
  g_assert_cmpuint (start, ==, 2);
  g_assert_cmpuint (end, ==, 3);
  gtk_section_model_get_section (GTK_SECTION_MODEL (head), 3, &start, &end);
  g_assert_cmpuint (start, ==, 3);
  g_assert_cmpuint (end, ==, G_MAXUINT);
}

static void
test_lets_go_of_its_model (void)
{
  GtkStringList *list;
  GtkSelectionModel *model = make_model (&list);
  ChanceryHeadSelection *head = chancery_head_selection_new (3);

  chancery_head_selection_set_model (head, model);
  g_assert_finalize_object (head);
  g_assert_finalize_object (model);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();

  g_test_add_func ("/head-selection/shows-the-first-items", test_shows_the_first_items);
  g_test_add_func ("/head-selection/many-are-selected", test_many_are_selected);
  g_test_add_func ("/head-selection/begins-anew-when-all-is-replaced", test_begins_anew_when_all_is_replaced);
  g_test_add_func ("/head-selection/items-move-over-the-edge", test_items_move_over_the_edge);
  g_test_add_func ("/head-selection/what-is-past-the-edge-is-silent", test_what_is_past_the_edge_is_silent);
  g_test_add_func ("/head-selection/shares-the-selection", test_shares_the_selection);
  g_test_add_func ("/head-selection/sections-end-at-the-edge", test_sections_end_at_the_edge);
  g_test_add_func ("/head-selection/lets-go-of-its-model", test_lets_go_of_its_model);

  return g_test_run ();
}
