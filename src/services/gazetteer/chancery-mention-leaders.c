/* chancery-mention-leaders.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-mention-leaders.h"

#include <string.h>

#include "chancery-name-sound.h"
#include "chancery-word-class.h"
#include "chancery-mention-titles.h"
#include "chancery-state.h"

/* Two sources tell who leads a state: the catalogue, for the text's day, and
 * the text itself, which introduces its people: “Rwandan President Paul Kagame”,
 * “Ararat Mirzoyan, Armenia's foreign minister”. Whoever was introduced is
 * known by the surname in the rest of the text. */

/* A bound, so that no text makes the search slow. */
#define MAX_INTRODUCED 256

/* People whom the text introduced are numbered from here. */
#define FIRST_INTRODUCED 0x80000000u

typedef struct
{
  guint32 hashes[8];
  guint n_words;
  char iso[3];
  guint32 person;
  guint32 sound; /* of the given name */
  gunichar initial;
  guint full;   /* the form with the whole name */
  guint offset; /* where in it this one begins, in tokens */
} KnownForm;

typedef struct
{
  ChanceryReading *reading;
  GArray *forms;       /* of KnownForm, by the text's people */
  GHashTable *by_hash; /* a first word's hash -> the longest form that begins with it, 1-based */
  GHashTable *by_hash_alone; /* the same for forms of one word */
  GHashTable *accepted; /* person -> iso as a two-letter number */
  GHashTable *rejected; /* person: a former holder */
  guint n_introduced;
} Leaders;

/* See chancery_name_get_sound(). */
static guint32
sound_at (const ChanceryReading *reading,
          gint64                 i)
{
  const ChanceryToken *token = &reading->tokens[i];

  return chancery_name_get_sound (reading->text + token->start_bytes, token->end_bytes - token->start_bytes);
}

static gunichar
initial_at (const ChanceryReading *reading,
            gint64                 i)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  g_unichar_fully_decompose (g_utf8_get_char (reading->text + reading->tokens[i].start_bytes), FALSE, parts, G_N_ELEMENTS (parts));
  return g_unichar_tolower (parts[0]);
}

/* Whether the given name at @i can be another spelling of one that sounds so and begins so. Of two names that are both
 * well known, neither is a spelling of the other. */
static gboolean
may_be_given_name (const ChanceryReading *reading,
                   gint64                 i,
                   guint32                sound,
                   gunichar               initial)
{
  if (sound_at (reading, i) == sound)
    return TRUE;

  return initial_at (reading, i) == initial && !chancery_reading_has (reading, i, CLASS_FIRST_NAME);
}

static void
accept_person (Leaders    *leaders,
               guint32     person,
               const char *iso)
{
  if (person != 0)
    g_hash_table_insert (leaders->accepted, GUINT_TO_POINTER (person), GUINT_TO_POINTER ((guint) iso[0] << 8 | (guint) iso[1]));
}

static gboolean
get_accepted (Leaders *leaders,
              guint32  person,
              char     iso[3])
{
  guint packed = GPOINTER_TO_UINT (g_hash_table_lookup (leaders->accepted, GUINT_TO_POINTER (person)));

  if (packed == 0)
    return FALSE;
  iso[0] = (char) (packed >> 8);
  iso[1] = (char) (packed & 0xff);
  iso[2] = '\0';

  return TRUE;
}

/* “Marcos Jr.” keeps its full stop. */
static gint64
with_stop (const ChanceryReading *reading,
           gint64                 last)
{
  return chancery_reading_is (reading, last, "jr sr") && chancery_reading_sign (reading, last + 1, '.') ? last + 1 : last;
}

static void
add_leader (Leaders    *leaders,
            gint64      first,
            gint64      last,
            const char *iso,
            guint32     person)
{
  ChanceryCandidate candidate = { 0 };

  candidate.first = (guint) first;
  candidate.last = (guint) with_stop (leaders->reading, last);
  memcpy (candidate.iso, iso, sizeof candidate.iso);
  candidate.kind = CHANCERY_MENTION_KIND_LEADER;
  candidate.role = CHANCERY_MENTION_ROLE_ACTOR;
  candidate.has_role = TRUE;
  candidate.settled = TRUE;
  candidate.person = person;
  chancery_reading_add_candidate (leaders->reading, &candidate);
}

static void
add_form (Leaders    *leaders,
          gint64      first,
          gint64      last,
          const char *iso,
          guint32     person,
          guint       full,
          guint       offset)
{
  KnownForm form = { 0 };
  gpointer key = GUINT_TO_POINTER (leaders->reading->tokens[first].hash);
  guint other;

  for (gint64 i = first; i <= last; i++)
    form.hashes[form.n_words++] = leaders->reading->tokens[i].hash;
  memcpy (form.iso, iso, sizeof form.iso);
  form.person = person;
  form.sound = leaders->forms->len == full ? sound_at (leaders->reading, first) : g_array_index (leaders->forms, KnownForm, full).sound;
  form.initial = leaders->forms->len == full ? initial_at (leaders->reading, first) : g_array_index (leaders->forms, KnownForm, full).initial;
  form.full = full;
  form.offset = offset;
  g_array_append_val (leaders->forms, form);

  /* Longer forms win; of equal ones the first. */
  other = GPOINTER_TO_UINT (g_hash_table_lookup (leaders->by_hash, key));
  if (other == 0 || g_array_index (leaders->forms, KnownForm, other - 1).n_words < form.n_words)
    g_hash_table_insert (leaders->by_hash, key, GUINT_TO_POINTER (leaders->forms->len));
  if (form.n_words == 1 && !g_hash_table_contains (leaders->by_hash_alone, key))
    g_hash_table_insert (leaders->by_hash_alone, key, GUINT_TO_POINTER (leaders->forms->len));
}

/* In these states' names the family's part comes first, or people are called by their first name. */
static gboolean
is_called_by_first_name (const char *iso)
{
  static const char *const states[] = { "CN", "TW", "KR", "KP", "VN", "MY", "ID", "ET", "ER", "SO", "MM", "TH", "KH", "IS", "LA", "SG" };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (strcmp (states[i], iso) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Remembers somebody whom the text introduces by a name the catalogue lacks, under the names they'll be called by. */
static guint32
introduce (Leaders    *leaders,
           gint64      first,
           gint64      last,
           const char *iso)
{
  const ChanceryReading *reading = leaders->reading;
  gint64 surname = last;
  guint32 person;
  guint full;

  if (leaders->n_introduced == MAX_INTRODUCED || last - first >= (gint64) G_N_ELEMENTS (((KnownForm *) NULL)->hashes))
    return 0;
  person = FIRST_INTRODUCED + leaders->n_introduced++;

  full = leaders->forms->len;
  add_form (leaders, first, last, iso, person, full, 0);
  while (surname > first && chancery_reading_is_tight (reading, surname))
    surname--;
  if (surname > first)
    {
      add_form (leaders, surname, last, iso, person, full, (guint) (surname - first));
      if (is_called_by_first_name (iso))
        {
          gint64 given = first;

          while (given + 1 < last && chancery_reading_is_tight (reading, given + 1))
            given++;
          add_form (leaders, first, given, iso, person, full, 0);
        }
    }
  accept_person (leaders, person, iso);

  return person;
}

/* The best of a person candidate's meanings: in office, of the state asked for, of a state that the text names. */
static const ChanceryTermEntry *
choose_holder (const ChanceryReading   *reading,
               const ChanceryCandidate *candidate,
               const char              *iso,
               gboolean                *ambiguous)
{
  const ChanceryTermEntry *best = NULL;
  guint best_score = 0;

  *ambiguous = FALSE;
  for (guint32 n = candidate->entries; n != 0;)
    {
      const ChanceryTermEntry *entry = chancery_term_index_get_entry (reading->index, n);

      n = entry->next;
      if (!(entry->flags & CHANCERY_TERM_PERSON) || !chancery_reading_in_office (reading, entry))
        continue;
      if (iso[0] != '\0' && strcmp (entry->iso, iso) != 0)
        continue;
      {
        guint score = 1 + 2 * MIN (chancery_reading_get_evidence (reading, entry->iso), 1000u);

        if (strcmp (entry->iso, reading->dateline_iso) == 0)
          score += 2;
        if (best != NULL && strcmp (best->iso, entry->iso) != 0 && score == best_score)
          *ambiguous = TRUE;
        if (best == NULL || score > best_score)
          {
            best = entry;
            best_score = score;
            *ambiguous = FALSE;
          }
      }
    }

  return best;
}

/* Whether the catalogue knows that the person has left all offices. What it knows of the time before may be the last term only. */
static gboolean
has_left_office (const ChanceryReading   *reading,
                 const ChanceryCandidate *candidate)
{
  gboolean any = FALSE;

  for (guint32 n = candidate->entries; n != 0;)
    {
      const ChanceryTermEntry *entry = chancery_term_index_get_entry (reading->index, n);

      n = entry->next;
      if (!(entry->flags & CHANCERY_TERM_FULL_NAME))
        continue;
      any = TRUE;
      if (!chancery_date_is_set (entry->to) || (entry->flags & CHANCERY_TERM_END_UNKNOWN) || chancery_date_compare (reading->date, entry->to) <= 0)
        return FALSE;
    }

  return any;
}

/* What kind of office a title is, so that a guess can be checked against the catalogue. */
enum
{
  TITLE_PRESIDENT = 1 << 0,
  TITLE_PREMIER = 1 << 1,
  TITLE_MONARCH = 1 << 2,
  TITLE_FOREIGN = 1 << 3,
};

static guint
title_bit (const ChanceryReading *reading,
           const ChanceryTitle           *title)
{
  if (chancery_reading_has (reading, title->last, CLASS_MONARCH))
    return TITLE_MONARCH;
  if (chancery_reading_is (reading, title->last, "president"))
    return TITLE_PRESIDENT;
  if (chancery_reading_is (reading, title->last, "premier chancellor taoiseach") || chancery_reading_is (reading, title->last - 1, "prime"))
    return TITLE_PREMIER;

  return TITLE_FOREIGN;
}

/* Whether the catalogue has somebody else in such an office of a state, on the text's day; @name may be another spelling. */
static gboolean
is_held_by_another (Leaders    *leaders,
                    const char *iso,
                    guint       title,
                    gint64      name)
{
  ChanceryReading *reading = leaders->reading;
  gboolean held = FALSE;
  guint n_people;
  const guint32 *people = chancery_term_index_get_people (reading->index, iso, &n_people);

  if (!chancery_date_is_set (reading->date))
    return FALSE;

  for (guint p = 0; p < n_people; p++)
    {
      const ChanceryTermEntry *entry = chancery_term_index_get_entry (reading->index, people[p]);
      guint titles = entry->office == CHANCERY_OFFICE_HEAD_OF_STATE        ? TITLE_PRESIDENT | TITLE_MONARCH
                     : entry->office == CHANCERY_OFFICE_HEAD_OF_GOVERNMENT ? TITLE_PREMIER
                                                                           : TITLE_FOREIGN;

      reading->n_steps++;
      if (!(titles & title) || !chancery_reading_in_office (reading, entry))
        continue;
      if (may_be_given_name (reading, name, entry->sound, entry->initial))
        return FALSE;
      held = TRUE;
    }

  return held;
}

/* The state that the sentence has spoken of last, before @i. */
static gboolean
find_state_of_sentence (const ChanceryReading *reading,
                        gint64                 i,
                        char                   iso[3])
{
  for (guint n = 0; n < 40 && i >= 0; n++, i--)
    {
      const ChanceryCandidate *candidate = chancery_reading_candidate_at (reading, i);

      if (chancery_reading_ends_sentence (reading, i))
        return FALSE;
      if (candidate != NULL && candidate->dropped == NULL && candidate->iso[0] != '\0' &&
          candidate->kind != CHANCERY_MENTION_KIND_CAPITAL && !chancery_reading_is_person (reading, candidate))
        {
          memcpy (iso, candidate->iso, 3);
          return TRUE;
        }
      if (chancery_reading_flag (reading, i, CHANCERY_TOKEN_PARAGRAPH))
        return FALSE;
    }

  return FALSE;
}

/* Whose leader somebody is who is introduced by a bare title: of the only states that have such a title, of the state
 * where the text was written, or of the one that the sentence has spoken of, unless the catalogue has another in that
 * office there. */
static gboolean
guess_state (Leaders     *leaders,
             const ChanceryTitle *title,
             gint64       name,
             char         iso[3])
{
  static const struct
  {
    const char *title;
    const char *states[2];
  } titles[] = {
    { "chancellor", { "DE", "AT" } },
    { "taoiseach", { "IE", "IE" } },
    { "pope", { "VA", "VA" } },
    { "emperor", { "JP", "JP" } },
  };
  const ChanceryReading *reading = leaders->reading;

  for (guint t = 0; t < G_N_ELEMENTS (titles); t++)
    {
      if (!chancery_reading_is (reading, title->last, titles[t].title))
        continue;
      for (guint s = 0; s < 2; s++)
        {
          if (strcmp (reading->dateline_iso, titles[t].states[s]) == 0)
            {
              memcpy (iso, reading->dateline_iso, 3);
              return TRUE;
            }
        }
      memcpy (iso,
              titles[t].states[chancery_reading_get_evidence (reading, titles[t].states[1]) >
                               chancery_reading_get_evidence (reading, titles[t].states[0])],
              3);
      return TRUE;
    }

  /* “Georgian President … and Foreign Minister …” are of one state. */
  if (chancery_reading_is (reading, title->first - 1, "and"))
    {
      const ChanceryCandidate *other = chancery_reading_candidate_at (reading, title->first - 2);

      if (other != NULL && other->kind == CHANCERY_MENTION_KIND_LEADER &&
          find_state_of_sentence (reading, title->first - 1, iso) && strcmp (iso, other->iso) == 0 &&
          !is_held_by_another (leaders, iso, title_bit (reading, title), name))
        return TRUE;
    }
  if (reading->dateline_iso[0] != '\0' &&
      !is_held_by_another (leaders, reading->dateline_iso, title_bit (reading, title), name))
    {
      memcpy (iso, reading->dateline_iso, 3);
      return TRUE;
    }

  return reading->dateline_iso[0] == '\0' && find_state_of_sentence (reading, title->first - 1, iso) &&
         !is_held_by_another (leaders, iso, title_bit (reading, title), name);
}

/* Whether the text has introduced somebody whose name begins so: “Jordan's King Abdullah … King Abdullah II”. */
static gboolean
was_introduced (const Leaders *leaders,
                gint64         first,
                char           iso[3])
{
  gpointer key = GUINT_TO_POINTER (leaders->reading->tokens[first].hash);
  guint f = GPOINTER_TO_UINT (g_hash_table_lookup (leaders->by_hash, key));

  if (f == 0)
    return FALSE;
  memcpy (iso, g_array_index (leaders->forms, KnownForm, f - 1).iso, 3);

  return TRUE;
}

/* A name with a title before it. */
static void
read_titled_name (Leaders     *leaders,
                  const ChanceryTitle *title)
{
  ChanceryReading *reading = leaders->reading;
  gint64 first = title->last + 1, last;
  const ChanceryTermEntry *holder = NULL;
  ChanceryCandidate known = { 0 };
  gboolean ambiguous = FALSE, comma = FALSE, is_known = FALSE;
  char iso[3];

  if (chancery_reading_sign (reading, first, ',') && title->iso[0] != '\0' && !chancery_reading_is_capitalised (reading, title->last))
    {
      comma = TRUE;
      first++;
    }
  if (chancery_reading_flag (reading, first, CHANCERY_TOKEN_LINE))
    return;
  while (first < title->last + CHANCERY_TITLE_MAX_WORDS && chancery_reading_has (reading, first, CLASS_HONORIFIC) &&
         chancery_reading_candidate_at (reading, first) == NULL)
    {
      first++;
      if (chancery_reading_sign (reading, first, '.'))
        first++;
    }

  last = chancery_name_read (reading, first);
  for (gint64 i = first; i <= MAX (last, first) && !is_known; i++)
    {
      const ChanceryCandidate *candidate = chancery_reading_candidate_at (reading, i);

      is_known = candidate != NULL && chancery_reading_is_person (reading, candidate) && candidate->dropped == NULL;
      if (is_known)
        known = *candidate;
    }
  if (is_known)
    {
      holder = choose_holder (reading, &known, title->iso, &ambiguous);
      last = MAX (last, (gint64) known.last);
      if (chancery_reading_flag (reading, known.first, CHANCERY_TOKEN_TITLE_CASE | CHANCERY_TOKEN_SHOUTED))
        last = known.last;
    }

  if (last < first)
    return;
  /* “the King Salman relief centre”. */
  if (chancery_reading_is (reading, last + 1, "relief foundation centre center prize award university hospital mosque airport stadium complex bridge") &&
      !chancery_reading_flag (reading, last + 1, CHANCERY_TOKEN_LINE))
    {
      g_hash_table_add (leaders->rejected, GUINT_TO_POINTER (is_known ? known.first + 1 : 0));
      return;
    }
  if (title->denied)
    {
      /* A former minister may be the president of today. */
      if (is_known && holder == NULL)
        g_hash_table_add (leaders->rejected, GUINT_TO_POINTER (known.first + 1));
      return;
    }
  if (holder != NULL && !ambiguous)
    {
      memcpy (iso, holder->iso, sizeof iso);
      add_leader (leaders, first, last, iso, holder->person);
      accept_person (leaders, holder->person, iso);
      if (last > (gint64) known.last)
        introduce (leaders, first, last, iso);
      return;
    }
  if (is_known && has_left_office (reading, &known))
    return;
  if (chancery_reading_flag (reading, first, CHANCERY_TOKEN_TITLE_CASE | CHANCERY_TOKEN_SHOUTED))
    return;
  if (comma && !chancery_reading_sign (reading, last + 1, ',') && !chancery_reading_sign (reading, last + 1, '.'))
    return;

  if (title->iso[0] != '\0')
    memcpy (iso, title->iso, sizeof iso);
  else if (was_introduced (leaders, first, iso))
    ;
  else if (chancery_reading_is_capitalised (reading, title->last) && guess_state (leaders, title, first, iso))
    ;
  else
    return;
  /* One word after a title that comes without a state may be anything. */
  if (title->iso[0] == '\0' && last == first)
    return;
  add_leader (leaders, first, last, iso, introduce (leaders, first, last, iso));
}

/* “Ararat Mirzoyan, the Armenian foreign minister, …”. */
static void
read_apposition (Leaders     *leaders,
                 const ChanceryTitle *title)
{
  ChanceryReading *reading = leaders->reading;
  gint64 before = title->first - 1, first;
  ChanceryCandidate *known;

  if (title->denied || title->iso[0] == '\0' || chancery_reading_is_capitalised (reading, title->last))
    return;
  if (chancery_reading_is (reading, before, "the"))
    before--;
  if (!chancery_reading_sign (reading, before, ','))
    return;
  before--;
  if (!chancery_reading_sign (reading, title->last + 1, ',') && !chancery_reading_sign (reading, title->last + 1, '.'))
    return;
  known = chancery_reading_candidate_at (reading, before);
  if (known != NULL && !chancery_reading_is_person (reading, known))
    return;
  first = chancery_name_read_backwards (reading, before);
  while (first >= 0 && first < before &&
         (chancery_reading_has (reading, first, CLASS_HONORIFIC | CLASS_PERSON_TITLE) && !chancery_reading_has (reading, first, CLASS_FIRST_NAME)))
    first++;
  if (first < 0 || first == before)
    return;
  if (known == NULL)
    add_leader (leaders, first, before, title->iso, introduce (leaders, first, before, title->iso));
}

static void
read_titles (Leaders *leaders)
{
  ChanceryReading *reading = leaders->reading;

  for (gint64 i = 0; i < (gint64) reading->n_tokens; i++)
    {
      ChanceryTitle title;

      reading->n_steps++;
      if (!chancery_reading_has (reading, i, CLASS_HEAD) && !chancery_reading_is (reading, i, "minister affairs secretary state counterpart"))
        continue;
      if (chancery_reading_candidate_at (reading, i) != NULL)
        continue;
      if (chancery_title_read_counterpart (reading, i, &title) || chancery_title_read (reading, i, &title))
        {
          read_titled_name (leaders, &title);
          read_apposition (leaders, &title);
        }
    }
}

/* Whether a former office, a deputy's or an organisation's stands before a full name. */
static gboolean
is_denied (Leaders                 *leaders,
           const ChanceryCandidate *candidate)
{
  return g_hash_table_contains (leaders->rejected, GUINT_TO_POINTER (candidate->first + 1));
}

/* Whether a mention of a state, or a leader who is known already, stands there. */
static gboolean
is_state_at (const ChanceryReading *reading,
             gint64                 i)
{
  const ChanceryCandidate *candidate = chancery_reading_candidate_at (reading, i);

  return candidate != NULL && !(chancery_reading_is_person (reading, candidate) && candidate->dropped == NULL);
}

/* A different first name before a surname, or a name that goes on after it, is somebody else's. */
static gboolean
has_other_name_around (const ChanceryReading *reading,
                       gint64                 first,
                       gint64                 last,
                       guint32                sound,
                       gunichar               initial,
                       gint64                *extended_first)
{
  gint64 before = first - 1;

  *extended_first = first;
  if (!chancery_reading_flag (reading, last + 1, CHANCERY_TOKEN_LINE) && chancery_reading_is_name (reading, last + 1) &&
      chancery_reading_candidate_at (reading, last + 1) == NULL && !chancery_reading_has (reading, last + 1, CLASS_OFFICE | CLASS_ORGAN))
    return TRUE;
  if (chancery_reading_sign (reading, last + 1, '-') && chancery_reading_is_tight (reading, last + 1) && chancery_reading_is_tight (reading, last + 2) &&
      chancery_reading_is_capitalised (reading, last + 2))
    return TRUE;
  if (chancery_reading_flag (reading, first, CHANCERY_TOKEN_LINE))
    return FALSE;
  if (chancery_reading_sign (reading, before, '-') && chancery_reading_is_tight (reading, first))
    return chancery_reading_is_capitalised (reading, before - 1) && chancery_reading_is_tight (reading, before);
  if (chancery_reading_sign (reading, before, '.') && before > 0 &&
      reading->tokens[before - 1].end_bytes - reading->tokens[before - 1].start_bytes == 1 && chancery_reading_is_capitalised (reading, before - 1) &&
      chancery_reading_candidate_at (reading, before - 1) == NULL)
    before--;
  else if (chancery_reading_has (reading, before, CLASS_PARTICLE) && !chancery_reading_is_capitalised (reading, before))
    before--;
  else if (!chancery_reading_is_name (reading, before) || is_state_at (reading, before) ||
           (chancery_reading_has (reading, before, CLASS_OFFICE | CLASS_HONORIFIC | CLASS_ORGAN) &&
            !chancery_reading_has (reading, before, CLASS_FIRST_NAME)) ||
           chancery_reading_flag (reading, before, CHANCERY_TOKEN_UPPER))
    return FALSE;

  /* The same person, spelt in another way: take the first names in. */
  for (guint n = 0; n < CHANCERY_NAME_MAX_WORDS && before > 0 && chancery_reading_is_name (reading, before - 1) && !chancery_reading_flag (reading, before, CHANCERY_TOKEN_LINE) &&
                    !is_state_at (reading, before - 1) &&
                    !chancery_reading_has (reading, before - 1, CLASS_OFFICE | CLASS_HONORIFIC | CLASS_ORGAN);
       n++)
    before--;
  *extended_first = before;

  return !may_be_given_name (reading, before, sound, initial);
}

/* Full names from the catalogue. */
static void
read_full_names (Leaders *leaders)
{
  ChanceryReading *reading = leaders->reading;
  guint n_candidates = reading->candidates->len;

  for (guint c = 0; c < n_candidates; c++)
    {
      ChanceryCandidate candidate = g_array_index (reading->candidates, ChanceryCandidate, c);
      const ChanceryTermEntry *holder;
      gboolean ambiguous;
      gint64 last;

      if (candidate.replaced || candidate.dropped != NULL || !chancery_reading_is_person (reading, &candidate) ||
          !(chancery_term_index_get_entry (reading->index, candidate.entry)->flags & CHANCERY_TERM_FULL_NAME))
        continue;
      holder = choose_holder (reading, &candidate, "", &ambiguous);
      if (holder == NULL || is_denied (leaders, &candidate))
        continue;
      last = candidate.last;
      if (!chancery_reading_flag (reading, last + 1, CHANCERY_TOKEN_LINE) && chancery_reading_has (reading, last + 1, CLASS_PLACE_TAIL) &&
          chancery_reading_is_capitalised (reading, last + 1))
        continue;
      while (last < (gint64) candidate.last + 2 && chancery_reading_is_name (reading, last + 1) &&
             !chancery_reading_flag (reading, last + 1, CHANCERY_TOKEN_LINE) && chancery_reading_candidate_at (reading, last + 1) == NULL)
        last++;
      add_leader (leaders, candidate.first, last, holder->iso, holder->person);
      accept_person (leaders, holder->person, holder->iso);
    }
}

/* Surnames from the catalogue: of whom the text has introduced, or with a state or a title, or such as nobody else bears. */
static void
read_surnames (Leaders *leaders)
{
  ChanceryReading *reading = leaders->reading;
  guint n_candidates = reading->candidates->len;

  for (guint c = 0; c < n_candidates; c++)
    {
      ChanceryCandidate candidate = g_array_index (reading->candidates, ChanceryCandidate, c);
      const ChanceryTermEntry *holder = NULL;
      gboolean ambiguous = FALSE, is_common, accepted = FALSE;
      char iso[3] = "";
      gint64 first, state_first;
      ChanceryCandidate *state;

      if (candidate.replaced || candidate.dropped != NULL || !chancery_reading_is_person (reading, &candidate) || is_denied (leaders, &candidate) ||
          !(chancery_term_index_get_entry (reading->index, candidate.entry)->flags & CHANCERY_TERM_SURNAME))
        continue;

      /* Somebody whom the text has introduced. */
      for (guint32 n = candidate.entries; n != 0 && !accepted;)
        {
          const ChanceryTermEntry *entry = chancery_term_index_get_entry (reading->index, n);

          n = entry->next;
          if ((entry->flags & CHANCERY_TERM_SURNAME) && get_accepted (leaders, entry->person, iso))
            {
              holder = entry;
              accepted = TRUE;
            }
        }
      is_common = candidate.first == candidate.last && chancery_reading_has (reading, candidate.first, CLASS_COMMON_SURNAME | CLASS_FIRST_NAME | CLASS_SHARED_NAME | CLASS_FUNCTION | CLASS_MONTH);
      if (!accepted)
        {
          state = chancery_reading_state_before (reading, candidate.first, &state_first);
          holder = choose_holder (reading, &candidate, state != NULL ? state->iso : "", &ambiguous);
          if (holder == NULL || ambiguous)
            continue;
          memcpy (iso, holder->iso, sizeof iso);
          if (is_common && state == NULL)
            continue;
          if (state == NULL && chancery_reading_get_evidence (reading, iso) == 0 && strcmp (iso, reading->dateline_iso) != 0)
            continue;
        }
      if (has_other_name_around (reading, candidate.first, candidate.last, holder->sound, holder->initial, &first))
        continue;
      if (is_common && chancery_reading_flag (reading, candidate.first, CHANCERY_TOKEN_SHOUTED | CHANCERY_TOKEN_SENTENCE) && !accepted)
        continue;
      if (first < (gint64) candidate.first)
        introduce (leaders, first, candidate.last, iso);
      add_leader (leaders, first, candidate.last, iso, holder->person);
      accept_person (leaders, holder->person, iso);
    }
}

/* The form in a table that begins at @i, if all its words are there. */
static const KnownForm *
find_form (const Leaders *leaders,
           GHashTable    *table,
           gint64         i)
{
  const ChanceryReading *reading = leaders->reading;
  guint f = GPOINTER_TO_UINT (g_hash_table_lookup (table, GUINT_TO_POINTER (reading->tokens[i].hash)));
  const KnownForm *form = f != 0 ? &g_array_index (leaders->forms, KnownForm, f - 1) : NULL;

  for (guint w = 0; form != NULL && w < form->n_words; w++)
    {
      if (i + w >= (gint64) reading->n_tokens || reading->tokens[i + w].hash != form->hashes[w])
        return NULL;
    }

  return form;
}

/* The names of whom the text introduced, wherever they stand again. */
static void
read_introduced (Leaders *leaders)
{
  ChanceryReading *reading = leaders->reading;

  for (gint64 i = 0; i < (gint64) reading->n_tokens; i++)
    {
      ChanceryCandidate *candidate = chancery_reading_candidate_at (reading, i);
      const KnownForm *form, *full;
      gint64 first;

      reading->n_steps++;
      if (!chancery_reading_is_capitalised (reading, i) ||
          (candidate != NULL && candidate->dropped == NULL && !chancery_reading_is_person (reading, candidate)))
        continue;
      form = find_form (leaders, leaders->by_hash, i);
      if (form == NULL)
        form = find_form (leaders, leaders->by_hash_alone, i);
      if (form == NULL)
        continue;
      /* “López Obrador” of “Andrés Manuel López Obrador”. */
      first = i;
      full = &g_array_index (leaders->forms, KnownForm, form->full);
      while (form->offset > (guint) (i - first) && first > 0 && (reading->tokens[first].flags & CHANCERY_TOKEN_LINE) == 0 &&
             reading->tokens[first - 1].hash == full->hashes[form->offset - 1 - (guint) (i - first)])
        first--;
      if (first == i && has_other_name_around (reading, i, i + form->n_words - 1, form->sound, form->initial, &first))
        continue;
      add_leader (leaders, first, i + form->n_words - 1, form->iso, form->person);
      i += form->n_words - 1;
    }
}

/* Names that nothing ties to an office on this day are not mentions. */
static void
drop_other_people (ChanceryReading *reading)
{
  for (guint c = 0; c < reading->candidates->len; c++)
    {
      ChanceryCandidate *candidate = &g_array_index (reading->candidates, ChanceryCandidate, c);

      if (candidate->dropped == NULL && chancery_reading_is_person (reading, candidate))
        candidate->dropped = "a person who leads no state";
    }
}

/**
 * chancery_mention_leaders_find:
 * @reading: a reading whose other candidates are settled
 *
 * Finds the heads of state, heads of government and foreign ministers who are
 * in office on the text's day, by their names.
 */
void
chancery_mention_leaders_find (ChanceryReading *reading)
{
  Leaders leaders = {
    .reading = reading,
    .forms = g_array_new (FALSE, FALSE, sizeof (KnownForm)),
    .by_hash = g_hash_table_new (NULL, NULL),
    .by_hash_alone = g_hash_table_new (NULL, NULL),
    .accepted = g_hash_table_new (NULL, NULL),
    .rejected = g_hash_table_new (NULL, NULL),
  };

  if (reading->is_english)
    read_titles (&leaders);
  chancery_reading_sort_candidates (reading);
  read_full_names (&leaders);
  chancery_reading_sort_candidates (reading);
  read_surnames (&leaders);
  chancery_reading_sort_candidates (reading);
  read_introduced (&leaders);
  chancery_reading_sort_candidates (reading);
  drop_other_people (reading);

  g_array_unref (leaders.forms);
  g_hash_table_unref (leaders.by_hash);
  g_hash_table_unref (leaders.by_hash_alone);
  g_hash_table_unref (leaders.accepted);
  g_hash_table_unref (leaders.rejected);
}
