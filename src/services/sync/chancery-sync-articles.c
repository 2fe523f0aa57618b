/* chancery-sync-articles.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-sync-settler-private.h"

#include <string.h>

#include "chancery-sync-life.h"
#include "chancery-sync-value.h"

/* From the library into the record */

/* A text that has become an older one takes along what the article's properties were. */
static gboolean
has_become_older (ChancerySyncWork *work,
                  GHashTable       *facts,
                  const char       *name)
{
  const char *before = g_hash_table_lookup (work->shadow, "text"), *now = g_hash_table_lookup (facts, "text");
  g_autofree char *digest = chancery_sync_value_dup_string (before);

  return g_str_has_prefix (name, CHANCERY_SYNC_TEXTS) && digest != NULL && g_strcmp0 (before, now) != 0 &&
         strcmp (name + strlen (CHANCERY_SYNC_TEXTS), digest) == 0;
}

static void
write_member (ChancerySyncSettler *self,
              ChancerySyncWork    *work,
              GHashTable          *facts,
              guint64              number,
              const char          *name,
              const char          *value)
{
  const char *before = work->shadow != NULL ? g_hash_table_lookup (work->shadow, name) : NULL;

  if (before == NULL || has_become_older (work, facts, name) ||
      (!g_str_has_prefix (name, CHANCERY_SYNC_TEXTS) && strcmp (before, value) != 0))
    chancery_sync_record_put (work->record, number, self->machine, name, value);
}

static void
clear_member (ChancerySyncSettler *self,
              ChancerySyncWork    *work,
              guint64              number,
              const char          *name)
{
  chancery_sync_record_clear (work->record, number, self->machine, name);
}

/* The notes that went with an article, as they are known. */
static GPtrArray *
load_removed_notes (ChancerySyncSettler  *self,
                    const char           *uid,
                    GError              **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_sync_record_free);
  g_auto (GStrv) uids = chancery_store_sync_list_notes (self->sync, uid, TRUE, error);

  if (uids == NULL)
    return NULL;
  for (gsize i = 0; uids[i] != NULL; i++)
    {
      g_auto (ChancerySyncWork) note = { NULL };

      if (!chancery_sync_settler_open (self, CHANCERY_SYNC_NOTE, uids[i], &note, error))
        return NULL;
      if (g_hash_table_size (note.record->members) > 0)
        g_ptr_array_add (notes, g_steal_pointer (&note.record));
    }
  return g_steal_pointer (&notes);
}

static gboolean
absorb (ChancerySyncSettler  *self,
        ChancerySyncWork     *work,
        ChancerySyncArticle  *article,
        GError              **error)
{
  g_autoptr (GHashTable) facts = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *removed = NULL;

  if (article != NULL)
    {
      facts = chancery_sync_facts_of_article (article);
      if (work->shadow == NULL || !chancery_sync_facts_equal (facts, work->shadow))
        {
          chancery_sync_settler_write (self, work, facts, write_member, clear_member);
          chancery_sync_settler_set_shadow (work, facts);
        }
      return TRUE;
    }
  if (work->shadow == NULL)
    return TRUE;

  notes = load_removed_notes (self, work->row->uid, error);
  if (notes == NULL)
    return FALSE;
  removed = chancery_sync_life_make_removed (self->now_us, notes);
  chancery_sync_record_put (work->record, chancery_sync_record_next (work->record), self->machine, CHANCERY_SYNC_LIFE, removed);
  chancery_sync_settler_set_shadow (work, NULL);
  return TRUE;
}

/* From the record into the library */

/* Adds the notes that were put on an article, or on one that was joined to it. */
static gboolean
add_notes (ChancerySyncSettler  *self,
           const char           *uid,
           guint                 depth,
           GHashTable           *notes,
           GError              **error)
{
  g_auto (GStrv) own = chancery_store_sync_find_of_article (self->sync, CHANCERY_SYNC_NOTE, uid, error);
  g_auto (GStrv) joined = own != NULL ? chancery_store_sync_find_joined (self->sync, uid, error) : NULL;

  if (joined == NULL)
    return FALSE;
  for (gsize i = 0; own[i] != NULL; i++)
    g_hash_table_add (notes, g_strdup (own[i]));
  for (gsize i = 0; joined[i] != NULL && depth < CHANCERY_SYNC_MAX_ALIASES; i++)
    if (!add_notes (self, joined[i], depth + 1, notes, error))
      return FALSE;
  return TRUE;
}

/* All notes of an article: those that are there, and those that wait for it or went with it. */
static GStrv
list_notes (ChancerySyncSettler  *self,
            const char           *uid,
            GError              **error)
{
  g_autoptr (GHashTable) notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) there = chancery_store_sync_list_notes (self->sync, uid, FALSE, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) sorted = NULL;

  if (there == NULL || !add_notes (self, uid, 0, notes, error))
    return NULL;
  for (gsize i = 0; there[i] != NULL; i++)
    g_hash_table_add (notes, g_strdup (there[i]));
  sorted = g_hash_table_get_keys_as_ptr_array (notes);
  g_ptr_array_sort_values (sorted, (GCompareFunc) strcmp);
  for (guint i = 0; i < sorted->len; i++)
    g_strv_builder_add (builder, sorted->pdata[i]);
  return g_strv_builder_end (builder);
}

static gboolean
settle_notes (ChancerySyncSettler  *self,
              const char           *uid,
              GError              **error)
{
  g_auto (GStrv) notes = list_notes (self, uid, error);

  if (notes == NULL)
    return FALSE;
  for (gsize i = 0; notes[i] != NULL; i++)
    if (!chancery_sync_settle_note (self, notes[i], NULL, error))
      return FALSE;
  return TRUE;
}

/* Whether there is a note on an article that whoever removed it didn't know. */
static gboolean
has_unknown_note (ChancerySyncSettler  *self,
                  ChancerySyncWork     *work,
                  GStrv                 uids,
                  gboolean             *unknown,
                  GError              **error)
{
  g_autoptr (GPtrArray) covered = chancery_sync_life_list_covered (work->record);

  for (gsize i = 0; uids[i] != NULL && !*unknown; i++)
    {
      g_auto (ChancerySyncWork) note = { NULL };

      if (!chancery_sync_settler_open (self, CHANCERY_SYNC_NOTE, uids[i], &note, error))
        return FALSE;
      *unknown = chancery_sync_life_is_alive (note.record) && !chancery_sync_life_is_covered (covered, note.record);
    }
  return TRUE;
}

static gboolean
forget_notes (ChancerySyncSettler  *self,
              GStrv                 uids,
              GError              **error)
{
  for (gsize i = 0; uids[i] != NULL; i++)
    {
      g_auto (ChancerySyncWork) note = { NULL };

      if (!chancery_sync_settler_open (self, CHANCERY_SYNC_NOTE, uids[i], &note, error))
        return FALSE;
      if (note.shadow == NULL)
        continue;
      chancery_sync_settler_set_shadow (&note, NULL);
      if (!chancery_sync_settler_save (self, &note, error) ||
          !chancery_store_sync_clear_dirty (self->sync, CHANCERY_SYNC_NOTE, uids[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_article (ChancerySyncSettler  *self,
               ChancerySyncWork     *work,
               ChancerySyncArticle  *old,
               gboolean             *changed,
               GError              **error)
{
  g_autoptr (ChancerySyncArticle) article = chancery_sync_make_article (work->record, old), stored = NULL;
  g_autoptr (GHashTable) wanted = NULL, facts = NULL;

  *changed = FALSE;
  if (article == NULL)
    return TRUE;

  wanted = chancery_sync_facts_of_article (article);
  if (old != NULL)
    facts = chancery_sync_facts_of_article (old);
  if (facts == NULL || !chancery_sync_facts_equal (facts, wanted) || !chancery_sync_has_older (article))
    {
      *changed = TRUE;
      chancery_sync_settler_forget_present (self);
      if (!chancery_store_sync_write_article (self->sync, article, error) ||
          !chancery_store_sync_load_article (self->sync, work->row->uid, &stored, error))
        return FALSE;
      if (old == NULL)
        self->report->articles.n_added++;
      else
        self->report->articles.n_changed++;
      g_clear_pointer (&facts, g_hash_table_unref);
      facts = chancery_sync_facts_of_article (stored);
    }
  chancery_sync_settler_set_shadow (work, facts);

  g_set_str (&work->row->address, chancery_article_get_address (article->article));
  g_free (work->row->words);
  work->row->words = chancery_sync_dup_words (article->article);
  return TRUE;
}

/* An article that another has taken in goes, once its notes are over there. */
static gboolean
leave (ChancerySyncSettler  *self,
       ChancerySyncWork     *work,
       gboolean              there,
       GError              **error)
{
  g_auto (GStrv) left = NULL;

  if (work->row->expires_us < 0)
    work->row->expires_us = self->now_us + CHANCERY_SYNC_KEEP_REMOVED_US;
  if (!chancery_sync_settler_save (self, work, error) || !settle_notes (self, work->row->uid, error))
    return FALSE;
  if (!there)
    return TRUE;

  left = chancery_store_sync_list_notes (self->sync, work->row->uid, FALSE, error);
  if (left == NULL)
    return FALSE;
  if (left[0] != NULL)
    return TRUE;
  chancery_sync_settler_forget_present (self);
  chancery_sync_settler_set_shadow (work, NULL);
  self->report->articles.n_removed++;
  return chancery_store_sync_delete_article (self->sync, work->row->uid, error) &&
         chancery_sync_settler_save (self, work, error);
}

static gboolean
revive (ChancerySyncSettler  *self,
        ChancerySyncWork     *work)
{
  chancery_sync_record_put (work->record, chancery_sync_record_next (work->record), self->machine, CHANCERY_SYNC_LIFE,
                            CHANCERY_SYNC_HERE);
  return TRUE;
}

/* What was removed elsewhere goes, unless somebody who didn't know of that has put a note on it. */
static gboolean
apply_removal (ChancerySyncSettler  *self,
               ChancerySyncWork     *work,
               gboolean              there,
               gboolean             *revived,
               GError              **error)
{
  g_auto (GStrv) notes = NULL;

  /* What was changed here and not told yet counts, too. */
  if (there && !settle_notes (self, work->row->uid, error))
    return FALSE;
  notes = list_notes (self, work->row->uid, error);
  if (notes == NULL || !has_unknown_note (self, work, notes, revived, error))
    return FALSE;
  if (*revived && !work->record->stripped)
    return revive (self, work);

  *revived = FALSE;
  if (work->row->expires_us < 0)
    work->row->expires_us = self->now_us + CHANCERY_SYNC_KEEP_REMOVED_US;
  chancery_sync_settler_set_shadow (work, NULL);
  if (!there)
    return TRUE;
  chancery_sync_settler_forget_present (self);
  self->report->articles.n_removed++;
  return chancery_store_sync_remove_article (self->sync, work->row->uid, self->now_us, error) &&
         forget_notes (self, notes, error);
}

/* The article that another one is joined to, if it is known. */
static gboolean
find_target (ChancerySyncSettler  *self,
             ChancerySyncWork     *work,
             char                **target,
             GError              **error)
{
  g_autoptr (ChancerySyncRow) row = NULL;

  *target = chancery_sync_life_dup_joined (work->record);
  if (*target == NULL)
    return TRUE;
  if (!chancery_store_sync_load (self->sync, CHANCERY_SYNC_ARTICLE, *target, &row, error))
    return FALSE;
  if (row != NULL)
    return TRUE;

  /* Until it comes, the article stays. */
  work->row->pending = TRUE;
  g_set_str (&work->row->article, *target);
  g_clear_pointer (target, g_free);
  return TRUE;
}

static gboolean
apply (ChancerySyncSettler  *self,
       ChancerySyncWork     *work,
       ChancerySyncArticle  *old,
       GError              **error)
{
  g_autofree char *target = NULL;
  gboolean changed = FALSE, revived = FALSE;

  work->row->pending = FALSE;
  g_clear_pointer (&work->row->article, g_free);
  g_clear_pointer (&work->row->address, g_free);
  g_clear_pointer (&work->row->words, g_free);
  g_clear_pointer (&work->row->alias, g_free);
  if (!find_target (self, work, &target, error))
    return FALSE;
  if (target != NULL)
    {
      work->row->alias = g_steal_pointer (&target);
      return leave (self, work, old != NULL, error);
    }

  if (!chancery_sync_life_is_alive (work->record) && !work->row->pending &&
      !apply_removal (self, work, old != NULL, &revived, error))
    return FALSE;
  if (chancery_sync_life_is_alive (work->record) || work->row->pending)
    {
      work->row->expires_us = -1;
      if (!write_article (self, work, old, &changed, error))
        return FALSE;
    }

  return chancery_sync_settler_save (self, work, error) && (!changed || settle_notes (self, work->row->uid, error));
}

/* Joining what is the same */

static gboolean
open_article (ChancerySyncSettler       *self,
              const char                *uid,
              const ChancerySyncRecord  *incoming,
              ChancerySyncWork          *work,
              ChancerySyncArticle      **article,
              GError                   **error)
{
  if (!chancery_sync_settler_open (self, CHANCERY_SYNC_ARTICLE, uid, work, error) ||
      !chancery_store_sync_load_article (self->sync, uid, article, error))
    return FALSE;

  chancery_sync_settler_check_machine (self, work, incoming);
  return absorb (self, work, *article, error);
}

/* Whether all that is said of its life is that it was joined to @lesser. */
static gboolean
is_joined (const ChancerySyncRecord *record,
           const char               *lesser)
{
  g_autofree char *joined = chancery_sync_life_dup_joined (record);

  return !chancery_sync_life_is_alive (record) && g_strcmp0 (joined, lesser) == 0;
}

static gboolean
has_words (const ChancerySyncRecord *record)
{
  g_autofree char *digest = chancery_sync_value_dup_string (chancery_sync_record_get_value (record, "text"));
  g_autofree char *name = digest != NULL ? g_strconcat (CHANCERY_SYNC_TEXTS, digest, NULL) : NULL;
  g_autoptr (GPtrArray) blocks =
    name != NULL && chancery_sync_record_get (record, name) != NULL
    ? chancery_sync_value_read_blocks (chancery_sync_record_get_value (record, name)) : NULL;

  return blocks != NULL && blocks->len > 0;
}

/* Takes over the texts that aren't there yet; one that has none gets the other's. That another copy was imported says
 * that the article is there, even to who is just removing it. */
static void
take_texts (ChancerySyncSettler      *self,
            ChancerySyncRecord       *record,
            const ChancerySyncRecord *other)
{
  const guint64 number = chancery_sync_record_next (record);
  const gboolean empty = !has_words (record) && has_words (other);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, other->members);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_prefix (name, CHANCERY_SYNC_TEXTS) && chancery_sync_record_get (record, name) == NULL)
      chancery_sync_record_put (record, number, self->machine, name, chancery_sync_record_get_value (other, name));
  if (empty)
    chancery_sync_record_put (record, number, self->machine, "text", chancery_sync_record_get_value (other, "text"));
  chancery_sync_record_put (record, number, self->machine, CHANCERY_SYNC_LIFE, CHANCERY_SYNC_HERE);
}

/* Makes one article of two: the one with the lesser uid takes in the texts of the other, whose notes move over. */
static gboolean
fold (ChancerySyncSettler  *self,
      const char           *lesser,
      const char           *greater,
      GError              **error)
{
  g_auto (ChancerySyncWork) into = { NULL }, from = { NULL };
  g_autoptr (ChancerySyncArticle) into_old = NULL, from_old = NULL;

  if (!open_article (self, lesser, NULL, &into, &into_old, error) || !open_article (self, greater, NULL, &from, &from_old, error))
    return FALSE;

  if (!is_joined (from.record, lesser))
    {
      g_autofree char *joined = chancery_sync_life_make_joined (lesser);

      take_texts (self, into.record, from.record);
      chancery_sync_record_put (from.record, chancery_sync_record_next (from.record), self->machine, CHANCERY_SYNC_LIFE, joined);
    }
  return apply (self, &into, into_old, error) && apply (self, &from, from_old, error);
}

static gboolean
fold_twins (ChancerySyncSettler  *self,
            const char           *uid,
            GError              **error)
{
  g_autoptr (ChancerySyncRow) row = NULL;
  g_auto (GStrv) twins = NULL;

  if (!chancery_store_sync_load (self->sync, CHANCERY_SYNC_ARTICLE, uid, &row, error))
    return FALSE;
  if (row == NULL || (row->address == NULL && row->words == NULL))
    return TRUE;
  twins = chancery_store_sync_find_twins (self->sync, row, error);
  if (twins == NULL)
    return FALSE;

  for (gsize i = 0; twins[i] != NULL; i++)
    {
      const gboolean first = strcmp (uid, twins[i]) < 0;

      if (!fold (self, first ? uid : twins[i], first ? twins[i] : uid, error))
        return FALSE;
      /* It is another's now, whose twins are looked for. */
      if (!first)
        return fold_twins (self, twins[i], error);
    }
  return TRUE;
}

/* One that was changed by somebody who didn't know that it was joined is joined again. */
static gboolean
fold_again (ChancerySyncSettler  *self,
            ChancerySyncWork     *work,
            GError              **error)
{
  g_autofree char *target = chancery_sync_life_dup_joined (work->record);
  g_autoptr (ChancerySyncRow) row = NULL;

  if (target == NULL || is_joined (work->record, target))
    return TRUE;
  if (!chancery_store_sync_load (self->sync, CHANCERY_SYNC_ARTICLE, target, &row, error))
    return FALSE;
  return row == NULL || fold (self, target, work->row->uid, error);
}

/* Those that wait for this one to be joined to it. */
static gboolean
settle_waiting (ChancerySyncSettler  *self,
                const char           *uid,
                GError              **error)
{
  g_auto (GStrv) waiting = chancery_store_sync_find_of_article (self->sync, CHANCERY_SYNC_ARTICLE, uid, error);

  if (waiting == NULL)
    return FALSE;
  for (gsize i = 0; waiting[i] != NULL; i++)
    if (!chancery_sync_settle_article (self, waiting[i], NULL, error))
      return FALSE;
  return TRUE;
}

/* See chancery_sync_settler_settle(). */
gboolean
chancery_sync_settle_article (ChancerySyncSettler       *self,
                              const char                *uid,
                              const ChancerySyncRecord  *incoming,
                              GError                   **error)
{
  g_auto (ChancerySyncWork) work = { NULL };
  g_autoptr (ChancerySyncArticle) article = NULL;

  if (!open_article (self, uid, incoming, &work, &article, error))
    return FALSE;
  if (incoming != NULL)
    chancery_sync_settler_join (self, &work, incoming);
  if (g_hash_table_size (work.record->members) == 0)
    return chancery_store_sync_clear_dirty (self->sync, CHANCERY_SYNC_ARTICLE, uid, error);

  return apply (self, &work, article, error) &&
         fold_again (self, &work, error) &&
         fold_twins (self, uid, error) &&
         settle_waiting (self, uid, error) &&
         chancery_store_sync_clear_dirty (self->sync, CHANCERY_SYNC_ARTICLE, uid, error);
}

/* Brings an article back on which there is a note that whoever removed it didn't know. */
gboolean
chancery_sync_revive_article (ChancerySyncSettler  *self,
                              const char           *uid,
                              GError              **error)
{
  g_auto (ChancerySyncWork) work = { NULL };
  g_autoptr (ChancerySyncArticle) article = NULL;

  return open_article (self, uid, NULL, &work, &article, error) &&
         revive (self, &work) &&
         apply (self, &work, article, error);
}
