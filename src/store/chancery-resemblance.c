/* chancery-resemblance.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-resemblance.h"

#include <string.h>

/* Whether two texts are copies of each other, by the runs of three words that they
 * share (A. Z. Broder, On the resemblance and containment of documents, 1997). */

#define WORDS_A_SHINGLE 3

/* A copy shares this much; one that was much added to or cut keeps at least the
 * second of all, and nearly all of the shorter text. A few words are like many
 * others, so they must be nearly the same. */
#define MIN_RESEMBLANCE 0.5
#define MIN_RESEMBLANCE_OF_PART 0.3
#define MIN_CONTAINMENT 0.85
#define MIN_RESEMBLANCE_OF_FEW 0.9
#define FEW_WORDS 20

/* How many phrases are looked for to find what may be a copy, and how long they are. */
#define N_PROBES 12
#define WORDS_A_PROBE 4

typedef struct
{
  const char *start;
  gsize length;
  guint64 hash;
} Word;

/* FNV-1a, of the word without its case. */
static guint64
hash_word (const char *start,
           const char *end)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    hash = (hash ^ g_unichar_tolower (g_utf8_get_char (p))) * G_GUINT64_CONSTANT (0x100000001b3);

  return hash;
}

static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *start = NULL;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      const gunichar character = *p != '\0' ? g_utf8_get_char (p) : 0;
      const gboolean inside = character != 0 && (g_unichar_isalnum (character) || g_unichar_ismark (character));

      if (inside && start == NULL)
        start = p;
      if (!inside && start != NULL)
        {
          const Word word = { start, (gsize) (p - start), hash_word (start, p) };

          g_array_append_val (words, word);
          start = NULL;
        }
      if (character == 0)
        return words;
    }
}

static int
compare_hashes (gconstpointer a,
                gconstpointer b)
{
  const guint64 one = *(const guint64 *) a, other = *(const guint64 *) b;

  return one < other ? -1 : one > other;
}

/* The hashes of the runs of words, sorted, each once. */
static GArray *
make_shingles (GArray *words)
{
  const guint length = MIN (WORDS_A_SHINGLE, words->len);
  GArray *shingles = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint n = 0;

  for (guint i = 0; length > 0 && i + length <= words->len; i++)
    {
      guint64 hash = 0;

      for (guint j = 0; j < length; j++)
        hash = hash * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + g_array_index (words, Word, i + j).hash;
      g_array_append_val (shingles, hash);
    }
  g_array_sort (shingles, compare_hashes);
  for (guint i = 0; i < shingles->len; i++)
    if (n == 0 || g_array_index (shingles, guint64, n - 1) != g_array_index (shingles, guint64, i))
      g_array_index (shingles, guint64, n++) = g_array_index (shingles, guint64, i);
  g_array_set_size (shingles, n);

  return shingles;
}

static double
measure (GArray *one_words,
         GArray *other_words,
         double *containment)
{
  g_autoptr (GArray) one = make_shingles (one_words), other = make_shingles (other_words);
  guint n_shared = 0;

  *containment = 0;
  if (one->len == 0 || other->len == 0)
    return one->len == other->len ? 1 : 0;

  for (guint i = 0, j = 0; i < one->len && j < other->len;)
    {
      const guint64 a = g_array_index (one, guint64, i), b = g_array_index (other, guint64, j);

      n_shared += a == b;
      i += a <= b;
      j += b <= a;
    }

  *containment = (double) n_shared / MIN (one->len, other->len);
  return (double) n_shared / (one->len + other->len - n_shared);
}

/**
 * chancery_resemblance_measure:
 * @a: a text
 * @b: a text
 * @containment: (out): how much of the shorter text is in the longer one, 0 … 1
 *
 * Returns: how much of all that both say is said by both, 0 … 1
 */
double
chancery_resemblance_measure (const char *a,
                              const char *b,
                              double     *containment)
{
  g_autoptr (GArray) one = split (a), other = split (b);

  return measure (one, other, containment);
}

/**
 * chancery_resemblance_is_copy:
 * @a: a text
 * @b: a text
 * @resemblance: (out): how much of all that both say is said by both, 0 … 1
 *
 * Returns: whether one is clearly a copy of the other
 */
gboolean
chancery_resemblance_is_copy (const char *a,
                              const char *b,
                              double     *resemblance)
{
  g_autoptr (GArray) one = split (a), other = split (b);
  double containment;

  *resemblance = measure (one, other, &containment);
  if (MIN (one->len, other->len) < FEW_WORDS)
    return *resemblance >= MIN_RESEMBLANCE_OF_FEW;

  return *resemblance >= MIN_RESEMBLANCE ||
         (*resemblance >= MIN_RESEMBLANCE_OF_PART && containment >= MIN_CONTAINMENT);
}

/**
 * chancery_resemblance_get_probes:
 * @text: a text
 *
 * Picks phrases from all parts of a text, of long words, which are rare. A copy
 * has some of them; hardly anything else has.
 *
 * Returns: (transfer full) (element-type utf8): phrases of plain words
 */
GPtrArray *
chancery_resemblance_get_probes (const char *text)
{
  g_autoptr (GArray) words = split (text);
  GPtrArray *probes = g_ptr_array_new_with_free_func (g_free);
  const guint length = MIN (WORDS_A_PROBE, words->len);
  const guint n_places = words->len > 0 ? words->len - length + 1 : 0;
  const guint n_probes = MIN (N_PROBES, n_places);

  for (guint i = 0; i < n_probes; i++)
    {
      const guint from = (guint) ((guint64) n_places * i / n_probes), to = (guint) ((guint64) n_places * (i + 1) / n_probes);
      g_autoptr (GString) probe = g_string_new (NULL);
      gsize longest = 0;
      guint best = from;

      for (guint j = from; j < to; j++)
        {
          gsize n_bytes = 0;

          for (guint k = 0; k < length; k++)
            n_bytes += g_array_index (words, Word, j + k).length;
          if (n_bytes > longest)
            {
              longest = n_bytes;
              best = j;
            }
        }
      for (guint k = 0; k < length; k++)
        {
          const Word *word = &g_array_index (words, Word, best + k);

          if (k > 0)
            g_string_append_c (probe, ' ');
          g_string_append_len (probe, word->start, (gssize) word->length);
        }
      g_ptr_array_add (probes, g_string_free_and_steal (g_steal_pointer (&probe)));
    }

  return probes;
}
