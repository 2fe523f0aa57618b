/* bench-map.c: how long the map takes
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "chancery-content.h"
#include "chancery-ui-resources.h"
#include "map/chancery-map-canvas-private.h"
#include "states/chancery-states.h"

#define N_RUNS 15
#define N_FRAMES 200

static double
get_ms (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
print_times (const char *what,
             double     *times,
             guint       n_times,
             const char *aim)
{
  qsort (times, n_times, sizeof *times, compare_doubles);
  g_print ("  %-44s median %7.3f ms   p95 %7.3f ms   %s\n", what, times[n_times / 2], times[n_times * 95 / 100], aim);
}

static void
bench_load (ChanceryGeometryScale  scale,
            const char            *what,
            const char            *aim)
{
  double times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      const double start = get_ms (CLOCK_MONOTONIC);
      g_autoptr (ChanceryGeometry) geometry = chancery_geometry_load (scale, NULL);

      g_assert_nonnull (geometry);
      times[i] = get_ms (CLOCK_MONOTONIC) - start;
    }
  print_times (what, times, N_RUNS, aim);
}

static void
bench_scene (ChanceryGeometryScale  detail,
             const char            *what)
{
  g_autoptr (ChanceryGeometry) geometry = chancery_geometry_load (detail, NULL);
  const ChanceryMapProjection projection = chancery_map_projection_regional (95, 62);
  double times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      const double start = get_ms (CLOCK_THREAD_CPUTIME_ID);
      g_autoptr (ChanceryMapScene) scene = chancery_map_scene_new (geometry, &projection, 1024);

      g_assert_nonnull (scene);
      times[i] = get_ms (CLOCK_THREAD_CPUTIME_ID) - start;
    }
  print_times (what, times, N_RUNS, "");
}

static void
nothing_cb (gpointer user_data)
{
}

/* From the end of a movement until the last tile is there, with the outlines in place or without. */
static void
bench_settle (ChanceryMapProjection  projection,
              ChanceryGeometryScale  detail,
              double                 world_width,
              int                    width,
              int                    height,
              double                 device_scale,
              gboolean               prepared,
              const char            *what)
{
  g_autoptr (GMainContext) context = g_main_context_ref (g_main_context_default ());
  ChanceryMapPainter *painter = chancery_map_painter_new (nothing_cb, NULL);
  const GdkRGBA accent = { 0.21f, 0.52f, 0.89f, 1 };
  const char *members[] = { "AM", "BY", "KZ", "KG", "RU", "TJ", "FR", "DE", "BR", "IN" };
  ChanceryMapPicture picture = { 0 };
  const double n_pixels = width * height * device_scale * device_scale;
  const int size = (n_pixels < 200e3 ? 256 : 512) - CHANCERY_MAP_TILE_OVERLAP;
  const int half_width = (int) (width * device_scale / 2), half_height = (int) (height * device_scale / 2);
  cairo_rectangle_int_t tiles;
  ChanceryMapLayer *first = NULL;
  double times[N_RUNS], cpu[N_RUNS];
  g_autofree char *cpu_text = NULL;

  picture.scale = width * device_scale / world_width;
  picture.device_scale = device_scale;
  chancery_map_palette_init (&picture.palette, &accent, FALSE, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    picture.looks.status[chancery_map_looks_index (members[i])] = CHANCERY_MEMBERSHIP_STATUS_MEMBER;
  picture.looks.status[chancery_map_looks_index ("CN")] = CHANCERY_MEMBERSHIP_STATUS_OBSERVER;
  picture.looks.selected[chancery_map_looks_index ("AM")] = TRUE;

  tiles.x = -(half_width + size - 1) / size;
  tiles.y = -(half_height + size - 1) / size;
  tiles.width = -2 * tiles.x;
  tiles.height = -2 * tiles.y;

  for (guint i = 0; i <= N_RUNS; i++)
    {
      ChanceryMapLayer *layer = chancery_map_layer_new (painter, &picture, &projection, detail, size, first);
      const double start = get_ms (CLOCK_MONOTONIC), cpu_start = get_ms (CLOCK_PROCESS_CPUTIME_ID);

      while (!chancery_map_layer_request (layer, &tiles))
        {
          g_main_context_iteration (context, TRUE);
          chancery_map_painter_collect (painter);
        }
      if (i > 0)
        {
          times[i - 1] = get_ms (CLOCK_MONOTONIC) - start;
          cpu[i - 1] = get_ms (CLOCK_PROCESS_CPUTIME_ID) - cpu_start;
        }
      if (prepared && first == NULL)
        first = layer;
      else
        chancery_map_layer_close (layer);
    }

  qsort (cpu, N_RUNS, sizeof *cpu, compare_doubles);
  cpu_text = g_strdup_printf ("%s (%.1f ms of processor)", "aim: 30", cpu[N_RUNS / 2]);
  print_times (what, times, N_RUNS, cpu_text);
  if (first != NULL)
    chancery_map_layer_close (first);
  chancery_map_painter_free (painter);
}

/* What the main thread does before the first frame. */
static void
bench_create (ChanceryStates *states)
{
  double times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      const double start = get_ms (CLOCK_THREAD_CPUTIME_ID);
      g_autoptr (GtkWidget) canvas = g_object_ref_sink (chancery_map_canvas_new ());

      chancery_map_canvas_set_model (CHANCERY_MAP_CANVAS (canvas), chancery_states_get_selection (states));
      gtk_widget_allocate (canvas, 340, 260, -1, NULL);
      times[i] = get_ms (CLOCK_THREAD_CPUTIME_ID) - start;
    }
  print_times ("create and allocate, main thread", times, N_RUNS, "");
}

/* What it costs when a screen reader comes, or the focus. */
static void
bench_regions (ChanceryStates *states)
{
  double times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (GtkWidget) canvas = g_object_ref_sink (chancery_map_canvas_new ());
      double start;

      chancery_map_canvas_set_model (CHANCERY_MAP_CANVAS (canvas), chancery_states_get_selection (states));
      start = get_ms (CLOCK_THREAD_CPUTIME_ID);
      chancery_map_canvas_ensure_regions (CHANCERY_MAP_CANVAS (canvas));
      times[i] = get_ms (CLOCK_THREAD_CPUTIME_ID) - start;
    }
  print_times ("regions for assistive technology", times, N_RUNS, "");
}

typedef struct
{
  GMainLoop *loop;
  ChanceryMapCanvas *canvas;
  guint n_frames;
  double before;
  double frames[N_FRAMES];
  double snapshots[N_FRAMES];
} Pan;

static void
before_paint_cb (GdkFrameClock *clock,
                 Pan           *pan)
{
  pan->before = get_ms (CLOCK_THREAD_CPUTIME_ID);
}

static void
after_paint_cb (GdkFrameClock *clock,
                Pan           *pan)
{
  if (!chancery_map_canvas_get_ready (pan->canvas) || pan->n_frames >= N_FRAMES)
    return;
  pan->frames[pan->n_frames++] = get_ms (CLOCK_THREAD_CPUTIME_ID) - pan->before;
  if (pan->n_frames == N_FRAMES)
    g_main_loop_quit (pan->loop);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Pan *pan = user_data;
  ChanceryMapView view = pan->canvas->view;
  GtkSnapshot *snapshot;
  GskRenderNode *node;
  double start;

  if (!chancery_map_canvas_get_ready (pan->canvas) || pan->n_frames >= N_FRAMES)
    return G_SOURCE_CONTINUE;

  pan->canvas->follow = CHANCERY_MAP_FOLLOW_NOTHING;
  pan->canvas->in_gesture = TRUE;
  view = chancery_map_view_pan (&view, pan->n_frames / 50 % 2 == 0 ? 3 : -3, pan->n_frames / 50 % 2 == 0 ? 2 : -2,
                                chancery_map_canvas_get_width (pan->canvas),
                                chancery_map_canvas_get_height (pan->canvas));
  chancery_map_canvas_set_view (pan->canvas, &view);

  snapshot = gtk_snapshot_new ();
  start = get_ms (CLOCK_THREAD_CPUTIME_ID);
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  pan->snapshots[pan->n_frames] = get_ms (CLOCK_THREAD_CPUTIME_ID) - start;
  node = gtk_snapshot_free_to_node (snapshot);
  g_clear_pointer (&node, gsk_render_node_unref);

  return G_SOURCE_CONTINUE;
}

static void
bench_pan (ChanceryStates *states,
           int             width,
           int             height)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GtkWidget *window = gtk_window_new (), *canvas = chancery_map_canvas_new ();
  g_autofree Pan *pan = g_new0 (Pan, 1);
  g_autofree char *frame_text = g_strdup_printf ("pan, frame, %d × %d, %s", width, height, "");
  g_autofree char *snapshot_text = g_strdup_printf ("pan, snapshot, %d × %d", width, height);
  GdkFrameClock *clock;

  pan->loop = loop;
  pan->canvas = CHANCERY_MAP_CANVAS (canvas);
  chancery_map_canvas_set_model (pan->canvas, chancery_states_get_selection (states));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), canvas);
  gtk_widget_realize (window);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), pan);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), pan);
  gtk_widget_add_tick_callback (canvas, tick_cb, pan, NULL);
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (loop);

  g_print ("  (%s, 1:%s million)\n", G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (window))),
           chancery_map_layer_get_detail (pan->canvas->current) == CHANCERY_GEOMETRY_50M ? "50" : "110");
  print_times (frame_text, pan->frames, N_FRAMES, "aim: 4");
  print_times (snapshot_text, pan->snapshots, N_FRAMES, "aim: 0.2");

  g_signal_handlers_disconnect_by_data (clock, pan);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  const ChanceryMapProjection world = chancery_map_projection_world (11);
  const ChanceryMapProjection csto = chancery_map_projection_regional (95, 62);
  const ChanceryMapProjection europe = chancery_map_projection_regional (12, 53);
  g_autoptr (ChanceryCatalogue) catalogue = NULL;
  g_autoptr (ChanceryStates) states = NULL;
  const int sizes[][2] = { { 340, 260 }, { 1200, 700 }, { 1600, 900 } };

  adw_init ();
  chancery_ui_register_resource ();
  catalogue = chancery_content_load_catalogue (NULL, NULL, NULL);
  states = chancery_states_new (catalogue);
  chancery_states_set_point_of_view (states, chancery_catalogue_lookup_organisation (catalogue, "csto"),
                                     (ChanceryDate) { 2023, 11, 23 });

  bench_load (CHANCERY_GEOMETRY_110M, "load, 1:110 million", "aim: 2");
  bench_load (CHANCERY_GEOMETRY_50M, "load, 1:50 million", "aim: 10");
  bench_scene (CHANCERY_GEOMETRY_110M, "project and simplify, 1:110 million");
  bench_scene (CHANCERY_GEOMETRY_50M, "project and simplify, 1:50 million");

  bench_create (states);
  bench_regions (states);
  bench_settle (csto, CHANCERY_GEOMETRY_110M, 1.5, 340, 260, 1, FALSE, "first picture, 340 × 260, 110m");
  for (int device_scale = 1; device_scale <= 2; device_scale++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        const struct
        {
          const char *name;
          ChanceryMapProjection projection;
          double width;
        } views[] = { { "world", world, 5.42 }, { "CSTO", csto, 1.9 }, { "Europe", europe, 0.9 } };

        for (guint j = 0; j < G_N_ELEMENTS (views); j++)
          {
            g_autofree char *text = g_strdup_printf ("settle, %s, %d × %d @ %d, 50m", views[j].name, sizes[i][0],
                                                     sizes[i][1], device_scale);

            bench_settle (views[j].projection, CHANCERY_GEOMETRY_50M, views[j].width, sizes[i][0], sizes[i][1],
                          device_scale, TRUE, text);
          }
      }

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    bench_pan (states, sizes[i][0], sizes[i][1]);

  return 0;
}
