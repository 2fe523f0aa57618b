/* test-map-canvas.c: the map in a window
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <libglib-testing/signal-logger.h>
#include <math.h>
#include <string.h>

#include "chancery-content.h"
#include "chancery-ui-resources.h"
#include "map/chancery-map-canvas-private.h"
#include "map/chancery-map.h"
#include "states/chancery-states.h"

#define TIMEOUT_US (30 * G_TIME_SPAN_SECOND)

typedef struct
{
  ChanceryCatalogue *catalogue;
  ChanceryStates *states;
  GtkWindow *window;
  ChanceryMapCanvas *canvas;
} Fixture;

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until something is so. */
#define wait_until(condition)                                                         \
  G_STMT_START                                                                        \
    {                                                                                 \
      const gint64 _deadline = g_get_monotonic_time () + TIMEOUT_US;                  \
      const guint _tick = g_timeout_add (20, wake_cb, NULL);                          \
      while (!(condition))                                                            \
        {                                                                             \
          g_assert_cmpint (g_get_monotonic_time (), <, _deadline);                    \
          g_main_context_iteration (NULL, TRUE);                                      \
        }                                                                             \
      g_source_remove (_tick);                                                        \
    }                                                                                 \
  G_STMT_END

/* Nothing moves, and what is seen is painted. */
static gboolean
is_settled (Fixture *fixture)
{
  ChanceryMapCanvas *canvas = fixture->canvas;

  return chancery_map_canvas_get_ready (canvas) && !chancery_map_canvas_is_animating (canvas) &&
         canvas->incoming == NULL && canvas->update_id == 0 && canvas->upgrade_id == 0 && canvas->previous == NULL &&
         chancery_map_canvas_is_shown (canvas);
}

static void
show_organisation (Fixture    *fixture,
                   const char *id)
{
  chancery_states_set_point_of_view (fixture->states, chancery_catalogue_lookup_organisation (fixture->catalogue, id),
                                     (ChanceryDate) { 2023, 11, 23 });
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalogue = chancery_content_load_catalogue (NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->states = chancery_states_new (fixture->catalogue);
  show_organisation (fixture, "csto");

  fixture->canvas = CHANCERY_MAP_CANVAS (chancery_map_canvas_new ());
  chancery_map_canvas_set_model (fixture->canvas, chancery_states_get_selection (fixture->states));
  fixture->window = g_object_new (GTK_TYPE_WINDOW, "default-width", 400, "default-height", 300, "child",
                                  fixture->canvas, NULL);
  g_object_add_weak_pointer (G_OBJECT (fixture->canvas), (gpointer *) &fixture->canvas);
  gtk_window_present (fixture->window);
  wait_until (is_settled (fixture));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gtk_window_destroy (fixture->window);
  wait_until (fixture->canvas == NULL);
  g_assert_finalize_object (fixture->states);
  g_assert_finalize_object (fixture->catalogue);
}

static gboolean
get_point (Fixture *fixture,
           double   longitude,
           double   latitude,
           double  *x,
           double  *y)
{
  const ChanceryMapPlace place = { longitude, latitude };
  const double width = chancery_map_canvas_get_width (fixture->canvas);
  const double height = chancery_map_canvas_get_height (fixture->canvas);

  return chancery_map_view_get_point (&fixture->canvas->view, &place, width, height, x, y) && *x > 0 && *y > 0 &&
         *x < width && *y < height;
}

static const char *
pick (Fixture     *fixture,
      double       longitude,
      double       latitude,
      const char **remark)
{
  ChanceryMapEntry *entry;
  double x, y;

  g_assert_true (get_point (fixture, longitude, latitude, &x, &y));
  entry = chancery_map_canvas_get_entry (fixture->canvas, chancery_map_canvas_pick (fixture->canvas, x, y, FALSE, remark));

  return entry != NULL ? chancery_state_item_get_iso (entry->item) : NULL;
}

static void
test_states_are_picked (Fixture       *fixture,
                        gconstpointer  user_data)
{
  const char *remark;
  double x, y;

  g_assert_cmpstr (pick (fixture, 60, 62, &remark), ==, "RU");
  g_assert_null (remark);
  g_assert_cmpstr (pick (fixture, 67, 48, &remark), ==, "KZ");
  /* Russia beyond the antimeridian. */
  g_assert_cmpstr (pick (fixture, -176, 66.5, &remark), ==, "RU");

  chancery_map_canvas_fit_world (fixture->canvas);
  wait_until (is_settled (fixture));
  g_assert_cmpstr (pick (fixture, -50, -10, &remark), ==, "BR");
  g_assert_cmpstr (pick (fixture, 134, -25, &remark), ==, "AU");
  g_assert_null (pick (fixture, -100, -50, &remark));
  /* A dot, and beside it. */
  g_assert_cmpstr (pick (fixture, 57.58, -20.2, &remark), ==, "MU");
  g_assert_true (get_point (fixture, 57.58, -20.2, &x, &y));
  g_assert_cmpuint (chancery_map_canvas_pick (fixture->canvas, x + 9, y, FALSE, &remark), ==,
                    chancery_map_canvas_find (fixture->canvas, "MU"));
}

static void
test_disputed_areas_have_a_remark (Fixture       *fixture,
                                   gconstpointer  user_data)
{
  const char *remark;

  chancery_states_select (fixture->states, "UA");
  chancery_map_canvas_fit_selection (fixture->canvas);
  wait_until (is_settled (fixture));

  g_assert_cmpstr (pick (fixture, 34.2, 45.3, &remark), ==, "UA");
  g_assert_nonnull (remark);
  g_assert_nonnull (strstr (remark, "Crimea"));
  g_assert_cmpstr (pick (fixture, 31, 49, &remark), ==, "UA");
  g_assert_null (remark);
}

/* All that belong are seen, whatever the size of the window. */
static void
test_members_are_followed (Fixture       *fixture,
                           gconstpointer  user_data)
{
  double x, y;

  g_assert_true (get_point (fixture, 44.5, 40.2, &x, &y)); /* Yerevan */
  g_assert_true (get_point (fixture, -172, 65, &x, &y)); /* the end of Chukotka */
  g_assert_false (get_point (fixture, -9, 39, &x, &y));

  show_organisation (fixture, "eu");
  wait_until (is_settled (fixture) && get_point (fixture, -9, 39, &x, &y)); /* Lisbon */
  g_assert_true (get_point (fixture, 33.4, 35.1, &x, &y)); /* Nicosia */
  g_assert_true (get_point (fixture, 27, 69.5, &x, &y)); /* Lapland */
  g_assert_cmpint ((int) chancery_map_layer_get_detail (fixture->canvas->current), ==, (int) CHANCERY_GEOMETRY_50M);

  show_organisation (fixture, "un");
  wait_until (is_settled (fixture) &&
              fixture->canvas->view.projection.kind == CHANCERY_MAP_PROJECTION_WORLD);
}

static void
test_selection_is_shared (Fixture       *fixture,
                          gconstpointer  user_data)
{
  GtkSelectionModel *model = chancery_states_get_selection (fixture->states);
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  const guint armenia = chancery_map_canvas_find (fixture->canvas, "AM");
  const guint index = chancery_map_looks_index ("AM");

  gt_signal_logger_connect (logger, model, "selection-changed");

  chancery_map_canvas_select (fixture->canvas, armenia);
  g_assert_cmpuint (gt_signal_logger_get_n_emissions (logger), ==, 1);
  g_assert_true (gtk_selection_model_is_selected (model, armenia));
  wait_until (is_settled (fixture));
  g_assert_true (chancery_map_layer_get_picture (fixture->canvas->current)->looks.selected[index]);

  /* The same again unselects, and so does the sea. */
  chancery_map_canvas_select (fixture->canvas, armenia);
  g_assert_false (gtk_selection_model_is_selected (model, armenia));
  chancery_map_canvas_select (fixture->canvas, armenia);
  chancery_map_canvas_select (fixture->canvas, GTK_INVALID_LIST_POSITION);
  g_assert_false (gtk_selection_model_is_selected (model, armenia));

  /* From the list. */
  chancery_states_select (fixture->states, "KZ");
  wait_until (is_settled (fixture));
  g_assert_true (chancery_map_layer_get_picture (fixture->canvas->current)
                   ->looks.selected[chancery_map_looks_index ("KZ")]);
  g_assert_false (chancery_map_layer_get_picture (fixture->canvas->current)->looks.selected[index]);
}

/* What is selected elsewhere is brought into view; what is selected here doesn't move the map. */
static void
test_selection_is_revealed (Fixture       *fixture,
                            gconstpointer  user_data)
{
  const ChanceryMapView before = fixture->canvas->view;
  double x, y;

  chancery_map_canvas_select (fixture->canvas, chancery_map_canvas_find (fixture->canvas, "BR"));
  wait_until (is_settled (fixture));
  g_assert_true (chancery_map_view_equal (&before, &fixture->canvas->view));

  chancery_states_select (fixture->states, "AR");
  wait_until (is_settled (fixture));
  g_assert_true (get_point (fixture, -64, -34, &x, &y));
}

static void
test_statuses_are_drawn (Fixture       *fixture,
                         gconstpointer  user_data)
{
  const ChanceryMapLooks *looks;

  wait_until (is_settled (fixture));
  looks = &chancery_map_layer_get_picture (fixture->canvas->current)->looks;
  g_assert_cmpuint (looks->status[chancery_map_looks_index ("RU")], ==, CHANCERY_MEMBERSHIP_STATUS_MEMBER);
  g_assert_cmpuint (looks->status[chancery_map_looks_index ("GE")], ==, CHANCERY_MEMBERSHIP_STATUS_FORMER);
  g_assert_cmpuint (looks->status[chancery_map_looks_index ("DE")], ==, CHANCERY_MEMBERSHIP_STATUS_NONE);

  show_organisation (fixture, "eu");
  wait_until (is_settled (fixture) &&
              chancery_map_layer_get_picture (fixture->canvas->current)
                  ->looks.status[chancery_map_looks_index ("DE")] == CHANCERY_MEMBERSHIP_STATUS_MEMBER);
}

static void
test_zoom_ends (Fixture       *fixture,
                gconstpointer  user_data)
{
  double scale = fixture->canvas->view.scale;

  chancery_map_canvas_zoom_in (fixture->canvas);
  wait_until (is_settled (fixture));
  g_assert_cmpfloat_with_epsilon (fixture->canvas->view.scale, scale * 1.7, scale * 0.01);

  /* To both ends. */
  for (guint i = 0; i < 20; i++)
    {
      chancery_map_canvas_zoom_in (fixture->canvas);
      wait_until (is_settled (fixture));
    }
  scale = fixture->canvas->view.scale;
  chancery_map_canvas_zoom_in (fixture->canvas);
  wait_until (is_settled (fixture));
  g_assert_cmpfloat_with_epsilon (fixture->canvas->view.scale, scale, 1e-6);

  for (guint i = 0; i < 24; i++)
    {
      chancery_map_canvas_zoom_out (fixture->canvas);
      wait_until (is_settled (fixture));
    }
  g_assert_cmpint ((int) fixture->canvas->view.projection.kind, ==, (int) CHANCERY_MAP_PROJECTION_WORLD);
  g_assert_cmpfloat (fixture->canvas->view.scale, <, 120);

  chancery_map_canvas_fit_members (fixture->canvas);
  wait_until (is_settled (fixture));
  g_assert_cmpint ((int) fixture->canvas->view.projection.kind, ==, (int) CHANCERY_MAP_PROJECTION_REGIONAL);
}

/* Children are made when they are needed, and go with their states. */
static void
test_regions_are_lazy (Fixture       *fixture,
                       gconstpointer  user_data)
{
  GtkWidget *canvas = GTK_WIDGET (fixture->canvas), *other = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  ChanceryMapCanvas *second = CHANCERY_MAP_CANVAS (chancery_map_canvas_new ());
  GtkWindow *window = g_object_new (GTK_TYPE_WINDOW, "child", box, NULL);
  GtkAccessible *child;
  guint n_children = 0;

  /* The button takes the first focus. */
  gtk_box_append (GTK_BOX (box), other);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (second));
  chancery_map_canvas_set_model (second, chancery_states_get_selection (fixture->states));
  gtk_window_present (window);
  wait_until (chancery_map_canvas_get_ready (second));
  g_assert_false (second->has_regions);
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (second)));

  child = gtk_accessible_get_first_accessible_child (GTK_ACCESSIBLE (second));
  g_assert_true (second->has_regions);
  while (child != NULL)
    {
      GtkAccessible *next = gtk_accessible_get_next_accessible_sibling (child);

      gtk_test_accessible_assert_role (child, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      n_children++;
      g_object_unref (child);
      child = next;
    }
  g_assert_cmpuint (n_children, ==, 250);
  gtk_test_accessible_assert_role (second, GTK_ACCESSIBLE_ROLE_LIST);

  chancery_map_canvas_set_model (second, NULL);
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (second)));
  gtk_window_destroy (window);
  g_assert_nonnull (canvas);
}

static void
test_regions_tell_standing_and_selection (Fixture       *fixture,
                                          gconstpointer  user_data)
{
  const guint armenia = chancery_map_canvas_find (fixture->canvas, "AM");
  ChanceryMapRegion *region;

  chancery_map_canvas_ensure_regions (fixture->canvas);
  region = chancery_map_canvas_get_entry (fixture->canvas, armenia)->region;
  gtk_test_accessible_assert_property (region, GTK_ACCESSIBLE_PROPERTY_LABEL, "Armenia, member since 1994");
  gtk_test_accessible_assert_state (region, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (region), "region.select", NULL));
  wait_until (is_settled (fixture));
  gtk_test_accessible_assert_state (region, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);

  /* The states are sorted anew, and the region is still Armenia's. */
  show_organisation (fixture, "eu");
  wait_until (is_settled (fixture));
  g_assert_true (chancery_map_canvas_get_entry (fixture->canvas, chancery_map_canvas_find (fixture->canvas, "AM"))->region ==
                 region);
  g_assert_cmpuint (chancery_map_region_get_position (region), ==, chancery_map_canvas_find (fixture->canvas, "AM"));
  gtk_test_accessible_assert_property (region, GTK_ACCESSIBLE_PROPERTY_LABEL, "Armenia, not a member");
}

static void
test_activation_names_the_state (Fixture       *fixture,
                                 gconstpointer  user_data)
{
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autofree char *iso = NULL;

  gt_signal_logger_connect (logger, fixture->canvas, "activate-state");
  chancery_map_canvas_activate (fixture->canvas, chancery_map_canvas_find (fixture->canvas, "KG"));
  gt_signal_logger_assert_emission_pop (logger, fixture->canvas, "activate-state", &iso);
  g_assert_cmpstr (iso, ==, "KG");
  chancery_map_canvas_activate (fixture->canvas, GTK_INVALID_LIST_POSITION);
  gt_signal_logger_assert_no_emissions (logger);
}

static void
test_themes_redraw (Fixture       *fixture,
                    gconstpointer  user_data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const GdkRGBA before = chancery_map_canvas_get_palette (fixture->canvas)->sea;

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  wait_until (is_settled (fixture));
  g_assert_false (gdk_rgba_equal (&before, &chancery_map_canvas_get_palette (fixture->canvas)->sea));
  g_assert_true (gdk_rgba_equal (&chancery_map_layer_get_picture (fixture->canvas->current)->palette.sea,
                                 &chancery_map_canvas_get_palette (fixture->canvas)->sea));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  wait_until (is_settled (fixture));
  g_assert_true (gdk_rgba_equal (&before, &chancery_map_canvas_get_palette (fixture->canvas)->sea));
}

/* When nothing happens, nothing is scheduled and nothing more is kept than what is seen. */
static void
test_rest_is_rest (Fixture       *fixture,
                   gconstpointer  user_data)
{
  wait_until (is_settled (fixture));
  g_assert_cmpuint (fixture->canvas->settle_id, ==, 0);
  g_assert_cmpint ((int) adw_animation_get_state (fixture->canvas->fade), !=, (int) ADW_ANIMATION_PLAYING);
  g_assert_null (fixture->canvas->previous);
  g_assert_null (fixture->canvas->incoming);
}

static void
test_map_without_model (void)
{
  GtkWindow *window = g_object_new (GTK_TYPE_WINDOW, "child", chancery_map_new (), NULL);
  ChanceryMap *map = CHANCERY_MAP (gtk_window_get_child (window));

  gtk_window_present (window);
  chancery_map_zoom_in (map);
  chancery_map_fit_members (map);
  chancery_map_fit_selection (map);
  chancery_map_fit_world (map);
  chancery_map_zoom_out (map);
  g_assert_null (chancery_map_get_model (map));
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  chancery_ui_register_resource ();

#define add(path, function) g_test_add ("/map-canvas/" path, Fixture, NULL, set_up, function, tear_down)
  add ("pick", test_states_are_picked);
  add ("remarks", test_disputed_areas_have_a_remark);
  add ("members", test_members_are_followed);
  add ("selection/shared", test_selection_is_shared);
  add ("selection/revealed", test_selection_is_revealed);
  add ("statuses", test_statuses_are_drawn);
  add ("zoom", test_zoom_ends);
  add ("regions/lazy", test_regions_are_lazy);
  add ("regions/standing", test_regions_tell_standing_and_selection);
  add ("activation", test_activation_names_the_state);
  add ("themes", test_themes_redraw);
  add ("rest", test_rest_is_rest);
#undef add
  g_test_add_func ("/map/without-model", test_map_without_model);

  return g_test_run ();
}
