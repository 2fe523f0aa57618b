/* chancery-year-guess.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/chancery-date-scanner.h"

G_BEGIN_DECLS

guint chancery_year_guess (const ChanceryScannedDate *day,
                           const char                *text,
                           gsize                      length_bytes,
                           ChanceryDate               modified,
                           ChanceryDate               today);

G_END_DECLS
