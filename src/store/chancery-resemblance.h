/* chancery-resemblance.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double     chancery_resemblance_measure  (const char *a,
                                          const char *b,
                                          double     *containment);
gboolean   chancery_resemblance_is_copy  (const char *a,
                                          const char *b,
                                          double     *resemblance);
GPtrArray *chancery_resemblance_get_probes (const char *text);

G_END_DECLS
