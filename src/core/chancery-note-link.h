/* chancery-note-link.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "chancery-enums.h"

G_BEGIN_DECLS

/**
 * ChanceryNoteLink:
 * @relation: what the note has to do with what it links to
 * @note_uid: (owned) (nullable): the other note, which may be on the later
 *   passage that bears a forecast out
 * @article_uid: (owned) (nullable): the article that is linked to, or that the
 *   other note is on
 *
 * A link from a note to another note or to an article. What it links to may
 * not be in the library. Immutable.
 */
typedef struct
{
  ChanceryLinkRelation relation;
  char *note_uid;
  char *article_uid;
} ChanceryNoteLink;

#define CHANCERY_TYPE_NOTE_LINK (chancery_note_link_get_type ())

GType             chancery_note_link_get_type (void);
ChanceryNoteLink *chancery_note_link_new      (ChanceryLinkRelation    relation,
                                               const char             *note_uid,
                                               const char             *article_uid);
ChanceryNoteLink *chancery_note_link_copy     (const ChanceryNoteLink *link);
gboolean          chancery_note_link_equal    (const ChanceryNoteLink *a,
                                               const ChanceryNoteLink *b);
void              chancery_note_link_free     (ChanceryNoteLink       *link);

GPtrArray        *chancery_note_links_new     (void);
GPtrArray        *chancery_note_links_copy    (GPtrArray              *links);
gboolean          chancery_note_links_equal   (GPtrArray              *a,
                                               GPtrArray              *b);
char             *chancery_note_links_to_json (GPtrArray              *links);
GPtrArray        *chancery_note_links_from_json (const char           *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryNoteLink, chancery_note_link_free)

G_END_DECLS
