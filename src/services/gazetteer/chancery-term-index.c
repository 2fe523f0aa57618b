/* chancery-term-index.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-term-index.h"

#include <string.h>

#include "chancery-term-layout.h"

/* A vocabulary of folded words, and a trie over word numbers. A text's words
 * are looked up once each; from then on terms, context words and rules compare
 * numbers. Both are hash tables with linear probing that stay half empty: a
 * step costs the same however many terms there are. chancery-term-compiler.c
 * makes them when the program is built, and they are used where they lie. */

struct _ChanceryTermIndex
{
  GBytes *bytes; /* (owned) */
  const ChanceryTermHeader *header;
  const ChanceryTermWord *words;
  const ChanceryTermEntry *entries;
  const guint32 *first; /* a node's first entry */
  const ChanceryTermWordSlot *word_slots;
  const ChanceryTermEdgeSlot *edge_slots;
  const ChanceryTermState *states; /* by state */
  const guint32 *people;           /* entries */
  const char *pool;
};

/* The next table, or %NULL once the bytes don't reach. */
static const void *
take_table (const guint8 **next,
            gsize         *left_bytes,
            guint32        n_elements,
            gsize          element_bytes)
{
  const void *table = *next;
  gsize size_bytes = ((gsize) n_elements * element_bytes + 7) & ~(gsize) 7;

  if (table == NULL || size_bytes > *left_bytes)
    {
      *next = NULL;
      return NULL;
    }

  *next += size_bytes;
  *left_bytes -= size_bytes;
  return table;
}

/**
 * chancery_term_index_new:
 * @bytes: what chancery_term_compiler_finish() made
 *
 * Reads a compiled index where it lies; nothing is copied unless @bytes begin
 * at an odd address.
 *
 * Returns: (transfer full) (nullable): an index, which any thread may read, or
 *   %NULL if @bytes are no such index
 */
ChanceryTermIndex *
chancery_term_index_new (GBytes *bytes)
{
  g_autoptr (ChanceryTermIndex) self = g_new0 (ChanceryTermIndex, 1);
  gsize left_bytes;
  const guint8 *next = g_bytes_get_data (bytes, &left_bytes);

  if (((gsize) next & 7) != 0)
    self->bytes = g_bytes_new (next, left_bytes);
  else
    self->bytes = g_bytes_ref (bytes);
  next = g_bytes_get_data (self->bytes, NULL);

  self->header = take_table (&next, &left_bytes, 1, sizeof *self->header);
  if (self->header == NULL || self->header->magic != CHANCERY_TERM_MAGIC ||
      self->header->size_bytes != g_bytes_get_size (self->bytes))
    return NULL;

  self->words = take_table (&next, &left_bytes, self->header->n_words, sizeof *self->words);
  self->entries = take_table (&next, &left_bytes, self->header->n_entries, sizeof *self->entries);
  self->first = take_table (&next, &left_bytes, self->header->n_nodes, sizeof *self->first);
  self->word_slots = take_table (&next, &left_bytes, self->header->n_word_slots, sizeof *self->word_slots);
  self->edge_slots = take_table (&next, &left_bytes, self->header->n_edge_slots, sizeof *self->edge_slots);
  self->states = take_table (&next, &left_bytes, self->header->n_states, sizeof *self->states);
  self->people = take_table (&next, &left_bytes, self->header->n_people, sizeof *self->people);
  self->pool = take_table (&next, &left_bytes, self->header->pool_bytes, 1);
  if (self->pool == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
chancery_term_index_free (ChanceryTermIndex *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * chancery_term_index_get_lang:
 *
 * Returns: the language, the primary subtag of BCP 47
 */
const char *
chancery_term_index_get_lang (const ChanceryTermIndex *self)
{
  return self->header->lang;
}

/**
 * chancery_term_index_lookup_word:
 * @folded: a word as the tokeniser folds it
 * @folded_bytes: its length
 * @hash: its hash
 *
 * Returns: its number in the vocabulary, or 0
 */
guint32
chancery_term_index_lookup_word (const ChanceryTermIndex *self,
                                 const char              *folded,
                                 gsize                    folded_bytes,
                                 guint32                  hash)
{
  guint32 mask = self->header->n_word_slots - 1;

  if (folded_bytes > CHANCERY_TOKEN_MAX_FOLDED)
    return 0;

  for (guint32 i = hash & mask; self->word_slots[i].word != 0; i = (i + 1) & mask)
    {
      if (self->word_slots[i].hash == hash)
        {
          const ChanceryTermWord *word = &self->words[self->word_slots[i].word];

          if (word->length_bytes == folded_bytes && memcmp (self->pool + word->text, folded, folded_bytes) == 0)
            return self->word_slots[i].word;
        }
    }

  return 0;
}

guint64
chancery_term_index_get_classes (const ChanceryTermIndex *self,
                                 guint32                  word)
{
  return self->words[word].classes;
}

static guint32
find_child (const ChanceryTermIndex *self,
            guint32                  node,
            guint32                  label)
{
  guint32 mask = self->header->n_edge_slots - 1;

  for (guint32 i = chancery_term_hash_edge (node, label) & mask; self->edge_slots[i].child != 0; i = (i + 1) & mask)
    {
      if (self->edge_slots[i].node == node && self->edge_slots[i].label == label)
        return self->edge_slots[i].child;
    }

  return 0;
}

/**
 * chancery_term_index_match:
 * @tokens: (array length=n_tokens): where to look for a term that begins with
 *   the first of them
 * @n_tokens: how many there are
 * @matches: (array fixed-size=24) (out): the terms, shortest first
 * @n_steps: (inout): is increased by the number of tokens looked at
 *
 * The case of letters is left to the caller.
 *
 * Returns: how many terms were found
 */
guint
chancery_term_index_match (const ChanceryTermIndex *self,
                           const ChanceryToken     *tokens,
                           guint                    n_tokens,
                           ChanceryTermMatch       *matches,
                           guint64                 *n_steps)
{
  guint32 node = 0;
  guint n_matches = 0;

  for (guint i = 0; i < n_tokens && i < CHANCERY_TERM_MAX_TOKENS && tokens[i].word != 0; i++)
    {
      guint32 entry;

      (*n_steps)++;
      if (i > 0 && (tokens[i].flags & CHANCERY_TOKEN_PARAGRAPH))
        break;
      node = find_child (self, node, chancery_term_make_label (tokens[i].word, i > 0 && (tokens[i].flags & CHANCERY_TOKEN_SPACE) != 0));
      if (node == 0)
        break;
      entry = self->first[node];
      if (entry != 0)
        matches[n_matches++] = (ChanceryTermMatch) { i + 1, entry };
    }

  return n_matches;
}

/**
 * chancery_term_index_get_people:
 * @iso: a state
 * @n_people: (out): how many there are
 *
 * Returns: (array length=n_people) (transfer none) (nullable): the entries of
 *   the names of its office holders, of any time
 */
const guint32 *
chancery_term_index_get_people (const ChanceryTermIndex *self,
                                const char              *iso,
                                guint                   *n_people)
{
  guint32 state = chancery_term_pack_state (iso);
  guint low = 0, high = self->header->n_states;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->states[middle].state < state)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->header->n_states || self->states[low].state != state)
    {
      *n_people = 0;
      return NULL;
    }

  *n_people = self->states[low].n_people;
  return self->people + self->states[low].first;
}

const ChanceryTermEntry *
chancery_term_index_get_entry (const ChanceryTermIndex *self,
                               guint32                  entry)
{
  return &self->entries[entry];
}

/**
 * chancery_term_index_get_n_words:
 *
 * Returns: one more than the highest number of a word
 */
guint
chancery_term_index_get_n_words (const ChanceryTermIndex *self)
{
  return self->header->n_words;
}

guint
chancery_term_index_get_n_entries (const ChanceryTermIndex *self)
{
  return self->header->n_entries - 1;
}
