/* chancery-deed.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-deed.h"

G_DEFINE_INTERFACE (ChanceryDeed, chancery_deed, G_TYPE_OBJECT)

static void
chancery_deed_default_init (ChanceryDeedInterface *iface)
{
}

/**
 * chancery_deed_dup_undo_label:
 * @self: a deed
 *
 * Returns: (transfer full): the name of the command that takes it back, in the
 *   user's language
 */
char *
chancery_deed_dup_undo_label (ChanceryDeed *self)
{
  g_return_val_if_fail (CHANCERY_IS_DEED (self), NULL);

  return CHANCERY_DEED_GET_IFACE (self)->dup_undo_label (self);
}

/**
 * chancery_deed_dup_redo_label:
 * @self: a deed
 *
 * Returns: (transfer full): the name of the command that does it again
 */
char *
chancery_deed_dup_redo_label (ChanceryDeed *self)
{
  g_return_val_if_fail (CHANCERY_IS_DEED (self), NULL);

  return CHANCERY_DEED_GET_IFACE (self)->dup_redo_label (self);
}

/**
 * chancery_deed_undo_async:
 * @self: a deed that is done
 * @callback: called when it is taken back, or can't be
 * @user_data: data for @callback
 */
void
chancery_deed_undo_async (ChanceryDeed        *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_DEED (self));

  CHANCERY_DEED_GET_IFACE (self)->undo_async (self, callback, user_data);
}

/**
 * chancery_deed_redo_async:
 * @self: a deed that was taken back
 * @callback: called when it is done again, or can't be
 * @user_data: data for @callback
 */
void
chancery_deed_redo_async (ChanceryDeed        *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_DEED (self));

  CHANCERY_DEED_GET_IFACE (self)->redo_async (self, callback, user_data);
}

/**
 * chancery_deed_finish:
 * @self: the deed
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether it is taken back or done again; if not, nothing has changed
 */
gboolean
chancery_deed_finish (ChanceryDeed  *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (CHANCERY_IS_DEED (self), FALSE);

  return CHANCERY_DEED_GET_IFACE (self)->finish (self, result, error);
}
