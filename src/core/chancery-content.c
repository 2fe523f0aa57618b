/* chancery-content.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-content.h"

#include "chancery-catalogue-private.h"
#include "chancery-content-resources.h"

/**
 * chancery_content_register:
 *
 * Registers the bundled content, so that %CHANCERY_CONTENT_RESOURCE can be
 * read. The loaders of this module do it themselves where they are given no
 * folder; whoever reads the resource otherwise calls this first. Idempotent;
 * may be called from any thread.
 */
void
chancery_content_register (void)
{
  static gsize registered = 0;

  if (g_once_init_enter (&registered))
    {
      chancery_content_register_resource ();
      g_once_init_leave (&registered, 1);
    }
}

/**
 * chancery_content_load_catalogue:
 * @folder: (nullable): where organisations.json, states.json and
 *   office-holders.json are, or %NULL for the bundled content
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Makes the catalogue. That of the bundled content was checked and compiled
 * by the build; the files of a folder are read and checked now.
 *
 * May be called from any thread.
 *
 * Returns: (transfer full): the catalogue, or %NULL with @error set, of
 *   %CHANCERY_CONTENT_ERROR for a mistake in a file or %G_IO_ERROR for a file
 *   that can't be read
 */
ChanceryCatalogue *
chancery_content_load_catalogue (GFile         *folder,
                                 GCancellable  *cancellable,
                                 GError       **error)
{
  g_autoptr (GVariant) variant = NULL;

  g_return_val_if_fail (folder == NULL || G_IS_FILE (folder), NULL);

  if (folder == NULL)
    {
      g_autoptr (GBytes) bytes = NULL;

      chancery_content_register ();
      /* Without a copy: the bytes are those of the program's file. */
      bytes = g_resources_lookup_data (CHANCERY_CONTENT_RESOURCE_PATH "/" CHANCERY_CATALOGUE_FILE,
                                       G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      if (bytes == NULL)
        return NULL;
      variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (CHANCERY_CATALOGUE_TYPE_STRING),
                                                              bytes, TRUE));
    }
  else
    {
      variant = chancery_catalogue_read_json (folder, cancellable, error);
      if (variant == NULL)
        return NULL;
    }

  return chancery_catalogue_new_for_variant (variant);
}
