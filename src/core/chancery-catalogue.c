/* chancery-catalogue.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-catalogue-private.h"

#include "chancery-fixed-list.h"

struct _ChanceryCatalogue
{
  GObject parent_instance;

  GListModel *organisations; /* (owned) */
  GListModel *states;        /* (owned) */

  /* Keys and values are borrowed from the lists. */
  GHashTable *organisations_by_id; /* (owned) */
  GHashTable *states_by_iso;       /* (owned) */
};

G_DEFINE_FINAL_TYPE (ChanceryCatalogue, chancery_catalogue, G_TYPE_OBJECT)

static void
chancery_catalogue_dispose (GObject *object)
{
  ChanceryCatalogue *self = CHANCERY_CATALOGUE (object);

  g_hash_table_remove_all (self->organisations_by_id);
  g_hash_table_remove_all (self->states_by_iso);
  g_clear_object (&self->organisations);
  g_clear_object (&self->states);

  G_OBJECT_CLASS (chancery_catalogue_parent_class)->dispose (object);
}

static void
chancery_catalogue_finalize (GObject *object)
{
  ChanceryCatalogue *self = CHANCERY_CATALOGUE (object);

  g_hash_table_unref (self->organisations_by_id);
  g_hash_table_unref (self->states_by_iso);

  G_OBJECT_CLASS (chancery_catalogue_parent_class)->finalize (object);
}

static void
chancery_catalogue_class_init (ChanceryCatalogueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = chancery_catalogue_dispose;
  object_class->finalize = chancery_catalogue_finalize;
}

static void
chancery_catalogue_init (ChanceryCatalogue *self)
{
  self->organisations_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->states_by_iso = g_hash_table_new (g_str_hash, g_str_equal);
}

/*
 * chancery_catalogue_new_for_variant:
 * @variant: a catalogue as chancery_catalogue_read_json() makes it, serialised
 *
 * Returns: (transfer full): the objects of @variant, which borrow its strings
 */
ChanceryCatalogue *
chancery_catalogue_new_for_variant (GVariant *variant)
{
  ChanceryCatalogue *self = g_object_new (CHANCERY_TYPE_CATALOGUE, NULL);
  g_autoptr (GVariant) organisation_records = g_variant_get_child_value (variant, 1);
  g_autoptr (GVariant) state_records = g_variant_get_child_value (variant, 2);
  gsize n_organisations = g_variant_n_children (organisation_records);
  gsize n_states = g_variant_n_children (state_records);
  GPtrArray *organisations = g_ptr_array_new_full ((guint) n_organisations, g_object_unref);
  GPtrArray *states = g_ptr_array_new_full ((guint) n_states, g_object_unref);

  for (gsize i = 0; i < n_organisations; i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (organisation_records, i);
      ChanceryOrganisation *organisation = chancery_organisation_new_for_record (record);

      g_ptr_array_add (organisations, organisation);
      g_hash_table_insert (self->organisations_by_id,
                           (gpointer) chancery_organisation_get_id (organisation), organisation);
    }
  for (gsize i = 0; i < n_states; i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (state_records, i);
      ChanceryState *state = chancery_state_new_for_record (record);

      g_ptr_array_add (states, state);
      g_hash_table_insert (self->states_by_iso, (gpointer) chancery_state_get_iso (state), state);
    }

  self->organisations = G_LIST_MODEL (chancery_fixed_list_new (CHANCERY_TYPE_ORGANISATION, organisations));
  self->states = G_LIST_MODEL (chancery_fixed_list_new (CHANCERY_TYPE_STATE, states));
  return self;
}

/**
 * chancery_catalogue_get_organisations:
 * @self: a catalogue
 *
 * Returns: (transfer none): the organisations, as #ChanceryOrganisation, in the
 *   order of the bundled file, which begins with those most in the news
 */
GListModel *
chancery_catalogue_get_organisations (ChanceryCatalogue *self)
{
  g_return_val_if_fail (CHANCERY_IS_CATALOGUE (self), NULL);
  return self->organisations;
}

/**
 * chancery_catalogue_get_states:
 * @self: a catalogue
 *
 * Returns: (transfer none): the states, as #ChanceryState, sorted by their code
 */
GListModel *
chancery_catalogue_get_states (ChanceryCatalogue *self)
{
  g_return_val_if_fail (CHANCERY_IS_CATALOGUE (self), NULL);
  return self->states;
}

/**
 * chancery_catalogue_lookup_organisation:
 * @self: a catalogue
 * @id: the id of an organisation, as "csto"
 *
 * Returns: (transfer none) (nullable): the organisation, or %NULL if there is
 *   none of that id
 */
ChanceryOrganisation *
chancery_catalogue_lookup_organisation (ChanceryCatalogue *self,
                                        const char        *id)
{
  g_return_val_if_fail (CHANCERY_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  return g_hash_table_lookup (self->organisations_by_id, id);
}

/**
 * chancery_catalogue_lookup_state:
 * @self: a catalogue
 * @iso: an ISO 3166-1 alpha-2 code, or XK, in capitals
 *
 * Returns: (transfer none) (nullable): the state, or %NULL if there is none of
 *   that code
 */
ChanceryState *
chancery_catalogue_lookup_state (ChanceryCatalogue *self,
                                 const char        *iso)
{
  g_return_val_if_fail (CHANCERY_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (iso != NULL, NULL);
  return g_hash_table_lookup (self->states_by_iso, iso);
}
