/* bare-window.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The baseline of the start-up benchmark: an Adwaita window with a split view and a text of 100 kB, and
 * nothing of Chancery's. */

#include <adwaita.h>

static char *
make_text (void)
{
  static const char * const words[] = {
    "council", "members", "state", "treaty", "of", "the", "shall", "agree", "meeting", "peace", "and", "a", "summit",
  };
  GString *text = g_string_new (NULL);
  guint32 random = 1;

  while (text->len < 100000)
    {
      random = random * 1664525 + 1013904223;
      g_string_append (text, words[(random >> 16) % G_N_ELEMENTS (words)]);
      g_string_append_c (text, (random >> 8) % 90 == 0 ? '\n' : ' ');
    }

  return g_string_free_and_steal (text);
}

static GtkWidget *
make_page (GtkWidget  *child,
           const char *title)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);

  return GTK_WIDGET (adw_navigation_page_new (view, title));
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *split = adw_navigation_split_view_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *text_view = gtk_text_view_new ();
  g_autofree char *text = make_text ();

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *label = g_strdup_printf ("Section %u", i);

      gtk_list_box_append (GTK_LIST_BOX (list), gtk_label_new (label));
    }
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text_view), GTK_WRAP_WORD);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text_view)), text, -1);

  adw_navigation_split_view_set_sidebar (ADW_NAVIGATION_SPLIT_VIEW (split),
                                         ADW_NAVIGATION_PAGE (make_page (list, "Sidebar")));
  adw_navigation_split_view_set_content (ADW_NAVIGATION_SPLIT_VIEW (split),
                                         ADW_NAVIGATION_PAGE (make_page (text_view, "Content")));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), split);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 820);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application =
    adw_application_new ("io.github.chancery_app.BareWindow", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
