/* chancery-sync-life.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-sync-record.h"

G_BEGIN_DECLS

/* Whether a note or an article is there. Pure; any thread.
 *
 * Every writing also says that it is there: "here". Who removes it replaces that by an object: {"removed": µs} with,
 * for an article, the notes that went with it and what was known of them, or {"joined": uid} for an article that
 * another one has taken in. So what was changed by somebody who didn't know of the removal is there again. */

#define CHANCERY_SYNC_HERE "\"here\""

gboolean  chancery_sync_life_is_alive      (const ChancerySyncRecord *record);
GPtrArray *chancery_sync_life_list_covered (const ChancerySyncRecord *article);
gboolean  chancery_sync_life_is_covered    (GPtrArray                *covered,
                                            const ChancerySyncRecord *note);
char     *chancery_sync_life_dup_joined    (const ChancerySyncRecord *article);
char     *chancery_sync_life_make_joined   (const char               *uid);
char     *chancery_sync_life_make_removed  (gint64                    now_us,
                                            GPtrArray                *notes);

G_END_DECLS
