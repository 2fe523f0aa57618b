/* chancery-link-choice.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-note.h"

G_BEGIN_DECLS

/**
 * ChanceryLinkChoice:
 * @relation: what the link says
 * @is_backwards: whether the chosen note gets the link, and not the one that it
 *   was chosen for
 * @note_uid: (owned) (nullable): the note that was chosen
 * @article_uid: (owned) (nullable): the article that was chosen, or that the note is on
 *
 * What a user chose to link a note with.
 */
typedef struct
{
  ChanceryLinkRelation relation;
  gboolean is_backwards;
  char *note_uid;
  char *article_uid;
} ChanceryLinkChoice;

#define CHANCERY_TYPE_LINK_CHOICE (chancery_link_choice_get_type ())

GType               chancery_link_choice_get_type (void);
ChanceryLinkChoice *chancery_link_choice_copy     (const ChanceryLinkChoice *self);
void                chancery_link_choice_free     (ChanceryLinkChoice       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryLinkChoice, chancery_link_choice_free)

G_END_DECLS
