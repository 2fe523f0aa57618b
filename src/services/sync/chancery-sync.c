/* chancery-sync.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-sync.h"

#include "chancery-library-sync.h"
#include "chancery-sync-pass.h"

/* Between a change and the pass, so that a burst of them makes one. */
#define DELAY_MS 1500
/* How long the end may wait for a last pass. */
#define END_MS 2000

struct _ChancerySync
{
  GObject parent_instance;

  ChanceryLibrary *library;
  GFile *folder; /* (nullable) */
  GCancellable *cancellable;
  GFileMonitor *monitors[2];
  guint delay_source;
  gboolean busy;
  gboolean again;
  gboolean anew;
  gboolean started;
  gboolean changed; /* something here, since the last pass began */
  GTask *ending;    /* (owned) (nullable) */
  gboolean settled; /* what was asked of the library before the end is done */
  guint end_source;

  GError *error;              /* (nullable): what the last pass ended with */
  ChancerySyncReport *report; /* (nullable): what the last pass did that didn't fail */
};

typedef enum
{
  PROP_FOLDER = 1,
  PROP_BUSY,
} ChancerySyncProps;

static GParamSpec *props[PROP_BUSY + 1];

G_DEFINE_FINAL_TYPE (ChancerySync, chancery_sync, G_TYPE_OBJECT)

static void
chancery_sync_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ChancerySync *self = CHANCERY_SYNC (object);

  switch ((ChancerySyncProps) prop_id)
    {
    case PROP_FOLDER:
      g_value_set_object (value, self->folder);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
forget_monitors (ChancerySync *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->monitors); i++)
    {
      if (self->monitors[i] != NULL)
        g_file_monitor_cancel (self->monitors[i]);
      g_clear_object (&self->monitors[i]);
    }
}

static void
chancery_sync_dispose (GObject *object)
{
  ChancerySync *self = CHANCERY_SYNC (object);

  chancery_sync_stop (self);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (chancery_sync_parent_class)->dispose (object);
}

static void
chancery_sync_finalize (GObject *object)
{
  ChancerySync *self = CHANCERY_SYNC (object);

  g_clear_object (&self->folder);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_clear_pointer (&self->report, chancery_sync_report_free);

  G_OBJECT_CLASS (chancery_sync_parent_class)->finalize (object);
}

static void
chancery_sync_class_init (ChancerySyncClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = chancery_sync_get_property;
  object_class->dispose = chancery_sync_dispose;
  object_class->finalize = chancery_sync_finalize;

  props[PROP_FOLDER] = g_param_spec_object ("folder", NULL, NULL, G_TYPE_FILE, flags);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
chancery_sync_init (ChancerySync *self)
{
  self->cancellable = g_cancellable_new ();
}

/* If it is to end, it does. */
static void
end_now (ChancerySync *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->ending);

  g_clear_handle_id (&self->end_source, g_source_remove);
  if (task == NULL)
    return;
  chancery_sync_stop (self);
  g_task_return_boolean (task, TRUE);
}

/* Passes */

typedef struct
{
  char *library_path;
  char *folder;
  gboolean anew;
} Pass;

static void
pass_free (gpointer data)
{
  Pass *pass = data;

  g_free (pass->library_path);
  g_free (pass->folder);
  g_free (pass);
}

static void
pass_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Pass *pass = task_data;
  GError *error = NULL;
  ChancerySyncReport *report = chancery_sync_run_file (pass->library_path, pass->folder, pass->anew, cancellable, &error);

  if (report == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, report, (GDestroyNotify) chancery_sync_report_free);
}

static void
file_changed_cb (GFileMonitor      *monitor,
                 GFile             *file,
                 GFile             *other_file,
                 GFileMonitorEvent  event,
                 ChancerySync      *self)
{
  g_autofree char *name = g_file_get_basename (file);

  /* Files that don't have their name yet. */
  if (*name == '.' && other_file == NULL)
    return;
  chancery_sync_request (self, FALSE);
}

static void
watch (ChancerySync *self)
{
  static const char * const subfolders[] = { "notes", "articles" };

  for (gsize i = 0; i < G_N_ELEMENTS (self->monitors); i++)
    {
      g_autoptr (GFile) subfolder = g_file_get_child (self->folder, subfolders[i]);

      if (self->monitors[i] != NULL)
        continue;
      self->monitors[i] = g_file_monitor_directory (subfolder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
      if (self->monitors[i] != NULL)
        g_signal_connect_object (self->monitors[i], "changed", G_CALLBACK (file_changed_cb), self, 0);
    }
}

static void
passed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChancerySync) self = user_data;
  g_autoptr (GError) error = NULL;
  ChancerySyncReport *report = g_task_propagate_pointer (G_TASK (result), &error);

  self->busy = FALSE;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
    }
  if (report != NULL)
    {
      g_clear_pointer (&self->report, chancery_sync_report_free);
      self->report = report;
      if (chancery_sync_report_did_change (report) && self->library != NULL)
        chancery_library_refresh (self->library);
    }
  if (self->folder != NULL && report != NULL && self->started)
    watch (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);

  if (self->again)
    chancery_sync_request (self, TRUE);
  if (!self->busy && self->settled)
    end_now (self);
}

static void
begin_pass (ChancerySync *self)
{
  g_autoptr (GTask) task = NULL;
  GFile *file = self->library != NULL ? chancery_library_get_file (self->library) : NULL;
  Pass *pass;

  if (self->folder == NULL || file == NULL || !self->started)
    return;
  if (self->busy)
    {
      self->again = TRUE;
      return;
    }

  self->busy = TRUE;
  self->again = FALSE;
  self->changed = FALSE;
  pass = g_new0 (Pass, 1);
  pass->library_path = g_file_get_path (file);
  pass->folder = g_file_get_path (self->folder);
  pass->anew = self->anew;
  self->anew = FALSE;
  /* The thread's task has nothing of this, which must not end in that thread, nor the library with it. */
  task = g_task_new (NULL, self->cancellable, passed_cb, g_object_ref (self));
  g_task_set_source_tag (task, begin_pass);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_set_task_data (task, pass, pass_free);
  g_task_run_in_thread (task, pass_thread);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
delayed_cb (gpointer user_data)
{
  ChancerySync *self = user_data;

  self->delay_source = 0;
  begin_pass (self);
}

/**
 * chancery_sync_request:
 * @self: what syncs
 * @at_once: whether not to wait for more changes
 *
 * Asks for a pass. Does nothing if there is no folder.
 */
void
chancery_sync_request (ChancerySync *self,
                       gboolean      at_once)
{
  g_return_if_fail (CHANCERY_IS_SYNC (self));

  if (self->folder == NULL || !self->started)
    return;
  if (at_once)
    {
      g_clear_handle_id (&self->delay_source, g_source_remove);
      begin_pass (self);
    }
  else if (self->delay_source == 0)
    self->delay_source = g_timeout_add_once (DELAY_MS, delayed_cb, self);
}

static void
changed_cb (ChancerySync *self)
{
  self->changed = TRUE;
  chancery_sync_request (self, FALSE);
}

/**
 * chancery_sync_new:
 * @library: an open library
 *
 * Returns: (transfer full): what syncs it, once it is started
 */
ChancerySync *
chancery_sync_new (ChanceryLibrary *library)
{
  ChancerySync *self = g_object_new (CHANCERY_TYPE_SYNC, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "notes-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "articles-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* The folder */

static void
take_folder (ChancerySync *self,
             GFile        *folder)
{
  forget_monitors (self);
  g_clear_error (&self->error);
  g_clear_pointer (&self->report, chancery_sync_report_free);
  g_set_object (&self->folder, folder);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDER]);
  chancery_sync_request (self, TRUE);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ChancerySync) self = user_data;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *path = NULL;

  /* If the library can't be read, others say so. */
  if (!chancery_library_get_sync_folder_finish (CHANCERY_LIBRARY (source), result, &path, NULL) || path == NULL ||
      !self->started || self->folder != NULL)
    return;
  folder = g_file_new_for_path (path);
  take_folder (self, folder);
}

/**
 * chancery_sync_start:
 * @self: what syncs
 *
 * Begins to watch the library's folder, if it has one.
 */
void
chancery_sync_start (ChancerySync *self)
{
  g_return_if_fail (CHANCERY_IS_SYNC (self));

  if (self->started)
    return;
  self->started = TRUE;
  if (self->folder != NULL)
    chancery_sync_request (self, TRUE);
  else
    chancery_library_get_sync_folder_async (self->library, self->cancellable, found_cb, g_object_ref (self));
}

/**
 * chancery_sync_stop:
 * @self: what syncs
 *
 * Ends it; what a pass has under way is given up, which harms nothing.
 */
void
chancery_sync_stop (ChancerySync *self)
{
  g_return_if_fail (CHANCERY_IS_SYNC (self));

  self->started = FALSE;
  self->again = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->delay_source, g_source_remove);
  forget_monitors (self);
}

static void
end_later_cb (gpointer user_data)
{
  ChancerySync *self = user_data;

  self->end_source = 0;
  end_now (self);
}

/* All that was asked of the library before has been done, and told. */
static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ChancerySync) self = user_data;
  g_autofree char *path = NULL;
  const gboolean known = chancery_library_get_sync_folder_finish (CHANCERY_LIBRARY (source), result, &path, NULL) && path != NULL;

  if (self->ending == NULL)
    return;
  self->settled = TRUE;
  /* It may be over before it began to watch. */
  if (known && !self->started && self->changed)
    {
      g_clear_object (&self->folder);
      self->folder = g_file_new_for_path (path);
      self->started = TRUE;
    }
  if (self->changed)
    chancery_sync_request (self, TRUE);
  if (!self->busy)
    end_now (self);
}

/**
 * chancery_sync_end_async:
 * @self: what syncs
 * @callback: called when it has ended, after two seconds at most
 *
 * Ends it like chancery_sync_stop(), but not before what changed here is in the folder, unless that takes too long;
 * then it is there after the next start.
 */
void
chancery_sync_end_async (ChancerySync        *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_SYNC (self));
  g_return_if_fail (self->ending == NULL);

  self->ending = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->ending, chancery_sync_end_async);
  self->end_source = g_timeout_add_once (END_MS, end_later_cb, self);
  chancery_library_get_sync_folder_async (self->library, NULL, settled_cb, g_object_ref (self));
}

void
chancery_sync_end_finish (ChancerySync *self,
                          GAsyncResult *result)
{
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ChancerySync) self = user_data;
  g_autoptr (GError) error = NULL;

  if (chancery_library_set_sync_folder_finish (CHANCERY_LIBRARY (source), result, &error))
    return;
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

/**
 * chancery_sync_set_folder:
 * @self: what syncs
 * @folder: (nullable): a folder on this machine; %NULL to sync no more
 *
 * Syncs with another folder from now on, and the next time that the library is opened. What is in the folder stays
 * there.
 */
void
chancery_sync_set_folder (ChancerySync *self,
                          GFile        *folder)
{
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  g_return_if_fail (CHANCERY_IS_SYNC (self));

  if (folder != NULL && path == NULL)
    return;
  /* A pass over the old folder is of no interest any more. */
  if (self->busy)
    {
      g_cancellable_cancel (self->cancellable);
      g_object_unref (self->cancellable);
      self->cancellable = g_cancellable_new ();
    }
  self->anew = TRUE;
  chancery_library_set_sync_folder_async (self->library, path, NULL, kept_cb, g_object_ref (self));
  take_folder (self, folder);
}

/**
 * chancery_sync_get_folder:
 * @self: what syncs
 *
 * Returns: (transfer none) (nullable): the folder
 */
GFile *
chancery_sync_get_folder (ChancerySync *self)
{
  g_return_val_if_fail (CHANCERY_IS_SYNC (self), NULL);

  return self->folder;
}

gboolean
chancery_sync_get_busy (ChancerySync *self)
{
  g_return_val_if_fail (CHANCERY_IS_SYNC (self), FALSE);

  return self->busy;
}

/**
 * chancery_sync_get_error:
 * @self: what syncs
 *
 * Returns: (transfer none) (nullable): why the last pass failed; it is new when `busy` is notified
 */
const GError *
chancery_sync_get_error (ChancerySync *self)
{
  g_return_val_if_fail (CHANCERY_IS_SYNC (self), NULL);

  return self->error;
}

/**
 * chancery_sync_get_report:
 * @self: what syncs
 *
 * Returns: (transfer none) (nullable): what the last pass did that didn't fail
 */
const ChancerySyncReport *
chancery_sync_get_report (ChancerySync *self)
{
  g_return_val_if_fail (CHANCERY_IS_SYNC (self), NULL);

  return self->report;
}
