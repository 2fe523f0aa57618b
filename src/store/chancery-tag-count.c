/* chancery-tag-count.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-tag-count.h"

G_DEFINE_BOXED_TYPE (ChanceryTagCount, chancery_tag_count, chancery_tag_count_copy, chancery_tag_count_free)

/**
 * chancery_tag_count_new:
 * @tag: a tag
 * @n_notes: how many notes have it
 *
 * Returns: (transfer full): both
 */
ChanceryTagCount *
chancery_tag_count_new (const char *tag,
                        guint       n_notes)
{
  ChanceryTagCount *self = g_new0 (ChanceryTagCount, 1);

  self->tag = g_strdup (tag);
  self->n_notes = n_notes;

  return self;
}

/**
 * chancery_tag_count_copy:
 * @self: a tag and its number of notes
 *
 * Returns: (transfer full): a copy
 */
ChanceryTagCount *
chancery_tag_count_copy (const ChanceryTagCount *self)
{
  return chancery_tag_count_new (self->tag, self->n_notes);
}

/**
 * chancery_tag_count_free:
 * @self: (transfer full): a tag and its number of notes
 */
void
chancery_tag_count_free (ChanceryTagCount *self)
{
  g_free (self->tag);
  g_free (self);
}
