/* sync-utils.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sync/chancery-sync-pass.h"

G_BEGIN_DECLS

/* What the tests of the folder that syncs share: a library in memory, and a folder. What should work and doesn't ends
 * the test. */

typedef struct
{
  guint number;
  ChanceryStore *store;
  char *folder;
  gint64 now_us;
} TestMachine;

TestMachine        *test_machine_new       (guint             number,
                                            gint64            skew_us);
void                test_machine_free      (TestMachine      *machine);
gint64              test_tick              (TestMachine      *machine);
ChancerySyncReport *test_try_pass          (TestMachine      *machine,
                                            gboolean          anew,
                                            GError          **error);
ChancerySyncReport *test_run_pass          (TestMachine      *machine);

GStrv               test_list_article_uids (TestMachine      *machine);
GStrv               test_list_note_uids    (TestMachine      *machine);
ChanceryArticle    *test_load_present      (TestMachine      *machine,
                                            const char       *uid);
ChanceryNote       *test_load_stored_note  (TestMachine      *machine,
                                            const char       *uid);
ChanceryNote       *test_find_stored_note  (TestMachine      *machine,
                                            const char       *uid);
GPtrArray          *test_copy_blocks       (ChanceryArticle  *article);
char               *test_dup_texts         (TestMachine      *machine,
                                            const char       *uid);
char               *test_dump              (TestMachine      *machine);

GHashTable         *test_read_folder       (TestMachine      *machine);
void                test_write_file        (TestMachine      *machine,
                                            const char       *name,
                                            GBytes           *content,
                                            gboolean          atomically);
gboolean            test_copy_folder       (TestMachine      *from,
                                            TestMachine      *to);

G_END_DECLS
