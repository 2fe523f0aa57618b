/* chancery-wide-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  chancery_wide_text_has_mark        (const guchar *data,
                                              gsize         length_bytes);
GString  *chancery_wide_text_decode_marked   (const guchar *data,
                                              gsize         length_bytes,
                                              const char  **encoding,
                                              GError      **error);
GString  *chancery_wide_text_decode_unmarked (const guchar *data,
                                              gsize         length_bytes,
                                              const char  **encoding);

G_END_DECLS
