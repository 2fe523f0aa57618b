/* chancery-note-reshape.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-note-change.h"
#include "chancery-passage.h"

G_BEGIN_DECLS

/**
 * ChanceryMergeability:
 * @CHANCERY_MERGE_POSSIBLE: they can
 * @CHANCERY_MERGE_TOO_FEW: there is only one
 * @CHANCERY_MERGE_WITHOUT_PASSAGE: one of them is on no passage, or lost it
 * @CHANCERY_MERGE_IN_SEVERAL_ARTICLES: they are not all on one article
 * @CHANCERY_MERGE_APART: there are words between them
 *
 * Whether notes can be merged or, if not, why.
 */
typedef enum
{
  CHANCERY_MERGE_POSSIBLE,
  CHANCERY_MERGE_TOO_FEW,
  CHANCERY_MERGE_WITHOUT_PASSAGE,
  CHANCERY_MERGE_IN_SEVERAL_ARTICLES,
  CHANCERY_MERGE_APART,
} ChanceryMergeability;

ChanceryNote         *chancery_note_new_on_passage     (ChanceryNote          *note,
                                                        ChanceryArticle       *article,
                                                        const ChanceryPassage *passage,
                                                        GArray                *mentions);
GPtrArray            *chancery_note_split              (ChanceryNote          *note,
                                                        ChanceryArticle       *article,
                                                        gsize                  offset_bytes,
                                                        GArray                *mentions,
                                                        gint64                 now_us);
ChanceryMergeability  chancery_notes_get_mergeability  (GPtrArray             *notes);
GPtrArray            *chancery_notes_merge             (GPtrArray             *notes,
                                                        ChanceryArticle       *article,
                                                        ChanceryMergeability  *mergeability);
ChanceryNote         *chancery_note_new_relinked       (ChanceryNote          *note,
                                                        GPtrArray             *merged,
                                                        const char            *uid);

G_END_DECLS
