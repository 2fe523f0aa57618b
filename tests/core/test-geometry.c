/* test-geometry.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "chancery-content.h"
#include "chancery-geometry-private.h"

static gboolean
ring_has (const ChanceryRing *ring,
          double              x,
          double              y)
{
  gboolean inside = FALSE;

  for (gsize i = 0; i < ring->n_points; i++)
    {
      const gint16 *a = &ring->points[2 * i], *b = &ring->points[2 * ((i + 1) % ring->n_points)];

      if ((a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0])
        inside = !inside;
    }

  return inside;
}

/* The outline at a place, by the even-odd rule; a ring may go on beyond the antimeridian. */
static const ChanceryOutline *
find_outline (ChanceryGeometry *geometry,
              double            longitude,
              double            latitude)
{
  gsize n_outlines;
  const ChanceryOutline *outlines = chancery_geometry_get_outlines (geometry, &n_outlines);

  for (gsize i = 0; i < n_outlines; i++)
    {
      guint n_around = 0;

      for (gsize j = 0; j < outlines[i].n_rings; j++)
        n_around += ring_has (&outlines[i].rings[j], longitude * 100, latitude * 100) ||
                    ring_has (&outlines[i].rings[j], longitude * 100 + 36000, latitude * 100);
      if (n_around % 2 == 1)
        return &outlines[i];
    }

  return NULL;
}

static ChanceryGeometry *
load (ChanceryGeometryScale scale)
{
  g_autoptr (GError) error = NULL;
  ChanceryGeometry *geometry = chancery_geometry_load (scale, &error);

  g_assert_no_error (error);
  g_assert_nonnull (geometry);
  return geometry;
}

static void
test_every_state_has_an_outline (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryCatalogue) catalogue = chancery_content_load_catalogue (NULL, NULL, &error);
  GListModel *states;

  g_assert_no_error (error);
  states = chancery_catalogue_get_states (catalogue);

  for (int scale = CHANCERY_GEOMETRY_110M; scale <= CHANCERY_GEOMETRY_50M; scale++)
    {
      g_autoptr (ChanceryGeometry) geometry = load ((ChanceryGeometryScale) scale);
      gsize n_outlines;
      const ChanceryOutline *outlines = chancery_geometry_get_outlines (geometry, &n_outlines);

      for (guint i = 0; i < g_list_model_get_n_items (states); i++)
        {
          g_autoptr (ChanceryState) state = g_list_model_get_item (states, i);
          gboolean found = FALSE;

          for (gsize j = 0; j < n_outlines && !found; j++)
            found = strcmp (outlines[j].code, chancery_state_get_iso (state)) == 0;
          if (!found)
            g_test_message ("%s has no outline", chancery_state_get_iso (state));
          g_assert_true (found);
        }

      for (gsize j = 0; j < n_outlines; j++)
        g_assert_true (*outlines[j].code == '\0' ||
                       chancery_catalogue_lookup_state (catalogue, outlines[j].code) != NULL);
    }
}

static void
test_outlines_are_sound (void)
{
  for (int scale = CHANCERY_GEOMETRY_110M; scale <= CHANCERY_GEOMETRY_50M; scale++)
    {
      g_autoptr (ChanceryGeometry) geometry = load ((ChanceryGeometryScale) scale);
      gsize n_outlines, n_points = 0;
      const ChanceryOutline *outlines = chancery_geometry_get_outlines (geometry, &n_outlines);

      for (gsize i = 0; i < n_outlines; i++)
        {
          const ChanceryOutline *outline = &outlines[i];

          /* In order, so that the parts of a state follow each other, what isn't disputed first. */
          if (i > 0 && *outline->code != '\0')
            g_assert_cmpstr (outlines[i - 1].code, <=, outline->code);
          g_assert_cmpint (outline->disputed, ==, outline->remark != NULL);
          if (*outline->code == '\0')
            g_assert_true (outline->disputed);
          g_assert_cmpfloat (fabs (outline->label_longitude), <=, 180);
          g_assert_cmpfloat (fabs (outline->label_latitude), <=, 90);
          /* Antarctica is a dot. */
          if (g_str_equal (outline->code, "AQ"))
            g_assert_cmpuint (outline->n_rings, ==, 0);

          for (gsize j = 0; j < outline->n_rings; j++)
            {
              const ChanceryRing *ring = &outline->rings[j];

              g_assert_cmpuint (ring->n_points, >=, 3);
              n_points += ring->n_points;
              for (gsize k = 0; k < ring->n_points; k++)
                {
                  const gint16 *a = &ring->points[2 * k], *b = &ring->points[2 * ((k + 1) % ring->n_points)];

                  g_assert_cmpint (ABS (a[0]), <=, 20000);
                  g_assert_cmpint (ABS (a[1]), <=, 9000);
                  /* A jump over the antimeridian, or a seam along it, would be seen. */
                  g_assert_cmpint (ABS (a[0] - b[0]), <, 9000);
                  g_assert_false (ABS (a[0]) == 18000 && ABS (b[0]) == 18000);
                }
            }
        }

      g_assert_cmpuint (n_points, >, scale == CHANCERY_GEOMETRY_110M ? 9000 : 90000);
    }
}

typedef struct
{
  const char *name;
  double longitude;
  double latitude;
  const char *code; /* NULL: at sea */
  gboolean disputed;
} City;

static const City cities[] = {
  { "Yerevan", 44.51, 40.18, "AM", FALSE },
  { "Moscow", 37.62, 55.75, "RU", FALSE },
  { "Anadyr, east of the antimeridian", -176.0, 66.6, "RU", FALSE },
  { "Astana", 71.43, 51.13, "KZ", FALSE },
  { "Minsk", 27.56, 53.9, "BY", FALSE },
  { "Dushanbe", 68.78, 38.54, "TJ", FALSE },
  { "Kyiv", 30.52, 50.45, "UA", FALSE },
  { "Donetsk", 37.8, 48.0, "UA", FALSE },
  { "Simferopol", 34.1, 44.95, "UA", TRUE },
  { "Maseru, inside South Africa", 27.9, -29.6, "LS", FALSE },
  { "Pretoria", 28.19, -25.75, "ZA", FALSE },
  { "Cayenne", -53.0, 4.0, "GF", FALSE },
  { "Longyearbyen", 16.5, 78.5, "SJ", FALSE },
  { "Laayoune", -12.7, 26.8, "EH", TRUE },
  { "Tifariti, east of the berm", -10.0, 26.3, "EH", TRUE },
  { "Marrakesh", -8.0, 31.63, "MA", FALSE },
  { "Hargeisa", 44.06, 9.56, "SO", TRUE },
  { "Mogadishu, a little inland", 45.2, 2.2, "SO", FALSE },
  { "Pristina", 21.16, 42.66, "XK", TRUE },
  { "Taipei, a little inland", 121.2, 24.5, "TW", TRUE },
  { "The Golan Heights", 35.78, 33.0, "SY", TRUE },
  { "Ramallah", 35.2, 31.95, "PS", TRUE },
  { "Beersheba", 34.79, 31.1, "IL", FALSE },
  { "Halaib", 36.0, 22.4, "EG", TRUE },
  { "Cairo", 31.24, 30.04, "EG", FALSE },
  { "The Atlantic", -40, 30, NULL, FALSE },
  { "The Pacific", -150, -40, NULL, FALSE },
  { "The South Pole", 0, -89, NULL, FALSE },
};

static void
test_cities_are_in_their_states (void)
{
  for (int scale = CHANCERY_GEOMETRY_110M; scale <= CHANCERY_GEOMETRY_50M; scale++)
    {
      g_autoptr (ChanceryGeometry) geometry = load ((ChanceryGeometryScale) scale);

      for (gsize i = 0; i < G_N_ELEMENTS (cities); i++)
        {
          const ChanceryOutline *outline = find_outline (geometry, cities[i].longitude, cities[i].latitude);

          g_test_message ("%s", cities[i].name);
          g_assert_cmpstr (outline != NULL ? outline->code : NULL, ==, cities[i].code);
          if (outline != NULL)
            g_assert_cmpint (outline->disputed, ==, cities[i].disputed);
        }
    }
}

static void
test_disputes_are_told (void)
{
  g_autoptr (ChanceryGeometry) geometry = load (CHANCERY_GEOMETRY_50M);
  const ChanceryOutline *crimea = find_outline (geometry, 34.1, 45.1);
  const ChanceryOutline *siachen = find_outline (geometry, 77.1, 35.4);
  const ChanceryOutline *kunashir = find_outline (geometry, 147.8, 45.0);

  g_assert_nonnull (crimea);
  g_assert_nonnull (strstr (crimea->remark, "68/262"));
  g_assert_nonnull (siachen);
  g_assert_cmpstr (siachen->code, ==, "");
  g_assert_nonnull (strstr (siachen->remark, "India"));
  g_assert_nonnull (kunashir);
  g_assert_cmpstr (kunashir->code, ==, "RU");
  g_assert_true (kunashir->disputed);
}

typedef struct
{
  const char *json;
  ChanceryContentError code;
  const char *message; /* what it begins with, after the file's name */
} Mistake;

#define HEAD "{\"schemaVersion\":1,\"unit\":0.01,\"outlines\":["

static const Mistake mistakes[] = {
  { "[", CHANCERY_CONTENT_ERROR_SYNTAX, "" },
  { "[]", CHANCERY_CONTENT_ERROR_TYPE, "" },
  { "{\"schemaVersion\":1,\"unit\":0.01}", CHANCERY_CONTENT_ERROR_MISSING, "outlines: " },
  { "{\"schemaVersion\":2,\"unit\":0.01,\"outlines\":[]}", CHANCERY_CONTENT_ERROR_VALUE, "schemaVersion: " },
  { "{\"schemaVersion\":1,\"unit\":1,\"outlines\":[]}", CHANCERY_CONTENT_ERROR_VALUE, "unit: " },
  { HEAD "{\"code\":\"AM\",\"rings\":[]}]}", CHANCERY_CONTENT_ERROR_MISSING, "outlines[0].label: " },
  { HEAD "{\"code\":\"am\",\"label\":[0,0],\"rings\":[]}]}", CHANCERY_CONTENT_ERROR_VALUE, "outlines[0].code: " },
  { HEAD "{\"code\":7,\"label\":[0,0],\"rings\":[]}]}", CHANCERY_CONTENT_ERROR_TYPE, "outlines[0].code: " },
  { HEAD "{\"code\":\"\",\"label\":[0,0],\"rings\":[]}]}", CHANCERY_CONTENT_ERROR_VALUE, "outlines[0].code: " },
  { HEAD "{\"code\":\"AM\",\"label\":[0],\"rings\":[]}]}", CHANCERY_CONTENT_ERROR_VALUE, "outlines[0].label: " },
  { HEAD "{\"code\":\"AM\",\"label\":[0,9001],\"rings\":[]}]}", CHANCERY_CONTENT_ERROR_VALUE, "outlines[0].label[1]: " },
  { HEAD "{\"code\":\"AM\",\"label\":[0,0],\"rings\":{}}]}", CHANCERY_CONTENT_ERROR_TYPE, "outlines[0].rings: " },
  { HEAD "{\"code\":\"AM\",\"label\":[0,0],\"rings\":[[1,2,3,4]]}]}", CHANCERY_CONTENT_ERROR_VALUE,
    "outlines[0].rings[0]: " },
  { HEAD "{\"code\":\"AM\",\"label\":[0,0],\"rings\":[[1,2,3,4,5,6,7]]}]}", CHANCERY_CONTENT_ERROR_VALUE,
    "outlines[0].rings[0]: " },
  { HEAD "{\"code\":\"AM\",\"label\":[0,0],\"rings\":[[1,2,3,4,5,0.5]]}]}", CHANCERY_CONTENT_ERROR_VALUE,
    "outlines[0].rings[0][5]: " },
  { HEAD "{\"code\":\"AM\",\"label\":[0,0],\"rings\":[[19000,2,999,4,999,5]]}]}", CHANCERY_CONTENT_ERROR_VALUE,
    "outlines[0].rings[0][4]: " },
  { HEAD "{\"code\":\"AM\",\"label\":[0,0],\"rings\":[],\"remark\":\"Mine\"}]}", CHANCERY_CONTENT_ERROR_VALUE,
    "outlines[0]: " },
  { HEAD "{\"code\":\"AM\",\"label\":[0,0],\"rings\":[],\"colour\":\"red\"}]}", CHANCERY_CONTENT_ERROR_VALUE,
    "outlines[0]: " },
};

static void
test_mistakes_are_named (void)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "geometry-test.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_no_errno (g_mkdir_with_parents (g_get_user_cache_dir (), 0700));

  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) variant = NULL;
      g_autofree char *start = g_strconcat ("geometry-test.json: ", mistakes[i].message, NULL);

      g_file_set_contents (path, mistakes[i].json, -1, &error);
      g_assert_no_error (error);
      variant = chancery_geometry_read_json (file, NULL, &error);
      g_assert_error (error, CHANCERY_CONTENT_ERROR, (int) mistakes[i].code);
      g_assert_null (variant);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, start));
    }
}

static void
test_damage_is_told (void)
{
  g_autoptr (GVariant) three_letters = g_variant_ref_sink (g_variant_new_parsed ("@a(ssnnaan) [('ARM', '', 0, 0, [])]"));
  g_autoptr (GVariant) two_points = g_variant_ref_sink (g_variant_new_parsed ("@a(ssnnaan) [('AM', '', 0, 0, [[1, 2, 3, 4]])]"));
  g_autoptr (GError) error = NULL;

  g_assert_null (chancery_geometry_new_for_variant (three_letters, &error));
  g_assert_error (error, CHANCERY_CONTENT_ERROR, CHANCERY_CONTENT_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_null (chancery_geometry_new_for_variant (two_points, &error));
  g_assert_error (error, CHANCERY_CONTENT_ERROR, CHANCERY_CONTENT_ERROR_VALUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/geometry/every-state-has-an-outline", test_every_state_has_an_outline);
  g_test_add_func ("/geometry/outlines-are-sound", test_outlines_are_sound);
  g_test_add_func ("/geometry/cities-are-in-their-states", test_cities_are_in_their_states);
  g_test_add_func ("/geometry/disputes-are-told", test_disputes_are_told);
  g_test_add_func ("/geometry/mistakes-are-named", test_mistakes_are_named);
  g_test_add_func ("/geometry/damage-is-told", test_damage_is_told);

  return g_test_run ();
}
