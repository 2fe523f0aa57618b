/* chancery-bounded-read.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "chancery-import-error.h"

G_BEGIN_DECLS

GBytes *chancery_bounded_read_stream (GInputStream  *stream,
                                      GCancellable  *cancellable,
                                      GError       **error);
GBytes *chancery_bounded_read_file   (GFile         *file,
                                      GDateTime    **modified,
                                      GCancellable  *cancellable,
                                      GError       **error);

G_END_DECLS
