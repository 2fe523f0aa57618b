/* chancery-known-articles.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ChanceryKnownArticle:
 * @uid: (owned): its uid in the library
 * @title: (owned) (nullable): its headline or, if it has none, its address
 * @has_text: whether it has a text, or is only known by its address and title
 * @is_new: whether it came with the import
 */
typedef struct
{
  char *uid;
  char *title;
  gboolean has_text;
  gboolean is_new;
} ChanceryKnownArticle;

/**
 * ChanceryKnownArticles:
 *
 * The articles that notes can go to: those in the library, and those that an import brings. Each is found by its uid in
 * the library, by the one that it has in the file, and by its address.
 */
typedef struct
{
  GHashTable *by_uid;
  GHashTable *by_key;
} ChanceryKnownArticles;

void                  chancery_known_articles_init   (ChanceryKnownArticles *self);
void                  chancery_known_articles_clear  (ChanceryKnownArticles *self);
void                  chancery_known_articles_add    (ChanceryKnownArticles *self,
                                                      const char            *uid,
                                                      const char            *title,
                                                      const char            *address,
                                                      gboolean               has_text,
                                                      gboolean               is_new);
void                  chancery_known_articles_rename (ChanceryKnownArticles *self,
                                                      const char            *uid,
                                                      const char            *uid_here);
void                  chancery_known_articles_add_name (ChanceryKnownArticles      *self,
                                                      const char                 *uid,
                                                      const ChanceryKnownArticle *known);
gboolean              chancery_known_articles_have   (ChanceryKnownArticles *self,
                                                      const char            *uid);
ChanceryKnownArticle *chancery_known_articles_find   (ChanceryKnownArticles *self,
                                                      const char            *uid,
                                                      const char            *address);

G_END_DECLS
