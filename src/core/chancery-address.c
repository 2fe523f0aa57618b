/* chancery-address.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-address.h"

#include <string.h>

/**
 * chancery_address_make_key:
 * @address: an address
 *
 * Returns: (transfer full): the same for addresses that name the same page: without the fragment, a slash at the end,
 *   and the difference between http and https
 */
char *
chancery_address_make_key (const char *address)
{
  const char *rest = g_str_has_prefix (address, "http://") ? address + 7 : g_str_has_prefix (address, "https://")
    ? address + 8 : address;
  gsize length = strcspn (rest, "#");

  while (length > 0 && rest[length - 1] == '/')
    length--;
  return g_strndup (rest, length);
}

/**
 * chancery_address_spellings:
 * @address: an address
 *
 * Returns: (transfer full) (array zero-terminated=1): five ways to write the address of that page, @address among them
 */
GStrv
chancery_address_spellings (const char *address)
{
  g_autofree char *key = chancery_address_make_key (address);
  g_autoptr (GStrvBuilder) spellings = g_strv_builder_new ();

  g_strv_builder_add (spellings, address);
  g_strv_builder_take (spellings, g_strconcat ("https://", key, NULL));
  g_strv_builder_take (spellings, g_strconcat ("https://", key, "/", NULL));
  g_strv_builder_take (spellings, g_strconcat ("http://", key, NULL));
  g_strv_builder_take (spellings, g_strconcat ("http://", key, "/", NULL));
  return g_strv_builder_end (spellings);
}
