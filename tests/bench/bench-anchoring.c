/* bench-anchoring.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-anchoring
 *
 * How fast one note finds its place in an article that was changed, how fast 10,000 do in a revised text of 1 MB, and
 * how fast both texts are compared and the notes carried over: the best of several rounds. With CHANCERY_ANCHORING_CASES set to a file of JSON
 * lines with “text” and “selectors”, also with those. */

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "anchoring/chancery-anchor-target.h"
#include "changed-text.h"
#include "chancery-carried-notes.h"

#define N_ONE 2000
#define N_MANY 10000
#define N_ROUNDS 5
#define TEXT_BYTES 1000000

static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
print_times (const char *name,
             GArray     *times)
{
  double *sorted = (double *) (void *) times->data;

  qsort (sorted, times->len, sizeof *sorted, compare_doubles);
  printf ("  %s: p50 %.3f ms, p99 %.3f ms, longest %.3f ms (%u notes)\n", name, sorted[times->len / 2],
          sorted[times->len * 99 / 100], sorted[times->len - 1], times->len);
}

static void
measure_one (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_ONE; i++)
    {
      g_autoptr (ChangedText) changed = changed_text_new (random, (Script) (i % N_SCRIPTS), (Change) (i / N_SCRIPTS % N_CHANGES), 24,
                                                          (guint) g_rand_int_range (random, 3, 40));
      double elapsed = G_MAXDOUBLE;

      for (guint round = 0; round < N_ROUNDS; round++)
        {
          ChanceryAnchor anchor;
          double start = now_ms ();

          chancery_anchor_quote (changed->new_text, changed->selector, &anchor);
          elapsed = MIN (elapsed, now_ms () - start);
        }
      g_array_append_val (times, elapsed);
    }
  print_times ("one note", times);
}

static void
measure_cases (const char *path)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  if (!g_file_get_contents (path, &contents, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) root = *lines[i] != '\0' ? json_from_string (lines[i], &error) : NULL;
      g_auto (ChanceryAnchorTarget) target = { NULL, NULL, NULL };
      const char *text;
      double elapsed = G_MAXDOUBLE;

      g_assert_no_error (error);
      if (root == NULL)
        continue;
      text = json_object_get_string_member (json_node_get_object (root), "text");
      chancery_anchor_target_read (json_object_get_member (json_node_get_object (root), "selectors"), &target, &error);
      g_assert_no_error (error);

      for (guint round = 0; round < N_ROUNDS; round++)
        {
          g_autoptr (ChanceryAnchorText) prepared = NULL;
          ChanceryAnchor anchor;
          double start = now_ms ();

          prepared = chancery_anchor_text_new_for_one (text, strlen (text));
          chancery_anchor_target_find (&target, prepared, &anchor);
          elapsed = MIN (elapsed, now_ms () - start);
        }
      g_array_append_val (times, elapsed);
    }
  print_times ("one note of the cases", times);
}

/* One paragraph in three is changed, one in twenty deleted, and one in twenty new. */
static void
revise (GRand       *random,
        GPtrArray   *paragraphs,
        GString     *revised)
{
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const char *paragraph = g_ptr_array_index (paragraphs, i);
      gint what = g_rand_int_range (random, 0, 60);

      if (what < 3)
        {
          g_autofree char *more = make_paragraph (random, SCRIPT_LATIN, 4);

          g_string_append (revised, more);
          g_string_append_c (revised, '\n');
        }
      if (what >= 3 && what < 6)
        continue;
      if (what >= 6 && what < 26)
        {
          g_auto (GStrv) words = g_strsplit (paragraph, " ", -1);

          for (guint w = 0; words[w] != NULL; w++)
            {
              gint word = g_rand_int_range (random, 0, 15);

              if (word == 0)
                continue;
              if (word == 1)
                g_string_append (revised, "changed ");
              g_string_append (revised, words[w]);
              g_string_append_c (revised, ' ');
            }
        }
      else
        g_string_append (revised, paragraph);
      g_string_append_c (revised, '\n');
    }
}

static void
measure_many (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) revised = g_string_new (NULL);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_selector_free);
  double start, prepared_ms, found_ms = G_MAXDOUBLE;
  double compared_ms = G_MAXDOUBLE, carried_ms = G_MAXDOUBLE;
  guint n_found = 0;

  while (text->len < TEXT_BYTES)
    {
      char *paragraph = make_paragraph (random, SCRIPT_LATIN, 4);

      g_string_append (text, paragraph);
      g_string_append_c (text, '\n');
      g_ptr_array_add (paragraphs, paragraph);
    }
  revise (random, paragraphs, revised);
  for (guint i = 0; i < N_MANY; i++)
    {
      gsize at = (gsize) ((double) i * (double) (text->len - 400) / N_MANY);
      gsize end = at + (gsize) g_rand_int_range (random, 12, 300);

      while (((guchar) text->str[at] & 0xc0) == 0x80)
        at++;
      while (((guchar) text->str[end] & 0xc0) == 0x80)
        end++;
      g_ptr_array_add (selectors, chancery_selector_new_for_span (text->str, at, end));
    }

  prepared_ms = G_MAXDOUBLE;
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (ChanceryAnchorText) prepared = NULL;

      start = now_ms ();
      prepared = chancery_anchor_text_new (revised->str, revised->len);
      prepared_ms = MIN (prepared_ms, now_ms () - start);
      n_found = 0;
      for (guint i = 0; i < selectors->len; i++)
        {
          ChanceryAnchor anchor;

          n_found += chancery_anchor_text_find (prepared, g_ptr_array_index (selectors, i), &anchor);
        }
      found_ms = MIN (found_ms, now_ms () - start);
    }
  printf ("  %u notes in a revised text of %" G_GSIZE_FORMAT " bytes: %.1f ms, of which preparing it %.1f ms (%u found)\n",
          selectors->len, revised->len, found_ms, prepared_ms, n_found);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (ChanceryTextDiff) diff = NULL;
      g_autoptr (GPtrArray) notes = NULL;

      start = now_ms ();
      diff = chancery_text_diff_new (text->str, revised->str);
      compared_ms = MIN (compared_ms, now_ms () - start);
      start = now_ms ();
      notes = chancery_carry_notes (diff, selectors);
      carried_ms = MIN (carried_ms, now_ms () - start);
      n_found = 0;
      for (guint i = 0; i < notes->len; i++)
        n_found += ((ChanceryCarriedNote *) g_ptr_array_index (notes, i))->selector != NULL;
    }
  printf ("  comparing both texts: %.1f ms; carrying %u notes: %.1f ms (%u found)\n", compared_ms, selectors->len, carried_ms, n_found);
}

int
main (void)
{
  const char *path = g_getenv ("CHANCERY_ANCHORING_CASES");

  measure_one ();
  if (path != NULL)
    measure_cases (path);
  measure_many ();

  return 0;
}
