/* chancery-note-facts.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-index.h"

#include <string.h>

#include "chancery-enum-types.h"

/* What is known of a note in an index, and where it is in the orders. */

/* So many bits of a key are sorted by at a time. */
#define SORT_BITS 11

static guint8
find_nick (const char         *nick,
           const char * const *nicks)
{
  for (guint8 i = 0; nick != NULL && nicks[i] != NULL; i++)
    if (strcmp (nicks[i], nick) == 0)
      return i;

  return 0;
}

static const char * const *
get_nicks (GType type)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (type);
  const GEnumClass *values = G_ENUM_CLASS (class);
  const char **nicks = g_new0 (const char *, values->n_values + 1);

  for (guint i = 0; i < values->n_values; i++)
    nicks[i] = values->values[i].value_nick;

  return nicks;
}

/* A row of CHANCERY_NOTE_FACTS; returns its id. Looking up each word by its type
 * would take as long as all the rest. */
gint64
chancery_note_facts_read (ChancerySqliteStatement *statement,
                          ChanceryNoteFacts       *facts)
{
  static gsize initialised;
  static const char * const *colours, * const *kinds;

  if (g_once_init_enter (&initialised))
    {
      colours = get_nicks (CHANCERY_TYPE_COLOUR);
      kinds = get_nicks (CHANCERY_TYPE_NOTE_KIND);
      g_once_init_leave (&initialised, 1);
    }

  *facts = (ChanceryNoteFacts) {
    .created_us = chancery_sqlite_statement_get_int64 (statement, 1),
    .article = (guint32) chancery_sqlite_statement_get_int64 (statement, 2),
    .start_chars = (guint32) chancery_sqlite_statement_get_int64 (statement, 3),
    .due_day = (guint32) chancery_sqlite_statement_get_int64 (statement, 4),
    .colour = find_nick (chancery_sqlite_statement_get_text (statement, 5), colours),
    .kind = find_nick (chancery_sqlite_statement_get_text (statement, 6), kinds),
    .orphan = chancery_sqlite_statement_get_int64 (statement, 7) != 0,
    .present = TRUE,
  };

  return chancery_sqlite_statement_get_int64 (statement, 0);
}

/* The day, the article and the place in it, packed so that the order of the
 * numbers is that of the places; what doesn't fit shares a place. */
static gint64
make_place (const ChanceryNoteFacts *facts,
            gint64                   article_day)
{
  const gint64 day = article_day / 10000 * 416 + article_day / 100 % 100 * 31 + article_day % 100;

  if (facts->article == 0)
    return -1;

  return CLAMP (day, 0, 0x3fffff) << 41 | (gint64) (facts->article & 0xfffff) << 21 |
         (0x1fffff - (gint64) MIN (facts->start_chars, 0x1fffff));
}

/**
 * chancery_note_facts_get_key:
 * @facts: a note's facts
 * @id: its row
 * @article_day: the day of its article, as yyyymmdd
 * @sort: an order, not the default one
 *
 * Returns: where it is in that order
 */
ChanceryKey
chancery_note_facts_get_key (const ChanceryNoteFacts *facts,
                             gint64                   id,
                             gint64                   article_day,
                             ChanceryNoteSort         sort)
{
  switch (sort)
    {
    case CHANCERY_NOTE_SORT_PLACE:
      return (ChanceryKey) { make_place (facts, article_day), id };
    case CHANCERY_NOTE_SORT_OLDEST:
      return (ChanceryKey) { -facts->created_us, -id };
    case CHANCERY_NOTE_SORT_DUE:
      return (ChanceryKey) { facts->due_day != 0 ? -(gint64) facts->due_day : G_MININT32, id };
    case CHANCERY_NOTE_SORT_DEFAULT:
    case CHANCERY_NOTE_SORT_NEWEST:
    default:
      return (ChanceryKey) { facts->created_us, id };
    }
}

/* The highest key first. */
static guint
get_bucket (ChanceryKey key,
            guint       shift)
{
  const guint64 ascending = (guint64) key.key ^ (guint64) 1 << 63;

  return (guint) (~ascending >> shift) & ((1u << SORT_BITS) - 1);
}

/* A stable sort by some bits at a time, since comparing a million keys with each
 * other takes too long. The keys come from the highest id to the lowest. */
void
chancery_keys_sort (GArray *keys)
{
  const guint n_buckets = 1u << SORT_BITS;
  g_autofree ChanceryKey *other = g_new (ChanceryKey, keys->len + 1);
  g_autofree guint *starts = g_new (guint, n_buckets);
  ChanceryKey *from = (ChanceryKey *) (void *) keys->data, *to = other;

  for (guint shift = 0; shift < 64; shift += SORT_BITS)
    {
      guint start = 0;

      memset (starts, 0, n_buckets * sizeof *starts);
      for (guint i = 0; i < keys->len; i++)
        starts[get_bucket (from[i], shift)]++;
      if (keys->len == 0 || starts[get_bucket (from[0], shift)] == keys->len)
        continue;

      for (guint i = 0; i < n_buckets; i++)
        {
          const guint n = starts[i];

          starts[i] = start;
          start += n;
        }
      for (guint i = 0; i < keys->len; i++)
        to[starts[get_bucket (from[i], shift)]++] = from[i];
      {
        ChanceryKey *swapped = from;

        from = to;
        to = swapped;
      }
    }

  if (from == other)
    memcpy (keys->data, other, keys->len * sizeof *other);
}
