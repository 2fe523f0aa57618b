/* chancery-link-ends.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-link-ends.h"

/**
 * chancery_link_end_free:
 * @self: (transfer full): an end
 */
void
chancery_link_end_free (ChanceryLinkEnd *self)
{
  g_free (self->note_uid);
  g_free (self->article_uid);
  g_free (self->headline);
  g_free (self->text);
  g_free (self);
}

/**
 * chancery_link_ends_new:
 *
 * Returns: (transfer full): none, to be added to
 */
ChanceryLinkEnds *
chancery_link_ends_new (void)
{
  ChanceryLinkEnds *self = g_new0 (ChanceryLinkEnds, 1);

  self->ends = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_link_end_free);

  return self;
}

/**
 * chancery_link_ends_free:
 * @self: (transfer full): ends
 */
void
chancery_link_ends_free (ChanceryLinkEnds *self)
{
  g_ptr_array_unref (self->ends);
  g_free (self);
}
