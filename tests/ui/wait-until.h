/* wait-until.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

static gboolean
stop_waiting_cb (gpointer user_data)
{
  g_assert_not_reached ();
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until a condition holds, and fails if that takes too long. */
#define WAIT_UNTIL(condition) \
  G_STMT_START \
  { \
    guint timeout_id = g_timeout_add_seconds (30, stop_waiting_cb, NULL); \
    while (!(condition)) \
      g_main_context_iteration (NULL, TRUE); \
    g_source_remove (timeout_id); \
  } \
  G_STMT_END
