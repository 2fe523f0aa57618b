/* chancery-reader-style.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "chancery-reader-private.h"

static ChanceryColourScheme
get_colour_scheme (ChanceryReader *self)
{
  AdwStyleManager *manager =
    adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  gboolean high_contrast = adw_style_manager_get_high_contrast (manager);

  switch (self->scheme)
    {
    case CHANCERY_READER_SCHEME_LIGHT:
      return chancery_colour_scheme_for (FALSE, high_contrast);
    case CHANCERY_READER_SCHEME_DARK:
      return chancery_colour_scheme_for (TRUE, high_contrast);
    case CHANCERY_READER_SCHEME_SEPIA:
      return high_contrast ? CHANCERY_COLOUR_SCHEME_HIGH_CONTRAST : CHANCERY_COLOUR_SCHEME_SEPIA;
    case CHANCERY_READER_SCHEME_SYSTEM:
    default:
      return chancery_colour_scheme_for (adw_style_manager_get_dark (manager), high_contrast);
    }
}

/* A family's name is written between quotation marks, so that it can't be anything else. */
static void
append_family (GString    *css,
               const char *font)
{
  if (g_strcmp0 (font, "serif") == 0)
    g_string_append (css, "serif");
  else if (g_strcmp0 (font, "sans") == 0 || font == NULL || *font == '\0')
    g_string_append (css, "initial");
  else
    {
      g_string_append_c (css, '"');
      for (const char *p = font; *p != '\0'; p++)
        if (*p != '"' && *p != '\\' && (guchar) *p >= ' ')
          g_string_append_c (css, *p);
      g_string_append (css, "\", serif");
    }
}

static void
append_rgba (GString       *css,
             const GdkRGBA *rgba)
{
  g_string_append_printf (css,
                          "rgb(%ld,%ld,%ld)",
                          lroundf (rgba->red * 255),
                          lroundf (rgba->green * 255),
                          lroundf (rgba->blue * 255));
}

/* Sets the font and the colours, from the preferences and the system's. */
void
chancery_reader_update_style (ChanceryReader *self)
{
  ChanceryColourScheme scheme = get_colour_scheme (self);
  g_autoptr (GString) css = g_string_new (NULL);
  char size[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (css, ".%s { background-color: ", self->css_class);
  append_rgba (css, chancery_colour_scheme_get_page (scheme));
  g_string_append (css, "; color: ");
  append_rgba (css, chancery_colour_scheme_get_text (scheme));
  g_string_append_printf (css, "; } .%s .reader-text, .%s .reader-header { font-size: ", self->css_class, self->css_class);
  g_string_append (css, g_ascii_formatd (size, sizeof size, "%.2f", self->font_size));
  g_string_append (css, "pt; font-family: ");
  append_family (css, self->font);
  g_string_append (css, "; }");
  gtk_css_provider_load_from_string (self->provider, css->str);

  chancery_reader_text_set_scheme (self->text, scheme);
  chancery_reader_marks_set_scheme (self->marks, scheme);
}

/* Makes the column as wide as so many letters of this size. */
void
chancery_reader_update_column (ChanceryReader *self)
{
  int width = chancery_reader_text_measure_column (self->text, (guint) self->column_width);

  adw_clamp_scrollable_set_maximum_size (self->clamp, width);
  adw_clamp_scrollable_set_tightening_threshold (self->clamp, width);
  chancery_reader_queue_marks (self);
}

/**
 * chancery_reader_set_font:
 * @self: a reader
 * @font: "serif", "sans" or a family's name
 *
 * Sets the typeface of the article.
 */
void
chancery_reader_set_font (ChanceryReader *self,
                          const char     *font)
{
  g_return_if_fail (CHANCERY_IS_READER (self));

  if (!g_set_str (&self->font, font))
    return;

  chancery_reader_update_style (self);
  g_object_notify_by_pspec (G_OBJECT (self), chancery_reader_props[CHANCERY_READER_PROP_FONT]);
}

/**
 * chancery_reader_set_font_size:
 * @self: a reader
 * @font_size: in points, 6 to 72
 *
 * Sets the size of the text.
 */
void
chancery_reader_set_font_size (ChanceryReader *self,
                               double          font_size)
{
  g_return_if_fail (CHANCERY_IS_READER (self));

  font_size = CLAMP (font_size, 6, 72);
  if (fabs (self->font_size - font_size) < 0.001)
    return;

  self->font_size = font_size;
  chancery_reader_update_style (self);
  g_object_notify_by_pspec (G_OBJECT (self), chancery_reader_props[CHANCERY_READER_PROP_FONT_SIZE]);
}

/**
 * chancery_reader_set_line_height:
 * @self: a reader
 * @line_height: in sizes of the text, 1 to 3; never less than the letters need
 *
 * Sets the distance of two lines.
 */
void
chancery_reader_set_line_height (ChanceryReader *self,
                                 double          line_height)
{
  g_return_if_fail (CHANCERY_IS_READER (self));

  line_height = CLAMP (line_height, 1, 3);
  if (fabs (self->line_height - line_height) < 0.001)
    return;

  self->line_height = line_height;
  chancery_reader_text_set_line_height (self->text, line_height);
  g_object_notify_by_pspec (G_OBJECT (self), chancery_reader_props[CHANCERY_READER_PROP_LINE_HEIGHT]);
}

/**
 * chancery_reader_set_column_width:
 * @self: a reader
 * @n_chars: how many characters a line has at most, on average, 30 to 200
 *
 * Sets the width of the column.
 */
void
chancery_reader_set_column_width (ChanceryReader *self,
                                  int             n_chars)
{
  g_return_if_fail (CHANCERY_IS_READER (self));

  n_chars = CLAMP (n_chars, 30, 200);
  if (self->column_width == n_chars)
    return;

  self->column_width = n_chars;
  chancery_reader_update_column (self);
  g_object_notify_by_pspec (G_OBJECT (self), chancery_reader_props[CHANCERY_READER_PROP_COLUMN_WIDTH]);
}

/**
 * chancery_reader_set_scheme:
 * @self: a reader
 * @scheme: the colours of the reading surface
 *
 * Sets the colours.
 */
void
chancery_reader_set_scheme (ChanceryReader       *self,
                            ChanceryReaderScheme  scheme)
{
  g_return_if_fail (CHANCERY_IS_READER (self));

  if (self->scheme == scheme)
    return;

  self->scheme = scheme;
  chancery_reader_update_style (self);
  g_object_notify_by_pspec (G_OBJECT (self), chancery_reader_props[CHANCERY_READER_PROP_SCHEME]);
}
