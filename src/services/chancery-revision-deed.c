/* chancery-revision-deed.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-revision-deed.h"

#include <glib/gi18n.h>

#include "chancery-article-intake.h"
#include "chancery-note-carrying.h"

/**
 * ChanceryRevisionDeed:
 *
 * An article got a newer text, or an older one again. Taking that back brings
 * the former text with the notes where they were in it; notes that were made in
 * the meantime look for their place there.
 */
struct _ChanceryRevisionDeed
{
  GObject parent_instance;

  ChanceryLibrary *library; /* (owned) */
  char *uid;
  ChanceryArticle *article; /* (owned): what it became */
  gboolean is_older;
};

/* Taking back, in the task's data. */
typedef struct
{
  guint number; /* of the former text */
  gint64 since_us;
} TakeBack;

static void chancery_revision_deed_init_deed (ChanceryDeedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ChanceryRevisionDeed, chancery_revision_deed, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CHANCERY_TYPE_DEED, chancery_revision_deed_init_deed))

static void
reverted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (chancery_library_revert_revision_finish (CHANCERY_LIBRARY (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
carried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ChanceryRevisionDeed *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) carried = chancery_note_carrying_finish (CHANCERY_LIBRARY (source), result, &error);

  if (carried == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    chancery_library_revert_revision_async (self->library, self->uid, carried, NULL, reverted_cb, g_steal_pointer (&task));
}

static void
former_loaded_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ChanceryRevisionDeed *self = g_task_get_source_object (task);
  TakeBack *back = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryArticle) former = chancery_library_load_revision_finish (CHANCERY_LIBRARY (source), result, &error);

  if (former == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* The library knows where the others were. */
  chancery_note_carrying_async (self->library, self->uid, self->article, former, back->since_us, NULL, carried_cb,
                                g_steal_pointer (&task));
}

/* What others made of the article since isn't taken back with it. */
static void
current_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ChanceryRevisionDeed *self = g_task_get_source_object (task);
  TakeBack *back = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryArticle) current =
    chancery_library_load_article_finish (CHANCERY_LIBRARY (source), result, &error);

  if (current == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (!g_str_equal (chancery_article_get_text (current), chancery_article_get_text (self->article)))
    g_task_return_new_error_literal (task, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND,
                                     _("The article has got another version since. Its older ones are in its list of "
                                       "versions."));
  else
    chancery_library_load_revision_async (self->library, self->uid, back->number, NULL, former_loaded_cb,
                                          g_steal_pointer (&task));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ChanceryRevisionDeed *self = g_task_get_source_object (task);
  TakeBack *back = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions =
    chancery_library_list_revisions_finish (CHANCERY_LIBRARY (source), result, &error);

  if (revisions == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (revisions->len < 2)
    {
      g_task_return_new_error_literal (task, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND,
                                       _("The article has no older version."));
      return;
    }

  back->since_us = ((ChanceryRevision *) g_ptr_array_index (revisions, 0))->added_us;
  back->number = ((ChanceryRevision *) g_ptr_array_index (revisions, 1))->number;
  chancery_library_load_article_async (self->library, self->uid, NULL, current_loaded_cb, g_steal_pointer (&task));
}

static void
undo_async (ChanceryDeed        *deed,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  ChanceryRevisionDeed *self = CHANCERY_REVISION_DEED (deed);
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, undo_async);
  g_task_set_task_data (task, g_new0 (TakeBack, 1), g_free);
  chancery_library_list_revisions_async (self->library, self->uid, NULL, listed_cb, task);
}

static void
revised_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryIntake) intake = chancery_article_take_in_finish (CHANCERY_LIBRARY (source), result, &error);

  if (intake != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
redo_async (ChanceryDeed        *deed,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  ChanceryRevisionDeed *self = CHANCERY_REVISION_DEED (deed);
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, redo_async);
  chancery_article_revise_async (self->library, self->uid, self->article, NULL, revised_cb, task);
}

static gboolean
finish (ChanceryDeed  *deed,
        GAsyncResult  *result,
        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, deed), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static char *
dup_undo_label (ChanceryDeed *deed)
{
  return g_strdup (CHANCERY_REVISION_DEED (deed)->is_older ? _("Undo Restore Version") : _("Undo New Version"));
}

static char *
dup_redo_label (ChanceryDeed *deed)
{
  return g_strdup (CHANCERY_REVISION_DEED (deed)->is_older ? _("Redo Restore Version") : _("Redo New Version"));
}

static void
chancery_revision_deed_init_deed (ChanceryDeedInterface *iface)
{
  iface->dup_undo_label = dup_undo_label;
  iface->dup_redo_label = dup_redo_label;
  iface->undo_async = undo_async;
  iface->redo_async = redo_async;
  iface->finish = finish;
}

static void
chancery_revision_deed_dispose (GObject *object)
{
  ChanceryRevisionDeed *self = CHANCERY_REVISION_DEED (object);

  g_clear_object (&self->library);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (chancery_revision_deed_parent_class)->dispose (object);
}

static void
chancery_revision_deed_finalize (GObject *object)
{
  g_free (CHANCERY_REVISION_DEED (object)->uid);

  G_OBJECT_CLASS (chancery_revision_deed_parent_class)->finalize (object);
}

static void
chancery_revision_deed_class_init (ChanceryRevisionDeedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = chancery_revision_deed_dispose;
  G_OBJECT_CLASS (klass)->finalize = chancery_revision_deed_finalize;
}

static void
chancery_revision_deed_init (ChanceryRevisionDeed *self)
{
}

/**
 * chancery_revision_deed_new:
 * @library: the library
 * @uid: an article in it
 * @article: the text that it got just now
 * @is_older: whether that was an older one of its own
 *
 * Returns: (transfer full): what a history needs to take that back
 */
ChanceryDeed *
chancery_revision_deed_new (ChanceryLibrary *library,
                            const char      *uid,
                            ChanceryArticle *article,
                            gboolean         is_older)
{
  ChanceryRevisionDeed *self;

  g_return_val_if_fail (CHANCERY_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (uid != NULL, NULL);
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (article), NULL);

  self = g_object_new (CHANCERY_TYPE_REVISION_DEED, NULL);
  self->library = g_object_ref (library);
  self->uid = g_strdup (uid);
  self->article = g_object_ref (article);
  self->is_older = is_older;

  return CHANCERY_DEED (self);
}
