/* chancery-language.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *chancery_language_detect (const char *text,
                                      gsize       length_bytes);

G_END_DECLS
