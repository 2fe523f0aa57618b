/* chancery-gazetteer.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-gazetteer.h"

#include <string.h>

#include "chancery-gazetteer-terms.h"
#include "chancery-mention-leaders.h"
#include "chancery-mention-roles.h"
#include "chancery-mention-rules.h"
#include "chancery-reading.h"
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
 * The words that the rules of a language go by are in chancery-english-*.c. */

struct _ChanceryGazetteer
{
  GObject parent_instance;

  ChanceryCatalogue *catalogue; /* (owned) */
  ChanceryTermIndex *index;     /* (owned) */
};

typedef enum
{
  PROP_CATALOGUE = 1,
} ChanceryGazetteerProperty;

static GParamSpec *properties[PROP_CATALOGUE + 1];

G_DEFINE_FINAL_TYPE (ChanceryGazetteer, chancery_gazetteer, G_TYPE_OBJECT)

/* Longer texts are no articles, and offsets are kept in 32 bits. */
#define MAX_TEXT_BYTES (G_GUINT64_CONSTANT (256) << 20)

static void
chancery_gazetteer_constructed (GObject *object)
{
  ChanceryGazetteer *self = CHANCERY_GAZETTEER (object);
  GListModel *states = chancery_catalogue_get_states (self->catalogue);
  ChanceryTermSource source;

  G_OBJECT_CLASS (chancery_gazetteer_parent_class)->constructed (object);

  chancery_term_source_init (&source);
  for (guint i = 0; i < g_list_model_get_n_items (states); i++)
    {
      g_autoptr (ChanceryState) state = g_list_model_get_item (states, i);
      const char *iso = chancery_state_get_iso (state);
      gboolean is_counted = chancery_term_source_counts (iso, chancery_state_get_is_sovereign (state));
      const ChanceryTerm *terms;
      const ChanceryOfficeHolder *holders;
      gsize n_terms, n_holders;

      terms = chancery_state_get_terms (state, &n_terms);
      for (gsize t = 0; t < n_terms; t++)
        chancery_term_source_add_term (&source, iso, is_counted, &terms[t]);
      holders = chancery_state_get_office_holders (state, &n_holders);
      for (gsize h = 0; is_counted && h < n_holders; h++)
        chancery_term_source_add_holder (&source, iso, &holders[h]);
    }
  self->index = chancery_term_source_finish (&source);
}

static void
chancery_gazetteer_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ChanceryGazetteer *self = CHANCERY_GAZETTEER (object);

  switch ((ChanceryGazetteerProperty) property_id)
    {
    case PROP_CATALOGUE:
      g_value_set_object (value, self->catalogue);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
chancery_gazetteer_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ChanceryGazetteer *self = CHANCERY_GAZETTEER (object);

  switch ((ChanceryGazetteerProperty) property_id)
    {
    case PROP_CATALOGUE:
      self->catalogue = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
chancery_gazetteer_dispose (GObject *object)
{
  ChanceryGazetteer *self = CHANCERY_GAZETTEER (object);

  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (chancery_gazetteer_parent_class)->dispose (object);
}

static void
chancery_gazetteer_finalize (GObject *object)
{
  ChanceryGazetteer *self = CHANCERY_GAZETTEER (object);

  g_clear_pointer (&self->index, chancery_term_index_free);

  G_OBJECT_CLASS (chancery_gazetteer_parent_class)->finalize (object);
}

static void
chancery_gazetteer_class_init (ChanceryGazetteerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = chancery_gazetteer_constructed;
  object_class->get_property = chancery_gazetteer_get_property;
  object_class->set_property = chancery_gazetteer_set_property;
  object_class->dispose = chancery_gazetteer_dispose;
  object_class->finalize = chancery_gazetteer_finalize;

  /**
   * ChanceryGazetteer:catalogue:
   *
   * Where the states' terms and office holders come from.
   */
  properties[PROP_CATALOGUE] = g_param_spec_object ("catalogue", NULL, NULL, CHANCERY_TYPE_CATALOGUE,
                                                    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
chancery_gazetteer_init (ChanceryGazetteer *self)
{
}

/**
 * chancery_gazetteer_new:
 * @catalogue: the states
 *
 * Compiles the terms of a catalogue. This takes a few milliseconds; do it once.
 *
 * Returns: (transfer full): the gazetteer
 */
ChanceryGazetteer *
chancery_gazetteer_new (ChanceryCatalogue *catalogue)
{
  g_return_val_if_fail (CHANCERY_IS_CATALOGUE (catalogue), NULL);

  return g_object_new (CHANCERY_TYPE_GAZETTEER, "catalogue", catalogue, NULL);
}

/**
 * chancery_gazetteer_get_catalogue:
 *
 * Returns: (transfer none): the states
 */
ChanceryCatalogue *
chancery_gazetteer_get_catalogue (ChanceryGazetteer *self)
{
  g_return_val_if_fail (CHANCERY_IS_GAZETTEER (self), NULL);

  return self->catalogue;
}

/**
 * chancery_gazetteer_get_n_terms:
 *
 * Returns: how many meanings of terms there are, in all languages
 */
guint
chancery_gazetteer_get_n_terms (ChanceryGazetteer *self)
{
  g_return_val_if_fail (CHANCERY_IS_GAZETTEER (self), 0);

  return chancery_term_index_get_n_entries (self->index);
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
  reading = chancery_reading_new (self->index, text, length_bytes,
                                  chancery_term_index_get_language (self->index, lang != NULL ? lang : "en"), date, cancellable);
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
