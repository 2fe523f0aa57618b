/* chancery-placing-bar.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-note.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_PLACING_BAR (chancery_placing_bar_get_type ())

/* Below the text while a note is placed by hand: which one, and what to do. Its buttons run
 * win.place-note and win.cancel-placing. */
G_DECLARE_FINAL_TYPE (ChanceryPlacingBar, chancery_placing_bar, CHANCERY, PLACING_BAR, GtkWidget)

void chancery_placing_bar_set_note (ChanceryPlacingBar *self,
                                    ChanceryNote       *note);

G_END_DECLS
