/* chancery-term-people.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-term-people.h"

#include <string.h>

#include "chancery-name-sound.h"

static gunichar
fold_initial (const char *name)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  g_unichar_fully_decompose (g_utf8_get_char (name), FALSE, parts, G_N_ELEMENTS (parts));
  return g_unichar_tolower (parts[0]);
}

/* Hyphens in names come and go: “Sassou-Nguesso”, “Sassou Nguesso”. */
static void
add_name (ChanceryTermCompiler    *compiler,
          const char              *name,
          const ChanceryTermEntry *entry)
{
  chancery_term_compiler_add (compiler, name, entry);
  if (strchr (name, '-') != NULL)
    {
      g_autofree char *spaced = g_strdelimit (g_strdup (name), "-", ' ');

      chancery_term_compiler_add (compiler, spaced, entry);
    }
}

static void
add_short_name (ChanceryTermCompiler    *compiler,
                const char              *name,
                const char              *surname,
                const ChanceryTermEntry *entry)
{
  const char *first_end = strchr (name, ' ');
  g_autofree char *short_name = NULL;

  /* “Recep Tayyip Erdoğan” is also “Recep Erdoğan”; “Lula da Silva” is no such name. */
  if (first_end == NULL || !g_str_has_suffix (name, surname) || strlen (surname) + 1 >= strlen (name))
    return;
  short_name = g_strdup_printf ("%.*s %s", (int) (first_end - name), name, surname);
  if (strcmp (short_name, name) != 0)
    add_name (compiler, short_name, entry);
}

/**
 * chancery_term_people_add:
 * @compiler: an index being filled
 * @iso: the state
 * @person: a number that all names of the person share
 * @holder: who holds an office of it
 *
 * Adds the names of an office holder, which are written the same in all
 * languages that use the script.
 */
void
chancery_term_people_add (ChanceryTermCompiler       *compiler,
                          const char                 *iso,
                          guint                       person,
                          const ChanceryOfficeHolder *holder)
{
  ChanceryTermEntry entry = { 0 };
  guint8 end = holder->end_unknown ? CHANCERY_TERM_END_UNKNOWN : 0;

  /* The co-princes of Andorra are better known for something else. */
  if (holder->title != NULL && g_ascii_strcasecmp (holder->title, "Co-prince") == 0)
    return;

  g_strlcpy (entry.iso, iso, sizeof entry.iso);
  entry.kind = CHANCERY_MENTION_KIND_LEADER;
  entry.office = (guint8) holder->office;
  entry.person = person;
  entry.initial = fold_initial (holder->name);
  entry.sound = chancery_name_get_sound (holder->name, strlen (holder->name));
  entry.from = holder->from;
  entry.to = holder->to;

  /* A name of one word (“Francis”) says no more than a surname does. */
  entry.flags = end | (strchr (holder->name, ' ') != NULL ? CHANCERY_TERM_FULL_NAME : CHANCERY_TERM_SURNAME);
  add_name (compiler, holder->name, &entry);
  if (holder->surname != NULL && holder->surname[0] != '\0' && strcmp (holder->surname, holder->name) != 0)
    {
      entry.flags = end | CHANCERY_TERM_FULL_NAME;
      add_short_name (compiler, holder->name, holder->surname, &entry);
      entry.flags = end | CHANCERY_TERM_SURNAME;
      add_name (compiler, holder->surname, &entry);
    }
  for (guint i = 0; holder->spellings != NULL && holder->spellings[i] != NULL; i++)
    {
      entry.flags = end | CHANCERY_TERM_SURNAME;
      add_name (compiler, holder->spellings[i], &entry);
    }
}
