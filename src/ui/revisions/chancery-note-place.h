/* chancery-note-place.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-note.h"

G_BEGIN_DECLS

/* Where a note stands in its article, how sure that is, and what can be made of it. */

gboolean      chancery_note_has_unsure_place (ChanceryNote           *note);
char         *chancery_note_dup_place_label  (ChanceryNote           *note);
char         *chancery_score_dup_label       (double                  score);

ChanceryNote *chancery_note_new_at_place     (ChanceryNote           *note,
                                              const ChancerySelector *selector);
ChanceryNote *chancery_note_new_on_article   (ChanceryNote           *note);

G_END_DECLS
