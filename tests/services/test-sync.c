/* test-sync.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sync-utils.h"
#include "sync/chancery-sync-facts.h"
#include "sync/chancery-sync-life.h"

/* Records */

static char *
to_text (ChancerySyncRecord *record)
{
  return chancery_sync_record_to_text (record);
}

static ChancerySyncRecord *
from_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  ChancerySyncRecord *record = chancery_sync_record_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  return record;
}

static void
write_member (ChancerySyncRecord *record,
              const char         *by,
              const char         *member,
              const char         *value)
{
  const guint64 number = chancery_sync_record_next (record);

  chancery_sync_record_put (record, number, by, member, value);
  chancery_sync_record_put (record, number, by, CHANCERY_SYNC_LIFE, CHANCERY_SYNC_HERE);
}

static void
test_record_supersedes (void)
{
  g_autoptr (ChancerySyncRecord) a = chancery_sync_record_new (CHANCERY_SYNC_NOTE, "x");
  g_autoptr (ChancerySyncRecord) b = chancery_sync_record_new (CHANCERY_SYNC_NOTE, "x");

  write_member (a, "m1", "body", "\"first\"");
  g_assert_true (chancery_sync_record_join (b, a));
  g_assert_false (chancery_sync_record_join (b, a));
  write_member (b, "m2", "body", "\"second\"");
  g_assert_true (chancery_sync_record_join (a, b));
  g_assert_cmpuint (chancery_sync_record_get (a, "body")->len, ==, 1);
  g_assert_cmpstr (chancery_sync_record_get_value (a, "body"), ==, "\"second\"");

  /* Neither knew of the other's. */
  write_member (a, "m1", "body", "\"third\"");
  write_member (b, "m2", "body", "\"fourth\"");
  g_assert_true (chancery_sync_record_join (a, b));
  g_assert_cmpuint (chancery_sync_record_get (a, "body")->len, ==, 2);

  /* Of what can only have one value, the one that was written after more writings. */
  write_member (b, "m2", "colour", "\"blue\"");
  write_member (b, "m2", "colour", "\"green\"");
  write_member (a, "m1", "colour", "\"pink\"");
  g_assert_true (chancery_sync_record_join (a, b));
  g_assert_cmpuint (chancery_sync_record_get (a, "colour")->len, ==, 2);
  g_assert_cmpstr (chancery_sync_record_get_value (a, "colour"), ==, "\"green\"");
}

static ChancerySyncRecord *
make_random (GRand *rand,
             GPtrArray *records)
{
  static const char * const members[] = { "body", "colour", "tags/a", "tags/b" };
  const char * const machines[] = { "m1", "m2", "m3" };
  const guint i = (guint) g_rand_int_range (rand, 0, 3);
  ChancerySyncRecord *mine = g_ptr_array_index (records, i);
  g_autofree char *value = g_strdup_printf ("%d", g_rand_int_range (rand, 0, 1000000)), *text = NULL;
  const guint64 number = chancery_sync_record_next (mine);
  const char *member = members[g_rand_int_range (rand, 0, 4)];

  if (g_rand_int_range (rand, 0, 4) == 0)
    chancery_sync_record_join (mine, g_ptr_array_index (records, (guint) g_rand_int_range (rand, 0, 3)));
  else if (g_rand_int_range (rand, 0, 5) == 0)
    chancery_sync_record_clear (mine, number, machines[i], member);
  else
    chancery_sync_record_put (mine, number, machines[i], member, value);
  chancery_sync_record_put (mine, chancery_sync_record_next (mine), machines[i], CHANCERY_SYNC_LIFE, CHANCERY_SYNC_HERE);
  text = to_text (mine);
  return from_text (text);
}

/* The order of deliveries doesn't matter, nor how often each comes. */
static void
test_record_is_lattice (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_sync_record_free);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_sync_record_free);
  g_autofree char *expected = NULL;

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (records, chancery_sync_record_new (CHANCERY_SYNC_NOTE, "x"));
  for (guint i = 0; i < 200; i++)
    g_ptr_array_add (states, make_random (rand, records));

  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (ChancerySyncRecord) sum = chancery_sync_record_new (CHANCERY_SYNC_NOTE, "x");
      g_autofree char *text = NULL;

      for (guint i = 0; i < states->len; i++)
        {
          const guint j = i + (guint) g_rand_int_range (rand, 0, (gint32) (states->len - i));
          gpointer swapped = states->pdata[i];

          states->pdata[i] = states->pdata[j];
          states->pdata[j] = swapped;
        }
      for (guint i = 0; i < states->len; i++)
        {
          chancery_sync_record_join (sum, states->pdata[i]);
          chancery_sync_record_join (sum, states->pdata[(guint) g_rand_int_range (rand, 0, (gint32) i + 1)]);
        }
      text = to_text (sum);
      if (expected == NULL)
        expected = g_steal_pointer (&text);
      else
        g_assert_cmpstr (text, ==, expected);
    }
}

/* A library that was copied writes under the same name: both values stay. */
static void
test_record_same_dot (void)
{
  g_autoptr (ChancerySyncRecord) a = chancery_sync_record_new (CHANCERY_SYNC_NOTE, "x");
  g_autoptr (ChancerySyncRecord) b = chancery_sync_record_new (CHANCERY_SYNC_NOTE, "x");

  write_member (a, "m1", "body", "\"one\"");
  write_member (b, "m1", "body", "\"other\"");
  chancery_sync_record_join (a, b);
  g_assert_cmpuint (chancery_sync_record_get (a, "body")->len, ==, 2);
}

static void
test_record_written_otherwise (void)
{
  static const char pretty[] =
    "{ \"uid\" : \"x\", \"version\": 1,\r\n \"extra\": [1, 2], \"format\": \"chancery-note\","
    " \"members\": { \"life\": [ [ 1 , \"m1\", \"here\" ] ], \"body\": [[1,\"m1\",\"\\u00e9\\/\"]] }, \"clock\": {\"m1\": 1} }";
  g_autoptr (ChancerySyncRecord) plain = chancery_sync_record_new (CHANCERY_SYNC_NOTE, "x"), record = from_text (pretty);
  g_autofree char *expected = NULL, *text = to_text (record);

  chancery_sync_record_put (plain, 1, "m1", "body", "\"é/\"");
  chancery_sync_record_put (plain, 1, "m1", CHANCERY_SYNC_LIFE, CHANCERY_SYNC_HERE);
  expected = to_text (plain);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_record_refuses (void)
{
  static const struct
  {
    const char *text;
    ChancerySyncError code;
  } cases[] = {
    { "", CHANCERY_SYNC_ERROR_UNREADABLE },
    { "{", CHANCERY_SYNC_ERROR_UNREADABLE },
    { "[1]", CHANCERY_SYNC_ERROR_FOREIGN },
    { "\"\xff\"", CHANCERY_SYNC_ERROR_UNREADABLE },
    { "{\"format\":\"other\"}", CHANCERY_SYNC_ERROR_FOREIGN },
    { "{\"format\":\"chancery-note\"}", CHANCERY_SYNC_ERROR_UNREADABLE },
    { "{\"format\":\"chancery-note\",\"version\":2}", CHANCERY_SYNC_ERROR_NEWER },
    { "{\"format\":\"chancery-note\",\"version\":1,\"uid\":\"\",\"clock\":{},\"members\":{}}", CHANCERY_SYNC_ERROR_UNREADABLE },
    { "{\"format\":\"chancery-note\",\"version\":1,\"uid\":\"x\",\"clock\":{},\"members\":{}}", CHANCERY_SYNC_ERROR_UNREADABLE },
    { "{\"format\":\"chancery-note\",\"version\":1,\"uid\":\"x\",\"clock\":{},\"members\":{\"life\":[[1,\"m1\",\"here\"]]}}",
      CHANCERY_SYNC_ERROR_UNREADABLE },
    { "{\"format\":\"chancery-note\",\"version\":1,\"uid\":\"x\",\"clock\":{\"../m\":1},\"members\":{\"life\":[[1,\"m1\",\"here\"]]}}",
      CHANCERY_SYNC_ERROR_UNREADABLE },
    { "{\"format\":\"chancery-note\",\"version\":1,\"uid\":\"x\",\"clock\":{\"m1\":99999999999999999999},\"members\":{}}",
      CHANCERY_SYNC_ERROR_UNREADABLE },
    { "{\"format\":\"chancery-note\",\"version\":1,\"uid\":\"x\",\"clock\":{\"m1\":1},\"members\":{\"life\":[]}}",
      CHANCERY_SYNC_ERROR_UNREADABLE },
    { "{\"format\":\"chancery-note\",\"version\":1,\"uid\":\"x\",\"clock\":{\"m1\":1},\"members\":{\"life\":[[1,\"m1\"]]}}",
      CHANCERY_SYNC_ERROR_UNREADABLE },
    { "{\"format\":\"chancery-note\",\"version\":1,\"uid\":\"x\",\"clock\":{\"m1\":1},\"members\":{\"life\":[[1,\"m1\",\"here\"]]},"
      "\"stripped\":true}", CHANCERY_SYNC_ERROR_UNREADABLE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_null (chancery_sync_record_parse (cases[i].text, strlen (cases[i].text), &error));
      g_assert_error (error, CHANCERY_SYNC_ERROR, (int) cases[i].code);
    }
}

/* Every beginning of a file is refused, and nothing in it is believed. */
static void
test_record_halves (void)
{
  g_autoptr (ChancerySyncRecord) record = chancery_sync_record_new (CHANCERY_SYNC_NOTE, "x");
  g_autofree char *text = NULL;

  write_member (record, "m1", "body", "\"some \\\"words\\\"\"");
  write_member (record, "m2", "tags/a", "true");
  text = to_text (record);
  for (gsize i = 0; i + 2 < strlen (text); i++)
    {
      g_autofree char *half = g_strndup (text, i);

      g_assert_null (chancery_sync_record_parse (half, i, NULL));
    }
}

/* Passes */

typedef struct
{
  TestMachine *a;
  TestMachine *b;
  char *own_folder;
} Pair;

/* Two libraries with one folder. */
static void
pair_set_up (Pair          *pair,
             gconstpointer  data)
{
  pair->a = test_machine_new (0, 0);
  pair->b = test_machine_new (1, -400 * G_TIME_SPAN_DAY);
  pair->own_folder = pair->b->folder;
  pair->b->folder = g_strdup (pair->a->folder);
}

static void
pair_tear_down (Pair          *pair,
                gconstpointer  data)
{
  g_free (pair->b->folder);
  pair->b->folder = pair->own_folder;
  test_machine_free (pair->a);
  test_machine_free (pair->b);
}

static void
put_note (TestMachine *machine,
          const char  *uid,
          const char  *article_uid,
          const char  *body)
{
  const char * const states[] = { "AM", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryNote) note = chancery_note_new (&(ChanceryNoteFields) {
    .uid = uid, .article_uid = article_uid, .body = body, .states = article_uid == NULL ? states : NULL,
    .created_us = 5, .modified_us = test_tick (machine),
  });

  g_assert_true (chancery_store_put_note (machine->store, note, &error));
  g_assert_no_error (error);
}

static void
set_body (TestMachine *machine,
          const char  *uid,
          const char  *body)
{
  g_autoptr (ChanceryNote) note = test_load_stored_note (machine, uid);

  chancery_note_set_body (note, body);
  g_assert_true (chancery_store_put_note (machine->store, note, NULL));
}

static void
set_tags (TestMachine        *machine,
          const char         *uid,
          const char * const *tags)
{
  g_autoptr (ChanceryNote) note = test_load_stored_note (machine, uid);

  chancery_note_set_tags (note, tags);
  g_assert_true (chancery_store_put_note (machine->store, note, NULL));
}

static void
pass (TestMachine *machine)
{
  g_autoptr (ChancerySyncReport) report = test_run_pass (machine);
}

static void
assert_body (TestMachine *machine,
             const char  *uid,
             const char  *body)
{
  g_autoptr (ChanceryNote) note = test_load_stored_note (machine, uid);

  g_assert_cmpstr (chancery_note_get_body (note), ==, body);
}

static void
assert_no_note (TestMachine *machine,
                const char  *uid)
{
  g_autoptr (ChanceryNote) note = test_find_stored_note (machine, uid);

  g_assert_null (note);
}

static ChanceryArticle *
make_article (const char *uid,
              const char *address,
              const char *headline,
              const char *text)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);

  g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_PARAGRAPH, 0, text));
  return chancery_article_new (&(ChanceryArticleFields) {
    .uid = uid, .address = address, .headline = headline, .blocks = blocks,
  });
}

static void
import (TestMachine *machine,
        const char  *uid,
        const char  *address,
        const char  *text)
{
  g_autoptr (ChanceryArticle) article = make_article (uid, address, "Headline", text);
  g_autofree char *kept = NULL;
  gboolean is_new;

  kept = chancery_store_import_article (machine->store, article, test_tick (machine), &is_new, NULL);
  g_assert_cmpstr (kept, ==, uid);
}

static char *
make_path (TestMachine *machine,
           const char  *name)
{
  return g_build_filename (machine->folder, name, NULL);
}

static void
write_text (TestMachine *machine,
            const char  *name,
            const char  *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  test_write_file (machine, name, bytes, FALSE);
}

static char *
read_text (TestMachine *machine,
           const char  *name)
{
  g_autofree char *path = make_path (machine, name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_pass_note (Pair          *pair,
                gconstpointer  data)
{
  g_autoptr (ChancerySyncReport) report = NULL;

  put_note (pair->a, "n", NULL, "Hello");
  pass (pair->a);
  report = test_run_pass (pair->b);
  g_assert_cmpuint (report->notes.n_added, ==, 1);
  assert_body (pair->b, "n", "Hello");

  /* The clock that is a year behind doesn't matter. */
  set_body (pair->b, "n", "Changed");
  pass (pair->b);
  pass (pair->a);
  assert_body (pair->a, "n", "Changed");

  /* Nothing is written if nothing happens. */
  g_clear_pointer (&report, chancery_sync_report_free);
  pass (pair->b);
  report = test_run_pass (pair->a);
  g_assert_cmpuint (report->n_read + report->n_written, ==, 0);
}

static void
test_pass_removal (Pair          *pair,
                   gconstpointer  data)
{
  g_autofree char *old = NULL;

  put_note (pair->a, "n", NULL, "Hello");
  pass (pair->a);
  pass (pair->b);
  old = read_text (pair->a, "notes/n.json");
  g_assert_true (chancery_store_remove_note (pair->b->store, "n", NULL));
  pass (pair->b);
  pass (pair->a);
  assert_no_note (pair->a, "n");

  /* An old file that comes late brings nothing back. */
  write_text (pair->a, "notes/n.json", old);
  pass (pair->a);
  pass (pair->b);
  assert_no_note (pair->a, "n");
  assert_no_note (pair->b, "n");
  g_free (old);
  old = read_text (pair->a, "notes/n.json");
  g_assert_nonnull (strstr (old, "\"removed\""));
}

/* After ninety days the file goes, and yet what was removed stays removed. */
static void
test_pass_expiry (Pair          *pair,
                  gconstpointer  data)
{
  g_autoptr (ChancerySyncReport) report = NULL;
  g_autofree char *path = make_path (pair->a, "notes/n.json"), *old = NULL, *text = NULL;

  put_note (pair->a, "n", NULL, "Secret");
  pass (pair->a);
  old = read_text (pair->a, "notes/n.json");
  g_assert_true (chancery_store_remove_note (pair->a->store, "n", NULL));
  pass (pair->a);
  pair->a->now_us += 91 * G_TIME_SPAN_DAY;
  report = test_run_pass (pair->a);
  g_assert_cmpuint (report->n_expired, ==, 1);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  write_text (pair->a, "notes/n.json", old);
  pass (pair->a);
  assert_no_note (pair->a, "n");
  text = read_text (pair->a, "notes/n.json");
  g_assert_nonnull (strstr (text, "\"stripped\":true"));
  g_assert_null (strstr (text, "Secret"));
  pass (pair->b);
  assert_no_note (pair->b, "n");
}

static void
test_pass_conflict (Pair          *pair,
                    gconstpointer  data)
{
  g_autoptr (ChanceryNote) note = NULL;
  g_autoptr (ChancerySyncReport) report = NULL;
  const char * const no_tags[] = { NULL };

  put_note (pair->a, "n", NULL, "Hello");
  pass (pair->a);
  pass (pair->b);
  set_body (pair->a, "n", "From here");
  set_body (pair->b, "n", "From there");
  pass (pair->a);
  report = test_run_pass (pair->b);
  g_assert_cmpuint (report->conflicts->len, ==, 1);
  pass (pair->a);

  note = test_load_stored_note (pair->a, "n");
  g_assert_nonnull (strstr (chancery_note_get_body (note), "From here"));
  g_assert_nonnull (strstr (chancery_note_get_body (note), "From there"));
  g_assert_cmpstr (chancery_note_get_tags (note)[0], ==, "conflict");
  assert_body (pair->b, "n", chancery_note_get_body (note));

  /* Taking the tag away says that it is well as it is. */
  set_tags (pair->b, "n", no_tags);
  pass (pair->b);
  pass (pair->a);
  assert_body (pair->a, "n", chancery_note_get_body (note));
  g_clear_pointer (&report, chancery_sync_report_free);
  report = test_run_pass (pair->a);
  g_assert_cmpuint (report->conflicts->len, ==, 0);
  g_clear_object (&note);
  note = test_load_stored_note (pair->a, "n");
  g_assert_true (chancery_note_get_tags (note) == NULL || chancery_note_get_tags (note)[0] == NULL);
}

/* What both changed in different places comes together. */
static void
test_pass_members (Pair          *pair,
                   gconstpointer  data)
{
  const char * const before[] = { "one", "two", NULL }, * const removed[] = { "two", NULL };
  const char * const added[] = { "one", "three", "two", NULL }, * const after[] = { "three", "two", NULL };
  g_autoptr (ChanceryNote) note = NULL, result = NULL;

  put_note (pair->a, "n", NULL, "Hello");
  set_tags (pair->a, "n", before);
  pass (pair->a);
  pass (pair->b);
  set_tags (pair->a, "n", removed);
  set_tags (pair->b, "n", added);
  note = test_load_stored_note (pair->b, "n");
  chancery_note_set_colour (note, CHANCERY_COLOUR_TEAL);
  g_assert_true (chancery_store_put_note (pair->b->store, note, NULL));
  set_body (pair->a, "n", "Written here");
  pass (pair->a);
  pass (pair->b);
  pass (pair->a);

  result = test_load_stored_note (pair->a, "n");
  g_assert_true (g_strv_equal (chancery_note_get_tags (result), after));
  g_assert_cmpint ((int) chancery_note_get_colour (result), ==, CHANCERY_COLOUR_TEAL);
  g_assert_cmpstr (chancery_note_get_body (result), ==, "Written here");
}

static void
test_pass_copies (Pair          *pair,
                  gconstpointer  data)
{
  static const char * const copies[] = {
    "notes/n.sync-conflict-20260101-120000-ABCDEFG.json", "notes/n (conflicted copy 2026-01-01 120000).json",
    "notes/n (Anna's conflicted copy 2026-01-01).json", "notes/n_conflict-20260101-120000.json",
  };
  g_autoptr (ChancerySyncReport) report = NULL;
  g_autofree char *mine = NULL, *theirs = NULL;

  put_note (pair->a, "n", NULL, "Hello");
  pass (pair->a);
  pass (pair->b);
  mine = read_text (pair->a, "notes/n.json");
  set_body (pair->b, "n", "From the copy");
  pass (pair->b);
  theirs = read_text (pair->a, "notes/n.json");
  write_text (pair->a, "notes/n.json", mine);
  for (gsize i = 0; i < G_N_ELEMENTS (copies); i++)
    write_text (pair->a, copies[i], theirs);

  report = test_run_pass (pair->a);
  g_assert_cmpuint (report->n_merged, ==, G_N_ELEMENTS (copies));
  assert_body (pair->a, "n", "From the copy");
  for (gsize i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      g_autofree char *path = make_path (pair->a, copies[i]);

      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
assert_left (TestMachine *machine,
             const char  *name)
{
  g_autoptr (ChancerySyncReport) report = test_run_pass (machine);

  for (guint i = 0; i < report->left->len; i++)
    if (strcmp (((ChancerySyncLeft *) g_ptr_array_index (report->left, i))->name, name) == 0)
      return;
  g_error ("%s is not among what was left alone", name);
}

/* What isn't ours, or isn't whole, is left as it is and told of, in this pass and the next ones. */
static void
test_pass_leaves (Pair          *pair,
                  gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *text;
  } cases[] = {
    { "notes/n.json", "{\"format\":\"chancery-note\",\"ver" },
    { "notes/empty.json", "" },
    { "notes/newer.json", "{\"format\":\"chancery-note\",\"version\":9}" },
    { "notes/other.json", "{\"hello\":1}" },
    { "notes/Shopping list.txt", "Milk" },
    { "notes/another.json",
      "{\"format\":\"chancery-note\",\"version\":1,\"uid\":\"../../etc/passwd\",\"clock\":{\"m1\":1},\"members\":{\"life\":[[1,\"m1\",\"here\"]]}}" },
    { "articles/n.json",
      "{\"format\":\"chancery-note\",\"version\":1,\"uid\":\"n\",\"clock\":{\"m1\":1},\"members\":{\"life\":[[1,\"m1\",\"here\"]]}}" },
  };

  put_note (pair->a, "n", NULL, "Hello");
  pass (pair->a);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    write_text (pair->a, cases[i].name, cases[i].text);
  set_body (pair->a, "n", "Changed");
  for (guint round = 0; round < 3; round++)
    {
      pair->a->now_us += G_TIME_SPAN_MINUTE;
      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autofree char *text = NULL;

          assert_left (pair->a, cases[i].name);
          text = read_text (pair->a, cases[i].name);
          g_assert_cmpstr (text, ==, cases[i].text);
        }
    }

  /* Once the rest has gone, what waited is written. */
  {
    g_autofree char *path = make_path (pair->a, "notes/n.json"), *text = NULL;

    g_assert_no_errno (g_unlink (path));
    pass (pair->a);
    text = read_text (pair->a, "notes/n.json");
    g_assert_nonnull (strstr (text, "Changed"));
  }
}

static void
test_pass_links (Pair          *pair,
                 gconstpointer  data)
{
  g_autofree char *link = make_path (pair->a, "notes/link.json"), *pipe = make_path (pair->a, "notes/pipe.json");
  g_autofree char *large = make_path (pair->a, "notes/large.json"), *target = make_path (pair->a, "target");
  g_autofree char *folder = make_path (pair->a, "articles");
  g_autoptr (GError) error = NULL;

  pass (pair->a);
  write_text (pair->a, "target", "{}");
  g_assert_no_errno (symlink (target, link));
  g_assert_no_errno (mkfifo (pipe, 0600));
  write_text (pair->a, "notes/large.json", "");
  g_assert_no_errno (truncate (large, (off_t) CHANCERY_SYNC_MAX_NOTE_BYTES + 1));
  assert_left (pair->a, "notes/link.json");
  assert_left (pair->a, "notes/pipe.json");
  assert_left (pair->a, "notes/large.json");

  /* A note of that name isn't written through the link. */
  put_note (pair->a, "link", NULL, "Hello");
  assert_left (pair->a, "notes/link.json");
  {
    g_autofree char *text = read_text (pair->a, "target");

    g_assert_cmpstr (text, ==, "{}");
  }

  g_assert_no_errno (g_rmdir (folder));
  g_assert_no_errno (symlink ("/tmp", folder));
  g_assert_null (test_try_pass (pair->a, FALSE, &error));
  g_assert_nonnull (error);
  g_assert_no_errno (g_unlink (folder));
}

/* A stick that isn't there leaves an empty folder, which doesn't mean that all was removed. */
static void
test_pass_other_folder (Pair          *pair,
                        gconstpointer  data)
{
  g_autofree char *marker = make_path (pair->a, "chancery-folder.json"), *note = make_path (pair->a, "notes/n.json");
  g_autofree char *kept = NULL;
  g_autoptr (ChancerySyncReport) report = NULL;
  g_autoptr (GError) error = NULL;

  put_note (pair->a, "n", NULL, "Hello");
  pass (pair->a);
  g_assert_no_errno (g_unlink (marker));
  g_assert_no_errno (g_unlink (note));
  g_assert_null (test_try_pass (pair->a, FALSE, &error));
  g_assert_error (error, CHANCERY_SYNC_ERROR, CHANCERY_SYNC_ERROR_NO_FOLDER);
  g_clear_error (&error);
  assert_body (pair->a, "n", "Hello");

  report = test_try_pass (pair->a, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_written, ==, 1);

  write_text (pair->a, "chancery-folder.json", "{\"format\":\"chancery-folder\",\"version\":2}");
  g_assert_null (test_try_pass (pair->a, FALSE, &error));
  g_assert_error (error, CHANCERY_SYNC_ERROR, CHANCERY_SYNC_ERROR_NO_FOLDER);
  g_clear_error (&error);

  kept = g_strdup (pair->a->folder);
  g_free (pair->a->folder);
  pair->a->folder = g_strdup ("/nowhere/at/all");
  g_assert_null (test_try_pass (pair->a, FALSE, &error));
  g_assert_error (error, CHANCERY_SYNC_ERROR, CHANCERY_SYNC_ERROR_NO_FOLDER);
  g_free (pair->a->folder);
  pair->a->folder = g_steal_pointer (&kept);
}

/* A file that is changed within one step of the clock, with the same size and in the same place. */
static void
test_pass_racy (Pair          *pair,
                gconstpointer  data)
{
  g_autofree char *path = make_path (pair->a, "notes/n.json"), *text = NULL, *changed = NULL;
  GStatBuf status;
  struct timespec times[2];
  char *at;

  put_note (pair->b, "n", NULL, "Hello");
  pass (pair->b);
  pass (pair->a);
  text = read_text (pair->a, "notes/n.json");
  /* As another machine would write it: a higher number, other words. */
  changed = g_strdup (text);
  at = strstr (changed, "\"Hello\"");
  memcpy (at + 1, "Jello", 5);
  for (at = changed; (at = strstr (at, "[1,")) != NULL; at++)
    at[1] = '2';
  at = strstr (changed, "\":1}");
  at[2] = '2';
  g_assert_cmpuint (strlen (changed), ==, strlen (text));

  g_assert_no_errno (g_stat (path, &status));
  times[0] = status.st_atim;
  times[1] = status.st_mtim;
  write_text (pair->a, "notes/n.json", changed);
  g_assert_no_errno (utimensat (AT_FDCWD, path, times, 0));
  pass (pair->a);
  assert_body (pair->a, "n", "Jello");
}

static void
test_pass_article (Pair          *pair,
                   gconstpointer  data)
{
  g_autoptr (ChanceryArticle) newer = make_article ("x", "https://example.org/a", "Headline", "Another text altogether.");
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (ChanceryArticle) article = NULL;

  /* The note comes before its article. */
  import (pair->a, "article", "https://example.org/a", "The text of the article.");
  put_note (pair->a, "n", "article", "Hello");
  pass (pair->a);
  {
    g_autofree char *text = read_text (pair->a, "articles/article.json"), *path = make_path (pair->a, "articles/article.json");
    g_autoptr (ChancerySyncReport) report = NULL;

    g_assert_no_errno (g_unlink (path));
    report = test_run_pass (pair->b);
    g_assert_cmpuint (report->n_waiting, ==, 1);
    assert_no_note (pair->b, "n");
    write_text (pair->a, "articles/article.json", text);
  }
  pass (pair->b);
  assert_body (pair->b, "n", "Hello");

  g_assert_true (chancery_store_revise_article (pair->a->store, "article", newer, NULL, test_tick (pair->a), NULL));
  pass (pair->a);
  pass (pair->b);
  article = test_load_present (pair->b, "article");
  g_assert_cmpstr (chancery_article_get_text (article), ==, "Another text altogether.");
  revisions = chancery_store_list_revisions (pair->b->store, "article", NULL);
  g_assert_cmpuint (revisions->len, ==, 2);
}

static void
test_pass_same_address (Pair          *pair,
                        gconstpointer  data)
{
  g_auto (GStrv) uids = NULL;
  g_autoptr (ChanceryNote) note = NULL;
  g_autofree char *texts = NULL, *dump_a = NULL, *dump_b = NULL;

  import (pair->a, "article-b", "https://example.org/a", "The text as it was in the morning.");
  import (pair->b, "article-a", "https://example.org/a", "A text that is wholly different at noon.");
  put_note (pair->a, "n", "article-b", "On the morning’s text");
  pass (pair->a);
  pass (pair->b);
  pass (pair->a);

  uids = test_list_article_uids (pair->a);
  g_assert_cmpuint (g_strv_length (uids), ==, 1);
  g_assert_cmpstr (uids[0], ==, "article-a");
  texts = test_dup_texts (pair->a, "article-a");
  g_assert_nonnull (strstr (texts, "morning"));
  g_assert_nonnull (strstr (texts, "noon"));
  note = test_load_stored_note (pair->a, "n");
  g_assert_cmpstr (chancery_note_get_article_uid (note), ==, "article-a");
  dump_a = test_dump (pair->a);
  dump_b = test_dump (pair->b);
  g_assert_cmpstr (dump_a, ==, dump_b);
}

/* Who removes an article removes the notes that they knew; one that they didn't brings it back. */
static void
assert_no_articles (TestMachine *machine)
{
  g_auto (GStrv) uids = test_list_article_uids (machine);

  g_assert_cmpuint (g_strv_length (uids), ==, 0);
}

static void
test_pass_removed_article (Pair          *pair,
                           gconstpointer  data)
{
  import (pair->a, "article", NULL, "The text of the article.");
  put_note (pair->a, "known", "article", "Known");
  pass (pair->a);
  pass (pair->b);
  g_assert_true (chancery_store_remove_article (pair->b->store, "article", test_tick (pair->b), NULL));
  put_note (pair->a, "unknown", "article", "Unknown");
  pass (pair->b);
  pass (pair->a);
  pass (pair->b);
  assert_no_note (pair->a, "known");
  assert_body (pair->a, "unknown", "Unknown");
  assert_body (pair->b, "unknown", "Unknown");

  g_assert_true (chancery_store_remove_article (pair->a->store, "article", test_tick (pair->a), NULL));
  pass (pair->a);
  pass (pair->b);
  assert_no_note (pair->b, "unknown");
  assert_no_articles (pair->a);
  assert_no_articles (pair->b);

  /* Nor does it come back. */
  pass (pair->a);
  pass (pair->b);
  assert_no_articles (pair->a);
  assert_no_articles (pair->b);
}

static void
test_pass_names (Pair          *pair,
                 gconstpointer  data)
{
  static const char * const uids[] = { "../../escape", "UPPER", "upper", "a/b", "urn:uuid:1", "ü", "." };

  for (gsize i = 0; i < G_N_ELEMENTS (uids); i++)
    put_note (pair->a, uids[i], NULL, uids[i]);
  pass (pair->a);
  pass (pair->b);
  for (gsize i = 0; i < G_N_ELEMENTS (uids); i++)
    assert_body (pair->b, uids[i], uids[i]);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (Pair *pair, gconstpointer data);
  } passes[] = {
    { "/sync/pass/note", test_pass_note },
    { "/sync/pass/removal", test_pass_removal },
    { "/sync/pass/expiry", test_pass_expiry },
    { "/sync/pass/conflict", test_pass_conflict },
    { "/sync/pass/members", test_pass_members },
    { "/sync/pass/copies", test_pass_copies },
    { "/sync/pass/leaves", test_pass_leaves },
    { "/sync/pass/links", test_pass_links },
    { "/sync/pass/other-folder", test_pass_other_folder },
    { "/sync/pass/racy", test_pass_racy },
    { "/sync/pass/article", test_pass_article },
    { "/sync/pass/same-address", test_pass_same_address },
    { "/sync/pass/removed-article", test_pass_removed_article },
    { "/sync/pass/names", test_pass_names },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/sync/record/supersedes", test_record_supersedes);
  g_test_add_func ("/sync/record/is-lattice", test_record_is_lattice);
  g_test_add_func ("/sync/record/same-dot", test_record_same_dot);
  g_test_add_func ("/sync/record/written-otherwise", test_record_written_otherwise);
  g_test_add_func ("/sync/record/refuses", test_record_refuses);
  g_test_add_func ("/sync/record/halves", test_record_halves);
  for (gsize i = 0; i < G_N_ELEMENTS (passes); i++)
    g_test_add (passes[i].name, Pair, NULL, pair_set_up, passes[i].func, pair_tear_down);

  return g_test_run ();
}
