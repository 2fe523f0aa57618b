/* chancery-catalogue.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "chancery-organisation.h"
#include "chancery-state.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_CATALOGUE (chancery_catalogue_get_type ())

/* The bundled organisations and states. Immutable, so any thread may read it. */
G_DECLARE_FINAL_TYPE (ChanceryCatalogue, chancery_catalogue, CHANCERY, CATALOGUE, GObject)

GListModel           *chancery_catalogue_get_organisations   (ChanceryCatalogue *self);
GListModel           *chancery_catalogue_get_states          (ChanceryCatalogue *self);
ChanceryOrganisation *chancery_catalogue_lookup_organisation (ChanceryCatalogue *self,
                                                              const char        *id);
ChanceryState        *chancery_catalogue_lookup_state        (ChanceryCatalogue *self,
                                                              const char        *iso);

G_END_DECLS
