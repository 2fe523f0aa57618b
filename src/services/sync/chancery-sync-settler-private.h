/* chancery-sync-settler-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "anchoring/chancery-anchoring.h"
#include "chancery-sync-settler.h"

G_BEGIN_DECLS

/* How long the file of something that was removed is kept: as long as a machine may be away without bringing it back. */
#define CHANCERY_SYNC_KEEP_REMOVED_US (90 * G_TIME_SPAN_DAY)

/* An article may have been joined to one that was joined to another. */
#define CHANCERY_SYNC_MAX_ALIASES 64

struct _ChancerySyncSettler
{
  ChanceryStoreSync *sync;
  char *machine;
  gint64 now_us;
  ChancerySyncReport *report; /* (unowned) */

  /* The article that notes were last placed in, (owned) (nullable); and its text, made when it is needed */
  char *article_uid;
  ChancerySyncArticle *article;
  ChanceryAnchorText *text;
};

/* A record that is being worked on. */
typedef struct
{
  ChancerySyncRow *row;
  ChancerySyncRecord *record;
  GHashTable *shadow; /* (nullable) */
} ChancerySyncWork;

/* What the library says of one thing, and what it says no more, on the way into the record. */
typedef void (*ChancerySyncWriteFunc) (ChancerySyncSettler *self,
                                       ChancerySyncWork    *work,
                                       GHashTable          *facts,
                                       guint64              number,
                                       const char          *name,
                                       const char          *value);
typedef void (*ChancerySyncClearFunc) (ChancerySyncSettler *self,
                                       ChancerySyncWork    *work,
                                       guint64              number,
                                       const char          *name);

void      chancery_sync_work_clear            (ChancerySyncWork      *work);
gboolean  chancery_sync_settler_open          (ChancerySyncSettler   *self,
                                               ChancerySyncKind       kind,
                                               const char            *uid,
                                               ChancerySyncWork      *work,
                                               GError               **error);
gboolean  chancery_sync_settler_save          (ChancerySyncSettler   *self,
                                               ChancerySyncWork      *work,
                                               GError               **error);
void      chancery_sync_settler_check_machine (ChancerySyncSettler       *self,
                                               ChancerySyncWork          *work,
                                               const ChancerySyncRecord  *incoming);
void      chancery_sync_settler_join          (ChancerySyncSettler       *self,
                                               ChancerySyncWork          *work,
                                               const ChancerySyncRecord  *incoming);
void      chancery_sync_settler_write         (ChancerySyncSettler   *self,
                                               ChancerySyncWork      *work,
                                               GHashTable            *facts,
                                               ChancerySyncWriteFunc  write,
                                               ChancerySyncClearFunc  clear);
void      chancery_sync_settler_set_shadow    (ChancerySyncWork      *work,
                                               GHashTable            *facts);
char     *chancery_sync_settler_dup_alias     (const char            *uid,
                                               gpointer               user_data);
gboolean  chancery_sync_settler_load_present  (ChancerySyncSettler   *self,
                                               const char            *uid,
                                               GError               **error);
void      chancery_sync_settler_forget_present (ChancerySyncSettler  *self);

gboolean  chancery_sync_settle_note           (ChancerySyncSettler       *self,
                                               const char                *uid,
                                               const ChancerySyncRecord  *incoming,
                                               GError                   **error);
gboolean  chancery_sync_settle_article        (ChancerySyncSettler       *self,
                                               const char                *uid,
                                               const ChancerySyncRecord  *incoming,
                                               GError                   **error);
gboolean  chancery_sync_revive_article        (ChancerySyncSettler       *self,
                                               const char                *uid,
                                               GError                   **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChancerySyncWork, chancery_sync_work_clear)

G_END_DECLS
