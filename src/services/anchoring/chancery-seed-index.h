/* chancery-seed-index.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "anchoring/chancery-folded-text.h"

G_BEGIN_DECLS

/* How many bytes of folded text a seed has: a word of Latin letters, two Chinese characters. */
#define CHANCERY_SEED_BYTES ((gsize) 6)

/* How many seeds of one quotation are looked up. */
#define CHANCERY_SEEDS_MAX 768

/* How much of a quotation must be in a place for it to be looked at: this part, between these limits. */
#define CHANCERY_SEED_COMMON_BYTES(n_bytes) CLAMP ((n_bytes) / 8, (gsize) 8, (gsize) 48)

/* How far apart the shifts of the seeds in one window may be. */
#define CHANCERY_SEED_WINDOW_BYTES ((gsize) 512)

/**
 * ChancerySeedIndex:
 *
 * Where each seed is in a folded text. Immutable.
 */
typedef struct
{
  const ChanceryFoldedText *text;
  guint n_bits;
  guint32 *buckets;
  guint32 *places;
} ChancerySeedIndex;

/**
 * ChancerySeeds:
 * @bytes: (not owned): the quotation
 * @n_bytes: how long it is
 * @stride: how far its seeds are apart
 * @n_seeds: how many there are
 *
 * The seeds of one quotation, and where each may be in a text.
 */
typedef struct
{
  const ChanceryFoldedText *text;
  const ChancerySeedIndex *index;
  guint32 *own_places;
  const char *bytes;
  gsize n_bytes;
  gsize stride;
  gsize n_seeds;
  const guint32 *places[CHANCERY_SEEDS_MAX];
  guint32 n_places[CHANCERY_SEEDS_MAX];
} ChancerySeeds;

/**
 * ChancerySeedRun:
 * @pattern: where it begins in the quotation
 * @text: where it begins in the folded text
 * @n_bytes: how long it is
 *
 * Bytes that a quotation and a text have in common.
 */
typedef struct
{
  gsize pattern;
  gsize text;
  gsize n_bytes;
} ChancerySeedRun;

ChancerySeedIndex *chancery_seed_index_new      (const ChanceryFoldedText *text);
void               chancery_seed_index_free     (ChancerySeedIndex        *self);

void               chancery_seeds_look_up       (ChancerySeeds            *self,
                                                 const ChancerySeedIndex  *index,
                                                 const char               *bytes,
                                                 gsize                     n_bytes);
void               chancery_seeds_scan          (ChancerySeeds            *self,
                                                 const ChanceryFoldedText *text,
                                                 const char               *bytes,
                                                 gsize                     n_bytes);
void               chancery_seeds_clear         (ChancerySeeds            *self);
gsize              chancery_seeds_find_exact    (ChancerySeeds            *self,
                                                 gsize                     pattern_start,
                                                 gsize                     pattern_end,
                                                 gsize                     expected,
                                                 gsize                    *found,
                                                 gsize                     n_found_max,
                                                 gboolean                 *complete);
gsize              chancery_seeds_find_windows  (ChancerySeeds            *self,
                                                 gsize                     expected,
                                                 gsize                    *windows,
                                                 gsize                     n_windows_max);
gsize              chancery_seeds_find_runs     (ChancerySeeds            *self,
                                                 gsize                     window,
                                                 ChancerySeedRun          *runs,
                                                 gsize                     n_runs_max);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChancerySeedIndex, chancery_seed_index_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChancerySeeds, chancery_seeds_clear)

G_END_DECLS
