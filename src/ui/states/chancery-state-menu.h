/* chancery-state-menu.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void chancery_state_menu_add (GtkWidget   *owner,
                              GtkListView *list,
                              GMenuModel  *menu);

G_END_DECLS
