/* bench-gazetteer.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-gazetteer
 *
 * How fast states are found in a text of 100 kB and of 1 MB, against copying it and against one regular
 * expression of all English terms, in the same run. Prints the best of several rounds, in milliseconds. */

#include <stdio.h>
#include <string.h>

#include "chancery-content.h"
#include "gazetteer/chancery-gazetteer.h"

#define N_ROUNDS 7

/* Invented; each paragraph has leaders, names, demonyms, capitals and things that only look like them. */
static const char *const paragraphs[] = {
  "OSLO, June 3 (Reuters) - Norway and Sweden said on Tuesday that ships bound for Georgia would have to report to the "
  "Norwegian coast guard before they enter territorial waters, and that a first meeting would be held in Copenhagen.",
  "Turkish Foreign Minister Hakan Fidan told reporters in Ankara that his country had no quarrel with Oslo. \"We have a "
  "coast of our own,\" Fidan said, adding that the Turkish Straits were open to everybody. He spoke in Turkish.",
  "A shop on Armenian Street sold French fries, Brazil nuts and bone china to visitors from the Democratic Republic of "
  "the Congo; Jordan Petrovsky, who owns it, said that she had never been to Jordan and had no wish to fly there.",
  "The committee will look at the report again when it meets after the summer, and nobody expects it to change its mind "
  "about the rules for small boats, which are older than most of its members and have been amended eleven times.",
};

static char *
make_text (gsize length)
{
  GString *text = g_string_sized_new (length + 512);

  for (guint i = 0; text->len < length; i++)
    {
      g_string_append (text, paragraphs[i % G_N_ELEMENTS (paragraphs)]);
      g_string_append (text, "\n\n");
    }

  return g_string_free (text, FALSE);
}

static GRegex *
make_regex (ChanceryCatalogue *catalogue)
{
  g_autoptr (GString) pattern = g_string_new ("\\b(?:");
  g_autoptr (GError) error = NULL;
  GListModel *states = chancery_catalogue_get_states (catalogue);
  GRegex *regex;

  for (guint i = 0; i < g_list_model_get_n_items (states); i++)
    {
      g_autoptr (ChanceryState) state = g_list_model_get_item (states, i);
      g_autofree char *escaped = g_regex_escape_string (chancery_state_get_name (state), -1);

      g_string_append_printf (pattern, "%s|", escaped);
    }
  g_string_truncate (pattern, pattern->len - 1);
  g_string_append (pattern, ")\\b");
  regex = g_regex_new (pattern->str, G_REGEX_OPTIMIZE, 0, &error);
  g_assert_no_error (error);

  return regex;
}

static double
elapsed_ms (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1e3;
}

static void
measure (ChanceryGazetteer *gazetteer,
         GRegex            *regex,
         gsize              length)
{
  g_autofree char *text = make_text (length);
  gsize length_bytes = strlen (text);
  double find = G_MAXDOUBLE, copy = G_MAXDOUBLE, match = G_MAXDOUBLE;
  guint n_mentions = 0, n_matches = 0;
  const ChanceryDate date = { 2025, 6, 3 };

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GArray) mentions = NULL;
      g_autoptr (GMatchInfo) info = NULL;
      g_autofree char *copied = g_malloc (length_bytes + 1);
      gint64 start = g_get_monotonic_time ();

      memcpy (copied, text, length_bytes + 1);
      copy = MIN (copy, elapsed_ms (start));
      /* What was copied is used, so that the copy is made. */
      g_assert_cmpint (copied[length_bytes / 2], ==, text[length_bytes / 2]);

      start = g_get_monotonic_time ();
      mentions = chancery_gazetteer_find (gazetteer, text, "en", date, NULL);
      find = MIN (find, elapsed_ms (start));
      n_mentions = mentions->len;

      start = g_get_monotonic_time ();
      n_matches = 0;
      g_regex_match (regex, text, 0, &info);
      while (g_match_info_matches (info))
        {
          n_matches++;
          g_match_info_next (info, NULL);
        }
      match = MIN (match, elapsed_ms (start));
    }

  printf ("  %7" G_GSIZE_FORMAT " bytes: gazetteer %8.2f ms (%.1f MB/s, %u mentions), regular expression %8.2f ms (%u matches), "
          "memcpy %.3f ms\n",
          length_bytes, find, (double) length_bytes / 1e3 / find, n_mentions, match, n_matches, copy);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryCatalogue) catalogue = chancery_content_load_catalogue (NULL, NULL, &error);
  g_autoptr (ChanceryGazetteer) gazetteer = NULL;
  g_autoptr (GRegex) regex = NULL;
  double build = G_MAXDOUBLE;

  g_assert_no_error (error);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();

      g_clear_object (&gazetteer);
      gazetteer = chancery_gazetteer_new ();
      build = MIN (build, elapsed_ms (start));
    }
  printf ("  building: %.2f ms for %u meanings\n", build, chancery_gazetteer_get_n_terms (gazetteer, "en"));

  regex = make_regex (catalogue);
  measure (gazetteer, regex, 100000);
  measure (gazetteer, regex, 1000000);

  return 0;
}
