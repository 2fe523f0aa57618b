/* chancery-text-cleaner.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean chancery_text_clean (GString *text,
                              GError **error);

G_END_DECLS
