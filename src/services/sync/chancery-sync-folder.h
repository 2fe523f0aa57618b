/* chancery-sync-folder.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-sync-record.h"
#include "chancery-sync-report.h"

G_BEGIN_DECLS

/**
 * ChancerySyncFolder:
 *
 * The folder's files. Everything is reached from the open folder, without following links; what isn't a plain file of
 * ours is not opened. Belongs to one thread.
 */
typedef struct _ChancerySyncFolder ChancerySyncFolder;

ChancerySyncFolder *chancery_sync_folder_open     (const char             *path,
                                                   gboolean                known,
                                                   GError                **error);
void                chancery_sync_folder_free     (ChancerySyncFolder     *self);
GPtrArray          *chancery_sync_folder_list     (ChancerySyncFolder     *self,
                                                   ChancerySyncReport     *report,
                                                   GError                **error);
ChancerySyncRecord *chancery_sync_folder_read     (ChancerySyncFolder     *self,
                                                   ChancerySyncFile       *file,
                                                   char                  **reason);
char               *chancery_sync_folder_make_name (ChancerySyncKind       kind,
                                                   const char             *uid);

/**
 * ChancerySyncDraft:
 * @file: (owned): what it will be, once it has its name
 * @temporary: (owned): the name that it has
 *
 * A file that has been written, and hasn't got its name.
 */
typedef struct
{
  ChancerySyncFile *file;
  char *temporary;
} ChancerySyncDraft;

void                chancery_sync_draft_free      (ChancerySyncDraft      *draft);
ChancerySyncDraft  *chancery_sync_folder_draft    (ChancerySyncFolder     *self,
                                                   ChancerySyncKind        kind,
                                                   const char             *uid,
                                                   const char             *text,
                                                   GError                **error);
gboolean            chancery_sync_folder_flush    (ChancerySyncFolder     *self,
                                                   GPtrArray              *drafts,
                                                   GError                **error);
gboolean            chancery_sync_folder_put      (ChancerySyncFolder     *self,
                                                   ChancerySyncDraft      *draft,
                                                   const ChancerySyncFile *expected,
                                                   gboolean               *done,
                                                   GError                **error);
void                chancery_sync_folder_drop     (ChancerySyncFolder     *self,
                                                   ChancerySyncDraft      *draft);
gboolean            chancery_sync_folder_remove   (ChancerySyncFolder     *self,
                                                   const ChancerySyncFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChancerySyncFolder, chancery_sync_folder_free)

G_END_DECLS
