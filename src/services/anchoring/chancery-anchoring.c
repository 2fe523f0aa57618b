/* chancery-anchoring.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "anchoring/chancery-anchoring.h"

#include <math.h>
#include <string.h>

#include "anchoring/chancery-anchor-query.h"

/* How many places are weighed. */
#define EXACT_MAX 64
#define WINDOWS_MAX 8
#define ALIGNMENTS_MAX 3 /* in one window */
#define SEARCH_MAX 8
#define CANDIDATES_MAX (EXACT_MAX + (WINDOWS_MAX + 1) * ALIGNMENTS_MAX + SEARCH_MAX)

/* How much is compared in total where the words recur without end. */
#define SCAN_BYTES_MAX ((gsize) 16 * 1024 * 1024)

/* Words and context together, from which on it needs no other evidence that they are all there. */
#define CERTAIN_BYTES_MIN ((gsize) 24)

/* Words that are so short are looked for by their context only; longer ones have seeds. */
#define SEARCH_BYTES_MIN ((gsize) 12)
#define SEARCH_BYTES_MAX ((gsize) 64)
#define SEARCH_TEXT_BYTES_MAX ((gsize) 32 * 1024)

/* How much must speak for a passage, and how much of the words must be left. */
#define BITS_MIN 35.0
#define RECALL_MIN 0.5
#define RECALL_WITHOUT_CONTEXT_MIN 0.75
#define SIMILARITY_MIN 0.5

/* So much of words and context settles it. */
#define MOST_OF_WORDS 0.8
#define MOST_OF_CONTEXT 0.75

/* How much more than for any other. */
#define LEAD_BITS_MIN 1.0

#define SCORE_ONE_OF_MANY 0.9
#define SCORE_LITTLE_CONTEXT 0.8
#define SCORE_AMBIGUOUS 0.3
#define SCORE_NEAREST 0.6
#define SCORE_POSITION_ALONE 0.5

struct _ChanceryAnchorText
{
  gatomicrefcount count;
  char *copy; /* (owned) */
  gboolean for_one;
  ChanceryFoldedText folded;
  ChancerySeedIndex *index; /* (owned) (nullable): made when it is needed first */
};

typedef struct
{
  ChanceryAnchorText *text;
  const ChanceryAnchorQuery *query;
  gsize expected; /* folded, or G_MAXSIZE */
  gsize n_exact;
  gboolean looked_up;
  ChancerySeeds seeds;
  gsize n_candidates;
  ChanceryAnchorCandidate candidates[CANDIDATES_MAX];
} Search;


/**
 * chancery_anchor_text_new:
 * @text: UTF-8
 * @length_bytes: how long it is
 *
 * Prepares a text for finding passages in it, in time linear in its length.
 * More than 256 MiB is taken for empty. Any thread.
 *
 * Returns: (transfer full): the text
 */
ChanceryAnchorText *
chancery_anchor_text_new (const char *text,
                          gsize       length_bytes)
{
  ChanceryAnchorText *self = g_new0 (ChanceryAnchorText, 1);

  g_return_val_if_fail (text != NULL, NULL);

  g_atomic_ref_count_init (&self->count);
  self->copy = g_strndup (text, length_bytes);
  chancery_folded_text_init (&self->folded, self->copy, length_bytes);
  return self;
}

/**
 * chancery_anchor_text_new_for_one:
 * @text: UTF-8
 * @length_bytes: how long it is
 *
 * As chancery_anchor_text_new(), but for looking for one passage or two: the
 * text is searched as it is, where for many it would get an index first.
 *
 * Returns: (transfer full): the text
 */
ChanceryAnchorText *
chancery_anchor_text_new_for_one (const char *text,
                                  gsize       length_bytes)
{
  ChanceryAnchorText *self = chancery_anchor_text_new (text, length_bytes);

  if (self != NULL)
    self->for_one = TRUE;
  return self;
}

/**
 * chancery_anchor_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self
 */
ChanceryAnchorText *
chancery_anchor_text_ref (ChanceryAnchorText *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

/**
 * chancery_anchor_text_unref:
 * @self: (transfer full): a text
 *
 * Drops a reference.
 */
void
chancery_anchor_text_unref (ChanceryAnchorText *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;
  g_clear_pointer (&self->index, chancery_seed_index_free);
  chancery_folded_text_clear (&self->folded);
  g_free (self->copy);
  g_free (self);
}

/**
 * chancery_anchor_text_get_text:
 * @self: a text
 *
 * Returns: (transfer none): the text as it was given
 */
const char *
chancery_anchor_text_get_text (ChanceryAnchorText *self)
{
  return self->folded.source;
}

/**
 * chancery_anchor_text_chars_to_bytes:
 * @self: a text
 * @n_chars: a place in code points
 *
 * Unlike counting from the beginning, this takes the same short time everywhere.
 *
 * Returns: the place in bytes, at most the text's length
 */
gsize
chancery_anchor_text_chars_to_bytes (ChanceryAnchorText *self,
                                     gsize               n_chars)
{
  return chancery_folded_text_chars_to_bytes (&self->folded, n_chars);
}

/**
 * chancery_anchor_text_bytes_to_chars:
 * @self: a text
 * @n_bytes: a place in bytes, between two characters
 *
 * Returns: the place in code points
 */
gsize
chancery_anchor_text_bytes_to_chars (ChanceryAnchorText *self,
                                     gsize               n_bytes)
{
  return chancery_folded_text_bytes_to_chars (&self->folded, n_bytes);
}

/**
 * chancery_anchor_text_make_selector:
 * @self: a text
 * @start_bytes: where a passage begins
 * @end_bytes: the byte after its last
 *
 * As chancery_selector_new_for_span(), but it takes the same short time
 * everywhere in the text.
 *
 * Returns: (transfer full): a selector of the passage
 */
ChancerySelector *
chancery_anchor_text_make_selector (ChanceryAnchorText *self,
                                    gsize               start_bytes,
                                    gsize               end_bytes)
{
  const char *text = self->folded.source, *text_end = text + self->folded.source_bytes;
  const char *start = text + start_bytes, *end = text + end_bytes, *before = start, *after = end;
  ChancerySelector *selector;

  g_return_val_if_fail (start_bytes <= end_bytes && end_bytes <= self->folded.source_bytes, NULL);

  for (guint i = 0; i < CHANCERY_SELECTOR_CONTEXT_CHARS && before > text; i++)
    before = g_utf8_prev_char (before);
  for (guint i = 0; i < CHANCERY_SELECTOR_CONTEXT_CHARS && after < text_end; i++)
    after = g_utf8_next_char (after);

  selector = g_new0 (ChancerySelector, 1);
  selector->exact = g_strndup (start, end_bytes - start_bytes);
  selector->prefix = g_strndup (before, (gsize) (start - before));
  selector->suffix = g_strndup (end, (gsize) (after - end));
  selector->has_position = TRUE;
  selector->start_chars = chancery_anchor_text_bytes_to_chars (self, start_bytes);
  selector->end_chars = chancery_anchor_text_bytes_to_chars (self, end_bytes);

  return selector;
}

static const ChancerySeedIndex *
ensure_index (ChanceryAnchorText *self)
{
  if (g_once_init_enter_pointer (&self->index))
    g_once_init_leave_pointer (&self->index, chancery_seed_index_new (&self->folded));
  return self->index;
}

static ChancerySeeds *
ensure_seeds (Search *search)
{
  const ChanceryFoldedQuote *quote = &search->query->quote;

  if (search->looked_up)
    return &search->seeds;
  if (!search->text->for_one)
    chancery_seeds_look_up (&search->seeds, ensure_index (search->text), quote->bytes, quote->n_bytes);
  else
    chancery_seeds_scan (&search->seeds, &search->text->folded, quote->bytes, quote->n_bytes);
  search->looked_up = TRUE;
  return &search->seeds;
}

/* All places of a part of the quotation, in a text without an index. Of too many, those around the expected one. */
static gsize
scan_exact (const ChanceryFoldedText *text,
            const char               *words,
            gsize                     n_bytes,
            gsize                     expected,
            gsize                    *found,
            gboolean                 *complete)
{
  const char *p = text->bytes, *end = text->bytes + text->n_bytes;
  gsize n_found = 0, compared = 0;

  *complete = TRUE;
  while ((p = memmem (p, (gsize) (end - p), words, n_bytes)) != NULL)
    {
      gsize place = (gsize) (p - text->bytes);

      if (n_found == EXACT_MAX)
        {
          *complete = FALSE;
          if (found[n_found / 2] >= expected)
            break;
          memmove (found, found + 1, (n_found - 1) * sizeof *found);
          n_found--;
        }
      found[n_found++] = place;
      compared += n_bytes;
      p++;
      if (compared > SCAN_BYTES_MAX)
        {
          *complete = FALSE;
          compared = 0;
          /* From here on only where they are expected. */
          if (expected == G_MAXSIZE || place + n_bytes >= expected)
            break;
          p = MAX (p, text->bytes + expected - n_bytes);
        }
    }

  return n_found;
}

static gsize
find_exact (Search   *search,
            gsize     pattern_start,
            gsize     pattern_end,
            gsize     expected,
            gsize    *found,
            gboolean *complete)
{
  const ChanceryFoldedText *text = &search->text->folded;
  gsize n_bytes = pattern_end - pattern_start;

  *complete = TRUE;
  if (n_bytes == 0 || n_bytes > text->n_bytes)
    return 0;
  if (n_bytes >= CHANCERY_SEED_BYTES * 2 && !search->text->for_one)
    {
      ChancerySeeds *seeds = ensure_seeds (search);

      if (n_bytes >= CHANCERY_SEED_BYTES + seeds->stride)
        return chancery_seeds_find_exact (seeds, pattern_start, pattern_end, expected, found, EXACT_MAX, complete);
    }
  return scan_exact (text, search->query->quote.bytes + pattern_start, n_bytes, expected, found, complete);
}

static void
add_candidate (Search *search,
               gsize   start,
               gsize   end)
{
  ChanceryAnchorCandidate candidate = { .start = start, .end = end };

  if (search->n_candidates == CANDIDATES_MAX)
    return;
  chancery_anchor_query_weigh (search->query, &search->text->folded, search->expected, search->n_exact, &candidate);
  search->candidates[search->n_candidates++] = candidate;
}

/* Whether enough of the words is left for it to be the passage at all. */
static gboolean
is_viable (const ChanceryAnchorCandidate *candidate)
{
  double recall_min = RECALL_WITHOUT_CONTEXT_MIN + (RECALL_MIN - RECALL_WITHOUT_CONTEXT_MIN) * candidate->context;

  return candidate->recall >= recall_min && candidate->similarity >= SIMILARITY_MIN;
}

static gboolean
is_better (const ChanceryAnchorCandidate *a,
           const ChanceryAnchorCandidate *b)
{
  if (is_viable (a) != is_viable (b))
    return is_viable (a);
  if (a->bits != b->bits)
    return a->bits > b->bits;
  return a->distance < b->distance;
}

static gboolean
overlap (const ChanceryAnchorCandidate *a,
         const ChanceryAnchorCandidate *b)
{
  return a->start < b->end && b->start < a->end;
}

static const ChanceryAnchorCandidate *
best_candidate (const Search *search)
{
  const ChanceryAnchorCandidate *best = NULL, *closer;

  for (gsize i = 0; i < search->n_candidates; i++)
    if (best == NULL || is_better (&search->candidates[i], best))
      best = &search->candidates[i];
  closer = best;

  /* What reaches from old context to old context may hold the words themselves, and other text besides. */
  for (gsize i = 0; i < search->n_candidates; i++)
    {
      const ChanceryAnchorCandidate *other = &search->candidates[i];

      if (is_viable (other) && overlap (other, best) && other->recall >= closer->recall &&
          other->similarity > closer->similarity)
        closer = other;
    }
  return closer;
}

static gboolean
is_enough (const ChanceryAnchorCandidate *candidate)
{
  return candidate != NULL && is_viable (candidate) && candidate->sure_bits >= BITS_MIN;
}

static void
add_exact (Search *search)
{
  const ChanceryFoldedQuote *quote = &search->query->quote;
  gsize found[EXACT_MAX], n_found;
  gboolean complete;

  n_found = find_exact (search, quote->core_start, quote->core_end, search->expected, found, &complete);
  search->n_exact = complete ? n_found : G_MAXUINT16;
  for (gsize i = 0; i < n_found; i++)
    add_candidate (search, found[i], found[i] + quote->core_end - quote->core_start);
}

static void
add_window (Search *search,
            gsize   window)
{
  ChanceryAlignment alignments[ALIGNMENTS_MAX];
  gsize n = chancery_quote_align (ensure_seeds (search), &search->query->quote, window, alignments, ALIGNMENTS_MAX);

  for (gsize a = 0; a < n; a++)
    add_candidate (search, alignments[a].start, alignments[a].end);
}

/* Looks where the passage is expected first: if most of it is there with most of its context, it is nowhere else. */
static gboolean
add_expected (Search *search)
{
  const ChanceryFoldedQuote *quote = &search->query->quote;
  const ChanceryAnchorCandidate *best;
  gsize shift;

  if (search->expected == G_MAXSIZE || search->expected < quote->core_start)
    return FALSE;
  shift = search->expected - quote->core_start + quote->n_bytes;
  if (shift < CHANCERY_SEED_WINDOW_BYTES)
    return FALSE;
  add_window (search, (shift - CHANCERY_SEED_WINDOW_BYTES / 2) / CHANCERY_SEED_WINDOW_BYTES);
  best = best_candidate (search);

  return best != NULL && best->recall >= MOST_OF_WORDS && best->context >= MOST_OF_CONTEXT;
}

static void
add_aligned (Search *search)
{
  gsize windows[WINDOWS_MAX], n_windows;

  if (add_expected (search))
    return;
  n_windows = chancery_seeds_find_windows (ensure_seeds (search), search->expected == G_MAXSIZE ? 0 : search->expected,
                                           windows, WINDOWS_MAX);
  for (gsize i = 0; i < n_windows; i++)
    add_window (search, windows[i]);
}

/* Short words that changed so much that no seed of them is left. */
static void
add_searched (Search *search)
{
  const ChanceryFoldedQuote *quote = &search->query->quote;
  const ChanceryFoldedText *text = &search->text->folded;
  gsize core_bytes = quote->core_end - quote->core_start, from = 0, n_matches, n_bytes = text->n_bytes;
  g_auto (ChanceryBitPattern) pattern = { 0 };
  ChanceryBitMatch matches[SEARCH_MAX];

  if (core_bytes < SEARCH_BYTES_MIN || core_bytes > SEARCH_BYTES_MAX)
    return;
  if (n_bytes > SEARCH_TEXT_BYTES_MAX)
    {
      gsize expected = search->expected == G_MAXSIZE ? 0 : search->expected;

      from = MIN (expected > SEARCH_TEXT_BYTES_MAX / 2 ? expected - SEARCH_TEXT_BYTES_MAX / 2 : 0,
                  n_bytes - SEARCH_TEXT_BYTES_MAX);
      n_bytes = SEARCH_TEXT_BYTES_MAX;
    }

  chancery_bit_pattern_init (&pattern, quote->bytes + quote->core_start, core_bytes, FALSE);
  n_matches = chancery_bit_pattern_search (&pattern, text->bytes + from, n_bytes, core_bytes / 5, matches, SEARCH_MAX);
  for (gsize i = 0; i < n_matches; i++)
    {
      gsize end = from + matches[i].end, start = end > core_bytes ? end - core_bytes : 0, best = start, least = G_MAXSIZE;

      /* Where the occurrence begins: the nearest of the lengths that its distance allows. */
      for (gsize s = start > matches[i].distance ? start - matches[i].distance : 0; s <= start + matches[i].distance && s < end; s++)
        {
          gsize distance = chancery_bit_distance (quote->bytes + quote->core_start, core_bytes, text->bytes + s, end - s);

          if (distance < least)
            {
              least = distance;
              best = s;
            }
        }
      add_candidate (search, best, end);
    }
}

/* Takes in the white space that the words began or ended with, and that folding took away. */
static void
finish_anchor (const Search                  *search,
               const ChanceryAnchorCandidate *candidate,
               double                         score,
               ChanceryAnchor                *anchor)
{
  const ChanceryFoldedText *text = &search->text->folded;
  const char *exact = search->query->selector->exact, *exact_end = exact + strlen (exact);
  const char *start = text->source + text->starts[candidate->start];
  const char *end = text->source + chancery_folded_text_source_end (text, candidate->end);

  while (g_unichar_isspace (g_utf8_get_char (exact)) && start > text->source &&
         g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (start))))
    {
      exact = g_utf8_next_char (exact);
      start = g_utf8_prev_char (start);
    }
  while (exact_end > exact && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (exact_end))) &&
         end < text->source + text->source_bytes && g_unichar_isspace (g_utf8_get_char (end)))
    {
      exact_end = g_utf8_prev_char (exact_end);
      end = g_utf8_next_char (end);
    }

  anchor->start_bytes = (gsize) (start - text->source);
  anchor->end_bytes = (gsize) (end - text->source);
  anchor->score = score;
}

/* Whether words and context are at the position to the byte, so that nothing needs to be looked for. */
static gboolean
is_unmoved (const ChanceryFoldedText *text,
            const ChancerySelector   *selector,
            gsize                     start,
            gsize                    *end)
{
  gsize exact_bytes = strlen (selector->exact);
  gsize prefix_bytes = selector->prefix != NULL ? strlen (selector->prefix) : 0;
  gsize suffix_bytes = selector->suffix != NULL ? strlen (selector->suffix) : 0;

  *end = start + exact_bytes;
  return start >= prefix_bytes && text->source_bytes - start >= exact_bytes &&
         text->source_bytes - start - exact_bytes >= suffix_bytes &&
         memcmp (text->source + start, selector->exact, exact_bytes) == 0 &&
         (prefix_bytes == 0 || memcmp (text->source + start - prefix_bytes, selector->prefix, prefix_bytes) == 0) &&
         (suffix_bytes == 0 || memcmp (text->source + *end, selector->suffix, suffix_bytes) == 0);
}

/* Finds words with everything around them as it was. Returns whether that settles it. */
static gboolean
find_whole (Search         *search,
            ChanceryAnchor *anchor,
            gboolean       *found)
{
  const ChanceryFoldedQuote *quote = &search->query->quote;
  gsize places[EXACT_MAX], n_places;
  const ChanceryAnchorCandidate *best, *second = NULL;
  gboolean complete;

  if (quote->n_bytes == quote->core_end - quote->core_start)
    return FALSE;
  n_places = find_exact (search, 0, quote->n_bytes, search->expected == G_MAXSIZE ? 0 : search->expected, places, &complete);
  if (n_places == 0 || (quote->n_bytes < CERTAIN_BYTES_MIN && (n_places > 1 || !complete)))
    return FALSE;

  search->n_exact = complete ? n_places : G_MAXUINT16;
  for (gsize i = 0; i < n_places; i++)
    add_candidate (search, places[i] + quote->core_start, places[i] + quote->core_end);
  best = best_candidate (search);
  for (gsize i = 0; i < search->n_candidates; i++)
    if (&search->candidates[i] != best && (second == NULL || is_better (&search->candidates[i], second)))
      second = &search->candidates[i];

  *found = TRUE;
  if (second == NULL && complete)
    finish_anchor (search, best, quote->n_bytes < CERTAIN_BYTES_MIN ? SCORE_LITTLE_CONTEXT : 1.0, anchor);
  else if (second != NULL && best->bits - second->bits >= LEAD_BITS_MIN)
    finish_anchor (search, best, SCORE_ONE_OF_MANY, anchor);
  else
    {
      /* They are all alike: the nearest, if there is a position to be near to. */
      *found = search->expected != G_MAXSIZE;
      finish_anchor (search, best, *found ? SCORE_NEAREST : SCORE_AMBIGUOUS, anchor);
    }
  return TRUE;
}

/* White space alone folds to nothing: it is between its context. */
static gboolean
find_between (Search         *search,
              ChanceryAnchor *anchor)
{
  const ChanceryFoldedText *text = &search->text->folded;
  const ChanceryFoldedQuote *quote = &search->query->quote;
  gsize places[EXACT_MAX], n_places, middle, best = 0;
  gsize expected = search->expected == G_MAXSIZE ? 0 : search->expected;
  gboolean complete;

  if (quote->n_bytes < CERTAIN_BYTES_MIN / 2)
    return FALSE;
  n_places = find_exact (search, 0, quote->n_bytes, expected, places, &complete);
  if (n_places == 0 || (n_places > 1 && search->expected == G_MAXSIZE))
    return FALSE;
  for (gsize i = 1; i < n_places; i++)
    if (ABS ((gint64) places[i] - (gint64) expected) < ABS ((gint64) places[best] - (gint64) expected))
      best = i;

  middle = places[best] + quote->core_start;
  anchor->start_bytes = middle > 0 ? chancery_folded_text_source_end (text, middle) : 0;
  anchor->end_bytes = text->starts[middle];
  anchor->score = n_places == 1 && complete ? 1.0 : SCORE_NEAREST;
  if (anchor->start_bytes < anchor->end_bytes)
    return TRUE;
  *anchor = (ChanceryAnchor) { 0 };
  return FALSE;
}

static double
score_candidate (const ChanceryAnchorCandidate *best,
                 double                         lead)
{
  double score, excess = best->sure_bits - BITS_MIN;

  if (!is_enough (best))
    return CLAMP (best->sure_bits / BITS_MIN, 0.0, 0.95) * MIN (best->recall, best->similarity) * CHANCERY_ANCHOR_SCORE_MIN;

  score = 0.5 + 0.5 * (1.0 - exp (-excess / 25.0)) * (0.5 + 0.25 * best->similarity + 0.25 * best->context);
  if (lead < LEAD_BITS_MIN)
    score = MIN (score, SCORE_NEAREST);
  return score;
}

static gboolean
search_all (Search         *search,
            ChanceryAnchor *anchor)
{
  const ChanceryAnchorCandidate *best;
  double lead = G_MAXDOUBLE, score;
  gboolean found;

  if (search->query->quote.core_start == search->query->quote.core_end)
    return find_between (search, anchor);
  if (find_whole (search, anchor, &found))
    return found;

  search->n_candidates = 0;
  add_exact (search);
  best = best_candidate (search);
  if (best == NULL || best->context < MOST_OF_CONTEXT)
    add_aligned (search);
  best = best_candidate (search);
  if (!is_enough (best))
    {
      add_searched (search);
      best = best_candidate (search);
    }
  if (best == NULL)
    return FALSE;

  for (gsize i = 0; i < search->n_candidates; i++)
    {
      const ChanceryAnchorCandidate *other = &search->candidates[i];

      if (is_viable (other) && !overlap (other, best))
        lead = MIN (lead, best->bits - other->bits);
    }
  score = score_candidate (best, lead);
  found = score >= CHANCERY_ANCHOR_SCORE_MIN;
  if (found && lead <= 0.0 && search->expected == G_MAXSIZE)
    {
      score = SCORE_AMBIGUOUS;
      found = FALSE;
    }
  finish_anchor (search, best, score, anchor);

  return found;
}

/* A selector that quotes nothing has its position alone, which can't be checked. */
static gboolean
find_position (const ChanceryFoldedText *text,
               const ChancerySelector   *selector,
               ChanceryAnchor           *anchor)
{
  gsize start = chancery_folded_text_chars_to_bytes (text, selector->start_chars);
  gsize end = chancery_folded_text_chars_to_bytes (text, selector->end_chars);

  if (!selector->has_position || end <= start || chancery_folded_text_bytes_to_chars (text, end) != selector->end_chars)
    return FALSE;
  *anchor = (ChanceryAnchor) { start, end, SCORE_POSITION_ALONE };
  return TRUE;
}

/**
 * chancery_anchor_text_find:
 * @self: a text
 * @selector: what to find
 * @anchor: (out): where to return the passage; if it isn't found, the likeliest
 *   place with a score below %CHANCERY_ANCHOR_SCORE_MIN, or all zeroes
 *
 * Finds the passage that a selector quotes, though the text was changed: see
 * “How a note finds its place” in CONTRIBUTING.md. Of a phrase that recurs, it
 * takes the occurrence with the right words around it, and where there is
 * nothing to tell by, none.
 *
 * Takes time linear in the lengths of text and selector at most, and without an
 * approximate search, once the text has been prepared, hardly any. Pure; any
 * thread.
 *
 * Returns: whether the passage was found
 */
gboolean
chancery_anchor_text_find (ChanceryAnchorText     *self,
                           const ChancerySelector *selector,
                           ChanceryAnchor         *anchor)
{
  g_auto (ChanceryAnchorQuery) query = { 0 };
  Search search;
  gsize position = 0, end;
  gboolean found;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (selector != NULL, FALSE);
  g_return_val_if_fail (anchor != NULL, FALSE);

  *anchor = (ChanceryAnchor) { 0 };
  if (selector->exact == NULL || *selector->exact == '\0')
    return find_position (&self->folded, selector, anchor);
  if (selector->has_position)
    {
      position = chancery_folded_text_chars_to_bytes (&self->folded, selector->start_chars);
      if (is_unmoved (&self->folded, selector, position, &end))
        {
          *anchor = (ChanceryAnchor) { position, end, 1.0 };
          return TRUE;
        }
    }

  if (!chancery_anchor_query_init (&query, selector) || self->folded.n_bytes == 0)
    return FALSE;
  search.text = self;
  search.query = &query;
  search.expected = selector->has_position ? chancery_folded_text_find (&self->folded, position) : G_MAXSIZE;
  search.n_exact = 0;
  search.looked_up = FALSE;
  search.n_candidates = 0;

  found = search_all (&search, anchor);
  if (search.looked_up)
    chancery_seeds_clear (&search.seeds);
  return found;
}

/**
 * chancery_anchor_text_find_range:
 * @self: a text
 * @start: what the passage begins with
 * @end: what comes right after the passage
 * @anchor: (out): as of chancery_anchor_text_find()
 *
 * Finds the passage of a W3C RangeSelector: from where @start begins to where
 * @end begins, which is no longer part of it.
 *
 * Returns: whether the passage was found
 */
gboolean
chancery_anchor_text_find_range (ChanceryAnchorText     *self,
                                 const ChancerySelector *start,
                                 const ChancerySelector *end,
                                 ChanceryAnchor         *anchor)
{
  ChanceryAnchor first, after;

  *anchor = (ChanceryAnchor) { 0 };
  if (!chancery_anchor_text_find (self, start, &first) || !chancery_anchor_text_find (self, end, &after) ||
      after.start_bytes <= first.start_bytes)
    return FALSE;

  *anchor = (ChanceryAnchor) { first.start_bytes, after.start_bytes, MIN (first.score, after.score) };
  return TRUE;
}

/**
 * chancery_anchor_quote:
 * @text: UTF-8, in NFC or not
 * @selector: what to find
 * @anchor: (out): as of chancery_anchor_text_find()
 *
 * Finds one passage in a text. For more of them, prepare the text once with
 * chancery_anchor_text_new(). Pure; any thread.
 *
 * Returns: whether the passage was found
 */
gboolean
chancery_anchor_quote (const char             *text,
                       const ChancerySelector *selector,
                       ChanceryAnchor         *anchor)
{
  g_autoptr (ChanceryAnchorText) prepared = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  prepared = chancery_anchor_text_new_for_one (text, strlen (text));
  return chancery_anchor_text_find (prepared, selector, anchor);
}
