/* taker.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>

/* Another program, to paste into and to drop on: taker paste, or taker drop.
 *
 * It says on standard output, a word a line, what happens: ready, over; and of what it is given, once as HTML and
 * once as text, the kind and the content, whose special characters are escaped as in an address. */

static const char * const kinds[] = { "text/html", "text/plain;charset=utf-8" };

typedef struct
{
  GdkDrop *drop; /* (owned) (nullable): nothing for the clipboard */
  GdkClipboard *clipboard;
  guint at;
} Taking;

static void take_next (Taking *taking);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GMemoryOutputStream *content = G_MEMORY_OUTPUT_STREAM (source);
  Taking *taking = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *escaped = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    g_error ("%s: %s", kinds[taking->at], error->message);
  escaped = g_uri_escape_bytes (g_memory_output_stream_get_data (content), g_memory_output_stream_get_data_size (content),
                                NULL);
  g_print ("%s %s\n", kinds[taking->at], escaped);
  taking->at++;
  take_next (taking);
}

static void
take (Taking        *taking,
      GInputStream  *stream,
      GError        *error)
{
  g_autoptr (GOutputStream) content = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    g_error ("%s: %s", kinds[taking->at], error->message);
  g_output_stream_splice_async (content, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, G_PRIORITY_DEFAULT, NULL, read_cb,
                                taking);
}

static void
dropped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_drop_read_finish (GDK_DROP (source), result, NULL, &error);

  take (user_data, stream, error);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  take (user_data, stream, error);
}

static void
take_next (Taking *taking)
{
  if (taking->at == G_N_ELEMENTS (kinds))
    {
      if (taking->drop != NULL)
        gdk_drop_finish (taking->drop, GDK_ACTION_COPY);
      g_clear_object (&taking->drop);
      g_free (taking);
      g_print ("taken\n");
      return;
    }

  if (taking->drop != NULL)
    gdk_drop_read_async (taking->drop, (const char *[]) { kinds[taking->at], NULL }, G_PRIORITY_DEFAULT, NULL, dropped_cb, taking);
  else
    gdk_clipboard_read_async (taking->clipboard, (const char *[]) { kinds[taking->at], NULL }, G_PRIORITY_DEFAULT, NULL,
                              pasted_cb, taking);
}

static gboolean
drop_cb (GtkDropTargetAsync *target,
         GdkDrop            *drop,
         double              x,
         double              y)
{
  Taking *taking = g_new0 (Taking, 1);

  taking->drop = g_object_ref (drop);
  take_next (taking);
  return TRUE;
}

static GdkDragAction
enter_cb (GtkDropTargetAsync *target,
          GdkDrop            *drop)
{
  g_print ("over\n");
  return GDK_ACTION_COPY;
}

static gboolean
mapped_cb (GtkWidget     *window,
           GdkFrameClock *clock,
           gpointer       paste)
{
  g_print ("ready\n");
  if (paste)
    {
      Taking *taking = g_new0 (Taking, 1);

      taking->clipboard = gtk_widget_get_clipboard (window);
      take_next (taking);
    }
  return G_SOURCE_REMOVE;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GdkContentFormats) formats = gdk_content_formats_new ((const char **) kinds, G_N_ELEMENTS (kinds));
  GtkDropTargetAsync *target;
  GtkWidget *window;

  if (argc != 2)
    return 2;

  setvbuf (stdout, NULL, _IOLBF, 0);
  gtk_init ();

  window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), "Taker");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 120, 120);
  gtk_window_set_child (GTK_WINDOW (window), gtk_label_new ("Drop here"));
  target = gtk_drop_target_async_new (gdk_content_formats_ref (formats), GDK_ACTION_COPY);
  g_signal_connect (target, "drag-enter", G_CALLBACK (enter_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), NULL);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (target));
  gtk_widget_add_tick_callback (window, mapped_cb, GINT_TO_POINTER (g_str_equal (argv[1], "paste")), NULL);
  gtk_window_present (GTK_WINDOW (window));

  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}
