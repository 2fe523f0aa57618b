/* chancery-store-colours.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-private.h"

/**
 * chancery_store_list_colour_names:
 * @self: a store
 * @error: return location
 *
 * Returns: (transfer full): what the reader calls the colours, by their numbers;
 *   the empty string for those without a name
 */
GStrv
chancery_store_list_colour_names (ChanceryStore  *self,
                                  GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_LIST_COLOUR_NAMES, error);
  g_auto (GStrv) names = g_new0 (char *, CHANCERY_N_COLOURS + 1);

  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < CHANCERY_N_COLOURS; i++)
    names[i] = g_strdup ("");
  while (TRUE)
    {
      gboolean row;
      int colour;

      if (!chancery_sqlite_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&names);
      if (chancery_enum_from_nick (CHANCERY_TYPE_COLOUR, chancery_sqlite_statement_get_text (statement, 0), &colour))
        g_set_str (&names[colour], chancery_sqlite_statement_get_text (statement, 1));
    }
}

/* Names a colour; in a transaction. */
gboolean
chancery_store_write_colour_name (ChanceryStore   *self,
                                  ChanceryColour   colour,
                                  const char      *name,
                                  GError         **error)
{
  ChancerySqliteStatement *statement =
    chancery_store_statement (self, *name != '\0' ? CHANCERY_STATEMENT_SET_COLOUR_NAME
                              : CHANCERY_STATEMENT_CLEAR_COLOUR_NAME, error);

  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_text (statement, 1, chancery_enum_to_nick (CHANCERY_TYPE_COLOUR, (int) colour));
  if (*name != '\0')
    chancery_sqlite_statement_bind_text (statement, 2, name);
  return chancery_sqlite_statement_run (statement, error);
}

/**
 * chancery_store_set_colour_name:
 * @self: a store
 * @colour: a colour
 * @name: what the reader calls it; the empty string for nothing
 * @error: return location
 *
 * Returns: whether it is on the disk
 */
gboolean
chancery_store_set_colour_name (ChanceryStore   *self,
                                ChanceryColour   colour,
                                const char      *name,
                                GError         **error)
{
  return chancery_store_begin_write (self, error) &&
         chancery_store_end_write (self, chancery_store_write_colour_name (self, colour, name, error), error);
}
