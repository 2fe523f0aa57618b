/* chancery-text-decoder.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "chancery-import-error.h"

G_BEGIN_DECLS

char *chancery_text_decode (GBytes      *bytes,
                            gsize       *length_bytes,
                            const char **encoding,
                            GError     **error);

G_END_DECLS
