/* chancery-state-item.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-state.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_STATE_ITEM (chancery_state_item_get_type ())

/* A state as the map and the list show it: what it is to the organisation on
 * the as-of date, and how often it stands in the article and in notes. */
G_DECLARE_FINAL_TYPE (ChanceryStateItem, chancery_state_item, CHANCERY, STATE_ITEM, GObject)

ChanceryStateItem       *chancery_state_item_new              (ChanceryState            *state);

ChanceryState           *chancery_state_item_get_state        (ChanceryStateItem        *self);
const char              *chancery_state_item_get_iso          (ChanceryStateItem        *self);
const char              *chancery_state_item_get_display_name (ChanceryStateItem        *self);
const char              *chancery_state_item_get_collation_key (ChanceryStateItem       *self);
ChanceryMembershipStatus chancery_state_item_get_status       (ChanceryStateItem        *self);
void                     chancery_state_item_set_standing     (ChanceryStateItem        *self,
                                                               ChanceryMembershipStatus  status,
                                                               ChanceryDate              since);
guint                    chancery_state_item_get_n_mentions   (ChanceryStateItem        *self);
void                     chancery_state_item_set_n_mentions   (ChanceryStateItem        *self,
                                                               guint                     n_mentions);
guint                    chancery_state_item_get_n_notes      (ChanceryStateItem        *self);
void                     chancery_state_item_set_n_notes      (ChanceryStateItem        *self,
                                                               guint                     n_notes);
char                    *chancery_state_item_dup_standing_text (ChanceryStateItem       *self);

G_END_DECLS
