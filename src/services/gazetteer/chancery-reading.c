/* chancery-reading.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-reading.h"

#include <string.h>

#include "chancery-word-class.h"

/* A headline is shorter than this many words, a dateline than this many tokens. */
#define MAX_HEADLINE_WORDS 24
#define MAX_DATELINE_TOKENS 24

/* How often a long text is asked whether it is still wanted. */
#define CANCEL_INTERVAL 4096

static gboolean
is_letters (const ChanceryReading *self,
            guint                  i)
{
  const ChanceryToken *token = &self->tokens[i];

  return (token->flags & CHANCERY_TOKEN_WORD) && !(token->flags & CHANCERY_TOKEN_DIGITS) &&
         token->end_bytes - token->start_bytes > 1;
}

static guint
evidence_index (const char *iso)
{
  if (!g_ascii_isupper (iso[0]) || !g_ascii_isupper (iso[1]))
    return 0;

  return (guint) (iso[0] - 'A') * 26 + (guint) (iso[1] - 'A');
}

/**
 * chancery_reading_get_evidence:
 * @iso: a state
 *
 * Returns: how often the text names it other than by its capital
 */
guint
chancery_reading_get_evidence (const ChanceryReading *self,
                               const char            *iso)
{
  return self->evidence[evidence_index (iso)];
}

/**
 * chancery_reading_add_evidence:
 * @iso: a state
 *
 * Counts one more name of it.
 */
void
chancery_reading_add_evidence (ChanceryReading *self,
                               const char      *iso)
{
  guint16 *count = &self->evidence[evidence_index (iso)];

  if (*count < G_MAXUINT16)
    (*count)++;
}

/**
 * chancery_reading_in_office:
 * @entry: a person's
 *
 * Returns: whether they hold the office on the text's day
 */
gboolean
chancery_reading_in_office (const ChanceryReading   *self,
                            const ChanceryTermEntry *entry)
{
  return !chancery_date_is_set (self->date) || chancery_date_in_period (self->date, entry->from, entry->to);
}

/**
 * chancery_reading_is:
 * @i: a token
 * @words: words in lower case, separated by spaces
 *
 * Returns: whether the token is one of @words, in any case
 */
gboolean
chancery_reading_is (const ChanceryReading *self,
                     gint64                 i,
                     const char            *words)
{
  const ChanceryToken *token = chancery_reading_token (self, i);
  gsize length = token->end_bytes - token->start_bytes;
  const char *text = self->text + token->start_bytes;

  if (length == 0)
    return FALSE;

  for (gsize start = 0; words[start] != '\0';)
    {
      gsize end = start;

      while (words[end] != ' ' && words[end] != '\0')
        end++;
      if (end - start == length && g_ascii_strncasecmp (words + start, text, length) == 0)
        return TRUE;
      start = words[end] == ' ' ? end + 1 : end;
    }

  return FALSE;
}

/* Whether a full stop at @i belongs to an abbreviation (“Mr.”, “U.S.”, “Nov.”) and so ends no sentence. */
static gboolean
is_abbreviation_stop (const ChanceryReading *self,
                      gint64                 i)
{
  const ChanceryToken *before = chancery_reading_token (self, i - 1);
  gsize length = before->end_bytes - before->start_bytes;

  if (!chancery_reading_sign (self, i, '.') || !(before->flags & CHANCERY_TOKEN_WORD) || before->end_bytes != self->tokens[i].start_bytes)
    return FALSE;
  if (length == 1 && (before->flags & CHANCERY_TOKEN_CAPITAL))
    return TRUE;
  if (!(before->flags & CHANCERY_TOKEN_CAPITAL))
    return chancery_reading_is (self, i - 1, "no vs etc e.g i.e approx");
  if (chancery_reading_has (self, i - 1, CLASS_MONTH) && length <= 4 && !chancery_reading_is (self, i - 1, "may june july"))
    return chancery_reading_flag (self, i + 1, CHANCERY_TOKEN_DIGITS);

  return chancery_reading_is (self, i - 1, "mr mrs ms dr st gen col lt sgt sen rep gov prof rev hon capt maj adm jr mt ft no");
}

/**
 * chancery_reading_ends_sentence:
 * @i: a token
 *
 * Returns: whether it is a sign that ends a sentence
 */
gboolean
chancery_reading_ends_sentence (const ChanceryReading *self,
                                gint64                 i)
{
  gunichar sign = chancery_reading_token (self, i)->sign;

  switch (sign)
    {
    case '!':
    case '?':
    case 0x2026:
    case 0x3002:
    case 0xff01:
    case 0xff1f:
    case 0x061f:
      return TRUE;
    case '.':
      return !is_abbreviation_stop (self, i);
    default:
      return FALSE;
    }
}

static void
mark_sentence_starts (ChanceryReading *self)
{
  gboolean pending = TRUE;

  for (guint i = 0; i < self->n_tokens; i++)
    {
      ChanceryToken *token = &self->tokens[i];

      if (token->flags & CHANCERY_TOKEN_LINE)
        pending = TRUE;

      if (token->flags & CHANCERY_TOKEN_WORD)
        {
          if (pending)
            token->flags |= CHANCERY_TOKEN_SENTENCE;
          /* A numbered paragraph begins after its number. */
          pending = (token->flags & CHANCERY_TOKEN_DIGITS) && (token->flags & CHANCERY_TOKEN_LINE);
          continue;
        }

      switch (token->sign)
        {
        case '"':
        case 0x2039:
          /* An opening mark stands after a space or at the start; a closing one leaves what was. */
          if (token->flags & (CHANCERY_TOKEN_SPACE | CHANCERY_TOKEN_LINE))
            pending = TRUE;
          break;
        case '\'':
          if ((token->flags & CHANCERY_TOKEN_SPACE) && chancery_reading_flag (self, (gint64) i - 1, ~0u) &&
              !chancery_reading_flag (self, (gint64) i + 1, CHANCERY_TOKEN_SPACE))
            pending = TRUE;
          break;
        case ':':
        case '*':
        case 0x2022:
        case ')':
        case '(':
        case '-':
        case '/':
          if (token->sign == ':' || token->sign == '*' || token->sign == 0x2022)
            pending = TRUE;
          break;
        default:
          if (chancery_reading_ends_sentence (self, i))
            pending = TRUE;
          else if (token->sign == ',' || token->sign == ';')
            pending = FALSE;
          break;
        }
    }
}

/* A line all in capitals, a run of words in capitals, a headline in title case: there, case tells nothing. */
static void
mark_uninformative_case (ChanceryReading *self)
{
  guint line = 0;

  while (line < self->n_tokens)
    {
      guint end = line + 1, n_words = 0, n_upper = 0, n_long = 0, n_long_capital = 0, n_run = 0;
      gboolean stopped;

      while (end < self->n_tokens && !(self->tokens[end].flags & CHANCERY_TOKEN_LINE))
        end++;

      for (guint i = line; i < end; i++)
        {
          const ChanceryToken *token = &self->tokens[i];

          if (!is_letters (self, i))
            {
              if (token->sign != 0)
                n_run = 0;
              continue;
            }
          n_words++;
          if (token->flags & CHANCERY_TOKEN_UPPER)
            {
              n_upper++;
              n_run++;
              if (n_run == 3)
                {
                  self->tokens[i - 1].flags |= CHANCERY_TOKEN_SHOUTED;
                  self->tokens[i - 2].flags |= CHANCERY_TOKEN_SHOUTED;
                }
              if (n_run >= 3)
                self->tokens[i].flags |= CHANCERY_TOKEN_SHOUTED;
            }
          else
            {
              n_run = 0;
            }
          if (token->end_bytes - token->start_bytes > 3)
            {
              n_long++;
              n_long_capital += (token->flags & CHANCERY_TOKEN_CAPITAL) ? 1 : 0;
            }
        }

      stopped = chancery_reading_ends_sentence (self, (gint64) end - 1);
      for (guint i = line; i < end; i++)
        {
          if (n_words > 1 && n_upper == n_words)
            self->tokens[i].flags |= CHANCERY_TOKEN_SHOUTED;
          else if (!stopped && n_words < MAX_HEADLINE_WORDS && n_long >= 4 && n_long_capital * 5 >= n_long * 4)
            self->tokens[i].flags |= CHANCERY_TOKEN_TITLE_CASE;
        }

      line = end;
    }
}

/* The token after the dateline that begins at @line, or 0: “MOSCOW, November 23. /TASS/.”, “PARIS, Nov 3 (Reuters) -”,
 * “POZNAN, Poland, Sept 12 (PAP) -”, “ABUJA (AFP) -”. @place_end gets the token after the place. */
static guint
find_dateline_end (const ChanceryReading *self,
                   guint                  line,
                   guint                 *place_end)
{
  guint i = line;
  gboolean dated = FALSE;

  if (!chancery_reading_flag (self, line, CHANCERY_TOKEN_CAPITAL))
    return 0;

  for (; i < self->n_tokens && i < line + MAX_DATELINE_TOKENS; i++)
    {
      const ChanceryToken *token = &self->tokens[i];
      gunichar next = chancery_reading_token (self, (gint64) i + 1)->sign;

      if (i > line && (token->flags & CHANCERY_TOKEN_LINE))
        return 0;
      if (chancery_reading_has (self, i, CLASS_MONTH) && (token->flags & CHANCERY_TOKEN_CAPITAL) && i > line)
        {
          guint after = i + 1;

          *place_end = i;
          if (chancery_reading_flag (self, (gint64) i - 1, CHANCERY_TOKEN_DIGITS))
            *place_end = i - 1;
          else
            {
              if (next == '.')
                after++;
              if (!chancery_reading_flag (self, after, CHANCERY_TOKEN_DIGITS))
                return 0;
              after++;
            }
          if (chancery_reading_sign (self, after, ',') && chancery_reading_flag (self, after + 1, CHANCERY_TOKEN_DIGITS))
            after += 2;
          else if (chancery_reading_flag (self, after, CHANCERY_TOKEN_DIGITS))
            after++;
          i = after;
          dated = TRUE;
          break;
        }
      /* “RIYADH/DUBAI” are two places; “ /TASS/” is an agency. */
      if (token->sign == '/' && !(token->flags & CHANCERY_TOKEN_SPACE) && !chancery_reading_flag (self, (gint64) i + 1, CHANCERY_TOKEN_SPACE))
        continue;
      if (i > line && (token->sign == '(' || token->sign == '/'))
        {
          *place_end = i;
          break;
        }
      /* “MARRAKESH, Morocco — The …”. */
      if (i > line && token->sign == '-' && (token->flags & CHANCERY_TOKEN_SPACE) &&
          chancery_reading_flag (self, (gint64) i + 1, CHANCERY_TOKEN_SPACE) &&
          chancery_reading_flag (self, (gint64) i + 1, CHANCERY_TOKEN_CAPITAL) &&
          chancery_reading_flag (self, line, CHANCERY_TOKEN_UPPER) && !chancery_reading_flag (self, line, CHANCERY_TOKEN_SHOUTED) &&
          self->tokens[line].end_bytes - self->tokens[line].start_bytes > 3)
        {
          *place_end = i;
          return i + 1;
        }
      if (token->sign != 0 && token->sign != ',' && token->sign != '.' && token->sign != '-' && token->sign != '\'')
        return 0;
      if ((token->flags & CHANCERY_TOKEN_WORD) && !(token->flags & (CHANCERY_TOKEN_CAPITAL | CHANCERY_TOKEN_DIGITS)) &&
          !chancery_reading_is (self, i, "of and the es de da la al d el sur"))
        return 0;
    }

  if (i >= self->n_tokens || i >= line + MAX_DATELINE_TOKENS || *place_end <= line)
    return 0;

  /* What follows must look like the end of a dateline too. */
  if (chancery_reading_sign (self, i, '.') && dated)
    i++;
  if (chancery_reading_sign (self, i, '(') || chancery_reading_sign (self, i, '/'))
    {
      gunichar closing = self->tokens[i].sign == '(' ? ')' : '/';
      guint limit = i + 10;

      if (!dated && !chancery_reading_flag (self, i + 1, CHANCERY_TOKEN_CAPITAL) && !chancery_reading_is (self, i + 1, "dpa apa ats sda"))
        return 0;
      for (i++; i < self->n_tokens && i < limit && self->tokens[i].sign != closing; i++)
        ;
      if (!chancery_reading_sign (self, i, closing))
        return 0;
      i++;
      /* “Congo (Brazzaville) will …” is not one. */
      if (!dated && !chancery_reading_sign (self, i, '-') && !chancery_reading_sign (self, i, '.') &&
          !chancery_reading_flag (self, line, CHANCERY_TOKEN_UPPER))
        return 0;
    }
  else if (dated && !chancery_reading_sign (self, i, '-') && !chancery_reading_sign (self, i, ':') &&
           !chancery_reading_sign (self, (gint64) i - 1, '.'))
    {
      return 0;
    }
  while (chancery_reading_sign (self, i, '-') || chancery_reading_sign (self, i, '.') || chancery_reading_sign (self, i, ':'))
    i++;

  return i;
}

/**
 * chancery_reading_new:
 * @index: the terms
 * @text: valid UTF-8
 * @length_bytes: its length, less than 4 GiB
 * @date: for what day names and offices are resolved
 * @cancellable: (nullable): a #GCancellable
 *
 * Splits a text into tokens and marks what its case can tell. @index and @text
 * are borrowed.
 *
 * Returns: (transfer full) (nullable): the reading, or %NULL if cancelled
 */
ChanceryReading *
chancery_reading_new (const ChanceryTermIndex *index,
                      const char              *text,
                      gsize                    length_bytes,
                      ChanceryDate             date,
                      GCancellable            *cancellable)
{
  g_autoptr (ChanceryReading) self = g_new0 (ChanceryReading, 1);
  g_autoptr (GArray) tokens = g_array_sized_new (FALSE, FALSE, sizeof (ChanceryToken), (guint) (length_bytes / 5) + 16);
  ChanceryTokeniser tokeniser;
  ChanceryToken token;
  gsize n_tokens;

  self->index = index;
  self->text = text;
  self->length_bytes = length_bytes;
  self->is_english = g_str_equal (chancery_term_index_get_lang (index), "en");
  self->date = date;
  self->cancellable = cancellable;
  self->candidates = g_array_new (FALSE, FALSE, sizeof (ChanceryCandidate));

  chancery_tokeniser_init (&tokeniser, text, length_bytes);
  while (chancery_tokeniser_next (&tokeniser, &token))
    {
      token.word = chancery_term_index_lookup_word (index, tokeniser.folded, tokeniser.folded_bytes, token.hash);
      g_array_append_val (tokens, token);
      self->n_steps++;
      if (tokens->len % CANCEL_INTERVAL == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
    }
  self->tokens = (ChanceryToken *) g_array_steal (tokens, &n_tokens);
  self->n_tokens = (guint) n_tokens;
  self->candidate_at = g_new0 (guint32, self->n_tokens + 1);

  mark_sentence_starts (self);
  mark_uninformative_case (self);
  self->word_facts = g_new0 (guint8, chancery_term_index_get_n_words (index));
  for (guint i = 0; i < self->n_tokens; i++)
    {
      if (!(self->tokens[i].flags & CHANCERY_TOKEN_CAPITAL))
        self->word_facts[self->tokens[i].word] |= CHANCERY_WORD_SEEN_LOWER;
    }

  return g_steal_pointer (&self);
}

void
chancery_reading_free (ChanceryReading *self)
{
  g_free (self->tokens);
  g_free (self->candidate_at);
  g_free (self->word_facts);
  g_array_unref (self->candidates);
  g_free (self);
}

/**
 * chancery_reading_entry_applies:
 * @entry: a meaning
 *
 * Returns: whether it is of the text's day
 */
gboolean
chancery_reading_entry_applies (ChanceryReading         *self,
                                const ChanceryTermEntry *entry)
{
  if (!chancery_date_is_set (self->date) || (!chancery_date_is_set (entry->from) && !chancery_date_is_set (entry->to)))
    return TRUE;

  /* Who left an office is known still, so that the rules can tell that the name is a former holder's. */
  return (entry->flags & CHANCERY_TERM_PERSON) || chancery_date_in_period (self->date, entry->from, entry->to);
}

static gboolean
case_fits (const ChanceryReading   *self,
           guint                    first,
           guint                    n_tokens,
           const ChanceryTermEntry *entry)
{
  for (guint i = 0; i < n_tokens; i++)
    {
      guint32 flags = self->tokens[first + i].flags;

      if ((entry->capitals & (1u << i)) && !(flags & CHANCERY_TOKEN_CAPITAL))
        return FALSE;
      if ((entry->uppers & (1u << i)) && !(flags & CHANCERY_TOKEN_UPPER))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_longest (ChanceryReading   *self,
              guint              first,
              ChanceryCandidate *candidate)
{
  ChanceryTermMatch matches[CHANCERY_TERM_MAX_TOKENS];
  guint n_matches;

  n_matches = chancery_term_index_match (self->index, self->tokens + first, self->n_tokens - first, matches, &self->n_steps);
  while (n_matches-- > 0)
    {
      for (guint32 number = matches[n_matches].entry; number != 0;)
        {
          const ChanceryTermEntry *entry = chancery_term_index_get_entry (self->index, number);

          if (chancery_reading_entry_applies (self, entry) && case_fits (self, first, matches[n_matches].n_tokens, entry))
            {
              memset (candidate, 0, sizeof *candidate);
              candidate->first = first;
              candidate->last = first + matches[n_matches].n_tokens - 1;
              candidate->entries = matches[n_matches].entry;
              candidate->entry = number;
              candidate->kind = entry->kind;
              candidate->person = entry->person;
              candidate->blocked = (entry->flags & CHANCERY_TERM_BLOCKED) != 0;
              memcpy (candidate->iso, entry->iso, sizeof candidate->iso);
              return TRUE;
            }
          number = entry->next;
        }
    }

  return FALSE;
}

static void
find_datelines (ChanceryReading *self)
{
  for (guint line = 0; line < self->n_tokens; line++)
    {
      guint place_end = 0, end;

      if (!(self->tokens[line].flags & CHANCERY_TOKEN_LINE))
        continue;
      end = find_dateline_end (self, line, &place_end);
      if (end == 0)
        continue;

      if (end < self->n_tokens)
        self->tokens[end].flags |= CHANCERY_TOKEN_SENTENCE;
      if (self->dateline_end == 0)
        self->dateline_end = end;
      for (guint i = line; i < place_end; i++)
        {
          ChanceryCandidate *candidate = chancery_reading_candidate_at (self, i);

          if (candidate == NULL || candidate->first != i)
            continue;
          candidate->dateline = TRUE;
          if (self->dateline_iso[0] == '\0' && !candidate->blocked && !(chancery_term_index_get_entry (self->index, candidate->entry)->flags & CHANCERY_TERM_PERSON))
            memcpy (self->dateline_iso, candidate->iso, sizeof self->dateline_iso);
        }
    }
}

static int
compare_candidates (const void *a,
                    const void *b)
{
  const ChanceryCandidate *left = a, *right = b;

  return left->first < right->first ? -1 : left->first > right->first;
}

static void
index_candidates (ChanceryReading *self)
{
  memset (self->candidate_at, 0, (self->n_tokens + 1) * sizeof *self->candidate_at);
  for (guint c = 0; c < self->candidates->len; c++)
    {
      const ChanceryCandidate *candidate = &g_array_index (self->candidates, ChanceryCandidate, c);

      for (guint i = candidate->first; i <= candidate->last; i++)
        self->candidate_at[i] = c + 1;
    }
}

/**
 * chancery_reading_find_candidates:
 *
 * Finds, left to right, the longest term at each place, and the datelines.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
chancery_reading_find_candidates (ChanceryReading *self)
{
  for (guint i = 0; i < self->n_tokens;)
    {
      ChanceryCandidate candidate;

      if (i % CANCEL_INTERVAL == 0 && g_cancellable_is_cancelled (self->cancellable))
        return FALSE;
      if (self->tokens[i].word != 0 && take_longest (self, i, &candidate))
        {
          g_array_append_val (self->candidates, candidate);
          i = candidate.last + 1;
        }
      else
        {
          i++;
        }
    }
  index_candidates (self);
  find_datelines (self);

  return TRUE;
}

/**
 * chancery_reading_add_candidate:
 * @candidate: what to add
 *
 * Adds a candidate in place of those that it overlaps. The array's order and
 * chancery_reading_candidate_at() are right again after
 * chancery_reading_sort_candidates().
 */
void
chancery_reading_add_candidate (ChanceryReading         *self,
                                const ChanceryCandidate *candidate)
{
  for (guint i = candidate->first; i <= candidate->last; i++)
    {
      ChanceryCandidate *other = chancery_reading_candidate_at (self, i);

      if (other != NULL)
        other->replaced = TRUE;
    }
  g_array_append_vals (self->candidates, candidate, 1);
  for (guint i = candidate->first; i <= candidate->last; i++)
    self->candidate_at[i] = self->candidates->len;
}

/**
 * chancery_reading_sort_candidates:
 *
 * Removes what was replaced and puts the rest in the order of the text.
 */
void
chancery_reading_sort_candidates (ChanceryReading *self)
{
  guint kept = 0;

  for (guint c = 0; c < self->candidates->len; c++)
    {
      const ChanceryCandidate *candidate = &g_array_index (self->candidates, ChanceryCandidate, c);

      if (!candidate->replaced)
        g_array_index (self->candidates, ChanceryCandidate, kept++) = *candidate;
    }
  g_array_set_size (self->candidates, kept);
  g_array_sort (self->candidates, compare_candidates);
  index_candidates (self);
}

/**
 * chancery_reading_candidate_at:
 * @i: a token
 *
 * Returns: (transfer none) (nullable): the candidate that covers it
 */
ChanceryCandidate *
chancery_reading_candidate_at (const ChanceryReading *self,
                               gint64                 i)
{
  if (i < 0 || i >= (gint64) self->n_tokens || self->candidate_at[i] == 0)
    return NULL;

  return &g_array_index (self->candidates, ChanceryCandidate, self->candidate_at[i] - 1);
}

/**
 * chancery_reading_is_name:
 * @i: a token
 *
 * Returns: whether it is a word that is capitalised because it is, or is part
 *   of, somebody's or something's name
 */
gboolean
chancery_reading_is_name (const ChanceryReading *self,
                          gint64                 i)
{
  const ChanceryToken *token = chancery_reading_token (self, i);
  guint64 classes = chancery_reading_classes (self, i);

  if (!(token->flags & CHANCERY_TOKEN_WORD) || !(token->flags & CHANCERY_TOKEN_CAPITAL))
    return FALSE;
  if (token->end_bytes - token->start_bytes < 2)
    return FALSE;
  if (classes & CLASS_FIRST_NAME)
    return !(token->flags & CHANCERY_TOKEN_SHOUTED);
  if (token->flags & (CHANCERY_TOKEN_SENTENCE | CHANCERY_TOKEN_SHOUTED | CHANCERY_TOKEN_TITLE_CASE))
    return FALSE;

  return !(classes & (CLASS_FUNCTION | CLASS_MONTH | CLASS_WEEKDAY | CLASS_PREPOSITION | CLASS_DIRECTION | CLASS_SAYING | CLASS_AUXILIARY));
}
