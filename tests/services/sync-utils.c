/* sync-utils.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sync-utils.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "sync/chancery-sync-facts.h"

static const char * const subfolders[] = { "notes", "articles" };

static gint64
clock_cb (gpointer user_data)
{
  TestMachine *machine = user_data;

  return machine->now_us;
}

TestMachine *
test_machine_new (guint  number,
                  gint64 skew_us)
{
  TestMachine *machine = g_new0 (TestMachine, 1);
  g_autoptr (GError) error = NULL;

  machine->number = number;
  machine->now_us = (gint64) 1700000000 * G_USEC_PER_SEC + skew_us;
  /* In memory, where waiting for the disk takes no time. */
  if (g_access ("/dev/shm", W_OK) == 0)
    machine->folder = g_mkdtemp (g_strdup ("/dev/shm/chancery-sync-XXXXXX"));
  else
    machine->folder = g_dir_make_tmp ("chancery-sync-XXXXXX", &error);
  g_assert_no_error (error);
  g_assert_nonnull (machine->folder);
  machine->store = chancery_store_open (NULL, CHANCERY_LIBRARY_DEFAULT, 1000, &error);
  g_assert_no_error (error);
  return machine;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *place = g_build_filename (path, name, NULL);

      if (g_file_test (place, G_FILE_TEST_IS_DIR) && !g_file_test (place, G_FILE_TEST_IS_SYMLINK))
        remove_tree (place);
      else
        g_unlink (place);
    }
  g_rmdir (path);
}

void
test_machine_free (TestMachine *machine)
{
  remove_tree (machine->folder);
  g_free (machine->folder);
  chancery_store_close (machine->store);
  g_free (machine);
}

gint64
test_tick (TestMachine *machine)
{
  machine->now_us += G_USEC_PER_SEC;
  return machine->now_us;
}

ChancerySyncReport *
test_try_pass (TestMachine  *machine,
               gboolean      anew,
               GError      **error)
{
  ChancerySyncOptions options = { .folder = machine->folder, .anew = anew, .clock = clock_cb, .clock_data = machine };

  test_tick (machine);
  return chancery_sync_run (machine->store, &options, NULL, error);
}

ChancerySyncReport *
test_run_pass (TestMachine *machine)
{
  g_autoptr (GError) error = NULL;
  ChancerySyncReport *report = test_try_pass (machine, FALSE, &error);

  g_assert_no_error (error);
  return report;
}

/* Libraries */

static GPtrArray *
load_notes (TestMachine *machine)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *notes = chancery_store_load_notes (machine->store, NULL, &error);

  g_assert_no_error (error);
  return notes;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

GStrv
test_list_article_uids (TestMachine *machine)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  guint n_rows;
  GStrv uids;

  g_assert_true (chancery_store_add_cursor (machine->store, 1, CHANCERY_CURSOR_ARTICLES, NULL, &n_rows, &rows, &error));
  g_assert_no_error (error);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = chancery_store_fetch (machine->store, 1, 0, n_rows, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_strv_builder_add (builder, chancery_article_item_get_uid (g_ptr_array_index (rows, i)));
  chancery_store_drop_cursor (machine->store, 1);
  uids = g_strv_builder_end (builder);
  qsort (uids, g_strv_length (uids), sizeof *uids, compare_strings);
  return uids;
}

GStrv
test_list_note_uids (TestMachine *machine)
{
  g_autoptr (GPtrArray) notes = load_notes (machine);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GStrv uids;

  for (guint i = 0; i < notes->len; i++)
    g_strv_builder_add (builder, chancery_note_get_uid (g_ptr_array_index (notes, i)));
  uids = g_strv_builder_end (builder);
  qsort (uids, g_strv_length (uids), sizeof *uids, compare_strings);
  return uids;
}

ChanceryArticle *
test_load_present (TestMachine *machine,
                   const char  *uid)
{
  g_autoptr (GError) error = NULL;
  ChanceryArticle *article = chancery_store_load_article (machine->store, uid, &error);

  g_assert_no_error (error);
  return article;
}

ChanceryNote *
test_find_stored_note (TestMachine *machine,
                       const char  *uid)
{
  return chancery_store_load_note (machine->store, uid, NULL);
}

ChanceryNote *
test_load_stored_note (TestMachine *machine,
                       const char  *uid)
{
  ChanceryNote *note = test_find_stored_note (machine, uid);

  g_assert_nonnull (note);
  return note;
}

GPtrArray *
test_copy_blocks (ChanceryArticle *article)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);

  for (guint i = 0; i < chancery_article_get_n_blocks (article); i++)
    {
      const ChanceryBlock *block = chancery_article_get_block (article, i);

      g_ptr_array_add (blocks, chancery_block_new (block->kind, block->level, block->text));
    }
  return blocks;
}

static ChancerySyncArticle *
load_article (TestMachine *machine,
              const char  *uid)
{
  g_autoptr (GError) error = NULL;
  ChanceryStoreSync *sync = chancery_store_sync_new (machine->store, &error);
  ChancerySyncArticle *article;

  g_assert_no_error (error);
  g_assert_true (chancery_store_sync_begin (sync, &error));
  g_assert_true (chancery_store_sync_load_article (sync, uid, &article, &error));
  g_assert_no_error (error);
  g_assert_true (chancery_store_sync_end (sync, TRUE, &error));
  chancery_store_sync_free (sync);
  return article;
}

/* All texts that an article has and had. */
char *
test_dup_texts (TestMachine *machine,
                const char  *uid)
{
  g_autoptr (ChancerySyncArticle) article = load_article (machine, uid);
  GString *texts = g_string_new (chancery_article_get_text (article->article));

  for (guint i = 0; i < article->older->len; i++)
    g_string_append_printf (texts, "\n%s",
                            chancery_article_get_text (((ChancerySyncText *) g_ptr_array_index (article->older, i))->article));
  return g_string_free_and_steal (texts);
}

static void
append_facts (GString    *text,
              const char *uid,
              GHashTable *facts)
{
  g_autoptr (GPtrArray) names = g_hash_table_get_keys_as_ptr_array (facts);

  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  g_string_append_printf (text, "%s\n", uid);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "  %s: %s\n", (char *) names->pdata[i], (char *) g_hash_table_lookup (facts, names->pdata[i]));
}

/* All that a library says; it must be sound, too. */
char *
test_dump (TestMachine *machine)
{
  g_auto (GStrv) articles = test_list_article_uids (machine), notes = test_list_note_uids (machine), problems = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);

  for (gsize i = 0; articles[i] != NULL; i++)
    {
      g_autoptr (ChancerySyncArticle) article = load_article (machine, articles[i]);
      g_autoptr (GHashTable) facts = chancery_sync_facts_of_article (article);

      append_facts (text, articles[i], facts);
    }
  for (gsize i = 0; notes[i] != NULL; i++)
    {
      g_autoptr (ChanceryNote) note = test_load_stored_note (machine, notes[i]);
      g_autoptr (GHashTable) facts = chancery_sync_facts_of_note (note);

      append_facts (text, notes[i], facts);
    }

  problems = chancery_store_check (machine->store, &error);
  g_assert_no_error (error);
  if (problems[0] != NULL)
    g_error ("%s", problems[0]);
  return g_string_free_and_steal (text);
}

/* Folders */

GHashTable *
test_read_folder (TestMachine *machine)
{
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (subfolders); i++)
    {
      g_autofree char *path = g_build_filename (machine->folder, subfolders[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *place = g_build_filename (path, name, NULL);
          char *content;
          gsize size;

          if (*name != '.' && g_file_get_contents (place, &content, &size, NULL))
            g_hash_table_replace (files, g_build_filename (subfolders[i], name, NULL), g_bytes_new_take (content, size));
        }
    }
  return files;
}

void
test_write_file (TestMachine *machine,
                 const char  *name,
                 GBytes      *content,
                 gboolean     atomically)
{
  g_autofree char *place = g_build_filename (machine->folder, name, NULL), *folder = g_path_get_dirname (place);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_file_set_contents_full (place, g_bytes_get_data (content, NULL), (gssize) g_bytes_get_size (content),
                            atomically ? G_FILE_SET_CONTENTS_CONSISTENT : G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* What a file says; %NULL if it isn't whole. One may lack its last line feed, which says nothing. */
static char *
dup_meaning (GBytes *content)
{
  g_autoptr (ChancerySyncRecord) record =
    chancery_sync_record_parse (g_bytes_get_data (content, NULL), g_bytes_get_size (content), NULL);

  return record != NULL ? chancery_sync_record_to_text (record) : NULL;
}

/* What differs comes over beside what is there, as programs that sync do. What is half there everywhere is deleted, as people are told to. */
gboolean
test_copy_folder (TestMachine *from,
                  TestMachine *to)
{
  g_autoptr (GHashTable) files = test_read_folder (from), others = test_read_folder (to);
  GHashTableIter iter;
  gpointer name, content;
  gboolean changed = FALSE;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &content))
    {
      GBytes *other = g_hash_table_lookup (others, name);
      g_autofree char *meaning = dup_meaning (content), *other_meaning = other != NULL ? dup_meaning (other) : NULL;

      if (meaning == NULL)
        {
          g_autofree char *place = g_build_filename (from->folder, name, NULL);

          g_assert_no_errno (g_unlink (place));
          changed = TRUE;
          continue;
        }
      if (strstr (name, "conflict") != NULL || g_strcmp0 (meaning, other_meaning) == 0)
        continue;
      changed = TRUE;
      if (other_meaning != NULL)
        {
          g_autofree char *copy = g_strdup_printf ("%.*s.sync-conflict-20260101-%u-ABC.json", (int) strlen (name) - 5,
                                                   (char *) name, from->number);

          test_write_file (to, copy, content, TRUE);
        }
      else
        test_write_file (to, name, content, TRUE);
    }
  return changed;
}
