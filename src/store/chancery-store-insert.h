/* chancery-store-insert.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-store.h"

G_BEGIN_DECLS

/**
 * ChanceryBulkInsert:
 * @trigger: (owned) (nullable): the SQL of the trigger that is aside
 * @links_trigger: (owned) (nullable): the same of the one for what notes are linked with
 * @statements: (array zero-terminated=1): what is to be done instead
 * @last_id: the highest row before
 *
 * Many new rows, in a transaction. What a trigger does for each takes three times as long as doing it for all of them at
 * once, the search index above all, which is written after each statement. So the trigger goes aside until the end.
 */
typedef struct
{
  char *trigger;
  char *links_trigger;
  const char * const *statements;
  gint64 last_id;
} ChanceryBulkInsert;

void     chancery_bulk_insert_clear    (ChanceryBulkInsert  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChanceryBulkInsert, chancery_bulk_insert_clear)

gboolean chancery_store_begin_articles (ChanceryStore       *self,
                                        ChanceryBulkInsert  *bulk,
                                        GError             **error);
gboolean chancery_store_begin_notes    (ChanceryStore       *self,
                                        ChanceryBulkInsert  *bulk,
                                        GError             **error);
gboolean chancery_store_end_bulk       (ChanceryStore       *self,
                                        ChanceryBulkInsert  *bulk,
                                        GError             **error);

G_END_DECLS
