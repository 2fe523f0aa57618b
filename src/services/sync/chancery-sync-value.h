/* chancery-sync-value.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The values of a record: JSON without white space. What they should be and aren't is taken for nothing. Values may
 * be %NULL. */

char      *chancery_sync_value_from_string        (const char *string);
char      *chancery_sync_value_dup_string         (const char *value);
gboolean   chancery_sync_value_get_number         (const char *value,
                                                   gint64     *number);
gboolean   chancery_sync_value_get_enum           (const char *value,
                                                   GType       type,
                                                   int        *number);
gboolean   chancery_sync_value_is_object          (const char *value);

char      *chancery_sync_value_dup_raw_member     (const char *value,
                                                   const char *member);
char      *chancery_sync_value_dup_member         (const char *value,
                                                   const char *member);
gboolean   chancery_sync_value_get_member_number  (const char *value,
                                                   const char *member,
                                                   gint64     *number);
gboolean   chancery_sync_value_has_true_member    (const char *value,
                                                   const char *member);
GPtrArray *chancery_sync_value_read_blocks        (const char *value);
void       chancery_sync_value_read_members       (const char *value,
                                                   GHashTable *members);

void       chancery_sync_value_append_string      (GString    *json,
                                                   const char *member,
                                                   const char *string);
void       chancery_sync_value_append_number      (GString    *json,
                                                   const char *member,
                                                   gint64      number);
void       chancery_sync_value_append_raw         (GString    *json,
                                                   const char *member,
                                                   const char *value);

G_END_DECLS
