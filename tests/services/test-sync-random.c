/* test-sync-random.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "../test-slowness.h"
#include "sync-utils.h"

/* Several libraries, each with a folder, and between the folders a network that delivers late, twice, in another order,
 * by halves, or not at all. Whatever is done, and in whatever order it arrives: in the end all have the same, and every
 * word that was written is there, unless somebody who saw it replaced or removed it. */

#define N_ADDRESSES 3

typedef struct
{
  guint to;
  char *name;
  GBytes *content; /* (nullable): it was removed */
} Message;

static void
message_free (Message *message)
{
  g_free (message->name);
  g_clear_pointer (&message->content, g_bytes_unref);
  g_free (message);
}

typedef struct
{
  GRand *rand;
  TestMachine *machines[3];
  guint n_machines;
  GHashTable *sent[3]; /* (element-type utf8 GBytes): the folders as the others were last told */
  GPtrArray *network;

  guint n_words;
  guint n_events;
  GHashTable *notes;    /* (element-type utf8 utf8): each word that was written, and in which note; "" for an article */
  GHashTable *gone;     /* (element-type utf8 GHashTable): the words that were seen and removed, and by which events */
  GHashTable *removals; /* (element-type utf8 guint): for each machine and article, the event that removed it */
} World;

static gboolean
chance (World *world,
        guint  percent)
{
  return (guint) g_rand_int_range (world->rand, 0, 100) < percent;
}

static guint
pick (World *world,
      guint  n)
{
  return (guint) g_rand_int_range (world->rand, 0, (gint32) n);
}

/* What was written */

static char *
write_word (World      *world,
            const char *note_uid)
{
  char *word = g_strdup_printf ("word%05uw", world->n_words++);

  g_hash_table_replace (world->notes, g_strdup (word), g_strdup (note_uid));
  return word;
}

static void
mark_gone (World      *world,
           const char *text,
           guint       event)
{
  const char *at = text;

  while (at != NULL && (at = strstr (at, "word")) != NULL)
    {
      g_autofree char *word = g_strndup (at, 10);
      GHashTable *events = g_hash_table_lookup (world->gone, word);

      if (events == NULL)
        {
          events = g_hash_table_new (NULL, NULL);
          g_hash_table_replace (world->gone, g_strdup (word), events);
        }
      g_hash_table_add (events, GUINT_TO_POINTER (event));
      at += 10;
    }
}

/* What an event removed is there again. */
static void
mark_back (World      *world,
           const char *text,
           guint       event)
{
  const char *at = text;

  while (at != NULL && (at = strstr (at, "word")) != NULL)
    {
      g_autofree char *word = g_strndup (at, 10);
      GHashTable *events = g_hash_table_lookup (world->gone, word);

      if (events != NULL && g_hash_table_remove (events, GUINT_TO_POINTER (event)) && g_hash_table_size (events) == 0)
        g_hash_table_remove (world->gone, word);
      at += 10;
    }
}

/* What people do */

static ChanceryArticle *
make_article (World      *world,
              const char *uid,
              guint       address)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);
  g_autofree char *place = g_strdup_printf ("https://example.org/%u", address), *word = write_word (world, "");
  g_autofree char *headline = g_strdup_printf ("Headline %u", pick (world, 1000));
  const guint n_blocks = 3 + pick (world, 3);

  for (guint i = 0; i < n_blocks; i++)
    {
      g_autofree char *text = g_strdup_printf ("Paragraph %u of the report on matter %u, which delegates of both sides agreed upon; "
                                               "item %u.", i, address, pick (world, 2));

      g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_PARAGRAPH, 0, text));
    }
  g_ptr_array_insert (blocks, (int) pick (world, n_blocks), chancery_block_new (CHANCERY_BLOCK_KIND_PARAGRAPH, 0, word));
  return chancery_article_new (&(ChanceryArticleFields) {
    .uid = uid, .headline = headline, .address = place, .blocks = blocks,
  });
}

/* A program that reads an address again looks first whether it is there. */
static void
import_article (World       *world,
                TestMachine *machine)
{
  const guint address = pick (world, N_ADDRESSES);
  g_autofree char *uid = g_strdup_printf ("article-%08x", g_rand_int (world->rand)), *there = NULL, *kept = NULL;
  g_autoptr (ChanceryArticle) article = make_article (world, uid, address);
  g_autoptr (GError) error = NULL;
  ChanceryArticleMatch match;
  double similarity;
  gboolean is_new;

  g_assert_true (chancery_store_match_article (machine->store, article, &match, &there, &similarity, &error));
  g_assert_no_error (error);
  if (match == CHANCERY_ARTICLE_MATCH_REVISION)
    g_assert_true (chancery_store_revise_article (machine->store, there, article, NULL, test_tick (machine), &error));
  else
    kept = chancery_store_import_article (machine->store, article, test_tick (machine), &is_new, &error);
  g_assert_no_error (error);
}

static char *
pick_uid (World *world,
          GStrv  uids)
{
  const guint n = g_strv_length (uids);

  return n > 0 ? g_strdup (uids[pick (world, n)]) : NULL;
}

static void
put (TestMachine  *machine,
     ChanceryNote *note)
{
  g_autoptr (GError) error = NULL;

  chancery_note_set_modified_us (note, test_tick (machine));
  g_assert_true (chancery_store_put_note (machine->store, note, &error));
  g_assert_no_error (error);
}

static void
add_note (World       *world,
          TestMachine *machine)
{
  g_auto (GStrv) uids = test_list_article_uids (machine);
  g_autofree char *article_uid = chance (world, 80) ? pick_uid (world, uids) : NULL;
  g_autofree char *uid = g_strdup_printf ("note-%08x", g_rand_int (world->rand)), *word = write_word (world, uid);
  const char * const states[] = { "AM", NULL };
  g_autoptr (ChancerySelector) selector = NULL;
  g_autoptr (ChanceryNote) note = NULL;

  if (article_uid != NULL && chance (world, 80))
    {
      g_autoptr (ChanceryArticle) article = test_load_present (machine, article_uid);
      const char *text = chancery_article_get_text (article);
      gsize start = pick (world, (guint) strlen (text)), end = start + 1 + pick (world, (guint) (strlen (text) - start));

      selector = chancery_selector_new_for_span (text, start, end);
    }
  note = chancery_note_new (&(ChanceryNoteFields) {
    .uid = uid, .article_uid = article_uid, .selector = selector, .body = word,
    .states = article_uid == NULL ? states : NULL, .created_us = test_tick (machine),
  });
  put (machine, note);
}

static ChanceryNote *
pick_note (World       *world,
           TestMachine *machine)
{
  g_auto (GStrv) uids = test_list_note_uids (machine);
  g_autofree char *uid = pick_uid (world, uids);

  return uid != NULL ? test_load_stored_note (machine, uid) : NULL;
}

static void
change_note (World       *world,
             TestMachine *machine)
{
  g_autoptr (ChanceryNote) note = pick_note (world, machine);
  g_autofree char *word = NULL, *body = NULL;
  const char *old;

  if (note == NULL)
    return;

  old = chancery_note_get_body (note) != NULL ? chancery_note_get_body (note) : "";
  switch (pick (world, 6))
    {
    case 0:
      mark_gone (world, old, ++world->n_events);
      word = write_word (world, chancery_note_get_uid (note));
      chancery_note_set_body (note, word);
      break;
    case 1:
      word = write_word (world, chancery_note_get_uid (note));
      body = g_strdup_printf ("%s %s", old, word);
      chancery_note_set_body (note, body);
      break;
    case 2:
      chancery_note_set_colour (note, (ChanceryColour) pick (world, CHANCERY_N_COLOURS));
      break;
    case 3:
      chancery_note_set_kind (note, chance (world, 50) ? CHANCERY_NOTE_KIND_CLAIM : CHANCERY_NOTE_KIND_FORECAST);
      chancery_note_set_due (note, (ChanceryDate) { (guint16) (2020 + pick (world, 9)), 0, 0 });
      break;
    case 4:
      {
        g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
        g_auto (GStrv) all = NULL;

        word = write_word (world, chancery_note_get_uid (note));
        if (chancery_note_get_tags (note) != NULL)
          g_strv_builder_addv (tags, (const char **) chancery_note_get_tags (note));
        g_strv_builder_add (tags, word);
        all = g_strv_builder_end (tags);
        chancery_note_set_tags (note, (const char * const *) all);
        break;
      }
    default:
      if (chancery_note_get_tags (note) != NULL && chancery_note_get_tags (note)[0] != NULL)
        {
          g_auto (GStrv) tags = g_strdupv ((char **) chancery_note_get_tags (note));

          mark_gone (world, tags[0], ++world->n_events);
          chancery_note_set_tags (note, (const char * const *) tags + 1);
        }
      break;
    }
  put (machine, note);
}

typedef void (*MarkFunc) (World      *world,
                          const char *text,
                          guint       event);

static void
mark_note (World        *world,
           ChanceryNote *note,
           MarkFunc      mark,
           guint         event)
{
  g_autofree char *tags = chancery_note_get_tags (note) != NULL ? g_strjoinv (" ", (char **) chancery_note_get_tags (note)) : NULL;

  mark (world, chancery_note_get_body (note), event);
  mark (world, tags, event);
}

static void
mark_notes_of (World       *world,
               TestMachine *machine,
               const char  *article_uid,
               MarkFunc     mark,
               guint        event)
{
  g_auto (GStrv) notes = test_list_note_uids (machine);

  for (gsize i = 0; notes[i] != NULL; i++)
    {
      g_autoptr (ChanceryNote) note = test_load_stored_note (machine, notes[i]);

      if (g_strcmp0 (chancery_note_get_article_uid (note), article_uid) == 0)
        mark_note (world, note, mark, event);
    }
}

static void
remove_note (World       *world,
             TestMachine *machine)
{
  g_autoptr (ChanceryNote) note = pick_note (world, machine);
  g_autoptr (GError) error = NULL;

  if (note == NULL)
    return;
  mark_note (world, note, mark_gone, ++world->n_events);
  g_assert_true (chancery_store_remove_note (machine->store, chancery_note_get_uid (note), &error));
  g_assert_no_error (error);
}

static char *
name_removal (TestMachine *machine,
              const char  *uid)
{
  return g_strdup_printf ("%u %s", machine->number, uid);
}

static void
remove_article (World       *world,
                TestMachine *machine)
{
  g_auto (GStrv) uids = test_list_article_uids (machine);
  g_autofree char *uid = pick_uid (world, uids), *texts = NULL;
  g_autoptr (GError) error = NULL;
  const guint event = ++world->n_events;

  if (uid == NULL)
    return;
  mark_notes_of (world, machine, uid, mark_gone, event);
  texts = test_dup_texts (machine, uid);
  mark_gone (world, texts, event);
  g_hash_table_replace (world->removals, name_removal (machine, uid), GUINT_TO_POINTER (event));
  g_assert_true (chancery_store_remove_article (machine->store, uid, test_tick (machine), &error));
  g_assert_no_error (error);
}

/* What was removed here a moment ago comes back. */
static void
restore_article (World       *world,
                 TestMachine *machine)
{
  GHashTableIter iter;
  gpointer name, event;

  g_hash_table_iter_init (&iter, world->removals);
  while (g_hash_table_iter_next (&iter, &name, &event))
    {
      g_auto (GStrv) there = test_list_article_uids (machine);
      g_autofree char *prefix = g_strdup_printf ("%u ", machine->number), *texts = NULL;
      const char *uid = (char *) name + strlen (prefix);

      if (!g_str_has_prefix (name, prefix))
        continue;
      if (!g_strv_contains ((const char * const *) there, uid) && chancery_store_restore_article (machine->store, uid, NULL))
        {
          mark_notes_of (world, machine, uid, mark_back, GPOINTER_TO_UINT (event));
          texts = test_dup_texts (machine, uid);
          mark_back (world, texts, GPOINTER_TO_UINT (event));
        }
      g_hash_table_iter_remove (&iter);
      return;
    }
}

static void
correct_article (World       *world,
                 TestMachine *machine)
{
  g_auto (GStrv) uids = test_list_article_uids (machine);
  g_autofree char *uid = pick_uid (world, uids), *headline = g_strdup_printf ("Corrected %u", pick (world, 1000));
  g_autoptr (ChanceryArticle) article = NULL, corrected = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryArticleFields fields;

  if (uid == NULL)
    return;
  article = test_load_present (machine, uid);
  chancery_article_get_fields (article, &fields);
  fields.headline = headline;
  blocks = test_copy_blocks (article);
  fields.blocks = blocks;
  corrected = chancery_article_new (&fields);
  g_assert_true (chancery_store_update_article (machine->store, corrected, &error));
  g_assert_no_error (error);
}

static void
do_something (World       *world,
              TestMachine *machine)
{
  const guint what = pick (world, 100);

  if (what < 12)
    import_article (world, machine);
  else if (what < 37)
    add_note (world, machine);
  else if (what < 80)
    change_note (world, machine);
  else if (what < 89)
    remove_note (world, machine);
  else if (what < 92)
    remove_article (world, machine);
  else if (what < 95)
    restore_article (world, machine);
  else
    correct_article (world, machine);
}

/* The network */

static void
tell_others (World *world,
             guint  from)
{
  g_autoptr (GHashTable) files = test_read_folder (world->machines[from]);
  GHashTableIter iter;
  gpointer name, content;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &content))
    {
      GBytes *told = g_hash_table_lookup (world->sent[from], name);

      if (told != NULL && g_bytes_equal (told, content))
        continue;
      for (guint to = 0; to < world->n_machines; to++)
        if (to != from)
          {
            Message *message = g_new0 (Message, 1);

            message->to = to;
            message->name = g_strdup (name);
            message->content = g_bytes_ref (content);
            g_ptr_array_add (world->network, message);
          }
    }
  g_hash_table_unref (world->sent[from]);
  world->sent[from] = g_steal_pointer (&files);
}

static void
run_pass (World *world,
          guint  i)
{
  g_autoptr (ChancerySyncReport) report = test_run_pass (world->machines[i]);

  tell_others (world, i);
}

static void
deliver (World *world)
{
  Message *message;
  guint position;

  if (world->network->len == 0)
    return;
  position = pick (world, world->network->len);
  message = g_ptr_array_index (world->network, position);

  if (chance (world, 3))
    {
      /* Lost. */
      g_ptr_array_remove_index (world->network, position);
      return;
    }
  if (chance (world, 10))
    {
      /* By halves; the rest comes some other time. */
      g_autoptr (GBytes) half = g_bytes_new_from_bytes (message->content, 0,
                                                       pick (world, (guint) g_bytes_get_size (message->content) + 1));

      test_write_file (world->machines[message->to], message->name, half, FALSE);
      return;
    }
  if (chance (world, 30) && strstr (message->name, "conflict") == NULL)
    {
      g_autofree char *stem = g_strndup (message->name, strlen (message->name) - strlen (".json"));
      g_autofree char *copy = chance (world, 50)
                                ? g_strdup_printf ("%s.sync-conflict-20260101-%06u-ABCDEFG.json", stem, pick (world, 1000000))
                                : g_strdup_printf ("%s (conflicted copy 2026-01-01 %06u).json", stem, pick (world, 1000000));

      test_write_file (world->machines[message->to], copy, message->content, TRUE);
    }
  else
    test_write_file (world->machines[message->to], message->name, message->content, chance (world, 50));
  /* Twice, now and then. */
  if (!chance (world, 10))
    g_ptr_array_remove_index (world->network, position);
}

/* Everything arrives in the end, and nobody does anything any more. */
static void
settle (World *world)
{
  for (guint round = 0; round < 40; round++)
    {
      gboolean changed = FALSE;

      for (guint i = 0; i < world->n_machines; i++)
        {
          g_autoptr (ChancerySyncReport) report = test_run_pass (world->machines[i]);

          changed |= report->n_written > 0 || report->n_merged > 0 || chancery_sync_report_did_change (report);
        }
      for (guint from = 0; from < world->n_machines; from++)
        for (guint to = 0; to < world->n_machines; to++)
          if (from != to)
            changed |= test_copy_folder (world->machines[from], world->machines[to]);
      if (!changed)
        return;
    }
  g_assert_not_reached ();
}

/* What must be true in the end */

static void
assert_all_equal (World *world)
{
  g_autofree char *first = test_dump (world->machines[0]);

  for (guint i = 1; i < world->n_machines; i++)
    {
      g_autofree char *other = test_dump (world->machines[i]);
      g_auto (GStrv) ours = g_strsplit (first, "\n", -1), theirs = g_strsplit (other, "\n", -1);

      /* Line by line, since it is long. */
      for (gsize line = 0; ours[line] != NULL || theirs[line] != NULL; line++)
        g_assert_cmpstr (ours[line], ==, theirs[line]);
    }
}

static void
assert_nothing_lost (World *world)
{
  TestMachine *machine = world->machines[0];
  g_auto (GStrv) articles = test_list_article_uids (machine);
  g_autoptr (GString) texts = g_string_new (NULL);
  GHashTableIter iter;
  gpointer word, uid;

  for (gsize i = 0; articles[i] != NULL; i++)
    {
      g_autofree char *some = test_dup_texts (machine, articles[i]);

      g_string_append (texts, some);
    }

  g_hash_table_iter_init (&iter, world->notes);
  while (g_hash_table_iter_next (&iter, &word, &uid))
    {
      g_autoptr (ChanceryNote) note = NULL;
      g_autofree char *tags = NULL;

      if (g_hash_table_contains (world->gone, word))
        continue;
      if (*(char *) uid == '\0')
        {
          if (strstr (texts->str, word) == NULL)
            g_error ("the text with %s was lost", (char *) word);
          continue;
        }
      note = test_find_stored_note (machine, uid);
      if (note == NULL)
        g_error ("the note %s with %s was lost", (char *) uid, (char *) word);
      tags = chancery_note_get_tags (note) != NULL ? g_strjoinv (" ", (char **) chancery_note_get_tags (note)) : g_strdup ("");
      if (strstr (tags, word) == NULL &&
          (chancery_note_get_body (note) == NULL || strstr (chancery_note_get_body (note), word) == NULL))
        g_error ("%s was lost from the note %s: %s", (char *) word, (char *) uid, chancery_note_get_body (note));
    }
}

/* Now that everybody has seen everything, what one of them does is what all have in the end: what was removed doesn't
 * come back, and the newer text takes the place of the older one. */
static void
assert_last_word (World *world)
{
  for (guint i = 0; i < world->n_machines; i++)
    {
      TestMachine *machine = world->machines[i], *other = world->machines[(i + 1) % world->n_machines];
      g_auto (GStrv) articles = test_list_article_uids (machine), articles_there = NULL;
      g_autofree char *article_uid = pick_uid (world, articles), *word = NULL;
      g_autoptr (ChanceryNote) removed = NULL, changed = NULL;
      g_autoptr (GError) error = NULL;

      if (article_uid != NULL)
        chancery_store_remove_article (machine->store, article_uid, test_tick (machine), &error);
      g_assert_no_error (error);
      removed = pick_note (world, machine);
      if (removed != NULL)
        chancery_store_remove_note (machine->store, chancery_note_get_uid (removed), &error);
      g_assert_no_error (error);
      changed = pick_note (world, machine);
      if (changed != NULL)
        {
          word = write_word (world, chancery_note_get_uid (changed));
          chancery_note_set_body (changed, word);
          put (machine, changed);
        }

      settle (world);
      assert_all_equal (world);
      articles_there = test_list_article_uids (other);
      g_assert_false (article_uid != NULL && g_strv_contains ((const char * const *) articles_there, article_uid));
      if (removed != NULL)
        g_assert_null (test_find_stored_note (other, chancery_note_get_uid (removed)));
      if (changed != NULL)
        {
          g_autoptr (ChanceryNote) note = test_load_stored_note (other, chancery_note_get_uid (changed));

          g_assert_cmpstr (chancery_note_get_body (note), ==, word);
        }
    }
}

static void
run_world (guint32 seed,
           guint   n_machines,
           guint   n_steps)
{
  World world = { .rand = g_rand_new_with_seed (seed), .n_machines = n_machines };

  g_test_message ("seed %u, %u machines", seed, n_machines);
  /* The machines' names come of it, too. */
  g_random_set_seed (seed);
  world.network = g_ptr_array_new_with_free_func ((GDestroyNotify) message_free);
  world.notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  world.gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  world.removals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n_machines; i++)
    {
      /* Their clocks are years apart. */
      world.machines[i] = test_machine_new (i, (gint64) i * 3 * 365 * G_TIME_SPAN_DAY);
      world.sent[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
    }

  for (guint step = 0; step < n_steps; step++)
    {
      const guint i = pick (&world, n_machines), what = pick (&world, 100);

      if (what < 50)
        do_something (&world, world.machines[i]);
      else if (what < 72)
        run_pass (&world, i);
      else
        for (guint n = pick (&world, 8); n > 0; n--)
          deliver (&world);
    }
  settle (&world);
  assert_all_equal (&world);
  assert_nothing_lost (&world);
  assert_last_word (&world);

  for (guint i = 0; i < n_machines; i++)
    {
      g_hash_table_unref (world.sent[i]);
      test_machine_free (world.machines[i]);
    }
  g_ptr_array_unref (world.network);
  g_hash_table_unref (world.notes);
  g_hash_table_unref (world.gone);
  g_hash_table_unref (world.removals);
  g_rand_free (world.rand);
}

static void
test_two (void)
{
  for (guint32 seed = 1; seed <= MAX (12 / test_get_slowness (), 1); seed++)
    run_world (seed, 2, 300);
}

static void
test_three (void)
{
  for (guint32 seed = 101; seed < 101 + MAX (12 / test_get_slowness (), 1); seed++)
    run_world (seed, 3, 400);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  /* To look for more: a first seed, and how many. */
  if (g_getenv ("CHANCERY_SYNC_SEEDS") != NULL)
    {
      g_auto (GStrv) range = g_strsplit (g_getenv ("CHANCERY_SYNC_SEEDS"), "+", 2);
      const guint32 first = (guint32) g_ascii_strtoull (range[0], NULL, 10);
      const guint32 n = range[1] != NULL ? (guint32) g_ascii_strtoull (range[1], NULL, 10) : 1;

      for (guint32 seed = first; seed < first + n; seed++)
        {
          g_printerr ("seed %u\n", seed);
          run_world (seed, 2 + seed % 2, 400);
        }
      return 0;
    }
  g_test_add_func ("/sync/random/two-machines", test_two);
  g_test_add_func ("/sync/random/three-machines", test_three);

  return g_test_run ();
}
