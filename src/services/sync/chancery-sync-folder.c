/* chancery-sync-folder.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-sync-folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What says that a folder is ours; a stick that isn't there leaves an empty one. */
#define MARKER "chancery-folder.json"
#define MARKER_TEXT "{\"format\":\"chancery-folder\",\"version\":1}\n"
#define MAX_MARKER_BYTES 4096

#define TEMPORARY_PREFIX ".chancery-"
#define TEMPORARY_SUFFIX ".tmp"
#define FORGET_TEMPORARY_SECONDS 86400

#define MAX_PLAIN_UID_BYTES 64
#define DIGEST_CHARS 40
#define STEM_CHARS "abcdefghijklmnopqrstuvwxyz0123456789-"

/* Fewer files than this are brought to the disk one by one. */
#define FLUSH_ONE_BY_ONE 8

static const char * const subfolders[] = {
  [CHANCERY_SYNC_NOTE] = "notes",
  [CHANCERY_SYNC_ARTICLE] = "articles",
};

struct _ChancerySyncFolder
{
  char *path;
  int fd;
  int fds[G_N_ELEMENTS (subfolders)];
};

static void
set_errno_error (ChancerySyncFolder  *self,
                 const char          *name,
                 int                  number,
                 GError             **error)
{
  g_autofree char *place = g_build_filename (self->path, name, NULL);
  g_autofree char *display_name = g_filename_display_name (place);

  /* Translators: the first %s is a file or folder, the second what the system says. */
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), _("“%s” could not be used: %s"), display_name,
               g_strerror (number));
}

static gboolean
fail (ChancerySyncFolder  *self,
      const char          *format,
      GError             **error)
{
  g_autofree char *display_name = g_filename_display_name (self->path);

  /* The formats below have one %s. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, CHANCERY_SYNC_ERROR, CHANCERY_SYNC_ERROR_NO_FOLDER, format, display_name);
#pragma GCC diagnostic pop
  return FALSE;
}

/* Reading and writing */

static char *
read_all (int     fd,
          gsize   max_bytes,
          gsize  *length_bytes)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  while (bytes->len <= max_bytes)
    {
      guint8 buffer[65536];
      ssize_t n = read (fd, buffer, sizeof buffer);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return NULL;
      if (n == 0)
        {
          *length_bytes = bytes->len;
          g_byte_array_append (bytes, (const guint8 *) "", 1);
          return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
        }
      g_byte_array_append (bytes, buffer, (guint) n);
    }
  errno = EFBIG;
  return NULL;
}

static gboolean
write_all (int         fd,
           const char *text,
           gsize       length_bytes)
{
  while (length_bytes > 0)
    {
      ssize_t n = write (fd, text, length_bytes);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      text += n;
      length_bytes -= (gsize) n;
    }
  return TRUE;
}

static int
open_plain (int         folder,
            const char *name)
{
  return openat (folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
}

static char *
make_temporary (void)
{
  return g_strdup_printf (TEMPORARY_PREFIX "%08x%08x" TEMPORARY_SUFFIX, g_random_int (), g_random_int ());
}

static gboolean
write_marker (ChancerySyncFolder  *self,
              GError             **error)
{
  g_autofree char *temporary = make_temporary ();
  int fd = openat (self->fd, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
  gboolean success = fd >= 0 && write_all (fd, MARKER_TEXT, strlen (MARKER_TEXT)) && fsync (fd) == 0;
  int number = errno;

  if (fd >= 0 && close (fd) != 0 && success)
    {
      success = FALSE;
      number = errno;
    }
  if (success && renameat (self->fd, temporary, self->fd, MARKER) != 0)
    {
      success = FALSE;
      number = errno;
    }
  if (!success)
    {
      unlinkat (self->fd, temporary, 0);
      set_errno_error (self, MARKER, number, error);
    }
  return success;
}

/* Opening */

static gboolean
check_marker (ChancerySyncFolder  *self,
              gboolean             known,
              GError             **error)
{
  int fd = open_plain (self->fd, MARKER);
  g_autofree char *text = NULL;
  gsize length_bytes;
  gint64 version;

  if (fd < 0 && errno == ENOENT)
    return known ? fail (self, _("“%s” is not the folder that it was: what Chancery wrote there is missing. "
                                 "If it is on another medium, connect that; else choose the folder again."), error)
                 : write_marker (self, error);
  if (fd < 0)
    {
      set_errno_error (self, MARKER, errno, error);
      return FALSE;
    }

  text = read_all (fd, MAX_MARKER_BYTES, &length_bytes);
  close (fd);
  /* One that was made a moment ago elsewhere may not have come wholly. */
  if (text == NULL || !g_utf8_validate_len (text, length_bytes, NULL) || *text != '{')
    return TRUE;
  {
    const char *member = strstr (text, "\"version\":");

    version = member != NULL ? g_ascii_strtoll (member + strlen ("\"version\":"), NULL, 10) : 1;
  }
  return version <= CHANCERY_SYNC_VERSION ||
         fail (self, _("“%s” is used by a newer version of Chancery. It is left as it is; install that version here, too."),
               error);
}

static gboolean
open_subfolder (ChancerySyncFolder  *self,
                ChancerySyncKind     kind,
                GError             **error)
{
  const int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

  self->fds[kind] = openat (self->fd, subfolders[kind], flags);
  if (self->fds[kind] < 0 && errno == ENOENT && mkdirat (self->fd, subfolders[kind], 0777) == 0)
    self->fds[kind] = openat (self->fd, subfolders[kind], flags);
  if (self->fds[kind] >= 0)
    return TRUE;

  set_errno_error (self, subfolders[kind], errno, error);
  return FALSE;
}

/**
 * chancery_sync_folder_open:
 * @path: (type filename): a folder
 * @known: whether it has been used before
 * @error: return location
 *
 * Opens a folder; one that hasn't been used before is made ready.
 *
 * Returns: (transfer full): the folder
 */
ChancerySyncFolder *
chancery_sync_folder_open (const char  *path,
                           gboolean     known,
                           GError     **error)
{
  g_autoptr (ChancerySyncFolder) self = g_new0 (ChancerySyncFolder, 1);

  self->path = g_strdup (path);
  self->fds[CHANCERY_SYNC_NOTE] = self->fds[CHANCERY_SYNC_ARTICLE] = -1;
  self->fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (self->fd < 0 && (errno == ENOENT || errno == ENOTDIR))
    {
      fail (self, _("The folder “%s” is not there. If it is on another medium, connect that; else choose another folder."), error);
      return NULL;
    }
  if (self->fd < 0)
    {
      set_errno_error (self, NULL, errno, error);
      return NULL;
    }

  if (!check_marker (self, known, error) || !open_subfolder (self, CHANCERY_SYNC_NOTE, error) ||
      !open_subfolder (self, CHANCERY_SYNC_ARTICLE, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
chancery_sync_folder_free (ChancerySyncFolder *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->fds); i++)
    if (self->fds[i] >= 0)
      close (self->fds[i]);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_free (self);
}

/* Names */

static char *
make_stem (const char *uid)
{
  const gsize length = strlen (uid);
  g_autofree char *digest = NULL;

  if (length > 0 && length <= MAX_PLAIN_UID_BYTES && strspn (uid, STEM_CHARS) == length)
    return g_strdup (uid);

  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uid, -1);
  return g_strdup_printf ("_%.*s", DIGEST_CHARS, digest);
}

/**
 * chancery_sync_folder_make_name:
 * @kind: notes or articles
 * @uid: which one
 *
 * Returns: (transfer full): its file's place in the folder; a uid that would make a bad name, or differ from another
 *   only by case, is hashed
 */
char *
chancery_sync_folder_make_name (ChancerySyncKind  kind,
                                const char       *uid)
{
  g_autofree char *stem = make_stem (uid);

  return g_strdup_printf ("%s/%s.json", subfolders[kind], stem);
}

static gsize
get_stem_length (const char *name)
{
  const gsize start = *name == '_' ? 1 : 0;

  return start + strspn (name + start, STEM_CHARS);
}

/* Other programs' own temporary files are none of anybody's business. */
static gboolean
is_hidden (const char *name)
{
  return *name == '.' || *name == '~' || g_str_has_suffix (name, "~") || g_str_has_suffix (name, ".tmp") ||
         g_str_has_suffix (name, ".part") || g_str_has_suffix (name, ".swp");
}

/* Syncthing's ID.sync-conflict-….json, Nextcloud's “ID (conflicted copy …).json”, ownCloud's ID_conflict-….json */
static gboolean
is_ours (const char *name,
         gboolean   *is_main)
{
  const gsize length = get_stem_length (name);
  const char *rest = name + length;

  *is_main = strcmp (rest, ".json") == 0;
  if (length == 0 || !g_str_has_suffix (name, ".json"))
    return FALSE;
  return *is_main || g_str_has_prefix (rest, ".sync-conflict-") || g_str_has_prefix (rest, "_conflict-") ||
         (g_str_has_prefix (rest, " (") && strstr (rest, "conflicted copy") != NULL);
}

/* Listing */

static void
take_status (ChancerySyncFile  *file,
             const struct stat *status)
{
  file->size = status->st_size;
  file->mtime_ns = (gint64) status->st_mtim.tv_sec * 1000000000 + status->st_mtim.tv_nsec;
  file->ctime_ns = (gint64) status->st_ctim.tv_sec * 1000000000 + status->st_ctim.tv_nsec;
  file->inode = (gint64) status->st_ino;
}

static void
forget_old_temporary (int         folder,
                      const char *name)
{
  struct stat status;

  if (g_str_has_prefix (name, TEMPORARY_PREFIX) && g_str_has_suffix (name, TEMPORARY_SUFFIX) &&
      fstatat (folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG (status.st_mode) &&
      g_get_real_time () / G_USEC_PER_SEC - status.st_mtim.tv_sec > FORGET_TEMPORARY_SECONDS)
    unlinkat (folder, name, 0);
}

static void
list_one (ChancerySyncFolder *self,
          ChancerySyncKind    kind,
          const char         *name,
          GPtrArray          *files,
          ChancerySyncReport *report)
{
  ChancerySyncFile *file;
  struct stat status;
  gboolean is_main;

  if (is_hidden (name))
    {
      forget_old_temporary (self->fds[kind], name);
      return;
    }
  if (!is_ours (name, &is_main))
    {
      g_autofree char *place = g_build_filename (subfolders[kind], name, NULL);

      chancery_sync_report_leave (report, place, _("The file is not one of Chancery’s. It is left alone."));
      return;
    }
  /* Gone meanwhile. */
  if (fstatat (self->fds[kind], name, &status, AT_SYMLINK_NOFOLLOW) != 0)
    return;

  file = g_new0 (ChancerySyncFile, 1);
  file->name = g_strdup_printf ("%s/%s", subfolders[kind], name);
  file->kind = kind;
  file->is_main = is_main;
  file->status = S_ISREG (status.st_mode) ? CHANCERY_SYNC_READ : CHANCERY_SYNC_NOT_A_FILE;
  take_status (file, &status);
  g_ptr_array_add (files, file);
}

/**
 * chancery_sync_folder_list:
 * @self: a folder
 * @report: where foreign files are told of
 * @error: return location
 *
 * Lists what there is, without reading it.
 *
 * Returns: (transfer full) (element-type ChancerySyncFile): the files that may be ours
 */
GPtrArray *
chancery_sync_folder_list (ChancerySyncFolder  *self,
                           ChancerySyncReport  *report,
                           GError             **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_sync_file_free);

  for (gsize i = 0; i < G_N_ELEMENTS (subfolders); i++)
    {
      int fd = openat (self->fds[i], ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
      DIR *stream = fd >= 0 ? fdopendir (fd) : NULL;
      struct dirent *entry;

      if (stream == NULL)
        {
          set_errno_error (self, subfolders[i], errno, error);
          if (fd >= 0)
            close (fd);
          return NULL;
        }
      errno = 0;
      while ((entry = readdir (stream)) != NULL)
        list_one (self, (ChancerySyncKind) i, entry->d_name, files, report);
      closedir (stream);
    }
  return g_steal_pointer (&files);
}

static const char *
get_base (const ChancerySyncFile *file)
{
  return strchr (file->name, '/') + 1;
}

static gboolean
has_right_name (const ChancerySyncFile   *file,
                const ChancerySyncRecord *record)
{
  g_autofree char *stem = make_stem (record->uid);
  const char *name = get_base (file);

  return record->kind == file->kind && get_stem_length (name) == strlen (stem) && strncmp (name, stem, strlen (stem)) == 0;
}

/**
 * chancery_sync_folder_read:
 * @self: a folder
 * @file: (inout): one of its files; it gets what the file was when it was read, and what became of it
 * @reason: (out) (transfer full) (nullable): why it is left alone
 *
 * Reads a file. One that is being written, or can't be read, is left for later.
 *
 * Returns: (transfer full) (nullable): what it says
 */
ChancerySyncRecord *
chancery_sync_folder_read (ChancerySyncFolder  *self,
                           ChancerySyncFile    *file,
                           char               **reason)
{
  const gsize max_bytes = file->kind == CHANCERY_SYNC_NOTE ? CHANCERY_SYNC_MAX_NOTE_BYTES : CHANCERY_SYNC_MAX_ARTICLE_BYTES;
  g_autoptr (ChancerySyncRecord) record = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *text = NULL;
  struct stat before, after;
  gsize length_bytes = 0;
  int fd = open_plain (self->fds[file->kind], get_base (file));

  *reason = NULL;
  if (fd >= 0 && fstat (fd, &before) == 0 && S_ISREG (before.st_mode))
    {
      take_status (file, &before);
      if (before.st_size > (off_t) max_bytes)
        {
          close (fd);
          file->status = CHANCERY_SYNC_TOO_LARGE;
          *reason = g_strdup (_("The file is too large to be one of Chancery’s. It is left alone."));
          return NULL;
        }
      text = read_all (fd, max_bytes, &length_bytes);
      if (fstat (fd, &after) != 0 || after.st_size != before.st_size || (gsize) after.st_size != length_bytes ||
          after.st_mtim.tv_nsec != before.st_mtim.tv_nsec || after.st_mtim.tv_sec != before.st_mtim.tv_sec)
        g_clear_pointer (&text, g_free);
    }
  else if (fd < 0 && (errno == ELOOP || errno == ENXIO))
    file->status = CHANCERY_SYNC_NOT_A_FILE;
  else
    file->status = fd >= 0 ? CHANCERY_SYNC_NOT_A_FILE : CHANCERY_SYNC_UNREADABLE;
  if (fd >= 0)
    close (fd);
  if (file->status == CHANCERY_SYNC_NOT_A_FILE)
    {
      *reason = g_strdup (_("This is a link or a device, not a file. It is left alone."));
      return NULL;
    }
  if (text == NULL)
    {
      file->status = CHANCERY_SYNC_UNREADABLE;
      *reason = g_strdup (_("The file could not be read, or is being written. It is left for the next time."));
      return NULL;
    }

  file->content = chancery_sync_digest (text, length_bytes);
  record = chancery_sync_record_parse (text, length_bytes, &local_error);
  if (record == NULL)
    {
      file->status = g_error_matches (local_error, CHANCERY_SYNC_ERROR, CHANCERY_SYNC_ERROR_NEWER) ? CHANCERY_SYNC_NEWER
                     : g_error_matches (local_error, CHANCERY_SYNC_ERROR, CHANCERY_SYNC_ERROR_FOREIGN) ? CHANCERY_SYNC_FOREIGN
                     : CHANCERY_SYNC_UNREADABLE;
      *reason = g_strdup (local_error->message);
      return NULL;
    }
  if (!has_right_name (file, record))
    {
      file->status = CHANCERY_SYNC_FOREIGN;
      *reason = g_strdup (_("The file says that it is another than its name. It is left alone."));
      return NULL;
    }

  file->status = CHANCERY_SYNC_READ;
  g_set_str (&file->uid, record->uid);
  return g_steal_pointer (&record);
}

/* Writing */

void
chancery_sync_draft_free (ChancerySyncDraft *draft)
{
  chancery_sync_file_free (draft->file);
  g_free (draft->temporary);
  g_free (draft);
}

/**
 * chancery_sync_folder_draft:
 * @self: a folder
 * @kind: notes or articles
 * @uid: which one
 * @text: what its file is to say
 * @error: return location
 *
 * Writes a file under another name.
 *
 * Returns: (transfer full): the file, which doesn't have its name yet
 */
ChancerySyncDraft *
chancery_sync_folder_draft (ChancerySyncFolder  *self,
                            ChancerySyncKind     kind,
                            const char          *uid,
                            const char          *text,
                            GError             **error)
{
  ChancerySyncDraft *draft = g_new0 (ChancerySyncDraft, 1);
  const gsize length_bytes = strlen (text);
  struct stat status;
  gboolean success;
  int fd, number;

  draft->temporary = make_temporary ();
  draft->file = g_new0 (ChancerySyncFile, 1);
  draft->file->name = chancery_sync_folder_make_name (kind, uid);
  draft->file->kind = kind;
  draft->file->uid = g_strdup (uid);
  draft->file->is_main = TRUE;
  draft->file->content = draft->file->digest = chancery_sync_digest (text, length_bytes);

  fd = openat (self->fds[kind], draft->temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
  success = fd >= 0 && write_all (fd, text, length_bytes) && fstat (fd, &status) == 0;
  number = errno;
  if (fd >= 0 && close (fd) != 0 && success)
    {
      success = FALSE;
      number = errno;
    }
  if (!success)
    {
      set_errno_error (self, draft->file->name, number, error);
      chancery_sync_folder_drop (self, draft);
      return NULL;
    }
  take_status (draft->file, &status);
  return draft;
}

static gboolean
flush_one (ChancerySyncFolder *self,
           ChancerySyncDraft  *draft)
{
  int fd = open_plain (self->fds[draft->file->kind], draft->temporary);
  gboolean success = fd >= 0 && fsync (fd) == 0;
  int number = errno;

  if (fd >= 0)
    close (fd);
  errno = number;
  return success;
}

/**
 * chancery_sync_folder_flush:
 * @self: a folder
 * @drafts: (element-type ChancerySyncDraft): files that were written
 * @error: return location
 *
 * Waits until what was written is on the disk, so that no file can get its name and be empty after a power cut.
 *
 * Returns: whether it is
 */
gboolean
chancery_sync_folder_flush (ChancerySyncFolder  *self,
                            GPtrArray           *drafts,
                            GError             **error)
{
  if (drafts->len >= FLUSH_ONE_BY_ONE && syncfs (self->fd) == 0)
    return TRUE;
  for (guint i = 0; i < drafts->len; i++)
    if (!flush_one (self, g_ptr_array_index (drafts, i)))
      {
        set_errno_error (self, NULL, errno, error);
        return FALSE;
      }
  return TRUE;
}

/* Whether a place is as it was when it was looked at. */
static gboolean
is_as_expected (ChancerySyncFolder     *self,
                const ChancerySyncFile *draft,
                const ChancerySyncFile *expected)
{
  ChancerySyncFile now = { 0 };
  struct stat status;

  if (fstatat (self->fds[draft->kind], get_base (draft), &status, AT_SYMLINK_NOFOLLOW) != 0)
    return errno == ENOENT;
  if (expected == NULL)
    return FALSE;
  take_status (&now, &status);
  return S_ISREG (status.st_mode) && now.size == expected->size && now.mtime_ns == expected->mtime_ns &&
         now.ctime_ns == expected->ctime_ns && now.inode == expected->inode;
}

/**
 * chancery_sync_folder_put:
 * @self: a folder
 * @draft: a file that was written
 * @expected: (nullable): what was there when it was last read; %NULL for nothing
 * @done: (out): whether it has its name; it hasn't if another file has come there meanwhile
 * @error: return location
 *
 * Gives a file its name, in place of the one that had it.
 *
 * Returns: whether it worked
 */
gboolean
chancery_sync_folder_put (ChancerySyncFolder      *self,
                          ChancerySyncDraft       *draft,
                          const ChancerySyncFile  *expected,
                          gboolean                *done,
                          GError                 **error)
{
  const int folder = self->fds[draft->file->kind];
  struct stat status;

  *done = FALSE;
  if (!is_as_expected (self, draft->file, expected))
    {
      unlinkat (folder, draft->temporary, 0);
      return TRUE;
    }
  if (renameat (folder, draft->temporary, folder, get_base (draft->file)) != 0)
    {
      set_errno_error (self, draft->file->name, errno, error);
      unlinkat (folder, draft->temporary, 0);
      return FALSE;
    }
  /* Another may have come in its place already. */
  if (fstatat (folder, get_base (draft->file), &status, AT_SYMLINK_NOFOLLOW) == 0 && (gint64) status.st_ino == draft->file->inode)
    {
      take_status (draft->file, &status);
      *done = TRUE;
    }
  return TRUE;
}

/**
 * chancery_sync_folder_drop:
 * @self: a folder
 * @draft: (transfer full): a file that is not to have its name
 */
void
chancery_sync_folder_drop (ChancerySyncFolder *self,
                           ChancerySyncDraft  *draft)
{
  unlinkat (self->fds[draft->file->kind], draft->temporary, 0);
  chancery_sync_draft_free (draft);
}

/**
 * chancery_sync_folder_remove:
 * @self: a folder
 * @file: a file of which all is known
 *
 * Removes a file, if it is still the one that was read.
 *
 * Returns: whether it is gone
 */
gboolean
chancery_sync_folder_remove (ChancerySyncFolder     *self,
                             const ChancerySyncFile *file)
{
  return is_as_expected (self, file, file) &&
         (unlinkat (self->fds[file->kind], get_base (file), 0) == 0 || errno == ENOENT);
}
