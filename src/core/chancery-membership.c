/* chancery-membership.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-catalogue-private.h"

struct _ChanceryMembership
{
  GObject parent_instance;

  GVariant *owner; /* (owned): what the strings are borrowed from */
  const char *organisation_id;
  const char *member;
  const char *remark; /* (nullable) */
  ChanceryMembershipStatus status;
  ChanceryDate from;
  ChanceryDate to;
  gboolean member_is_organisation;
};

G_DEFINE_FINAL_TYPE (ChanceryMembership, chancery_membership, G_TYPE_OBJECT)

static void
chancery_membership_finalize (GObject *object)
{
  ChanceryMembership *self = CHANCERY_MEMBERSHIP (object);

  g_clear_pointer (&self->owner, g_variant_unref);

  G_OBJECT_CLASS (chancery_membership_parent_class)->finalize (object);
}

static void
chancery_membership_class_init (ChanceryMembershipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = chancery_membership_finalize;
}

static void
chancery_membership_init (ChanceryMembership *self)
{
}

/*
 * chancery_membership_new_borrowed:
 * @owner: what the strings lie in
 *
 * As chancery_membership_new(), but the strings are borrowed from @owner.
 */
ChanceryMembership *
chancery_membership_new_borrowed (GVariant                *owner,
                                  const char              *organisation_id,
                                  const char              *member,
                                  gboolean                 member_is_organisation,
                                  ChanceryMembershipStatus status,
                                  ChanceryDate             from,
                                  ChanceryDate             to,
                                  const char              *remark)
{
  ChanceryMembership *self = g_object_new (CHANCERY_TYPE_MEMBERSHIP, NULL);

  self->owner = g_variant_ref (owner);
  self->organisation_id = organisation_id;
  self->member = member;
  self->member_is_organisation = member_is_organisation;
  self->status = status;
  self->from = from;
  self->to = to;
  self->remark = remark;
  return self;
}

const char *
chancery_membership_get_organisation_id (ChanceryMembership *self)
{
  g_return_val_if_fail (CHANCERY_IS_MEMBERSHIP (self), NULL);
  return self->organisation_id;
}

/**
 * chancery_membership_get_member:
 * @self: a membership
 *
 * Returns: the ISO code of a state or, if
 *   [method@Membership.get_member_is_organisation] says so, the id of an
 *   organisation
 */
const char *
chancery_membership_get_member (ChanceryMembership *self)
{
  g_return_val_if_fail (CHANCERY_IS_MEMBERSHIP (self), NULL);
  return self->member;
}

gboolean
chancery_membership_get_member_is_organisation (ChanceryMembership *self)
{
  g_return_val_if_fail (CHANCERY_IS_MEMBERSHIP (self), FALSE);
  return self->member_is_organisation;
}

ChanceryMembershipStatus
chancery_membership_get_status (ChanceryMembership *self)
{
  g_return_val_if_fail (CHANCERY_IS_MEMBERSHIP (self), CHANCERY_MEMBERSHIP_STATUS_NONE);
  return self->status;
}

/**
 * chancery_membership_get_from:
 * @self: a membership
 *
 * Returns: the first day, at the precision that is known, or
 *   %CHANCERY_DATE_NONE if it isn't known at all
 */
ChanceryDate
chancery_membership_get_from (ChanceryMembership *self)
{
  g_return_val_if_fail (CHANCERY_IS_MEMBERSHIP (self), CHANCERY_DATE_NONE);
  return self->from;
}

/**
 * chancery_membership_get_to:
 * @self: a membership
 *
 * Returns: the last day, at the precision that is known, or
 *   %CHANCERY_DATE_NONE if it went on when the content was compiled
 */
ChanceryDate
chancery_membership_get_to (ChanceryMembership *self)
{
  g_return_val_if_fail (CHANCERY_IS_MEMBERSHIP (self), CHANCERY_DATE_NONE);
  return self->to;
}

/**
 * chancery_membership_get_remark:
 * @self: a membership
 *
 * Returns: (nullable): a sentence on this record, in English
 */
const char *
chancery_membership_get_remark (ChanceryMembership *self)
{
  g_return_val_if_fail (CHANCERY_IS_MEMBERSHIP (self), NULL);
  return self->remark;
}
