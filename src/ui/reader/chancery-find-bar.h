/* chancery-find-bar.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CHANCERY_TYPE_FIND_BAR (chancery_find_bar_get_type ())

/* The bar of finding in an article: what is looked for, how often it stands
 * there, and which of these places is shown. */
G_DECLARE_FINAL_TYPE (ChanceryFindBar, chancery_find_bar, CHANCERY, FIND_BAR, GtkWidget)

GtkWidget  *chancery_find_bar_new        (void);
void        chancery_find_bar_open       (ChanceryFindBar *self,
                                          const char      *words);
void        chancery_find_bar_close      (ChanceryFindBar *self);
gboolean    chancery_find_bar_is_open    (ChanceryFindBar *self);
const char *chancery_find_bar_get_words  (ChanceryFindBar *self);
void        chancery_find_bar_set_status (ChanceryFindBar *self,
                                          guint            position,
                                          guint            n_matches);
const char *chancery_find_bar_get_status (ChanceryFindBar *self);

G_END_DECLS
