/* chancery-store-lock.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>

#define RETRY_US 1000

struct _ChanceryStoreLock
{
  int fd;
};

/**
 * chancery_store_lock_new:
 * @library_path: (nullable) (type filename): the library; %NULL for one in
 *   memory, which needs no lock
 *
 * Returns: (transfer full): a lock that isn't held
 */
ChanceryStoreLock *
chancery_store_lock_new (const char *library_path)
{
  ChanceryStoreLock *self = g_new0 (ChanceryStoreLock, 1);

  self->fd = -1;
  if (library_path != NULL)
    {
      g_autofree char *path = g_strconcat (library_path, "-lock", NULL);

      self->fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    }

  return self;
}

void
chancery_store_lock_free (ChanceryStoreLock *self)
{
  if (self->fd != -1)
    g_close (self->fd, NULL);
  g_free (self);
}

static gboolean
try_lock (ChanceryStoreLock *self,
          int                operation)
{
  int result;

  if (self->fd == -1)
    return TRUE;

  do
    result = flock (self->fd, operation | LOCK_NB);
  while (result != 0 && errno == EINTR);

  return result == 0 || errno != EWOULDBLOCK;
}

/**
 * chancery_store_lock_shared:
 * @self: a lock
 * @timeout_ms: how long to wait for a checkpoint, in milliseconds
 *
 * Returns: whether it is held
 */
gboolean
chancery_store_lock_shared (ChanceryStoreLock *self,
                            guint              timeout_ms)
{
  const gint64 end = g_get_monotonic_time () + (gint64) timeout_ms * 1000;

  while (!try_lock (self, LOCK_SH))
    {
      if (g_get_monotonic_time () >= end)
        return FALSE;
      g_usleep (RETRY_US);
    }

  return TRUE;
}

/**
 * chancery_store_lock_exclusive:
 * @self: a lock
 *
 * Returns: whether it is held, which is at once if nobody else has it
 */
gboolean
chancery_store_lock_exclusive (ChanceryStoreLock *self)
{
  return try_lock (self, LOCK_EX);
}

void
chancery_store_lock_release (ChanceryStoreLock *self)
{
  if (self->fd != -1)
    flock (self->fd, LOCK_UN);
}
