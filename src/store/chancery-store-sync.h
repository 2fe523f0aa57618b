/* chancery-store-sync.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-store.h"

G_BEGIN_DECLS

/* What a folder that syncs needs of the library, in the thread that opened the store. All but opening and
 * closing runs between chancery_store_sync_begin() and chancery_store_sync_end(). */

/**
 * ChancerySyncKind:
 * @CHANCERY_SYNC_NOTE: a note
 * @CHANCERY_SYNC_ARTICLE: an article
 *
 * What a record is of. The numbers are those of the database.
 */
typedef enum
{
  CHANCERY_SYNC_NOTE = 0,
  CHANCERY_SYNC_ARTICLE = 1,
} ChancerySyncKind;

/**
 * ChancerySyncName:
 * @kind: what it is
 * @uid: (owned): which it is
 * @digest: the digest of its state, where that was asked for
 *
 * A record by name.
 */
typedef struct
{
  ChancerySyncKind kind;
  char *uid;
  gint64 digest;
} ChancerySyncName;

void chancery_sync_name_free (ChancerySyncName *name);

/**
 * ChancerySyncRow:
 * @kind: what it is of
 * @uid: (owned): which note or article
 * @state: (owned): what all machines say of it, as JSON
 * @digest: a digest of @state
 * @shadow: (owned) (nullable): what of that the library says; %NULL if it isn't in the library
 * @article: (owned) (nullable): of a note, the article that it was put on; of an article, the one that it waits for
 * @pending: whether it waits for an article
 * @conflict: whether two texts were written that didn't know of each other
 * @address: (owned) (nullable): of an article, by which it is known to be the same
 * @words: (owned) (nullable): likewise, the digest of its words
 * @alias: (owned) (nullable): of an article that was joined to another, which
 * @expires_us: when the file of what was removed may go; 0 once it has; -1 for what is there
 *
 * A row of sync_records.
 */
typedef struct
{
  ChancerySyncKind kind;
  char *uid;
  char *state;
  gint64 digest;
  char *shadow;
  char *article;
  gboolean pending;
  gboolean conflict;
  char *address;
  char *words;
  char *alias;
  gint64 expires_us;
} ChancerySyncRow;

ChancerySyncRow *chancery_sync_row_new  (ChancerySyncKind  kind,
                                         const char       *uid);
void             chancery_sync_row_free (ChancerySyncRow  *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChancerySyncRow, chancery_sync_row_free)

/**
 * ChancerySyncStatus:
 * @CHANCERY_SYNC_READ: it was read
 * @CHANCERY_SYNC_UNREADABLE: it is half-written or damaged
 * @CHANCERY_SYNC_NEWER: a newer version of the program wrote it
 * @CHANCERY_SYNC_FOREIGN: it isn't ours
 * @CHANCERY_SYNC_TOO_LARGE: it is larger than anything of ours
 * @CHANCERY_SYNC_NOT_A_FILE: it is a symbolic link, or something else that isn't a plain file
 *
 * What became of a file. The numbers are those of the database.
 */
typedef enum
{
  CHANCERY_SYNC_READ = 0,
  CHANCERY_SYNC_UNREADABLE = 1,
  CHANCERY_SYNC_NEWER = 2,
  CHANCERY_SYNC_FOREIGN = 3,
  CHANCERY_SYNC_TOO_LARGE = 4,
  CHANCERY_SYNC_NOT_A_FILE = 5,
} ChancerySyncStatus;

/**
 * ChancerySyncFile:
 * @name: (owned): its place in the folder, with slashes
 * @kind: what it is of, if it was read
 * @uid: (owned) (nullable): likewise
 * @is_main: whether it is the record's own file, and not a copy that another program made in a conflict
 * @status: what became of it
 * @size: in bytes
 * @mtime_ns: as stat(2) says
 * @ctime_ns: likewise
 * @inode: likewise
 * @content: a digest of its bytes
 * @digest: the digest of the state that they say
 * @unsettled_us: when it was first seen like this, while it may have changed since without showing it; or 0
 * @seen: whether it is there; for the pass
 *
 * A row of sync_files.
 */
typedef struct
{
  char *name;
  ChancerySyncKind kind;
  char *uid;
  gboolean is_main;
  ChancerySyncStatus status;
  gint64 size;
  gint64 mtime_ns;
  gint64 ctime_ns;
  gint64 inode;
  gint64 content;
  gint64 digest;
  gint64 unsettled_us;
  gboolean seen;
} ChancerySyncFile;

void chancery_sync_file_free (ChancerySyncFile *file);

/**
 * ChancerySyncText:
 * @row_id: its row; 0 for one that isn't there yet
 * @article: (owned) (nullable): the text with its properties; it may be %NULL for one that is there
 * @added_us: when it came
 *
 * A text that an article has had.
 */
typedef struct
{
  gint64 row_id;
  ChanceryArticle *article;
  gint64 added_us;
} ChancerySyncText;

/**
 * ChancerySyncArticle:
 * @article: (owned): the article
 * @added_us: when it came
 * @revised_us: when its present text came; 0 for its first
 * @older: (owned) (element-type ChancerySyncText): the texts that it had before, the oldest first
 *
 * An article with all its texts.
 */
typedef struct
{
  ChanceryArticle *article;
  gint64 added_us;
  gint64 revised_us;
  GPtrArray *older;
} ChancerySyncArticle;

void chancery_sync_text_free    (ChancerySyncText    *text);
void chancery_sync_article_free (ChancerySyncArticle *article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChancerySyncArticle, chancery_sync_article_free)

/**
 * ChanceryStoreSync:
 *
 * A pass over the library. It must end before the store is closed.
 */
typedef struct _ChanceryStoreSync ChanceryStoreSync;

ChanceryStoreSync   *chancery_store_sync_new            (ChanceryStore          *store,
                                                         GError                **error);
void                 chancery_store_sync_free           (ChanceryStoreSync      *self);
gboolean             chancery_store_sync_begin          (ChanceryStoreSync      *self,
                                                         GError                **error);
gboolean             chancery_store_sync_end            (ChanceryStoreSync      *self,
                                                         gboolean                success,
                                                         GError                **error);

char                *chancery_store_read_sync_setting   (ChanceryStore          *store,
                                                         const char             *name,
                                                         GError                **error);
gboolean             chancery_store_write_sync_setting  (ChanceryStore          *store,
                                                         const char             *name,
                                                         const char             *value,
                                                         GError                **error);
gboolean             chancery_store_sync_get_setting    (ChanceryStoreSync      *self,
                                                         const char             *name,
                                                         char                  **value,
                                                         GError                **error);
gboolean             chancery_store_sync_set_setting    (ChanceryStoreSync      *self,
                                                         const char             *name,
                                                         const char             *value,
                                                         GError                **error);

GPtrArray           *chancery_store_sync_list_dirty     (ChanceryStoreSync      *self,
                                                         ChancerySyncKind        kind,
                                                         guint                   n_max,
                                                         GError                **error);
gboolean             chancery_store_sync_clear_dirty    (ChanceryStoreSync      *self,
                                                         ChancerySyncKind        kind,
                                                         const char             *uid,
                                                         GError                **error);

gboolean             chancery_store_sync_load           (ChanceryStoreSync      *self,
                                                         ChancerySyncKind        kind,
                                                         const char             *uid,
                                                         ChancerySyncRow       **row,
                                                         GError                **error);
gboolean             chancery_store_sync_save           (ChanceryStoreSync      *self,
                                                         const ChancerySyncRow  *row,
                                                         GError                **error);
gboolean             chancery_store_sync_get_alias      (ChanceryStoreSync      *self,
                                                         const char             *article_uid,
                                                         char                  **alias,
                                                         GError                **error);
GPtrArray           *chancery_store_sync_list_told      (ChanceryStoreSync      *self,
                                                         GError                **error);
GPtrArray           *chancery_store_sync_list_expired   (ChanceryStoreSync      *self,
                                                         gint64                  now_us,
                                                         GError                **error);
GPtrArray           *chancery_store_sync_list_conflicts (ChanceryStoreSync      *self,
                                                         GError                **error);
GStrv                chancery_store_sync_find_twins     (ChanceryStoreSync      *self,
                                                         const ChancerySyncRow  *row,
                                                         GError                **error);
GStrv                chancery_store_sync_find_joined    (ChanceryStoreSync      *self,
                                                         const char             *article_uid,
                                                         GError                **error);
GStrv                chancery_store_sync_find_of_article (ChanceryStoreSync      *self,
                                                         ChancerySyncKind        kind,
                                                         const char             *article_uid,
                                                         GError                **error);
gboolean             chancery_store_sync_count_waiting  (ChanceryStoreSync      *self,
                                                         guint                  *n_waiting,
                                                         GError                **error);

GHashTable          *chancery_store_sync_list_files     (ChanceryStoreSync      *self,
                                                         const char             *folder,
                                                         GError                **error);
gboolean             chancery_store_sync_put_file       (ChanceryStoreSync      *self,
                                                         const char             *folder,
                                                         const ChancerySyncFile *file,
                                                         GError                **error);
gboolean             chancery_store_sync_forget_file    (ChanceryStoreSync      *self,
                                                         const char             *folder,
                                                         const char             *name,
                                                         GError                **error);
gboolean             chancery_store_sync_forget_files   (ChanceryStoreSync      *self,
                                                         const char             *folder,
                                                         GError                **error);

/* The library's own rows */

gboolean             chancery_store_sync_load_note      (ChanceryStoreSync      *self,
                                                         const char             *uid,
                                                         ChanceryNote          **note,
                                                         GError                **error);
gboolean             chancery_store_sync_write_note     (ChanceryStoreSync      *self,
                                                         ChanceryNote           *note,
                                                         GError                **error);
gboolean             chancery_store_sync_delete_note    (ChanceryStoreSync      *self,
                                                         const char             *uid,
                                                         GError                **error);
gboolean             chancery_store_sync_load_article   (ChanceryStoreSync      *self,
                                                         const char             *uid,
                                                         ChancerySyncArticle   **article,
                                                         GError                **error);
gboolean             chancery_store_sync_write_article  (ChanceryStoreSync      *self,
                                                         ChancerySyncArticle    *article,
                                                         GError                **error);
gboolean             chancery_store_sync_remove_article (ChanceryStoreSync      *self,
                                                         const char             *uid,
                                                         gint64                  now_us,
                                                         GError                **error);
gboolean             chancery_store_sync_delete_article (ChanceryStoreSync      *self,
                                                         const char             *uid,
                                                         GError                **error);
GStrv                chancery_store_sync_list_notes     (ChanceryStoreSync      *self,
                                                         const char             *article_uid,
                                                         gboolean                removed,
                                                         GError                **error);

G_END_DECLS
