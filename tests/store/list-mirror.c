/* list-mirror.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list-mirror.h"

static void
append_change (ListMirror *self,
               char        sign,
               guint       position,
               guint       n_items)
{
  g_string_append_printf (self->changes, "%s%c%u", self->changes->len > 0 ? " " : "", sign, position);
  if (n_items != 1)
    g_string_append_printf (self->changes, "*%u", n_items);
}

static void
items_changed_cb (GListModel *list,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  ListMirror *self)
{
  g_assert_cmpuint (position + n_removed, <=, self->items->len);
  if (n_removed > 0)
    {
      append_change (self, '-', position, n_removed);
      g_ptr_array_remove_range (self->items, position, n_removed);
    }
  if (n_added > 0)
    append_change (self, '+', position, n_added);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (self->items, (int) (position + i), NULL);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, self->items->len);
}

static void
clear_item (gpointer item)
{
  if (item != NULL)
    g_object_unref (item);
}

ListMirror *
list_mirror_new (GListModel *list)
{
  ListMirror *self = g_new0 (ListMirror, 1);

  self->list = g_object_ref (list);
  self->items = g_ptr_array_new_with_free_func (clear_item);
  self->changes = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (self->items, NULL);
  self->handler = g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), self);

  return self;
}

void
list_mirror_free (ListMirror *self)
{
  g_signal_handler_disconnect (self->list, self->handler);
  g_ptr_array_unref (self->items);
  g_string_free (self->changes, TRUE);
  g_object_unref (self->list);
  g_free (self);
}

/* Every item that was seen before and hasn't been said to go is still the
 * same, at its place. */
void
list_mirror_assert_same (ListMirror *self)
{
  g_assert_cmpuint (g_list_model_get_n_items (self->list), ==, self->items->len);
  for (guint i = 0; i < self->items->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->list, i);

      g_assert_nonnull (item);
      if (self->items->pdata[i] == NULL)
        self->items->pdata[i] = g_object_ref (item);
      g_assert_true (self->items->pdata[i] == item);
    }
  g_assert_null (g_list_model_get_item (self->list, self->items->len));
}
