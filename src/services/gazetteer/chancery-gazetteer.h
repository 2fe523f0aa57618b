/* chancery-gazetteer.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "chancery-date.h"
#include "chancery-mention.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_GAZETTEER (chancery_gazetteer_get_type ())

/* Finds the states that a text mentions. Immutable, so any thread may use it. */
G_DECLARE_FINAL_TYPE (ChanceryGazetteer, chancery_gazetteer, CHANCERY, GAZETTEER, GObject)

ChanceryGazetteer *chancery_gazetteer_new           (void);
guint              chancery_gazetteer_get_n_terms   (ChanceryGazetteer   *self,
                                                     const char          *lang);

GArray            *chancery_gazetteer_find          (ChanceryGazetteer   *self,
                                                     const char          *text,
                                                     const char          *lang,
                                                     ChanceryDate         date,
                                                     GCancellable        *cancellable);
GArray            *chancery_gazetteer_find_counted  (ChanceryGazetteer   *self,
                                                     const char          *text,
                                                     const char          *lang,
                                                     ChanceryDate         date,
                                                     GCancellable        *cancellable,
                                                     guint64             *n_steps);
void               chancery_gazetteer_find_async    (ChanceryGazetteer   *self,
                                                     const char          *text,
                                                     const char          *lang,
                                                     ChanceryDate         date,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
GArray            *chancery_gazetteer_find_finish   (ChanceryGazetteer   *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);

G_END_DECLS
