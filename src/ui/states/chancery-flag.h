/* chancery-flag.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CHANCERY_TYPE_FLAG (chancery_flag_get_type ())

/* A state's flag, three wide by two high. For looks alone: the name stands beside it. */
G_DECLARE_FINAL_TYPE (ChanceryFlag, chancery_flag, CHANCERY, FLAG, GtkWidget)

void        chancery_flag_set_iso    (ChanceryFlag *self,
                                      const char   *iso);
void        chancery_flag_set_width  (ChanceryFlag *self,
                                      int           width);

G_END_DECLS
