/* bench-reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long the reader takes to take over an article with its highlights, to show it, to scroll and
 * to find. Medians in milliseconds of wall time, and of processor time, which says more on a busy machine. */

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "chancery-ui-resources.h"
#include "reader/chancery-reader.h"

#define N_ROUNDS 11
#define N_FRAMES 150

typedef struct
{
  double wall;
  double processor;
} Time;

static double
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static Time
now (void)
{
  return (Time) { read_clock (CLOCK_MONOTONIC), read_clock (CLOCK_THREAD_CPUTIME_ID) };
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  const double *left = a;
  const double *right = b;

  return *left < *right ? -1 : *left > *right;
}

typedef struct
{
  const char *name;
  double wall[N_FRAMES + N_ROUNDS];
  double processor[N_FRAMES + N_ROUNDS];
  guint n;
} Series;

static void
add_time (Series *series,
          Time    start)
{
  Time end = now ();

  series->wall[series->n] = end.wall - start.wall;
  series->processor[series->n++] = end.processor - start.processor;
}

static void
report (Series *series)
{
  qsort (series->wall, series->n, sizeof (double), compare_doubles);
  qsort (series->processor, series->n, sizeof (double), compare_doubles);
  g_print ("  %-46s %8.2f ms   processor %8.2f ms, at most %.2f\n",
           series->name,
           series->wall[series->n / 2],
           series->processor[series->n / 2],
           series->processor[series->n - 1]);
}

static GPtrArray *
make_paragraphs (gsize length,
                 gsize paragraph_length)
{
  static const char * const words[] = { "article", "state", "member", "treaty", "of", "the", "shall", "council",
                                        "organ", "peace", "and", "a", "charter", "international", "security." };
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);
  g_autoptr (GString) paragraph = g_string_new (NULL);
  guint32 state = 12345;
  gsize total = 0;

  while (total < length)
    {
      g_string_truncate (paragraph, 0);
      while (paragraph->len < paragraph_length && total + paragraph->len < length)
        {
          state = state * 1664525 + 1013904223;
          g_string_append (paragraph, words[(state >> 16) % G_N_ELEMENTS (words)]);
          g_string_append_c (paragraph, ' ');
        }
      total += paragraph->len + 1;
      g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_PARAGRAPH, 0, paragraph->str));
    }

  return blocks;
}

static ChanceryArticle *
make_article (gsize length,
              gsize paragraph_length)
{
  g_autoptr (GPtrArray) blocks = make_paragraphs (length, paragraph_length);

  return chancery_article_new (&(ChanceryArticleFields) { .headline = "A benchmark", .blocks = blocks });
}

static GListModel *
make_notes (ChanceryArticle *article,
            guint            n_notes)
{
  const char *text = chancery_article_get_text (article);
  gsize step = chancery_article_get_length_bytes (article) / n_notes;
  GListStore *notes = g_list_store_new (CHANCERY_TYPE_NOTE);

  for (guint i = 0; i < n_notes; i++)
    {
      g_autoptr (ChancerySelector) selector = chancery_selector_new_for_span (text, i * step, i * step + MIN (60, step));
      g_autoptr (ChanceryNote) note =
        chancery_note_new (&(ChanceryNoteFields) { .selector = selector, .colour = (ChanceryColour) (i % CHANCERY_N_COLOURS) });

      g_list_store_append (notes, note);
    }

  return G_LIST_MODEL (notes);
}

typedef struct
{
  gboolean painted;
  Series *paint;
  Time before;
} Frames;

static void
before_paint_cb (GdkFrameClock *clock,
                 Frames        *frames)
{
  frames->before = now ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Frames        *frames)
{
  if (frames->paint != NULL)
    add_time (frames->paint, frames->before);
  frames->painted = TRUE;
}

static void
wait_for_frame (GtkWidget *reader,
                Frames    *frames)
{
  frames->painted = FALSE;
  gtk_widget_queue_draw (reader);
  while (!frames->painted)
    g_main_context_iteration (NULL, TRUE);
}

static void
measure_taking_over (GtkWidget  *reader,
                     Frames     *frames,
                     gsize       length,
                     gsize       paragraph_length,
                     guint       n_notes,
                     const char *name)
{
  g_autoptr (ChanceryArticle) article = make_article (length, paragraph_length);
  g_autoptr (GListModel) notes = make_notes (article, n_notes);
  g_autofree char *set_name = g_strdup_printf ("%s: text and highlights", name);
  g_autofree char *shown_name = g_strdup_printf ("%s: until it is painted", name);
  Series set = { .name = set_name };
  Series shown = { .name = shown_name };

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      Time start = now ();

      chancery_reader_set_article (CHANCERY_READER (reader), article);
      chancery_reader_set_notes (CHANCERY_READER (reader), notes);
      add_time (&set, start);
      wait_for_frame (reader, frames);
      add_time (&shown, start);

      chancery_reader_set_notes (CHANCERY_READER (reader), NULL);
      chancery_reader_set_article (CHANCERY_READER (reader), NULL);
      wait_for_frame (reader, frames);
    }

  report (&set);
  report (&shown);
}

static void
measure_scrolling (GtkWidget *reader,
                   Frames    *frames,
                   gsize      length,
                   guint      n_notes)
{
  g_autoptr (ChanceryArticle) article = make_article (length, 400);
  g_autoptr (GListModel) notes = n_notes > 0 ? make_notes (article, n_notes) : NULL;
  g_autofree char *name = g_strdup_printf ("scrolling by 40 pixels, %u highlights: a frame", n_notes);
  Series paint = { .name = name };

  chancery_reader_set_article (CHANCERY_READER (reader), article);
  chancery_reader_set_notes (CHANCERY_READER (reader), notes);
  wait_for_frame (reader, frames);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  frames->paint = &paint;
  for (guint i = 0; i < N_FRAMES; i++)
    {
      GtkWidget *scrolled = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (reader))),
                                                     GTK_TYPE_SCROLLED_WINDOW);
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 40);
      wait_for_frame (scrolled, frames);
    }
  frames->paint = NULL;

  report (&paint);
  chancery_reader_set_notes (CHANCERY_READER (reader), NULL);
}

static void
measure_finding (GtkWidget *reader)
{
  Series first = { .name = "1 MB: first find" };

  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (ChanceryArticle) article = make_article (1000000, 400);
      Time start;

      chancery_reader_set_article (CHANCERY_READER (reader), article);
      chancery_reader_focus_text (CHANCERY_READER (reader));
      g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (reader))), "select-all", FALSE);
      start = now ();
      chancery_reader_find (CHANCERY_READER (reader));
      add_time (&first, start);
      gtk_widget_activate_action (reader, "reader.cancel", NULL);
    }

  report (&first);
}

int
main (int    argc,
      char **argv)
{
  GtkWidget *window, *reader;
  Frames frames = { 0 };
  GdkFrameClock *clock;

  chancery_ui_register_resource ();
  adw_init ();

  window = gtk_window_new ();
  reader = chancery_reader_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (window), reader);
  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &frames);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), &frames);
  wait_for_frame (reader, &frames);
  gtk_widget_grab_focus (reader);

  measure_taking_over (reader, &frames, 100000, 400, 1000, "100 kB, 1,000 highlights");
  measure_taking_over (reader, &frames, 1000000, 400, 10000, "1 MB, 10,000 highlights");
  measure_taking_over (reader, &frames, 200000, 200000, 100, "200 kB in one line");
  measure_scrolling (reader, &frames, 300000, 0);
  measure_scrolling (reader, &frames, 300000, 3000);
  measure_finding (reader);

  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
