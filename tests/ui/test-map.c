/* test-map.c: what the map is made of, without a window
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "chancery-content.h"
#include "map/chancery-map-dots.h"
#include "map/chancery-map-palette.h"
#include "map/chancery-map-picture.h"
#include "map/chancery-map-places.h"
#include "map/chancery-map-remarks.h"

static ChanceryGeometry *
load (ChanceryGeometryScale scale)
{
  g_autoptr (GError) error = NULL;
  ChanceryGeometry *geometry = chancery_geometry_load (scale, &error);

  g_assert_no_error (error);
  return geometry;
}

static void
get_projections (ChanceryMapProjection projections[6])
{
  projections[0] = chancery_map_projection_world (0);
  projections[1] = chancery_map_projection_world (11);
  projections[2] = chancery_map_projection_world (-150);
  projections[3] = chancery_map_projection_regional (0, 0);
  projections[4] = chancery_map_projection_regional (95, 62);
  projections[5] = chancery_map_projection_regional (178, -17);
}

/* There and back */
static void
test_projections_go_back (void)
{
  ChanceryMapProjection projections[6];

  get_projections (projections);
  for (guint i = 0; i < G_N_ELEMENTS (projections); i++)
    for (int latitude = -88; latitude <= 88; latitude += 8)
      for (int longitude = -179; longitude < 180; longitude += 7)
        {
          double x, y, back_longitude, back_latitude;

          if (!chancery_map_projection_project (&projections[i], longitude, latitude, &x, &y))
            continue;
          g_assert_true (chancery_map_projection_unproject (&projections[i], x, y, &back_longitude, &back_latitude));
          g_assert_cmpfloat_with_epsilon (back_latitude, latitude, 1e-7);
          g_assert_cmpfloat (chancery_map_angle (back_longitude, back_latitude, longitude, latitude), <, 1e-6);
        }
}

/* A small square on the sphere has the same area on the map, wherever it is. */
static void
test_projections_keep_areas (void)
{
  const double size = 0.01 * G_PI / 180;
  ChanceryMapProjection projections[6];

  get_projections (projections);
  for (guint i = 0; i < G_N_ELEMENTS (projections); i++)
    for (int latitude = -80; latitude <= 80; latitude += 10)
      for (int longitude = -175; longitude < 180; longitude += 25)
        {
          const double phi = latitude * G_PI / 180;
          const double on_sphere = size * size * cos (phi);
          double x0, y0, x1, y1, x2, y2;

          if (chancery_map_angle (longitude, latitude, projections[i].longitude, projections[i].latitude) > 105 ||
              fabs (chancery_map_wrap_longitude (longitude - projections[i].longitude)) > 179)
            continue;
          chancery_map_projection_project (&projections[i], longitude, latitude, &x0, &y0);
          chancery_map_projection_project (&projections[i], longitude + 0.01, latitude, &x1, &y1);
          chancery_map_projection_project (&projections[i], longitude, latitude + 0.01, &x2, &y2);
          g_assert_cmpfloat_with_epsilon (fabs ((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / on_sphere, 1, 2e-3);
        }
}

/* Values of the paper's table and of the definition. */
static void
test_equal_earth_is_the_published_one (void)
{
  const ChanceryMapProjection world = chancery_map_projection_world (0);
  double x, y;

  chancery_map_projection_project (&world, 0, 90, &x, &y);
  g_assert_cmpfloat_with_epsilon (y, -1.3173627591574, 1e-9);
  chancery_map_projection_project (&world, 179.999999999, 0, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 2.7066299836, 1e-8);
  g_assert_cmpfloat_with_epsilon (y, 0, 1e-12);
}

typedef struct
{
  const char *name;
  double longitude;
  double latitude;
  const char *code;
} City;

static const City cities[] = {
  { "Yerevan", 44.51, 40.18, "AM" },     { "Moscow", 37.62, 55.75, "RU" },
  { "Anadyr", -176.0, 66.6, "RU" },      { "Vladivostok", 132.5, 44.0, "RU" },
  { "Astana", 71.43, 51.13, "KZ" },      { "Bishkek", 74.6, 42.6, "KG" },
  { "Maseru", 27.9, -29.6, "LS" },       { "Pretoria", 28.19, -25.75, "ZA" },
  { "Denver", -105, 39.7, "US" },        { "Fairbanks", -147.7, 64.8, "US" },
  { "Brasília", -47.9, -15.8, "BR" },    { "Alice Springs", 133.9, -23.7, "AU" },
  { "Simferopol", 34.1, 44.95, "UA" },   { "Berlin", 13.4, 52.5, "DE" },
  { "Kinshasa, inland", 18, -4.5, "CD" }, { "Nuuk, inland", -45, 66, "GL" },
};

static void
test_cities_are_picked (void)
{
  ChanceryMapProjection projections[6];

  get_projections (projections);
  for (int detail = CHANCERY_GEOMETRY_110M; detail <= CHANCERY_GEOMETRY_50M; detail++)
    {
      g_autoptr (ChanceryGeometry) geometry = load ((ChanceryGeometryScale) detail);

      for (guint i = 0; i < G_N_ELEMENTS (projections); i++)
        {
          const double scale = 512;
          g_autoptr (ChanceryMapScene) scene = chancery_map_scene_new (geometry, &projections[i], scale);
          guint n_picked = 0;

          for (guint j = 0; j < G_N_ELEMENTS (cities); j++)
            {
              const ChanceryMapShape *shape;
              double x, y;

              if (!chancery_map_projection_project (&projections[i], cities[j].longitude, cities[j].latitude, &x, &y))
                continue;
              shape = chancery_map_scene_pick (scene, x * scale, y * scale);
              g_test_message ("%s in projection %u", cities[j].name, i);
              g_assert_nonnull (shape);
              g_assert_cmpstr (shape->outline->code, ==, cities[j].code);
              n_picked++;
            }
          g_assert_cmpuint (n_picked, >, 4);

          /* The sea is nobody's, and what is beyond the reach isn't turned inside out. */
          for (int longitude = -170; longitude < 180; longitude += 20)
            {
              double x, y;

              if (chancery_map_projection_project (&projections[i], longitude, -58, &x, &y))
                g_assert_null (chancery_map_scene_pick (scene, x * scale, y * scale));
            }
        }
    }
}

/* Counts the pixels of an area along the rim of the world, where cut rings could be stroked. */
static gboolean
find_vertical_line_cb (GskPathOperation        operation,
                       const graphene_point_t *points,
                       gsize                   n_points,
                       float                   weight,
                       gpointer                user_data)
{
  float *longest = user_data;

  if (operation == GSK_PATH_LINE && fabsf (points[0].x) > 1385 && fabsf (points[1].x) > 1385)
    *longest = MAX (*longest, fabsf (points[0].y - points[1].y));

  return TRUE;
}

static void
test_cut_rings_have_no_border_along_the_rim (void)
{
  g_autoptr (ChanceryGeometry) geometry = load (CHANCERY_GEOMETRY_110M);
  /* Through Brazil, the DR Congo's other side of the world, and Greenland. */
  const ChanceryMapProjection projection = chancery_map_projection_world (126);
  g_autoptr (ChanceryMapScene) scene = chancery_map_scene_new (geometry, &projection, 512);
  gsize n_shapes;
  const ChanceryMapShape *shapes = chancery_map_scene_get_shapes (scene, &n_shapes);
  guint n_cut = 0;

  for (gsize i = 0; i < n_shapes; i++)
    {
      float longest = 0;

      if (shapes[i].path == NULL || shapes[i].path == shapes[i].border)
        continue;
      /* Brazil is near the equator, where the rim of the map is upright. */
      if (g_str_equal (shapes[i].outline->code, "BR"))
        {
          gsk_path_foreach (shapes[i].path, 0, find_vertical_line_cb, &longest);
          g_assert_cmpfloat (longest, >, 5);
          longest = 0;
          gsk_path_foreach (shapes[i].border, 0, find_vertical_line_cb, &longest);
          g_assert_cmpfloat (longest, <, 5);
          n_cut++;
        }
    }

  g_assert_cmpuint (n_cut, ==, 1);
}

/* Russia goes on beyond the antimeridian in one piece where the map isn't cut there. */
static void
test_russia_is_whole (void)
{
  g_autoptr (ChanceryGeometry) geometry = load (CHANCERY_GEOMETRY_50M);
  const ChanceryMapProjection projection = chancery_map_projection_world (11);
  g_autoptr (ChanceryMapScene) scene = chancery_map_scene_new (geometry, &projection, 512);
  gsize n_shapes;
  const ChanceryMapShape *shapes = chancery_map_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (g_str_equal (shapes[i].outline->code, "RU") && !shapes[i].outline->disputed)
      {
        g_assert_true (shapes[i].border == shapes[i].path ||
                       !gsk_path_is_empty (shapes[i].border));
        /* Nothing of it is at the western edge of the map. */
        g_assert_cmpfloat (shapes[i].bounds.origin.x, >, 0);
      }
}

static void
test_small_states_are_dots (void)
{
  g_autoptr (ChanceryGeometry) geometry = load (CHANCERY_GEOMETRY_50M);
  const ChanceryMapProjection world = chancery_map_projection_world (11);
  ChanceryMapLooks looks = { 0 };
  const char *small[] = { "MT", "SG", "BH", "VA", "AG" };

  for (guint i = 0; i < G_N_ELEMENTS (small); i++)
    looks.status[chancery_map_looks_index (small[i])] = CHANCERY_MEMBERSHIP_STATUS_MEMBER;

  for (double device_scale = 1; device_scale <= 2; device_scale++)
    {
      const double scale = 300 * device_scale;
      g_autoptr (ChanceryMapScene) scene = chancery_map_scene_new (geometry, &world, 1024);
      g_autoptr (GArray) dots = chancery_map_dots_new (scene, &looks, scale, device_scale);
      guint n_members = 0;

      for (guint i = 0; i < dots->len; i++)
        {
          const ChanceryMapDot *dot = &g_array_index (dots, ChanceryMapDot, i);

          /* Those that matter are drawn last. */
          if (looks.status[chancery_map_looks_index (dot->code)] == CHANCERY_MEMBERSHIP_STATUS_MEMBER)
            n_members++;
          else
            g_assert_cmpuint (n_members, ==, 0);
          g_assert_cmpstr (dot->code, !=, "RU");
          g_assert_cmpstr (dot->code, !=, "FR");
        }
      g_assert_cmpuint (n_members, ==, G_N_ELEMENTS (small));
    }

  {
    /* Near enough, they are areas; what has no outline stays a dot. */
    g_autoptr (ChanceryMapScene) scene = chancery_map_scene_new (geometry, &world, 16384);
    g_autoptr (GArray) dots = chancery_map_dots_new (scene, &looks, 12000, 1);

    for (guint i = 0; i < dots->len; i++)
      g_assert_cmpstr (g_array_index (dots, ChanceryMapDot, i).code, !=, "MT");
  }
}

/* From every state, the arrow keys lead to every other. */
static void
test_arrows_reach_every_state (void)
{
  g_autoptr (ChanceryGeometry) geometry = load (CHANCERY_GEOMETRY_110M);
  g_autoptr (ChanceryMapPlaces) places = chancery_map_places_new (geometry);
  const gsize n = chancery_map_places_get_n (places);
  const ChanceryMapProjection projection = chancery_map_projection_world (11);
  g_autofree guint (*next)[4] = g_malloc0_n (n, sizeof (guint[4]));
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (n, ==, 250);
  for (gsize i = 0; i < n; i++)
    g_hash_table_insert (index, (gpointer) chancery_map_places_get (places, i)->code, GUINT_TO_POINTER (i));
  for (gsize i = 0; i < n; i++)
    for (guint direction = 0; direction < 4; direction++)
      {
        const ChanceryMapHome *home = chancery_map_places_move (places, &projection,
                                                                chancery_map_places_get (places, i)->code,
                                                                (ChanceryMapDirection) direction);

        next[i][direction] = home != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (index, home->code)) : (guint) i;
      }

  for (gsize start = 0; start < n; start++)
    {
      g_autofree gboolean *seen = g_new0 (gboolean, n);
      g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
      const guint first = (guint) start;

      seen[start] = TRUE;
      g_array_append_val (queue, first);
      for (guint i = 0; i < queue->len; i++)
        for (guint direction = 0; direction < 4; direction++)
          {
            const guint to = next[g_array_index (queue, guint, i)][direction];

            if (seen[to])
              continue;
            seen[to] = TRUE;
            g_array_append_val (queue, to);
          }
      for (gsize i = 0; i < n; i++)
        if (!seen[i])
          g_test_message ("%s can't be reached from %s", chancery_map_places_get (places, i)->code,
                          chancery_map_places_get (places, start)->code);
      g_assert_cmpuint (queue->len, ==, n);
    }
}

static void
test_arrows_go_where_they_point (void)
{
  g_autoptr (ChanceryGeometry) geometry = load (CHANCERY_GEOMETRY_110M);
  g_autoptr (ChanceryMapPlaces) places = chancery_map_places_new (geometry);
  const ChanceryMapProjection europe = chancery_map_projection_regional (15, 50);

  g_assert_cmpstr (chancery_map_places_move (places, &europe, "PT", CHANCERY_MAP_RIGHT)->code, ==, "ES");
  g_assert_cmpstr (chancery_map_places_move (places, &europe, "ES", CHANCERY_MAP_LEFT)->code, ==, "PT");
  g_assert_cmpstr (chancery_map_places_move (places, &europe, "DE", CHANCERY_MAP_RIGHT)->code, ==, "CZ");
  g_assert_cmpstr (chancery_map_places_move (places, &europe, "DE", CHANCERY_MAP_UP)->code, ==, "DK");
}

static void
test_views_fit (void)
{
  static const struct
  {
    const char *codes[8];
    ChanceryMapProjectionKind kind;
  } cases[] = {
    { { "AM", "BY", "KZ", "KG", "RU", "TJ" }, CHANCERY_MAP_PROJECTION_REGIONAL },
    { { "FR", "FI", "CY", "PT" }, CHANCERY_MAP_PROJECTION_REGIONAL },
    { { "SG" }, CHANCERY_MAP_PROJECTION_REGIONAL },
    { { "FJ", "TO", "WS", "KI", "NZ" }, CHANCERY_MAP_PROJECTION_REGIONAL },
    { { "US", "AU", "FR", "BR", "IN" }, CHANCERY_MAP_PROJECTION_WORLD },
  };
  static const double sizes[][2] = { { 340, 260 }, { 300, 120 }, { 1600, 900 }, { 360, 640 } };
  g_autoptr (ChanceryGeometry) geometry = load (CHANCERY_GEOMETRY_110M);
  g_autoptr (ChanceryMapPlaces) places = chancery_map_places_new (geometry);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (ChanceryMapPlace));
        const double width = sizes[j][0], height = sizes[j][1];
        ChanceryMapView view;

        for (guint k = 0; k < G_N_ELEMENTS (cases[i].codes) && cases[i].codes[k] != NULL; k++)
          {
            const ChanceryMapHome *home = chancery_map_places_lookup (places, cases[i].codes[k]);

            g_array_append_vals (wanted, home->places->data, home->places->len);
          }
        view = chancery_map_view_fit ((ChanceryMapPlace *) (gpointer) wanted->data, wanted->len, width, height, 3000);
        g_test_message ("case %u, size %u", i, j);
        if (j == 0)
          g_assert_cmpint ((int) view.projection.kind, ==, (int) cases[i].kind);

        for (guint k = 0; k < wanted->len; k++)
          {
            double x, y;

            g_assert_true (chancery_map_view_get_point (&view, &g_array_index (wanted, ChanceryMapPlace, k), width,
                                                        height, &x, &y));
            g_assert_cmpfloat (x, >=, 0);
            g_assert_cmpfloat (y, >=, 0);
            g_assert_cmpfloat (x, <=, width);
            g_assert_cmpfloat (y, <=, height);
          }
      }
}

static void
test_zoom_keeps_what_is_pointed_at (void)
{
  const double width = 800, height = 500;
  ChanceryMapView view = { chancery_map_projection_regional (20, 50), 0.1, -0.05, 900 };
  ChanceryMapPlace before, after;

  g_assert_true (chancery_map_view_get_place (&view, 500, 120, width, height, &before));
  view = chancery_map_view_zoom (&view, 1.7, 500, 120, width, height);
  g_assert_true (chancery_map_view_get_place (&view, 500, 120, width, height, &after));
  g_assert_cmpfloat (chancery_map_angle (before.longitude, before.latitude, after.longitude, after.latitude), <, 1e-6);
  g_assert_cmpfloat_with_epsilon (view.scale, 900 * 1.7, 1e-6);
}

static void
test_views_are_clamped (void)
{
  const double width = 340, height = 260;
  ChanceryMapView view = { chancery_map_projection_world (11), 0, 0, 1e9 };

  view = chancery_map_view_clamp (&view, width, height);
  g_assert_cmpfloat (view.scale, <, 20000);

  view = (ChanceryMapView) { chancery_map_projection_world (11), 50, 50, 300 };
  view = chancery_map_view_clamp (&view, width, height);
  g_assert_cmpfloat (view.x + width / 2 / view.scale, <, 2.71);
  g_assert_cmpfloat (view.y + height / 2 / view.scale, <, 1.32);

  /* All of the world, and not less. */
  view.scale = 1e-3;
  view = chancery_map_view_clamp (&view, width, height);
  g_assert_cmpfloat (view.scale * 2 * 2.70663, <=, width + 1);
  g_assert_cmpfloat (view.scale * 2 * 2.70663, >, width * 0.9);
}

/* Far out, a region becomes the world; far in, the world becomes a region. The middle stays. */
static void
test_views_settle (void)
{
  const double width = 340, height = 260;
  ChanceryMapView view = { chancery_map_projection_regional (20, 50), 0, 0, 120 }, settled, back;
  ChanceryMapPlace middle;

  g_assert_true (chancery_map_view_settle (&view, width, height, &settled));
  g_assert_cmpint ((int) settled.projection.kind, ==, (int) CHANCERY_MAP_PROJECTION_WORLD);
  g_assert_false (chancery_map_view_settle (&settled, width, height, &back));

  view = settled;
  view.scale = 1500;
  g_assert_true (chancery_map_view_settle (&view, width, height, &settled));
  g_assert_cmpint ((int) settled.projection.kind, ==, (int) CHANCERY_MAP_PROJECTION_REGIONAL);
  g_assert_true (chancery_map_view_get_place (&view, width / 2, height / 2, width, height, &middle));
  g_assert_cmpfloat (chancery_map_angle (middle.longitude, middle.latitude, settled.projection.longitude,
                                         settled.projection.latitude), <, 0.02);
  g_assert_false (chancery_map_view_settle (&settled, width, height, &back));
}

static void
test_interpolation_ends_where_it_should (void)
{
  const ChanceryMapView from = { chancery_map_projection_world (11), 0, 0, 100 };
  const ChanceryMapView to = { chancery_map_projection_world (11), 0.8, -0.4, 1600 };
  ChanceryMapView view = chancery_map_view_interpolate (&from, &to, 0);

  g_assert_true (chancery_map_view_equal (&view, &from));
  view = chancery_map_view_interpolate (&from, &to, 1);
  g_assert_true (chancery_map_view_equal (&view, &to));
  view = chancery_map_view_interpolate (&from, &to, 0.5);
  g_assert_cmpfloat_with_epsilon (view.scale, 400, 1e-6);
}

static void
test_palettes_tell_statuses_apart (void)
{
  const GdkRGBA accent = { 0.21f, 0.52f, 0.89f, 1 };

  for (guint i = 0; i < 4; i++)
    {
      ChanceryMapPalette palette, same;
      const ChanceryMapFill *fills = palette.fills;

      chancery_map_palette_init (&palette, &accent, i % 2 == 1, i / 2 == 1);
      chancery_map_palette_init (&same, &accent, i % 2 == 1, i / 2 == 1);
      g_assert_true (chancery_map_palette_equal (&palette, &same));

      g_assert_cmpint ((int) fills[CHANCERY_MEMBERSHIP_STATUS_MEMBER].pattern, ==, (int) CHANCERY_MAP_PATTERN_PLAIN);
      g_assert_cmpint ((int) fills[CHANCERY_MEMBERSHIP_STATUS_NONE].pattern, ==, (int) CHANCERY_MAP_PATTERN_PLAIN);
      g_assert_cmpint ((int) fills[CHANCERY_MEMBERSHIP_STATUS_SUSPENDED].pattern, ==,
                       (int) CHANCERY_MAP_PATTERN_CROSSED);
      g_assert_cmpint ((int) fills[CHANCERY_MEMBERSHIP_STATUS_OBSERVER].pattern, ==,
                       (int) CHANCERY_MAP_PATTERN_DIAGONAL);
      g_assert_cmpint ((int) fills[CHANCERY_MEMBERSHIP_STATUS_CANDIDATE].pattern, ==,
                       (int) CHANCERY_MAP_PATTERN_DOTTED);
      g_assert_cmpint ((int) fills[CHANCERY_MEMBERSHIP_STATUS_FORMER].pattern, ==, (int) CHANCERY_MAP_PATTERN_WIDE);
      g_assert_false (gdk_rgba_equal (&fills[CHANCERY_MEMBERSHIP_STATUS_MEMBER].colour,
                                      &fills[CHANCERY_MEMBERSHIP_STATUS_NONE].colour));
    }
}

static guint32
get_pixel (GdkTexture *texture,
           guint       x,
           guint       y)
{
  const gsize stride = (gsize) gdk_texture_get_width (texture) * 4;
  g_autofree guchar *data = g_malloc (stride * (gsize) gdk_texture_get_height (texture));
  guint32 pixel;

  gdk_texture_download (texture, data, stride);
  memcpy (&pixel, &data[y * stride + x * 4], sizeof pixel);
  return pixel & 0xffffff;
}

/* Two tiles are what one large one would be, patterns included. */
static void
test_tiles_fit (void)
{
  const GdkRGBA accent = { 0.21f, 0.52f, 0.89f, 1 };
  g_autoptr (ChanceryGeometry) geometry = load (CHANCERY_GEOMETRY_110M);
  const ChanceryMapProjection projection = chancery_map_projection_regional (95, 62);
  g_autoptr (ChanceryMapScene) scene = chancery_map_scene_new (geometry, &projection, 256);
  ChanceryMapPicture picture = { .scale = 210, .device_scale = 1 };
  g_autoptr (GArray) dots = NULL;
  g_autoptr (GdkTexture) whole = NULL, left = NULL, right = NULL;

  chancery_map_palette_init (&picture.palette, &accent, FALSE, FALSE);
  picture.looks.status[chancery_map_looks_index ("RU")] = CHANCERY_MEMBERSHIP_STATUS_MEMBER;
  picture.looks.status[chancery_map_looks_index ("KZ")] = CHANCERY_MEMBERSHIP_STATUS_OBSERVER;
  picture.looks.status[chancery_map_looks_index ("CN")] = CHANCERY_MEMBERSHIP_STATUS_FORMER;
  dots = chancery_map_dots_new (scene, &picture.looks, picture.scale, picture.device_scale);

  whole = chancery_map_picture_paint (&picture, scene, dots, -128, -64, 256, 128);
  left = chancery_map_picture_paint (&picture, scene, dots, -128, -64, 128, 128);
  right = chancery_map_picture_paint (&picture, scene, dots, 0, -64, 128, 128);

  for (guint y = 0; y < 128; y += 3)
    {
      g_assert_cmphex (get_pixel (whole, 127, y), ==, get_pixel (left, 127, y));
      g_assert_cmphex (get_pixel (whole, 128, y), ==, get_pixel (right, 0, y));
      g_assert_cmphex (get_pixel (whole, 60, y), ==, get_pixel (left, 60, y));
      g_assert_cmphex (get_pixel (whole, 200, y), ==, get_pixel (right, 72, y));
    }
}

static void
test_remarks_can_be_translated (void)
{
  for (int detail = CHANCERY_GEOMETRY_110M; detail <= CHANCERY_GEOMETRY_50M; detail++)
    {
      g_autoptr (ChanceryGeometry) geometry = load ((ChanceryGeometryScale) detail);
      gsize n_outlines;
      const ChanceryOutline *outlines = chancery_geometry_get_outlines (geometry, &n_outlines);

      for (gsize i = 0; i < n_outlines; i++)
        if (outlines[i].remark != NULL)
          {
            g_test_message ("%s", outlines[i].remark);
            g_assert_true (g_strv_contains (chancery_map_remarks (), outlines[i].remark));
          }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/map/projection/goes-back", test_projections_go_back);
  g_test_add_func ("/map/projection/keeps-areas", test_projections_keep_areas);
  g_test_add_func ("/map/projection/equal-earth", test_equal_earth_is_the_published_one);
  g_test_add_func ("/map/scene/cities", test_cities_are_picked);
  g_test_add_func ("/map/scene/rim", test_cut_rings_have_no_border_along_the_rim);
  g_test_add_func ("/map/scene/russia", test_russia_is_whole);
  g_test_add_func ("/map/dots", test_small_states_are_dots);
  g_test_add_func ("/map/arrows/reach-every-state", test_arrows_reach_every_state);
  g_test_add_func ("/map/arrows/go-where-they-point", test_arrows_go_where_they_point);
  g_test_add_func ("/map/view/fit", test_views_fit);
  g_test_add_func ("/map/view/zoom", test_zoom_keeps_what_is_pointed_at);
  g_test_add_func ("/map/view/clamp", test_views_are_clamped);
  g_test_add_func ("/map/view/settle", test_views_settle);
  g_test_add_func ("/map/view/interpolate", test_interpolation_ends_where_it_should);
  g_test_add_func ("/map/palette", test_palettes_tell_statuses_apart);
  g_test_add_func ("/map/tiles-fit", test_tiles_fit);
  g_test_add_func ("/map/remarks", test_remarks_can_be_translated);

  return g_test_run ();
}
