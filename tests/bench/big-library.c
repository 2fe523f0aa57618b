/* big-library.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "big-library.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "chancery-store.h"

#define N_WORDS 20000
#define WORDS_AN_ARTICLE 150
#define FIRST_NOTE_US G_GINT64_CONSTANT (1600000000000000)

static const char * const states[] = {
  "AM", "AZ", "BY", "CN", "DE", "EG", "FR", "GB", "IN", "IR", "IT", "JP", "KG", "KZ", "MD", "PL", "RU", "TJ", "TR",
  "TM", "UA", "US", "UZ", "ZA",
};

static const char * const colours[] = { "yellow", "green", "blue", "pink", "orange", "purple", "teal", "grey" };

static const char * const kinds[] = { "note", "note", "claim", "forecast", "note", "commitment", "question" };

typedef struct
{
  sqlite3 *database;
  GRand *random;
  char **words;
} Maker;

static void
execute (Maker      *maker,
         const char *sql)
{
  if (sqlite3_exec (maker->database, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (maker->database));
}

static sqlite3_stmt *
prepare (Maker      *maker,
         const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (maker->database, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (maker->database));
  return statement;
}

static void
run (sqlite3_stmt *statement)
{
  if (sqlite3_step (statement) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (sqlite3_db_handle (statement)));
  sqlite3_reset (statement);
}

static char **
make_words (GRand *random)
{
  static const char * const syllables[] = {
    "al", "ba", "cal", "co", "di", "fe", "gu", "in", "ion", "la", "lo", "me", "men", "ni", "par", "po", "ra", "se", "ti", "vu",
  };
  char **words = g_new0 (char *, N_WORDS + 1);

  for (guint i = 0; i < N_WORDS; i++)
    {
      g_autoptr (GString) word = g_string_new (NULL);

      for (gint32 j = g_rand_int_range (random, 2, 5); j > 0; j--)
        g_string_append (word, syllables[g_rand_int_range (random, 0, G_N_ELEMENTS (syllables))]);
      words[i] = g_string_free_and_steal (g_steal_pointer (&word));
    }

  return words;
}

/* Frequent words are frequent, as in a language. */
static const char *
pick_word (Maker *maker)
{
  double x = g_rand_double (maker->random);

  return maker->words[(gsize) (x * x * x * (N_WORDS - 1))];
}

static char *
make_text (Maker *maker,
           guint  n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : i % 50 == 0 ? "\n" : i % 12 == 0 ? ". " : " ", pick_word (maker));

  return g_string_free_and_steal (text);
}

static void
add_articles (Maker *maker,
              guint  n_articles)
{
  sqlite3_stmt *article = prepare (maker,
                                   "INSERT INTO articles (id, uid, headline, source, agency, lang, published,"
                                   "  published_guessed, sort_key, digest, added_us, is_read) "
                                   "VALUES (?1, ?2, ?3, 'Agency', 'AGENCY', 'en', ?4, 0, ?5, ?6, ?7, ?1 % 3 = 0)");
  sqlite3_stmt *text = prepare (maker,
                                "INSERT INTO texts (article, text, blocks) VALUES (?1, ?2,"
                                "  '[[\"paragraph\",0],[\"paragraph\",0],[\"paragraph\",0]]')");

  for (guint i = 1; i <= n_articles; i++)
    {
      g_autofree char *uid = g_strdup_printf ("article-%08u", i), *digest = g_strdup_printf ("%064u", i);
      g_autofree char *headline = make_text (maker, 8), *words = make_text (maker, WORDS_AN_ARTICLE);
      int year = g_rand_int_range (maker->random, 2000, 2025), month = g_rand_int_range (maker->random, 1, 13);
      int day = g_rand_int_range (maker->random, 1, 29);
      g_autofree char *published = g_strdup_printf ("%04d-%02d-%02d", year, month, day);

      sqlite3_bind_int64 (article, 1, i);
      sqlite3_bind_text (article, 2, uid, -1, SQLITE_STATIC);
      sqlite3_bind_text (article, 3, headline, -1, SQLITE_STATIC);
      sqlite3_bind_text (article, 4, published, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (article, 5, year * 10000 + month * 100 + day);
      sqlite3_bind_text (article, 6, digest, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (article, 7, FIRST_NOTE_US + i);
      run (article);
      sqlite3_bind_int64 (text, 1, i);
      sqlite3_bind_text (text, 2, words, -1, SQLITE_STATIC);
      run (text);
    }

  sqlite3_finalize (article);
  sqlite3_finalize (text);
}

/* Each note is on one of the first words of its article. */
static void
add_notes (Maker *maker,
           guint  n_articles,
           guint  n_notes)
{
  sqlite3_stmt *text = prepare (maker, "SELECT substr (text, 1, 400) FROM texts WHERE article = ?1");
  sqlite3_stmt *note = prepare (maker,
                                "INSERT INTO notes (uid, article, exact, prefix, suffix, start_chars, end_chars, body,"
                                "  colour, kind, tags, states, created_us, modified_us, orphan, score, due, due_day) "
                                "VALUES (?1, ?2, ?3, '', '', ?4, ?5, ?6, ?7, ?11, ?8, ?9, ?10, ?10, ?12, 1 - ?12,"
                                "  ?13, replace (?13, '-', ''))");

  for (guint i = 0; i < n_notes; i++)
    {
      g_autofree char *uid = g_strdup_printf ("note-%08u", i), *body = make_text (maker, i % 4 == 0 ? 0 : 8);
      g_autofree char *tags = i % 5 == 0 ? g_strdup_printf ("[\"tag-%u\"]", i % 40) : g_strdup ("[]");
      g_autofree char *about = i % 2 == 0
        ? g_strdup_printf ("[\"%s\"]", states[g_rand_int_range (maker->random, 0, G_N_ELEMENTS (states))]) : g_strdup ("[]");
      g_autofree char *due = i % 10 == 0
        ? g_strdup_printf ("20%02u-%02u-%02u", 20 + i / 10 % 8, i / 7 % 12 + 1, i / 3 % 28 + 1) : NULL;
      g_autofree char *quote = NULL;
      const char *words, *start, *end;
      guint article = i % n_articles + 1;

      sqlite3_bind_int64 (text, 1, article);
      if (sqlite3_step (text) != SQLITE_ROW)
        g_error ("%s", sqlite3_errmsg (maker->database));
      words = start = (const char *) sqlite3_column_text (text, 0);
      for (gint32 j = g_rand_int_range (maker->random, 0, 30); j > 0; j--)
        start = strchr (start, ' ') + 1;
      end = strpbrk (start, " .\n");
      quote = g_strndup (start, (gsize) (end - start));

      sqlite3_bind_text (note, 1, uid, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (note, 2, article);
      sqlite3_bind_text (note, 3, quote, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (note, 4, start - words);
      sqlite3_bind_int64 (note, 5, end - words);
      sqlite3_bind_text (note, 6, body, -1, SQLITE_STATIC);
      sqlite3_bind_text (note, 7, colours[i % G_N_ELEMENTS (colours)], -1, SQLITE_STATIC);
      sqlite3_bind_text (note, 8, tags, -1, SQLITE_STATIC);
      sqlite3_bind_text (note, 9, about, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (note, 10, FIRST_NOTE_US + (gint64) i * 60 * G_USEC_PER_SEC);
      sqlite3_bind_text (note, 11, kinds[i % G_N_ELEMENTS (kinds)], -1, SQLITE_STATIC);
      sqlite3_bind_int64 (note, 12, i % 997 == 0);
      /* Every tenth is due some time. */
      sqlite3_bind_text (note, 13, due, -1, SQLITE_STATIC);
      run (note);
      sqlite3_reset (text);
    }

  sqlite3_finalize (text);
  sqlite3_finalize (note);
}

/* What the triggers would have made, in one go. */
static void
derive (Maker *maker)
{
  execute (maker,
           "INSERT INTO note_states SELECT s.value, n.created_us, n.id FROM notes AS n, json_each (n.states) AS s"
           "  ORDER BY 1, 2, 3;"
           "INSERT INTO state_counts SELECT iso, count (*) FROM note_states GROUP BY iso;"
           "INSERT INTO note_tags SELECT t.value, n.created_us, n.id FROM notes AS n, json_each (n.tags) AS t"
           "  ORDER BY 1, 2, 3;"
           "INSERT INTO tag_counts SELECT tag, count (*) FROM note_tags GROUP BY tag;"
           "UPDATE counts SET n = (SELECT count (*) FROM articles) WHERE name = 'articles';"
           "UPDATE counts SET n = (SELECT count (*) FROM notes) WHERE name = 'notes';"
           "UPDATE articles SET n_notes = c.n FROM (SELECT article, count (*) AS n FROM notes GROUP BY article) AS c"
           "  WHERE c.article = id;"
           "INSERT INTO article_search (article_search) VALUES ('rebuild');"
           "INSERT INTO note_search (note_search) VALUES ('rebuild');");
}

static int
collect_trigger_cb (void  *user_data,
                    int    n_columns,
                    char **values,
                    char **names)
{
  GPtrArray *triggers = user_data;

  g_ptr_array_add (triggers, g_strdup (values[0]));
  g_ptr_array_add (triggers, g_strdup (values[1]));
  return 0;
}

void
big_library_make (const char *path,
                  guint       n_articles,
                  guint       n_notes)
{
  Maker maker = { NULL, g_rand_new_with_seed (1), NULL };
  g_autoptr (GPtrArray) triggers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  ChanceryStore *store;

  g_unlink (path);
  store = chancery_store_open (path, CHANCERY_LIBRARY_DEFAULT, 0, &error);
  if (store == NULL)
    g_error ("%s", error->message);
  chancery_store_close (store);

  if (sqlite3_open (path, &maker.database) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (maker.database));
  maker.words = make_words (maker.random);
  execute (&maker, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; BEGIN");
  sqlite3_exec (maker.database, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", collect_trigger_cb, triggers, NULL);
  for (guint i = 0; i < triggers->len; i += 2)
    {
      g_autofree char *sql = g_strdup_printf ("DROP TRIGGER %s", (char *) triggers->pdata[i]);

      execute (&maker, sql);
    }
  add_articles (&maker, n_articles);
  if (n_articles > 0)
    add_notes (&maker, n_articles, n_notes);
  derive (&maker);
  for (guint i = 1; i < triggers->len; i += 2)
    execute (&maker, triggers->pdata[i]);
  execute (&maker, "COMMIT");
  sqlite3_close (maker.database);

  g_strfreev (maker.words);
  g_rand_free (maker.random);
}

/* Callback for big_library_wait(); its user data is the address of a result that is %NULL. */
void
big_library_result_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
big_library_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

ChanceryLibrary *
big_library_open (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryLibrary *library;

  chancery_library_open_async (file, CHANCERY_LIBRARY_DEFAULT, NULL, big_library_result_cb, &result);
  library = chancery_library_open_finish (big_library_wait (&result), &error);
  if (library == NULL)
    g_error ("%s", error->message);
  return library;
}

/* @library is (transfer full). */
void
big_library_close (ChanceryLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;

  chancery_library_close_async (library, NULL, big_library_result_cb, &result);
  chancery_library_close_finish (library, big_library_wait (&result), NULL);
  g_object_unref (library);
}
