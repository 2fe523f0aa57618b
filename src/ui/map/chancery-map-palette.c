/* chancery-map-palette.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map-palette.h"

#include <string.h>

typedef struct
{
  const char *outside;
  const char *sea;
  const char *graticule;
  const char *land;
  const char *border;
  const char *dispute;
  const char *selection;
  const char *casing;
  const char *hover;
  float border_width;
  float tint; /* how much of the accent's colour is under a pattern */
} Scheme;

static const Scheme light = {
  .outside = "#f6f5f4",
  .sea = "#e4ebf1",
  .graticule = "#d9e2ea",
  .land = "#cfcdc6",
  .border = "#fbfbfa",
  .dispute = "rgba(60,56,54,0.42)",
  .selection = "#1d1d20",
  .casing = "#ffffff",
  .hover = "#3d3846",
  .border_width = 0.8f,
  .tint = 0.22f,
};

static const Scheme dark = {
  .outside = "#222226",
  .sea = "#252d36",
  .graticule = "#2c3641",
  .land = "#4b4d52",
  .border = "#22272d",
  .dispute = "rgba(255,255,255,0.38)",
  .selection = "#ffffff",
  .casing = "#15181c",
  .hover = "#deddda",
  .border_width = 0.8f,
  .tint = 0.25f,
};

static const Scheme light_contrast = {
  .outside = "#ffffff",
  .sea = "#ffffff",
  .graticule = "#e0e0e0",
  .land = "#dedddb",
  .border = "#000000",
  .dispute = "rgba(0,0,0,0.75)",
  .selection = "#000000",
  .casing = "#ffffff",
  .hover = "#000000",
  .border_width = 1.0f,
  .tint = 0.12f,
};

static const Scheme dark_contrast = {
  .outside = "#000000",
  .sea = "#000000",
  .graticule = "#262626",
  .land = "#303033",
  .border = "#ffffff",
  .dispute = "rgba(255,255,255,0.8)",
  .selection = "#ffffff",
  .casing = "#000000",
  .hover = "#ffffff",
  .border_width = 1.0f,
  .tint = 0.25f,
};

static GdkRGBA
parse (const char *colour)
{
  GdkRGBA rgba = { 0, 0, 0, 1 };
  gboolean parsed = gdk_rgba_parse (&rgba, colour);

  g_assert (parsed);
  return rgba;
}

static GdkRGBA
mix (const GdkRGBA *a,
     const GdkRGBA *b,
     float          share_of_b)
{
  return (GdkRGBA) {
    a->red + (b->red - a->red) * share_of_b,
    a->green + (b->green - a->green) * share_of_b,
    a->blue + (b->blue - a->blue) * share_of_b,
    1,
  };
}

/**
 * chancery_map_palette_init:
 * @self: (out caller-allocates): the palette
 * @accent: the colour of members
 * @dark: whether the style is dark
 * @high_contrast: whether the user asked for strong contrast
 */
void
chancery_map_palette_init (ChanceryMapPalette *self,
                           const GdkRGBA      *accent,
                           gboolean            is_dark,
                           gboolean            high_contrast)
{
  const Scheme *scheme = high_contrast ? (is_dark ? &dark_contrast : &light_contrast) : (is_dark ? &dark : &light);
  const GdkRGBA black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  const GdkRGBA land = parse (scheme->land);
  GdkRGBA strong, tinted, crossed;

  /* So that the bytes between members are equal as well. */
  memset (self, 0, sizeof *self);

  self->outside = parse (scheme->outside);
  self->sea = parse (scheme->sea);
  self->graticule = parse (scheme->graticule);
  self->border = parse (scheme->border);
  self->dispute = parse (scheme->dispute);
  self->selection = parse (scheme->selection);
  self->casing = parse (scheme->casing);
  self->hover = parse (scheme->hover);
  self->border_width = (double) scheme->border_width;

  strong = high_contrast ? mix (accent, is_dark ? &white : &black, 0.3f) : *accent;
  tinted = mix (&land, &strong, scheme->tint);
  crossed = mix (&land, &strong, 0.55f);

  for (guint status = 0; status < CHANCERY_N_MEMBERSHIP_STATUSES; status++)
    {
      ChanceryMapFill *fill = &self->fills[status];

      fill->colour = tinted;
      fill->ink = strong;
      switch ((ChanceryMembershipStatus) status)
        {
        case CHANCERY_MEMBERSHIP_STATUS_MEMBER:
          fill->colour = strong;
          fill->pattern = CHANCERY_MAP_PATTERN_PLAIN;
          break;
        case CHANCERY_MEMBERSHIP_STATUS_SUSPENDED:
          fill->colour = crossed;
          fill->ink = is_dark ? black : white;
          fill->pattern = CHANCERY_MAP_PATTERN_CROSSED;
          break;
        case CHANCERY_MEMBERSHIP_STATUS_OBSERVER:
        case CHANCERY_MEMBERSHIP_STATUS_ASSOCIATE:
        case CHANCERY_MEMBERSHIP_STATUS_PARTNER:
          fill->pattern = CHANCERY_MAP_PATTERN_DIAGONAL;
          break;
        case CHANCERY_MEMBERSHIP_STATUS_CANDIDATE:
        case CHANCERY_MEMBERSHIP_STATUS_APPLICANT:
        case CHANCERY_MEMBERSHIP_STATUS_INVITED:
          fill->pattern = CHANCERY_MAP_PATTERN_DOTTED;
          break;
        case CHANCERY_MEMBERSHIP_STATUS_FORMER:
          fill->colour = mix (&land, &strong, scheme->tint / 2);
          fill->ink = mix (&land, &strong, 0.75f);
          fill->pattern = CHANCERY_MAP_PATTERN_WIDE;
          break;
        case CHANCERY_MEMBERSHIP_STATUS_NONE:
        default:
          fill->colour = land;
          fill->pattern = CHANCERY_MAP_PATTERN_PLAIN;
          break;
        }
    }
}

gboolean
chancery_map_palette_equal (const ChanceryMapPalette *a,
                            const ChanceryMapPalette *b)
{
  return memcmp (a, b, sizeof *a) == 0;
}
