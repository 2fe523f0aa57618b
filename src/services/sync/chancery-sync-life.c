/* chancery-sync-life.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-sync-life.h"

#include <string.h>

#include "exchange/chancery-json-tape.h"

/* A value's object. Values are ours, and have been checked. */
static void
get_members (const char          *value,
             ChanceryJsonMembers *members)
{
  ChanceryJsonPart part = { value, value + strlen (value) };

  chancery_json_members_init (members, &part);
}

static gboolean
is_here (const ChancerySyncEntry *entry)
{
  return strcmp (entry->value, CHANCERY_SYNC_HERE) == 0;
}

/**
 * chancery_sync_life_is_alive:
 * @record: a record
 *
 * Returns: whether somebody wrote it who knew of no removal
 */
gboolean
chancery_sync_life_is_alive (const ChancerySyncRecord *record)
{
  GPtrArray *entries = chancery_sync_record_get (record, CHANCERY_SYNC_LIFE);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (is_here (g_ptr_array_index (entries, i)))
      return TRUE;
  return FALSE;
}

/* Whether a clock, as JSON, knows every writing that says that a note is there. */
static gboolean
knows_all (const char               *clock,
           const ChancerySyncRecord *note)
{
  GPtrArray *entries = chancery_sync_record_get (note, CHANCERY_SYNC_LIFE);
  g_auto (ChanceryJsonMembers) members = { NULL };

  get_members (clock, &members);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const ChancerySyncEntry *entry = g_ptr_array_index (entries, i);
      ChanceryJsonPart part;

      if (is_here (entry) &&
          (!chancery_json_members_get (&members, entry->by, &part) ||
           g_ascii_strtoull (part.start, NULL, 10) < entry->number))
        return FALSE;
    }
  return TRUE;
}

/**
 * chancery_sync_life_list_covered:
 * @article: the record of a removed article
 *
 * Returns: (transfer full) (element-type GHashTable): for each removal, the notes that went with the article, by uid,
 *   and the clocks that were known of them
 */
GPtrArray *
chancery_sync_life_list_covered (const ChancerySyncRecord *article)
{
  GPtrArray *entries = chancery_sync_record_get (article, CHANCERY_SYNC_LIFE);
  GPtrArray *covered = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const ChancerySyncEntry *entry = g_ptr_array_index (entries, i);
      GHashTable *notes;
      g_auto (ChanceryJsonMembers) members = { NULL };
      ChanceryJsonPart part, key, clock;
      ChanceryJsonWalk walk;

      if (is_here (entry))
        continue;
      get_members (entry->value, &members);
      if (!chancery_json_members_get (&members, "notes", &part) || !chancery_json_walk_init (&walk, &part) || !walk.object)
        continue;
      notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      while (chancery_json_walk_next (&walk, &key, &clock))
        g_hash_table_replace (notes, chancery_json_part_dup_string (&key),
                              g_strndup (clock.start, (gsize) (clock.end - clock.start)));
      g_ptr_array_add (covered, notes);
    }
  return covered;
}

/**
 * chancery_sync_life_is_covered:
 * @covered: what chancery_sync_life_list_covered() says
 * @note: the record of a note on the article
 *
 * Returns: whether who removed the article knew all of the note, and so removed it, too
 */
gboolean
chancery_sync_life_is_covered (GPtrArray                *covered,
                               const ChancerySyncRecord *note)
{
  for (guint i = 0; i < covered->len; i++)
    {
      const char *clock = g_hash_table_lookup (g_ptr_array_index (covered, i), note->uid);

      if (clock != NULL && knows_all (clock, note))
        return TRUE;
    }
  return FALSE;
}

/**
 * chancery_sync_life_dup_joined:
 * @article: the record of an article
 *
 * Returns: (transfer full) (nullable): the article that it was joined to, which has a lesser uid, so that there can be
 *   no circle
 */
char *
chancery_sync_life_dup_joined (const ChancerySyncRecord *article)
{
  GPtrArray *entries = chancery_sync_record_get (article, CHANCERY_SYNC_LIFE);
  char *least = NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const ChancerySyncEntry *entry = g_ptr_array_index (entries, i);
      g_auto (ChanceryJsonMembers) members = { NULL };
      ChanceryJsonPart part;

      get_members (entry->value, &members);
      if (chancery_json_members_get (&members, "joined", &part) && *part.start == '"')
        {
          g_autofree char *uid = chancery_json_part_dup_string (&part);

          if (strcmp (uid, article->uid) < 0 && (least == NULL || strcmp (uid, least) < 0))
            {
              g_free (least);
              least = g_steal_pointer (&uid);
            }
        }
    }
  return least;
}

char *
chancery_sync_life_make_joined (const char *uid)
{
  GString *json = g_string_new ("{");

  chancery_json_append_member (json, "joined");
  chancery_json_append_string (json, uid);
  g_string_append_c (json, '}');
  return g_string_free_and_steal (json);
}

/**
 * chancery_sync_life_make_removed:
 * @now_us: the time, which is for people
 * @notes: (nullable) (element-type ChancerySyncRecord): the notes that went with it
 *
 * Returns: (transfer full): what says that something was removed
 */
char *
chancery_sync_life_make_removed (gint64     now_us,
                                 GPtrArray *notes)
{
  GString *json = g_string_new ("{");

  chancery_json_append_member (json, "removed");
  g_string_append_printf (json, "%" G_GINT64_FORMAT, now_us);
  if (notes != NULL && notes->len > 0)
    {
      chancery_json_append_member (json, "notes");
      g_string_append_c (json, '{');
      for (guint i = 0; i < notes->len; i++)
        {
          const ChancerySyncRecord *note = g_ptr_array_index (notes, i);
          GHashTableIter iter;
          gpointer by, number;

          chancery_json_append_member (json, note->uid);
          g_string_append_c (json, '{');
          g_hash_table_iter_init (&iter, note->clock);
          while (g_hash_table_iter_next (&iter, &by, &number))
            {
              chancery_json_append_member (json, by);
              g_string_append_printf (json, "%" G_GUINT64_FORMAT, *(guint64 *) number);
            }
          g_string_append_c (json, '}');
        }
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, '}');
  return g_string_free_and_steal (json);
}
