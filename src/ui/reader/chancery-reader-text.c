/* chancery-reader-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-reader-text-private.h"

#include <math.h>

#define PARAGRAPH_EM 0.85
#define INDENT_EM 1.6
#define N_DEPTHS 3

G_DEFINE_FINAL_TYPE_WITH_CODE (ChanceryReaderText, chancery_reader_text, GTK_TYPE_TEXT_VIEW,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_TEXT, chancery_reader_text_accessible_init))

enum
{
  SIGNAL_TYPOGRAPHY_CHANGED,
  SIGNAL_SCROLL_KEY,
  SIGNAL_COPY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkTextTag *
lookup_tag (ChanceryReaderText *self,
            const char         *kind,
            guint               depth)
{
  char name[32];

  g_snprintf (name, sizeof name, "%s-%u", kind, depth);
  return gtk_text_tag_table_lookup (self->tags, name);
}

static void
add_tag (ChanceryReaderText *self,
         const char         *kind,
         guint               depth)
{
  char name[32];
  g_autoptr (GtkTextTag) tag = NULL;

  g_snprintf (name, sizeof name, "%s-%u", kind, depth);
  tag = gtk_text_tag_new (name);
  gtk_text_tag_table_add (self->tags, tag);
}

/* Sets what depends on the size of the font and on the writing direction. */
static void
update_tags (ChanceryReaderText *self)
{
  gboolean right_to_left = self->article != NULL && chancery_article_is_right_to_left (self->article);
  const char *near_margin = right_to_left ? "right-margin" : "left-margin";
  const char *far_margin = right_to_left ? "left-margin" : "right-margin";
  static const double heading_scales[N_DEPTHS] = { 1.35, 1.2, 1.05 };

  for (guint depth = 1; depth <= N_DEPTHS; depth++)
    {
      int indent = CHANCERY_READER_TEXT_MARGIN + (int) lround (self->em * INDENT_EM * depth);

      g_object_set (lookup_tag (self, "heading", depth),
                    "scale", heading_scales[depth - 1],
                    "weight", PANGO_WEIGHT_BOLD,
                    "pixels-above-lines", (int) lround (self->em * 0.7),
                    "pixels-below-lines", (int) lround (self->em * 0.45),
                    NULL);
      g_object_set (lookup_tag (self, "quotation", depth),
                    near_margin, indent,
                    far_margin, CHANCERY_READER_TEXT_MARGIN + (int) lround (self->em * 0.8),
                    NULL);
      g_object_set (lookup_tag (self, "item", depth),
                    near_margin, indent,
                    far_margin, CHANCERY_READER_TEXT_MARGIN,
                    NULL);
    }

  g_object_set (lookup_tag (self, "tight", 1), "pixels-below-lines", (int) lround (self->em * 0.35), NULL);

  g_object_set (lookup_tag (self, "part", 1),
                "pixels-below-lines", gtk_text_view_get_pixels_inside_wrap (GTK_TEXT_VIEW (self)),
                NULL);
}

static double
get_em (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_size_is_absolute (font))
    return size;

  return size * (resolution > 0 ? resolution : 96.0) / 72.0;
}

static void
update_typography (ChanceryReaderText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const char *lang = self->article != NULL ? chancery_article_get_lang (self->article) : NULL;
  PangoFontMetrics *metrics =
    pango_context_get_metrics (context, NULL, lang != NULL ? pango_language_from_string (lang) : NULL);

  self->em = get_em (context);
  self->ascent = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics));
  self->line_pixels = PANGO_PIXELS (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);

  /* The space goes between the lines, so that what is marked hugs the letters. */
  gtk_text_view_set_pixels_inside_wrap (view, MAX (0, (int) lround (self->em * self->line_height) - self->line_pixels));
  gtk_text_view_set_pixels_below_lines (view, (int) lround (self->em * PARAGRAPH_EM));
  gtk_text_view_set_bottom_margin (view, (int) lround (self->em * 4));
  update_tags (self);

  g_clear_object (&self->bullet);
  chancery_reader_text_forget_fragments (self);
  g_signal_emit (self, signals[SIGNAL_TYPOGRAPHY_CHANGED], 0);
}

static void
chancery_reader_text_css_changed (GtkWidget         *widget,
                                  GtkCssStyleChange *change)
{
  ChanceryReaderText *self = CHANCERY_READER_TEXT (widget);
  g_autoptr (PangoFontDescription) before =
    pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (widget)));

  GTK_WIDGET_CLASS (chancery_reader_text_parent_class)->css_changed (widget, change);

  if (self->em <= 0 ||
      !pango_font_description_equal (before,
                                     pango_context_get_font_description (gtk_widget_get_pango_context (widget))))
    update_typography (self);
  else
    gtk_widget_queue_draw (widget);
}

static void
chancery_reader_text_system_setting_changed (GtkWidget        *widget,
                                             GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (chancery_reader_text_parent_class)->system_setting_changed (widget, setting);

  update_typography (CHANCERY_READER_TEXT (widget));
}

static void
chancery_reader_text_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  ChanceryReaderText *self = CHANCERY_READER_TEXT (widget);

  if (width != self->fragments_width)
    {
      self->fragments_width = width;
      chancery_reader_text_forget_fragments (self);
    }

  GTK_WIDGET_CLASS (chancery_reader_text_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
chancery_reader_text_snapshot_layer (GtkTextView      *view,
                                     GtkTextViewLayer  layer,
                                     GtkSnapshot      *snapshot)
{
  ChanceryReaderText *self = CHANCERY_READER_TEXT (view);

  if (self->display == NULL)
    return;

  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    chancery_reader_text_paint_below (self, snapshot);
  else
    chancery_reader_text_paint_above (self, snapshot);
}

static void
chancery_reader_text_copy_clipboard (GtkTextView *view)
{
  g_signal_emit (view, signals[SIGNAL_COPY], 0);
}

/* Nothing can be pasted into what is read; it becomes an article of its own. */
static void
chancery_reader_text_paste_clipboard (GtkTextView *view)
{
  gtk_widget_activate_action (GTK_WIDGET (view), "win.import-clipboard", NULL);
}

/* A text view takes what is dropped on it, even if it can do nothing with it. */
static void
leave_drops_to_parents (ChanceryReaderText *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self));

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_DROP_TARGET (controller) || GTK_IS_DROP_TARGET_ASYNC (controller))
        gtk_widget_remove_controller (GTK_WIDGET (self), controller);
    }
}

static GtkScrollType
scroll_type_for (GtkMovementStep step,
                 int             count)
{
  switch (step)
    {
    case GTK_MOVEMENT_DISPLAY_LINES:
    case GTK_MOVEMENT_PARAGRAPHS:
    case GTK_MOVEMENT_PARAGRAPH_ENDS:
      return count < 0 ? GTK_SCROLL_STEP_UP : GTK_SCROLL_STEP_DOWN;
    case GTK_MOVEMENT_PAGES:
      return count < 0 ? GTK_SCROLL_PAGE_UP : GTK_SCROLL_PAGE_DOWN;
    case GTK_MOVEMENT_DISPLAY_LINE_ENDS:
    case GTK_MOVEMENT_BUFFER_ENDS:
      return count < 0 ? GTK_SCROLL_START : GTK_SCROLL_END;
    case GTK_MOVEMENT_LOGICAL_POSITIONS:
    case GTK_MOVEMENT_VISUAL_POSITIONS:
    case GTK_MOVEMENT_WORDS:
    case GTK_MOVEMENT_HORIZONTAL_PAGES:
    default:
      return GTK_SCROLL_NONE;
    }
}

/* Without a caret to move, the keys move the page. */
static void
chancery_reader_text_move_cursor (GtkTextView     *view,
                                  GtkMovementStep  step,
                                  int              count,
                                  gboolean         extend_selection)
{
  GtkScrollType scroll = scroll_type_for (step, count);

  if (gtk_text_view_get_cursor_visible (view))
    {
      GTK_TEXT_VIEW_CLASS (chancery_reader_text_parent_class)->move_cursor (view, step, count, extend_selection);
      return;
    }

  /* Shift extends what is selected, caret or not. */
  if (extend_selection && gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (view)))
    {
      g_object_freeze_notify (G_OBJECT (view));
      gtk_text_view_set_cursor_visible (view, TRUE);
      GTK_TEXT_VIEW_CLASS (chancery_reader_text_parent_class)->move_cursor (view, step, count, extend_selection);
      gtk_text_view_set_cursor_visible (view, FALSE);
      g_object_thaw_notify (G_OBJECT (view));
      return;
    }

  if (scroll != GTK_SCROLL_NONE)
    g_signal_emit (view, signals[SIGNAL_SCROLL_KEY], 0, scroll);
}

static void
chancery_reader_text_dispose (GObject *object)
{
  ChanceryReaderText *self = CHANCERY_READER_TEXT (object);

  g_clear_object (&self->bullet);
  g_clear_object (&self->article);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->tags);
  g_hash_table_remove_all (self->fragments);

  G_OBJECT_CLASS (chancery_reader_text_parent_class)->dispose (object);
}

static void
chancery_reader_text_finalize (GObject *object)
{
  ChanceryReaderText *self = CHANCERY_READER_TEXT (object);

  for (guint i = 0; i < CHANCERY_READER_N_LAYERS; i++)
    g_clear_pointer (&self->layers[i], chancery_span_index_free);
  g_clear_pointer (&self->display, chancery_display_text_free);
  g_clear_pointer (&self->fragments, g_hash_table_unref);

  G_OBJECT_CLASS (chancery_reader_text_parent_class)->finalize (object);
}

static void
chancery_reader_text_class_init (ChanceryReaderTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->dispose = chancery_reader_text_dispose;
  object_class->finalize = chancery_reader_text_finalize;
  widget_class->css_changed = chancery_reader_text_css_changed;
  widget_class->system_setting_changed = chancery_reader_text_system_setting_changed;
  widget_class->size_allocate = chancery_reader_text_size_allocate;
  view_class->snapshot_layer = chancery_reader_text_snapshot_layer;
  view_class->copy_clipboard = chancery_reader_text_copy_clipboard;
  view_class->paste_clipboard = chancery_reader_text_paste_clipboard;
  view_class->move_cursor = chancery_reader_text_move_cursor;

  /**
   * ChanceryReaderText::typography-changed:
   *
   * The size of the letters or of the lines changed.
   */
  signals[SIGNAL_TYPOGRAPHY_CHANGED] =
    g_signal_new ("typography-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ChanceryReaderText::scroll-key:
   * @scroll: how far
   *
   * A key was pressed that moves the page, since there is no caret.
   */
  signals[SIGNAL_SCROLL_KEY] =
    g_signal_new ("scroll-key", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  GTK_TYPE_SCROLL_TYPE);

  /**
   * ChanceryReaderText::copy:
   *
   * The selection is to be copied, as canonical text.
   */
  signals[SIGNAL_COPY] =
    g_signal_new ("copy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
chancery_reader_text_init (ChanceryReaderText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->line_height = 1.6;
  self->match = G_MAXUINT;
  self->marked = -1;
  self->fragments = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->tags = gtk_text_tag_table_new ();

  for (guint depth = 1; depth <= N_DEPTHS; depth++)
    {
      add_tag (self, "heading", depth);
      add_tag (self, "quotation", depth);
      add_tag (self, "item", depth);
    }
  add_tag (self, "tight", 1);
  add_tag (self, "part", 1);
  add_tag (self, "language", 1);

  leave_drops_to_parents (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reader-text");
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, CHANCERY_READER_TEXT_MARGIN);
  gtk_text_view_set_right_margin (view, CHANCERY_READER_TEXT_MARGIN);
}

/**
 * chancery_reader_text_new:
 *
 * Returns: (transfer floating): an empty text
 */
GtkWidget *
chancery_reader_text_new (void)
{
  return g_object_new (CHANCERY_TYPE_READER_TEXT, NULL);
}

/* The items of a list stand closer together than paragraphs. */
static gboolean
is_within_list (ChanceryArticle *article,
                guint            block)
{
  return block + 1 < chancery_article_get_n_blocks (article) &&
         chancery_article_get_block (article, block)->kind == CHANCERY_BLOCK_KIND_LIST_ITEM &&
         chancery_article_get_block (article, block + 1)->kind == CHANCERY_BLOCK_KIND_LIST_ITEM;
}

static void
apply_tags (ChanceryReaderText *self,
            GtkTextBuffer      *buffer)
{
  guint n_lines = chancery_display_text_get_n_lines (self->display);
  const char *lang = chancery_article_get_lang (self->article);

  for (guint i = 0; i < n_lines; i++)
    {
      const ChanceryDisplayLine *line = chancery_display_text_get_line (self->display, i);
      const ChanceryBlock *block = chancery_article_get_block (self->article, line->block);
      guint depth = CLAMP (block->level, 1, N_DEPTHS);
      GtkTextTag *tag = NULL;
      GtkTextIter start, end;

      switch (block->kind)
        {
        case CHANCERY_BLOCK_KIND_HEADING:
          tag = lookup_tag (self, "heading", depth);
          break;
        case CHANCERY_BLOCK_KIND_QUOTATION:
          tag = lookup_tag (self, "quotation", depth);
          break;
        case CHANCERY_BLOCK_KIND_LIST_ITEM:
          tag = lookup_tag (self, "item", depth);
          break;
        case CHANCERY_BLOCK_KIND_PARAGRAPH:
        default:
          break;
        }

      if (tag == NULL && !line->continues)
        continue;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) line->start_chars);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) line->end_chars + 1);
      if (tag != NULL)
        gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
      if (is_within_list (self->article, line->block))
        gtk_text_buffer_apply_tag (buffer, lookup_tag (self, "tight", 1), &start, &end);
      if (line->continues)
        gtk_text_buffer_apply_tag (buffer, lookup_tag (self, "part", 1), &start, &end);
    }

  if (lang != NULL)
    {
      GtkTextTag *tag = lookup_tag (self, "language", 1);
      GtkTextIter start, end;

      g_object_set (tag, "language", lang, NULL);
      gtk_text_buffer_get_bounds (buffer, &start, &end);
      gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
    }
}

/* GTK 4.18 keeps the layout of lines that were asked about but not validated, beyond the life of
 * their buffer. Any change of the default style makes it let go of them all. */
static void
forget_layout (GtkTextView *view)
{
  gtk_text_view_set_indent (view, 1);
  gtk_text_view_set_indent (view, 0);
}

/**
 * chancery_reader_text_set_article:
 * @self: a text
 * @article: (nullable): what to show
 *
 * Shows the body of an article. All layers are emptied.
 */
void
chancery_reader_text_set_article (ChanceryReaderText *self,
                                  ChanceryArticle    *article)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (self->tags);
  GtkTextDirection direction = GTK_TEXT_DIR_LTR;
  GtkTextIter start;

  g_return_if_fail (CHANCERY_IS_READER_TEXT (self));

  for (guint i = 0; i < CHANCERY_READER_N_LAYERS; i++)
    g_clear_pointer (&self->layers[i], chancery_span_index_free);
  g_clear_pointer (&self->display, chancery_display_text_free);
  chancery_reader_text_forget_fragments (self);
  self->active = NULL;
  self->flash = 0;
  self->match = G_MAXUINT;
  self->ring_start = self->ring_end = 0;

  g_set_object (&self->article, article);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);

  if (article != NULL)
    {
      gsize length_bytes;
      const char *text;

      self->display = chancery_display_text_new (article);
      text = chancery_display_text_get_text (self->display, &length_bytes);
      gtk_text_buffer_set_text (buffer, text, (int) length_bytes);
      apply_tags (self, buffer);
      if (chancery_article_is_right_to_left (article))
        direction = GTK_TEXT_DIR_RTL;
    }

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);

  gtk_widget_set_direction (GTK_WIDGET (self), direction);
  update_typography (self);
  forget_layout (GTK_TEXT_VIEW (self));
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), buffer);
}

/**
 * chancery_reader_text_get_display:
 * @self: a text
 *
 * Returns: (transfer none) (nullable): what is in the buffer; %NULL without an
 *   article
 */
const ChanceryDisplayText *
chancery_reader_text_get_display (ChanceryReaderText *self)
{
  g_return_val_if_fail (CHANCERY_IS_READER_TEXT (self), NULL);

  return self->display;
}

/**
 * chancery_reader_text_take_layer:
 * @self: a text
 * @layer: which layer
 * @index: (transfer full) (nullable): its spans, sorted
 *
 * Replaces what is drawn in a layer.
 */
void
chancery_reader_text_take_layer (ChanceryReaderText  *self,
                                 ChanceryReaderLayer  layer,
                                 ChancerySpanIndex   *index)
{
  g_return_if_fail (CHANCERY_IS_READER_TEXT (self));

  g_clear_pointer (&self->layers[layer], chancery_span_index_free);
  self->layers[layer] = index;
  chancery_reader_text_forget_fragments (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * chancery_reader_text_get_layer:
 * @self: a text
 * @layer: which layer
 *
 * Returns: (transfer none) (nullable): its spans
 */
const ChancerySpanIndex *
chancery_reader_text_get_layer (ChanceryReaderText  *self,
                                ChanceryReaderLayer  layer)
{
  g_return_val_if_fail (CHANCERY_IS_READER_TEXT (self), NULL);

  return self->layers[layer];
}

/**
 * chancery_reader_text_set_catalogue:
 * @self: a text
 * @catalogue: (nullable): where the names of the states are that are mentioned,
 *   for assistive technology
 */
void
chancery_reader_text_set_catalogue (ChanceryReaderText *self,
                                    ChanceryCatalogue  *catalogue)
{
  g_return_if_fail (CHANCERY_IS_READER_TEXT (self));

  g_set_object (&self->catalogue, catalogue);
}

/**
 * chancery_reader_text_set_scheme:
 * @self: a text
 * @scheme: what it is drawn on
 *
 * Sets the shades of what is marked.
 */
void
chancery_reader_text_set_scheme (ChanceryReaderText   *self,
                                 ChanceryColourScheme  scheme)
{
  g_return_if_fail (CHANCERY_IS_READER_TEXT (self));

  if (self->scheme == scheme)
    return;

  self->scheme = scheme;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * chancery_reader_text_set_line_height:
 * @self: a text
 * @line_height: from one line to the next, in sizes of the font
 *
 * Sets how far the lines are apart.
 */
void
chancery_reader_text_set_line_height (ChanceryReaderText *self,
                                      double              line_height)
{
  g_return_if_fail (CHANCERY_IS_READER_TEXT (self));

  if (fabs (self->line_height - line_height) < 0.001)
    return;

  self->line_height = line_height;
  update_typography (self);
}

/**
 * chancery_reader_text_measure_column:
 * @self: a text
 * @n_chars: how many characters a line is to have, on average
 *
 * Returns: how wide the text is to be, margins included, in pixels
 */
int
chancery_reader_text_measure_column (ChanceryReaderText *self,
                                     guint               n_chars)
{
  /* Letters as often as they are in running text, spaces among them. */
  static const char sample[] = "The heads of the six member states met in the capital to sign what their "
                               "ministers had agreed on, and the talks went on for most of the day.";
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  g_return_val_if_fail (CHANCERY_IS_READER_TEXT (self), 0);

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), sample);
  pango_layout_get_size (layout, &width, NULL);

  return 2 * CHANCERY_READER_TEXT_MARGIN +
         (int) ceil ((double) width / PANGO_SCALE / (double) (sizeof sample - 1) * n_chars);
}

/**
 * chancery_reader_text_set_active:
 * @self: a text
 * @note: (nullable): the data of a highlight
 *
 * Makes a highlight stand out.
 */
void
chancery_reader_text_set_active (ChanceryReaderText *self,
                                 gpointer            note)
{
  if (self->active == note)
    return;

  self->active = note;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * chancery_reader_text_set_flash:
 * @self: a text
 * @strength: 0 to 1
 *
 * Sets how much the active highlight is lit up.
 */
void
chancery_reader_text_set_flash (ChanceryReaderText *self,
                                double              strength)
{
  self->flash = strength;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * chancery_reader_text_set_match:
 * @self: a text
 * @match: the position of a span of the layer of matches, or %G_MAXUINT
 *
 * Makes a match the current one.
 */
void
chancery_reader_text_set_match (ChanceryReaderText *self,
                                guint               match)
{
  self->match = match;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * chancery_reader_text_set_marked:
 * @self: a text
 * @style: the style of some mentions, or -1
 *
 * Makes the mentions of one style stand out.
 */
void
chancery_reader_text_set_marked (ChanceryReaderText *self,
                                 int                 style)
{
  self->marked = style;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * chancery_reader_text_set_ring:
 * @self: a text
 * @start: where the focus ring begins
 * @end: where it ends; no ring if that is not behind @start
 *
 * Draws the focus ring around a passage.
 */
void
chancery_reader_text_set_ring (ChanceryReaderText *self,
                               guint               start,
                               guint               end)
{
  self->ring_start = start;
  self->ring_end = end;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * chancery_reader_text_get_offset_at:
 * @self: a text
 * @x: a place in the widget
 * @y: a place in the widget
 * @offset: (out): the character there
 *
 * Returns: whether there is a character
 */
gboolean
chancery_reader_text_get_offset_at (ChanceryReaderText *self,
                                    double              x,
                                    double              y,
                                    guint              *offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_position (view, &iter, NULL, buffer_x, buffer_y))
    return FALSE;

  *offset = (guint) gtk_text_iter_get_offset (&iter);
  return TRUE;
}

/**
 * chancery_reader_text_get_first_visible:
 * @self: a text
 *
 * Returns: the offset of the first line that is not above the upper edge
 */
guint
chancery_reader_text_get_first_visible (ChanceryReaderText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible, place;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_at_location (view,
                                      &iter,
                                      gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
                                        ? visible.x + visible.width - CHANCERY_READER_TEXT_MARGIN - 1
                                        : CHANCERY_READER_TEXT_MARGIN,
                                      visible.y);
  gtk_text_view_get_iter_location (view, &iter, &place);
  /* A line of which the lesser half is cut off counts as seen. */
  if (place.y + place.height / 2 < visible.y)
    gtk_text_view_forward_display_line (view, &iter);

  return (guint) gtk_text_iter_get_offset (&iter);
}

/**
 * chancery_reader_text_get_area:
 * @self: a text
 * @start: where a passage begins
 * @end: where it ends
 * @area: (out): the rectangle around it, in the widget
 *
 * Finds out what a popover about a passage is to point to: its first line.
 */
void
chancery_reader_text_get_area (ChanceryReaderText *self,
                               guint               start,
                               guint               end,
                               GdkRectangle       *area)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GdkRectangle first, last;
  GtkTextIter iter;
  int left, right;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) start);
  gtk_text_view_get_iter_location (view, &iter, &first);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) MAX (start, end - 1));
  gtk_text_view_get_iter_location (view, &iter, &last);

  left = MIN (first.x, first.x + first.width);
  right = MAX (first.x, first.x + first.width);
  if (last.y == first.y)
    {
      left = MIN (left, MIN (last.x, last.x + last.width));
      right = MAX (right, MAX (last.x, last.x + last.width));
    }

  area->width = MAX (1, right - left);
  area->height = first.height;
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, left, first.y, &area->x, &area->y);
}

/**
 * chancery_reader_text_get_selection:
 * @self: a text
 * @start: (out): where the selection begins
 * @end: (out): where it ends
 *
 * Returns: whether anything is selected
 */
gboolean
chancery_reader_text_get_selection (ChanceryReaderText *self,
                                    guint              *start,
                                    guint              *end)
{
  GtkTextIter from, to;
  gboolean selected =
    gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &from, &to);

  *start = (guint) gtk_text_iter_get_offset (&from);
  *end = (guint) gtk_text_iter_get_offset (&to);

  return selected;
}

/**
 * chancery_reader_text_place_caret:
 * @self: a text
 * @offset: where to
 *
 * Moves the caret, whether it is seen or not, and selects nothing.
 */
void
chancery_reader_text_place_caret (ChanceryReaderText *self,
                                  guint               offset)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
}
