/* chancery-import-error.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-import-error.h"

G_DEFINE_QUARK (chancery-import-error-quark, chancery_import_error)
