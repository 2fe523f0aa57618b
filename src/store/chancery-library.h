/* chancery-library.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "chancery-article.h"
#include "chancery-article-item.h"
#include "chancery-note-filter.h"
#include "chancery-note.h"
#include "chancery-search-result.h"
#include "chancery-store-error.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_LIBRARY (chancery_library_get_type ())

/**
 * ChanceryLibrary:
 *
 * The reader's articles and notes, in one SQLite file.
 *
 * It belongs to the thread that opened it, usually the main one, and does its
 * work in a thread of its own, in the order in which it was asked for. Nothing
 * here blocks. Operations finish, models change and signals are emitted in the
 * main context that was the thread's default when the library was opened.
 *
 * Before an operation that changes something finishes, all lists of this
 * library have changed accordingly, and the signals have been emitted:
 *
 * - `note-changed` (uid): a note was put, here or by another process
 * - `note-removed` (uid): a note was removed; not emitted one by one for the
 *   notes of an article that is removed
 * - `notes-changed`: notes came, went or changed; emitted once, however many. After
 *   very many changes at once it comes without `note-changed` and `note-removed`
 * - `articles-changed`: articles came, went or changed their properties
 * - `colour-names-changed`: the reader calls a colour something else
 * - `changed-elsewhere`: another process changed the library; the lists have
 *   followed
 * - `damaged` (message): the file turned out to be damaged; it is not written
 *   to any more
 * - `list-failed` (message): rows of a list could not be read; they are asked
 *   for again when they are next looked at
 *
 * Lists have the property `loading`, which is %TRUE until their first page has
 * come. Lists of notes have the property `counting` also, which is %TRUE while the
 * rows of a filter are still being looked for: more may come, each in its place.
 */
G_DECLARE_FINAL_TYPE (ChanceryLibrary, chancery_library, CHANCERY, LIBRARY, GObject)

/**
 * ChanceryLibraryFlags:
 * @CHANCERY_LIBRARY_DEFAULT: make the file, and the folders above it, if they
 *   don't exist
 * @CHANCERY_LIBRARY_EXISTING: fail with %G_IO_ERROR_NOT_FOUND if it doesn't exist
 * @CHANCERY_LIBRARY_READ_ONLY: change nothing; writing fails with
 *   %CHANCERY_STORE_ERROR_READ_ONLY; implies @CHANCERY_LIBRARY_EXISTING
 */
typedef enum
{
  CHANCERY_LIBRARY_DEFAULT = 0,
  CHANCERY_LIBRARY_EXISTING = 1 << 0,
  CHANCERY_LIBRARY_READ_ONLY = 1 << 1,
} ChanceryLibraryFlags;

/* Opening and closing */

/**
 * chancery_library_open_async:
 * @file: (nullable): the file; %NULL for a library in memory, which is gone when
 *    it is closed
 * @flags: how to open it
 * @cancellable: (nullable): a cancellable
 *
 * Opens a library, and makes or migrates it if need be. Everything that touches
 * the file happens in the library's worker thread.
 */
void             chancery_library_open_async   (GFile                *file,
                                                ChanceryLibraryFlags  flags,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

/**
 * chancery_library_open_finish:
 *
 * Errors are in %CHANCERY_STORE_ERROR or %G_IO_ERROR. A file that can't be opened
 * is left as it is.
 *
 * Returns: (transfer full): the library
 */
ChanceryLibrary *chancery_library_open_finish  (GAsyncResult         *result,
                                                GError              **error);

/**
 * chancery_library_close_async:
 *
 * Finishes what was asked for before, closes the file and ends the worker
 * thread. Afterwards everything fails with %CHANCERY_STORE_ERROR_CLOSED. A
 * library that is freed without being closed loses nothing either.
 */
void             chancery_library_close_async  (ChanceryLibrary      *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean         chancery_library_close_finish (ChanceryLibrary      *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/**
 * chancery_library_get_file:
 *
 * Returns: (transfer none) (nullable): the file; %NULL if it is in memory
 */
GFile           *chancery_library_get_file     (ChanceryLibrary      *self);

/**
 * chancery_library_default_file:
 *
 * Returns: (transfer full): `library.db` in the user's data folder of this
 *   profile (`chancery`, or `chancery-devel` for a development build)
 */
GFile           *chancery_library_default_file (void);

/* Articles */

/**
 * chancery_library_import_article_async:
 *
 * Keeps an article. One that is there already, by uid or by its words, stays as
 * it is; one that was removed comes back, with its notes.
 */
void             chancery_library_import_article_async  (ChanceryLibrary     *self,
                                                         ChanceryArticle     *article,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);

/**
 * chancery_library_import_article_finish:
 * @is_new: (out) (optional): whether the list of articles grew
 *
 * Returns: (transfer full): the uid under which the library has the article,
 *   which is another than asked for if the same words were there already
 */
char            *chancery_library_import_article_finish (ChanceryLibrary     *self,
                                                         GAsyncResult        *result,
                                                         gboolean            *is_new,
                                                         GError             **error);

/**
 * chancery_library_load_article_async:
 *
 * Reads one article with its text.
 */
void             chancery_library_load_article_async    (ChanceryLibrary     *self,
                                                         const char          *uid,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);

/**
 * chancery_library_load_article_finish:
 *
 * Fails with %CHANCERY_STORE_ERROR_NOT_FOUND if there is no such article.
 *
 * Returns: (transfer full): the article
 */
ChanceryArticle *chancery_library_load_article_finish   (ChanceryLibrary     *self,
                                                         GAsyncResult        *result,
                                                         GError             **error);

/**
 * chancery_library_update_article_async:
 * @article: the corrected article, with the uid of one in the library
 *
 * Replaces an article's properties. Its text can't be changed, since notes would
 * lose their places: that fails with %CHANCERY_STORE_ERROR_INVALID.
 */
void             chancery_library_update_article_async  (ChanceryLibrary     *self,
                                                         ChanceryArticle     *article,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);
gboolean         chancery_library_update_article_finish (ChanceryLibrary     *self,
                                                         GAsyncResult        *result,
                                                         GError             **error);

/**
 * chancery_library_remove_article_async:
 *
 * Removes an article and its notes from everything that lists or finds them.
 * They are kept aside for thirty days, for chancery_library_restore_article_async().
 */
void             chancery_library_remove_article_async  (ChanceryLibrary     *self,
                                                         const char          *uid,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);
gboolean         chancery_library_remove_article_finish (ChanceryLibrary     *self,
                                                         GAsyncResult        *result,
                                                         GError             **error);

/**
 * chancery_library_restore_article_async:
 *
 * Brings a removed article and its notes back.
 */
void             chancery_library_restore_article_async  (ChanceryLibrary     *self,
                                                          const char          *uid,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
gboolean         chancery_library_restore_article_finish (ChanceryLibrary     *self,
                                                          GAsyncResult        *result,
                                                          GError             **error);

/* Where the reader is */

/**
 * chancery_library_set_reading_async:
 * @position_chars: the first visible code point of the canonical text
 * @read: whether the article has been read
 */
void             chancery_library_set_reading_async     (ChanceryLibrary     *self,
                                                         const char          *article_uid,
                                                         gsize                position_chars,
                                                         gboolean             read,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);
gboolean         chancery_library_set_reading_finish    (ChanceryLibrary     *self,
                                                         GAsyncResult        *result,
                                                         GError             **error);

void             chancery_library_get_reading_async     (ChanceryLibrary     *self,
                                                         const char          *article_uid,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);

/**
 * chancery_library_get_reading_finish:
 * @position_chars: (out) (optional): the first visible code point of the text
 * @read: (out) (optional): whether the article has been read
 */
gboolean         chancery_library_get_reading_finish    (ChanceryLibrary     *self,
                                                         GAsyncResult        *result,
                                                         gsize               *position_chars,
                                                         gboolean            *read,
                                                         GError             **error);

/* Notes */

/**
 * chancery_library_put_note_async:
 * @note: a note; it is copied at once
 *
 * Adds the note, or replaces the one with the same uid. When it finishes without
 * an error, the note is on the disk: it survives a crash of the program and of
 * the machine. All lists have it by then.
 *
 * Fails with %CHANCERY_STORE_ERROR_NOT_FOUND if its article isn't there. A
 * cancellation after the note was written is ignored.
 */
void             chancery_library_put_note_async        (ChanceryLibrary     *self,
                                                         ChanceryNote        *note,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);
gboolean         chancery_library_put_note_finish       (ChanceryLibrary     *self,
                                                         GAsyncResult        *result,
                                                         GError             **error);

/**
 * chancery_library_remove_note_async:
 *
 * Removes a note for good, as durably as it was put. To undo it, put it again.
 *
 * Fails with %CHANCERY_STORE_ERROR_NOT_FOUND if there is no such note.
 */
void             chancery_library_remove_note_async     (ChanceryLibrary     *self,
                                                         const char          *uid,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);
gboolean         chancery_library_remove_note_finish    (ChanceryLibrary     *self,
                                                         GAsyncResult        *result,
                                                         GError             **error);

void             chancery_library_load_note_async       (ChanceryLibrary     *self,
                                                         const char          *uid,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);

/**
 * chancery_library_load_note_finish:
 *
 * Fails with %CHANCERY_STORE_ERROR_NOT_FOUND if there is no such note.
 *
 * Returns: (transfer full): the note, which doesn't follow later changes
 */
ChanceryNote    *chancery_library_load_note_finish      (ChanceryLibrary     *self,
                                                         GAsyncResult        *result,
                                                         GError             **error);

/**
 * chancery_library_count_notes_by_state_async:
 * @article_uid: (nullable): an article, or %NULL for the whole library
 */
void             chancery_library_count_notes_by_state_async  (ChanceryLibrary     *self,
                                                               const char          *article_uid,
                                                               GCancellable        *cancellable,
                                                               GAsyncReadyCallback  callback,
                                                               gpointer             user_data);

/**
 * chancery_library_count_notes_by_state_finish:
 *
 * Returns: (transfer full) (element-type utf8 guint): ISO code to the number of
 *   notes about the state, as GUINT_TO_POINTER(); states without notes are absent
 */
GHashTable      *chancery_library_count_notes_by_state_finish (ChanceryLibrary     *self,
                                                               GAsyncResult        *result,
                                                               GError             **error);

/* Colours */

/**
 * chancery_library_get_colour_name:
 *
 * What the reader calls a colour ("claim", "to check"), as it is kept in the
 * library. #ChanceryLibrary::colour-names-changed tells when it changes.
 *
 * Returns: (transfer none) (nullable): the name; %NULL if it has none
 */
const char      *chancery_library_get_colour_name        (ChanceryLibrary     *self,
                                                          ChanceryColour       colour);

/**
 * chancery_library_set_colour_name_async:
 * @name: (nullable): what to call it; %NULL or the empty string for nothing
 */
void             chancery_library_set_colour_name_async  (ChanceryLibrary     *self,
                                                          ChanceryColour       colour,
                                                          const char          *name,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
gboolean         chancery_library_set_colour_name_finish (ChanceryLibrary     *self,
                                                          GAsyncResult        *result,
                                                          GError             **error);

/* Lists */

/**
 * chancery_library_list_articles:
 *
 * All articles, newest first, as #ChanceryArticleItem. The list is read in pages
 * and follows every change. It is empty until its first page has come, which is
 * one items-changed; chancery_library_list_articles_async() waits for that.
 *
 * Returns: (transfer full): a live list
 */
GListModel      *chancery_library_list_articles         (ChanceryLibrary          *self);

/**
 * chancery_library_list_articles_async:
 *
 * Makes a list that has its number of items and its first page from the start.
 */
void             chancery_library_list_articles_async   (ChanceryLibrary          *self,
                                                         GCancellable             *cancellable,
                                                         GAsyncReadyCallback       callback,
                                                         gpointer                  user_data);

/**
 * chancery_library_list_articles_finish:
 *
 * Returns: (transfer full): a live list of #ChanceryArticleItem
 */
GListModel      *chancery_library_list_articles_finish  (ChanceryLibrary          *self,
                                                         GAsyncResult             *result,
                                                         GError                  **error);

/**
 * chancery_library_list_notes:
 * @filter: (nullable): which notes
 *
 * The notes of one article, in the order of the text, come all at once; else they
 * come in pages, and an item may be a placeholder, with the empty string as uid,
 * until its page has come and all its properties are notified. It is empty until
 * its first page has come, which is one items-changed;
 * chancery_library_list_notes_async() waits for that.
 *
 * A note that changes stays the same object and notifies its properties, unless
 * the change moves it in the list.
 *
 * Returns: (transfer full): a live list of #ChanceryNote
 */
GListModel      *chancery_library_list_notes            (ChanceryLibrary          *self,
                                                         const ChanceryNoteFilter *filter);
void             chancery_library_list_notes_async      (ChanceryLibrary          *self,
                                                         const ChanceryNoteFilter *filter,
                                                         GCancellable             *cancellable,
                                                         GAsyncReadyCallback       callback,
                                                         gpointer                  user_data);

/**
 * chancery_library_list_notes_finish:
 *
 * Returns: (transfer full): a live list of #ChanceryNote
 */
GListModel      *chancery_library_list_notes_finish     (ChanceryLibrary          *self,
                                                         GAsyncResult             *result,
                                                         GError                  **error);

/**
 * chancery_library_count_notes_async:
 * @filter: (nullable): which notes
 *
 * Counts notes without listing them: those that are due, say, or orphans.
 */
void             chancery_library_count_notes_async     (ChanceryLibrary          *self,
                                                         const ChanceryNoteFilter *filter,
                                                         GCancellable             *cancellable,
                                                         GAsyncReadyCallback       callback,
                                                         gpointer                  user_data);
gboolean         chancery_library_count_notes_finish    (ChanceryLibrary          *self,
                                                         GAsyncResult             *result,
                                                         guint                    *n_notes,
                                                         GError                  **error);

/**
 * chancery_library_load_notes_async:
 * @filter: (nullable): which notes, and in which order
 *
 * Reads all of them at once, for an export; cancelling stops it at once.
 */
void             chancery_library_load_notes_async      (ChanceryLibrary          *self,
                                                         const ChanceryNoteFilter *filter,
                                                         GCancellable             *cancellable,
                                                         GAsyncReadyCallback       callback,
                                                         gpointer                  user_data);

/**
 * chancery_library_load_notes_finish:
 *
 * Returns: (transfer full) (element-type ChanceryNote): the notes, which don't
 *   follow later changes
 */
GPtrArray       *chancery_library_load_notes_finish     (ChanceryLibrary          *self,
                                                         GAsyncResult             *result,
                                                         GError                  **error);

/**
 * chancery_library_prepare_filtering_async:
 *
 * Reads what filters need into memory, a few milliseconds at a time between
 * other work, so that the first key typed into a filter of a very large library
 * doesn't wait for it. To be called when a filter comes into sight; costs about
 * 30 bytes a note until the library is closed.
 */
void             chancery_library_prepare_filtering_async  (ChanceryLibrary     *self,
                                                            GCancellable        *cancellable,
                                                            GAsyncReadyCallback  callback,
                                                            gpointer             user_data);
gboolean         chancery_library_prepare_filtering_finish (ChanceryLibrary     *self,
                                                            GAsyncResult        *result,
                                                            GError             **error);

/* Search */

/**
 * chancery_library_search_async:
 * @words: what the reader typed: words that must all be there, phrases in
 *    quotation marks; the last word may be a beginning
 * @n_max: how many results at most
 *
 * Finds articles by headline, standfirst and text, and notes by body and passage.
 * Case and diacritics don't matter. Cancelling stops the search at once.
 */
void             chancery_library_search_async          (ChanceryLibrary     *self,
                                                         const char          *words,
                                                         guint                n_max,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);

/**
 * chancery_library_search_finish:
 *
 * Returns: (transfer container) (element-type ChancerySearchResult): the best
 *   finds first; empty if there are none
 */
GPtrArray       *chancery_library_search_finish         (ChanceryLibrary     *self,
                                                         GAsyncResult        *result,
                                                         GError             **error);

/* Care */

/**
 * chancery_library_check_async:
 *
 * Checks the whole library: SQLite's structures, the references, the search
 * index, and that every note lies in its text and says what the text says there.
 * A library on disk is read through a connection of its own, so that other work
 * goes on.
 */
void             chancery_library_check_async           (ChanceryLibrary     *self,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);

/**
 * chancery_library_check_finish:
 *
 * Returns: (transfer full): one sentence a problem; empty if all is well
 */
GStrv            chancery_library_check_finish          (ChanceryLibrary     *self,
                                                         GAsyncResult        *result,
                                                         GError             **error);

/**
 * chancery_library_refresh:
 *
 * Looks whether another process changed the file, as happens by itself before
 * every operation and when the file's monitor tells. #ChanceryLibrary::changed-elsewhere
 * follows if so, after the lists have been brought up to date.
 */
void             chancery_library_refresh               (ChanceryLibrary     *self);

/**
 * chancery_library_recover_async:
 *
 * Reads what can be read of a damaged library into a new file, and puts that in
 * its place. The old file is kept beside it, under a name that says when. Close
 * the library first.
 */
void             chancery_library_recover_async         (GFile               *file,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);

/**
 * chancery_library_recover_finish:
 * @n_articles: (out) (optional): how many articles were saved
 * @n_notes: (out) (optional): how many notes were saved
 *
 * Returns: (transfer full): where the damaged file is now
 */
GFile           *chancery_library_recover_finish        (GAsyncResult        *result,
                                                         guint               *n_articles,
                                                         guint               *n_notes,
                                                         GError             **error);

/**
 * chancery_library_set_aside_async:
 *
 * Gives a file that can't be opened another name, under which it is kept beside
 * the library that can then be made in its place. Close the library first.
 */
void             chancery_library_set_aside_async       (GFile               *file,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);

/**
 * chancery_library_set_aside_finish:
 *
 * Returns: (transfer full): where the file is now
 */
GFile           *chancery_library_set_aside_finish      (GAsyncResult        *result,
                                                         GError             **error);

G_END_DECLS
