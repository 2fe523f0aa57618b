/* chancery-mention-popover.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-organisation.h"
#include "chancery-state.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_MENTION_POPOVER (chancery_mention_popover_get_type ())

/* What is to be known of a state that is mentioned in an article. */
G_DECLARE_FINAL_TYPE (ChanceryMentionPopover, chancery_mention_popover, CHANCERY, MENTION_POPOVER, GtkPopover)

GtkWidget *chancery_mention_popover_new       (void);
void       chancery_mention_popover_set_state (ChanceryMentionPopover *self,
                                               ChanceryState          *state,
                                               ChanceryOrganisation   *organisation,
                                               ChanceryDate            article_date,
                                               ChanceryDate            as_of_date);
void       chancery_mention_popover_set_count (ChanceryMentionPopover *self,
                                               guint                   position,
                                               guint                   n_mentions);

G_END_DECLS
