/* chancery-library-links.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-library-links.h"

#include "chancery-library-private.h"
#include "chancery-store-private.h"

static void
run_load_links (ChanceryJob *job)
{
  g_autoptr (GHashTable) links =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) chancery_link_ends_free);

  if (!chancery_store_begin_read (job->store, &job->error))
    return;

  for (gsize i = 0; job->words[i] != NULL && job->error == NULL; i++)
    {
      ChanceryLinkEnds *ends = chancery_store_load_links (job->store, job->words[i], job->flag, &job->error);

      if (ends != NULL)
        g_hash_table_insert (links, g_strdup (job->words[i]), ends);
    }
  chancery_store_end_read (job->store);

  if (job->error == NULL)
    {
      job->result = g_steal_pointer (&links);
      job->result_free = (GDestroyNotify) g_hash_table_unref;
    }
}

void
chancery_library_load_links_async (ChanceryLibrary      *self,
                                   const char * const   *uids,
                                   gboolean              of_articles,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (uids != NULL);

  job = chancery_library_new_job (self, run_load_links, chancery_library_return);
  job->words = g_strdupv ((char **) uids);
  job->flag = of_articles;
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_load_links_async);
}

GHashTable *
chancery_library_load_links_finish (ChanceryLibrary  *self,
                                    GAsyncResult     *result,
                                    GError          **error)
{
  return chancery_library_end_with (self, result, error);
}

static void
run_search_articles (ChanceryJob *job)
{
  if (!chancery_store_begin_read (job->store, &job->error))
    return;

  job->result = chancery_store_search_items (job->store, job->text, job->count, &job->error);
  job->result_free = (GDestroyNotify) g_ptr_array_unref;
  chancery_store_end_read (job->store);
}

void
chancery_library_search_articles_async (ChanceryLibrary      *self,
                                        const char           *words,
                                        guint                 n_max,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (words != NULL);

  job = chancery_library_new_job (self, run_search_articles, chancery_library_return);
  job->text = g_strdup (words);
  job->count = n_max;
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_search_articles_async);
}

GPtrArray *
chancery_library_search_articles_finish (ChanceryLibrary  *self,
                                         GAsyncResult     *result,
                                         GError          **error)
{
  return chancery_library_end_with (self, result, error);
}
