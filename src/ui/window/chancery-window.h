/* chancery-window.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chancery-context.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_WINDOW (chancery_window_get_type ())

/* The three panes: states and library, reader, notes. */
G_DECLARE_FINAL_TYPE (ChanceryWindow, chancery_window, CHANCERY, WINDOW, AdwApplicationWindow)

ChanceryWindow *chancery_window_new          (GtkApplication   *application,
                                              ChanceryContext  *context);
void            chancery_window_import_files (ChanceryWindow   *self,
                                              GListModel       *files);
void            chancery_window_present      (ChanceryWindow   *self);

G_END_DECLS
