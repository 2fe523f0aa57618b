/* chancery-sync-pass.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-sync-pass.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "chancery-sync-folder.h"
#include "chancery-sync-settler.h"

/* So much is read, or written, in one transaction. */
#define BATCH_RECORDS 128u
#define BATCH_BYTES ((gint64) 16 * 1024 * 1024)

/* The coarsest clock of a file system, FAT's, has steps of two seconds: within one, a file can change without showing
 * it. One that was first seen like this so long ago can't any more, whatever its times say. */
#define SETTLED_AFTER_US (3 * G_TIME_SPAN_SECOND)

#define SETTING_MACHINE "machine"
#define SETTING_HOME "home"

typedef struct
{
  ChanceryStoreSync *sync;
  ChancerySyncSettler *settler;
  ChancerySyncFolder *folder;
  const ChancerySyncOptions *options;
  ChancerySyncReport *report;
  GCancellable *cancellable;
  gint64 now_us;
  char *machine;

  GHashTable *known; /* (element-type utf8 ChancerySyncFile): by name, as the library knows them */
  GPtrArray *listed; /* (element-type ChancerySyncFile): as the folder has them */
} Pass;

static void
pass_clear (Pass *self)
{
  g_clear_pointer (&self->settler, chancery_sync_settler_free);
  g_clear_pointer (&self->sync, chancery_store_sync_free);
  g_clear_pointer (&self->folder, chancery_sync_folder_free);
  g_clear_pointer (&self->report, chancery_sync_report_free);
  g_clear_pointer (&self->machine, g_free);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pass, pass_clear)

static gboolean
begin (Pass    *self,
       GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !chancery_store_sync_begin (self->sync, error))
    return FALSE;
  if (self->settler != NULL)
    chancery_sync_settler_begin (self->settler);
  return TRUE;
}

/* A new name of this machine is kept with the first thing that is written under it. */
static gboolean
end (Pass     *self,
     gboolean  success,
     GError  **error)
{
  const char *machine = chancery_sync_settler_get_machine (self->settler);

  if (success && strcmp (machine, self->machine) != 0)
    {
      g_set_str (&self->machine, machine);
      success = chancery_store_sync_set_setting (self->sync, SETTING_MACHINE, machine, error);
    }
  return chancery_store_sync_end (self->sync, success, error);
}

/* Who we are */

/**
 * chancery_sync_describe_home:
 * @library_path: (type filename): a library
 *
 * Returns: (transfer full): what is different for a copy of the library, wherever it is
 */
char *
chancery_sync_describe_home (const char *library_path)
{
  g_autofree char *machine = NULL, *text = NULL;
  GStatBuf status = { 0 };

  g_file_get_contents ("/etc/machine-id", &machine, NULL, NULL);
  g_stat (library_path, &status);
  text = g_strdup_printf ("%s\n%s\n%" G_GUINT64_FORMAT, machine != NULL ? machine : "", library_path, (guint64) status.st_ino);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static gboolean
find_machine (Pass    *self,
              GError **error)
{
  const char *home = self->options->home != NULL ? self->options->home : "";
  g_autofree char *known_home = NULL;

  if (!chancery_store_sync_get_setting (self->sync, SETTING_MACHINE, &self->machine, error) ||
      !chancery_store_sync_get_setting (self->sync, SETTING_HOME, &known_home, error))
    return FALSE;
  if (self->machine != NULL && g_strcmp0 (home, known_home) == 0)
    return TRUE;

  g_free (self->machine);
  self->machine = chancery_sync_make_machine ();
  return chancery_store_sync_set_setting (self->sync, SETTING_MACHINE, self->machine, error) &&
         chancery_store_sync_set_setting (self->sync, SETTING_HOME, home, error);
}

static gboolean
look_up (Pass    *self,
         GError **error)
{
  gboolean success;

  if (!begin (self, error))
    return FALSE;
  success = find_machine (self, error) &&
            (!self->options->anew || chancery_store_sync_forget_files (self->sync, self->options->folder, error));
  if (success)
    {
      self->known = chancery_store_sync_list_files (self->sync, self->options->folder, error);
      success = self->known != NULL;
    }
  return chancery_store_sync_end (self->sync, success, error);
}

/* What came */

static const char *
explain (ChancerySyncStatus status)
{
  switch (status)
    {
    case CHANCERY_SYNC_UNREADABLE:
      return _("The file is incomplete or damaged. It is left alone; if it stays so, delete it, and it will be written anew.");
    case CHANCERY_SYNC_NEWER:
      return _("A newer version of Chancery wrote the file. It is left alone; install that version here, too.");
    case CHANCERY_SYNC_FOREIGN:
      return _("The file is not one of Chancery’s. It is left alone.");
    case CHANCERY_SYNC_TOO_LARGE:
      return _("The file is too large to be one of Chancery’s. It is left alone.");
    case CHANCERY_SYNC_NOT_A_FILE:
      return _("This is a link or a device, not a file. It is left alone.");
    case CHANCERY_SYNC_READ:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_same (const ChancerySyncFile *a,
         const ChancerySyncFile *b)
{
  return a->size == b->size && a->mtime_ns == b->mtime_ns && a->ctime_ns == b->ctime_ns && a->inode == b->inode;
}

/* Splits what is there into what has to be read and what is as it was. */
static GPtrArray *
find_changed (Pass *self)
{
  GPtrArray *changed = g_ptr_array_new ();

  for (guint i = 0; i < self->listed->len; i++)
    {
      ChancerySyncFile *file = g_ptr_array_index (self->listed, i);
      ChancerySyncFile *known = g_hash_table_lookup (self->known, file->name);

      if (known != NULL)
        known->seen = TRUE;
      if (known == NULL || known->unsettled_us != 0 || !is_same (known, file))
        g_ptr_array_add (changed, file);
      else if (known->status != CHANCERY_SYNC_READ)
        chancery_sync_report_leave (self->report, file->name, explain (known->status));
    }
  return changed;
}

/* Takes what was found out about a file into the table of the files that are known. */
static gboolean
note_file (Pass             *self,
           ChancerySyncFile *file,
           GError          **error)
{
  ChancerySyncFile *known = g_hash_table_lookup (self->known, file->name);
  ChancerySyncFile *copy;

  file->seen = TRUE;
  if (known == NULL || !is_same (known, file) || known->content != file->content)
    file->unsettled_us = self->now_us;
  else if (known->unsettled_us == 0 ||
           (self->now_us >= known->unsettled_us && self->now_us - known->unsettled_us >= SETTLED_AFTER_US))
    file->unsettled_us = 0;
  else
    file->unsettled_us = MIN (known->unsettled_us, self->now_us);

  copy = g_memdup2 (file, sizeof *file);
  copy->name = g_strdup (file->name);
  copy->uid = g_strdup (file->uid);
  g_hash_table_replace (self->known, copy->name, copy);
  return chancery_store_sync_put_file (self->sync, self->options->folder, copy, error);
}

/* One that says what it said before needs no looking at what that means. */
static gboolean
says_nothing_new (Pass                   *self,
                  const ChancerySyncFile *file)
{
  const ChancerySyncFile *known = g_hash_table_lookup (self->known, file->name);

  return known != NULL && known->status == CHANCERY_SYNC_READ && known->content == file->content;
}

static gboolean
take_in (Pass             *self,
         ChancerySyncFile *file,
         GError          **error)
{
  g_autoptr (ChancerySyncRecord) record = NULL;
  g_autofree char *reason = NULL, *text = NULL;

  if (file->status == CHANCERY_SYNC_NOT_A_FILE)
    reason = g_strdup (explain (file->status));
  else
    record = chancery_sync_folder_read (self->folder, file, &reason);
  if (record == NULL)
    {
      chancery_sync_report_leave (self->report, file->name, reason);
      return note_file (self, file, error);
    }

  if (says_nothing_new (self, file))
    {
      file->digest = ((ChancerySyncFile *) g_hash_table_lookup (self->known, file->name))->digest;
      return note_file (self, file, error);
    }

  self->report->n_read++;
  text = chancery_sync_record_to_text (record);
  file->digest = chancery_sync_digest (text, strlen (text));
  return chancery_sync_settler_settle (self->settler, record->kind, record->uid, record, error) &&
         note_file (self, file, error);
}

static gboolean
take_in_all (Pass      *self,
             GPtrArray *files,
             GError   **error)
{
  guint i = 0;

  while (i < files->len)
    {
      gboolean success = TRUE;
      gint64 n_bytes = 0;

      if (!begin (self, error))
        return FALSE;
      for (guint n = 0; success && i < files->len && n < BATCH_RECORDS && n_bytes < BATCH_BYTES; n++, i++)
        {
          ChancerySyncFile *file = g_ptr_array_index (files, i);

          n_bytes += file->size;
          success = take_in (self, file, error);
        }
      if (!end (self, success, error))
        return FALSE;
    }
  return TRUE;
}

/* What was changed here */

static gboolean
tell_changes (Pass              *self,
              ChancerySyncKind   kind,
              GError           **error)
{
  guint n = 1;

  while (n > 0)
    {
      g_autoptr (GPtrArray) names = NULL;
      gboolean success;

      if (!begin (self, error))
        return FALSE;
      names = chancery_store_sync_list_dirty (self->sync, kind, BATCH_RECORDS, error);
      success = names != NULL;
      n = success ? names->len : 0;
      for (guint i = 0; success && i < n; i++)
        {
          ChancerySyncName *name = g_ptr_array_index (names, i);

          success = chancery_sync_settler_settle (self->settler, kind, name->uid, NULL, error);
        }
      if (!end (self, success, error))
        return FALSE;
    }
  return TRUE;
}

/* What isn't there any more is written again, if it is to be there. */
static gboolean
forget_vanished (Pass    *self,
                 GError **error)
{
  g_autoptr (GPtrArray) vanished = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer file;
  gboolean success = TRUE;

  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, NULL, &file))
    if (!((ChancerySyncFile *) file)->seen)
      g_ptr_array_add (vanished, g_strdup (((ChancerySyncFile *) file)->name));
  if (vanished->len == 0)
    return TRUE;

  if (!begin (self, error))
    return FALSE;
  for (guint i = 0; success && i < vanished->len; i++)
    {
      g_hash_table_remove (self->known, vanished->pdata[i]);
      success = chancery_store_sync_forget_file (self->sync, self->options->folder, vanished->pdata[i], error);
    }
  return end (self, success, error);
}

/* Removes a file that has done its service. */
static gboolean
remove_file (Pass              *self,
             ChancerySyncFile  *file,
             guint             *n_removed,
             GError           **error)
{
  g_autofree char *name = g_strdup (file->name);

  if (!chancery_sync_folder_remove (self->folder, file))
    return TRUE;
  (*n_removed)++;
  g_hash_table_remove (self->known, name);
  return chancery_store_sync_forget_file (self->sync, self->options->folder, name, error);
}

static gboolean
expire (Pass    *self,
        GError **error)
{
  g_autoptr (GPtrArray) names = NULL;
  gboolean success;

  if (!begin (self, error))
    return FALSE;
  names = chancery_store_sync_list_expired (self->sync, self->now_us, error);
  success = names != NULL;
  for (guint i = 0; success && i < names->len; i++)
    {
      ChancerySyncName *name = g_ptr_array_index (names, i);
      g_autofree char *place = chancery_sync_folder_make_name (name->kind, name->uid);
      ChancerySyncFile *file = g_hash_table_lookup (self->known, place);

      success = chancery_sync_settler_expire (self->settler, name->kind, name->uid, error) &&
                (file == NULL || file->status != CHANCERY_SYNC_READ || remove_file (self, file, &self->report->n_expired, error));
    }
  return end (self, success, error);
}

/* Writing */

static ChancerySyncFile *
find_main (Pass                   *self,
           const ChancerySyncName *name)
{
  g_autofree char *place = chancery_sync_folder_make_name (name->kind, name->uid);

  return g_hash_table_lookup (self->known, place);
}

static gboolean
draft (Pass              *self,
       ChancerySyncName  *name,
       GPtrArray         *drafts,
       gint64            *n_bytes,
       GError           **error)
{
  const gsize max_bytes = name->kind == CHANCERY_SYNC_NOTE ? CHANCERY_SYNC_MAX_NOTE_BYTES : CHANCERY_SYNC_MAX_ARTICLE_BYTES;
  g_autoptr (ChancerySyncRow) row = NULL;
  ChancerySyncDraft *written;

  if (!chancery_store_sync_load (self->sync, name->kind, name->uid, &row, error) || row == NULL)
    return row == NULL && (error == NULL || *error == NULL);
  if (strlen (row->state) > max_bytes)
    {
      g_autofree char *place = chancery_sync_folder_make_name (name->kind, name->uid);

      chancery_sync_report_leave (self->report, place, _("It is too large to be written."));
      return TRUE;
    }

  written = chancery_sync_folder_draft (self->folder, name->kind, name->uid, row->state, error);
  if (written == NULL)
    return FALSE;
  *n_bytes += written->file->size;
  g_ptr_array_add (drafts, written);
  return TRUE;
}

static gboolean
put_drafts (Pass      *self,
            GPtrArray *drafts,
            GError   **error)
{
  gboolean success = chancery_sync_folder_flush (self->folder, drafts, error);

  while (drafts->len > 0)
    {
      ChancerySyncDraft *written = g_ptr_array_steal_index (drafts, drafts->len - 1);
      ChancerySyncFile *known = g_hash_table_lookup (self->known, written->file->name);
      gboolean done = FALSE;

      if (!success)
        {
          chancery_sync_folder_drop (self->folder, written);
          continue;
        }
      success = chancery_sync_folder_put (self->folder, written, known, &done, error) &&
                (!done || note_file (self, written->file, error));
      if (done)
        self->report->n_written++;
      chancery_sync_draft_free (written);
    }
  return success;
}

static gboolean
write_batch (Pass      *self,
             GPtrArray *names,
             guint     *position,
             GError   **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new ();
  gboolean success = TRUE;
  gint64 n_bytes = 0;

  if (!begin (self, error))
    return FALSE;
  while (success && *position < names->len && drafts->len < BATCH_RECORDS && n_bytes < BATCH_BYTES)
    success = draft (self, g_ptr_array_index (names, (*position)++), drafts, &n_bytes, error);
  if (!success)
    for (guint i = 0; i < drafts->len; i++)
      chancery_sync_folder_drop (self->folder, g_ptr_array_index (drafts, i));
  else
    success = put_drafts (self, drafts, error);
  return end (self, success, error);
}

/* Whether a record's file is missing, or says something else. What can't be read isn't written over either; that it was
 * left alone is told already. */
static gboolean
is_to_be_written (Pass                   *self,
                  const ChancerySyncName *name)
{
  const ChancerySyncFile *file = find_main (self, name);

  return file == NULL || (file->status == CHANCERY_SYNC_READ && file->digest != name->digest);
}

static gboolean
write_all (Pass    *self,
           GError **error)
{
  g_autoptr (GPtrArray) names = NULL, unwritten = g_ptr_array_new ();
  guint position = 0;

  if (!begin (self, error))
    return FALSE;
  names = chancery_store_sync_list_told (self->sync, error);
  if (!end (self, names != NULL, error))
    return FALSE;

  for (guint i = 0; i < names->len; i++)
    if (is_to_be_written (self, g_ptr_array_index (names, i)))
      g_ptr_array_add (unwritten, g_ptr_array_index (names, i));
  while (position < unwritten->len)
    if (!write_batch (self, unwritten, &position, error))
      return FALSE;
  return TRUE;
}

/* Copies that other programs made in a conflict go, once the record's own file says all that they said. */
static gboolean
remove_copies (Pass    *self,
               GError **error)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer file;
  gboolean success = TRUE;

  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, NULL, &file))
    if (!((ChancerySyncFile *) file)->is_main && ((ChancerySyncFile *) file)->status == CHANCERY_SYNC_READ)
      g_ptr_array_add (copies, file);
  if (copies->len == 0)
    return TRUE;

  if (!begin (self, error))
    return FALSE;
  for (guint i = 0; success && i < copies->len; i++)
    {
      ChancerySyncFile *copy = g_ptr_array_index (copies, i), *main_file;
      g_autofree char *place = chancery_sync_folder_make_name (copy->kind, copy->uid);
      g_autoptr (ChancerySyncRow) row = NULL;

      main_file = g_hash_table_lookup (self->known, place);
      success = chancery_store_sync_load (self->sync, copy->kind, copy->uid, &row, error);
      if (success && row != NULL && main_file != NULL && main_file->status == CHANCERY_SYNC_READ && main_file->digest == row->digest)
        success = remove_file (self, copy, &self->report->n_merged, error);
    }
  return end (self, success, error);
}

static gboolean
sum_up (Pass    *self,
        GError **error)
{
  g_autoptr (GPtrArray) conflicts = NULL;
  gboolean success;

  if (!begin (self, error))
    return FALSE;
  conflicts = chancery_store_sync_list_conflicts (self->sync, error);
  success = conflicts != NULL && chancery_store_sync_count_waiting (self->sync, &self->report->n_waiting, error);
  for (guint i = 0; success && i < conflicts->len; i++)
    g_ptr_array_add (self->report->conflicts, g_strdup (((ChancerySyncName *) g_ptr_array_index (conflicts, i))->uid));
  self->report->n_files = g_hash_table_size (self->known);
  return end (self, success, error);
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  const ChancerySyncFile *one = *(ChancerySyncFile * const *) a, *other = *(ChancerySyncFile * const *) b;

  return one->kind != other->kind ? (one->kind > other->kind ? -1 : 1) : strcmp (one->name, other->name);
}

static gboolean
run (Pass    *self,
     GError **error)
{
  g_autoptr (GPtrArray) changed = NULL;

  if (!look_up (self, error))
    return FALSE;
  self->folder = chancery_sync_folder_open (self->options->folder, g_hash_table_size (self->known) > 0, error);
  if (self->folder == NULL)
    return FALSE;
  self->settler = chancery_sync_settler_new (self->sync, self->machine, self->now_us, self->report);
  self->listed = chancery_sync_folder_list (self->folder, self->report, error);
  if (self->listed == NULL)
    return FALSE;

  changed = find_changed (self);
  /* Articles first, so that fewer notes have to wait. */
  g_ptr_array_sort (changed, compare_kinds);
  return take_in_all (self, changed, error) &&
         tell_changes (self, CHANCERY_SYNC_ARTICLE, error) &&
         tell_changes (self, CHANCERY_SYNC_NOTE, error) &&
         forget_vanished (self, error) &&
         expire (self, error) &&
         write_all (self, error) &&
         remove_copies (self, error) &&
         sum_up (self, error);
}

/**
 * chancery_sync_run:
 * @store: a library
 * @options: what to do
 * @cancellable: (nullable): ends the pass between two batches; what is done until then stays done
 * @error: return location
 *
 * Brings a library and a folder together: takes in what others wrote, and writes what they don't have. Runs in the
 * store's thread and blocks. A pass that fails in the middle harms nothing; the next one goes on.
 *
 * Returns: (transfer full): what was found and done
 */
ChancerySyncReport *
chancery_sync_run (ChanceryStore              *store,
                   const ChancerySyncOptions  *options,
                   GCancellable               *cancellable,
                   GError                    **error)
{
  g_auto (Pass) self = { .options = options, .cancellable = cancellable };

  self.report = chancery_sync_report_new ();
  self.now_us = options->clock != NULL ? options->clock (options->clock_data) : g_get_real_time ();
  self.sync = chancery_store_sync_new (store, error);
  if (self.sync == NULL || !run (&self, error))
    return NULL;

  self.report->finished_us = options->clock != NULL ? options->clock (options->clock_data) : g_get_real_time ();
  return g_steal_pointer (&self.report);
}

/**
 * chancery_sync_run_file:
 * @library_path: (type filename): a library that exists
 * @folder: (type filename): a folder
 * @anew: whether to make a folder ready that has been used before and is empty now
 * @cancellable: (nullable): ends the pass between two batches
 * @error: return location
 *
 * The same for a library on the disk, through a connection of its own. Any thread.
 *
 * Returns: (transfer full): what was found and done
 */
ChancerySyncReport *
chancery_sync_run_file (const char    *library_path,
                        const char    *folder,
                        gboolean       anew,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autofree char *home = chancery_sync_describe_home (library_path);
  ChanceryStore *store = chancery_store_open (library_path, CHANCERY_LIBRARY_EXISTING, CHANCERY_STORE_BUSY_TIMEOUT_MS, error);
  ChancerySyncReport *report;

  if (store == NULL)
    return NULL;
  report = chancery_sync_run (store, &(ChancerySyncOptions) { .folder = folder, .home = home, .anew = anew }, cancellable, error);
  chancery_store_close (store);
  return report;
}
