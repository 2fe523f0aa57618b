/* chancery-gazetteer-terms.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-gazetteer-terms.h"

#include <string.h>

#include "chancery-english.h"
#include "chancery-mention-titles.h"

/**
 * chancery_term_source_counts:
 * @iso: a state
 * @is_sovereign: what the catalogue says of it
 *
 * Returns: whether naming it is a mention: the members of the United Nations
 *   and five more, not territories of others
 */
gboolean
chancery_term_source_counts (const char *iso,
                             gboolean    is_sovereign)
{
  static const char *const others[] = { "VA", "PS", "TW", "XK", "EH" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (strcmp (others[i], iso) == 0)
        return TRUE;
    }

  return is_sovereign;
}

/**
 * chancery_term_source_init:
 * @self: (out caller-allocates): a source
 *
 * Begins an index with what the languages' own tables hold.
 */
void
chancery_term_source_init (ChanceryTermSource *self)
{
  ChanceryTermEntry entry = { 0 };

  self->index = chancery_term_index_new ();
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  entry.language = chancery_term_index_add_language (self->index, "en");
  entry.flags = CHANCERY_TERM_BLOCKED;
  for (guint i = 0; chancery_english_blocked[i] != NULL; i++)
    chancery_term_index_add (self->index, chancery_english_blocked[i], &entry);

  entry.flags = CHANCERY_TERM_COMBINING;
  entry.kind = CHANCERY_MENTION_KIND_DEMONYM;
  for (guint i = 0; chancery_english_combining[i].form != NULL; i++)
    {
      g_strlcpy (entry.iso, chancery_english_combining[i].iso, sizeof entry.iso);
      chancery_term_index_add (self->index, chancery_english_combining[i].form, &entry);
    }

  for (guint i = 0; chancery_english_words[i].words != NULL; i++)
    {
      const char *word = chancery_english_words[i].words;

      while (*word != '\0')
        {
          gsize length = strcspn (word, " ");
          g_autofree char *copy = g_strndup (word, length);

          chancery_term_index_add_classes (self->index, copy, chancery_english_words[i].classes);
          word += length;
          word += strspn (word, " ");
        }
    }
}

/**
 * chancery_term_source_add_term:
 * @iso: the state
 * @is_counted: see chancery_term_source_counts()
 * @term: a term of it
 *
 * Adds a term. Of a territory that doesn't count, the names are added as phrases
 * that are no mentions (“American Samoa”).
 */
void
chancery_term_source_add_term (ChanceryTermSource *self,
                               const char         *iso,
                               gboolean            is_counted,
                               const ChanceryTerm *term)
{
  ChanceryTermEntry entry = { 0 };
  const char *text = term->text;

  entry.language = chancery_term_index_add_language (self->index, term->lang);
  /* An article is no part of a mention. */
  if (entry.language == chancery_term_index_get_language (self->index, "en") && g_ascii_strncasecmp (text, "the ", 4) == 0)
    text += 4;
  entry.from = term->from;
  entry.to = term->to;
  if (is_counted)
    {
      g_strlcpy (entry.iso, iso, sizeof entry.iso);
      entry.kind = (guint8) term->kind;
    }
  else if (term->kind == CHANCERY_MENTION_KIND_NAME || term->kind == CHANCERY_MENTION_KIND_OFFICIAL)
    {
      entry.flags = CHANCERY_TERM_BLOCKED;
    }
  else
    {
      return;
    }

  chancery_term_index_add (self->index, text, &entry);

  if (is_counted && term->kind == CHANCERY_MENTION_KIND_DEMONYM &&
      entry.language == chancery_term_index_get_language (self->index, "en"))
    {
      g_autofree char *plural = chancery_english_dup_plural (text);

      if (plural != NULL)
        chancery_term_index_add (self->index, plural, &entry);
    }
}

static gunichar
fold_initial (const char *name)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  g_unichar_fully_decompose (g_utf8_get_char (name), FALSE, parts, G_N_ELEMENTS (parts));
  return g_unichar_tolower (parts[0]);
}

/* Hyphens in names come and go: “Sassou-Nguesso”, “Sassou Nguesso”. */
static void
add_name (ChanceryTermSource      *self,
          const char              *name,
          const ChanceryTermEntry *entry)
{
  chancery_term_index_add (self->index, name, entry);
  if (strchr (name, '-') != NULL)
    {
      g_autofree char *spaced = g_strdelimit (g_strdup (name), "-", ' ');

      chancery_term_index_add (self->index, spaced, entry);
    }
}

static void
add_short_name (ChanceryTermSource      *self,
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
    add_name (self, short_name, entry);
}

/**
 * chancery_term_source_add_holder:
 * @iso: the state
 * @holder: who holds an office of it
 *
 * Adds the names of an office holder. They are written the same in all
 * languages that use the script.
 */
void
chancery_term_source_add_holder (ChanceryTermSource         *self,
                                 const char                 *iso,
                                 const ChanceryOfficeHolder *holder)
{
  ChanceryTermEntry entry = { 0 };
  guint person = GPOINTER_TO_UINT (g_hash_table_lookup (self->people, holder->name));
  guint8 end = holder->end_unknown ? CHANCERY_TERM_END_UNKNOWN : 0;

  /* The co-princes of Andorra are better known for something else. */
  if (holder->title != NULL && g_ascii_strcasecmp (holder->title, "Co-prince") == 0)
    return;

  if (person == 0)
    {
      person = g_hash_table_size (self->people) + 1;
      g_hash_table_insert (self->people, g_strdup (holder->name), GUINT_TO_POINTER (person));
    }

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
  add_name (self, holder->name, &entry);
  if (holder->surname != NULL && holder->surname[0] != '\0' && strcmp (holder->surname, holder->name) != 0)
    {
      entry.flags = end | CHANCERY_TERM_FULL_NAME;
      add_short_name (self, holder->name, holder->surname, &entry);
      entry.flags = end | CHANCERY_TERM_SURNAME;
      add_name (self, holder->surname, &entry);
    }
  for (guint i = 0; holder->spellings != NULL && holder->spellings[i] != NULL; i++)
    {
      entry.flags = end | CHANCERY_TERM_SURNAME;
      add_name (self, holder->spellings[i], &entry);
    }
}

/**
 * chancery_term_source_finish:
 *
 * Returns: (transfer full): the index, which any thread may read from now on
 */
ChanceryTermIndex *
chancery_term_source_finish (ChanceryTermSource *self)
{
  g_clear_pointer (&self->people, g_hash_table_unref);
  return g_steal_pointer (&self->index);
}
