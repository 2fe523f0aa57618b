/* chancery-span-index.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-span-index.h"

#include <stdlib.h>

struct _ChancerySpanIndex
{
  GArray *spans; /* (owned) (element-type ChancerySpan) */
  GArray *reaches; /* (owned) (element-type guint): the greatest end up to each span */
  gboolean sorted;
};

/**
 * chancery_span_index_new:
 *
 * Returns: (transfer full): an empty index
 */
ChancerySpanIndex *
chancery_span_index_new (void)
{
  ChancerySpanIndex *self = g_new0 (ChancerySpanIndex, 1);

  self->spans = g_array_new (FALSE, FALSE, sizeof (ChancerySpan));
  self->reaches = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sorted = TRUE;

  return self;
}

/**
 * chancery_span_index_free:
 * @self: (nullable): an index
 *
 * Frees it.
 */
void
chancery_span_index_free (ChancerySpanIndex *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->spans);
  g_array_unref (self->reaches);
  g_free (self);
}

/**
 * chancery_span_index_add:
 * @self: an index
 * @start: the span's first offset
 * @end: the offset after its last; a span without length is not added
 * @style: for the owner
 * @data: for the owner
 *
 * Adds a span. After the last one, chancery_span_index_sort() is to be called.
 */
void
chancery_span_index_add (ChancerySpanIndex *self,
                         guint              start,
                         guint              end,
                         guint16            style,
                         gpointer           data)
{
  ChancerySpan span = { .start = start, .end = end, .style = style, .data = data };

  if (start >= end)
    return;

  g_array_append_val (self->spans, span);
  self->sorted = FALSE;
}

/* Of two that begin together, the longer comes first and so lies below. */
static int
compare_spans (const void *a,
               const void *b)
{
  const ChancerySpan *left = a;
  const ChancerySpan *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  if (left->end != right->end)
    return left->end > right->end ? -1 : 1;

  return 0;
}

/**
 * chancery_span_index_sort:
 * @self: an index
 *
 * Puts the spans in order and gives each its level.
 */
void
chancery_span_index_sort (ChancerySpanIndex *self)
{
  guint reach = 0;
  guint level_ends[CHANCERY_SPAN_MAX_LEVEL + 1] = { 0, };
  gboolean ordered = TRUE;

  if (self->sorted)
    return;

  /* Notes of an article come in the order of the text. */
  for (guint i = 1; i < self->spans->len && ordered; i++)
    ordered = compare_spans (&g_array_index (self->spans, ChancerySpan, i - 1),
                             &g_array_index (self->spans, ChancerySpan, i)) <= 0;
  if (!ordered)
    g_array_sort (self->spans, compare_spans);

  g_array_set_size (self->reaches, self->spans->len);
  for (guint i = 0; i < self->spans->len; i++)
    {
      ChancerySpan *span = &g_array_index (self->spans, ChancerySpan, i);
      guint level = 0;

      while (level < CHANCERY_SPAN_MAX_LEVEL && level_ends[level] > span->start)
        level++;
      level_ends[level] = MAX (level_ends[level], span->end);
      span->level = (guint16) level;

      reach = MAX (reach, span->end);
      g_array_index (self->reaches, guint, i) = reach;
    }

  self->sorted = TRUE;
}

/**
 * chancery_span_index_get_size:
 * @self: an index
 *
 * Returns: how many spans it has
 */
guint
chancery_span_index_get_size (const ChancerySpanIndex *self)
{
  return self->spans->len;
}

/**
 * chancery_span_index_get:
 * @self: a sorted index
 * @position: a number below its size
 *
 * Returns: (transfer none): the span, by order of its start
 */
const ChancerySpan *
chancery_span_index_get (const ChancerySpanIndex *self,
                         guint                    position)
{
  g_return_val_if_fail (self->sorted, NULL);
  g_return_val_if_fail (position < self->spans->len, NULL);

  return &g_array_index (self->spans, ChancerySpan, position);
}

/* The first element of an ascending array of guint in records of some size that is above a value. */
static guint
first_above (const GArray *array,
             gsize         stride,
             guint         value)
{
  guint low = 0, high = array->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      guint here = *(const guint *) (gconstpointer) (array->data + middle * stride);

      if (here <= value)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * chancery_span_index_foreach:
 * @self: a sorted index
 * @start: the first offset of a range
 * @end: the offset after its last
 * @func: (scope call): called for each span that has an offset in the range
 * @user_data: for @func
 *
 * Goes through the spans in order. Takes time for those in the range, and for
 * those before it that a longer one reaches over.
 */
void
chancery_span_index_foreach (const ChancerySpanIndex *self,
                             guint                    start,
                             guint                    end,
                             ChancerySpanFunc         func,
                             gpointer                 user_data)
{
  g_return_if_fail (self->sorted);

  for (guint i = first_above (self->reaches, sizeof (guint), start); i < self->spans->len; i++)
    {
      const ChancerySpan *span = &g_array_index (self->spans, ChancerySpan, i);

      if (span->start >= end)
        break;
      if (span->end > start)
        func (span, i, user_data);
    }
}

/**
 * chancery_span_index_find_after:
 * @self: a sorted index
 * @offset: an offset
 *
 * Returns: the position of the first span that begins after @offset, or the
 *   index's size
 */
guint
chancery_span_index_find_after (const ChancerySpanIndex *self,
                                guint                    offset)
{
  G_STATIC_ASSERT (G_STRUCT_OFFSET (ChancerySpan, start) == 0);

  g_return_val_if_fail (self->sorted, 0);

  return first_above (self->spans, sizeof (ChancerySpan), offset);
}
