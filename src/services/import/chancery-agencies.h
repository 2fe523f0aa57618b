/* chancery-agencies.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *chancery_agencies_match     (const char *text);
const char *chancery_agencies_match_han (const char *text);
gboolean    chancery_agencies_is_known  (const char *name,
                                         gsize       name_bytes);
gboolean    chancery_dateline_cities_has (const char *name,
                                         gsize       name_bytes);

G_END_DECLS
