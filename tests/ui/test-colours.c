/* test-colours.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "notes/chancery-colour-namer.h"
#include "notes/chancery-colours.h"

/* Contrast as WCAG 2.2 defines it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */

static double
linearise (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *rgba)
{
  g_assert_cmpfloat (rgba->alpha, ==, 1);

  return 0.2126 * linearise ((double) rgba->red) +
         0.7152 * linearise ((double) rgba->green) +
         0.0722 * linearise ((double) rgba->blue);
}

static double
get_contrast (const GdkRGBA *a,
              const GdkRGBA *b)
{
  double la = get_luminance (a);
  double lb = get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

static void
test_contrast (void)
{
  for (guint s = 0; s < CHANCERY_N_COLOUR_SCHEMES; s++)
    {
      const GdkRGBA *page = chancery_colour_scheme_get_page ((ChanceryColourScheme) s);
      const GdkRGBA *text = chancery_colour_scheme_get_text ((ChanceryColourScheme) s);
      gboolean is_high = s == CHANCERY_COLOUR_SCHEME_HIGH_CONTRAST || s == CHANCERY_COLOUR_SCHEME_HIGH_CONTRAST_DARK;

      g_assert_cmpfloat (get_contrast (text, page), >=, 7);

      for (guint c = 0; c < CHANCERY_N_COLOURS; c++)
        {
          const GdkRGBA *highlight = chancery_colour_get_highlight ((ChanceryColour) c, (ChanceryColourScheme) s);
          const GdkRGBA *line = chancery_colour_get_line ((ChanceryColour) c, (ChanceryColourScheme) s);

          g_test_message ("%s in scheme %u", chancery_colour_get_css_class ((ChanceryColour) c), s);
          g_assert_cmpfloat (get_contrast (text, highlight), >=, 7);
          g_assert_cmpfloat (get_contrast (highlight, page), >=, 1.2);
          g_assert_cmpfloat (get_contrast (line, page), >=, is_high ? 7 : 3);
          g_assert_cmpfloat (get_contrast (line, highlight), >=, 3);
        }
    }
}

static double
get_distance (const GdkRGBA *a,
              const GdkRGBA *b)
{
  return sqrt (pow ((double) (a->red - b->red), 2) + pow ((double) (a->green - b->green), 2) +
               pow ((double) (a->blue - b->blue), 2));
}

static void
test_colours_differ (void)
{
  for (guint s = 0; s < CHANCERY_N_COLOUR_SCHEMES; s++)
    for (guint a = 0; a < CHANCERY_N_COLOURS; a++)
      for (guint b = a + 1; b < CHANCERY_N_COLOURS; b++)
        {
          ChanceryColourScheme scheme = (ChanceryColourScheme) s;

          g_assert_cmpfloat (get_distance (chancery_colour_get_highlight ((ChanceryColour) a, scheme),
                                           chancery_colour_get_highlight ((ChanceryColour) b, scheme)), >, 0.08);
          g_assert_cmpstr (chancery_colour_get_name ((ChanceryColour) a), !=, chancery_colour_get_name ((ChanceryColour) b));
          g_assert_cmpstr (chancery_colour_get_css_class ((ChanceryColour) a), !=,
                           chancery_colour_get_css_class ((ChanceryColour) b));
        }
}

/* What a line leaves on a surface, so that patterns can be compared. */
static GBytes *
draw_line (ChanceryColour colour,
           GtkOrientation orientation)
{
  gboolean vertical = orientation == GTK_ORIENTATION_VERTICAL;
  int width = vertical ? 6 : 48;
  int height = vertical ? 48 : 6;
  gsize stride = (gsize) cairo_format_stride_for_width (CAIRO_FORMAT_A8, width);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GBytes *bytes;

  chancery_colour_snapshot_line (colour, CHANCERY_COLOUR_SCHEME_LIGHT, snapshot,
                                 &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height), orientation);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height);
  cairo_surface_destroy (surface);

  return bytes;
}

static void
test_patterns_differ (void)
{
  for (int orientation = GTK_ORIENTATION_HORIZONTAL; orientation <= GTK_ORIENTATION_VERTICAL; orientation++)
    for (guint a = 0; a < CHANCERY_N_COLOURS; a++)
      for (guint b = a + 1; b < CHANCERY_N_COLOURS; b++)
        {
          g_autoptr (GBytes) first = draw_line ((ChanceryColour) a, (GtkOrientation) orientation);
          g_autoptr (GBytes) second = draw_line ((ChanceryColour) b, (GtkOrientation) orientation);

          g_assert_false (g_bytes_equal (first, second));
        }
}

static void
test_scheme_follows_preferences (void)
{
  g_assert_cmpint (chancery_colour_scheme_for (FALSE, FALSE), ==, CHANCERY_COLOUR_SCHEME_LIGHT);
  g_assert_cmpint (chancery_colour_scheme_for (TRUE, FALSE), ==, CHANCERY_COLOUR_SCHEME_DARK);
  g_assert_cmpint (chancery_colour_scheme_for (FALSE, TRUE), ==, CHANCERY_COLOUR_SCHEME_HIGH_CONTRAST);
  g_assert_cmpint (chancery_colour_scheme_for (TRUE, TRUE), ==, CHANCERY_COLOUR_SCHEME_HIGH_CONTRAST_DARK);
}

/* A box that calls yellow something else. */

#define TEST_TYPE_NAMER (test_namer_get_type ())
G_DECLARE_FINAL_TYPE (TestNamer, test_namer, TEST, NAMER, GtkBox)

struct _TestNamer
{
  GtkBox parent_instance;
};

static const char *
get_name (ChanceryColourNamer *namer,
          ChanceryColour       colour)
{
  return colour == CHANCERY_COLOUR_YELLOW ? "to check" : colour == CHANCERY_COLOUR_GREEN ? "" : NULL;
}

static void
name_colours (ChanceryColourNamerInterface *iface)
{
  iface->get_name = get_name;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestNamer, test_namer, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (CHANCERY_TYPE_COLOUR_NAMER, name_colours))

static void
test_namer_class_init (TestNamerClass *klass)
{
}

static void
test_namer_init (TestNamer *self)
{
}

static void
test_names_are_the_readers (void)
{
  g_autoptr (GtkWidget) outside = g_object_ref_sink (gtk_button_new ());
  g_autoptr (GtkWidget) namer = g_object_ref_sink (GTK_WIDGET (g_object_new (TEST_TYPE_NAMER, NULL)));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_button_new ();

  gtk_box_append (GTK_BOX (namer), box);
  gtk_box_append (GTK_BOX (box), button);

  g_assert_cmpstr (chancery_colour_namer_get_name (button, CHANCERY_COLOUR_YELLOW), ==, "to check");
  g_assert_cmpstr (chancery_colour_namer_get_name (button, CHANCERY_COLOUR_GREEN), ==, "Green");
  g_assert_cmpstr (chancery_colour_namer_get_name (button, CHANCERY_COLOUR_BLUE), ==, "Blue");
  g_assert_cmpstr (chancery_colour_namer_get_name (outside, CHANCERY_COLOUR_YELLOW), ==, "Yellow");

  chancery_colour_namer_label (button, CHANCERY_COLOUR_YELLOW);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "to check");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "to check");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();

  g_test_add_func ("/colours/contrast", test_contrast);
  g_test_add_func ("/colours/colours-differ", test_colours_differ);
  g_test_add_func ("/colours/names-are-the-readers", test_names_are_the_readers);
  g_test_add_func ("/colours/patterns-differ", test_patterns_differ);
  g_test_add_func ("/colours/scheme-follows-preferences", test_scheme_follows_preferences);

  return g_test_run ();
}
