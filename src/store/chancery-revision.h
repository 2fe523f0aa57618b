/* chancery-revision.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-date.h"

G_BEGIN_DECLS

/**
 * ChanceryRevision:
 * @number: 1 for the first text, counting up
 * @headline: (owned) (nullable): its headline
 * @published: its date
 * @added_us: when it came, in microseconds since 1970-01-01T00:00:00Z
 * @is_current: whether it is what the article says now
 *
 * One of the texts that an article has had.
 */
typedef struct
{
  guint number;
  char *headline;
  ChanceryDate published;
  gint64 added_us;
  gboolean is_current;
} ChanceryRevision;

#define CHANCERY_TYPE_REVISION (chancery_revision_get_type ())

GType             chancery_revision_get_type (void);
ChanceryRevision *chancery_revision_copy     (const ChanceryRevision *self);
void              chancery_revision_free     (ChanceryRevision       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryRevision, chancery_revision_free)

G_END_DECLS
