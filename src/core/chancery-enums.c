/* chancery-enums.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-enums.h"

/**
 * chancery_enum_to_nick:
 * @type: the type of a registered enumeration
 * @value: one of its values
 *
 * Returns: the value's word in JSON, in the library and in the tool
 */
const char *
chancery_enum_to_nick (GType type,
                       int   value)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (type);
  const GEnumValue *entry = g_enum_get_value (G_ENUM_CLASS (class), value);

  g_return_val_if_fail (entry != NULL, NULL);
  return entry->value_nick;
}

/**
 * chancery_enum_from_nick:
 * @type: the type of a registered enumeration
 * @nick: (nullable): a word
 * @value: (out): where to return the value; untouched on failure
 *
 * Returns: whether @nick is one of the words of @type
 */
gboolean
chancery_enum_from_nick (GType       type,
                         const char *nick,
                         int        *value)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (type);
  const GEnumValue *entry = nick != NULL ? g_enum_get_value_by_nick (G_ENUM_CLASS (class), nick) : NULL;

  if (entry == NULL)
    return FALSE;

  *value = entry->value;
  return TRUE;
}
