/* chancery-organisation.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "chancery-membership.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_ORGANISATION (chancery_organisation_get_type ())

/* An international organisation or grouping with its dated memberships. Immutable. */
G_DECLARE_FINAL_TYPE (ChanceryOrganisation, chancery_organisation, CHANCERY, ORGANISATION, GObject)

/**
 * ChanceryStanding:
 * @status: what the member is on the date asked for; a suspension hides the
 *   membership that it overlays
 * @since: since when, without a break; for a former member, the day it left
 * @membership: (nullable): the record that decided it, borrowed
 */
typedef struct
{
  ChanceryMembershipStatus status;
  ChanceryDate since;
  ChanceryMembership *membership;
} ChanceryStanding;

const char       *chancery_organisation_get_id            (ChanceryOrganisation *self);
const char       *chancery_organisation_get_abbreviation  (ChanceryOrganisation *self);
const char       *chancery_organisation_get_name          (ChanceryOrganisation *self);
const char       *chancery_organisation_get_name_in       (ChanceryOrganisation *self,
                                                           const char           *lang);
const char * const *chancery_organisation_get_aliases     (ChanceryOrganisation *self);
ChanceryDate      chancery_organisation_get_founded       (ChanceryOrganisation *self);
const char       *chancery_organisation_get_remark        (ChanceryOrganisation *self);
GListModel       *chancery_organisation_get_memberships   (ChanceryOrganisation *self);

ChanceryStanding  chancery_organisation_get_standing      (ChanceryOrganisation *self,
                                                           const char           *member,
                                                           ChanceryDate          date);
GStrv             chancery_organisation_dup_members_at    (ChanceryOrganisation *self,
                                                           ChanceryDate          date);

G_END_DECLS
