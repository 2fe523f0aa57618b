/* chancery-term-file.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "chancery-catalogue.h"

G_BEGIN_DECLS

GBytes *chancery_term_file_compile (GFile             *file,
                                    ChanceryCatalogue *catalogue,
                                    gboolean           swap,
                                    GCancellable      *cancellable,
                                    GError           **error);

G_END_DECLS
