/* notes-store.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "notes-store.h"

struct _NotesStore
{
  GObject parent_instance;

  GListStore *notes;
  gboolean full;
};

G_DEFINE_FINAL_TYPE (NotesStore, notes_store, G_TYPE_OBJECT)

static void
notes_store_finalize (GObject *object)
{
  NotesStore *self = NOTES_STORE (object);

  g_clear_object (&self->notes);

  G_OBJECT_CLASS (notes_store_parent_class)->finalize (object);
}

static void
notes_store_class_init (NotesStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = notes_store_finalize;
}

static void
notes_store_init (NotesStore *self)
{
  self->notes = g_list_store_new (CHANCERY_TYPE_NOTE);
}

static guint
find_position (NotesStore *self,
               const char *uid)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->notes));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ChanceryNote) note = g_list_model_get_item (G_LIST_MODEL (self->notes), i);

      if (g_str_equal (chancery_note_get_uid (note), uid))
        return i;
    }

  return G_MAXUINT;
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const ChancerySelector *first = chancery_note_get_selector ((ChanceryNote *) a);
  const ChancerySelector *second = chancery_note_get_selector ((ChanceryNote *) b);
  gsize first_chars = first != NULL ? first->start_chars : 0;
  gsize second_chars = second != NULL ? second->start_chars : 0;

  return first_chars < second_chars ? -1 : first_chars > second_chars;
}

void
notes_store_add (NotesStore   *self,
                 ChanceryNote *note)
{
  g_autoptr (ChanceryNote) copy = chancery_note_copy (note);

  g_list_store_insert_sorted (self->notes, copy, compare_places, NULL);
}

ChanceryNote *
notes_store_find (NotesStore *self,
                  const char *uid)
{
  guint position = find_position (self, uid);
  g_autoptr (ChanceryNote) note = NULL;

  if (position == G_MAXUINT)
    return NULL;

  note = g_list_model_get_item (G_LIST_MODEL (self->notes), position);
  return note;
}

static gboolean
answer_cb (gpointer user_data)
{
  GTask *task = user_data;
  NotesStore *self = g_task_get_source_object (task);
  gpointer data = g_task_get_task_data (task);
  gboolean is_put = g_str_equal (g_task_get_name (task), "put");
  const char *uid = is_put ? chancery_note_get_uid (data) : data;
  guint position = find_position (self, uid);

  if (self->full)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The disk is full");
      return G_SOURCE_REMOVE;
    }

  if (!is_put)
    g_list_store_remove (self->notes, position);
  else if (position == G_MAXUINT)
    notes_store_add (self, data);
  else
    chancery_note_assign (notes_store_find (self, uid), data);
  g_task_return_boolean (task, TRUE);

  return G_SOURCE_REMOVE;
}

static void
put_note_async (GObject             *target,
                ChanceryNote        *note,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  GTask *task = g_task_new (target, cancellable, callback, user_data);

  g_task_set_static_name (task, "put");
  g_task_set_task_data (task, g_object_ref (note), g_object_unref);
  g_idle_add_full (G_PRIORITY_DEFAULT, answer_cb, task, g_object_unref);
}

static void
remove_note_async (GObject             *target,
                   const char          *uid,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  GTask *task = g_task_new (target, cancellable, callback, user_data);

  g_task_set_static_name (task, "remove");
  g_task_set_task_data (task, g_strdup (uid), g_free);
  g_idle_add_full (G_PRIORITY_DEFAULT, answer_cb, task, g_object_unref);
}

static gboolean
finish (GObject       *target,
        GAsyncResult  *result,
        GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

NotesStore *
notes_store_new (void)
{
  return g_object_new (NOTES_TYPE_STORE, NULL);
}

GListModel *
notes_store_get_model (NotesStore *self)
{
  return G_LIST_MODEL (self->notes);
}

/* A new history of this store. */
ChanceryHistory *
notes_store_new_history (NotesStore *self)
{
  static const ChanceryHistoryTarget functions = {
    .put_note_async = put_note_async,
    .put_note_finish = finish,
    .remove_note_async = remove_note_async,
    .remove_note_finish = finish,
  };

  return chancery_history_new_for_target (G_OBJECT (self), &functions, NULL);
}

void
notes_store_set_full (NotesStore *self,
                      gboolean    full)
{
  self->full = full;
}
