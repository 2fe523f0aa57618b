/* chancery-mention-rules.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-mention-rules.h"

#include <string.h>

#include "chancery-word-class.h"

/* Rules that find that a candidate is not a mention. Each looks at the words
 * around one candidate, and is named for what the candidate is instead. Those
 * that need the whole text (a person named once in full, a town named once with
 * its region) come second, in rules of their own. */

typedef gboolean (*MentionRule) (const ChanceryReading   *reading,
                                 const ChanceryCandidate *candidate);

#define KIND(kind) (1u << (kind))
#define NAMES                                                                                                                   \
  (KIND (CHANCERY_MENTION_KIND_NAME) | KIND (CHANCERY_MENTION_KIND_OFFICIAL) | KIND (CHANCERY_MENTION_KIND_ALIAS) |              \
   KIND (CHANCERY_MENTION_KIND_CODE))
#define CAPITALS KIND (CHANCERY_MENTION_KIND_CAPITAL)
#define DEMONYMS KIND (CHANCERY_MENTION_KIND_DEMONYM)
#define CODES KIND (CHANCERY_MENTION_KIND_CODE)

/* How many words after a candidate may still be part of the name that it begins. */
#define MAX_NAME_TOKENS 7

static const ChanceryTermEntry *
get_entry (const ChanceryReading   *reading,
           const ChanceryCandidate *candidate)
{
  return chancery_term_index_get_entry (reading->index, candidate->entry);
}

static gboolean
is_person_entry (const ChanceryReading   *reading,
                 const ChanceryCandidate *candidate)
{
  return (get_entry (reading, candidate)->flags & CHANCERY_TERM_PERSON) != 0;
}

/* Whether the token follows the one before it on the same line, with no more than a space between. */
static gboolean
follows_directly (const ChanceryReading *reading,
                  gint64                 i)
{
  return !chancery_reading_flag (reading, i, CHANCERY_TOKEN_LINE) && i > 0 && i < (gint64) reading->n_tokens;
}

/* The case at this place says nothing. */
static gboolean
is_uninformative (const ChanceryReading   *reading,
                  const ChanceryCandidate *candidate)
{
  return chancery_reading_flag (reading, candidate->first,
                                CHANCERY_TOKEN_SENTENCE | CHANCERY_TOKEN_SHOUTED | CHANCERY_TOKEN_TITLE_CASE);
}

static gboolean
is_capitalised_word (const ChanceryReading *reading,
                     gint64                 i)
{
  return chancery_reading_flag (reading, i, CHANCERY_TOKEN_CAPITAL) && chancery_reading_flag (reading, i, CHANCERY_TOKEN_WORD);
}

/* Walks over the capitalised words that directly follow, “of”, “and” and hyphens between them included, and collects
 * their classes; stops before another state's name. */
static guint64
classes_of_name_after (const ChanceryReading   *reading,
                       const ChanceryCandidate *candidate,
                       guint64                 *last_classes,
                       guint                   *n_words)
{
  guint64 all = 0;
  gint64 i = (gint64) candidate->last + 1;

  *last_classes = 0;
  *n_words = 0;
  while (i <= (gint64) candidate->last + MAX_NAME_TOKENS && follows_directly (reading, i))
    {
      if (is_capitalised_word (reading, i))
        {
          *last_classes = chancery_reading_classes (reading, i);
          if (*last_classes & (CLASS_WEEKDAY | CLASS_MONTH))
            break;
          all |= *last_classes;
          (*n_words)++;
          i++;
        }
      else if (*n_words > 0 && chancery_reading_is (reading, i, "of for the &") &&
               (is_capitalised_word (reading, i + 1) || is_capitalised_word (reading, i + 2)))
        {
          i++;
        }
      else if (chancery_reading_sign (reading, i, '-') && !chancery_reading_flag (reading, i, CHANCERY_TOKEN_SPACE) &&
               is_capitalised_word (reading, i + 1) && !chancery_reading_flag (reading, i + 1, CHANCERY_TOKEN_SPACE) &&
               chancery_reading_candidate_at (reading, i + 1) == NULL)
        {
          i++;
        }
      else
        {
          break;
        }
    }

  return all;
}

/* “GIVE US TIME”: a pronoun; “US TROOPS LEAVE”: the state. */
static gboolean
is_pronoun_in_capitals (const ChanceryReading   *reading,
                        const ChanceryCandidate *candidate)
{
  gint64 first = candidate->first, last = candidate->last;

  if (!chancery_reading_flag (reading, first, CHANCERY_TOKEN_SHOUTED) || !chancery_reading_is (reading, first, "us it car no"))
    return FALSE;
  if (first != last)
    return FALSE;
  if (chancery_reading_flag (reading, first, CHANCERY_TOKEN_LINE))
    return FALSE;
  if (chancery_reading_has (reading, last + 1, CLASS_ORGAN | CLASS_ACT | CLASS_SAYING | CLASS_GOODS) &&
      !chancery_reading_is (reading, last + 1, "time all"))
    return chancery_reading_is (reading, first - 1, "give tell let of for feeds help make");

  return !chancery_reading_is (reading, first - 1, "the in between and by");
}

/* “Wholesale turkey prices … Turkey is affordable”: a text that has the common noun in lower case means the noun where
 * the case tells nothing. */
static gboolean
is_common_noun (const ChanceryReading   *reading,
                const ChanceryCandidate *candidate)
{
  if (candidate->first != candidate->last || !is_uninformative (reading, candidate) ||
      !chancery_reading_has (reading, candidate->first, CLASS_SHARED_NAME))
    return FALSE;
  if (chancery_reading_sign (reading, (gint64) candidate->last + 1, '\''))
    return FALSE;

  return (reading->word_facts[reading->tokens[candidate->first].word] & CHANCERY_WORD_SEEN_LOWER) != 0;
}

/* A headline in capitals about birds, with no lower case to go by. */
static gboolean
is_bird (const ChanceryReading   *reading,
         const ChanceryCandidate *candidate)
{
  if (!chancery_reading_is (reading, candidate->first, "turkey") || !is_uninformative (reading, candidate))
    return FALSE;

  for (gint64 i = (gint64) candidate->first - 8; i <= (gint64) candidate->last + 8; i++)
    {
      if (chancery_reading_has (reading, i, CLASS_BIRD))
        return TRUE;
    }

  return FALSE;
}

/* “Mr Jordan”, “Judge Paris Whitcomb”. */
static gboolean
is_titled_person (const ChanceryReading   *reading,
                  const ChanceryCandidate *candidate)
{
  gint64 before = (gint64) candidate->first - 1;

  if (!follows_directly (reading, candidate->first))
    return FALSE;
  if (chancery_reading_sign (reading, before, '.'))
    before--;
  if (!chancery_reading_has (reading, before, CLASS_PERSON_TITLE) || !is_capitalised_word (reading, before))
    return FALSE;

  /* “Coach France”, but “Georgia Governor …” stands the other way round. */
  return !chancery_reading_has (reading, (gint64) candidate->last + 1, CLASS_OFFICE);
}

/* “his sister, Georgia.”, “a dog named Chad”. */
static gboolean
is_named_relation (const ChanceryReading   *reading,
                   const ChanceryCandidate *candidate)
{
  gint64 before = (gint64) candidate->first - 1;

  if (!chancery_reading_has (reading, candidate->first, CLASS_SHARED_NAME | CLASS_FIRST_NAME))
    return FALSE;
  if (chancery_reading_sign (reading, before, ','))
    before--;
  if (chancery_reading_has (reading, before, CLASS_KIN) && !is_capitalised_word (reading, before))
    return TRUE;

  /* “Georgia, a painter from Perth”. */
  return chancery_reading_sign (reading, (gint64) candidate->last + 1, ',') &&
         chancery_reading_is (reading, (gint64) candidate->last + 2, "a an") &&
         (chancery_reading_has (reading, (gint64) candidate->last + 3, CLASS_PRIVATE | CLASS_KIN) ||
          chancery_reading_has (reading, (gint64) candidate->last + 4, CLASS_PRIVATE | CLASS_KIN));
}

/* “Jordan Vance”, “Paris Hilton”, “India Castellanos”: somebody's or something's name goes on. */
static gboolean
begins_name (const ChanceryReading   *reading,
             const ChanceryCandidate *candidate)
{
  gint64 after = (gint64) candidate->last + 1;
  ChanceryCandidate *next = chancery_reading_candidate_at (reading, after);

  if (!follows_directly (reading, after))
    return FALSE;
  if (next != NULL)
    return is_person_entry (reading, next) && (get_entry (reading, next)->flags & CHANCERY_TERM_SURNAME) &&
           chancery_reading_has (reading, candidate->first, CLASS_SHARED_NAME) &&
           candidate->kind != CHANCERY_MENTION_KIND_CODE;
  /* “France Defence Minister …”, “Kyiv Mayor …”, “Ghana Football Association”. */
  if (chancery_reading_has (reading, after, CLASS_OFFICE | CLASS_ORGAN | CLASS_SPORT | CLASS_EVENT))
    return FALSE;
  if (candidate->kind == CHANCERY_MENTION_KIND_CODE)
    return FALSE;
  if (chancery_reading_has (reading, after, CLASS_PARTICLE) && !is_capitalised_word (reading, after))
    return chancery_reading_is (reading, after, "bin van von der ibn de") && chancery_reading_is_name (reading, after + 1);

  return chancery_reading_is_name (reading, after);
}

/* “Tom Holland”, “Mats Norway”, “J. Jordan”: somebody's or something's name ends here. */
static gboolean
ends_name (const ChanceryReading   *reading,
           const ChanceryCandidate *candidate)
{
  gint64 before = (gint64) candidate->first - 1;
  ChanceryCandidate *previous = chancery_reading_candidate_at (reading, before);

  if (!follows_directly (reading, candidate->first))
    return FALSE;
  if (chancery_reading_sign (reading, before, '.') &&
      reading->tokens[before - 1].end_bytes - reading->tokens[before - 1].start_bytes == 1 && before >= 1 &&
      previous == NULL && is_capitalised_word (reading, before - 1))
    return candidate->kind != CHANCERY_MENTION_KIND_DEMONYM;
  if (previous != NULL || candidate->kind == CHANCERY_MENTION_KIND_CODE)
    return FALSE;
  /* “Café de France”. */
  if (chancery_reading_is (reading, before, "de du del della di da von") && !is_capitalised_word (reading, before) &&
      is_capitalised_word (reading, before - 1))
    return TRUE;
  if (chancery_reading_has (reading, before, CLASS_OFFICE | CLASS_ORGAN | CLASS_HONORIFIC | CLASS_KIN) &&
      !chancery_reading_has (reading, before, CLASS_FIRST_NAME))
    return FALSE;
  if (reading->tokens[before].flags & CHANCERY_TOKEN_UPPER)
    return FALSE;

  return chancery_reading_is_name (reading, before) && chancery_reading_flag (reading, before, CHANCERY_TOKEN_WORD);
}

/* “Lauren German”, but “Monday Russian …” and “NATO German …” are not. */
static gboolean
ends_full_name (const ChanceryReading   *reading,
                const ChanceryCandidate *candidate)
{
  gint64 before = (gint64) candidate->first - 1;

  return follows_directly (reading, candidate->first) && chancery_reading_candidate_at (reading, before) == NULL &&
         chancery_reading_has (reading, before, CLASS_FIRST_NAME) && is_capitalised_word (reading, before) &&
         !chancery_reading_has (reading, before, CLASS_MONTH | CLASS_FUNCTION) &&
         !chancery_reading_flag (reading, candidate->first, CHANCERY_TOKEN_SHOUTED | CHANCERY_TOKEN_TITLE_CASE) &&
         !chancery_reading_has (reading, (gint64) candidate->last + 1, CLASS_OFFICE | CLASS_ORGAN);
}

/* “Lebuh Armenian,”: the last word of a name in some other language. */
static gboolean
ends_foreign_name (const ChanceryReading   *reading,
                   const ChanceryCandidate *candidate)
{
  gint64 before = (gint64) candidate->first - 1, after = (gint64) candidate->last + 1;

  return follows_directly (reading, candidate->first) && chancery_reading_is_name (reading, before) &&
         chancery_reading_token (reading, before)->word == 0 && !chancery_reading_flag (reading, before, CHANCERY_TOKEN_UPPER) &&
         (!chancery_reading_flag (reading, after, CHANCERY_TOKEN_WORD) || !follows_directly (reading, after));
}

/* “Armenian Street”, “Jordan River”, “Cairo International Airport”. */
static gboolean
is_place_name (const ChanceryReading   *reading,
               const ChanceryCandidate *candidate)
{
  guint64 last, all;
  guint n_words;

  if (chancery_reading_flag (reading, candidate->first, CHANCERY_TOKEN_SHOUTED))
    return FALSE;
  all = classes_of_name_after (reading, candidate, &last, &n_words);
  if (n_words == 0)
    return chancery_reading_is (reading, (gint64) candidate->last + 1, "river delta basin") &&
           chancery_reading_has (reading, candidate->first, CLASS_SHARED_NAME) &&
           chancery_reading_is (reading, candidate->first, "jordan congo niger panama");
  if (candidate->kind == CHANCERY_MENTION_KIND_DEMONYM && n_words > 2)
    return FALSE;

  return (last & CLASS_PLACE_TAIL) && !(all & (CLASS_OFFICE | CLASS_ORGAN));
}

/* “Washington Post”, “Turkish Airlines”, “Tehran University”, “Moscow-Pullman Daily News”. */
static gboolean
is_firm_or_medium (const ChanceryReading   *reading,
                   const ChanceryCandidate *candidate)
{
  guint64 last, all;
  guint n_words;

  all = classes_of_name_after (reading, candidate, &last, &n_words);
  if (n_words == 0 || !(all & CLASS_NAME_TAIL) || chancery_reading_flag (reading, candidate->first, CHANCERY_TOKEN_SHOUTED | CHANCERY_TOKEN_TITLE_CASE))
    return FALSE;
  if (chancery_reading_has (reading, (gint64) candidate->last + 1, CLASS_NAME_TAIL) &&
      !chancery_reading_has (reading, (gint64) candidate->last + 2, CLASS_OFFICE | CLASS_ORGAN))
    return TRUE;
  if (chancery_reading_is (reading, (gint64) candidate->last + 1, "news press") && chancery_reading_is (reading, (gint64) candidate->last + 2, "agency"))
    return TRUE;

  return !(all & (CLASS_OFFICE | CLASS_ORGAN));
}

/* “Russian Orthodox Church”. */
static gboolean
is_church (const ChanceryReading   *reading,
           const ChanceryCandidate *candidate)
{
  gint64 after = (gint64) candidate->last + 1;

  if (!chancery_reading_has (reading, after, CLASS_CHURCH) || !is_capitalised_word (reading, after))
    return FALSE;

  /* “Polish Catholic bishops” are of a state and of a church. */
  return chancery_reading_is (reading, after, "orthodox apostolic church patriarchate rite") ||
         chancery_reading_is (reading, after + 1, "church rite patriarchate");
}

/* “Port Sudan”, “Real Madrid”, “Little India”, “Air Malta”. */
static gboolean
has_name_lead (const ChanceryReading   *reading,
               const ChanceryCandidate *candidate)
{
  gint64 before = (gint64) candidate->first - 1;

  if (!follows_directly (reading, candidate->first))
    return FALSE;
  if (chancery_reading_sign (reading, before, '.') && chancery_reading_is (reading, before - 1, "st"))
    before--;

  return is_capitalised_word (reading, before) && chancery_reading_has (reading, before, CLASS_NAME_LEAD | CLASS_CLUB) &&
         chancery_reading_candidate_at (reading, before) == NULL &&
         !chancery_reading_flag (reading, candidate->first, CHANCERY_TOKEN_SHOUTED | CHANCERY_TOKEN_TITLE_CASE) &&
         !chancery_reading_has (reading, before, CLASS_OFFICE);
}

/* “University of Vienna”, “Gulf of Oman”, “Treaty of Rome”, “Archbishop of Paris”. */
static gboolean
is_named_after (const ChanceryReading   *reading,
                const ChanceryCandidate *candidate)
{
  gint64 before = (gint64) candidate->first - 1;

  if (chancery_reading_is (reading, before, "the"))
    before--;
  if (!chancery_reading_is (reading, before, "of") || !is_capitalised_word (reading, before - 1))
    return FALSE;
  /* Firms; the central banks are the “People's Bank of China”, the “Central Bank of Ireland”. */
  if (chancery_reading_is (reading, before - 1, "bank") && chancery_reading_is (reading, candidate->first, "america china ireland cyprus"))
    return !chancery_reading_is (reading, before - 2, "s central reserve national");

  return chancery_reading_is (reading, before - 1,
                              "university college archbishop bishop archdiocese diocese duke duchess earl marquess patriarch patriarchate "
                              "metropolitan cathedral treaty gulf bay sea strait straits lake isthmus mount cape port battle siege fall "
                              "congress peace accord order school museum mayor-general merchant phantom voice university");
}

/* “Soviet Armenia”, “Nazi Germany”. */
static gboolean
is_past_realm (const ChanceryReading   *reading,
               const ChanceryCandidate *candidate)
{
  return follows_directly (reading, candidate->first) &&
         chancery_reading_has (reading, (gint64) candidate->first - 1, CLASS_PAST_REALM) &&
         is_capitalised_word (reading, (gint64) candidate->first - 1);
}

/* “Minsk agreements”, “Paris Agreement”: what was signed there. */
static gboolean
is_treaty (const ChanceryReading   *reading,
           const ChanceryCandidate *candidate)
{
  gint64 after = (gint64) candidate->last + 1;

  return chancery_reading_has (reading, after, CLASS_TREATY) &&
         (is_capitalised_word (reading, after) ||
          chancery_reading_is (reading, after, "agreements accords accord protocol protocols treaty convention memorandum format"));
}

static gboolean
is_region_at (const ChanceryReading *reading,
              gint64                 i)
{
  if (!is_capitalised_word (reading, i))
    return FALSE;
  if (chancery_reading_is (reading, i, "new"))
    return chancery_reading_is (reading, i + 1, "york jersey hampshire mexico");
  if (chancery_reading_is (reading, i, "north south"))
    return chancery_reading_is (reading, i + 1, "carolina dakota");
  if (chancery_reading_is (reading, i, "west"))
    return chancery_reading_is (reading, i + 1, "virginia");
  if (chancery_reading_is (reading, i, "rhode"))
    return chancery_reading_is (reading, i + 1, "island");

  return chancery_reading_has (reading, i, CLASS_REGION);
}

/* “Pullman, Washington”, “Washington state”: the state on the Pacific. */
static gboolean
is_region_itself (const ChanceryReading   *reading,
                  const ChanceryCandidate *candidate)
{
  gint64 first = candidate->first;

  if (!chancery_reading_is (reading, first, "washington"))
    return FALSE;
  if (chancery_reading_is (reading, (gint64) candidate->last + 1, "state") && !is_capitalised_word (reading, (gint64) candidate->last + 2))
    return TRUE;
  if (!chancery_reading_sign (reading, first - 1, ',') || !is_capitalised_word (reading, first - 2) ||
      chancery_reading_candidate_at (reading, first - 2) != NULL)
    return FALSE;
  /* “In Brussels, Washington's envoy …”, “On Friday, Washington said …”. */
  if (chancery_reading_has (reading, first - 2, CLASS_WEEKDAY | CLASS_MONTH | CLASS_FUNCTION))
    return FALSE;

  return chancery_reading_sign (reading, (gint64) candidate->last + 1, ',') || chancery_reading_has (reading, first - 2, CLASS_US_PLACE);
}

/* “in Russian”, “speaks French”, “Persian-language”, “a Russian word”. */
static gboolean
is_language (const ChanceryReading   *reading,
             const ChanceryCandidate *candidate)
{
  gint64 first = candidate->first, after = (gint64) candidate->last + 1, before = first - 1;
  gboolean noun_follows;

  if (candidate->first != candidate->last || !chancery_reading_has (reading, first, CLASS_TONGUE))
    return FALSE;
  if (chancery_reading_has (reading, after, CLASS_LANGUAGE_TAIL) && follows_directly (reading, after))
    return TRUE;
  if (chancery_reading_sign (reading, after, '-') && !chancery_reading_flag (reading, after, CHANCERY_TOKEN_SPACE) &&
      chancery_reading_is (reading, after + 1, "language speaking speaker speakers medium"))
    return TRUE;

  /* A noun after it makes it an adjective. */
  noun_follows = chancery_reading_flag (reading, after, CHANCERY_TOKEN_WORD) &&
                 !chancery_reading_has (reading, after, CLASS_FUNCTION | CLASS_PREPOSITION | CLASS_AUXILIARY) &&
                 follows_directly (reading, after);
  if (chancery_reading_is (reading, after, "and or") || chancery_reading_sign (reading, after, ','))
    {
      /* “in Russian and Armenian schools”: look past the other one. */
      gint64 other = chancery_reading_is (reading, after + 1, "and or") ? after + 2 : after + 1;

      if (chancery_reading_has (reading, other, CLASS_TONGUE) && is_capitalised_word (reading, other))
        noun_follows = chancery_reading_flag (reading, other + 1, CHANCERY_TOKEN_WORD) &&
                       !chancery_reading_has (reading, other + 1, CLASS_FUNCTION | CLASS_PREPOSITION | CLASS_AUXILIARY);
    }
  if (noun_follows)
    return FALSE;

  /* The last of a list of tongues: go back to what leads the list. */
  for (guint n = 0; n < 6; n++)
    {
      if ((chancery_reading_is (reading, before, "and or") || chancery_reading_sign (reading, before, ',')) &&
          (chancery_reading_has (reading, before - 1, CLASS_TONGUE) || chancery_reading_is (reading, before - 1, "english arabic")))
        before -= 2;
      else
        break;
    }
  /* “speak no Ukrainian”, “in good French”. */
  if (chancery_reading_is (reading, before, "no some any good bad only his her their"))
    before--;
  if (chancery_reading_has (reading, before, CLASS_LANGUAGE_LEAD))
    return TRUE;

  return chancery_reading_is (reading, before, "in into from") &&
         (chancery_reading_is (reading, before, "in into") || chancery_reading_has (reading, before - 1, CLASS_LANGUAGE_LEAD));
}

/* “ethnic Russians”. */
static gboolean
is_ethnic_group (const ChanceryReading   *reading,
                 const ChanceryCandidate *candidate)
{
  return chancery_reading_has (reading, (gint64) candidate->first - 1, CLASS_ETHNIC);
}

/* Brussels is the Union's other name, unless something is in it. */
static gboolean
is_the_union (const ChanceryReading   *reading,
              const ChanceryCandidate *candidate)
{
  gint64 before = (gint64) candidate->first - 1;

  if (!chancery_reading_is (reading, candidate->first, "brussels") || candidate->dateline)
    return FALSE;
  if (chancery_reading_has (reading, before, CLASS_PLACE_PREPOSITION | CLASS_MOVE) ||
      (chancery_reading_is (reading, before, "to from for") && chancery_reading_has (reading, before - 1, CLASS_MOVE)))
    return FALSE;
  if (chancery_reading_has (reading, (gint64) candidate->last + 1, CLASS_EVENT))
    return FALSE;

  return reading->names_union || chancery_reading_get_evidence (reading, "BE") == 0;
}

static int
georgia_cue (const ChanceryReading *reading,
             gint64                 i)
{
  guint64 classes = chancery_reading_classes (reading, i);

  if (classes & CLASS_COUNTRY_CUE)
    return 1;
  if ((classes & CLASS_STATE_CUE) || ((classes & CLASS_REGION) && is_capitalised_word (reading, i)))
    return -1;

  return 0;
}

/* “Georgia's Senate runoff”: the nearest cues decide, the sentence's before the text's. */
static gboolean
is_the_other_georgia (const ChanceryReading   *reading,
                      const ChanceryCandidate *candidate)
{
  int score = 0;

  if (!chancery_reading_is (reading, candidate->first, "georgia"))
    return FALSE;
  for (gint64 i = (gint64) candidate->first - 14; i <= (gint64) candidate->last + 14; i++)
    {
      gint64 distance = MAX ((gint64) candidate->first - i, i - (gint64) candidate->last);

      score += georgia_cue (reading, i) * (int) (15 - distance);
    }

  return score != 0 ? score < 0 : reading->georgia_score < 0;
}

/* “Moscow, Idaho”, “Lima, Ohio”: a town elsewhere. */
static gboolean
is_town_in_region (const ChanceryReading   *reading,
                   const ChanceryCandidate *candidate)
{
  gint64 after = (gint64) candidate->last + 1;

  /* Tbilisi, Georgia and Mexico City, Mexico are where they should be. */
  if (strcmp (candidate->iso, "GE") == 0)
    return FALSE;

  if (!chancery_reading_sign (reading, after, ','))
    return FALSE;
  if (chancery_reading_is (reading, after + 1, "georgia"))
    {
      const ChanceryCandidate *georgia = chancery_reading_candidate_at (reading, after + 1);

      return candidate->kind == CHANCERY_MENTION_KIND_CAPITAL && georgia != NULL && is_the_other_georgia (reading, georgia);
    }

  return is_region_at (reading, after + 1);
}

/* “Athens, Rome and Savannah”: towns in a list with one that can be nowhere else. */
static gboolean
is_in_list_of_towns (const ChanceryReading   *reading,
                     const ChanceryCandidate *candidate)
{
  gint64 after = (gint64) candidate->last + 1;

  for (guint n = 0; n < 4; n++)
    {
      if (chancery_reading_sign (reading, after, ','))
        after++;
      if (chancery_reading_is (reading, after, "and or"))
        after++;
      if (!is_capitalised_word (reading, after) || after == (gint64) candidate->last + 1)
        return FALSE;
      if (chancery_reading_has (reading, after, CLASS_US_PLACE) && !chancery_reading_has (reading, after, CLASS_REGION))
        return TRUE;
      after++;
    }

  return FALSE;
}

/* “San Jose”, “Victoria”, “Kingston” are the capitals only where their state is spoken of. */
static gboolean
is_namesake_of_capital (const ChanceryReading   *reading,
                        const ChanceryCandidate *candidate)
{
  static const char *const shared[] = { "SC", "GY", "JM", "CR", "CL", "AG", "GD", "MV", "BS", "CV", "KM", "VC", "BO" };
  gboolean is_shared = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (shared) && !is_shared; i++)
    is_shared = strcmp (candidate->iso, shared[i]) == 0;
  if (!is_shared)
    return FALSE;

  if (chancery_reading_get_evidence (reading, candidate->iso) > 0)
    return FALSE;

  return !candidate->dateline || chancery_reading_is (reading, candidate->first, "san");
}

/* “US$20”, “the 1949 US$”: a sign for money. */
static gboolean
is_currency (const ChanceryReading   *reading,
             const ChanceryCandidate *candidate)
{
  gint64 after = (gint64) candidate->last + 1;

  return chancery_reading_sign (reading, after, '$') && !chancery_reading_flag (reading, after, CHANCERY_TOKEN_SPACE);
}

/* “Franco” alone is a name; “Franco-German” is not. */
static gboolean
is_bare_combining_form (const ChanceryReading   *reading,
                        const ChanceryCandidate *candidate)
{
  gint64 after = (gint64) candidate->last + 1;

  return (get_entry (reading, candidate)->flags & CHANCERY_TERM_COMBINING) &&
         !(chancery_reading_sign (reading, after, '-') && !chancery_reading_flag (reading, after, CHANCERY_TOKEN_SPACE) &&
           !chancery_reading_flag (reading, after + 1, CHANCERY_TOKEN_SPACE) && is_capitalised_word (reading, after + 1));
}

static const struct
{
  const char *name;
  MentionRule is;
  guint kinds;
} rules[] = {
  { "a combining form alone", is_bare_combining_form, DEMONYMS },
  { "a pronoun in capitals", is_pronoun_in_capitals, CODES },
  { "money", is_currency, CODES },
  { "a common noun", is_common_noun, NAMES | CAPITALS | DEMONYMS },
  { "the bird", is_bird, NAMES },
  { "an ethnic group", is_ethnic_group, DEMONYMS },
  { "a language", is_language, DEMONYMS },
  { "a church", is_church, DEMONYMS | NAMES },
  { "a realm of the past", is_past_realm, DEMONYMS | NAMES | CAPITALS },
  { "a place named so", is_place_name, DEMONYMS | NAMES | CAPITALS },
  { "a firm, a medium or a school", is_firm_or_medium, DEMONYMS | NAMES | CAPITALS },
  { "named after it", is_named_after, NAMES | CAPITALS },
  { "part of a name", has_name_lead, NAMES | CAPITALS },
  { "a treaty", is_treaty, CAPITALS },
  { "a town elsewhere", is_town_in_region, NAMES | CAPITALS },
  { "the state on the Pacific", is_region_itself, CAPITALS },
  { "the other Georgia", is_the_other_georgia, NAMES },
  { "a town in a list", is_in_list_of_towns, CAPITALS },
  { "a namesake", is_namesake_of_capital, CAPITALS },
  { "the Union", is_the_union, CAPITALS },
  { "a person with a title", is_titled_person, NAMES | CAPITALS },
  { "a relation", is_named_relation, NAMES | CAPITALS },
  { "the start of a name", begins_name, NAMES | CAPITALS },
  { "the end of a name", ends_name, NAMES | CAPITALS },
  { "the end of a full name", ends_full_name, DEMONYMS },
  { "the end of a foreign name", ends_foreign_name, DEMONYMS },
};

/* The rules by which a candidate is a person's name. */
static const char *const PERSON_RULES[] = { "the start of a name", "the end of a name", "a person with a title", "a relation", NULL };

static gboolean
is_undoubted (const ChanceryReading *reading,
              gint64                 i)
{
  const ChanceryCandidate *candidate = chancery_reading_candidate_at (reading, i);

  return candidate != NULL && candidate->dropped == NULL && !is_person_entry (reading, candidate) &&
         !(reading->word_facts[reading->tokens[candidate->first].word] & CHANCERY_WORD_PERSON);
}

/* “Mexico's president”: towns have none. */
static gboolean
has_organ (const ChanceryReading   *reading,
           const ChanceryCandidate *candidate)
{
  gint64 after = (gint64) candidate->last + 1;

  return chancery_reading_sign (reading, after, '\'') &&
         chancery_reading_has (reading, after + 2, CLASS_ORGAN | CLASS_OFFICE) &&
         !chancery_reading_is (reading, after + 2, "police mayor council court judge school officials");
}

/* Whether what stands around a name can only stand around a state's. */
static gboolean
is_surely_state (const ChanceryReading   *reading,
                 const ChanceryCandidate *candidate)
{
  gint64 before = (gint64) candidate->first - 1, after = (gint64) candidate->last + 1;

  if (chancery_reading_sign (reading, after, '\'') &&
      chancery_reading_has (reading, after + 2, CLASS_ORGAN | CLASS_OFFICE | CLASS_PLACE_NOUN | CLASS_TOPIC | CLASS_TRADE))
    return TRUE;
  if (chancery_reading_is (reading, before, "in from across near") || chancery_reading_is (reading, before, "other"))
    return TRUE;
  if (chancery_reading_is (reading, before, "and") && is_undoubted (reading, before - 1))
    return TRUE;
  if (chancery_reading_is (reading, after, "and") && is_undoubted (reading, after + 1))
    return TRUE;

  return chancery_reading_is (reading, before, "of to") && chancery_reading_has (reading, before - 1, CLASS_STATE_NOUN | CLASS_MOVE | CLASS_TRADE | CLASS_PLACE_NOUN);
}

/* A person named once in full, or a town named once with its region, goes on by the one word. */
static void
drop_later_uses (ChanceryReading *reading)
{
  for (guint c = 0; c < reading->candidates->len; c++)
    {
      ChanceryCandidate *candidate = &g_array_index (reading->candidates, ChanceryCandidate, c);
      guint8 *facts = &reading->word_facts[reading->tokens[candidate->first].word];

      if (candidate->first != candidate->last)
        continue;
      if (candidate->dropped == NULL)
        {
          if (candidate->dateline)
            {
              *facts |= CHANCERY_WORD_CAPITAL;
              continue;
            }
          if ((*facts & CHANCERY_WORD_PERSON) && !(*facts & CHANCERY_WORD_CAPITAL) && !is_surely_state (reading, candidate))
            candidate->dropped = "a person named before";
          else if ((*facts & CHANCERY_WORD_TOWN) && !has_organ (reading, candidate) &&
                   !chancery_reading_is (reading, (gint64) candidate->first - 1, "other real"))
            candidate->dropped = "a town named before";
        }
      else if (g_strv_contains (PERSON_RULES, candidate->dropped) &&
               chancery_reading_has (reading, candidate->first, CLASS_SHARED_NAME | CLASS_FIRST_NAME))
        {
          *facts |= CHANCERY_WORD_PERSON;
        }
      else if (strcmp (candidate->dropped, "a town elsewhere") == 0 && !(*facts & CHANCERY_WORD_CAPITAL))
        {
          *facts |= CHANCERY_WORD_TOWN;
        }
    }
}

static gboolean
has_several_states (const ChanceryReading   *reading,
                    const ChanceryCandidate *candidate)
{
  for (guint32 n = candidate->entries; n != 0;)
    {
      const ChanceryTermEntry *entry = chancery_term_index_get_entry (reading->index, n);

      if (strcmp (entry->iso, candidate->iso) != 0)
        return TRUE;
      n = entry->next;
    }

  return FALSE;
}

/* What the rules ask of the text as a whole, so that no rule has to walk over it for each candidate. */
static void
gather_facts (ChanceryReading *reading)
{
  for (guint i = 0; i < reading->n_tokens; i++)
    {
      reading->georgia_score += georgia_cue (reading, i);
      if (is_capitalised_word (reading, i) && chancery_reading_is (reading, i, "eu european commission eurozone"))
        reading->names_union = TRUE;
    }

  for (guint c = 0; c < reading->candidates->len; c++)
    {
      const ChanceryCandidate *candidate = &g_array_index (reading->candidates, ChanceryCandidate, c);
      if (candidate->blocked || candidate->kind == CHANCERY_MENTION_KIND_CAPITAL || is_person_entry (reading, candidate) ||
          has_several_states (reading, candidate))
        continue;
      chancery_reading_add_evidence (reading, candidate->iso);
    }
}

/**
 * chancery_mention_rules_apply:
 * @reading: a reading with its candidates
 *
 * Marks the candidates that are not mentions. Only English has rules so far;
 * in other languages nothing is dropped but blocked phrases.
 */
void
chancery_mention_rules_apply (ChanceryReading *reading)
{
  gather_facts (reading);
  for (guint c = 0; c < reading->candidates->len; c++)
    {
      ChanceryCandidate *candidate = &g_array_index (reading->candidates, ChanceryCandidate, c);

      if (candidate->blocked)
        candidate->dropped = "a fixed phrase";
      if (!reading->is_english || candidate->dropped != NULL || candidate->entry == 0 || is_person_entry (reading, candidate))
        continue;
      for (guint r = 0; r < G_N_ELEMENTS (rules) && candidate->dropped == NULL; r++)
        {
          if ((rules[r].kinds & KIND (candidate->kind)) && rules[r].is (reading, candidate))
            candidate->dropped = rules[r].name;
        }
    }

  if (reading->is_english)
    drop_later_uses (reading);
}
