/* chancery-store-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-cursor.h"
#include "chancery-sqlite-connection.h"
#include "chancery-store-lock.h"
#include "chancery-store-statements.h"
#include "chancery-store.h"

G_BEGIN_DECLS

/* Where the ids that have the words of a filter are collected; borrowed. */
typedef struct
{
  guint64 *found;
  gsize n_found;
} ChanceryIdCollector;

/* An article that is there, so that it isn't looked up for each of its notes. Good for as long as articles are left
 * alone. */
typedef struct
{
  gint64 id; /* 0 for none */
  char *uid;
} ChanceryPresentArticle;

void chancery_present_article_clear (ChanceryPresentArticle *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChanceryPresentArticle, chancery_present_article_clear)

struct _ChanceryStore
{
  ChancerySqliteConnection *connection;
  ChancerySqliteStatement *statements[CHANCERY_N_STATEMENTS];
  ChanceryStoreLock *lock;
  char *path;
  guint busy_timeout_ms;
  gboolean read_only;

  /* How many frames the write-ahead log has. */
  int n_frames;
  /* Whether there is more memory for pages than usual. */
  gboolean large_cache;

  /* (element-type ChanceryCursor): the lists to keep in step */
  GPtrArray *cursors;
  /* (element-type ChanceryStoreEvent): what they must hear */
  GPtrArray *events;
  /* The last row of the table of changes that they have heard of, and SQLite's
   * number for the last commit of another connection. */
  gint64 last_change;
  gint64 data_version;
  /* Whether a change of our own couldn't be followed. */
  gboolean behind;

  /* (nullable): what filters look at; made when it is first asked for */
  ChanceryNoteIndex *note_index;
  ChancerySqliteStatement *scan;
  ChanceryIdCollector collector;
};

ChancerySqliteStatement *chancery_store_statement    (ChanceryStore      *self,
                                                      ChanceryStatement   statement,
                                                      GError            **error);
gboolean                 chancery_store_log_has_frames (const char     *path);
gboolean                 chancery_store_begin_read   (ChanceryStore      *self,
                                                      GError            **error);
void                     chancery_store_end_read     (ChanceryStore      *self);
gboolean                 chancery_store_begin_write  (ChanceryStore      *self,
                                                      GError            **error);
gboolean                 chancery_store_end_write    (ChanceryStore      *self,
                                                      gboolean            success,
                                                      GError            **error);
void                     chancery_store_enlarge_cache (ChanceryStore     *self);
gboolean                 chancery_store_publish      (ChanceryStore      *self,
                                                      GError            **error);
ChanceryStoreEvent      *chancery_store_add_event    (ChanceryStore          *self,
                                                      ChanceryStoreEventKind  kind,
                                                      const ChanceryCursor   *cursor,
                                                      const char             *uid);

ChanceryNoteIndex       *chancery_store_get_note_index (ChanceryStore     *self);

ChanceryCursor          *chancery_store_find_rows    (ChanceryStore             *self,
                                                      const ChanceryNoteFilter  *filter,
                                                      GError                   **error);

/* Rows and objects */

gboolean                 chancery_store_find_article (ChanceryStore      *self,
                                                      const char         *uid,
                                                      gint64             *id,
                                                      gboolean           *removed,
                                                      GError            **error);
gboolean                 chancery_store_find_text     (ChanceryStore      *self,
                                                      ChanceryStatement   which,
                                                      const char         *key,
                                                      char              **text,
                                                      GError            **error);
char                    *chancery_store_make_digest  (ChanceryArticle    *article);
gboolean                 chancery_store_replace_article (ChanceryStore   *self,
                                                      gint64              id,
                                                      ChanceryArticle    *article,
                                                      gint64              revised_us,
                                                      GError            **error);
gboolean                 chancery_store_write_colour_name (ChanceryStore *self,
                                                      ChanceryColour      colour,
                                                      const char         *name,
                                                      GError            **error);
gboolean                 chancery_store_write_revision (ChanceryStore    *self,
                                                      gint64              id,
                                                      ChanceryArticle    *revision,
                                                      gint64              added_us,
                                                      GError            **error);
ChanceryNote            *chancery_store_read_note    (ChancerySqliteStatement *statement);
GObject                 *chancery_store_read_item    (ChancerySqliteStatement *statement);
ChanceryArticle         *chancery_store_read_article (ChancerySqliteStatement *statement);
gboolean                 chancery_store_write_note   (ChanceryStore      *self,
                                                      ChanceryNote       *note,
                                                      GError            **error);
gboolean                 chancery_store_run_with_note (ChanceryStore     *self,
                                                      ChanceryStatement   which,
                                                      ChanceryNote       *note,
                                                      ChanceryPresentArticle *last,
                                                      GError            **error);
gboolean                 chancery_store_write_notes_now (ChanceryStore   *self,
                                                      GPtrArray          *put,
                                                      const char * const *removed,
                                                      GError            **error);
gboolean                 chancery_store_set_note_not_found (const char   *uid,
                                                      GError            **error);
gboolean                 chancery_store_delete_note  (ChanceryStore      *self,
                                                      const char         *uid,
                                                      GError            **error);
gboolean                 chancery_store_write_article (ChanceryStore     *self,
                                                      ChanceryArticle    *article,
                                                      gint64              added_us,
                                                      GError            **error);

gboolean                 chancery_store_remove_untouched (ChanceryStore  *self,
                                                      const char         *uid,
                                                      gint64              now_us,
                                                      GError            **error);
gboolean                 chancery_store_remove_within (ChanceryStore     *self,
                                                      const char         *uid,
                                                      gint64              now_us,
                                                      GError            **error);
gboolean                 chancery_store_run_for_article (ChanceryStore   *self,
                                                      ChanceryStatement   which,
                                                      gint64              id,
                                                      GError            **error);
gboolean                 chancery_store_restore_within (ChanceryStore    *self,
                                                      const char         *uid,
                                                      GError            **error);
gboolean                 chancery_store_import_within (ChanceryStore    *self,
                                                      ChanceryArticle    *article,
                                                      gint64              now_us,
                                                      char              **uid,
                                                      gboolean           *is_new,
                                                      GError            **error);

G_END_DECLS
