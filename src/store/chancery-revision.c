/* chancery-revision.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-revision.h"

G_DEFINE_BOXED_TYPE (ChanceryRevision, chancery_revision, chancery_revision_copy, chancery_revision_free)

/**
 * chancery_revision_copy:
 * @self: a revision
 *
 * Returns: (transfer full): a copy
 */
ChanceryRevision *
chancery_revision_copy (const ChanceryRevision *self)
{
  ChanceryRevision *copy = g_memdup2 (self, sizeof *self);

  copy->headline = g_strdup (self->headline);
  return copy;
}

/**
 * chancery_revision_free:
 * @self: (transfer full): a revision
 */
void
chancery_revision_free (ChanceryRevision *self)
{
  g_free (self->headline);
  g_free (self);
}
