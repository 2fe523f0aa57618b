/* chancery-link-list.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-link-ends.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_LINK_LIST (chancery_link_list_get_type ())

/* What a note is linked with, on its card, or an article. A link opens with a click or Enter, by win.open-link; its menu, or Delete,
 * removes it, by win.remove-link. */
G_DECLARE_FINAL_TYPE (ChanceryLinkList, chancery_link_list, CHANCERY, LINK_LIST, GtkBox)

GtkWidget *chancery_link_list_new      (void);
void       chancery_link_list_set_ends (ChanceryLinkList       *self,
                                        const char             *uid,
                                       gboolean                is_article,
                                        const ChanceryLinkEnds *ends);

G_END_DECLS
