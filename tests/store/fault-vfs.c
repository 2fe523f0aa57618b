/* fault-vfs.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fault-vfs.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} FaultFile;

static sqlite3_vfs *real_vfs;

/* What the worker thread reads while the test sets it. */
static int armed_kind = -1;
static int countdown;
static int only_once;
static int has_failed;
static int n_syncs;

void
fault_vfs_arm (FaultKind kind,
               int       nth,
               gboolean  once)
{
  g_atomic_int_set (&countdown, nth);
  g_atomic_int_set (&only_once, once);
  g_atomic_int_set (&has_failed, FALSE);
  g_atomic_int_set (&armed_kind, (int) kind);
}

guint
fault_vfs_get_n_syncs (void)
{
  return (guint) g_atomic_int_get (&n_syncs);
}

gboolean
fault_vfs_disarm (void)
{
  g_atomic_int_set (&armed_kind, -1);
  return g_atomic_int_get (&has_failed);
}

static gboolean
fails (FaultKind kind)
{
  if (g_atomic_int_get (&armed_kind) != (int) kind)
    return FALSE;

  if (g_atomic_int_get (&countdown) > 1)
    {
      g_atomic_int_dec_and_test (&countdown);
      return FALSE;
    }

  if (g_atomic_int_get (&only_once))
    g_atomic_int_set (&armed_kind, -1);
  g_atomic_int_set (&has_failed, TRUE);
  return TRUE;
}

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((FaultFile *) (gpointer) file)->real;
}

static int
fault_close (sqlite3_file *file)
{
  sqlite3_file *real = get_real (file);
  int code = real->pMethods->xClose (real);

  g_free (real);
  return code;
}

static int
fault_read (sqlite3_file  *file,
            void          *buffer,
            int            length,
            sqlite3_int64  offset)
{
  if (fails (FAULT_READ))
    return SQLITE_IOERR_READ;
  return get_real (file)->pMethods->xRead (get_real (file), buffer, length, offset);
}

static int
fault_write (sqlite3_file  *file,
             const void    *buffer,
             int            length,
             sqlite3_int64  offset)
{
  if (fails (FAULT_FULL))
    {
      get_real (file)->pMethods->xWrite (get_real (file), buffer, length / 2, offset);
      return SQLITE_FULL;
    }
  if (fails (FAULT_WRITE))
    return SQLITE_IOERR_WRITE;
  return get_real (file)->pMethods->xWrite (get_real (file), buffer, length, offset);
}

static int
fault_truncate (sqlite3_file  *file,
                sqlite3_int64  size)
{
  if (fails (FAULT_WRITE))
    return SQLITE_IOERR_TRUNCATE;
  return get_real (file)->pMethods->xTruncate (get_real (file), size);
}

static int
fault_sync (sqlite3_file *file,
            int           flags)
{
  if (fails (FAULT_WRITE))
    return SQLITE_IOERR_FSYNC;
  /* Counted, and left at that: no test cuts the power, and disks are slow. */
  g_atomic_int_inc (&n_syncs);
  return SQLITE_OK;
}

static int
fault_file_size (sqlite3_file  *file,
                 sqlite3_int64 *size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
fault_lock (sqlite3_file *file,
            int           lock)
{
  return get_real (file)->pMethods->xLock (get_real (file), lock);
}

static int
fault_unlock (sqlite3_file *file,
              int           lock)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), lock);
}

static int
fault_check_reserved_lock (sqlite3_file *file,
                           int          *reserved)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), reserved);
}

static int
fault_file_control (sqlite3_file *file,
                    int           operation,
                    void         *argument)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, argument);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
fault_device_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static int
fault_shm_map (sqlite3_file   *file,
               int             page,
               int             size,
               int             extend,
               void volatile **memory)
{
  if (extend && fails (FAULT_WRITE))
    return SQLITE_IOERR_SHMSIZE;
  return get_real (file)->pMethods->xShmMap (get_real (file), page, size, extend, memory);
}

static int
fault_shm_lock (sqlite3_file *file,
                int           offset,
                int           n,
                int           flags)
{
  return get_real (file)->pMethods->xShmLock (get_real (file), offset, n, flags);
}

static void
fault_shm_barrier (sqlite3_file *file)
{
  get_real (file)->pMethods->xShmBarrier (get_real (file));
}

static int
fault_shm_unmap (sqlite3_file *file,
                 int           remove)
{
  return get_real (file)->pMethods->xShmUnmap (get_real (file), remove);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = fault_close,
  .xRead = fault_read,
  .xWrite = fault_write,
  .xTruncate = fault_truncate,
  .xSync = fault_sync,
  .xFileSize = fault_file_size,
  .xLock = fault_lock,
  .xUnlock = fault_unlock,
  .xCheckReservedLock = fault_check_reserved_lock,
  .xFileControl = fault_file_control,
  .xSectorSize = fault_sector_size,
  .xDeviceCharacteristics = fault_device_characteristics,
  .xShmMap = fault_shm_map,
  .xShmLock = fault_shm_lock,
  .xShmBarrier = fault_shm_barrier,
  .xShmUnmap = fault_shm_unmap,
};

static int
fault_open (sqlite3_vfs      *vfs,
            sqlite3_filename  name,
            sqlite3_file     *file,
            int               flags,
            int              *out_flags)
{
  FaultFile *self = (FaultFile *) (gpointer) file;
  int code;

  self->base.pMethods = NULL;
  self->real = g_malloc0 ((gsize) real_vfs->szOsFile);
  code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (code == SQLITE_OK)
    self->base.pMethods = &methods;
  else
    g_clear_pointer (&self->real, g_free);

  return code;
}

static int
fault_delete (sqlite3_vfs *vfs,
              const char  *name,
              int          sync_folder)
{
  if (fails (FAULT_WRITE))
    return SQLITE_IOERR_DELETE;
  return real_vfs->xDelete (real_vfs, name, sync_folder);
}

void
fault_vfs_register (void)
{
  static sqlite3_vfs vfs;

  if (real_vfs != NULL)
    return;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.pNext = NULL;
  vfs.zName = "fault";
  vfs.szOsFile = sizeof (FaultFile);
  vfs.xOpen = fault_open;
  vfs.xDelete = fault_delete;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}
