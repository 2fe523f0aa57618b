/* chancery-store-error.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-error.h"

G_DEFINE_QUARK (chancery-store-error-quark, chancery_store_error)
