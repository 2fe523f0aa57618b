/* chancery-map-looks.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "chancery-enums.h"

G_BEGIN_DECLS

/**
 * ChanceryMapLooks:
 * @status: a #ChanceryMembershipStatus for each code of two letters
 * @selected: whether it is, likewise
 *
 * What the states look like, by [func@map_looks_index].
 */
typedef struct
{
  guint8 status[26 * 26];
  guint8 selected[26 * 26];
} ChanceryMapLooks;

static inline gboolean
chancery_map_looks_has (const char *code)
{
  return code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z';
}

static inline guint
chancery_map_looks_index (const char *code)
{
  return (guint) (code[0] - 'A') * 26 + (guint) (code[1] - 'A');
}

G_END_DECLS
