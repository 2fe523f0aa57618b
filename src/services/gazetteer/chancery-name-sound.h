/* chancery-name-sound.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint32 chancery_name_get_sound (const char *name,
                                 gsize       length_bytes);

G_END_DECLS
