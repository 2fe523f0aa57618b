/* chancery-store.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library-revisions.h"
#include "chancery-link-ends.h"
#include "chancery-store-event.h"

G_BEGIN_DECLS

/**
 * ChanceryStore:
 *
 * The library as its worker thread sees it: everything here blocks, and
 * belongs to the thread that opened the store. What the lists and signals of
 * #ChanceryLibrary must hear is collected as #ChanceryStoreEvent.
 */
typedef struct _ChanceryStore ChanceryStore;

#define CHANCERY_STORE_BUSY_TIMEOUT_MS 10000
#define CHANCERY_STORE_PAGE_SIZE 128

ChanceryStore   *chancery_store_open             (const char           *path,
                                                  ChanceryLibraryFlags  flags,
                                                  guint                 busy_timeout_ms,
                                                  GError              **error);
void             chancery_store_close            (ChanceryStore        *self);
void             chancery_store_set_cancellable  (ChanceryStore        *self,
                                                  GCancellable         *cancellable);
GPtrArray       *chancery_store_take_events      (ChanceryStore        *self);
gboolean         chancery_store_is_untidy        (ChanceryStore        *self,
                                                  gboolean             *very);
void             chancery_store_tidy             (ChanceryStore        *self);
gboolean         chancery_store_purge            (ChanceryStore        *self,
                                                  gint64                now_us,
                                                  GError              **error);
gboolean         chancery_store_refresh          (ChanceryStore        *self,
                                                  GError              **error);

/* Articles */

char            *chancery_store_import_article   (ChanceryStore        *self,
                                                  ChanceryArticle      *article,
                                                  gint64                now_us,
                                                  gboolean             *is_new,
                                                  GError              **error);
ChanceryArticle *chancery_store_load_article     (ChanceryStore        *self,
                                                  const char           *uid,
                                                  GError              **error);
gboolean         chancery_store_update_article   (ChanceryStore        *self,
                                                  ChanceryArticle      *article,
                                                  GError              **error);
gboolean         chancery_store_remove_article   (ChanceryStore        *self,
                                                  const char           *uid,
                                                  gint64                now_us,
                                                  GError              **error);
gboolean         chancery_store_restore_article  (ChanceryStore        *self,
                                                  const char           *uid,
                                                  GError              **error);
gboolean         chancery_store_set_reading      (ChanceryStore        *self,
                                                  const char           *uid,
                                                  gsize                 position_chars,
                                                  gboolean              read,
                                                  GError              **error);
gboolean         chancery_store_get_reading      (ChanceryStore        *self,
                                                  const char           *uid,
                                                  gsize                *position_chars,
                                                  gboolean             *read,
                                                  GError              **error);

/* Revisions */

gboolean         chancery_store_match_article    (ChanceryStore        *self,
                                                  ChanceryArticle      *article,
                                                  ChanceryArticleMatch *what,
                                                  char                **uid,
                                                  double               *similarity,
                                                  GError              **error);
gboolean         chancery_store_revise_article   (ChanceryStore        *self,
                                                  const char           *uid,
                                                  ChanceryArticle      *article,
                                                  GPtrArray            *notes,
                                                  gint64                now_us,
                                                  GError              **error);
gboolean         chancery_store_revert_revision  (ChanceryStore        *self,
                                                  const char           *uid,
                                                  GPtrArray            *notes,
                                                  GError              **error);
GPtrArray       *chancery_store_list_revisions   (ChanceryStore        *self,
                                                  const char           *uid,
                                                  GError              **error);
ChanceryArticle *chancery_store_load_revision    (ChanceryStore        *self,
                                                  const char           *uid,
                                                  guint                 number,
                                                  GError              **error);

/* The names of colours: an array of CHANCERY_N_COLOURS, with the empty string for none */

GStrv            chancery_store_list_colour_names (ChanceryStore       *self,
                                                  GError              **error);
gboolean         chancery_store_set_colour_name  (ChanceryStore        *self,
                                                  ChanceryColour        colour,
                                                  const char           *name,
                                                  GError              **error);

/* Notes */

gboolean         chancery_store_put_note         (ChanceryStore        *self,
                                                  ChanceryNote         *note,
                                                  GError              **error);
gboolean         chancery_store_remove_note      (ChanceryStore        *self,
                                                  const char           *uid,
                                                  GError              **error);
gboolean         chancery_store_write_import     (ChanceryStore        *self,
                                                  GPtrArray            *put,
                                                  const char * const   *removed,
                                                  const char * const   *articles,
                                                  gboolean              back,
                                                  gint64                now_us,
                                                  GError              **error);
gboolean         chancery_store_write_notes      (ChanceryStore        *self,
                                                  GPtrArray            *put,
                                                  const char * const   *removed,
                                                  GError              **error);
GPtrArray       *chancery_store_list_tags        (ChanceryStore        *self,
                                                  GError              **error);
gboolean         chancery_store_rename_tags      (ChanceryStore        *self,
                                                  const char * const   *from,
                                                  const char           *to,
                                                  gint64                now_us,
                                                  GPtrArray           **before,
                                                  GPtrArray           **after,
                                                  GError              **error);
ChanceryNote    *chancery_store_load_note        (ChanceryStore        *self,
                                                  const char           *uid,
                                                  GError              **error);
ChanceryLinkEnds *chancery_store_load_links     (ChanceryStore        *self,
                                                  const char           *uid,
                                                  gboolean              of_article,
                                                  GError              **error);
GHashTable      *chancery_store_count_by_state   (ChanceryStore        *self,
                                                  const char           *article_uid,
                                                  GError              **error);

/* Lists: a cursor is one list's view of the rows, and lives until it is dropped. */

typedef enum
{
  CHANCERY_CURSOR_ARTICLES,
  CHANCERY_CURSOR_NOTES,
  CHANCERY_CURSOR_ARTICLE_NOTES,
} ChanceryCursorKind;

gboolean         chancery_store_add_cursor       (ChanceryStore            *self,
                                                  guint                     cursor_id,
                                                  ChanceryCursorKind        kind,
                                                  const ChanceryNoteFilter *filter,
                                                  guint                    *n_rows,
                                                  GPtrArray               **first_rows,
                                                  GError                  **error);
void             chancery_store_drop_cursor      (ChanceryStore            *self,
                                                  guint                     cursor_id);
gboolean         chancery_store_count_on         (ChanceryStore            *self,
                                                  guint                     cursor_id,
                                                  GError                  **error);
gboolean         chancery_store_count_notes      (ChanceryStore            *self,
                                                  const ChanceryNoteFilter *filter,
                                                  guint                    *n_notes,
                                                  GError                  **error);
GPtrArray       *chancery_store_load_notes       (ChanceryStore            *self,
                                                  const ChanceryNoteFilter *filter,
                                                  GError                  **error);
gboolean         chancery_store_prepare_filtering (ChanceryStore           *self,
                                                  gboolean                 *ready,
                                                  GError                  **error);
GPtrArray       *chancery_store_fetch            (ChanceryStore            *self,
                                                  guint                     cursor_id,
                                                  guint                     position,
                                                  guint                     n_rows,
                                                  GError                  **error);

/* Search and care */

GPtrArray       *chancery_store_search           (ChanceryStore        *self,
                                                  const char           *words,
                                                  guint                 n_max,
                                                  GError              **error);
GPtrArray       *chancery_store_search_items     (ChanceryStore        *self,
                                                  const char           *words,
                                                  guint                 n_max,
                                                  GError              **error);
char            *chancery_store_make_query       (const char           *words);
GStrv            chancery_store_check            (ChanceryStore        *self,
                                                  GError              **error);
GStrv            chancery_store_check_file       (const char           *path,
                                                  GCancellable         *cancellable,
                                                  GError              **error);
gboolean         chancery_store_is_sound         (const char           *path,
                                                  GCancellable         *cancellable,
                                                  GError              **error);
gboolean         chancery_store_get_checked      (ChanceryStore        *self,
                                                  gint64               *time_us,
                                                  GError              **error);
gboolean         chancery_store_set_checked      (ChanceryStore        *self,
                                                  gint64                time_us,
                                                  GError              **error);
char            *chancery_store_recover          (const char           *path,
                                                  guint                *n_articles,
                                                  guint                *n_notes,
                                                  GCancellable         *cancellable,
                                                  GError              **error);
char            *chancery_store_set_aside        (const char           *path,
                                                  GError              **error);

G_END_DECLS
