/* chancery-link-row.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-link-ends.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_LINK_ROW (chancery_link_row_get_type ())

/* One link of a note or an article, to be clicked. */
G_DECLARE_FINAL_TYPE (ChanceryLinkRow, chancery_link_row, CHANCERY, LINK_ROW, GtkButton)

GtkWidget *chancery_link_row_new     (void);
void       chancery_link_row_set_end (ChanceryLinkRow       *self,
                                      const char            *uid,
                                      gboolean               is_article,
                                      const ChanceryLinkEnd *end);

G_END_DECLS
