/* chancery-store-publish.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-private.h"

#include <string.h>

#include "chancery-store-words.h"

/* Brings the cursors up to date with the table of changes, whoever made them,
 * and says what the lists and the library must hear. Runs in a transaction. */

/* With more changed rows than this, lists are read anew. */
#define MAX_CHANGES 4096

/* So many rows are looked at to find those that changed, at most. */
#define MAX_LOOKS 16777216

/* What a row was before the first of its changes, and is now. */
typedef struct
{
  char *uid;
  gboolean article;
  gboolean was;
  gboolean is;
  ChanceryKey old_key;
  ChanceryKey new_key;
  gint64 old_article;
  gint64 new_article;
  ChanceryNoteFacts facts;
  char *old_states;
  char *new_states;
  char *old_tags;
  char *new_tags;
} Change;

static void
change_free (Change *change)
{
  g_free (change->uid);
  g_free (change->old_states);
  g_free (change->new_states);
  g_free (change->old_tags);
  g_free (change->new_tags);
  g_free (change);
}

static guint
change_hash (gconstpointer data)
{
  const Change *change = data;

  return g_str_hash (change->uid) + change->article;
}

static gboolean
change_equal (gconstpointer a,
              gconstpointer b)
{
  const Change *one = a, *other = b;

  return one->article == other->article && strcmp (one->uid, other->uid) == 0;
}

/* Reads what changed since the last time, in order, each row once. @complete
 * is whether the table still has all of it. */
static gboolean
collect (ChanceryStore  *self,
         GPtrArray      *changes,
         GHashTable     *set,
         gint64         *last,
         gboolean       *complete,
         GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_CHANGES, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  *complete = TRUE;
  *last = self->last_change;
  chancery_sqlite_statement_bind_int64 (statement, 1, self->last_change);
  while (TRUE)
    {
      Change *change;
      gint64 number;

      if (!chancery_sqlite_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      number = chancery_sqlite_statement_get_int64 (statement, 0);
      if (number != *last + 1)
        *complete = FALSE;
      *last = number;
      if (!*complete || changes->len > MAX_CHANGES)
        {
          *complete = FALSE;
          continue;
        }

      change = g_new0 (Change, 1);
      change->article = strcmp (chancery_sqlite_statement_get_text (statement, 1), "article") == 0;
      change->uid = g_strdup (chancery_sqlite_statement_get_text (statement, 3));
      if (g_hash_table_contains (set, change))
        {
          change_free (change);
          continue;
        }

      change->was = !chancery_sqlite_statement_is_null (statement, 4);
      change->old_key = (ChanceryKey) { chancery_sqlite_statement_get_int64 (statement, 4),
                                        chancery_sqlite_statement_get_int64 (statement, 2) };
      change->old_article = chancery_sqlite_statement_get_int64 (statement, 5);
      change->old_states = g_strdup (chancery_sqlite_statement_get_text (statement, 6));
      change->old_tags = g_strdup (chancery_sqlite_statement_get_text (statement, 7));
      g_ptr_array_add (changes, change);
      g_hash_table_add (set, change);
    }
}

static gboolean
look_up_now (ChanceryStore  *self,
             Change         *change,
             GError        **error)
{
  ChancerySqliteStatement *statement =
    chancery_store_statement (self, change->article ? CHANCERY_STATEMENT_ARTICLE_NOW : CHANCERY_STATEMENT_NOTE_NOW,
                              error);

  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_text (statement, 1, change->uid);
  if (!chancery_sqlite_statement_step (statement, &change->is, error))
    return FALSE;
  if (!change->is)
    return TRUE;

  change->new_key = (ChanceryKey) { chancery_sqlite_statement_get_int64 (statement, 1),
                                    chancery_sqlite_statement_get_int64 (statement, 0) };
  if (!change->article)
    {
      chancery_note_facts_read (statement, &change->facts);
      change->new_article = change->facts.article;
      change->new_states = g_strdup (chancery_sqlite_statement_get_text (statement, 8));
      change->new_tags = g_strdup (chancery_sqlite_statement_get_text (statement, 9));
    }
  chancery_sqlite_statement_reset (statement);

  return TRUE;
}

/* A note that came back with its article, and only then changed, wasn't listed
 * before, whatever its own change says. */
static void
look_up_articles (GPtrArray *changes)
{
  g_autoptr (GHashTable) came_back = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < changes->len; i++)
    {
      Change *change = g_ptr_array_index (changes, i);

      if (change->article && !change->was)
        g_hash_table_add (came_back, &change->old_key.id);
    }
  for (guint i = 0; i < changes->len; i++)
    {
      Change *change = g_ptr_array_index (changes, i);

      if (!change->article && change->was && g_hash_table_contains (came_back, &change->old_article))
        change->was = FALSE;
    }
}

/* Whether an index-ordered list of notes has a row with these states and tags. */
static gboolean
index_has (const ChanceryCursor *cursor,
           const char           *states,
           const char           *tags)
{
  if (cursor->filter->iso != NULL)
    return chancery_words_contain (states, cursor->filter->iso);
  if (cursor->filter->tag != NULL)
    return chancery_words_contain (tags, cursor->filter->tag);
  return TRUE;
}

static gboolean
add_update (ChanceryStore   *self,
            ChanceryCursor  *cursor,
            const char      *uid,
            GObject         *row)
{
  if (row == NULL)
    return FALSE;

  chancery_store_add_event (self, CHANCERY_STORE_EVENT_UPDATE, cursor, uid)->row = row;
  return TRUE;
}

static GObject *
load_item (ChanceryStore  *self,
           gint64          id,
           gboolean       *found,
           GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_ARTICLE_ITEM, error);
  GObject *item;

  *found = FALSE;
  if (statement == NULL)
    return NULL;

  chancery_sqlite_statement_bind_int64 (statement, 1, id);
  if (!chancery_sqlite_statement_step (statement, found, error) || !*found)
    return NULL;
  item = chancery_store_read_item (statement);
  chancery_sqlite_statement_reset (statement);

  return item;
}

/* One changed note, and one list of notes. */
static gboolean
follow_note (ChanceryStore   *self,
             ChanceryCursor  *cursor,
             Change          *change,
             GError         **error)
{
  ChanceryKey old_key = change->old_key, new_key = change->new_key;
  gboolean had, has;

  if (cursor->match != NULL)
    {
      if (!chancery_cursor_matches (cursor, change->uid, &has, &new_key, error))
        return FALSE;
      if (cursor->kind == CHANCERY_CURSOR_ARTICLE_NOTES)
        {
          ChanceryNote *note = NULL;

          if (has && (note = chancery_store_load_note (self, change->uid, error)) == NULL)
            return FALSE;
          chancery_store_add_event (self, CHANCERY_STORE_EVENT_NOTE, cursor, change->uid)->row = (GObject *) note;
          return TRUE;
        }
      if (change->was)
        chancery_cursor_note_found (cursor, change->old_key.id, FALSE);
      if (change->is)
        chancery_cursor_note_found (cursor, change->new_key.id, has);
      had = change->was && chancery_cursor_find_kept (cursor, change->old_key, &old_key);
    }
  else
    {
      had = change->was && index_has (cursor, change->old_states, change->old_tags);
      has = change->is && index_has (cursor, change->new_states, change->new_tags);
    }

  if (had && has && chancery_key_compare (old_key, new_key) == 0)
    return add_update (self, cursor, change->uid, (GObject *) chancery_store_load_note (self, change->uid, error));
  if (had)
    chancery_cursor_remove_row (cursor, old_key);
  if (has)
    chancery_cursor_add_row (cursor, new_key, change->uid);

  return TRUE;
}

/* One article that went or came with its notes, and one list of notes. */
static gboolean
follow_notes_of_article (ChanceryStore   *self,
                         ChanceryCursor  *cursor,
                         Change          *change,
                         GHashTable      *set,
                         GError         **error)
{
  ChancerySqliteStatement *statement;
  gboolean row;

  if (change->was == change->is)
    return TRUE;
  if (cursor->kind == CHANCERY_CURSOR_ARTICLE_NOTES)
    {
      if (g_strcmp0 (cursor->filter->article_uid, change->uid) == 0)
        chancery_store_add_event (self, CHANCERY_STORE_EVENT_RESET, cursor, NULL);
      return TRUE;
    }

  statement = chancery_store_statement (self, change->is ? CHANCERY_STATEMENT_KEYS_OF_ARTICLE
                                        : CHANCERY_STATEMENT_KEYS_SET_ASIDE, error);
  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_int64 (statement, 1, change->is ? change->new_key.id : change->old_key.id);
  while (TRUE)
    {
      ChanceryKey key;
      gint64 id;
      const char *uid;
      gboolean matches;

      if (!chancery_sqlite_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      key = (ChanceryKey) { chancery_sqlite_statement_get_int64 (statement, 2),
                            chancery_sqlite_statement_get_int64 (statement, 0) };
      id = key.id;
      uid = chancery_sqlite_statement_get_text (statement, 1);
      /* Notes with a change of their own are dealt with by that. */
      if (g_hash_table_contains (set, &(Change) { .uid = (char *) uid }))
        continue;

      if (cursor->match == NULL)
        matches = index_has (cursor, chancery_sqlite_statement_get_text (statement, 3),
                             chancery_sqlite_statement_get_text (statement, 4));
      else if (change->was)
        matches = chancery_cursor_find_kept (cursor, key, &key);
      else if (!chancery_cursor_matches (cursor, uid, &matches, &key, error))
        {
          chancery_sqlite_statement_reset (statement);
          return FALSE;
        }

      chancery_cursor_note_found (cursor, id, matches && change->is);
      if (matches && change->is)
        chancery_cursor_add_row (cursor, key, uid);
      else if (matches)
        chancery_cursor_remove_row (cursor, key);
    }
}

/* One changed article, and the list of articles. */
static gboolean
follow_article (ChanceryStore   *self,
                ChanceryCursor  *cursor,
                Change          *change,
                GError         **error)
{
  gboolean found;

  if (change->was && change->is && change->old_key.key == change->new_key.key)
    return add_update (self, cursor, change->uid, load_item (self, change->new_key.id, &found, error));
  if (change->was)
    chancery_cursor_remove_row (cursor, change->old_key);
  if (change->is)
    chancery_cursor_add_row (cursor, change->new_key, change->uid);

  return TRUE;
}

/* The number of notes is shown with the article. */
static gboolean
follow_number_of_notes (ChanceryStore   *self,
                        ChanceryCursor  *cursor,
                        GPtrArray       *changes,
                        GError         **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < changes->len; i++)
    {
      Change *change = g_ptr_array_index (changes, i);

      if (change->article || (change->was == change->is && change->old_article == change->new_article))
        continue;
      if (change->old_article != 0)
        g_hash_table_add (ids, &change->old_article);
      if (change->new_article != 0)
        g_hash_table_add (ids, &change->new_article);
    }

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      gboolean found;
      GObject *item = load_item (self, *(gint64 *) id, &found, error);

      if (item != NULL)
        add_update (self, cursor, NULL, item);
      else if (found)
        return FALSE;
    }

  return TRUE;
}

/* Finding a row that isn't sorted by time takes a look at all of them, and a note's
 * place hangs on its article's day. */
static gboolean
must_start_anew (ChanceryCursor *cursor,
                 GPtrArray      *changes)
{
  const ChanceryNoteSort sort = chancery_note_filter_get_sort (cursor->filter);

  if (cursor->kept == NULL || sort == CHANCERY_NOTE_SORT_NEWEST || sort == CHANCERY_NOTE_SORT_OLDEST)
    return FALSE;
  if (changes->len > MAX_LOOKS / (cursor->kept->len + 1))
    return TRUE;

  for (guint i = 0; sort == CHANCERY_NOTE_SORT_PLACE && i < changes->len; i++)
    {
      Change *change = g_ptr_array_index (changes, i);

      if (change->article && change->was && change->is && change->old_key.key != change->new_key.key)
        return TRUE;
    }

  return FALSE;
}

static gboolean
follow_changes (ChanceryStore   *self,
                ChanceryCursor  *cursor,
                GPtrArray       *changes,
                GHashTable      *set,
                GError         **error)
{
  gboolean success = TRUE;

  for (guint i = 0; success && i < changes->len; i++)
    {
      Change *change = g_ptr_array_index (changes, i);

      if (cursor->kind != CHANCERY_CURSOR_ARTICLES)
        success = change->article
          ? follow_notes_of_article (self, cursor, change, set, error)
          : follow_note (self, cursor, change, error);
      else if (change->article)
        success = follow_article (self, cursor, change, error);
    }

  if (success)
    success = chancery_cursor_apply (cursor, self, error);
  if (success && cursor->kind == CHANCERY_CURSOR_ARTICLES)
    success = follow_number_of_notes (self, cursor, changes, error);
  if (!success)
    cursor->lost = TRUE;

  return success;
}

static gboolean
start_anew (ChanceryStore   *self,
            ChanceryCursor  *cursor,
            GError         **error)
{
  ChanceryStoreEvent *event;

  if (!chancery_cursor_load (cursor, self, error))
    return FALSE;

  event = chancery_store_add_event (self, CHANCERY_STORE_EVENT_RESET, cursor, NULL);
  event->n_added = cursor->n_rows;
  return TRUE;
}

/* The notes that came back with their article. */
static gboolean
add_article_to_index (ChanceryStore  *self,
                      gint64          article,
                      GError        **error)
{
  ChancerySqliteStatement *statement = chancery_store_statement (self, CHANCERY_STATEMENT_FACTS_OF_ARTICLE, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  chancery_sqlite_statement_bind_int64 (statement, 1, article);
  while (TRUE)
    {
      ChanceryNoteFacts facts;
      gint64 id;

      if (!chancery_sqlite_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      id = chancery_note_facts_read (statement, &facts);
      chancery_note_index_set_note (self->note_index, id, &facts);
    }
}

/* Which states and tags the notes of the article have isn't known any more, or not yet. */
static gboolean
move_article_in_index (ChanceryStore  *self,
                       Change         *change,
                       GError        **error)
{
  if (change->was != change->is || change->old_key.key != change->new_key.key)
    chancery_note_index_forget_days (self->note_index);
  if (change->was == change->is)
    return TRUE;

  chancery_note_index_forget_words (self->note_index);
  if (!change->is)
    chancery_note_index_drop_article (self->note_index, change->old_key.id);
  return !change->is || add_article_to_index (self, change->new_key.id, error);
}

/* A note that was removed and put again has another id. */
static void
update_note_in_index (ChanceryNoteIndex *index,
                      const Change      *change)
{
  const gboolean stays = change->was && change->is && change->old_key.id == change->new_key.id;

  if (change->was && !stays)
    {
      chancery_note_index_set_words (index, change->old_key.id, TRUE, change->old_states, NULL);
      chancery_note_index_set_words (index, change->old_key.id, FALSE, change->old_tags, NULL);
      chancery_note_index_set_note (index, change->old_key.id, NULL);
    }
  if (change->is)
    {
      chancery_note_index_set_words (index, change->new_key.id, TRUE, stays ? change->old_states : NULL,
                                     change->new_states);
      chancery_note_index_set_words (index, change->new_key.id, FALSE, stays ? change->old_tags : NULL,
                                     change->new_tags);
      chancery_note_index_set_note (index, change->new_key.id, &change->facts);
    }
}

/* Brings what filters look at up to date, or forgets it. */
static void
update_index (ChanceryStore *self,
              GPtrArray     *changes,
              gboolean       complete)
{
  gboolean success = complete;

  if (self->note_index == NULL)
    return;

  if (complete)
    chancery_note_index_expect (self->note_index, changes->len);
  for (guint i = 0; success && i < changes->len; i++)
    {
      Change *change = g_ptr_array_index (changes, i);

      if (change->article)
        {
          success = move_article_in_index (self, change, NULL);
          continue;
        }
      update_note_in_index (self->note_index, change);
    }

  if (!success)
    g_clear_pointer (&self->note_index, chancery_note_index_free);
}

static void
add_signals (ChanceryStore *self,
             GPtrArray     *changes)
{
  gboolean articles_changed = FALSE, notes_changed = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      Change *change = g_ptr_array_index (changes, i);

      notes_changed |= change->article ? change->was != change->is : change->was || change->is;
      if (change->article)
        articles_changed |= change->was || change->is;
      else if (change->is)
        chancery_store_add_event (self, CHANCERY_STORE_EVENT_NOTE_CHANGED, NULL, change->uid);
      else if (change->was)
        chancery_store_add_event (self, CHANCERY_STORE_EVENT_NOTE_REMOVED, NULL, change->uid);
    }

  if (notes_changed)
    chancery_store_add_event (self, CHANCERY_STORE_EVENT_NOTES_CHANGED, NULL, NULL);
  if (articles_changed)
    chancery_store_add_event (self, CHANCERY_STORE_EVENT_ARTICLES_CHANGED, NULL, NULL);
}

/* Follows every change since the last call. */
gboolean
chancery_store_publish (ChanceryStore  *self,
                        GError        **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  g_autoptr (GHashTable) set = g_hash_table_new (change_hash, change_equal);
  gboolean complete, success;
  gint64 last;

  success = collect (self, changes, set, &last, &complete, error);
  for (guint i = 0; success && complete && i < changes->len; i++)
    success = look_up_now (self, g_ptr_array_index (changes, i), error);
  look_up_articles (changes);

  if (!success)
    {
      for (guint i = 0; i < self->cursors->len; i++)
        ((ChanceryCursor *) g_ptr_array_index (self->cursors, i))->lost = TRUE;
      g_clear_pointer (&self->note_index, chancery_note_index_free);
      return FALSE;
    }

  update_index (self, changes, complete);

  for (guint i = 0; i < self->cursors->len; i++)
    {
      ChanceryCursor *cursor = g_ptr_array_index (self->cursors, i);
      g_autoptr (GError) local_error = NULL;

      if (complete && !cursor->lost && !must_start_anew (cursor, changes) && follow_changes (self, cursor, changes, set, &local_error))
        continue;
      if (!start_anew (self, cursor, local_error != NULL ? NULL : &local_error))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }

  self->last_change = last;
  if (complete)
    add_signals (self, changes);
  else
    {
      chancery_store_add_event (self, CHANCERY_STORE_EVENT_NOTES_CHANGED, NULL, NULL);
      chancery_store_add_event (self, CHANCERY_STORE_EVENT_ARTICLES_CHANGED, NULL, NULL);
    }
  return TRUE;
}
