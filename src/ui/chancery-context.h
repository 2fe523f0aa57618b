/* chancery-context.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "chancery-catalogue.h"
#include "gazetteer/chancery-gazetteer.h"
#include "chancery-history.h"
#include "chancery-library.h"
#include "import/chancery-importer.h"
#include "sync/chancery-sync.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_CONTEXT (chancery_context_get_type ())

/* What the parts of the window share: settings, catalogue, library, history of notes, gazetteer. */
G_DECLARE_FINAL_TYPE (ChanceryContext, chancery_context, CHANCERY, CONTEXT, GObject)

ChanceryContext   *chancery_context_new                    (GFile               *library_file);

GSettings         *chancery_context_get_settings           (ChanceryContext     *self);
ChanceryCatalogue *chancery_context_get_catalogue          (ChanceryContext     *self);
ChanceryGazetteer *chancery_context_get_gazetteer          (ChanceryContext     *self);
ChanceryLibrary   *chancery_context_get_library            (ChanceryContext     *self);
ChanceryHistory   *chancery_context_get_history            (ChanceryContext     *self);
ChanceryImporter  *chancery_context_get_importer           (ChanceryContext     *self);
ChancerySync      *chancery_context_get_sync               (ChanceryContext     *self);
GFile             *chancery_context_get_library_file       (ChanceryContext     *self);

void               chancery_context_load_catalogue_async   (ChanceryContext     *self,
                                                            GCancellable        *cancellable,
                                                            GAsyncReadyCallback  callback,
                                                            gpointer             user_data);
gboolean           chancery_context_load_catalogue_finish  (ChanceryContext     *self,
                                                            GAsyncResult        *result,
                                                            GError             **error);
void               chancery_context_open_library_async     (ChanceryContext     *self,
                                                            GCancellable        *cancellable,
                                                            GAsyncReadyCallback  callback,
                                                            gpointer             user_data);
gboolean           chancery_context_open_library_finish    (ChanceryContext     *self,
                                                            GAsyncResult        *result,
                                                            GError             **error);
void               chancery_context_close_library_async    (ChanceryContext     *self,
                                                            GAsyncReadyCallback  callback,
                                                            gpointer             user_data);
gboolean           chancery_context_close_library_finish   (ChanceryContext     *self,
                                                            GAsyncResult        *result,
                                                            GError             **error);

G_END_DECLS
