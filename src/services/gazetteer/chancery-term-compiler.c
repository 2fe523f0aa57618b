/* chancery-term-compiler.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-term-compiler.h"

#include <string.h>

#include "chancery-term-layout.h"

struct _ChanceryTermCompiler
{
  char *lang;
  GByteArray *pool;
  GArray *words;       /* of ChanceryTermWord */
  GArray *hashes;      /* of guint32, by word */
  GArray *entries;     /* of ChanceryTermEntry */
  GArray *first;       /* of guint32: a node's first entry */
  GHashTable *numbers; /* a folded word -> its number */
  GHashTable *edges;   /* of ChanceryTermEdgeSlot */
};

static guint
hash_edge (gconstpointer key)
{
  const ChanceryTermEdgeSlot *edge = key;

  return chancery_term_hash_edge (edge->node, edge->label);
}

static gboolean
equal_edges (gconstpointer a,
             gconstpointer b)
{
  const ChanceryTermEdgeSlot *left = a, *right = b;

  return left->node == right->node && left->label == right->label;
}

/**
 * chancery_term_compiler_new:
 * @lang: the language, the primary subtag of BCP 47
 *
 * Returns: (transfer full): an index to be filled by one thread
 */
ChanceryTermCompiler *
chancery_term_compiler_new (const char *lang)
{
  ChanceryTermCompiler *self = g_new0 (ChanceryTermCompiler, 1);
  const ChanceryTermWord no_word = { 0 };
  const ChanceryTermEntry no_entry = { 0 };
  const guint32 none = 0;

  self->lang = g_strdup (lang);
  self->pool = g_byte_array_new ();
  self->words = g_array_new (FALSE, FALSE, sizeof (ChanceryTermWord));
  self->hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->entries = g_array_new (FALSE, FALSE, sizeof (ChanceryTermEntry));
  self->first = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->edges = g_hash_table_new_full (hash_edge, equal_edges, g_free, NULL);
  g_array_append_val (self->words, no_word);
  g_array_append_val (self->hashes, none);
  g_array_append_val (self->entries, no_entry);
  g_array_append_val (self->first, none);

  return self;
}

void
chancery_term_compiler_free (ChanceryTermCompiler *self)
{
  g_free (self->lang);
  g_byte_array_unref (self->pool);
  g_array_unref (self->words);
  g_array_unref (self->hashes);
  g_array_unref (self->entries);
  g_array_unref (self->first);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->edges);
  g_free (self);
}

static guint32
add_word (ChanceryTermCompiler    *self,
          const ChanceryTokeniser *tokeniser,
          guint32                  hash)
{
  g_autofree char *folded = NULL;
  ChanceryTermWord word = { 0 };
  guint32 number;

  if (tokeniser->folded_bytes > CHANCERY_TOKEN_MAX_FOLDED)
    return 0;
  folded = g_strndup (tokeniser->folded, tokeniser->folded_bytes);
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, folded));
  if (number != 0)
    return number;

  word.text = self->pool->len;
  word.length_bytes = (guint32) tokeniser->folded_bytes;
  g_byte_array_append (self->pool, (const guint8 *) folded, word.length_bytes);
  number = self->words->len;
  g_array_append_val (self->words, word);
  g_array_append_val (self->hashes, hash);
  g_hash_table_insert (self->numbers, g_steal_pointer (&folded), GUINT_TO_POINTER (number));

  return number;
}

static guint32
add_child (ChanceryTermCompiler *self,
           guint32               node,
           guint32               label)
{
  const ChanceryTermEdgeSlot edge = { node, label, self->first->len };
  const ChanceryTermEdgeSlot *known = g_hash_table_lookup (self->edges, &edge);
  const guint32 none = 0;

  if (known != NULL)
    return known->child;

  g_array_append_val (self->first, none);
  g_hash_table_add (self->edges, g_memdup2 (&edge, sizeof edge));

  return edge.child;
}

/**
 * chancery_term_compiler_add:
 * @text: the term as it is written in running text
 * @entry: what it means; `capitals`, `uppers` and `next` are set by this
 *   function, from how @text is written: a word with a capital asks for one, a
 *   code or an abbreviation asks for capitals throughout
 *
 * Returns: whether the term was taken: not if it is empty or too long
 */
gboolean
chancery_term_compiler_add (ChanceryTermCompiler    *self,
                         const char              *text,
                         const ChanceryTermEntry *entry)
{
  ChanceryTokeniser tokeniser;
  ChanceryToken token;
  ChanceryTermEntry added = *entry;
  guint32 node = 0, number, *link;
  guint n_tokens = 0;

  added.capitals = added.uppers = added.next = 0;

  chancery_tokeniser_init (&tokeniser, text, strlen (text));
  while (chancery_tokeniser_next (&tokeniser, &token))
    {
      guint32 word = add_word (self, &tokeniser, token.hash);

      if (word == 0 || n_tokens == CHANCERY_TERM_MAX_TOKENS)
        return FALSE;
      if (token.flags & CHANCERY_TOKEN_CAPITAL)
        added.capitals |= 1u << n_tokens;
      if ((token.flags & CHANCERY_TOKEN_UPPER) && added.kind == CHANCERY_MENTION_KIND_CODE)
        added.uppers |= 1u << n_tokens;
      node = add_child (self, node, chancery_term_make_label (word, n_tokens > 0 && (token.flags & CHANCERY_TOKEN_SPACE) != 0));
      n_tokens++;
    }
  if (n_tokens == 0)
    return FALSE;

  for (number = g_array_index (self->first, guint32, node); number != 0;
       number = g_array_index (self->entries, ChanceryTermEntry, number).next)
    {
      const ChanceryTermEntry *other = &g_array_index (self->entries, ChanceryTermEntry, number);

      if (strcmp (other->iso, added.iso) == 0 && other->kind == added.kind && other->flags == added.flags &&
          other->person == added.person && other->capitals == added.capitals &&
          other->uppers == added.uppers && chancery_date_equal (other->from, added.from) &&
          chancery_date_equal (other->to, added.to))
        return TRUE;
    }

  number = self->entries->len;
  g_array_append_val (self->entries, added);
  link = &g_array_index (self->first, guint32, node);
  while (*link != 0)
    link = &g_array_index (self->entries, ChanceryTermEntry, *link).next;
  *link = number;

  return TRUE;
}

/**
 * chancery_term_compiler_add_classes:
 * @word: one word or sign
 * @classes: bits to add to those that the word has
 *
 * Says what a word is to the rules of a language.
 */
void
chancery_term_compiler_add_classes (ChanceryTermCompiler *self,
                                 const char           *word,
                                 guint64               classes)
{
  ChanceryTokeniser tokeniser;
  ChanceryToken token;

  chancery_tokeniser_init (&tokeniser, word, strlen (word));
  if (chancery_tokeniser_next (&tokeniser, &token))
    {
      guint32 number = add_word (self, &tokeniser, token.hash);

      g_array_index (self->words, ChanceryTermWord, number).classes |= classes;
    }
}

static guint32
count_slots (guint n_used)
{
  guint32 n_slots = 2;

  while (n_slots < n_used * 2)
    n_slots *= 2;
  return n_slots;
}

static ChanceryTermWordSlot *
make_word_slots (const ChanceryTermCompiler *self,
                 guint32                     n_slots)
{
  ChanceryTermWordSlot *slots = g_new0 (ChanceryTermWordSlot, n_slots);

  for (guint32 word = 1; word < self->words->len; word++)
    {
      guint32 hash = g_array_index (self->hashes, guint32, word);
      guint32 i = hash & (n_slots - 1);

      while (slots[i].word != 0)
        i = (i + 1) & (n_slots - 1);
      slots[i] = (ChanceryTermWordSlot) { hash, word };
    }

  return slots;
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const ChanceryTermEdgeSlot *const *left = a, *const *right = b;

  return (*left)->child < (*right)->child ? -1 : (*left)->child > (*right)->child;
}

static ChanceryTermEdgeSlot *
make_edge_slots (const ChanceryTermCompiler *self,
                 guint32                     n_slots)
{
  ChanceryTermEdgeSlot *slots = g_new0 (ChanceryTermEdgeSlot, n_slots);
  g_autoptr (GPtrArray) edges = g_hash_table_get_keys_as_ptr_array (self->edges);

  /* In the order in which they were added, so that the same files make the same bytes. */
  g_ptr_array_sort (edges, compare_edges);
  for (guint e = 0; e < edges->len; e++)
    {
      const ChanceryTermEdgeSlot *edge = g_ptr_array_index (edges, e);
      guint32 i = chancery_term_hash_edge (edge->node, edge->label) & (n_slots - 1);

      while (slots[i].child != 0)
        i = (i + 1) & (n_slots - 1);
      slots[i] = *edge;
    }

  return slots;
}

static void
collect_people (const ChanceryTermCompiler *self,
                GArray                     *states,
                GArray                     *people)
{
  for (guint32 letters = 0; letters < 26 * 26; letters++)
    {
      guint32 state = (guint32) ('A' + letters / 26) << 8 | (guint32) ('A' + letters % 26);
      ChanceryTermState run = { state, people->len, 0 };

      for (guint32 e = 1; e < self->entries->len; e++)
        {
          const ChanceryTermEntry *entry = &g_array_index (self->entries, ChanceryTermEntry, e);

          if ((entry->flags & CHANCERY_TERM_PERSON) && chancery_term_pack_state (entry->iso) == state)
            g_array_append_val (people, e);
        }
      run.n_people = people->len - run.first;
      if (run.n_people > 0)
        g_array_append_val (states, run);
    }
}

static void
swap_numbers (guint32 *numbers,
              gsize    n_numbers)
{
  for (gsize i = 0; i < n_numbers; i++)
    numbers[i] = GUINT32_SWAP_LE_BE (numbers[i]);
}

static void
swap_words (ChanceryTermWord *words,
            guint             n_words)
{
  for (guint i = 0; i < n_words; i++)
    {
      words[i].classes = GUINT64_SWAP_LE_BE (words[i].classes);
      swap_numbers (&words[i].text, 2);
    }
}

static void
swap_entries (ChanceryTermEntry *entries,
              guint              n_entries)
{
  for (guint i = 0; i < n_entries; i++)
    {
      entries[i].from.year = GUINT16_SWAP_LE_BE (entries[i].from.year);
      entries[i].to.year = GUINT16_SWAP_LE_BE (entries[i].to.year);
      entries[i].person = GUINT32_SWAP_LE_BE (entries[i].person);
      entries[i].sound = GUINT32_SWAP_LE_BE (entries[i].sound);
      entries[i].initial = GUINT32_SWAP_LE_BE (entries[i].initial);
      entries[i].capitals = GUINT32_SWAP_LE_BE (entries[i].capitals);
      entries[i].uppers = GUINT32_SWAP_LE_BE (entries[i].uppers);
      entries[i].next = GUINT32_SWAP_LE_BE (entries[i].next);
    }
}

static void
write_table (GByteArray    *out,
             gconstpointer  table,
             gsize          size_bytes)
{
  static const guint8 padding[8] = { 0 };

  g_byte_array_append (out, table, (guint) size_bytes);
  g_byte_array_append (out, padding, (guint) (-size_bytes & 7));
}

/**
 * chancery_term_compiler_finish:
 * @self: (transfer full): the compiler
 * @swap: whether to write for a machine of the other byte order
 *
 * Returns: (transfer full): the index for chancery_term_index_new(); the same
 *   for the same terms in the same order
 */
GBytes *
chancery_term_compiler_finish (ChanceryTermCompiler *self,
                               gboolean              swap)
{
  g_autoptr (ChanceryTermCompiler) owned = self;
  g_autoptr (GArray) states = g_array_new (FALSE, FALSE, sizeof (ChanceryTermState));
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree ChanceryTermWordSlot *word_slots = NULL;
  g_autofree ChanceryTermEdgeSlot *edge_slots = NULL;
  ChanceryTermHeader header = { .magic = CHANCERY_TERM_MAGIC };

  collect_people (self, states, people);
  g_strlcpy (header.lang, self->lang, sizeof header.lang);
  header.n_words = self->words->len;
  header.n_entries = self->entries->len;
  header.n_nodes = self->first->len;
  header.n_word_slots = count_slots (self->words->len);
  header.n_edge_slots = count_slots (g_hash_table_size (self->edges) + 1);
  header.n_states = states->len;
  header.n_people = people->len;
  header.pool_bytes = self->pool->len;
  word_slots = make_word_slots (self, header.n_word_slots);
  edge_slots = make_edge_slots (self, header.n_edge_slots);

  if (swap)
    {
      swap_words ((ChanceryTermWord *) (void *) self->words->data, header.n_words);
      swap_entries ((ChanceryTermEntry *) (void *) self->entries->data, header.n_entries);
      swap_numbers ((guint32 *) (void *) self->first->data, header.n_nodes);
      swap_numbers ((guint32 *) (void *) word_slots, (gsize) header.n_word_slots * 2);
      swap_numbers ((guint32 *) (void *) edge_slots, (gsize) header.n_edge_slots * 3);
      swap_numbers ((guint32 *) (void *) states->data, (gsize) header.n_states * 3);
      swap_numbers ((guint32 *) (void *) people->data, header.n_people);
    }

  write_table (out, &header, sizeof header);
  write_table (out, self->words->data, (gsize) header.n_words * sizeof (ChanceryTermWord));
  write_table (out, self->entries->data, (gsize) header.n_entries * sizeof (ChanceryTermEntry));
  write_table (out, self->first->data, (gsize) header.n_nodes * sizeof (guint32));
  write_table (out, word_slots, (gsize) header.n_word_slots * sizeof (ChanceryTermWordSlot));
  write_table (out, edge_slots, (gsize) header.n_edge_slots * sizeof (ChanceryTermEdgeSlot));
  write_table (out, states->data, (gsize) header.n_states * sizeof (ChanceryTermState));
  write_table (out, people->data, (gsize) header.n_people * sizeof (guint32));
  write_table (out, self->pool->data, header.pool_bytes);

  header.size_bytes = out->len;
  if (swap)
    {
      swap_numbers (&header.magic, 2);
      swap_numbers (&header.n_words, 8);
    }
  memcpy (out->data, &header, sizeof header);

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
