/* chancery-membership.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-date.h"
#include "chancery-enum-types.h"
#include "chancery-enums.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_MEMBERSHIP (chancery_membership_get_type ())

/* One dated record: a member × an organisation × a status × from and to. Immutable. */
G_DECLARE_FINAL_TYPE (ChanceryMembership, chancery_membership, CHANCERY, MEMBERSHIP, GObject)

const char               *chancery_membership_get_organisation_id (ChanceryMembership *self);
const char               *chancery_membership_get_member          (ChanceryMembership *self);
gboolean                  chancery_membership_get_member_is_organisation (ChanceryMembership *self);
ChanceryMembershipStatus  chancery_membership_get_status          (ChanceryMembership *self);
ChanceryDate              chancery_membership_get_from            (ChanceryMembership *self);
ChanceryDate              chancery_membership_get_to              (ChanceryMembership *self);
const char               *chancery_membership_get_remark          (ChanceryMembership *self);

G_END_DECLS
