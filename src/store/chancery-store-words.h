/* chancery-store-words.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lists of words (tags, codes of states) as the library keeps them: a JSON
 * array of strings. Any thread. */

char     *chancery_words_to_json    (const char * const *words);
GStrv     chancery_words_from_json  (const char         *json);
gboolean  chancery_words_contain    (const char         *json,
                                     const char         *word);

G_END_DECLS
