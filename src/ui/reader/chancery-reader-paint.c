/* chancery-reader-paint.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <math.h>

#include "chancery-reader-text-private.h"

/* Lines kept; beyond that, all are found out anew. */
#define MAX_KEPT_LINES 256

#define ROUNDING 3.0f
#define OVERHANG 2.0f

/* A span's part of a line on the screen. */
typedef struct
{
  graphene_rect_t area; /* y counts from the line's top */
  ChanceryReaderLayer layer;
  guint position;
  guint16 style;
  guint16 level;
  gpointer data; /* (unowned) */
  guint rounded_left : 1;
  guint rounded_right : 1;
} Fragment;

typedef struct
{
  ChanceryReaderText *self;
  GArray *fragments;
  ChanceryReaderLayer layer;
  guint start;
  guint end;
  int top;
  gboolean mixed;
} Collection;

void
chancery_reader_text_forget_fragments (ChanceryReaderText *self)
{
  g_hash_table_remove_all (self->fragments);
}

GdkRGBA
chancery_reader_text_get_accent (ChanceryReaderText *self)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  gboolean dark = self->scheme == CHANCERY_COLOUR_SCHEME_DARK || self->scheme == CHANCERY_COLOUR_SCHEME_HIGH_CONTRAST_DARK;
  GdkRGBA rgba;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager), dark, &rgba);
  return rgba;
}

static graphene_rect_t
get_place (GtkTextView       *view,
           const GtkTextIter *iter,
           int                top)
{
  GdkRectangle place;

  gtk_text_view_get_iter_location (view, iter, &place);

  return GRAPHENE_RECT_INIT ((float) MIN (place.x, place.x + place.width),
                             (float) (place.y - top),
                             (float) ABS (place.width),
                             (float) place.height);
}

static void
add_fragment (Collection            *collection,
              const ChancerySpan    *span,
              guint                  position,
              const graphene_rect_t *area,
              gboolean               first,
              gboolean               last,
              gboolean               right_to_left)
{
  Fragment fragment = {
    .area = *area,
    .layer = collection->layer,
    .position = position,
    .style = span->style,
    .level = span->level,
    .data = span->data,
    .rounded_left = right_to_left ? last : first,
    .rounded_right = right_to_left ? first : last,
  };

  if (area->size.width <= 0)
    return;

  g_array_append_val (collection->fragments, fragment);
}

static gboolean
is_on_line_of (const graphene_rect_t *a,
               const graphene_rect_t *b)
{
  float top = MAX (a->origin.y, b->origin.y);
  float bottom = MIN (a->origin.y + a->size.height, b->origin.y + b->size.height);

  return bottom - top > MIN (a->size.height, b->size.height) / 2;
}

/* Letters of different scripts are of different heights; what is marked in a line is of one. */
static void
even_out (GArray *fragments,
          guint   first)
{
  for (guint i = first; i < fragments->len; i++)
    for (guint j = first; j < fragments->len; j++)
      {
        graphene_rect_t *area = &g_array_index (fragments, Fragment, i).area;
        const graphene_rect_t *other = &g_array_index (fragments, Fragment, j).area;

        if (is_on_line_of (area, other))
          {
            float top = MIN (area->origin.y, other->origin.y);
            float bottom = MAX (area->origin.y + area->size.height, other->origin.y + other->size.height);

            area->origin.y = top;
            area->size.height = bottom - top;
          }
      }
}

/* Where both directions meet, a passage may be in several places of a line. */
static void
collect_mixed (Collection         *collection,
               const ChancerySpan *span,
               guint               position,
               GtkTextIter         iter,
               const GtkTextIter  *end)
{
  GtkTextView *view = GTK_TEXT_VIEW (collection->self);
  graphene_rect_t area = GRAPHENE_RECT_INIT_ZERO;
  guint first = collection->fragments->len;
  gboolean open = FALSE;

  for (; gtk_text_iter_compare (&iter, end) < 0; gtk_text_iter_forward_char (&iter))
    {
      graphene_rect_t place = get_place (view, &iter, collection->top);

      if (place.size.width <= 0)
        continue;

      if (open &&
          is_on_line_of (&place, &area) &&
          place.origin.x <= area.origin.x + area.size.width + 1 &&
          place.origin.x + place.size.width >= area.origin.x - 1)
        {
          graphene_rect_union (&area, &place, &area);
          continue;
        }
      if (open)
        add_fragment (collection, span, position, &area, TRUE, TRUE, FALSE);
      area = place;
      open = TRUE;
    }

  if (open)
    add_fragment (collection, span, position, &area, TRUE, TRUE, FALSE);
  even_out (collection->fragments, first);
}

static void
collect_span (const ChancerySpan *span,
              guint               position,
              gpointer            user_data)
{
  Collection *collection = user_data;
  GtkTextView *view = GTK_TEXT_VIEW (collection->self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  guint start = MAX (span->start, collection->start);
  guint end = MIN (span->end, collection->end);
  GtkTextIter iter, stop;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &stop, (int) end);

  if (collection->mixed)
    {
      collect_mixed (collection, span, position, iter, &stop);
      return;
    }

  while (gtk_text_iter_compare (&iter, &stop) < 0)
    {
      GtkTextIter next = iter, final;
      graphene_rect_t area, place;
      gboolean last;

      if (!gtk_text_view_forward_display_line (view, &next) || gtk_text_iter_compare (&next, &stop) > 0)
        next = stop;
      last = gtk_text_iter_equal (&next, &stop);

      /* The space at which a line is broken is not to be coloured. */
      final = next;
      do
        gtk_text_iter_backward_char (&final);
      while (!last && gtk_text_iter_compare (&final, &iter) > 0 && g_unichar_isspace (gtk_text_iter_get_char (&final)));

      area = get_place (view, &iter, collection->top);
      place = get_place (view, &final, collection->top);
      graphene_rect_union (&area, &place, &area);
      add_fragment (collection,
                    span,
                    position,
                    &area,
                    gtk_text_iter_get_offset (&iter) == (int) span->start,
                    last && end == span->end,
                    area.origin.x < place.origin.x ? FALSE
                                                   : gtk_widget_get_direction (GTK_WIDGET (view)) == GTK_TEXT_DIR_RTL);
      iter = next;
    }
}

/* The fragments of a line of the buffer, as drawn before or found out now. */
static GArray *
get_fragments (ChanceryReaderText *self,
               const GtkTextIter  *iter,
               int                 top)
{
  guint number = (guint) gtk_text_iter_get_line (iter);
  GArray *fragments = g_hash_table_lookup (self->fragments, GUINT_TO_POINTER (number));
  const ChanceryDisplayLine *line;
  Collection collection;
  guint offset = (guint) gtk_text_iter_get_offset (iter);

  if (fragments != NULL)
    return fragments;

  if (g_hash_table_size (self->fragments) >= MAX_KEPT_LINES)
    chancery_reader_text_forget_fragments (self);

  fragments = g_array_new (FALSE, FALSE, sizeof (Fragment));
  line = chancery_display_text_find_line (self->display, offset);
  collection = (Collection) {
    .self = self,
    .fragments = fragments,
    .start = offset,
    .end = offset + (guint) gtk_text_iter_get_chars_in_line (iter),
    .top = top,
    .mixed = line != NULL && line->mixed,
  };

  for (ChanceryReaderLayer layer = 0; layer < CHANCERY_READER_N_LAYERS; layer++)
    {
      collection.layer = layer;
      if (self->layers[layer] != NULL)
        chancery_span_index_foreach (self->layers[layer], collection.start, collection.end, collect_span, &collection);
    }

  g_hash_table_insert (self->fragments, GUINT_TO_POINTER (number), fragments);
  return fragments;
}

static void
append_filled (GtkSnapshot           *snapshot,
               const GdkRGBA         *rgba,
               const graphene_rect_t *area,
               gboolean               rounded_left,
               gboolean               rounded_right)
{
  GskRoundedRect outline;
  graphene_size_t left = GRAPHENE_SIZE_INIT (rounded_left ? ROUNDING : 0, rounded_left ? ROUNDING : 0);
  graphene_size_t right = GRAPHENE_SIZE_INIT (rounded_right ? ROUNDING : 0, rounded_right ? ROUNDING : 0);

  if (!rounded_left && !rounded_right)
    {
      gtk_snapshot_append_color (snapshot, rgba, area);
      return;
    }

  gsk_rounded_rect_init (&outline, area, &left, &right, &right, &left);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, rgba, area);
  gtk_snapshot_pop (snapshot);
}

static void
append_outline (GtkSnapshot           *snapshot,
                const GdkRGBA         *rgba,
                const graphene_rect_t *area,
                float                  width)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, ROUNDING + 1);
  gtk_snapshot_append_border (snapshot,
                              &outline,
                              (float[4]) { width, width, width, width },
                              (GdkRGBA[4]) { *rgba, *rgba, *rgba, *rgba });
}

static gboolean
is_high_contrast (ChanceryReaderText *self)
{
  return self->scheme == CHANCERY_COLOUR_SCHEME_HIGH_CONTRAST ||
         self->scheme == CHANCERY_COLOUR_SCHEME_HIGH_CONTRAST_DARK;
}

static void
paint_highlight (ChanceryReaderText *self,
                 GtkSnapshot        *snapshot,
                 const Fragment     *fragment,
                 const graphene_rect_t *area)
{
  ChanceryColour colour = (ChanceryColour) fragment->style;
  GdkRGBA fill = *chancery_colour_get_highlight (colour, self->scheme);
  gboolean active = self->active != NULL && self->active == fragment->data;
  float thickness = active || is_high_contrast (self) ? 3 : 2;
  graphene_rect_t box = *area;

  if (fragment->rounded_left)
    {
      box.origin.x -= OVERHANG;
      box.size.width += OVERHANG;
    }
  if (fragment->rounded_right)
    box.size.width += OVERHANG;

  /* What lies above another lets it through. */
  if (fragment->level > 0)
    fill.alpha = 0.6f;
  append_filled (snapshot, &fill, &box, fragment->rounded_left, fragment->rounded_right);

  if (active && self->flash > 0)
    {
      GdkRGBA flash = *chancery_colour_get_line (colour, self->scheme);

      flash.alpha = (float) (0.45 * self->flash);
      append_filled (snapshot, &flash, &box, fragment->rounded_left, fragment->rounded_right);
    }

  chancery_colour_snapshot_line (colour,
                                 self->scheme,
                                 snapshot,
                                 &GRAPHENE_RECT_INIT (box.origin.x,
                                                      box.origin.y + box.size.height - 1 + 3.0f * (float) MIN (fragment->level, 2),
                                                      box.size.width,
                                                      thickness),
                                 GTK_ORIENTATION_HORIZONTAL);

  if (active)
    append_outline (snapshot, chancery_colour_get_line (colour, self->scheme), &box, 1);
}

static void
paint_match (ChanceryReaderText    *self,
             GtkSnapshot           *snapshot,
             const Fragment        *fragment,
             const graphene_rect_t *area,
             const GdkRGBA         *accent)
{
  gboolean current = fragment->position == self->match;
  GdkRGBA fill = *accent;
  graphene_rect_t box = *area;

  graphene_rect_inset (&box, -1, 0);
  fill.alpha = current ? 0.35f : 0.15f;
  append_filled (snapshot, &fill, &box, TRUE, TRUE);
  append_outline (snapshot, accent, &box, current ? 2 : 1);
}

static void
paint_mention (ChanceryReaderText    *self,
               GtkSnapshot           *snapshot,
               const Fragment        *fragment,
               const graphene_rect_t *area,
               const GdkRGBA         *accent)
{
  gboolean marked = self->marked >= 0 && self->marked == fragment->style;
  GdkRGBA rgba = marked ? *accent : *chancery_colour_scheme_get_text (self->scheme);
  float thickness = marked || is_high_contrast (self) ? 2 : 1;
  /* Under the letters of the text; what is above a line's letters may be taller. */
  float below = area->size.height > (float) self->line_pixels * 1.1f ? area->size.height - (float) (self->line_pixels - self->ascent)
                                                                     : (float) self->ascent;

  if (!marked && !is_high_contrast (self))
    rgba.alpha = 0.42f;

  gtk_snapshot_append_color (snapshot,
                             &rgba,
                             &GRAPHENE_RECT_INIT (area->origin.x,
                                                  area->origin.y + roundf (below + (float) self->em * 0.12f),
                                                  area->size.width,
                                                  thickness));
}

static void
paint_block (ChanceryReaderText *self,
             GtkSnapshot        *snapshot,
             const GtkTextIter  *iter,
             int                 top,
             int                 height)
{
  const ChanceryDisplayLine *line =
    chancery_display_text_find_line (self->display, (gsize) gtk_text_iter_get_offset (iter));
  const ChanceryBlock *block;
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  GdkRGBA rgba;
  float x;
  GdkRectangle place;

  if (line == NULL)
    return;

  block = chancery_article_get_block (self->article, line->block);
  switch (block->kind)
    {
    case CHANCERY_BLOCK_KIND_QUOTATION:
      rgba = *chancery_colour_scheme_get_text (self->scheme);
      rgba.alpha = is_high_contrast (self) ? 1 : 0.25f;
      for (guint depth = 0; depth < CLAMP (block->level, 1, 3); depth++)
        {
          x = CHANCERY_READER_TEXT_MARGIN + (float) (self->em * (1.6 * depth + 0.5));
          append_filled (snapshot,
                         &rgba,
                         &GRAPHENE_RECT_INIT (right_to_left ? (float) width - x - 3 : x,
                                              (float) top,
                                              3,
                                              (float) (height - (line->continues ? 0 : gtk_text_view_get_pixels_below_lines (GTK_TEXT_VIEW (self))))),
                         TRUE,
                         TRUE);
        }
      break;

    case CHANCERY_BLOCK_KIND_LIST_ITEM:
      /* Only the first part of an item has the bullet. */
      if (chancery_display_text_to_canonical (self->display, line->start_chars) !=
          chancery_article_bytes_to_chars (self->article,
                                           chancery_article_get_block_start_bytes (self->article, line->block)))
        break;
      if (self->bullet == NULL)
        self->bullet = gtk_widget_create_pango_layout (GTK_WIDGET (self), "•");
      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), iter, &place);
      x = CHANCERY_READER_TEXT_MARGIN + (float) (self->em * (1.6 * CLAMP (block->level, 1, 3) - 0.85));
      pango_layout_get_pixel_size (self->bullet, &width, NULL);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT (right_to_left ? (float) (gtk_widget_get_width (GTK_WIDGET (self)) - width) - x : x,
                                                    (float) (place.y + place.height - self->line_pixels)));
      gtk_widget_get_color (GTK_WIDGET (self), &rgba);
      gtk_snapshot_append_layout (snapshot, self->bullet, &rgba);
      gtk_snapshot_restore (snapshot);
      break;

    case CHANCERY_BLOCK_KIND_PARAGRAPH:
    case CHANCERY_BLOCK_KIND_HEADING:
    default:
      break;
    }
}

void
chancery_reader_text_paint_below (ChanceryReaderText *self,
                                  GtkSnapshot        *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRGBA accent = chancery_reader_text_get_accent (self);
  GdkRectangle visible;
  GtkTextIter iter;
  int top, height;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &iter, visible.y, NULL);

  do
    {
      GArray *fragments;

      gtk_text_view_get_line_yrange (view, &iter, &top, &height);
      /* A line without a height is not laid out yet, and will not be for being out of sight. */
      if (top >= visible.y + visible.height || height == 0)
        break;

      paint_block (self, snapshot, &iter, top, height);

      fragments = get_fragments (self, &iter, top);
      for (guint i = 0; i < fragments->len; i++)
        {
          const Fragment *fragment = &g_array_index (fragments, Fragment, i);
          graphene_rect_t area = fragment->area;

          area.origin.y += (float) top;
          /* A long paragraph is mostly out of sight. */
          if (area.origin.y > (float) (visible.y + visible.height) ||
              area.origin.y + area.size.height + 12 < (float) visible.y)
            continue;

          switch (fragment->layer)
            {
            case CHANCERY_READER_LAYER_HIGHLIGHTS:
              paint_highlight (self, snapshot, fragment, &area);
              break;
            case CHANCERY_READER_LAYER_MATCHES:
              paint_match (self, snapshot, fragment, &area, &accent);
              break;
            case CHANCERY_READER_LAYER_MENTIONS:
              paint_mention (self, snapshot, fragment, &area, &accent);
              break;
            default:
              g_assert_not_reached ();
            }
        }
    }
  while (gtk_text_iter_forward_line (&iter));
}

void
chancery_reader_text_paint_above (ChanceryReaderText *self,
                                  GtkSnapshot        *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRGBA accent;
  g_autoptr (GArray) fragments = NULL;
  GtkTextIter iter;
  int top;
  ChancerySpan span = { .start = self->ring_start, .end = self->ring_end };
  const ChanceryDisplayLine *line;
  Collection collection;

  chancery_reader_text_paint_handles (self, snapshot);
  if (self->ring_end <= self->ring_start || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return;

  accent = chancery_reader_text_get_accent (self);
  fragments = g_array_new (FALSE, FALSE, sizeof (Fragment));
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) span.start);
  gtk_text_view_get_line_yrange (view, &iter, &top, NULL);
  line = chancery_display_text_find_line (self->display, span.start);
  collection = (Collection) {
    .self = self,
    .fragments = fragments,
    .start = span.start,
    .end = span.end,
    .mixed = line != NULL && line->mixed,
  };
  collect_span (&span, 0, &collection);

  for (guint i = 0; i < fragments->len; i++)
    {
      graphene_rect_t area = g_array_index (fragments, Fragment, i).area;

      graphene_rect_inset (&area, -2, -1);
      append_outline (snapshot, &accent, &area, 2);
    }
}
