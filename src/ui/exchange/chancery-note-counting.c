/* chancery-note-counting.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-counting.h"

#include <glib/gi18n.h>

#include "chancery-library-visit.h"

typedef struct
{
  GCancellable *cancellable; /* (owned) (nullable) */
  gboolean due_only;

  char *article_uid; /* (owned) (nullable): of the note before */
  guint n_notes;
  guint n_articles;
} Count;

static void
count_free (gpointer data)
{
  Count *count = data;

  g_clear_object (&count->cancellable);
  g_free (count->article_uid);
  g_free (count);
}

/* Those on one article come one after the other. In the thread of the visit. */
static gboolean
count_note (ChanceryArticle  *article,
            ChanceryNote     *note,
            gpointer          user_data,
            GError          **error)
{
  Count *count = user_data;
  const char *uid = chancery_note_get_article_uid (note);

  if (g_cancellable_set_error_if_cancelled (count->cancellable, error))
    return FALSE;
  if (count->due_only && !chancery_date_is_set (chancery_note_get_due (note)))
    return TRUE;

  count->n_notes++;
  if (uid != NULL && g_set_str (&count->article_uid, uid))
    count->n_articles++;
  return TRUE;
}

static void
visited_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (chancery_library_visit_finish (CHANCERY_LIBRARY (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * chancery_note_counting_count_async:
 * @library: a library
 * @filter: (nullable): which notes
 * @uids: (nullable) (array zero-terminated=1): the notes themselves, in place of @filter
 * @due_only: whether only those that are due some day count
 *
 * Counts notes and the articles that they are on.
 */
void
chancery_note_counting_count_async (ChanceryLibrary          *library,
                                    const ChanceryNoteFilter *filter,
                                    const char * const       *uids,
                                    gboolean                  due_only,
                                    GCancellable             *cancellable,
                                    GAsyncReadyCallback       callback,
                                    gpointer                  user_data)
{
  static const ChanceryVisitor visitor = { .note = count_note };
  GTask *task = g_task_new (library, cancellable, callback, user_data);
  Count *count = g_new0 (Count, 1);

  g_task_set_source_tag (task, chancery_note_counting_count_async);
  g_task_set_task_data (task, count, count_free);
  count->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  count->due_only = due_only;
  chancery_library_visit_async (library, filter, uids, &visitor, count, cancellable, visited_cb, task);
}

/**
 * chancery_note_counting_count_finish:
 * @n_notes: (out): how many notes there are
 * @n_articles: (out): how many articles they are on
 *
 * Returns: whether they could be counted
 */
gboolean
chancery_note_counting_count_finish (ChanceryLibrary  *library,
                                     GAsyncResult     *result,
                                     guint            *n_notes,
                                     guint            *n_articles,
                                     GError          **error)
{
  const Count *count = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_task_is_valid (result, library), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *n_notes = count->n_notes;
  *n_articles = count->n_articles;
  return TRUE;
}

/**
 * chancery_note_counting_describe:
 * @format: what will be written
 *
 * Returns: (transfer full): how much that is, in words
 */
char *
chancery_note_counting_describe (const ChanceryExportFormat *format,
                                 guint                       n_notes,
                                 guint                       n_articles)
{
  g_autofree char *notes = g_strdup_printf (ngettext ("%'u note", "%'u notes", n_notes), n_notes);
  g_autofree char *articles = g_strdup_printf (ngettext ("%'u article", "%'u articles", n_articles), n_articles);

  if (format->scope == CHANCERY_EXPORT_CITATIONS)
    return g_steal_pointer (&articles);
  if (format->scope == CHANCERY_EXPORT_DUE || n_articles == 0)
    return g_steal_pointer (&notes);
  /* Translators: how much will be exported, as in “12 notes · 3 articles” */
  return g_strdup_printf (C_("count", "%1$s · %2$s"), notes, articles);
}
