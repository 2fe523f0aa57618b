/* chancery-json-cursor.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "chancery-date.h"

G_BEGIN_DECLS

/* What a content file may be at most: far above any real one, far below what would hurt. */
#define CHANCERY_JSON_MAX_BYTES (16u * 1024 * 1024)
#define CHANCERY_JSON_MAX_ELEMENTS 100000u

typedef struct _ChanceryJsonCursor ChanceryJsonCursor;

/*
 * ChanceryJsonCursor:
 *
 * A place in a JSON document that knows how it was reached, for strict reading:
 * each function checks the type of the node that it is about to read, and a
 * failure names the file and the path of the member. Lives on the stack; a
 * child must not outlive its parent.
 */
struct _ChanceryJsonCursor
{
  const ChanceryJsonCursor *parent; /* (nullable): for the root */
  const char *file_name;
  const char *member; /* (nullable): for an element of an array */
  guint index;
  JsonNode *node; /* (nullable): for an optional member that isn't there */
};

JsonParser *chancery_json_load               (GFile                     *file,
                                              GCancellable              *cancellable,
                                              ChanceryJsonCursor        *root,
                                              GError                   **error);

gboolean    chancery_json_cursor_fail        (const ChanceryJsonCursor  *self,
                                              GError                   **error,
                                              int                        code,
                                              const char                *format,
                                              ...) G_GNUC_PRINTF (4, 5);

gboolean    chancery_json_cursor_check_object (const ChanceryJsonCursor *self,
                                              const char * const        *members,
                                              GError                   **error);
gboolean    chancery_json_cursor_get_member  (const ChanceryJsonCursor  *self,
                                              const char                *member,
                                              ChanceryJsonCursor        *child,
                                              GError                   **error);
gboolean    chancery_json_cursor_get_optional (const ChanceryJsonCursor *self,
                                              const char                *member,
                                              ChanceryJsonCursor        *child);
gboolean    chancery_json_cursor_get_length  (const ChanceryJsonCursor  *self,
                                              guint                     *length,
                                              GError                   **error);
void        chancery_json_cursor_get_element (const ChanceryJsonCursor  *self,
                                              guint                      index,
                                              ChanceryJsonCursor        *child);
gboolean    chancery_json_cursor_is_string   (const ChanceryJsonCursor  *self);

gboolean    chancery_json_cursor_read_string (const ChanceryJsonCursor  *self,
                                              const char               **string,
                                              GError                   **error);
gboolean    chancery_json_cursor_read_double (const ChanceryJsonCursor  *self,
                                              double                     minimum,
                                              double                     maximum,
                                              double                    *number,
                                              GError                   **error);
gboolean    chancery_json_cursor_read_uint   (const ChanceryJsonCursor  *self,
                                              guint                      minimum,
                                              guint                      maximum,
                                              guint                     *number,
                                              GError                   **error);
gboolean    chancery_json_cursor_read_date   (const ChanceryJsonCursor  *self,
                                              ChanceryDate              *date,
                                              GError                   **error);
gboolean    chancery_json_cursor_read_word   (const ChanceryJsonCursor  *self,
                                              GType                      type,
                                              int                       *value,
                                              GError                   **error);

gboolean    chancery_json_cursor_get_choice  (const ChanceryJsonCursor  *self,
                                              const char                *member,
                                              const char * const        *words,
                                              guint                     *index,
                                              GError                   **error);
gboolean    chancery_json_cursor_get_string  (const ChanceryJsonCursor  *self,
                                              const char                *member,
                                              const char               **string,
                                              GError                   **error);
gboolean    chancery_json_cursor_get_optional_string (const ChanceryJsonCursor *self,
                                              const char                *member,
                                              const char               **string,
                                              GError                   **error);
gboolean    chancery_json_cursor_get_optional_date (const ChanceryJsonCursor *self,
                                              const char                *member,
                                              ChanceryDate              *date,
                                              GError                   **error);
gboolean    chancery_json_cursor_get_word    (const ChanceryJsonCursor  *self,
                                              const char                *member,
                                              GType                      type,
                                              int                       *value,
                                              GError                   **error);
gboolean    chancery_json_cursor_get_period  (const ChanceryJsonCursor  *self,
                                              ChanceryDate              *from,
                                              ChanceryDate              *to,
                                              GError                   **error);

G_END_DECLS
