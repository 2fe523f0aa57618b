/* chancery-head-selection.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-head-selection.h"

/**
 * ChanceryHeadSelection:
 *
 * The first items of a selection model, with its selection and its sections.
 *
 * A list view makes up to two hundred rows at once, however few are in sight.
 * With this between, it makes those that are asked for. When all items are
 * replaced, the head is as small as it was at first.
 */
struct _ChanceryHeadSelection
{
  GObject parent_instance;

  GtkSelectionModel *model; /* (owned) (nullable) */
  guint first_size;
  guint size;
  guint n_items; /* as was last told */
};

static GType
get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *list)
{
  return CHANCERY_HEAD_SELECTION (list)->n_items;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  ChanceryHeadSelection *self = CHANCERY_HEAD_SELECTION (list);

  return position < self->n_items ? g_list_model_get_item (G_LIST_MODEL (self->model), position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *sections,
             guint            position,
             guint           *out_start,
             guint           *out_end)
{
  ChanceryHeadSelection *self = CHANCERY_HEAD_SELECTION (sections);

  if (position >= self->n_items)
    {
      *out_start = self->n_items;
      *out_end = G_MAXUINT;
      return;
    }

  *out_start = 0;
  *out_end = G_MAXUINT;
  if (GTK_IS_SECTION_MODEL (self->model))
    gtk_section_model_get_section (GTK_SECTION_MODEL (self->model), position, out_start, out_end);
  *out_end = MIN (*out_end, self->n_items);
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

static gboolean
is_selected (GtkSelectionModel *selection,
             guint              position)
{
  ChanceryHeadSelection *self = CHANCERY_HEAD_SELECTION (selection);

  return position < self->n_items && gtk_selection_model_is_selected (self->model, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *selection,
                        guint              position,
                        guint              n_items)
{
  ChanceryHeadSelection *self = CHANCERY_HEAD_SELECTION (selection);
  g_autoptr (GtkBitset) all = NULL;
  GtkBitset *set;

  if (self->model == NULL)
    return gtk_bitset_new_empty ();

  all = gtk_selection_model_get_selection_in_range (self->model, position, n_items);
  set = gtk_bitset_copy (all);
  gtk_bitset_remove_range_closed (set, self->n_items, G_MAXUINT);

  return set;
}

static gboolean
select_item (GtkSelectionModel *selection,
             guint              position,
             gboolean           unselect_rest)
{
  ChanceryHeadSelection *self = CHANCERY_HEAD_SELECTION (selection);

  return position < self->n_items && gtk_selection_model_select_item (self->model, position, unselect_rest);
}

static gboolean
unselect_item (GtkSelectionModel *selection,
               guint              position)
{
  ChanceryHeadSelection *self = CHANCERY_HEAD_SELECTION (selection);

  return position < self->n_items && gtk_selection_model_unselect_item (self->model, position);
}

static gboolean
select_range (GtkSelectionModel *selection,
              guint              position,
              guint              n_items,
              gboolean           unselect_rest)
{
  ChanceryHeadSelection *self = CHANCERY_HEAD_SELECTION (selection);

  return self->model != NULL && gtk_selection_model_select_range (self->model, position, n_items, unselect_rest);
}

static gboolean
unselect_range (GtkSelectionModel *selection,
                guint              position,
                guint              n_items)
{
  ChanceryHeadSelection *self = CHANCERY_HEAD_SELECTION (selection);

  return self->model != NULL && gtk_selection_model_unselect_range (self->model, position, n_items);
}

/* All are all of the model, whatever the list shows of it by now. */
static gboolean
select_all (GtkSelectionModel *selection)
{
  ChanceryHeadSelection *self = CHANCERY_HEAD_SELECTION (selection);

  return self->model != NULL && gtk_selection_model_select_all (self->model);
}

static gboolean
unselect_all (GtkSelectionModel *selection)
{
  ChanceryHeadSelection *self = CHANCERY_HEAD_SELECTION (selection);

  return self->model != NULL && gtk_selection_model_unselect_all (self->model);
}

static gboolean
set_selection (GtkSelectionModel *selection,
               GtkBitset         *selected,
               GtkBitset         *mask)
{
  ChanceryHeadSelection *self = CHANCERY_HEAD_SELECTION (selection);

  return self->model != NULL && gtk_selection_model_set_selection (self->model, selected, mask);
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->unselect_range = unselect_range;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
  iface->set_selection = set_selection;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ChanceryHeadSelection, chancery_head_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static guint
count_items (ChanceryHeadSelection *self)
{
  return self->model != NULL ? MIN (self->size, g_list_model_get_n_items (G_LIST_MODEL (self->model))) : 0;
}

static void
items_changed_cb (ChanceryHeadSelection *self,
                  guint                  position,
                  guint                  removed,
                  guint                  added)
{
  guint before = self->n_items;

  if (position == 0 && removed >= before)
    self->size = self->first_size;
  self->n_items = count_items (self);
  if (position >= MAX (before, self->n_items))
    return;

  /* What follows a change of length has moved up or down over the edge. */
  if (removed != added)
    g_list_model_items_changed (G_LIST_MODEL (self), position, before - position, self->n_items - position);
  else
    g_list_model_items_changed (G_LIST_MODEL (self), position, MIN (removed, before - position),
                                MIN (added, self->n_items - position));
}

static void
selection_changed_cb (ChanceryHeadSelection *self,
                      guint                  position,
                      guint                  n_items)
{
  if (position < self->n_items)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position,
                                           MIN (n_items, self->n_items - position));
}

static void
sections_changed_cb (ChanceryHeadSelection *self,
                     guint                  position,
                     guint                  n_items)
{
  if (position < self->n_items)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), position,
                                        MIN (n_items, self->n_items - position));
}

static void
let_go (ChanceryHeadSelection *self)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
}

static void
chancery_head_selection_dispose (GObject *object)
{
  let_go (CHANCERY_HEAD_SELECTION (object));

  G_OBJECT_CLASS (chancery_head_selection_parent_class)->dispose (object);
}

static void
chancery_head_selection_class_init (ChanceryHeadSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = chancery_head_selection_dispose;
}

static void
chancery_head_selection_init (ChanceryHeadSelection *self)
{
}

/**
 * chancery_head_selection_new:
 * @first_size: how many items to show at first, at most
 *
 * Returns: (transfer full): the head of no model yet
 */
ChanceryHeadSelection *
chancery_head_selection_new (guint first_size)
{
  ChanceryHeadSelection *self = g_object_new (CHANCERY_TYPE_HEAD_SELECTION, NULL);

  self->first_size = self->size = first_size;

  return self;
}

/**
 * chancery_head_selection_set_model:
 * @self: the head
 * @model: (nullable): a selection model; if it has sections, so has the head
 */
void
chancery_head_selection_set_model (ChanceryHeadSelection *self,
                                   GtkSelectionModel     *model)
{
  guint before;

  g_return_if_fail (CHANCERY_IS_HEAD_SELECTION (self));

  if (model == self->model)
    return;

  let_go (self);
  if (model != NULL)
    {
      self->model = g_object_ref (model);
      g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
      g_signal_connect_swapped (model, "selection-changed", G_CALLBACK (selection_changed_cb), self);
      if (GTK_IS_SECTION_MODEL (model))
        g_signal_connect_swapped (model, "sections-changed", G_CALLBACK (sections_changed_cb), self);
    }

  before = self->n_items;
  self->size = self->first_size;
  self->n_items = count_items (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n_items);
}

/**
 * chancery_head_selection_is_whole:
 * @self: the head
 *
 * Returns: whether it shows all items of its model
 */
gboolean
chancery_head_selection_is_whole (ChanceryHeadSelection *self)
{
  g_return_val_if_fail (CHANCERY_IS_HEAD_SELECTION (self), TRUE);

  return self->model == NULL || self->n_items == g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

guint
chancery_head_selection_get_size (ChanceryHeadSelection *self)
{
  g_return_val_if_fail (CHANCERY_IS_HEAD_SELECTION (self), 0);

  return self->size;
}

/**
 * chancery_head_selection_set_size:
 * @self: the head
 * @size: how many items to show at most
 */
void
chancery_head_selection_set_size (ChanceryHeadSelection *self,
                                  guint                  size)
{
  guint before;

  g_return_if_fail (CHANCERY_IS_HEAD_SELECTION (self));

  before = self->n_items;
  self->size = size;
  self->n_items = count_items (self);
  if (self->n_items > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->n_items - before);
  else if (self->n_items < before)
    g_list_model_items_changed (G_LIST_MODEL (self), self->n_items, before - self->n_items, 0);
}
