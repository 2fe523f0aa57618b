/* chancery-note-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-colours.h"
#include "chancery-due.h"
#include "chancery-text.h"
#include "links/chancery-link-words.h"
#include "revisions/chancery-note-place.h"

#define FIRST_STRONG_ISOLATE "\342\201\250"
#define POP_DIRECTIONAL_ISOLATE "\342\201\251"

/**
 * chancery_note_kind_get_name:
 * @kind: a kind of note
 *
 * Returns: (transfer none): its name in the user's language, capitalised
 */
const char *
chancery_note_kind_get_name (ChanceryNoteKind kind)
{
  switch (kind)
    {
    case CHANCERY_NOTE_KIND_CLAIM:
      return C_("kind of note", "Claim");
    case CHANCERY_NOTE_KIND_FORECAST:
      return C_("kind of note", "Forecast");
    case CHANCERY_NOTE_KIND_COMMITMENT:
      return C_("kind of note", "Commitment");
    case CHANCERY_NOTE_KIND_QUESTION:
      return C_("kind of note", "Question");
    case CHANCERY_NOTE_KIND_NOTE:
    default:
      return C_("kind of note", "Note");
    }
}

/**
 * chancery_note_get_label:
 * @note: a note
 *
 * Returns: (transfer none): what to call it: its kind, or "Highlight" for a
 *   passage that is marked and no more
 */
const char *
chancery_note_get_label (ChanceryNote *note)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE (note), NULL);

  if (chancery_note_get_kind (note) == CHANCERY_NOTE_KIND_NOTE && *chancery_note_get_body (note) == '\0' &&
      chancery_note_get_selector (note) != NULL)
    return C_("kind of note", "Highlight");

  return chancery_note_kind_get_name (chancery_note_get_kind (note));
}

static char *
join (GPtrArray *parts)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      /* Translators: between the items of a list, such as the names of states */
      if (i > 0)
        g_string_append (joined, C_("list separator", ", "));
      g_string_append (joined, g_ptr_array_index (parts, i));
    }

  return g_string_free_and_steal (g_steal_pointer (&joined));
}

/**
 * chancery_note_dup_state_names:
 * @note: a note
 * @catalogue: (nullable): where the names are; %NULL for codes
 *
 * Returns: (transfer full) (nullable): the names of the states that it is
 *   about, in the user's language, as a list in words; %NULL without states
 */
char *
chancery_note_dup_state_names (ChanceryNote      *note,
                               ChanceryCatalogue *catalogue)
{
  const char * const *states = chancery_note_get_states (note);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (states[0] == NULL)
    return NULL;

  for (gsize i = 0; states[i] != NULL; i++)
    {
      ChanceryState *state = catalogue != NULL ? chancery_catalogue_lookup_state (catalogue, states[i]) : NULL;

      g_ptr_array_add (names, state != NULL ? chancery_state_dup_display_name (state) : g_strdup (states[i]));
    }

  return join (names);
}

/**
 * chancery_note_text_shorten:
 * @text: a text
 * @max_chars: how many characters at most, an ellipsis not counted
 *
 * Returns: (transfer full): @text in one paragraph, cut at the end of a word if
 *   it is longer
 */
char *
chancery_note_text_shorten (const char *text,
                            gsize       max_chars)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gsize n_chars = 0;
  gsize last_space_bytes = 0;
  gboolean in_space = FALSE;
  const char *p;

  for (p = text; *p != '\0' && n_chars < max_chars; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          if (!in_space && line->len > 0)
            {
              last_space_bytes = line->len;
              g_string_append_c (line, ' ');
              n_chars++;
            }
          in_space = TRUE;
          continue;
        }

      in_space = FALSE;
      g_string_append_unichar (line, c);
      n_chars++;
    }

  if (*p != '\0')
    {
      if (last_space_bytes > line->len / 2)
        g_string_truncate (line, last_space_bytes);
      g_string_append (line, "…");
    }
  else if (in_space && line->len > 0)
    {
      g_string_truncate (line, last_space_bytes);
    }

  return g_string_free_and_steal (g_steal_pointer (&line));
}

/**
 * chancery_note_text_suits_italics:
 * @text: a text
 *
 * Returns: whether the script that @text begins with is one that is slanted
 *   for emphasis; Arabic, Hebrew, Chinese and others are not
 */
gboolean
chancery_note_text_suits_italics (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));

      if (script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_CYRILLIC || script == G_UNICODE_SCRIPT_GREEK ||
          script == G_UNICODE_SCRIPT_ARMENIAN || script == G_UNICODE_SCRIPT_GEORGIAN)
        return TRUE;
      if (script != G_UNICODE_SCRIPT_COMMON && script != G_UNICODE_SCRIPT_INHERITED)
        return FALSE;
    }

  return TRUE;
}

static gboolean
remove_found (GPtrArray  *words,
              const char *text)
{
  g_autofree char *folded = chancery_text_fold (text);

  for (guint i = words->len; i > 0; i--)
    if (strstr (folded, g_ptr_array_index (words, i - 1)) != NULL)
      g_ptr_array_remove_index_fast (words, i - 1);

  return words->len == 0;
}

/**
 * chancery_note_matches:
 * @note: a note
 * @words: (array zero-terminated=1): folded words
 *
 * Returns: whether each word is in its passage, its body or a tag
 */
gboolean
chancery_note_matches (ChanceryNote       *note,
                       const char * const *words)
{
  const ChancerySelector *selector;
  const char * const *tags;
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  g_return_val_if_fail (CHANCERY_IS_NOTE (note), FALSE);

  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (wanted, (gpointer) words[i]);

  selector = chancery_note_get_selector (note);
  tags = chancery_note_get_tags (note);
  if (wanted->len == 0 || remove_found (wanted, chancery_note_get_body (note)) ||
      (selector != NULL && selector->exact != NULL && remove_found (wanted, selector->exact)))
    return TRUE;
  for (gsize i = 0; tags[i] != NULL; i++)
    if (remove_found (wanted, tags[i]))
      return TRUE;

  return FALSE;
}

/* Keeps the direction of foreign words from spilling over into the words around
 * them. */
static char *
isolate (const char *text)
{
  return g_strconcat (FIRST_STRONG_ISOLATE, text, POP_DIRECTIONAL_ISOLATE, NULL);
}

/**
 * chancery_note_dup_accessible_label:
 * @note: a note
 * @colour_name: what its colour is called
 * @catalogue: (nullable): where the states' names are
 *
 * Returns: (transfer full): the note as it is read out: "Claim, Yellow,
 *   Armenia. Quotation: he told his host. Note: check 2022. Tags: absence"
 */
char *
chancery_note_dup_accessible_label (ChanceryNote      *note,
                                    const char        *colour_name,
                                    ChanceryCatalogue *catalogue)
{
  const ChancerySelector *selector = chancery_note_get_selector (note);
  const char *body = chancery_note_get_body (note);
  const char * const *tags = chancery_note_get_tags (note);
  g_autofree char *states = chancery_note_dup_state_names (note, catalogue);
  const char *outcome = chancery_outcome_get_name (chancery_note_get_outcome (note));
  char *due = chancery_note_dup_due_text (note, chancery_due_get_today ());
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) head = g_ptr_array_new ();
  g_autoptr (GString) label = g_string_new (NULL);

  g_ptr_array_add (head, (gpointer) chancery_note_get_label (note));
  g_ptr_array_add (head, (gpointer) colour_name);
  if (states != NULL)
    g_ptr_array_add (head, states);
  g_ptr_array_add (sentences, join (head));

  if (chancery_note_get_orphan (note))
    g_ptr_array_add (sentences, g_strdup (_("Its passage is no longer in the text")));
  else if (chancery_note_has_unsure_place (note))
    g_ptr_array_add (sentences, chancery_note_dup_place_label (note));
  if (outcome != NULL)
    g_ptr_array_add (sentences, g_strdup (outcome));
  if (due != NULL)
    g_ptr_array_add (sentences, due);
  if (selector != NULL && selector->exact != NULL)
    {
      g_autofree char *passage = chancery_note_text_shorten (selector->exact, 300);

      /* Translators: read out by a screen reader; %s is a passage of an article */
      g_ptr_array_add (sentences, g_strdup_printf (_("Quotation: %s"), passage));
    }
  if (*body != '\0')
    {
      g_autofree char *words = chancery_note_text_shorten (body, 1000);

      /* Translators: read out by a screen reader; %s is what the user wrote */
      g_ptr_array_add (sentences, g_strdup_printf (_("Note: %s"), words));
    }
  if (tags[0] != NULL)
    {
      g_autofree char *words = g_strjoinv (C_("list separator", ", "), (GStrv) tags);

      /* Translators: read out by a screen reader; %s is a list of tags */
      g_ptr_array_add (sentences, g_strdup_printf (_("Tags: %s"), words));
    }

  for (guint i = 0; i < sentences->len; i++)
    {
      g_autofree char *sentence = isolate (g_ptr_array_index (sentences, i));

      /* Translators: between two statements that are read out one after the other */
      if (i > 0)
        g_string_append (label, C_("separator of sentences", ". "));
      g_string_append (label, sentence);
    }

  return g_string_free_and_steal (g_steal_pointer (&label));
}
