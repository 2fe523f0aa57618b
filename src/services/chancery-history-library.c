/* chancery-history-library.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-history.h"

#include "chancery-library-bulk.h"

/* How a history changes a library. */

static void
put_note_async (GObject             *target,
                ChanceryNote        *note,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  chancery_library_put_note_async (CHANCERY_LIBRARY (target), note, cancellable, callback, user_data);
}

static gboolean
put_note_finish (GObject       *target,
                 GAsyncResult  *result,
                 GError       **error)
{
  return chancery_library_put_note_finish (CHANCERY_LIBRARY (target), result, error);
}

static void
remove_note_async (GObject             *target,
                   const char          *uid,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  chancery_library_remove_note_async (CHANCERY_LIBRARY (target), uid, cancellable, callback, user_data);
}

static gboolean
remove_note_finish (GObject       *target,
                    GAsyncResult  *result,
                    GError       **error)
{
  return chancery_library_remove_note_finish (CHANCERY_LIBRARY (target), result, error);
}

static void
write_notes_async (GObject             *target,
                   GPtrArray           *put,
                   const char * const  *removed,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  chancery_library_write_notes_async (CHANCERY_LIBRARY (target), put, removed, cancellable, callback, user_data);
}

static gboolean
write_notes_finish (GObject       *target,
                    GAsyncResult  *result,
                    GError       **error)
{
  return chancery_library_write_notes_finish (CHANCERY_LIBRARY (target), result, error);
}

/**
 * chancery_history_new:
 * @library: the library that notes are written to
 *
 * Returns: (transfer full): a history without a step
 */
ChanceryHistory *
chancery_history_new (ChanceryLibrary *library)
{
  static const ChanceryHistoryTarget functions = {
    .put_note_async = put_note_async,
    .put_note_finish = put_note_finish,
    .remove_note_async = remove_note_async,
    .remove_note_finish = remove_note_finish,
    .write_notes_async = write_notes_async,
    .write_notes_finish = write_notes_finish,
  };

  g_return_val_if_fail (CHANCERY_IS_LIBRARY (library), NULL);

  return chancery_history_new_for_target (G_OBJECT (library), &functions, NULL);
}
