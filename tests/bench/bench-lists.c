/* bench-lists.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the lists over a library take to many rows: the first frame and the memory of the articles' and the
 * notes' list, with a thousand rows and with a hundred thousand or a million, in turn in one process. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <malloc.h>

#include "chancery-content.h"
#include "chancery-library.h"
#include "chancery-ui-resources.h"
#include "library/chancery-library-page.h"
#include "notes/chancery-notes-panel.h"

#define N_ROUNDS 9

typedef struct
{
  const char *name;
  gboolean notes;
  guint n_articles;
  guint n_notes;
  ChanceryLibrary *library;
  double first_frame_ms[N_ROUNDS];
  double anonymous_kb[N_ROUNDS];
} Case;

typedef struct
{
  GMainLoop *loop;
  gint64 presented_us;
  double first_frame_ms;
} Frame;

static double
read_anonymous_kb (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL) ||
      (line = strstr (text, "Pss_Anon:")) == NULL)
    return 0;
  return g_ascii_strtod (line + strlen ("Pss_Anon:"), NULL);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ChanceryLibrary **library = user_data;
  g_autoptr (GError) error = NULL;

  *library = chancery_library_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
after_paint_cb (GdkFrameClock *clock,
                Frame         *frame)
{
  if (frame->first_frame_ms >= 0)
    return;

  frame->first_frame_ms = (double) (g_get_monotonic_time () - frame->presented_us) / 1000;
  g_main_loop_quit (frame->loop);
}

static GListModel *
list (Case *item)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *model;

  if (item->notes)
    chancery_library_list_notes_async (item->library, NULL, NULL, listed_cb, &result);
  else
    chancery_library_list_articles_async (item->library, NULL, listed_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  model = item->notes ? chancery_library_list_notes_finish (item->library, result, &error)
                      : chancery_library_list_articles_finish (item->library, result, &error);
  g_assert_no_error (error);

  return model;
}

static void
run (Case *item,
     guint round)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Frame frame = { loop, 0, -1 };
  double before_kb;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = g_object_new (item->notes ? CHANCERY_TYPE_NOTES_PANEL : CHANCERY_TYPE_LIBRARY_PAGE, NULL);
  g_autoptr (GListModel) model = NULL;

  gtk_window_set_default_size (GTK_WINDOW (window), 380, 800);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_widget_realize (window);
  g_signal_connect_after (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), &frame);

  malloc_trim (0);
  before_kb = read_anonymous_kb ();
  frame.presented_us = g_get_monotonic_time ();
  model = list (item);
  if (item->notes)
    chancery_notes_panel_set_model (CHANCERY_NOTES_PANEL (page), model);
  else
    chancery_library_page_set_model (CHANCERY_LIBRARY_PAGE (page), model);
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (loop);

  item->first_frame_ms[round] = frame.first_frame_ms;
  item->anonymous_kb[round] = read_anonymous_kb () - before_kb;
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static double
get_median (const double *values)
{
  double sorted[N_ROUNDS];

  memcpy (sorted, values, sizeof sorted);
  qsort (sorted, N_ROUNDS, sizeof *sorted, compare_doubles);
  return sorted[N_ROUNDS / 2];
}

static void
open_library (Case       *item,
              const char *maker,
              const char *folder,
              guint       number)
{
  g_autofree char *path = g_strdup_printf ("%s/%u.db", folder, number);
  g_autofree char *n_articles = g_strdup_printf ("%u", item->n_articles);
  g_autofree char *n_notes = g_strdup_printf ("%u", item->n_notes);
  const char *arguments[] = { maker, n_articles, n_notes, path, NULL };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  chancery_library_open_async (file, CHANCERY_LIBRARY_EXISTING, NULL, opened_cb, &item->library);
  while (item->library == NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  static Case cases[] = {
    { .name = "articles", .notes = FALSE, .n_articles = 1000, .n_notes = 0 },
    { .name = "articles", .notes = FALSE, .n_articles = 100000, .n_notes = 0 },
    { .name = "notes", .notes = TRUE, .n_articles = 10, .n_notes = 1000 },
    { .name = "notes", .notes = TRUE, .n_articles = 1000, .n_notes = 1000000 },
  };
  g_autofree char *here = g_path_get_dirname (argv[0]);
  g_autofree char *maker = g_build_filename (here, "make-library", NULL);
  g_autofree char *folder = g_dir_make_tmp ("chancery-bench-XXXXXX", NULL);

  gtk_init ();
  adw_init ();
  chancery_content_register ();
  chancery_ui_register_resource ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    open_library (&cases[i], maker, folder, i);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    run (&cases[i], 0);
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      run (&cases[i], round);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double first_frame_ms = get_median (cases[i].first_frame_ms), anonymous_kb = get_median (cases[i].anonymous_kb);

      g_print ("  %-10s %8u rows   first frame %7.1f ms", cases[i].name,
               cases[i].notes ? cases[i].n_notes : cases[i].n_articles, first_frame_ms);
      if (i % 2 == 1)
        g_print ("  %.2f ×   memory %+.2f MB", first_frame_ms / get_median (cases[i - 1].first_frame_ms),
                 (anonymous_kb - get_median (cases[i - 1].anonymous_kb)) / 1024);
      g_print ("\n");
      g_clear_object (&cases[i].library);
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      static const char * const endings[] = { "", "-wal", "-shm" };

      for (gsize j = 0; j < G_N_ELEMENTS (endings); j++)
        {
          g_autofree char *path = g_strdup_printf ("%s/%u.db%s", folder, i, endings[j]);

          g_remove (path);
        }
    }
  g_rmdir (folder);

  return 0;
}
