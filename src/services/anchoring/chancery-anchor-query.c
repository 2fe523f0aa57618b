/* chancery-anchor-query.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "anchoring/chancery-anchor-query.h"

#include <math.h>
#include <string.h>

/* No more context than this is compared, however much a selector has. */
#define CONTEXT_CHARS_MAX 64
#define CONTEXT_BYTES_MAX ((gsize) 64)

/* Words longer than this are compared at both ends only. */
#define CORE_BYTES_MAX ((gsize) 2048)

/* What two texts that have nothing to do with each other share by chance. */
#define CHANCE_SIMILARITY 0.4

/* Beyond so many bytes, more words say little more. */
#define CORE_BITS_MAX 64.0

/* A phrase is as likely to recur by chance if it is seven bytes shorter as in a text of half the length, so
 * being near to the expected place counts by so much; but by no more than being eleven times as near as chance. */
#define POSITION_WEIGHT 7.0
#define POSITION_BITS_MAX 3.5
#define POSITION_SLACK_BYTES 8.0
#define POSITION_HINT_BITS_MAX 6.0

/* Words that recur tend to recur near by, so that there their place says less. */
#define RECURS_BITS 18.0

/* Words with little context or none, that are in one place alone: what is not known doesn't speak against it. */
#define UNKNOWN_CONTEXT_BITS 34.0
#define USUAL_CONTEXT_BYTES 48.0
#define AGREES_MIN 0.8

/* A passage that begins or ends within a word, though the words didn't. */
#define WITHIN_WORD_BITS 10.0

/* The very same bytes. */
#define SAME_BYTES_BITS 1.0

static const char *
valid_or_empty (const char *text)
{
  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : "";
}

/* Scripts that put no space between words begin and end them anywhere. */
static gboolean
is_in_word (gunichar c)
{
  return c < 0x0e00 && g_unichar_isalnum (c);
}

/* The last characters of a text. */
static const char *
last_chars (const char *text,
            gsize       n_bytes,
            gsize       n_chars)
{
  const char *p = text + n_bytes;

  while (n_chars > 0 && p > text)
    {
      p = g_utf8_prev_char (p);
      n_chars--;
    }
  return p;
}

static gsize
first_chars_bytes (const char *text,
                   gsize       n_chars)
{
  const char *p = text;

  while (n_chars > 0 && *p != '\0')
    {
      p = g_utf8_next_char (p);
      n_chars--;
    }
  return (gsize) (p - text);
}

static gboolean
is_word_boundary (const char *text,
                  gsize       n_bytes,
                  gsize       place)
{
  if (place == 0 || place >= n_bytes)
    return TRUE;
  return !is_in_word (g_utf8_get_char (g_utf8_prev_char (text + place))) || !is_in_word (g_utf8_get_char (text + place));
}

/**
 * chancery_anchor_query_init:
 * @self: (out caller-allocates): the query
 * @selector: what to look for; it must outlive @self
 *
 * Returns: whether there is anything to look for
 */
gboolean
chancery_anchor_query_init (ChanceryAnchorQuery    *self,
                            const ChancerySelector *selector)
{
  const char *exact = valid_or_empty (selector->exact);
  const char *prefix = valid_or_empty (selector->prefix), *suffix = valid_or_empty (selector->suffix);
  gsize exact_bytes = strlen (exact), prefix_bytes = strlen (prefix), compared;
  g_auto (ChanceryFoldedText) before = { 0 }, core = { 0 }, after = { 0 };
  const char *prefix_start = last_chars (prefix, prefix_bytes, CONTEXT_CHARS_MAX);
  gboolean fits;

  memset (self, 0, sizeof *self);
  self->selector = selector;
  fits = chancery_folded_text_init (&before, prefix_start, (gsize) (prefix + prefix_bytes - prefix_start));
  fits = chancery_folded_text_init (&core, exact, exact_bytes) && fits;
  fits = chancery_folded_text_init (&after, suffix, first_chars_bytes (suffix, CONTEXT_CHARS_MAX)) && fits;

  self->quote.core_start = before.n_bytes;
  self->quote.core_end = before.n_bytes + core.n_bytes;
  self->quote.n_bytes = self->quote.core_end + after.n_bytes;
  self->quote.bytes = g_malloc (self->quote.n_bytes + 1);
  memcpy (self->quote.bytes, before.bytes, before.n_bytes);
  memcpy (self->quote.bytes + self->quote.core_start, core.bytes, core.n_bytes);
  memcpy (self->quote.bytes + self->quote.core_end, after.bytes, after.n_bytes);

  compared = MIN (before.n_bytes, CONTEXT_BYTES_MAX);
  chancery_bit_pattern_init (&self->prefix, self->quote.bytes + self->quote.core_start - compared, compared, TRUE);
  compared = MIN (after.n_bytes, CONTEXT_BYTES_MAX);
  chancery_bit_pattern_init (&self->suffix, self->quote.bytes + self->quote.core_end, compared, FALSE);

  self->starts_word = *prefix == '\0' || *exact == '\0' ||
                      !is_in_word (g_utf8_get_char (last_chars (prefix, prefix_bytes, 1))) ||
                      !is_in_word (g_utf8_get_char (exact));
  self->ends_word = *suffix == '\0' || *exact == '\0' || !is_in_word (g_utf8_get_char (suffix)) ||
                    !is_in_word (g_utf8_get_char (last_chars (exact, exact_bytes, 1)));

  return fits && *exact != '\0';
}

/**
 * chancery_anchor_query_clear:
 * @self: a query
 *
 * Frees what it owns.
 */
void
chancery_anchor_query_clear (ChanceryAnchorQuery *self)
{
  g_clear_pointer (&self->quote.bytes, g_free);
  chancery_bit_pattern_clear (&self->prefix);
  chancery_bit_pattern_clear (&self->suffix);
}

/* What is more than chance, 0 to 1. */
static double
above_chance (double similarity)
{
  return CLAMP ((similarity - CHANCE_SIMILARITY) / (1.0 - CHANCE_SIMILARITY), 0.0, 1.0);
}

/* How much of a context is there, in bytes above chance. Half a context says less than half as much as a whole:
 * a phrase that recurs often does so with some of what is around it. */
static double
weigh_context (const ChanceryBitPattern *context,
               const char               *text,
               gsize                     n_bytes,
               gboolean                  backwards)
{
  gsize distance;
  double share;

  if (context->n_bytes == 0)
    return 0.0;
  n_bytes = MIN (n_bytes, context->n_bytes + context->n_bytes / 4 + 2);
  distance = chancery_bit_pattern_extend (context, text, n_bytes, backwards, NULL);
  share = above_chance (1.0 - (double) distance / (double) context->n_bytes);

  return (double) context->n_bytes * share * share;
}

static void
compare_words (const ChanceryAnchorQuery *self,
               const ChanceryFoldedText  *text,
               ChanceryAnchorCandidate   *candidate)
{
  const char *core = self->quote.bytes + self->quote.core_start, *passage = text->bytes + candidate->start;
  gsize core_bytes = self->quote.core_end - self->quote.core_start, passage_bytes = candidate->end - candidate->start;
  gsize longer = MAX (core_bytes, passage_bytes), distance;

  if (core_bytes == passage_bytes && memcmp (core, passage, core_bytes) == 0)
    {
      candidate->recall = candidate->similarity = 1.0;
      return;
    }

  if (longer <= CORE_BYTES_MAX)
    distance = chancery_bit_distance (core, core_bytes, passage, passage_bytes);
  else
    {
      gsize core_part = MIN (core_bytes, CORE_BYTES_MAX / 2), passage_part = MIN (passage_bytes, CORE_BYTES_MAX / 2);
      gsize head = chancery_bit_distance (core, core_part, passage, passage_part);
      gsize tail = chancery_bit_distance (core + core_bytes - core_part, core_part,
                                          passage + passage_bytes - passage_part, passage_part);

      distance = MIN ((gsize) ((double) (head + tail) / (double) CORE_BYTES_MAX * (double) longer), longer);
    }
  candidate->similarity = (double) (longer - distance) / (double) longer;
  candidate->recall = MIN ((double) (longer - distance) / (double) core_bytes, 1.0);
}

static gboolean
is_same_in_source (const ChanceryAnchorQuery     *self,
                   const ChanceryFoldedText      *text,
                   const ChanceryAnchorCandidate *candidate)
{
  gsize start = text->starts[candidate->start], exact_bytes = strlen (self->selector->exact);

  return text->source_bytes - start >= exact_bytes &&
         memcmp (text->source + start, self->selector->exact, exact_bytes) == 0;
}

/**
 * chancery_anchor_query_weigh:
 * @self: a query
 * @text: a folded text
 * @expected: where in it the words are expected to begin, or %G_MAXSIZE
 * @n_alike: in how many places of the text these very words are
 * @candidate: (inout): a place; @start and @end must be set, and the rest is
 *
 * Weighs what speaks for a place: the words themselves, what is around them,
 * and how little likely it is that one of the places where the words are is as
 * near to the expected one by chance. The sum is in bits, roughly: a byte of
 * folded text that agrees counts as one.
 */
void
chancery_anchor_query_weigh (const ChanceryAnchorQuery *self,
                             const ChanceryFoldedText  *text,
                             gsize                      expected,
                             gsize                      n_alike,
                             ChanceryAnchorCandidate   *candidate)
{
  double core_bytes = (double) (self->quote.core_end - self->quote.core_start);
  double context_bytes = (double) (self->prefix.n_bytes + self->suffix.n_bytes);
  double before, after, position_bits = 0.0;

  compare_words (self, text, candidate);
  before = weigh_context (&self->prefix, text->bytes + candidate->start, candidate->start, TRUE);
  after = weigh_context (&self->suffix, text->bytes + candidate->end, text->n_bytes - candidate->end, FALSE);
  candidate->context = context_bytes > 0.0 ? (before + after) / context_bytes : 0.0;
  candidate->bits = MIN (core_bytes, CORE_BITS_MAX) * above_chance (candidate->recall) * above_chance (candidate->similarity) +
                    before + after;

  candidate->distance = 0;
  if (expected != G_MAXSIZE)
    {
      candidate->distance = expected > candidate->start ? expected - candidate->start : candidate->start - expected;
      position_bits = log2 ((double) text->n_bytes) - log2 (2.0 * (double) candidate->distance + POSITION_SLACK_BYTES);
      position_bits = MAX (position_bits, 0.0);
    }

  if (self->starts_word && !is_word_boundary (text->source, text->source_bytes, text->starts[candidate->start]))
    candidate->bits -= WITHIN_WORD_BITS;
  if (self->ends_word &&
      !is_word_boundary (text->source, text->source_bytes, chancery_folded_text_source_end (text, candidate->end)))
    candidate->bits -= WITHIN_WORD_BITS;
  if (candidate->recall >= 1.0 && candidate->similarity >= 1.0 && is_same_in_source (self, text, candidate))
    candidate->bits += SAME_BYTES_BITS;

  /* Against other places, to be nearer is a hint; against chance, much may hang on it. */
  candidate->sure_bits = candidate->bits;
  candidate->bits += MIN (position_bits, POSITION_HINT_BITS_MAX);
  if (n_alike > 1)
    {
      candidate->sure_bits -= RECURS_BITS;
      position_bits -= log2 ((double) n_alike);
    }
  else if (candidate->recall >= 1.0 && candidate->similarity >= 1.0 && before + after >= AGREES_MIN * context_bytes)
    candidate->sure_bits += UNKNOWN_CONTEXT_BITS * MAX (1.0 - context_bytes / USUAL_CONTEXT_BYTES, 0.0);
  candidate->sure_bits += POSITION_WEIGHT * CLAMP (position_bits, 0.0, POSITION_BITS_MAX);
}
