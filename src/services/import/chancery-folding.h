/* chancery-folding.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gunichar    chancery_fold        (gunichar    c);
const char *chancery_match_folded (const char *text,
                                   const char *folded,
                                   gsize       folded_bytes);

G_END_DECLS
