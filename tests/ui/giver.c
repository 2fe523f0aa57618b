/* giver.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>

/* Another program, to paste from and to drag from: giver text FILE, or giver files FILE…
 *
 * What it has is in the clipboard, and can be dragged out of its window. It says on standard output, a word a
 * line, what happens: ready, dragging, accepted, given, refused. */

static void
say (const char *word)
{
  g_print ("%s\n", word);
}

static GdkContentProvider *
make_content (int    argc,
              char **argv)
{
  g_autoslist (GFile) files = NULL;
  GdkContentProvider *content;
  GdkFileList *list;

  if (g_str_equal (argv[1], "text"))
    {
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_file_get_contents (argv[2], &text, NULL, &error))
        g_error ("%s", error->message);
      return gdk_content_provider_new_typed (G_TYPE_STRING, text);
    }

  for (int i = argc - 1; i > 1; i--)
    files = g_slist_prepend (files, g_file_new_for_commandline_arg (argv[i]));
  list = gdk_file_list_new_from_list (files);

  content = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);

  return content;
}

static void
action_cb (GdkDrag *drag)
{
  if (gdk_drag_get_selected_action (drag) != 0)
    say ("accepted");
}

static void
begin_cb (GtkDragSource *source,
          GdkDrag       *drag)
{
  g_signal_connect (drag, "notify::selected-action", G_CALLBACK (action_cb), NULL);
  say ("dragging");
}

static void
end_cb (GtkDragSource *source)
{
  say ("given");
}

static gboolean
cancel_cb (GtkDragSource *source)
{
  say ("refused");
  return FALSE;
}

static gboolean
mapped_cb (GtkWidget     *window,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  gdk_clipboard_set_content (gtk_widget_get_clipboard (window), user_data);
  say ("ready");
  return G_SOURCE_REMOVE;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GdkContentProvider) content = NULL;
  GtkDragSource *source;
  GtkWidget *window;

  if (argc < 3)
    return 2;

  setvbuf (stdout, NULL, _IOLBF, 0);
  gtk_init ();
  content = make_content (argc, argv);

  window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), "Giver");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 120, 120);
  gtk_window_set_child (GTK_WINDOW (window), gtk_label_new ("Drag me"));
  source = gtk_drag_source_new ();
  gtk_drag_source_set_content (source, content);
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (end_cb), NULL);
  g_signal_connect (source, "drag-cancel", G_CALLBACK (cancel_cb), NULL);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_tick_callback (window, mapped_cb, content, NULL);
  gtk_window_present (GTK_WINDOW (window));

  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}
