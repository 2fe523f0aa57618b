/* chancery-sync-record.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-sync-record.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-sync-life.h"
#include "exchange/chancery-json-tape.h"

/* No machine writes so often; what has more is no work of ours. */
#define MAX_NUMBER ((guint64) 1 << 52)
#define MAX_UID_BYTES 1024

G_DEFINE_QUARK (chancery-sync-error-quark, chancery_sync_error)

static void
entry_free (gpointer data)
{
  ChancerySyncEntry *entry = data;

  g_free (entry->by);
  g_free (entry->value);
  g_free (entry);
}

static ChancerySyncEntry *
entry_new (guint64     number,
           const char *by,
           const char *value)
{
  ChancerySyncEntry *entry = g_new (ChancerySyncEntry, 1);

  entry->number = number;
  entry->by = g_strdup (by);
  entry->value = g_strdup (value);
  return entry;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const ChancerySyncEntry *one = *(ChancerySyncEntry * const *) a, *other = *(ChancerySyncEntry * const *) b;
  int difference;

  if (one->number != other->number)
    return one->number < other->number ? -1 : 1;
  difference = strcmp (one->by, other->by);
  return difference != 0 ? difference : strcmp (one->value, other->value);
}

static GPtrArray *
entries_new (void)
{
  return g_ptr_array_new_with_free_func (entry_free);
}

/**
 * chancery_sync_record_new:
 * @kind: what it is of
 * @uid: which note or article
 *
 * Returns: (transfer full): a record of which nothing is known
 */
ChancerySyncRecord *
chancery_sync_record_new (ChancerySyncKind  kind,
                          const char       *uid)
{
  ChancerySyncRecord *self = g_new0 (ChancerySyncRecord, 1);

  self->kind = kind;
  self->uid = g_strdup (uid);
  self->clock = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
chancery_sync_record_free (ChancerySyncRecord *self)
{
  g_free (self->uid);
  g_hash_table_unref (self->clock);
  g_hash_table_unref (self->members);
  g_free (self);
}

/**
 * chancery_sync_digest:
 * @data: bytes
 * @length_bytes: how many
 *
 * Returns: the first eight bytes of their SHA-256
 */
gint64
chancery_sync_digest (const char *data,
                      gsize       length_bytes)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;
  guint64 number = 0;

  g_checksum_update (checksum, (const guchar *) data, (gssize) length_bytes);
  g_checksum_get_digest (checksum, digest, &size);
  for (gsize i = 0; i < 8; i++)
    number = number << 8 | digest[i];
  return (gint64) number;
}

/* Reading */

static gboolean
fail (GError            **error,
      ChancerySyncError   code,
      const char         *message)
{
  g_set_error_literal (error, CHANCERY_SYNC_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
fail_damaged (GError **error)
{
  return fail (error, CHANCERY_SYNC_ERROR_UNREADABLE,
               _("The file is incomplete or damaged. It is left alone; if it stays so, delete it, and it will be written anew."));
}

/* Appends a value as it would be written here; strings can be written in many ways. */
static void
append_plain (GString                *json,
              const ChanceryJsonPart *part)
{
  ChanceryJsonPart key, value;
  ChanceryJsonWalk walk;

  if (*part->start == '"')
    {
      g_autofree char *string = chancery_json_part_dup_string (part);

      chancery_json_append_string (json, string);
    }
  else if (chancery_json_walk_init (&walk, part))
    {
      gboolean first = TRUE;

      g_string_append_c (json, *part->start);
      while (chancery_json_walk_next (&walk, &key, &value))
        {
          if (!first)
            g_string_append_c (json, ',');
          first = FALSE;
          if (walk.object)
            {
              append_plain (json, &key);
              g_string_append_c (json, ':');
            }
          append_plain (json, &value);
        }
      g_string_append_c (json, *part->start == '{' ? '}' : ']');
    }
  else
    g_string_append_len (json, part->start, part->end - part->start);
}

static gboolean
read_number (const ChanceryJsonPart *part,
             guint64                *number)
{
  g_autofree char *text = NULL;

  if (part->end - part->start > 16)
    return FALSE;
  text = g_strndup (part->start, (gsize) (part->end - part->start));
  return g_ascii_string_to_unsigned (text, 10, 1, MAX_NUMBER, number, NULL);
}

static char *
read_string (const ChanceryJsonMembers *members,
             const char                *key)
{
  ChanceryJsonPart part;

  return chancery_json_members_get (members, key, &part) && *part.start == '"' ? chancery_json_part_dup_string (&part) : NULL;
}

static gboolean
is_machine (const char *by)
{
  gsize length = strspn (by, "abcdefghijklmnopqrstuvwxyz0123456789");

  return length > 0 && length <= 64 && by[length] == '\0';
}

static gboolean
read_clock (ChancerySyncRecord     *self,
            const ChanceryJsonPart *part)
{
  ChanceryJsonPart key, value;
  ChanceryJsonWalk walk;
  guint64 number;

  if (!chancery_json_walk_init (&walk, part) || !walk.object)
    return FALSE;
  while (chancery_json_walk_next (&walk, &key, &value))
    {
      g_autofree char *by = chancery_json_part_dup_string (&key);

      if (!is_machine (by) || !read_number (&value, &number))
        return FALSE;
      g_hash_table_replace (self->clock, g_steal_pointer (&by), g_memdup2 (&number, sizeof number));
    }
  return TRUE;
}

/* [number, "machine", value], of which the clock knows. */
static ChancerySyncEntry *
read_entry (ChancerySyncRecord     *self,
            const ChanceryJsonPart *part)
{
  ChanceryJsonPart pieces[3], rest;
  ChanceryJsonWalk walk;
  g_autofree char *by = NULL;
  GString *value;
  ChancerySyncEntry *entry;
  guint64 number;

  if (!chancery_json_walk_init (&walk, part) || walk.object)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (!chancery_json_walk_next (&walk, NULL, &pieces[i]))
      return NULL;
  if (chancery_json_walk_next (&walk, NULL, &rest) || !read_number (&pieces[0], &number) || *pieces[1].start != '"')
    return NULL;
  by = chancery_json_part_dup_string (&pieces[1]);
  if (number > chancery_sync_record_known (self, by))
    return NULL;

  value = g_string_new (NULL);
  append_plain (value, &pieces[2]);
  entry = entry_new (number, by, NULL);
  entry->value = g_string_free_and_steal (value);
  return entry;
}

static gboolean
read_members (ChancerySyncRecord     *self,
              const ChanceryJsonPart *part)
{
  ChanceryJsonPart key, value, element;
  ChanceryJsonWalk walk, list;

  if (!chancery_json_walk_init (&walk, part) || !walk.object)
    return FALSE;
  while (chancery_json_walk_next (&walk, &key, &value))
    {
      g_autoptr (GPtrArray) entries = entries_new ();

      if (!chancery_json_walk_init (&list, &value) || list.object)
        return FALSE;
      while (chancery_json_walk_next (&list, NULL, &element))
        {
          ChancerySyncEntry *entry = read_entry (self, &element);

          if (entry == NULL)
            return FALSE;
          g_ptr_array_add (entries, entry);
        }
      if (entries->len == 0)
        return FALSE;
      g_ptr_array_sort (entries, compare_entries);
      g_hash_table_replace (self->members, chancery_json_part_dup_string (&key), g_steal_pointer (&entries));
    }
  return TRUE;
}

/**
 * chancery_sync_record_parse:
 * @text: what is in a file; it needn't end in NUL
 * @length_bytes: how much that is
 * @error: return location
 *
 * Reads a record. What comes from a folder is anybody's.
 *
 * Returns: (transfer full): the record, or %NULL with @error in %CHANCERY_SYNC_ERROR
 */
ChancerySyncRecord *
chancery_sync_record_parse (const char  *text,
                            gsize        length_bytes,
                            GError     **error)
{
  g_auto (ChanceryJsonMembers) members = { NULL };
  g_autoptr (ChancerySyncRecord) self = NULL;
  g_autofree char *format = NULL, *uid = NULL;
  ChanceryJsonPart root, part;
  ChancerySyncKind kind;
  guint64 version;

  if (!g_utf8_validate_len (text, length_bytes, NULL) || !chancery_json_check (text, length_bytes, &root, NULL))
    {
      fail_damaged (error);
      return NULL;
    }
  chancery_json_members_init (&members, &root);
  format = read_string (&members, "format");
  if (g_strcmp0 (format, "chancery-note") == 0)
    kind = CHANCERY_SYNC_NOTE;
  else if (g_strcmp0 (format, "chancery-article") == 0)
    kind = CHANCERY_SYNC_ARTICLE;
  else
    {
      fail (error, CHANCERY_SYNC_ERROR_FOREIGN, _("The file is not one of Chancery’s. It is left alone."));
      return NULL;
    }
  if (!chancery_json_members_get (&members, "version", &part) || !read_number (&part, &version))
    {
      fail_damaged (error);
      return NULL;
    }
  if (version > CHANCERY_SYNC_VERSION)
    {
      fail (error, CHANCERY_SYNC_ERROR_NEWER,
            _("A newer version of Chancery wrote the file. It is left alone; install that version here, too."));
      return NULL;
    }

  uid = read_string (&members, "uid");
  if (uid == NULL || *uid == '\0' || strlen (uid) > MAX_UID_BYTES)
    {
      fail_damaged (error);
      return NULL;
    }
  self = chancery_sync_record_new (kind, uid);
  if (!chancery_json_members_get (&members, "clock", &part) || !read_clock (self, &part) ||
      !chancery_json_members_get (&members, "members", &part) || !read_members (self, &part) ||
      chancery_sync_record_get (self, CHANCERY_SYNC_LIFE) == NULL)
    {
      fail_damaged (error);
      return NULL;
    }
  self->stripped = chancery_json_members_get (&members, "stripped", &part) && *part.start == 't';
  if (self->stripped && (chancery_sync_life_is_alive (self) || g_hash_table_size (self->members) > 1))
    {
      fail_damaged (error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* Writing */

static void
append_entries (GString   *json,
                GPtrArray *entries)
{
  g_string_append_c (json, '[');
  for (guint i = 0; i < entries->len; i++)
    {
      const ChancerySyncEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (json, "%s[%" G_GUINT64_FORMAT ",\"%s\",", i > 0 ? "," : "", entry->number, entry->by);
      g_string_append (json, entry->value);
      g_string_append_c (json, ']');
    }
  g_string_append_c (json, ']');
}

static GPtrArray *
get_sorted_keys (GHashTable *table)
{
  GPtrArray *keys = g_hash_table_get_keys_as_ptr_array (table);

  g_ptr_array_sort_values (keys, (GCompareFunc) strcmp);
  return keys;
}

/**
 * chancery_sync_record_to_text:
 * @self: a record
 *
 * Returns: (transfer full): the record as it is in its file; equal records make equal texts
 */
char *
chancery_sync_record_to_text (const ChancerySyncRecord *self)
{
  g_autoptr (GPtrArray) machines = get_sorted_keys (self->clock), names = get_sorted_keys (self->members);
  GString *json = g_string_new ("{\n");

  g_string_append_printf (json, "\"format\":\"%s\",\n\"version\":%d,\n\"uid\":",
                          self->kind == CHANCERY_SYNC_NOTE ? "chancery-note" : "chancery-article", CHANCERY_SYNC_VERSION);
  chancery_json_append_string (json, self->uid);
  g_string_append (json, ",\n\"clock\":{");
  for (guint i = 0; i < machines->len; i++)
    g_string_append_printf (json, "%s\"%s\":%" G_GUINT64_FORMAT, i > 0 ? "," : "", (char *) machines->pdata[i],
                            chancery_sync_record_known (self, machines->pdata[i]));
  g_string_append (json, "},\n");
  if (self->stripped)
    g_string_append (json, "\"stripped\":true,\n");
  g_string_append (json, "\"members\":{\n");
  for (guint i = 0; i < names->len; i++)
    {
      chancery_json_append_string (json, names->pdata[i]);
      g_string_append_c (json, ':');
      append_entries (json, g_hash_table_lookup (self->members, names->pdata[i]));
      g_string_append (json, i + 1 < names->len ? ",\n" : "\n");
    }
  g_string_append (json, "}\n}\n");

  return g_string_free_and_steal (json);
}

/* Joining */

/**
 * chancery_sync_record_known:
 * @self: a record
 * @by: a machine
 *
 * Returns: the highest number that is known of the machine; 0 for none
 */
guint64
chancery_sync_record_known (const ChancerySyncRecord *self,
                            const char               *by)
{
  const guint64 *number = g_hash_table_lookup (self->clock, by);

  return number != NULL ? *number : 0;
}

static gboolean
has_dot (GPtrArray               *entries,
         const ChancerySyncEntry *entry)
{
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const ChancerySyncEntry *other = g_ptr_array_index (entries, i);

      if (other->number == entry->number && strcmp (other->by, entry->by) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Adds those entries that the other record has, too, or hasn't heard of. Where one machine's name was used twice, as
 * after a library was copied, two values may have one dot; both stay. */
static void
add_survivors (GPtrArray                *result,
               GPtrArray                *entries,
               GPtrArray                *others,
               const ChancerySyncRecord *other)
{
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const ChancerySyncEntry *entry = g_ptr_array_index (entries, i);
      gboolean there = FALSE;

      if (!has_dot (others, entry) && chancery_sync_record_known (other, entry->by) >= entry->number)
        continue;
      for (guint j = 0; j < result->len && !there; j++)
        there = compare_entries (&entry, &result->pdata[j]) == 0;
      if (!there)
        g_ptr_array_add (result, entry_new (entry->number, entry->by, entry->value));
    }
}

static gboolean
equal_entries (GPtrArray *a,
               GPtrArray *b)
{
  if ((a != NULL ? a->len : 0) != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; a != NULL && i < a->len; i++)
    if (compare_entries (&a->pdata[i], &b->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
join_member (ChancerySyncRecord       *self,
             const ChancerySyncRecord *other,
             const char               *name)
{
  GPtrArray *mine = g_hash_table_lookup (self->members, name), *theirs = g_hash_table_lookup (other->members, name);
  g_autoptr (GPtrArray) result = entries_new ();

  add_survivors (result, mine, theirs, other);
  add_survivors (result, theirs, mine, self);
  g_ptr_array_sort (result, compare_entries);
  if (equal_entries (result, mine))
    return FALSE;

  if (result->len > 0)
    g_hash_table_replace (self->members, g_strdup (name), g_steal_pointer (&result));
  else
    g_hash_table_remove (self->members, name);
  return TRUE;
}

static gboolean
join_clock (ChancerySyncRecord       *self,
            const ChancerySyncRecord *other)
{
  GHashTableIter iter;
  gpointer by, number;
  gboolean changed = FALSE;

  g_hash_table_iter_init (&iter, other->clock);
  while (g_hash_table_iter_next (&iter, &by, &number))
    if (*(guint64 *) number > chancery_sync_record_known (self, by))
      {
        g_hash_table_replace (self->clock, g_strdup (by), g_memdup2 (number, sizeof (guint64)));
        changed = TRUE;
      }
  return changed;
}

static void
copy_members (ChancerySyncRecord       *self,
              const ChancerySyncRecord *other)
{
  GHashTableIter iter;
  gpointer name, entries;

  g_hash_table_iter_init (&iter, other->members);
  while (g_hash_table_iter_next (&iter, &name, &entries))
    {
      GPtrArray *copy = entries_new ();

      if (strcmp (name, CHANCERY_SYNC_LIFE) == 0)
        continue;
      for (guint i = 0; i < ((GPtrArray *) entries)->len; i++)
        {
          const ChancerySyncEntry *entry = g_ptr_array_index ((GPtrArray *) entries, i);

          g_ptr_array_add (copy, entry_new (entry->number, entry->by, entry->value));
        }
      g_hash_table_replace (self->members, g_strdup (name), copy);
    }
}

/* What was stripped has nothing to say about values but that they were removed. */
static gboolean
join_stripped (ChancerySyncRecord       *self,
               const ChancerySyncRecord *other)
{
  const gboolean was_stripped = self->stripped;
  gboolean changed = join_member (self, other, CHANCERY_SYNC_LIFE);

  changed |= join_clock (self, other);
  if (!chancery_sync_life_is_alive (self))
    {
      if (!was_stripped)
        chancery_sync_record_strip (self);
      return changed || !was_stripped;
    }
  if (was_stripped)
    copy_members (self, other);
  self->stripped = FALSE;
  return TRUE;
}

/**
 * chancery_sync_record_join:
 * @self: a record
 * @other: another state of the same note or article
 *
 * Adds what @other knows to @self.
 *
 * Returns: whether @self has changed
 */
gboolean
chancery_sync_record_join (ChancerySyncRecord       *self,
                           const ChancerySyncRecord *other)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) mine = g_hash_table_get_keys_as_ptr_array (self->members);
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer name;
  gboolean changed = FALSE;

  g_return_val_if_fail (self->kind == other->kind && strcmp (self->uid, other->uid) == 0, FALSE);

  if (self->stripped != other->stripped && g_hash_table_size (self->members) > 0)
    return join_stripped (self, other);

  /* The names of members may go with them. */
  for (guint i = 0; i < mine->len; i++)
    g_ptr_array_add (owned, g_strdup (mine->pdata[i]));
  for (guint i = 0; i < owned->len; i++)
    g_hash_table_add (names, owned->pdata[i]);
  g_hash_table_iter_init (&iter, other->members);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_add (names, name);

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    changed |= join_member (self, other, name);
  changed |= join_clock (self, other);
  self->stripped = other->stripped;
  return changed;
}

/* Changing */

/**
 * chancery_sync_record_next:
 * @self: a record
 *
 * Returns: the number of the next writing, which is above all that are known
 */
guint64
chancery_sync_record_next (const ChancerySyncRecord *self)
{
  GHashTableIter iter;
  gpointer number;
  guint64 highest = 0;

  g_hash_table_iter_init (&iter, self->clock);
  while (g_hash_table_iter_next (&iter, NULL, &number))
    highest = MAX (highest, *(guint64 *) number);
  return highest + 1;
}

static void
note_writing (ChancerySyncRecord *self,
              guint64             number,
              const char         *by)
{
  g_hash_table_replace (self->clock, g_strdup (by), g_memdup2 (&number, sizeof number));
}

/**
 * chancery_sync_record_put:
 * @self: a record
 * @number: what chancery_sync_record_next() said before the writing began
 * @by: this machine
 * @member: the name of a member
 * @value: JSON without white space
 *
 * Replaces all that is known of a member.
 */
void
chancery_sync_record_put (ChancerySyncRecord *self,
                          guint64             number,
                          const char         *by,
                          const char         *member,
                          const char         *value)
{
  GPtrArray *entries = entries_new ();

  g_ptr_array_add (entries, entry_new (number, by, value));
  g_hash_table_replace (self->members, g_strdup (member), entries);
  note_writing (self, number, by);
}

/**
 * chancery_sync_record_add:
 * @self: a record
 * @number: what chancery_sync_record_next() said before the writing began
 * @by: this machine
 * @member: the name of a member
 * @value: JSON without white space
 *
 * Adds a value beside those that are known of a member, which whoever wrote it may not have seen.
 */
void
chancery_sync_record_add (ChancerySyncRecord *self,
                          guint64             number,
                          const char         *by,
                          const char         *member,
                          const char         *value)
{
  GPtrArray *entries = g_hash_table_lookup (self->members, member);

  if (entries == NULL)
    {
      chancery_sync_record_put (self, number, by, member, value);
      return;
    }
  g_ptr_array_add (entries, entry_new (number, by, value));
  g_ptr_array_sort (entries, compare_entries);
  note_writing (self, number, by);
}

/**
 * chancery_sync_record_clear:
 * @self: a record
 * @number: what chancery_sync_record_next() said before the writing began
 * @by: this machine
 * @member: the name of a member
 *
 * Removes all that is known of a member.
 */
void
chancery_sync_record_clear (ChancerySyncRecord *self,
                            guint64             number,
                            const char         *by,
                            const char         *member)
{
  g_hash_table_remove (self->members, member);
  note_writing (self, number, by);
}

static gboolean
is_not_life (gpointer name,
             gpointer entries,
             gpointer user_data)
{
  return strcmp (name, CHANCERY_SYNC_LIFE) != 0;
}

/**
 * chancery_sync_record_strip:
 * @self: the record of something that was removed
 *
 * Forgets everything but that it was removed.
 */
void
chancery_sync_record_strip (ChancerySyncRecord *self)
{
  g_hash_table_foreach_remove (self->members, is_not_life, NULL);
  self->stripped = TRUE;
}

/* Asking */

/**
 * chancery_sync_record_get:
 * @self: a record
 * @member: the name of a member
 *
 * Returns: (transfer none) (nullable) (element-type ChancerySyncEntry): its entries
 */
GPtrArray *
chancery_sync_record_get (const ChancerySyncRecord *self,
                          const char               *member)
{
  return g_hash_table_lookup (self->members, member);
}

/**
 * chancery_sync_record_get_value:
 * @self: a record
 * @member: the name of a member
 *
 * Returns: (transfer none) (nullable): the value with the highest number
 */
const char *
chancery_sync_record_get_value (const ChancerySyncRecord *self,
                                const char               *member)
{
  GPtrArray *entries = chancery_sync_record_get (self, member);

  return entries != NULL ? ((ChancerySyncEntry *) g_ptr_array_index (entries, entries->len - 1))->value : NULL;
}
