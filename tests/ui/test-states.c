/* test-states.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libglib-testing/signal-logger.h>

#include "chancery-content.h"
#include "chancery-mention.h"
#include "states/chancery-state-row.h"
#include "states/chancery-states.h"

static ChanceryCatalogue *
load_catalogue (void)
{
  g_autoptr (GError) error = NULL;
  ChanceryCatalogue *catalogue = chancery_content_load_catalogue (NULL, NULL, &error);

  g_assert_no_error (error);
  return catalogue;
}

static ChanceryDate
date (const char *text)
{
  ChanceryDate parsed;

  g_assert_true (chancery_date_parse (text, &parsed));
  return parsed;
}

static void
show (ChanceryStates    *states,
      ChanceryCatalogue *catalogue,
      const char        *organisation,
      const char        *as_of)
{
  chancery_states_set_point_of_view (states, chancery_catalogue_lookup_organisation (catalogue, organisation),
                                     date (as_of));
}

/* The codes of the first states of the model, as "AM BY KZ". */
static char *
dup_first (ChanceryStates *states,
           guint           n)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ChanceryStateItem) item =
        g_list_model_get_item (G_LIST_MODEL (chancery_states_get_selection (states)), i);

      g_string_append_printf (codes, i == 0 ? "%s" : " %s", chancery_state_item_get_iso (item));
    }

  return g_string_free_and_steal (g_steal_pointer (&codes));
}

static void
test_members_come_first (void)
{
  g_autoptr (ChanceryCatalogue) catalogue = load_catalogue ();
  g_autoptr (ChanceryStates) states = chancery_states_new (catalogue);
  g_autofree char *in_2023 = NULL;
  g_autofree char *in_1995 = NULL;

  show (states, catalogue, "csto", "2023-11-23");
  in_2023 = dup_first (states, 6);
  g_assert_cmpstr (in_2023, ==, "AM BY KZ KG RU TJ");

  show (states, catalogue, "csto", "1995");
  in_1995 = dup_first (states, 9);
  g_assert_cmpstr (in_1995, ==, "AM AZ BY GE KZ KG RU TJ UZ");
}

static void
test_every_state_has_an_item (void)
{
  g_autoptr (ChanceryCatalogue) catalogue = load_catalogue ();
  g_autoptr (ChanceryStates) states = chancery_states_new (catalogue);
  guint n_states = g_list_model_get_n_items (chancery_catalogue_get_states (catalogue));

  show (states, catalogue, "un", "2023");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (chancery_states_get_selection (states))), ==, n_states);
  g_assert_nonnull (chancery_states_lookup (states, "XK"));
  g_assert_null (chancery_states_lookup (states, "ZZ"));
}

static void
test_selection_outlives_another_order (void)
{
  g_autoptr (ChanceryCatalogue) catalogue = load_catalogue ();
  g_autoptr (ChanceryStates) states = chancery_states_new (catalogue);

  show (states, catalogue, "csto", "2023");
  g_assert_null (chancery_states_get_selected (states));

  chancery_states_select (states, "AM");
  g_assert_cmpstr (chancery_state_item_get_iso (chancery_states_get_selected (states)), ==, "AM");
  show (states, catalogue, "asean", "2023");
  g_assert_cmpstr (chancery_state_item_get_iso (chancery_states_get_selected (states)), ==, "AM");

  chancery_states_select (states, NULL);
  g_assert_null (chancery_states_get_selected (states));
}

static void
test_same_point_of_view_is_silent (void)
{
  g_autoptr (ChanceryCatalogue) catalogue = load_catalogue ();
  g_autoptr (ChanceryStates) states = chancery_states_new (catalogue);
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  show (states, catalogue, "csto", "2023");
  gt_signal_logger_connect (logger, states, "notify");
  gt_signal_logger_connect (logger, chancery_states_get_selection (states), "items-changed");
  show (states, catalogue, "csto", "2023");
  gt_signal_logger_assert_no_emissions (logger);
}

static void
test_counts (void)
{
  static const ChanceryMention mentions[] = {
    { 0, 1, "AM", CHANCERY_MENTION_KIND_NAME, CHANCERY_MENTION_ROLE_ACTOR },
    { 2, 3, "RU", CHANCERY_MENTION_KIND_NAME, CHANCERY_MENTION_ROLE_ACTOR },
    { 4, 5, "AM", CHANCERY_MENTION_KIND_LEADER, CHANCERY_MENTION_ROLE_ACTOR },
  };
  g_autoptr (ChanceryCatalogue) catalogue = load_catalogue ();
  g_autoptr (ChanceryStates) states = chancery_states_new (catalogue);
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (ChanceryMention));
  g_autoptr (GHashTable) notes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *label = NULL;

  show (states, catalogue, "csto", "2023-11-23");
  g_array_append_vals (array, mentions, G_N_ELEMENTS (mentions));
  g_hash_table_insert (notes, (gpointer) "AM", GUINT_TO_POINTER (1));
  chancery_states_set_mentions (states, array);
  chancery_states_set_note_counts (states, notes);

  label = chancery_state_row_dup_accessible_label (chancery_states_lookup (states, "AM"));
  g_assert_cmpstr (label, ==, "Armenia, member since 1994, 2 mentions, 1 note");
  g_assert_cmpuint (chancery_state_item_get_n_mentions (chancery_states_lookup (states, "RU")), ==, 1);

  chancery_states_set_mentions (states, NULL);
  g_assert_cmpuint (chancery_state_item_get_n_mentions (chancery_states_lookup (states, "AM")), ==, 0);
}

static void
test_finalize (void)
{
  g_autoptr (ChanceryCatalogue) catalogue = load_catalogue ();
  ChanceryStates *states = chancery_states_new (catalogue);

  show (states, catalogue, "csto", "2023-11-23");
  chancery_states_select (states, "AM");
  g_assert_finalize_object (states);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  chancery_content_register ();

  g_test_add_func ("/states/members-come-first", test_members_come_first);
  g_test_add_func ("/states/every-state-has-an-item", test_every_state_has_an_item);
  g_test_add_func ("/states/selection-outlives-another-order", test_selection_outlives_another_order);
  g_test_add_func ("/states/same-point-of-view-is-silent", test_same_point_of_view_is_silent);
  g_test_add_func ("/states/counts", test_counts);
  g_test_add_func ("/states/finalize", test_finalize);

  return g_test_run ();
}
