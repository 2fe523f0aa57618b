/* chancery-reader-marks.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-reader-marks.h"

#define WIDTH 6
#define HEIGHT 3
/* Places that are told apart; more marks than these would only lie on each other. */
#define N_PLACES 1024

struct _ChanceryReaderMarks
{
  GtkWidget parent_instance;

  guint16 *styles; /* (owned): for each place, a bit a style */
  ChanceryColourScheme scheme;
  guint n_marks;
};

G_DEFINE_FINAL_TYPE (ChanceryReaderMarks, chancery_reader_marks, GTK_TYPE_WIDGET)

static void
chancery_reader_marks_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
}

static void
chancery_reader_marks_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  ChanceryReaderMarks *self = CHANCERY_READER_MARKS (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float free_until[CHANCERY_N_COLOURS + 1] = { 0, };

  if (self->n_marks == 0)
    return;

  for (guint place = 0; place < N_PLACES; place++)
    {
      float y = (float) place / N_PLACES * (height - HEIGHT);

      for (guint style = 0; self->styles[place] >> style != 0; style++)
        {
          GdkRGBA rgba;

          if ((self->styles[place] >> style & 1) == 0 || y < free_until[style])
            continue;

          free_until[style] = y + 1;
          if (style == CHANCERY_READER_MARK_FAINT)
            {
              rgba = *chancery_colour_scheme_get_text (self->scheme);
              rgba.alpha = 0.35f;
              gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT (0, y + 1, width, 1));
            }
          else
            gtk_snapshot_append_color (snapshot,
                                       chancery_colour_get_line ((ChanceryColour) style, self->scheme),
                                       &GRAPHENE_RECT_INIT (0, y, width, HEIGHT));
        }
    }
}

static void
chancery_reader_marks_finalize (GObject *object)
{
  g_free (CHANCERY_READER_MARKS (object)->styles);

  G_OBJECT_CLASS (chancery_reader_marks_parent_class)->finalize (object);
}

static void
chancery_reader_marks_class_init (ChanceryReaderMarksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = chancery_reader_marks_finalize;
  widget_class->measure = chancery_reader_marks_measure;
  widget_class->snapshot = chancery_reader_marks_snapshot;
  /* The notes and the commands that step through them say the same in words. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
chancery_reader_marks_init (ChanceryReaderMarks *self)
{
  self->styles = g_new0 (guint16, N_PLACES);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reader-marks");
}

/**
 * chancery_reader_marks_new:
 *
 * Returns: (transfer floating): a widget without marks, to lie over the
 *   scrollbar
 */
GtkWidget *
chancery_reader_marks_new (void)
{
  return g_object_new (CHANCERY_TYPE_READER_MARKS, NULL);
}

/**
 * chancery_reader_marks_clear:
 * @self: marks
 *
 * Takes all marks away.
 */
void
chancery_reader_marks_clear (ChanceryReaderMarks *self)
{
  g_return_if_fail (CHANCERY_IS_READER_MARKS (self));

  memset (self->styles, 0, N_PLACES * sizeof *self->styles);
  self->n_marks = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * chancery_reader_marks_add:
 * @self: marks
 * @position: how far down in the article, 0 to 1
 * @style: a colour, or %CHANCERY_READER_MARK_FAINT
 *
 * Adds a mark.
 */
void
chancery_reader_marks_add (ChanceryReaderMarks *self,
                           double               position,
                           guint                style)
{
  guint place;

  g_return_if_fail (CHANCERY_IS_READER_MARKS (self));
  g_return_if_fail (style <= CHANCERY_READER_MARK_FAINT);

  place = (guint) (CLAMP (position, 0, 1) * (N_PLACES - 1));
  self->styles[place] |= (guint16) (1u << style);
  self->n_marks++;
}

/**
 * chancery_reader_marks_set_scheme:
 * @self: marks
 * @scheme: what they are drawn on
 *
 * Sets the shades of the marks.
 */
void
chancery_reader_marks_set_scheme (ChanceryReaderMarks  *self,
                                  ChanceryColourScheme  scheme)
{
  g_return_if_fail (CHANCERY_IS_READER_MARKS (self));

  self->scheme = scheme;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * chancery_reader_marks_get_n_marks:
 * @self: marks
 *
 * Returns: how many marks were added
 */
guint
chancery_reader_marks_get_n_marks (ChanceryReaderMarks *self)
{
  g_return_val_if_fail (CHANCERY_IS_READER_MARKS (self), 0);

  return self->n_marks;
}
