/* chancery-organisation-chooser.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chancery-states.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_ORGANISATION_CHOOSER (chancery_organisation_chooser_get_type ())

/* The title of the sidebar: which organisation, as of which day; opens a list to choose another. */
G_DECLARE_FINAL_TYPE (ChanceryOrganisationChooser, chancery_organisation_chooser, CHANCERY, ORGANISATION_CHOOSER, AdwBin)

void chancery_organisation_chooser_set_catalogue (ChanceryOrganisationChooser *self,
                                                  ChanceryCatalogue           *catalogue);
void chancery_organisation_chooser_set_states    (ChanceryOrganisationChooser *self,
                                                  ChanceryStates              *states);
void chancery_organisation_chooser_popup         (ChanceryOrganisationChooser *self);

G_END_DECLS
