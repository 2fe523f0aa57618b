/* chancery-span-index.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ChancerySpan:
 * @start: the first offset
 * @end: the offset after the last
 * @style: what the span looks like, for its owner
 * @level: 0, or above the levels of the earlier spans that it overlaps
 * @data: (unowned): what the span stands for
 *
 * A passage of text. The unit of the offsets is its owner's choice.
 */
typedef struct
{
  guint start;
  guint end;
  guint16 style;
  guint16 level;
  gpointer data;
} ChancerySpan;

#define CHANCERY_SPAN_MAX_LEVEL 3

/* Spans that may overlap, to be asked for those that touch a range. Made of a
 * sorted array in which each element knows how far any before it reaches. */
typedef struct _ChancerySpanIndex ChancerySpanIndex;

typedef void (*ChancerySpanFunc) (const ChancerySpan *span,
                                  guint               position,
                                  gpointer            user_data);

ChancerySpanIndex  *chancery_span_index_new      (void);
void                chancery_span_index_free     (ChancerySpanIndex       *self);

void                chancery_span_index_add      (ChancerySpanIndex       *self,
                                                  guint                    start,
                                                  guint                    end,
                                                  guint16                  style,
                                                  gpointer                 data);
void                chancery_span_index_sort     (ChancerySpanIndex       *self);

guint               chancery_span_index_get_size (const ChancerySpanIndex *self);
const ChancerySpan *chancery_span_index_get      (const ChancerySpanIndex *self,
                                                  guint                    position);
void                chancery_span_index_foreach  (const ChancerySpanIndex *self,
                                                  guint                    start,
                                                  guint                    end,
                                                  ChancerySpanFunc         func,
                                                  gpointer                 user_data);
guint               chancery_span_index_find_after  (const ChancerySpanIndex *self,
                                                     guint                    offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChancerySpanIndex, chancery_span_index_free)

G_END_DECLS
