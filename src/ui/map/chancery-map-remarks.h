/* chancery-map-remarks.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char         *chancery_map_remark_translate  (const char *remark);
const char * const *chancery_map_remarks           (void);
const char         *chancery_map_get_border_policy (void);

G_END_DECLS
