/* bench-filter.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "big-library.h"

#include <stdlib.h>
#include <string.h>

#include "chancery-library.h"

/* What a key typed into the filter of a large library costs, from the key to the
 * first page of the list that it makes: bench-filter [FOLDER]. The library is
 * that of bench-store. */

#define N_ARTICLES 100000
#define N_NOTES 1000000
#define N_ROUNDS 3

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
get_quantile (GArray *times,
              double  quantile)
{
  g_autoptr (GArray) sorted = g_array_copy (times);

  g_array_sort (sorted, compare_doubles);
  return g_array_index (sorted, double, (guint) ((double) (sorted->len - 1) * quantile));
}

static GListModel *
list_notes (ChanceryLibrary          *library,
            const ChanceryNoteFilter *filter)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *list;

  chancery_library_list_notes_async (library, filter, NULL, big_library_result_cb, &result);
  list = chancery_library_list_notes_finish (library, big_library_wait (&result), &error);
  if (list == NULL)
    g_error ("%s", error->message);
  return list;
}

static void
prepare (ChanceryLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;

  chancery_library_prepare_filtering_async (library, NULL, big_library_result_cb, &result);
  big_library_wait (&result);
}

static gboolean
is_counting (GListModel *list)
{
  gboolean counting;

  g_object_get (list, "counting", &counting, NULL);
  return counting;
}

/* A key makes a new list while the one before it may still be counting. */
static void
type (ChanceryLibrary           *library,
      GListModel               **list,
      const ChanceryNoteFilter  *filter,
      GArray                    *times)
{
  const double start = now_ms ();
  double ms;

  g_clear_object (list);
  *list = list_notes (library, filter);
  ms = now_ms () - start;
  g_array_append_val (times, ms);
}

static double
count (GListModel *list)
{
  const double start = now_ms ();

  while (is_counting (list))
    g_main_context_iteration (NULL, TRUE);
  return now_ms () - start;
}

static void
report (const char *name,
        GArray     *times)
{
  g_print ("%-44s %4u keys: %6.2f ms p50 %6.2f ms p99 %6.2f ms at most\n", name, times->len,
           get_quantile (times, 0.5), get_quantile (times, 0.99), get_quantile (times, 1));
}

static void
measure_words (ChanceryLibrary *library,
               const char      *name,
               ChanceryNoteFilter filter,
               gboolean         wait)
{
  static const char * const texts[] = {
    "lament", "alba", "calco", "\"fegu lament\" al", "parpo se vu", "incal men", "ion", "po ra ti", "mencoco",
  };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GListModel) list = NULL;

  for (guint round = 0; round < N_ROUNDS; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
      for (gsize length = 1; length <= strlen (texts[i]); length++)
        {
          g_autofree char *words = g_strndup (texts[i], length);

          filter.words = words;
          type (library, &list, &filter, times);
          if (wait)
            {
              double ms = count (list);

              g_array_append_val (counts, ms);
            }
        }
  report (name, times);
  if (wait)
    g_print ("%-44s %4u keys: %6.2f ms p50 %6.2f ms p99 %6.2f ms at most\n", "  and until all rows are counted", counts->len,
             get_quantile (counts, 0.5), get_quantile (counts, 0.99), get_quantile (counts, 1));
}

static void
measure_choices (ChanceryLibrary *library)
{
  static const char * const organisation[] = { "AM", "BY", "KZ", "KG", "RU", "TJ", NULL };
  static const char * const all[] = { "AM", "AZ", "BY", "CN", "DE", "EG", "FR", "GB", "IN", "IR", "IT", "JP", "KG", "KZ",
                                      "MD", "PL", "RU", "TJ", "TR", "TM", "UA", "US", "UZ", "ZA", NULL };
  static const char * const tags[] = { "tag-5", NULL };
  const ChanceryNoteFilter filters[] = {
    { .colours = 1 << CHANCERY_COLOUR_BLUE },
    { .colours = 1 << CHANCERY_COLOUR_BLUE | 1 << CHANCERY_COLOUR_PINK, .kinds = 1 << CHANCERY_NOTE_KIND_CLAIM },
    { .orphans = CHANCERY_NOTE_ORPHANS_ONLY },
    { .orphans = CHANCERY_NOTE_ORPHANS_NONE },
    { .due_only = TRUE, .sort = CHANCERY_NOTE_SORT_DUE },
    { .due_by = { 2023, 6, 0 }, .sort = CHANCERY_NOTE_SORT_DUE },
    { .sort = CHANCERY_NOTE_SORT_DUE },
    { .sort = CHANCERY_NOTE_SORT_OLDEST },
    { .sort = CHANCERY_NOTE_SORT_PLACE },
    { .organisation = organisation },
    { .organisation = all, .sort = CHANCERY_NOTE_SORT_PLACE },
    { .states = organisation + 3, .organisation = organisation, .tags = tags },
    { .tags = tags, .orphans = CHANCERY_NOTE_ORPHANS_ONLY },
    { .created_from_us = 1620000000000000, .created_before_us = 1630000000000000 },
    { .iso = "AM", .colours = 1 << CHANCERY_COLOUR_GREY },
    { .article_uid = "article-00000007", .sort = CHANCERY_NOTE_SORT_NEWEST },
  };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GListModel) list = NULL;

  for (guint round = 0; round < N_ROUNDS; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
      {
        type (library, &list, &filters[i], times);
        if (round == 0)
          g_print ("  choice %2" G_GSIZE_FORMAT ": %8u notes, first %6.2f ms\n", i, g_list_model_get_n_items (list),
                   g_array_index (times, double, times->len - 1));
      }
  report ("colours, kinds, tags, states, dates, orders", times);
}

int
main (int   argc,
      char *argv[])
{
  static const char * const organisation[] = { "AM", "BY", "KZ", "KG", "RU", "TJ", NULL };
  g_autofree char *folder = argc > 1 ? g_strdup (argv[1])
                                     : g_build_filename (g_get_user_cache_dir (), "chancery-bench", NULL);
  g_autofree char *path = g_build_filename (folder, "large.db", NULL);
  g_autoptr (GListModel) notes = NULL;
  ChanceryLibrary *library;
  double start;

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    big_library_make (path, N_ARTICLES, N_NOTES);

  start = now_ms ();
  library = big_library_open (path);
  g_print ("open %.2f ms\n", now_ms () - start);
  start = now_ms ();
  notes = list_notes (library, &(ChanceryNoteFilter) { .colours = 1 });
  g_print ("first filter, nothing prepared: %.2f ms\n", now_ms () - start);

  /* The worker does one thing after the other, so what is asked for next comes when it is ready. */
  g_clear_object (&notes);
  g_object_unref (library);
  library = big_library_open (path);
  start = now_ms ();
  prepare (library);
  g_print ("prepared in %.2f ms, in between other work\n", now_ms () - start);
  start = now_ms ();
  notes = list_notes (library, &(ChanceryNoteFilter) { .colours = 1 });
  g_print ("first filter then: %.2f ms\n", now_ms () - start);

  measure_choices (library);
  measure_words (library, "words, one key after the other", (ChanceryNoteFilter) { 0 }, FALSE);
  measure_words (library, "words, waiting after each key", (ChanceryNoteFilter) { 0 }, TRUE);
  measure_words (library, "words in an organisation, two colours",
                 (ChanceryNoteFilter) { .organisation = organisation, .colours = 3 }, FALSE);
  measure_words (library, "words by place", (ChanceryNoteFilter) { .sort = CHANCERY_NOTE_SORT_PLACE }, FALSE);

  g_clear_object (&notes);
  g_object_unref (library);
  return EXIT_SUCCESS;
}
