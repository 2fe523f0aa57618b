/* chancery-mention-roles.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-mention-roles.h"

#include <string.h>

#include "chancery-word-class.h"

/* What a mention is to its sentence. Rules are asked in turn, from what leaves
 * no doubt (a leader, a dateline) over what follows the name (whose organ, whose
 * goods) to the preposition before it; a name that nothing governs is taken for
 * the subject, and so for an actor. */

/* How far the word that governs a preposition may be. */
#define GOVERNOR_DISTANCE 8
/* How many words the noun phrase after a mention is read. */
#define PHRASE_LENGTH 5
/* A text with so many words of sport is about sport. */
#define SPORT_WORDS 5

#define ACTOR CHANCERY_MENTION_ROLE_ACTOR
#define VENUE CHANCERY_MENTION_ROLE_VENUE
#define OTHER CHANCERY_MENTION_ROLE_OTHER
#define UNDECIDED (-1)

typedef struct
{
  const ChanceryReading *reading;
  const ChanceryCandidate *candidate;
  gboolean is_sport;

  guint64 phrase;      /* the classes of the noun phrase that the mention modifies */
  guint64 head;        /* those of its last word */
  gboolean possessive; /* “Russia's …” */
  gint64 preposition;  /* what governs the mention, or -1 */
} Context;

static gboolean
is_capitalised_word (const ChanceryReading *reading,
                     gint64                 i)
{
  return chancery_reading_flag (reading, i, CHANCERY_TOKEN_CAPITAL) && chancery_reading_flag (reading, i, CHANCERY_TOKEN_WORD);
}

static gboolean
ends_clause (const ChanceryReading *reading,
             gint64                 i)
{
  const ChanceryToken *token = chancery_reading_token (reading, i);

  return token->end_bytes == 0 || chancery_reading_ends_sentence (reading, i) || token->sign == ';' || token->sign == ':' ||
         token->sign == '(' || token->sign == ')' || token->sign == '"' || (token->sign == '-' && (token->flags & CHANCERY_TOKEN_SPACE));
}

/* Reads the noun phrase after the mention: “Russian |deputy foreign minister| said”. */
static void
read_phrase (Context *context)
{
  const ChanceryReading *reading = context->reading;
  gint64 i = (gint64) context->candidate->last + 1;

  if (chancery_reading_sign (reading, i, '\'') && !chancery_reading_flag (reading, i, CHANCERY_TOKEN_SPACE))
    {
      context->possessive = TRUE;
      i++;
      if (chancery_reading_is (reading, i, "s"))
        i++;
    }

  for (guint n = 0; n < PHRASE_LENGTH; n++, i++)
    {
      guint64 classes = chancery_reading_classes (reading, i);
      const ChanceryCandidate *other = chancery_reading_candidate_at (reading, i);

      if (chancery_reading_sign (reading, i, '-') && !chancery_reading_flag (reading, i, CHANCERY_TOKEN_SPACE) && n > 0)
        continue;
      if (!chancery_reading_flag (reading, i, CHANCERY_TOKEN_WORD) || chancery_reading_flag (reading, i, CHANCERY_TOKEN_LINE))
        return;
      if (other != NULL && other->dropped == NULL)
        {
          /* “Rwandan |Paul Kagame|”. */
          if (other->kind == CHANCERY_MENTION_KIND_LEADER && strcmp (other->iso, context->candidate->iso) == 0)
            context->phrase |= CLASS_ORGAN;
          return;
        }
      if (classes & (CLASS_PREPOSITION | CLASS_AUXILIARY | CLASS_DETERMINER))
        return;
      if ((classes & CLASS_FUNCTION) && !(classes & (CLASS_ORGAN | CLASS_TOPIC | CLASS_PLACE_NOUN | CLASS_DIRECTION)))
        return;
      /* A verb ends it, unless the word can be a noun and a noun is due. */
      if ((classes & (CLASS_SAYING | CLASS_ACT)) && (!(classes & (CLASS_ORGAN | CLASS_TRADE | CLASS_TOPIC)) || n > 0))
        return;
      context->phrase |= classes;
      context->head = classes;
    }
}

/* The preposition that governs the mention, past articles, directions and the states that it is listed with. */
static void
read_preposition (Context *context)
{
  const ChanceryReading *reading = context->reading;
  gint64 i = (gint64) context->candidate->first - 1;
  gboolean linked = FALSE;

  context->preposition = -1;
  /* “…, and Jamaica spoke …” begins a clause. */
  if (chancery_reading_is (reading, i, "and but or") &&
      chancery_reading_has (reading, (gint64) context->candidate->last + 1, CLASS_SAYING | CLASS_ACT | CLASS_AUXILIARY))
    return;

  for (guint n = 0; n < 12 && i >= 0; n++)
    {
      const ChanceryCandidate *other = chancery_reading_candidate_at (reading, i);

      if (chancery_reading_flag (reading, i + 1, CHANCERY_TOKEN_PARAGRAPH))
        return;
      if (other != NULL)
        {
          if (!linked)
            return;
          i = (gint64) other->first - 1;
          linked = FALSE;
          continue;
        }
      if (chancery_reading_is (reading, i, "and or both either neither nor") || chancery_reading_sign (reading, i, ','))
        {
          /* Only over a list: what stands before must be one of the listed. */
          if (chancery_reading_is (reading, i, "both either neither"))
            {
              i--;
              continue;
            }
          if (chancery_reading_sign (reading, i - 1, ','))
            i--;
          if (chancery_reading_candidate_at (reading, i - 1) == NULL)
            return;
          linked = TRUE;
          i--;
          continue;
        }
      if (chancery_reading_has (reading, i, CLASS_PREPOSITION) && !chancery_reading_has (reading, i, CLASS_DIRECTION))
        {
          context->preposition = i;
          return;
        }
      if (chancery_reading_has (reading, i, CLASS_DIRECTION | CLASS_DETERMINER | CLASS_MODIFIER) &&
          !chancery_reading_is (reading, i, "that"))
        {
          i--;
          continue;
        }
      /* “oil-rich”, “conflict-hit”. */
      if (chancery_reading_sign (reading, i - 1, '-') && !is_capitalised_word (reading, i))
        {
          i -= 3;
          continue;
        }
      return;
    }
}

/* The nearest word of some class to the left, in the clause. */
static guint64
find_governor (const ChanceryReading *reading,
               gint64                 i,
               guint64                classes)
{
  for (guint n = 0; n < GOVERNOR_DISTANCE && i >= 0 && !ends_clause (reading, i); n++, i--)
    {
      if (chancery_reading_has (reading, i, classes) && chancery_reading_candidate_at (reading, i) == NULL)
        return chancery_reading_classes (reading, i);
      if (chancery_reading_flag (reading, i, CHANCERY_TOKEN_PARAGRAPH))
        break;
    }

  return 0;
}

static int
leader_acts (const Context *context)
{
  return context->candidate->kind == CHANCERY_MENTION_KIND_LEADER ? (int) ACTOR : UNDECIDED;
}

static int
dateline_is_venue (const Context *context)
{
  return context->candidate->dateline ? (int) VENUE : UNDECIDED;
}

static gboolean
is_place_context (const Context *context)
{
  const ChanceryReading *reading = context->reading;
  gint64 i = context->preposition;

  if (i < 0)
    {
      gint64 before = (gint64) context->candidate->first - 1;

      while (chancery_reading_has (reading, before, CLASS_DETERMINER | CLASS_DIRECTION))
        before--;
      return chancery_reading_is (reading, before, "visit visits visited visiting leave leaves left leaving tour toured touring reach reached reaching "
                                                   "enter entered entering fled fleeing crossed crossing quit");
    }
  if (chancery_reading_has (reading, i, CLASS_PLACE_PREPOSITION) || chancery_reading_is (reading, i, "into onto towards toward via"))
    return TRUE;
  if (chancery_reading_is (reading, i, "to from for"))
    return (find_governor (reading, i - 1, CLASS_MOVE | CLASS_GIVE | CLASS_TRADE | CLASS_ORGAN | CLASS_PRIVATE) & CLASS_MOVE) != 0;

  return FALSE;
}

/* “Democratic Republic of the Congo (DRC)”: the same again. */
static int
repeats_in_brackets (const Context *context)
{
  const ChanceryReading *reading = context->reading;
  gint64 before = (gint64) context->candidate->first - 1;
  const ChanceryCandidate *other = chancery_reading_candidate_at (reading, before - 1);

  if (!chancery_reading_sign (reading, before, '(') || other == NULL || other->dropped != NULL ||
      strcmp (other->iso, context->candidate->iso) != 0)
    return UNDECIDED;

  return other->role;
}

/* “the Armenian capital”, “through Armenian territory”, “off Libya's coast”. */
static int
place_of_state_is_venue (const Context *context)
{
  if (!(context->phrase & CLASS_PLACE_NOUN) || !(context->head & CLASS_PLACE_NOUN))
    return UNDECIDED;
  if (is_place_context (context))
    return VENUE;

  return context->possessive || context->candidate->kind == CHANCERY_MENTION_KIND_DEMONYM ? (int) OTHER : UNDECIDED;
}

static gboolean
wages_war (const Context *context)
{
  for (gint64 i = (gint64) context->candidate->last + 2; i <= (gint64) context->candidate->last + 6; i++)
    {
      if (chancery_reading_is (context->reading, i, "war wars"))
        return TRUE;
    }

  return FALSE;
}

/* “Russian Foreign Ministry”, “Kenya's William Ruto”, “US troops”. */
static int
organ_acts (const Context *context)
{
  const ChanceryReading *reading = context->reading;
  gint64 after = (gint64) context->candidate->last + 1;

  /* “US-led”, “Russian-backed”. */
  if (chancery_reading_sign (reading, after, '-') && !chancery_reading_flag (reading, after, CHANCERY_TOKEN_SPACE))
    {
      if (chancery_reading_is (reading, after + 1, "led backed brokered sponsored mediated proposed drafted run occupied controlled imposed"))
        return ACTOR;
      if (chancery_reading_is (reading, after + 1, "based made built designed born language speaking produced flagged registered owned style trained educated"))
        return OTHER;
    }
  /* Whose war it is, not which war: that would be “the Ukraine war”. */
  if (context->possessive && (context->phrase & CLASS_TOPIC) && wages_war (context))
    return ACTOR;
  /* Attached to a former office, a state is a topic. */
  if (context->phrase & CLASS_ORGAN)
    {
      gint64 before = (gint64) context->candidate->first - 1;

      if (chancery_reading_has (reading, before, CLASS_FORMER))
        return OTHER;
      return ACTOR;
    }

  return UNDECIDED;
}

/* “Kutaisi, Georgia”: where a place is. */
static int
state_after_place_is_venue (const Context *context)
{
  const ChanceryReading *reading = context->reading;
  gint64 first = context->candidate->first, after = (gint64) context->candidate->last + 1;

  if (context->candidate->kind == CHANCERY_MENTION_KIND_DEMONYM || !chancery_reading_sign (reading, first - 1, ',') ||
      !is_capitalised_word (reading, first - 2) || chancery_reading_has (reading, first - 2, CLASS_WEEKDAY | CLASS_MONTH))
    return UNDECIDED;
  if (chancery_reading_flag (reading, first - 2, CHANCERY_TOKEN_SENTENCE) || context->possessive)
    return UNDECIDED;
  if (!chancery_reading_sign (reading, after, ',') && !chancery_reading_ends_sentence (reading, after) &&
      !chancery_reading_has (reading, after, CLASS_PREPOSITION))
    return UNDECIDED;
  {
    const ChanceryCandidate *place = chancery_reading_candidate_at (reading, first - 2);

    /* In a list of states there is no place. */
    if (place != NULL && place->dropped == NULL &&
        (place->kind != CHANCERY_MENTION_KIND_CAPITAL || strcmp (place->iso, context->candidate->iso) != 0))
      return UNDECIDED;
  }

  return VENUE;
}

/* “the London conference”, “Geneva talks”. */
static int
host_is_venue (const Context *context)
{
  if (context->candidate->kind != CHANCERY_MENTION_KIND_CAPITAL || context->possessive)
    return UNDECIDED;

  return context->phrase & CLASS_EVENT ? (int) VENUE : UNDECIDED;
}

/* “French fries”'s honest relatives: goods, firms, private people, topics. */
static int
belongings_are_other (const Context *context)
{
  gboolean modifies = context->possessive || context->candidate->kind == CHANCERY_MENTION_KIND_DEMONYM ||
                      context->candidate->kind == CHANCERY_MENTION_KIND_CODE;

  if (!modifies)
    return UNDECIDED;
  /* “a Belgian nurse”: somebody, or something, of a state, but not the state. */
  if (context->candidate->kind == CHANCERY_MENTION_KIND_DEMONYM && !context->possessive &&
      chancery_reading_is (context->reading, (gint64) context->candidate->first - 1, "a an"))
    return OTHER;
  if (!(context->phrase & (CLASS_GOODS | CLASS_PRIVATE | CLASS_TOPIC)))
    return UNDECIDED;
  /* “in Japan's schools” is in Japan. */
  if (context->possessive && !(context->phrase & CLASS_GOODS) && is_place_context (context))
    return UNDECIDED;

  return OTHER;
}

static int
sport_is_other (const Context *context)
{
  if (!context->is_sport)
    return UNDECIDED;

  return is_place_context (context) && context->candidate->kind != CHANCERY_MENTION_KIND_DEMONYM ? (int) VENUE : (int) OTHER;
}

/* “in Prague”, “left for Washington”, “sanctions on Russia”, “gas from Norway”. */
static int
preposition_decides (const Context *context)
{
  const ChanceryReading *reading = context->reading;
  gint64 i = context->preposition;
  guint64 governor;

  if (context->candidate->kind == CHANCERY_MENTION_KIND_DEMONYM)
    return UNDECIDED;
  if (i < 0)
    return is_place_context (context) ? (int) VENUE : UNDECIDED;

  if (chancery_reading_has (reading, i, CLASS_PLACE_PREPOSITION) || chancery_reading_is (reading, i, "into onto towards toward via"))
    {
      /* “an ambassador in X” is at a post, not at a place. */
      if (chancery_reading_is (reading, i, "in") && chancery_reading_is (reading, i - 1, "ambassador ambassadors"))
        return OTHER;
      /* “Interest in China”, “confidence in Kyiv”. */
      if (chancery_reading_is (reading, i, "in") && chancery_reading_is (reading, i - 1, "interest confidence trust faith interested"))
        return OTHER;
      return VENUE;
    }
  if (chancery_reading_is (reading, i, "to"))
    {
      if (chancery_reading_is (reading, i - 1, "ambassador ambassadors commissioner envoy accredited"))
        return OTHER;
      governor = find_governor (reading, i - 1, CLASS_MOVE | CLASS_GIVE | CLASS_TRADE | CLASS_GOODS);
      if (governor & CLASS_GIVE)
        return ACTOR;
      if (governor & CLASS_TRADE)
        return OTHER;
      if (governor & CLASS_MOVE)
        return VENUE;
      return governor & CLASS_GOODS ? (int) OTHER : (int) ACTOR;
    }
  if (chancery_reading_is (reading, i, "from"))
    {
      governor = find_governor (reading, i - 1, CLASS_MOVE | CLASS_TRADE | CLASS_GOODS | CLASS_PRIVATE | CLASS_ORGAN | CLASS_STATE_NOUN | CLASS_KIN);
      if (governor & (CLASS_PRIVATE | CLASS_KIN | CLASS_TRADE))
        return OTHER;
      if (governor & (CLASS_ORGAN | CLASS_STATE_NOUN))
        return ACTOR;
      if (governor & CLASS_GOODS)
        return OTHER;
      if (governor & CLASS_MOVE)
        return VENUE;
      return context->candidate->kind == CHANCERY_MENTION_KIND_CAPITAL ? (int) VENUE : (int) ACTOR;
    }
  if (chancery_reading_is (reading, i, "of"))
    {
      if (chancery_reading_has (reading, i - 1, CLASS_STATE_NOUN | CLASS_TARGET))
        return ACTOR;
      if (chancery_reading_has (reading, i - 1, CLASS_PLACE_NOUN | CLASS_DIRECTION))
        {
          Context outer = *context;
          ChanceryCandidate shifted = *context->candidate;

          shifted.first = (guint) (i - 1);
          outer.candidate = &shifted;
          read_preposition (&outer);
          return is_place_context (&outer) ? (int) VENUE : (int) OTHER;
        }
      if (is_capitalised_word (reading, i - 1) || chancery_reading_has (reading, i - 1, CLASS_ORGAN))
        return ACTOR;
      return OTHER;
    }
  if (chancery_reading_is (reading, i, "for"))
    {
      if (chancery_reading_has (reading, i - 1, CLASS_STATE_NOUN))
        return ACTOR;
      if (find_governor (reading, i - 1, CLASS_MOVE | CLASS_ORGAN) & CLASS_MOVE)
        return VENUE;
      return context->candidate->kind == CHANCERY_MENTION_KIND_CAPITAL ? (int) ACTOR : (int) OTHER;
    }
  if (chancery_reading_is (reading, i, "on") && chancery_reading_is (reading, i - 1, "call calls called calling prevail prevailed depend depends"))
    return ACTOR;
  if (chancery_reading_is (reading, i, "on"))
    return find_governor (reading, i - 1, CLASS_TARGET) != 0 || context->candidate->kind == CHANCERY_MENTION_KIND_CAPITAL ? (int) ACTOR : (int) OTHER;
  if (chancery_reading_is (reading, i, "by with between against among without despite"))
    return ACTOR;
  if (chancery_reading_has (reading, i, CLASS_ABOUT))
    return OTHER;

  return UNDECIDED;
}

/* “The other Moscow”, “Buyers from …”: nothing left but a name standing there. */
static int
subject_acts (const Context *context)
{
  return ACTOR;
}

typedef int (*RoleRule) (const Context *context);

static const RoleRule rules[] = {
  leader_acts,          dateline_is_venue, repeats_in_brackets,        state_after_place_is_venue,
  place_of_state_is_venue, organ_acts,
  belongings_are_other, host_is_venue,     sport_is_other,             preposition_decides,     subject_acts,
};

/**
 * chancery_mention_roles_assign:
 * @reading: a reading whose candidates are settled
 *
 * Gives each mention its role.
 */
void
chancery_mention_roles_assign (ChanceryReading *reading)
{
  guint n_sport = 0;

  for (guint i = 0; i < reading->n_tokens && n_sport < SPORT_WORDS; i++)
    n_sport += chancery_reading_has (reading, i, CLASS_SPORT) ? 1 : 0;

  for (guint c = 0; c < reading->candidates->len; c++)
    {
      ChanceryCandidate *candidate = &g_array_index (reading->candidates, ChanceryCandidate, c);
      Context context = { .reading = reading, .candidate = candidate, .is_sport = n_sport >= SPORT_WORDS };
      int role = UNDECIDED;

      if (candidate->dropped != NULL)
        continue;
      if (reading->is_english)
        {
          read_phrase (&context);
          read_preposition (&context);
          for (guint r = 0; r < G_N_ELEMENTS (rules) && role == UNDECIDED; r++)
            role = rules[r](&context);
        }
      else
        {
          role = dateline_is_venue (&context);
        }
      candidate->role = role == UNDECIDED ? ACTOR : (guint8) role;
    }
}
