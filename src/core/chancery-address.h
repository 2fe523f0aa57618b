/* chancery-address.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The addresses of pages. Pure; any thread. */

char *chancery_address_make_key  (const char *address);
GStrv chancery_address_spellings (const char *address);

G_END_DECLS
