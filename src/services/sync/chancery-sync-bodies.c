/* chancery-sync-bodies.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-sync-facts.h"
#include "chancery-sync-value.h"

/* Texts that were written on two machines that didn't know of each other */

/**
 * chancery_sync_get_conflict_tag:
 *
 * Returns: the tag that notes with two texts have until somebody makes one of them
 */
const char *
chancery_sync_get_conflict_tag (void)
{
  /* Translators: a tag, as short as one, for notes that were changed on two computers at the same time. */
  return C_("tag", "conflict");
}

/* One text that is in another says nothing more. */
static gboolean
is_contained (GPtrArray *texts,
              guint      position)
{
  const char *text = g_ptr_array_index (texts, position);

  for (guint i = 0; i < texts->len; i++)
    {
      const char *other = g_ptr_array_index (texts, i);

      if (i != position && strstr (other, text) != NULL && (strcmp (other, text) != 0 || i < position))
        return TRUE;
    }
  return FALSE;
}

/**
 * chancery_sync_join_bodies:
 * @entries: (nullable) (element-type ChancerySyncEntry): what was written
 * @conflict: (out): whether there is more than one text
 *
 * Returns: (transfer full) (nullable): all texts, one below the other
 */
char *
chancery_sync_join_bodies (GPtrArray *entries,
                           gboolean  *conflict)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  GString *body = NULL;

  *conflict = FALSE;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      g_autofree char *text = chancery_sync_value_dup_string (((ChancerySyncEntry *) g_ptr_array_index (entries, i))->value);

      if (text != NULL && *text != '\0')
        g_ptr_array_add (texts, g_steal_pointer (&text));
    }

  for (guint i = 0; i < texts->len; i++)
    {
      if (is_contained (texts, i))
        continue;
      if (body == NULL)
        {
          body = g_string_new (g_ptr_array_index (texts, i));
          continue;
        }
      *conflict = TRUE;
      /* Translators: stands in a note between two texts that were written at the same time on two computers. */
      g_string_append_printf (body, "\n\n— %s —\n\n", _("Written at the same time on another computer:"));
      g_string_append (body, g_ptr_array_index (texts, i));
    }
  return body != NULL ? g_string_free_and_steal (body) : NULL;
}
