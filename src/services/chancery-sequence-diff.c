/* chancery-sequence-diff.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-sequence-diff.h"

#include <stdlib.h>
#include <string.h>

/* Sequences that need more changes than this, in either half, are taken to be all different. */
#define DISTANCE_MAX 768

/* Longer sequences are first cut where both have an item once. */
#define WHOLE_ITEMS_MAX ((gsize) 4096)

/* How often a part may be cut again. */
#define DEPTH_MAX 64

/* No path of so many changes ends on this diagonal. */
#define UNREACHED (G_MININT / 2)

typedef struct
{
  const guint32 *old_items;
  const guint32 *new_items;
  guint8 *old_kept;
  guint8 *new_kept;
  int *forward;  /* how far paths from the front get on each diagonal */
  int *backward; /* and from the back */
} Diff;

/* A part of both sequences. */
typedef struct
{
  gsize old_start;
  gsize old_end;
  gsize new_start;
  gsize new_end;
} Part;

typedef struct
{
  gsize old_place;
  gsize new_place;
} Pair;

static void
keep (Diff  *self,
      gsize  old_place,
      gsize  new_place,
      gsize  n)
{
  memset (self->old_kept + old_place, 1, n);
  memset (self->new_kept + new_place, 1, n);
}

static inline int
furthest (const int *reached,
          int        k,
          int        d)
{
  /* Down from the diagonal above, or right from the one below. */
  if (k == -d || (k != d && reached[k - 1] < reached[k + 1]))
    return reached[k + 1];
  return reached[k - 1] + 1;
}

/* Finds a run of equal items, perhaps empty, in the middle of a shortest path through a part (Myers 1986, section 4b).
 * Returns whether there is a path with few enough changes. */
static gboolean
find_middle (Diff       *self,
             const Part *part,
             Pair       *start,
             gsize      *n_equal)
{
  const guint32 *old_items = self->old_items + part->old_start, *new_items = self->new_items + part->new_start;
  int n = (int) (part->old_end - part->old_start), m = (int) (part->new_end - part->new_start);
  int delta = n - m, d_max = MIN ((n + m + 1) / 2, DISTANCE_MAX);
  int *forward = self->forward + DISTANCE_MAX + 2, *backward = self->backward + DISTANCE_MAX + 2;

  for (int k = -d_max - 1; k <= d_max + 1; k++)
    forward[k] = backward[k] = UNREACHED;
  forward[1] = backward[1] = 0;

  for (int d = 0; d <= d_max; d++)
    {
      for (int k = -d; k <= d; k += 2)
        {
          int x = furthest (forward, k, d), first = x;

          if (x < 0 || x > n || x - k < 0 || x - k > m)
            {
              forward[k] = UNREACHED;
              continue;
            }
          while (x < n && x - k < m && old_items[x] == new_items[x - k])
            x++;
          forward[k] = x;
          if (delta % 2 != 0 && ABS (delta - k) < d && x + backward[delta - k] >= n)
            {
              *start = (Pair) { part->old_start + (gsize) first, part->new_start + (gsize) (first - k) };
              *n_equal = (gsize) (x - first);
              return TRUE;
            }
        }
      for (int k = -d; k <= d; k += 2)
        {
          int x = furthest (backward, k, d), first = x;

          if (x < 0 || x > n || x - k < 0 || x - k > m)
            {
              backward[k] = UNREACHED;
              continue;
            }
          while (x < n && x - k < m && old_items[n - 1 - x] == new_items[m - 1 - (x - k)])
            x++;
          backward[k] = x;
          if (delta % 2 == 0 && ABS (delta - k) <= d && x + forward[delta - k] >= n)
            {
              *start = (Pair) { part->old_end - (gsize) x, part->new_end - (gsize) (x - k) };
              *n_equal = (gsize) (x - first);
              return TRUE;
            }
        }
    }

  return FALSE;
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *pair_a = a, *pair_b = b;

  return pair_a->new_place < pair_b->new_place ? -1 : pair_a->new_place > pair_b->new_place;
}

/* The items that are once in both parts, in the order of the new one. */
static GArray *
find_unique (const Diff *self,
             const Part *part)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autofree gsize *new_places = g_new (gsize, part->old_end - part->old_start);
  GHashTableIter iter;
  gpointer item, place;

  /* For each item its place from 1, or that it recurs. */
  for (gsize i = part->old_start; i < part->old_end; i++)
    {
      gboolean known = g_hash_table_contains (places, GUINT_TO_POINTER (self->old_items[i]));

      g_hash_table_insert (places, GUINT_TO_POINTER (self->old_items[i]),
                           GSIZE_TO_POINTER (known ? G_MAXSIZE : i - part->old_start + 1));
      new_places[i - part->old_start] = G_MAXSIZE;
    }
  for (gsize j = part->new_start; j < part->new_end; j++)
    {
      gsize old_place = GPOINTER_TO_SIZE (g_hash_table_lookup (places, GUINT_TO_POINTER (self->new_items[j])));

      if (old_place == 0 || old_place == G_MAXSIZE)
        continue;
      if (new_places[old_place - 1] == G_MAXSIZE)
        new_places[old_place - 1] = j;
      else
        g_hash_table_insert (places, GUINT_TO_POINTER (self->new_items[j]), GSIZE_TO_POINTER (G_MAXSIZE));
    }

  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, &item, &place))
    {
      gsize old_place = GPOINTER_TO_SIZE (place);
      Pair pair;

      if (old_place == G_MAXSIZE || new_places[old_place - 1] == G_MAXSIZE)
        continue;
      pair = (Pair) { part->old_start + old_place - 1, new_places[old_place - 1] };
      g_array_append_val (pairs, pair);
    }
  if (pairs->len > 0)
    qsort (pairs->data, pairs->len, sizeof (Pair), compare_pairs);

  return pairs;
}

/* Keeps of the pairs as many as are in the same order in both (the longest increasing subsequence). */
static void
keep_in_order (GArray *pairs)
{
  Pair *all = (Pair *) (void *) pairs->data;
  g_autofree guint *ends = g_new (guint, pairs->len + 1); /* for each length, the pair that ends one lowest */
  g_autofree guint *before = g_new (guint, pairs->len + 1);
  g_autofree Pair *chain = NULL;
  guint length = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      guint low = 0, high = length;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (all[ends[middle]].old_place < all[i].old_place)
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? ends[low - 1] : G_MAXUINT;
      ends[low] = i;
      length = MAX (length, low + 1);
    }

  chain = g_new (Pair, length + 1);
  for (guint i = length > 0 ? ends[length - 1] : G_MAXUINT, at = length; i != G_MAXUINT; i = before[i])
    chain[--at] = all[i];
  g_array_set_size (pairs, 0);
  if (length > 0)
    g_array_append_vals (pairs, chain, length);
}

static void
diff_part (Diff  *self,
           Part   part,
           guint  depth)
{
  Pair middle;
  gsize n_equal;

  while (part.old_start < part.old_end && part.new_start < part.new_end &&
         self->old_items[part.old_start] == self->new_items[part.new_start])
    keep (self, part.old_start++, part.new_start++, 1);
  while (part.old_start < part.old_end && part.new_start < part.new_end &&
         self->old_items[part.old_end - 1] == self->new_items[part.new_end - 1])
    keep (self, --part.old_end, --part.new_end, 1);
  if (part.old_start == part.old_end || part.new_start == part.new_end || depth > DEPTH_MAX)
    return;

  if (part.old_end - part.old_start + part.new_end - part.new_start > WHOLE_ITEMS_MAX)
    {
      g_autoptr (GArray) pairs = find_unique (self, &part);
      Part between = part;

      keep_in_order (pairs);
      for (guint i = 0; i < pairs->len; i++)
        {
          const Pair *pair = &g_array_index (pairs, Pair, i);

          between.old_end = pair->old_place;
          between.new_end = pair->new_place;
          diff_part (self, between, depth + 1);
          keep (self, pair->old_place, pair->new_place, 1);
          between.old_start = pair->old_place + 1;
          between.new_start = pair->new_place + 1;
        }
      if (pairs->len > 0)
        {
          between.old_end = part.old_end;
          between.new_end = part.new_end;
          diff_part (self, between, depth + 1);
          return;
        }
    }

  if (!find_middle (self, &part, &middle, &n_equal))
    return;
  keep (self, middle.old_place, middle.new_place, n_equal);
  diff_part (self, (Part) { part.old_start, middle.old_place, part.new_start, middle.new_place }, depth + 1);
  diff_part (self, (Part) { middle.old_place + n_equal, part.old_end, middle.new_place + n_equal, part.new_end }, depth + 1);
}

/**
 * chancery_sequence_diff:
 * @old_items: a sequence
 * @n_old: how long it is
 * @new_items: another
 * @n_new: how long it is, both below %G_MAXINT / 4
 * @old_kept: (out caller-allocates): for each old item 1 if it is in the new
 *   sequence, else 0
 * @new_kept: (out caller-allocates): for each new item 1 if it was in the old one
 *
 * Compares two sequences. After E. W. Myers, "An O(ND) difference algorithm and
 * its variations" (1986), in linear space: as little as can be is changed. In
 * long sequences, what both have once is paired first, and a part that has
 * nothing of the kind and would take too many changes is replaced as a whole,
 * so that time is bounded. The i-th item kept in one is the i-th kept in the
 * other. Pure; any thread.
 */
void
chancery_sequence_diff (const guint32 *old_items,
                        gsize          n_old,
                        const guint32 *new_items,
                        gsize          n_new,
                        guint8        *old_kept,
                        guint8        *new_kept)
{
  g_autofree int *forward = g_new (int, 2 * DISTANCE_MAX + 6);
  g_autofree int *backward = g_new (int, 2 * DISTANCE_MAX + 6);
  Diff self = { old_items, new_items, old_kept, new_kept, forward, backward };

  memset (old_kept, 0, n_old);
  memset (new_kept, 0, n_new);
  diff_part (&self, (Part) { 0, n_old, 0, n_new }, 0);
}
