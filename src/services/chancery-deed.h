/* chancery-deed.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CHANCERY_TYPE_DEED (chancery_deed_get_type ())

G_DECLARE_INTERFACE (ChanceryDeed, chancery_deed, CHANCERY, DEED, GObject)

/**
 * ChanceryDeedInterface:
 * @dup_undo_label: the command's name in the user's language: "Undo New Version"
 * @dup_redo_label: the same for doing it again
 * @undo_async: takes it back
 * @redo_async: does it again
 * @finish: ends either
 *
 * Something that was done and is more than changes of notes, but that a history
 * can undo in its turn. On the main thread.
 */
struct _ChanceryDeedInterface
{
  GTypeInterface parent_interface;

  char    *(*dup_undo_label) (ChanceryDeed         *self);
  char    *(*dup_redo_label) (ChanceryDeed         *self);
  void     (*undo_async)     (ChanceryDeed         *self,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
  void     (*redo_async)     (ChanceryDeed         *self,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
  gboolean (*finish)         (ChanceryDeed         *self,
                              GAsyncResult         *result,
                              GError              **error);
};

char    *chancery_deed_dup_undo_label (ChanceryDeed         *self);
char    *chancery_deed_dup_redo_label (ChanceryDeed         *self);
void     chancery_deed_undo_async     (ChanceryDeed         *self,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
void     chancery_deed_redo_async     (ChanceryDeed         *self,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean chancery_deed_finish         (ChanceryDeed         *self,
                                       GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
