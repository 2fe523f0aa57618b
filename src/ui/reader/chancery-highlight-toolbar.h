/* chancery-highlight-toolbar.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CHANCERY_TYPE_HIGHLIGHT_TOOLBAR (chancery_highlight_toolbar_get_type ())

/* What can be done with words that were selected with the mouse, right beside
 * them. Its buttons activate the reader's actions; it never takes the focus. */
G_DECLARE_FINAL_TYPE (ChanceryHighlightToolbar, chancery_highlight_toolbar, CHANCERY, HIGHLIGHT_TOOLBAR, GtkPopover)

GtkWidget *chancery_highlight_toolbar_new         (void);

void       chancery_highlight_toolbar_set_fitting (ChanceryHighlightToolbar *self,
                                                   gboolean                  fits,
                                                   gboolean                  shrinks);

G_END_DECLS
