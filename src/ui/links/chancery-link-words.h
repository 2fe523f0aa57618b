/* chancery-link-words.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-link-ends.h"
#include "chancery-note.h"

G_BEGIN_DECLS

/* Links in words for the user. */

/**
 * ChanceryOutcome:
 *
 * What became of a forecast or a commitment, as far as its links say.
 */
typedef enum
{
  CHANCERY_OUTCOME_NONE,
  CHANCERY_OUTCOME_BORNE_OUT,
  CHANCERY_OUTCOME_REFUTED,
  CHANCERY_OUTCOME_DISPUTED,
} ChanceryOutcome;

const char      *chancery_link_relation_get_name (ChanceryLinkRelation   relation,
                                                  gboolean               is_backwards);
const char      *chancery_link_relation_get_icon (ChanceryLinkRelation   relation,
                                                  gboolean               is_backwards);
char            *chancery_link_end_dup_caption   (const ChanceryLinkEnd *end);
char            *chancery_link_end_dup_text      (const ChanceryLinkEnd *end);

ChanceryOutcome  chancery_note_get_outcome       (ChanceryNote          *note);
const char      *chancery_outcome_get_name       (ChanceryOutcome        outcome);
const char      *chancery_outcome_get_icon       (ChanceryOutcome        outcome);

G_END_DECLS
