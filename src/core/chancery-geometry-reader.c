/* chancery-geometry-reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-geometry-private.h"

#include <math.h>

#include "chancery-content.h"
#include "chancery-geometry.h"
#include "chancery-json-cursor.h"

/* In units. A ring may go on beyond the antimeridian. */
#define MAX_LONGITUDE 20000
#define MAX_LATITUDE 9000

static gboolean
read_unit (const ChanceryJsonCursor  *cursor,
           int                        limit,
           int                       *number,
           GError                   **error)
{
  double value;

  if (!chancery_json_cursor_read_double (cursor, -limit, limit, &value, error))
    return FALSE;
  if (value != floor (value))
    return chancery_json_cursor_fail (cursor, error, CHANCERY_CONTENT_ERROR_VALUE, "%g is not a whole number", value);

  *number = (int) value;
  return TRUE;
}

static gboolean
check_code (const ChanceryJsonCursor  *cursor,
            GError                   **error)
{
  const char *code = json_node_get_string (cursor->node);

  if (*code == '\0' || (g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]) && code[2] == '\0'))
    return TRUE;
  return chancery_json_cursor_fail (cursor, error, CHANCERY_CONTENT_ERROR_VALUE, "“%s” is not a code of two letters", code);
}

/* Reads a ring of differences; adds it to @rings as an array of longitudes and latitudes. */
static gboolean
compile_ring (const ChanceryJsonCursor  *cursor,
              GVariantBuilder           *rings,
              GError                   **error)
{
  g_autoptr (GArray) numbers = NULL;
  int place[2] = { 0, 0 };
  guint length;

  if (!chancery_json_cursor_get_length (cursor, &length, error))
    return FALSE;
  if (length < 6 || length % 2 != 0)
    return chancery_json_cursor_fail (cursor, error, CHANCERY_CONTENT_ERROR_VALUE,
                                      "has %u numbers, but a ring has three points or more, of two numbers each", length);

  numbers = g_array_sized_new (FALSE, FALSE, sizeof (gint16), length);
  for (guint i = 0; i < length; i++)
    {
      const int limit = i % 2 == 0 ? MAX_LONGITUDE : MAX_LATITUDE;
      ChanceryJsonCursor element;
      gint16 number;
      int difference = 0;

      chancery_json_cursor_get_element (cursor, i, &element);
      if (!read_unit (&element, 2 * MAX_LONGITUDE, &difference, error))
        return FALSE;

      place[i % 2] += difference;
      if (ABS (place[i % 2]) > limit)
        return chancery_json_cursor_fail (&element, error, CHANCERY_CONTENT_ERROR_VALUE,
                                          "leads to %d, which is no place on the Earth", place[i % 2]);
      number = (gint16) place[i % 2];
      g_array_append_val (numbers, number);
    }

  g_variant_builder_add_value (rings, g_variant_new_fixed_array (G_VARIANT_TYPE_INT16, numbers->data, numbers->len,
                                                                 sizeof (gint16)));
  return TRUE;
}

static gboolean
compile_outline (const ChanceryJsonCursor  *cursor,
                 GVariantBuilder           *outlines,
                 GError                   **error)
{
  static const char *const members[] = { "code", "label", "disputed", "remark", "rings", NULL };
  g_auto (GVariantBuilder) rings = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aan"));
  ChanceryJsonCursor code, label, coordinate, disputed, ring_array;
  const char *remark = NULL;
  int place[2];
  guint length;

  if (!chancery_json_cursor_check_object (cursor, members, error) ||
      !chancery_json_cursor_get_member (cursor, "code", &code, error) ||
      !chancery_json_cursor_get_member (cursor, "label", &label, error) ||
      !chancery_json_cursor_get_member (cursor, "rings", &ring_array, error) ||
      !chancery_json_cursor_get_optional_string (cursor, "remark", &remark, error))
    return FALSE;

  if (!chancery_json_cursor_is_string (&code))
    return chancery_json_cursor_fail (&code, error, CHANCERY_CONTENT_ERROR_TYPE, "should be a string");
  if (!check_code (&code, error))
    return FALSE;

  if (!chancery_json_cursor_get_length (&label, &length, error))
    return FALSE;
  if (length != 2)
    return chancery_json_cursor_fail (&label, error, CHANCERY_CONTENT_ERROR_VALUE,
                                      "has %u numbers, but should have a longitude and a latitude", length);
  for (guint i = 0; i < 2; i++)
    {
      chancery_json_cursor_get_element (&label, i, &coordinate);
      if (!read_unit (&coordinate, i == 0 ? MAX_LONGITUDE : MAX_LATITUDE, &place[i], error))
        return FALSE;
    }

  if (chancery_json_cursor_get_optional (cursor, "disputed", &disputed) != (remark != NULL))
    return chancery_json_cursor_fail (cursor, error, CHANCERY_CONTENT_ERROR_VALUE,
                                      "should have both “disputed” and “remark”, or neither");
  if (*json_node_get_string (code.node) == '\0' && remark == NULL)
    return chancery_json_cursor_fail (&code, error, CHANCERY_CONTENT_ERROR_VALUE,
                                      "is empty, which only a disputed area may have");

  if (!chancery_json_cursor_get_length (&ring_array, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++)
    {
      ChanceryJsonCursor ring;

      chancery_json_cursor_get_element (&ring_array, i, &ring);
      if (!compile_ring (&ring, &rings, error))
        return FALSE;
    }

  g_variant_builder_add (outlines, "(ssnnaan)", json_node_get_string (code.node), remark != NULL ? remark : "",
                         (gint16) place[0], (gint16) place[1], &rings);
  return TRUE;
}

/*
 * chancery_geometry_read_json:
 * @file: a geometry file, as data/scripts/make-geometry.py writes it
 * @cancellable: (nullable): cancels the reading
 *
 * Checks a geometry file and brings it into the form that the program reads
 * without parsing. The build does so for the bundled files.
 *
 * Returns: (transfer full): the outlines as %CHANCERY_GEOMETRY_TYPE_STRING, or
 *   %NULL with @error set
 */
GVariant *
chancery_geometry_read_json (GFile         *file,
                             GCancellable  *cancellable,
                             GError       **error)
{
  static const char *const members[] = { "schemaVersion", "title", "source", "address", "licence", "asOf", "remark",
                                         "unit", "outlines", NULL };
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (CHANCERY_GEOMETRY_TYPE_STRING));
  g_autoptr (JsonParser) parser = NULL;
  ChanceryJsonCursor root, version, unit, outlines;
  guint length, number;
  double value;

  parser = chancery_json_load (file, cancellable, &root, error);
  if (parser == NULL ||
      !chancery_json_cursor_check_object (&root, members, error) ||
      !chancery_json_cursor_get_member (&root, "schemaVersion", &version, error) ||
      !chancery_json_cursor_read_uint (&version, 1, 1, &number, error) ||
      !chancery_json_cursor_get_member (&root, "unit", &unit, error) ||
      !chancery_json_cursor_read_double (&unit, CHANCERY_GEOMETRY_UNIT, CHANCERY_GEOMETRY_UNIT, &value, error) ||
      !chancery_json_cursor_get_member (&root, "outlines", &outlines, error) ||
      !chancery_json_cursor_get_length (&outlines, &length, error))
    return NULL;

  for (guint i = 0; i < length; i++)
    {
      ChanceryJsonCursor outline;

      chancery_json_cursor_get_element (&outlines, i, &outline);
      if (!compile_outline (&outline, &builder, error))
        return NULL;
    }

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}
