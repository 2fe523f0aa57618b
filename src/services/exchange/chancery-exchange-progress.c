/* chancery-exchange-progress.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-exchange-progress.h"

/* A smaller step than this is not worth being told. */
#define STEP 0.01

typedef struct
{
  ChanceryExchangeProgressFunc func;
  gpointer user_data;
  double fraction;
} Telling;

void
chancery_exchange_progress_init (ChanceryExchangeProgress     *self,
                                 ChanceryExchangeProgressFunc  func,
                                 gpointer                      user_data)
{
  *self = (ChanceryExchangeProgress) {
    .func = func,
    .user_data = user_data,
    .context = g_main_context_ref_thread_default (),
  };
}

void
chancery_exchange_progress_clear (ChanceryExchangeProgress *self)
{
  g_clear_pointer (&self->context, g_main_context_unref);
}

static gboolean
tell_cb (gpointer user_data)
{
  Telling *telling = user_data;

  telling->func (telling->fraction, telling->user_data);
  return G_SOURCE_REMOVE;
}

/**
 * chancery_exchange_progress_tell:
 *
 * Tells of it, if it is a step further. The source is of the priority of a task's reply, so that it comes before it.
 */
void
chancery_exchange_progress_tell (ChanceryExchangeProgress *self,
                                 double                    fraction)
{
  g_autoptr (GSource) source = NULL;
  Telling *telling;

  if (self->func == NULL || fraction < self->told + STEP)
    return;

  self->told = fraction;
  telling = g_new (Telling, 1);
  *telling = (Telling) { self->func, self->user_data, MIN (fraction, 1) };
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, telling, g_free);
  g_source_set_static_name (source, "[chancery] progress");
  g_source_attach (source, self->context);
}
