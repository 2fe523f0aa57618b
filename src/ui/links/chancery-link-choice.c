/* chancery-link-choice.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-link-choice.h"

G_DEFINE_BOXED_TYPE (ChanceryLinkChoice, chancery_link_choice, chancery_link_choice_copy, chancery_link_choice_free)

/**
 * chancery_link_choice_copy:
 * @self: a choice
 *
 * Returns: (transfer full): a copy
 */
ChanceryLinkChoice *
chancery_link_choice_copy (const ChanceryLinkChoice *self)
{
  ChanceryLinkChoice *copy = g_memdup2 (self, sizeof *self);

  copy->note_uid = g_strdup (self->note_uid);
  copy->article_uid = g_strdup (self->article_uid);

  return copy;
}

/**
 * chancery_link_choice_free:
 * @self: (transfer full): a choice
 */
void
chancery_link_choice_free (ChanceryLinkChoice *self)
{
  g_free (self->note_uid);
  g_free (self->article_uid);
  g_free (self);
}
