/* chancery-sync-value.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-sync-value.h"

#include <string.h>

#include "chancery-block.h"
#include "exchange/chancery-json-tape.h"

/* An article has no more blocks than this; see CHANCERY_SYNC_MAX_ARTICLE_BYTES. */
#define MAX_BLOCKS 2000000u

static ChanceryJsonPart
get_part (const char *value)
{
  return (ChanceryJsonPart) { value, value + strlen (value) };
}

/**
 * chancery_sync_value_from_string:
 * @string: UTF-8
 *
 * Returns: (transfer full): the value that says it
 */
char *
chancery_sync_value_from_string (const char *string)
{
  GString *json = g_string_new (NULL);

  chancery_json_append_string (json, string);
  return g_string_free_and_steal (json);
}

/**
 * chancery_sync_value_dup_string:
 * @value: (nullable): a value
 *
 * Returns: (transfer full) (nullable): the string that it is
 */
char *
chancery_sync_value_dup_string (const char *value)
{
  ChanceryJsonPart part;

  if (value == NULL || *value != '"')
    return NULL;
  part = get_part (value);
  return chancery_json_part_dup_string (&part);
}

static gboolean
get_part_number (const ChanceryJsonPart *part,
                 gint64                 *number)
{
  g_autofree char *text = NULL;
  gint64 found;

  if (part->end - part->start > 20)
    return FALSE;
  text = g_strndup (part->start, (gsize) (part->end - part->start));
  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &found, NULL))
    return FALSE;
  *number = found;
  return TRUE;
}

gboolean
chancery_sync_value_get_number (const char *value,
                                gint64     *number)
{
  ChanceryJsonPart part;

  if (value == NULL)
    return FALSE;
  part = get_part (value);
  return get_part_number (&part, number);
}

gboolean
chancery_sync_value_get_enum (const char *value,
                              GType       type,
                              int        *number)
{
  g_autofree char *nick = chancery_sync_value_dup_string (value);

  return nick != NULL && chancery_enum_from_nick (type, nick, number);
}

gboolean
chancery_sync_value_is_object (const char *value)
{
  return chancery_json_is_object (value);
}

static gboolean
get_member (const char       *value,
            const char       *member,
            ChanceryJsonPart *part)
{
  g_auto (ChanceryJsonMembers) members = { NULL };
  ChanceryJsonPart whole;

  if (value == NULL || *value != '{')
    return FALSE;
  whole = get_part (value);
  chancery_json_members_init (&members, &whole);
  return chancery_json_members_get (&members, member, part);
}

char *
chancery_sync_value_dup_raw_member (const char *value,
                                    const char *member)
{
  ChanceryJsonPart part;

  return get_member (value, member, &part) ? g_strndup (part.start, (gsize) (part.end - part.start)) : NULL;
}

char *
chancery_sync_value_dup_member (const char *value,
                                const char *member)
{
  ChanceryJsonPart part;

  return get_member (value, member, &part) && *part.start == '"' ? chancery_json_part_dup_string (&part) : NULL;
}

gboolean
chancery_sync_value_get_member_number (const char *value,
                                       const char *member,
                                       gint64     *number)
{
  ChanceryJsonPart part;

  return get_member (value, member, &part) && get_part_number (&part, number);
}

gboolean
chancery_sync_value_has_true_member (const char *value,
                                     const char *member)
{
  ChanceryJsonPart part;

  return get_member (value, member, &part) && *part.start == 't';
}

static ChanceryBlock *
read_block (const ChanceryJsonPart *part)
{
  ChanceryJsonPart pieces[3] = { 0 };
  g_autofree char *nick = NULL, *text = NULL;
  int kind = CHANCERY_BLOCK_KIND_PARAGRAPH;
  ChanceryJsonWalk walk;
  gint64 level = 0;

  if (!chancery_json_walk_init (&walk, part) || walk.object)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (!chancery_json_walk_next (&walk, NULL, &pieces[i]))
      return NULL;
  if (*pieces[0].start != '"' || *pieces[2].start != '"')
    return NULL;

  nick = chancery_json_part_dup_string (&pieces[0]);
  chancery_enum_from_nick (CHANCERY_TYPE_BLOCK_KIND, nick, &kind);
  get_part_number (&pieces[1], &level);
  text = chancery_json_part_dup_string (&pieces[2]);
  return chancery_block_new ((ChanceryBlockKind) kind, (guint) CLAMP (level, 0, G_MAXUINT16), text);
}

/**
 * chancery_sync_value_read_blocks:
 * @value: a text of an article
 *
 * Returns: (transfer full) (element-type ChanceryBlock): its blocks
 */
GPtrArray *
chancery_sync_value_read_blocks (const char *value)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);
  ChanceryJsonPart part, element;
  ChanceryJsonWalk walk;

  if (!get_member (value, "blocks", &part) || !chancery_json_walk_init (&walk, &part) || walk.object)
    return blocks;
  while (blocks->len < MAX_BLOCKS && chancery_json_walk_next (&walk, NULL, &element))
    {
      ChanceryBlock *block = read_block (&element);

      if (block != NULL)
        g_ptr_array_add (blocks, block);
    }
  return blocks;
}

/**
 * chancery_sync_value_read_members:
 * @value: an object
 * @members: (element-type utf8 utf8): where its members go, by name
 */
void
chancery_sync_value_read_members (const char *value,
                                  GHashTable *members)
{
  ChanceryJsonPart part = get_part (value), key, member;
  ChanceryJsonWalk walk;

  if (!chancery_json_walk_init (&walk, &part) || !walk.object)
    return;
  while (chancery_json_walk_next (&walk, &key, &member))
    g_hash_table_replace (members, chancery_json_part_dup_string (&key),
                          g_strndup (member.start, (gsize) (member.end - member.start)));
}

/* Writing the members of an object; a string that is %NULL or empty is left out */

void
chancery_sync_value_append_raw (GString    *json,
                                const char *member,
                                const char *value)
{
  chancery_json_append_member (json, member);
  g_string_append (json, value);
}

void
chancery_sync_value_append_string (GString    *json,
                                   const char *member,
                                   const char *string)
{
  if (string == NULL || *string == '\0')
    return;
  chancery_json_append_member (json, member);
  chancery_json_append_string (json, string);
}

void
chancery_sync_value_append_number (GString    *json,
                                   const char *member,
                                   gint64      number)
{
  chancery_json_append_member (json, member);
  g_string_append_printf (json, "%" G_GINT64_FORMAT, number);
}
