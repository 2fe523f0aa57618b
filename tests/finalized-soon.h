/* finalized-soon.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

/* Like g_assert_finalize_object(), for the source of a GTask that ran in a thread: the thread holds it for a moment
 * after the answer has come. */
static inline void
assert_finalized_soon (gpointer object)
{
  gint64 end_us = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  GWeakRef weak;
  gpointer held;

  g_weak_ref_init (&weak, object);
  g_object_unref (object);
  while ((held = g_weak_ref_get (&weak)) != NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      g_object_unref (held);
      g_thread_yield ();
    }
  g_weak_ref_clear (&weak);
}
