/* reader-demo.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shows an article in a reader of its own: for trying, and for pictures. */

#include <adwaita.h>

#include "chancery-content.h"
#include "chancery-ui-resources.h"
#include "reader-fixture.h"
#include "reader/chancery-reader.h"

static int option_width = 720;
static int option_height = 900;
static int option_position = 0;
static gboolean option_arabic;
static char *option_scheme;
static char *option_shot;
static char *option_marked;
static GStrv option_actions;
static double option_scaling = 1;

static const GOptionEntry entries[] = {
  { "width", 0, 0, G_OPTION_ARG_INT, &option_width, "Width of the window", "PIXELS" },
  { "height", 0, 0, G_OPTION_ARG_INT, &option_height, "Height of the window", "PIXELS" },
  { "position", 0, 0, G_OPTION_ARG_INT, &option_position, "Place to scroll to", "CODE POINTS" },
  { "arabic", 0, 0, G_OPTION_ARG_NONE, &option_arabic, "Show the Arabic text", NULL },
  { "scheme", 0, 0, G_OPTION_ARG_STRING, &option_scheme, "system, light, dark or sepia", "SCHEME" },
  { "scaling", 0, 0, G_OPTION_ARG_DOUBLE, &option_scaling, "Scale of all text", "FACTOR" },
  { "marked", 0, 0, G_OPTION_ARG_STRING, &option_marked, "State to mark", "ISO" },
  { "action", 0, 0, G_OPTION_ARG_STRING_ARRAY, &option_actions, "Activate an action, as in “step-note(1)”", "ACTION" },
  { "shot", 0, 0, G_OPTION_ARG_FILENAME, &option_shot, "Write a picture of the window and quit", "FILE" },
  { NULL }
};

static gboolean
shoot_cb (gpointer user_data)
{
  GtkWidget *window = user_data;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gtk_widget_get_width (window);
  int height = gtk_widget_get_height (window);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)),
                                         node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (!gdk_texture_save_to_png (texture, option_shot))
    g_printerr ("%s could not be written\n", option_shot);
  gtk_window_destroy (GTK_WINDOW (window));

  return G_SOURCE_REMOVE;
}

static gboolean
act_cb (gpointer user_data)
{
  GtkWidget *reader = user_data;

  chancery_reader_focus_text (CHANCERY_READER (reader));
  for (gsize i = 0; option_actions != NULL && option_actions[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *full_name = NULL;
      g_autoptr (GVariant) target = NULL;

      if (g_action_parse_detailed_name (option_actions[i], &name, &target, NULL))
        {
          full_name = g_strconcat ("reader.", name, NULL);
          gtk_widget_activate_action_variant (reader, full_name, target);
        }
    }

  return G_SOURCE_REMOVE;
}

static void
painted_cb (GtkWidget     *window,
            GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, window);
  g_timeout_add (300, act_cb, g_object_get_data (G_OBJECT (window), "reader"));
  if (option_shot != NULL)
    g_timeout_add (1800, shoot_cb, window);
}

static void
print_cb (const char *message)
{
  g_print ("%s\n", message);
}

static void
create_note_cb (ChanceryReader   *reader,
                ChancerySelector *selector,
                ChanceryColour    colour,
                gboolean          edit,
                GListStore       *notes)
{
  g_autoptr (ChanceryNote) note = chancery_note_new (&(ChanceryNoteFields) { .selector = selector, .colour = colour });

  g_list_store_append (notes, note);
}

static void
recolour_note_cb (ChanceryReader *reader,
                  ChanceryNote   *note,
                  ChanceryColour  colour)
{
  chancery_note_set_colour (note, colour);
}

static void
activate_cb (GtkApplication *application)
{
  g_autoptr (ChanceryArticle) article = option_arabic ? reader_fixture_arabic_article () : reader_fixture_article ();
  g_autoptr (GArray) mentions = reader_fixture_mentions (article);
  g_autoptr (GListModel) notes = reader_fixture_notes (article);
  g_autoptr (ChanceryCatalogue) catalogue = chancery_content_load_catalogue (NULL, NULL, NULL);
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *reader = chancery_reader_new ();

  if (g_strcmp0 (option_scheme, "dark") == 0)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  if (g_strcmp0 (option_scheme, "sepia") == 0)
    chancery_reader_set_scheme (CHANCERY_READER (reader), CHANCERY_READER_SCHEME_SEPIA);
  if (option_scaling > 1)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * option_scaling), NULL);

  chancery_reader_set_article (CHANCERY_READER (reader), article);
  chancery_reader_set_mentions (CHANCERY_READER (reader), mentions);
  chancery_reader_set_notes (CHANCERY_READER (reader), notes);
  chancery_reader_set_catalogue (CHANCERY_READER (reader), catalogue);
  if (catalogue != NULL)
    chancery_reader_set_organisation (CHANCERY_READER (reader),
                                      chancery_catalogue_lookup_organisation (catalogue, "csto"));
  chancery_reader_set_marked_state (CHANCERY_READER (reader), option_marked);
  chancery_reader_set_position_chars (CHANCERY_READER (reader), (gsize) option_position);
  g_signal_connect_swapped (reader, "message", G_CALLBACK (print_cb), NULL);
  g_signal_connect_object (reader, "create-note", G_CALLBACK (create_note_cb), notes, G_CONNECT_DEFAULT);
  g_signal_connect (reader, "recolour-note", G_CALLBACK (recolour_note_cb), NULL);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), reader);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), option_width, option_height);
  gtk_window_present (GTK_WINDOW (window));

  g_object_set_data (G_OBJECT (window), "reader", reader);
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), window,
                           G_CONNECT_SWAPPED);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application =
    g_object_new (ADW_TYPE_APPLICATION,
                  "flags", G_APPLICATION_NON_UNIQUE,
                  "resource-base-path", "/io/github/chancery_app/Chancery/ui",
                  NULL);

  chancery_ui_register_resource ();
  g_application_add_main_option_entries (G_APPLICATION (application), entries);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
