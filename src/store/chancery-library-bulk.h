/* chancery-library-bulk.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library.h"
#include "chancery-tag-count.h"

G_BEGIN_DECLS

/* Many notes at once. */

/**
 * chancery_library_write_notes_async:
 * @self: a library
 * @put: (nullable) (element-type ChanceryNote): notes to add, or to replace those
 *   with the same uids; they must not change until it finishes
 * @removed: (nullable) (array zero-terminated=1): the uids of notes to remove first
 *
 * Writes many notes in one transaction, as durably as one: all are written, or
 * none. All lists have them by then.
 *
 * Fails with %CHANCERY_STORE_ERROR_NOT_FOUND if an article or a note to remove
 * isn't there.
 */
void             chancery_library_write_notes_async     (ChanceryLibrary     *self,
                                                         GPtrArray           *put,
                                                         const char * const  *removed,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);
gboolean         chancery_library_write_notes_finish    (ChanceryLibrary     *self,
                                                         GAsyncResult        *result,
                                                         GError             **error);

/**
 * chancery_library_write_import_async:
 * @self: a library
 * @put: (nullable) (element-type ChanceryNote): notes to add or replace
 * @removed: (nullable) (array zero-terminated=1): the uids of notes to remove first
 * @articles: (array zero-terminated=1): the articles that come or go with the notes
 * @back: whether they come back, before the notes are written; else they go after it
 *
 * Undoes an import, or does it again, as chancery_library_write_notes_async() writes notes, in one transaction. Notes to
 * remove that are gone already don't matter. Of the articles that go, those stay that have other notes or got another
 * text since. End it with chancery_library_write_notes_finish().
 */
void             chancery_library_write_import_async    (ChanceryLibrary     *self,
                                                         GPtrArray           *put,
                                                         const char * const  *removed,
                                                         const char * const  *articles,
                                                         gboolean             back,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);

/**
 * chancery_library_list_tags_async:
 *
 * Asks for all tags of the library. They are to be asked for again after
 * #ChanceryLibrary::notes-changed.
 */
void             chancery_library_list_tags_async       (ChanceryLibrary     *self,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);

/**
 * chancery_library_list_tags_finish:
 *
 * Returns: (transfer full) (element-type ChanceryTagCount): the tags that notes
 *   have, by name (bytewise), with the number of their notes
 */
GPtrArray       *chancery_library_list_tags_finish      (ChanceryLibrary     *self,
                                                         GAsyncResult        *result,
                                                         GError             **error);

/**
 * chancery_library_rename_tags_async:
 * @self: a library
 * @from: (array zero-terminated=1): tags; more than one to merge them
 * @to: (nullable): the tag that notes are to have in their place, which may be
 *   there already; %NULL to take them off all notes
 *
 * Renames, merges or deletes tags in the whole library, in one transaction. The
 * notes of removed articles keep theirs.
 */
void             chancery_library_rename_tags_async     (ChanceryLibrary     *self,
                                                         const char * const  *from,
                                                         const char          *to,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);

/**
 * chancery_library_rename_tags_finish:
 * @before: (out) (optional) (transfer full) (element-type ChanceryNote): the notes
 *   that changed, as they were: to undo it, write them
 * @after: (out) (optional) (transfer full) (element-type ChanceryNote): the same
 *   notes in the same order, as they are
 */
gboolean         chancery_library_rename_tags_finish    (ChanceryLibrary     *self,
                                                         GAsyncResult        *result,
                                                         GPtrArray          **before,
                                                         GPtrArray          **after,
                                                         GError             **error);

G_END_DECLS
