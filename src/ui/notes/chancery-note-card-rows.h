/* chancery-note-card-rows.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-catalogue.h"

G_BEGIN_DECLS

void chancery_note_card_rows_setup        (GtkListItem       *item,
                                           GCallback          activated,
                                           gpointer           user_data);
void chancery_note_card_rows_bind         (GtkListItem       *item,
                                           ChanceryCatalogue *catalogue);
void chancery_note_card_rows_unbind       (GtkListItem       *item);
void chancery_note_card_rows_setup_header (GtkListHeader     *header);

G_END_DECLS
