/* chancery-term-layout.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-term-index.h"

G_BEGIN_DECLS

/* How a compiled index lies in memory: a header, then tables one after the other, in the order of the header. All
 * numbers are in the byte order of the machine that the program runs on. */

#define CHANCERY_TERM_MAGIC 0x43545231u /* "CTR1"; raised with every change to what follows */

typedef struct
{
  guint32 magic;
  guint32 size_bytes;
  char lang[8];
  guint32 n_words;      /* [0] is “unknown” */
  guint32 n_entries;    /* [0] is “none” */
  guint32 n_nodes;
  guint32 n_word_slots; /* a power of two, as is n_edge_slots */
  guint32 n_edge_slots;
  guint32 n_states;
  guint32 n_people;
  guint32 pool_bytes;   /* rounded up to eight */
} ChanceryTermHeader;

typedef struct
{
  guint64 classes;
  guint32 text; /* in the pool */
  guint32 length_bytes;
} ChanceryTermWord;

typedef struct
{
  guint32 hash;
  guint32 word; /* 0: free */
} ChanceryTermWordSlot;

typedef struct
{
  guint32 node;
  guint32 label;
  guint32 child; /* 0: free; the root is nobody's child */
} ChanceryTermEdgeSlot;

/* A state's run in the table of people. */
typedef struct
{
  guint32 state;
  guint32 first;
  guint32 n_people;
} ChanceryTermState;

static inline guint32
chancery_term_hash_edge (guint32 node,
                         guint32 label)
{
  guint64 key = ((guint64) node << 32) | label;

  key *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint32) (key >> 32);
}

/* Whether a token stands apart from the one before it is part of the term: “Guinea-Bissau” is not “Guinea - Bissau”. */
static inline guint32
chancery_term_make_label (guint32  word,
                          gboolean space_before)
{
  return word << 1 | (space_before ? 1 : 0);
}

static inline guint32
chancery_term_pack_state (const char *iso)
{
  return (guint32) (guchar) iso[0] << 8 | (guint32) (guchar) iso[1];
}

G_END_DECLS
