/* test-gazetteer.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "chancery-content.h"
#include "gazetteer/chancery-gazetteer.h"

#include "../finalized-soon.h"

/* Each case is a text in which the mentions are marked: «Lavrov|RU leader actor».
 * The role may be left out where it doesn't matter. All sentences are invented. */

typedef struct
{
  const char *name;
  const char *date;
  const char *text;
} Case;

static ChanceryGazetteer *gazetteer;

static ChanceryDate
date_of (const char *text)
{
  ChanceryDate date = CHANCERY_DATE_NONE;

  g_assert_true (chancery_date_parse (text, &date));
  return date;
}

/* Takes the marks out of a text: returns it plain, and a line for each mention. */
static char *
read_marks (const char  *marked,
            char       **expected,
            gboolean   **with_role,
            guint       *n_expected)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  GArray *roles = g_array_new (FALSE, FALSE, sizeof (gboolean));

  while (*marked != '\0')
    {
      if (g_str_has_prefix (marked, "«"))
        {
          const char *start = marked + strlen ("«"), *bar = strchr (start, '|'), *end = strstr (start, "»");
          g_autofree char *span = NULL;
          g_autofree char *rest = NULL;
          g_auto (GStrv) parts = NULL;
          gboolean has_role;

          g_assert_true (bar != NULL && end != NULL && bar < end);
          span = g_strndup (start, (gsize) (bar - start));
          rest = g_strndup (bar + 1, (gsize) (end - bar - 1));
          parts = g_strsplit (rest, " ", 0);
          has_role = g_strv_length (parts) == 3;
          g_array_append_val (roles, has_role);
          g_string_append_printf (lines, "%" G_GSIZE_FORMAT " %s %s %s%s%s\n", plain->len, span, parts[0], parts[1],
                                  has_role ? " " : "", has_role ? parts[2] : "");
          g_string_append (plain, span);
          marked = end + strlen ("»");
        }
      else
        {
          g_string_append_c (plain, *marked++);
        }
    }

  *expected = g_string_free (g_steal_pointer (&lines), FALSE);
  *n_expected = roles->len;
  *with_role = (gboolean *) (void *) g_array_free (roles, FALSE);
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static char *
describe (const char     *text,
          GArray         *mentions,
          const gboolean *with_role,
          guint           n_expected)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const ChanceryMention *mention = &g_array_index (mentions, ChanceryMention, i);
      g_autofree char *span = g_strndup (text + mention->start_bytes, mention->end_bytes - mention->start_bytes);
      gboolean has_role = i < n_expected && with_role[i];

      g_string_append_printf (lines, "%" G_GSIZE_FORMAT " %s %s %s%s%s\n", mention->start_bytes, span, mention->iso,
                              chancery_enum_to_nick (CHANCERY_TYPE_MENTION_KIND, (int) mention->kind), has_role ? " " : "",
                              has_role ? chancery_enum_to_nick (CHANCERY_TYPE_MENTION_ROLE, (int) mention->role) : "");
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
check (const Case *test)
{
  g_autofree char *expected = NULL;
  g_autofree gboolean *with_role = NULL;
  guint n_expected;
  g_autofree char *text = read_marks (test->text, &expected, &with_role, &n_expected);
  g_autoptr (GArray) mentions = chancery_gazetteer_find (gazetteer, text, "en", date_of (test->date), NULL);
  g_autofree char *found = describe (text, mentions, with_role, n_expected);

  if (strcmp (found, expected) != 0)
    g_test_fail_printf ("%s: in “%s”\nexpected:\n%sfound:\n%s", test->name, text, expected, found);
}

#include "gazetteer-cases.inc"

static void
test_case (gconstpointer data)
{
  check (data);
}

static void
test_sorted_and_apart (void)
{
  static const char text[] = "Georgia, Georgian Prime Minister Irakli Kobakhidze and the U.S.-led South Korean-Guinea-Bissau group in Papua New Guinea.";
  g_autoptr (GArray) mentions = chancery_gazetteer_find (gazetteer, text, "en", date_of ("2025-06-01"), NULL);

  g_assert_cmpuint (mentions->len, >, 5);
  for (guint i = 0; i < mentions->len; i++)
    {
      const ChanceryMention *mention = &g_array_index (mentions, ChanceryMention, i);

      g_assert_cmpuint (mention->start_bytes, <, mention->end_bytes);
      if (i > 0)
        g_assert_cmpuint (mention->start_bytes, >=, g_array_index (mentions, ChanceryMention, i - 1).end_bytes);
    }
}

static void
test_offsets_are_bytes (void)
{
  /* Emoji, combining marks, a soft hyphen and joiners before and inside. */
  static const char text[] = "👩‍👩‍👧 e\xcc\x81lan in Fra\xc2\xadnce, Co\xcc\x82te d’Ivoire and \xe2\x80\x8eTürkiye\xe2\x80\x8e.";
  g_autoptr (GArray) mentions = chancery_gazetteer_find (gazetteer, text, "en", date_of ("2024-01-01"), NULL);
  static const char *const spans[] = { "Fra\xc2\xadnce", "Co\xcc\x82te d’Ivoire", "Türkiye" };

  g_assert_cmpuint (mentions->len, ==, G_N_ELEMENTS (spans));
  for (guint i = 0; i < mentions->len; i++)
    {
      const ChanceryMention *mention = &g_array_index (mentions, ChanceryMention, i);
      g_autofree char *span = g_strndup (text + mention->start_bytes, mention->end_bytes - mention->start_bytes);

      g_assert_cmpstr (span, ==, spans[i]);
    }
}

static void
test_same_each_time (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) first = NULL;
  g_autoptr (ChanceryGazetteer) other = chancery_gazetteer_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_string_append (text, cases[i].text);
      g_string_append (text, "\n\n");
    }
  first = chancery_gazetteer_find (gazetteer, text->str, "en", date_of ("2023-05-05"), NULL);
  for (guint n = 0; n < 3; n++)
    {
      g_autoptr (GArray) again = chancery_gazetteer_find (n == 2 ? other : gazetteer, text->str, "en", date_of ("2023-05-05"), NULL);

      g_assert_cmpmem (first->data, first->len * sizeof (ChanceryMention), again->data, again->len * sizeof (ChanceryMention));
    }
}

/* Texts made to be slow take no more steps a byte than any other. */
static void
test_linear (void)
{
  static const char *const parts[] = {
    "Democratic Republic of the ",
    "democratic republic of ",
    "Saint Vincent and the ",
    "Georgia ",
    "Georgia, Georgia ",
    "Russian President Vladimir ",
    "President Foo Bar ",
    "the foreign minister of ",
    "US ",
    "U.S.",
    "Congo ",
    "Jordan Vance ",
    "a",
    "A-",
    "'\"-.",
    "\n",
    "MOSCOW, ",
    "MOSCOW, November 3.\n",
    "“in ",
    "e\xcc\x81",
    "👩‍",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint64 steps[2];

      for (guint n = 0; n < 2; n++)
        {
          g_autoptr (GArray) mentions = NULL;

          while (text->len < 40000u * (n + 1))
            g_string_append (text, parts[i]);
          mentions = chancery_gazetteer_find_counted (gazetteer, text->str, "en", date_of ("2024-01-01"), NULL, &steps[n]);
          g_assert_nonnull (mentions);
          g_assert_cmpuint (steps[n], <=, 64 * (guint64) text->len);
        }
      /* Twice the text, twice the steps. */
      g_assert_cmpuint (steps[1], <=, 2 * steps[0] + steps[0] / 8 + 1000);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (chancery_gazetteer_find (gazetteer, "Norway and Sweden", "en", date_of ("2024-01-01"), cancellable));
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **waiting = user_data;

  *waiting = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) mentions = NULL;
  g_autoptr (GError) error = NULL;

  chancery_gazetteer_find_async (gazetteer, "Norway and Sweden", "en", date_of ("2024-01-01"), NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  mentions = chancery_gazetteer_find_finish (gazetteer, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mentions->len, ==, 2);
}

static void
test_async_cancelled (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  chancery_gazetteer_find_async (gazetteer, "Norway and Sweden", "en", date_of ("2024-01-01"), cancellable, result_cb, &result);
  g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (chancery_gazetteer_find_finish (gazetteer, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_empty_and_other_languages (void)
{
  g_autoptr (GArray) none = chancery_gazetteer_find (gazetteer, "", "en", CHANCERY_DATE_NONE, NULL);
  g_autoptr (GArray) detected = chancery_gazetteer_find (gazetteer, "Norway", NULL, CHANCERY_DATE_NONE, NULL);
  g_autoptr (GArray) unknown = chancery_gazetteer_find (gazetteer, "chad", "xx", CHANCERY_DATE_NONE, NULL);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (detected->len, ==, 1);
  g_assert_cmpuint (unknown->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryCatalogue) catalogue = NULL;
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  catalogue = chancery_content_load_catalogue (NULL, NULL, &error);
  g_assert_no_error (error);
  gazetteer = chancery_gazetteer_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/gazetteer/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/gazetteer/sorted-and-apart", test_sorted_and_apart);
  g_test_add_func ("/gazetteer/offsets-are-bytes", test_offsets_are_bytes);
  g_test_add_func ("/gazetteer/same-each-time", test_same_each_time);
  g_test_add_func ("/gazetteer/linear", test_linear);
  g_test_add_func ("/gazetteer/cancelled", test_cancelled);
  g_test_add_func ("/gazetteer/async", test_async);
  g_test_add_func ("/gazetteer/async-cancelled", test_async_cancelled);
  g_test_add_func ("/gazetteer/empty-and-other-languages", test_empty_and_other_languages);

  status = g_test_run ();

  assert_finalized_soon (g_steal_pointer (&gazetteer));
  return status;
}
