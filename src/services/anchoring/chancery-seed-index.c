/* chancery-seed-index.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "anchoring/chancery-seed-index.h"

#include <string.h>

#define BITS_MIN 8
#define BITS_MAX 20
#define PART_BITS 8

/* A seed that is in more places than this says little: only those around the expected place are counted. */
#define PLACES_MAX 48

/* In a longer quotation, every second seed tells as much. */
#define EVERY_SEED_BYTES_MAX 128

/* The table that a text is scanned with: it stays in the processor's nearest cache. */
#define SCAN_BITS 13

/* A window with so many times fewer seeds than the best is not looked at. */
#define BEHIND_MAX 3

/* How many seeds of a part of a quotation are compared for which is the rarest. */
#define RAREST_OF_MAX 16

/* A seed that is in no more places than this tells where to look; if so many of all are in one window, no others are
 * counted. */
#define RARE_PLACES_MAX 8
#define RARE_PART 4

#define WINDOWS_MAX 64

/* How many places of one seed are looked at within one window. */
#define WINDOW_PLACES_MAX 16

typedef struct
{
  guint32 hash;
  guint32 place;
} HashedSeed;

typedef struct
{
  guint32 place;
  guint16 seed; /* from 1 */
} ScanHit;

static inline guint32
hash_seed (const char *bytes,
           guint       n_bits)
{
  guint64 seed = 0;

  memcpy (&seed, bytes, CHANCERY_SEED_BYTES);
  return (guint32) ((seed * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - n_bits));
}

/* Sorts the seeds of one part by their hashes, which are from @first on; @ends begins with where the part begins. */
static void
sort_part (const HashedSeed *seeds,
           gsize             n_seeds,
           guint32           first,
           gsize             n_hashes,
           guint32          *ends,
           guint32          *places)
{
  guint32 start = ends[0];

  memset (ends + 1, 0, n_hashes * sizeof *ends);
  for (gsize i = 0; i < n_seeds; i++)
    ends[seeds[i].hash - first + 1]++;
  for (gsize h = 1; h <= n_hashes; h++)
    {
      guint32 n = ends[h];

      ends[h] = start;
      start += n;
    }
  /* A bucket's beginning moves up to its end as it is filled, which is where the next one begins. */
  for (gsize i = 0; i < n_seeds; i++)
    places[ends[seeds[i].hash - first + 1]++] = seeds[i].place;
}

/**
 * chancery_seed_index_new:
 * @text: a folded text, which must outlive the index
 *
 * Takes time linear in the text's length. The seeds are sorted by the first bits
 * of their hashes and then each part by the rest, so that each stays in the
 * processor's cache.
 *
 * Returns: (transfer full): the index
 */
ChancerySeedIndex *
chancery_seed_index_new (const ChanceryFoldedText *text)
{
  ChancerySeedIndex *self = g_new (ChancerySeedIndex, 1);
  gsize n_seeds = text->n_bytes >= CHANCERY_SEED_BYTES ? text->n_bytes - CHANCERY_SEED_BYTES + 1 : 0;
  g_autofree HashedSeed *seeds = g_new (HashedSeed, n_seeds + 1);
  guint32 ends[(1 << PART_BITS) + 1] = { 0 };
  gsize n_hashes;
  guint shift;

  self->text = text;
  self->n_bits = CLAMP ((guint) g_bit_storage (n_seeds), BITS_MIN, BITS_MAX);
  shift = self->n_bits - PART_BITS;
  n_hashes = (gsize) 1 << shift;
  self->buckets = g_new (guint32, ((gsize) 1 << self->n_bits) + 1);
  self->places = g_new (guint32, n_seeds + 1);

  for (gsize i = 0; i < n_seeds; i++)
    ends[(hash_seed (text->bytes + i, self->n_bits) >> shift) + 1]++;
  for (gsize part = 1; part <= 1 << PART_BITS; part++)
    ends[part] += ends[part - 1];
  for (gsize i = 0; i < n_seeds; i++)
    {
      guint32 hash = hash_seed (text->bytes + i, self->n_bits);

      seeds[ends[hash >> shift]++] = (HashedSeed) { hash, (guint32) i };
    }

  self->buckets[0] = 0;
  for (guint32 part = 0; part < 1 << PART_BITS; part++)
    {
      guint32 start = part > 0 ? ends[part - 1] : 0;

      self->buckets[(gsize) part * n_hashes] = start;
      sort_part (seeds + start, ends[part] - start, (guint32) (part * n_hashes), n_hashes,
                 self->buckets + (gsize) part * n_hashes, self->places);
    }

  return self;
}

/**
 * chancery_seed_index_free:
 * @self: an index
 *
 * Frees it.
 */
void
chancery_seed_index_free (ChancerySeedIndex *self)
{
  g_free (self->buckets);
  g_free (self->places);
  g_free (self);
}

/* All seeds of a quotation, or of a longer one every second, or as many, evenly spread, as are looked up at most. */
static void
choose_seeds (ChancerySeeds            *self,
              const ChanceryFoldedText *text,
              const char               *bytes,
              gsize                     n_bytes)
{
  gsize n = n_bytes >= CHANCERY_SEED_BYTES ? n_bytes - CHANCERY_SEED_BYTES + 1 : 0;

  self->text = text;
  self->index = NULL;
  self->own_places = NULL;
  self->bytes = bytes;
  self->n_bytes = n_bytes;
  self->stride = n > EVERY_SEED_BYTES_MAX ? MAX (2, (n + CHANCERY_SEEDS_MAX - 1) / CHANCERY_SEEDS_MAX) : MIN (n, 1);
  self->n_seeds = self->stride > 0 ? (n + self->stride - 1) / self->stride : 0;
}

/**
 * chancery_seeds_look_up:
 * @self: (out caller-allocates): the seeds
 * @index: an index
 * @bytes: a folded quotation; it and @index must outlive @self
 * @n_bytes: how long it is
 *
 * Looks up the seeds of a quotation in an index.
 */
void
chancery_seeds_look_up (ChancerySeeds           *self,
                        const ChancerySeedIndex *index,
                        const char              *bytes,
                        gsize                    n_bytes)
{
  choose_seeds (self, index->text, bytes, n_bytes);
  self->index = index;
  memset (self->places, 0, self->n_seeds * sizeof *self->places);
}

/* A seed is looked up in the index when it is needed first. */
static inline void
ensure_places (ChancerySeeds *self,
               gsize          seed)
{
  guint32 bucket;

  if (self->places[seed] != NULL)
    return;
  bucket = hash_seed (self->bytes + seed * self->stride, self->index->n_bits);
  self->places[seed] = self->index->places + self->index->buckets[bucket];
  self->n_places[seed] = self->index->buckets[bucket + 1] - self->index->buckets[bucket];
}

/**
 * chancery_seeds_scan:
 * @self: (out caller-allocates): the seeds
 * @text: a folded text
 * @bytes: a folded quotation; it and @text must outlive @self
 * @n_bytes: how long it is
 *
 * Looks for the seeds of a quotation in a text that has no index, which takes
 * less time than to make one.
 */
void
chancery_seeds_scan (ChancerySeeds            *self,
                     const ChanceryFoldedText *text,
                     const char               *bytes,
                     gsize                     n_bytes)
{
  guint16 slots[1 << SCAN_BITS]; /* the first seed of each, from 1 */
  guint16 same[CHANCERY_SEEDS_MAX]; /* the next seed of the same slot, from 1 */
  guint32 counts[CHANCERY_SEEDS_MAX + 1] = { 0 };
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (ScanHit));
  gsize n_text = text->n_bytes >= CHANCERY_SEED_BYTES ? text->n_bytes - CHANCERY_SEED_BYTES + 1 : 0;

  choose_seeds (self, text, bytes, n_bytes);
  memset (slots, 0, sizeof slots);
  for (gsize s = self->n_seeds; s-- > 0;)
    {
      guint32 slot = hash_seed (bytes + s * self->stride, SCAN_BITS);

      same[s] = slots[slot];
      slots[slot] = (guint16) (s + 1);
    }

  for (gsize i = 0; i < n_text; i++)
    {
      guint16 seed = slots[hash_seed (text->bytes + i, SCAN_BITS)];

      for (; seed != 0; seed = same[seed - 1])
        if (memcmp (text->bytes + i, bytes + (gsize) (seed - 1) * self->stride, CHANCERY_SEED_BYTES) == 0)
          break;
      if (seed != 0)
        {
          /* Equal seeds have one list, that of the first. */
          ScanHit hit = { (guint32) i, seed };

          g_array_append_val (hits, hit);
          counts[seed]++;
        }
    }

  self->own_places = g_new (guint32, hits->len + 1);
  for (gsize s = 1; s <= self->n_seeds; s++)
    counts[s] += counts[s - 1];
  for (gsize s = 0; s < self->n_seeds; s++)
    {
      self->places[s] = self->own_places + counts[s];
      self->n_places[s] = counts[s + 1] - counts[s];
    }
  for (guint h = 0; h < hits->len; h++)
    {
      const ScanHit *hit = &g_array_index (hits, ScanHit, h);

      self->own_places[counts[hit->seed - 1]++] = hit->place;
    }

  for (gsize s = 0; s < self->n_seeds; s++)
    {
      const char *seed = bytes + s * self->stride;
      guint16 first = slots[hash_seed (seed, SCAN_BITS)];

      while (memcmp (seed, bytes + (gsize) (first - 1) * self->stride, CHANCERY_SEED_BYTES) != 0)
        first = same[first - 1];
      self->places[s] = self->places[first - 1];
      self->n_places[s] = self->n_places[first - 1];
    }
}

/**
 * chancery_seeds_clear:
 * @self: seeds
 *
 * Frees what they own.
 */
void
chancery_seeds_clear (ChancerySeeds *self)
{
  g_clear_pointer (&self->own_places, g_free);
}

/* The first of a seed's places that is not before another. */
static gsize
find_place (const ChancerySeeds *self,
            gsize                seed,
            gsize                text)
{
  const guint32 *places = self->places[seed];
  gsize low = 0, high = self->n_places[seed];

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (places[middle] < text)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Which places of a seed are looked at, if they are no more than so many around one of them. */
static void
choose_places (const ChancerySeeds *self,
               gsize                seed,
               gsize                expected,
               gsize                n_max,
               gsize               *first,
               gsize               *end)
{
  *first = 0;
  *end = self->n_places[seed];
  if (*end > n_max)
    {
      gsize middle = find_place (self, seed, expected);

      *first = MIN (middle > n_max / 2 ? middle - n_max / 2 : 0, *end - n_max);
      *end = *first + n_max;
    }
}

/**
 * chancery_seeds_find_exact:
 * @self: seeds
 * @pattern_start: where a part of the quotation begins
 * @pattern_end: where it ends, at least %CHANCERY_SEED_BYTES later
 * @expected: about where in the text it is expected
 * @found: (out caller-allocates): where it is in the text, in order
 * @n_found_max: how many places are returned at most
 * @complete: (out): whether there are no others; else these are around @expected
 *
 * Finds a part of the quotation as it is, from the rarest in the text of some
 * of its seeds.
 *
 * Returns: how many there are in @found
 */
gsize
chancery_seeds_find_exact (ChancerySeeds *self,
                           gsize          pattern_start,
                           gsize          pattern_end,
                           gsize          expected,
                           gsize         *found,
                           gsize          n_found_max,
                           gboolean      *complete)
{
  const ChanceryFoldedText *text = self->text;
  gsize n_bytes = pattern_end - pattern_start, rarest = G_MAXSIZE, n_found = 0, offset, first, end, step, i;

  *complete = TRUE;
  first = (pattern_start + self->stride - 1) / MAX (self->stride, 1);
  end = pattern_end >= CHANCERY_SEED_BYTES ? MIN ((pattern_end - CHANCERY_SEED_BYTES) / MAX (self->stride, 1) + 1, self->n_seeds) : 0;
  step = end > first ? (end - first + RAREST_OF_MAX - 1) / RAREST_OF_MAX : 1;
  for (gsize s = first; s < end; s += step)
    {
      ensure_places (self, s);
      if (rarest == G_MAXSIZE || self->n_places[s] < self->n_places[rarest])
        rarest = s;
    }
  if (rarest == G_MAXSIZE)
    {
      *complete = FALSE;
      return 0;
    }

  offset = rarest * self->stride - pattern_start;
  choose_places (self, rarest, expected + offset, n_found_max * 16, &first, &end);
  for (i = first; i < end; i++)
    {
      gsize place = self->places[rarest][i];

      if (place < offset || place - offset + n_bytes > text->n_bytes ||
          memcmp (text->bytes + place - offset, self->bytes + pattern_start, n_bytes) != 0)
        continue;
      if (n_found == n_found_max)
        {
          /* Those around the expected place are kept. */
          if (found[n_found / 2] >= expected)
            break;
          memmove (found, found + 1, (n_found - 1) * sizeof *found);
          n_found--;
          *complete = FALSE;
        }
      found[n_found++] = place - offset;
    }
  if (i < end || first > 0 || end < self->n_places[rarest])
    *complete = FALSE;

  return n_found;
}

/* Counts how many seeds each window has, of those seeds that are in no more places than some and more than others. */
static void
count_seeds (ChancerySeeds *self,
             gsize          expected,
             gsize          n_places_above,
             gsize          n_places_max,
             guint16       *counts,
             guint16       *last)
{
  for (gsize s = 0; s < self->n_seeds; s++)
    {
      gsize pattern = s * self->stride, first, end;

      ensure_places (self, s);
      if (self->n_places[s] <= n_places_above || self->n_places[s] > n_places_max)
        continue;
      choose_places (self, s, expected + pattern, PLACES_MAX, &first, &end);
      for (gsize i = first; i < end; i++)
        {
          gsize bin = (self->places[s][i] + self->n_bytes - pattern) / CHANCERY_SEED_WINDOW_BYTES;

          if (last[bin] != s + 1)
            {
              last[bin] = (guint16) (s + 1);
              counts[bin]++;
            }
        }
    }
}

/* Puts a window among the best; of two that overlap, only the better. Returns how many there are. */
static gsize
insert_window (gsize  window,
               guint  score,
               gsize *windows,
               guint *scores,
               gsize  n_windows,
               gsize  n_windows_max)
{
  gsize at = 0;

  while (at < n_windows && windows[at] + 1 != window)
    at++;
  if (at < n_windows)
    {
      if (scores[at] >= score)
        return n_windows;
      memmove (&windows[at], &windows[at + 1], (n_windows - at - 1) * sizeof *windows);
      memmove (&scores[at], &scores[at + 1], (n_windows - at - 1) * sizeof *scores);
      n_windows--;
    }

  at = MIN (n_windows, n_windows_max - 1);
  while (at > 0 && scores[at - 1] < score)
    {
      windows[at] = windows[at - 1];
      scores[at] = scores[at - 1];
      at--;
    }
  windows[at] = window;
  scores[at] = score;
  return MIN (n_windows + 1, n_windows_max);
}

/**
 * chancery_seeds_find_windows:
 * @self: seeds
 * @expected: about where in the text the quotation is expected to begin
 * @windows: (out caller-allocates): the windows with the most seeds, best first
 * @n_windows_max: how many are returned at most, above 0
 *
 * Finds where many of the seeds are, each shifted by about the same. A window
 * is the number of such a shift, in units of %CHANCERY_SEED_WINDOW_BYTES, and
 * reaches over two of them. Seeds that are everywhere are only counted if the
 * rare ones don't show where to look.
 *
 * Returns: how many there are in @windows
 */
gsize
chancery_seeds_find_windows (ChancerySeeds *self,
                             gsize          expected,
                             gsize         *windows,
                             gsize          n_windows_max)
{
  gsize n_bins = (self->text->n_bytes + self->n_bytes) / CHANCERY_SEED_WINDOW_BYTES + 2, n_windows = 0;
  g_autofree guint16 *counts = g_new0 (guint16, n_bins);
  g_autofree guint16 *last = g_new0 (guint16, n_bins);
  guint scores[WINDOWS_MAX + 1], score_min, best = 0;

  score_min = (guint) MAX (CHANCERY_SEED_COMMON_BYTES (self->n_bytes) / CHANCERY_SEED_BYTES / MAX (self->stride, 1), 1);
  n_windows_max = MIN (n_windows_max, WINDOWS_MAX);

  count_seeds (self, expected, 0, RARE_PLACES_MAX, counts, last);
  for (gsize b = 0; b + 1 < n_bins; b++)
    best = MAX (best, (guint) counts[b] + counts[b + 1]);
  if (best < score_min || best * RARE_PART < self->n_seeds)
    count_seeds (self, expected, RARE_PLACES_MAX, G_MAXUINT32, counts, last);

  for (gsize b = 0; b + 1 < n_bins; b++)
    {
      guint score = (guint) counts[b] + counts[b + 1];

      if (score >= score_min && (n_windows < n_windows_max || score > scores[n_windows - 1]))
        n_windows = insert_window (b, score, windows, scores, n_windows, n_windows_max);
    }

  /* What is far behind the best isn't worth a look. */
  while (n_windows > 1 && scores[n_windows - 1] * BEHIND_MAX < scores[0])
    n_windows--;
  return n_windows;
}

/* Makes the seed at one place as long as the texts agree. */
static ChancerySeedRun
extend_run (const ChancerySeeds *self,
            gsize                pattern,
            gsize                text)
{
  const ChanceryFoldedText *folded = self->text;
  gsize pattern_end = pattern + CHANCERY_SEED_BYTES, text_end = text + CHANCERY_SEED_BYTES;

  while (pattern > 0 && text > 0 && self->bytes[pattern - 1] == folded->bytes[text - 1])
    {
      pattern--;
      text--;
    }
  while (pattern_end < self->n_bytes && text_end < folded->n_bytes && self->bytes[pattern_end] == folded->bytes[text_end])
    {
      pattern_end++;
      text_end++;
    }

  return (ChancerySeedRun) { pattern, text, pattern_end - pattern };
}

/**
 * chancery_seeds_find_runs:
 * @self: seeds
 * @window: a window of chancery_seeds_find_windows()
 * @runs: (out caller-allocates): the runs, in the order of the quotation
 * @n_runs_max: how many are returned at most
 *
 * Finds what the quotation and the text have in common within a window.
 *
 * Returns: how many there are in @runs
 */
gsize
chancery_seeds_find_runs (ChancerySeeds   *self,
                          gsize            window,
                          ChancerySeedRun *runs,
                          gsize            n_runs_max)
{
  const ChanceryFoldedText *folded = self->text;
  guint32 covered[CHANCERY_SEED_WINDOW_BYTES * 2]; /* up to where in the quotation, for each shift */
  gsize shift_start = window * CHANCERY_SEED_WINDOW_BYTES, n_runs = 0;

  memset (covered, 0, sizeof covered);
  for (gsize s = 0; s < self->n_seeds && n_runs < n_runs_max; s++)
    {
      gsize pattern = s * self->stride;
      gsize text_start = shift_start + pattern > self->n_bytes ? shift_start + pattern - self->n_bytes : 0;
      gsize first, n_seen = 0;

      ensure_places (self, s);
      first = find_place (self, s, text_start);
      for (gsize i = first; i < self->n_places[s] && n_runs < n_runs_max; i++)
        {
          gsize text = self->places[s][i], shift = text + self->n_bytes - pattern - shift_start;
          ChancerySeedRun run;

          if (shift >= G_N_ELEMENTS (covered) || n_seen++ == WINDOW_PLACES_MAX)
            break;
          if (covered[shift] > pattern || memcmp (folded->bytes + text, self->bytes + pattern, CHANCERY_SEED_BYTES) != 0)
            continue;
          run = extend_run (self, pattern, text);
          covered[shift] = (guint32) (run.pattern + run.n_bytes);
          runs[n_runs++] = run;
        }
    }

  return n_runs;
}
