/* chancery-mention-states.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-mention-rules.h"

#include <string.h>

/* A leader's name this near after a demonym tells whose it is. */
#define LEADER_DISTANCE 8

/* A meaning of these forms is never taken for granted: the text must have
 * spoken of the state in a way that is beyond doubt. */
static gboolean
needs_evidence (const ChanceryReading   *reading,
                const ChanceryCandidate *candidate)
{
  return chancery_reading_is (reading, candidate->first, "korean koreans korea");
}

static gboolean
has_meaning (ChanceryReading         *reading,
             const ChanceryCandidate *candidate,
             const char              *iso,
             guint32                 *number)
{
  for (guint32 n = candidate->entries; n != 0;)
    {
      const ChanceryTermEntry *entry = chancery_term_index_get_entry (reading->index, n);

      if (chancery_reading_entry_applies (reading, entry) && !(entry->flags & CHANCERY_TERM_PERSON) && strcmp (entry->iso, iso) == 0)
        {
          *number = n;
          return TRUE;
        }
      n = entry->next;
    }

  return FALSE;
}

static void
settle (ChanceryReading   *reading,
        ChanceryCandidate *candidate,
        guint32            number)
{
  const ChanceryTermEntry *entry = chancery_term_index_get_entry (reading->index, number);

  candidate->entry = number;
  candidate->kind = entry->kind;
  memcpy (candidate->iso, entry->iso, sizeof candidate->iso);
  candidate->settled = TRUE;
}

/* “Dominican President Luis Abinader”: the leader's state is meant. */
static gboolean
settle_by_leader (ChanceryReading   *reading,
                  ChanceryCandidate *candidate)
{
  for (gint64 i = (gint64) candidate->last + 1; i <= (gint64) candidate->last + LEADER_DISTANCE; i++)
    {
      ChanceryCandidate *other = chancery_reading_candidate_at (reading, i);

      if (chancery_reading_ends_sentence (reading, i))
        return FALSE;
      if (other == NULL || other == candidate || other->entry == 0)
        continue;
      for (guint32 n = other->entries; n != 0;)
        {
          const ChanceryTermEntry *entry = chancery_term_index_get_entry (reading->index, n);
          guint32 number;

          if ((entry->flags & CHANCERY_TERM_PERSON) && chancery_reading_in_office (reading, entry) &&
              has_meaning (reading, candidate, entry->iso, &number))
            {
              settle (reading, candidate, number);
              return TRUE;
            }
          n = entry->next;
        }
      return FALSE;
    }

  return FALSE;
}

/**
 * chancery_mention_rules_settle_states:
 * @reading: a reading with its candidates
 *
 * Chooses among the states that share a form (Congo, Dominican, Korean): the
 * leader named right after it decides, then where the text was written, then
 * which of them the text names more often, then the catalogue's order. Some
 * forms are dropped unless the text names just one of the states otherwise.
 */
void
chancery_mention_rules_settle_states (ChanceryReading *reading)
{
  guint16 capitals[26 * 26] = { 0 };

  for (guint c = 0; c < reading->candidates->len; c++)
    {
      const ChanceryCandidate *candidate = &g_array_index (reading->candidates, ChanceryCandidate, c);

      if (candidate->kind == CHANCERY_MENTION_KIND_CAPITAL && candidate->dropped == NULL && candidate->iso[0] != '\0')
        {
          guint i = (guint) (candidate->iso[0] - 'A') * 26 + (guint) (candidate->iso[1] - 'A');

          if (i < G_N_ELEMENTS (capitals) && capitals[i] < G_MAXUINT16)
            capitals[i]++;
        }
    }

  for (guint c = 0; c < reading->candidates->len; c++)
    {
      ChanceryCandidate *candidate = &g_array_index (reading->candidates, ChanceryCandidate, c);
      guint32 number, best = 0;
      guint best_evidence = 0, n_states = 0, n_named = 0;
      char last_iso[3] = "";

      if (candidate->dropped != NULL || candidate->entry == 0 || candidate->settled)
        continue;
      for (guint32 n = candidate->entries; n != 0;)
        {
          const ChanceryTermEntry *entry = chancery_term_index_get_entry (reading->index, n);
          guint i = (guint) (entry->iso[0] - 'A') * 26 + (guint) (entry->iso[1] - 'A');

          if (!(entry->flags & CHANCERY_TERM_PERSON) && chancery_reading_entry_applies (reading, entry) && i < G_N_ELEMENTS (capitals))
            {
              guint evidence = chancery_reading_get_evidence (reading, entry->iso) + capitals[i];

              if (strcmp (entry->iso, last_iso) != 0)
                {
                  n_states++;
                  n_named += evidence > 0 ? 1 : 0;
                }
              memcpy (last_iso, entry->iso, sizeof last_iso);
              if (best == 0 || evidence > best_evidence)
                {
                  best = n;
                  best_evidence = evidence;
                }
            }
          n = entry->next;
        }
      if (n_states < 2)
        continue;

      if (settle_by_leader (reading, candidate))
        continue;
      /* “Korean” where the text speaks of both is neither's. */
      if (needs_evidence (reading, candidate) && n_named != 1)
        candidate->dropped = "either of two states";
      else if (has_meaning (reading, candidate, reading->dateline_iso, &number))
        settle (reading, candidate, number);
      else
        settle (reading, candidate, best);
    }
}
