/* chancery-json-cursor.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-json-cursor.h"

#include <math.h>
#include <string.h>

#include "chancery-content.h"
#include "chancery-enums.h"

G_DEFINE_QUARK (chancery-content-error-quark, chancery_content_error)

/* The messages below are for whoever edits the files, so they are not translated. */

static void
append_path (const ChanceryJsonCursor *self,
             GString                  *path)
{
  if (self->parent == NULL)
    return;

  append_path (self->parent, path);
  if (self->member == NULL)
    g_string_append_printf (path, "[%u]", self->index);
  else if (path->len == 0)
    g_string_append (path, self->member);
  else
    g_string_append_printf (path, ".%s", self->member);
}

/*
 * chancery_json_cursor_fail:
 * @self: where the mistake is
 * @code: a #ChanceryContentError
 * @format: what the mistake is, in printf() notation
 *
 * Returns: %FALSE, so that a reader can return it at once
 */
gboolean
chancery_json_cursor_fail (const ChanceryJsonCursor  *self,
                           GError                   **error,
                           int                        code,
                           const char                *format,
                           ...)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  append_path (self, path);
  if (path->len > 0)
    g_set_error (error, CHANCERY_CONTENT_ERROR, code, "%s: %s: %s", self->file_name, path->str, what);
  else
    g_set_error (error, CHANCERY_CONTENT_ERROR, code, "%s: %s", self->file_name, what);
  return FALSE;
}

static const char *
describe (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return "an object";
    case JSON_NODE_ARRAY:
      return "an array";
    case JSON_NODE_NULL:
      return "null";
    case JSON_NODE_VALUE:
    default:
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        return "a string";
      if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        return "a boolean";
      return "a number";
    }
}

static gboolean
fail_type (const ChanceryJsonCursor  *self,
           const char                *wanted,
           GError                   **error)
{
  return chancery_json_cursor_fail (self, error, CHANCERY_CONTENT_ERROR_TYPE, "is %s, but should be %s",
                                    describe (self->node), wanted);
}

/*
 * chancery_json_load:
 * @file: the file
 * @root: (out): a cursor at its root, which lives as long as the parser and
 *   borrows @file's name from it
 *
 * Returns: (transfer full): what holds the document, or %NULL with @error set
 */
JsonParser *
chancery_json_load (GFile               *file,
                    GCancellable        *cancellable,
                    ChanceryJsonCursor  *root,
                    GError             **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) parse_error = NULL;
  const char *data;
  gsize size;

  g_object_set_data_full (G_OBJECT (parser), "chancery-file-name", g_strdup (name), g_free);
  *root = (ChanceryJsonCursor) { .file_name = g_object_get_data (G_OBJECT (parser), "chancery-file-name") };

  bytes = g_file_load_bytes (file, cancellable, NULL, error);
  if (bytes == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  data = g_bytes_get_data (bytes, &size);
  if (size > CHANCERY_JSON_MAX_BYTES)
    {
      chancery_json_cursor_fail (root, error, CHANCERY_CONTENT_ERROR_VALUE,
                                 "the file is larger than %u bytes", CHANCERY_JSON_MAX_BYTES);
      return NULL;
    }
  if (!g_utf8_validate_len (data, size, NULL))
    {
      chancery_json_cursor_fail (root, error, CHANCERY_CONTENT_ERROR_SYNTAX, "the file is not UTF-8");
      return NULL;
    }

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, data, (gssize) size, &parse_error))
    {
      /* json-glib's message names the line and the column, and may cut a character in two. */
      g_autofree char *message = g_utf8_make_valid (parse_error->message, -1);

      chancery_json_cursor_fail (root, error, CHANCERY_CONTENT_ERROR_SYNTAX, "%s", message);
      return NULL;
    }

  root->node = json_parser_get_root (parser);
  if (root->node == NULL)
    {
      chancery_json_cursor_fail (root, error, CHANCERY_CONTENT_ERROR_SYNTAX, "the file is empty");
      return NULL;
    }
  return g_steal_pointer (&parser);
}

/*
 * chancery_json_cursor_check_object:
 * @members: (array zero-terminated=1): the members that it may have
 *
 * Returns: whether the node is an object that has no other members
 */
gboolean
chancery_json_cursor_check_object (const ChanceryJsonCursor  *self,
                                   const char * const        *members,
                                   GError                   **error)
{
  JsonObjectIter iter;
  const char *member;

  if (!JSON_NODE_HOLDS_OBJECT (self->node))
    return fail_type (self, "an object", error);

  json_object_iter_init_ordered (&iter, json_node_get_object (self->node));
  while (json_object_iter_next_ordered (&iter, &member, NULL))
    if (!g_strv_contains (members, member))
      return chancery_json_cursor_fail (self, error, CHANCERY_CONTENT_ERROR_VALUE, "“%s” is not a known member", member);
  return TRUE;
}

/*
 * chancery_json_cursor_get_optional:
 * @self: a cursor at an object
 * @child: (out): a cursor at the member
 *
 * Returns: whether the member is there and isn't null
 */
gboolean
chancery_json_cursor_get_optional (const ChanceryJsonCursor *self,
                                   const char               *member,
                                   ChanceryJsonCursor       *child)
{
  *child = (ChanceryJsonCursor) {
    .parent = self,
    .file_name = self->file_name,
    .member = member,
    .node = json_object_get_member (json_node_get_object (self->node), member),
  };
  return child->node != NULL && !JSON_NODE_HOLDS_NULL (child->node);
}

gboolean
chancery_json_cursor_get_member (const ChanceryJsonCursor  *self,
                                 const char                *member,
                                 ChanceryJsonCursor        *child,
                                 GError                   **error)
{
  if (!chancery_json_cursor_get_optional (self, member, child) && child->node == NULL)
    return chancery_json_cursor_fail (child, error, CHANCERY_CONTENT_ERROR_MISSING, "is missing");
  return TRUE;
}

gboolean
chancery_json_cursor_get_length (const ChanceryJsonCursor  *self,
                                 guint                     *length,
                                 GError                   **error)
{
  if (!JSON_NODE_HOLDS_ARRAY (self->node))
    return fail_type (self, "an array", error);

  *length = json_array_get_length (json_node_get_array (self->node));
  if (*length > CHANCERY_JSON_MAX_ELEMENTS)
    return chancery_json_cursor_fail (self, error, CHANCERY_CONTENT_ERROR_VALUE,
                                      "has more than %u elements", CHANCERY_JSON_MAX_ELEMENTS);
  return TRUE;
}

/*
 * chancery_json_cursor_get_element:
 * @self: a cursor at an array
 * @index: less than its length
 */
void
chancery_json_cursor_get_element (const ChanceryJsonCursor *self,
                                  guint                     index,
                                  ChanceryJsonCursor       *child)
{
  *child = (ChanceryJsonCursor) {
    .parent = self,
    .file_name = self->file_name,
    .index = index,
    .node = json_array_get_element (json_node_get_array (self->node), index),
  };
}

gboolean
chancery_json_cursor_is_string (const ChanceryJsonCursor *self)
{
  return JSON_NODE_HOLDS_VALUE (self->node) && json_node_get_value_type (self->node) == G_TYPE_STRING;
}

/*
 * chancery_json_cursor_read_string:
 * @string: (out) (transfer none): a string that isn't empty and has no space at
 *   its ends
 */
gboolean
chancery_json_cursor_read_string (const ChanceryJsonCursor  *self,
                                  const char               **string,
                                  GError                   **error)
{
  const char *value;

  if (!chancery_json_cursor_is_string (self))
    return fail_type (self, "a string", error);

  value = json_node_get_string (self->node);
  if (*value == '\0')
    return chancery_json_cursor_fail (self, error, CHANCERY_CONTENT_ERROR_VALUE, "is empty");
  if (g_ascii_isspace (*value) || g_ascii_isspace (value[strlen (value) - 1]))
    return chancery_json_cursor_fail (self, error, CHANCERY_CONTENT_ERROR_VALUE, "“%s” begins or ends with a space", value);

  *string = value;
  return TRUE;
}

static gboolean
is_number (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) &&
         (json_node_get_value_type (node) == G_TYPE_INT64 || json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

gboolean
chancery_json_cursor_read_double (const ChanceryJsonCursor  *self,
                                  double                     minimum,
                                  double                     maximum,
                                  double                    *number,
                                  GError                   **error)
{
  if (!is_number (self->node))
    return fail_type (self, "a number", error);

  *number = json_node_get_double (self->node);
  if (!isfinite (*number) || *number < minimum || *number > maximum)
    return chancery_json_cursor_fail (self, error, CHANCERY_CONTENT_ERROR_VALUE,
                                      "%g is not between %g and %g", *number, minimum, maximum);
  return TRUE;
}

gboolean
chancery_json_cursor_read_uint (const ChanceryJsonCursor  *self,
                                guint                      minimum,
                                guint                      maximum,
                                guint                     *number,
                                GError                   **error)
{
  gint64 value;

  if (!is_number (self->node) || json_node_get_value_type (self->node) != G_TYPE_INT64)
    return fail_type (self, "a whole number", error);

  value = json_node_get_int (self->node);
  if (value < minimum || value > maximum)
    return chancery_json_cursor_fail (self, error, CHANCERY_CONTENT_ERROR_VALUE,
                                      "%" G_GINT64_FORMAT " is not between %u and %u", value, minimum, maximum);
  *number = (guint) value;
  return TRUE;
}

gboolean
chancery_json_cursor_read_date (const ChanceryJsonCursor  *self,
                                ChanceryDate              *date,
                                GError                   **error)
{
  const char *text;

  if (!chancery_json_cursor_read_string (self, &text, error))
    return FALSE;
  if (!chancery_date_parse (text, date))
    return chancery_json_cursor_fail (self, error, CHANCERY_CONTENT_ERROR_VALUE,
                                      "“%s” is not a date (YYYY, YYYY-MM or YYYY-MM-DD)", text);
  return TRUE;
}

/*
 * chancery_json_cursor_read_word:
 * @type: the type of an enumeration
 * @value: (out): which of its nicks the string is
 */
gboolean
chancery_json_cursor_read_word (const ChanceryJsonCursor  *self,
                                GType                      type,
                                int                       *value,
                                GError                   **error)
{
  const char *text;

  if (!chancery_json_cursor_read_string (self, &text, error))
    return FALSE;
  if (!chancery_enum_from_nick (type, text, value))
    return chancery_json_cursor_fail (self, error, CHANCERY_CONTENT_ERROR_VALUE, "“%s” is not a word that goes here", text);
  return TRUE;
}

gboolean
chancery_json_cursor_get_string (const ChanceryJsonCursor  *self,
                                 const char                *member,
                                 const char               **string,
                                 GError                   **error)
{
  ChanceryJsonCursor child;

  return chancery_json_cursor_get_member (self, member, &child, error) &&
         chancery_json_cursor_read_string (&child, string, error);
}

/*
 * chancery_json_cursor_get_optional_string:
 * @string: (out) (nullable): the string, or %NULL if the member isn't there
 */
gboolean
chancery_json_cursor_get_optional_string (const ChanceryJsonCursor  *self,
                                          const char                *member,
                                          const char               **string,
                                          GError                   **error)
{
  ChanceryJsonCursor child;

  *string = NULL;
  return !chancery_json_cursor_get_optional (self, member, &child) ||
         chancery_json_cursor_read_string (&child, string, error);
}

/*
 * chancery_json_cursor_get_optional_date:
 * @date: (out): the date, or %CHANCERY_DATE_NONE if the member isn't there
 */
gboolean
chancery_json_cursor_get_optional_date (const ChanceryJsonCursor  *self,
                                        const char                *member,
                                        ChanceryDate              *date,
                                        GError                   **error)
{
  ChanceryJsonCursor child;

  *date = CHANCERY_DATE_NONE;
  return !chancery_json_cursor_get_optional (self, member, &child) ||
         chancery_json_cursor_read_date (&child, date, error);
}

gboolean
chancery_json_cursor_get_word (const ChanceryJsonCursor  *self,
                               const char                *member,
                               GType                      type,
                               int                       *value,
                               GError                   **error)
{
  ChanceryJsonCursor child;

  return chancery_json_cursor_get_member (self, member, &child, error) &&
         chancery_json_cursor_read_word (&child, type, value, error);
}

/*
 * chancery_json_cursor_get_choice:
 * @words: (array zero-terminated=1): what the string may be
 * @index: (out): which of @words it is
 */
gboolean
chancery_json_cursor_get_choice (const ChanceryJsonCursor  *self,
                                 const char                *member,
                                 const char * const        *words,
                                 guint                     *index,
                                 GError                   **error)
{
  ChanceryJsonCursor child;
  const char *text;

  if (!chancery_json_cursor_get_member (self, member, &child, error) ||
      !chancery_json_cursor_read_string (&child, &text, error))
    return FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], text) == 0)
      {
        *index = i;
        return TRUE;
      }
  return chancery_json_cursor_fail (&child, error, CHANCERY_CONTENT_ERROR_VALUE, "“%s” is not a word that goes here", text);
}

/*
 * chancery_json_cursor_get_period:
 *
 * Reads the members "from" and "to", either of which may be absent or null.
 */
gboolean
chancery_json_cursor_get_period (const ChanceryJsonCursor  *self,
                                 ChanceryDate              *from,
                                 ChanceryDate              *to,
                                 GError                   **error)
{
  ChanceryJsonCursor child;

  if (!chancery_json_cursor_get_optional_date (self, "from", from, error) ||
      !chancery_json_cursor_get_optional_date (self, "to", to, error))
    return FALSE;

  if (chancery_date_is_set (*from) && chancery_date_is_set (*to) &&
      chancery_date_compare (chancery_date_first_day (*from), chancery_date_last_day (*to)) > 0)
    {
      g_autofree char *from_text = chancery_date_to_string (*from);
      g_autofree char *to_text = chancery_date_to_string (*to);

      chancery_json_cursor_get_optional (self, "from", &child);
      return chancery_json_cursor_fail (&child, error, CHANCERY_CONTENT_ERROR_VALUE,
                                        "%s is after the end, %s", from_text, to_text);
    }
  return TRUE;
}
