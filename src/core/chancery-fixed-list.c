/* chancery-fixed-list.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-fixed-list.h"

struct _ChanceryFixedList
{
  GObject parent_instance;

  GType item_type;
  GPtrArray *items; /* (owned) (element-type GObject) */
};

static void chancery_fixed_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ChanceryFixedList,
                               chancery_fixed_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, chancery_fixed_list_model_init))

static GType
chancery_fixed_list_get_item_type (GListModel *model)
{
  return CHANCERY_FIXED_LIST (model)->item_type;
}

static guint
chancery_fixed_list_get_n_items (GListModel *model)
{
  return CHANCERY_FIXED_LIST (model)->items->len;
}

static gpointer
chancery_fixed_list_get_item (GListModel *model,
                              guint       position)
{
  ChanceryFixedList *self = CHANCERY_FIXED_LIST (model);

  if (position >= self->items->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
chancery_fixed_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = chancery_fixed_list_get_item_type;
  iface->get_n_items = chancery_fixed_list_get_n_items;
  iface->get_item = chancery_fixed_list_get_item;
}

static void
chancery_fixed_list_dispose (GObject *object)
{
  ChanceryFixedList *self = CHANCERY_FIXED_LIST (object);

  g_ptr_array_set_size (self->items, 0);

  G_OBJECT_CLASS (chancery_fixed_list_parent_class)->dispose (object);
}

static void
chancery_fixed_list_finalize (GObject *object)
{
  ChanceryFixedList *self = CHANCERY_FIXED_LIST (object);

  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (chancery_fixed_list_parent_class)->finalize (object);
}

static void
chancery_fixed_list_class_init (ChanceryFixedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = chancery_fixed_list_dispose;
  object_class->finalize = chancery_fixed_list_finalize;
}

static void
chancery_fixed_list_init (ChanceryFixedList *self)
{
}

/**
 * chancery_fixed_list_new:
 * @item_type: the type of all items, a #GObject
 * @items: (transfer full) (element-type GObject): the items, with
 *   g_object_unref() as their free function; not touched by the caller again
 *
 * Returns: (transfer full): a list of @items that never changes
 */
ChanceryFixedList *
chancery_fixed_list_new (GType      item_type,
                         GPtrArray *items)
{
  ChanceryFixedList *self;

  g_return_val_if_fail (g_type_is_a (item_type, G_TYPE_OBJECT), NULL);
  g_return_val_if_fail (items != NULL, NULL);

  self = g_object_new (CHANCERY_TYPE_FIXED_LIST, NULL);
  self->item_type = item_type;
  self->items = items;
  return self;
}
