/* chancery-sync-settler.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-sync-settler-private.h"

#include <string.h>

#include "chancery-sync-life.h"

/**
 * chancery_sync_settler_new:
 * @sync: a pass over the library
 * @machine: the name of this machine
 * @now_us: the time
 * @report: where it is counted what was done; it must outlive the settler
 *
 * Returns: (transfer full): a settler
 */
ChancerySyncSettler *
chancery_sync_settler_new (ChanceryStoreSync  *sync,
                           const char         *machine,
                           gint64              now_us,
                           ChancerySyncReport *report)
{
  ChancerySyncSettler *self = g_new0 (ChancerySyncSettler, 1);

  self->sync = sync;
  self->machine = g_strdup (machine);
  self->now_us = now_us;
  self->report = report;
  return self;
}

void
chancery_sync_settler_free (ChancerySyncSettler *self)
{
  chancery_sync_settler_forget_present (self);
  g_free (self->machine);
  g_free (self);
}

/**
 * chancery_sync_settler_begin:
 * @self: a settler
 *
 * To be called when a transaction has begun: before, others may have changed the library.
 */
void
chancery_sync_settler_begin (ChancerySyncSettler *self)
{
  chancery_sync_settler_forget_present (self);
}

/**
 * chancery_sync_settler_get_machine:
 * @self: a settler
 *
 * Returns: (transfer none): the name of this machine, which is another than before if somebody else has used it: then
 *   the library is a copy, or was brought back from one
 */
const char *
chancery_sync_settler_get_machine (ChancerySyncSettler *self)
{
  return self->machine;
}

/**
 * chancery_sync_make_machine:
 *
 * Returns: (transfer full): a name that no machine has
 */
char *
chancery_sync_make_machine (void)
{
  return g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());
}

void
chancery_sync_work_clear (ChancerySyncWork *work)
{
  g_clear_pointer (&work->row, chancery_sync_row_free);
  g_clear_pointer (&work->record, chancery_sync_record_free);
  g_clear_pointer (&work->shadow, g_hash_table_unref);
}

/* Reads what is known of a note or article, which may be nothing. */
gboolean
chancery_sync_settler_open (ChancerySyncSettler  *self,
                            ChancerySyncKind      kind,
                            const char           *uid,
                            ChancerySyncWork     *work,
                            GError              **error)
{
  if (!chancery_store_sync_load (self->sync, kind, uid, &work->row, error))
    return FALSE;
  if (work->row == NULL)
    {
      work->row = chancery_sync_row_new (kind, uid);
      work->record = chancery_sync_record_new (kind, uid);
      return TRUE;
    }

  work->record = chancery_sync_record_parse (work->row->state, strlen (work->row->state), error);
  if (work->record == NULL)
    return FALSE;
  if (work->row->shadow != NULL)
    work->shadow = chancery_sync_facts_from_text (work->row->shadow);
  return TRUE;
}

/* Writes it back, if there is anything to write. */
gboolean
chancery_sync_settler_save (ChancerySyncSettler  *self,
                            ChancerySyncWork     *work,
                            GError              **error)
{
  g_free (work->row->state);
  work->row->state = chancery_sync_record_to_text (work->record);
  work->row->digest = chancery_sync_digest (work->row->state, strlen (work->row->state));
  return chancery_store_sync_save (self->sync, work->row, error);
}

/* Takes another name if somebody else has written under ours; to be called before anything is written. */
void
chancery_sync_settler_check_machine (ChancerySyncSettler      *self,
                                     ChancerySyncWork         *work,
                                     const ChancerySyncRecord *incoming)
{
  if (incoming != NULL &&
      chancery_sync_record_known (incoming, self->machine) > chancery_sync_record_known (work->record, self->machine))
    {
      g_free (self->machine);
      self->machine = chancery_sync_make_machine ();
    }
}

/* Joins what came. If it is something of which the file has gone because it was removed long ago, somebody doesn't know
 * of that yet: it is told once more. */
void
chancery_sync_settler_join (ChancerySyncSettler      *self,
                            ChancerySyncWork         *work,
                            const ChancerySyncRecord *incoming)
{
  chancery_sync_record_join (work->record, incoming);
  if (work->row->expires_us == 0)
    {
      g_autofree char *mine = chancery_sync_record_to_text (work->record);
      g_autofree char *theirs = chancery_sync_record_to_text (incoming);

      if (strcmp (mine, theirs) != 0)
        work->row->expires_us = self->now_us + CHANCERY_SYNC_KEEP_REMOVED_US;
    }
}

/* Writes what the library says other than the last time. */
void
chancery_sync_settler_write (ChancerySyncSettler   *self,
                             ChancerySyncWork      *work,
                             GHashTable            *facts,
                             ChancerySyncWriteFunc  write,
                             ChancerySyncClearFunc  clear)
{
  const guint64 number = chancery_sync_record_next (work->record);
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, facts);
  while (g_hash_table_iter_next (&iter, &name, &value))
    write (self, work, facts, number, name, value);
  if (work->shadow != NULL)
    {
      g_hash_table_iter_init (&iter, work->shadow);
      while (g_hash_table_iter_next (&iter, &name, NULL))
        if (!g_hash_table_contains (facts, name))
          clear (self, work, number, name);
    }
  chancery_sync_record_put (work->record, number, self->machine, CHANCERY_SYNC_LIFE, CHANCERY_SYNC_HERE);
}

/* What the library has now; %NULL if it isn't there. */
void
chancery_sync_settler_set_shadow (ChancerySyncWork *work,
                                  GHashTable       *facts)
{
  g_free (work->row->shadow);
  work->row->shadow = facts != NULL ? chancery_sync_facts_to_text (facts) : NULL;
  g_clear_pointer (&work->shadow, g_hash_table_unref);
  if (facts != NULL)
    work->shadow = g_hash_table_ref (facts);
}

/* A #ChancerySyncAliasFunc. What can't be read is no alias; the next read will say why. */
char *
chancery_sync_settler_dup_alias (const char *uid,
                                 gpointer    user_data)
{
  ChancerySyncSettler *self = user_data;
  char *found = g_strdup (uid);

  for (guint i = 0; i < CHANCERY_SYNC_MAX_ALIASES; i++)
    {
      char *alias;

      if (!chancery_store_sync_get_alias (self->sync, found, &alias, NULL) || alias == NULL)
        break;
      g_free (found);
      found = alias;
    }
  return found;
}

void
chancery_sync_settler_forget_present (ChancerySyncSettler *self)
{
  g_clear_pointer (&self->article_uid, g_free);
  g_clear_pointer (&self->article, chancery_sync_article_free);
  g_clear_pointer (&self->text, chancery_anchor_text_unref);
}

/* Reads an article into @self->article, which is %NULL if the library doesn't have it. */
gboolean
chancery_sync_settler_load_present (ChancerySyncSettler  *self,
                                    const char           *uid,
                                    GError              **error)
{
  if (g_strcmp0 (self->article_uid, uid) == 0)
    return TRUE;

  chancery_sync_settler_forget_present (self);
  if (!chancery_store_sync_load_article (self->sync, uid, &self->article, error))
    return FALSE;
  self->article_uid = g_strdup (uid);
  return TRUE;
}

/**
 * chancery_sync_settler_settle:
 * @self: a settler
 * @kind: notes or articles
 * @uid: which one
 * @incoming: (nullable): what came from elsewhere
 * @error: return location
 *
 * Brings the library and a record together.
 *
 * Returns: whether it worked
 */
gboolean
chancery_sync_settler_settle (ChancerySyncSettler       *self,
                              ChancerySyncKind           kind,
                              const char                *uid,
                              const ChancerySyncRecord  *incoming,
                              GError                   **error)
{
  return kind == CHANCERY_SYNC_NOTE ? chancery_sync_settle_note (self, uid, incoming, error)
                                    : chancery_sync_settle_article (self, uid, incoming, error);
}

/**
 * chancery_sync_settler_expire:
 * @self: a settler
 * @kind: notes or articles
 * @uid: which one
 * @error: return location
 *
 * Forgets all of something that was removed long ago, but that it was.
 *
 * Returns: whether it worked
 */
gboolean
chancery_sync_settler_expire (ChancerySyncSettler  *self,
                              ChancerySyncKind      kind,
                              const char           *uid,
                              GError              **error)
{
  g_auto (ChancerySyncWork) work = { NULL };

  if (!chancery_sync_settler_open (self, kind, uid, &work, error))
    return FALSE;
  work.row->expires_us = 0;
  if (work.row->alias == NULL)
    chancery_sync_record_strip (work.record);
  return chancery_sync_settler_save (self, &work, error);
}
