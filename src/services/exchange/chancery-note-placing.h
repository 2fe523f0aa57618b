/* chancery-note-placing.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "anchoring/chancery-anchoring.h"
#include "chancery-note-reader.h"

G_BEGIN_DECLS

/* Where imported notes belong. Pure; any thread. */

ChanceryArticle *chancery_note_placing_make_stub (const ChanceryNoteRecord *record,
                                                  const char               *file_name);
ChanceryNote    *chancery_note_placing_place     (const ChanceryNoteRecord *record,
                                                  const char               *article_uid,
                                                  ChanceryArticle          *article,
                                                  ChanceryAnchorText      **prepared);

G_END_DECLS
