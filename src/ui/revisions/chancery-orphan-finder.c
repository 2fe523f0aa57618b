/* chancery-orphan-finder.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-orphan-finder.h"

#include <string.h>

#include "anchoring/chancery-anchoring.h"
#include "chancery-library-revisions.h"
#include "chancery-text-diff.h"

/* How much is shown around a place. */
#define CONTEXT_CHARS 90

/* What anchoring is less sure of than this isn't better than where the passage stood. */
#define LIKELY_SCORE 0.25

/* How far back to look for the text that a note was last in. */
#define MAX_OLDER 4

/* What stands in a passage's stead isn't much longer than it. */
#define MAX_GROWTH 4
#define MAX_MORE_BYTES ((gsize) 240)

/* What is known of one article. Any thread, once it is complete. */
typedef struct
{
  gatomicrefcount count;
  ChanceryArticle *article; /* (owned) */
  GPtrArray *older; /* (owned) (element-type ChanceryArticle): its older versions, the latest first */
} Texts;

struct _ChanceryOrphanFinder
{
  GObject parent_instance;

  ChanceryLibrary *library; /* (owned) */
  GHashTable *texts; /* (owned): article uid → Texts */
};

/* In a task's data. */
typedef struct
{
  ChanceryNote *note; /* (owned): a copy */
  Texts *texts; /* (owned) (nullable) */
  guint next; /* the number of the older version to read next; 0 for none */
} Search;

G_DEFINE_FINAL_TYPE (ChanceryOrphanFinder, chancery_orphan_finder, G_TYPE_OBJECT)

static Texts *
texts_new (void)
{
  Texts *texts = g_new0 (Texts, 1);

  g_atomic_ref_count_init (&texts->count);
  texts->older = g_ptr_array_new_with_free_func (g_object_unref);

  return texts;
}

static Texts *
texts_ref (Texts *texts)
{
  g_atomic_ref_count_inc (&texts->count);
  return texts;
}

static void
texts_unref (Texts *texts)
{
  if (!g_atomic_ref_count_dec (&texts->count))
    return;

  g_clear_object (&texts->article);
  g_ptr_array_unref (texts->older);
  g_free (texts);
}

static void
search_free (Search *search)
{
  g_object_unref (search->note);
  g_clear_pointer (&search->texts, texts_unref);
  g_free (search);
}

/**
 * chancery_orphan_place_free:
 * @self: (nullable): a place
 */
void
chancery_orphan_place_free (ChanceryOrphanPlace *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->selector, chancery_selector_free);
  g_free (self->before);
  g_free (self->passage);
  g_free (self->after);
  g_free (self->headline);
  g_free (self);
}

/* Where the passage stood */

static gboolean
is_in (ChanceryArticle        *article,
       const ChancerySelector *selector)
{
  return selector->has_position && selector->start_chars <= chancery_article_get_length_chars (article) &&
         g_str_has_prefix (chancery_article_get_text (article) +
                           chancery_article_chars_to_bytes (article, selector->start_chars), selector->exact);
}

/* The run that has a byte of the old text. */
static const ChanceryTextRun *
find_run (ChanceryTextDiff *diff,
          gsize             old_bytes)
{
  guint n_runs, low = 0, high;
  const ChanceryTextRun *runs = chancery_text_diff_get_runs (diff, &n_runs);

  high = n_runs;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (runs[middle].before.end_bytes <= old_bytes)
        low = middle + 1;
      else
        high = middle;
    }

  return low < n_runs ? &runs[low] : NULL;
}

/* What stands in the new text between what was kept before the passage and after it. */
static gboolean
find_replacement (ChanceryArticle        *article,
                  ChanceryArticle        *older,
                  const ChancerySelector *selector,
                  gsize                  *start_bytes,
                  gsize                  *end_bytes)
{
  const char *text = chancery_article_get_text (article);
  const gsize old_start = chancery_article_chars_to_bytes (older, selector->start_chars);
  const gsize old_end = old_start + strlen (selector->exact);
  g_autoptr (ChanceryTextDiff) diff = chancery_text_diff_new (chancery_article_get_text (older), text);
  const ChanceryTextRun *first = find_run (diff, old_start), *last = find_run (diff, old_end - 1), *end;
  guint n_runs;

  end = chancery_text_diff_get_runs (diff, &n_runs) + n_runs;
  if (first == NULL || last == NULL)
    return FALSE;

  *start_bytes = first->after.start_bytes;
  if (first->change == CHANCERY_TEXT_CHANGE_KEPT)
    *start_bytes += old_start - first->before.start_bytes;
  if (last->change == CHANCERY_TEXT_CHANGE_KEPT)
    *end_bytes = last->after.start_bytes + old_end - last->before.start_bytes;
  else
    for (*end_bytes = last->after.end_bytes; last + 1 < end && last[1].change == CHANCERY_TEXT_CHANGE_ADDED; last++)
      *end_bytes = last[1].after.end_bytes;

  while (*start_bytes < *end_bytes && g_unichar_isspace (g_utf8_get_char (text + *start_bytes)))
    *start_bytes = (gsize) (g_utf8_next_char (text + *start_bytes) - text);
  while (*end_bytes > *start_bytes && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (text + *end_bytes))))
    *end_bytes = (gsize) (g_utf8_prev_char (text + *end_bytes) - text);

  return *start_bytes < *end_bytes &&
         *end_bytes - *start_bytes <= MAX_GROWTH * (old_end - old_start) + MAX_MORE_BYTES &&
         memchr (text + *start_bytes, '\n', *end_bytes - *start_bytes) == NULL;
}

/* Words around a place, no farther than its paragraph. */

static char *
dup_before (const char *text,
            gsize       start_bytes)
{
  const char *start = text + start_bytes, *p = start;
  g_autofree char *words = NULL;

  for (guint i = 0; i < CONTEXT_CHARS && p > text && p[-1] != '\n'; i++)
    p = g_utf8_prev_char (p);
  /* No half words, where there are spaces between words. */
  if (p > text && p[-1] != '\n')
    for (const char *word = p; word < start; word = g_utf8_next_char (word))
      if (g_unichar_isspace (g_utf8_get_char (word)))
        {
          p = g_utf8_next_char (word);
          break;
        }
  words = g_strndup (p, (gsize) (start - p));

  return p > text && p[-1] != '\n' ? g_strconcat ("…", words, NULL) : g_steal_pointer (&words);
}

static char *
dup_after (const char *text,
           gsize       end_bytes)
{
  const char *end = text + end_bytes, *p = end;
  g_autofree char *words = NULL;

  for (guint i = 0; i < CONTEXT_CHARS && *p != '\0' && *p != '\n'; i++)
    p = g_utf8_next_char (p);
  if (*p != '\0' && *p != '\n')
    for (const char *word = p; word > end; word = g_utf8_prev_char (word))
      if (g_unichar_isspace (g_utf8_get_char (word)))
        {
          p = word;
          break;
        }
  words = g_strndup (end, (gsize) (p - end));

  return *p != '\0' && *p != '\n' ? g_strconcat (words, "…", NULL) : g_steal_pointer (&words);
}

/**
 * chancery_orphan_place_find:
 * @article: an article as it is now
 * @older: (element-type ChanceryArticle): its older versions, the latest first
 * @note: a note on a passage that it had once
 *
 * Looks for the place where the note belongs most likely: for words like those of
 * its passage; else for what stands now where the passage stood. Any thread.
 *
 * Returns: (transfer full): the place; without a selector if there is none
 */
ChanceryOrphanPlace *
chancery_orphan_place_find (ChanceryArticle *article,
                            GPtrArray       *older,
                            ChanceryNote    *note)
{
  ChanceryOrphanPlace *place = g_new0 (ChanceryOrphanPlace, 1);
  const ChancerySelector *selector = chancery_note_get_selector (note);
  const char *text = chancery_article_get_text (article);
  ChanceryAnchor anchor = { 0 };
  gsize start_bytes, end_bytes;

  place->headline = g_strdup (chancery_article_get_headline (article));
  if (selector == NULL)
    return place;

  chancery_anchor_quote (text, selector, &anchor);
  start_bytes = anchor.start_bytes;
  end_bytes = anchor.end_bytes;
  place->score = anchor.score;

  if (anchor.score < LIKELY_SCORE && selector->exact != NULL && *selector->exact != '\0')
    for (guint i = 0; i < older->len; i++)
      {
        ChanceryArticle *former = g_ptr_array_index (older, i);
        gsize start, end;

        if (!is_in (former, selector))
          continue;
        if (find_replacement (article, former, selector, &start, &end))
          {
            start_bytes = start;
            end_bytes = end;
            place->is_replacement = TRUE;
          }
        break;
      }

  if (start_bytes < end_bytes)
    {
      place->selector = chancery_selector_new_for_span (text, start_bytes, end_bytes);
      place->before = dup_before (text, start_bytes);
      place->passage = g_strndup (text + start_bytes, end_bytes - start_bytes);
      place->after = dup_after (text, end_bytes);
    }

  return place;
}

/* The finder */

static void
chancery_orphan_finder_finalize (GObject *object)
{
  ChanceryOrphanFinder *self = CHANCERY_ORPHAN_FINDER (object);

  g_clear_object (&self->library);
  g_hash_table_unref (self->texts);

  G_OBJECT_CLASS (chancery_orphan_finder_parent_class)->finalize (object);
}

static void
chancery_orphan_finder_class_init (ChanceryOrphanFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = chancery_orphan_finder_finalize;
}

static void
chancery_orphan_finder_init (ChanceryOrphanFinder *self)
{
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) texts_unref);
}

/**
 * chancery_orphan_finder_new:
 * @library: where the articles are
 *
 * Returns: (transfer full): what finds places in them
 */
ChanceryOrphanFinder *
chancery_orphan_finder_new (ChanceryLibrary *library)
{
  ChanceryOrphanFinder *self = g_object_new (CHANCERY_TYPE_ORPHAN_FINDER, NULL);

  self->library = g_object_ref (library);
  return self;
}

/**
 * chancery_orphan_finder_forget:
 * @self: a finder
 *
 * Reads the texts anew next time: they may have changed.
 */
void
chancery_orphan_finder_forget (ChanceryOrphanFinder *self)
{
  g_return_if_fail (CHANCERY_IS_ORPHAN_FINDER (self));

  g_hash_table_remove_all (self->texts);
}

static void
find_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Search *search = task_data;

  g_task_return_pointer (task, chancery_orphan_place_find (search->texts->article, search->texts->older, search->note),
                         (GDestroyNotify) chancery_orphan_place_free);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_pointer (task, g_task_propagate_pointer (G_TASK (result), NULL),
                         (GDestroyNotify) chancery_orphan_place_free);
}

/* The thread's task has no finder, which must not end in that thread. */
static void
find_in_texts (GTask *task)
{
  g_autoptr (GTask) in_thread = g_task_new (NULL, NULL, found_cb, task);

  g_task_set_source_tag (in_thread, find_in_texts);
  g_task_set_task_data (in_thread, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (in_thread, find_thread);
}

static void load_next (GTask *task);

static void
older_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GTask *task = user_data;
  Search *search = g_task_get_task_data (task);
  g_autoptr (ChanceryArticle) older = chancery_library_load_revision_finish (CHANCERY_LIBRARY (source), result, NULL);

  /* Without it there is a suggestion less, and no more. */
  if (older != NULL)
    g_ptr_array_add (search->texts->older, g_steal_pointer (&older));
  load_next (task);
}

static void
load_next (GTask *task)
{
  ChanceryOrphanFinder *self = g_task_get_source_object (task);
  Search *search = g_task_get_task_data (task);
  const char *uid = chancery_note_get_article_uid (search->note);

  if (search->next == 0 || search->texts->older->len >= MAX_OLDER)
    {
      g_hash_table_replace (self->texts, g_strdup (uid), texts_ref (search->texts));
      find_in_texts (task);
      return;
    }

  chancery_library_load_revision_async (self->library, uid, search->next--, g_task_get_cancellable (task),
                                        older_loaded_cb, task);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  Search *search = g_task_get_task_data (task);
  g_autoptr (GPtrArray) revisions = chancery_library_list_revisions_finish (CHANCERY_LIBRARY (source), result, NULL);

  search->next = revisions != NULL && revisions->len > 0 ? revisions->len - 1 : 0;
  load_next (task);
}

static void
article_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Search *search = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  search->texts = texts_new ();
  search->texts->article = chancery_library_load_article_finish (CHANCERY_LIBRARY (source), result, &error);
  if (search->texts->article == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    chancery_library_list_revisions_async (CHANCERY_LIBRARY (source), chancery_note_get_article_uid (search->note),
                                           cancellable, listed_cb, g_steal_pointer (&task));
}

/**
 * chancery_orphan_finder_find_async:
 * @self: a finder
 * @note: a note on an article
 * @cancellable: (nullable): a cancellable
 * @callback: called when its likeliest place is known
 * @user_data: data for @callback
 *
 * Looks for the likeliest place of a note in its article. On the main thread.
 */
void
chancery_orphan_finder_find_async (ChanceryOrphanFinder *self,
                                   ChanceryNote         *note,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  GTask *task;
  Search *search;
  Texts *texts;

  g_return_if_fail (CHANCERY_IS_ORPHAN_FINDER (self));
  g_return_if_fail (CHANCERY_IS_NOTE (note));
  g_return_if_fail (chancery_note_get_article_uid (note) != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  search = g_new0 (Search, 1);
  search->note = chancery_note_copy (note);
  g_task_set_source_tag (task, chancery_orphan_finder_find_async);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);

  texts = g_hash_table_lookup (self->texts, chancery_note_get_article_uid (note));
  if (texts != NULL)
    {
      search->texts = texts_ref (texts);
      find_in_texts (task);
    }
  else
    chancery_library_load_article_async (self->library, chancery_note_get_article_uid (note), cancellable,
                                         article_loaded_cb, task);
}

/**
 * chancery_orphan_finder_find_finish:
 * @self: the finder
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the place
 */
ChanceryOrphanPlace *
chancery_orphan_finder_find_finish (ChanceryOrphanFinder  *self,
                                    GAsyncResult          *result,
                                    GError               **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
