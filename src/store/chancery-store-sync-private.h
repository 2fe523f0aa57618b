/* chancery-store-sync-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-sqlite-connection.h"
#include "chancery-store-sync.h"

G_BEGIN_DECLS

typedef enum
{
  SYNC_GET_SETTING,
  SYNC_SET_SETTING,
  SYNC_CLEAR_SETTING,
  SYNC_LIST_DIRTY,
  SYNC_CLEAR_DIRTY,
  SYNC_LOAD,
  SYNC_GET_ALIAS,
  SYNC_SAVE,
  SYNC_LIST_TOLD,
  SYNC_LIST_EXPIRED,
  SYNC_LIST_CONFLICTS,
  SYNC_FIND_TWINS,
  SYNC_FIND_OF_ARTICLE,
  SYNC_FIND_JOINED,
  SYNC_COUNT_WAITING,
  SYNC_LIST_FILES,
  SYNC_PUT_FILE,
  SYNC_FORGET_FILE,
  SYNC_FORGET_FILES,
  SYNC_ARTICLE_TIMES,
  SYNC_SET_ARTICLE_TIMES,
  SYNC_LOAD_REVISIONS,
  SYNC_SET_ASIDE_REVISIONS,
  SYNC_NUMBER_REVISION,
  SYNC_DROP_REVISIONS,
  SYNC_TURN_REVISIONS,
  SYNC_DELETE_ARTICLE,
  SYNC_NOTES_OF_ARTICLE,
  SYNC_REMOVED_NOTES_OF_ARTICLE,

  N_SYNC_STATEMENTS
} SyncStatement;

struct _ChanceryStoreSync
{
  ChanceryStore *store;
  ChancerySqliteStatement *statements[N_SYNC_STATEMENTS];
};

ChancerySqliteStatement *chancery_store_sync_statement (ChanceryStoreSync  *self,
                                                        SyncStatement       which,
                                                        GError            **error);

G_END_DECLS
