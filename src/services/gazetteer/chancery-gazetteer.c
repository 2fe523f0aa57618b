/* chancery-gazetteer.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-gazetteer.h"

#include <string.h>

#include "chancery-mention-leaders.h"
#include "chancery-mention-roles.h"
#include "chancery-mention-rules.h"
#include "chancery-reading.h"
#include "chancery-terms-resources.h"
#include "import/chancery-language.h"

/* A text goes through stages, each in a file of its own:
 *
 *   tokens      chancery-token.c, chancery-reading.c: words, what their case tells, datelines
 *   candidates  chancery-term-index.c: the longest term at each place
 *   rules       chancery-mention-rules.c: what only looks like a mention
 *   states      chancery-mention-states.c: which of the states that share a form
 *   leaders     chancery-mention-leaders.c: who is in office, by name
 *   roles       chancery-mention-roles.c: actor, venue or other
 *
 * The terms of a language, and the words that its rules go by, are in data/terms. */

struct _ChanceryGazetteer
{
  GObject parent_instance;

  GMutex mutex;
  GHashTable *indices; /* (owned) a language -> ChanceryTermIndex, once a text of it was read */
};

G_DEFINE_FINAL_TYPE (ChanceryGazetteer, chancery_gazetteer, G_TYPE_OBJECT)

/* Longer texts are no articles, and offsets are kept in 32 bits. */
#define MAX_TEXT_BYTES (G_GUINT64_CONSTANT (256) << 20)

/* What texts in a language without terms of its own are read by: the names of people. */
#define ANY_LANGUAGE "und"

static void
chancery_gazetteer_finalize (GObject *object)
{
  ChanceryGazetteer *self = CHANCERY_GAZETTEER (object);

  g_hash_table_unref (self->indices);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (chancery_gazetteer_parent_class)->finalize (object);
}

static void
chancery_gazetteer_class_init (ChanceryGazetteerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = chancery_gazetteer_finalize;
}

static void
register_terms (void)
{
  static gsize registered = 0;

  if (g_once_init_enter (&registered))
    {
      chancery_terms_register_resource ();
      g_once_init_leave (&registered, 1);
    }
}

static void
chancery_gazetteer_init (ChanceryGazetteer *self)
{
  register_terms ();
  g_mutex_init (&self->mutex);
  self->indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) chancery_term_index_free);
}

/**
 * chancery_gazetteer_new:
 *
 * The terms were compiled with the program; those of a language are mapped
 * when the first text in it is read.
 *
 * Returns: (transfer full): the gazetteer
 */
ChanceryGazetteer *
chancery_gazetteer_new (void)
{
  return g_object_new (CHANCERY_TYPE_GAZETTEER, NULL);
}

static ChanceryTermIndex *
load_index (const char *lang)
{
  g_autofree char *path = g_strdup_printf ("/io/github/chancery_app/Chancery/terms/%s", lang);
  /* Without a copy: the bytes are those of the program's file. */
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? chancery_term_index_new (bytes) : NULL;
}

/* The terms of a language, or those of any where there are none. They stay until the gazetteer goes. */
static const ChanceryTermIndex *
get_index (ChanceryGazetteer *self,
           const char        *lang)
{
  g_autofree char *primary = g_ascii_strdown (lang, (gssize) strcspn (lang, "-_@."));
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  ChanceryTermIndex *index = g_hash_table_lookup (self->indices, primary);

  if (index == NULL)
    {
      index = load_index (primary);
      if (index == NULL)
        index = load_index (ANY_LANGUAGE);
      g_assert (index != NULL);
      g_hash_table_insert (self->indices, g_steal_pointer (&primary), index);
    }

  return index;
}

/**
 * chancery_gazetteer_get_n_terms:
 * @lang: a language
 *
 * Returns: how many meanings of terms there are in it
 */
guint
chancery_gazetteer_get_n_terms (ChanceryGazetteer *self,
                                const char        *lang)
{
  g_return_val_if_fail (CHANCERY_IS_GAZETTEER (self), 0);
  g_return_val_if_fail (lang != NULL, 0);

  return chancery_term_index_get_n_entries (get_index (self, lang));
}

static GArray *
collect_mentions (const ChanceryReading *reading)
{
  GArray *mentions = g_array_new (FALSE, TRUE, sizeof (ChanceryMention));

  for (guint c = 0; c < reading->candidates->len; c++)
    {
      const ChanceryCandidate *candidate = &g_array_index (reading->candidates, ChanceryCandidate, c);
      ChanceryMention mention = { 0 };

      if (candidate->dropped != NULL)
        continue;
      mention.start_bytes = reading->tokens[candidate->first].start_bytes;
      mention.end_bytes = reading->tokens[candidate->last].end_bytes;
      memcpy (mention.iso, candidate->iso, sizeof mention.iso);
      mention.kind = candidate->kind;
      mention.role = candidate->role;
      g_array_append_val (mentions, mention);
    }

  return mentions;
}

/**
 * chancery_gazetteer_find_counted:
 * @text: valid UTF-8, at most 256 MiB; an article's canonical text
 * @lang: (nullable): the text's language in BCP 47; %NULL to find out
 *   from the text, and to take it for English where it doesn't tell
 * @date: for what day names and offices are resolved; none takes them all
 * @cancellable: (nullable): a #GCancellable
 * @n_steps: (out): how many steps the search took, in tokens looked at
 *
 * Like chancery_gazetteer_find(), and tells the work that was done.
 *
 * Returns: (transfer full) (nullable) (element-type ChanceryMention): the
 *   mentions, or %NULL if cancelled
 */
GArray *
chancery_gazetteer_find_counted (ChanceryGazetteer *self,
                                 const char        *text,
                                 const char        *lang,
                                 ChanceryDate       date,
                                 GCancellable      *cancellable,
                                 guint64           *n_steps)
{
  g_autoptr (ChanceryReading) reading = NULL;
  gsize length_bytes;

  g_return_val_if_fail (CHANCERY_IS_GAZETTEER (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  length_bytes = strlen (text);
  g_return_val_if_fail (length_bytes <= MAX_TEXT_BYTES, NULL);

  if (lang == NULL)
    lang = chancery_language_detect (text, length_bytes);
  reading = chancery_reading_new (get_index (self, lang != NULL ? lang : "en"), text, length_bytes, date, cancellable);
  if (reading == NULL || !chancery_reading_find_candidates (reading))
    return NULL;

  chancery_mention_rules_apply (reading);
  chancery_mention_rules_settle_states (reading);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  chancery_mention_leaders_find (reading);
  chancery_mention_roles_assign (reading);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  *n_steps = reading->n_steps;

  return collect_mentions (reading);
}

/**
 * chancery_gazetteer_find:
 * @text: valid UTF-8, at most 256 MiB; an article's canonical text
 * @lang: (nullable): the text's language in BCP 47; %NULL to find out
 *   from the text, and to take it for English where it doesn't tell
 * @date: for what day names and offices are resolved; none takes them all
 * @cancellable: (nullable): a #GCancellable
 *
 * Finds the spans that stand for states. Takes time in proportion to the text;
 * off the main thread for anything long. Any thread, several at once.
 *
 * Returns: (transfer full) (nullable) (element-type ChanceryMention): the
 *   mentions, in bytes of @text, by place, none overlapping; %NULL if cancelled
 */
GArray *
chancery_gazetteer_find (ChanceryGazetteer *self,
                         const char        *text,
                         const char        *lang,
                         ChanceryDate       date,
                         GCancellable      *cancellable)
{
  guint64 n_steps;

  return chancery_gazetteer_find_counted (self, text, lang, date, cancellable, &n_steps);
}

typedef struct
{
  char *text;
  char *lang;
  ChanceryDate date;
} FindJob;

static void
find_job_free (FindJob *job)
{
  g_free (job->text);
  g_free (job->lang);
  g_free (job);
}

static void
find_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  FindJob *job = task_data;
  GArray *mentions = chancery_gazetteer_find (source_object, job->text, job->lang, job->date, cancellable);

  if (mentions == NULL)
    g_task_return_error_if_cancelled (task);
  else
    g_task_return_pointer (task, mentions, (GDestroyNotify) g_array_unref);
}

/**
 * chancery_gazetteer_find_async:
 * @text: valid UTF-8; copied
 * @lang: (nullable): the text's language in BCP 47; %NULL to find out
 * @date: for what day names and offices are resolved
 * @cancellable: (nullable): a #GCancellable
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * chancery_gazetteer_find() in a worker thread.
 */
void
chancery_gazetteer_find_async (ChanceryGazetteer   *self,
                               const char          *text,
                               const char          *lang,
                               ChanceryDate         date,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  FindJob *job;

  g_return_if_fail (CHANCERY_IS_GAZETTEER (self));
  g_return_if_fail (text != NULL);

  job = g_new0 (FindJob, 1);
  job->text = g_strdup (text);
  job->lang = g_strdup (lang);
  job->date = date;

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, chancery_gazetteer_find_async);
  g_task_set_task_data (task, job, (GDestroyNotify) find_job_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * chancery_gazetteer_find_finish:
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED is the only one
 *
 * Returns: (transfer full) (nullable) (element-type ChanceryMention): the
 *   mentions, or %NULL with @error set
 */
GArray *
chancery_gazetteer_find_finish (ChanceryGazetteer  *self,
                                GAsyncResult       *result,
                                GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
