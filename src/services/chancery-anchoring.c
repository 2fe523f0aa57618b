/* chancery-anchoring.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-anchoring.h"

#include <string.h>

#include "chancery-nfc.h"

/* No more context than this is compared, however much a selector has. */
#define CONTEXT_BYTES_MAX ((gsize) 256)

#define SCORE_ONLY_ONE 0.6
#define SCORE_ONE_OF_MANY 0.3

/* What is looked for, normalised. */
typedef struct
{
  char *exact;
  gsize exact_bytes;
  char *prefix;
  gsize prefix_bytes;
  char *suffix;
  gsize suffix_bytes;
} Quote;

typedef struct
{
  gsize start_bytes;
  gsize context_bytes;
  gsize distance;
} Candidate;

static void
quote_clear (Quote *quote)
{
  g_free (quote->exact);
  g_free (quote->prefix);
  g_free (quote->suffix);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Quote, quote_clear)

static char *
normalise (const char *text,
           gsize      *length_bytes)
{
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    text = "";
  return chancery_nfc (text, strlen (text), length_bytes);
}

/* How many bytes of context before and after a place agree with the quote's. */
static gsize
measure_context (const Quote *quote,
                 const char  *text,
                 gsize        text_bytes,
                 gsize        start_bytes)
{
  gsize end_bytes = start_bytes + quote->exact_bytes, n_before = 0, n_after = 0;
  gsize before_max = MIN (MIN (quote->prefix_bytes, start_bytes), CONTEXT_BYTES_MAX);
  gsize after_max = MIN (MIN (quote->suffix_bytes, text_bytes - end_bytes), CONTEXT_BYTES_MAX);

  while (n_before < before_max && text[start_bytes - n_before - 1] == quote->prefix[quote->prefix_bytes - n_before - 1])
    n_before++;
  while (n_after < after_max && text[end_bytes + n_after] == quote->suffix[n_after])
    n_after++;

  return n_before + n_after;
}

/* For each beginning of the pattern, how long its longest other beginning is that it ends with
 * (Knuth, Morris and Pratt 1977), so that a text is searched in linear time though it be periodic. */
static guint32 *
make_failure_table (const char *pattern,
                    gsize       pattern_bytes)
{
  guint32 *table = g_new (guint32, pattern_bytes);
  guint32 matched = 0;

  table[0] = 0;
  for (gsize i = 1; i < pattern_bytes; i++)
    {
      while (matched > 0 && pattern[i] != pattern[matched])
        matched = table[matched - 1];
      if (pattern[i] == pattern[matched])
        matched++;
      table[i] = matched;
    }

  return table;
}

static gboolean
is_better (const Candidate *candidate,
           const Candidate *best)
{
  if (candidate->context_bytes != best->context_bytes)
    return candidate->context_bytes > best->context_bytes;
  return candidate->distance < best->distance;
}

/* Finds the occurrence with the most context, and of those the nearest; returns how many there are. */
static gsize
find_best (const Quote *quote,
           const char  *text,
           gsize        text_bytes,
           gsize        expected_bytes,
           Candidate   *best,
           gsize       *n_equal)
{
  g_autofree guint32 *table = make_failure_table (quote->exact, quote->exact_bytes);
  gsize n_found = 0;
  guint32 matched = 0;

  *n_equal = 0;
  for (gsize i = 0; i < text_bytes; i++)
    {
      Candidate candidate;

      while (matched > 0 && text[i] != quote->exact[matched])
        matched = table[matched - 1];
      if (text[i] == quote->exact[matched])
        matched++;
      if (matched < quote->exact_bytes)
        continue;

      matched = table[matched - 1];
      candidate.start_bytes = i + 1 - quote->exact_bytes;
      candidate.context_bytes = measure_context (quote, text, text_bytes, candidate.start_bytes);
      candidate.distance = candidate.start_bytes > expected_bytes ? candidate.start_bytes - expected_bytes
                                                                  : expected_bytes - candidate.start_bytes;
      if (n_found == 0 || candidate.context_bytes > best->context_bytes)
        *n_equal = 1;
      else if (candidate.context_bytes == best->context_bytes)
        (*n_equal)++;
      if (n_found == 0 || is_better (&candidate, best))
        *best = candidate;
      n_found++;
    }

  return n_found;
}

/* The byte before which so many characters are, or the text's length. */
static gsize
chars_to_bytes (const char *text,
                gsize       text_bytes,
                gsize       n_chars)
{
  gsize i = 0;

  while (n_chars > 0 && i < text_bytes)
    {
      i += (gsize) g_utf8_skip[(guchar) text[i]];
      n_chars--;
    }
  return MIN (i, text_bytes);
}

/**
 * chancery_anchor_quote:
 * @text: a canonical text
 * @selector: what to find
 * @anchor: (out): where to return the passage; untouched if it isn't found
 *
 * Finds the passage that a selector quotes: at its position if the words and
 * what is around them are there; else, among all places where the very words
 * are, the one with the most of the context around it, and of equal ones the
 * one that is nearest to the position. The score is 1 where everything agrees.
 *
 * Takes time linear in the lengths of text and quotation. Pure; any thread.
 *
 * Returns: whether the passage was found
 */
gboolean
chancery_anchor_quote (const char             *text,
                       const ChancerySelector *selector,
                       ChanceryAnchor         *anchor)
{
  g_auto (Quote) quote = { NULL, };
  Candidate best = { 0, 0, 0 };
  gsize text_bytes, context_bytes, expected_bytes, n_found, n_equal;
  double share;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (selector != NULL, FALSE);
  g_return_val_if_fail (anchor != NULL, FALSE);

  text_bytes = strlen (text);
  quote.exact = normalise (selector->exact, &quote.exact_bytes);
  quote.prefix = normalise (selector->prefix, &quote.prefix_bytes);
  quote.suffix = normalise (selector->suffix, &quote.suffix_bytes);
  if (quote.exact_bytes == 0 || quote.exact_bytes > text_bytes || quote.exact_bytes > G_MAXUINT32)
    return FALSE;

  expected_bytes = selector->has_position ? chars_to_bytes (text, text_bytes, selector->start_chars) : 0;
  context_bytes = MIN (quote.prefix_bytes, CONTEXT_BYTES_MAX) + MIN (quote.suffix_bytes, CONTEXT_BYTES_MAX);
  if (selector->has_position && text_bytes - expected_bytes >= quote.exact_bytes &&
      memcmp (text + expected_bytes, quote.exact, quote.exact_bytes) == 0 &&
      measure_context (&quote, text, text_bytes, expected_bytes) == context_bytes)
    {
      *anchor = (ChanceryAnchor) { expected_bytes, expected_bytes + quote.exact_bytes, 1.0 };
      return TRUE;
    }

  n_found = find_best (&quote, text, text_bytes, expected_bytes, &best, &n_equal);
  if (n_found == 0)
    return FALSE;

  share = context_bytes > 0 ? (double) best.context_bytes / (double) context_bytes : 0.0;
  anchor->start_bytes = best.start_bytes;
  anchor->end_bytes = best.start_bytes + quote.exact_bytes;
  anchor->score = n_equal > 1 ? SCORE_ONE_OF_MANY + (SCORE_ONLY_ONE - SCORE_ONE_OF_MANY) * share
                              : SCORE_ONLY_ONE + (1.0 - SCORE_ONLY_ONE) * share;
  return TRUE;
}
