/* chancery-sync-notes.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-sync-settler-private.h"

#include <string.h>

#include "chancery-sync-life.h"
#include "chancery-sync-value.h"

/* From the library into the record */

/* Links say of the article that there is now; the record may have one to an article that was joined to it. */
static void
clear_member (ChancerySyncSettler *self,
              ChancerySyncWork    *work,
              guint64              number,
              const char          *name)
{
  ChancerySyncRecord *record = work->record;
  g_autoptr (GPtrArray) names = g_hash_table_get_keys_as_ptr_array (record->members);
  g_autoptr (GPtrArray) same = g_ptr_array_new_with_free_func (g_free);

  if (g_str_has_prefix (name, CHANCERY_SYNC_LINKS) && chancery_sync_record_get (record, name) == NULL)
    for (guint i = 0; i < names->len; i++)
      if (g_str_has_prefix (names->pdata[i], CHANCERY_SYNC_LINKS))
        {
          g_autofree char *known = chancery_sync_dup_link_name (names->pdata[i], chancery_sync_settler_dup_alias, self);

          if (g_strcmp0 (known, name) == 0)
            g_ptr_array_add (same, g_strdup (names->pdata[i]));
        }
  for (guint i = 0; i < same->len; i++)
    chancery_sync_record_clear (record, number, self->machine, same->pdata[i]);
  chancery_sync_record_clear (record, number, self->machine, name);
}

/* Who takes the tag off a note with two texts is content with both of them. */
static gboolean
accepts_bodies (ChancerySyncWork *work,
                GHashTable       *facts)
{
  g_autofree char *name = g_strconcat (CHANCERY_SYNC_TAGS, chancery_sync_get_conflict_tag (), NULL);

  return work->row->conflict && chancery_sync_record_get (work->record, name) == NULL &&
         g_hash_table_contains (work->shadow, name) && !g_hash_table_contains (facts, name);
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
  const gboolean is_body = strcmp (name, "body") == 0;

  /* Whoever brings a note back that was removed hasn't seen what was written elsewhere meanwhile. */
  if (work->shadow == NULL && is_body)
    chancery_sync_record_add (work->record, number, self->machine, name, value);
  else if (g_strcmp0 (before, value) != 0 || (is_body && accepts_bodies (work, facts)))
    chancery_sync_record_put (work->record, number, self->machine, name, value);
}

/* Writes what was changed in the library since the last time. */
static void
absorb (ChancerySyncSettler *self,
        ChancerySyncWork    *work,
        GHashTable          *facts)
{
  if (facts != NULL && (work->shadow == NULL || !chancery_sync_facts_equal (facts, work->shadow)))
    chancery_sync_settler_write (self, work, facts, write_member, clear_member);
  else if (facts == NULL && work->shadow != NULL)
    {
      g_autofree char *removed = chancery_sync_life_make_removed (self->now_us, NULL);

      chancery_sync_record_put (work->record, chancery_sync_record_next (work->record), self->machine, CHANCERY_SYNC_LIFE,
                                removed);
    }
}

/* From the record into the library */

/* Whether the words are where they are said to be. */
static gboolean
is_in_place (ChanceryArticle        *article,
             const ChancerySelector *selector)
{
  const char *text = chancery_article_get_text (article);
  gsize start, end;

  if (!selector->has_position || selector->end_chars > chancery_article_get_length_chars (article))
    return FALSE;
  start = chancery_article_chars_to_bytes (article, selector->start_chars);
  end = chancery_article_chars_to_bytes (article, selector->end_chars);
  return strlen (selector->exact) == end - start && memcmp (text + start, selector->exact, end - start) == 0;
}

/* The note where it belongs in the text that the library has, which may be another than it was made in. */
static ChanceryNote *
place (ChancerySyncSettler *self,
       ChanceryNote        *note)
{
  g_autoptr (ChancerySelector) found = NULL;
  ChanceryArticle *article = self->article->article;
  ChanceryNoteFields fields;
  ChanceryAnchor anchor;

  chancery_note_get_fields (note, &fields);
  if (fields.selector == NULL || fields.orphan || is_in_place (article, fields.selector))
    return g_object_ref (note);

  if (self->text == NULL)
    self->text = chancery_anchor_text_new (chancery_article_get_text (article), chancery_article_get_length_bytes (article));
  if (chancery_anchor_text_find (self->text, fields.selector, &anchor) && anchor.score >= CHANCERY_ANCHOR_SCORE_MIN)
    {
      found = chancery_anchor_text_make_selector (self->text, anchor.start_bytes, anchor.end_bytes);
      fields.selector = found;
      fields.score = anchor.score;
    }
  else
    {
      fields.orphan = TRUE;
      fields.score = 0;
    }
  return chancery_note_new (&fields);
}

/* Whether the article of a note is there, or comes back for it. @covered is whether it went, and the note with it. */
static gboolean
find_article (ChancerySyncSettler  *self,
              ChancerySyncWork     *work,
              const char           *uid,
              gboolean             *there,
              gboolean             *covered,
              GError              **error)
{
  g_auto (ChancerySyncWork) article = { NULL };
  g_autoptr (GPtrArray) removals = NULL;

  *there = TRUE;
  *covered = FALSE;
  if (uid == NULL)
    return TRUE;
  if (!chancery_sync_settler_load_present (self, uid, error))
    return FALSE;
  if (self->article != NULL)
    return TRUE;

  *there = FALSE;
  if (!chancery_sync_settler_open (self, CHANCERY_SYNC_ARTICLE, uid, &article, error))
    return FALSE;
  if (g_hash_table_size (article.record->members) == 0 || chancery_sync_life_is_alive (article.record))
    return TRUE;

  removals = chancery_sync_life_list_covered (article.record);
  *covered = chancery_sync_life_is_covered (removals, work->record);
  if (*covered || article.record->stripped)
    return TRUE;
  if (!chancery_sync_revive_article (self, uid, error) ||
      !chancery_sync_settler_load_present (self, uid, error))
    return FALSE;
  *there = self->article != NULL;
  return TRUE;
}

static gboolean
write_note (ChancerySyncSettler  *self,
            ChancerySyncWork     *work,
            const char           *article_uid,
            ChanceryNote         *old,
            GError              **error)
{
  g_autoptr (ChanceryNote) note = NULL, placed = NULL, stored = NULL;
  g_autoptr (GHashTable) facts = NULL;

  note = chancery_sync_make_note (work->record, article_uid, chancery_sync_settler_dup_alias, self,
                                  &work->row->conflict);
  placed = article_uid != NULL ? place (self, note) : g_object_ref (note);
  if (old != NULL && chancery_note_equal (old, placed))
    {
      facts = chancery_sync_facts_of_note (old);
      chancery_sync_settler_set_shadow (work, facts);
      return TRUE;
    }

  if (!chancery_store_sync_write_note (self->sync, placed, error) ||
      !chancery_store_sync_load_note (self->sync, work->row->uid, &stored, error))
    return FALSE;
  if (old == NULL)
    self->report->notes.n_added++;
  else
    self->report->notes.n_changed++;
  facts = chancery_sync_facts_of_note (stored);
  chancery_sync_settler_set_shadow (work, facts);
  return TRUE;
}

static gboolean
apply (ChancerySyncSettler  *self,
       ChancerySyncWork     *work,
       ChanceryNote         *old,
       GError              **error)
{
  gboolean there = FALSE, covered = FALSE, alive = chancery_sync_life_is_alive (work->record);
  g_autofree char *article_uid = NULL;

  g_free (work->row->article);
  work->row->article = chancery_sync_dup_note_article (work->record);
  if (work->row->article != NULL)
    article_uid = chancery_sync_settler_dup_alias (work->row->article, self);
  work->row->pending = work->row->conflict = FALSE;
  if (alive && !find_article (self, work, article_uid, &there, &covered, error))
    return FALSE;

  if (alive && !covered)
    {
      work->row->expires_us = -1;
      work->row->pending = !there;
      return !there || write_note (self, work, article_uid, old, error);
    }

  if (work->row->expires_us < 0 && !alive)
    work->row->expires_us = self->now_us + CHANCERY_SYNC_KEEP_REMOVED_US;
  chancery_sync_settler_set_shadow (work, NULL);
  if (old == NULL)
    return TRUE;
  self->report->notes.n_removed++;
  return chancery_store_sync_delete_note (self->sync, work->row->uid, error);
}

/* A note that went with its article: what was known of it then is written down with the article, before anything else
 * becomes known. */
static gboolean
tell_removal (ChancerySyncSettler  *self,
              ChancerySyncWork     *work,
              ChanceryNote        **note,
              GError              **error)
{
  g_autoptr (ChancerySyncRow) article = NULL;
  g_autofree char *uid = NULL, *own_uid = NULL;

  if (*note != NULL || work->shadow == NULL || work->row->article == NULL)
    return TRUE;
  uid = chancery_sync_settler_dup_alias (work->row->article, self);
  if (!chancery_sync_settler_load_present (self, uid, error))
    return FALSE;
  if (self->article != NULL)
    return TRUE;
  if (!chancery_store_sync_load (self->sync, CHANCERY_SYNC_ARTICLE, uid, &article, error))
    return FALSE;
  if (article == NULL || article->shadow == NULL)
    return TRUE;

  own_uid = g_strdup (work->row->uid);
  if (!chancery_sync_settle_article (self, uid, NULL, error))
    return FALSE;
  /* It may be another now. */
  chancery_sync_work_clear (work);
  return chancery_sync_settler_open (self, CHANCERY_SYNC_NOTE, own_uid, work, error) &&
         chancery_store_sync_load_note (self->sync, own_uid, note, error);
}

/* See chancery_sync_settler_settle(). */
gboolean
chancery_sync_settle_note (ChancerySyncSettler       *self,
                           const char                *uid,
                           const ChancerySyncRecord  *incoming,
                           GError                   **error)
{
  g_auto (ChancerySyncWork) work = { NULL };
  g_autoptr (ChanceryNote) note = NULL;
  g_autoptr (GHashTable) facts = NULL;

  if (!chancery_sync_settler_open (self, CHANCERY_SYNC_NOTE, uid, &work, error) ||
      !chancery_store_sync_load_note (self->sync, uid, &note, error) ||
      !tell_removal (self, &work, &note, error))
    return FALSE;

  if (note != NULL)
    facts = chancery_sync_facts_of_note (note);
  chancery_sync_settler_check_machine (self, &work, incoming);
  absorb (self, &work, facts);
  if (incoming != NULL)
    chancery_sync_settler_join (self, &work, incoming);

  /* Made and removed before anybody could hear of it. */
  if (g_hash_table_size (work.record->members) == 0)
    return chancery_store_sync_clear_dirty (self->sync, CHANCERY_SYNC_NOTE, uid, error);

  return apply (self, &work, note, error) &&
         chancery_sync_settler_save (self, &work, error) &&
         chancery_store_sync_clear_dirty (self->sync, CHANCERY_SYNC_NOTE, uid, error);
}
