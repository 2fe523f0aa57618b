/* chancery-passage.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-article.h"
#include "chancery-mention.h"
#include "chancery-selector.h"

G_BEGIN_DECLS

/**
 * ChanceryPassage:
 * @start_bytes: where it begins in the canonical text
 * @end_bytes: the byte after its last
 *
 * Some words of an article.
 */
typedef struct
{
  gsize start_bytes;
  gsize end_bytes;
} ChanceryPassage;

/**
 * ChanceryPassageEdge:
 *
 * Which end of a passage is meant.
 */
typedef enum
{
  CHANCERY_PASSAGE_START,
  CHANCERY_PASSAGE_END,
} ChanceryPassageEdge;

/**
 * ChanceryPassageUnit:
 *
 * How far an end of a passage moves.
 */
typedef enum
{
  CHANCERY_PASSAGE_WORD,
  CHANCERY_PASSAGE_SENTENCE,
} ChanceryPassageUnit;

gboolean chancery_passage_locate     (ChanceryArticle        *article,
                                      const ChancerySelector *selector,
                                      gboolean                search,
                                      ChanceryPassage        *passage);
gboolean chancery_passage_trim       (const char             *text,
                                      ChanceryPassage        *passage);
gboolean chancery_passage_move       (const char             *text,
                                      ChanceryPassage        *passage,
                                      ChanceryPassageEdge     edge,
                                      ChanceryPassageUnit     unit,
                                      gboolean                forward);
gboolean chancery_passage_fit        (ChanceryPassage        *passage,
                                      const ChanceryPassage  *selected);
gboolean chancery_passage_split      (const char             *text,
                                      const ChanceryPassage  *passage,
                                      gsize                   offset_bytes,
                                      ChanceryPassage        *first,
                                      ChanceryPassage        *second);
gboolean chancery_passage_is_gap     (const char             *text,
                                      gsize                   length_bytes);
gboolean chancery_passage_touches    (const char             *text,
                                      const ChanceryPassage  *a,
                                      const ChanceryPassage  *b);
GStrv    chancery_passage_dup_states (const ChanceryPassage  *passage,
                                      GArray                 *mentions);

G_END_DECLS
