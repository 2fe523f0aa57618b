/* list-mirror.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ListMirror:
 *
 * Follows a list by its items-changed alone, and so notices when one of them
 * says something else than what happened. Keeps the changes as words, “+” and
 * “-” with position and number, as in "-3 +0" or "+5*2".
 */
typedef struct
{
  GListModel *list;
  GPtrArray *items;
  GString *changes;
  gulong handler;
} ListMirror;

ListMirror *list_mirror_new         (GListModel *list);
void        list_mirror_free        (ListMirror *self);
void        list_mirror_assert_same (ListMirror *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ListMirror, list_mirror_free)

/* Asserts what was said since the last time. */
#define list_mirror_assert_changes(self, expected) \
  G_STMT_START { \
    g_assert_cmpstr ((self)->changes->str, ==, expected); \
    g_string_truncate ((self)->changes, 0); \
  } G_STMT_END

G_END_DECLS
