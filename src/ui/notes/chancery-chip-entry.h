/* chancery-chip-entry.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-chip.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_CHIP_ENTRY (chancery_chip_entry_get_type ())

/* A field of chips: each can be removed, and more are typed or picked from what
 * is suggested. Free ones (tags) end with a comma or Enter; others (states) must
 * be among what is known. */
G_DECLARE_FINAL_TYPE (ChanceryChipEntry, chancery_chip_entry, CHANCERY, CHIP_ENTRY, GtkWidget)

void        chancery_chip_entry_set_known (ChanceryChipEntry  *self,
                                           GListModel         *known);
GStrv       chancery_chip_entry_dup_chip_ids (ChanceryChipEntry *self);
GStrv       chancery_chip_entry_dup_ids   (ChanceryChipEntry  *self);
void        chancery_chip_entry_set_ids   (ChanceryChipEntry  *self,
                                           const char * const *ids);
void        chancery_chip_entry_commit    (ChanceryChipEntry  *self);

G_END_DECLS
