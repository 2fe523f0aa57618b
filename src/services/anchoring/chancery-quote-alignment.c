/* chancery-quote-alignment.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "anchoring/chancery-quote-alignment.h"

#include <stdlib.h>
#include <string.h>

#include "anchoring/chancery-bit-distance.h"

#define RUNS_MAX 128

/* What a gap between two runs costs, in bytes in common, for what differs and for what was inserted or cut. */
#define GAP_COST 0.1
#define GAP_COST_BYTES_MAX ((gsize) 64)
#define SHIFT_LOG_COST 2.0
#define SHIFT_COST 0.02

/* How much of two gaps between runs is aligned byte by byte. */
#define GAP_CELLS_MAX ((gsize) 65536)
#define GAP_BYTES_MAX ((gsize) 1024)

/* How far the words are followed beyond their first and last run. */
#define OUTWARD_BYTES_MAX ((gsize) 128)

/* Gaps that are so short, or so near to each other, are the same words. */
#define ALIKE_BYTES_MIN ((gsize) 12)
#define ALIKE_DISTANCE_MAX 0.65

static int
compare_runs (gconstpointer a,
              gconstpointer b)
{
  const ChancerySeedRun *run_a = a, *run_b = b;

  if (run_a->pattern != run_b->pattern)
    return run_a->pattern < run_b->pattern ? -1 : 1;
  return run_a->text < run_b->text ? -1 : run_a->text > run_b->text;
}

/* What it costs to go from one run to a later one, in bytes in common; below 0 if it can't be done. */
static double
link_cost (const ChancerySeedRun *from,
           const ChancerySeedRun *to,
           gsize                 *overlap)
{
  gsize pattern_end = from->pattern + from->n_bytes, text_end = from->text + from->n_bytes;
  gsize over = 0, gap, shift;

  if (to->pattern <= from->pattern || to->text <= from->text)
    return -1.0;
  if (pattern_end > to->pattern)
    over = pattern_end - to->pattern;
  if (text_end > to->text)
    over = MAX (over, text_end - to->text);
  if (over >= to->n_bytes)
    return -1.0;

  *overlap = over;
  gap = MIN (to->pattern + over - pattern_end, to->text + over - text_end);
  shift = to->text + from->pattern > from->text + to->pattern
    ? to->text + from->pattern - from->text - to->pattern
    : from->text + to->pattern - to->text - from->pattern;

  return GAP_COST * (double) MIN (gap, GAP_COST_BYTES_MAX) +
         SHIFT_LOG_COST * (double) (shift > 0 ? g_bit_storage (shift) : 0) + SHIFT_COST * (double) shift;
}

/* Chains those runs that, in the order of both texts, have most in common; returns how many. */
static gsize
chain_runs (const ChancerySeedRun *runs,
            gsize                  n_runs,
            ChancerySeedRun       *chain)
{
  double scores[RUNS_MAX];
  gsize before[RUNS_MAX], overlaps[RUNS_MAX], best = 0, n_chain = 0;

  for (gsize i = 0; i < n_runs; i++)
    {
      scores[i] = (double) runs[i].n_bytes;
      before[i] = G_MAXSIZE;
      overlaps[i] = 0;
      for (gsize j = 0; j < i; j++)
        {
          gsize overlap = 0;
          double cost, score;

          if (scores[j] + (double) runs[i].n_bytes <= scores[i])
            continue;
          cost = link_cost (&runs[j], &runs[i], &overlap);
          if (cost < 0.0)
            continue;
          score = scores[j] - cost + (double) (runs[i].n_bytes - overlap);
          if (score > scores[i])
            {
              scores[i] = score;
              before[i] = j;
              overlaps[i] = overlap;
            }
        }
      if (scores[i] > scores[best])
        best = i;
    }

  for (gsize i = best; i != G_MAXSIZE; i = before[i])
    {
      ChancerySeedRun run = runs[i];

      run.pattern += overlaps[i];
      run.text += overlaps[i];
      run.n_bytes -= overlaps[i];
      chain[n_chain++] = run;
    }
  for (gsize i = 0; i < n_chain / 2; i++)
    {
      ChancerySeedRun run = chain[i];

      chain[i] = chain[n_chain - 1 - i];
      chain[n_chain - 1 - i] = run;
    }

  return n_chain;
}

/* The last row of the distances of all beginnings of @b from @a; backwards, of all ends. */
static void
fill_row (const char *a,
          gsize       a_bytes,
          const char *b,
          gsize       b_bytes,
          gboolean    backwards,
          guint16    *row)
{
  for (gsize j = 0; j <= b_bytes; j++)
    row[j] = (guint16) j;
  for (gsize i = 1; i <= a_bytes; i++)
    {
      guint16 diagonal = row[0];
      char wanted = a[backwards ? a_bytes - i : i - 1];

      row[0] = (guint16) i;
      for (gsize j = 1; j <= b_bytes; j++)
        {
          guint16 above = row[j];
          guint16 changed = (guint16) (diagonal + (b[backwards ? b_bytes - j : j - 1] != wanted));

          row[j] = (guint16) MIN (changed, MIN (above, row[j - 1]) + 1);
          diagonal = above;
        }
    }
}

/* Where in @b a place in @a falls when all of both are aligned. */
static gsize
map_in_gap (const char *a,
            gsize       a_bytes,
            const char *b,
            gsize       b_bytes,
            gsize       place,
            gboolean    last)
{
  guint16 before[GAP_BYTES_MAX + 1], after[GAP_BYTES_MAX + 1];
  gsize best = 0;

  if (a_bytes == 0)
    return last ? b_bytes : 0;
  if (a_bytes > GAP_BYTES_MAX || b_bytes > GAP_BYTES_MAX || a_bytes * b_bytes > GAP_CELLS_MAX)
    {
      /* Counted from the nearer end. */
      gsize rest = a_bytes - place;

      return place < rest ? MIN (place, b_bytes) : b_bytes - MIN (rest, b_bytes);
    }

  fill_row (a, place, b, b_bytes, FALSE, before);
  fill_row (a + place, a_bytes - place, b, b_bytes, TRUE, after);
  for (gsize j = 1; j <= b_bytes; j++)
    {
      guint distance = (guint) before[j] + after[b_bytes - j], least = (guint) before[best] + after[b_bytes - best];

      if (distance < least || (last && distance == least))
        best = j;
    }

  return best;
}

/* How far @b follows @a from a place on, both read in one direction; what follows no more was cut. */
static gsize
follow_outward (const char *a,
                gsize       a_bytes,
                const char *b,
                gsize       b_bytes,
                gboolean    backwards)
{
  int row[OUTWARD_BYTES_MAX * 2 + 1], best_score = 0;
  gsize best = 0;

  for (gsize j = 0; j <= b_bytes; j++)
    row[j] = -(int) j;
  for (gsize i = 1; i <= a_bytes; i++)
    {
      int diagonal = row[0];
      char wanted = backwards ? *(a - i) : a[i - 1];

      row[0] = -(int) i;
      for (gsize j = 1; j <= b_bytes; j++)
        {
          int above = row[j];
          int kept = diagonal + ((backwards ? *(b - j) : b[j - 1]) == wanted ? 1 : -1);

          row[j] = MAX (kept, MAX (above, row[j - 1]) - 1);
          diagonal = above;
          /* To have followed to the end is worth a little. */
          if (row[j] + (i == a_bytes ? 2 : 0) > best_score)
            {
              best_score = row[j] + (i == a_bytes ? 2 : 0);
              best = j;
            }
        }
    }

  return best;
}

/* Whether two parts of a gap may be one made from the other; if not, the words' part was cut. */
static gboolean
is_alike (const char *a,
          gsize       a_bytes,
          const char *b,
          gsize       b_bytes)
{
  gsize longer = MAX (a_bytes, b_bytes);

  if (longer <= ALIKE_BYTES_MIN)
    return TRUE;
  return longer <= GAP_BYTES_MAX &&
         (double) chancery_bit_distance (a, a_bytes, b, b_bytes) <= ALIKE_DISTANCE_MAX * (double) longer;
}

/* Where in the text a place of the quotation falls: of the words' beginning, or of their end. */
static gsize
map_place (const ChancerySeeds   *seeds,
           const ChancerySeedRun *runs,
           gsize                  n_runs,
           gsize                  place,
           gboolean               is_end)
{
  const ChanceryFoldedText *text = seeds->text;
  const ChancerySeedRun *before = NULL, *after = NULL;

  for (gsize i = 0; i < n_runs; i++)
    {
      gsize pattern_end = runs[i].pattern + runs[i].n_bytes;

      /* The byte of the words at this end is in the run. */
      if (is_end ? runs[i].pattern < place && place <= pattern_end : runs[i].pattern <= place && place < pattern_end)
        return runs[i].text + place - runs[i].pattern;
      if (pattern_end <= place)
        before = &runs[i];
      else if (after == NULL)
        after = &runs[i];
    }

  if (before != NULL && after != NULL)
    {
      gsize pattern_start = before->pattern + before->n_bytes, text_start = before->text + before->n_bytes;
      gsize mapped = text_start + map_in_gap (seeds->bytes + pattern_start, after->pattern - pattern_start,
                                              text->bytes + text_start, after->text - text_start,
                                              place - pattern_start, !is_end);

      if (is_end)
        return is_alike (seeds->bytes + pattern_start, place - pattern_start, text->bytes + text_start, mapped - text_start)
          ? mapped : text_start;
      return is_alike (seeds->bytes + place, after->pattern - place, text->bytes + mapped, after->text - mapped)
        ? mapped : after->text;
    }
  if (after != NULL)
    {
      gsize n_pattern = after->pattern - place, n_text = MIN (after->text, n_pattern + n_pattern / 4 + 8);

      if (n_pattern > OUTWARD_BYTES_MAX)
        return after->text;
      return after->text - follow_outward (seeds->bytes + after->pattern, n_pattern, text->bytes + after->text, n_text, TRUE);
    }
  if (before != NULL)
    {
      gsize pattern_end = before->pattern + before->n_bytes, text_end = before->text + before->n_bytes;
      gsize n_pattern = place - pattern_end, n_text = MIN (text->n_bytes - text_end, n_pattern + n_pattern / 4 + 8);

      if (n_pattern > OUTWARD_BYTES_MAX)
        return text_end;
      return text_end + follow_outward (seeds->bytes + pattern_end, n_pattern, text->bytes + text_end, n_text, FALSE);
    }

  return 0;
}

/* Takes out what lies in a passage, so that the next best is found. */
static gsize
remove_runs (ChancerySeedRun         *runs,
             gsize                    n_runs,
             const ChanceryAlignment *passage)
{
  gsize n_left = 0;

  for (gsize i = 0; i < n_runs; i++)
    if (runs[i].text + runs[i].n_bytes <= passage->start || runs[i].text >= passage->end)
      runs[n_left++] = runs[i];

  return n_left;
}

/* What is left around a passage would make another of all in between. */
static gboolean
reaches_over (const ChanceryAlignment *alignments,
              gsize                    n_alignments,
              const ChanceryAlignment *alignment)
{
  for (gsize i = 0; i < n_alignments; i++)
    if (alignment->start <= alignments[i].start && alignment->end >= alignments[i].end)
      return TRUE;
  return FALSE;
}

/**
 * chancery_quote_align:
 * @seeds: the seeds of @quote in a text
 * @quote: what is looked for, with what is around it
 * @window: a window of chancery_seeds_find_windows()
 * @alignments: (out caller-allocates): where the words may be, the likeliest first
 * @n_alignments_max: how many are returned at most
 *
 * Finds where a quotation is within a window of a text, whatever was changed,
 * inserted or cut: what both have in common is chained, and the two ends of the
 * words are aligned between the links. It says nothing of how good that is.
 *
 * Returns: how many there are in @alignments
 */
gsize
chancery_quote_align (ChancerySeeds             *seeds,
                      const ChanceryFoldedQuote *quote,
                      gsize                      window,
                      ChanceryAlignment         *alignments,
                      gsize                      n_alignments_max)
{
  ChancerySeedRun runs[RUNS_MAX], chain[RUNS_MAX];
  gsize n_runs = chancery_seeds_find_runs (seeds, window, runs, RUNS_MAX), n_alignments = 0;

  qsort (runs, n_runs, sizeof *runs, compare_runs);
  while (n_runs > 0 && n_alignments < n_alignments_max)
    {
      gsize n_chain = chain_runs (runs, n_runs, chain), n_before = n_runs, n_common = 0;
      ChanceryAlignment alignment;

      for (gsize i = 0; i < n_chain; i++)
        n_common += chain[i].n_bytes;
      if (n_common < CHANCERY_SEED_COMMON_BYTES (quote->n_bytes))
        break;
      alignment.start = map_place (seeds, chain, n_chain, quote->core_start, FALSE);
      alignment.end = map_place (seeds, chain, n_chain, quote->core_end, TRUE);
      if (alignment.start >= alignment.end || reaches_over (alignments, n_alignments, &alignment))
        break;
      alignments[n_alignments++] = alignment;
      n_runs = remove_runs (runs, n_runs, &alignment);
      if (n_runs == n_before)
        break;
    }

  return n_alignments;
}
