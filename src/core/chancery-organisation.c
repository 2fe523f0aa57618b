/* chancery-organisation.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-catalogue-private.h"

#include <string.h>

#include "chancery-fixed-list.h"

typedef struct
{
  const char *lang;
  const char *name;
} LocalName;

struct _ChanceryOrganisation
{
  GObject parent_instance;

  GVariant *record; /* (owned): what the strings are borrowed from */
  const char *id;
  const char *abbreviation;
  const char *name;
  const char *remark; /* (nullable) */
  ChanceryDate founded;
  const char **aliases; /* (owned container) (array zero-terminated=1) */
  LocalName *names;     /* (owned) */
  gsize n_names;

  GListModel *memberships;       /* (owned) */
  ChanceryMembership **by_member; /* (owned container): sorted by member, then in the order of the file */
  gsize n_by_member;
};

G_DEFINE_FINAL_TYPE (ChanceryOrganisation, chancery_organisation, G_TYPE_OBJECT)

static void
chancery_organisation_dispose (GObject *object)
{
  ChanceryOrganisation *self = CHANCERY_ORGANISATION (object);

  self->n_by_member = 0;
  g_clear_object (&self->memberships);

  G_OBJECT_CLASS (chancery_organisation_parent_class)->dispose (object);
}

static void
chancery_organisation_finalize (GObject *object)
{
  ChanceryOrganisation *self = CHANCERY_ORGANISATION (object);

  g_free (self->by_member);
  g_free (self->names);
  g_free (self->aliases);
  g_clear_pointer (&self->record, g_variant_unref);

  G_OBJECT_CLASS (chancery_organisation_parent_class)->finalize (object);
}

static void
chancery_organisation_class_init (ChanceryOrganisationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = chancery_organisation_dispose;
  object_class->finalize = chancery_organisation_finalize;
}

static void
chancery_organisation_init (ChanceryOrganisation *self)
{
}

static int
compare_by_member (const void *a,
                   const void *b,
                   gpointer    user_data)
{
  ChanceryMembership * const *one = a;
  ChanceryMembership * const *other = b;

  return strcmp (chancery_membership_get_member (*one), chancery_membership_get_member (*other));
}

static void
read_memberships (ChanceryOrganisation *self,
                  GVariant             *records)
{
  gsize n = g_variant_n_children (records);
  GPtrArray *memberships = g_ptr_array_new_full ((guint) n, g_object_unref);
  GVariantIter iter;
  const char *member, *remark;
  gboolean member_is_organisation;
  guint8 status;
  guint32 from, to;

  g_variant_iter_init (&iter, records);
  while (g_variant_iter_next (&iter, "(&sbyuu&s)", &member, &member_is_organisation, &status, &from, &to, &remark))
    g_ptr_array_add (memberships,
                     chancery_membership_new_borrowed (self->record, self->id, member, member_is_organisation,
                                                       (ChanceryMembershipStatus) status,
                                                       chancery_catalogue_unpack_date (from),
                                                       chancery_catalogue_unpack_date (to),
                                                       chancery_catalogue_unpack_string (remark)));

  self->n_by_member = n;
  self->by_member = g_memdup2 (memberships->pdata, n * sizeof (gpointer));
  g_sort_array (self->by_member, n, sizeof (gpointer), compare_by_member, NULL);
  self->memberships = G_LIST_MODEL (chancery_fixed_list_new (CHANCERY_TYPE_MEMBERSHIP, memberships));
}

/*
 * chancery_organisation_new_for_record:
 * @record: %CHANCERY_CATALOGUE_ORGANISATION_TYPE, serialised
 */
ChanceryOrganisation *
chancery_organisation_new_for_record (GVariant *record)
{
  ChanceryOrganisation *self = g_object_new (CHANCERY_TYPE_ORGANISATION, NULL);
  g_autoptr (GVariant) names = NULL;
  g_autoptr (GVariant) memberships = NULL;
  guint32 founded;
  const char *remark;
  GVariantIter iter;

  self->record = g_variant_ref (record);
  g_variant_get (record, "(&s&s&su&s@a(ss)^a&s@a" CHANCERY_CATALOGUE_MEMBERSHIP_TYPE ")",
                 &self->id, &self->abbreviation, &self->name, &founded, &remark, &names, &self->aliases, &memberships);
  self->founded = chancery_catalogue_unpack_date (founded);
  self->remark = chancery_catalogue_unpack_string (remark);

  self->n_names = g_variant_n_children (names);
  self->names = g_new (LocalName, self->n_names);
  g_variant_iter_init (&iter, names);
  for (gsize i = 0; i < self->n_names; i++)
    g_variant_iter_next (&iter, "(&s&s)", &self->names[i].lang, &self->names[i].name);

  read_memberships (self, memberships);
  return self;
}

/**
 * chancery_organisation_get_id:
 * @self: an organisation
 *
 * Returns: what settings and files call it, as "csto"; never shown
 */
const char *
chancery_organisation_get_id (ChanceryOrganisation *self)
{
  g_return_val_if_fail (CHANCERY_IS_ORGANISATION (self), NULL);
  return self->id;
}

/**
 * chancery_organisation_get_abbreviation:
 * @self: an organisation
 *
 * Returns: the English abbreviation or, where there is none, short name
 */
const char *
chancery_organisation_get_abbreviation (ChanceryOrganisation *self)
{
  g_return_val_if_fail (CHANCERY_IS_ORGANISATION (self), NULL);
  return self->abbreviation;
}

/**
 * chancery_organisation_get_name:
 * @self: an organisation
 *
 * Returns: the full English name
 */
const char *
chancery_organisation_get_name (ChanceryOrganisation *self)
{
  g_return_val_if_fail (CHANCERY_IS_ORGANISATION (self), NULL);
  return self->name;
}

/**
 * chancery_organisation_get_name_in:
 * @self: an organisation
 * @lang: a language tag or the name of a locale, as "fr", "fr-CA" or
 *   "fr_CA.UTF-8"; only its language is looked at
 *
 * Returns: the full name in @lang, or in English if it isn't known
 */
const char *
chancery_organisation_get_name_in (ChanceryOrganisation *self,
                                   const char           *lang)
{
  gsize length;

  g_return_val_if_fail (CHANCERY_IS_ORGANISATION (self), NULL);
  g_return_val_if_fail (lang != NULL, NULL);

  length = strcspn (lang, "-_.@");
  for (gsize i = 0; i < self->n_names; i++)
    if (strlen (self->names[i].lang) == length && g_ascii_strncasecmp (self->names[i].lang, lang, length) == 0)
      return self->names[i].name;
  return self->name;
}

/**
 * chancery_organisation_get_aliases:
 * @self: an organisation
 *
 * Returns: (transfer none) (array zero-terminated=1): other names and
 *   abbreviations, in several languages, to find it by
 */
const char * const *
chancery_organisation_get_aliases (ChanceryOrganisation *self)
{
  g_return_val_if_fail (CHANCERY_IS_ORGANISATION (self), NULL);
  return self->aliases;
}

ChanceryDate
chancery_organisation_get_founded (ChanceryOrganisation *self)
{
  g_return_val_if_fail (CHANCERY_IS_ORGANISATION (self), CHANCERY_DATE_NONE);
  return self->founded;
}

/**
 * chancery_organisation_get_remark:
 * @self: an organisation
 *
 * Returns: (nullable): a few sentences on what the records stand on, in English
 */
const char *
chancery_organisation_get_remark (ChanceryOrganisation *self)
{
  g_return_val_if_fail (CHANCERY_IS_ORGANISATION (self), NULL);
  return self->remark;
}

/**
 * chancery_organisation_get_memberships:
 * @self: an organisation
 *
 * Returns: (transfer none): all its records, as #ChanceryMembership, past ones
 *   included
 */
GListModel *
chancery_organisation_get_memberships (ChanceryOrganisation *self)
{
  g_return_val_if_fail (CHANCERY_IS_ORGANISATION (self), NULL);
  return self->memberships;
}

/* Returns the records of a member, and how many they are. */
static ChanceryMembership **
find_records (ChanceryOrganisation *self,
              const char           *member,
              gsize                *n_records)
{
  gsize low = 0, high = self->n_by_member, end;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (strcmp (chancery_membership_get_member (self->by_member[middle]), member) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (end = low; end < self->n_by_member; end++)
    if (strcmp (chancery_membership_get_member (self->by_member[end]), member) != 0)
      break;

  *n_records = end - low;
  return self->by_member + low;
}

/* Which of several records that hold at once decides; the greatest does. A suspension only ever
 * comes with the membership that it overlays. */
static guint
get_precedence (ChanceryMembershipStatus status)
{
  switch (status)
    {
    case CHANCERY_MEMBERSHIP_STATUS_SUSPENDED:
      return 8;
    case CHANCERY_MEMBERSHIP_STATUS_MEMBER:
      return 7;
    case CHANCERY_MEMBERSHIP_STATUS_CANDIDATE:
      return 6;
    case CHANCERY_MEMBERSHIP_STATUS_ASSOCIATE:
      return 5;
    case CHANCERY_MEMBERSHIP_STATUS_OBSERVER:
      return 4;
    case CHANCERY_MEMBERSHIP_STATUS_PARTNER:
      return 3;
    case CHANCERY_MEMBERSHIP_STATUS_APPLICANT:
      return 2;
    case CHANCERY_MEMBERSHIP_STATUS_INVITED:
      return 1;
    case CHANCERY_MEMBERSHIP_STATUS_NONE:
    case CHANCERY_MEMBERSHIP_STATUS_FORMER:
    default:
      return 0;
    }
}

static gboolean
holds (ChanceryMembership *record,
       ChanceryDate        date)
{
  return chancery_date_in_period (date, chancery_membership_get_from (record), chancery_membership_get_to (record));
}

/* Whether the days between two dates, each taken at its widest, are none. */
static gboolean
follows_at_once (ChanceryDate end,
                 ChanceryDate start)
{
  ChanceryDate last = chancery_date_last_day (end);
  ChanceryDate first = chancery_date_first_day (start);
  GDate day;

  if (last.year == 0 || first.year == 0)
    return TRUE;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, last.day, (GDateMonth) last.month, last.year);
  g_date_add_days (&day, 1);
  return chancery_date_compare (first, (ChanceryDate) { (guint16) g_date_get_year (&day),
                                                        (guint8) g_date_get_month (&day),
                                                        (guint8) g_date_get_day (&day) }) <= 0;
}

/* Since when what @decisive says goes on without a break, over records of the same status that end where
 * the next begins. */
static ChanceryDate
find_since (ChanceryMembership **records,
            gsize                n_records,
            ChanceryMembership  *decisive)
{
  ChanceryDate since = chancery_membership_get_from (decisive);
  gboolean moved = TRUE;

  while (moved && chancery_date_is_set (since))
    {
      moved = FALSE;
      for (gsize i = 0; i < n_records; i++)
        {
          ChanceryDate from = chancery_membership_get_from (records[i]);

          if (chancery_membership_get_status (records[i]) != chancery_membership_get_status (decisive) ||
              chancery_date_compare (from, since) >= 0 ||
              !follows_at_once (chancery_membership_get_to (records[i]), since))
            continue;
          since = from;
          moved = TRUE;
        }
    }

  return since;
}

/**
 * chancery_organisation_get_standing:
 * @self: an organisation
 * @member: the ISO code of a state, or the id of an organisation
 * @date: a date that is known; of a month or a year, its first day
 *
 * Resolves what @member is to @self on @date. A suspension hides the membership
 * that it overlays. Where several records hold, the first of these decides:
 * suspended, member, candidate, associate, observer, partner, applicant,
 * invited; of two with the same status, the one that began later. Where none
 * holds, one that was a member before is a former one.
 *
 * May be called from any thread.
 *
 * Returns: the standing; its status is %CHANCERY_MEMBERSHIP_STATUS_NONE for a
 *   @member that was nothing until then
 */
ChanceryStanding
chancery_organisation_get_standing (ChanceryOrganisation *self,
                                    const char           *member,
                                    ChanceryDate          date)
{
  ChanceryStanding standing = { CHANCERY_MEMBERSHIP_STATUS_NONE, CHANCERY_DATE_NONE, NULL };
  ChanceryMembership **records;
  ChanceryMembership *decisive = NULL, *left = NULL;
  gsize n_records;

  g_return_val_if_fail (CHANCERY_IS_ORGANISATION (self), standing);
  g_return_val_if_fail (member != NULL, standing);
  g_return_val_if_fail (chancery_date_is_set (date), standing);

  records = find_records (self, member, &n_records);
  for (gsize i = 0; i < n_records; i++)
    {
      ChanceryMembership *record = records[i];
      ChanceryMembershipStatus status = chancery_membership_get_status (record);
      ChanceryDate to = chancery_membership_get_to (record);

      if (holds (record, date))
        {
          int difference = decisive == NULL ? 1 : (int) get_precedence (status) -
                                                  (int) get_precedence (chancery_membership_get_status (decisive));

          if (difference > 0 ||
              (difference == 0 && chancery_date_compare (chancery_membership_get_from (record),
                                                         chancery_membership_get_from (decisive)) > 0))
            decisive = record;
        }
      else if (status == CHANCERY_MEMBERSHIP_STATUS_MEMBER && chancery_date_is_set (to) &&
               chancery_date_compare (chancery_date_last_day (to), chancery_date_first_day (date)) < 0 &&
               (left == NULL || chancery_date_compare (to, chancery_membership_get_to (left)) > 0))
        {
          left = record;
        }
    }

  if (decisive != NULL)
    {
      standing.status = chancery_membership_get_status (decisive);
      standing.since = find_since (records, n_records, decisive);
      standing.membership = decisive;
    }
  else if (left != NULL)
    {
      standing.status = CHANCERY_MEMBERSHIP_STATUS_FORMER;
      standing.since = chancery_membership_get_to (left);
      standing.membership = left;
    }
  return standing;
}

/**
 * chancery_organisation_dup_members_at:
 * @self: an organisation
 * @date: a date that is known
 *
 * Returns: (transfer full): the codes of the states and the ids of the
 *   organisations that are members of @self on @date, those suspended included,
 *   sorted
 */
GStrv
chancery_organisation_dup_members_at (ChanceryOrganisation *self,
                                      ChanceryDate          date)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  const char *last = NULL;

  g_return_val_if_fail (CHANCERY_IS_ORGANISATION (self), NULL);
  g_return_val_if_fail (chancery_date_is_set (date), NULL);

  builder = g_strv_builder_new ();
  for (gsize i = 0; i < self->n_by_member; i++)
    {
      ChanceryMembership *record = self->by_member[i];
      const char *member = chancery_membership_get_member (record);

      if (chancery_membership_get_status (record) != CHANCERY_MEMBERSHIP_STATUS_MEMBER || !holds (record, date) ||
          g_strcmp0 (member, last) == 0)
        continue;
      g_strv_builder_add (builder, member);
      last = member;
    }
  return g_strv_builder_end (builder);
}
