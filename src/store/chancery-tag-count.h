/* chancery-tag-count.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ChanceryTagCount:
 * @tag: (owned): a tag
 * @n_notes: how many notes have it
 */
typedef struct
{
  char *tag;
  guint n_notes;
} ChanceryTagCount;

#define CHANCERY_TYPE_TAG_COUNT (chancery_tag_count_get_type ())

GType             chancery_tag_count_get_type (void);
ChanceryTagCount *chancery_tag_count_new      (const char             *tag,
                                               guint                   n_notes);
ChanceryTagCount *chancery_tag_count_copy     (const ChanceryTagCount *self);
void              chancery_tag_count_free     (ChanceryTagCount       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryTagCount, chancery_tag_count_free)

G_END_DECLS
