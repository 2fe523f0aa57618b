/* chancery-known-articles.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-known-articles.h"

#include "chancery-address.h"

static void
known_free (gpointer data)
{
  ChanceryKnownArticle *known = data;

  g_free (known->uid);
  g_free (known->title);
  g_free (known);
}

static ChanceryKnownArticle *
known_new (const char *uid,
           const char *title,
           gboolean    has_text,
           gboolean    is_new)
{
  ChanceryKnownArticle *known = g_new (ChanceryKnownArticle, 1);

  *known = (ChanceryKnownArticle) { g_strdup (uid), g_strdup (title), has_text, is_new };
  return known;
}

void
chancery_known_articles_init (ChanceryKnownArticles *self)
{
  self->by_uid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
chancery_known_articles_clear (ChanceryKnownArticles *self)
{
  g_clear_pointer (&self->by_uid, g_hash_table_unref);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
}

/**
 * chancery_known_articles_add:
 * @uid: its uid
 * @title: (nullable): its headline
 * @address: (nullable): its address, under which one that is there already stays
 * @has_text: whether it has a text
 * @is_new: whether it comes with the import
 *
 * Adds an article.
 */
void
chancery_known_articles_add (ChanceryKnownArticles *self,
                             const char            *uid,
                             const char            *title,
                             const char            *address,
                             gboolean               has_text,
                             gboolean               is_new)
{
  g_hash_table_replace (self->by_uid, g_strdup (uid), known_new (uid, title != NULL ? title : address, has_text, is_new));
  if (address != NULL)
    {
      g_autofree char *key = chancery_address_make_key (address);

      if (!is_new || !g_hash_table_contains (self->by_key, key))
        g_hash_table_replace (self->by_key, g_steal_pointer (&key), g_strdup (uid));
    }
}

/**
 * chancery_known_articles_rename:
 * @uid: an article that was added
 * @uid_here: the uid that the library has the same article under
 *
 * Says what an article is called in the library.
 */
void
chancery_known_articles_rename (ChanceryKnownArticles *self,
                                const char            *uid,
                                const char            *uid_here)
{
  ChanceryKnownArticle *known = g_hash_table_lookup (self->by_uid, uid);

  g_set_str (&known->uid, uid_here);
  if (!g_hash_table_contains (self->by_uid, uid_here))
    g_hash_table_insert (self->by_uid, g_strdup (uid_here), known_new (uid_here, known->title, known->has_text, known->is_new));
}

/**
 * chancery_known_articles_add_name:
 * @uid: another uid
 * @known: an article that was added
 *
 * Says what an article is called in the file, if nothing else is.
 */
void
chancery_known_articles_add_name (ChanceryKnownArticles      *self,
                                  const char                 *uid,
                                  const ChanceryKnownArticle *known)
{
  if (!g_hash_table_contains (self->by_uid, uid))
    g_hash_table_insert (self->by_uid, g_strdup (uid), known_new (known->uid, known->title, known->has_text, known->is_new));
}

gboolean
chancery_known_articles_have (ChanceryKnownArticles *self,
                              const char            *uid)
{
  return g_hash_table_contains (self->by_uid, uid);
}

/**
 * chancery_known_articles_find:
 * @uid: (nullable): what it is called in the library, or in the file
 * @address: (nullable): its address, if it isn't found by @uid
 *
 * Returns: (transfer none) (nullable): the article, as it is in the library
 */
ChanceryKnownArticle *
chancery_known_articles_find (ChanceryKnownArticles *self,
                              const char            *uid,
                              const char            *address)
{
  const ChanceryKnownArticle *known = uid != NULL ? g_hash_table_lookup (self->by_uid, uid) : NULL;

  if (known == NULL && address != NULL)
    {
      g_autofree char *key = chancery_address_make_key (address);
      const char *uid_of_address = g_hash_table_lookup (self->by_key, key);

      known = uid_of_address != NULL ? g_hash_table_lookup (self->by_uid, uid_of_address) : NULL;
    }
  return known != NULL ? g_hash_table_lookup (self->by_uid, known->uid) : NULL;
}
