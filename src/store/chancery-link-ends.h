/* chancery-link-ends.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-enums.h"

G_BEGIN_DECLS

/* More links to a note or an article than this are not read. */
#define CHANCERY_LINK_ENDS_MAX_BACKWARDS 50u

/**
 * ChanceryLinkEnd:
 * @is_backwards: whether it is the other one that has the link
 * @relation: what the link says; of one that is @is_backwards, this one bears the
 *   other out, say
 * @note_uid: (owned) (nullable): the other note; %NULL for an article
 * @article_uid: (owned) (nullable): the article, or the one that the other note is on
 * @headline: (owned) (nullable): that article's headline
 * @text: (owned) (nullable): what the other note is on or, if it is on no passage,
 *   what it says, at most 400 characters
 * @kind: what the other note is
 * @is_found: whether the other note, or the article, is in the library
 * @has_article: whether the article is
 *
 * What is at the other end of a link. Immutable.
 */
typedef struct
{
  gboolean is_backwards;
  ChanceryLinkRelation relation;
  char *note_uid;
  char *article_uid;
  char *headline;
  char *text;
  ChanceryNoteKind kind;
  gboolean is_found;
  gboolean has_article;
} ChanceryLinkEnd;

/**
 * ChanceryLinkEnds:
 * @ends: (owned) (element-type ChanceryLinkEnd): first those that it links to, in
 *   their order, then those that link to it, the earliest first
 * @has_more: whether still more link to it
 *
 * What a note, or an article, is linked with. Immutable.
 */
typedef struct
{
  GPtrArray *ends;
  gboolean has_more;
} ChanceryLinkEnds;

ChanceryLinkEnds *chancery_link_ends_new  (void);
void              chancery_link_ends_free (ChanceryLinkEnds *self);
void              chancery_link_end_free  (ChanceryLinkEnd  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryLinkEnd, chancery_link_end_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryLinkEnds, chancery_link_ends_free)

G_END_DECLS
