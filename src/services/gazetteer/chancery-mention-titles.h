/* chancery-mention-titles.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-reading.h"

G_BEGIN_DECLS

/* Bounds, so that no text makes the search slow. */
#define CHANCERY_NAME_MAX_WORDS 6
#define CHANCERY_TITLE_MAX_WORDS 8

/**
 * ChanceryTitle:
 * @first: its first token, that of its state included
 * @last: its last token
 * @iso: the state that is named with it, or ""
 * @denied: whether it is a former holder's, a deputy's or an organisation's
 *
 * A title of a head of state, a head of government or a foreign minister.
 */
typedef struct
{
  gint64 first;
  gint64 last;
  char iso[3];
  gboolean denied;
} ChanceryTitle;

gboolean           chancery_title_read             (const ChanceryReading *reading,
                                                    gint64                 i,
                                                    ChanceryTitle         *title);
gboolean           chancery_title_read_counterpart (const ChanceryReading *reading,
                                                    gint64                 i,
                                                    ChanceryTitle         *title);

gint64             chancery_name_read              (const ChanceryReading *reading,
                                                    gint64                 i);
gint64             chancery_name_read_backwards    (const ChanceryReading *reading,
                                                    gint64                 i);

ChanceryCandidate *chancery_reading_state_before   (const ChanceryReading *reading,
                                                    gint64                 i,
                                                    gint64                *first);
gboolean           chancery_reading_is_person      (const ChanceryReading   *reading,
                                                    const ChanceryCandidate *candidate);
gboolean           chancery_reading_is_capitalised (const ChanceryReading *reading,
                                                    gint64                 i);
gboolean           chancery_reading_is_tight       (const ChanceryReading *reading,
                                                    gint64                 i);

G_END_DECLS
