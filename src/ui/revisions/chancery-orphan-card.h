/* chancery-orphan-card.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-orphan-finder.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_ORPHAN_CARD (chancery_orphan_card_get_type ())

/* A note that lost its place, and where it may belong. Its buttons emit "command" with the name of an
 * action: attach, move, keep or delete. */
G_DECLARE_FINAL_TYPE (ChanceryOrphanCard, chancery_orphan_card, CHANCERY, ORPHAN_CARD, GtkWidget)

GtkWidget    *chancery_orphan_card_new           (gboolean                   show_article);
void          chancery_orphan_card_set_note      (ChanceryOrphanCard        *self,
                                                  ChanceryNote              *note);
ChanceryNote *chancery_orphan_card_get_note      (ChanceryOrphanCard        *self);
void          chancery_orphan_card_set_place     (ChanceryOrphanCard        *self,
                                                  const ChanceryOrphanPlace *place);

G_END_DECLS
