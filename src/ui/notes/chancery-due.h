/* chancery-due.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-note.h"

G_BEGIN_DECLS

/**
 * ChanceryDueStatus:
 * @CHANCERY_DUE_NEVER: it has no due date
 * @CHANCERY_DUE_OVERDUE: its day has passed
 * @CHANCERY_DUE_TODAY: it is due today
 * @CHANCERY_DUE_THIS_WEEK: it is due in the next seven days
 * @CHANCERY_DUE_LATER: it is due after that
 * @CHANCERY_DUE_SETTLED: it was borne out or refuted, so that nothing waits for its day
 *
 * How a note stands to its due date. A month or a year is due with its last day.
 */
typedef enum
{
  CHANCERY_DUE_NEVER,
  CHANCERY_DUE_OVERDUE,
  CHANCERY_DUE_TODAY,
  CHANCERY_DUE_THIS_WEEK,
  CHANCERY_DUE_LATER,
  CHANCERY_DUE_SETTLED,
} ChanceryDueStatus;

/**
 * ChanceryDueSuggestion:
 * @date: a date
 * @label: (owned): the words that name it, which date it is, and by which rule
 *
 * A date that a passage or a note names, and that it may be due on. Boxed.
 */
typedef struct
{
  ChanceryDate date;
  char *label;
} ChanceryDueSuggestion;

ChanceryDate      chancery_due_get_today         (void);
ChanceryDueStatus chancery_note_get_due_status   (ChanceryNote      *note,
                                                  ChanceryDate       today);
char             *chancery_note_dup_due_text     (ChanceryNote      *note,
                                                  ChanceryDate       today);
gboolean          chancery_due_parse             (const char        *text,
                                                  ChanceryDate       today,
                                                  ChanceryDate      *date);
GPtrArray        *chancery_due_suggestions_find  (ChanceryNote      *note,
                                                  ChanceryDate       published,
                                                  const char        *lang);

G_END_DECLS
