/* chancery-geometry.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-geometry.h"

#include "chancery-content.h"
#include "chancery-geometry-private.h"

struct _ChanceryGeometry
{
  GObject parent_instance;

  GVariant *variant;
  ChanceryOutline *outlines;
  gsize n_outlines;
  ChanceryRing *rings;
};

G_DEFINE_FINAL_TYPE (ChanceryGeometry, chancery_geometry, G_TYPE_OBJECT)

static void
chancery_geometry_finalize (GObject *object)
{
  ChanceryGeometry *self = CHANCERY_GEOMETRY (object);

  g_free (self->rings);
  g_free (self->outlines);
  g_clear_pointer (&self->variant, g_variant_unref);

  G_OBJECT_CLASS (chancery_geometry_parent_class)->finalize (object);
}

static void
chancery_geometry_class_init (ChanceryGeometryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = chancery_geometry_finalize;
}

static void
chancery_geometry_init (ChanceryGeometry *self)
{
}

static gsize
count_rings (GVariant *variant)
{
  gsize n_rings = 0;

  for (gsize i = 0; i < g_variant_n_children (variant); i++)
    {
      g_autoptr (GVariant) outline = g_variant_get_child_value (variant, i);
      g_autoptr (GVariant) rings = g_variant_get_child_value (outline, CHANCERY_GEOMETRY_RINGS);

      n_rings += g_variant_n_children (rings);
    }

  return n_rings;
}

static gboolean
read_outline (GVariant        *variant,
              ChanceryOutline *outline,
              ChanceryRing    *rings)
{
  g_autoptr (GVariant) ring_variants = NULL;
  const char *code, *remark;
  gint16 longitude, latitude;

  g_variant_get (variant, "(&s&snn@aan)", &code, &remark, &longitude, &latitude, &ring_variants);
  if (g_strlcpy (outline->code, code, sizeof outline->code) >= sizeof outline->code)
    return FALSE;

  outline->disputed = *remark != '\0';
  outline->remark = outline->disputed ? remark : NULL;
  outline->label_longitude = longitude * CHANCERY_GEOMETRY_UNIT;
  outline->label_latitude = latitude * CHANCERY_GEOMETRY_UNIT;
  outline->rings = rings;
  outline->n_rings = g_variant_n_children (ring_variants);

  for (gsize i = 0; i < outline->n_rings; i++)
    {
      g_autoptr (GVariant) ring = g_variant_get_child_value (ring_variants, i);
      gsize n_numbers;

      /* Points into the data of the whole, which lives as long as the object. */
      rings[i].points = g_variant_get_fixed_array (ring, &n_numbers, sizeof (gint16));
      rings[i].n_points = n_numbers / 2;
      if (n_numbers < 6 || n_numbers % 2 != 0)
        return FALSE;
    }

  return TRUE;
}

/*
 * chancery_geometry_new_for_variant:
 * @variant: of %CHANCERY_GEOMETRY_TYPE_STRING; its points are not copied
 *
 * Any thread may call it.
 *
 * Returns: (transfer full): the outlines, or %NULL with @error set
 */
ChanceryGeometry *
chancery_geometry_new_for_variant (GVariant  *variant,
                                   GError   **error)
{
  g_autoptr (ChanceryGeometry) self = g_object_new (CHANCERY_TYPE_GEOMETRY, NULL);
  gsize n_rings = 0;

  self->variant = g_variant_ref_sink (variant);
  if (!g_variant_is_normal_form (variant))
    {
      g_set_error_literal (error, CHANCERY_CONTENT_ERROR, CHANCERY_CONTENT_ERROR_SYNTAX,
                           "The outlines of the map are damaged: install Chancery again");
      return NULL;
    }

  self->n_outlines = g_variant_n_children (self->variant);
  self->outlines = g_new0 (ChanceryOutline, self->n_outlines);
  self->rings = g_new0 (ChanceryRing, count_rings (self->variant));

  for (gsize i = 0; i < self->n_outlines; i++)
    {
      g_autoptr (GVariant) outline = g_variant_get_child_value (self->variant, i);

      if (!read_outline (outline, &self->outlines[i], &self->rings[n_rings]))
        {
          g_set_error (error, CHANCERY_CONTENT_ERROR, CHANCERY_CONTENT_ERROR_VALUE,
                       "Outline %" G_GSIZE_FORMAT " of the map is damaged: install Chancery again", i);
          return NULL;
        }
      n_rings += self->outlines[i].n_rings;
    }

  return g_steal_pointer (&self);
}

/**
 * chancery_geometry_load:
 * @scale: which of the bundled scales
 * @error: return location for an error
 *
 * Reads what the program was built with. The points are not copied, so that
 * this is quick and costs little memory. Any thread may call it.
 *
 * Returns: (transfer full): the outlines, or %NULL with @error set
 */
ChanceryGeometry *
chancery_geometry_load (ChanceryGeometryScale   scale,
                        GError                **error)
{
  const char *path = scale == CHANCERY_GEOMETRY_110M ? CHANCERY_CONTENT_RESOURCE_PATH "/geometry-110m.gvariant"
                                                     : CHANCERY_CONTENT_RESOURCE_PATH "/geometry-50m.gvariant";
  g_autoptr (GBytes) bytes = NULL;

  chancery_content_register ();
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;

  return chancery_geometry_new_for_variant (g_variant_new_from_bytes (G_VARIANT_TYPE (CHANCERY_GEOMETRY_TYPE_STRING),
                                                                      bytes, TRUE), error);
}

/**
 * chancery_geometry_get_outlines:
 * @self: outlines
 * @n_outlines: (out): how many there are
 *
 * Returns: (array length=n_outlines) (transfer none): the outlines, as long as
 *   @self lives
 */
const ChanceryOutline *
chancery_geometry_get_outlines (ChanceryGeometry *self,
                                gsize            *n_outlines)
{
  g_return_val_if_fail (CHANCERY_IS_GEOMETRY (self), NULL);
  g_return_val_if_fail (n_outlines != NULL, NULL);

  *n_outlines = self->n_outlines;
  return self->outlines;
}
