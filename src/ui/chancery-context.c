/* chancery-context.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-context.h"

#include "chancery-content.h"

/**
 * ChanceryContext:
 *
 * Owns the services of one run of the program. The catalogue and the library
 * come in the background, side by side; properties are notified as they come.
 */
struct _ChanceryContext
{
  GObject parent_instance;

  GFile *library_file;
  GSettings *settings;
  ChanceryCatalogue *catalogue;
  ChanceryGazetteer *gazetteer;
  ChanceryLibrary *library;
  ChanceryHistory *history;
  ChancerySync *sync;
  guint sync_source;
  ChanceryImporter *importer;
};

typedef enum
{
  PROP_LIBRARY_FILE = 1,
  PROP_CATALOGUE,
  PROP_LIBRARY,
  PROP_HISTORY,
} ChanceryContextProps;

static GParamSpec *props[PROP_HISTORY + 1];

/* What is in the folder can wait until the window is there. */
#define SYNC_AFTER_MS 2000

G_DEFINE_FINAL_TYPE (ChanceryContext, chancery_context, G_TYPE_OBJECT)

static void
chancery_context_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ChanceryContext *self = CHANCERY_CONTEXT (object);

  switch ((ChanceryContextProps) prop_id)
    {
    case PROP_LIBRARY_FILE:
      g_value_set_object (value, self->library_file);
      break;
    case PROP_CATALOGUE:
      g_value_set_object (value, self->catalogue);
      break;
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_context_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ChanceryContext *self = CHANCERY_CONTEXT (object);

  switch ((ChanceryContextProps) prop_id)
    {
    case PROP_LIBRARY_FILE:
      self->library_file = g_value_dup_object (value);
      break;
    case PROP_CATALOGUE:
    case PROP_LIBRARY:
    case PROP_HISTORY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
forget_sync (ChanceryContext *self)
{
  g_clear_handle_id (&self->sync_source, g_source_remove);
  if (self->sync != NULL)
    chancery_sync_stop (self->sync);
  g_clear_object (&self->sync);
}

static void
chancery_context_dispose (GObject *object)
{
  ChanceryContext *self = CHANCERY_CONTEXT (object);

  g_clear_object (&self->importer);
  forget_sync (self);
  g_clear_object (&self->history);
  g_clear_object (&self->library);
  g_clear_object (&self->gazetteer);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->settings);
  g_clear_object (&self->library_file);

  G_OBJECT_CLASS (chancery_context_parent_class)->dispose (object);
}

static void
chancery_context_class_init (ChanceryContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = chancery_context_get_property;
  object_class->set_property = chancery_context_set_property;
  object_class->dispose = chancery_context_dispose;

  props[PROP_LIBRARY_FILE] = g_param_spec_object ("library-file", NULL, NULL, G_TYPE_FILE,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_CATALOGUE] = g_param_spec_object ("catalogue", NULL, NULL, CHANCERY_TYPE_CATALOGUE, flags);
  props[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, CHANCERY_TYPE_LIBRARY, flags);
  props[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, CHANCERY_TYPE_HISTORY, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static ChanceryDate
get_today (gpointer user_data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return chancery_date_from_g_date_time (now);
}

static void
chancery_context_init (ChanceryContext *self)
{
  self->gazetteer = chancery_gazetteer_new ();
  self->importer = chancery_importer_new (get_today, NULL);
  self->settings = g_settings_new ("io.github.chancery_app.Chancery");
}

/**
 * chancery_context_new:
 * @library_file: where the library is, or is to be
 *
 * Returns: (transfer full): a context with nothing loaded yet
 */
ChanceryContext *
chancery_context_new (GFile *library_file)
{
  return g_object_new (CHANCERY_TYPE_CONTEXT, "library-file", library_file, NULL);
}

GSettings *
chancery_context_get_settings (ChanceryContext *self)
{
  g_return_val_if_fail (CHANCERY_IS_CONTEXT (self), NULL);

  return self->settings;
}

/**
 * chancery_context_get_catalogue:
 * @self: the context
 *
 * Returns: (transfer none) (nullable): the bundled organisations and states,
 *   once they are loaded
 */
ChanceryCatalogue *
chancery_context_get_catalogue (ChanceryContext *self)
{
  g_return_val_if_fail (CHANCERY_IS_CONTEXT (self), NULL);

  return self->catalogue;
}

/**
 * chancery_context_get_gazetteer:
 * @self: the context
 *
 * Returns: (transfer none): what finds states in a text
 */
ChanceryGazetteer *
chancery_context_get_gazetteer (ChanceryContext *self)
{
  g_return_val_if_fail (CHANCERY_IS_CONTEXT (self), NULL);

  return self->gazetteer;
}

/**
 * chancery_context_get_library:
 * @self: the context
 *
 * Returns: (transfer none) (nullable): the library, while it is open
 */
ChanceryLibrary *
chancery_context_get_library (ChanceryContext *self)
{
  g_return_val_if_fail (CHANCERY_IS_CONTEXT (self), NULL);

  return self->library;
}

/**
 * chancery_context_get_history:
 * @self: the context
 *
 * Returns: (transfer none) (nullable): what undoes and redoes changes of notes,
 *   while the library is open
 */
ChanceryHistory *
chancery_context_get_history (ChanceryContext *self)
{
  g_return_val_if_fail (CHANCERY_IS_CONTEXT (self), NULL);

  return self->history;
}

ChanceryImporter *
chancery_context_get_importer (ChanceryContext *self)
{
  g_return_val_if_fail (CHANCERY_IS_CONTEXT (self), NULL);

  return self->importer;
}

/**
 * chancery_context_get_sync:
 * @self: the context
 *
 * Returns: (transfer none) (nullable): what syncs the library with a folder, while the library is open
 */
ChancerySync *
chancery_context_get_sync (ChanceryContext *self)
{
  g_return_val_if_fail (CHANCERY_IS_CONTEXT (self), NULL);

  return self->sync;
}

GFile *
chancery_context_get_library_file (ChanceryContext *self)
{
  g_return_val_if_fail (CHANCERY_IS_CONTEXT (self), NULL);

  return self->library_file;
}

static void
load_catalogue_thread (GTask        *task,
                       gpointer      source_object,
                       gpointer      task_data,
                       GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  ChanceryCatalogue *catalogue = chancery_content_load_catalogue (NULL, cancellable, &error);

  if (catalogue == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, catalogue, g_object_unref);
}

/**
 * chancery_context_load_catalogue_async:
 * @self: the context
 *
 * Loads the bundled organisations and states in a thread.
 */
void
chancery_context_load_catalogue_async (ChanceryContext     *self,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (CHANCERY_IS_CONTEXT (self));

  g_task_set_source_tag (task, chancery_context_load_catalogue_async);
  g_task_run_in_thread (task, load_catalogue_thread);
}

gboolean
chancery_context_load_catalogue_finish (ChanceryContext  *self,
                                        GAsyncResult     *result,
                                        GError          **error)
{
  ChanceryCatalogue *catalogue;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  catalogue = g_task_propagate_pointer (G_TASK (result), error);
  if (catalogue == NULL)
    return FALSE;

  g_clear_object (&self->catalogue);
  self->catalogue = catalogue;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CATALOGUE]);

  return TRUE;
}

static void
start_sync_cb (gpointer user_data)
{
  ChanceryContext *self = user_data;

  self->sync_source = 0;
  chancery_sync_start (self->sync);
}

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ChanceryContext *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  ChanceryLibrary *library = chancery_library_open_finish (result, &error);

  if (library == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->library = library;
  self->history = chancery_history_new (library);
  self->sync = chancery_sync_new (library);
  self->sync_source = g_timeout_add_once (SYNC_AFTER_MS, start_sync_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIBRARY]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HISTORY]);
  g_task_return_boolean (task, TRUE);
}

/**
 * chancery_context_open_library_async:
 * @self: a context whose library isn't open
 *
 * Opens the library, and makes it if it isn't there.
 */
void
chancery_context_open_library_async (ChanceryContext     *self,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (CHANCERY_IS_CONTEXT (self));

  g_task_set_source_tag (task, chancery_context_open_library_async);
  chancery_library_open_async (self->library_file, CHANCERY_LIBRARY_DEFAULT, cancellable, open_cb, task);
}

gboolean
chancery_context_open_library_finish (ChanceryContext  *self,
                                      GAsyncResult     *result,
                                      GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!chancery_library_close_finish (CHANCERY_LIBRARY (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
sync_ended_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask *task = user_data;

  chancery_sync_end_finish (CHANCERY_SYNC (source), result);
  chancery_library_close_async (g_task_get_task_data (task), NULL, closed_cb, task);
}

/**
 * chancery_context_close_library_async:
 * @self: the context
 *
 * Closes the library, after all that was asked of it is done, and is in the folder that it syncs with, unless that takes
 * more than two seconds.
 */
void
chancery_context_close_library_async (ChanceryContext     *self,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (ChanceryLibrary) library = NULL;
  g_autoptr (ChancerySync) sync = NULL;

  g_return_if_fail (CHANCERY_IS_CONTEXT (self));

  g_task_set_source_tag (task, chancery_context_close_library_async);
  library = g_steal_pointer (&self->library);
  if (library == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  g_clear_handle_id (&self->sync_source, g_source_remove);
  sync = g_steal_pointer (&self->sync);
  g_clear_object (&self->history);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIBRARY]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HISTORY]);
  g_task_set_task_data (task, g_steal_pointer (&library), g_object_unref);
  chancery_sync_end_async (sync, sync_ended_cb, g_steal_pointer (&task));
}

gboolean
chancery_context_close_library_finish (ChanceryContext  *self,
                                       GAsyncResult     *result,
                                       GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
