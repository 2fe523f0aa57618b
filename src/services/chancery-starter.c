/* chancery-starter.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-starter.h"

#include "anchoring/chancery-anchoring.h"
#include "chancery-content.h"

/* The bundled articles and notes go the way of all others: each article is imported, each note is anchored
 * in its article by quotation and put. */

typedef struct
{
  /* Inputs */
  GPtrArray *articles; /* (owned) (element-type ChanceryArticle) */
  GPtrArray *notes; /* (owned) (element-type ChanceryNote) */

  /* In progress */
  guint n_articles_added;
  guint n_notes_added;
} AddData;

static void
add_data_free (gpointer data)
{
  AddData *add = data;

  g_clear_pointer (&add->articles, g_ptr_array_unref);
  g_clear_pointer (&add->notes, g_ptr_array_unref);
  g_free (add);
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  AddData *add = g_new0 (AddData, 1);
  g_autoptr (GError) error = NULL;

  add->articles = chancery_content_load_articles (NULL, cancellable, &error);
  if (add->articles != NULL)
    add->notes = chancery_content_load_notes (NULL, cancellable, &error);
  if (add->notes != NULL)
    {
      g_task_return_pointer (task, add, add_data_free);
      return;
    }

  add_data_free (add);
  g_task_return_error (task, g_steal_pointer (&error));
}

static ChanceryArticle *
find_article (AddData    *add,
              const char *uid)
{
  for (guint i = 0; i < add->articles->len; i++)
    {
      ChanceryArticle *article = g_ptr_array_index (add->articles, i);

      if (g_strcmp0 (chancery_article_get_uid (article), uid) == 0)
        return article;
    }

  return NULL;
}

/* A note of the content has a quotation only; its place is found in the article's text. */
static ChanceryNote *
anchor (AddData      *add,
        ChanceryNote *note)
{
  ChanceryArticle *article = find_article (add, chancery_note_get_article_uid (note));
  g_autoptr (ChancerySelector) selector = NULL;
  ChanceryNoteFields fields;
  ChanceryAnchor found;

  chancery_note_get_fields (note, &fields);
  if (article == NULL || fields.selector == NULL)
    return g_object_ref (note);

  if (chancery_anchor_quote (chancery_article_get_text (article), fields.selector, &found))
    {
      selector = chancery_selector_new_for_span (chancery_article_get_text (article), found.start_bytes,
                                                 found.end_bytes);
      fields.selector = selector;
    }
  else
    fields.orphan = TRUE;

  return chancery_note_new (&fields);
}

static void add_next (GTask *task);

static void
note_added_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!chancery_library_put_note_finish (CHANCERY_LIBRARY (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    add_next (g_steal_pointer (&task));
}

static void
article_added_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = chancery_library_import_article_finish (CHANCERY_LIBRARY (source), result, NULL, &error);

  if (uid == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    add_next (g_steal_pointer (&task));
}

static void
add_next (GTask *task)
{
  AddData *add = g_task_get_task_data (task);
  ChanceryLibrary *library = g_task_get_source_object (task);

  if (add->n_articles_added < add->articles->len)
    {
      ChanceryArticle *article = g_ptr_array_index (add->articles, add->n_articles_added++);

      chancery_library_import_article_async (library, article, g_task_get_cancellable (task), article_added_cb, task);
    }
  else if (add->n_notes_added < add->notes->len)
    {
      g_autoptr (ChanceryNote) note = anchor (add, g_ptr_array_index (add->notes, add->n_notes_added++));

      chancery_library_put_note_async (library, note, g_task_get_cancellable (task), note_added_cb, task);
    }
  else
    {
      ChanceryArticle *first = add->articles->len > 0 ? g_ptr_array_index (add->articles, 0) : NULL;

      g_task_return_pointer (task, g_strdup (first != NULL ? chancery_article_get_uid (first) : ""), g_free);
      g_object_unref (task);
    }
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  AddData *add = g_task_propagate_pointer (G_TASK (result), &error);

  if (add == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_task_set_task_data (task, add, add_data_free);
  add_next (g_steal_pointer (&task));
}

/**
 * chancery_starter_add_async:
 * @library: a library, a new one usually
 * @cancellable: (nullable): a cancellable
 *
 * Adds the bundled articles and the notes on them, so that the first start shows
 * a working room.
 */
void
chancery_starter_add_async (ChanceryLibrary     *library,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = g_task_new (library, cancellable, callback, user_data);
  g_autoptr (GTask) load = NULL;

  g_return_if_fail (CHANCERY_IS_LIBRARY (library));

  g_task_set_source_tag (task, chancery_starter_add_async);
  load = g_task_new (library, cancellable, loaded_cb, task);
  g_task_set_source_tag (load, chancery_starter_add_async);
  g_task_run_in_thread (load, load_thread);
}

/**
 * chancery_starter_add_finish:
 *
 * Returns: (transfer full): the uid of the article to begin with, or an empty
 *   string if there is none; %NULL on error
 */
char *
chancery_starter_add_finish (ChanceryLibrary  *library,
                             GAsyncResult     *result,
                             GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
