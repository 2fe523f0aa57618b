/* chancery-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize    chancery_text_chars_before  (const char *text,
                                      gsize       offset_bytes);
gsize    chancery_text_bytes_before  (const char *text,
                                      gsize       offset_chars);
gboolean chancery_text_is_right_to_left (const char *text);
char    *chancery_text_fold          (const char *text);

G_END_DECLS
