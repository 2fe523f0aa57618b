/* chancery-library-colours.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-library-private.h"

/* What the reader calls the colours: read when the library is opened, and again
 * when somebody changed it. */

const char *
chancery_library_get_colour_name (ChanceryLibrary *self,
                                  ChanceryColour   colour)
{
  g_return_val_if_fail (CHANCERY_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (colour < CHANCERY_N_COLOURS, NULL);

  return self->colour_names != NULL && *self->colour_names[colour] != '\0' ? self->colour_names[colour] : NULL;
}

static void
run_list (ChanceryJob *job)
{
  job->result = chancery_store_list_colour_names (job->store, &job->error);
  job->result_free = (GDestroyNotify) g_strfreev;
}

static void
reply_list (ChanceryJob *job)
{
  chancery_library_follow (job);
  if (job->error == NULL)
    chancery_library_take_colour_names (CHANCERY_LIBRARY (job->library), g_steal_pointer (&job->result));
}

/* Reads the names anew. */
void
chancery_library_refresh_colour_names (ChanceryLibrary *self)
{
  chancery_library_push (self, chancery_library_new_job (self, run_list, reply_list));
}

static void
run_set (ChanceryJob *job)
{
  if (chancery_store_set_colour_name (job->store, (ChanceryColour) job->number, job->text, &job->error))
    run_list (job);
}

static void
reply_set (ChanceryJob *job)
{
  if (job->error == NULL)
    chancery_library_take_colour_names (CHANCERY_LIBRARY (job->library), g_steal_pointer (&job->result));
  chancery_library_return_success (job);
}

void
chancery_library_set_colour_name_async (ChanceryLibrary     *self,
                                        ChanceryColour       colour,
                                        const char          *name,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  ChanceryJob *job;

  g_return_if_fail (CHANCERY_IS_LIBRARY (self));
  g_return_if_fail (colour < CHANCERY_N_COLOURS);

  job = chancery_library_new_job (self, run_set, reply_set);
  job->writes = TRUE;
  job->number = (guint64) colour;
  job->text = g_strdup (name != NULL ? name : "");
  chancery_library_begin (self, job, cancellable, callback, user_data, chancery_library_set_colour_name_async);
}

gboolean
chancery_library_set_colour_name_finish (ChanceryLibrary  *self,
                                         GAsyncResult     *result,
                                         GError          **error)
{
  return chancery_library_end (self, result, error);
}
