/* chancery-catalogue-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-catalogue.h"

G_BEGIN_DECLS

/* The catalogue between the JSON that people edit and the objects that the program uses: the build
 * checks the JSON once and writes this, and the objects borrow their strings from it. */

/* abbreviation, name and so on in the order in which chancery_organisation_new_for_record() reads them */
#define CHANCERY_CATALOGUE_MEMBERSHIP_TYPE "(sbyuus)"
#define CHANCERY_CATALOGUE_ORGANISATION_TYPE "(sssusa(ss)asa" CHANCERY_CATALOGUE_MEMBERSHIP_TYPE ")"
#define CHANCERY_CATALOGUE_CAPITAL_TYPE "(suu)"
#define CHANCERY_CATALOGUE_HOLDER_TYPE "(yssassuub)"
#define CHANCERY_CATALOGUE_STATE_TYPE                                        \
  "(sssssysdds"                                                              \
  "a" CHANCERY_CATALOGUE_CAPITAL_TYPE "a" CHANCERY_CATALOGUE_HOLDER_TYPE ")"
#define CHANCERY_CATALOGUE_TYPE_STRING \
  "(ua" CHANCERY_CATALOGUE_ORGANISATION_TYPE "a" CHANCERY_CATALOGUE_STATE_TYPE ")"

/* Raised with every change to the types above or to an enumeration that they carry. */
#define CHANCERY_CATALOGUE_VERSION 3

#define CHANCERY_CATALOGUE_FILE "catalogue.gvariant"

/* Whether and how a state stands for itself; the words of states.json. */
typedef enum
{
  CHANCERY_STATEHOOD_SOVEREIGN,
  CHANCERY_STATEHOOD_DISPUTED,
  CHANCERY_STATEHOOD_DEPENDENCY,
  CHANCERY_STATEHOOD_NONE,
} ChanceryStatehood;

static inline guint32
chancery_catalogue_pack_date (ChanceryDate date)
{
  return (guint32) date.year << 9 | (guint32) date.month << 5 | date.day;
}

static inline ChanceryDate
chancery_catalogue_unpack_date (guint32 packed)
{
  return (ChanceryDate) { (guint16) (packed >> 9), (packed >> 5) & 15, packed & 31 };
}

static inline const char *
chancery_catalogue_unpack_string (const char *string)
{
  return *string != '\0' ? string : NULL;
}

ChanceryState        *chancery_state_new_for_record        (GVariant  *record);
ChanceryOrganisation *chancery_organisation_new_for_record (GVariant  *record);
ChanceryMembership   *chancery_membership_new_borrowed     (GVariant                *owner,
                                                            const char              *organisation_id,
                                                            const char              *member,
                                                            gboolean                 member_is_organisation,
                                                            ChanceryMembershipStatus status,
                                                            ChanceryDate             from,
                                                            ChanceryDate             to,
                                                            const char              *remark);
ChanceryCatalogue    *chancery_catalogue_new_for_variant   (GVariant  *variant);

GVariant             *chancery_catalogue_read_json         (GFile         *folder,
                                                            GCancellable  *cancellable,
                                                            GError       **error);

G_END_DECLS
