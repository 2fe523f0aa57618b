/* chancery-note-importer.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-importer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-article-intake.h"
#include "chancery-exchange-error.h"
#include "chancery-import-deed.h"
#include "chancery-known-articles.h"
#include "chancery-library-merge.h"
#include "chancery-library-visit.h"
#include "chancery-note-placing.h"
#include "chancery-revision-deed.h"

/* So much is in memory at a time, of what is read and of the texts that notes are on. A batch is one transaction. */
#define BATCH_RECORDS 16000u
/* The first is small, so that there is soon something to write. */
#define FIRST_BATCH_RECORDS 1000u
#define TEXTS_BYTES ((gsize) 32 * 1024 * 1024)
#define CHUNK_BYTES ((gsize) 1024 * 1024)

typedef struct
{
  /* Inputs */
  ChanceryLibrary *library; /* (unowned): the task has it */
  GCancellable *cancellable; /* (owned) (nullable) */
  GFile *file; /* (owned) (nullable) */
  GBytes *bytes; /* (owned) (nullable) */
  char *name; /* (owned) */
  ChanceryHistory *history; /* (owned) (nullable) */
  gboolean preview;
  ChanceryExchangeProgress progress;

  /* In progress. The reader and what it reads are a thread's while it reads; the batch and its notes, while it places */
  ChanceryNoteReader *reader;
  gboolean began;
  gboolean at_end;
  GPtrArray *read; /* (element-type ChanceryNoteRecord) */
  GPtrArray *batch; /* (element-type ChanceryNoteRecord): what was read before that */
  GPtrArray *article_uids; /* (element-type utf8): of each record, the article that it goes to; may have NULL */
  GPtrArray *notes; /* (element-type ChanceryNote): of the batch, placed */
  GPtrArray *written; /* (element-type ChanceryNote): of the batch before it, on their way into the library */
  ChanceryKnownArticles known;
  GHashTable *listed; /* (element-type utf8 ChanceryImportArticle): those in the report, by their uid here */
  GHashTable *texts; /* (element-type utf8 ChanceryArticle): some of them, by their uid here */
  gsize texts_bytes;
  GPtrArray *new_articles; /* (element-type ChanceryArticle) */
  GPtrArray *late_texts; /* (element-type ChanceryArticle): still to be given to articles that are there without one … */
  GPtrArray *late_uids; /* (element-type utf8): … which are these */
  GPtrArray *wanted; /* (element-type utf8): whose texts are still to be read */
  guint n_stubs;
  GHashTable *previewed; /* (element-type utf8 gint64): when the notes that would have come in were changed last */
  ChanceryImportDeed *deed; /* what was written, for the history */
  guint n_pending;
  GError *error;

  /* Results */
  ChanceryImportReport *report;
} Job;

static void
record_free (gpointer data)
{
  chancery_note_record_clear (data);
  g_free (data);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->reader, chancery_note_reader_free);
  g_clear_object (&job->cancellable);
  g_clear_object (&job->file);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->name);
  g_clear_object (&job->history);
  chancery_exchange_progress_clear (&job->progress);
  g_clear_pointer (&job->read, g_ptr_array_unref);
  g_clear_pointer (&job->batch, g_ptr_array_unref);
  g_clear_pointer (&job->article_uids, g_ptr_array_unref);
  g_clear_pointer (&job->notes, g_ptr_array_unref);
  g_clear_pointer (&job->written, g_ptr_array_unref);
  chancery_known_articles_clear (&job->known);
  g_hash_table_unref (job->texts);
  g_hash_table_unref (job->listed);
  g_clear_pointer (&job->new_articles, g_ptr_array_unref);
  g_clear_pointer (&job->wanted, g_ptr_array_unref);
  g_ptr_array_unref (job->late_texts);
  g_ptr_array_unref (job->late_uids);
  g_hash_table_unref (job->previewed);
  g_object_unref (job->deed);
  g_clear_error (&job->error);
  g_clear_pointer (&job->report, chancery_import_report_free);
  g_free (job);
}

/* What came in can be undone, all of it or what there was until something failed. */
static void
record (Job *job)
{
  if (job->history != NULL && !chancery_import_deed_is_empty (job->deed))
    chancery_history_record_deed (job->history, CHANCERY_DEED (job->deed));
}

static void
fail (GTask  *task,
      GError *error)
{
  record (g_task_get_task_data (task));
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* Runs @func of the job in a thread. The thread's task has no library, which must not end in that thread. */
static void
run_in_thread (GTask               *task,
               GTaskThreadFunc      func,
               GAsyncReadyCallback  callback)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr (GTask) in_thread = g_task_new (NULL, job->cancellable, callback, task);

  g_task_set_check_cancellable (in_thread, FALSE);
  g_task_set_source_tag (in_thread, run_in_thread);
  g_task_set_task_data (in_thread, job, NULL);
  g_task_run_in_thread (in_thread, func);
}

/* Reading, in a thread */

static GBytes *
read_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GByteArray) bytes = NULL;
  gsize size_bytes = 0;
  gssize n_read = 0;

  if (stream == NULL)
    return NULL;

  /* As it is now; it may grow while it is read. */
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  if (info != NULL)
    size_bytes = (gsize) CLAMP (g_file_info_get_size (info), 0, (goffset) CHANCERY_NOTE_READER_MAX_BYTES);
  bytes = g_byte_array_sized_new ((guint) (size_bytes + CHUNK_BYTES));
  do
    {
      const guint before = bytes->len;

      if (before > CHANCERY_NOTE_READER_MAX_BYTES)
        {
          g_set_error (error, CHANCERY_EXCHANGE_ERROR, CHANCERY_EXCHANGE_ERROR_LIMIT, _("The file is larger than %u MiB."),
                       (guint) (CHANCERY_NOTE_READER_MAX_BYTES / 1024 / 1024));
          return NULL;
        }
      g_byte_array_set_size (bytes, before + (guint) CHUNK_BYTES);
      n_read = g_input_stream_read (G_INPUT_STREAM (stream), bytes->data + before, CHUNK_BYTES, cancellable, error);
      g_byte_array_set_size (bytes, before + (guint) MAX (n_read, 0));
    }
  while (n_read > 0);

  return n_read == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static void
open_thread (GTask        *in_thread,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (job->bytes == NULL)
    job->bytes = read_file (job->file, cancellable, &error);
  if (job->bytes != NULL)
    job->reader = chancery_note_reader_new (job->bytes, job->name, g_get_real_time (), job->report, &error);
  if (job->reader == NULL)
    g_task_return_error (in_thread, error);
  else
    g_task_return_boolean (in_thread, TRUE);
}

static void
read_thread (GTask        *in_thread,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Job *job = task_data;
  const guint wanted = job->began ? BATCH_RECORDS : FIRST_BATCH_RECORDS;
  GError *error = NULL;

  job->began = TRUE;
  job->read = g_ptr_array_new_with_free_func (record_free);
  while (job->read->len < wanted && !g_cancellable_is_cancelled (cancellable))
    {
      ChanceryNoteRecord *record = g_new0 (ChanceryNoteRecord, 1);

      if (!chancery_note_reader_next (job->reader, record))
        {
          job->at_end = TRUE;
          record_free (record);
          break;
        }
      if (record->note != NULL || record->article != NULL)
        g_ptr_array_add (job->read, record);
      else
        record_free (record);
    }
  chancery_exchange_progress_tell (&job->progress, chancery_note_reader_get_fraction (job->reader));

  if (g_cancellable_set_error_if_cancelled (cancellable, &error))
    g_task_return_error (in_thread, error);
  else
    g_task_return_boolean (in_thread, TRUE);
}

/* Choosing the articles */

static void
forget_texts (Job *job)
{
  if (job->texts_bytes > TEXTS_BYTES)
    {
      g_hash_table_remove_all (job->texts);
      job->texts_bytes = 0;
    }
}

static void
add_text (Job             *job,
          const char      *uid,
          ChanceryArticle *article)
{
  job->texts_bytes += chancery_article_get_length_bytes (article);
  g_hash_table_replace (job->texts, g_strdup (uid), g_object_ref (article));
}

static void
add_new_article (Job             *job,
                 ChanceryArticle *article,
                 gboolean         has_text)
{
  const char *uid = chancery_article_get_uid (article);

  g_ptr_array_add (job->new_articles, g_object_ref (article));
  job->n_stubs += has_text ? 0 : 1;
  chancery_known_articles_add (&job->known, uid, chancery_article_get_headline (article), chancery_article_get_address (article),
                               has_text, TRUE);
}

/* An article that the library has, but without its text, gets that; any other that it has stays as it is. */
static void
add_article (Job                      *job,
             const ChanceryNoteRecord *record)
{
  const char *uid = chancery_article_get_uid (record->article), *address = chancery_article_get_address (record->article);
  ChanceryKnownArticle *known = chancery_known_articles_find (&job->known, uid, address);

  if (record->has_text && known != NULL && !known->has_text && !known->is_new)
    {
      g_ptr_array_add (job->late_texts, g_object_ref (record->article));
      g_ptr_array_add (job->late_uids, g_strdup (known->uid));
      known->has_text = TRUE;
      chancery_known_articles_add_name (&job->known, uid, known);
    }
  else if (!chancery_known_articles_have (&job->known, uid))
    add_new_article (job, record->article, record->has_text);
}

/* Whether a note of one of our exports is on no article, but on a state or on nothing. */
static gboolean
has_no_article (const ChanceryNoteRecord *record)
{
  return record->own && chancery_note_get_article_uid (record->note) == NULL;
}

static void
choose_articles (Job *job)
{
  g_clear_pointer (&job->new_articles, g_ptr_array_unref);
  g_clear_pointer (&job->article_uids, g_ptr_array_unref);
  job->new_articles = g_ptr_array_new_with_free_func (g_object_unref);
  job->article_uids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < job->batch->len; i++)
    {
      const ChanceryNoteRecord *record = g_ptr_array_index (job->batch, i);
      const ChanceryKnownArticle *known;

      if (record->article != NULL)
        {
          add_article (job, record);
          g_ptr_array_add (job->article_uids, NULL);
          continue;
        }
      if (has_no_article (record))
        {
          g_ptr_array_add (job->article_uids, NULL);
          continue;
        }

      known = chancery_known_articles_find (&job->known, chancery_note_get_article_uid (record->note), record->address);
      if (known == NULL)
        {
          g_autoptr (ChanceryArticle) stub = chancery_note_placing_make_stub (record, job->name);

          if (!chancery_known_articles_have (&job->known, chancery_article_get_uid (stub)))
            add_new_article (job, stub, FALSE);
          known = chancery_known_articles_find (&job->known, chancery_article_get_uid (stub), NULL);
        }
      g_ptr_array_add (job->article_uids, g_strdup (known->uid));
    }
}

/* Which texts the notes of the batch need. */
static void
want_texts (Job *job)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_clear_pointer (&job->wanted, g_ptr_array_unref);
  job->wanted = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < job->batch->len; i++)
    {
      const ChanceryNoteRecord *record = g_ptr_array_index (job->batch, i);
      const char *uid = g_ptr_array_index (job->article_uids, i);
      const ChanceryKnownArticle *known = chancery_known_articles_find (&job->known, uid, NULL);

      if (known == NULL || !known->has_text || chancery_note_get_selector (record->note) == NULL ||
          g_hash_table_contains (job->texts, uid) || !g_hash_table_add (seen, (gpointer) uid))
        continue;
      g_ptr_array_add (job->wanted, g_strdup (uid));
    }
}

/* Placing, in a thread */

static void
place_thread (GTask        *in_thread,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  const char *prepared_uid = NULL;
  g_autoptr (ChanceryAnchorText) prepared = NULL;

  for (guint i = 0; i < job->batch->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      ChanceryNoteRecord *record = g_ptr_array_index (job->batch, i);
      const char *uid = g_ptr_array_index (job->article_uids, i);
      ChanceryNote *note;

      if (record->note == NULL)
        continue;
      if (g_strcmp0 (uid, prepared_uid) != 0)
        g_clear_pointer (&prepared, chancery_anchor_text_unref);
      prepared_uid = uid;
      note = chancery_note_placing_place (record, uid, uid != NULL ? g_hash_table_lookup (job->texts, uid) : NULL, &prepared);
      job->report->n_orphans += chancery_note_get_orphan (note) ? 1 : 0;
      g_ptr_array_add (job->notes, note);
      /* So that a note isn't in memory twice. */
      chancery_note_record_clear (record);
    }
  g_clear_pointer (&prepared, chancery_anchor_text_unref);
  g_clear_pointer (&job->batch, g_ptr_array_unref);

  if (g_cancellable_set_error_if_cancelled (cancellable, &error))
    g_task_return_error (in_thread, error);
  else
    g_task_return_boolean (in_thread, TRUE);
}

/* The steps, in the main context. Each has the task, and hands it on. */

static void go_on (GTask *task);

/* While one batch is written, the next is placed, and the one after it read. */
static void
join (GTask  *task,
      GError *error)
{
  Job *job = g_task_get_task_data (task);

  if (error != NULL && job->error == NULL)
    job->error = error;
  else
    g_clear_error (&error);
  if (--job->n_pending > 0)
    return;

  if (job->error != NULL)
    fail (task, g_steal_pointer (&job->error));
  else
    go_on (task);
}

static void
merged_notes_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Job *job = g_task_get_task_data (user_data);
  GError *error = NULL;
  g_autoptr (ChanceryMergedNotes) merged = chancery_library_merge_notes_finish (CHANCERY_LIBRARY (source), result, &error);

  if (merged != NULL)
    {
      job->report->n_imported += merged->added->len;
      job->report->n_replaced += merged->after->len;
      job->report->n_kept += merged->n_kept;
      if (job->history != NULL)
        chancery_import_deed_add_notes (job->deed, merged);
    }
  join (user_data, error);
}

/* Counts what merging would have done. */
static void
preview_note (Job          *job,
              ChanceryNote *note,
              gint64        in_library_us)
{
  const gint64 *in_file_us = g_hash_table_lookup (job->previewed, chancery_note_get_uid (note));
  const gint64 here_us = in_file_us != NULL ? *in_file_us : in_library_us, modified_us = chancery_note_get_modified_us (note);

  if (here_us >= modified_us && here_us != CHANCERY_MERGE_NEVER)
    {
      job->report->n_kept++;
      return;
    }

  if (here_us == CHANCERY_MERGE_NEVER)
    job->report->n_imported++;
  else
    job->report->n_replaced++;
  g_hash_table_replace (job->previewed, g_strdup (chancery_note_get_uid (note)), g_memdup2 (&modified_us, sizeof modified_us));
}

static void
found_notes_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Job *job = g_task_get_task_data (user_data);
  GError *error = NULL;
  g_autoptr (GArray) times = chancery_library_find_notes_finish (CHANCERY_LIBRARY (source), result, &error);

  for (guint i = 0; times != NULL && i < times->len; i++)
    preview_note (job, job->written->pdata[i], g_array_index (times, gint64, i));
  join (user_data, error);
}

/* Which articles the notes are on. */
static void
list_articles (Job *job)
{
  for (guint i = 0; i < job->notes->len; i++)
    {
      const char *uid = chancery_note_get_article_uid (job->notes->pdata[i]);
      ChanceryImportArticle *listed = uid != NULL ? g_hash_table_lookup (job->listed, uid) : NULL;
      const ChanceryKnownArticle *known = listed == NULL ? chancery_known_articles_find (&job->known, uid, NULL) : NULL;

      if (known != NULL)
        {
          listed = chancery_import_report_add_article (job->report, known->title != NULL ? known->title : "",
                                                       known->is_new, known->has_text);
          if (listed != NULL)
            g_hash_table_insert (job->listed, g_strdup (uid), listed);
        }
      if (listed != NULL)
        listed->n_notes++;
      else
        job->report->n_elsewhere++;
    }
}

static void
placed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    list_articles (g_task_get_task_data (task));
  join (task, error);
}

static void load_next_text (GTask *task);

static void
text_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (ChanceryArticle) article = chancery_library_load_article_finish (CHANCERY_LIBRARY (source), result, &error);

  /* One that was removed meanwhile leaves its notes for the merging to complain of. */
  if (article == NULL && !g_error_matches (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND))
    {
      join (task, error);
      return;
    }
  g_clear_error (&error);
  if (article != NULL)
    add_text (job, chancery_article_get_uid (article), article);
  load_next_text (task);
}

static void
load_next_text (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  if (job->wanted->len > 0)
    {
      g_autofree char *uid = g_ptr_array_steal_index_fast (job->wanted, job->wanted->len - 1);

      chancery_library_load_article_async (job->library, uid, job->cancellable, text_cb, task);
      return;
    }

  g_clear_pointer (&job->notes, g_ptr_array_unref);
  job->notes = g_ptr_array_new_with_free_func (g_object_unref);
  run_in_thread (task, place_thread, placed_cb);
}

static void
begin_texts (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  forget_texts (job);
  want_texts (job);
  load_next_text (task);
}

static void give_next_text (GTask *task);

static void
given_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  g_autofree char *uid = g_ptr_array_steal_index (job->late_uids, 0);
  g_autoptr (ChanceryArticle) article = g_ptr_array_steal_index (job->late_texts, 0);
  GError *error = NULL;
  g_autoptr (ChanceryIntake) intake = chancery_article_take_in_finish (CHANCERY_LIBRARY (source), result, &error);

  if (intake == NULL)
    {
      join (task, error);
      return;
    }

  chancery_import_deed_add_text (job->deed, chancery_revision_deed_new (job->library, uid, article, FALSE));
  job->report->n_texts++;
  give_next_text (task);
}

/* One after the other; the notes that wait on an article find their places. */
static void
give_next_text (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  if (job->preview)
    {
      for (guint i = 0; i < job->late_texts->len; i++)
        add_text (job, job->late_uids->pdata[i], job->late_texts->pdata[i]);
      job->report->n_texts += job->late_texts->len;
      g_ptr_array_set_size (job->late_texts, 0);
      g_ptr_array_set_size (job->late_uids, 0);
    }

  if (job->late_texts->len > 0)
    chancery_article_revise_async (job->library, job->late_uids->pdata[0], job->late_texts->pdata[0], job->cancellable,
                                   given_cb, task);
  else
    begin_texts (task);
}

/* The articles have @uids in the library, of which @n_new are new. */
static void
take_uids (GTask *task,
           GStrv  uids,
           guint  n_new)
{
  Job *job = g_task_get_task_data (task);
  /* An article with the same words may be here under another uid. */
  g_autoptr (GHashTable) renamed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < job->new_articles->len; i++)
    {
      ChanceryArticle *article = g_ptr_array_index (job->new_articles, i);
      const char *uid = chancery_article_get_uid (article);

      if (strcmp (uid, uids[i]) != 0)
        {
          g_hash_table_insert (renamed, (gpointer) uid, uids[i]);
          chancery_known_articles_rename (&job->known, uid, uids[i]);
        }
      forget_texts (job);
      if (chancery_known_articles_find (&job->known, uid, NULL)->has_text)
        add_text (job, uids[i], article);
    }
  for (guint i = 0; i < job->article_uids->len && g_hash_table_size (renamed) > 0; i++)
    {
      const char *uid = g_ptr_array_index (job->article_uids, i);
      const char *now = uid != NULL ? g_hash_table_lookup (renamed, uid) : NULL;

      if (now != NULL)
        {
          g_free (job->article_uids->pdata[i]);
          job->article_uids->pdata[i] = g_strdup (now);
        }
    }
  job->report->n_articles += n_new;
  job->report->n_stubs += MIN (job->n_stubs, n_new);
  job->n_stubs = 0;
  give_next_text (task);
}

static void
merged_articles_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_auto (GStrv) uids = NULL, new_uids = NULL;

  uids = chancery_library_merge_articles_finish (CHANCERY_LIBRARY (source), result, &new_uids, &error);
  if (uids == NULL)
    {
      join (task, error);
      return;
    }

  chancery_import_deed_add_articles (job->deed, (const char * const *) new_uids);
  take_uids (task, uids, g_strv_length (new_uids));
}

static void
found_articles_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_auto (GStrv) uids = chancery_library_find_articles_finish (CHANCERY_LIBRARY (source), result, &error);
  guint n_new = 0;

  if (uids == NULL)
    {
      join (task, error);
      return;
    }

  for (guint i = 0; i < job->new_articles->len; i++)
    if (*uids[i] == '\0')
      {
        g_set_str (&uids[i], chancery_article_get_uid (job->new_articles->pdata[i]));
        n_new++;
      }
  take_uids (task, uids, n_new);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GError *error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  join (user_data, error);
}

static void
go_on (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  gboolean has_articles = FALSE;

  g_clear_pointer (&job->written, g_ptr_array_unref);
  if (job->notes != NULL && job->notes->len > 0)
    job->written = g_steal_pointer (&job->notes);
  g_clear_pointer (&job->notes, g_ptr_array_unref);
  if (job->read != NULL && job->read->len > 0)
    job->batch = g_steal_pointer (&job->read);
  g_clear_pointer (&job->read, g_ptr_array_unref);
  if (job->written == NULL && job->batch == NULL && job->at_end)
    {
      record (job);
      g_task_return_pointer (task, g_steal_pointer (&job->report), (GDestroyNotify) chancery_import_report_free);
      g_object_unref (task);
      return;
    }

  job->n_pending = (job->written != NULL ? 1 : 0) + (job->batch != NULL ? 1 : 0) + (job->at_end ? 0 : 1);
  if (!job->at_end)
    run_in_thread (task, read_thread, read_cb);
  if (job->batch != NULL)
    {
      choose_articles (job);
      has_articles = job->new_articles->len > 0;
    }
  /* The library does one thing after the other. The next notes wait for their articles, but for no other notes; a late
   * text has to find all notes that came before it. */
  if (has_articles && job->preview)
    chancery_library_find_articles_async (job->library, job->new_articles, job->cancellable, found_articles_cb, task);
  else if (has_articles)
    chancery_library_merge_articles_async (job->library, job->new_articles, job->cancellable, merged_articles_cb, task);
  if (job->written != NULL && job->preview)
    chancery_library_find_notes_async (job->library, job->written, job->cancellable, found_notes_cb, task);
  else if (job->written != NULL)
    chancery_library_merge_notes_async (job->library, job->written, job->cancellable, merged_notes_cb, task);
  if (job->batch != NULL && !has_articles)
    give_next_text (task);
}

static void
places_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) places = chancery_library_list_places_finish (CHANCERY_LIBRARY (source), result, &error);

  if (places == NULL)
    {
      fail (task, error);
      return;
    }

  for (guint i = 0; i < places->len; i++)
    {
      const ChanceryArticlePlace *place = g_ptr_array_index (places, i);

      chancery_known_articles_add (&job->known, place->uid, place->headline, place->address, place->has_text, FALSE);
    }
  go_on (task);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_prefix_error (&error, "%s: ", job->name);
      fail (task, error);
      return;
    }
  chancery_library_list_places_async (job->library, job->cancellable, places_cb, task);
}

static void
begin (ChanceryLibrary             *library,
       GFile                       *file,
       GBytes                      *bytes,
       const char                  *name,
       const ChanceryImportOptions *options,
       GCancellable                *cancellable,
       GAsyncReadyCallback          callback,
       gpointer                     user_data)
{
  const ChanceryImportOptions chosen = options != NULL ? *options : (ChanceryImportOptions) { NULL };
  GTask *task = g_task_new (library, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->library = library;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->file = file != NULL ? g_object_ref (file) : NULL;
  job->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  job->name = g_filename_display_name (name);
  job->history = chosen.history != NULL ? g_object_ref (chosen.history) : NULL;
  job->preview = chosen.preview;
  job->listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  job->previewed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  job->deed = chancery_import_deed_new (library);
  chancery_known_articles_init (&job->known);
  job->late_texts = g_ptr_array_new_with_free_func (g_object_unref);
  job->late_uids = g_ptr_array_new_with_free_func (g_free);
  job->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  job->report = chancery_import_report_new ();
  chancery_exchange_progress_init (&job->progress, chosen.progress, chosen.progress_data);
  g_task_set_source_tag (task, chancery_note_importer_import_async);
  g_task_set_task_data (task, job, job_free);
  run_in_thread (task, open_thread, opened_cb);
}

/**
 * chancery_note_importer_import_async:
 * @library: a library that can be written to
 * @file: a file, which is taken to be hostile
 * @options: (nullable): how
 * @cancellable: (nullable): a cancellable
 *
 * Imports the notes of a file. They come in by the thousand, each batch as a whole; those that came in before an
 * error or a cancellation stay, and can be undone like the rest. The history is not to be used for anything else
 * meanwhile.
 */
void
chancery_note_importer_import_async (ChanceryLibrary             *library,
                                     GFile                       *file,
                                     const ChanceryImportOptions *options,
                                     GCancellable                *cancellable,
                                     GAsyncReadyCallback          callback,
                                     gpointer                     user_data)
{
  g_autofree char *name = NULL;

  g_return_if_fail (CHANCERY_IS_LIBRARY (library));
  g_return_if_fail (G_IS_FILE (file));

  name = g_file_get_basename (file);
  begin (library, file, NULL, name, options, cancellable, callback, user_data);
}

/**
 * chancery_note_importer_import_bytes_async:
 * @name: what the file is called
 *
 * The same for what has been read already.
 */
void
chancery_note_importer_import_bytes_async (ChanceryLibrary             *library,
                                           GBytes                      *bytes,
                                           const char                  *name,
                                           const ChanceryImportOptions *options,
                                           GCancellable                *cancellable,
                                           GAsyncReadyCallback          callback,
                                           gpointer                     user_data)
{
  g_return_if_fail (CHANCERY_IS_LIBRARY (library));
  g_return_if_fail (bytes != NULL);

  begin (library, NULL, bytes, name, options, cancellable, callback, user_data);
}

/**
 * chancery_note_importer_import_finish:
 *
 * Fails, before anything was taken in, if the file can't be read or is in no format that is known; what is wrong with
 * single notes is in the report.
 *
 * Returns: (transfer full): what came of it
 */
ChanceryImportReport *
chancery_note_importer_import_finish (ChanceryLibrary  *library,
                                      GAsyncResult     *result,
                                      GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
