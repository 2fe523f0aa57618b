/* chancery-import-deed.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-import-deed.h"

#include <glib/gi18n.h>

#include "chancery-library-bulk.h"

/**
 * ChanceryImportDeed:
 *
 * Notes came in, with articles, or replaced those that were there. Taking that
 * back removes what came in, and brings back what was replaced; of the articles
 * those stay that have other notes or got another text since, and those that
 * were there without a text lose it again, unless they got another one.
 */
struct _ChanceryImportDeed
{
  GObject parent_instance;

  ChanceryLibrary *library; /* (owned) */
  GPtrArray *articles; /* (owned) (element-type utf8): those that came in */
  GPtrArray *texts; /* (owned) (element-type ChanceryDeed): what gave articles that were there their text */
  GPtrArray *added; /* (owned) (element-type ChanceryNote) */
  GPtrArray *before; /* (owned) (element-type ChanceryNote): those that were replaced, in that order */
  GPtrArray *after; /* (owned) (element-type ChanceryNote): by what */
};

static void chancery_import_deed_init_deed (ChanceryDeedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ChanceryImportDeed, chancery_import_deed, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CHANCERY_TYPE_DEED, chancery_import_deed_init_deed))

static char *
dup_undo_label (ChanceryDeed *deed)
{
  return g_strdup (_("Undo Import"));
}

static char *
dup_redo_label (ChanceryDeed *deed)
{
  return g_strdup (_("Redo Import"));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (chancery_library_write_notes_finish (CHANCERY_LIBRARY (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void take_back_next_text (GTask *task);

/* One that has got another text since keeps it. */
static void
text_taken_back_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (!chancery_deed_finish (CHANCERY_DEED (source), result, &error) &&
      !g_error_matches (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  g_clear_error (&error);
  take_back_next_text (task);
}

/* The task's data is how many are left; the last that came goes first. */
static void
take_back_next_text (GTask *task)
{
  ChanceryImportDeed *self = g_task_get_source_object (task);
  guint *n_left = g_task_get_task_data (task);

  if (*n_left > 0)
    {
      chancery_deed_undo_async (self->texts->pdata[--*n_left], text_taken_back_cb, task);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask *task = user_data;
  ChanceryImportDeed *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!chancery_library_write_notes_finish (CHANCERY_LIBRARY (source), result, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  g_task_set_task_data (task, g_memdup2 (&self->texts->len, sizeof (guint)), g_free);
  take_back_next_text (task);
}

static void
undo_async (ChanceryDeed        *deed,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  ChanceryImportDeed *self = CHANCERY_IMPORT_DEED (deed);
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) removed = g_ptr_array_new_null_terminated (self->added->len, NULL, TRUE);
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, undo_async);
  /* One that came in may have been replaced from the same file, and one that was there more than once. */
  for (guint i = 0; i < self->added->len; i++)
    {
      const char *uid = chancery_note_get_uid (self->added->pdata[i]);

      g_ptr_array_add (removed, (gpointer) uid);
      g_hash_table_add (done, (gpointer) uid);
    }
  for (guint i = 0; i < self->before->len; i++)
    if (g_hash_table_add (done, (gpointer) chancery_note_get_uid (self->before->pdata[i])))
      g_ptr_array_add (put, g_object_ref (self->before->pdata[i]));

  chancery_library_write_import_async (self->library, put, (const char * const *) removed->pdata,
                                       (const char * const *) self->articles->pdata, FALSE, NULL, taken_back_cb, task);
}

static void give_next_text (GTask *task);

static void
text_given_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (chancery_deed_finish (CHANCERY_DEED (source), result, &error))
    {
      give_next_text (task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* The task's data is how many were given; then come the notes, which are placed in them. */
static void
give_next_text (GTask *task)
{
  ChanceryImportDeed *self = g_task_get_source_object (task);
  guint *n_given = g_task_get_task_data (task);
  g_autoptr (GPtrArray) put = NULL;

  if (*n_given < self->texts->len)
    {
      chancery_deed_redo_async (self->texts->pdata[(*n_given)++], text_given_cb, task);
      return;
    }

  put = g_ptr_array_copy (self->added, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  for (guint i = 0; i < self->after->len; i++)
    g_ptr_array_add (put, g_object_ref (self->after->pdata[i]));
  chancery_library_write_import_async (self->library, put, NULL, (const char * const *) self->articles->pdata, TRUE, NULL,
                                       written_cb, task);
}

static void
redo_async (ChanceryDeed        *deed,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  GTask *task = g_task_new (CHANCERY_IMPORT_DEED (deed), NULL, callback, user_data);

  g_task_set_source_tag (task, redo_async);
  g_task_set_task_data (task, g_new0 (guint, 1), g_free);
  give_next_text (task);
}

static gboolean
finish (ChanceryDeed  *deed,
        GAsyncResult  *result,
        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, deed), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
chancery_import_deed_init_deed (ChanceryDeedInterface *iface)
{
  iface->dup_undo_label = dup_undo_label;
  iface->dup_redo_label = dup_redo_label;
  iface->undo_async = undo_async;
  iface->redo_async = redo_async;
  iface->finish = finish;
}

static void
chancery_import_deed_dispose (GObject *object)
{
  ChanceryImportDeed *self = CHANCERY_IMPORT_DEED (object);

  g_clear_object (&self->library);

  G_OBJECT_CLASS (chancery_import_deed_parent_class)->dispose (object);
}

static void
chancery_import_deed_finalize (GObject *object)
{
  ChanceryImportDeed *self = CHANCERY_IMPORT_DEED (object);

  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->after);

  G_OBJECT_CLASS (chancery_import_deed_parent_class)->finalize (object);
}

static void
chancery_import_deed_class_init (ChanceryImportDeedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = chancery_import_deed_dispose;
  object_class->finalize = chancery_import_deed_finalize;
}

static void
chancery_import_deed_init (ChanceryImportDeed *self)
{
  self->articles = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  self->texts = g_ptr_array_new_with_free_func (g_object_unref);
  self->added = g_ptr_array_new_with_free_func (g_object_unref);
  self->before = g_ptr_array_new_with_free_func (g_object_unref);
  self->after = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * chancery_import_deed_new:
 * @library: a library
 *
 * Returns: (transfer full): an import of nothing
 */
ChanceryImportDeed *
chancery_import_deed_new (ChanceryLibrary *library)
{
  ChanceryImportDeed *self;

  g_return_val_if_fail (CHANCERY_IS_LIBRARY (library), NULL);

  self = g_object_new (CHANCERY_TYPE_IMPORT_DEED, NULL);
  self->library = g_object_ref (library);
  return self;
}

/**
 * chancery_import_deed_add_articles:
 * @self: an import
 * @uids: articles that are new
 */
void
chancery_import_deed_add_articles (ChanceryImportDeed *self,
                                   const char * const *uids)
{
  g_return_if_fail (CHANCERY_IS_IMPORT_DEED (self));

  for (gsize i = 0; uids[i] != NULL; i++)
    g_ptr_array_add (self->articles, g_strdup (uids[i]));
}

/**
 * chancery_import_deed_add_text:
 * @self: an import
 * @text: (transfer full): what gave an article, which was there without one, its text
 */
void
chancery_import_deed_add_text (ChanceryImportDeed *self,
                               ChanceryDeed       *text)
{
  g_return_if_fail (CHANCERY_IS_IMPORT_DEED (self));

  g_ptr_array_add (self->texts, text);
}

static void
add_all (GPtrArray *to,
         GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (to, g_object_ref (notes->pdata[i]));
}

/**
 * chancery_import_deed_add_notes:
 * @self: an import
 * @merged: what came of merging notes, which nobody changes any more
 */
void
chancery_import_deed_add_notes (ChanceryImportDeed        *self,
                                const ChanceryMergedNotes *merged)
{
  g_return_if_fail (CHANCERY_IS_IMPORT_DEED (self));

  add_all (self->added, merged->added);
  add_all (self->before, merged->before);
  add_all (self->after, merged->after);
}

/**
 * chancery_import_deed_is_empty:
 * @self: an import
 *
 * Returns: whether nothing came of it
 */
gboolean
chancery_import_deed_is_empty (ChanceryImportDeed *self)
{
  g_return_val_if_fail (CHANCERY_IS_IMPORT_DEED (self), TRUE);

  return self->articles->len == 0 && self->texts->len == 0 && self->added->len == 0 && self->after->len == 0;
}
