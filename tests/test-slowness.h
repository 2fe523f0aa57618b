/* test-slowness.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* How many times slower than usual everything is, as under a sanitizer or in Valgrind. What tries thousands of cases
 * tries every so many-th of them then. */
static inline guint
test_get_slowness (void)
{
  const char *slowness = g_getenv ("CHANCERY_TEST_SLOWNESS");

  return slowness != NULL ? (guint) CLAMP (g_ascii_strtoull (slowness, NULL, 10), 1, 100) : 1;
}
