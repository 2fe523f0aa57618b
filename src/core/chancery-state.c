/* chancery-state.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-config.h"

#include "chancery-catalogue-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define ISO_CODES_DOMAIN "iso_3166-1"

typedef struct
{
  const char *name;
  ChanceryDate from;
  ChanceryDate to;
} Capital;

struct _ChanceryState
{
  GObject parent_instance;

  GVariant *record; /* (owned): what the strings are borrowed from */
  const char *iso;
  const char *name;
  const char *official_name;
  const char *iso_codes_name;
  const char *iso_codes_official_name;
  const char *sovereign; /* (nullable) */
  const char *remark;    /* (nullable) */
  ChanceryStatehood statehood;
  double longitude;
  double latitude;
  Capital *capitals; /* (owned) */
  gsize n_capitals;

  /* Read when first asked for: few of the many states are. */
  gsize holders_once;
  ChanceryOfficeHolder *holders; /* (owned) */
  gsize n_holders;
};

G_DEFINE_FINAL_TYPE (ChanceryState, chancery_state, G_TYPE_OBJECT)

/* iso-codes knows these by a long name only, or not at all. */
static const struct
{
  char iso[3];
  const char *name;
} short_names[] = {
  { "BN", N_("Brunei") },
  { "CD", N_("DR Congo") },
  { "FK", N_("Falkland Islands") },
  { "FM", N_("Micronesia") },
  { "MF", N_("Saint Martin") },
  { "PS", N_("Palestine") },
  { "RU", N_("Russia") },
  { "SX", N_("Sint Maarten") },
  { "VA", N_("Holy See") },
  { "VG", N_("British Virgin Islands") },
  { "VI", N_("U.S. Virgin Islands") },
  { "XK", N_("Kosovo") },
};

static void
chancery_state_finalize (GObject *object)
{
  ChanceryState *self = CHANCERY_STATE (object);

  for (gsize i = 0; i < self->n_holders; i++)
    g_free ((gpointer) self->holders[i].spellings);
  g_free (self->holders);
  g_free (self->capitals);
  g_clear_pointer (&self->record, g_variant_unref);

  G_OBJECT_CLASS (chancery_state_parent_class)->finalize (object);
}

static void
chancery_state_class_init (ChanceryStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = chancery_state_finalize;
}

static void
chancery_state_init (ChanceryState *self)
{
}

/*
 * chancery_state_new_for_record:
 * @record: %CHANCERY_CATALOGUE_STATE_TYPE, serialised
 */
ChanceryState *
chancery_state_new_for_record (GVariant *record)
{
  ChanceryState *self = g_object_new (CHANCERY_TYPE_STATE, NULL);
  g_autoptr (GVariant) capitals = NULL;
  GVariantIter iter;
  guint8 statehood;

  self->record = g_variant_ref (record);
  g_variant_get (record, "(&s&s&s&s&sy&sdd&s@a" CHANCERY_CATALOGUE_CAPITAL_TYPE
                         "@a" CHANCERY_CATALOGUE_HOLDER_TYPE ")",
                 &self->iso, &self->name, &self->official_name, &self->iso_codes_name,
                 &self->iso_codes_official_name, &statehood, &self->sovereign, &self->longitude, &self->latitude,
                 &self->remark, &capitals, NULL);
  self->statehood = (ChanceryStatehood) statehood;
  self->sovereign = chancery_catalogue_unpack_string (self->sovereign);
  self->remark = chancery_catalogue_unpack_string (self->remark);

  self->n_capitals = g_variant_n_children (capitals);
  self->capitals = g_new (Capital, self->n_capitals);
  g_variant_iter_init (&iter, capitals);
  for (gsize i = 0; i < self->n_capitals; i++)
    {
      guint32 from, to;

      g_variant_iter_next (&iter, "(&suu)", &self->capitals[i].name, &from, &to);
      self->capitals[i].from = chancery_catalogue_unpack_date (from);
      self->capitals[i].to = chancery_catalogue_unpack_date (to);
    }
  return self;
}

static void
read_holders (ChanceryState *self)
{
  g_autoptr (GVariant) records = g_variant_get_child_value (self->record, 11);
  GVariantIter iter;

  self->n_holders = g_variant_iter_init (&iter, records);
  self->holders = g_new (ChanceryOfficeHolder, self->n_holders);
  for (gsize i = 0; i < self->n_holders; i++)
    {
      ChanceryOfficeHolder *holder = &self->holders[i];
      const char **spellings;
      guint8 office;
      guint32 from, to;

      g_variant_iter_next (&iter, "(y&s&s^a&s&suub)", &office, &holder->name, &holder->surname, &spellings,
                           &holder->title, &from, &to, &holder->end_unknown);
      holder->spellings = spellings;
      holder->office = (ChanceryOffice) office;
      holder->from = chancery_catalogue_unpack_date (from);
      holder->to = chancery_catalogue_unpack_date (to);
    }
}

/**
 * chancery_state_get_iso:
 * @self: a state
 *
 * Returns: its ISO 3166-1 alpha-2 code, or XK for Kosovo
 */
const char *
chancery_state_get_iso (ChanceryState *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATE (self), NULL);
  return self->iso;
}

/**
 * chancery_state_get_name:
 * @self: a state
 *
 * Returns: the short English name that the press uses, as "Russia"; see
 *   [method@State.dup_display_name] for one to show
 */
const char *
chancery_state_get_name (ChanceryState *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATE (self), NULL);
  return self->name;
}

/**
 * chancery_state_get_official_name:
 * @self: a state
 *
 * Returns: the official English name, which may be the same as the short one
 */
const char *
chancery_state_get_official_name (ChanceryState *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATE (self), NULL);
  return self->official_name;
}

/**
 * chancery_state_get_capital:
 * @self: a state
 * @date: a date, or %CHANCERY_DATE_NONE for what is in force
 *
 * Returns: (nullable): the English name, on @date, of the capital (the first of
 *   several), or %NULL if there is none or it isn't known for @date
 */
const char *
chancery_state_get_capital (ChanceryState *self,
                            ChanceryDate   date)
{
  const Capital *found = NULL;

  g_return_val_if_fail (CHANCERY_IS_STATE (self), NULL);

  for (gsize i = 0; i < self->n_capitals; i++)
    {
      const Capital *capital = &self->capitals[i];

      if (chancery_date_is_set (date) ? !chancery_date_in_period (date, capital->from, capital->to)
                                      : chancery_date_is_set (capital->to))
        continue;
      /* On the day of a change it is the new one already. */
      if (found == NULL || (chancery_date_is_set (found->to) && chancery_date_equal (capital->from, found->to)))
        found = capital;
    }
  return found != NULL ? found->name : NULL;
}

/**
 * chancery_state_get_is_sovereign:
 * @self: a state
 *
 * Returns: whether @self stands for itself: the members and observer states of
 *   the United Nations, and Kosovo, Taiwan and Western Sahara, whose status is
 *   disputed. Dependencies and Antarctica don't
 */
gboolean
chancery_state_get_is_sovereign (ChanceryState *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATE (self), FALSE);
  return self->statehood == CHANCERY_STATEHOOD_SOVEREIGN || self->statehood == CHANCERY_STATEHOOD_DISPUTED;
}

/**
 * chancery_state_get_sovereign_iso:
 * @self: a state
 *
 * Returns: (nullable): the code of the state that @self is a dependency of, or
 *   %NULL if it is none
 */
const char *
chancery_state_get_sovereign_iso (ChanceryState *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATE (self), NULL);
  return self->sovereign;
}

/**
 * chancery_state_get_longitude:
 * @self: a state
 *
 * Returns: degrees east of the point where a map's label goes
 */
double
chancery_state_get_longitude (ChanceryState *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATE (self), 0);
  return self->longitude;
}

/**
 * chancery_state_get_latitude:
 * @self: a state
 *
 * Returns: degrees north of the point where a map's label goes
 */
double
chancery_state_get_latitude (ChanceryState *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATE (self), 0);
  return self->latitude;
}

/**
 * chancery_state_get_remark:
 * @self: a state
 *
 * Returns: (nullable): a sentence on its status, in English
 */
const char *
chancery_state_get_remark (ChanceryState *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATE (self), NULL);
  return self->remark;
}

static const char *
translate_iso_codes (const char *message)
{
  static gsize bound = 0;

  if (g_once_init_enter (&bound))
    {
      bindtextdomain (ISO_CODES_DOMAIN, CHANCERY_ISO_CODES_LOCALE_DIR);
      bind_textdomain_codeset (ISO_CODES_DOMAIN, "UTF-8");
      g_once_init_leave (&bound, 1);
    }
  return dgettext (ISO_CODES_DOMAIN, message);
}

/**
 * chancery_state_dup_display_name:
 * @self: a state
 *
 * Translates the short name by Chancery's own catalogue, where iso-codes has no
 * short one, else by iso-codes, else leaves it in English. Sort what is shown
 * with g_utf8_collate().
 *
 * Returns: (transfer full): the short name in the user's language
 */
char *
chancery_state_dup_display_name (ChanceryState *self)
{
  const char *translated;

  g_return_val_if_fail (CHANCERY_IS_STATE (self), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (short_names); i++)
    if (strcmp (short_names[i].iso, self->iso) == 0)
      {
        translated = dgettext (GETTEXT_PACKAGE, short_names[i].name);
        if (translated != short_names[i].name)
          return g_strdup (translated);
      }

  if (*self->iso_codes_name != '\0')
    {
      translated = translate_iso_codes (self->iso_codes_name);
      if (translated != self->iso_codes_name)
        return g_strdup (translated);
    }
  return g_strdup (self->name);
}

/**
 * chancery_state_dup_display_official_name:
 * @self: a state
 *
 * Returns: (transfer full): the official name in the user's language, where
 *   iso-codes has it, else in English
 */
char *
chancery_state_dup_display_official_name (ChanceryState *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATE (self), NULL);

  if (*self->iso_codes_official_name != '\0')
    {
      const char *translated = translate_iso_codes (self->iso_codes_official_name);

      if (translated != self->iso_codes_official_name)
        return g_strdup (translated);
    }
  return g_strdup (self->official_name);
}

/**
 * chancery_state_get_office_holders:
 * @self: a state
 * @n_holders: (out): how many they are
 *
 * Who held an office on a date is told by chancery_date_in_period(); on the day
 * of a change it is both. May be called from any thread.
 *
 * Returns: (transfer none) (array length=n_holders): the known holders, by
 *   office, those who came first first
 */
const ChanceryOfficeHolder *
chancery_state_get_office_holders (ChanceryState *self,
                                   gsize         *n_holders)
{
  g_return_val_if_fail (CHANCERY_IS_STATE (self), NULL);
  g_return_val_if_fail (n_holders != NULL, NULL);

  if (g_once_init_enter (&self->holders_once))
    {
      read_holders (self);
      g_once_init_leave (&self->holders_once, 1);
    }
  *n_holders = self->n_holders;
  return self->holders;
}
