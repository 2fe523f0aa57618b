/* chancery-note-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

#include "chancery-article.h"
#include "chancery-catalogue.h"
#include "chancery-note.h"

G_BEGIN_DECLS

/* Notes in words for the user. */

const char *chancery_note_kind_get_name          (ChanceryNoteKind   kind);
const char *chancery_note_get_label              (ChanceryNote      *note);
char       *chancery_note_dup_state_names        (ChanceryNote      *note,
                                                  ChanceryCatalogue *catalogue);
char       *chancery_note_dup_accessible_label   (ChanceryNote      *note,
                                                  const char        *colour_name,
                                                  ChanceryCatalogue *catalogue);

char       *chancery_note_text_shorten           (const char        *text,
                                                  gsize              max_chars);
gboolean    chancery_note_text_suits_italics     (const char        *text);
gboolean    chancery_note_matches                (ChanceryNote      *note,
                                                  const char * const *words);

G_END_DECLS
