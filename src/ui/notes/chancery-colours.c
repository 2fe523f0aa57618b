/* chancery-colours.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-colours.h"

#include <glib/gi18n.h>

#define UNIT 3.0f
#define RGB(hex) { (float) (((hex) >> 16) & 0xff) / 255.0f, (float) (((hex) >> 8) & 0xff) / 255.0f, (float) ((hex) & 0xff) / 255.0f, 1.0f }

/* A filled part of one period of a line: @from and @to along it, in pixels of a
 * line as thick as UNIT, and as much more as it is thicker; @top and @bottom
 * across it, as fractions of its thickness. */
typedef struct
{
  float from;
  float to;
  float top;
  float bottom;
} Dash;

typedef struct
{
  float period;
  guint n_dashes;
  Dash dashes[4];
} Pattern;

typedef struct
{
  const char *name;
  const char *css_class;
  Pattern pattern;
  GdkRGBA highlights[CHANCERY_N_COLOUR_SCHEMES];
  GdkRGBA lines[CHANCERY_N_COLOUR_SCHEMES];
} Palette;

/* In the order of ChanceryColourScheme: light, dark, sepia, high contrast on
 * white, high contrast on black. */
static const Palette palette[CHANCERY_N_COLOURS] = {
  [CHANCERY_COLOUR_YELLOW] = {
    N_("Yellow"), "yellow",
    { 16, 1, { { 0, 16, 0, 1 } } }, /* solid */
    { RGB (0xfbeb8a), RGB (0x5c4900), RGB (0xf0d873), RGB (0xffe94a), RGB (0x4f3f00) },
    { RGB (0xa87900), RGB (0xf5c211), RGB (0x8f6600), RGB (0x6b4e00), RGB (0xffe04a) },
  },
  [CHANCERY_COLOUR_GREEN] = {
    N_("Green"), "green",
    { 16, 2, { { 0, 16, 0, 0.34f }, { 0, 16, 0.66f, 1 } } }, /* double */
    { RGB (0xbdf0c2), RGB (0x15532c), RGB (0xc8dc98), RGB (0x93f0a2), RGB (0x00481c) },
    { RGB (0x1c8542), RGB (0x57e389), RGB (0x2c7434), RGB (0x005c22), RGB (0x6dff9f) },
  },
  [CHANCERY_COLOUR_BLUE] = {
    N_("Blue"), "blue",
    { 10, 1, { { 0, 7, 0, 1 } } }, /* dashed */
    { RGB (0xbcdcff), RGB (0x11437f), RGB (0xbad0e8), RGB (0xa6d2ff), RGB (0x003a7a) },
    { RGB (0x1c71d8), RGB (0x78aeed), RGB (0x2464a8), RGB (0x00489c), RGB (0x9ccbff) },
  },
  [CHANCERY_COLOUR_PINK] = {
    N_("Pink"), "pink",
    { 5, 1, { { 0, 2.5f, 0, 1 } } }, /* dotted */
    { RGB (0xffcfe3), RGB (0x761f49), RGB (0xf4c8c8), RGB (0xffbbd9), RGB (0x6e0f40) },
    { RGB (0xc9306f), RGB (0xf597bf), RGB (0xa92a58), RGB (0x8f0045), RGB (0xffa5cf) },
  },
  [CHANCERY_COLOUR_ORANGE] = {
    N_("Orange"), "orange",
    { 16, 2, { { 0, 8, 0, 1 }, { 11, 13.5f, 0, 1 } } }, /* dash and dot */
    { RGB (0xffd6ae), RGB (0x6d350b), RGB (0xf6c796), RGB (0xffc78c), RGB (0x652c00) },
    { RGB (0xc35300), RGB (0xffa348), RGB (0xa54600), RGB (0x843500), RGB (0xffb56b) },
  },
  [CHANCERY_COLOUR_PURPLE] = {
    N_("Purple"), "purple",
    { 8, 2, { { 0, 4, 0, 0.5f }, { 4, 8, 0.5f, 1 } } }, /* stepped */
    { RGB (0xe3d0f7), RGB (0x532a75), RGB (0xddcade), RGB (0xdfc2ff), RGB (0x4c1a78) },
    { RGB (0x813d9c), RGB (0xdc9ff0), RGB (0x74387f), RGB (0x5c1580), RGB (0xe6b5ff) },
  },
  [CHANCERY_COLOUR_TEAL] = {
    N_("Teal"), "teal",
    { 7, 2, { { 0, 7, 0, 0.4f }, { 0, 2, 0.4f, 1 } } }, /* a line with teeth */
    { RGB (0xb5eeea), RGB (0x0a4f51), RGB (0xaaddcd), RGB (0x8bece6), RGB (0x00474a) },
    { RGB (0x157d80), RGB (0x5bd1cd), RGB (0x1d7071), RGB (0x00585a), RGB (0x68f4ee) },
  },
  [CHANCERY_COLOUR_GREY] = {
    N_("Grey"), "grey",
    { 16, 2, { { 0, 6, 0.3f, 0.7f }, { 8, 14, 0.3f, 0.7f } } }, /* thin, dashed */
    { RGB (0xdedde1), RGB (0x4a4a50), RGB (0xd9d0bd), RGB (0xd6d6da), RGB (0x454549) },
    { RGB (0x706f76), RGB (0xb5b4ba), RGB (0x6e6553), RGB (0x4a4a50), RGB (0xdcdce0) },
  },
};

static const GdkRGBA pages[CHANCERY_N_COLOUR_SCHEMES] = {
  RGB (0xffffff), RGB (0x1d1d20), RGB (0xf6eedb), RGB (0xffffff), RGB (0x000000),
};

static const GdkRGBA texts[CHANCERY_N_COLOUR_SCHEMES] = {
  RGB (0x2b2b2f), RGB (0xf4f4f5), RGB (0x33291b), RGB (0x000000), RGB (0xffffff),
};

/**
 * chancery_colour_scheme_for:
 * @dark: whether text is light on dark
 * @high_contrast: whether the user asked for high contrast
 *
 * Returns: the scheme to draw the interface's own surfaces with
 */
ChanceryColourScheme
chancery_colour_scheme_for (gboolean dark,
                            gboolean high_contrast)
{
  if (high_contrast)
    return dark ? CHANCERY_COLOUR_SCHEME_HIGH_CONTRAST_DARK : CHANCERY_COLOUR_SCHEME_HIGH_CONTRAST;

  return dark ? CHANCERY_COLOUR_SCHEME_DARK : CHANCERY_COLOUR_SCHEME_LIGHT;
}

/**
 * chancery_colour_scheme_get_page:
 * @scheme: a scheme
 *
 * Returns: (transfer none): what text without a highlight stands on
 */
const GdkRGBA *
chancery_colour_scheme_get_page (ChanceryColourScheme scheme)
{
  g_return_val_if_fail ((guint) scheme < CHANCERY_N_COLOUR_SCHEMES, NULL);

  return &pages[scheme];
}

/**
 * chancery_colour_scheme_get_text:
 * @scheme: a scheme
 *
 * Returns: (transfer none): the text's colour, at least 7 : 1 against the page
 *   and against each highlight of @scheme
 */
const GdkRGBA *
chancery_colour_scheme_get_text (ChanceryColourScheme scheme)
{
  g_return_val_if_fail ((guint) scheme < CHANCERY_N_COLOUR_SCHEMES, NULL);

  return &texts[scheme];
}

/**
 * chancery_colour_get_name:
 * @colour: a colour
 *
 * Returns: (transfer none): its name in the user's language, capitalised
 */
const char *
chancery_colour_get_name (ChanceryColour colour)
{
  g_return_val_if_fail ((guint) colour < CHANCERY_N_COLOURS, NULL);

  return _(palette[colour].name);
}

/**
 * chancery_colour_get_css_class:
 * @colour: a colour
 *
 * Returns: (transfer none): the style class of things in that colour
 */
const char *
chancery_colour_get_css_class (ChanceryColour colour)
{
  g_return_val_if_fail ((guint) colour < CHANCERY_N_COLOURS, NULL);

  return palette[colour].css_class;
}

/**
 * chancery_colour_get_highlight:
 * @colour: a colour
 * @scheme: what it is drawn on
 *
 * Returns: (transfer none): the opaque background of text marked in @colour
 */
const GdkRGBA *
chancery_colour_get_highlight (ChanceryColour       colour,
                               ChanceryColourScheme scheme)
{
  g_return_val_if_fail ((guint) colour < CHANCERY_N_COLOURS, NULL);
  g_return_val_if_fail ((guint) scheme < CHANCERY_N_COLOUR_SCHEMES, NULL);

  return &palette[colour].highlights[scheme];
}

/**
 * chancery_colour_get_line:
 * @colour: a colour
 * @scheme: what it is drawn on
 *
 * Returns: (transfer none): the strong shade for edges, underlines and marks,
 *   at least 3 : 1 against the page and against the highlight
 */
const GdkRGBA *
chancery_colour_get_line (ChanceryColour       colour,
                          ChanceryColourScheme scheme)
{
  g_return_val_if_fail ((guint) colour < CHANCERY_N_COLOURS, NULL);
  g_return_val_if_fail ((guint) scheme < CHANCERY_N_COLOUR_SCHEMES, NULL);

  return &palette[colour].lines[scheme];
}

/**
 * chancery_colour_snapshot_line:
 * @colour: a colour
 * @scheme: what it is drawn on
 * @snapshot: where to draw
 * @area: the line's rectangle; its short side is the line's thickness, from 2
 *   pixels upwards
 * @orientation: which way the line runs
 *
 * Draws a line in the colour's strong shade and in its own pattern: an edge of
 * a card, an underline, a mark. Made of rectangles, so that it costs little.
 */
void
chancery_colour_snapshot_line (ChanceryColour         colour,
                               ChanceryColourScheme   scheme,
                               GtkSnapshot           *snapshot,
                               const graphene_rect_t *area,
                               GtkOrientation         orientation)
{
  const Pattern *pattern;
  const GdkRGBA *rgba;
  gboolean vertical = orientation == GTK_ORIENTATION_VERTICAL;
  graphene_rect_t period;
  float scale;

  g_return_if_fail ((guint) colour < CHANCERY_N_COLOURS);
  g_return_if_fail ((guint) scheme < CHANCERY_N_COLOUR_SCHEMES);
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (area != NULL);

  pattern = &palette[colour].pattern;
  rgba = &palette[colour].lines[scheme];
  scale = (vertical ? area->size.width : area->size.height) / UNIT;
  period = GRAPHENE_RECT_INIT (area->origin.x,
                               area->origin.y,
                               vertical ? area->size.width : pattern->period * scale,
                               vertical ? pattern->period * scale : area->size.height);

  gtk_snapshot_push_repeat (snapshot, area, &period);

  for (guint i = 0; i < pattern->n_dashes; i++)
    {
      const Dash *dash = &pattern->dashes[i];
      float from = dash->from * scale;
      float length = (dash->to - dash->from) * scale;
      float thickness = dash->bottom - dash->top;
      graphene_rect_t rect;

      if (vertical)
        rect = GRAPHENE_RECT_INIT (area->origin.x + dash->top * area->size.width,
                                   area->origin.y + from,
                                   thickness * area->size.width,
                                   length);
      else
        rect = GRAPHENE_RECT_INIT (area->origin.x + from,
                                   area->origin.y + dash->top * area->size.height,
                                   length,
                                   thickness * area->size.height);

      gtk_snapshot_append_color (snapshot, rgba, &rect);
    }

  gtk_snapshot_pop (snapshot);
}
