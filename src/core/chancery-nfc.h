/* chancery-nfc.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *chancery_nfc (const char *text,
                    gsize       length_bytes,
                    gsize      *result_bytes);

G_END_DECLS
