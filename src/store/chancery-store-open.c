/* chancery-store-open.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "chancery-migrations.h"

/* https://sqlite.org/fileformat.html, “The Database Header” */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"
#define HEADER_PAGE_SIZE 16
#define HEADER_CHANGE_COUNTER 24
#define HEADER_N_PAGES 28
#define HEADER_APPLICATION_ID 68
#define HEADER_VALID_FOR 92

static gboolean
set_error (const char  *path,
           int          code,
           const char  *format,
           GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  /* The formats below have one %s. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, CHANCERY_STORE_ERROR, code, format, name);
#pragma GCC diagnostic pop

  return FALSE;
}

static gboolean
set_not_a_library (const char  *path,
                   GError     **error)
{
  return set_error (path, CHANCERY_STORE_ERROR_NOT_A_LIBRARY,
                    _("“%s” is not a Chancery library. It was not changed; choose another file."), error);
}

static gboolean
set_damaged (const char  *path,
             GError     **error)
{
  return set_error (path, CHANCERY_STORE_ERROR_DAMAGED,
                    _("“%s” is damaged. It is left as it is; what can still be read can be saved into a new library."),
                    error);
}

static guint32
get_uint32 (const guchar *header,
            gsize         offset)
{
  return ((guint32) header[offset] << 24) | ((guint32) header[offset + 1] << 16) |
         ((guint32) header[offset + 2] << 8) | header[offset + 3];
}

/* Whether there are changes that aren't in the file itself yet. */
gboolean
chancery_store_log_has_frames (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (log, &status) == 0 && status.st_size > 0;
}

/* Whether there is a file at all. */
static gboolean
check_file (const char  *path,
            GError     **error)
{
  g_autofree char *name = NULL;
  GStatBuf status;
  int number;

  if (g_stat (path, &status) == 0)
    return S_ISREG (status.st_mode) || set_not_a_library (path, error);

  number = errno;
  name = g_filename_display_name (path);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), _("“%s” could not be opened: %s"),
               name, g_strerror (number));
  return FALSE;
}

/* Looks at the file before any SQL does, which might change what isn't ours. It
 * is read through SQLite's own handle: to close another would let go of the
 * locks that this process has on the file. */
static gboolean
check_header (ChanceryStore  *self,
              gboolean       *empty,
              GError        **error)
{
  guchar header[HEADER_SIZE] = { 0 };
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  int code;

  code = sqlite3_file_control (chancery_sqlite_connection_get_handle (self->connection), "main",
                               SQLITE_FCNTL_FILE_POINTER, &file);
  if (code == SQLITE_OK)
    code = file->pMethods->xFileSize (file, &size);
  if (code == SQLITE_OK && size >= HEADER_SIZE)
    code = file->pMethods->xRead (file, header, HEADER_SIZE, 0);
  if (code != SQLITE_OK)
    return chancery_sqlite_connection_set_error (self->connection, code, error);

  *empty = size == 0;
  if (*empty)
    return TRUE;
  if (size < HEADER_SIZE)
    return set_not_a_library (self->path, error);

  if (memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0)
    {
      static const guchar zeroes[HEADER_SIZE] = { 0 };

      /* A library whose first page was lost isn't something else. */
      if (memcmp (header, zeroes, sizeof header) == 0 ||
          get_uint32 (header, HEADER_APPLICATION_ID) == CHANCERY_APPLICATION_ID)
        return set_damaged (self->path, error);
      return set_not_a_library (self->path, error);
    }

  if (get_uint32 (header, HEADER_APPLICATION_ID) != 0 &&
      get_uint32 (header, HEADER_APPLICATION_ID) != CHANCERY_APPLICATION_ID)
    return set_not_a_library (self->path, error);

  /* Cut short; with a log, the header may rightly be ahead of the file. */
  if (get_uint32 (header, HEADER_CHANGE_COUNTER) == get_uint32 (header, HEADER_VALID_FOR) &&
      !chancery_store_log_has_frames (self->path))
    {
      guint page_size = ((guint) header[HEADER_PAGE_SIZE] << 8) | header[HEADER_PAGE_SIZE + 1];

      if (page_size == 1)
        page_size = 65536;
      if ((sqlite3_int64) get_uint32 (header, HEADER_N_PAGES) * page_size > size)
        return set_damaged (self->path, error);
    }

  return TRUE;
}

static gboolean
make_file (const char  *path,
           GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int number = errno;
      g_autofree char *name = g_filename_display_name (folder);

      g_set_error (error, CHANCERY_STORE_ERROR,
                   number == EACCES || number == EROFS || number == EPERM
                   ? CHANCERY_STORE_ERROR_READ_ONLY : CHANCERY_STORE_ERROR_IO,
                   _("The folder “%s” could not be made: %s"), name, g_strerror (number));
      return FALSE;
    }

  /* Notes are nobody else's business; SQLite gives its other files the same mode. */
  fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd == -1)
    {
      int number = errno;
      g_autofree char *name = g_filename_display_name (path);

      if (number == EEXIST)
        return TRUE;

      g_set_error (error, CHANCERY_STORE_ERROR,
                   number == EACCES || number == EROFS || number == EPERM
                   ? CHANCERY_STORE_ERROR_READ_ONLY
                   : number == ENOSPC || number == EDQUOT ? CHANCERY_STORE_ERROR_FULL : CHANCERY_STORE_ERROR_IO,
                   _("“%s” could not be made: %s"), name, g_strerror (number));
      return FALSE;
    }
  g_close (fd, NULL);

  return TRUE;
}

static gboolean
check_identity (ChanceryStore  *self,
                gboolean       *empty,
                GError        **error)
{
  gint64 application_id, version, n_tables;

  if (!chancery_sqlite_connection_get_int64 (self->connection, "PRAGMA application_id", &application_id, error) ||
      !chancery_sqlite_connection_get_int64 (self->connection, "PRAGMA user_version", &version, error) ||
      !chancery_sqlite_connection_get_int64 (self->connection, "SELECT count (*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  *empty = application_id == 0 && version == 0 && n_tables == 0;
  if (!*empty && application_id != CHANCERY_APPLICATION_ID)
    return set_not_a_library (self->path, error);
  /* A newer library is refused before anything is set. */
  if (version > chancery_n_migrations)
    return chancery_migrations_apply (self->connection, self->path, chancery_migrations, chancery_n_migrations, error);

  return TRUE;
}

/* Changing to the log needs the file for oneself, and SQLite doesn't wait for it. */
static gboolean
set_log_mode (ChanceryStore  *self,
              GError        **error)
{
  const gint64 end = g_get_monotonic_time () + (gint64) self->busy_timeout_ms * 1000;

  while (TRUE)
    {
      g_autoptr (GError) local_error = NULL;

      if (chancery_sqlite_connection_execute (self->connection, "PRAGMA journal_mode = WAL", &local_error))
        return TRUE;
      if (!g_error_matches (local_error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_BUSY) ||
          g_get_monotonic_time () >= end)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_usleep (1000);
    }
}

static int
log_grew_cb (gpointer    user_data,
             sqlite3    *handle,
             const char *database,
             int         n_frames)
{
  ChanceryStore *self = user_data;

  self->n_frames = n_frames;
  return SQLITE_OK;
}

/* Whether @file can be written is found out here, before the reader writes a note. */
static gboolean
check_writable (const char  *path,
                GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0)
    return TRUE;

  return set_error (path, CHANCERY_STORE_ERROR_READ_ONLY,
                    _("“%s” can’t be written to: the file, its folder or its disk is read-only."), error);
}

static ChancerySqliteMode
choose_mode (ChanceryStore *self)
{
  if (!self->read_only)
    return CHANCERY_SQLITE_READ_WRITE;

  return check_writable (self->path, NULL) || chancery_store_log_has_frames (self->path)
    ? CHANCERY_SQLITE_READ_ONLY : CHANCERY_SQLITE_IMMUTABLE;
}

static gboolean
open_file (ChanceryStore        *self,
           ChanceryLibraryFlags  flags,
           GError              **error)
{
  const gboolean create = (flags & (CHANCERY_LIBRARY_EXISTING | CHANCERY_LIBRARY_READ_ONLY)) == 0;
  gboolean empty = FALSE;

  if (create && !g_file_test (self->path, G_FILE_TEST_EXISTS) && !make_file (self->path, error))
    return FALSE;
  if (!check_file (self->path, error))
    return FALSE;

  self->connection = chancery_sqlite_connection_open (self->path, choose_mode (self), self->busy_timeout_ms, error);
  if (self->connection == NULL || !check_header (self, &empty, error) || (!empty && !check_identity (self, &empty, error)))
    return FALSE;
  if (empty && !create)
    return set_not_a_library (self->path, error);

  return self->read_only || check_writable (self->path, error);
}

static gboolean
prepare (ChanceryStore  *self,
         GError        **error)
{
  if (!self->read_only)
    {
      sqlite3_wal_hook (chancery_sqlite_connection_get_handle (self->connection), log_grew_cb, self);

      /* FULL: each commit waits until the log is on the disk, so that a note that
       * was confirmed outlives a power cut too; NORMAL would lose the last ones.
       * The log is cut after a burst such as a large import. */
      if ((self->path != NULL && !set_log_mode (self, error)) ||
          !chancery_sqlite_connection_execute (self->connection,
                                               "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 4194304;",
                                               error) ||
          !chancery_migrations_apply (self->connection, self->path, chancery_migrations, chancery_n_migrations, error))
        return FALSE;
    }
  else
    {
      gint64 version;

      if (!chancery_sqlite_connection_get_int64 (self->connection, "PRAGMA user_version", &version, error))
        return FALSE;
      if (version < chancery_n_migrations)
        return set_error (self->path, CHANCERY_STORE_ERROR_READ_ONLY,
                          _("“%s” was made by an older version of Chancery and can only be opened where it can be written to."),
                          error);
    }

  return chancery_sqlite_connection_get_int64 (self->connection, "PRAGMA data_version", &self->data_version, error) &&
         chancery_sqlite_connection_get_int64 (self->connection, "SELECT max (number) FROM changes",
                                               &self->last_change, error);
}

/**
 * chancery_store_open:
 * @path: (nullable) (type filename): the file; %NULL for a library in memory
 * @flags: how to open it
 * @busy_timeout_ms: how long to wait for another process, in milliseconds
 * @error: return location
 *
 * Returns: (transfer full): the store, which belongs to this thread
 */
ChanceryStore *
chancery_store_open (const char            *path,
                     ChanceryLibraryFlags   flags,
                     guint                  busy_timeout_ms,
                     GError               **error)
{
  ChanceryStore *self = g_new0 (ChanceryStore, 1);
  gboolean opened;

  self->path = g_strdup (path);
  self->busy_timeout_ms = busy_timeout_ms;
  self->read_only = path != NULL && (flags & CHANCERY_LIBRARY_READ_ONLY) != 0;
  self->cursors = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_cursor_free);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_store_event_free);

  if (path != NULL)
    {
      opened = open_file (self, flags, error);
    }
  else
    {
      self->connection = chancery_sqlite_connection_open (NULL, CHANCERY_SQLITE_CREATE, 0, error);
      opened = self->connection != NULL;
    }

  if (opened)
    {
      self->lock = chancery_store_lock_new (self->read_only ? NULL : path);
      opened = prepare (self, error);
    }
  if (!opened)
    {
      chancery_store_close (self);
      return NULL;
    }

  return self;
}
