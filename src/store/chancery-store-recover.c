/* chancery-store-recover.c
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

/* Saves what can be read of a damaged library.
 *
 * The damaged file is copied first, with its log, and only the copy is opened,
 * so that nothing SQLite does can make the original worse. Rows are looked for
 * along every index and both ways, each walk going as far as the damage lets
 * it, and then read one by one. */

/* No library is longer, whatever a damaged header says. */
#define MAX_LENGTH ((goffset) 1 << 40)

typedef struct
{
  ChancerySqliteConnection *from;
  ChanceryStore *to;
  GCancellable *cancellable;
} Recovery;

static const char * const article_walks[] = {
  "SELECT id FROM articles ORDER BY id",
  "SELECT id FROM articles ORDER BY id DESC",
  "SELECT article FROM texts ORDER BY article",
  "SELECT article FROM texts ORDER BY article DESC",
  "SELECT id FROM articles INDEXED BY articles_by_digest ORDER BY digest",
  "SELECT id FROM articles INDEXED BY articles_by_digest ORDER BY digest DESC",
  NULL
};

static const char * const note_walks[] = {
  "SELECT id FROM notes ORDER BY id",
  "SELECT id FROM notes ORDER BY id DESC",
  "SELECT id FROM notes INDEXED BY notes_by_time ORDER BY created_us",
  "SELECT id FROM notes INDEXED BY notes_by_time ORDER BY created_us DESC",
  "SELECT id FROM notes INDEXED BY notes_by_article WHERE article IS NOT NULL ORDER BY article",
  "SELECT id FROM notes INDEXED BY notes_by_article WHERE article IS NOT NULL ORDER BY article DESC",
  NULL
};

static const char * const revision_walks[] = {
  "SELECT id FROM revisions ORDER BY article, number",
  "SELECT id FROM revisions ORDER BY id",
  "SELECT id FROM revisions ORDER BY id DESC",
  NULL
};

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

/* The ids that any of the walks gets to, sorted, each once. */
static GArray *
find_ids (Recovery           *recovery,
          const char * const *walks)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gsize i = 0; walks[i] != NULL && !g_cancellable_is_cancelled (recovery->cancellable); i++)
    {
      g_autoptr (ChancerySqliteStatement) statement = chancery_sqlite_connection_prepare (recovery->from, walks[i], NULL);
      gboolean row;

      while (statement != NULL && chancery_sqlite_statement_step (statement, &row, NULL) && row)
        {
          gint64 id = chancery_sqlite_statement_get_int64 (statement, 0);

          if (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
            g_array_append_val (ids, id);
        }
    }

  g_array_sort (ids, compare_ids);
  return ids;
}

static gboolean
save_article (Recovery                 *recovery,
              ChancerySqliteStatement  *statement,
              gboolean                 *saved,
              GError                  **error)
{
  g_autoptr (ChanceryArticle) article = chancery_store_read_article (statement);
  const char *uid = chancery_article_get_uid (article);
  gboolean removed;
  gint64 id;

  if (!chancery_store_find_article (recovery->to, uid, &id, &removed, error))
    return FALSE;
  *saved = id == 0;
  return id != 0 || chancery_store_write_article (recovery->to, article,
                                                  chancery_sqlite_statement_get_int64 (statement, 15), error);
}

/* A note outlives its article, as a note on nothing, if that can't be read. */
static gboolean
save_note (Recovery                 *recovery,
           ChancerySqliteStatement  *statement,
           gboolean                 *saved,
           GError                  **error)
{
  g_autoptr (ChanceryNote) note = chancery_store_read_note (statement);
  ChanceryNoteFields fields;
  gboolean removed = TRUE;
  gint64 id = 0;

  chancery_note_get_fields (note, &fields);
  if (fields.article_uid != NULL && !chancery_store_find_article (recovery->to, fields.article_uid, &id, &removed, error))
    return FALSE;

  *saved = TRUE;
  if (fields.article_uid == NULL || (id != 0 && !removed))
    {
      return chancery_store_write_note (recovery->to, note, error);
    }
  else
    {
      g_autoptr (ChanceryNote) alone = NULL;

      fields.article_uid = NULL;
      fields.orphan = TRUE;
      alone = chancery_note_new (&fields);
      return chancery_store_write_note (recovery->to, alone, error);
    }
}

/* Their numbers have no gaps, even if one is lost. The places of notes in them are
 * not saved: the notes have theirs in the present text. */
static gboolean
save_revision (Recovery                 *recovery,
               ChancerySqliteStatement  *statement,
               gboolean                 *saved,
               GError                  **error)
{
  g_autoptr (ChanceryArticle) revision = chancery_store_read_article (statement);
  gboolean removed;
  gint64 id;

  if (!chancery_store_find_article (recovery->to, chancery_article_get_uid (revision), &id, &removed, error))
    return FALSE;

  *saved = id != 0;
  return id == 0 || chancery_store_write_revision (recovery->to, id, revision,
                                                   chancery_sqlite_statement_get_int64 (statement, 15), error);
}

/* Reads one row after the other; those that are damaged are passed over. */
static gboolean
save_rows (Recovery            *recovery,
           const char * const  *walks,
           const char          *sql,
           const char          *older_sql,
           gboolean           (*save) (Recovery *, ChancerySqliteStatement *, gboolean *, GError **),
           guint               *n_saved,
           GError             **error)
{
  g_autoptr (GArray) ids = find_ids (recovery, walks);
  g_autoptr (ChancerySqliteStatement) statement = chancery_sqlite_connection_prepare (recovery->from, sql, NULL);

  /* It may never have been migrated, and a damaged file isn't. */
  if (statement == NULL && older_sql != NULL)
    statement = chancery_sqlite_connection_prepare (recovery->from, older_sql, NULL);

  *n_saved = 0;
  for (guint i = 0; statement != NULL && i < ids->len; i++)
    {
      gboolean row, saved = FALSE;

      if (g_cancellable_set_error_if_cancelled (recovery->cancellable, error))
        return FALSE;

      chancery_sqlite_statement_bind_int64 (statement, 1, g_array_index (ids, gint64, i));
      if (!chancery_sqlite_statement_step (statement, &row, NULL) || !row)
        continue;
      if (chancery_sqlite_statement_get_text (statement, 0) != NULL && !save (recovery, statement, &saved, error))
        return FALSE;
      if (saved)
        *n_saved += 1;
      chancery_sqlite_statement_reset (statement);
    }

  return TRUE;
}

/* What can be read of them. */
static gboolean
save_colour_names (Recovery  *recovery,
                   GError   **error)
{
  g_autoptr (ChancerySqliteStatement) statement =
    chancery_sqlite_connection_prepare (recovery->from, "SELECT colour, name FROM colour_names", NULL);
  gboolean row;

  while (statement != NULL && chancery_sqlite_statement_step (statement, &row, NULL) && row)
    {
      const char *name = chancery_sqlite_statement_get_text (statement, 1);
      int colour;

      if (name != NULL &&
          chancery_enum_from_nick (CHANCERY_TYPE_COLOUR, chancery_sqlite_statement_get_text (statement, 0), &colour) &&
          !chancery_store_write_colour_name (recovery->to, (ChanceryColour) colour, name, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy_file (const char  *from,
           const char  *to,
           gboolean     must_exist,
           GError     **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from), destination = g_file_new_for_path (to);
  g_autoptr (GError) local_error = NULL;

  if (g_file_copy (source, destination, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &local_error) ||
      (!must_exist && g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* SQLite reads nothing of a file that is shorter than it says itself, so the copy gets the length that it
 * should have. What is missing is then a page of zeroes, which is damage like any other. */
static void
lengthen_copy (const char *path)
{
  guchar header[32];
  goffset length;
  guint page_size;
  GStatBuf status;
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);

  if (fd == -1)
    return;

  if (fstat (fd, &status) == 0 && pread (fd, header, sizeof header, 0) == sizeof header)
    {
      page_size = ((guint) header[16] << 8) | header[17];
      if (page_size == 1)
        page_size = 65536;
      length = (goffset) page_size *
               (((goffset) header[28] << 24) | (header[29] << 16) | (header[30] << 8) | header[31]);
      if (length > status.st_size && length <= MAX_LENGTH && ftruncate (fd, length) != 0)
        g_debug ("The copy to recover from can't be made %" G_GOFFSET_FORMAT " bytes long", length);
    }
  g_close (fd, NULL);
}

static void
remove_database (const char *path)
{
  static const char * const suffixes[] = { "", "-wal", "-shm", "-journal", "-lock" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

static gboolean
rename_file (const char  *from,
             const char  *to,
             GError     **error)
{
  int number;
  g_autofree char *name = NULL;

  if (g_rename (from, to) == 0 || errno == ENOENT)
    return TRUE;

  number = errno;
  name = g_filename_display_name (from);
  g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_IO, _("“%s” could not be renamed: %s"),
               name, g_strerror (number));
  return FALSE;
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd == -1)
    return;
  fsync (fd);
  g_close (fd, NULL);
}

/* The old log goes first: SQLite would take it for the new library's. In between,
 * the name always has a library, so that none is made. */
static gboolean
exchange (const char  *path,
          const char  *recovered,
          const char  *kept,
          GError     **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL), *kept_log = g_strconcat (kept, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);

  if (!rename_file (log, kept_log, error))
    return FALSE;
  g_unlink (index);

  if (link (path, kept) != 0 && !copy_file (path, kept, TRUE, error))
    return FALSE;
  sync_folder (path);
  if (!rename_file (recovered, path, error))
    return FALSE;
  sync_folder (path);

  return TRUE;
}

/* @why is a word for people who look into the folder. */
static char *
make_kept_name (const char *path,
                const char *why)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stem = g_str_has_suffix (path, ".db") ? g_strndup (path, strlen (path) - 3) : g_strdup (path);
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d-%H%M%S");

  return g_strdup_printf ("%s-%s-%s.db", stem, why, time);
}

static gboolean
recover_rows (const char    *damaged,
              const char    *recovered,
              guint         *n_articles,
              guint         *n_notes,
              GCancellable  *cancellable,
              GError       **error)
{
  Recovery recovery = { NULL, NULL, cancellable };
  gboolean success = FALSE;
  guint n_revisions;

  /* Read-only, the log of the copy would not be read. */
  recovery.from = chancery_sqlite_connection_open (damaged, CHANCERY_SQLITE_READ_WRITE, 0, error);
  if (recovery.from != NULL)
    recovery.to = chancery_store_open (recovered, CHANCERY_LIBRARY_DEFAULT, 0, error);

  if (recovery.to != NULL && chancery_store_begin_write (recovery.to, error))
    {
      success =
        save_rows (&recovery, article_walks,
                   "SELECT " CHANCERY_ARTICLE_COLUMNS ", a.added_us FROM articles AS a JOIN texts AS t "
                   "ON t.article = a.id WHERE a.id = ?1 AND a.removed_us IS NULL",
                   NULL, save_article, n_articles, error) &&
        save_rows (&recovery, note_walks,
                   "SELECT " CHANCERY_NOTE_COLUMNS " FROM notes AS n LEFT JOIN articles AS a ON a.id = n.article "
                   "WHERE n.id = ?1",
                   "SELECT " CHANCERY_NOTE_COLUMNS_1 " FROM notes AS n LEFT JOIN articles AS a ON a.id = n.article "
                   "WHERE n.id = ?1",
                   save_note, n_notes, error) &&
        save_rows (&recovery, revision_walks,
                   "SELECT a.uid, r.section, r.kicker, r.headline, r.standfirst, r.place, r.agency, r.byline, r.lang,"
                   "  r.source, r.address, r.published, r.published_guessed, r.text, r.blocks, r.added_us "
                   "FROM revisions AS r JOIN articles AS a ON a.id = r.article WHERE r.id = ?1",
                   NULL, save_revision, &n_revisions, error) &&
        save_colour_names (&recovery, error);
      success = chancery_store_end_write (recovery.to, success, error);
    }

  if (recovery.to != NULL)
    chancery_store_close (recovery.to);
  if (recovery.from != NULL)
    chancery_sqlite_connection_close (recovery.from, NULL);

  return success;
}

/**
 * chancery_store_recover:
 * @path: (type filename): a library that nobody has open
 * @n_articles: (out): how many articles were saved
 * @n_notes: (out): how many notes were saved
 * @cancellable: (nullable): what ends it
 * @error: return location
 *
 * See chancery_library_recover_async(). On an error, or if nothing could be
 * read, everything is as before. Any thread.
 *
 * Returns: (transfer full) (type filename): where the damaged file is now
 */
char *
chancery_store_recover (const char    *path,
                        guint         *n_articles,
                        guint         *n_notes,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autofree char *copy = g_strconcat (path, ".damaged-copy", NULL), *copy_log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL), *recovered = g_strconcat (path, ".recovered", NULL);
  g_autofree char *kept = make_kept_name (path, "damaged");
  gboolean success;

  remove_database (copy);
  remove_database (recovered);
  success = copy_file (path, copy, TRUE, error) && copy_file (log, copy_log, FALSE, error);
  if (success)
    lengthen_copy (copy);
  success = success && recover_rows (copy, recovered, n_articles, n_notes, cancellable, error);
  if (success && *n_articles + *n_notes == 0)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_DAMAGED,
                   _("Nothing could be read of “%s”. It is left as it is."), name);
      success = FALSE;
    }
  success = success && exchange (path, recovered, kept, error);
  remove_database (copy);
  remove_database (recovered);

  return success ? g_steal_pointer (&kept) : NULL;
}

/**
 * chancery_store_set_aside:
 * @path: (type filename): a file that nobody has open
 * @error: return location
 *
 * See chancery_library_set_aside_async(). Any thread.
 *
 * Returns: (transfer full) (type filename): where the file is now
 */
char *
chancery_store_set_aside (const char  *path,
                          GError     **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL), *index = g_strconcat (path, "-shm", NULL);
  g_autofree char *kept = make_kept_name (path, "kept"), *kept_log = g_strconcat (kept, "-wal", NULL);

  /* The log goes first: it must never be taken for that of a new library. */
  if (!rename_file (log, kept_log, error))
    return NULL;
  g_unlink (index);
  if (!rename_file (path, kept, error))
    {
      rename_file (kept_log, log, NULL);
      return NULL;
    }
  sync_folder (path);

  return g_steal_pointer (&kept);
}
