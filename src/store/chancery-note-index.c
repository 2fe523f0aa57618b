/* chancery-note-index.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-index.h"

#include <string.h>

#include "chancery-store-words.h"

/* Between two looks at the clock; only tests change it. */
static guint rows_a_look = 4096;

/* Ids are counted up, so they are dense; where they are not, as in a file that
 * somebody made up, the database is asked instead. */
#define MAX_IDS_A_NOTE 4
#define SPARE_IDS 65536

/* So few are sorted for each list; more are picked from an order that is kept. */
#define MAX_SORTED 16384

/* With more changes at once, what is kept in order is made anew. */
#define MAX_MOVED 256

#define BITS 64

struct _ChanceryNoteIndex
{
  ChancerySqliteConnection *connection;

  /* (element-type ChanceryNoteFacts): by id */
  GArray *facts;
  guint n_notes;
  gboolean usable;

  /* How far it has been read */
  gint64 last_created_us;
  gint64 last_id;
  gboolean complete;

  /* (element-type guint32) (nullable): ids, the oldest first */
  GArray *by_time;
  /* (element-type ChanceryKey) (nullable): the order of places */
  GArray *by_place;
  /* (element-type gint32) (nullable): the day of each article, by its row */
  GArray *days;
  /* (element-type utf8 GArray): ids by state and by tag, of those asked for */
  GHashTable *states;
  GHashTable *tags;
};

/* Facts */

static ChanceryNoteFacts *
get_facts (ChanceryNoteIndex *self,
           gint64             id)
{
  return &g_array_index (self->facts, ChanceryNoteFacts, id);
}

static gint64
get_day (ChanceryNoteIndex *self,
         guint32            article)
{
  return self->days != NULL && article < self->days->len ? g_array_index (self->days, gint32, article) : 0;
}

static ChanceryKey
get_key (ChanceryNoteIndex *self,
         gint64             id,
         ChanceryNoteSort   sort)
{
  const ChanceryNoteFacts *facts = get_facts (self, id);

  return chancery_note_facts_get_key (facts, id, get_day (self, facts->article), sort);
}

/* The index */

static void
free_ids (gpointer ids)
{
  g_array_unref (ids);
}

ChanceryNoteIndex *
chancery_note_index_new (ChancerySqliteConnection *connection)
{
  ChanceryNoteIndex *self = g_new0 (ChanceryNoteIndex, 1);

  self->connection = connection;
  self->facts = g_array_new (FALSE, TRUE, sizeof (ChanceryNoteFacts));
  self->by_time = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_ids);
  self->tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_ids);
  self->usable = TRUE;
  self->last_created_us = G_MININT64;
  self->last_id = G_MININT64;

  return self;
}

void
chancery_note_index_free (ChanceryNoteIndex *self)
{
  g_array_unref (self->facts);
  g_clear_pointer (&self->by_time, g_array_unref);
  g_clear_pointer (&self->by_place, g_array_unref);
  g_clear_pointer (&self->days, g_array_unref);
  g_hash_table_unref (self->states);
  g_hash_table_unref (self->tags);
  g_free (self);
}

void
chancery_note_index_set_rows_a_look (guint n_rows)
{
  rows_a_look = n_rows;
}

/* Whether everything has been read. */
gboolean
chancery_note_index_is_complete (ChanceryNoteIndex *self)
{
  return self->complete;
}

/* Whether the ids are such that it can be kept; else the database must be asked. */
gboolean
chancery_note_index_is_usable (ChanceryNoteIndex *self)
{
  return self->usable;
}

gint64
chancery_note_index_get_last_id (ChanceryNoteIndex *self)
{
  return (gint64) self->facts->len - 1;
}

static gboolean
make_room (ChanceryNoteIndex *self,
           gint64             id)
{
  if (id < 0 || id > (gint64) self->n_notes * MAX_IDS_A_NOTE + SPARE_IDS)
    return FALSE;
  if (id >= self->facts->len)
    g_array_set_size (self->facts, (guint) id + 1);

  return TRUE;
}

/* The number of notes decides how far apart the ids may be. */
static gboolean
prepare (ChanceryNoteIndex  *self,
         GError            **error)
{
  gint64 n_notes, last_id;

  if (!chancery_sqlite_connection_get_int64 (self->connection, "SELECT n FROM counts WHERE name = 'notes'",
                                             &n_notes, error) ||
      !chancery_sqlite_connection_get_int64 (self->connection, "SELECT max (id) FROM notes", &last_id, error))
    return FALSE;

  self->n_notes = (guint) CLAMP (n_notes, 0, G_MAXINT32 / MAX_IDS_A_NOTE - SPARE_IDS);
  self->usable = make_room (self, last_id);
  if (!self->usable)
    g_array_set_size (self->facts, 0);

  return TRUE;
}

/**
 * chancery_note_index_load:
 * @self: an index
 * @deadline_us: when to stop, on the monotonic clock; %G_MAXINT64 for the end
 * @error: return location
 *
 * Reads on, in a transaction, until everything has been read or the time is up.
 *
 * Returns: whether it worked
 */
gboolean
chancery_note_index_load (ChanceryNoteIndex  *self,
                          gint64              deadline_us,
                          GError            **error)
{
  g_autoptr (ChancerySqliteStatement) statement = NULL;

  if (self->complete)
    return TRUE;
  if (self->last_id == G_MININT64 && !prepare (self, error))
    return FALSE;
  if (!self->usable)
    return TRUE;

  statement = chancery_sqlite_connection_prepare (
    self->connection, "SELECT " CHANCERY_NOTE_FACTS " FROM notes AS n INDEXED BY notes_by_time "
    "WHERE (n.created_us, n.id) > (?1, ?2) ORDER BY n.created_us, n.id", error);
  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_int64 (statement, 1, self->last_created_us);
  chancery_sqlite_statement_bind_int64 (statement, 2, self->last_id);
  for (guint i = 1;; i++)
    {
      ChanceryNoteFacts facts;
      gboolean row;
      guint32 id;

      if (!chancery_sqlite_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;

      self->last_id = chancery_note_facts_read (statement, &facts);
      self->last_created_us = facts.created_us;
      self->usable = make_room (self, self->last_id);
      if (!self->usable)
        return TRUE;
      id = (guint32) self->last_id;
      *get_facts (self, id) = facts;
      if (self->by_time != NULL)
        g_array_append_val (self->by_time, id);
      if (i % rows_a_look == 0 && g_get_monotonic_time () >= deadline_us)
        return TRUE;
    }

  self->complete = TRUE;
  return TRUE;
}

/* Orders */

static int
compare_by_time (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  ChanceryNoteIndex *self = user_data;

  return chancery_key_compare (get_key (self, *(const guint32 *) b, CHANCERY_NOTE_SORT_NEWEST),
                               get_key (self, *(const guint32 *) a, CHANCERY_NOTE_SORT_NEWEST));
}

static GArray *
make_order_by_time (ChanceryNoteIndex *self)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->n_notes);

  for (guint32 id = 0; id < self->facts->len; id++)
    if (get_facts (self, id)->present)
      g_array_append_val (order, id);
  g_array_sort_with_data (order, compare_by_time, self);

  return order;
}

/* Where @id is, or would be. */
static guint
find_by_time (ChanceryNoteIndex *self,
              guint32            id)
{
  guint low = 0, high = self->by_time->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_by_time (&g_array_index (self->by_time, guint32, middle), &id, self) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* With the keys, since the facts of neighbours in this order are far apart. */
static GArray *
make_order_by_place (ChanceryNoteIndex *self)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (ChanceryKey), self->n_notes);

  for (guint32 id = self->facts->len; id > 0; id--)
    if (get_facts (self, id - 1)->present)
      {
        const ChanceryKey key = get_key (self, id - 1, CHANCERY_NOTE_SORT_PLACE);

        g_array_append_val (order, key);
      }
  chancery_keys_sort (order);

  return order;
}

static guint
find_by_place (ChanceryNoteIndex *self,
               ChanceryKey        key)
{
  guint low = 0, high = self->by_place->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (chancery_key_compare (g_array_index (self->by_place, ChanceryKey, middle), key) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
remove_from_orders (ChanceryNoteIndex *self,
                    guint32            id)
{
  if (self->by_time != NULL)
    {
      const guint position = find_by_time (self, id);

      if (position < self->by_time->len && g_array_index (self->by_time, guint32, position) == id)
        g_array_remove_index (self->by_time, position);
    }
  if (self->by_place != NULL)
    {
      const guint position = find_by_place (self, get_key (self, id, CHANCERY_NOTE_SORT_PLACE));

      if (position < self->by_place->len && g_array_index (self->by_place, ChanceryKey, position).id == id)
        g_array_remove_index (self->by_place, position);
    }
}

static void
add_to_orders (ChanceryNoteIndex *self,
               guint32            id)
{
  if (self->by_time != NULL)
    g_array_insert_val (self->by_time, find_by_time (self, id), id);
  if (self->by_place != NULL)
    {
      const ChanceryKey key = get_key (self, id, CHANCERY_NOTE_SORT_PLACE);

      g_array_insert_val (self->by_place, find_by_place (self, key), key);
    }
}

/* Days are needed for places alone. */
static gboolean
load_days (ChanceryNoteIndex  *self,
           GError            **error)
{
  g_autoptr (ChancerySqliteStatement) statement = NULL;
  g_autoptr (GArray) days = NULL;

  if (self->days != NULL)
    return TRUE;

  statement = chancery_sqlite_connection_prepare (self->connection,
                                                  "SELECT id, sort_key FROM articles WHERE removed_us IS NULL", error);
  if (statement == NULL)
    return FALSE;

  days = g_array_new (FALSE, TRUE, sizeof (gint32));
  while (TRUE)
    {
      gboolean row;
      gint64 article;

      if (!chancery_sqlite_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      article = chancery_sqlite_statement_get_int64 (statement, 0);
      if (article < 0 || article > G_MAXINT32 / 64)
        continue;
      if (article >= days->len)
        g_array_set_size (days, (guint) article + 1);
      g_array_index (days, gint32, article) = (gint32) chancery_sqlite_statement_get_int64 (statement, 1);
    }

  self->days = g_steal_pointer (&days);
  return TRUE;
}

/* Following changes */

/* What depends on the days of articles is read anew when it is next needed. */
void
chancery_note_index_forget_days (ChanceryNoteIndex *self)
{
  g_clear_pointer (&self->days, g_array_unref);
  g_clear_pointer (&self->by_place, g_array_unref);
}

/* Which notes have which states and tags is read anew when it is next needed. */
void
chancery_note_index_forget_words (ChanceryNoteIndex *self)
{
  g_hash_table_remove_all (self->states);
  g_hash_table_remove_all (self->tags);
}

/**
 * chancery_note_index_expect:
 * @self: an index
 * @n_changes: how many notes are about to change
 *
 * Many are faster sorted once than each put in its place.
 */
void
chancery_note_index_expect (ChanceryNoteIndex *self,
                            guint              n_changes)
{
  if (n_changes <= MAX_MOVED)
    return;

  g_clear_pointer (&self->by_time, g_array_unref);
  g_clear_pointer (&self->by_place, g_array_unref);
  chancery_note_index_forget_words (self);
}

/**
 * chancery_note_index_set_note:
 * @self: an index
 * @id: a note's row
 * @facts: (nullable): what is true of it now; %NULL if it is gone
 */
void
chancery_note_index_set_note (ChanceryNoteIndex       *self,
                              gint64                   id,
                              const ChanceryNoteFacts *facts)
{
  ChanceryNoteFacts *old;

  if (!self->usable)
    return;

  /* What comes after the place that has been read to is read later. */
  if (facts != NULL && !self->complete &&
      (facts->created_us > self->last_created_us ||
       (facts->created_us == self->last_created_us && id > self->last_id)))
    facts = NULL;

  if (facts != NULL && id >= self->facts->len)
    {
      self->n_notes++;
      self->usable = make_room (self, id);
    }
  if (!self->usable || id < 0 || id >= self->facts->len)
    return;

  old = get_facts (self, id);
  if (old->present)
    remove_from_orders (self, (guint32) id);
  if (facts == NULL)
    {
      *old = (ChanceryNoteFacts) { 0 };
      return;
    }

  *old = *facts;
  add_to_orders (self, (guint32) id);
}

/**
 * chancery_note_index_set_words:
 * @self: an index
 * @id: a note's row
 * @are_states: whether the words are its states, not its tags
 * @old_json: (nullable): what they were, as a JSON array
 * @new_json: (nullable): what they are
 */
void
chancery_note_index_set_words (ChanceryNoteIndex *self,
                               gint64             id,
                               gboolean           are_states,
                               const char        *old_json,
                               const char        *new_json)
{
  GHashTable *table = are_states ? self->states : self->tags;
  g_auto (GStrv) old_words = NULL, new_words = NULL;
  guint32 number = (guint32) id;

  if (g_hash_table_size (table) == 0 || g_strcmp0 (old_json, new_json) == 0)
    return;

  old_words = chancery_words_from_json (old_json);
  new_words = chancery_words_from_json (new_json);
  for (gsize i = 0; old_words != NULL && old_words[i] != NULL; i++)
    {
      GArray *ids = g_hash_table_lookup (table, old_words[i]);

      for (guint j = ids != NULL ? ids->len : 0; j > 0; j--)
        if (g_array_index (ids, guint32, j - 1) == number)
          {
            g_array_remove_index_fast (ids, j - 1);
            break;
          }
    }
  for (gsize i = 0; new_words != NULL && new_words[i] != NULL; i++)
    {
      GArray *ids = g_hash_table_lookup (table, new_words[i]);

      if (ids != NULL)
        g_array_append_val (ids, number);
    }
}

/**
 * chancery_note_index_drop_article:
 * @self: an index
 * @article: the row of an article that was removed with its notes
 */
void
chancery_note_index_drop_article (ChanceryNoteIndex *self,
                                  gint64             article)
{
  for (guint32 id = 0; id < self->facts->len; id++)
    if (get_facts (self, id)->present && get_facts (self, id)->article == article)
      chancery_note_index_set_note (self, id, NULL);
}

/* Selecting */

static void
set_bit (guint64 *bits,
         guint32  id)
{
  bits[id / BITS] |= (guint64) 1 << id % BITS;
}

static gboolean
has_bit (const guint64 *bits,
         guint32        id)
{
  return (bits[id / BITS] >> id % BITS & 1) != 0;
}

/* The ids of a state's or a tag's notes. */
static GArray *
get_ids (ChanceryNoteIndex  *self,
         gboolean            are_states,
         const char         *word,
         GError            **error)
{
  GHashTable *table = are_states ? self->states : self->tags;
  GArray *found = g_hash_table_lookup (table, word);
  g_autoptr (ChancerySqliteStatement) statement = NULL;
  g_autoptr (GArray) ids = NULL;

  if (found != NULL)
    return found;

  statement = chancery_sqlite_connection_prepare (self->connection, are_states
                                                  ? "SELECT note FROM note_states WHERE iso = ?1"
                                                  : "SELECT note FROM note_tags WHERE tag = ?1", error);
  if (statement == NULL)
    return NULL;

  ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  chancery_sqlite_statement_bind_text (statement, 1, word);
  while (TRUE)
    {
      gboolean row;
      gint64 id;

      if (!chancery_sqlite_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      id = chancery_sqlite_statement_get_int64 (statement, 0);
      if (id >= 0 && id < G_MAXUINT32)
        {
          const guint32 number = (guint32) id;

          g_array_append_val (ids, number);
        }
    }

  g_hash_table_insert (table, g_strdup (word), ids);
  return g_steal_pointer (&ids);
}

/**
 * chancery_note_index_load_states:
 * @self: an index that is complete
 * @deadline_us: when to stop, on the monotonic clock
 * @ready: (out): whether the notes of all states are known
 * @error: return location
 *
 * Reads on which notes are about which states.
 *
 * Returns: whether it worked
 */
gboolean
chancery_note_index_load_states (ChanceryNoteIndex  *self,
                                 gint64              deadline_us,
                                 gboolean           *ready,
                                 GError            **error)
{
  g_autoptr (ChancerySqliteStatement) statement =
    chancery_sqlite_connection_prepare (self->connection, "SELECT iso FROM state_counts WHERE n > 0", error);

  *ready = FALSE;
  if (statement == NULL)
    return FALSE;

  while (TRUE)
    {
      const char *iso;
      gboolean row;

      if (!chancery_sqlite_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        {
          *ready = TRUE;
          return TRUE;
        }

      iso = chancery_sqlite_statement_get_text (statement, 0);
      if (g_hash_table_contains (self->states, iso))
        continue;
      if (get_ids (self, TRUE, iso, error) == NULL)
        return FALSE;
      if (g_get_monotonic_time () >= deadline_us)
        return TRUE;
    }
}

/* Leaves in @bits those that have any of @words. */
static gboolean
intersect (ChanceryNoteIndex   *self,
           guint64             *bits,
           gboolean             are_states,
           const char * const  *words,
           GError             **error)
{
  const gsize n_words = (self->facts->len + BITS - 1) / BITS;
  g_autofree guint64 *any = g_new0 (guint64, n_words + 1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      GArray *ids = get_ids (self, are_states, words[i], error);

      if (ids == NULL)
        return FALSE;
      for (guint j = 0; j < ids->len; j++)
        if (g_array_index (ids, guint32, j) < self->facts->len)
          set_bit (any, g_array_index (ids, guint32, j));
    }
  for (gsize i = 0; i < n_words; i++)
    bits[i] &= any[i];

  return TRUE;
}

static gboolean
intersect_all (ChanceryNoteIndex         *self,
               guint64                   *bits,
               const ChanceryNoteFilter  *filter,
               GError                   **error)
{
  const char * const state[] = { filter->iso, NULL }, * const tag[] = { filter->tag, NULL };

  if ((filter->iso != NULL && !intersect (self, bits, TRUE, state, error)) ||
      (filter->states != NULL && !intersect (self, bits, TRUE, filter->states, error)) ||
      (filter->organisation != NULL && !intersect (self, bits, TRUE, filter->organisation, error)) ||
      (filter->tag != NULL && !intersect (self, bits, FALSE, tag, error)))
    return FALSE;

  for (gsize i = 0; filter->tags != NULL && filter->tags[i] != NULL; i++)
    {
      const char * const one[] = { filter->tags[i], NULL };

      if (!intersect (self, bits, FALSE, one, error))
        return FALSE;
    }

  return TRUE;
}

static guint
count_bits (const guint64 *bits,
            gsize          n_words)
{
  guint n = 0;

  for (gsize i = 0; i < n_words; i++)
    n += (guint) __builtin_popcountll (bits[i]);

  return n;
}

static gboolean
has_conditions (const ChanceryNoteFilter *filter)
{
  return filter->colours != 0 || filter->kinds != 0 || filter->orphans != CHANCERY_NOTE_ORPHANS_ANY ||
         filter->article_uid != NULL || filter->created_from_us != 0 || filter->created_before_us != 0 ||
         filter->due_only || chancery_date_is_set (filter->due_by);
}

/* Leaves in @bits those whose facts satisfy the filter. */
static void
test_facts (ChanceryNoteIndex        *self,
            guint64                  *bits,
            const ChanceryNoteFilter *filter,
            guint32                   article)
{
  const guint colours = filter->colours != 0 ? filter->colours : G_MAXUINT;
  const guint kinds = filter->kinds != 0 ? filter->kinds : G_MAXUINT;
  const gint64 from_us = filter->created_from_us != 0 ? filter->created_from_us : G_MININT64;
  const gint64 before_us = filter->created_before_us != 0 ? filter->created_before_us : G_MAXINT64;
  const gint64 due_by = chancery_date_is_set (filter->due_by) ? chancery_due_day (filter->due_by) : G_MAXINT64;
  const gboolean due = filter->due_only || due_by != G_MAXINT64;
  const gboolean orphans = filter->orphans != CHANCERY_NOTE_ORPHANS_NONE;
  const gboolean placed = filter->orphans != CHANCERY_NOTE_ORPHANS_ONLY;

  for (guint32 first = 0; first < self->facts->len; first += BITS)
    {
      guint64 left = bits[first / BITS];

      for (guint64 rest = left; rest != 0; rest &= rest - 1)
        {
          const guint32 id = first + (guint32) __builtin_ctzll (rest);
          const ChanceryNoteFacts *facts = id < self->facts->len ? get_facts (self, id) : NULL;

          if (facts == NULL || !facts->present ||
              (colours >> facts->colour & 1) == 0 || (kinds >> facts->kind & 1) == 0 ||
              !(facts->orphan ? orphans : placed) ||
              (filter->article_uid != NULL && (facts->article == article) == filter->elsewhere) ||
              facts->created_us < from_us || facts->created_us >= before_us ||
              (due && (facts->due_day == 0 || facts->due_day > due_by)))
            left &= ~((guint64) 1 << id % BITS);
        }
      bits[first / BITS] = left;
    }
}

static void
add_key (ChanceryNoteIndex *self,
         GArray            *keys,
         guint32            id,
         ChanceryNoteSort   sort)
{
  const ChanceryKey key = get_key (self, id, sort);

  g_array_append_val (keys, key);
}

/* The ids set the order of those with the same key. */
static void
collect_and_sort (ChanceryNoteIndex *self,
                  const guint64     *bits,
                  ChanceryNoteSort   sort,
                  gboolean           only_due,
                  GArray            *keys)
{
  const guint32 n_elements = (self->facts->len + BITS - 1) / BITS;

  for (guint32 i = 0; i < n_elements; i++)
    {
      const gboolean ascending = sort == CHANCERY_NOTE_SORT_OLDEST;
      const guint32 element = ascending ? i : n_elements - 1 - i;

      for (guint64 rest = bits[element]; rest != 0;)
        {
          const guint bit = (guint) (ascending ? __builtin_ctzll (rest) : BITS - 1 - __builtin_clzll (rest));

          rest &= ~((guint64) 1 << bit);
          if (!only_due || get_facts (self, element * BITS + bit)->due_day != 0)
            add_key (self, keys, element * BITS + bit, sort);
        }
    }
  chancery_keys_sort (keys);
}

/* The ids in @bits in their order, as keys. */
static void
put_in_order (ChanceryNoteIndex *self,
              const guint64     *bits,
              guint              n,
              ChanceryNoteSort   sort,
              GArray            *keys)
{
  if (sort == CHANCERY_NOTE_SORT_PLACE && n > MAX_SORTED)
    {
      if (self->by_place == NULL)
        self->by_place = make_order_by_place (self);
      for (guint i = 0; i < self->by_place->len; i++)
        if (has_bit (bits, (guint32) g_array_index (self->by_place, ChanceryKey, i).id))
          g_array_append_val (keys, g_array_index (self->by_place, ChanceryKey, i));
      return;
    }

  if (n <= MAX_SORTED)
    {
      collect_and_sort (self, bits, sort, FALSE, keys);
      return;
    }

  /* Room for all at once: megabytes that grow are megabytes that are copied. */
  g_array_set_size (keys, n);
  g_array_set_size (keys, 0);

  if (sort == CHANCERY_NOTE_SORT_DUE)
    {
      /* Those that are never due follow by their ids. */
      collect_and_sort (self, bits, sort, TRUE, keys);
      for (guint32 id = self->facts->len; id > 0; id--)
        if (has_bit (bits, id - 1) && get_facts (self, id - 1)->due_day == 0)
          add_key (self, keys, id - 1, sort);
      return;
    }

  if (self->by_time == NULL)
    self->by_time = make_order_by_time (self);
  for (guint i = 0; i < self->by_time->len; i++)
    {
      const guint32 id = g_array_index (self->by_time, guint32,
                                        sort == CHANCERY_NOTE_SORT_OLDEST ? i : self->by_time->len - 1 - i);

      if (has_bit (bits, id))
        add_key (self, keys, id, sort);
    }
}

static gboolean
find_article (ChanceryNoteIndex  *self,
              const char         *uid,
              guint32            *article,
              GError            **error)
{
  g_autoptr (ChancerySqliteStatement) statement =
    chancery_sqlite_connection_prepare (self->connection, "SELECT id FROM articles WHERE uid = ?1", error);
  gboolean row;

  *article = G_MAXUINT32;
  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_text (statement, 1, uid);
  if (!chancery_sqlite_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *article = (guint32) chancery_sqlite_statement_get_int64 (statement, 0);

  return TRUE;
}

/**
 * chancery_note_index_select:
 * @self: an index that is complete
 * @filter: which notes, and their order; its words are not looked at
 * @words: (nullable) (array length=n_words): a bit an id, of those that have the
 *   filter's words; %NULL if it has none
 * @n_words: how many elements @words has
 * @keys: (element-type ChanceryKey): an empty array, for the keys in order
 * @error: return location
 *
 * Returns: whether it worked
 */
gboolean
chancery_note_index_select (ChanceryNoteIndex         *self,
                            const ChanceryNoteFilter  *filter,
                            const guint64             *words,
                            gsize                      n_words,
                            GArray                    *keys,
                            GError                   **error)
{
  const ChanceryNoteSort sort = chancery_note_filter_get_sort (filter);
  const gsize n_elements = (self->facts->len + BITS - 1) / BITS;
  g_autofree guint64 *bits = g_new0 (guint64, n_elements + 1);
  guint32 article = 0;
  guint n;

  if ((filter->article_uid != NULL && !find_article (self, filter->article_uid, &article, error)) ||
      (sort == CHANCERY_NOTE_SORT_PLACE && !load_days (self, error)))
    return FALSE;

  if (words != NULL)
    memcpy (bits, words, MIN (n_words, n_elements) * sizeof *bits);
  else
    memset (bits, 0xff, n_elements * sizeof *bits);
  if (!intersect_all (self, bits, filter, error))
    return FALSE;

  /* Only notes have words. */
  if (words == NULL || has_conditions (filter))
    test_facts (self, bits, filter, article);
  n = count_bits (bits, n_elements);
  put_in_order (self, bits, n, sort, keys);
  return TRUE;
}
