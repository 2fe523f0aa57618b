/* chancery-sequence-diff.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void chancery_sequence_diff (const guint32 *old_items,
                             gsize          n_old,
                             const guint32 *new_items,
                             gsize          n_new,
                             guint8        *old_kept,
                             guint8        *new_kept);

G_END_DECLS
