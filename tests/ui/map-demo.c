/* map-demo.c: the map alone in a window, to look at and to drive
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <stdlib.h>

#include "chancery-content.h"
#include "chancery-ui-resources.h"
#include "map/chancery-map.h"
#include "states/chancery-states.h"

static char *organisation_id = NULL;
static char *date_text = NULL;
static char *selected = NULL;
static char *shot = NULL;
static gboolean world = FALSE;
static gboolean fit_selection = FALSE;
static gboolean dark = FALSE;
static int width = 340;
static int height = 300;
static int zoom = 0;
static int delay_ms = 1500;

static const GOptionEntry entries[] = {
  { "organisation", 'o', 0, G_OPTION_ARG_STRING, &organisation_id, "Whose members to show", "ID" },
  { "date", 'd', 0, G_OPTION_ARG_STRING, &date_text, "As of when", "DATE" },
  { "select", 's', 0, G_OPTION_ARG_STRING, &selected, "A state to select", "CODE" },
  { "fit-selection", 'f', 0, G_OPTION_ARG_NONE, &fit_selection, "Show what is selected", NULL },
  { "world", 'w', 0, G_OPTION_ARG_NONE, &world, "Show the world", NULL },
  { "zoom", 'z', 0, G_OPTION_ARG_INT, &zoom, "Zoom in so many times, or out", "N" },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Dark style", NULL },
  { "width", 0, 0, G_OPTION_ARG_INT, &width, "Of the window", "PIXELS" },
  { "height", 0, 0, G_OPTION_ARG_INT, &height, "Of the window", "PIXELS" },
  { "shot", 0, 0, G_OPTION_ARG_FILENAME, &shot, "Write a picture and quit", "FILE" },
  { "delay", 0, 0, G_OPTION_ARG_INT, &delay_ms, "Before the picture", "MS" },
  { NULL },
};

typedef struct
{
  GMainLoop *loop;
  GtkWindow *window;
  ChanceryMap *map;
} Demo;

/* The title says what was activated. */
static void
activate_state_cb (GtkWindow  *window,
                   const char *iso)
{
  gtk_window_set_title (window, iso);
}

static gboolean
shot_cb (gpointer user_data)
{
  Demo *demo = user_data;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (demo->window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (demo->window)),
                          gtk_widget_get_height (GTK_WIDGET (demo->window)));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (demo->window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (demo->window)),
                                                              (float) gtk_widget_get_height (GTK_WIDGET (demo->window))));
  if (!gdk_texture_save_to_png (texture, shot))
    g_printerr ("%s could not be written\n", shot);
  g_main_loop_quit (demo->loop);

  return G_SOURCE_REMOVE;
}

static gboolean
prepare_cb (gpointer user_data)
{
  Demo *demo = user_data;

  if (world)
    chancery_map_fit_world (demo->map);
  if (fit_selection)
    chancery_map_fit_selection (demo->map);
  for (; zoom > 0; zoom--)
    chancery_map_zoom_in (demo->map);
  for (; zoom < 0; zoom++)
    chancery_map_zoom_out (demo->map);

  return G_SOURCE_REMOVE;
}

static gboolean
close_request_cb (Demo *demo)
{
  g_main_loop_quit (demo->loop);
  return FALSE;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryCatalogue) catalogue = NULL;
  g_autoptr (ChanceryStates) states = NULL;
  g_autoptr (GtkCssProvider) css = NULL;
  ChanceryDate date = { 2023, 11, 23 };
  GtkWidget *view, *map;
  Demo demo;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }

  adw_init ();
  chancery_ui_register_resource ();
  css = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (css, "/io/github/chancery_app/Chancery/ui/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  if (dark)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);

  catalogue = chancery_content_load_catalogue (NULL, NULL, &error);
  if (catalogue == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  if (date_text != NULL && !chancery_date_parse (date_text, &date))
    {
      g_printerr ("%s is no date\n", date_text);
      return 2;
    }

  states = chancery_states_new (catalogue);
  chancery_states_set_point_of_view (
    states, chancery_catalogue_lookup_organisation (catalogue, organisation_id != NULL ? organisation_id : "csto"), date);
  if (selected != NULL)
    chancery_states_select (states, selected);

  map = chancery_map_new ();
  chancery_map_set_model (CHANCERY_MAP (map), chancery_states_get_selection (states));
  gtk_widget_set_margin_top (map, 12);
  gtk_widget_set_margin_start (map, 12);
  gtk_widget_set_margin_end (map, 12);
  gtk_widget_set_margin_bottom (map, 6);

  view = adw_toolbar_view_new ();
  if (shot == NULL)
    adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), map);
  demo.loop = loop;
  demo.map = CHANCERY_MAP (map);
  demo.window = g_object_new (ADW_TYPE_WINDOW, "title", "Map", "default-width", width, "default-height", height,
                              "content", view, NULL);
  g_signal_connect_swapped (map, "activate-state", G_CALLBACK (activate_state_cb), demo.window);
  g_signal_connect_swapped (demo.window, "close-request", G_CALLBACK (close_request_cb), &demo);
  gtk_window_present (demo.window);

  g_timeout_add_full (G_PRIORITY_LOW, 300, prepare_cb, &demo, NULL);
  if (shot != NULL)
    g_timeout_add_full (G_PRIORITY_LOW + 10, (guint) delay_ms, shot_cb, &demo, NULL);
  g_main_loop_run (loop);

  return 0;
}
