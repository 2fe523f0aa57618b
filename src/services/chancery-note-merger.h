/* chancery-note-merger.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-history.h"
#include "chancery-note-reshape.h"

G_BEGIN_DECLS

void  chancery_notes_merge_async  (ChanceryHistory       *history,
                                   ChanceryLibrary       *library,
                                   ChanceryArticle       *article,
                                   GPtrArray             *notes,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data);
char *chancery_notes_merge_finish (ChanceryHistory       *history,
                                   GAsyncResult          *result,
                                   ChanceryMergeability  *mergeability,
                                   GError               **error);

G_END_DECLS
