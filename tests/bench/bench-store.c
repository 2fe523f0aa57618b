/* bench-store.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "big-library.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "chancery-library-bulk.h"

/* What a library costs, small and large: bench-store [FOLDER]. The libraries
 * stay in the folder, so that the large one is made once. */

#define N_RUNS 15
#define N_WRITES 200
/* So many notes fill the log, which the library then brings into the file as soon as nothing happens for a moment. One
 * who writes notes leaves it that moment; a log that grows costs the file system another write each time. */
#define N_BETWEEN_REST 66
#define REST_US 600000
#define N_BULK 100000
/* About as many pages as a note writes: its row, five indices, the search index, counts, and the list of changes. */
#define MAX_TABLES 16

typedef struct
{
  const char *name;
  const char *unit;
  double values[2];
} Row;

static GArray *rows;

static void
report (const char *name,
        const char *unit,
        guint       column,
        double      value)
{
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);

      if (strcmp (row->name, name) == 0)
        {
          row->values[column] = value;
          return;
        }
    }

  {
    Row row = { name, unit, { 0, 0 } };

    row.values[column] = value;
    g_array_append_val (rows, row);
  }
}

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static double
median (double *values,
        gsize   n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}

/* kB of memory that is this process's own */
static double
get_memory (void)
{
  g_autofree char *text = NULL;
  const char *found;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  found = strstr (text, "Pss_Anon:");
  return found != NULL ? g_ascii_strtod (found + strlen ("Pss_Anon:"), NULL) : 0;
}

static GListModel *
list_articles (ChanceryLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;

  chancery_library_list_articles_async (library, NULL, big_library_result_cb, &result);
  return chancery_library_list_articles_finish (library, big_library_wait (&result), NULL);
}

static GListModel *
list_notes (ChanceryLibrary          *library,
            const ChanceryNoteFilter *filter)
{
  g_autoptr (GAsyncResult) result = NULL;

  chancery_library_list_notes_async (library, filter, NULL, big_library_result_cb, &result);
  return chancery_library_list_notes_finish (library, big_library_wait (&result), NULL);
}

static double
jump (GListModel *notes,
      guint       position)
{
  double start = now_ms ();
  g_autoptr (ChanceryNote) note = g_list_model_get_item (notes, position);

  while (*chancery_note_get_uid (note) == '\0')
    g_main_context_iteration (NULL, TRUE);
  return now_ms () - start;
}

static double
search (ChanceryLibrary *library,
        const char      *words)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) results = NULL;
  double start = now_ms ();

  chancery_library_search_async (library, words, 50, NULL, big_library_result_cb, &result);
  results = chancery_library_search_finish (library, big_library_wait (&result), NULL);
  return now_ms () - start;
}

static void
measure_reading (const char *path,
                 guint       column)
{
  double open_ms[N_RUNS], articles_ms[N_RUNS], notes_ms[N_RUNS], state_ms[N_RUNS], first_jump_ms[N_RUNS], jump_ms[N_RUNS];
  double before_kb = 0, after_kb = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (GListModel) articles = NULL, notes = NULL, of_state = NULL;
      ChanceryLibrary *library;
      guint n_notes;
      double start;

      before_kb = get_memory ();
      start = now_ms ();
      library = big_library_open (path);
      open_ms[i] = now_ms () - start;
      start = now_ms ();
      articles = list_articles (library);
      articles_ms[i] = now_ms () - start;
      start = now_ms ();
      notes = list_notes (library, NULL);
      notes_ms[i] = now_ms () - start;
      if (i == 0)
        after_kb = get_memory () - before_kb;
      start = now_ms ();
      of_state = list_notes (library, &(ChanceryNoteFilter) { .iso = "AM" });
      state_ms[i] = now_ms () - start;

      n_notes = g_list_model_get_n_items (notes);
      first_jump_ms[i] = jump (notes, n_notes / 2);
      jump_ms[i] = jump (notes, n_notes / 2 > 1000 ? n_notes / 2 - 1000 : 0);

      g_clear_object (&articles);
      g_clear_object (&notes);
      g_clear_object (&of_state);
      big_library_close (library);
    }

  report ("open", "ms", column, median (open_ms, N_RUNS));
  report ("first page of articles", "ms", column, median (articles_ms, N_RUNS));
  report ("first page of notes", "ms", column, median (notes_ms, N_RUNS));
  report ("first page of a state's notes", "ms", column, median (state_ms, N_RUNS));
  report ("first jump to the middle", "ms", column, median (first_jump_ms, N_RUNS));
  report ("jump near the middle again", "ms", column, median (jump_ms, N_RUNS));
  report ("memory: library and two lists", "kB", column, after_kb);
}

static double
put_notes (ChanceryLibrary *library)
{
  double put_ms[N_WRITES];

  for (guint i = 0; i < N_WRITES; i++)
    {
      g_autofree char *uid = g_strdup_printf ("bench-%u", i);
      const char * const states[] = { "AM", NULL }, * const tags[] = { "bench", NULL };
      g_autoptr (ChanceryNote) note = chancery_note_new (&(ChanceryNoteFields) {
        .uid = uid, .body = "A few words of a note, as one writes them", .states = states, .tags = tags,
        .created_us = g_get_real_time () });
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      double start;

      if (i % N_BETWEEN_REST == 0)
        g_usleep (REST_US);
      start = now_ms ();
      chancery_library_put_note_async (library, note, NULL, big_library_result_cb, &result);
      if (!chancery_library_put_note_finish (library, big_library_wait (&result), &error))
        g_error ("%s", error->message);
      put_ms[i] = now_ms () - start;
    }

  for (guint i = 0; i < N_WRITES; i++)
    {
      g_autofree char *uid = g_strdup_printf ("bench-%u", i);
      g_autoptr (GAsyncResult) result = NULL;

      chancery_library_remove_note_async (library, uid, NULL, big_library_result_cb, &result);
      big_library_wait (&result);
    }

  return median (put_ms, N_WRITES);
}

static void
write_many (ChanceryLibrary     *library,
            GPtrArray           *put,
            const char * const  *removed)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  chancery_library_write_notes_async (library, put, removed, NULL, big_library_result_cb, &result);
  if (!chancery_library_write_notes_finish (library, big_library_wait (&result), &error))
    g_error ("%s", error->message);
}

/* Many notes in one transaction, and away again. */
static void
measure_bulk (ChanceryLibrary *library,
              guint            column)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();
  double start;

  for (guint i = 0; i < N_BULK; i++)
    {
      g_autofree char *uid = g_strdup_printf ("bulk-%u", i);
      const char * const states[] = { "AM", NULL }, * const tags[] = { "bench", NULL };

      g_ptr_array_add (notes, chancery_note_new (&(ChanceryNoteFields) {
        .uid = uid, .body = "A few words of a note, as one writes them", .states = states, .tags = tags,
        .created_us = g_get_real_time () }));
      g_ptr_array_add (uids, (gpointer) chancery_note_get_uid (notes->pdata[i]));
    }
  g_ptr_array_add (uids, NULL);

  start = now_ms ();
  write_many (library, notes, NULL);
  report ("add 100,000 notes", "ms", column, now_ms () - start);
  for (guint i = 0; i < N_BULK; i++)
    chancery_note_set_colour (notes->pdata[i], CHANCERY_COLOUR_BLUE);
  start = now_ms ();
  write_many (library, notes, NULL);
  report ("recolour 100,000 notes", "ms", column, now_ms () - start);
  start = now_ms ();
  write_many (library, NULL, (const char * const *) uids->pdata);
  report ("remove 100,000 notes", "ms", column, now_ms () - start);
}

/* The same rows as those of put_notes(), with their indices, counts and search index, written by SQL alone into the same
 * file: what of the time is the database's, and not the library's. */
static double
put_plain (const char *path)
{
  double put_ms[N_WRITES];
  sqlite3_stmt *statement;
  sqlite3 *database;

  sqlite3_open (path, &database);
  sqlite3_exec (database, "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0", NULL, NULL, NULL);
  sqlite3_prepare_v2 (database, "INSERT INTO notes (uid, body, colour, kind, tags, states, created_us, modified_us, orphan, links, score) "
                      "VALUES ('plain-' || ?1, 'A few words of a note, as one writes them', 'yellow', 'note', '[\"bench\"]',"
                      "  '[\"AM\"]', ?2, ?2, 0, '[]', 1)", -1, &statement, NULL);
  for (int i = 0; i < N_WRITES; i++)
    {
      double start;

      if (i % N_BETWEEN_REST == 0)
        sqlite3_wal_checkpoint_v2 (database, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
      start = now_ms ();
      sqlite3_bind_int (statement, 1, i);
      sqlite3_bind_int64 (statement, 2, g_get_real_time ());
      if (sqlite3_step (statement) != SQLITE_DONE)
        g_error ("%s", sqlite3_errmsg (database));
      sqlite3_reset (statement);
      put_ms[i] = now_ms () - start;
    }
  sqlite3_finalize (statement);
  sqlite3_exec (database, "DELETE FROM notes WHERE uid LIKE 'plain-%'", NULL, NULL, NULL);
  sqlite3_close (database);

  return median (put_ms, N_WRITES);
}

/* One row in each of some tables, in one transaction, as durable; into a log that, like that of a library in use, has its
 * length already. Each table is one page more in the log: what that costs is the price of an index, of a count, and of
 * each part of a search index, whoever writes it. */
static double
commit_bare (const char *folder,
             guint       n_tables)
{
  g_autofree char *path = g_build_filename (folder, "bare.db", NULL);
  double commit_ms[N_WRITES];
  sqlite3_stmt *begin, *commit, *statements[MAX_TABLES];
  sqlite3 *database;

  g_unlink (path);
  sqlite3_open (path, &database);
  sqlite3_exec (database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 100;", NULL, NULL, NULL);
  sqlite3_prepare_v2 (database, "BEGIN", -1, &begin, NULL);
  sqlite3_prepare_v2 (database, "COMMIT", -1, &commit, NULL);
  for (guint i = 0; i < n_tables; i++)
    {
      g_autofree char *create = g_strdup_printf ("CREATE TABLE t%u (id INTEGER PRIMARY KEY, body TEXT)", i);
      g_autofree char *insert = g_strdup_printf ("INSERT INTO t%u (body) VALUES ('A few words of a note, as one writes them')", i);

      sqlite3_exec (database, create, NULL, NULL, NULL);
      sqlite3_prepare_v2 (database, insert, -1, &statements[i], NULL);
    }
  for (guint i = 0; i < 2 * N_WRITES; i++)
    {
      double start = now_ms ();

      sqlite3_step (begin);
      sqlite3_reset (begin);
      for (guint j = 0; j < n_tables; j++)
        {
          sqlite3_step (statements[j]);
          sqlite3_reset (statements[j]);
        }
      sqlite3_step (commit);
      sqlite3_reset (commit);
      commit_ms[i % N_WRITES] = now_ms () - start;
    }
  for (guint i = 0; i < n_tables; i++)
    sqlite3_finalize (statements[i]);
  sqlite3_finalize (begin);
  sqlite3_finalize (commit);
  sqlite3_close (database);
  g_unlink (path);

  return median (commit_ms, N_WRITES);
}

static void
measure_writing (const char *path,
                 const char *folder,
                 guint       column)
{
  ChanceryLibrary *library = big_library_open (path);
  g_autoptr (GListModel) articles = list_articles (library), notes = list_notes (library, NULL);

  put_notes (library);
  report ("put a note", "ms", column, put_notes (library));
  report ("the same row by SQL alone", "ms", column, put_plain (path));
  report ("bare SQLite commit, same disk", "ms", column, commit_bare (folder, 1));
  report ("the same into 4 tables", "ms", column, commit_bare (folder, 4));
  report ("the same into 16 tables", "ms", column, commit_bare (folder, MAX_TABLES));
  measure_bulk (library, column);
  g_clear_object (&articles);
  g_clear_object (&notes);
  big_library_close (library);
}

static void
measure_searching (const char *path,
                   guint       column)
{
  static const char * const words[] = { "alba", "calco", "\"fegu lament\" al", "parpo se", "vura" };
  ChanceryLibrary *library = big_library_open (path);
  double search_ms[G_N_ELEMENTS (words) * 5];

  for (gsize i = 0; i < G_N_ELEMENTS (search_ms); i++)
    search_ms[i] = search (library, words[i % G_N_ELEMENTS (words)]);
  report ("search, median", "ms", column, median (search_ms, G_N_ELEMENTS (search_ms)));
  report ("search, slowest", "ms", column, search_ms[G_N_ELEMENTS (search_ms) - 1]);
  big_library_close (library);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    guint n_articles;
    guint n_notes;
  } libraries[] = {
    { "small.db", 10, 10 },
    { "large.db", 100000, 1000000 },
  };
  g_autofree char *folder = argc > 1 ? g_strdup (argv[1])
                                     : g_build_filename (g_get_user_cache_dir (), "chancery-bench", NULL);

  rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (libraries); i++)
    {
      g_autofree char *path = g_build_filename (folder, libraries[i].name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        {
          double start = now_ms ();

          big_library_make (path, libraries[i].n_articles, libraries[i].n_notes);
          report ("make it", "ms", i, now_ms () - start);
        }
      measure_reading (path, i);
      measure_writing (path, folder, i);
      measure_searching (path, i);
    }

  g_print ("%-32s %12s %12s\n", "", "10/10", "100k/1M");
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      g_print ("%-32s %12.2f %12.2f %s\n", row->name, row->values[0], row->values[1], row->unit);
    }
  g_array_unref (rows);

  return EXIT_SUCCESS;
}
