/* chancery-comparison.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-comparison.h"

#include <string.h>

#include "chancery-library-revisions.h"
#include "chancery-mention.h"

struct _ChanceryComparison
{
  GObject parent_instance;

  ChanceryArticle *older; /* (owned) */
  ChanceryArticle *newer; /* (owned) */
  GPtrArray *notes; /* (owned) (element-type ChanceryNote) */
  ChanceryTextDiff *diff; /* (owned): of the texts with their headlines before them */
  gsize older_head_bytes;
  gsize newer_head_bytes;
  GStrv states_added; /* (owned) */
  GStrv states_dropped; /* (owned) */
};

/* In a task's data. */
typedef struct
{
  ChanceryGazetteer *gazetteer; /* (owned) (nullable) */
  char *uid;
  guint newer_number;
  gboolean with_notes;
  ChanceryArticle *older; /* (owned) */
  ChanceryArticle *newer; /* (owned) */
  GPtrArray *notes; /* (owned) (nullable) */
} Loading;

G_DEFINE_FINAL_TYPE (ChanceryComparison, chancery_comparison, G_TYPE_OBJECT)

static void
chancery_comparison_finalize (GObject *object)
{
  ChanceryComparison *self = CHANCERY_COMPARISON (object);

  g_clear_object (&self->older);
  g_clear_object (&self->newer);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->diff, chancery_text_diff_unref);
  g_strfreev (self->states_added);
  g_strfreev (self->states_dropped);

  G_OBJECT_CLASS (chancery_comparison_parent_class)->finalize (object);
}

static void
chancery_comparison_class_init (ChanceryComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = chancery_comparison_finalize;
}

static void
chancery_comparison_init (ChanceryComparison *self)
{
}

static void
add_line (GString    *text,
          const char *line)
{
  if (line != NULL && *line != '\0')
    {
      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
}

/* What stands above an article's text changes like the text. */
static char *
dup_whole_text (ChanceryArticle *article,
                gsize           *head_bytes)
{
  GString *text = g_string_new (NULL);

  add_line (text, chancery_article_get_kicker (article));
  add_line (text, chancery_article_get_headline (article));
  add_line (text, chancery_article_get_standfirst (article));
  add_line (text, chancery_article_get_byline (article));
  *head_bytes = text->len;
  g_string_append (text, chancery_article_get_text (article));
  /* So that the last paragraph is no other one when it isn't the last any more. */
  g_string_append_c (text, '\n');

  return g_string_free_and_steal (text);
}

static ChanceryDate
get_date (ChanceryArticle *article)
{
  g_autoptr (GDateTime) now = NULL;

  if (chancery_date_is_set (chancery_article_get_published (article)))
    return chancery_article_get_published (article);

  now = g_date_time_new_now_local ();
  return chancery_date_from_g_date_time (now);
}

static GHashTable *
find_states (ChanceryGazetteer *gazetteer,
             ChanceryArticle   *article)
{
  GHashTable *states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GArray) mentions = NULL;
  gsize head_bytes;

  text = dup_whole_text (article, &head_bytes);
  mentions = chancery_gazetteer_find (gazetteer, text, chancery_article_get_lang (article), get_date (article), NULL);
  for (guint i = 0; mentions != NULL && i < mentions->len; i++)
    g_hash_table_add (states, g_strdup (g_array_index (mentions, ChanceryMention, i).iso));

  return states;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Those of the one that the other doesn't have. */
static GStrv
subtract (GHashTable *states,
          GHashTable *others)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  GHashTableIter iter;
  gpointer iso;

  g_hash_table_iter_init (&iter, states);
  while (g_hash_table_iter_next (&iter, &iso, NULL))
    if (!g_hash_table_contains (others, iso))
      g_ptr_array_add (left, g_strdup (iso));
  g_ptr_array_sort (left, compare_strings);

  return (GStrv) g_ptr_array_steal (left, NULL);
}

/**
 * chancery_comparison_new:
 * @older: a version of an article
 * @newer: another
 * @notes: (nullable) (element-type ChanceryNote): the article's notes, with their
 *   places in @newer
 * @gazetteer: (nullable): what finds states; %NULL to tell nothing of them
 *
 * Compares two versions. Takes as long as reading both; any thread.
 *
 * Returns: (transfer full): what differs
 */
ChanceryComparison *
chancery_comparison_new (ChanceryArticle   *older,
                         ChanceryArticle   *newer,
                         GPtrArray         *notes,
                         ChanceryGazetteer *gazetteer)
{
  ChanceryComparison *self;
  g_autofree char *older_text = NULL;
  g_autofree char *newer_text = NULL;

  g_return_val_if_fail (CHANCERY_IS_ARTICLE (older), NULL);
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (newer), NULL);

  self = g_object_new (CHANCERY_TYPE_COMPARISON, NULL);
  self->older = g_object_ref (older);
  self->newer = g_object_ref (newer);
  self->notes = notes != NULL ? g_ptr_array_ref (notes) : g_ptr_array_new_with_free_func (g_object_unref);
  older_text = dup_whole_text (older, &self->older_head_bytes);
  newer_text = dup_whole_text (newer, &self->newer_head_bytes);
  self->diff = chancery_text_diff_new (older_text, newer_text);

  if (gazetteer != NULL)
    {
      g_autoptr (GHashTable) before = find_states (gazetteer, older);
      g_autoptr (GHashTable) after = find_states (gazetteer, newer);

      self->states_added = subtract (after, before);
      self->states_dropped = subtract (before, after);
    }
  else
    {
      self->states_added = g_new0 (char *, 1);
      self->states_dropped = g_new0 (char *, 1);
    }

  return self;
}

static void
loading_free (Loading *loading)
{
  g_clear_object (&loading->gazetteer);
  g_free (loading->uid);
  g_clear_object (&loading->older);
  g_clear_object (&loading->newer);
  g_clear_pointer (&loading->notes, g_ptr_array_unref);
  g_free (loading);
}

static void
compare_thread (GTask        *in_thread,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Loading *loading = task_data;

  g_task_return_pointer (in_thread,
                         chancery_comparison_new (loading->older, loading->newer, loading->notes, loading->gazetteer),
                         g_object_unref);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_pointer (task, g_task_propagate_pointer (G_TASK (result), NULL), g_object_unref);
}

static void
compare (GTask *task)
{
  g_autoptr (GTask) in_thread = g_task_new (NULL, NULL, compared_cb, task);

  g_task_set_source_tag (in_thread, compare);
  g_task_set_task_data (in_thread, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (in_thread, compare_thread);
}

static void
notes_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  loading->notes = chancery_library_load_notes_finish (CHANCERY_LIBRARY (source), result, &error);
  if (loading->notes == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    compare (g_steal_pointer (&task));
}

static void
newer_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  loading->newer = chancery_library_load_revision_finish (CHANCERY_LIBRARY (source), result, &error);
  if (loading->newer == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (loading->with_notes)
    chancery_library_load_notes_async (CHANCERY_LIBRARY (source), &(ChanceryNoteFilter) { .article_uid = loading->uid },
                                       cancellable, notes_loaded_cb, g_steal_pointer (&task));
  else
    compare (g_steal_pointer (&task));
}

static void
older_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  loading->older = chancery_library_load_revision_finish (CHANCERY_LIBRARY (source), result, &error);
  if (loading->older == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    chancery_library_load_revision_async (CHANCERY_LIBRARY (source), loading->uid, loading->newer_number,
                                          cancellable, newer_loaded_cb, g_steal_pointer (&task));
}

/**
 * chancery_comparison_load_async:
 * @library: a library
 * @gazetteer: (nullable): what finds states
 * @uid: an article
 * @older: the number of one of its versions
 * @newer: the number of another
 * @with_notes: whether @newer is the present one, where the notes have their
 *   places
 * @cancellable: (nullable): a cancellable
 * @callback: called when both are compared
 * @user_data: data for @callback
 *
 * Reads and compares two versions of an article. On the main thread.
 */
void
chancery_comparison_load_async (ChanceryLibrary     *library,
                                ChanceryGazetteer   *gazetteer,
                                const char          *uid,
                                guint                older,
                                guint                newer,
                                gboolean             with_notes,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task;
  Loading *loading;

  g_return_if_fail (CHANCERY_IS_LIBRARY (library));
  g_return_if_fail (uid != NULL);

  task = g_task_new (library, cancellable, callback, user_data);
  loading = g_new0 (Loading, 1);
  loading->gazetteer = gazetteer != NULL ? g_object_ref (gazetteer) : NULL;
  loading->uid = g_strdup (uid);
  loading->newer_number = newer;
  loading->with_notes = with_notes;
  g_task_set_source_tag (task, chancery_comparison_load_async);
  g_task_set_task_data (task, loading, (GDestroyNotify) loading_free);
  chancery_library_load_revision_async (library, uid, older, cancellable, older_loaded_cb, task);
}

/**
 * chancery_comparison_load_finish:
 * @library: the library
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the comparison
 */
ChanceryComparison *
chancery_comparison_load_finish (ChanceryLibrary  *library,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * chancery_comparison_get_older:
 * @self: a comparison
 *
 * Returns: (transfer none): the version that was there before
 */
ChanceryArticle *
chancery_comparison_get_older (ChanceryComparison *self)
{
  g_return_val_if_fail (CHANCERY_IS_COMPARISON (self), NULL);

  return self->older;
}

/**
 * chancery_comparison_get_newer:
 * @self: a comparison
 *
 * Returns: (transfer none): the version that it is compared with
 */
ChanceryArticle *
chancery_comparison_get_newer (ChanceryComparison *self)
{
  g_return_val_if_fail (CHANCERY_IS_COMPARISON (self), NULL);

  return self->newer;
}

/**
 * chancery_comparison_get_diff:
 * @self: a comparison
 *
 * Returns: (transfer none): how the words differ: those above the text, a line
 *   each, then those of the text
 */
ChanceryTextDiff *
chancery_comparison_get_diff (ChanceryComparison *self)
{
  g_return_val_if_fail (CHANCERY_IS_COMPARISON (self), NULL);

  return self->diff;
}

/**
 * chancery_comparison_get_head_bytes:
 * @self: a comparison
 * @of_newer: of which version
 *
 * Returns: how many bytes of the texts that are compared stand above the article's
 *   own
 */
gsize
chancery_comparison_get_head_bytes (ChanceryComparison *self,
                                    gboolean            of_newer)
{
  g_return_val_if_fail (CHANCERY_IS_COMPARISON (self), 0);

  return of_newer ? self->newer_head_bytes : self->older_head_bytes;
}

/**
 * chancery_comparison_get_notes:
 * @self: a comparison
 *
 * Returns: (transfer none) (element-type ChanceryNote): the article's notes; none
 *   where their places aren't those of the newer version
 */
GPtrArray *
chancery_comparison_get_notes (ChanceryComparison *self)
{
  g_return_val_if_fail (CHANCERY_IS_COMPARISON (self), NULL);

  return self->notes;
}

static gsize
count_head_chars (ChanceryComparison *self,
                  gboolean            of_newer)
{
  return of_newer ? (gsize) g_utf8_strlen (chancery_text_diff_get_new_text (self->diff), (gssize) self->newer_head_bytes)
                  : (gsize) g_utf8_strlen (chancery_text_diff_get_old_text (self->diff), (gssize) self->older_head_bytes);
}

/**
 * chancery_comparison_find_note:
 * @self: a comparison
 * @note: one of its notes
 * @in_newer: (out): whether its passage is in the newer version, or only in the
 *   older one, where it lost its place
 * @start_chars: (out): where, in the text that is compared
 *
 * Returns: whether its passage is in either
 */
gboolean
chancery_comparison_find_note (ChanceryComparison *self,
                               ChanceryNote       *note,
                               gboolean           *in_newer,
                               gsize              *start_chars)
{
  const ChancerySelector *selector;

  g_return_val_if_fail (CHANCERY_IS_COMPARISON (self), FALSE);
  g_return_val_if_fail (CHANCERY_IS_NOTE (note), FALSE);

  selector = chancery_note_get_selector (note);
  if (selector == NULL || !selector->has_position)
    return FALSE;

  *in_newer = !chancery_note_get_orphan (note);
  if (!*in_newer)
    {
      const char *text = chancery_article_get_text (self->older);

      /* An orphan says where it was in the text that it was last in, which may be an even older one. */
      if (selector->exact == NULL || selector->start_chars > chancery_article_get_length_chars (self->older) ||
          !g_str_has_prefix (text + chancery_article_chars_to_bytes (self->older, selector->start_chars), selector->exact))
        return FALSE;
    }

  *start_chars = count_head_chars (self, *in_newer) + selector->start_chars;
  return TRUE;
}

/**
 * chancery_comparison_get_states_added:
 * @self: a comparison
 *
 * Returns: (transfer none) (array zero-terminated=1): the codes of the states that
 *   only the newer version mentions, sorted
 */
const char * const *
chancery_comparison_get_states_added (ChanceryComparison *self)
{
  g_return_val_if_fail (CHANCERY_IS_COMPARISON (self), NULL);

  return (const char * const *) self->states_added;
}

/**
 * chancery_comparison_get_states_dropped:
 * @self: a comparison
 *
 * Returns: (transfer none) (array zero-terminated=1): the codes of the states that
 *   only the older version mentions, sorted
 */
const char * const *
chancery_comparison_get_states_dropped (ChanceryComparison *self)
{
  g_return_val_if_fail (CHANCERY_IS_COMPARISON (self), NULL);

  return (const char * const *) self->states_dropped;
}
