/* big-library.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes a library of pseudo-words, the same each time, which is sound by
 * chancery-tool check. An existing file is replaced. */
void big_library_make (const char *path,
                       guint       n_articles,
                       guint       n_notes);

G_END_DECLS
