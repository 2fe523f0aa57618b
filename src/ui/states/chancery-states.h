/* chancery-states.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-catalogue.h"
#include "chancery-state-item.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_STATES (chancery_states_get_type ())

/* The states as an organisation sees them on a date: one selection model, shared by the map and the list. */
G_DECLARE_FINAL_TYPE (ChanceryStates, chancery_states, CHANCERY, STATES, GObject)

ChanceryStates       *chancery_states_new              (ChanceryCatalogue    *catalogue);

GtkSelectionModel    *chancery_states_get_selection    (ChanceryStates       *self);
ChanceryStateItem    *chancery_states_get_selected     (ChanceryStates       *self);
void                  chancery_states_select           (ChanceryStates       *self,
                                                        const char           *iso);
ChanceryStateItem    *chancery_states_lookup           (ChanceryStates       *self,
                                                        const char           *iso);
guint                 chancery_states_get_position     (ChanceryStates       *self,
                                                        const char           *iso);

ChanceryOrganisation *chancery_states_get_organisation (ChanceryStates       *self);
ChanceryDate          chancery_states_get_date         (ChanceryStates       *self);
void                  chancery_states_set_point_of_view (ChanceryStates      *self,
                                                        ChanceryOrganisation *organisation,
                                                        ChanceryDate          date);
void                  chancery_states_set_mentions     (ChanceryStates       *self,
                                                        GArray               *mentions);
void                  chancery_states_set_note_counts  (ChanceryStates       *self,
                                                        GHashTable           *counts);

G_END_DECLS
