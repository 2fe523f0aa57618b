/* chancery-sync-facts.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-sync-record.h"

G_BEGIN_DECLS

/* What the library says of a note or article, as members of a record: names and values in JSON. Sets have a member
 * for each element: "tags/…", "states/…", "links/…" with `true`, and "texts/DIGEST" with a text that an article has
 * or had. Pure; any thread. */

#define CHANCERY_SYNC_TAGS "tags/"
#define CHANCERY_SYNC_STATES "states/"
#define CHANCERY_SYNC_LINKS "links/"
#define CHANCERY_SYNC_TEXTS "texts/"

/**
 * ChancerySyncAliasFunc:
 * @uid: an article
 * @user_data: whatever was given with the function
 *
 * Returns: (transfer full): the article that it was joined to, or itself
 */
typedef char *(*ChancerySyncAliasFunc) (const char *uid,
                                        gpointer    user_data);

GHashTable          *chancery_sync_facts_new            (void);
GHashTable          *chancery_sync_facts_of_note        (ChanceryNote              *note);
GHashTable          *chancery_sync_facts_of_article     (const ChancerySyncArticle *article);
char                *chancery_sync_facts_to_text        (GHashTable                *facts);
GHashTable          *chancery_sync_facts_from_text      (const char                *text);
gboolean             chancery_sync_facts_equal          (GHashTable                *a,
                                                         GHashTable                *b);

char                *chancery_sync_join_bodies          (GPtrArray                 *entries,
                                                         gboolean                  *conflict);
const char          *chancery_sync_get_conflict_tag     (void);
char                *chancery_sync_dup_link_name        (const char                *name,
                                                         ChancerySyncAliasFunc      alias,
                                                         gpointer                   user_data);
char                *chancery_sync_dup_note_article     (const ChancerySyncRecord  *record);
ChanceryNote        *chancery_sync_make_note            (const ChancerySyncRecord  *record,
                                                         const char                *article_uid,
                                                         ChancerySyncAliasFunc      alias,
                                                         gpointer                   user_data,
                                                         gboolean                  *conflict);
ChancerySyncArticle *chancery_sync_make_article         (const ChancerySyncRecord  *record,
                                                         const ChancerySyncArticle *present);
gboolean             chancery_sync_has_older            (const ChancerySyncArticle *article);
char                *chancery_sync_dup_words            (ChanceryArticle           *article);

G_END_DECLS
