/* chancery-mention-titles.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-mention-titles.h"

#include <string.h>

#include "chancery-word-class.h"

#define MAX_NAME_WORDS CHANCERY_NAME_MAX_WORDS
#define MAX_TITLE_WORDS CHANCERY_TITLE_MAX_WORDS

/* How people are introduced: by a title, and by a name that may have particles, initials and hyphens in it. */

gboolean
chancery_reading_is_capitalised (const ChanceryReading *reading,
                     gint64                 i)
{
  return chancery_reading_flag (reading, i, CHANCERY_TOKEN_CAPITAL) && chancery_reading_flag (reading, i, CHANCERY_TOKEN_WORD);
}

gboolean
chancery_reading_is_person (const ChanceryReading   *reading,
           const ChanceryCandidate *candidate)
{
  return candidate->entry != 0 &&
         (chancery_term_index_get_entry (reading->index, candidate->entry)->flags & CHANCERY_TERM_PERSON);
}

/* The token before @i, past a closing possessive: “Russia's |president”. */
ChanceryCandidate *
chancery_reading_state_before (const ChanceryReading *reading,
              gint64                 i,
              gint64                *first)
{
  ChanceryCandidate *candidate;

  if (chancery_reading_is (reading, i - 1, "s") && chancery_reading_sign (reading, i - 2, '\''))
    i -= 2;
  else if (chancery_reading_sign (reading, i - 1, '\''))
    i -= 1;
  candidate = chancery_reading_candidate_at (reading, i - 1);
  if (candidate == NULL || candidate->dropped != NULL || chancery_reading_is_person (reading, candidate) || candidate->kind == CHANCERY_MENTION_KIND_LEADER)
    return NULL;
  *first = candidate->first;

  return candidate;
}

/* The title of a leader that ends at @i: “Prime Minister”, “foreign minister”, “minister of foreign affairs”. */
gboolean
chancery_title_read (const ChanceryReading *reading,
            gint64                 i,
            ChanceryTitle                 *title)
{
  gint64 first = i, before;
  ChanceryCandidate *state;
  gboolean is_us_only = FALSE;

  memset (title, 0, sizeof *title);
  title->last = i;

  if (chancery_reading_is (reading, i, "minister"))
    {
      if (chancery_reading_is (reading, i - 1, "prime") || chancery_reading_is (reading, i - 1, "foreign"))
        first = i - 1;
      else if (chancery_reading_is (reading, i - 1, "affairs relations") && chancery_reading_is (reading, i - 2, "foreign external"))
        first = i - 2;
      else
        return FALSE;
    }
  else if (chancery_reading_is (reading, i, "affairs") && chancery_reading_is (reading, i - 1, "foreign external") &&
           chancery_reading_is (reading, i - 2, "of for") && chancery_reading_is (reading, i - 3, "minister"))
    first = i - 3;
  else if (chancery_reading_is (reading, i, "secretary") && chancery_reading_is (reading, i - 1, "foreign"))
    first = i - 1;
  else if (chancery_reading_is (reading, i, "state") && chancery_reading_is (reading, i - 1, "of") &&
           chancery_reading_is (reading, i - 2, "secretary"))
    {
      first = i - 2;
      is_us_only = TRUE;
    }
  else if (!chancery_reading_has (reading, i, CLASS_HEAD))
    return FALSE;

  /* “Prime Minister and Foreign Minister X”. */
  for (guint n = 0; n < 2 && chancery_reading_is (reading, first - 1, "and") &&
                    chancery_reading_has (reading, first - 2, CLASS_OFFICE);
       n++)
    {
      first -= 2;
      while (first > 0 && chancery_reading_has (reading, first - 1, CLASS_OFFICE) && chancery_reading_candidate_at (reading, first - 1) == NULL)
        first--;
    }

  before = first - 1;
  while (chancery_reading_is (reading, before,
                              "interim acting transitional new newly outgoing incoming caretaker military current sitting long-time "
                              "longtime embattled hardline centrist conservative liberal populist appointed elected re-elected transition de facto "
                              "then-acting first next veteran federal executive") &&
         before > first - MAX_TITLE_WORDS)
    before--;
  title->first = before + 1;

  if (chancery_reading_has (reading, before, CLASS_FORMER | CLASS_DEPUTY) ||
      (chancery_reading_sign (reading, before, '-') && chancery_reading_has (reading, before - 1, CLASS_FORMER | CLASS_DEPUTY)) ||
      chancery_reading_is (reading, title->first, "incoming next"))
    title->denied = TRUE;
  /* “President-elect”, “prime minister-designate”, “Prime Minister's Office”. */
  if (chancery_reading_sign (reading, i + 1, '-'))
    title->denied = TRUE;

  state = chancery_reading_state_before (reading, before + 1, &title->first);
  if (state != NULL)
    {
      memcpy (title->iso, state->iso, sizeof title->iso);
      /* “former Russian president”, “deputy Russian foreign minister”, “ex-Soviet”. */
      before = title->first - 1;
      if (chancery_reading_has (reading, before, CLASS_FORMER | CLASS_DEPUTY) ||
          (chancery_reading_sign (reading, before, '-') && chancery_reading_has (reading, before - 1, CLASS_FORMER | CLASS_DEPUTY)))
        title->denied = TRUE;
    }
  else if (before >= 0 && chancery_reading_is_capitalised (reading, before) &&
           !chancery_reading_flag (reading, title->first, CHANCERY_TOKEN_LINE) &&
           !chancery_reading_flag (reading, before, CHANCERY_TOKEN_SENTENCE) &&
           !chancery_reading_has (reading, before, CLASS_WEEKDAY | CLASS_MONTH | CLASS_HONORIFIC | CLASS_FUNCTION) &&
           chancery_reading_candidate_at (reading, before) == NULL)
    {
      /* “Commission President”, “NATO …”: an organisation's. */
      title->denied = TRUE;
    }
  if (chancery_reading_is (reading, title->first - 1, "'s"))
    title->denied = TRUE;
  if (is_us_only && title->iso[0] != '\0' && strcmp (title->iso, "US") != 0 && strcmp (title->iso, "VA") != 0)
    title->denied = TRUE;
  if (is_us_only && title->iso[0] == '\0')
    memcpy (title->iso, "US", 3);

  return TRUE;
}

/* “his Armenian counterpart Ararat Mirzoyan”, where the one who has the counterpart is a leader. */
gboolean
chancery_title_read_counterpart (const ChanceryReading *reading,
                  gint64                 i,
                  ChanceryTitle                 *title)
{
  ChanceryCandidate *state;

  if (!chancery_reading_is (reading, i, "counterpart"))
    return FALSE;
  memset (title, 0, sizeof *title);
  title->last = i;
  state = chancery_reading_state_before (reading, i, &title->first);
  if (state == NULL)
    return FALSE;
  memcpy (title->iso, state->iso, sizeof title->iso);

  for (gint64 j = title->first - 1; j >= 0 && j > title->first - 60; j--)
    {
      ChanceryTitle other;

      if (chancery_reading_flag (reading, j + 1, CHANCERY_TOKEN_PARAGRAPH))
        break;
      if (chancery_reading_is (reading, j, "minister secretary president premier chancellor state king") &&
          chancery_title_read (reading, j, &other))
        return !other.denied;
      if (chancery_reading_is (reading, j, "minister ministers secretary"))
        return FALSE;
    }

  return FALSE;
}

/* Whether a word can be part of a person's name. */
static gboolean
is_name_word (const ChanceryReading *reading,
              gint64                 i)
{
  guint64 classes = chancery_reading_classes (reading, i);

  if (!chancery_reading_is_capitalised (reading, i) || chancery_reading_flag (reading, i, CHANCERY_TOKEN_SHOUTED))
    return FALSE;
  if (classes & (CLASS_FIRST_NAME | CLASS_PARTICLE))
    return TRUE;

  return !(classes & (CLASS_FUNCTION | CLASS_WEEKDAY | CLASS_OFFICE | CLASS_AUXILIARY | CLASS_PREPOSITION)) &&
         !((classes & CLASS_SAYING) && chancery_reading_flag (reading, i, CHANCERY_TOKEN_TITLE_CASE));
}

gboolean
chancery_reading_is_tight (const ChanceryReading *reading,
          gint64                 i)
{
  return !chancery_reading_flag (reading, i, CHANCERY_TOKEN_SPACE | CHANCERY_TOKEN_LINE);
}

/* Reads a person's name from @i on: words, particles, initials, hyphens, apostrophes. Returns its last token, or -1. */
gint64
chancery_name_read (const ChanceryReading *reading,
           gint64                 i)
{
  gint64 last = -1;
  guint n_words = 0;

  while (i < (gint64) reading->n_tokens && n_words < MAX_NAME_WORDS)
    {
      const ChanceryToken *token = chancery_reading_token (reading, i);

      if (n_words > 0 && (token->flags & CHANCERY_TOKEN_LINE))
        break;
      if (is_name_word (reading, i))
        {
          ChanceryCandidate *candidate = chancery_reading_candidate_at (reading, i);

          /* A state's name after a person's begins something new. */
          if (candidate != NULL && candidate->dropped == NULL && !chancery_reading_is_person (reading, candidate) && n_words > 1)
            break;
          last = i;
          n_words++;
          i++;
          if (token->end_bytes - token->start_bytes == 1 && chancery_reading_sign (reading, i, '.') && is_name_word (reading, i + 1))
            i++;
        }
      else if (last >= 0 && chancery_reading_has (reading, i, CLASS_PARTICLE) && !(token->flags & CHANCERY_TOKEN_CAPITAL) &&
               (is_name_word (reading, i + 1) || (chancery_reading_has (reading, i + 1, CLASS_PARTICLE) && is_name_word (reading, i + 2)) ||
                (chancery_reading_sign (reading, i + 1, '-') && is_name_word (reading, i + 2))))
        {
          i++;
        }
      else if (last >= 0 && chancery_reading_is_tight (reading, i) && chancery_reading_is_tight (reading, i + 1) &&
               ((token->sign == '-' && chancery_reading_flag (reading, i + 1, CHANCERY_TOKEN_WORD)) ||
                (token->sign == '\'' && !chancery_reading_is (reading, i + 1, "s") && chancery_reading_is_capitalised (reading, i + 1))))
        {
          last = i + 1;
          i += 2;
        }
      else
        {
          break;
        }
    }

  return last;
}

/* Walks back from @i, the last token of a name, to its first. */
gint64
chancery_name_read_backwards (const ChanceryReading *reading,
                     gint64                 i)
{
  gint64 first = -1;
  guint n_words = 0;

  while (i >= 0 && n_words < MAX_NAME_WORDS)
    {
      if (is_name_word (reading, i) && !(chancery_reading_flag (reading, i, CHANCERY_TOKEN_SENTENCE) && n_words == 0))
        {
          first = i;
          n_words++;
        }
      else if (first >= 0 && (chancery_reading_has (reading, i, CLASS_PARTICLE) || (chancery_reading_sign (reading, i, '-') && chancery_reading_is_tight (reading, i))))
        ;
      else
        break;
      if (chancery_reading_flag (reading, i, CHANCERY_TOKEN_LINE | CHANCERY_TOKEN_SENTENCE))
        break;
      i--;
    }

  return first;
}
