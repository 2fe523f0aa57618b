/* chancery-states.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-states.h"

#include "chancery-mention.h"

/**
 * ChanceryStates:
 *
 * Holds a [class@StateItem] for every state of the catalogue, in sections by
 * what the state is to the organisation on the date, and in a section by the
 * language's order of names.
 */
struct _ChanceryStates
{
  GObject parent_instance;

  ChanceryCatalogue *catalogue;
  GHashTable *items; /* (owned) code → (borrowed) ChanceryStateItem */
  GtkSorter *section_sorter;
  GtkSorter *name_sorter;
  GtkSingleSelection *selection;

  ChanceryOrganisation *organisation;
  ChanceryDate date;
};

typedef enum
{
  PROP_SELECTED = 1,
  PROP_ORGANISATION,
  PROP_DATE,
} ChanceryStatesProps;

static GParamSpec *props[PROP_DATE + 1];

G_DEFINE_FINAL_TYPE (ChanceryStates, chancery_states, G_TYPE_OBJECT)

static void
chancery_states_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ChanceryStates *self = CHANCERY_STATES (object);

  switch ((ChanceryStatesProps) prop_id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, chancery_states_get_selected (self));
      break;
    case PROP_ORGANISATION:
      g_value_set_object (value, self->organisation);
      break;
    case PROP_DATE:
      g_value_set_boxed (value, &self->date);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_states_dispose (GObject *object)
{
  ChanceryStates *self = CHANCERY_STATES (object);

  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->section_sorter);
  g_clear_object (&self->name_sorter);
  g_clear_object (&self->organisation);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (chancery_states_parent_class)->dispose (object);
}

static void
chancery_states_class_init (ChanceryStatesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = chancery_states_get_property;
  object_class->dispose = chancery_states_dispose;

  props[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, CHANCERY_TYPE_STATE_ITEM, flags);
  props[PROP_ORGANISATION] = g_param_spec_object ("organisation", NULL, NULL, CHANCERY_TYPE_ORGANISATION, flags);
  props[PROP_DATE] = g_param_spec_boxed ("date", NULL, NULL, CHANCERY_TYPE_DATE, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
chancery_states_init (ChanceryStates *self)
{
  self->items = g_hash_table_new (g_str_hash, g_str_equal);
}

/* The order of the sections: first those who belong, last those who don't. */
static int
get_rank (ChanceryMembershipStatus status)
{
  switch (status)
    {
    case CHANCERY_MEMBERSHIP_STATUS_MEMBER:
      return 0;
    case CHANCERY_MEMBERSHIP_STATUS_SUSPENDED:
      return 1;
    case CHANCERY_MEMBERSHIP_STATUS_OBSERVER:
      return 2;
    case CHANCERY_MEMBERSHIP_STATUS_ASSOCIATE:
      return 3;
    case CHANCERY_MEMBERSHIP_STATUS_PARTNER:
      return 4;
    case CHANCERY_MEMBERSHIP_STATUS_CANDIDATE:
      return 5;
    case CHANCERY_MEMBERSHIP_STATUS_APPLICANT:
      return 6;
    case CHANCERY_MEMBERSHIP_STATUS_INVITED:
      return 7;
    case CHANCERY_MEMBERSHIP_STATUS_FORMER:
      return 8;
    case CHANCERY_MEMBERSHIP_STATUS_NONE:
    default:
      return 9;
    }
}

static int
compare_sections (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  return get_rank (chancery_state_item_get_status ((ChanceryStateItem *) a)) -
         get_rank (chancery_state_item_get_status ((ChanceryStateItem *) b));
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  return g_strcmp0 (chancery_state_item_get_collation_key ((ChanceryStateItem *) a),
                    chancery_state_item_get_collation_key ((ChanceryStateItem *) b));
}

static void
selected_changed_cb (ChanceryStates *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

/**
 * chancery_states_new:
 * @catalogue: whose states
 *
 * Returns: (transfer full): all states, without an organisation
 */
ChanceryStates *
chancery_states_new (ChanceryCatalogue *catalogue)
{
  ChanceryStates *self = g_object_new (CHANCERY_TYPE_STATES, NULL);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *states = chancery_catalogue_get_states (catalogue);
  GListStore *store = g_list_store_new (CHANCERY_TYPE_STATE_ITEM);
  GtkSortListModel *sorted;

  self->catalogue = g_object_ref (catalogue);
  for (guint i = 0; i < g_list_model_get_n_items (states); i++)
    {
      g_autoptr (ChanceryState) state = g_list_model_get_item (states, i);
      ChanceryStateItem *item = chancery_state_item_new (state);

      g_ptr_array_add (added, item);
      g_hash_table_insert (self->items, (gpointer) chancery_state_item_get_iso (item), item);
    }
  g_list_store_splice (store, 0, 0, added->pdata, added->len);

  self->section_sorter = GTK_SORTER (gtk_custom_sorter_new (compare_sections, NULL, NULL));
  self->name_sorter = GTK_SORTER (gtk_custom_sorter_new (compare_names, NULL, NULL));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (store), g_object_ref (self->name_sorter));
  gtk_sort_list_model_set_section_sorter (sorted, self->section_sorter);

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (sorted));
  g_object_unref (sorted);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

GtkSelectionModel *
chancery_states_get_selection (ChanceryStates *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATES (self), NULL);

  return GTK_SELECTION_MODEL (self->selection);
}

/**
 * chancery_states_get_selected:
 * @self: the states
 *
 * Returns: (transfer none) (nullable): the state that is selected
 */
ChanceryStateItem *
chancery_states_get_selected (ChanceryStates *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATES (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * chancery_states_select:
 * @self: the states
 * @iso: (nullable): a state's code, or %NULL to select none
 */
void
chancery_states_select (ChanceryStates *self,
                        const char     *iso)
{
  g_return_if_fail (CHANCERY_IS_STATES (self));

  gtk_single_selection_set_selected (self->selection,
                                     iso != NULL ? chancery_states_get_position (self, iso)
                                                 : GTK_INVALID_LIST_POSITION);
}

/**
 * chancery_states_lookup:
 * @self: the states
 * @iso: a state's code
 *
 * Returns: (transfer none) (nullable): its item
 */
ChanceryStateItem *
chancery_states_lookup (ChanceryStates *self,
                        const char     *iso)
{
  g_return_val_if_fail (CHANCERY_IS_STATES (self), NULL);

  return g_hash_table_lookup (self->items, iso);
}

/**
 * chancery_states_get_position:
 * @self: the states
 * @iso: a state's code
 *
 * Returns: the state's position in the selection model, or
 *   %GTK_INVALID_LIST_POSITION
 */
guint
chancery_states_get_position (ChanceryStates *self,
                              const char     *iso)
{
  ChanceryStateItem *wanted = chancery_states_lookup (self, iso);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; wanted != NULL && i < n_items; i++)
    {
      g_autoptr (ChanceryStateItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (item == wanted)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/**
 * chancery_states_get_organisation:
 * @self: the states
 *
 * Returns: (transfer none) (nullable): whose members they are told by
 */
ChanceryOrganisation *
chancery_states_get_organisation (ChanceryStates *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATES (self), NULL);

  return self->organisation;
}

ChanceryDate
chancery_states_get_date (ChanceryStates *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATES (self), CHANCERY_DATE_NONE);

  return self->date;
}

/**
 * chancery_states_set_point_of_view:
 * @self: the states
 * @organisation: (nullable): whose members to tell
 * @date: the as-of date
 *
 * Resolves what every state is to @organisation on @date.
 */
void
chancery_states_set_point_of_view (ChanceryStates       *self,
                                   ChanceryOrganisation *organisation,
                                   ChanceryDate          date)
{
  GHashTableIter iter;
  gpointer iso, item;
  gboolean other_organisation, other_date;

  g_return_if_fail (CHANCERY_IS_STATES (self));

  other_organisation = g_set_object (&self->organisation, organisation);
  other_date = !chancery_date_equal (self->date, date);
  if (!other_organisation && !other_date)
    return;
  self->date = date;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &iso, &item))
    {
      ChanceryStanding standing = { CHANCERY_MEMBERSHIP_STATUS_NONE, CHANCERY_DATE_NONE, NULL };

      if (organisation != NULL)
        standing = chancery_organisation_get_standing (organisation, iso, date);
      chancery_state_item_set_standing (item, standing.status, standing.since);
    }
  gtk_sorter_changed (self->section_sorter, GTK_SORTER_CHANGE_DIFFERENT);

  if (other_organisation)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORGANISATION]);
  if (other_date)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DATE]);
}

/**
 * chancery_states_set_mentions:
 * @self: the states
 * @mentions: (nullable) (element-type ChanceryMention): those of the article
 *   that is open
 */
void
chancery_states_set_mentions (ChanceryStates *self,
                              GArray         *mentions)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer iso, item;

  g_return_if_fail (CHANCERY_IS_STATES (self));

  for (guint i = 0; mentions != NULL && i < mentions->len; i++)
    {
      ChanceryMention *mention = &g_array_index (mentions, ChanceryMention, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, mention->iso));

      g_hash_table_insert (counts, mention->iso, GUINT_TO_POINTER (n + 1));
    }

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &iso, &item))
    chancery_state_item_set_n_mentions (item, GPOINTER_TO_UINT (g_hash_table_lookup (counts, iso)));
}

/**
 * chancery_states_set_note_counts:
 * @self: the states
 * @counts: (nullable) (element-type utf8 guint): code → number of notes
 */
void
chancery_states_set_note_counts (ChanceryStates *self,
                                 GHashTable     *counts)
{
  GHashTableIter iter;
  gpointer iso, item;

  g_return_if_fail (CHANCERY_IS_STATES (self));

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &iso, &item))
    chancery_state_item_set_n_notes (item, counts != NULL
                                             ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, iso)) : 0);
}
