/* chancery-bounded-read.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-bounded-read.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#define STEP_BYTES ((gsize) 256 * 1024)

static void
set_too_large (GError **error)
{
  g_set_error_literal (error, CHANCERY_IMPORT_ERROR, CHANCERY_IMPORT_ERROR_TOO_LARGE,
                       _("This is larger than 32 MiB. Divide it and import the parts."));
}

static void
set_not_a_file (gboolean  is_folder,
                GError  **error)
{
  g_set_error_literal (error, CHANCERY_IMPORT_ERROR, CHANCERY_IMPORT_ERROR_NOT_A_FILE,
                       is_folder ? _("This is a folder. Choose a file in it.")
                                 : _("This is a device or a pipe. Only files can be imported."));
}

/**
 * chancery_bounded_read_stream:
 * @stream: where to read from
 * @cancellable: (nullable): to stop reading
 * @error: return location for an error
 *
 * Reads a stream to its end, but never more than %CHANCERY_IMPORT_MAX_BYTES and
 * one byte, by which it knows that there is too much. Blocks; any thread.
 *
 * Returns: (transfer full): what was read
 */
GBytes *
chancery_bounded_read_stream (GInputStream  *stream,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  for (;;)
    {
      gsize have_bytes = data->len;
      gsize step_bytes = MIN (STEP_BYTES, CHANCERY_IMPORT_MAX_BYTES + 1 - have_bytes);
      gssize n_read;

      g_byte_array_set_size (data, (guint) (have_bytes + step_bytes));
      n_read = g_input_stream_read (stream, data->data + have_bytes, step_bytes, cancellable, error);
      if (n_read < 0)
        return NULL;
      g_byte_array_set_size (data, (guint) (have_bytes + (gsize) n_read));
      if (n_read == 0)
        break;
      if (data->len > CHANCERY_IMPORT_MAX_BYTES)
        {
          set_too_large (error);
          return NULL;
        }
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

/* Opens a local file so that neither a pipe without a writer nor a device holds us up. */
static GInputStream *
open_local (const char  *path,
            GDateTime  **modified,
            GError     **error)
{
  g_autofd int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0);
  struct stat status;

  if (fd < 0 || fstat (fd, &status) != 0)
    {
      int saved_errno = errno;

      if (saved_errno == ENXIO)
        set_not_a_file (FALSE, error);
      else
        g_set_error_literal (error, G_IO_ERROR, (gint) g_io_error_from_errno (saved_errno), g_strerror (saved_errno));
      return NULL;
    }

  if (!S_ISREG (status.st_mode))
    {
      set_not_a_file (S_ISDIR (status.st_mode), error);
      return NULL;
    }
  if ((guint64) status.st_size > CHANCERY_IMPORT_MAX_BYTES)
    {
      set_too_large (error);
      return NULL;
    }

  if (modified != NULL)
    *modified = g_date_time_new_from_unix_local (status.st_mtime);
  return g_unix_input_stream_new (g_steal_fd (&fd), TRUE);
}

static GInputStream *
open_remote (GFile         *file,
             GDateTime    **modified,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;
  GFileType type;

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE ","
                            G_FILE_ATTRIBUTE_TIME_MODIFIED,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;

  type = (GFileType) g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_STANDARD_TYPE);
  if (type != G_FILE_TYPE_REGULAR && type != G_FILE_TYPE_UNKNOWN)
    {
      set_not_a_file (type == G_FILE_TYPE_DIRECTORY, error);
      return NULL;
    }
  if (g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE) > CHANCERY_IMPORT_MAX_BYTES)
    {
      set_too_large (error);
      return NULL;
    }

  if (modified != NULL)
    *modified = g_file_info_get_modification_date_time (info);
  return G_INPUT_STREAM (g_file_read (file, cancellable, error));
}

/**
 * chancery_bounded_read_file:
 * @file: a file
 * @modified: (out) (optional) (nullable): when it was last changed, in local
 *   time, or %NULL if that isn't known
 * @cancellable: (nullable): to stop reading
 * @error: return location for an error, also of %CHANCERY_IMPORT_ERROR
 *
 * Reads a whole file, but no folder, device or pipe, and never more than
 * %CHANCERY_IMPORT_MAX_BYTES and one byte, whatever size it says it has and
 * however it grows. Blocks; any thread.
 *
 * Returns: (transfer full): what it holds
 */
GBytes *
chancery_bounded_read_file (GFile         *file,
                            GDateTime    **modified,
                            GCancellable  *cancellable,
                            GError       **error)
{
  const char *path;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GDateTime) time_modified = NULL;
  GBytes *bytes;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_peek_path (file);
  stream = path != NULL ? open_local (path, &time_modified, error)
                        : open_remote (file, &time_modified, cancellable, error);
  if (stream == NULL)
    return NULL;

  bytes = chancery_bounded_read_stream (stream, cancellable, error);
  if (bytes != NULL && modified != NULL)
    *modified = g_steal_pointer (&time_modified);
  return bytes;
}
