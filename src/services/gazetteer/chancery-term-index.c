/* chancery-term-index.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-term-index.h"

#include <string.h>

/* A vocabulary of folded words, and a trie over word numbers. A text's words
 * are looked up once each; from then on terms, context words and rules compare
 * numbers. Both are hash tables with linear probing that stay half empty: built
 * in one pass, and a step costs the same however many terms there are. */

typedef struct
{
  guint32 hash;
  guint32 word; /* 0: free */
} WordSlot;

typedef struct
{
  guint32 node;
  guint32 label;
  guint32 child; /* 0: free; the root is nobody's child */
} EdgeSlot;

typedef struct
{
  guint32 text; /* in the pool */
  guint32 length_bytes;
  guint64 classes;
} Word;

struct _ChanceryTermIndex
{
  GByteArray *pool;
  GArray *words;   /* of Word; [0] is “unknown” */
  GArray *entries; /* of ChanceryTermEntry; [0] is “none” */
  GArray *first;   /* of guint32: a node's first entry */
  GPtrArray *languages;
  GHashTable *people; /* a state's letters as a number -> GArray of guint32, entries */

  WordSlot *word_slots;
  guint32 n_word_slots;
  EdgeSlot *edge_slots;
  guint32 n_edge_slots;
  guint32 n_edges;
};

/**
 * chancery_term_index_new:
 *
 * Returns: (transfer full): an empty index. Fill it in one thread; once filled,
 *   any thread may read it
 */
ChanceryTermIndex *
chancery_term_index_new (void)
{
  ChanceryTermIndex *self = g_new0 (ChanceryTermIndex, 1);
  const Word no_word = { 0 };
  const ChanceryTermEntry no_entry = { 0 };
  const guint32 none = 0;

  self->pool = g_byte_array_new ();
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->entries = g_array_new (FALSE, FALSE, sizeof (ChanceryTermEntry));
  self->first = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->languages = g_ptr_array_new_with_free_func (g_free);
  g_array_append_val (self->words, no_word);
  g_array_append_val (self->entries, no_entry);
  g_array_append_val (self->first, none);
  g_ptr_array_add (self->languages, g_strdup (""));
  self->people = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  self->n_word_slots = 1 << 14;
  self->word_slots = g_new0 (WordSlot, self->n_word_slots);
  self->n_edge_slots = 1 << 15;
  self->edge_slots = g_new0 (EdgeSlot, self->n_edge_slots);

  return self;
}

void
chancery_term_index_free (ChanceryTermIndex *self)
{
  g_byte_array_unref (self->pool);
  g_array_unref (self->words);
  g_array_unref (self->entries);
  g_array_unref (self->first);
  g_ptr_array_unref (self->languages);
  g_hash_table_unref (self->people);
  g_free (self->word_slots);
  g_free (self->edge_slots);
  g_free (self);
}

static gsize
primary_subtag_length (const char *lang)
{
  return strcspn (lang, "-_@.");
}

/**
 * chancery_term_index_get_language:
 * @lang: (nullable): BCP 47; only the primary subtag counts
 *
 * Returns: the number of a language, or %CHANCERY_TERM_ANY_LANGUAGE if the
 *   index has no term of it
 */
guint8
chancery_term_index_get_language (const ChanceryTermIndex *self,
                                  const char              *lang)
{
  gsize length;

  if (lang == NULL)
    return CHANCERY_TERM_ANY_LANGUAGE;

  length = primary_subtag_length (lang);
  for (guint i = 1; i < self->languages->len; i++)
    {
      const char *known = g_ptr_array_index (self->languages, i);

      if (strlen (known) == length && g_ascii_strncasecmp (known, lang, length) == 0)
        return (guint8) i;
    }

  return CHANCERY_TERM_ANY_LANGUAGE;
}

/**
 * chancery_term_index_add_language:
 * @lang: BCP 47; only the primary subtag counts
 *
 * Returns: the number of the language, which is given one if it has none
 */
guint8
chancery_term_index_add_language (ChanceryTermIndex *self,
                                  const char        *lang)
{
  guint8 language = chancery_term_index_get_language (self, lang);

  if (language != CHANCERY_TERM_ANY_LANGUAGE || self->languages->len > G_MAXUINT8)
    return language;

  g_ptr_array_add (self->languages, g_strndup (lang, primary_subtag_length (lang)));
  return (guint8) (self->languages->len - 1);
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
  guint32 mask = self->n_word_slots - 1;

  if (folded_bytes > CHANCERY_TOKEN_MAX_FOLDED)
    return 0;

  for (guint32 i = hash & mask; self->word_slots[i].word != 0; i = (i + 1) & mask)
    {
      if (self->word_slots[i].hash == hash)
        {
          const Word *word = &g_array_index (self->words, Word, self->word_slots[i].word);

          if (word->length_bytes == folded_bytes && memcmp (self->pool->data + word->text, folded, folded_bytes) == 0)
            return self->word_slots[i].word;
        }
    }

  return 0;
}

static void
insert_word_slot (ChanceryTermIndex *self,
                  guint32            hash,
                  guint32            word)
{
  guint32 mask = self->n_word_slots - 1;
  guint32 i = hash & mask;

  while (self->word_slots[i].word != 0)
    i = (i + 1) & mask;
  self->word_slots[i].hash = hash;
  self->word_slots[i].word = word;
}

static guint32
add_word (ChanceryTermIndex       *self,
          const ChanceryTokeniser *tokeniser,
          guint32                  hash)
{
  guint32 number = chancery_term_index_lookup_word (self, tokeniser->folded, tokeniser->folded_bytes, hash);
  Word word = { 0 };

  if (number != 0 || tokeniser->folded_bytes > CHANCERY_TOKEN_MAX_FOLDED)
    return number;

  if (self->words->len * 2 >= self->n_word_slots)
    {
      g_autofree WordSlot *old = g_steal_pointer (&self->word_slots);
      guint32 n_old = self->n_word_slots;

      self->n_word_slots *= 2;
      self->word_slots = g_new0 (WordSlot, self->n_word_slots);
      for (guint32 i = 0; i < n_old; i++)
        {
          if (old[i].word != 0)
            insert_word_slot (self, old[i].hash, old[i].word);
        }
    }

  word.text = self->pool->len;
  word.length_bytes = (guint32) tokeniser->folded_bytes;
  g_byte_array_append (self->pool, (const guint8 *) tokeniser->folded, word.length_bytes);
  number = self->words->len;
  g_array_append_val (self->words, word);
  insert_word_slot (self, hash, number);

  return number;
}

static guint32
hash_edge (guint32 node,
           guint32 label)
{
  guint64 key = ((guint64) node << 32) | label;

  key *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint32) (key >> 32);
}

static guint32
find_child (const ChanceryTermIndex *self,
            guint32                  node,
            guint32                  label)
{
  guint32 mask = self->n_edge_slots - 1;

  for (guint32 i = hash_edge (node, label) & mask; self->edge_slots[i].child != 0; i = (i + 1) & mask)
    {
      if (self->edge_slots[i].node == node && self->edge_slots[i].label == label)
        return self->edge_slots[i].child;
    }

  return 0;
}

static void
insert_edge_slot (ChanceryTermIndex *self,
                  EdgeSlot           edge)
{
  guint32 mask = self->n_edge_slots - 1;
  guint32 i = hash_edge (edge.node, edge.label) & mask;

  while (self->edge_slots[i].child != 0)
    i = (i + 1) & mask;
  self->edge_slots[i] = edge;
}

static guint32
add_child (ChanceryTermIndex *self,
           guint32            node,
           guint32            label)
{
  guint32 child = find_child (self, node, label);
  const guint32 none = 0;

  if (child != 0)
    return child;

  if ((self->n_edges + 1) * 2 >= self->n_edge_slots)
    {
      g_autofree EdgeSlot *old = g_steal_pointer (&self->edge_slots);
      guint32 n_old = self->n_edge_slots;

      self->n_edge_slots *= 2;
      self->edge_slots = g_new0 (EdgeSlot, self->n_edge_slots);
      for (guint32 i = 0; i < n_old; i++)
        {
          if (old[i].child != 0)
            insert_edge_slot (self, old[i]);
        }
    }

  child = self->first->len;
  g_array_append_val (self->first, none);
  insert_edge_slot (self, (EdgeSlot) { node, label, child });
  self->n_edges++;

  return child;
}

/* Whether a token stands apart from the one before it is part of the term: “Guinea-Bissau” is not “Guinea - Bissau”. */
static guint32
make_label (guint32  word,
            gboolean space_before)
{
  return word << 1 | (space_before ? 1 : 0);
}

static gpointer
state_key (const char *iso)
{
  return GUINT_TO_POINTER ((guint) iso[0] << 8 | (guint) iso[1]);
}

/**
 * chancery_term_index_add:
 * @text: the term as it is written in running text
 * @entry: what it means; `capitals`, `uppers` and `next` are set by this
 *   function, from how @text is written: a word with a capital asks for one, a
 *   code or an abbreviation asks for capitals throughout
 *
 * Returns: whether the term was taken: not if it is empty or too long
 */
gboolean
chancery_term_index_add (ChanceryTermIndex       *self,
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
      node = add_child (self, node, make_label (word, n_tokens > 0 && (token.flags & CHANCERY_TOKEN_SPACE) != 0));
      n_tokens++;
    }
  if (n_tokens == 0)
    return FALSE;

  for (number = g_array_index (self->first, guint32, node); number != 0;
       number = g_array_index (self->entries, ChanceryTermEntry, number).next)
    {
      const ChanceryTermEntry *other = &g_array_index (self->entries, ChanceryTermEntry, number);

      if (strcmp (other->iso, added.iso) == 0 && other->kind == added.kind && other->flags == added.flags &&
          other->language == added.language && other->person == added.person && other->capitals == added.capitals &&
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

  if (added.flags & CHANCERY_TERM_PERSON)
    {
      GArray *people = g_hash_table_lookup (self->people, state_key (added.iso));

      if (people == NULL)
        {
          people = g_array_new (FALSE, FALSE, sizeof (guint32));
          g_hash_table_insert (self->people, state_key (added.iso), people);
        }
      g_array_append_val (people, number);
    }

  return TRUE;
}

/**
 * chancery_term_index_add_classes:
 * @word: one word or sign
 * @classes: bits to add to those that the word has
 *
 * Says what a word is to the rules of a language.
 */
void
chancery_term_index_add_classes (ChanceryTermIndex *self,
                                 const char        *word,
                                 guint64            classes)
{
  ChanceryTokeniser tokeniser;
  ChanceryToken token;

  chancery_tokeniser_init (&tokeniser, word, strlen (word));
  if (chancery_tokeniser_next (&tokeniser, &token))
    {
      guint32 number = add_word (self, &tokeniser, token.hash);

      g_array_index (self->words, Word, number).classes |= classes;
    }
}

guint64
chancery_term_index_get_classes (const ChanceryTermIndex *self,
                                 guint32                  word)
{
  return g_array_index (self->words, Word, word).classes;
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
      node = find_child (self, node, make_label (tokens[i].word, i > 0 && (tokens[i].flags & CHANCERY_TOKEN_SPACE) != 0));
      if (node == 0)
        break;
      entry = g_array_index (self->first, guint32, node);
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
  const GArray *people = g_hash_table_lookup (self->people, state_key (iso));

  *n_people = people != NULL ? people->len : 0;
  return people != NULL ? (const guint32 *) (const void *) people->data : NULL;
}

const ChanceryTermEntry *
chancery_term_index_get_entry (const ChanceryTermIndex *self,
                               guint32                  entry)
{
  return &g_array_index (self->entries, ChanceryTermEntry, entry);
}

/**
 * chancery_term_index_get_n_words:
 *
 * Returns: one more than the highest number of a word
 */
guint
chancery_term_index_get_n_words (const ChanceryTermIndex *self)
{
  return self->words->len;
}

guint
chancery_term_index_get_n_entries (const ChanceryTermIndex *self)
{
  return self->entries->len - 1;
}
