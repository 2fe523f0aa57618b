/* store-utils.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libglib-testing/signal-logger.h>

#include "chancery-library-private.h"

G_BEGIN_DECLS

/* What the store's tests share. Each operation is waited for; one that should
 * work and doesn't ends the test. */

char            *test_make_path        (const char           *name);
ChanceryLibrary *test_open             (const char           *path);
ChanceryLibrary *test_try_open         (const char           *path,
                                        ChanceryLibraryFlags  flags,
                                        GError              **error);
void             test_close            (ChanceryLibrary      *library);
void             test_result_cb        (GObject              *object,
                                        GAsyncResult         *result,
                                        gpointer              user_data);
GAsyncResult    *test_wait             (GAsyncResult        **result);

ChanceryArticle *test_make_article     (const char           *uid,
                                        const char           *headline,
                                        const char           *published,
                                        const char           *text);
ChanceryNote    *test_make_note        (const char           *uid,
                                        ChanceryArticle      *article,
                                        const char           *quote,
                                        const char           *body,
                                        gint64                created_us);
ChanceryNote    *test_make_state_note  (const char           *uid,
                                        const char           *body,
                                        gint64                created_us,
                                        const char * const   *states,
                                        const char * const   *tags);

char            *test_import           (ChanceryLibrary      *library,
                                        ChanceryArticle      *article,
                                        gboolean             *is_new);
ChanceryArticle *test_load_article     (ChanceryLibrary      *library,
                                        const char           *uid,
                                        GError              **error);
gboolean         test_remove_article   (ChanceryLibrary      *library,
                                        const char           *uid,
                                        GError              **error);
gboolean         test_restore_article  (ChanceryLibrary      *library,
                                        const char           *uid,
                                        GError              **error);
gboolean         test_put_note         (ChanceryLibrary      *library,
                                        ChanceryNote         *note,
                                        GError              **error);
gboolean         test_remove_note      (ChanceryLibrary      *library,
                                        const char           *uid,
                                        GError              **error);
ChanceryNote    *test_load_note        (ChanceryLibrary      *library,
                                        const char           *uid,
                                        GError              **error);
GListModel      *test_list_articles    (ChanceryLibrary      *library);
GListModel      *test_list_notes       (ChanceryLibrary          *library,
                                        const ChanceryNoteFilter *filter);
GPtrArray       *test_search           (ChanceryLibrary      *library,
                                        const char           *words);
void             test_assert_sound     (ChanceryLibrary      *library);
void             test_refresh          (ChanceryLibrary      *library);
void             test_settle           (ChanceryLibrary      *library);
void             test_settle_failing   (ChanceryLibrary      *library);
gint64           test_query_int        (const char           *path,
                                        const char           *sql);

/* The uids of a list, joined by spaces; every item is waited for. */
char            *test_list_uids        (GListModel           *list);

#define test_assert_list(list, uids) \
  G_STMT_START { \
    g_autofree char *test_uids = test_list_uids (list); \
    g_assert_cmpstr (test_uids, ==, uids); \
  } G_STMT_END

G_END_DECLS
