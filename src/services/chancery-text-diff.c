/* chancery-text-diff.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-text-diff.h"

#include <stdlib.h>
#include <string.h>

#include "chancery-sequence-diff.h"

/* From which share of words in common on two paragraphs are one that was edited. */
#define SIMILARITY_MIN 0.4

/* How many pairs of paragraphs are compared in one gap; in a larger one, those about as far down in both. */
#define PAIRS_MAX ((gsize) 16384)
#define BAND_MAX ((gsize) 24)

struct _ChanceryTextDiff
{
  gatomicrefcount count;
  char *old_text;
  char *new_text;
  GArray *paragraphs;
  GArray *runs;
};

G_DEFINE_BOXED_TYPE (ChanceryTextDiff, chancery_text_diff, chancery_text_diff_ref, chancery_text_diff_unref)

typedef struct
{
  const char *start;
  gsize n_bytes;
} Slice;

/* Parts of a text: its paragraphs, or the words of one. */
typedef struct
{
  GArray *slices;
  GArray *items;
  GByteArray *kinds;
} Parts;

enum
{
  PART_WORD,
  PART_MARK,
  PART_SPACE,
};

/* What is known of a paragraph that has no equal: its words, sorted. */
typedef struct
{
  guint32 *words;
  gsize n_words;
} WordBag;

typedef struct
{
  GHashTable *items; /* of slices, from 1 */
  GPtrArray *slices; /* (owned): the keys */
  const char *old_text;
  const char *new_text;
  const char *old_place; /* up to where there are runs */
  const char *new_place;
  gsize old_chars;
  gsize new_chars;
  GArray *paragraphs;
  GArray *runs;
} Builder;

static guint
hash_slice (gconstpointer data)
{
  const Slice *slice = data;
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < slice->n_bytes; i++)
    hash = (hash ^ (guchar) slice->start[i]) * 16777619u;
  return hash;
}

static gboolean
slices_are_equal (gconstpointer a,
                  gconstpointer b)
{
  const Slice *slice_a = a, *slice_b = b;

  return slice_a->n_bytes == slice_b->n_bytes && memcmp (slice_a->start, slice_b->start, slice_a->n_bytes) == 0;
}

static void
parts_init (Parts *self)
{
  self->slices = g_array_new (FALSE, FALSE, sizeof (Slice));
  self->items = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->kinds = g_byte_array_new ();
}

static void
parts_clear (Parts *self)
{
  g_array_unref (self->slices);
  g_array_unref (self->items);
  g_byte_array_unref (self->kinds);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static const Slice *
parts_get (const Parts *self,
           gsize        i)
{
  return &g_array_index (self->slices, Slice, i);
}

static const guint32 *
parts_get_items (const Parts *self)
{
  return (const guint32 *) (const void *) self->items->data;
}

/* Equal parts get equal numbers. */
static void
add_part (Builder    *builder,
          Parts      *parts,
          const char *start,
          const char *end,
          guint8      kind)
{
  Slice slice = { start, (gsize) (end - start) };
  guint32 item = GPOINTER_TO_UINT (g_hash_table_lookup (builder->items, &slice));

  if (item == 0)
    {
      Slice *key = g_memdup2 (&slice, sizeof slice);

      g_ptr_array_add (builder->slices, key);
      item = builder->slices->len;
      g_hash_table_insert (builder->items, key, GUINT_TO_POINTER (item));
    }
  g_array_append_val (parts->slices, slice);
  g_array_append_val (parts->items, item);
  g_byte_array_append (parts->kinds, &kind, 1);
}

static void
split_paragraphs (Builder    *builder,
                  const char *text,
                  Parts      *parts)
{
  while (*text != '\0')
    {
      const char *end = strchr (text, '\n');

      end = end != NULL ? end + 1 : text + strlen (text);
      add_part (builder, parts, text, end, PART_WORD);
      text = end;
    }
}

/* Scripts without spaces between words are compared character by character. */
static gboolean
is_in_word (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c);
  return (g_unichar_isalnum (c) || g_unichar_ismark (c)) && !(c >= 0x0e00 && c < 0x1000) && !(c >= 0x2e80 && c < 0xac00) &&
         !(c >= 0x20000 && c < 0x40000);
}

static void
split_words (Builder    *builder,
             const char *text,
             const char *text_end,
             Parts      *parts)
{
  while (text < text_end)
    {
      gunichar c = g_utf8_get_char (text);
      const char *end = g_utf8_next_char (text);
      guint8 kind = g_unichar_isspace (c) ? PART_SPACE : g_unichar_isalnum (c) ? PART_WORD : PART_MARK;

      if (is_in_word (c))
        while (end < text_end &&
               (is_in_word (g_utf8_get_char (end)) ||
                ((*end == '\'' || g_utf8_get_char (end) == 0x2019) && is_in_word (g_utf8_get_char (g_utf8_next_char (end))))))
          end = g_utf8_next_char (end);
      else if (kind == PART_SPACE)
        while (end < text_end && g_unichar_isspace (g_utf8_get_char (end)))
          end = g_utf8_next_char (end);
      add_part (builder, parts, text, end, kind);
      text = end;
    }
}

static ChanceryTextSpan
advance (const char  *text,
         const char **place,
         gsize       *chars,
         gsize        n_bytes)
{
  ChanceryTextSpan span;

  span.start_bytes = (gsize) (*place - text);
  span.start_chars = *chars;
  span.end_bytes = span.start_bytes + n_bytes;
  span.end_chars = span.start_chars + (gsize) g_utf8_strlen (*place, (gssize) n_bytes);
  *place += n_bytes;
  *chars = span.end_chars;

  return span;
}

static void
add_run (Builder            *builder,
         ChanceryTextChange  change,
         gsize               old_bytes,
         gsize               new_bytes)
{
  ChanceryTextRun run;

  if (old_bytes == 0 && new_bytes == 0)
    return;
  run.change = change;
  run.before = advance (builder->old_text, &builder->old_place, &builder->old_chars, old_bytes);
  run.after = advance (builder->new_text, &builder->new_place, &builder->new_chars, new_bytes);
  g_array_append_val (builder->runs, run);
}

/* Makes a paragraph of the runs that were added since. */
static void
add_paragraph (Builder            *builder,
               ChanceryTextChange  change,
               guint               first_run)
{
  const ChanceryTextRun *first = &g_array_index (builder->runs, ChanceryTextRun, first_run);
  const ChanceryTextRun *last = &g_array_index (builder->runs, ChanceryTextRun, builder->runs->len - 1);
  ChanceryTextParagraph paragraph = { change, first->before, first->after, first_run, builder->runs->len - first_run };

  paragraph.before.end_bytes = last->before.end_bytes;
  paragraph.before.end_chars = last->before.end_chars;
  paragraph.after.end_bytes = last->after.end_bytes;
  paragraph.after.end_chars = last->after.end_chars;
  g_array_append_val (builder->paragraphs, paragraph);
}

static void
add_whole (Builder            *builder,
           ChanceryTextChange  change,
           gsize               old_bytes,
           gsize               new_bytes)
{
  guint first_run = builder->runs->len;

  add_run (builder, change, old_bytes, new_bytes);
  add_paragraph (builder, change, first_run);
}

/* Punctuation and spaces that stayed between two words that didn't are read as part of the change. */
static void
drop_islands (const Parts *parts,
              guint8      *kept,
              const Parts *other_parts,
              guint8      *other_kept)
{
  gsize n = parts->items->len, n_other = other_parts->items->len, j = 0;

  for (gsize i = 0; i < n;)
    {
      gsize end = i, other_end;
      gboolean has_word = FALSE, opens, closes;

      if (!kept[i])
        {
          i++;
          continue;
        }
      while (j < n_other && !other_kept[j])
        j++;
      other_end = j;
      while (end < n && kept[end] && other_end < n_other && other_kept[other_end])
        {
          has_word = has_word || parts->kinds->data[end] == PART_WORD;
          end++;
          other_end++;
        }
      opens = i > 0 && !kept[i - 1] && j > 0 && !other_kept[j - 1];
      closes = end < n && !kept[end] && other_end < n_other && !other_kept[other_end];
      if (!has_word && opens && closes)
        {
          memset (kept + i, 0, end - i);
          memset (other_kept + j, 0, other_end - j);
        }
      i = end;
      j = other_end;
    }
}

static gsize
count_bytes (const Parts  *parts,
             const guint8 *kept,
             guint8        wanted,
             gsize        *place)
{
  gsize n_bytes = 0;

  while (*place < parts->items->len && kept[*place] == wanted)
    n_bytes += parts_get (parts, (*place)++)->n_bytes;
  return n_bytes;
}

/* What isn't white space, and where it is. */
static gsize
list_solid (const Parts *parts,
            guint32     *items,
            gsize       *places)
{
  gsize n = 0;

  for (gsize i = 0; i < parts->items->len; i++)
    if (parts->kinds->data[i] != PART_SPACE)
      {
        items[n] = parts_get_items (parts)[i];
        places[n++] = i;
      }
  return n;
}

/* White space beside a word that was kept is kept with it, if it is in both texts. */
static void
keep_space (const Parts *old_parts,
            guint8      *old_kept,
            gsize        i,
            const Parts *new_parts,
            guint8      *new_kept,
            gsize        j)
{
  if (i < old_parts->items->len && j < new_parts->items->len && !old_kept[i] && !new_kept[j] &&
      old_parts->kinds->data[i] == PART_SPACE && parts_get_items (old_parts)[i] == parts_get_items (new_parts)[j])
    old_kept[i] = new_kept[j] = 1;
}

/* Compares words and punctuation; white space goes with them, so that it never is all that two texts have in common. */
static void
diff_words (const Parts *old_parts,
            guint8      *old_kept,
            const Parts *new_parts,
            guint8      *new_kept)
{
  gsize n_old = old_parts->items->len, n_new = new_parts->items->len;
  g_autofree guint32 *old_items = g_new (guint32, n_old + 1), *new_items = g_new (guint32, n_new + 1);
  g_autofree gsize *old_places = g_new (gsize, n_old + 1), *new_places = g_new (gsize, n_new + 1);
  g_autofree guint8 *old_solid = g_malloc (n_old + 1), *new_solid = g_malloc (n_new + 1);
  gsize n_old_solid = list_solid (old_parts, old_items, old_places);
  gsize n_new_solid = list_solid (new_parts, new_items, new_places);

  chancery_sequence_diff (old_items, n_old_solid, new_items, n_new_solid, old_solid, new_solid);
  memset (old_kept, 0, n_old);
  memset (new_kept, 0, n_new);
  for (guint pass = 0; pass < 2; pass++)
    for (gsize i = 0, j = 0; i < n_old_solid; i++)
      {
        if (!old_solid[i])
          continue;
        while (!new_solid[j])
          j++;
        old_kept[old_places[i]] = new_kept[new_places[j]] = 1;
        if (pass == 0)
          keep_space (old_parts, old_kept, old_places[i] + 1, new_parts, new_kept, new_places[j] + 1);
        else if (old_places[i] > 0 && new_places[j] > 0)
          keep_space (old_parts, old_kept, old_places[i] - 1, new_parts, new_kept, new_places[j] - 1);
        j++;
      }
}

/* The words of a paragraph that was edited. */
static void
add_edited (Builder     *builder,
            const Slice *old_paragraph,
            const Slice *new_paragraph)
{
  g_auto (Parts) old_words, new_words;
  g_autofree guint8 *old_kept = NULL, *new_kept = NULL;
  guint first_run = builder->runs->len;
  gsize i = 0, j = 0;

  parts_init (&old_words);
  parts_init (&new_words);
  split_words (builder, old_paragraph->start, old_paragraph->start + old_paragraph->n_bytes, &old_words);
  split_words (builder, new_paragraph->start, new_paragraph->start + new_paragraph->n_bytes, &new_words);
  old_kept = g_malloc (old_words.items->len + 1);
  new_kept = g_malloc (new_words.items->len + 1);
  diff_words (&old_words, old_kept, &new_words, new_kept);
  drop_islands (&old_words, old_kept, &new_words, new_kept);

  while (i < old_words.items->len || j < new_words.items->len)
    {
      gsize n_kept = 0, n_removed = count_bytes (&old_words, old_kept, 0, &i), n_added = count_bytes (&new_words, new_kept, 0, &j);

      add_run (builder, CHANCERY_TEXT_CHANGE_REMOVED, n_removed, 0);
      add_run (builder, CHANCERY_TEXT_CHANGE_ADDED, 0, n_added);
      while (i < old_words.items->len && j < new_words.items->len && old_kept[i] && new_kept[j])
        {
          n_kept += parts_get (&old_words, i)->n_bytes;
          i++;
          j++;
        }
      add_run (builder, CHANCERY_TEXT_CHANGE_KEPT, n_kept, n_kept);
    }
  add_paragraph (builder, CHANCERY_TEXT_CHANGE_EDITED, first_run);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  guint32 item_a = *(const guint32 *) a, item_b = *(const guint32 *) b;

  return item_a < item_b ? -1 : item_a > item_b;
}

static WordBag *
make_bags (Builder     *builder,
           const Parts *paragraphs,
           gsize        start,
           gsize        end)
{
  WordBag *bags = g_new0 (WordBag, end - start + 1);

  for (gsize i = start; i < end; i++)
    {
      g_auto (Parts) words;
      WordBag *bag = &bags[i - start];

      parts_init (&words);
      split_words (builder, parts_get (paragraphs, i)->start,
                   parts_get (paragraphs, i)->start + parts_get (paragraphs, i)->n_bytes, &words);
      bag->words = g_new (guint32, words.items->len + 1);
      for (guint w = 0; w < words.items->len; w++)
        if (words.kinds->data[w] == PART_WORD)
          bag->words[bag->n_words++] = parts_get_items (&words)[w];
      qsort (bag->words, bag->n_words, sizeof *bag->words, compare_items);
    }

  return bags;
}

static void
free_bags (WordBag *bags,
           gsize    n_bags)
{
  for (gsize i = 0; i < n_bags; i++)
    g_free (bags[i].words);
  g_free (bags);
}

/* How many of their words two paragraphs share (Dice 1945). */
static double
compare_bags (const WordBag *a,
              const WordBag *b)
{
  gsize i = 0, j = 0, n_common = 0;

  if (a->n_words == 0 || b->n_words == 0)
    return 0.0;
  while (i < a->n_words && j < b->n_words)
    {
      if (a->words[i] == b->words[j])
        {
          n_common++;
          i++;
          j++;
        }
      else if (a->words[i] < b->words[j])
        i++;
      else
        j++;
    }

  return 2.0 * (double) n_common / (double) (a->n_words + b->n_words);
}

enum
{
  STEP_REMOVED,
  STEP_ADDED,
  STEP_EDITED,
};

/* Aligns paragraphs that have no equals by how much they have in common, so that what was edited stands beside what it
 * was. For each step from the end, what it is. */
static GByteArray *
align_gap (const WordBag *old_bags,
           gsize          n_old,
           const WordBag *new_bags,
           gsize          n_new)
{
  gboolean all = n_old * n_new <= PAIRS_MAX;
  gsize width = n_new + 1, i = n_old, j = n_new;
  g_autofree float *scores = g_new0 (float, 2 * width);
  g_autofree guint8 *steps = g_malloc ((n_old + 1) * width);
  GByteArray *path = g_byte_array_new ();

  memset (steps, STEP_ADDED, width);
  for (gsize row = 1; row <= n_old; row++)
    {
      float *above = scores + ((row - 1) % 2) * width, *now = scores + (row % 2) * width;
      gsize middle = row * n_new / n_old;

      now[0] = 0.0f;
      steps[row * width] = STEP_REMOVED;
      for (gsize column = 1; column <= n_new; column++)
        {
          double similarity = 0.0;
          guint8 *step = &steps[row * width + column];

          if (all || (column + BAND_MAX >= middle && column <= middle + BAND_MAX))
            similarity = compare_bags (&old_bags[row - 1], &new_bags[column - 1]);
          *step = now[column - 1] >= above[column] ? STEP_ADDED : STEP_REMOVED;
          now[column] = MAX (now[column - 1], above[column]);
          if (similarity >= SIMILARITY_MIN && above[column - 1] + (float) similarity > now[column])
            {
              now[column] = above[column - 1] + (float) similarity;
              *step = STEP_EDITED;
            }
        }
    }

  while (i > 0 || j > 0)
    {
      guint8 step = steps[i * width + j];

      g_byte_array_append (path, &step, 1);
      i -= step != STEP_ADDED;
      j -= step != STEP_REMOVED;
    }
  return path;
}

/* How many paragraphs a gap may have on both sides together, for the table of its steps to stay small. */
#define GAP_CELLS_MAX ((gsize) 16 * 1024 * 1024)

static void
add_gap (Builder     *builder,
         const Parts *old_parts,
         gsize        old_start,
         gsize        old_end,
         const Parts *new_parts,
         gsize        new_start,
         gsize        new_end)
{
  gsize n_old = old_end - old_start, n_new = new_end - new_start;
  g_autoptr (GByteArray) path = NULL;

  if (n_old > 0 && n_new > 0 && n_old * n_new <= GAP_CELLS_MAX)
    {
      WordBag *old_bags = make_bags (builder, old_parts, old_start, old_end);
      WordBag *new_bags = make_bags (builder, new_parts, new_start, new_end);

      path = align_gap (old_bags, n_old, new_bags, n_new);
      free_bags (old_bags, n_old);
      free_bags (new_bags, n_new);
    }

  for (guint step = path != NULL ? path->len : 0; step-- > 0;)
    {
      if (path->data[step] == STEP_EDITED)
        add_edited (builder, parts_get (old_parts, old_start), parts_get (new_parts, new_start));
      else if (path->data[step] == STEP_REMOVED)
        add_whole (builder, CHANCERY_TEXT_CHANGE_REMOVED, parts_get (old_parts, old_start)->n_bytes, 0);
      else
        add_whole (builder, CHANCERY_TEXT_CHANGE_ADDED, 0, parts_get (new_parts, new_start)->n_bytes);
      old_start += path->data[step] != STEP_ADDED;
      new_start += path->data[step] != STEP_REMOVED;
    }
  for (; old_start < old_end; old_start++)
    add_whole (builder, CHANCERY_TEXT_CHANGE_REMOVED, parts_get (old_parts, old_start)->n_bytes, 0);
  for (; new_start < new_end; new_start++)
    add_whole (builder, CHANCERY_TEXT_CHANGE_ADDED, 0, parts_get (new_parts, new_start)->n_bytes);
}

static void
add_all (Builder *builder)
{
  g_auto (Parts) old_parts, new_parts;
  g_autofree guint8 *old_kept = NULL, *new_kept = NULL;
  gsize i = 0, j = 0;

  parts_init (&old_parts);
  parts_init (&new_parts);
  split_paragraphs (builder, builder->old_text, &old_parts);
  split_paragraphs (builder, builder->new_text, &new_parts);
  old_kept = g_malloc (old_parts.items->len + 1);
  new_kept = g_malloc (new_parts.items->len + 1);
  chancery_sequence_diff (parts_get_items (&old_parts), old_parts.items->len, parts_get_items (&new_parts),
                          new_parts.items->len, old_kept, new_kept);

  while (i < old_parts.items->len || j < new_parts.items->len)
    {
      gsize old_start = i, new_start = j;

      while (i < old_parts.items->len && !old_kept[i])
        i++;
      while (j < new_parts.items->len && !new_kept[j])
        j++;
      add_gap (builder, &old_parts, old_start, i, &new_parts, new_start, j);
      while (i < old_parts.items->len && j < new_parts.items->len && old_kept[i] && new_kept[j])
        {
          add_whole (builder, CHANCERY_TEXT_CHANGE_KEPT, parts_get (&old_parts, i)->n_bytes, parts_get (&new_parts, j)->n_bytes);
          i++;
          j++;
        }
    }
}

/**
 * chancery_text_diff_new:
 * @old_text: a canonical text
 * @new_text: another
 *
 * Compares two texts: first by paragraph; then those that have no equal are
 * put beside each other by how many words they share, and compared by word. The
 * ranges of the runs, one after the other, make up either text. Takes time in
 * the order of the length times the number of changes, up to a bound beyond
 * which parts are replaced as a whole. Any thread.
 *
 * Returns: (transfer full): the difference
 */
ChanceryTextDiff *
chancery_text_diff_new (const char *old_text,
                        const char *new_text)
{
  ChanceryTextDiff *self;
  Builder builder;

  g_return_val_if_fail (old_text != NULL, NULL);
  g_return_val_if_fail (new_text != NULL, NULL);

  self = g_new0 (ChanceryTextDiff, 1);
  g_atomic_ref_count_init (&self->count);
  self->old_text = g_strdup (old_text);
  self->new_text = g_strdup (new_text);
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (ChanceryTextParagraph));
  self->runs = g_array_new (FALSE, FALSE, sizeof (ChanceryTextRun));

  builder.items = g_hash_table_new (hash_slice, slices_are_equal);
  builder.slices = g_ptr_array_new_with_free_func (g_free);
  builder.old_text = builder.old_place = self->old_text;
  builder.new_text = builder.new_place = self->new_text;
  builder.old_chars = builder.new_chars = 0;
  builder.paragraphs = self->paragraphs;
  builder.runs = self->runs;
  add_all (&builder);
  g_hash_table_unref (builder.items);
  g_ptr_array_unref (builder.slices);

  return self;
}

/**
 * chancery_text_diff_ref:
 * @self: a difference
 *
 * Returns: (transfer full): @self
 */
ChanceryTextDiff *
chancery_text_diff_ref (ChanceryTextDiff *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

/**
 * chancery_text_diff_unref:
 * @self: (transfer full): a difference
 *
 * Drops a reference.
 */
void
chancery_text_diff_unref (ChanceryTextDiff *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;
  g_free (self->old_text);
  g_free (self->new_text);
  g_array_unref (self->paragraphs);
  g_array_unref (self->runs);
  g_free (self);
}

/**
 * chancery_text_diff_get_old_text:
 * @self: a difference
 *
 * Returns: (transfer none): the text that was there before
 */
const char *
chancery_text_diff_get_old_text (ChanceryTextDiff *self)
{
  return self->old_text;
}

/**
 * chancery_text_diff_get_new_text:
 * @self: a difference
 *
 * Returns: (transfer none): the text that is there now
 */
const char *
chancery_text_diff_get_new_text (ChanceryTextDiff *self)
{
  return self->new_text;
}

/**
 * chancery_text_diff_get_paragraphs:
 * @self: a difference
 * @n_paragraphs: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_paragraphs): the paragraphs of both
 *   texts, in order; one that was replaced is removed first, then added
 */
const ChanceryTextParagraph *
chancery_text_diff_get_paragraphs (ChanceryTextDiff *self,
                                   guint            *n_paragraphs)
{
  *n_paragraphs = self->paragraphs->len;
  return (const ChanceryTextParagraph *) (const void *) self->paragraphs->data;
}

/**
 * chancery_text_diff_get_runs:
 * @self: a difference
 * @n_runs: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_runs): what was kept, removed and
 *   added, in order
 */
const ChanceryTextRun *
chancery_text_diff_get_runs (ChanceryTextDiff *self,
                             guint            *n_runs)
{
  *n_runs = self->runs->len;
  return (const ChanceryTextRun *) (const void *) self->runs->data;
}

/**
 * chancery_text_diff_is_empty:
 * @self: a difference
 *
 * Returns: whether both texts are the same
 */
gboolean
chancery_text_diff_is_empty (ChanceryTextDiff *self)
{
  return strcmp (self->old_text, self->new_text) == 0;
}

/**
 * chancery_text_diff_get_similarity:
 * @self: a difference
 *
 * Returns: how much of both texts was kept, 0 to 1; 1 for two empty ones
 */
double
chancery_text_diff_get_similarity (ChanceryTextDiff *self)
{
  gsize n_kept = 0, n_all = strlen (self->old_text) + strlen (self->new_text);

  for (guint i = 0; i < self->runs->len; i++)
    {
      const ChanceryTextRun *run = &g_array_index (self->runs, ChanceryTextRun, i);

      if (run->change == CHANCERY_TEXT_CHANGE_KEPT)
        n_kept += run->before.end_bytes - run->before.start_bytes;
    }
  return n_all > 0 ? 2.0 * (double) n_kept / (double) n_all : 1.0;
}
