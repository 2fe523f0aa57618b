/* chancery-states-page.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chancery-states.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_STATES_PAGE (chancery_states_page_get_type ())

/* The map, and the list of the states below it. */
G_DECLARE_FINAL_TYPE (ChanceryStatesPage, chancery_states_page, CHANCERY, STATES_PAGE, AdwBin)

void            chancery_states_page_set_states (ChanceryStatesPage *self,
                                                 ChanceryStates     *states);
void            chancery_states_page_reveal     (ChanceryStatesPage *self,
                                                 const char         *iso);

G_END_DECLS
