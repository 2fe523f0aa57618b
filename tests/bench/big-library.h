/* big-library.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library.h"

G_BEGIN_DECLS

/* Makes a library of pseudo-words, the same each time, which is sound by
 * chancery-tool check. An existing file is replaced. */
void big_library_make (const char *path,
                       guint       n_articles,
                       guint       n_notes);

/* What benchmarks do with a library: each operation is waited for, and what fails ends the program. */
void             big_library_result_cb (GObject       *object,
                                        GAsyncResult  *result,
                                        gpointer       user_data);
GAsyncResult    *big_library_wait      (GAsyncResult **result);
ChanceryLibrary *big_library_open      (const char    *path);
void             big_library_close     (ChanceryLibrary *library);

G_END_DECLS
