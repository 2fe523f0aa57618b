/* chancery-chip.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CHANCERY_TYPE_CHIP (chancery_chip_get_type ())

/* One of the things that a chip entry can hold: a tag, a state. Immutable. */
G_DECLARE_FINAL_TYPE (ChanceryChip, chancery_chip, CHANCERY, CHIP, GObject)

ChanceryChip *chancery_chip_new               (const char   *id,
                                               const char   *label,
                                               const char   *also);
const char   *chancery_chip_get_id            (ChanceryChip *self);
const char   *chancery_chip_get_label         (ChanceryChip *self);
int           chancery_chip_match             (ChanceryChip *self,
                                               const char   *words);
GListModel   *chancery_chip_list_new_for_tags (GListModel   *tags);

G_END_DECLS
