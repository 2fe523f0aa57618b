/* chancery-reader-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-reader-page.h"

#include <math.h>

/* The text view keeps its first line in place while lines above it are laid out, but its adjustment
 * would not let it go beyond what was laid out so far: so that has room to spare, and the page sees
 * to the end. */
#define ROOM_TO_SPARE 1e9

struct _ChanceryReaderPage
{
  GtkWidget parent_instance;

  GtkWidget *header; /* (owned) */
  GtkTextView *text; /* (owned) */

  GtkAdjustment *hadjustment; /* (owned) (nullable) */
  GtkAdjustment *vadjustment; /* (owned) (nullable) */
  GtkAdjustment *inner; /* (owned): the text view's own */
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;

  int pending_offset; /* where to scroll when there is a size, or -1 */
  double pending_align;

  int header_height;
  double value; /* how far the page is scrolled */
  double inner_value; /* how far the text view is known to be */
  guint allocating : 1;
  guint syncing : 1;
};

typedef enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} ChanceryReaderPageProperty;

G_DEFINE_FINAL_TYPE_WITH_CODE (ChanceryReaderPage,
                               chancery_reader_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* How high the whole text is: exact for what was laid out, an estimate for the rest. */
static int
get_text_height (ChanceryReaderPage *self)
{
  GtkTextIter end;
  int y, height;

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (self->text), &end);
  gtk_text_view_get_line_yrange (self->text, &end, &y, &height);

  return y + height + gtk_text_view_get_bottom_margin (self->text);
}

static double
get_largest_value (ChanceryReaderPage *self,
                   int                 height)
{
  return MAX (0, self->header_height + get_text_height (self) - height);
}

/* Tells the scrollbar. An animation that is under way goes on if nothing moved. */
static void
update_adjustment (ChanceryReaderPage *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  gboolean was_syncing = self->syncing;

  if (self->vadjustment == NULL || height <= 0)
    return;

  self->syncing = TRUE;
  g_object_set (self->vadjustment,
                "lower", 0.0,
                "upper", get_largest_value (self, height) + height,
                "page-size", (double) height,
                "step-increment", height * 0.1,
                "page-increment", height * 0.9,
                NULL);
  if (fabs (gtk_adjustment_get_value (self->vadjustment) - self->value) > 0.01)
    gtk_adjustment_set_value (self->vadjustment, self->value);
  self->syncing = was_syncing;
}

/* Scrolls the text view to what the page's value asks for. Laying out what comes into sight may
 * move it again, so as to keep its first line in place; the page follows. */
static void
push_to_inner (ChanceryReaderPage *self)
{
  double wanted = MAX (0, round (self->value) - self->header_height);
  gboolean was_syncing = self->syncing;

  self->syncing = TRUE;
  if (fabs (gtk_adjustment_get_value (self->inner) - wanted) > 0.01)
    gtk_adjustment_set_value (self->inner, wanted);
  self->syncing = was_syncing;

  self->inner_value = gtk_adjustment_get_value (self->inner);
  if (wanted > 0 && fabs (self->inner_value - wanted) > 0.01)
    self->value += self->inner_value - wanted;
}

static void
vadjustment_value_changed_cb (ChanceryReaderPage *self)
{
  gboolean header_seen;

  if (self->syncing)
    return;

  header_seen = self->value < self->header_height;
  self->value = gtk_adjustment_get_value (self->vadjustment);
  push_to_inner (self);
  update_adjustment (self);

  if (header_seen || self->value < self->header_height)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The text view scrolled by itself: to a mark, with the caret, or because lines above its first one
 * became higher. */
static void
inner_value_changed_cb (ChanceryReaderPage *self)
{
  double value;

  if (self->syncing)
    return;

  value = gtk_adjustment_get_value (self->inner);
  self->value += value - self->inner_value;
  self->inner_value = value;

  if (self->allocating)
    return;

  update_adjustment (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
inner_upper_changed_cb (ChanceryReaderPage *self)
{
  if (gtk_adjustment_get_upper (self->inner) < ROOM_TO_SPARE)
    gtk_adjustment_set_upper (self->inner, gtk_adjustment_get_upper (self->inner) + ROOM_TO_SPARE);
}

/* Places both children. What the text view is given depends on how far the page is scrolled, and
 * that on what the text view lays out; it settles at once but for the first time. */
static void
place_children (ChanceryReaderPage *self,
                int                 width,
                int                 height)
{
  int header_height;

  gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, width, &header_height, NULL, NULL, NULL);
  /* Who reads the text stays at it, whatever the header's height. */
  if (self->value > 0 && self->value >= self->header_height)
    self->value += header_height - self->header_height;
  self->header_height = header_height;

  for (guint pass = 0; pass < 4; pass++)
    {
      int y = (int) MAX (0, header_height - round (self->value));
      int minimum;

      self->allocating = TRUE;
      gtk_widget_measure (GTK_WIDGET (self->text), GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
      gtk_widget_allocate (GTK_WIDGET (self->text),
                           width,
                           MAX (1, height - y),
                           -1,
                           gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) y)));
      self->value = CLAMP (self->value, 0, get_largest_value (self, height));
      push_to_inner (self);
      self->allocating = FALSE;

      if (y == (int) MAX (0, header_height - round (self->value)))
        break;
    }

  gtk_widget_allocate (self->header,
                       width,
                       header_height,
                       -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) -round (self->value))));
}

/* Makes the text view lay out a place, and what is around it, when it is next given its size. It
 * does so only if something changed; so a tag that changes nothing comes and goes. */
static void
invalidate_place (ChanceryReaderPage *self,
                  const GtkTextIter  *iter)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "page-place");
  GtkTextIter start = *iter, end = *iter;

  if (tag == NULL)
    tag = gtk_text_buffer_create_tag (buffer, "page-place", "scale", 1.0, NULL);
  if (!gtk_text_iter_forward_char (&end))
    gtk_text_iter_backward_char (&start);
  gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
  gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
}

/* Lines that were not seen yet have no height. The text view can lay out the surroundings of a mark
 * and scroll there, but only within its own height: so it gets all of the page's for a moment. */
static void
scroll_to_offset (ChanceryReaderPage *self,
                  int                 offset,
                  double              align,
                  int                 width,
                  int                 height)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextMark *mark;
  GtkTextIter iter;
  GdkRectangle place;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  mark = gtk_text_buffer_create_mark (buffer, NULL, &iter, TRUE);

  self->allocating = TRUE;
  gtk_text_view_scroll_to_mark (self->text, mark, 0, TRUE, 0, align);
  invalidate_place (self, &iter);
  gtk_widget_queue_allocate (GTK_WIDGET (self->text));
  gtk_widget_measure (GTK_WIDGET (self->text), GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (self->text), width, height, -1, NULL);
  self->allocating = FALSE;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, mark);
  gtk_text_view_get_iter_location (self->text, &iter, &place);
  gtk_text_buffer_delete_mark (buffer, mark);

  self->inner_value = gtk_adjustment_get_value (self->inner);
  if (self->inner_value > 0)
    self->value = self->header_height + self->inner_value;
  else
    self->value = round (self->header_height + place.y - align * (height - place.height));
  self->value = CLAMP (self->value, 0, get_largest_value (self, height));

  place_children (self, width, height);
}

static void
chancery_reader_page_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  ChanceryReaderPage *self = CHANCERY_READER_PAGE (widget);

  place_children (self, width, height);

  if (self->pending_offset >= 0)
    {
      scroll_to_offset (self, self->pending_offset, self->pending_align, width, height);
      self->pending_offset = -1;
    }

  update_adjustment (self);
}

static void
chancery_reader_page_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  ChanceryReaderPage *self = CHANCERY_READER_PAGE (widget);
  int header_minimum, header_natural, text_minimum, text_natural;

  gtk_widget_measure (self->header, orientation, for_size, &header_minimum, &header_natural, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->text), orientation, for_size, &text_minimum, &text_natural, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (header_minimum, text_minimum);
      *natural = MAX (header_natural, text_natural);
    }
  else
    {
      *minimum = 0;
      *natural = header_natural + text_natural;
    }
}

static GtkSizeRequestMode
chancery_reader_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A part of the header that is given the focus is to be seen. It is told of its focus as well when the window becomes
 * active, but that is no reason to leave the place where one reads. */
static void
chancery_reader_page_set_focus_child (GtkWidget *widget,
                                      GtkWidget *child)
{
  ChanceryReaderPage *self = CHANCERY_READER_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && (focus == self->header || gtk_widget_is_ancestor (focus, self->header));

  GTK_WIDGET_CLASS (chancery_reader_page_parent_class)->set_focus_child (widget, child);

  if (child != NULL && child == self->header && !had_focus && self->vadjustment != NULL &&
      self->value >= self->header_height)
    gtk_adjustment_set_value (self->vadjustment, 0);
}

static void
set_adjustments (ChanceryReaderPage *self,
                 GtkAdjustment      *hadjustment,
                 GtkAdjustment      *vadjustment)
{
  if (self->vadjustment != NULL && self->vadjustment != vadjustment)
    g_signal_handlers_disconnect_by_func (self->vadjustment, vadjustment_value_changed_cb, self);

  g_set_object (&self->hadjustment, hadjustment);
  if (g_set_object (&self->vadjustment, vadjustment) && vadjustment != NULL)
    g_signal_connect_swapped (vadjustment, "value-changed", G_CALLBACK (vadjustment_value_changed_cb), self);

  update_adjustment (self);
}

static void
chancery_reader_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ChanceryReaderPage *self = CHANCERY_READER_PAGE (object);

  switch ((ChanceryReaderPageProperty) prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_reader_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ChanceryReaderPage *self = CHANCERY_READER_PAGE (object);

  switch ((ChanceryReaderPageProperty) prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustments (self, g_value_get_object (value), self->vadjustment);
      break;
    case PROP_VADJUSTMENT:
      set_adjustments (self, self->hadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_reader_page_dispose (GObject *object)
{
  ChanceryReaderPage *self = CHANCERY_READER_PAGE (object);

  if (self->inner != NULL)
    g_signal_handlers_disconnect_by_data (self->inner, self);
  set_adjustments (self, NULL, NULL);
  g_clear_object (&self->inner);
  g_clear_pointer (&self->header, gtk_widget_unparent);
  if (self->text != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->text));
  self->text = NULL;

  G_OBJECT_CLASS (chancery_reader_page_parent_class)->dispose (object);
}

static void
chancery_reader_page_class_init (ChanceryReaderPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = chancery_reader_page_get_property;
  object_class->set_property = chancery_reader_page_set_property;
  object_class->dispose = chancery_reader_page_dispose;
  widget_class->measure = chancery_reader_page_measure;
  widget_class->size_allocate = chancery_reader_page_size_allocate;
  widget_class->get_request_mode = chancery_reader_page_get_request_mode;
  widget_class->set_focus_child = chancery_reader_page_set_focus_child;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ARTICLE);
}

static void
chancery_reader_page_init (ChanceryReaderPage *self)
{
  self->pending_offset = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * chancery_reader_page_new:
 * @header: what stands above the text
 * @text: the text; its adjustments become the page's
 *
 * Returns: (transfer floating): a page for a scrolled window
 */
GtkWidget *
chancery_reader_page_new (GtkWidget   *header,
                          GtkTextView *text)
{
  ChanceryReaderPage *self = g_object_new (CHANCERY_TYPE_READER_PAGE, NULL);

  self->header = header;
  self->text = text;
  self->inner = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (self->inner, "value-changed", G_CALLBACK (inner_value_changed_cb), self);
  g_signal_connect_swapped (self->inner, "notify::upper", G_CALLBACK (inner_upper_changed_cb), self);
  gtk_scrollable_set_vadjustment (GTK_SCROLLABLE (text), self->inner);

  gtk_widget_set_parent (header, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (text), GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/**
 * chancery_reader_page_scroll_to_top:
 * @self: a page
 *
 * Shows the page from its beginning, header and all.
 */
void
chancery_reader_page_scroll_to_top (ChanceryReaderPage *self)
{
  g_return_if_fail (CHANCERY_IS_READER_PAGE (self));

  self->pending_offset = -1;
  self->value = 0;
  push_to_inner (self);
  update_adjustment (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * chancery_reader_page_scroll_to:
 * @self: a page
 * @offset_chars: a place in the text view's buffer
 * @align: where its line is to be, from 0 for the top to 1 for the bottom
 *
 * Scrolls at once, or as soon as the page has a size.
 */
void
chancery_reader_page_scroll_to (ChanceryReaderPage *self,
                                guint               offset_chars,
                                double              align)
{
  int width, height;

  g_return_if_fail (CHANCERY_IS_READER_PAGE (self));

  width = gtk_widget_get_width (GTK_WIDGET (self));
  height = gtk_widget_get_height (GTK_WIDGET (self));
  if (width <= 0 || height <= 0)
    {
      self->pending_offset = (int) offset_chars;
      self->pending_align = align;
      return;
    }

  scroll_to_offset (self, (int) offset_chars, align, width, height);
  update_adjustment (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * chancery_reader_page_reveal:
 * @self: a page
 * @offset_chars: a place in the text view's buffer
 * @align: where its line is to be if it is not seen; negative for the nearer edge
 *
 * Scrolls if the place is not seen, or too near to the edge.
 */
void
chancery_reader_page_reveal (ChanceryReaderPage *self,
                             guint               offset_chars,
                             double              align)
{
  GtkTextIter iter;
  GdkRectangle place;
  double top, height;

  g_return_if_fail (CHANCERY_IS_READER_PAGE (self));

  height = gtk_widget_get_height (GTK_WIDGET (self));
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->text), &iter, (int) offset_chars);
  gtk_text_view_get_iter_location (self->text, &iter, &place);
  top = self->header_height + place.y - self->value;

  if (height > 0 && top >= place.height && top + 2 * place.height <= height)
    return;

  if (align < 0)
    align = top < place.height ? 0.1 : 0.9;
  chancery_reader_page_scroll_to (self, offset_chars, align);
}

/**
 * chancery_reader_page_get_value:
 * @self: a page
 *
 * Returns: how far the page is scrolled, in pixels
 */
double
chancery_reader_page_get_value (ChanceryReaderPage *self)
{
  g_return_val_if_fail (CHANCERY_IS_READER_PAGE (self), 0);

  return self->value;
}

/**
 * chancery_reader_page_get_header_height:
 * @self: a page
 *
 * Returns: how high the header is at the page's width, in pixels
 */
int
chancery_reader_page_get_header_height (ChanceryReaderPage *self)
{
  g_return_val_if_fail (CHANCERY_IS_READER_PAGE (self), 0);

  return self->header_height;
}

/**
 * chancery_reader_page_get_pending:
 * @self: a page
 *
 * Returns: where the page will scroll to once it has a size, or -1
 */
int
chancery_reader_page_get_pending (ChanceryReaderPage *self)
{
  g_return_val_if_fail (CHANCERY_IS_READER_PAGE (self), -1);

  return self->pending_offset;
}
